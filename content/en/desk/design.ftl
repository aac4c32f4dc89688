# The page that shows every part: what stands in its contact.

design-open = Open
design-call = Cost of a call

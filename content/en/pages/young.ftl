# For children and young people: what stands around the pages of each age, and what they can get.

young-tab = For you
young-title = This part is for you
young-lead = You live with family or friends, not with your mum or dad. Here is why, who helps, and what you can ask for.
young-old = How old are you?
young-under-11 = I am under 11
young-11-to-15 = I am 11 to 15
young-16-and-over = I am 16 or over
young-here = What there is for you in { $council }
young-where = What is there where you live? { $link }Find your council{ $end } and choose “For children and young people”.
young-councils = Find your council, and what it has for you
young-get = What can I get?
young-get-11 = If you are about 11 or older, answer a few questions. No names. Nobody is told. “I don’t know” is fine.
young-get-how = A few questions, put to you. No names. Nobody is told. “I don’t know” is fine.
young-ask = Ask me
young-talk = Need to talk? Samaritans: { $samaritans }, day and night. Not safe? NSPCC: { $nspcc }. In danger now: { $police }.
young-can-get = What you can get
young-open = You have not told us anything, so much is still open. That is fine.
young-from = This is from what you told us, and from the law.
young-any = You can ask for any of it yourself, or with someone you trust.
young-ask-few = Ask me a few questions
young-how = How to ask:
young-whole = The whole rule
young-may = You can ask. They may say yes.
young-even-so = Ask, even so

# One result: what follows, why, what it rests on, and what to do next.

detail-tab = One result
detail-settles = What settles it:
detail-worth = What it is worth
detail-settle = What would settle it
detail-decided = decided by { $who }
detail-maybe = What it may turn out to be
detail-write = Ask for it in writing
detail-council-says = What { $council } says about this
detail-why = Why we say this
detail-general = This is the general rule. None of its exceptions fits what you told us.
detail-nothing = Nothing has decided it yet.
detail-from = From what you told us:
detail-how = How we worked that out
detail-would-change = These would change the answer, and from what you told us they are not so:
detail-would-have = These would have to be so, and from what you told us they are not:
detail-not-right = Something not right? { $link }Change your answers{ $end }.
detail-sources = Where this comes from
detail-checked = Last checked: { $checked }.
detail-whole = See the whole rule
detail-council = Your council is { $link }{ $council }{ $end }.

asks-who = Who decides or gives it
asks-how = How to ask
asks-ready = What to have ready
asks-refused = If they say no

missing-settles = To settle it:

cites-source = Source:
cites-more = and { $many } more

sure-seen = We read this in the source
sure-excerpt = We read this part of the source
sure-second-hand = We have this second hand
sure-computed = We worked this out from a rule we read
sure-memory = From memory, not checked yet
sure-unsure = Not settled

doubt-second-hand = second hand
doubt-computed = worked out
doubt-memory = not checked yet
doubt-unsure = not settled

# Same child, other order: what would be different, side by side.

orders-tab = Compare
orders-lead = What help would be different if the child lived with you in another way? Your own answers stay as they are.
orders-money = Money is not a reason for an order.
orders-money-why = An order is about the child’s life and safety. It can be hard to undo. A court decides what is best for the child.
orders-advice = Before you agree to anything, get legal advice from someone who does not work for the council. Kinship advice line: { $kinship }. Family Rights Group: { $rights }.
orders-empty = { $strong }You have not told us anything yet,{ $end } so much is still open. { $link }Start with your postcode{ $done } to get answers that fit you.
orders-beside = Set beside how things are now
orders-compare = Compare
orders-what = What we compare
orders-looks-like = Looks like: { $what }
orders-taken = To see this, we took as true:
orders-before = now: { $what }
orders-not-answered = not answered
orders-left-open = left open
orders-none = Nothing would be different, as far as we can tell from your answers.
orders-count = What would be different: { $many }
orders-leave-out = We leave out what is the same for all. “They may” means they must think about it fairly. They can still say no.
orders-help = Help
orders-why = Why

way-now = Now
way-now-means = What you told us, as it is.
way-none = No order
way-none-means = The family looks after the child. No court has made an order.
way-private = Private fostering
way-private-means = Someone who is not a close relative looks after the child for 28 days or more. The council must be told.
way-arrangements = Child arrangements order
way-arrangements-short = Arrangements order
way-arrangements-means = A court order says that the child lives with you. You and the parents share the right to make decisions.
way-guardian = Special guardianship order
way-guardian-short = Special guardian
way-guardian-means = A court order makes you the child’s special guardian. Most decisions are yours.
way-foster = Kinship foster care
way-foster-short = Foster care
way-foster-means = The child is in the care of the council. You are its approved foster carer for the child.

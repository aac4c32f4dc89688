# The ways that begin from something that has happened: what they share, then each.

ways-contents = On this page
ways-letters = Letters that can help
ways-letters-how = Fill in the gaps, change what you like, and print it. Names go into the letter alone. We do not keep them.
ways-told = What you told us
ways-unanswered = Not answered yet
ways-answer = Answer

changed-title = What has changed?
changed-lead = Choose what fits best. We show what to do, by when, and which letter helps.
changed-another = Another child has come to live with me
changed-order = A court order was made, changed or ended
changed-council = We moved to another council
changed-money = Our money was cut or stopped
changed-birthday = A birthday is coming
changed-needs = The child’s needs have changed
changed-birthdays = Birthdays to come
changed-turns = The child turns { $age }
changed-when = By when
changed-touches = The answers this touches
changed-start = You have not told us anything yet. Answer these, or { $link }start with your postcode{ $end }.
changed-so = Change what is no longer so. You come back to this page.
changed-now = How it stands now

placed-tab = How the child came to you
placed-title = Did the council place the child with you?
placed-in-care = You told us that the child is in care now. So the council already says that it is responsible. If it should have said so sooner, you can ask about that time.
placed-likely = It { $strong }may{ $end } have. Then the child may be in care in the eyes of the law, and you may be owed a fostering allowance from the first day.
placed-open = We cannot tell yet. It { $strong }may{ $end } have, if a social worker asked you, brought the child, or said it had to happen.
placed-unlikely = Nothing you told us so far suggests it. If an answer below is not how it was, change it.
placed-asked = Who asked? Was there a choice? Who arranged it? What was said about money? Change anything that is not how it was.
placed-courts = Courts and the Ombudsman have looked at families like this. They ask what the council did, and whether the carer was clearly told who would pay and agreed.
placed-rule = The rule, and how to ask step by step
placed-dates = Your dates

fostering-tab = When the child is not a close relative
fostering-title = Private fostering, in plain words
fostering-likely = From what you told us, this is what the law calls private fostering. You are not in trouble. There is one thing you must do: tell the council.
fostering-relative = You told us that you are a close relative. So this is not private fostering.
fostering-open = This { $strong }may{ $end } be what the law calls private fostering. The answers below settle it.
fostering-unlikely = From what you told us, this is not private fostering. If an answer below is wrong, change it.
fostering-placed = You told us that the council had a part in this. Then it may not be private fostering at all. { $link }The council may have placed the child{ $end }.
fostering-dates = The dates
fostering-council = { $link }Choose your council{ $end } to see how to reach it.
fostering-rule = The rule, and what the council owes you

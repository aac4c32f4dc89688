# A council’s desk: one record of the offer, and building its rule.

desk-record-none = There is none to choose yet.
desk-record-needed = (needed)
desk-record-build = { $link }Build it step by step, and see which families it lets in{ $end } (save first)
desk-record-absent = If nothing stands there
desk-record-to-mend-sr = To put right:
desk-record-back = Back to the draft
desk-record-saved-faults = Some of it needs putting right before it can be published.
desk-record-clash = Somebody else’s words, and yours
desk-record-clash-how = The form below holds yours. Change it as you wish, then save: your words then stand.
desk-record-clash-field = Field
desk-record-clash-theirs = Theirs, kept now
desk-record-clash-yours = Yours, below
desk-record-clash-rule = rule
desk-record-title-new = Add: { $kind_name }
desk-record-to-mend = To put right
desk-record-checks = What the checks say
desk-record-id = Its name in files and addresses
desk-record-id-hint = Small letters, digits and dashes. Leave it empty and we make one.
desk-record-more = More that can be said
desk-record-save = Save
desk-record-save-more = Save, and give me more lines
desk-record-comments = Comments
desk-record-settled = dealt with by { $by }
desk-record-settle = Mark as dealt with
desk-record-comment-asked = Say something to your colleagues about this
desk-record-comment = Comment
desk-record-keeper = Who looks after it
desk-record-keeper-to = Give it to
desk-record-keeper-nobody = Nobody
desk-record-keeper-do = Hand over
desk-record-up = Move up the list
desk-record-down = Move down the list
desk-record-history = How it came to be
desk-record-history-gone = Change { $version }: taken out
desk-record-history-changed = { $many ->
    [one] Change { $version }: { $many } field changed
   *[other] Change { $version }: { $many } fields changed
 }
desk-record-history-now = (now)
desk-record-restore = Put it back as it was then
desk-record-remove = Take it out of the offer
desk-record-remove-how = It can be put back later.
desk-record-remove-do = Take it out

desk-rule-back = Back to the record
desk-rule-title = Who it is for
desk-rule-lead = The first answer that fits a family counts. Support should follow what a child needs, not the legal order alone.
desk-rule-now = As it reads now
desk-rule-none = No rule yet. Families are told that nobody has said who it is for.
desk-rule-otherwise = In every other case.
desk-rule-up = Move up
desk-rule-answer = answer { $number }
desk-rule-out = Take out
desk-rule-add = Add an answer
desk-rule-outcome = What is the answer?
desk-rule-when = When
desk-rule-all = all of these are so
desk-rule-any = at least one of these is so
desk-rule-no-condition = No condition yet.
desk-rule-compare = It is
desk-rule-before = before
desk-rule-less = less than
desk-rule-on-or-after = on or after
desk-rule-or-more = this or more
desk-rule-day = Day
desk-rule-value = Value
desk-rule-how-many = How many { $unit }
desk-rule-put-in = Put this condition in
desk-rule-choose-other = Choose something else
desk-rule-fact = What does it turn on?
desk-rule-choose = Choose it
desk-rule-because = Why, in a sentence for the carer
desk-rule-keep = Keep this answer
desk-rule-last = For everybody else
desk-rule-last-answer = Answer
desk-rule-last-keep = Keep this
desk-rule-families = Whom it lets in, and whom it keeps out
desk-rule-families-how = The rule as it reads now, held against all our worked families.
desk-rule-families-many = { $many ->
    [one] { $many } family
   *[other] { $many } families
 }

desk-rule-hint-title = How to write it
desk-rule-hint-how = One answer after another; the first that fits a family counts. Under each, indented, stand the conditions, then { $code }because{ $end } and a sentence for the carer. The last one is { $code }otherwise{ $end }.
desk-rule-hint-answers = Answers: { $code }right{ $end-code }, { $code }may{ $end-code }, { $code }depends{ $end-code }, { $code }no{ $end-code }, { $code }unknown_rule{ $end-code }. All the facts that can be asked are { $link }listed with their questions{ $end }.

desk-record-not-stated = We looked, and nothing is stated
desk-record-absent-none = There is none
desk-record-not-seen = Nobody has looked yet
desk-rule-right = Yes: the council gives it
desk-rule-may = The council can give it
desk-rule-depends = Somebody must look first
desk-rule-no = No: it is not for this family
desk-rule-silent = We do not say
desk-rule-fact-wrong = choose what it turns on
desk-rule-families-right = Yes
desk-rule-families-may = Can have it
desk-rule-families-depends = Must be looked at, or a fact is not known
desk-rule-families-no = No
desk-rule-families-silent = Nothing is said
desk-rule-outcome-wrong = choose the answer
desk-rule-condition-wrong = put in at least one condition
desk-rule-choose-one = choose one
desk-rule-choose-some = choose at least one
desk-rule-day-wrong = enter a day like 2026-11-22
desk-rule-number-wrong = enter a number in figures, like 18
desk-rule-council-wrong = enter a council’s code, like E09000028
desk-rule-because-wrong = write why, in a sentence for the carer

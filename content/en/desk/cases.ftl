# Casework: what is due, a new case, the page of a case, and what all its pages share.

cases-instead = What to do:
cases-damaged = { $many ->
    [one] { $many } case cannot be read
   *[other] { $many } cases cannot be read
 }
cases-restricted = Restricted
cases-nobody-named = Nobody named yet
cases-child-with = { $child }, with { $carer }
cases-not-before = not before { $day }

cases-menu-name = Cases
cases-menu-docket = What is due
cases-menu-new = New case
cases-menu-overview = All cases
cases-menu-returns = Yearly returns
cases-menu-sums = Sums
cases-menu-seen = Who looked
cases-menu-retention = How long cases are kept
cases-menu-complaints = Complaints of a year
cases-menu-acts = Who may do what

docket-damaged-how = What is kept of it was changed or damaged, so it is not shown. Tell whoever runs this site at once: { $code }kith audit verify{ $end } finds the place, and a backup brings it back.
docket-name = A name or a reference
docket-mine = Only mine
docket-name-hint = Whole names are found, such as Rose or Rose Green. Accents and capitals do not matter.
docket-by-themselves = Somebody let themselves into a restricted case.
docket-by-themselves-look = Look whether it was right.
docket-nothing = Nothing is due within a week.
docket-more = and { $more } more
docket-open = Open cases
docket-found = Found
docket-none = There is none. { $link }Open a case{ $end }.
docket-case = Case
docket-reference = Reference
docket-open-in = Open in it
docket-next = Next
docket-first = These are the first { $cases }. Add another name to find fewer.
docket-pages = Pages
docket-earlier = Earlier ones
docket-later = More cases
docket-closed = { $closed } more with nothing open. Search for a name to find one.
docket-today = today
docket-tomorrow = tomorrow
docket-days-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
 }
docket-days-ahead = in { $days } days
docket-missed = missed { $times } times, { $days }
docket-late = Late
docket-is-today = Today
docket-soon = Within a week
docket-waiting = Waiting for others
docket-nothing-open = nothing open
docket-nothing-due = nothing due

new-case-asked-by-carer = the carer
new-case-asked-by-child = the child
new-case-asked-by-parent = a parent
new-case-asked-by-worker = a worker for the family
new-case-asked-by-other = somebody else
new-case-how-phone = by phone
new-case-how-letter = by letter or email
new-case-how-in-person = in person
new-case-how-site = through this site
new-case-title = A new case
new-case-like = A child of that name has a case
new-case-like-how = If it is the same child, go on there. If it is another child, tick the box below.
new-case-another = It is another child of the same name
new-case-child = The child
new-case-name = Name
new-case-born = Born on
new-case-if-known = (if known)
new-case-carer = The carer
new-case-carer-is = What are they to the child?
new-case-address = Address
new-case-phone = Phone
new-case-email = Email
new-case-asked = What is asked for
new-case-because = Why is the case opened?
new-case-asked-by = Who asks?
new-case-asked-how = How did it come in?
new-case-asked-on = When did the council get it?
new-case-asked-on-hint = All time runs from this day. Left empty, it is today.
new-case-happened = What has happened?
new-case-needed = What is needed?
new-case-consent = The person agrees that this is written down and dealt with
new-case-open = Open the case

case-line = What happened, on a line of time; the same is told in words below
case-network = The family network; the same is told in the table below
case-line-days = { $from } to { $to }:
case-papers = Papers
case-network-how = The child stands in the middle. A thick line leads to who cares for the child. A dashed line means that one must not learn where the other is. A full dot came to the family meeting; one with a thick edge will come; one with a broken edge does not take part.
case-worker = Worker: { $worker }
case-no-worker = Nobody works on it yet.
case-give = Give it to somebody
case-story = What happened, as a story
case-restricted = Restricted.
case-next = What is next
case-next-none = Nothing is running.
case-decided = What was decided
case-decided-none = Nothing yet.
case-begin = Begin
case-since = Since { $begun }.
case-done = What was done ({ $done })
case-people = People
case-person-part = In this case
case-person-born = Born
case-person-safe = Safe to reach
case-person-hidden = Hidden from
case-person-meeting = Family meeting
case-kept = How long it is kept
case-letters = Letters
case-letter-to = { $day }, to { $to }
case-tab = A case
case-not-said = Not said yet: only the tracking page
case-died = died on { $day }
case-not-born = not born yet
case-aged = aged { $years }
case-either = { $list } or { $next }
case-must-not-learn = { $other } must not learn where { $person } is
case-was-due = was due on { $day }
case-due-by = by { $day }

case-step-offered = a meeting was offered
case-step-apart = does not take part
case-step-declined = said no
case-step-agreed = takes part
case-step-settled = it is settled what they are told
case-step-invited = invited
case-step-came = came

keeping-until-rule = Kept until: { $strong }{ $until }{ $end }, by the rule “{ $rule }”.
keeping-until = Kept until: { $strong }{ $until }{ $end }.
keeping-holds = In it: { $holds }.
keeping-longer = Somebody decided to keep it until { $day }: { $why }
keeping-held = Held:
keeping-proposed = { $strong }Proposed{ $end } on { $day } by { $by }:
keeping-because = Why until then
keeping-people = { $many ->
    [one] { $many } person
   *[other] { $many } people
 }
keeping-steps = { $many ->
    [one] { $many } step
   *[other] { $many } steps
 }
keeping-letters = { $many ->
    [one] { $many } letter
   *[other] { $many } letters
 }
keeping-papers = { $many ->
    [one] { $many } paper
   *[other] { $many } papers
 }
keeping-lacks = nobody can say: { $why }
keeping-no-rule = nobody can say: no rule fits
keeping-until-day = until { $day }

act-back = Back to the case
act-the-case = The case
act-case = Case { $reference }
act-owed = By the facts in this case the law gives:
act-owed-how = Say of each below what was thought of it.
act-on = On which day was it done?
act-letter = This makes a letter. You can read and print it on the case’s page.
act-nobody = Nobody is in the case yet. Add them first.
act-row = Row { $number }
act-rows-empty = Rows you leave empty are left out.
act-rows-more = More rows
act-busy = others are writing at this moment; try again
act-not-here = choose somebody who works at this council
act-file-unread = this file could not be read; save it anew, and choose it again
act-too-many-papers = this case holds { $most } papers, and cannot take more; ask the worker what to do
act-file-kind = this is not a PDF, a Word file (.docx), a JPEG or a PNG; save it as one of these, or take a photo of it
act-file-broken = this picture is broken or too large; take it again, or make it smaller
act-file-empty = this file is empty; choose another

let-in-title = A restricted case
let-in-lead = Few people may see this case. A manager can let you in for a time. Each look at it is written down.
let-in-let = Let somebody in
let-in-whom = Whom
let-in-days = For how many days
let-in-why = Why
let-in-let-do = Let them in
let-in-list = Who was let in
let-in-who = Who
let-in-until = Until
let-in-by-self = by themselves
let-in-end = End it now
let-in-danger = A child is in danger, and nobody can be asked
let-in-danger-how = You can let yourself in for two hours. Your reason is kept, and managers read it.
let-in-danger-why = Why now
let-in-danger-do = Let me in for two hours
let-in-why-wrong = Write why. It is kept, and the manager reads it
let-in-whom-wrong = Choose whom, and for how many days, at most 90

chronology-pack = For somebody who asks what is held about them
chronology-pack-how = Choose who asks. What tells of other people is then left out. Look at each of these and choose what may be told all the same.
chronology-pack-nobody = Nobody: show the whole story
chronology-pack-marks = What tells of others: tick what may be told
chronology-word = Word
chronology-pdf = PDF
chronology-text = Text
chronology-tab = What happened

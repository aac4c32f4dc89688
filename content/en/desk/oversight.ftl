# Casework, for whoever oversees it: all cases, the table of acts, yearly returns, how long cases are kept, sums, complaints,
# and who looked.

overview-title = All cases
overview-lead = { $many ->
    [one] { $many } case with something open.
   *[other] { $many } cases with something open.
 }
overview-workers = Who has how much
overview-worker = Worker
overview-cases = Cases
overview-late = Late
overview-clocks = How the times of the law are kept
overview-clocks-table = Times of the law
overview-clock = Time
overview-met = Kept
overview-met-late = Kept late
overview-running = Running
overview-late-now = Late now
overview-needs = Does help follow need?
overview-needs-how = How needs were answered, by how the child lives there. Help should follow what the child needs, and not the legal status. Numbers below five are not told, so that this table can be shown to others.
overview-needs-table = Decisions by arrangement
overview-status = The council sees it so
overview-given = Given
overview-part = A part
overview-not-given = Not given
overview-nobody = Nobody yet
overview-not-said = nobody has said yet

acts-title = What can be done in a case
acts-lead = Casework here follows one table: what can be done, by whom, at which stage, which times of the law it starts, and when it is refused. This page is that table.
acts-jump = On this page
acts-stages = The stages of: { $title }; the table below says the same in words
acts-table = Acts: { $title }
acts-done = What is done
acts-when = When
acts-leads-to = Leads to
acts-starts = Starts
acts-refused = Refused when
acts-letter = Letter
acts-yes = yes
acts-no-letter = None. { $why }
acts-begins = begins it
acts-while-open = while it is open
acts-either = { $list }; or { $next }
acts-not-in-force = { $rule } (The law that asks this is not in force yet.)

returns-title = Yearly returns
returns-lead = What the council must tell the Department for Education about children, made from the cases. Nothing is made up: a child of whom something is missing is left out until it is told.
returns-return = Return
returns-year = Year
returns-told = { $many ->
    [one] { $strong }{ $many }{ $end } child is told in full.
   *[other] { $strong }{ $many }{ $end } children are told in full.
 }
returns-left-out = { $many ->
    [one] { $strong }{ $many }{ $end } is left out of the file, because something is missing.
   *[other] { $strong }{ $many }{ $end } are left out of the file, because something is missing.
 }
returns-damaged-how = Nobody of it is in the file. Tell whoever runs this site at once.
returns-missing = What is missing
returns-missing-none = Nothing.
returns-missing-many = { $many ->
    [one] { $many } thing missing. Open the case to see what.
   *[other] { $many } things missing. Open the case to see what.
 }
returns-faults = What the Department would send back
returns-faults-none = Our checks find nothing in what is told in full.
returns-look-again = look again
returns-rule = Rule { $number }.
returns-take = Take the file
returns-take-how = That you take it is written down, for the council and for each case in it. Restricted cases are in it: the law asks for every child. Check the file with the Department’s own tool before you send it.
returns-council = The three figures by which the Department knows the council
returns-serial = Which file of the year is it?
returns-take-xml = Take the XML file
returns-take-csv = Take the CSV files
returns-not-in = What is not in it
returns-not-in-how = Casework does not hold child protection plans, adoptions, or orders that take away a child’s liberty. Nor does it hold children who came to the country alone, and young people who have left care. Add all these from where they are kept.
returns-span = 1 April { $from } to 31 March { $to }
returns-council-wrong = The Department knows each council by three figures. Write them, such as 210
returns-serial-wrong = Write which file of the year it is, from 1 to 999

retention-title = How long cases are kept
retention-gone-now = { $strong }The case is destroyed.{ $end } Nothing of it can be read any more, on any machine. What is left says when, by whom and why:
retention-lead = A case is kept as long as it must be, and not longer. Nothing is destroyed by itself: you read each case, and a second person looks again.
retention-kept = { $many ->
    [one] { $many } case is within the time.
   *[other] { $many } cases are within the time.
 }
retention-next = The next time ends on { $day }.
retention-nothing = There is nothing to decide.
retention-destroy = Look again, and destroy it
retention-decline = Keep it after all
retention-longer = Keep it longer
retention-hold = Hold it
retention-release = End the hold
retention-propose = Propose to destroy it
retention-gone = What was destroyed
retention-gone-how = Nothing of these is left but this.
retention-gone-table = Cases destroyed
retention-gone-by = By whom
retention-gone-why = Why
retention-proposed = A second person must look
retention-held = Kept long enough, but held
retention-passed = Kept long enough
retention-unknown = Nobody can say until when
retention-still-kept = Still kept
retention-proposed-how = Somebody proposed to destroy these. Another manager reads the case, and destroys it or keeps it.
retention-passed-how = Read each, and decide: keep it longer, hold it, or propose to destroy it.
retention-held-how = These stay until what holds them has ended.
retention-unknown-how = Something is not written down. Until it is, these are kept.

case-complaints-year = The year from 1 April
case-complaints-csv = Table (CSV)
case-complaints-word = Word
case-complaints-pdf = PDF
case-complaints-text = Text
case-complaints-tab = Complaints of a year

sums-desk-title = Sums
sums-desk-lead = What is paid to families again and again, and what changes for whom.
sums-desk-changes = What changes
sums-desk-until = Up to which day
sums-desk-changes-how = Sums that follow the national minimum for foster carers change with the new rates of April, and when a child comes to another age band. { $caution }
sums-desk-changes-none = Nothing changes until then.
sums-desk-family = Family
sums-desk-from = From
sums-desk-rate-before = The rate before
sums-desk-rate-then = The rate then
sums-desk-no-region = This council is in no list of ours, so we do not know which rates are its own.
sums-desk-paid = What is paid
sums-desk-paid-none = No regular sum was decided yet.
sums-desk-need = For what
sums-desk-sum = Sum
sums-desk-basis = Worked out from
sums-desk-affected = Who else is affected?
sums-desk-affected-how = A rule was applied wrongly for one family? Then look for the others. Here are all for whom somebody thought of the support. Here are also those to whom the law gives it, by what their case says.
sums-desk-support = Which support
sums-desk-look = Look
sums-desk-affected-none = Nobody, by what is written down.
sums-desk-affected-table = Who else is affected
sums-desk-thought = What was thought of it
sums-desk-law = By the law and their facts
sums-desk-unknown = not known
sums-desk-a-week = { $sum } a week
sums-desk-april = new rates
sums-desk-birthday = the child is { $age }
sums-desk-right = they have a right to it
sums-desk-may = they may be given it
sums-desk-depends = it depends on what is not written down yet

seen-title = Who looked, who did
seen-lead = Every look at a case and every change, the newest first. A line that was changed or taken out is found by those that follow it.
seen-lead-installation = What was done to accounts from the command line, and each role for all councils, the newest first. A line that was changed or taken out is found by those that follow it.
seen-everybody = Everybody
seen-one-case = Only of one case. { $link }Show all{ $end }
seen-none = Nothing yet.
seen-who = Who
seen-deed = What
seen-case = Case
seen-older = Older ones
seen-head = { $many ->
    [one] { $many } line. The last has the mark { $code }{ $hash }{ $end }. Keep it somewhere else: it proves later that nothing before it was changed, and that no line at the end was cut off.
   *[other] { $many } lines. The last has the mark { $code }{ $hash }{ $end }. Keep it somewhere else: it proves later that nothing before it was changed, and that no line at the end was cut off.
 }
seen-no-account = somebody without an account
seen-access = { $name }, until { $until }
seen-installation = The whole installation
seen-gone = a case that is gone
seen-let-in = Somebody was let into a restricted case
seen-access-ended = Somebody’s access to a restricted case was ended
seen-paper = A paper was kept
seen-destroyed = The case was destroyed
seen-role-given = A role was given
seen-role-taken = A role was taken away
seen-role-found = A role was there before roles were written down
seen-invited = Somebody was invited to a role
seen-uninvited = An invitation was taken back
seen-suspended = An account was stopped from signing in
seen-active = An account may sign in again
seen-erased = An account was erased
seen-second-step = A second step was taken away
seen-password-link = A link to a new password was printed

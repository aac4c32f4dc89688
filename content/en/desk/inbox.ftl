# An adviser’s inbox.

inbox-came = Came { $came }
inbox-late-by = { $days ->
    [one] Late by { $days } working day
   *[other] Late by { $days } working days
 }
inbox-promised = promised by { $due }
inbox-title = Questions
inbox-promise = { $days ->
    [one] You promise an answer within { $days } working day.
   *[other] You promise an answer within { $days } working days.
 }
inbox-late = { $late ->
    [one] { $late } is late.
   *[other] { $late } are late.
 }
inbox-no-team = Your team takes no questions through this site. An organiser can begin that under Advice.
inbox-call = Somebody is on the phone
inbox-waiting = Waiting for an answer
inbox-waiting-none = Nothing waits.
inbox-answered = Answered, not closed
inbox-closed = Closed: { $closed }
inbox-summary = A summary that was handed over

# One question, for the advisers of a host.

question-desk = A question
question-desk-all = All questions
question-desk-title = Question { $reference }
question-desk-by = Promised by { $day }.
question-desk-late = Late by { $days ->
    [one] { $days } working day
   *[other] { $days } working days
  }
question-desk-safe = How it is safe to reach them
question-desk-mailed = When you answer, a short email says that there is something to read, and nothing else.
question-desk-not-mailed = When you answer, nothing is sent. They read it here.
question-desk-advised = Closed: what was advised
question-desk-summary = The summary that was handed over
question-desk-answer = Answer
question-desk-begin = Begin with
question-desk-begin-do = Put it in
question-desk-words = The answer
question-desk-cites = The law it rests on
question-desk-cites-hint = One to a line, as in the addresses of our law pages, like ca-1989/14F.
question-desk-send = Send the answer
question-desk-closing = What was advised, in a sentence or two
question-desk-closing-hint = Whoever asked reads it too.
question-desk-close = Close the question
question-desk-lost = They lost their code
question-desk-lost-how = Make sure that it is them. Ask for their reference and, if they gave one, their code word. The old code stops working.
question-desk-lost-do = Make a new code
question-desk-erase = Erase it
question-desk-erase-how = Nobody can read it any more. It cannot be undone.
question-desk-erase-do = Erase it for good
question-desk-ways = Safe ways
question-desk-must-not = You must not
question-desk-times = When it is safe
question-desk-code-word = Their code word
question-desk-phone = Phone
question-desk-email = Email
question-desk-address = Address
question-desk-name = Call them
question-desk-nation = They live in
question-desk-unknown = Our law pages hold no “{ $provision }”. Write it as in their address, like ca-1989/14F
question-desk-crossed = Something was written while you wrote. Read it first, then send yours again
question-desk-faster = Somebody else was faster. Read it first, then send yours again
question-desk-they = They

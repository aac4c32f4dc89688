# The desk of a host’s advice: its lines, the team that answers questions, and answers for all.

advice-desk-title = Advice
advice-desk-lines = Lines to ring
advice-desk-none = There is none yet.
advice-desk-add-line = Add a line
advice-desk-team = The team that answers questions
advice-desk-no-team = No team takes questions yet.
advice-desk-begin-team = Begin to take questions
advice-desk-answers = Answers for all
advice-desk-add-answer = Add an answer
advice-desk-one-to-a-line = One to a line.
advice-desk-within = answers within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
  }
advice-desk-late = was to be read through by { $day }
advice-desk-due = to be read through by { $day }
advice-desk-taken-away = taken away: { $why }

advice-form-advice = Advice of { $name }
advice-form-lead = The public does not see it. Save it to show it again.
advice-form-still = Is it still right?
advice-form-read-again-by = Read it through again by
advice-form-still-right = I have read it. It is still right
advice-form-publish = Publish it
advice-form-save = Save, and show it
advice-form-off = Take it away from the public
advice-form-why = Why?
advice-form-off-do = Take it away
advice-form-line = An advice line
advice-form-answer = An answer for all
advice-form-why-needed = Say why it is taken away

advice-desk-line-https = An address that begins with https://
advice-desk-line-name = What is it called?
advice-desk-line-phones = Numbers to ring
advice-desk-line-text-phone = How to reach it by text phone or relay
advice-desk-line-text-phone-hint = Like “Type 18001 before the number”.
advice-desk-line-text = A number for text messages
advice-desk-line-chat-link = The web chat
advice-desk-line-chat = When the web chat is open
advice-desk-line-form = A form on the web
advice-desk-line-email = An address to write to
advice-desk-line-hours = When is it open?
advice-desk-line-hours-hint = One line for each, like: Monday to Friday | 09:30 to 15:00. Leave it empty where it is not settled.
advice-desk-line-bank-holidays = On bank holidays
advice-desk-line-nations = For which nations is it?
advice-desk-line-helps = What can it help with?
advice-desk-line-cannot = What can it not help with?
advice-desk-line-languages = Languages
advice-desk-line-cost = What does a call cost?
advice-desk-line-cost-hint = Like “free”.
advice-desk-line-note = Anything else

advice-desk-team-name = What is the team called?
advice-desk-team-within = Within how many working days do you answer?
advice-desk-team-within-hint = From 1 to 30. It is a promise, and your list shows what is late.

advice-desk-answer-question = The question, as carers ask it
advice-desk-answer-words = The answer
advice-desk-answer-words-hint = Short sentences. An empty line begins a new part. Name nobody.
advice-desk-answer-cites = The law it rests on
advice-desk-answer-cites-hint = One to a line, as in the addresses of our law pages, like ca-1989/14F.
advice-desk-answer-owner = Who looks after it?
advice-desk-answer-owner-hint = A post, not a name.
advice-desk-answer-review-by = By when is it read through again?
advice-desk-answer-review-by-hint = At most twelve months ahead.

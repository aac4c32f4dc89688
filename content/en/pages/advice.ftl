# Talking to an adviser: lines to ring, a question in writing, and answers for all.

advice-lead = These people give free advice. You can ask without saying your name.
advice-now = Open or closed as on { $weekday }, { $day }, { $time }. If a child is in danger now, call { $phone }.
advice-ask = Ask a question in writing
advice-read = Read the answer to your question
advice-common = Answers to common questions
advice-groups = Groups near you
advice-national = Lines for the whole country
advice-local = Lines of councils and charities
advice-no-team = No team takes questions through this site yet. Call one of the lines above, or { $link }ask your council{ $end }.
advice-team = Ask { $team }
advice-team-within = { $host }. It means to answer within { $within ->
    [one] { $within } working day
   *[other] { $within } working days
  }.
advice-helps = Can help with
advice-cannot = Cannot help with
advice-not-stated = Not stated
advice-text = Text { $number }
advice-chat = Web chat
advice-form = Write to them
advice-source = Their page
advice-checked = { $sure }. Checked { $day }
advice-said-so = { $who } said so itself on { $day }
advice-when = When
advice-hours = { $first } to { $last }, { $from } to { $to }
advice-hours-one-day = { $first }, { $from } to { $to }
advice-holidays-shut = Closed on bank holidays
advice-holidays-open = Open on bank holidays too
advice-holidays-not-stated = Bank holidays not stated
advice-nations = For people in
advice-text-phone = Text phone
advice-languages = Languages
advice-cost = What a call costs

open-now = Open now, until { $time }
open-not = Closed now
open-not-until = Closed now. Opens again { $opens }
open-holiday = Today is a bank holiday. They do not say if they are open
open-holiday-until = Today is a bank holiday. They do not say if they are open. Opens again { $opens }
open-not-stated = Opening hours not stated
opens-today = today at { $time }
opens-tomorrow = tomorrow at { $time }
opens-on = on { $weekday } at { $time }
opens-later = on { $weekday } { $day } at { $time }
opens-maybe = { $opens }, if that is no bank holiday

common-title = Common questions
common-lead = Answers that advisers wrote for all. Each says when somebody last read it through.
common-none = There are none yet.
common-none-ask = Ask an adviser
common-stale = This may be out of date.
common-stale-why = It was to be read through again by { $day }, and nobody has. Ask before you rest on it.
common-read = read through on { $day }
common-next = next by { $day }

ask-title = Ask a question
ask-none = { $host } takes no questions through this site yet.
ask-none-call = See whom you can call
ask-lead = { $team } means to answer within { $within ->
    [one] { $within } working day
   *[other] { $within } working days
  }. You need no account.
ask-lead-by = { $team } means to answer within { $within ->
    [one] { $within } working day
   *[other] { $within } working days
  }: by { $day }. You need no account.
ask-helps = They can help with: { $list }.
ask-cannot = They cannot help with: { $list }.
ask-danger = This is not for when somebody is in danger. Then call { $phone }. An adviser must act if it seems that a child is being hurt.
ask-words = Your question
ask-words-hint = Name nobody, if you can. Say “the child” and “the parent”.
ask-nation = Where do you live?
ask-nation-hint = The law is not the same everywhere.
ask-name = What may we call you?
ask-name-hint = It need not be your real name.
ask-reach = How may we reach you?
ask-reach-how = You can leave all this empty. Then nobody writes or rings. You read the answer here, with a reference and a code.
ask-ways = Which ways are safe?
ask-ways-hint = Choose every way that is safe.
ask-way-post = By letter
ask-way-email = By email
ask-way-text = By text message
ask-way-phone = By a call
ask-way-voicemail = By a message left on the phone
ask-way-page = On this site, with the code
ask-email = Email
ask-email-hint = We only write that there is something to read.
ask-phone = Phone
ask-address = Address for a letter
ask-times = When is it safe?
ask-times-hint = Like weekdays from 10 to 2.
ask-code-word = A word by which you know that it is really us
ask-must-not = What must we not do?
ask-must-not-hint = Like: do not leave a message; do not say who you are.
ask-send = Send my question
ask-who-reads = Only the advisers of { $host } can read it. You can erase it at any time. When it is closed it goes by itself after half a year.
ask-busy = Many people are asking just now. Your words are still here. Send them again in a quarter of an hour
ask-twice = This was sent before, and the team has it. Use the code you were told then

ask-wrong-words = Write your question
ask-wrong-no-email = Give your email address, or do not choose email
ask-wrong-no-address = Give your address, or do not choose a letter
ask-wrong-no-phone = Give your phone number, or do not choose the phone
ask-wrong-phone = Enter a phone number with figures and spaces, like 0300 123 7015
ask-wrong-email = Enter an email address, like name@example.org
ask-wrong-long = Make this shorter. It has { $many } letters, and at most { $most } fit

asked-tab = Sent
asked-title = It was sent
asked-lead = { $host } has your question.
asked-by = It means to answer by { $day }.
asked-keep = Write these down and keep them somewhere safe. With both you can read the answer, at any time.
asked-reference = Your reference
asked-code = Your code
asked-lost = The code is shown only here. If you lose it, ask { $host } for a new one. They will ask for your code word, if you gave one.

read-tab = Follow
read-wrong = That did not fit
read-wrong-why = The reference and the code do not go together, or the question was erased. { $link }Look at both again{ $end }. If you have lost the code, ask your question again.
read-reference-hint = It begins with A, like A2345-ABCD.
read-code-hint = Three groups of four letters and figures.
read-open = Open
read-closes = Nobody else can open it without both. The page closes by itself after half an hour, and when you press “Exit this page”.
read-title = Your question
read-by = { $host } means to answer by { $day }.
read-late = An answer was promised by { $day }. It is late. You did nothing wrong. You can also { $link }call somebody{ $end }.
read-you = You
read-adviser = The adviser
read-rests = Rests on
read-advised = What was advised
read-summary = The answers you gave, and what we found
read-closed = This question is closed.
read-closed-ask = Ask another
read-write = Write again
read-send = Send
read-leave = Close this page
read-erase = Erase all of it
read-erase-how = Then nobody can read it any more, also not the adviser. It cannot be undone.
read-erase-do = Erase it for good
read-refused-empty = Write something first
read-refused-long = Make it shorter. At most 4,000 letters fit
read-refused-closed = This question is closed. Ask a new one
read-refused-full = This question has grown too long. Ask a new one, or ring
read-refused-crossed = The adviser wrote at the same moment. Read that first, then send yours again

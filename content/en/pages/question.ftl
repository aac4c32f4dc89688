# A question: what stands around it, and what is said where an answer cannot be taken.

question-title = Question { $number }
question-title-wrong = Error: question { $number }
question-said = You said:
question-presumed = We have taken it that the answer is:
question-why = Why we ask
question-decided = In the end this is decided by { $who }. Tell us what you know so far.
question-continue = Continue
question-unknown = I don’t know
question-rather-not = I’d rather not say
question-hard = This can be hard to answer. You can leave it out and still get help.
question-far = How far you are
question-last = These last questions change small things. Stop whenever you like.
question-so-far = See what we found so far
question-answers = Look at your answers
question-nobody = Nobody is told what you answer.
question-council = Your council: { $council }.
question-council-change = Change your council
question-council-choose = Choose your council
question-or = or
question-example = For example, 27 3 2015
question-day = Day
question-month = Month
question-year = Year
question-choose = Choose
question-yes = Yes
question-no = No
question-none = None of these

progress-none = No more questions are likely to change your answers much.
progress-about = { $many ->
    [one] About 1 more question can still change your answers.
   *[other] About { $many } more questions can still change your answers.
  }
progress-many = { $many } or more questions can still change your answers. You need not answer them all.
progress-short-last = This is the last of the short questions.
progress-short = At most { $many } short questions, with this one.

wrong-all-that-fit = Choose all that fit, or choose “None of these”
wrong-not-both = Choose “None of these” or other answers, not both
wrong-list = Choose from the list
wrong-one = Choose one answer
wrong-number = Enter a number, or choose “I don’t know”
wrong-negative = Enter a number that is 0 or more
wrong-figures = Enter a number using figures only, like 12 or 26.05
wrong-date = Enter the date, or choose “I don’t know”
wrong-no-day = The date must include a day
wrong-no-month = The date must include a month
wrong-no-year = The date must include a year
wrong-no-day-month = The date must include a day and a month
wrong-no-day-year = The date must include a day and a year
wrong-no-month-year = The date must include a month and a year
wrong-day = Enter the day as a number, like 9
wrong-month = Enter the month as a number from 1 to 12, like 4
wrong-year = Enter the year as four figures, like 2019
wrong-real-date = Enter a real date. That month does not have that day
wrong-future = The date must be today or in the past

# Time limits: how each is said, and the page of all of them.

dates-tab = Dates
dates-lead = The law gives people time limits. These are the ones we can count from your answers. Today is { $today }.
dates-picture = { $many ->
    [one] 1 time limit drawn as bars from { $first } to { $last }. The list below says the same in words.
   *[other] { $many } time limits drawn as bars from { $first } to { $last }. The list below says the same in words.
  }
dates-today = Today
dates-none = There is no date we can count yet. Tell us one of the days below, or { $link }answer more questions{ $end }.
dates-coming = Coming up
dates-past = Already past
dates-past-ask = If something here has not been done, ask for it in writing now. Being late does not end the duty.
dates-keep = Keep these dates
dates-keep-how = A calendar file puts them into the calendar of a phone or computer. Other people may be able to see that calendar. So each entry only says “Reminder”.
dates-file = Calendar file
dates-file-named = Calendar file that says what each is
dates-waiting = Tell us another day
dates-waiting-why = We could count more from these days. Add only those that have happened.
dates-for = For:

clock-from = From { $day }
clock-by = By { $day }
clock-counted = { $away }. { $length } from { $from }.
clock-starts = Counted from this: { $starts }.
clock-who = Who must act: { $who }.
clock-how = How it is counted
clock-maybe-not = May not be for you
clock-passed = This day has passed.

away-today = Today
away-tomorrow = Tomorrow
away-yesterday = Yesterday
away-days = In { $many } days
away-weeks = In about { $many } weeks
away-months = In about { $many } months
away-years = In about { $many } years
away-days-ago = { $many } days ago
away-weeks-ago = About { $many } weeks ago
away-months-ago = About { $many } months ago
away-years-ago = About { $many } years ago

length-hours = { $many ->
    [one] 1 hour
   *[other] { $many } hours
  }
length-days = { $many ->
    [one] 1 day
   *[other] { $many } days
  }
length-working-days = { $many ->
    [one] 1 working day
   *[other] { $many } working days
  }
length-weeks = { $many ->
    [one] 1 week
   *[other] { $many } weeks
  }
length-months = { $many ->
    [one] 1 month
   *[other] { $many } months
  }
length-years = { $many ->
    [one] 1 year
   *[other] { $many } years
  }
length-open = No length is fixed
length-first = Must be done first
length-council = Set by the council

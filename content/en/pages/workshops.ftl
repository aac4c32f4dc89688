# What is on: the list of workshops and events, those of one host, and a line of a list.

workshops-title = Workshops and events
workshops-lead = Learn something, meet others, ask your questions. You need no account to come.
workshops-look = What are you looking for?
workshops-look-hint = Like: sleep, contact, money. You can leave it empty. We do not keep what you type.
workshops-host = Who runs it?
workshops-access = What makes it easier for you to go?
workshops-access-any = Nothing special
workshops-first-day = From which day?
workshops-last-day = Until which day?
workshops-postcode = Your postcode, to see how far it is
workshops-within = How far would you go?
workshops-up-to = Up to { $miles } miles
workshops-not-kept = We use these only for this page. We do not keep them.
workshops-wrong-day = Write a day like 2026-12-08
workshops-on = What is on
workshops-none = No workshops are listed here just now. { $link }Look for other help near you{ $end }.
workshops-none-fits = Nothing fits all you chose. There are { $all } in all. Leave something out, or look again later.
workshops-others = Show { $many } for other carers
workshops-others-why = By your answers these are for other families. If you think that is wrong, ask the organiser.
workshops-calendar = Put these into your calendar
workshops-calendar-private = (the address does not hold your postcode or your words)
workshops-all = All workshops
workshops-of-host = From { $host }. You need no account to come.
workshops-of-host-none = Nothing is listed here just now. { $link }Look at all workshops{ $end }.

workshops-next = Next
workshops-next-more = { $many ->
    [0] { $day }
    [one] { $day }, and 1 more day
   *[other] { $day }, and { $many } more days
  }
workshops-places = Places
workshops-how = How

workshops-one-day = { $day }, { $hours }
workshops-many-days = { $days } and { $last }, { $hours }

place-off = Called off
place-come = You need not book. Just come
place-closed = Booking has closed
place-not-known = We cannot tell just now how many places are left
place-all = There is room for all
place-left = { $many ->
    [one] 1 place left
   *[other] { $many } places left
  }
place-waits = { $many ->
    [0] Full. Nobody waits yet
    [one] Full. 1 person waits for a place
   *[other] Full. { $many } people wait for a place
  }
place-full = Full
place-book = Book a place
place-join = Join the waiting list

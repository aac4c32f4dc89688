# Asking the organiser of a group whether it met: the mail, and the page that its link opens.

group-mail-subject = Did your group meet?
group-mail-about = Did “{ $title }” meet on { $day }?
group-mail-when = When did “{ $title }” last meet?
group-mail-met = Carers look at the day a group last met before they come.
group-mail-leaving = It leaves the public list after { $day }, unless we hear that it met.
group-mail-left = It left the public list after { $day }, because we had not heard that it met. One click puts it back.
group-mail-press = Open this page and press the button:
group-mail-not-you = If you do not look after this group, do nothing.

met-tab = Group
met-thanks = Thank you
met-all = See all groups
met-on = Did it meet on { $day }?
met-yes = Yes, it met
met-no = No, or on another day
met-missed = It did not meet that day
met-other = It met on another day
met-that-day = It met on that day
met-when = When did it last meet?
met-day = The day
met-why = A group that nobody says has met leaves the list, so that no carer finds a closed door. We keep only the day.
met-old = This link no longer works
met-old-why = It may be old, or somebody else looks after the group now.
met-old-ask = Ask whoever runs the list for a new one.
met-wrong = Choose the day on which it met: today, or a day in the last half year
met-stays = { $title } stays on the list until { $day }.
met-left = { $title } is not on the list now. Tell us when it meets again.
met-off = { $title } is off the list. Ask whoever runs the list to put it back.

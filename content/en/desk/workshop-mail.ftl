# Mails to those who booked a place in a workshop, and the certificate of those who came.

workshop-mail-subject = There is something to read
workshop-mail-more = You asked us to write to you. There is something new to read. Open this page:
workshop-mail-hello = Hello { $name },
workshop-mail-what = { $title }: { $days }.
workshop-mail-waiting = You are on the waiting list. We write again if a place comes free.
workshop-mail-place = You have a place.
workshop-mail-moved-up = A place came free, and it is yours.
workshop-mail-soon = This is soon, and you have a place.
workshop-mail-off = This will not be. The reason: { $why }
workshop-mail-changed = Something about this has changed. Please look at it again.
workshop-mail-over = Thank you for coming. You can say what you thought, without your name.
workshop-mail-where = Where it is, and a button to give your place back, are on this page:
workshop-mail-open = Open this page:
workshop-mail-not-you = If you did not expect this, do nothing.

certificate-title = Certificate of attendance
certificate-made = Made on { $day }
certificate-who = { $name } took part in “{ $title }”.
certificate-held = It was held by { $host } on { $days }, { $hours }.
certificate-note = The organiser wrote down that this person came. The name is the one they gave when they booked.

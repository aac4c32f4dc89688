# One workshop: when, where, for whom, and what is good to know.

workshop-off = This was called off.
workshop-when = When
workshop-no-day = No day is still to come.
workshop-course = This is a course. One place is for all its days.
workshop-calendar = Put the days into your calendar
workshop-where = Where
workshop-access = The organiser says there is:
workshop-access-silent = The organiser has not said how easy it is to get in. That is not a no. Ask them.
workshop-online = { $strong }Online:{ $end } { $how }. You get the address to join at when you have a place.
workshop-whom = Who it is for
workshop-arrangements = Kinds of arrangement: { $kinds }
workshop-age = For those who care for a child of { $age }
workshop-age-from = For those who care for a child of { $from } or older
workshop-age-to = For those who care for a child of { $to } or younger
workshop-ages = For those who care for a child of { $from } to { $to }
workshop-above-all = For these above all: { $whom }
workshop-everybody = For every kinship carer
workshop-happens = What happens
workshop-good = Good to know
workshop-free = Free
workshop-language = Language
workshop-certificate = Certificate
workshop-certificate-can = You can have one if you came.
workshop-questions = Questions

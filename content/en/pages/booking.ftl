# Taking a place in a workshop, and the page of one booking.

book-tab-wrong = Error: Book a place
book-back = Back to the workshop
book-what = { $title }, from { $host }.
book-other-days = Look at the other days
book-name = What should we call you?
book-name-hint = A first name is enough. It need not be your real name.
book-channel = How can the organiser safely reach you?
book-channel-hint = Choose one way, and fill in that one. They use no other. Is somebody looking at your phone or your mail? Choose a way that is safe.
book-by-email = By email
book-email = Email address
book-by-phone = Phone me, and leave no message
book-number = Phone number
book-by-post = By post
book-post = Address for letters
book-may-name = Emails may say what it is about. If you leave this empty, they only say that there is something to read.
book-reminds = Remind me before it by email
book-more = More, only if you want
book-needs = What do you need to take part?
book-needs-hint = Like: a seat by the door, an interpreter, somebody to mind a child.
book-times = When is it safe to reach you?
book-code-word = A word by which you know that it is really them
book-kept = The organiser sees what you write here, and nobody else. It is kept locked, and goes 30 days after the last day. One form is for one person. { $link }More about privacy{ $end }

book-wrong-name = Write what we should call you. A first name is enough
book-wrong-channel = Choose one way to reach you
book-wrong-email = Enter an email address, like name@example.org
book-wrong-phone = Enter a phone number, like 020 7946 0000
book-wrong-post = Enter the address for letters, with the postcode
book-wrong-long = Write less here: at most 500 letters
book-wrong-closed = Booking has closed. Ask the organiser if there is still room
book-wrong-many = Many people are booking just now. What you typed is still here. Send it again in a few minutes
book-wrong-full = All places are taken, and the waiting list is full or there is none. You could choose another day
book-wrong-off = This day was called off. You could choose another day

mine-tab = Your booking
mine-title-back = You gave your place back
mine-title-off = This was called off
mine-title-waiting = You are on the waiting list
mine-title-over = Thank you for coming
mine-title = You have a place
mine-reason = The reason:
mine-another-day = Look for another day
mine-nothing-kept = Nothing of what you wrote is kept. If you change your mind, { $link }book again{ $end }.
mine-before = { $many ->
    [0] You are the first in line.
    [one] One person is before you.
   *[other] { $many } people are before you.
  }
mine-moves-up = If a place comes free, it is yours by itself, and you are told.
mine-keep = Keep the address of this page.
mine-keep-why = It is how you see your booking and give your place back.
mine-by-email = We write to you by email.
mine-by-phone = Somebody calls you if something changes. They leave no message.
mine-by-post = Somebody writes to you by post if something changes.
mine-keep-safe = If somebody looks at your phone, write the day down and leave this page with “Exit this page”.
mine-online = Online:
mine-online-told = The organiser tells you how to join.
mine-online-join = Join online
mine-cost = Cost:
mine-calendar = Put it into your calendar
mine-messages = From the organiser
mine-cannot = Cannot come?
mine-cannot-why = Give it back, so that somebody else can come. You need not say why.
mine-off-list = Take me off the list
mine-give-back = Give my place back
mine-read = To read afterwards
mine-certificate-says = It says that you came. { $word }As a Word file{ $end }, { $text }as plain text{ $end }
mine-certificate-says-pdf = It says that you came. { $word }As a Word file{ $end }, { $pdf }as a PDF{ $end }, { $text }as plain text{ $end }
mine-thought = What did you think?
mine-thought-thanks = Thank you. The organiser sees what was said, and not by whom.
mine-thought-apart = Your words are kept apart from your name. The organiser sees them once at least five people have answered.
mine-helped = Did it help?
mine-helped-a-lot = A lot
mine-helped-a-little = A little
mine-helped-not = It did not
mine-else = Anything else?
mine-else-may = (if you like)
mine-else-hint = Please name nobody.
mine-send = Send it
mine-wrong-helped = Choose how much it helped
mine-wrong-long = Write less: at most 1,500 letters
mine-known = What the organiser knows of you
mine-known-name = Called
mine-known-reached = Reached at
mine-known-times = When
mine-known-needs = Needs

# A council’s desk: the draft, what has changed, what readers say, bringing in and taking out, reaching families.

desk-menu-name = Desk
desk-menu-records = Records
desk-menu-changes = Changes
desk-menu-checks = Checks
desk-menu-preview = Preview
desk-menu-consultation = Consultation
desk-menu-publish = Publish
desk-menu-readers = Readers
desk-menu-families = Reaching families
desk-menu-import = Bring in, take out
desk-menu-people = People
desk-menu-changes-of = Changes of { $title }
desk-menu-change-field = What
desk-menu-change-before = Before
desk-menu-change-now = Now

desk-somebody-left = somebody who has left

desk-choose-title = Your desk
desk-choose-lead = Hello, { $name }.
desk-choose-none = No council’s offer is open to you yet.
desk-choose-begin = Begin a council’s offer
desk-choose-council = Council
desk-choose-council-choose = Choose, or type a name below
desk-choose-name = Or another name
desk-choose-name-hint = Such as a made-up council to practise with.
desk-choose-begin-do = Begin
desk-choose-installation = Who did what for the whole installation
desk-choose-wrong = Choose a council, or type a name

desk-home-title = Kinship local offer: the draft
desk-home-unchanged = Nothing has changed since.
desk-home-changed = { $many ->
    [one] { $many } record changed
   *[other] { $many } records changed
 }
desk-home-no-faults = No faults.
desk-home-faults = { $many ->
    [one] { $many } fault to put right before it can be published
   *[other] { $many } faults to put right before it can be published
 }
desk-home-waits = A draft waits for the second person
desk-home-sent-back = { $by } sent the draft back:
desk-home-whole = The whole offer
desk-home-record-faults = { $many ->
    [one] { $many } fault
   *[other] { $many } faults
 }
desk-home-record-comments = { $many ->
    [one] { $many } comment
   *[other] { $many } comments
 }
desk-home-keeper = looked after by { $name }
desk-home-add = Add: { $name }
desk-home-act = The Act
desk-home-guidance = Guidance
desk-home-good-practice = Good practice
desk-home-follows = Edition { $number } follows on { $day }.
desk-home-nothing = Nothing is published yet.
desk-home-published = Edition { $number } is published, since { $day }.
desk-home-withdrawn = Edition { $number } is withdrawn: { $why }

desk-changes-title-since = What has changed since edition { $number }
desk-changes-title = What has changed
desk-changes-nothing = Nothing.

desk-readers-title = What readers say
desk-readers-lead = Nobody but you sees a reader’s words until they are answered. Take names out before you publish them.
desk-readers-none = Nobody has written yet.
desk-readers-late = was to be answered by { $by }
desk-readers-due = to be answered by { $by }
desk-readers-answered = Answered:
desk-readers-hidden = Hidden:
desk-readers-answer = Answer
desk-readers-answer-anew = Answer anew
desk-readers-published = The words as they are to be published
desk-readers-answer-words = The answer, or why they are hidden
desk-readers-publish = Publish both
desk-readers-hide = Hide
desk-readers-erase = Erase for good
desk-readers-wrong = write the answer, and the words as they are to be published

desk-import-wrong = The text cannot be read yet
desk-import-title = Bring in and take out
desk-import-lead = The whole draft is one text. You can keep it, work on it elsewhere, and bring it back.
desk-import-take-out = Take the draft out as text
desk-import-take-table = Its services as a table
desk-import-bring = Bring records in
desk-import-bring-how = Records that the text does not hold stay as they are. Records of the same name are replaced. First you are shown what would change.
desk-import-form = What it is
desk-import-form-records = Records, as Kith writes them
desk-import-form-table = A table of services (CSV), as Kith writes it
desk-import-form-feed = A feed of services (Open Referral 1.0 or 3.0, JSON)
desk-import-from = Where the text comes from
desk-import-text = The text
desk-import-look = Show me what would change
desk-import-bring-do = Bring it in
desk-import-changes = What would change
desk-import-unchanged = Nothing: all of it stands in the draft already.
desk-import-from-wrong = for a feed, write its web address where the text comes from
desk-import-nothing = nothing that could be brought in was found in the text
desk-import-too-many = The text holds more than { $most } records. Bring it in as several texts

desk-families-lead = A council must take reasonable steps so that each child and carer receives what is relevant to them ({ $link }section 22H(6){ $end }). Write the steps down here. Never write anybody’s name.
desk-families-none = No step is written down yet.
desk-families-steps-taken = Steps taken
desk-families-day = Day
desk-families-what-done = What was done
desk-families-whom = For whom
desk-families-how-many = How many it reached
desk-families-few = Where it is published, a number below 5 is shown only as “fewer than 5”.
desk-families-add = Write down a step
desk-families-reached-asked = How many it reached, if counted
desk-families-add-do = Write it down
desk-families-not-counted = not counted
desk-families-day-wrong = Enter the day, like 2026-11-22
desk-families-reached-wrong = Enter how many it reached in figures, or leave that empty

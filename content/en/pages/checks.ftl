# How an offer stands against the law, its editions, and their proof. In English alone.

checks-both = The same for both:
checks-page = The council’s page:
checks-law = National law:
checks-help = What would help:
checks-judged = Judged from:
checks-nothing = Nothing was found.
checks-back-draft = Back to the draft
checks-back = The offer
checks-title-draft = How the draft stands
checks-title = How this offer stands
checks-lead-draft = We held the draft against the law, the government’s guidance and good practice, as on { $on }. The three are kept apart. Each line says what it was judged from.
checks-lead = We held this offer against the law, the government’s guidance and good practice, as on { $on }. The three are kept apart. Each line says what it was judged from.
checks-cannot-tell = “Cannot tell” is not a no.
checks-cannot-tell-why = It means that we did not see the part that may say it. The council may well do it.
checks-must-hold = What an offer must hold, and what shows it
checks-data = The same as data
checks-tab = { $council }: how the offer stands
checks-could-means = No rule asks for this. Families say that it helps.
checks-fairness = Need, or legal status?
checks-overlay = Does the offer give what national law gives?
checks-overlay-means = A council can add to what the law gives. It cannot take from it.
checks-freshness = Is it still so?
checks-freshness-means = What is out of date, and what has not been checked for long.
checks-plain = Plain words and other forms
checks-plain-means = Whether everybody can read it.
checks-need-decides = Need decides, or the law
checks-choice = The council’s choice
checks-not-same = Not the same for all
checks-gives = Gives what the law gives
checks-gives-less = Gives less than the law
checks-put-right = To put right
checks-look-at = To look at
checks-national = National law decides
checks-one-family = One family
checks-another-family = Another family
checks-family = A family
checks-yes = Yes
checks-maybe = Maybe: they can say yes
checks-no = No
checks-look-first = Someone must look first
checks-unclear = The page does not say
checks-fairness-means = Help should follow what a child needs. Here two families have the same needs, and differ only in a court order or in time in care. Do they get the same answer?
checks-well-fairness = { $many ->
    [one] We looked at 1 service or payment. Legal status alone never changes its answer.
   *[other] We looked at { $many } services and payments. Legal status alone never changes their answers.
  }
checks-well-overlay = { $many ->
    [one] 1 service or payment: never a no where the law gives a right. We checked this for every family there can be.
   *[other] { $many } services and payments: never a no where the law gives a right. We checked this for every family there can be.
  }
checks-count = { $says }: { $many }
editions-title = Editions of the kinship local offer
editions-lead = { $council } keeps every edition. None is ever changed. The digest proves it: it is worked out from the edition’s text (SHA-256).
editions-edition = Edition { $number }
editions-withdrawn = Withdrawn from { $from }.
editions-counts = Counts from
editions-what = What it is
editions-published = Published
editions-approved = Approved by
editions-minutes = minutes
editions-digest = Digest
editions-consultation = What the consultation said
editions-because = What changed because of it:
editions-report = The whole report
editions-changed = What it changed
editions-text = Its text
editions-data = As data
editions-all-data = All editions as data
editions-feed = A feed of what councils publish and withdraw
editions-reaches = How the council reaches families
editions-step = { $on }: { $what }, for { $whom }. Reached: { $reached }.
editions-tab = Editions
editions-changes-tab = What an edition changed
editions-proof-tab = Proof of an edition
editions-not-counted = not counted
editions-all = All editions
editions-changes = What edition { $number } changed
editions-first = It was the first edition, so all of it was new.
editions-against = Against edition { $number }.
editions-nothing-stood = Nothing stood here.
editions-nothing-stands = Nothing stands here now.
editions-offer-on = The offer as on { $day }
editions-proof-lead = This sheet proves what counted on one day. To print it, use “Print” in your browser’s menu. Only the sheet comes out.
editions-sheet = The sheet

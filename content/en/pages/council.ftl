# The page of one council, its kinship local offer, and the list of all councils.

councils-title = Councils
councils-lead = These { $total } councils look after children’s services in England. Each must publish a kinship local offer.
councils-compare = { $compare }One family, every council{ $end }: what each offer that we hold says to it. { $duties }One duty, every council{ $end }: what each shows of what the law asks.
councils-regions = Regions
councils-run-by = run by { $trust }
councils-all = All councils

# Where we do not hold its offer.

council-withdrawn = The council withdrew its offer from { $from }.
council-its-editions = Its editions
council-run-by = Children’s services here are run by { $trust }, since { $since }. The council is still the one that must answer.
council-runs-itself = The council runs children’s services itself.
council-ends = This council ends on { $day }. After that: { $after }
council-its-offer = Its kinship local offer
council-what-it-is = This is a page where a council says what help it has for children who live with family or friends. Every council in England must publish one, and has had to since 29 June 2026. So must this one. { $link }Children Act 1989 section 22H{ $end }
council-not-held = We do not hold this council’s page yet.
council-how-to-ask = How to ask for it
council-search = Search the web for “{ $council } kinship local offer”.
council-phone = If you cannot find it, phone the council and ask for children’s services. Say: “Please send me your kinship local offer.”
council-write = If there is none, or nobody answers, ask in writing. { $link }A letter that asks for it{ $end } is ready for you. It names the law.
council-anyway = What you can get anyway
council-national = Much of the help comes from national law. It is the same in every council.
council-find = Find support for you
council-young = For children and young people
council-pack-school = A pack for schools
council-pack-gp = A pack for GP surgeries
council-groups = Groups of carers near you
council-workshops = Workshops and events
council-letters-for-help = Letters that ask for help
council-look = Look for help in your own words
council-must-hold = What this council’s offer must hold
council-every-kind = Every kind of support

# Its offer: what stands at its head.

offer-draft = This is the draft.
offer-draft-unseen = The public does not see it yet.
offer-draft-back = Back to the desk
offer-edition = Edition { $number }.
offer-counts-since = It counts since { $day }.
offer-editions = All editions, and who approved them
offer-feedback = Say something about this offer
offer-this-edition = This is edition { $number }.
offer-edition-on = This is edition { $number }, as on { $day }.
offer-edition-withdrawn = Edition { $number } no longer counted on that day. It was withdrawn from { $since }: { $why }
offer-digest = Its digest is { $digest }.
offer-prove = Prove it, as on { $day }
offer-for-you = See what of this is for you
offer-on-this-page = On this page

# Its offer: its parts.

offer-contacts = Whom to ask
offer-follows = What the council says it follows
offer-left = Taken out for now
offer-money = Money
offer-decides = Who decides, and by when
offer-complain = How to complain
offer-versions = Versions side by side
offer-noticed = What we noticed
offer-about = About this offer and its pages
offer-no-contact = No contact is named here. Ask for the kinship team at the council.
offer-where-you-live = Where you live
offer-district = Find your district. It is named on your council tax bill.
offer-districts-read = The council’s page does not list the districts. This is our reading. If it turns out to be the other number, that is no harm: ask to be put through.
offer-parts = The parts of the offer
offer-own-order = In the council’s own order.
offer-own-order-unseen = In the council’s own order. Parts we did not see are named, so that you know they exist.
offer-part = Part { $part }
offer-some-parts = Parts { $part } to { $last }
offer-services = Services
offer-more-services = More services
offer-money-here = Money told of here: { $payments }.
offer-again = { $link }{ $service }{ $end } (told above)
offer-left-why = The council lets go of what nobody has confirmed in time. It may still be there.
offer-payments = Payments and policies
offer-body-decides = Decides { $what }.
offer-law-says = What the law says of this
offer-teams = Teams and organisations named
offer-complain-not-said = Nothing is said of it here. That does not mean that you cannot: { $link }a letter to complain{ $end }.
offer-complain-for = For: { $about }.
offer-council-page = The council’s page
offer-version = Version { $number }
offer-newest = { $version } is the newest we saw
offer-fairness = Lines that turn on legal status or on time in care
offer-fairness-why = Here two families with the same needs can get two answers.
offer-fair-by-law = { $link }{ $service }{ $end }: national law ties this to status.
offer-fair-own = { $link }{ $service }{ $end }: national law is wider. The line is the council’s own.
offer-checks = How this offer stands against the law and guidance
offer-must-hold = What an offer must hold
offer-compare = The same family at every council
offer-calendar = { $link }All dates as a calendar file{ $end }. Others may see what is in your calendar.
offer-data = The services as open data
offer-happened = What happened
offer-no-date = No date
offer-pages = The pages it was read from
offer-page-version = { $page }, version { $number }
offer-page-read = Read on { $day }: { $extent }.
offer-page-read-undated = Read on no date: { $extent }.
offer-page-whole = all of it
offer-page-start = its beginning
offer-page-contents = only its headings
offer-page-reported = only what others report of it
offer-principle = Principle
offer-aim = Aim
offer-strapline = On every part
offer-meaning = Meaning
offer-on-law = On the law

remark-defect = To put right
remark-gap = Missing
remark-change = Texts differ
remark-good = Good
remark-shared = Shared with other councils

# One service or payment.

thing-from = From:
thing-ask = Ask: { $who }.
thing-note = Please note: { $link }{ $remark }{ $end }.
thing-earlier = This stood on an earlier version of the page. We did not see it on the current one.
thing-who = Who it is for.
thing-discretion = Room to decide otherwise.
thing-lines = Who it is for, line by line
thing-otherwise = In every other case.
thing-settled-by = Settled by: { $who }
thing-next = Next: { $date }
thing-next-hours = Next: { $date }, { $hours }
thing-next-unless = Next: { $date }, if that is not a bank holiday
thing-next-hours-unless = Next: { $date }, { $hours }, if that is not a bank holiday
thing-hours = { $from } to { $to }
thing-calendar = Put it in my calendar
thing-national-part = This is part of national help: { $link }{ $support }{ $end }.
thing-national-left = National law leaves this to the council: { $link }{ $support }{ $end }.
thing-right = The page says yes
thing-may = The council may
thing-no = The page says no
thing-depends = Somebody must look first
thing-unclear = The page does not say
thing-duty = The law asks for it
thing-power = The law lets it
thing-choice = It chooses to

condition-all = All of these:
condition-any = At least one of these:
condition-none = None of these:

# What is not there, and what was taken out.

absent-own = Not stated.
absent-not-stated = The page does not say.
absent-not-seen = We did not see this part of the page.
absent-none = The page says there is none.
silent-none = None.
silent-own = Not stated: { $what }.
silent-not-stated = The page does not say: { $what }.
silent-not-seen = We did not see: { $what }.
left-out = We took this out on { $day } because nobody has confirmed it. Ask: { $who }, { $way }.
left-out-amount = We took the amount out on { $day } because nobody has confirmed it. Ask: { $who }, { $way }.
left-out-council = We took this out on { $day } because nobody has confirmed it. Ask: { $council }, and say that you are a kinship carer.
left-out-amount-council = We took the amount out on { $day } because nobody has confirmed it. Ask: { $council }, and say that you are a kinship carer.
left-contact = { $name } (taken out)
left-services = { $many ->
    [one] 1 service was taken out because nobody has confirmed it. There may still be more help than is listed here.
   *[other] { $many } services were taken out because nobody has confirmed them. There may still be more help than is listed here.
  }
left-services-ask = { $many ->
    [one] 1 service was taken out because nobody has confirmed it. There may still be more help than is listed here. Ask: { $who }, { $way }.
   *[other] { $many } services were taken out because nobody has confirmed them. There may still be more help than is listed here. Ask: { $who }, { $way }.
  }

# How to reach somebody.

reach-phone = Phone
reach-email = Email
reach-post = Post
reach-website = Website
reach-page = Their page

# What an offer states of a thing: labels.

label-hours = Hours
label-area = Area
label-answers = Who answers
label-languages = Languages
label-safe-contact = Contacting you safely
label-last-tried = Last tried
label-reports-to = Reports to
label-members = Who sits on it
label-meets = How often it meets
label-told = How you are told
label-think-again = How to ask it to think again
label-starts = Starts when
label-length = How long
label-otherwise = Otherwise
label-must-act = Who must act
label-if-not = If they do not
label-say = What to say
label-not-for = What it is not for
label-someone-else = If you complain for someone else
label-gives = Who gives it
label-reach = How to reach it
label-ready = What to have ready
label-often = How often
label-when = When
label-cost = What it costs
label-worth = What it is worth
label-given = How it is given
label-where = Where
label-places = How many places
label-welcomes = For these above all
label-access = Access
label-from = From
label-until = Until
label-why = Why the council does it
label-kind = Kind
label-stands = Where it stands
label-made-under = Made under
label-amount = How much
label-by-age = By age
label-year = For which year
label-period = For how long
label-taken-off = What is taken off
label-means-test = Means test
label-counts = What the test counts
label-review = Review
label-send = What to send
label-conditions = Conditions
label-asked-back = Money asked back
label-stops = When it stops
label-had-before = For those who had it before
label-before-after = Before and after a day
label-decides = Who decides
label-status = Status
label-layout = Layout
label-formats = Formats
label-edition = Edition
label-approved-by = Approved by
label-approved-on = Approved on
label-lead = Who answers for it
label-last-review = Last review
label-next-review = Next review
label-addresses = Addresses it has stood at
layout-need = by what a family needs
layout-order = by legal order
age-band = { $ages }: { $amount }

# What readers say of an offer.

feedback-back = Back to the offer
feedback-thanks = Thank you. The council has your words.
feedback-within = It means to answer within { $days } working days. The answer will stand on this page.
feedback-title = Say something about this offer
feedback-lead = Is something wrong, missing or hard to understand? Tell { $council }. You need not say who you are.
feedback-words = Your words
feedback-hint = Please name nobody, and nothing by which a child could be known. This is not the way to ask for help: for that, { $link }call the council{ $end }.
feedback-send = Send it
feedback-answered = You said, we did
feedback-none = Nothing has been answered here yet.
feedback-waiting = { $many ->
    [one] 1 waits for an answer.
   *[other] { $many } wait for an answer.
  }
feedback-said = You said:
feedback-answer = The council answers:
feedback-empty = Write what you want to say
feedback-long = That is too long. Write at most 2,000 letters
feedback-often = Many people are writing just now. Your words are still here. Send them again in a quarter of an hour

# What it has for children and young people, and packs for schools and surgeries.

local-young-lead = You live with family or friends, not with your mum or dad. Here is why, who helps where you live, and what you can ask for.
local-young-grown-ups = The page for grown-ups
local-young-about = The boxes are about { $council }.
local-young-about-read = The boxes are about { $council }. We read it on its web pages. If a number does not work, ask a grown-up you trust.
local-young-not-held = We do not have the page of { $council } yet. So we say whom to ask.
local-young-questions = Questions about what you can get
local-young-notice = For grown-ups: { $notice }
pack-tab = Pack
pack-packs = Packs
pack-schools = For schools
pack-surgeries = For GP surgeries
pack-lead = Anybody may print this pack and hand it on. It holds nothing of any family. For a page about one child, { $questions }answer a few questions{ $end } first. Then choose { $sheet }the page for the school{ $end }.
pack-lead-gp = Anybody may print this pack and hand it on. It holds nothing of any family. For a page about one child, { $questions }answer a few questions{ $end } first. Then choose { $sheet }the page for the GP{ $end }.
pack-the-pack = The pack
pack-letter = A letter by which a parent lets the carer decide

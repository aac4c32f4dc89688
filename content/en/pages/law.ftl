# The law: its lists, and a page for each support, provision, time limit, figure and story. In English alone.

law-title = The law
law-subjects = Subjects
law-sure = How sure we are
law-from = Where it comes from
law-as-data = This page as data (JSON)

law-clocks = Time limits
law-clocks-lead = How long the council, the court or others have, and from when.
law-clocks-from = { $strong }{ $length }{ $end } from: { $starts }

law-clock-starts = It starts from
law-clock-owed-by = Who must act
law-clock-longer = Can it be longer?
law-clock-counting = How the days are counted
law-clock-example = For example
law-clock-if-today = If it started today, { $today }, the last day would be { $strong }{ $last }{ $end }.

law-duties = What your council must offer
law-duties-lead = Every council in England must publish a “kinship local offer”: one place that says what help there is for children in kinship care and for the people who bring them up.
law-duties-parts = Parts
law-duties-shown = Shown by: { $what }.
law-duties-council = Find your council

law-facts = Everything we may ask, and why
law-facts-lead = There are { $asked } questions. No family needs them all: we ask only what can still change your answers. { $more } more things are worked out or known only to professionals.
law-facts-not-asked = not asked
law-facts-why = Why we ask:
law-facts-answer = The answer is { $kind }.
law-facts-decided = In the end decided by { $who }.
law-facts-taken = We take it to be “{ $answer }” unless you say otherwise.
law-facts-name = Name in data:
law-facts-tab = What we may ask

law-instruments = Where the rules come from
law-instruments-lead = Acts of Parliament, regulations, guidance, court cases, and pages we read.
law-instruments-kinds = Kinds
law-instruments-parts = { $many ->
    [one] 1 part
   *[other] { $many } parts
  }
law-instruments-tab = Sources of law

law-instrument-original = Read the original
law-instrument-sections = Sections

law-overview = The law, and what it gives
law-overview-lead = { $many } kinds of support for kinship families in England, as the law stands on { $today }. Each one shows its rule.
law-overview-more = More to read
law-overview-offer = What a council’s offer must hold
law-overview-sources = Acts, rules, guidance and other sources
law-overview-data = All of this as data (JSON)
law-overview-read = Of { $all } places in the law and other sources, we have read the words of { $read }. The others are marked on their pages.

law-rates = Figures and rates
law-rates-lead = What each figure is today. Where we do not know this year’s figure, we show the last one we know, and say so.
law-rates-last = (last known; it may have changed)

law-stories = Made-up families
law-stories-lead = Each story is a family we made up, and the answers the rules must give. They are tests and examples at once.
law-stories-changes = { $many ->
    [one] with 1 small change
   *[other] with { $many } small changes
  }

law-provision-own-words = In our own words, not the words of the law.
law-provision-when = When
law-provision-binds = Who it binds
law-provision-kind = What kind of words
law-provision-original = The original
law-provision-read = Read it where it is published
law-provision-supports = Support that rests on it
law-provision-clocks = Time limits that rest on it
law-provision-rates = Figures that rest on it

law-rate-last = We do not know the figure for today. The newest one here is the last we know. It may have changed.
law-rate-when = When: { $when }
law-rate-undated = No dates given
law-rate-from-to = { $from } to { $to }
law-rate-unknown = not known

law-story-family = The family, on { $day }
law-story-but = The same family, but: { $what }
law-story-worked-out = What we work out
law-story-follows = What follows

law-support-me = Is this for me?
law-support-rule = The rule
law-support-from-top = Read from the top. The first line that fits your family decides.

law-count-itself = The day itself is day one.
law-count-after = The day after is day one.
law-count-every = Every day counts.
law-count-working = Weekends and bank holidays are left out where the time is in working days.
law-count-assumed = The law does not say how to count, so this is our reading.

law-layer-must = Must: what the Act says
law-layer-must-means = Every council in England has had to do this since 29 June 2026.
law-layer-should = Should: what the government expects
law-layer-should-means = Councils must follow this unless they have a good reason.
law-layer-could = Could: what good councils do
law-layer-could-means = No rule asks for this. Families and councils say that it helps.

law-period-made = Made, but not yet in force.
law-period-begins = Begins on { $from }.
law-period-ended = Ended on { $to }.
law-period-from-to = In force from { $from } to { $to }.
law-period-since = In force since { $from }.
law-period-until = In force until { $to }.
law-period-in-force = In force.
law-period-areas = { $time } Only in these areas: { $areas }.

law-force-must = Must: someone has to do this
law-force-may = May: someone can choose to do this
law-force-should = Should: expected, unless there is a good reason not to
law-force-definition = It says what a word means
law-force-status = It says where someone stands in law
law-force-limit = It sets a limit
law-force-case = It was decided in a case
law-force-practice = It is what is often done
law-force-other = Another kind

law-kind-acts = Acts of Parliament
law-kind-regulations = Regulations and orders
law-kind-guidance = Guidance
law-kind-cases = Cases
law-kind-pages = Pages and papers we read
law-kind-other = Other sources

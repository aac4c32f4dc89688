# Money by the week and the month, and what the council says it pays and offers.

money-title = Money
money-lead = What we can work out from your answers, as on { $today }. Each sum shows its year and where it comes from.
money-not-added = We do not add the sums up. Some go down with income. Some end when another begins. Each one says so.
money-published = Sums that are published
money-month = A month is a twelfth of 52 weeks.
money-unpublished = No sum is published
money-unpublished-ask = Someone decides these for each family. Ask for the sum, and how it was worked out, in writing.
money-open-more = Show { $many } more that may be yours
money-none = From your answers we cannot name any money yet. { $link }Answer more questions{ $end }, and look again.
money-does = What this does to other money
money-may-not = This may not be so for you.
money-ends = What you would lose
money-taken-off = What may be taken off
money-not-known = What we do not know
money-left-alone = What does not count
money-opens = What it opens
money-local = What { $council } says it pays
money-local-none = Its pages name no payment that fits your answers.
money-local-counts = What the council counts or takes off
money-by-age = It goes by the child's age. The council's page shows the sums.
money-no-sum = No sum is published, as far as we saw.

sums-of = { $what }: sums
sums-for = For
sums-week = A week
sums-month = A month
sums-unsure = may be yours

local-for = Who the council says it is for:
local-earlier = This line stood on an earlier version of the council's page. Ask if it still holds.
local-differs = The council's line and the law differ.
local-law = National law gives you this: { $law }. Ask the council to look again.
local-not-yours = Show { $many } that its pages say are not for you

# What was found: headings, and what an outcome is called.

result-title = What we found for you
result-tab = Results
result-back = Back to your answers
result-from = { $many ->
    [one] from 1 answer
   *[other] from { $many } answers
  }
result-looks-like = looks like:
result-ask = Ask { $council } for help with this
result-nothing-yet = You have not told us anything yet, so much is still open.
result-start = Start with your postcode to get answers that fit you.
result-more-questions = Answer more questions
result-placed = The council may have placed the child
result-placed-because = We say this because:
result-placed-words = You have done nothing wrong. This is a fair question to ask, and only the council, the Ombudsman or a court can settle it. Talk to an independent adviser first.
result-placed-more = What to keep, what to ask, and what to watch out for
result-fostering = This may be what the law calls private fostering. You are not in trouble.
result-fostering-more = See what that means, and what happens next
result-first = What to do first
result-groups = Groups of results
result-from-council = From your council
result-more = Show { $many } more
result-more-no = Show { $many } that do not fit, and why
result-more-depends = Show { $many }, and what would settle each
result-council-says = What { $council } says it offers
result-council-whole = Read the whole offer
result-council = What { $council } offers
result-council-not-held = Your council must publish a kinship local offer: a page that says what help it has for families like yours. It has had to since 29 June 2026. We do not hold that page yet, so we cannot show it here.
result-council-find = How to find it, and how to ask for it
result-council-letter = A letter that asks { $council } for it
result-next = What next
result-sheet = Print or keep this
result-letters = Ask for it in writing: letters that write themselves
result-groups-near = Meet others: groups of carers near you
result-workshops = Workshops and events
result-money = Money: sums by the week and the month
result-dates = Dates that matter for you
result-what-if = What if one answer were different?
result-orders = Same child, other order
result-small = Answer the small questions too
result-answers = Check or clear your answers
result-all-back = Back to all results
result-all = See all results

band-right-heading = You have a right to
band-right-words = You have a right to this
band-right-brief = A right
band-right-yours = Your right
band-right-means = Someone has a duty to give you this, or to decide it by fixed rules. You can rely on it, once you ask.
band-may-heading = The council or others may give
band-may-words = They may give this
band-may-brief = They may
band-may-means = They must think about it fairly if you ask. They can still say no.
band-depends-heading = We cannot tell yet
band-depends-words = We cannot tell yet
band-depends-brief = Cannot tell yet
band-depends-means = Something is still open. Each one says what would settle it.
band-unclear-heading = The rule itself is not clear to us
band-unclear-words = The rule itself is not clear
band-unclear-brief = Rule not clear
band-unclear-means = We could not find out what the rule says. Ask, and do not give up because of us.
band-no-heading = Not for you, because
band-no-words = Not for you
band-no-brief = No
band-no-means = If one of these reasons is wrong, change the answer and look again.

band-right-local = Their page says this is for you
band-may-local = They may give you this
band-depends-local = It depends on facts we do not know yet
band-unclear-local = Their pages do not say who it is for
band-no-local = Their page says this is not for you

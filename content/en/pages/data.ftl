# Open data: what there is, and how to take it. In English alone.

data-title = Open data
data-lead = Everything this site knows about the law and about councils’ kinship local offers, for other programs. No key and no sign-up.
data-held = We hold the offers of { $held } of { $total } councils. What the others offer is not known here. Not known is not a no.
data-examples = { $many ->
    [one] 1 of the offers held is an example, made from public pages in other words than the council’s. They are marked { $code }is_example{ $code-end } in the data.
   *[other] { $many } of the offers held are examples, made from public pages in other words than the council’s. They are marked { $code }is_example{ $code-end } in the data.
  }
data-files = Files
data-files-how = Each set comes as JSON, as NDJSON (one record on each line), and as CSV for a spreadsheet.
data-schema = The { $schema }schema of the offer format{ $end } says what every key means. { $openapi }A description of all addresses{ $end } can be read by machines (OpenAPI 3.1).
data-compare = { $link }{ $page }{ $end } shows the comparison as a page.
data-duties = { $duties }One duty, every council{ $end } does the same for what an offer must, should or could hold.
data-changes = What changed
data-feed = A feed tells of every edition that a council published or withdrew here, newest first: { $json }JSON{ $end } · { $atom }Atom{ $end }. Ask for what is new with { $code }since{ $code-end } and a moment. An edition that was withdrawn stands there as withdrawn, with the reason. Take down your copy of it.
data-editions = A council that publishes here has a list of its editions: { $code }/council/…/editions.json{ $code-end }. Each edition stands whole at { $code }/council/…/editions/1.json{ $code-end }. Its { $code }ETag{ $code-end } is the digest of its text.
data-csv = In CSV, several values stand in one cell, a line each. A cell that a spreadsheet could take for a formula begins with an apostrophe.
data-referral = Services as Open Referral UK 3.0
data-referral-how = The services of all councils are at { $services }{ $code }/open-referral/v3/services{ $code-end }{ $end }, { $openapi }described here{ $end }. They also hold parts of the wider standard (HSDS 3.0). So you find phone numbers, who a service is for, and how to ask. What a council’s page does not say stands under { $code }kith{ $code-end } as { $code }not_stated{ $code-end } or { $code }not_seen{ $code-end }. Workshops and groups that councils and charities run are there too, as long as they can be joined.
data-each = Each council has its own:
data-filters = Filters are joined by { $em }and{ $em-end }. A page has at most { $most } records. To keep a copy, ask for { $code }minimal=true{ $code-end }, and then for what is new with { $code }modified_after{ $code-end }.
data-licence = Licence
data-licence-how = You may use the facts under the { $licence }Open Government Licence 3.0{ $end }. The words about the law are ours. They are information, not legal advice. Open Referral is a standard of others: “Human Services Data Specification UK: an Open Referral UK resource”.
data-licence-places = The list of councils and the areas of postcodes rest on data of the Office for National Statistics, under the same licence.
data-cite = How to cite a fact on a day
data-cite-how = Name the file, the record, the day you fetched it, and the mark it was sent with. Each answer has a header named { $code }ETag{ $code-end }: a digest (SHA-256) that changes when the data does.
data-read = The day a page of a council was read stands in the file { $pages }offer-pages{ $end } under { $code }seen{ $code-end }.

# The desk of a host’s updates: who asked, and writing news.

updates-desk-sent = Your news is on its way.
updates-desk-title = Updates
updates-desk-lead = Emails to families who asked { $host } for them. When an edition of a local offer changes something, they are written by themselves.
updates-desk-asked = Who asked
updates-desk-asked-many = Updates go to { $strong }{ $people }{ $end }. Once a month: { $monthly }.
updates-desk-news = Write news
updates-desk-news-title = Title
updates-desk-news-title-hint = It may be seen on a locked screen.
updates-desk-news-words = News
updates-desk-news-words-hint = Short and plain. An empty line begins a new paragraph. Name no family and no child.
updates-desk-news-about = What is it about?
updates-desk-news-about-hint = It goes to those who want one of these. Choose none, and it goes to everybody.
updates-desk-news-look = Look at it before it goes
updates-desk-went = What went out
updates-desk-went-none = Nothing yet.
updates-desk-went-to = { $on }. To { $people }.
updates-desk-nobody = nobody yet
updates-desk-few = fewer than { $few } people
updates-desk-many = { $many } people
updates-desk-waiting = { $people }: still to go
updates-desk-unsure = { $people }: not sure whether it went out
updates-desk-given-up = { $people }: could not be sent
updates-desk-title-wrong = Error: Updates

updates-look-title = Look once more
updates-look-lead = News from { $host }. It goes to { $strong }{ $people }{ $end }. Once sent, it cannot be taken back.
updates-look-send-now = Send it now
updates-look-change = Change it

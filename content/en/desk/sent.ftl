# What is sent by email, and the list that is saved as a file: in English alone.

sent-changed = What changed in the local offer of { $host }
sent-since = This counts from { $day }.
sent-for-whom = Who it is for:
sent-read-all = Read all of it: { $title }
sent-more = There are { $many } more.
sent-see-all = See everything that changed
sent-why = You get this because you asked { $host } for updates on: { $wanted }.
sent-change = Change what you hear about
sent-stop = Stop these emails
sent-not-counted = We do not count who opens this email.
sent-subject-month = { $host }: what changed in { $month }
sent-subject-news = { $host }: { $title }
sent-subject-one = { $host }: { $title } ({ $what })
sent-subject-changed = { $host }: the local offer has changed
sent-subject-none = Nothing that families hear of
sent-told = { $what }: { $says }
sent-told-now = now “{ $after }”. It was “{ $before }”.
sent-told-no-longer = no longer “{ $before }”
sent-told-more = Read all of it on the page.

sent-asked = Somebody, perhaps you, asked for updates by email from { $host }.
sent-confirm = Please confirm that you want updates
sent-confirm-not-you = Was it not you? Then do nothing. We forget this address after a week.
sent-already = They come to this address already. You can change what you hear about, or stop.
sent-already-not-you = Was it not you? Then do nothing. Nothing has changed.

sent-waits = A question waits
sent-waits-for = A question waits for an answer.
sent-new = There is something new to read
sent-new-open = There is something new for you to read. Open the page below with your reference and your code.
sent-new-not-you = If you did not expect this, do nothing.

list-file-more = There is more on the list. Take it as a file, or print it.
list-file-phone = Phone
list-file-email = Email

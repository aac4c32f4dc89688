# Updates by email: asking for them, what can be chosen, and what a person's own link opens.

updates-title-wrong = Error: Updates by email
updates-lead = Does a council change what it offers? Does a charity have news? We can tell you by email.
updates-host = Who do you want to hear from?
updates-host-choose = Choose a council or charity
updates-host-wrong = Choose the council or charity you want to hear from
updates-topics = What do you want to hear about?
updates-topics-all = Everything in the offer
updates-topics-wrong = Choose what you want to hear about
updates-arrangement = How does the child live with you?
updates-arrangement-hint = You need not say. If you do, we leave out what is not for you.
updates-arrangement-none = I would rather not say
updates-pace = How often?
updates-pace-at-once = As soon as something changes
updates-pace-monthly = Once a month, if something changed
updates-email = Your email address
updates-email-hint = Can anyone else read your email? Then think first whether this is safe for you. Our emails say “local offer” and the name of the council.
updates-email-wrong = Enter an email address, like name@example.org
updates-busy = Many people are asking just now. Send this again in a quarter of an hour
updates-ask = Ask for updates
updates-address = What we do with your address
updates-address-how = We keep it locked, and use it only for these emails. We do not count who opens them. Every email has a link to stop. When you stop, we forget your address.
updates-feed = Would you rather not give an address?
updates-feed-of = { $link }The same from { $host } as a feed{ $end }, for a feed reader.
updates-feed-how = The same can be read as a feed. Choose who you want to hear from, and add { $address } to your feed reader. NAME is how the council stands in addresses here, like { $example }.
updates-none = No updates by email here
updates-none-how = This site cannot send emails. You can follow what councils change as a feed.
updates-none-feed = What councils have changed

updates-sent = Look at your mail
updates-sent-open = We have sent you an email about updates from { $host }. Open it and press the button in it.
updates-sent-junk = Nothing else is sent until you do. If it does not come in a few minutes, look in your junk mail.

updates-confirm-tab = Confirm your updates
updates-confirm = Do you want these updates?
updates-confirm-what = Updates by email from { $host }, about: { $topics }.
updates-confirm-yes = Yes, send me updates
updates-whole = the whole offer
updates-confirmed = You get updates
updates-confirmed-when = We write to you when something changes at { $host }.
updates-confirmed-links = Each email has a link to change what you hear about, and one to stop.
updates-confirmed-mine = See or change my updates

updates-mine = Your updates
updates-mine-wrong = Error: Your updates
updates-mine-lead = What you hear about from { $host }.
updates-mine-kept = Your choice is kept.
updates-mine-keep = Keep my choice
updates-mine-end = No more emails

updates-stop-tab = Stop your updates
updates-stop = Stop these emails?
updates-stop-what = We then send you no more updates from { $host }, and forget your address.
updates-stop-do = Stop these emails
updates-stop-change = Change what I hear about instead
updates-stopped-tab = Your updates have stopped
updates-stopped = You get no more of these emails
updates-stopped-how = We have forgotten your address. One that was already on its way may still come.
updates-stopped-again = Ask for updates again

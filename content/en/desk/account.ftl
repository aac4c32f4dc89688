# Accounts: signing in, one’s own account, the people of a council or charity, and what each role may do.

sign-in-lead = For people who work on a council’s kinship offer. Carers never need to sign in.
sign-in-title = Sign in
sign-in-forgotten = I have forgotten my password
sign-in-too-many = Too many tries from a browser we do not know. Wait a quarter of an hour, or use the browser you signed in with before
sign-in-wrong = The email address or the password is not right
sign-in-with = Sign in with { $provider }
sign-in-go = Go to sign in
sign-in-code-title = Your code
sign-in-code-lead = Open the app on your phone that makes codes.
sign-in-code-too-many = Too many tries. Wait a quarter of an hour, then try again
sign-in-code-wrong = That code is not right, or was used before. Wait for the next one

go-on-lead = You go on by yourself in a moment. If not, use this link.
go-on-link = Go on
go-on-tab = Going on

sign-on-not-done = { $provider } did not sign you in. You can try again, or use your password.
sign-on-away = The sign-in of { $provider } does not answer as it should. Try again in a few minutes, or use your password.
sign-on-unproved = { $provider } did not tell us an email address that it knows to be yours. Use your password, and tell whoever looks after sign-in at your council.
sign-on-not-invited = Nobody has invited you with this email address, or your account is not one that this sign-in opens. Ask whoever looks after accounts at your council.
sign-on-another = The account with this email address belongs to somebody who signed in here before. If it is yours, use your password, and tell whoever looks after accounts at your council.
sign-on-unshown = Sign in with your password once, and set up the second step. After that you can come in this way.
sign-on-lost = Either it took longer than ten minutes, or it was begun in another window, or the link was used before. Nothing is wrong with your account. Start again from the sign-in page.
sign-on-lost-title = That sign-in is over
sign-on-not-in-title = You are not signed in
sign-on-odd = What came back does not belong to a sign-in that was begun here, or was used before. Start again from the sign-in page. If it happens twice, tell whoever runs this site.
sign-on-failed-title = We could not sign you in
sign-on-there = You go to the sign-in of { $provider }
sign-on-known = Your council knows you

second-step-lead = A password alone can be stolen. Add an app that makes codes, such as the one of your phone, and point it at this picture. Then type the code it shows.
second-step-title = Set up a second step
second-step-hint = Six figures from the app on your phone.
second-step-wrong = That is not the code the app should show. Check that your phone has the right time

codes-lead = Write these codes down and keep them somewhere safe. Each lets you in once, should you lose your phone. They are not shown again.
codes-title = Codes to keep
codes-do = I have written them down

forgotten-lead = We send a link to the address of your account. With it you choose a new password.
forgotten-title = Forgotten password
forgotten-do = Send me a link
forgotten-sent-lead = If there is an account with that address, a link is on its way. It works for an hour.
forgotten-sent-title = Look at your mail

recovery-lead = When you have chosen it you are signed out everywhere, and sign in again with your code.
recovery-title = A new password
recovery-do = Keep this password
recovery-done-lead = Your new password is kept. Sign in with it, and with your code.
recovery-done-title = Done

set-up-lead = You run this installation. With this account you begin a council’s offer and invite the people who write it. Everybody else is invited by somebody.
set-up-title = The first account
set-up-do = Make the account

invitation-lead = You were invited as { $email }. Your role: { $roles }.
invitation-title = Your invitation
invitation-do = Make my account

account-form-picture = A picture for the app that makes codes
account-form-picture-words = You cannot point your phone at it? Type this into the app instead: { $code }{ $words }{ $end }
account-form-password = Password
account-form-new-hint = At least 14 letters. Three random words make a good one.
account-form-new = New password
account-form-code = Code
account-form-code-hint = Six figures from the app on your phone, or one of the codes you wrote down.
account-form-name-wrong = Enter your name
account-form-name-long = Enter your name in one line of at most 100 letters
account-form-name-hint = Colleagues see it. The public does not.
account-form-name = Your name
account-form-email-wrong = Enter an email address, like name@example.org

account-elsewhere-lead = Your password once more, so that nobody who comes upon an open browser can do it.
account-elsewhere-title = Sign out elsewhere

account-password = Change your password
account-password-wrong = That is not your password
account-password-lead = When you change it you are signed out everywhere else.
account-password-do = Change it

account-title = Your account
account-roles = What you may do
account-no-role = You have no role yet. Whoever looks after accounts at your council can give you one.
account-role-at = { $strong }{ $role }{ $end } at { $link }{ $council }{ $away }: { $what }
account-desk = Go to your desk
account-who-may = Who may do what
account-safe = Keeping your account safe
account-codes-left = { $many ->
    [one] You have { $many } written code left, for when your phone is not at hand.
   *[other] You have { $many } written codes left, for when your phone is not at hand.
  }
account-sessions = Where you are signed in
account-this-browser = This browser
account-other-browser = Another browser
account-since = Since { $since }, last used { $used }
account-sign-out-here = Sign out here
account-sign-out-there = Sign out there
account-sign-out-all = Sign out everywhere else
account-title-wrong = Error: { $title }
account-signed-in-with = Signed in with { $provider }
account-browser = A browser
account-signed-in-password = Signed in with a password
account-back = Back to your account

team-title-of = People of { $host }
team-title = People
team-none = Nobody has a role here yet.
team-take-away = Take the role away
team-invited = Invited
team-until = Works until { $until }
team-take-back = Take it back
team-told = Roles given and taken
team-told-chain = The newest first. Each stands in the audit chain, so that it cannot be changed or taken out without being found.
team-invite = Invite somebody
team-email = Email address
team-role = Role
team-choose = Choose
team-invite-do = Invite
team-last = This is the last administrator here. Make somebody else one first
team-own = Somebody else must give you a role
team-runs-it = whoever runs this site
team-not-here = somebody without a role here
team-given = { $by } gave the role { $role } to { $whom }
team-taken = { $by } took the role { $role } from { $whom }
team-found = { $whom } had the role { $role } before this was written down
team-uninvited = { $by } took back an invitation to the role { $role }
team-was-invited = { $by } invited somebody to the role { $role }
team-role-wrong = Choose a role
team-known = They have an account already. The role is theirs now.
team-sent = The invitation is on its way. It works for a week.

roles-lead = Everybody who writes, approves or publishes a council’s offer has a role at that council. A role at one council is none at another.
roles-what = What
roles-own = “Their own” means records that they wrote first, or were given. Whoever sends an edition to be published never publishes it: a second person does.
roles-yes = yes
roles-their-own = their own

role-reader = reads the draft and comments on it
role-editor = writes the records that are theirs
role-publisher = is the second person: publishes, or sends back
role-lead = answers for the offer
role-administrator = looks after the people who work on the offer
role-adviser = looks after a charity’s own entries, at every council
role-operator = runs this installation
role-worker = works with families: a social worker or family help worker
role-manager = decides in cases for the council, as the second person
role-coordinator = brings family meetings about; decides nothing about a child
role-complaints = runs complaints
role-organiser = runs workshops, groups and advice lines, and sends updates
role-advice-worker = answers questions that people ask an advice team

deed-read = read the draft
deed-comment = comment on the draft
deed-settle = mark comments as dealt with
deed-write = write, take out and put back records
deed-arrange = order, bring in and hand out records
deed-consult = hold a consultation and report on it
deed-reach = write down steps taken to reach families
deed-answer = answer what readers say
deed-propose = send the draft to the second person
deed-publish = publish, send back or withdraw
deed-team = invite people and give roles
deed-found = begin a council’s offer
deed-cases = work on the cases of families
deed-oversee = see how all cases stand, who looked at what and how long each is kept, and take the yearly returns
deed-complaints = see how the complaints of a year went
deed-host = look after workshops, groups, advice lines and updates
deed-advise = answer questions to an advice team
deed-installation = see who did what about accounts and roles of this installation

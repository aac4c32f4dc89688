# Help near you: the form, what was found, and the list that is kept in the page.

services-lead = Look for help in your own words. Spelling does not matter.
services-workshops = Looking for a workshop or an event? { $link }See what is on{ $end }.
services-look = What are you looking for?
services-look-hint = Like: money for clothes, someone to talk to, nan, contact. We do not keep what you type.
services-look-go = Look
services-council = Which council?
services-council-any = All councils we know
services-more = Choose more
services-need = What do you need?
services-need-any = Anything
services-arrangement-known = Your arrangement
services-arrangement-from = { $arrangement }, from { $link }your answers{ $end }
services-arrangement = How does the child live with you?
services-arrangement-any = I do not know, or any
services-age = How old is the child, in years?
services-how = Online or face to face?
services-how-any = Any way
services-day = Which day?
services-day-any = Any day
services-language = Which language?
services-language-any = Any language
services-whom = For whom above all?
services-whom-any = Anybody
services-access = What makes it easier for you to go?
services-access-any = Nothing special
services-postcode = Your postcode, to see how far things are
services-within = Look at other councils near your postcode?
services-within-none = Only my council
services-within-miles = Up to { $miles } miles
services-free = Only what is free
services-not-kept = We use these only for this page. We do not keep them.
services-list = Your list
services-list-where = The list is only in this page. It is gone when you leave it. Print it or write it down first.
services-list-drop = Take off
services-list-show = Show my list to print
services-or-need = Or choose what you need

services-found = What we found
services-found-nothing = We found nothing by those words. Here is a way on.
services-found-national = We found { $national ->
    [one] { $national } thing
   *[other] { $national } things
  }, the same in every council.
services-found-local = We found { $local ->
    [one] { $local } thing
   *[other] { $local } things
  } from councils.
services-found-both = We found { $local ->
    [one] { $local } thing
   *[other] { $local } things
  } from councils, and { $national ->
    [one] { $national } thing
   *[other] { $national } things
  } that hold everywhere.
services-read-as = We read “{ $typed }” as { $strong }{ $read }{ $end }.
services-dropped = We know nothing by this, so we left it out: { $words }. Try a word like “money”, “school” or “someone to talk to”.
services-council-by-postcode = Your postcode is in { $council }, so we looked there.
services-begin = You could begin with these
services-from = From { $council }
services-from-councils = From councils
services-not-held = We do not hold what { $council } offers. It must publish it. { $link }How to ask for it{ $end }
services-none-here = We found nothing by this in what { $council } offers. It may still help. { $link }Read all it offers, and whom to ask{ $end }
services-none = We found nothing by this in the offers we hold. Your own council may still help. { $link }Find your council{ $end }
services-few = These are from the few councils whose offers we hold. Choose your own council above.
services-without = You could leave something out:
services-without-one = Leave out { $what }: { $many ->
    [one] { $many } thing
   *[other] { $many } things
  }
services-without-all = all you chose
services-border = From other councils near you
services-border-mind = These may be only for families of that council. Ask before you go.
services-national = The same in every council
services-may = These may fit too
services-may-means = Something you asked for is not stated. That is not a no. Ask them.
services-fold = Show { $many } more
services-fold-no = Show { $many } that do not fit what you chose
services-does-not-fit = does not fit: { $list }
services-and-more = And { $many } more.
services-there-are-more = There are { $many } more. Add a word, or choose a council, to see those that fit you best.
services-person = Or ask a person
services-person-kinship = Kinship advice line: { $phone }
services-person-rights = Family Rights Group: { $phone }
services-person-council = Ask { $council }
services-person-any = Ask your council

services-far = How far
services-call = Call or write
services-not-stated = Not stated: { $list }.
services-rule = The national rule behind it: { $link }{ $rule }{ $end }
services-checked = checked { $day }
services-checked-old = more than 90 days ago: ask if it still holds
services-checked-never = we do not know when this was checked: ask if it still holds
services-kept = On your list
services-keep = Keep on my list
services-hours = When they answer
services-ask-how = How to ask
services-next = Next
services-when = When
services-above-all = For these above all
services-cost = Cost
services-given = How
services-often = How often
services-where = Where
services-languages = Languages
services-access-to = Access
services-reach = How to reach it
services-amount = How much
services-earlier = This stood on an earlier version of the council’s page. Ask if it still holds.
services-ended = This ended on { $day }.
services-past = This is an old policy. Ask what holds now.
services-proposed = The council asked people about this plan. We did not see if it is in use.
services-birthday = It depends on when the child’s birthday is.
services-asked-need = what it helps with
services-asked-how = how it is given
services-asked-cost = what it costs
services-asked-day = the day
services-asked-language = the language
services-asked-whom = who it is made for
services-asked-access = how it is made easy to use

services-map = { $many ->
    [one] { $many } numbered thing
   *[other] { $many } numbered things
  } around your postcode, north up. The list says of each how far it is.
services-map-north = N
services-map-you = You
services-map-miles = { $miles ->
    [one] { $miles } mile
   *[other] { $miles } miles
  }
services-map-half = half a mile
services-map-caption = The numbers are those of the list. Places are drawn by postcode, so not quite where they are.

list-none = There is nothing on your list yet. { $link }Look for help{ $end } and keep what you like.
list-made = Made on { $day }. To print it, use “Print” in your browser’s menu. The list is only in this page.
list-send = Send it to yourself
list-care = { $strong }Take care if somebody looks at your phone or your mail.{ $end } They can read what you send and what you save. Then it is safer to write the numbers down, or to let somebody you trust keep the list.
list-email = { $link }Put the list in an email{ $end }. Your own mail opens, and you choose who gets it. We never see the address.
list-save = Save the list as a file
list-more = Look for more
list-talk = To talk to someone: Kinship advice line { $kinship }, or Family Rights Group { $rights }.

how-in-person = In person
how-phone = Phone
how-online = Online
how-home = Home
how-post = Post

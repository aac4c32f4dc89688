# The frame around every page.

frame-exit = Exit this page
frame-skip = Skip to the main part
frame-menu = Main
frame-find = Find support
frame-councils = Councils
frame-law = The law
frame-desk = Your desk
frame-cases = Cases
frame-account = Your account
frame-sign-out = Sign out
frame-services = Help near you
frame-workshops = Workshops
frame-groups = Groups
frame-advisers = Talk to an adviser
frame-updates = Updates by email
frame-about = About Kith
frame-privacy = Your privacy
frame-safety = Staying safe
frame-accessibility = Using this site your way
frame-easy = Easy words and pictures
frame-glossary = What words mean
frame-data = Open data
frame-publish = For councils: sign in
frame-advice = Kith is information, not legal advice. To talk to someone: Kinship advice line { $kinship } (England and Wales), or Family Rights Group { $rights }.
frame-hurry = In a hurry? “Exit this page” clears your answers.
frame-keys = You can also press Shift three times.
frame-back = Back
frame-error = Error
frame-problem = There is a problem
frame-expired = Your answers have been cleared.
frame-expired-why = Nothing happened here for 30 minutes, so we cleared them to keep them safe. You can start again.
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  } { $year }
weekday = { $name ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
  } { $date }

# How far the page can be relied on, in another language.

language-draft = This translation is a draft. A person has not checked it yet. The English beside it is what counts.
language-only-english = This page is not in your language yet. It is in English. You can ask someone you trust to read it with you.

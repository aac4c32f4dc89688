# What many desks say. Desks and accounts are in English alone: nothing in this folder is translated.

desk-error = Error:
desk-kept = Kept.
desk-not-done = That was not done
desk-lost = Nothing you typed is lost: it stands below.
desk-show = Show

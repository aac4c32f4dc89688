# What the family said, and what is taken to be so.

answers-title = Your answers
answers-back = Back to the questions
answers-none = You have not told us anything yet.
answers-start = Start
answers-held = They are held in your browser alone. Change any of them. The results change with them.
answers-change = Change
answers-found = See what we found
answers-presumed = We have taken it that…
answers-presumed-why = These are so for nearly every family, so we do not ask. If one is wrong for you, change it.
answers-clear = Clear everything
answers-clear-how = This takes all answers out of your browser at once.
answers-clear-all = Clear all my answers

# What if one answer were different: choosing it, and what would change.

what-if-tab = What if
what-if-tab-wrong = Error: what if
what-if-change = What would change
what-if-nothing = Nothing would change, as far as we can tell from your answers.
what-if-turns = →
what-if-become = would become
what-if-drop = Leave my answers as they are
what-if-keep = Make this my answer
what-if-other = Try something else
what-if-lead = Choose an answer to try out. We show only what would change. Your own answers stay as they are.
what-if-none = You have no answers yet. { $link }Start here{ $end }.
what-if-try = Try
what-if-try-what = another answer to { $what }
what-if-orders = Same child, other order: side by side
what-if-now = Trying it out. Your answer now:
what-if-show = Show what would change
what-if-not-known = What if I did not know?
what-if-nothing-yet = nothing yet

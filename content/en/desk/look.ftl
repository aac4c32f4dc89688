# News of a host, before it is sent.

look-title = Look once more
look-lead = News from { $host }. It goes to { $strong }{ $people }{ $end }. Once sent, it cannot be taken back.
look-send = Send it now
look-change = Change it

# Around the offer: which host, and the parts of its desk.

host-choose-title = Around the offer
host-choose-lead = Hello, { $name }. Workshops, groups, advice and updates are looked after here.
host-choose-none = No council’s or charity’s work is open to you yet. Whoever looks after the people there can give you the role.
host-choose-people = People of a charity
host-choose-people-of = { $charity }: people and roles

host-home-lead = What you run around the offer.
host-home-workshops = Workshops and events
host-home-workshops-what = Write them, publish them, see who comes.
host-home-groups = Groups
host-home-groups-what = Peer groups: where and when they meet, and when each last met.
host-home-advice = Advice
host-home-advice-what = Advice lines, the team that answers questions, and answers for all.
host-home-questions = Questions
host-home-questions-what = What people ask your advice team.
host-home-updates = Updates
host-home-updates-what = Emails to families who asked for them, and news you write.

host-choose-title = Around the offer
host-choose-lead = Hello, { $name }. Workshops, groups, advice and updates are looked after here.
host-choose-none = No council’s or charity’s work is open to you yet. Whoever looks after the people there can give you the role.
host-choose-people = People of a charity
host-choose-people-of = { $charity }: people and roles

host-home-lead = What you run around the offer.

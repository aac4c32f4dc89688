# Small words that several pages say: lists, days and times, nations, needs, kinds of arrangement, and what forms say.

list = { $list }, { $next }
day-name = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
  }
day-of-month = { $day } { $month ->
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
  }
moment = { $day }, { $time }
time = { $half ->
    [morning] { $time }am
    [noon] noon
   *[evening] { $time }pm
  }

nation-england = England
nation-wales = Wales
nation-scotland = Scotland
nation-northern-ireland = Northern Ireland

form-kept = Nothing you typed is lost: it stands below.
form-not-done = That was not done
form-optional = (if you like)

need-money = Money
need-school = School and learning
need-health = Health and feelings
need-legal = Law and your rights
need-talking = Talking to someone
need-meeting = Meeting other families
need-breaks = A break
need-contact = Seeing parents and family
need-carers = Learning as a carer
need-home = Your home
need-older = Growing up and leaving care
need-checks = Checks, plans and approval

arrangement-INF = Informal care in the family
arrangement-PF = Private fostering
arrangement-KF24 = Kinship foster care, approved for now
arrangement-KF = Kinship foster care
arrangement-CAO = Child arrangements order
arrangement-SGO = Special guardianship order
arrangement-ADO = Adoption
arrangement-TG = Guardian named by a parent who died, or by a court
arrangement-RO = Residence order
arrangement-CAO_INT = Child arrangements order, for now
arrangement-DISP = The council may have placed the child
arrangement-S22C6D = In care, placed with you but not as foster carer

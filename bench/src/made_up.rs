//! Made-up offers, the same on every run.

use fastrand::Rng;
use law::text::SourceFile;
use offer::place::Council;

/// How many services each has.
pub const SERVICES: usize = 100;
const WHAT: [&str; 20] = [
    "support group",
    "counselling",
    "legal advice",
    "school help",
    "training",
    "therapy",
    "short breaks",
    "coffee morning",
    "help to claim benefits",
    "mediation",
    "family time",
    "homework club",
    "money advice",
    "mentoring",
    "walking group",
    "art sessions",
    "parenting course",
    "drop-in",
    "telephone line",
    "holiday activities",
];
const WHOM: [&str; 10] = [
    "kinship carers",
    "special guardians",
    "grandparents",
    "teenagers",
    "under fives",
    "brothers and sisters",
    "new carers",
    "children in need",
    "young carers",
    "kinship foster carers",
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
fn pick<'a>(random: &mut Rng, list: &[&'a str]) -> &'a str {
    list[random.usize(..list.len())]
}

/// A made-up offer of a council, as one file.
pub fn offer(council: &Council, random: &mut Rng) -> SourceFile {
    let mut text = format!(
        "offer       {}\ncouncil     {}\nauthority   {}\ntrust       none\ntitle       Made up\nexample     yes\n\
         notice      Made up, to measure with.\nstatus      published\nlayout      need-led\n\n\
         page        one\ntitle       Made up\naddress     https://example.org/{}\nseen        2026-11-22\nextent      whole\n",
        council.slug, council.full_name, council.code, council.slug
    );
    for number in 0..SERVICES {
        let (what, whom, day) = (pick(random, &WHAT), pick(random, &WHOM), pick(random, &DAYS));
        let made_up: String = (0..7).map(|_| random.lowercase()).collect();
        let cost = pick(random, &["free", "£2 a visit", "not stated"]);
        let way = pick(random, &["in person", "online", "phone"]);
        text.push_str(&format!(
            "\nservice     made-up-{number}\nname        {made_up} {what} for {whom}\n\
             summary     A {what} where {whom} meet people from {} who know what it is like, and get help that lasts.\n\
             provider    charity | {made_up} trust\ndelivery    {way}\nplace       {made_up} Hall, SE15 5EB\n\
             frequency   every {day}\ncost        {cost}\nreach       yourself\nbasis       local choice\nsource      one\n\
             published   For {whom} who live in {}.\nmay when\n  arrangement is SGO\n  because  It is for {whom}.\n\
             otherwise unknown_rule\n  because  The page does not say who else can come.\n",
            council.name, council.name
        ));
    }
    SourceFile { path: format!("{0}/{0}.law", council.slug), text }
}

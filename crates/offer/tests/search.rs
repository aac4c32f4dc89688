//! Looking for help in everyday words: what is found first, slips included, and what is never hidden.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod shipped;

use jiff::civil::Weekday;
use law::text::SourceFile;
use offer::place::{CouncilCode, Places};
use offer::search::{Access, Asked, Everyday, Fit, Found, Kind, Needs, Search, Wanted};
use offer::{Offers, Welcome};
use shipped::{LAW, OFFERS};
use std::sync::{Arc, LazyLock};

fn content(name: &str) -> SourceFile {
    let path = format!("{}/../../content/en/{name}", env!("CARGO_MANIFEST_DIR"));
    SourceFile { text: std::fs::read_to_string(&path).unwrap(), path }
}

fn search(offers: Offers) -> Search {
    let (everyday, faults) = Everyday::read(&content("everyday-words.txt"));
    assert!(faults.is_empty(), "{faults:?}");
    let (needs, faults) = Needs::read(&content("needs.txt"));
    assert!(faults.is_empty(), "{faults:?}");
    Search::new(LAW.clone(), Arc::new(offers), Places::embedded(), everyday, needs)
}

static SEARCH: LazyLock<Search> = LazyLock::new(|| search(OFFERS.clone()));

fn find(typed: &str, slug: &str) -> Found<'static> {
    let council = Places::embedded().by_slug(slug).map(|council| council.code);
    SEARCH.find(typed, council)
}

/// Checks lines of `council | words | a key that is among the first hits`: of the council's own things, or of the law.
fn check(first: usize, lines: &str) {
    let mut wrong = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let [slug, typed, key] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else { panic!("{line}") };
        let found = find(typed, slug);
        let is_law = key.starts_with("law/");
        let of_kind = found.hits.iter().filter(|hit| hit.listing.council.is_none() == is_law);
        let keys: Vec<&str> = of_kind.map(|hit| hit.listing.key.as_str()).take(first).collect();
        if !keys.contains(&key) {
            wrong.push(format!("{line}: found {keys:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn everyday_words_find_what_they_stand_for() {
    check(
        3,
        "southwark     | nan                     | southwark/organisation/grandparents-plus
         gateshead     | nan                     | gateshead/service/kinship-care-team
         gateshead     | granny                  | law/peer_groups
         kent          | grandad                 | law/peer_groups
         southwark     | guardian                | southwark/service/special-guardian-advice
         southwark     | guardian                | southwark/service/special-guardian-group
         kent          | guardian                | law/guardians_allowance
         gateshead     | contact                 | gateshead/service/family-time
         kent          | contact                 | law/family_time_support
         kent          | seeing mum              | law/family_time_support
         gateshead     | money for clothes       | gateshead/payment/section-17
         kent          | money for clothes       | law/s17_money
         kent          | school uniform          | law/s17_money
         kent          | a bed for the baby      | law/s17_money
         kent          | school dinners          | law/free_school_meals
         kent          | doctor                  | law/gp_registration
         kent          | solicitor               | law/legal_aid_sgo_private
         kent          | I am so tired           | law/respite
         kent          | babysitter              | law/respite
         kent          | time off work           | law/kinship_leave
         kent          | bedroom tax             | law/uc_bedroom
         kent          | SEN                     | law/ehcp
         kent          | complain                | law/complaint_and_ombudsman
         gateshead     | someone to talk to      | gateshead/service/counselling
         gateshead     | camhs                   | gateshead/service/mental-health
         gateshead     | lawyer                  | gateshead/service/legal-advice
         gateshead     | days out                | gateshead/service/social-events
         gateshead     | falling out             | gateshead/service/mediation
         gateshead     | debt                    | gateshead/service/money-advice
         southwark     | nursery                 | southwark/service/childcare
         southwark     | support group           | southwark/service/special-guardian-group
         southwark     | form filling            | southwark/service/open-door
         southwark     | MASH                    | southwark/contact/mash-day
         southwark     | SGO money               | southwark/payment/special-guardianship-allowance
         southwark     | complaint               | southwark/contact/complaints-team
         hertfordshire | training                | hertfordshire/service/training
         hertfordshire | adopt                   | hertfordshire/service/adoption-advice",
    );
}

#[test]
fn slips_are_forgiven() {
    check(
        3,
        "southwark     | guardain                | southwark/service/special-guardian-advice
         southwark     | gaurdian                | southwark/service/special-guardian-group
         gateshead     | grany                   | law/peer_groups
         gateshead     | counciling              | gateshead/service/counselling
         gateshead     | councelling             | gateshead/service/counselling
         gateshead     | mediaton                | gateshead/service/mediation
         gateshead     | theripy                 | gateshead/service/therapy
         gateshead     | benifits                | gateshead/service/benefits-help
         southwark     | special gardianship alowance | southwark/payment/special-guardianship-allowance
         southwark     | puple premium           | southwark/service/pupil-premium-plus
         southwark     | vertual school          | southwark/service/virtual-school
         kent          | schooltransport         | law/school_transport
         kent          | pasport                 | law/passport
         kent          | fostring alowance       | law/fostering_allowance
         kent          | chid benefit            | law/child_benefit
         kent          | guard                   | law/guardians_allowance
         kent          | ALLOWANCES!!            | law/guardians_allowance",
    );
    let found = find("guardain", "southwark");
    let read: Vec<_> = found.readings.iter().map(|one| (one.typed.as_str(), one.read.as_str())).collect();
    assert_eq!(read, [("guardain", "guardian")]);
}

#[test]
fn what_says_nothing_is_named_and_everything_is_found() {
    let found = find("xqzvw", "kent");
    assert!(!found.is_understood && found.dropped == ["xqzvw"]);
    assert_eq!(found.hits.len(), LAW.supports.len(), "of a council without an offer, all of the law");
    let found = find("xqzvw school", "kent");
    assert!(found.is_understood && found.dropped == ["xqzvw"]);
    assert!(find("", "southwark").hits.len() > LAW.supports.len());
}

#[test]
fn every_service_and_payment_is_found_by_its_own_name() {
    for listing in SEARCH.listings() {
        let thing = SEARCH.thing(listing).unwrap();
        // A charity called Kinship has the name of the whole subject, and a contact stands after what it is for.
        if matches!(listing.kind, Kind::Organisation { .. } | Kind::Contact { .. }) {
            continue;
        }
        let found = SEARCH.find(thing.name(), listing.council);
        let place = found.hits.iter().position(|hit| hit.listing.key == listing.key);
        assert!(place.is_some_and(|place| place < 12), "{} at {place:?}", listing.key);
    }
}

#[test]
fn a_search_of_one_council_shows_no_other() {
    let southwark: CouncilCode = "E09000028".parse().unwrap();
    for hit in find("money", "southwark").hits {
        assert!(hit.listing.council.is_none_or(|code| code == southwark), "{}", hit.listing.key);
    }
}

#[test]
fn what_is_not_stated_is_never_a_no() {
    let listing = |key: &str| SEARCH.by_key(key).unwrap();
    let free = Wanted { free: true, ..Wanted::default() };
    assert_eq!(free.fit(listing("southwark/service/childcare")), Fit::Yes);
    assert_eq!(free.fit(listing("southwark/service/open-door")), Fit::NotStated(vec![Asked::Cost]));
    let online = Wanted { delivery: Some(offer::Delivery::Online), ..Wanted::default() };
    assert_eq!(online.fit(listing("southwark/service/send")), Fit::Yes);
    assert_eq!(online.fit(listing("southwark/service/special-guardian-group")), Fit::No(vec![Asked::Delivery]));
    assert_eq!(online.fit(listing("southwark/service/virtual-school")), Fit::NotStated(vec![Asked::Delivery]));
    let need = |id: &str| Wanted { need: SEARCH.needs().place(id), ..Wanted::default() };
    assert_eq!(need("school").fit(listing("southwark/service/virtual-school")), Fit::Yes);
    assert_eq!(need("money").fit(listing("law/child_benefit")), Fit::Yes);
    assert_eq!(need("breaks").fit(listing("law/respite")), Fit::Yes);
    assert_eq!(need("breaks").fit(listing("law/child_benefit")), Fit::No(vec![Asked::Need]));
}

/// An offer made up for these tests.
const FINDING: &str = "offer  kent\ncouncil  Kent\nauthority  E10000016\ntitle  T\nstatus  published\nlayout  need-led\n\
    \npage  p\ntitle  P\naddress  https://x.example\nseen  2026-11-20\nextent  whole\n\
    \ncontact  team\nname  The team\npost  Civic Centre, NE8 1HH\nsource  p\n\
    \nservice  men\nname  Men's evening\nsummary  A group.\nschedule  weekly | Thursday | 18:00 to 19:30\n\
    schedule  monthly | last Friday\nwelcomes  men\nwelcomes  grandparents\naccessibility  a hearing loop\nsource  p\n\
    published  not stated\n\
    \nservice  group\nname  A group\nsummary  A group.\nfrequency  every Monday\nsource  p\npublished  not stated\n";

#[test]
fn schedules_welcomes_and_access_are_filters_and_silence_is_no_answer() {
    let (offers, faults) = Offers::load(&[SourceFile { path: "kent/offer.law".into(), text: FINDING.into() }], &LAW);
    assert!(faults.is_empty(), "{faults:?}");
    let search = search(offers);
    let choices = search.choices();
    assert_eq!(choices.days, [Weekday::Monday, Weekday::Thursday, Weekday::Friday]);
    assert_eq!(choices.welcomes, [Welcome::Men, Welcome::Grandparents]);
    assert_eq!(choices.access, [Access::HearingLoop]);
    let day = |day| Wanted { day: Some(day), ..Wanted::default() };
    let whom = |whom| Wanted { welcome: Some(whom), ..Wanted::default() };
    let access = |access| Wanted { access: Some(access), ..Wanted::default() };
    let (yes, not) = (Fit::Yes, |asked| Fit::NotStated(vec![asked]));
    for (wanted, men, group) in [
        (day(Weekday::Thursday), yes.clone(), Fit::No(vec![Asked::Day])),
        (day(Weekday::Friday), yes.clone(), Fit::No(vec![Asked::Day])),
        (day(Weekday::Monday), Fit::No(vec![Asked::Day]), yes.clone()),
        (whom(Welcome::Men), yes.clone(), not(Asked::Welcome)),
        (whom(Welcome::Siblings), not(Asked::Welcome), not(Asked::Welcome)),
        (access(Access::HearingLoop), yes.clone(), not(Asked::Access)),
        (access(Access::StepFree), not(Asked::Access), not(Asked::Access)),
    ] {
        for (key, expected) in [("kent/service/men", men), ("kent/service/group", group)] {
            assert_eq!(wanted.fit(search.by_key(key).unwrap()), expected, "{wanted:?} of {key}");
        }
        let asked: Vec<Asked> = wanted.asked().collect();
        assert_eq!(wanted.without(asked[0]), Wanted::default());
    }
    assert!(search.by_key("kent/contact/team").unwrap().spot.is_some(), "an office has a place too");
    assert!(search.by_key("kent/service/group").unwrap().spot.is_none());
}

#[test]
fn the_learning_hub_has_a_place_and_every_page_a_day() {
    assert!(SEARCH.listings().iter().any(|listing| listing.spot.is_some()));
    assert!(SEARCH.listings().iter().all(|listing| listing.seen.is_some()));
}

#[test]
fn every_everyday_word_finds_something() {
    let text = content("everyday-words.txt").text;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        for words in line.split(['=', ',']).map(str::trim).filter(|words| !words.is_empty()) {
            let found = find(words, "");
            assert!(found.is_understood && !found.hits.is_empty(), "{words}: {:?}", found.dropped);
        }
    }
}

#[test]
fn faults_in_the_words_say_where_and_what_to_do() {
    let file = |text: &str| SourceFile { path: "words.txt".into(), text: text.into() };
    let (_, faults) = Everyday::read(&file("# note\nnan\nthe = money\ngran = carer\ngran = other"));
    let lines: Vec<usize> = faults.iter().map(|fault| fault.spot.line).collect();
    assert_eq!(lines, [2, 3, 5]);
    let (_, faults) = Needs::read(&file("money | Money"));
    assert_eq!(faults.len(), 1);
}

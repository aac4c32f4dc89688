//! Offers go out as tables and feeds and come back without loss; what cannot be read is told with its place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod shipped;

use law::Outcome;
use law::text::SourceFile;
use offer::exchange::{Feed, Fetched, Taxonomies, identity, import, table};
use offer::place::Places;
use offer::search::{Everyday, Needs, Search};
use offer::{Offer, Offers, Stated};
use proptest::prelude::*;
use shipped::{LAW, OFFERS, family};

#[test]
fn services_go_out_as_csv_and_come_back_the_same() {
    for offer in OFFERS.iter() {
        let text = offer.services_csv(&LAW);
        let (services, faults) = offer.read_services_csv(&text, &LAW);
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(services, offer.services, "{}", offer.slug());
    }
}

/// An offer with one service, in which some words were put.
fn with_words(words: &[String; 5]) -> Option<Offer> {
    let [name, cost, note, reach, published] = words;
    let text = format!(
        "offer  x\ncouncil  X\ntitle  T\nstatus  published\nlayout  need-led\n\npage  p\ntitle  P\naddress  https://x.example\nextent  whole\n\n\
         service  s\nname  {name}\nsummary  A summary\ncost  {cost}\nreach  {reach}\nreach  by post\nnote  {note}\n\
         source  p\npublished  {published}\nmay when\n  child_age < 16\n  because  You may.\notherwise unknown_rule\n  because  Nobody says.\n"
    );
    let (offer, faults) = Offer::load(&[SourceFile { path: "x/offer.law".into(), text }], &LAW);
    faults.is_empty().then_some(offer)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_the_words_are_csv_keeps_them(
        words in prop::array::uniform5("[-=+@'\"“a-zA-Z0-9é£,;|.?!()]{1,12}( [-=+@'\"a-z0-9,;|]{1,9}){0,4}"),
    ) {
        if let Some(offer) = with_words(&words) {
            let text = offer.services_csv(&LAW);
            let (services, faults) = offer.read_services_csv(&text, &LAW);
            prop_assert!(faults.is_empty(), "{faults:?}\n{text}");
            prop_assert_eq!(services, offer.services);
            for cell in csv_cells(&text) {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }
    }

    #[test]
    fn no_table_and_no_feed_can_break_the_reader(text in ".{0,400}") {
        let offer = OFFERS.by_slug("southwark").unwrap();
        let (_, _) = offer.read_services_csv(&text, &LAW);
        let (_, _) = offer.read_services_csv(&format!("id,name,rule\n{text}"), &LAW);
        let (_, _) = import(&text, FETCHED);
    }

    #[test]
    fn guarding_a_cell_loses_nothing(cell in ".{0,30}") {
        let guarded = table::guard(&cell);
        prop_assert_eq!(table::unguard(&guarded), cell);
    }
}

fn csv_cells(text: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn a_table_with_faults_says_where_each_is() {
    let offer = OFFERS.by_slug("southwark").unwrap();
    let text = "id,name,sumary,basis,contacts,source,rule\r\n\
        one,One,x,duty,carers-team,about,otherwise may\r\n\
        \r\n\
        Two!,Two,x,perhaps,nobody,about,\"service  three\nname  Three\"\r\n\
        four,,x,,,,right when\r\n";
    let (services, faults) = offer.read_services_csv(text, &LAW);
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let told = told.join("\n");
    assert_eq!(services.len(), 3);
    for part in [
        "table:1:3: there is no key `sumary`",
        "did you mean `summary`?",
        "table:4:1: \"Two!\" is not a name",
        "table:4:4: \"perhaps\" is not one of: duty, power, local choice",
        "there is no contact named nobody",
        "table:4:7: this cell holds more than a rule",
        "has no `name`",
        "has no `source`",
    ] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
}

const FETCHED: Fetched = Fetched { url: "https://feed.example/services", on: jiff::civil::date(2026, 11, 22) };

#[test]
fn a_feed_of_either_version_comes_in_as_services() {
    let third = r#"{"total_items":2,"empty":false,"contents":[
        {"id":"ac148810-d857-441c-9679-408f346de14b","name":"Family  group","description":"A group.","status":"active",
         "eligibility_description":"For kinship carers.","minimum_age":5,"application_process":"ring us",
         "fees_description":"Free","schedules":[{"description":"Tuesdays"}],"languages":[{"name":"Urdu"},{"name":""}],
         "contacts":[{"name":"Ann Persona","title":"Kinship worker","email":"a@x.example","phones":[{"number":"01234"}]}],
         "organization":{"name":"A charity"},
         "service_at_locations":[{"location":{"location_type":"physical","name":"The Hall",
           "addresses":[{"address_1":"1 High Street","city":"York","postal_code":"YO1 9TL"}]}}],
         "service_areas":[{"name":"York"}]},
        {"id":"x","name":null}]}"#;
    let (imported, faults) = import(third, FETCHED);
    assert_eq!(imported.services.len(), 1);
    let one = &imported.services[0];
    assert_eq!(
        (one.identifier.as_str(), one.uuid.to_string()),
        ("ac148810-d857-441c-9679-408f346de14b", one.identifier.clone())
    );
    let service = &one.service;
    assert_eq!((service.id.as_str(), service.name.as_str()), ("family-group", "Family group"));
    assert_eq!(service.eligibility.published.value().unwrap()[0].words, "For kinship carers. From age 5.");
    assert_eq!(service.place, Stated::Is("The Hall, 1 High Street, York, YO1 9TL".to_owned()));
    assert_eq!(service.languages, Stated::Is(vec!["Urdu".to_owned()]));
    assert_eq!(service.basis, Stated::NotSeen, "a feed does not say why the council does it");
    assert!(service.eligibility.rule.is_none());
    let case = family("order_type SGO");
    let findings = shipped::DAY.find(&case);
    let answer = service.eligibility.answer(&law::Family { day: &shipped::DAY, findings: &findings, case: &case });
    assert_eq!(answer.outcome, Outcome::UnknownRule);
    assert_eq!(imported.contacts[0].name, "Kinship worker", "a post, not a person");
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].to_string().starts_with("feed:2:1: service x has no name"));

    let first = r#"{"totalElements":2,"content":[{"id":13082,"name":"Café for carers","description":"Tea.","fees":"£2",
        "regular_schedules":[{"opens_at":"10:00","closes_at":"12:00","byday":"TU"}],"eligibilitys":[{"minimum_age":0,"maximum_age":12}],
        "service_at_locations":[{"location":{"physical_addresses":[{"address_1":"2 Low Road","postal_code":"HP1 1AA"}]}}]},
        {"id":13083,"name":"Cafe for carers","status":"inactive"}]}"#;
    let (imported, faults) = import(first, FETCHED);
    let one = &imported.services[0];
    assert_eq!((one.identifier.as_str(), one.uuid.get_version_num()), ("13082", 5));
    assert_eq!(one.service.frequency, Stated::Is("TU 10:00 to 12:00".to_owned()));
    assert_eq!(one.service.eligibility.published.value().unwrap()[0].words, "From age 0 to 12.");
    assert!(faults[0].to_string().contains("not active"));
}

#[test]
fn a_feed_may_come_as_lines_and_a_broken_one_is_told() {
    let (imported, faults) =
        import("{\"id\":\"a\",\"name\":\"A\"}\n\n{\"id\":\"b\",\"name\":\"A\"}\n{broken\n[1]", FETCHED);
    let ids: Vec<&str> = imported.services.iter().map(|one| one.service.id.as_str()).collect();
    assert_eq!(ids, ["a", "a-2"]);
    assert_eq!(faults.iter().map(|fault| fault.spot.line).collect::<Vec<_>>(), [4, 5]);
    let (_, faults) = import("<html>", FETCHED);
    assert!(faults[0].to_string().contains("not JSON"));
}

/// The examples of the standard itself, where they are at hand: see `crates/web/tests/site/schemas.rs`.
#[test]
fn the_examples_of_the_standard_come_in() {
    let Ok(root) = std::env::var("KITH_OPEN_REFERRAL") else {
        println!("SKIPPED the examples of Open Referral: KITH_OPEN_REFERRAL does not say where they are");
        return;
    };
    for path in [
        "hsds-3.0/examples/service_full.json",
        "spec-uk-3.0/examples/service_list.json",
        "validator-mocks/Default/service_list.json",
        "validator-mocks/Default/service_full.json",
        "validator-mocks/Test/service_list.json",
    ] {
        let text = std::fs::read_to_string(std::path::Path::new(&root).join(path)).unwrap();
        let (imported, faults) = import(&text, FETCHED);
        assert!(!imported.services.is_empty() || !faults.is_empty(), "{path}: {faults:?}");
        println!("{path}: {} services, {} faults", imported.services.len(), faults.len());
    }
}

/// The feed of an offer in one file.
fn feed(text: &str) -> Feed {
    let (offers, faults) = Offers::load(&[SourceFile { path: "x/offer.law".into(), text: text.into() }], &LAW);
    assert!(faults.is_empty(), "{faults:?}");
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/en/taxonomies.law");
    let file = SourceFile { path: "taxonomies.law".into(), text: std::fs::read_to_string(path).unwrap() };
    let (taxonomies, faults) = Taxonomies::read(&file);
    assert!(faults.is_empty(), "{faults:?}");
    let places = Places::embedded();
    let search = Search::new(LAW.clone(), offers.into(), places, Everyday::default(), Needs::default());
    Feed::new(&search, &[], &shipped::DAY, places, &taxonomies, "https://kith.example")
}

const ONE: &str = "offer  x\ncouncil  X Council\nauthority  E09000028\ntitle  T\nstatus  published\nlayout  need-led\n\
    lead person  Ann Persona\n\npage  p\ntitle  P\naddress  https://x.example\nseen  2026-11-20\nextent  whole\n\n\
    contact  team\nname  The team\nphone  020 7525 1762\nemail  not an address\nsource  p\n\n\
    service  s\nname  A group\nsummary  A summary\ndelivery  online\ncontacts  team\ncost  none\nfrequency  every week on Tuesday\n\
    to  2026-11-21\nfills  peer_groups\nsource  p\npublished  not stated\n";

#[test]
fn a_feed_holds_what_is_public_and_nothing_else() {
    let public = feed(ONE);
    let text: Vec<String> = public.services.iter().map(|held| serde_json::to_string(&held.record).unwrap()).collect();
    let organisations: Vec<String> = public.organizations.iter().map(|held| format!("{:?}", held.record)).collect();
    assert!(!text.concat().contains("Ann Persona") && !organisations.concat().contains("Ann Persona"));
    for status in ["draft", "withdrawn"] {
        let hidden = feed(&ONE.replace("status  published", &format!("status  {status}")));
        assert_eq!((hidden.services.len(), hidden.organizations.len()), (0, 0), "{status}");
    }
    let one = &public.services[0].record;
    assert_eq!(one.status, "defunct", "its last day has passed");
    assert_eq!(one.email, None, "what is no address is left out");
    assert_eq!(one.eligibility_description, None);
    assert!(one.kith.as_ref().unwrap().not_stated.contains(&"published"));
    assert_eq!(one.fees_description.as_deref(), Some("Free: the page says that there is no cost."));
    assert_eq!((one.schedules[0].freq, one.schedules[0].byday.as_deref()), (Some("WEEKLY"), Some("TU")));
    let tags: Vec<(&str, &str)> =
        one.attributes.iter().map(|tag| (tag.link_type, tag.taxonomy_term.code.as_str())).collect();
    assert_eq!(tags, [("delivery", "online"), ("support", "peer_groups"), ("service type", "esdServiceType:298")]);
    assert_eq!(public.service_at_locations[0].record.location.as_ref().unwrap().location_type, "virtual");
}

#[test]
fn an_exact_schedule_is_given_as_calendars_count() {
    let exact = ONE.replace(
        "to  2026-11-21",
        "schedule  monthly | second Tuesday | 10:00 to 12:00 | from 2026-01-01\nschedule  every 2 weeks | Friday | from 2026-01-01",
    );
    let public = feed(&exact);
    let [monthly, weekly] = &public.services[0].record.schedules[..] else { panic!("two schedules") };
    assert_eq!((monthly.freq, monthly.interval, monthly.byday.as_deref()), (Some("MONTHLY"), Some(1.0), Some("2TU")));
    assert_eq!(monthly.dtstart, Some(jiff::civil::date(2026, 1, 13)));
    assert_eq!((monthly.opens_at.as_deref(), monthly.closes_at.as_deref()), (Some("10:00"), Some("12:00")));
    assert_eq!((weekly.freq, weekly.interval, weekly.byday.as_deref()), (Some("WEEKLY"), Some(2.0), Some("FR")));
    assert_ne!(monthly.id, weekly.id);
}

#[test]
fn identifiers_stay_the_same() {
    let id = |path: &str| identity(path).to_string();
    assert_eq!(id("southwark/service/childcare"), IDS[0]);
    assert_eq!(id("term/basis/duty"), IDS[1]);
    assert_eq!(feed(ONE).services[0].record.id, identity("x/service/s"));
}

/// Others keep copies by these: a change here breaks every copy.
const IDS: [&str; 2] = ["c3b10cfd-c7bc-5cb1-aaa3-56170de9cb4e", "c42f94b1-34ae-50c1-81bf-833ace3308e0"];

#[test]
fn a_taxonomy_with_faults_says_where_each_is() {
    let text = "taxonomy  a\nname  A\nsays  A.\nfrom  somewhere\n\nterm  nowhere\nname  N\nsays  N.\n\nterm  b/c\nname  C\nsays  C.\n";
    let (_, faults) = Taxonomies::read(&SourceFile { path: "t.law".into(), text: text.into() });
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    for part in
        ["t.law:1:1: terms cannot come from", "t.law:6:1: \"nowhere\" does not say whose", "there is no taxonomy b"]
    {
        assert!(told.iter().any(|fault| fault.contains(part)), "{part} in {told:?}");
    }
}

//! Cases that were kept long enough: people review each, a second one looks again, and what is destroyed is gone
//! everywhere. And how the complaints of a year are told.

use crate::browser::{Answer, practice};
use crate::office::{Office, Person};
use crate::postgres::Server;
use axum::http::StatusCode;
use jiff::civil::{Date, date};
use store::{Body, IndexWord, StreamId, Version};
use web::Caseload;

const PAGE: &str = "/cases/southwark/retention";
/// The day after the last on which a case must be kept in which nothing more happened after it was closed.
const AFTER: Date = date(2028, 11, 27);

fn did(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

fn refused(answer: &Answer, why: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    assert!(answer.text.contains(why), "{why}: {}", answer.text);
}

async fn manager(office: &Office, name: &str) -> Person {
    office.signed_in(name, &[("manager", Some("southwark"))]).await
}

/// The same person at another node.
fn at(person: &Person, office: &Office) -> Person {
    Person { site: office.site.clone(), cookies: person.cookies.clone() }
}

/// A case for Max Field of which nothing came, closed on the day it was opened; its address.
async fn closed(manager: &mut Person) -> String {
    let new = [("child_name", "Max Field"), ("child_born", "2019-03-02"), ("opened_because", "Rang"), ("key", "n")];
    let opened = manager.post("/cases/southwark/new", &new).await;
    did(&opened);
    let case = opened.header("location").to_owned();
    did(&manager.post(&format!("{case}/do/case_closed"), &[("reason", "Nothing more was asked."), ("key", "c")]).await);
    case
}

fn stream(case: &str) -> StreamId {
    format!("case/southwark/{}", case.rsplit('/').next().unwrap()).parse().unwrap()
}

/// What stands beside the reference of a case on its page.
async fn reference(person: &mut Person, case: &str) -> String {
    let page = person.get(case).await;
    page.text.split("<p class=\"over\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

async fn a_case_goes_with_two_people_and_leaves_nothing(office: Office) {
    let mut mia = manager(&office, "mia").await;
    let zoe = manager(&office, "zoe").await;
    let case = closed(&mut mia).await;
    let reference = reference(&mut mia, &case).await;
    let now = mia.get(PAGE).await;
    assert!(now.text.contains("1 case is within the time") && now.text.contains("26 November 2028"), "{}", now.text);
    assert!(!now.text.contains("Max Field"), "only what must be decided is listed");
    let propose = format!("{case}/do/destruction_proposed");
    let page = mia.get(&case).await.text;
    assert!(page.contains("26 November 2028</strong>, by the rule “") && !page.contains(&propose), "{page}");
    refused(&mia.post(&propose, &[("reason", "It is old.")]).await, "must still be kept");

    let later = office.on(AFTER).await;
    let (mut mia, mut zoe) = (at(&mia, &later), at(&zoe, &later));
    let listed = mia.get(PAGE).await;
    assert!(listed.text.contains("Kept long enough") && listed.text.contains("Max Field"), "{}", listed.text);
    assert!(listed.text.contains("Practice of Devon"), "why, and whose practice it is");
    assert!(mia.get(&case).await.text.contains("do/destruction_proposed"), "its time has come");
    did(&mia.post(&propose, &[("reason", "Nothing came of it."), ("key", "p")]).await);
    let waits = zoe.get(PAGE).await;
    assert!(waits.text.contains("A second person must look") && waits.text.contains("by mia"), "{}", waits.text);

    let destroy = format!("{case}/do/case_destroyed");
    let form = zoe.get(&destroy).await;
    assert!(form.text.contains("Nothing came of it.") && form.text.contains("Kept until"), "{}", form.text);
    let typed =
        |reference: &'static str, why: &'static str| [("confirm_reference", reference), ("destroyed_because", why)];
    let reference: &'static str = Box::leak(reference.into_boxed_str());
    refused(&mia.post(&destroy, &typed(reference, "It is time.")).await, "second person");
    refused(&zoe.post(&destroy, &typed("K-1", "It is time.")).await, "not the reference");
    refused(&zoe.post(&destroy, &typed(reference, "Max has moved.")).await, "name somebody");
    refused(
        &zoe.post(&destroy, &typed(reference, Box::leak("long ".repeat(80).into_boxed_str()))).await,
        "longer than 300",
    );
    let kept = zoe.post(&destroy, &[("do", "keep"), ("destroyed_because", "Half")]).await;
    assert_eq!(kept.status, StatusCode::OK, "what is typed is kept, and goes with the case");
    let gone = zoe.post(&destroy, &typed(reference, "Its time has passed, and nothing needs it.")).await;
    sent_again_it_is_answered_the_same(&office, &mut zoe, &gone, &case, &typed(reference, "Its time has passed."))
        .await;

    office.caseload.catch_up().await.unwrap();
    let fresh = office.on(AFTER).await;
    for node in [&later, &office, &fresh] {
        nothing_of_it_is_seen(at(&zoe, node), &case, reference).await;
    }
    of_it_only_the_tombstone_is_left(&office, &case).await;
}

async fn nothing_of_it_is_seen(mut zoe: Person, case: &str, reference: &str) {
    for page in [
        case.to_owned(),
        format!("{case}/chronology"),
        format!("{case}/chronology/chronology.txt"),
        format!("{case}/do/note_written"),
        case.replace("/case/", "/let-in/"),
    ] {
        assert_eq!(zoe.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    for page in ["/cases/southwark", PAGE, "/cases/southwark/overview", "/cases/southwark/seen"] {
        let answer = zoe.get(page).await;
        assert_eq!(answer.status, StatusCode::OK, "{page}");
        assert!(!answer.text.contains("Max Field") && !answer.text.contains(reference), "{page}: {}", answer.text);
    }
    for name in ["Max", "Field", reference] {
        let found = zoe.post("/cases/southwark", &[("name", name)]).await;
        assert!(found.text.contains("(0)") && !found.text.contains("Max Field"), "{name}: {}", found.text);
    }
    let left = zoe.get(PAGE).await;
    assert!(left.text.contains("Its time has passed, and nothing needs it.") && left.text.contains("zoe"));
    assert!(left.text.contains("There is nothing to decide"), "{}", left.text);
}

/// The end of a case, sent again, leads where it led the first time: to a page with what is left of it.
async fn sent_again_it_is_answered_the_same(
    office: &Office,
    zoe: &mut Person,
    gone: &Answer,
    case: &str,
    form: &[(&str, &str)],
) {
    let destroy = format!("{case}/do/case_destroyed");
    let told = format!("{PAGE}?gone={}", case.rsplit('/').next().unwrap());
    assert_eq!(gone.header("location"), told, "{}", gone.text);
    let again = zoe.post(&destroy, form).await;
    assert_eq!((again.status, again.header("location")), (gone.status, gone.header("location")), "sent twice");
    let page = zoe.get(&told).await;
    assert!(page.text.contains("The case is destroyed.") && page.text.contains("26 November 2028"), "{}", page.text);
    for other in ["0123456789ab", "../x", "%00"] {
        let none = zoe.get(&format!("{PAGE}?gone={other}")).await;
        assert!(none.status == StatusCode::OK && !none.text.contains("The case is destroyed."), "{other}");
    }
    let wendy = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let theirs = Person { site: zoe.site.clone(), cookies: wendy.cookies.clone() }.post(&destroy, form).await;
    assert_eq!(theirs.status, StatusCode::NOT_FOUND, "only who oversees cases is told that there was one");
}

async fn of_it_only_the_tombstone_is_left(office: &Office, case: &str) {
    let (store, stream) = (&office.store, stream(case));
    let events = store.read(&stream, Version::NONE).await.unwrap();
    assert!(events.iter().all(|event| event.body == Body::Gone) && events.len() > 3);
    assert!(store.find_streams("southwark", &IndexWord::each("Max Field")).await.unwrap().is_empty());
    let tombstone = store.tombstone(&stream).await.unwrap().unwrap();
    let by = store.account(tombstone.by.unwrap()).await.unwrap().unwrap();
    assert_eq!(by.name, "zoe");
    let why = &tombstone.why;
    assert!(why.contains("Kept until 26 November 2028") && !why.contains("Max") && !why.contains("Field"), "{why}");
    let ends = store::AuditFilter { deeds: &["case_destroyed"], ..store::AuditFilter::default() };
    let ends = store.audit("southwark", &ends, 9).await.unwrap();
    assert_eq!(ends.iter().map(|entry| entry.by).collect::<Vec<_>>(), [tombstone.by]);
    store.verify_audit("southwark").await.unwrap();
    let anew = Caseload::open(store.clone(), practice()).await;
    assert!(anew.is_ok(), "a node that starts later reads what is gone as gone");
}

#[tokio::test]
async fn a_case_is_destroyed_on_sqlite() {
    a_case_goes_with_two_people_and_leaves_nothing(Office::new().await).await;
}

#[tokio::test]
async fn a_case_is_destroyed_on_postgres() {
    let Some(server) = Server::start() else { return };
    let office = Office::in_database(&server.database()).await;
    a_case_goes_with_two_people_and_leaves_nothing(office).await;
}

#[tokio::test]
async fn what_holds_a_case_keeps_it() {
    let office = Office::new().await;
    let mia = manager(&office, "mia").await;
    let case = closed(&mut mia.clone()).await;
    let later = office.on(AFTER).await;
    let mut mia = at(&mia, &later);
    let act = |name: &str| format!("{case}/do/{name}");
    let hold = [("hold_kind", "inquiry"), ("reason", "They asked."), ("review_on", "2028-12-01"), ("key", "h")];
    did(&mia.post(&act("hold_placed"), &hold).await);
    let listed = mia.get(PAGE).await;
    assert!(
        listed.text.contains("Kept long enough, but held") && listed.text.contains("They asked."),
        "{}",
        listed.text
    );
    refused(&mia.post(&act("destruction_proposed"), &[("reason", "Old.")]).await, "It is kept for an inquiry");
    assert!(mia.get("/cases/southwark").await.text.contains("whether the hold is needed"), "the day is in the diary");
    did(&mia.post(&act("hold_released"), &[("reason", "They are done."), ("key", "r")]).await);
    let longer = [("keep_until", "2029-06-30"), ("reason", "A sister may ask."), ("key", "k")];
    did(&mia.post(&act("kept_longer"), &longer).await);
    assert!(mia.get(PAGE).await.text.contains("The next time ends on 30 June 2029"));
    assert!(mia.get(&case).await.text.contains("A sister may ask."));
    let mut wendy = at(&office.signed_in("wendy", &[("worker", Some("southwark"))]).await, &later);
    assert_eq!(wendy.get(PAGE).await.status, StatusCode::FORBIDDEN);
    assert_eq!(wendy.get(&act("hold_placed")).await.status, StatusCode::FORBIDDEN);
    assert!(!wendy.get(&case).await.text.contains("do/kept_longer"));
}

#[tokio::test]
async fn what_happens_after_the_proposal_stops_it() {
    let office = Office::new().await;
    let (mia, zoe) = (manager(&office, "mia").await, manager(&office, "zoe").await);
    let case = closed(&mut mia.clone()).await;
    let reference = reference(&mut mia.clone(), &case).await;
    let later = office.on(AFTER).await;
    let (mut mia, mut zoe) = (at(&mia, &later), at(&zoe, &later));
    did(&mia.post(&format!("{case}/do/destruction_proposed"), &[("reason", "Old."), ("key", "p")]).await);
    let child = mia.get(&format!("{case}/do/death_recorded")).await;
    let child = child.text.split("name=\"person\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let died = [("person", child.as_str()), ("died_on", "2028-11-01"), ("key", "x")];
    did(&mia.post(&format!("{case}/do/death_recorded"), &died).await);
    let typed = [("confirm_reference", &*reference), ("destroyed_because", "It is time.")];
    refused(&zoe.post(&format!("{case}/do/case_destroyed"), &typed).await, "Something happened in the case");
    let keep = [("reason", "Read it again."), ("key", "d")];
    did(&zoe.post(&format!("{case}/do/destruction_declined"), &keep).await);
    assert!(zoe.get(PAGE).await.text.contains("There is nothing to decide"));
}

#[tokio::test]
async fn a_restricted_case_is_listed_without_what_was_written_of_it() {
    let office = Office::new().await;
    let mut mia = manager(&office, "mia").await;
    let new = [("child_name", "Max Field"), ("child_born", "2019-03-02"), ("opened_because", "Rang"), ("key", "n")];
    let case = mia.post("/cases/southwark/new", &new).await.header("location").to_owned();
    let hold = [("hold_kind", "other"), ("reason", "The Fields ask."), ("review_on", "2028-12-01"), ("key", "h")];
    did(&mia.post(&format!("{case}/do/hold_placed"), &hold).await);
    did(&mia.post(&format!("{case}/do/case_restricted"), &[("reason", "A colleague’s."), ("key", "r")]).await);
    let later = office.on(AFTER).await;
    let listed = at(&mia, &later).get(PAGE).await;
    assert!(listed.text.contains("but held") && listed.text.contains("Restricted"), "{}", listed.text);
    assert!(!listed.text.contains("Field") && !listed.text.contains("colleague"), "{}", listed.text);
}

#[tokio::test]
async fn the_complaints_of_a_year_are_told_to_who_may_see_them() {
    let office = Office::new().await;
    let mut wendy = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let mut cleo = office.signed_in("cleo", &[("complaints", Some("southwark"))]).await;
    let mut mia = manager(&office, "mia").await;
    let new = [("child_name", "Max Field"), ("child_born", "2019-03-02"), ("opened_because", "Rang"), ("key", "n")];
    let case = cleo.post("/cases/southwark/new", &new).await.header("location").to_owned();
    let form = format!("{case}/do/complaint_made");
    let child = cleo
        .get(&form)
        .await
        .text
        .split("name=\"complainant\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let made = [
        ("complainant", child.as_str()),
        ("complainant_is", "child"),
        ("complaint_about", "child_help"),
        ("what_went_wrong", "Nobody asked me."),
        ("what_would_help", "Ask me."),
        ("key", "m"),
    ];
    did(&cleo.post(&form, &made).await);
    let settled = [("procedure", "statutory"), ("advocate_offered", "yes"), ("key", "s")];
    did(&cleo.post(&format!("{case}/do/procedure_settled"), &settled).await);
    let answer = |learned: &'static str| {
        [("outcome", "upheld"), ("findings", "So it was."), ("put_right", "Max is asked."), ("learned", learned)]
    };
    let form = format!("{case}/do/stage_one_answered");
    refused(&cleo.post(&form, &answer("Max is asked first.")).await, "name somebody in the case");
    did(&cleo.post(&form, &answer("=Each child is asked first.")).await);

    let page = "/cases/southwark/complaints";
    for who in [&mut mia, &mut cleo] {
        assert!(who.get("/cases/southwark").await.text.contains("Complaints of a year"));
        let told = who.get(page).await;
        assert!(told.text.contains("Complaints from 1 April 2026 to 31 March 2027"), "{}", told.text);
        assert!(
            told.text.contains("fewer than 5") && told.text.contains("Each child is asked first."),
            "{}",
            told.text
        );
        assert!(told.text.contains("regulation 13") && told.text.contains("not checked yet"), "{}", told.text);
        assert!(!told.text.contains("Max") && !told.text.contains("So it was."), "{}", told.text);
    }
    let table = cleo.get(&format!("{page}/2026.csv")).await;
    assert!(table.header("content-type").starts_with("text/csv"));
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(table.text.as_bytes()).into_records().map(Result::unwrap).collect();
    let has = |row: [&str; 4]| rows.iter().any(|known| known.iter().eq(row));
    assert!(has(["who", "A child or a young person", "Number", "fewer than 5"]), "{}", table.text);
    assert!(has(["who", "An adult", "Number", "0"]) && has(["learned", "'=Each child is asked first.", "", ""]));
    for file in ["2026.txt", "2026.docx"] {
        assert_eq!(cleo.get(&format!("{page}/{file}")).await.status, StatusCode::OK, "{file}");
    }
    for nothing in ["2026.exe", "x.csv", "2026", "99999.csv"] {
        assert_eq!(cleo.get(&format!("{page}/{nothing}")).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
    assert_eq!(cleo.get(&format!("{page}?year=x")).await.status, StatusCode::NOT_FOUND);
    assert!(cleo.get(&format!("{page}?year=2024")).await.text.contains("None."));
    assert_eq!(cleo.get(PAGE).await.status, StatusCode::FORBIDDEN);
    assert_eq!(wendy.get(page).await.status, StatusCode::FORBIDDEN);
    assert_eq!(wendy.get(&format!("{page}/2026.csv")).await.status, StatusCode::FORBIDDEN);
}

//! What somebody with a role, or none, might try in order to see or do what is not theirs.

use crate::browser::NOW;
use crate::desk::{PROPOSAL, begun, consulted, letter};
use crate::office::{Office, PASSWORD, Person, now};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use store::{AccountState, Doer, INSTALLATION, NewSession, SessionToken};
use tower::ServiceExt;
use web::{Clock, Keeper};

const EDITIONS: &str = "/publish/borsetshire/editions";
const GROUP: &str = "/publish/borsetshire/record/service/group";

/// The digest of what waits for the second person.
async fn digest(person: &mut Person) -> String {
    person.get(EDITIONS).await.text.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

/// The first edition, from a day on; whoever wrote it, and whoever published it.
pub(crate) async fn published(office: &Office, effective: &str) -> (Person, Person) {
    let (_, mut lead) = begun(office).await;
    consulted(&mut lead).await;
    let proposal = PROPOSAL.map(|(name, value)| (name, if name == "effective" { effective } else { value }));
    assert_eq!(lead.post(EDITIONS, &proposal).await.status, StatusCode::SEE_OTHER);
    let mut publisher = office.signed_in("grace", &[("publisher", Some("borsetshire"))]).await;
    let fields = [("do", "publish"), ("digest", &*digest(&mut lead).await), ("key", "p2")];
    assert_eq!(publisher.post(EDITIONS, &fields).await.status, StatusCode::SEE_OTHER);
    (lead, publisher)
}

#[tokio::test]
async fn no_offer_takes_the_place_of_another_councils() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    let page = "/publish/borsetshire/record/offer/borsetshire";
    let seen = lead.get(page).await.hidden("seen");
    let head = [("value:council", "Borsetshire"), ("value:authority", "E09000028"), ("seen", &*seen), ("key", "h1")];
    let refused = lead.post(page, &head).await;
    assert!(refused.text.contains("code of another council"), "{}", refused.text);
    let text = "offer      borsetshire\ncouncil    Borsetshire\nauthority  E09000028\n";
    let fields = [("do", "bring"), ("from", "a file"), ("text", text), ("key", "i1")];
    let refused = lead.post("/publish/borsetshire/import", &fields).await;
    assert!(refused.text.contains("code of another council"), "{}", refused.text);
}

#[tokio::test]
async fn a_refusal_shows_nothing_of_a_record() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    let comment = [("do", "comment"), ("words", "Mrs Brown is off sick."), ("key", "m1")];
    assert_eq!(lead.post(GROUP, &comment).await.status, StatusCode::SEE_OTHER);
    let mut adviser = office.signed_in("ann", &[("adviser", None)]).await;
    for what in ["save", "more", "keep", "comment", "restore"] {
        let fields = [("do", what), ("value:name", "Ours"), ("words", "x"), ("version", "2"), ("seen", "9")];
        let answer = adviser.post(GROUP, &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{what}");
        assert!(!answer.text.contains("Brown"), "{what}");
    }
    let taken = [("id", "group"), ("value:name", "Ours"), ("key", "a1")];
    let answer = adviser.post("/publish/borsetshire/new/service", &taken).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.text.contains("Brown") && !answer.text.contains("Carers meet"), "{}", answer.text);
}

#[tokio::test]
async fn a_record_is_given_to_colleagues_alone() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    let away = office.account("eve", &[("editor", Some("southwark"))]).await.to_string();
    let here = office.account("finn", &[("editor", Some("borsetshire"))]).await.to_string();
    for (to, status) in [
        ("Mrs Brown", StatusCode::BAD_REQUEST),
        (&away, StatusCode::BAD_REQUEST),
        (&here, StatusCode::SEE_OTHER),
        ("", StatusCode::SEE_OTHER),
    ] {
        let fields = [("do", "assign"), ("to", to), ("key", &*format!("g-{}", to.len()))];
        assert_eq!(lead.post(GROUP, &fields).await.status, status, "{to}");
    }
}

#[tokio::test]
async fn an_edition_is_public_from_its_first_day() {
    let office = Office::new().await;
    let (mut lead, _) = published(&office, "2026-12-01").await;
    assert!(lead.get(EDITIONS).await.text.contains("1 December 2026"));
    let mut anyone = office.stranger();
    for page in ["", "/editions", "/editions/1", "/editions/1.law", "/editions/1/changes", "/editions/1/changes.json"] {
        let page = format!("/council/borsetshire{page}");
        assert_eq!(anyone.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    for page in ["/council/borsetshire/offer/2026-12-01", "/council/borsetshire/feedback"] {
        assert_eq!(anyone.get(page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
}

#[tokio::test]
async fn a_public_page_says_nothing_of_the_draft() {
    let office = Office::new().await;
    let (mut lead, _) = published(&office, "2026-11-26").await;
    let page = "/publish/borsetshire/record/offer/borsetshire";
    let seen = lead.get(page).await.hidden("seen");
    let head = [("value:council", "Borset Council"), ("value:title", "New"), ("seen", &*seen), ("key", "h1")];
    assert_eq!(lead.post(page, &head).await.status, StatusCode::SEE_OTHER);
    let shown = office.stranger().get("/council/borsetshire/feedback").await;
    assert!(shown.text.contains("Borsetshire County Council") && !shown.text.contains("Borset Council"));
    assert_eq!(shown.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_second_person_publishes_what_they_saw() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    consulted(&mut lead).await;
    lead.post(EDITIONS, &PROPOSAL).await;
    let mut publisher = office.signed_in("grace", &[("publisher", Some("borsetshire"))]).await;
    let seen = digest(&mut publisher).await;
    let other = PROPOSAL.map(|(name, value)| match name {
        "body" => (name, "Nobody at all"),
        "key" => (name, "p1b"),
        _ => (name, value),
    });
    assert_eq!(lead.post(EDITIONS, &other).await.status, StatusCode::SEE_OTHER);
    let refused = publisher.post(EDITIONS, &[("do", "publish"), ("digest", &*seen), ("key", "p2")]).await;
    assert!(refused.text.contains("has changed since"), "{}", refused.text);
}

#[tokio::test]
async fn a_key_of_somebody_else_does_nothing_and_says_so() {
    let office = Office::new().await;
    let (_, mut ada) = begun(&office).await;
    let mut grace = office.signed_in("grace", &[("reader", Some("borsetshire"))]).await;
    let said = |words| [("do", "comment"), ("words", words), ("key", "same")];
    assert_eq!(ada.post(GROUP, &said("One.")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(grace.post(GROUP, &said("Two.")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(ada.post(GROUP, &said("One.")).await.status, StatusCode::SEE_OTHER, "sent again by whoever sent it");
    let long = "k".repeat(1000);
    let fields = [("do", "comment"), ("words", "Three."), ("key", &*long)];
    assert_eq!(grace.post(GROUP, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not the database’s fault");
}

#[tokio::test]
async fn a_new_password_ends_the_links_asked_for_before() {
    let office = Office::new().await;
    let mut sam = office.signed_in("sam", &[]).await;
    for _ in 0..5 {
        office.stranger().post("/account/forgotten", &[("email", "sam@council.example")]).await;
    }
    assert_eq!(office.store.outbox_counts().await.unwrap().waiting, 3, "a stranger cannot fill somebody’s letter box");
    let link = letter(&office, "/account/recovery/").await;
    let link = link.strip_prefix("https://kith.test").unwrap_or(&link).to_owned();
    assert_eq!(office.stranger().get(&link).await.status, StatusCode::OK);
    for wrong in ["", "not the password"] {
        let fields = [("password", wrong), ("new", "another orchard lantern")];
        let refused = sam.post("/account/password", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "the old password is asked for");
    }
    let fields = [("password", PASSWORD), ("new", "another orchard lantern")];
    assert_eq!(sam.post("/account/password", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.stranger().get(&link).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_name_is_one_line() {
    let office = Office::new().await;
    let (mut operator, _) = begun(&office).await;
    let fields = [("do", "invite"), ("email", "new@council.example"), ("role", "administrator")];
    operator.post("/publish/borsetshire/team", &fields).await;
    let link = letter(&office, "/account/invitation/").await;
    for name in ["Kith\n\nYour account is closed. Go to https://evil.example", &"n".repeat(300)] {
        let refused = office.stranger().post(&link, &[("name", name), ("new", PASSWORD)]).await;
        assert!(refused.text.contains("in one line"), "{}", refused.text);
    }
}

#[tokio::test]
async fn what_is_read_for_one_form_is_bounded() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    let many = vec![("condition", "child_disabled"); 41];
    let rule = "/publish/borsetshire/rule/service/group";
    assert_eq!(lead.post(rule, &many).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let long = "x ".repeat(90_000);
    assert_eq!(lead.post(GROUP, &[("value:name", &long)]).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let import = "/publish/borsetshire/import";
    let read = lead.post(import, &[("from", "a file"), ("text", &long)]).await;
    assert_eq!(read.status, StatusCode::UNPROCESSABLE_ENTITY, "a whole offer may be longer");
    let records: String = (0..2001).map(|number| format!("section  s{number}\n")).collect();
    let refused = lead.post(import, &[("from", "a file"), ("text", &records)]).await;
    assert!(refused.text.contains("more than 2000"), "{}", refused.status);
}

const TEAM: &str = "/publish/borsetshire/team";

/// Who was given which role by whom is told on the page, and to managers of cases, and stands in the chain.
#[tokio::test]
async fn roles_given_and_taken_are_told() {
    let office = Office::new().await;
    begun(&office).await;
    let ida = office.account("ida", &[("reader", Some("borsetshire"))]).await.to_string();
    let mut una =
        office.signed_in("una", &[("administrator", Some("borsetshire")), ("manager", Some("borsetshire"))]).await;
    let give = [("do", "invite"), ("email", "ida@council.example"), ("role", "editor")];
    assert_eq!(una.post(TEAM, &give).await.status, StatusCode::OK);
    assert_eq!(
        una.post(TEAM, &[("do", "invite"), ("email", "new@council.example"), ("role", "lead")]).await.status,
        StatusCode::OK
    );
    una.post(TEAM, &[("do", "remove"), ("id", &ida), ("role", "editor")]).await;
    let page = una.get(TEAM).await.text;
    for told in [
        "Whoever runs this site gave the role reader to ida",
        "Una gave the role editor to ida",
        "Una invited somebody to the role lead",
        "Una took the role editor from ida",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let seen = una.get("/cases/borsetshire/seen").await.text;
    for told in ["A role was given", "ida: editor", "Somebody was invited to a role", "A role was taken away"] {
        assert!(seen.contains(told), "{told}: {seen}");
    }
    assert!(!seen.contains("new@council.example"), "the chain holds no address");
    for chain in office.store.audited().await.unwrap() {
        office.store.verify_audit(&chain).await.unwrap();
    }
}

#[tokio::test]
async fn whoever_runs_it_reads_the_chain_of_the_installation() {
    const CHAIN: &str = "/account/installation";
    let office = Office::new().await;
    let (mut olive, mut ada) = begun(&office).await;
    let sam = office.account("sam", &[("reader", Some("borsetshire"))]).await;
    let doer = Doer { by: None, at: now() };
    office.store.account_set_state(sam, AccountState::Suspended, doer).await.unwrap();
    assert!(olive.get("/publish").await.text.contains(CHAIN) && !ada.get("/publish").await.text.contains(CHAIN));
    let page = olive.get(CHAIN).await;
    for told in [
        "The whole installation",
        "A role was given",
        "olive: operator",
        "An account was stopped from signing in",
        "sam",
        "whoever runs this site",
    ] {
        assert!(page.text.contains(told), "{told}: {}", page.text);
    }
    assert!(!page.text.contains("ada: lead"), "a role at a council is in that council’s chain");
    assert!(!page.text.contains("@council.example"), "the chain holds no address");
    assert!(olive.get(CHAIN).await.text.contains("Looked at who looked and who did"));
    let id = page.text.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    let own = olive.get(&format!("{CHAIN}?who={id}")).await.text;
    assert!(own.contains("Looked at who looked and who did") && !own.contains("A role was given"), "{own}");
    assert_eq!(ada.get(CHAIN).await.status, StatusCode::FORBIDDEN);
    assert_eq!(olive.get("/cases/borsetshire/seen").await.status, StatusCode::FORBIDDEN, "nor that of a council");
    office.store.verify_audit(INSTALLATION).await.unwrap();
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used() {
    static MINUTE: AtomicU32 = AtomicU32::new(NOW);
    let office = Office::with_clock(Clock::moved(&MINUTE)).await;
    let mut sam = office.signed_in("sam", &[]).await;
    for (minutes, is_in) in [(60, true), (120, true), (181, false), (182, false)] {
        MINUTE.store(NOW + minutes, Ordering::Relaxed);
        assert_eq!(sam.get("/account").await.status == StatusCode::OK, is_in, "{minutes} minutes");
    }
}

#[tokio::test]
async fn another_session_is_ended_with_the_password_alone() {
    let office = Office::new().await;
    let mut sam = office.signed_in("sam", &[]).await;
    let id = office.store.accounts().await.unwrap()[0].id;
    let open = async || -> Person {
        let token = SessionToken::fresh();
        let (agent, expires) = ("phone".to_owned(), now() + jiff::SignedDuration::from_hours(12));
        let new =
            NewSession { account: id, created: now(), expires, agent, second_factor: Some(now()), provider: None };
        office.store.session_open(&new, &token).await.unwrap();
        Person { site: office.site.clone(), cookies: vec![format!("kith-desk={}", token.reveal())] }
    };
    let is_in = async |person: &mut Person| person.get("/account").await.status == StatusCode::OK;
    let mut other = open().await;
    let page = sam.get("/account").await.text;
    let others = page.split("<strong>Another browser").nth(1).unwrap();
    let which = others.split("name=\"session\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    for session in [which.as_str(), "others"] {
        let asked = sam.post("/account/sessions", &[("session", session)]).await;
        assert_eq!((asked.status, asked.hidden("session").as_str()), (StatusCode::OK, session), "{}", asked.text);
        for wrong in ["", "not the password"] {
            let refused = sam.post("/account/sessions", &[("session", session), ("password", wrong)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert!(is_in(&mut other).await, "not without the password");
        let done = sam.post("/account/sessions", &[("session", session), ("password", PASSWORD)]).await;
        assert_eq!(done.header("location"), "/account");
        assert!(!is_in(&mut other).await && is_in(&mut sam).await);
        other = open().await;
    }
    let page = sam.get("/account").await.text;
    let this = page.split("<strong>This browser").nth(1).unwrap();
    let this = this.split("name=\"session\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(sam.post("/account/sessions", &[("session", &this)]).await.header("location"), "/account");
    assert!(!is_in(&mut sam).await && is_in(&mut other).await, "one’s own ends at once");
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let office = Office::new().await;
    let (mut operator, _) = begun(&office).await;
    let ida = office.account("ida", &[("administrator", Some("borsetshire"))]).await.to_string();
    let mut una = office.signed_in("una", &[("administrator", Some("borsetshire"))]).await;
    let send = async |person: &mut Person, id: &str| {
        person.post(TEAM, &[("do", "remove"), ("id", id), ("role", "administrator")]).await
    };
    assert_eq!(send(&mut una, &ida).await.status, StatusCode::SEE_OTHER);
    let una_id = office.store.grants_at(Some("borsetshire")).await.unwrap();
    let una_id = una_id.iter().find(|(_, grant)| grant.role.as_str() == "administrator").unwrap().0.to_string();
    for person in [&mut una, &mut operator] {
        let refused = send(person, &una_id).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("This is the last administrator here"), "{}", refused.text);
    }
    // One who cannot sign in does not count.
    let away = office.account("away", &[("administrator", Some("borsetshire"))]).await;
    let doer = store::Doer { by: None, at: office.app.clock().now() };
    office.store.account_set_state(away, AccountState::Suspended, doer).await.unwrap();
    assert_eq!(send(&mut una, &una_id).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(una.get(TEAM).await.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_gives_themselves_a_role() {
    let office = Office::new().await;
    let (mut operator, _) = begun(&office).await;
    let mut ida = office.signed_in("ida", &[("administrator", Some("borsetshire"))]).await;
    for (person, email) in [(&mut ida, "IDA@council.example"), (&mut operator, "olive@council.example")] {
        let refused = person.post(TEAM, &[("do", "invite"), ("email", email), ("role", "lead")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Somebody else must give you a role"), "{}", refused.text);
    }
    let held = office.store.grants_at(Some("borsetshire")).await.unwrap();
    assert_eq!(held.iter().filter(|(_, grant)| grant.role.as_str() == "lead").count(), 1, "ada alone");
}

#[tokio::test]
async fn open_invitations_end_with_the_role_of_who_gave_them() {
    let office = Office::new().await;
    let (mut operator, _) = begun(&office).await;
    office.account("una", &[("administrator", Some("borsetshire"))]).await;
    let mut ida = office.signed_in("ida", &[("administrator", Some("borsetshire"))]).await;
    ida.post(TEAM, &[("do", "invite"), ("email", "friend@council.example"), ("role", "administrator")]).await;
    let link = letter(&office, "/account/invitation/").await;
    assert_eq!(office.stranger().get(&link).await.status, StatusCode::OK);
    operator.post(TEAM, &[("do", "invite"), ("email", "other@council.example"), ("role", "reader")]).await;
    let id = office.store.account_by_email(&"ida@council.example".parse().unwrap()).await.unwrap().unwrap().id;
    let fields = [("do", "remove"), ("id", &*id.to_string()), ("role", "administrator")];
    assert_eq!(operator.post(TEAM, &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.stranger().get(&link).await.status, StatusCode::NOT_FOUND);
    let open = office.store.invitations().await.unwrap();
    assert_eq!(open.iter().map(|one| one.email.as_str()).collect::<Vec<_>>(), ["other@council.example"]);
}

#[tokio::test]
async fn a_comment_is_settled_by_who_made_it_or_a_lead() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    let mut grace = office.signed_in("grace", &[("reader", Some("borsetshire"))]).await;
    let mut rita = office.signed_in("rita", &[("reader", Some("borsetshire"))]).await;
    for key in ["c1", "c2"] {
        let fields = [("do", "comment"), ("words", "Say the day."), ("key", key)];
        assert_eq!(grace.post(GROUP, &fields).await.status, StatusCode::SEE_OTHER);
    }
    let button = "Mark as dealt with";
    assert!(!rita.get(GROUP).await.text.contains(button));
    let page = grace.get(GROUP).await;
    assert!(page.text.contains(button));
    let id = page.hidden("comment");
    let settle = |key| [("do", "settle"), ("comment", &*id), ("key", key)];
    let refused = rita.post(GROUP, &settle("s1")).await;
    assert!(refused.status.is_client_error() && !refused.text.contains("dealt with by"), "{}", refused.status);
    assert_eq!(grace.post(GROUP, &settle("s2")).await.status, StatusCode::SEE_OTHER);
    let page = lead.get(GROUP).await;
    assert!(page.text.contains("dealt with by grace"), "{}", page.text);
    let other = page.hidden("comment");
    assert_ne!(other, id);
    let fields = [("do", "settle"), ("comment", &*other), ("key", "s3")];
    assert_eq!(lead.post(GROUP, &fields).await.status, StatusCode::SEE_OTHER);
    assert!(!lead.get(GROUP).await.text.contains(button));
}

/// What somebody at this network address is answered who sends an empty form.
async fn knock(office: &Office, door: &str, from: [u8; 4]) -> StatusCode {
    let request = Request::post(door).header("content-type", "application/x-www-form-urlencoded");
    let mut request = request.body(Body::empty()).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from((from, 4000))));
    office.site.clone().oneshot(request).await.unwrap().status()
}

#[tokio::test]
async fn one_network_cannot_knock_for_ever() {
    let office = Office::new().await;
    let doors = [
        "/account/sign-in",
        "/account/forgotten",
        "/account/set-up/x",
        "/council/borsetshire/feedback",
        "/track",
        "/ask/x",
    ];
    for place in 0..40 {
        let status = knock(&office, doors[place % doors.len()], [192, 0, 2, 1]).await;
        assert_ne!(status, StatusCode::TOO_MANY_REQUESTS, "{place}");
    }
    for door in doors {
        assert_eq!(knock(&office, door, [192, 0, 2, 1]).await, StatusCode::TOO_MANY_REQUESTS, "{door}");
        assert_ne!(knock(&office, door, [192, 0, 2, 2]).await, StatusCode::TOO_MANY_REQUESTS, "{door}");
    }
    // Another language is no other door.
    let urdu = "/ur/workshops/southwark/x/book";
    assert_eq!(knock(&office, urdu, [192, 0, 2, 1]).await, StatusCode::TOO_MANY_REQUESTS);
    assert_ne!(knock(&office, urdu, [192, 0, 2, 2]).await, StatusCode::TOO_MANY_REQUESTS);
    // What a carer does is not counted.
    assert_ne!(knock(&office, "/services", [192, 0, 2, 1]).await, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn news_is_shown_whoever_took_it_in() {
    let office = Office::new().await;
    let node = Keeper::open(office.store.clone()).await.unwrap();
    let _ = published(&office, "2026-11-26").await;
    // An act on the other node may be the first to read what happened; the pages are told all the same.
    node.catch_up().await.unwrap();
    node.catch_up().await.unwrap();
    assert!(node.has_news() && !node.has_news());
}

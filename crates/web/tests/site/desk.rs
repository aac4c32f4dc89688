//! From an empty database to a published edition, by the people who do it; and nobody else.

use crate::office::{Office, PASSWORD, Person, now};
use axum::http::StatusCode;
use totp_rs::{Algorithm, TOTP};
use web::account::{Deed, Reach, Role, reach};
use web::{Needs, Who};

const SERVICE: [(&str, &str); 9] = [
    ("id", "group"),
    ("value:name", "A group for carers"),
    ("value:summary", "Carers meet each month."),
    ("value:cost", "free"),
    ("value:schedule", "monthly | second Tuesday | 10:00 to 12:00 | from 2026-01-13"),
    ("value:published", "For every kinship carer."),
    (
        "value:",
        "may when\n  child_age < 18\n  because  You care for a child.\notherwise no\n  because  The child is grown up.",
    ),
    ("state:reach", "not stated"),
    ("key", "service-1"),
];

/// An operator begins the council; a lead fills it as far as one service.
pub(crate) async fn begun(office: &Office) -> (Person, Person) {
    let mut operator = office.signed_in("olive", &[("operator", None)]).await;
    let begun = operator.post("/publish", &[("name", "Borsetshire County Council"), ("key", "begin-1")]).await;
    assert_eq!(begun.header("location"), "/publish/borsetshire/team");
    let mut lead = office.signed_in("ada", &[("lead", Some("borsetshire"))]).await;
    let made = lead.post("/publish/borsetshire/new/service", &SERVICE).await;
    assert_eq!(made.header("location"), "/publish/borsetshire/record/service/group?saved=1", "{}", made.text);
    (operator, lead)
}

pub(crate) async fn consulted(lead: &mut Person) {
    let page = "/publish/borsetshire/consultation";
    let fields = [
        ("do", "open"),
        ("about", "The draft"),
        ("opens", "2026-11-01"),
        ("closes", "2026-11-20"),
        ("how:kinship carers", "two evenings"),
        ("key", "c1"),
    ];
    assert_eq!(lead.post(page, &fields).await.status, StatusCode::SEE_OTHER);
    let shown = lead.get(page).await;
    let id = shown.hidden("consultation");
    let fields =
        [("do", "report"), ("consultation", &*id), ("words", "Twelve came."), ("changed", "Sums."), ("key", "c2")];
    assert_eq!(lead.post(page, &fields).await.status, StatusCode::SEE_OTHER);
}

/// A published edition, and the second person who published it.
pub(crate) async fn published(office: &Office) -> Person {
    published_with(office, &[]).await
}

/// The same, with more records: each its kind and the fields of its form.
pub(crate) async fn published_with(office: &Office, records: &[(&str, &[(&str, &str)])]) -> Person {
    let (_, mut lead) = begun(office).await;
    for (kind, fields) in records {
        let made = lead.post(&format!("/publish/borsetshire/new/{kind}"), fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    }
    consulted(&mut lead).await;
    let page = "/publish/borsetshire/editions";
    lead.post(page, &PROPOSAL).await;
    let digest = lead.get(page).await.text.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let mut publisher = office.signed_in("grace", &[("publisher", Some("borsetshire"))]).await;
    let sent = publisher.post(page, &[("do", "publish"), ("digest", &digest), ("key", "p2")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    publisher
}

pub(crate) const PROPOSAL: [(&str, &str); 6] = [
    ("do", "propose"),
    ("change", "update"),
    ("effective", "2026-11-26"),
    ("body", "Cabinet"),
    ("approved_on", "2026-11-24"),
    ("key", "p1"),
];

#[tokio::test]
async fn from_an_empty_database_to_a_published_edition() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    let page = "/publish/borsetshire/editions";
    let refused = lead.post(page, &PROPOSAL).await;
    assert!(refused.text.contains("needs a consultation"), "an update without consultation");
    consulted(&mut lead).await;
    assert_eq!(lead.post(page, &PROPOSAL).await.status, StatusCode::SEE_OTHER);
    let digest = lead.get(page).await.text.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let publish = [("do", "publish"), ("digest", &*digest), ("key", "p2")];
    let own = lead.post(page, &publish).await;
    assert!(own.text.contains("second person"), "{}", own.text);
    let mut publisher = office.signed_in("grace", &[("publisher", Some("borsetshire"))]).await;
    assert_eq!(publisher.post(page, &publish).await.status, StatusCode::SEE_OTHER);
    let mut anyone = office.stranger();
    let public = anyone.get("/council/borsetshire").await;
    assert!(public.text.contains("A group for carers") && public.text.contains("Edition 1."), "{}", public.text);
    // Nobody but the council itself wrote this: what it left out is not stated, and there is nothing that was not seen.
    assert!(public.text.contains("Not stated: ") && !public.text.contains("did not see"), "{}", public.text);
    assert!(!public.text.contains("The page does not say"), "{}", public.text);
    assert!(public.text.contains("Next: Tuesday 8 December 2026, 10:00 to 12:00"), "{}", public.text);
    for route in web::routes().iter().filter(|route| route.needs == Needs::Edition) {
        let day = route.example.replace("2026-11-22", "2026-11-26");
        assert_eq!(anyone.get(&day).await.status, StatusCode::OK, "{day}");
    }
    assert_eq!(anyone.get("/council/borsetshire/offer/2026-11-25").await.status, StatusCode::NOT_FOUND);
    let withdraw =
        [("do", "withdraw"), ("number", "1"), ("from", "2026-11-26"), ("reason", "It was wrong."), ("key", "p3")];
    assert_eq!(publisher.post(page, &withdraw).await.status, StatusCode::SEE_OTHER);
    let gone = anyone.get("/council/borsetshire").await;
    assert!(gone.text.contains("It was wrong.") && !gone.text.contains("Carers meet"), "{}", gone.text);
}

#[tokio::test]
async fn what_is_published_is_served_when_the_database_is_gone() {
    let office = Office::new().await;
    let mut publisher = published(&office).await;
    let page = "/publish/borsetshire/editions";
    office.store.close().await;
    let mut anyone = office.stranger();
    for address in [
        "/council/borsetshire",
        "/council/borsetshire/editions",
        "/council/southwark",
        "/services",
        "/",
        "/data/changes.json",
    ] {
        assert_eq!(anyone.get(address).await.status, StatusCode::OK, "{address}");
    }
    assert_eq!(publisher.get(page).await.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn two_editors_at_once_lose_nothing() {
    let office = Office::new().await;
    let (_, mut ada) = begun(&office).await;
    let mut grace = office.signed_in("grace", &[("lead", Some("borsetshire"))]).await;
    let page = "/publish/borsetshire/record/service/group";
    let seen = ada.get(page).await.hidden("seen");
    let with = |name: &str, value: &str, key: &str| -> Vec<(String, String)> {
        let mut fields: Vec<(String, String)> =
            SERVICE.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        fields.retain(|(known, _)| known != name && known != "key" && known != "id");
        fields.extend([(name.to_owned(), value.to_owned()), ("seen".into(), seen.clone()), ("key".into(), key.into())]);
        fields
    };
    async fn send(person: &mut Person, page: &str, fields: &[(String, String)]) -> crate::browser::Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        person.post(page, &fields).await
    }
    assert_eq!(send(&mut ada, page, &with("value:cost", "£2", "k1")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(send(&mut grace, page, &with("value:name", "The group", "k2")).await.status, StatusCode::SEE_OTHER);
    let now = ada.get(page).await;
    assert!(now.text.contains("£2") && now.text.contains("The group"), "both changes stand");
    let clash = send(&mut grace, page, &with("value:cost", "£3", "k3")).await;
    assert_eq!(clash.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(clash.text.contains("£2") && clash.text.contains("£3"), "both are shown");
    let again = send(&mut ada, page, &with("value:cost", "£2", "k1")).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the same form twice is done once");
}

#[tokio::test]
async fn every_route_asks_who_is_there() {
    let office = Office::new().await;
    begun(&office).await;
    let mut people: Vec<(String, Vec<store::Grant>, Person)> = Vec::new();
    for role in Role::ALL {
        for council in ["borsetshire", "southwark"] {
            let at = Role::AT_COUNCIL.contains(&role).then_some(council);
            let name = format!("{}-{council}", role.word());
            let person = office.signed_in(&name, &[(role.word(), at)]).await;
            let grant = store::Grant { role: role.word().parse().unwrap(), council: at.map(str::to_owned) };
            people.push((name, vec![grant], person));
        }
    }
    people.push(("nobody".to_owned(), Vec::new(), office.signed_in("nobody", &[]).await));
    for route in web::routes().iter().filter(|route| route.needs == Needs::Database) {
        let Who::May(deed, least) = route.who else { continue };
        let stranger = &mut office.stranger();
        let sent = ask(stranger, route.method, route.example).await;
        assert!(sent.header("location").starts_with("/account/sign-in"), "{} {}", route.method, route.example);
        let council = (deed != Deed::Found).then_some("borsetshire");
        for (name, grants, person) in &mut people {
            let far = reach(grants, deed, council);
            let may = far == Reach::All || (far == Reach::Own && least == Reach::Own);
            // Whether the record in the address is theirs is asked after the role.
            let record = ["/record/", "/rule/"].iter().any(|part| route.path.contains(part))
                && reach(grants, Deed::Read, council) != Reach::No;
            let answer = ask(person, route.method, route.example).await;
            let refused = answer.status == StatusCode::FORBIDDEN;
            assert!(refused != may || record, "{} {} by {name}: {}", route.method, route.example, answer.status);
        }
    }
}

async fn ask(person: &mut Person, method: &str, address: &str) -> crate::browser::Answer {
    match method {
        "GET" => person.get(address).await,
        _ => person.post(address, &[]).await,
    }
}

#[tokio::test]
async fn an_editor_writes_only_what_is_theirs_and_an_adviser_sees_only_that() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    let mut editor = office.signed_in("eve", &[("editor", Some("borsetshire"))]).await;
    let page = "/publish/borsetshire/record/service/group";
    let seen = editor.get(page).await.hidden("seen");
    let mine = [("value:name", "Mine"), ("seen", &*seen), ("key", "e1")];
    let refused = editor.post(page, &mine).await;
    assert!(refused.text.contains("does not cover"), "{}", refused.text);
    let mut adviser = office.signed_in("ann", &[("adviser", None)]).await;
    assert_eq!(adviser.get(page).await.status, StatusCode::NOT_FOUND);
    let own = [("id", "line"), ("value:name", "Our advice line"), ("value:summary", "Call."), ("key", "a1")];
    assert_eq!(adviser.post("/publish/borsetshire/new/service", &own).await.status, StatusCode::SEE_OTHER);
    assert_eq!(adviser.get("/publish/borsetshire/record/service/line").await.status, StatusCode::OK);
    let list = adviser.get("/publish/borsetshire").await;
    assert!(list.text.contains("Our advice line") && !list.text.contains("A group for carers"));
    let team = lead.get("/publish/borsetshire/record/service/group").await;
    assert!(team.text.contains(">eve</option>"), "a record can be given to a colleague");
}

#[tokio::test]
async fn signing_in_takes_both_factors_and_neither_twice() {
    let office = Office::new().await;
    let id = office.account("sam", &[("reader", Some("borsetshire"))]).await;
    let mut sam = office.stranger();
    assert!(sam.get("/publish").await.header("location").starts_with("/account/sign-in"));
    let email = "sam@council.example";
    let wrong = sam.post("/account/sign-in", &[("email", email), ("password", "wrong")]).await;
    let unknown = sam.post("/account/sign-in", &[("email", "x@council.example"), ("password", "wrong")]).await;
    assert_eq!(
        wrong.text.replace(email, ""),
        unknown.text.replace("x@council.example", ""),
        "nothing tells who is known"
    );
    let half =
        sam.post("/account/sign-in", &[("email", email), ("password", PASSWORD), ("to", "//evil.example")]).await;
    assert_eq!(half.header("location"), "/account/second-factor?to=%2Fpublish");
    assert!(sam.get("/publish").await.header("location").starts_with("/account/second-factor"));
    let form = sam.get("/account/second-factor").await;
    let secret = form.text.split("<code class=\"secret\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
    let secret = totp_rs::Secret::Encoded(secret).to_bytes().unwrap();
    let code = TOTP::new(Algorithm::SHA1, 6, 1, 30, secret).unwrap().generate(now().as_second().unsigned_abs());
    let before = sam.cookies.clone();
    let fields = [("code", &*code), ("secret", &*form.hidden("secret"))];
    let codes = sam.post("/account/second-factor", &fields).await;
    assert_eq!(codes.text.matches("<li><code>").count(), 8, "{}", codes.text);
    assert_eq!(sam.get("/publish").await.status, StatusCode::OK);
    let mut thief = Person { site: office.site.clone(), cookies: before };
    assert!(thief.get("/publish").await.header("location").starts_with("/account/sign-in"), "the old token is dead");
    let mut again = office.stranger();
    again.post("/account/sign-in", &[("email", email), ("password", PASSWORD)]).await;
    let used = again.post("/account/code", &[("code", &*code)]).await;
    assert!(used.text.contains("used before"), "no code works twice");
    let written = codes.text.split("<li><code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert_eq!(again.post("/account/code", &[("code", &written)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.store.recovery_codes_left(id).await.unwrap(), 7);
    let mut earlier = Person { site: office.site.clone(), cookies: again.cookies.clone() };
    assert_eq!(earlier.get("/publish").await.status, StatusCode::OK);
    again.post("/account/sign-in", &[("email", email), ("password", PASSWORD)]).await;
    let left = earlier.get("/publish").await;
    assert!(left.header("location").starts_with("/account/sign-in"), "signing in anew ends the session before");
}

#[tokio::test]
async fn guessing_is_stopped_and_the_owner_is_not_locked_out() {
    let office = Office::new().await;
    let id = office.account("sam", &[]).await;
    let email = "sam@council.example";
    let mut known = office.stranger();
    known.post("/account/sign-in", &[("email", email), ("password", PASSWORD)]).await;
    let form = known.get("/account/second-factor").await;
    let secret = form.text.split("<code class=\"secret\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
    let secret = totp_rs::Secret::Encoded(secret).to_bytes().unwrap();
    let code = TOTP::new(Algorithm::SHA1, 6, 1, 30, secret).unwrap().generate(now().as_second().unsigned_abs());
    known.post("/account/second-factor", &[("code", &*code), ("secret", &*form.hidden("secret"))]).await;
    known.post("/account/sign-out", &[]).await;
    for _ in 0..12 {
        office.stranger().post("/account/sign-in", &[("email", email), ("password", "a guess")]).await;
    }
    let stopped = office.stranger().post("/account/sign-in", &[("email", email), ("password", PASSWORD)]).await;
    assert!(stopped.text.contains("Too many tries"), "{}", stopped.text);
    let own = known.post("/account/sign-in", &[("email", email), ("password", PASSWORD)]).await;
    assert!(own.header("location").starts_with("/account/code"), "{id} can still come in from their own browser");
}

#[tokio::test]
async fn an_invitation_and_a_way_back_in_work_once() {
    let office = Office::new().await;
    let (mut operator, _) = begun(&office).await;
    let fields = [("do", "invite"), ("email", "new@council.example"), ("role", "administrator")];
    assert_eq!(operator.post("/publish/borsetshire/team", &fields).await.status, StatusCode::OK);
    let link = letter(&office, "/account/invitation/").await;
    let mut guest = office.stranger();
    assert!(guest.get(&link).await.text.contains("administrator"));
    let weak = guest.post(&link, &[("name", "Noor"), ("new", "short")]).await;
    assert!(weak.text.contains("at least 14"), "{}", weak.text);
    let made = guest.post(&link, &[("name", "Noor"), ("new", PASSWORD)]).await;
    assert!(made.header("location").starts_with("/account/second-factor"));
    assert_eq!(office.stranger().get(&link).await.status, StatusCode::NOT_FOUND);
    let asked = office.stranger().post("/account/forgotten", &[("email", "new@council.example")]).await;
    let nobody = office.stranger().post("/account/forgotten", &[("email", "nobody@council.example")]).await;
    assert_eq!(asked.text, nobody.text);
    let link = letter(&office, "/account/recovery/").await;
    let changed = office.stranger().post(&link, &[("new", "another orchard lantern")]).await;
    assert!(changed.text.contains("Sign in with it"), "{}", changed.text);
    assert_eq!(office.stranger().get(&link).await.status, StatusCode::NOT_FOUND);
    assert!(guest.get("/account").await.header("location").starts_with("/account/sign-in"), "signed out everywhere");
}

/// The link in the newest letter that holds such an address.
pub(crate) async fn letter(office: &Office, start: &str) -> String {
    let letters = office.store.due(now(), 100).await.unwrap();
    let body = letters.iter().rev().find(|mail| mail.body.contains(start)).expect("a letter").body.clone();
    let from = body.find(start).unwrap();
    body[from..].split_whitespace().next().unwrap().to_owned()
}

#[tokio::test]
async fn the_first_account_is_made_once() {
    let office = Office::new().await;
    let token = store::SetupToken::fresh();
    let expires = now() + jiff::SignedDuration::from_hours(1);
    office.store.setup_offer(&token, now(), expires).await.unwrap();
    let link = format!("/account/set-up/{}", token.reveal());
    let mut first = office.stranger();
    assert_eq!(first.get(&link).await.status, StatusCode::OK);
    let fields = [("name", "Olive"), ("email", "olive@council.example"), ("new", PASSWORD)];
    assert!(first.post(&link, &fields).await.header("location").starts_with("/account/second-factor"));
    assert_eq!(office.stranger().get(&link).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_rule_is_built_step_by_step() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    let page = "/publish/borsetshire/rule/service/group";
    let shown = lead.get(page).await;
    assert!(shown.text.contains("You care for a child.") && shown.text.contains("Whom it lets in"));
    let asked = lead.post(page, &[("do", "ask"), ("fact", "order_type")]).await;
    assert!(asked.text.contains("name=\"choice\" value=\"SGO\""), "{}", asked.text);
    let fields = [("do", "add"), ("fact", "order_type"), ("choice", "SGO"), ("choice", "CAO"), ("outcome", "right")];
    let added = lead.post(page, &fields).await;
    let condition = added.hidden("condition");
    assert_eq!(condition, "order_type in {SGO, CAO}");
    let fields =
        [("do", "add"), ("fact", "child_age"), ("compare", "<"), ("value", "many"), ("condition", &*condition)];
    let refused = lead.post(page, &fields).await;
    assert!(refused.text.contains("number in figures") && refused.text.contains("order_type in"), "nothing is lost");
    let (seen, key) = (refused.hidden("seen"), refused.hidden("key"));
    let keep = [
        ("do", "keep"),
        ("outcome", "right"),
        ("join", "all of"),
        ("condition", &*condition),
        ("because", "You have an order."),
        ("seen", &*seen),
        ("key", &*key),
    ];
    assert_eq!(lead.post(page, &keep).await.status, StatusCode::SEE_OTHER);
    let now = lead.get(page).await;
    assert!(now.text.contains("You have an order."), "{}", now.text);
    let (seen, key) = (now.hidden("seen"), now.hidden("key"));
    let up = [("do", "up 1"), ("seen", &*seen), ("key", &*key)];
    assert_eq!(lead.post(page, &up).await.status, StatusCode::SEE_OTHER);
    let text = lead.get("/publish/borsetshire/offer.law").await.text;
    assert!(text.find("right when").unwrap() < text.find("may when").unwrap(), "{text}");
}

#[tokio::test]
async fn what_a_reader_says_is_answered_in_public_without_names() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    let page = "/council/borsetshire/feedback";
    assert_eq!(office.stranger().get(page).await.status, StatusCode::NOT_FOUND, "nothing is published yet");
    consulted(&mut lead).await;
    let editions = "/publish/borsetshire/editions";
    lead.post(editions, &PROPOSAL).await;
    let digest = lead.get(editions).await.text.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let mut publisher = office.signed_in("grace", &[("publisher", Some("borsetshire"))]).await;
    publisher.post(editions, &[("do", "publish"), ("digest", &digest), ("key", "p2")]).await;
    let mut reader = office.stranger();
    assert_eq!(reader.post(page, &[("words", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = [("words", "Mrs Brown never calls back."), ("about", "/council/borsetshire")];
    assert_eq!(reader.post(page, &said).await.status, StatusCode::SEE_OTHER);
    let shown = reader.get(page).await;
    assert!(!shown.text.contains("Brown") && shown.text.contains("1 waits for an answer"), "{}", shown.text);
    let desk = "/publish/borsetshire/feedback";
    let id = lead.get(desk).await.hidden("id");
    let answer = [
        ("id", &*id),
        ("do", "publish"),
        ("published", "Nobody calls back."),
        ("answer", "We now call within two days."),
    ];
    assert_eq!(publisher.post(desk, &answer).await.status, StatusCode::FORBIDDEN);
    assert_eq!(lead.post(desk, &answer).await.status, StatusCode::SEE_OTHER);
    let shown = reader.get(page).await;
    assert!(
        shown.text.contains("Nobody calls back.")
            && shown.text.contains("within two days")
            && !shown.text.contains("Brown")
    );
    // In Urdu it is the same page, and counted as the same.
    let urdu = format!("/ur{page}");
    let shown = reader.get(&urdu).await;
    assert!(shown.text.contains("آپ نے کہا، ہم نے کیا"), "{}", shown.text);
    assert!(shown.text.contains("<span lang=\"en\" dir=\"ltr\">Nobody calls back.</span>"));
    assert!(shown.text.contains("lang=\"\" dir=\"auto\">"), "what is typed is in any language");
    let refused = reader.post(&urdu, &[("words", " ")]).await;
    assert!(
        refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.text.contains("لکھیں کہ آپ کیا کہنا چاہتے ہیں")
    );
    let sent = reader.post(&urdu, &said).await;
    assert_eq!(sent.header("location"), "/ur/council/borsetshire/feedback?sent=1");
    assert!(reader.get(page).await.text.contains("1 waits for an answer"));
}

#[tokio::test]
async fn those_who_look_after_a_contact_are_reminded_once() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    let fields = [
        ("id", "team"),
        ("value:name", "The team"),
        ("state:hours", "not stated"),
        ("value:checked", "2026-08-20"),
        ("key", "t1"),
    ];
    assert_eq!(lead.post("/publish/borsetshire/new/contact", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.app.remind().await.unwrap(), 1);
    assert_eq!(office.app.remind().await.unwrap(), 0, "nobody is told the same twice");
    let letters = office.store.due(now(), 10).await.unwrap();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to.to_string(), "ada@council.example");
    assert!(
        letters[0].body.contains("https://kith.test/publish/borsetshire/record/contact/team"),
        "{}",
        letters[0].body
    );
}

#[tokio::test]
async fn services_come_in_from_a_table_and_a_feed() {
    let office = Office::new().await;
    let (_, mut lead) = begun(&office).await;
    let page = "/publish/borsetshire/import";
    let table = lead.get("/publish/borsetshire/services.csv").await.text.replace("A group for carers", "The group");
    let look = [("do", "look"), ("form", "table"), ("from", "a table"), ("text", &*table)];
    let shown = lead.post(page, &look).await;
    assert!(
        shown.text.contains("<del>A group for carers</del>") && shown.text.contains("<ins>The group</ins>"),
        "{}",
        shown.text
    );
    let bring = [("do", "bring"), ("form", "table"), ("from", "a table"), ("text", &*table), ("key", "i1")];
    assert_eq!(lead.post(page, &bring).await.status, StatusCode::SEE_OTHER);
    let broken = [("do", "look"), ("form", "table"), ("from", "a table"), ("text", "id,nome\nx,y\n")];
    assert_eq!(lead.post(page, &broken).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let feed = r#"{"contents":[{"id":"8f3c7e0a-0000-4000-8000-000000000001","name":"Cooking club","status":"active","description":"A meal."}]}"#;
    let nowhere = [("do", "look"), ("form", "feed"), ("from", "somewhere"), ("text", feed)];
    assert!(lead.post(page, &nowhere).await.text.contains("web address"));
    let look = [("do", "look"), ("form", "feed"), ("from", "https://feed.example/services"), ("text", feed)];
    let shown = lead.post(page, &look).await;
    assert!(shown.text.contains("Cooking club"), "{}", shown.text);
}

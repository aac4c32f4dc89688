//! From "ask the council for this" to a decision letter, by the people who do it; and nobody else sees it.

use crate::office::{Office, Person};
use axum::http::StatusCode;

const ASKED: [(&str, &str); 9] = [
    ("key", "0123456789abcdef0123"),
    ("carer_name", "Rose Field"),
    ("carer_is", "grandmother"),
    ("child_name", "Max Field"),
    ("what_happened", "My daughter went into hospital and Max came to me."),
    ("what_is_needed", "A bed, and somebody for Max to talk to."),
    ("address", "12 Acacia Road\nLondon SE15 5EB"),
    ("email", "rose@example.org"),
    ("safe_channels", "email"),
];

pub(crate) fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    ASKED.iter().copied().chain(more.iter().copied()).collect()
}

/// What stands between two texts of a page.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split(before).nth(1).and_then(|rest| rest.split(after).next()).unwrap_or_else(|| panic!("{before}: {text}"))
}

/// The value that stands for somebody in a form.
pub(crate) fn people(form: &str, name: &str) -> String {
    let before = form.split(&format!("<span>{name} (")).next().unwrap();
    before.rsplit("value=\"").next().unwrap().split('"').next().unwrap().to_owned()
}

/// A carer has asked; their browser, reference and code.
pub(crate) async fn asked(office: &Office) -> (Person, String, String) {
    let mut carer = office.stranger();
    let sent = carer.post("/ask/southwark", &with(&[("do", "send"), ("consent", "yes")])).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text);
    let reference = between(&sent.text, "Your reference: <strong>", "<").to_owned();
    let code = between(&sent.text, "Your code: <strong>", "<").to_owned();
    (carer, reference, code)
}

/// The page of the only case of a council.
pub(crate) async fn case_of(worker: &mut Person) -> String {
    let list = worker.get("/cases/southwark").await;
    format!("/cases/southwark/case/{}", between(&list.text, "/cases/southwark/case/", "\""))
}

#[tokio::test]
async fn a_carer_asks_and_follows_it_and_nothing_is_sent_before_it_was_shown() {
    let office = Office::new().await;
    let mut stranger = office.stranger();
    let nobody = stranger.get("/ask/southwark").await;
    assert!(nobody.text.contains("does not take requests"), "{}", nobody.text);
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let mut carer = office.stranger();
    let preview = carer.post("/ask/southwark", &with(&[("do", "preview")])).await;
    assert!(preview.text.contains("Nothing has been sent yet") && preview.text.contains("A bed, and somebody"));
    let without = carer.post("/ask/southwark", &with(&[("do", "send")])).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(worker.get("/cases/southwark").await.text.contains("Open cases <span class=\"soft\">(0)"));

    let (mut carer, reference, _) = asked(&office).await;
    let again = carer.post("/ask/southwark", &with(&[("do", "send"), ("consent", "yes")])).await;
    assert!(again.text.contains(&reference), "the same form is one request");
    let code = between(&again.text, "Your code: <strong>", "<").to_owned();
    let list = worker.get("/cases/southwark").await;
    assert!(
        list.text.contains("Max Field, with Rose Field") && list.text.contains("Decision on a referral"),
        "{}",
        list.text
    );

    for (wrong, right) in [("ABCD-EFGH-JKLM", false), (code.as_str(), true)] {
        let opened = carer.post("/track", &[("reference", &reference), ("code", wrong)]).await;
        assert_eq!(opened.status == StatusCode::SEE_OTHER, right, "{}", opened.text);
    }
    let page = carer.get("/track/case").await;
    assert!(page.text.contains("We have your request"), "{}", page.text);
    let file = between(&page.text, "/track/case/letter/", "\"").to_owned();
    let letter = carer.get(&format!("/track/case/letter/{file}")).await;
    assert!(letter.text.contains("Dear Rose Field") && letter.text.contains("by 27 November 2026"), "{}", letter.text);
    let word = carer.get(&format!("/track/case/letter/{file}.docx")).await;
    assert_eq!(word.status, StatusCode::OK);
    assert_eq!(stranger.get("/track/case").await.header("location"), "/track");
    let mail = office.store.due(crate::office::now(), 10).await.unwrap();
    assert_eq!(mail.len(), 1);
    let told = format!("{} {}", mail[0].subject, mail[0].body);
    assert!(["Max", "Field", "bed", &code, "child"].iter().all(|word| !told.contains(word)), "{told}");

    let case = case_of(&mut worker).await;
    let mut manager = office.signed_in("mia", &[("manager", Some("southwark"))]).await;
    let hold = [("hold_kind", "legal"), ("reason", "A court asks."), ("review_on", "2027-01-31"), ("key", "h1")];
    did(&manager.post(&format!("{case}/do/hold_placed"), &hold).await);
    let page = carer.get("/track/case").await;
    for word in ["A court asks", "Hold", "Look again", "hold is needed"] {
        assert!(!page.text.contains(word), "{word}: how long the council keeps it is not about the family");
    }
    assert_eq!(carer.get("/track/do/hold_placed").await.status, StatusCode::FORBIDDEN);
    let form = format!("{case}/do/code_renewed");
    let rose = people(&worker.get(&form).await.text, "Rose Field");
    let renewed = worker.post(&form, &[("person", &rose), ("reason", "She lost it."), ("key", "k1")]).await;
    assert!(renewed.text.contains("Code: <strong>"), "{}", renewed.text);
    assert_eq!(carer.get("/track/case").await.header("location"), "/track", "the old code is closed");
}

/// What was sent was done.
pub(crate) fn did(answer: &crate::browser::Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

/// The request is accepted, and what Max needs is found out, as far as a decision that is begun.
async fn assessed(worker: &mut Person, case: &str) {
    let form = format!("{case}/do/request_decided");
    let held = worker
        .post(&form, &[("next", "assess"), ("reason", "Max may need help."), ("offer_given", "no"), ("key", "a")])
        .await;
    assert!(held.text.contains("has not been given the council’s kinship local offer"), "{}", held.text);
    assert!(held.text.contains("section 22H(6)") && held.text.contains("Max may need help."));
    did(&worker
        .post(&form, &[("next", "assess"), ("reason", "Max may need help."), ("offer_given", "yes"), ("key", "b")])
        .await);
    let page = worker.get(&format!("{case}/do/assessment_begun")).await;
    let child = between(&page.text, "name=\"assessed_for\" value=\"", "\"").to_owned();
    did(&worker
        .post(
            &format!("{case}/do/assessment_begun"),
            &[("assessment_kind", "child_in_need"), ("assessed_for", &child), ("key", "c")],
        )
        .await);
    did(&worker
        .post(
            &format!("{case}/do/wishes_recorded"),
            &[("child_wishes", "I want to stay with nan."), ("wishes_how", "Wendy asked him"), ("key", "d")],
        )
        .await);
    let needs = [
        ("needs.0.need", "A bed of his own"),
        ("needs.0.shown_by", "He sleeps on the sofa"),
        ("needs.0.whose", "child"),
        ("carer_views", "I can manage."),
        ("key", "e"),
    ];
    did(&worker.post(&format!("{case}/do/needs_recorded"), &needs).await);
    let form = format!("{case}/do/assessment_concluded");
    let page = worker.get(&form).await;
    let mut fields: Vec<(String, String)> =
        vec![("summary".into(), "Max needs a bed.".into()), ("key".into(), "f".into())];
    // Each support the law gives stands in the form already; only what was thought of it is written.
    for (row, part) in
        page.text.split("name=\"supports_considered.").skip(1).filter(|part| part.contains(".support\"")).enumerate()
    {
        if let Some(chosen) = part
            .split("</select>")
            .next()
            .and_then(|select| select.split("\" selected").next().filter(|_| select.contains("\" selected")))
        {
            let support = chosen.rsplit("value=\"").next().unwrap().to_owned();
            fields.push((format!("supports_considered.{row}.support"), support));
            fields.push((format!("supports_considered.{row}.thought"), "offered".into()));
        }
    }
    if !fields.iter().any(|(name, _)| name.starts_with("supports")) {
        fields.push(("supports_considered.0.support".into(), "s17_assessment".into()));
        fields.push(("supports_considered.0.thought".into(), "done".into()));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    did(&worker.post(&form, &fields).await);
    did(&worker.post(&format!("{case}/do/decision_begun"), &[("key", "g")]).await);
}

#[tokio::test]
async fn a_request_becomes_a_decision_with_a_letter() {
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let mut manager = office.signed_in("mia", &[("manager", Some("southwark"))]).await;
    let (mut carer, reference, code) = asked(&office).await;
    let case = case_of(&mut worker).await;
    assessed(&mut worker, &case).await;
    let form = format!("{case}/do/decision_made");
    let filled = manager.get(&form).await;
    assert!(filled.text.contains("value=\"A bed of his own\""), "nothing is typed twice");
    let decision = |why: &'static str| {
        vec![
            ("needs_decided.0.need", "A bed of his own"),
            ("needs_decided.0.answer", "no"),
            ("needs_decided.0.why_not", why),
            ("needs_decided.0.row_reason", "It is informal."),
            ("facts_relied_on", "The assessment."),
        ]
    };
    let unlawful = manager.post(&form, &decision("legal_status")).await;
    assert!(unlawful.text.contains("only because of the child’s legal status"), "{}", unlawful.text);
    assert_eq!(worker.get(&form).await.status, StatusCode::FORBIDDEN, "a worker does not decide");
    let given = [
        ("needs_decided.0.need", "A bed of his own"),
        ("needs_decided.0.answer", "yes"),
        ("needs_decided.0.what", "A bed, this week"),
        ("facts_relied_on", "The assessment."),
        ("key", "h"),
    ];
    did(&manager.post(&form, &given).await);
    carer.post("/track", &[("reference", &reference), ("code", &code)]).await;
    let page = carer.get("/track/case").await;
    assert!(page.text.contains("What we decided"), "{}", page.text);
    let home = worker.get(&case).await;
    assert!(home.text.contains("Need: A bed of his own; Answer: it will be given"), "{}", home.text);
    let story = worker.get(&format!("{case}/chronology")).await;
    assert!(story.text.contains("I want to stay with nan."), "{}", story.text);
    let seen = manager.get("/cases/southwark/overview").await;
    assert!(seen.text.contains("fewer than 5"), "small numbers are not told");
    let sums = manager.get("/cases/southwark/sums?support=s17_assessment").await;
    assert!(sums.text.contains("No regular sum was decided yet") && sums.text.contains("Max Field, with Rose Field"));
    assert!(sums.text.contains("It depends on what is not written down yet"), "{}", sums.text);
}

#[tokio::test]
async fn another_councils_worker_sees_nothing() {
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let mut other = office.signed_in("oscar", &[("worker", Some("gateshead")), ("manager", Some("gateshead"))]).await;
    asked(&office).await;
    let case = case_of(&mut worker).await;
    for page in [
        case.clone(),
        format!("{case}/chronology"),
        format!("{case}/letter/6-0"),
        format!("{case}/do/note_written"),
        "/cases/southwark".to_owned(),
    ] {
        assert_eq!(other.get(&page).await.status, StatusCode::FORBIDDEN, "{page}");
    }
    let theirs = case.replace("southwark", "gateshead");
    assert_eq!(other.get(&theirs).await.status, StatusCode::NOT_FOUND);
    assert!(!other.get("/cases/gateshead").await.text.contains("Max"));
}

#[tokio::test]
async fn an_address_stays_with_whoever_it_belongs_to() {
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let mut coordinator = office.signed_in("cora", &[("coordinator", Some("southwark"))]).await;
    asked(&office).await;
    let case = case_of(&mut worker).await;
    let add = |name: &'static str| {
        [("name", name), ("part", "parent"), ("relationship", "mother"), ("address", "3 Elm Row"), ("key", "add")]
    };
    did(&worker.post(&format!("{case}/do/person_added"), &add("Dawn Field")).await);
    let page = worker.get(&format!("{case}/do/meeting_offered")).await;
    let dawn = people(&page.text, "Dawn Field");
    let offer = [
        ("offered_to", dawn.as_str()),
        ("offered_on", "2026-11-26"),
        ("letter_before_court", "no"),
        ("why_meet", "How can Max stay safe at 12 ACACIA road?"),
        ("key", "m1"),
    ];
    let sent = worker.post(&format!("{case}/do/meeting_offered"), &offer).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{dawn} {}", sent.text);
    worker.post(&format!("{case}/do/meeting_answered"), &[("person", &dawn), ("accepted", "yes"), ("key", "m2")]).await;
    let home = worker.get(&case).await;
    let file = home
        .text
        .split("/letter/")
        .find(|part| part.contains("An offer to meet"))
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let letter = worker.get(&format!("{case}/letter/{file}")).await;
    assert!(!letter.text.to_lowercase().contains("acacia") && letter.text.contains("[left out]"), "{}", letter.text);
    let invite = [
        ("person", dawn.as_str()),
        ("meeting_on", "2026-12-10"),
        ("meeting_at", "10"),
        ("meeting_place", "The hub"),
        ("key", "m3"),
    ];
    let refused = coordinator.post(&format!("{case}/do/person_invited"), &invite).await;
    assert_eq!(
        refused.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "nobody is invited before it is settled what they may be told"
    );

    let considered =
        [("person", dawn.as_str()), ("appropriate", "yes"), ("reason", "She is his mother."), ("key", "m4")];
    did(&coordinator.post(&format!("{case}/do/member_considered"), &considered).await);
    let settled = [("person", dawn.as_str()), ("may_be_told", "How Max is."), ("settled_with", "Rose"), ("key", "m5")];
    did(&coordinator.post(&format!("{case}/do/disclosure_confirmed"), &settled).await);
    did(&coordinator.post(&format!("{case}/do/person_invited"), &invite).await);
    let home = worker.get(&case).await;
    assert!(home.text.contains("Dawn Field (mother): invited"), "the picture of the network in words: {}", home.text);
    let invitation = home.text.split("/letter/").find(|part| part.contains("An invitation")).unwrap();
    let file = invitation.split('"').next().unwrap();
    assert!(worker.get(&format!("{case}/letter/{file}")).await.text.contains("Into a calendar"));
    let entry = worker.get(&format!("{case}/letter/{file}.ics")).await;
    assert!(entry.text.contains("DTSTART;VALUE=DATE:20261210") && entry.text.contains("SUMMARY:Appointment 10"));
    assert!(["hub", "Field", "Max", "meeting"].iter().all(|word| !entry.text.contains(word)), "{}", entry.text);
}

#[tokio::test]
async fn a_restricted_case_is_seen_by_those_who_were_let_in() {
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let mut manager = office.signed_in("mia", &[("manager", Some("southwark"))]).await;
    asked(&office).await;
    let case = case_of(&mut worker).await;
    let restricted = [("reason", "The mother works for the council."), ("key", "r1")];
    assert_eq!(manager.post(&format!("{case}/do/case_restricted"), &restricted).await.status, StatusCode::SEE_OTHER);
    let door = case.replace("/case/", "/let-in/");
    for page in
        [case.clone(), format!("{case}/chronology"), format!("{case}/letter/6-0"), format!("{case}/do/note_written")]
    {
        assert_eq!(worker.get(&page).await.header("location"), door, "{page}");
    }
    assert!(!worker.post("/cases/southwark", &[("name", "Max")]).await.text.contains("Max Field"));
    assert_eq!(
        worker.post(&door, &[("do", "emergency"), ("reason", "")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        worker.post(&door, &[("do", "let in"), ("reason", "x"), ("days", "3")]).await.status,
        StatusCode::FORBIDDEN
    );
    worker.post(&door, &[("do", "emergency"), ("reason", "Rose rang: Max is missing.")]).await;
    assert_eq!(worker.get(&case).await.status, StatusCode::OK);
    assert!(manager.get(&door).await.text.contains("Max is missing"));
    let docket = manager.get("/cases/southwark").await;
    assert!(docket.text.contains("let themselves into a restricted case") && docket.text.contains("Max is missing"));
    let form = format!("{case}/do/case_given");
    let nobody = worker.post(&form, &[("given_to", "me"), ("key", "r2")]).await;
    assert!(nobody.text.contains("Choose somebody who works at this council"), "{}", nobody.text);
    let me = between(&worker.get(&form).await.text, "name=\"given_to\"", "</select>").to_owned();
    let me = between(&me, "<option value=\"\"></option><option value=\"", "\"").to_owned();
    let refused = worker.post(&form, &[("given_to", &me), ("key", "r2")]).await;
    assert!(refused.text.contains("Ask a manager to give it"), "{}", refused.text);
    let chain = manager.get("/cases/southwark/seen").await;
    for told in ["Looked at the case", "Somebody was let into a restricted case", "wendy, until "] {
        assert!(chain.text.contains(told), "{told}: {}", chain.text);
    }
    assert_eq!(worker.get("/cases/southwark/seen").await.status, StatusCode::FORBIDDEN);
    let wendy = between(&manager.get(&door).await.text, "name=\"whom\" value=\"", "\"").to_owned();
    assert_eq!(worker.post(&door, &[("do", "end"), ("whom", &wendy)]).await.status, StatusCode::FORBIDDEN);
    manager.post(&door, &[("do", "end"), ("whom", &wendy)]).await;
    assert_eq!(worker.get(&case).await.header("location"), door, "the access was ended");
    let seen = office.store.audit("southwark", &store::AuditFilter::default(), 100).await.unwrap();
    let deeds: Vec<&str> = seen.iter().map(|entry| entry.deed.as_str()).collect();
    for deed in [
        "looked at the case",
        "looked at a restricted case, and was refused",
        "looked at the list of cases",
        "looked at the cases of a name",
    ] {
        assert!(deeds.contains(&deed), "{deed} is not in {deeds:?}");
    }
    office.store.verify_audit("southwark").await.unwrap();
}

#[tokio::test]
async fn what_is_typed_is_kept_until_it_is_sent() {
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let mut other = office.signed_in("wilma", &[("worker", Some("southwark"))]).await;
    asked(&office).await;
    let form = format!("{}/do/note_written", case_of(&mut worker).await);
    let kept = worker.post(&form, &[("do", "keep"), ("note", "Max told me that")]).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.text);
    let again = worker.get(&form).await;
    assert!(again.text.contains("Max told me that"));
    assert!(again.header("content-security-policy").contains("connect-src 'self'"), "the script may keep it");
    assert!(!other.get(&form).await.text.contains("Max told me that"), "a draft is its writer’s");
    let plan = form.replace("note_written", "plan_made");
    let typed = [("services.0.what", "Swimming"), ("services.2.what", ""), ("more", "services")];
    let more = worker.post(&plan, &typed).await;
    assert!(more.text.contains("Swimming") && !more.text.contains("That was not done"), "{}", more.text);
    assert!(more.text.contains("services.5.what") && !more.text.contains("services.6.what"), "three rows more");
    worker.post(&form, &[("note", "Max told me that he sleeps well."), ("key", "n1")]).await;
    assert!(!worker.get(&form).await.text.contains("Max told me that"));
}

#[tokio::test]
async fn leaving_in_a_hurry_closes_the_page_of_the_case() {
    let office = Office::new().await;
    office.account("wendy", &[("worker", Some("southwark"))]).await;
    let (mut carer, reference, code) = asked(&office).await;
    carer.post("/track", &[("reference", &reference), ("code", &code)]).await;
    assert_eq!(carer.get("/track/case").await.status, StatusCode::OK);
    carer.get("/find/exit").await;
    assert_eq!(carer.get("/track/case").await.header("location"), "/track");
    let seen = office.store.audit("southwark", &store::AuditFilter::default(), 100).await.unwrap();
    assert!(seen.iter().any(|entry| entry.deed == "opened the page of a carer" && entry.by.is_none()));
}

#[tokio::test]
async fn what_was_said_of_one_person_is_shown_to_no_other() {
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let (mut carer, reference, code) = asked(&office).await;
    let case = case_of(&mut worker).await;
    let dawn = [
        ("name", "Dawn Field"),
        ("part", "parent"),
        ("relationship", "mother"),
        ("phone", "07700 900123"),
        ("key", "d1"),
    ];
    did(&worker.post(&format!("{case}/do/person_added"), &dawn).await);
    assert!(!worker.get(&format!("{case}/do/person_added")).await.text.contains("07700"));
    let form = format!("{case}/do/safe_contact_set");
    let page = worker.get(&form).await;
    let id = people(&page.text, "Dawn Field");
    let safe = [
        ("person", id.as_str()),
        ("safe_channels", "page"),
        ("code_word", "lantern"),
        ("safe_times", "Mondays at 9"),
        ("key", "d2"),
    ];
    did(&worker.post(&form, &safe).await);
    let seen = office.store.audit("southwark", &store::AuditFilter::default(), 100).await.unwrap();
    assert!(seen.iter().any(|entry| entry.deed == "looked at a form of the case"));
    carer.post("/track", &[("reference", &reference), ("code", &code)]).await;
    let page = carer.get("/track/do/safe_contact_set").await;
    assert!(page.text.contains("Rose Field") && !page.text.contains("Dawn"), "{}", page.text);
    assert!(!page.text.contains("lantern") && !page.text.contains("Mondays"), "{}", page.text);
}

#[tokio::test]
async fn a_case_that_cannot_be_read_stops_no_other() {
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let stream = "case/southwark/0123456789ab".parse().unwrap();
    let event = store::NewEvent { kind: "case_opened".into(), body: "{\"act\": 1}".into() };
    let append = store::Append {
        stream: &stream,
        expected_version: store::Version::NONE,
        by: None,
        at: crate::office::now(),
        events: vec![event],
        index: None,
        mail: Vec::new(),
        key: None,
    };
    office.store.append(append).await.unwrap();
    asked(&office).await;
    let list = worker.get("/cases/southwark").await;
    assert!(list.text.contains("1 case cannot be read") && list.text.contains("Max Field"), "{}", list.text);
    assert_eq!(worker.get("/cases/southwark/case/0123456789ab").await.status, StatusCode::NOT_FOUND);
    // Once it is destroyed there is nothing left to mend.
    let at = crate::office::now();
    assert!(office.store.destroy_vault(&stream, store::Version(1), None, at, "It could not be read.").await.unwrap());
    office.caseload.catch_up().await.unwrap();
    let list = worker.get("/cases/southwark").await;
    assert!(!list.text.contains("cannot be read") && list.text.contains("Max Field"), "{}", list.text);
}

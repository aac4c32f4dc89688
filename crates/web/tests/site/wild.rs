//! Whatever is sent to the pages of casework, they answer: with what is wrong, and never by falling over.

use crate::browser::practice;
use crate::cases::{asked, case_of, people};
use crate::office::{Office, Person};
use axum::http::StatusCode;

/// Values that no form of ours sends.
const WILD: [&str; 9] = [
    "-9999-01-01",
    "9999-12-31",
    "18446744073709551615",
    "-1",
    "99999999999999999999.99",
    "\u{0}\u{202e}ﷺ",
    "../../etc/passwd",
    "{child} {when x is y} `#[",
    "yes",
];

/// Sends every act with every field, each time as one wild value.
async fn send_all(person: &mut Person, base: &str) {
    let practice = practice();
    for act in &practice.acts {
        let address = format!("{base}/do/{}", act.name);
        for (turn, wild) in WILD.iter().enumerate() {
            let mut fields: Vec<(String, &str)> = vec![("on".to_owned(), wild), ("more".to_owned(), "")];
            for column in &act.asks {
                fields.push((column.field.clone(), wild));
                let field = practice.fields.get(&column.field).unwrap();
                for row in ["0", "18446744073709551615"] {
                    let of_row = |inner: &casework::practice::Column| format!("{}.{row}.{}", field.name, inner.field);
                    fields.extend(field.columns().iter().map(|inner| (of_row(inner), *wild)));
                }
                fields.push((format!("{}.child_dob", column.field), wild));
            }
            let mut sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
            for more in ["", "needs", wild] {
                sent[1].1 = more;
                let answer = person.post(&format!("{address}?matter={turn}"), &sent).await;
                assert!(!answer.status.is_server_error(), "{address} {wild:?} {more:?}: {}", answer.text);
            }
        }
    }
}

#[tokio::test]
async fn no_form_of_a_case_makes_the_site_fall_over() {
    let office = Office::new().await;
    let roles = ["worker", "manager", "coordinator", "complaints"].map(|role| (role, Some("southwark")));
    let mut worker = office.signed_in("wendy", &roles).await;
    let (mut carer, reference, code) = asked(&office).await;
    let case = case_of(&mut worker).await;
    carer.post("/track", &[("reference", &reference), ("code", &code)]).await;
    send_all(&mut carer, "/track").await;
    send_all(&mut worker, &case).await;
    let opens =
        ["key", "carer_name", "carer_is", "child_name", "child_born", "asked_on", "what_is_needed", "hide_name"];
    for (turn, wild) in WILD.iter().enumerate() {
        let key = format!("wild-and-long-enough-{turn}");
        let mut sent: Vec<(&str, &str)> = opens.iter().map(|name| (*name, *wild)).collect();
        sent[0].1 = &key;
        sent.extend([("do", "send"), ("consent", "yes"), ("safe_channels", wild)]);
        for (person, address) in [(&mut carer, "/ask/southwark"), (&mut worker, "/cases/southwark/new")] {
            let answer = person.post(address, &sent).await;
            assert!(!answer.status.is_server_error(), "{address} {wild:?}: {}", answer.text);
        }
    }
    let mut pages = vec![case.clone(), format!("{case}/chronology"), "/cases/southwark".to_owned()];
    for part in ["overview", "seen", "sums", "retention", "returns", "complaints"] {
        pages.push(format!("/cases/southwark/{part}"));
        for wild in WILD {
            let wild = percent_encoding::utf8_percent_encode(wild, percent_encoding::NON_ALPHANUMERIC);
            let asks = ["case", "who", "before", "until", "support", "census", "year", "page"];
            pages.extend(asks.map(|name| format!("/cases/southwark/{part}?{name}={wild}")));
        }
    }
    pages.extend(
        ["complaints/-9999.csv", "complaints/2026.exe", "returns/32767/cin.xml"]
            .map(|end| format!("/cases/southwark/{end}")),
    );
    for page in pages {
        let answer = worker.get(&page).await;
        assert!(!answer.status.is_server_error(), "{page}: {}", answer.text);
    }
    assert!(!carer.get("/track/case").await.status.is_server_error());
}

#[tokio::test]
async fn nothing_is_written_down_for_a_day_that_cannot_be() {
    let office = Office::new().await;
    let mut ida = office.signed_in("ida", &[("complaints", Some("southwark"))]).await;
    let (mut rose, reference, code) = asked(&office).await;
    rose.post("/track", &[("reference", &reference), ("code", &code)]).await;
    let form = "/track/do/complaint_made";
    let page = rose.get(form).await;
    let own = people(&page.text, "Rose Field");
    let said = [
        ("complainant", own.as_str()),
        ("complainant_is", "carer"),
        ("complaint_about", "child_help"),
        ("what_went_wrong", "Nobody came."),
        ("what_would_help", "That somebody comes."),
    ];
    for (on, why) in [
        ("-9999-01-01", "is not a day of the calendar"),
        ("yesterday", "is not a day of the calendar"),
        ("2026-11-27", "lies ahead"),
    ] {
        let sent = rose.post(form, &[&said[..], &[("on", on), ("key", on)]].concat()).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        assert!(sent.text.contains(why) && sent.text.contains("Nobody came."), "{on}: {}", sent.text);
    }
    let sent = rose.post(form, &[&said[..], &[("on", "2026-11-26"), ("key", "now")]].concat()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    assert_eq!(ida.get("/cases/southwark/complaints").await.status, StatusCode::OK);
}

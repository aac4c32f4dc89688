//! Whatever is sent to the pages of casework and of what stands around the offer, they answer: with what is wrong, and never by
//! falling over.

use crate::advice::{QUESTION, team};
use crate::browser::practice;
use crate::cases::{asked, case_of, people};
use crate::groups::group;
use crate::office::{Office, Person};
use crate::workshops::{book, form, public};
use axum::http::StatusCode;

/// Values that no form of ours sends.
const WILD: [&str; 12] = [
    "-9999-01-01",
    "-009999-01-01",
    "9999-12-31",
    "18446744073709551615",
    "-1",
    "99999999999999999999.99",
    "\u{0}\u{202e}ﷺ",
    "../../etc/passwd",
    "24:60",
    "2026-02-30",
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

/// Sends a form with each field in turn wild or left out, and with all of them wild; a form that is otherwise whole goes the
/// furthest.
async fn send_each(person: &Person, address: &str, whole: &[(&str, &str)]) {
    let name = address.replace('/', "-");
    for place in 0..=whole.len() {
        for (turn, wild) in WILD.iter().chain(&["\n| | |\n", ""]).enumerate() {
            let mut fields = whole.to_vec();
            match fields.get_mut(place) {
                Some(field) => field.1 = wild,
                None => fields.iter_mut().for_each(|field| field.1 = wild),
            }
            let key = format!("{name}-{}-{place}-{turn}", whole.len());
            fields.retain(|(name, _)| *name != "key");
            fields.push(("key", &key));
            let answer = person.clone().post(address, &fields).await;
            assert!(!answer.status.is_server_error(), "{address} {:?}: {}", fields.get(place), answer.text);
        }
    }
}

#[tokio::test]
async fn no_form_of_a_workshop_makes_the_site_fall_over() {
    const DESK: &str = "/hosts/southwark/workshops";
    const WORKSHOP: &str = "/workshops/southwark/sleep-and-settling";
    let office = Office::new().await;
    let oona = public(&office).await;
    let booking = book(&office, "rose", &[]).await;
    let booking = booking.split('?').next().unwrap();
    let stranger = office.stranger();
    let day = format!("{DESK}/sleep-and-settling/on/2026-12-08");
    send_each(&oona, &format!("{DESK}/new"), &form(&[])).await;
    send_each(&oona, &format!("{DESK}/sleep-and-settling/edit"), &form(&[])).await;
    let one = format!("{DESK}/sleep-and-settling");
    let materials = "Notes | https://a.example/notes";
    send_each(&oona, &one, &[("do", "materials"), ("materials", materials), ("why", "")]).await;
    for deed in ["message", "came", "let_go"] {
        let fields = [("do", deed), ("words", "Bring a coat."), ("id", "x"), ("came:x", "yes"), ("why", "Snow.")];
        send_each(&oona, &day, &fields).await;
    }
    let looks =
        [("look", "sleep"), ("postcode", "SE1 2QH"), ("within", "10"), ("from", "2026-12-01"), ("to", "2026-12-31")];
    send_each(&stranger, "/workshops", &looks).await;
    let booker =
        [("on", "2026-12-08"), ("name", "Rose"), ("channel", "phone"), ("number", "020 7946 0000"), ("needs", "")];
    send_each(&stranger, &format!("{WORKSHOP}/book"), &booker).await;
    send_each(&stranger, booking, &[("do", "opinion"), ("helped", "lots"), ("words", "Good.")]).await;
    send_each(&oona, &day, &[("do", "call_off"), ("why", "Snow.")]).await;
}

#[tokio::test]
async fn no_form_of_a_group_or_of_advice_makes_the_site_fall_over() {
    let office = Office::new().await;
    let stranger = office.stranger();
    let orla = team(&office).await;
    let greta = office.signed_in("greta", &[("organiser", Some("gateshead"))]).await;
    send_each(&greta, "/hosts/gateshead/groups/new", &group(&[])).await;
    greta.clone().post("/hosts/gateshead/groups/new", &group(&[])).await;
    send_each(&greta, "/hosts/gateshead/groups/tea-and-talk", &group(&[])).await;
    let met = [("do", "met"), ("on", "2026-11-20"), ("why", "")];
    send_each(&greta, "/hosts/gateshead/groups/tea-and-talk", &met).await;
    assert_eq!(stranger.clone().get("/groups/gateshead/tea-and-talk").await.status, StatusCode::OK);
    let near = [("postcode", "NE8 1HH"), ("within", "10"), ("whom", "grandparents"), ("day", "Tuesday")];
    send_each(&stranger, "/groups", &near).await;
    let line = [
        ("name", "Evening line"),
        ("phones", "0191 496 0000"),
        ("hours", "Monday to Friday | 18:00 to 20:00"),
        ("bank_holidays", "shut"),
        ("nations", "England"),
    ];
    send_each(&orla, "/hosts/kinship/advice/new/line", &line).await;
    let answer = [
        ("question", "Is it so?"),
        ("words", "It may be."),
        ("cites", "ca-1989/17(1)"),
        ("owner", "Ann"),
        ("review_by", "2027-01-01"),
    ];
    send_each(&orla, "/hosts/kinship/advice/new/answer", &answer).await;
    send_each(
        &orla,
        "/hosts/kinship/advice/team",
        &[("name", "Kinship advisers"), ("within", "5"), ("helps", "Money")],
    )
    .await;
    send_each(&stranger, "/advice/kinship/ask", &QUESTION).await;
    send_each(&stranger, "/advice/question", &[("reference", "Q-1"), ("code", "x")]).await;
    let ann = office.signed_in("ann", &[("advice-worker", Some("kinship"))]).await;
    let call = [("do", "email"), ("safe_channels", "email"), ("email", "rose@example.org"), ("whole", "yes")];
    send_each(&ann, "/hosts/kinship/questions/call", &call).await;
    let inbox = ann.clone().get("/hosts/kinship/questions").await.text;
    let id = inbox.split("/hosts/kinship/questions/").find(|part| part.starts_with(|sign: char| sign.is_ascii_digit()));
    let question = format!("/hosts/kinship/questions/{}", id.unwrap().split('"').next().unwrap());
    let reply = [("do", "answer"), ("answer", "You may ask."), ("cites", "ca-1989/14F"), ("version", "1")];
    send_each(&ann, &question, &reply).await;
}

#[tokio::test]
async fn no_form_of_updates_and_no_address_makes_the_site_fall_over() {
    let office = Office::new().await;
    let mut oona = public(&office).await;
    let stranger = office.stranger();
    let asks = [("host", "southwark"), ("email", "rose@example.org"), ("topic", "all"), ("pace", "at-once")];
    send_each(&stranger, "/updates", &asks).await;
    let news = [("step", "look"), ("title", "News"), ("words", "We moved."), ("topic", "money"), ("id", "x")];
    send_each(&oona, "/hosts/southwark/updates", &news).await;
    for page in [
        "/workshops/calendar.ics",
        "/workshops/southwark/calendar.ics",
        "/workshops",
        "/groups",
        "/advice",
        "/updates",
        "/updates/feed/southwark.atom",
        "/hosts/southwark/updates",
        "/hosts/southwark/workshops",
    ] {
        for wild in WILD {
            let wild = percent_encoding::utf8_percent_encode(wild, percent_encoding::NON_ALPHANUMERIC);
            let asks =
                ["way", "host", "topic", "from", "on", "sent", "kept", "page"].map(|name| format!("{name}={wild}"));
            let answer = oona.get(&format!("{page}?{}", asks.join("&"))).await;
            assert!(!answer.status.is_server_error(), "{page} {wild}: {}", answer.text);
        }
    }
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

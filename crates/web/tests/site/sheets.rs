//! Paper equals the web: what the result page says is on the sheet in every form, and a sheet for somebody else says
//! no more than its subject.

use crate::browser::{Answer, Browser, NOW, law};
use axum::http::StatusCode;
use law::story::Scene;
use law::value::{Answer as Told, Kind, Value};

/// A browser that has told what is so for the first family of a story.
async fn family(story: &str) -> Browser {
    let scene = &law().stories.iter().find(|one| one.id == story).unwrap_or_else(|| panic!("{story}")).scenes[0];
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    for (fact, form) in forms(scene) {
        let sent = browser.post("/find/question", &format!("fact={fact}&then=answers&{form}")).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{story}: {fact} {form}");
    }
    browser
}

/// What a family said, as the forms that say it.
fn forms(scene: &Scene) -> Vec<(String, String)> {
    let facts = &law().facts;
    let said = scene.case.answers().filter(|(fact, _)| facts[*fact].can_be_asked());
    let form = |(fact, answer): (law::fact::FactId, &Told)| {
        let fact = &facts[fact];
        let form = match answer {
            Told::Not(_) => "unknown=do_not_know".to_owned(),
            Told::Is(Value::Council(_)) => return None,
            Told::Is(Value::Date(day)) => format!("day={}&month={}&year={}", day.day(), day.month(), day.year()),
            Told::Is(value) if matches!(fact.kind, Kind::SetOf(_)) => {
                let codes = fact.kind.write(value);
                codes.split(", ").map(|code| format!("value={code}")).collect::<Vec<_>>().join("&")
            }
            Told::Is(value) => format!("value={}", fact.kind.write(value)),
        };
        Some((fact.name.clone(), form))
    };
    said.filter_map(form).collect()
}

/// The words of a page or a file, with single spaces.
fn words(text: &str) -> String {
    let mut out = String::new();
    for (place, piece) in text.split('<').enumerate() {
        let piece = if place == 0 { piece } else { piece.split_once('>').map_or("", |(_, words)| words) };
        out.push(' ');
        out.push_str(piece);
    }
    let plain = out.replace("&#38;", "&").replace("&amp;", "&").replace("&#34;", "\"").replace("&quot;", "\"");
    plain.replace("&#39;", "’").replace("&nbsp;", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every title, reason and sum of the result page.
fn told(result: &Answer) -> Vec<String> {
    let mut all = Vec::new();
    for item in result.text.split("<h3><a href=\"/find/answer/").skip(1) {
        let item = item.split("</li>\n").next().unwrap();
        let (title, rest) = item.split_once("</h3>").unwrap();
        all.push(words(title.split_once('>').unwrap().1));
        if let Some((because, _)) = rest.trim_start().strip_prefix("<p>").and_then(|rest| rest.split_once("</p>")) {
            all.push(words(because));
        }
        all.extend(rest.split("<strong>").skip(1).map(|sum| words(sum.split("</strong>").next().unwrap())));
    }
    all
}

const FAMILIES: [&str; 4] = ["leo-informal-year-3", "case-04", "legal-disputed-grandmother", "case-03"];

#[tokio::test]
async fn everything_on_the_result_page_is_on_paper() {
    for story in FAMILIES {
        let mut browser = family(story).await;
        let told = told(&browser.get("/find/answer").await);
        assert!(told.len() > 150, "{story}: {} things", told.len());
        for sheet in ["answer", "answer.txt", "answer?size=large", "call", "call.txt"] {
            let paper = words(&browser.get(&format!("/find/sheet/{sheet}")).await.text);
            for one in &told {
                assert!(paper.contains(one), "{story}: {one:?} is not on {sheet}");
            }
        }
    }
}

#[tokio::test]
async fn a_sheet_for_somebody_else_keeps_to_its_subject() {
    let never = [
        "abuse",
        "violence",
        "police",
        "prison",
        "drug",
        "died",
        "Universal Credit",
        "Pension Credit",
        "savings",
        "protection plan",
        "in need plan",
        "private fostering",
        "grandparent",
        "allowance",
    ];
    for story in FAMILIES {
        let mut browser = family(story).await;
        for (sheet, other) in [("school", "consent"), ("gp", "school")] {
            let page = browser.get(&format!("/find/sheet/{sheet}")).await;
            let paper = words(page.text.split("<article").nth(1).unwrap());
            let text = words(&browser.get(&format!("/find/sheet/{sheet}.txt")).await.text);
            for word in never.iter().chain([&other]) {
                let has = |text: &str| text.to_lowercase().contains(&word.to_lowercase());
                assert!(!has(&paper) && !has(&text), "{story}: {word} is on {sheet}: {paper}");
            }
        }
    }
}

#[tokio::test]
async fn status_is_on_a_school_sheet_only_where_a_support_rests_on_it() {
    let informal = words(&family(FAMILIES[0]).await.get("/find/sheet/school.txt").await.text);
    for word in ["The child is in care", "left care", "court order"] {
        assert!(!informal.contains(word), "{informal}");
    }
    let guardian = words(&family(FAMILIES[1]).await.get("/find/sheet/school.txt").await.text);
    assert!(guardian.contains("The child left care through adoption or a court order"), "{guardian}");
}

#[tokio::test]
async fn a_file_is_sent_to_be_kept_by_nobody_under_a_name_that_tells_nothing() {
    let mut browser = family(FAMILIES[0]).await;
    for (ending, kind) in [("txt", "text/plain"), ("docx", "application/vnd")] {
        let file = browser.get(&format!("/find/sheet/call.{ending}?size=large")).await;
        assert!(file.header("content-type").starts_with(kind));
        assert_eq!(file.header("content-disposition"), format!("attachment; filename=\"sheet.{ending}\""));
        assert_eq!(file.header("cache-control"), "no-store");
    }
    let page = browser.get("/find/sheet/gp").await;
    assert!(page.text.contains("<title>Sheet – Kith</title>"));
    let none = browser.get("/find/sheet/gp.pdf").await;
    assert_eq!(none.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(none.text.contains("We cannot make a PDF just now") && none.text.contains("For the GP surgery"));
    for address in ["/find/sheet/nothing", "/find/sheet/gp.exe", "/find/sheet/.txt"] {
        assert_eq!(browser.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

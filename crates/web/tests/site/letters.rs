//! A letter from the list to the file: written, read, changed, taken away, and nothing lost on the way.

use crate::browser::{Answer, Browser, NOW};
use axum::http::StatusCode;

const LETTER: &str = "/letters/child-needs-assessment";
const FILE: &str = "/letters/child-needs-assessment/file";
const TYPED: &str = "sender_name=Ann+Grey&sender_address=1+Long+Lane%0D%0ALondon&child_name=Sam&child_dob=3%2F5%2F2019\
                     &recipient_name=Jo+Hill";

async fn in_southwark() -> Browser {
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    browser
}

/// What a form field on a page holds.
fn value(page: &Answer, name: &str) -> String {
    let at = page.text.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no {name}"));
    let rest = &page.text[at..];
    let is_area = page.text[..at].rfind('<').is_some_and(|open| page.text[open..].starts_with("<textarea"));
    let held = match is_area {
        true => rest.split_once(">\n").unwrap().1.split_once("</textarea>").unwrap().0,
        false => rest.split_once("value=\"").unwrap().1.split_once('"').unwrap().0,
    };
    [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")]
        .into_iter()
        .fold(held.to_owned(), |held, (sign, letter)| held.replace(sign, letter))
}

#[tokio::test]
async fn letters_that_fit_come_first_with_their_reason() {
    let mut browser = in_southwark().await;
    let all = browser.get("/letters").await;
    assert!(all.text.contains("These may help") && !all.text.contains("These fit what you told us"));
    browser.answer("child_disabled", "value=yes").await;
    browser.answer("child_looked_after_now", "value=no").await;
    browser.answer("child_dob", "day=3&month=5&year=2019").await;
    let page = browser.get("/letters").await;
    let fits = page.text.find("These fit what you told us").unwrap();
    let letter = page.text.find("href=\"/letters/child-needs-assessment\"").unwrap();
    let others = page.text.find("These may help").unwrap_or(page.text.len());
    assert!(fits < letter && letter < others, "{}", page.text);
    assert!(page.text[fits..others].contains("<p class=\"small\">"), "no reason: {}", page.text);
    let support = browser.get("/find/answer/s17_assessment").await;
    assert!(support.text.contains("Ask for it in writing") && support.text.contains(LETTER));
    assert!(browser.get("/find/answer").await.text.contains("href=\"/letters\""));
}

#[tokio::test]
async fn a_letter_is_written_from_what_is_known_and_typed() {
    let mut browser = in_southwark().await;
    let form = browser.get(LETTER).await;
    for words in ["Your name", "autocomplete=\"name\"", "Why we ask", "We do not keep it", "Write the letter"] {
        assert!(form.text.contains(words), "{words}");
    }
    let page = browser.post(LETTER, TYPED).await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    for words in [
        "1 Long Lane<br>London",
        "London Borough of Southwark",
        "22 November 2026",
        "Sam, born on 3 May 2019",
        "Dear Jo Hill,",
        "Yours sincerely,",
        "Ann Grey</p>",
        "To fill in by hand",
        "count on an answer by <strong>27 January 2027</strong>",
        "Take this date as a guide",
        "What it rests on",
        "If there is no answer",
        "Save for Word",
        "We cannot make one for you just now",
    ] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    assert!(!page.text.contains("Save as PDF"));
    assert_eq!(value(&page, "sender_name"), "Ann Grey");
}

#[tokio::test]
async fn words_can_be_changed_and_are_kept() {
    let mut browser = in_southwark().await;
    let own = "letter_to=Jo&letter_subject=My+%3Cb%3Esubject&letter_text=Dear+Jo%2C%0D%0A%0D%0AOwn+words.%0D%0A%0D%0A%5BYour+name%5D";
    let page = browser.post(LETTER, &format!("{TYPED}&{own}&do=show")).await;
    assert!(page.text.contains("<p>Own words.</p>") && page.text.contains("These are your own words"));
    assert!(page.text.contains("<strong>My &#60;b&#62;subject</strong>"), "{}", page.text);
    let form = browser.post(LETTER, &format!("{TYPED}&{own}&do=change")).await;
    assert!(form.text.contains("We keep your words as they are"));
    assert_eq!((value(&form, "sender_name"), value(&form, "child_name")), ("Ann Grey".into(), "Sam".into()));
    assert!(value(&form, "letter_text").contains("Own words."));
    let fresh = browser.post(LETTER, &format!("{TYPED}&{own}&do=afresh")).await;
    assert!(!fresh.text.contains("Own words.") && fresh.text.contains("Sam, born on 3 May 2019"));
    // Words sent back as they were given are not changed words.
    let written = browser.post(LETTER, TYPED).await;
    let same: Vec<String> = ["letter_to", "letter_subject", "letter_text"]
        .iter()
        .map(|name| {
            let text = value(&written, name).replace('\n', "\r\n");
            let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
            format!("{name}={encoded}")
        })
        .collect();
    let again = browser.post(LETTER, &format!("{TYPED}&{}&do=change", same.join("&"))).await;
    assert!(!again.text.contains("We keep your words as they are"));
}

#[tokio::test]
async fn a_letter_is_taken_away_under_a_name_that_tells_nothing() {
    let mut browser = in_southwark().await;
    let text = browser.post(FILE, &format!("{TYPED}&letter_text=Dear+Jo%0D%0A%0D%0AOwn.&format=txt")).await;
    assert_eq!(text.header("content-disposition"), "attachment; filename=\"letter.txt\"");
    assert_eq!((text.header("cache-control"), text.header("content-type")), ("no-store", "text/plain; charset=utf-8"));
    assert!(text.text.contains("1 Long Lane\n") && text.text.contains("\n\nOwn.\n"), "{}", text.text);
    let word = browser.post(FILE, &format!("{TYPED}&format=docx")).await;
    assert_eq!(word.header("content-disposition"), "attachment; filename=\"letter.docx\"");
    assert!(word.text.starts_with("PK") && word.header("content-type").ends_with("wordprocessingml.document"));
    let pdf = browser.post(FILE, &format!("{TYPED}&format=pdf")).await;
    assert_eq!(pdf.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(pdf.text.contains("We cannot make a PDF just now") && pdf.text.contains("Ann Grey"));
}

#[tokio::test]
async fn what_goes_wrong_is_said_and_nothing_is_lost() {
    let mut browser = in_southwark().await;
    let long = "y".repeat(2_001);
    for (form, words) in [
        ("child_dob=31+February+2020&sender_name=Ann+Grey", "enter a real date"),
        ("child_dob=soon&sender_name=Ann+Grey", "enter a real date"),
        (&*format!("child_name={long}&sender_name=Ann+Grey"), "there is room for 2000"),
    ] {
        for (address, more) in [(LETTER, ""), (LETTER, "&do=change"), (FILE, "&format=txt")] {
            let page = browser.post(address, &format!("{form}{more}")).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
            assert!(page.text.contains("There is a problem") && page.text.contains(words), "{form}");
            assert!(page.text.contains("<title>Error") && value(&page, "sender_name") == "Ann Grey", "{form}");
        }
    }
    let long = "z".repeat(20_001);
    for (address, more) in [(LETTER, "do=show"), (FILE, "format=docx")] {
        let page = browser.post(address, &format!("sender_name=Ann+Grey&letter_text={long}&{more}")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("there is room for 20000") && page.text.contains(&long));
    }
    // A letter of the greatest length is taken, however its letters are sent.
    let wide = "%E2%82%AC".repeat(20_000);
    assert_eq!(browser.post(FILE, &format!("letter_text={wide}&format=txt")).await.status, StatusCode::OK);
    assert_eq!(browser.post(FILE, "format=exe").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(browser.post("/letters/nothing", TYPED).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post("/letters/nothing/file", TYPED).await.status, StatusCode::NOT_FOUND);
}

//! Pages in Urdu: their direction, their English beside them, what is a draft, and what is there in English alone.

use crate::browser::{Browser, NOW, site};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

const DRAFT: &str = "This translation is a draft.";

fn is_urdu(page: &str) {
    assert!(page.contains("<html lang=\"ur\" dir=\"rtl\">"), "{}", &page[..200]);
    assert!(page.contains(DRAFT), "a draft does not say so");
}

/// An Urdu text with its English beside it.
fn pair(urdu: &str, english: &str) -> String {
    format!(
        "<span lang=\"ur\" dir=\"rtl\">{urdu}</span> <span class=\"beside\" lang=\"en\" dir=\"ltr\">{english}</span>"
    )
}

#[tokio::test]
async fn a_carer_goes_from_a_postcode_to_the_answer_in_urdu() {
    let mut browser = Browser::at(NOW);
    let page = browser.get("/ur").await;
    is_urdu(&page.text);
    assert!(page.text.contains(&pair("مدد تلاش کریں", "Find support")));
    assert!(page.text.contains("<form method=\"post\" action=\"/ur\""));
    assert!(page.text.contains("hreflang=\"en-GB\" href=\"/\""), "no way back to English");
    assert!(page.text.contains("href=\"/find/exit\""), "leaving takes the shortest way");

    let page = browser.post("/ur", "postcode=SE15").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    is_urdu(&page.text);
    assert!(page.text.contains("Enter the whole postcode."));

    let page = browser.post("/ur", "postcode=SE15+5EB").await;
    assert_eq!(page.header("location"), "/ur/find/council");
    let page = browser.get("/ur/find/council").await;
    is_urdu(&page.text);
    assert!(page.text.contains("Southwark"));

    let page = browser.get("/ur/find/question/carer_relation").await;
    is_urdu(&page.text);
    assert!(page.text.contains(&pair("آپ بچے کے کیا لگتے ہیں؟", "Who are you to the child?")));
    assert!(page.text.contains(&pair("کزن", "Cousin")));
    let page = browser.post("/ur/find/question", "fact=carer_relation&then=next").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains(&pair("ایک جواب چنیں", "Choose one answer")));
    let page = browser.post("/ur/find/question", "fact=carer_relation&then=next&value=grandparent").await;
    assert!(page.header("location").starts_with("/ur/find/question/"), "{}", page.header("location"));

    let page = browser.get("/ur/find/answer").await;
    is_urdu(&page.text);
    for (urdu, english) in [("آپ کا حق ہے", "You have a right to"), ("ہم ابھی نہیں بتا سکتے", "We cannot tell yet")]
    {
        assert!(page.text.contains(&pair(urdu, english)), "{english}");
    }
    assert!(page.text.contains("<ul class=\"lines\" lang=\"en\" dir=\"ltr\">"), "English is marked as such");

    // The answers are the same in every language.
    let english = browser.get("/find/answer").await;
    assert!(english.text.contains("<html lang=\"en-GB\">") && english.text.contains("from 2 answers"));
    assert!(!english.text.contains(DRAFT));
}

#[tokio::test]
async fn every_page_of_the_carers_way_is_in_urdu_with_what_the_law_says_in_english() {
    let mut browser = Browser::at(NOW);
    browser.post("/", "postcode=SE15+5EB").await;
    browser.answer("child_dob", "day=3&month=5&year=2011").await;
    browser.answer("order_type", "value=SGO").await;
    browser.answer("order_date", "day=1&month=11&year=2026").await;
    for (address, urdu, english) in [
        ("/ur/find/answers", "آپ کے جواب", "Your answers"),
        ("/ur/find/answer/sgo_allowance", "ہم یہ کیوں کہتے ہیں", "Why we say this"),
        ("/ur/find/dates", "آنے والی تاریخیں", "Coming up"),
        ("/ur/find/money", "رقم", "Money"),
        ("/ur/find/orders", "ہم کیا موازنہ کرتے ہیں", "What we compare"),
        ("/ur/find/what-if", "اگر ایک جواب مختلف ہوتا تو؟", "What if one answer were different?"),
        ("/ur/find/what-if/order_type", "دکھائیں کہ کیا بدل جاتا", "Show what would change"),
        ("/ur/find/sheet/school", "بڑی لکھائی", "Large print"),
        ("/ur/find/placed", "آپ نے ہمیں کیا بتایا", "What you told us"),
        ("/ur/find/private-fostering", "تاریخیں", "The dates"),
        ("/ur/arrived/now", "اب کیا کرنا ہے", "What to do now"),
        ("/ur/changed", "کیا بدل گیا ہے؟", "What has changed?"),
        ("/ur/changed/birthday", "سالگرہ آنے والی ہے", "A birthday is coming"),
        ("/ur/young", "آپ کی عمر کتنی ہے؟", "How old are you?"),
        ("/ur/young/16-and-over", "مجھے کیا مل سکتا ہے؟", "What can I get?"),
        ("/ur/young/answer", "آپ کو کیا مل سکتا ہے", "What you can get"),
    ] {
        let page = browser.get(address).await;
        is_urdu(&page.text);
        assert!(page.text.contains(&pair(urdu, english)), "{address}");
        assert!(!page.text.contains("This page is not in your language yet."), "{address}");
    }
    let dates = browser.get("/ur/find/dates").await;
    assert!(dates.text.contains("جمعرات") && dates.text.contains("By Thursday 1 November 2029"), "{}", dates.text);
    assert!(dates.text.contains("<strong><span lang=\"en\" dir=\"ltr\">"), "English is marked as such");
}

#[tokio::test]
async fn councils_are_in_urdu_with_what_they_wrote_in_english() {
    let mut browser = Browser::at(NOW);
    for (address, urdu, english) in [
        ("/ur/councils", "کونسلیں", "Councils"),
        ("/ur/council/southwark", "کس سے پوچھیں", "Whom to ask"),
        ("/ur/council/leeds", "اسے کیسے مانگیں", "How to ask for it"),
        ("/ur/council/southwark/young", "آپ کی عمر کتنی ہے؟", "How old are you?"),
        ("/ur/council/leeds/young/11-to-15", "بڑوں کے لیے صفحہ", "The page for grown-ups"),
        ("/ur/council/southwark/pack/school", "اسکولوں کے لیے", "For schools"),
        ("/ur/glossary", "الفاظ کے معنی", "What words mean"),
        ("/ur/council/nowhere", "ہمیں یہ صفحہ نہیں ملا", "We cannot find that page"),
    ] {
        let page = browser.get(address).await;
        is_urdu(&page.text);
        assert!(page.text.contains(&pair(urdu, english)), "{address}");
        assert!(!page.text.contains("This page is not in your language yet."), "{address}");
    }
    let page = browser.get("/ur/council/southwark").await;
    assert!(page.text.contains("<h4><span lang=\"en\" dir=\"ltr\">"), "the name of a service is marked as English");
    assert!(page.text.contains("href=\"/ur/council/southwark/young\""), "the way on stays in Urdu");
    assert!(page.text.contains("href=\"/council/southwark/open-referral/v3/services\""), "data is in no language");
    assert!(browser.get("/ur/council/southwark/checks").await.text.contains("This page is not in your language yet."));
    for address in
        ["/council/southwark/calendar.ics", "/council/southwark/checks.json", "/council/southwark/pack/gp.txt"]
    {
        let page = browser.get(&format!("/ur{address}")).await;
        assert_eq!((page.status, page.header("location")), (StatusCode::TEMPORARY_REDIRECT, address));
    }
}

#[tokio::test]
async fn what_has_no_translation_is_in_english_and_says_so() {
    let mut browser = Browser::at(NOW);
    for address in ["/ur/law/support/child_benefit", "/ur/letters", "/ur/easy/help", "/ur/about", "/ur/nothing-here"] {
        let page = browser.get(address).await;
        let has_frame = page.text.contains("<html lang=\"ur\" dir=\"rtl\">");
        assert_eq!(has_frame, address != "/ur/nothing-here", "{address}");
        if has_frame {
            assert!(page.text.contains("<main id=\"main\" tabindex=\"-1\" lang=\"en\" dir=\"ltr\">"), "{address}");
            assert!(page.text.contains("This page is not in your language yet."), "{address}");
            assert!(page.text.contains("<title lang=\"en\" dir=\"ltr\">"), "{address}");
        }
    }
    // A question that nobody has translated yet stands in English within its Urdu page.
    let page = browser.get("/ur/find/question/savings").await;
    is_urdu(&page.text);
    assert!(page.text.contains("<span lang=\"en\" dir=\"ltr\">About how much do you have in savings?</span>"));
}

#[tokio::test]
async fn a_page_of_words_has_its_english_beside_it_part_by_part() {
    let page = Browser::at(NOW).get("/ur/safety").await;
    is_urdu(&page.text);
    let (urdu, english) = (page.text.matches("<div class=\"pair\">").count(), page.text.matches("<h2>").count());
    assert!(urdu > 4 && english == 2 * (urdu - 1), "{urdu} parts, {english} headings");
    assert!(page.text.contains("<h2>Leave quickly</h2>") && page.text.contains("<h2>جلدی سے نکلیں</h2>"));
    assert_eq!(page.header("cache-control"), "public, max-age=300");
    let english = Browser::at(NOW).get("/safety").await;
    assert!(!english.text.contains("class=\"pair\"") && english.text.contains("hreflang=\"ur\" href=\"/ur/safety\""));
}

#[tokio::test]
async fn the_address_alone_says_the_language() {
    for address in ["/", "/safety"] {
        let ask = |accept: &'static str| async move {
            let request = Request::get(address).header("accept-language", accept).body(Body::empty()).unwrap();
            let answer = site(NOW, false).oneshot(request).await.unwrap();
            to_bytes(answer.into_body(), usize::MAX).await.unwrap()
        };
        assert_eq!(ask("ur, en;q=0.1").await, ask("en-GB").await, "{address}");
    }
}

#[tokio::test]
async fn desks_accounts_and_doors_are_in_english_alone() {
    let mut browser = Browser::at(NOW);
    for (address, to) in [
        ("/ur/publish", "/publish"),
        ("/ur/account/sign-in?then=x", "/account/sign-in?then=x"),
        ("/ur/track", "/track"),
        ("/ur/data", "/data"),
        ("/ur//else.example/x", "/else.example/x"),
    ] {
        let page = browser.get(address).await;
        assert_eq!((page.status, page.header("location")), (StatusCode::TEMPORARY_REDIRECT, to), "{address}");
        assert_eq!((page.header("x-frame-options"), page.header("cache-control")), ("DENY", "no-store"), "{address}");
    }
    let page = browser.post("/ur/account/sign-in", "").await;
    assert_eq!(page.status, StatusCode::TEMPORARY_REDIRECT, "a door that is counted cannot be gone around");
}

#[tokio::test]
async fn easy_pages_lead_to_one_another() {
    let mut browser = Browser::at(NOW);
    let start = browser.get("/easy").await;
    for name in ["kinship-care", "help", "safety", "complain", "private-fostering"] {
        assert!(start.text.contains(&format!("href=\"/easy/{name}\"")), "{name}");
        let page = browser.get(&format!("/easy/{name}")).await;
        assert_eq!(page.status, StatusCode::OK);
        let ideas = page.text.matches("<svg class=\"picture\" aria-hidden=\"true\"").count();
        assert!(ideas > 4, "{name} has {ideas} drawings");
    }
    assert_eq!(browser.get("/easy/nothing").await.status, StatusCode::NOT_FOUND);
}

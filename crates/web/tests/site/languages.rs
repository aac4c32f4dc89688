//! Pages in Urdu: their direction, their English beside them, what is a draft, and what is there in English alone.

use crate::browser::{Browser, NOW, site};
use crate::office::Office;
use crate::{groups, workshops};
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use jiff::civil::date;
use std::net::SocketAddr;
use tower::ServiceExt;
use web::Clock;

const DRAFT: &str = "This translation is a draft.";

fn is_urdu(page: &str) {
    assert!(page.contains("<html lang=\"ur\" dir=\"rtl\">"), "{}", &page[..200]);
    assert!(page.contains(DRAFT), "a draft does not say so");
}

/// Whether any of a text is in Urdu.
fn is_in_urdu(text: &str) -> bool {
    text.chars().any(|sign| ('\u{600}'..='\u{6ff}').contains(&sign))
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

/// What a page says in Urdu where it stands in a heading or a sentence, and that nothing of the frame says that it is in English.
fn is_whole(page: &crate::browser::Answer, pairs: &[(&str, &str)]) {
    is_urdu(&page.text);
    assert!(!page.text.contains("This page is not in your language yet."), "{}", page.text);
    for (urdu, english) in pairs {
        assert!(page.text.contains(&pair(urdu, english)), "{english}: {}", page.text);
    }
}

#[tokio::test]
async fn a_letter_is_written_in_english_on_a_page_in_urdu() {
    let mut browser = Browser::at(NOW);
    browser.post("/", "postcode=SE15+5EB").await;
    let list = browser.get("/ur/letters").await;
    is_whole(&list, &[("خط", "Letters"), ("یہ کام آ سکتے ہیں", "These may help")]);
    assert!(list.text.contains("href=\"/ur/letters/child-needs-assessment\"><span lang=\"en\" dir=\"ltr\">"));
    let address = "/ur/letters/child-needs-assessment";
    let form = browser.get(address).await;
    is_whole(&form, &[("خط لکھیں", "Write the letter"), ("ہم یہ کیوں پوچھتے ہیں", "Why we ask")]);
    assert!(form.text.contains("action=\"/ur/letters/child-needs-assessment\""));
    assert!(form.text.contains("name=\"sender_name\" value=\"\"") && form.text.contains(" lang=\"\" dir=\"auto\""));
    let wrong = browser.post(address, "child_dob=31+2+2020&sender_name=Ann").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    is_whole(&wrong, &[]);
    assert!(wrong.text.contains("enter a real date") && wrong.text.contains("درست تاریخ لکھیں"), "{}", wrong.text);
    let letter = browser.post(address, "sender_name=Ann&child_name=Sam").await;
    is_whole(&letter, &[("آپ کا خط", "Your letter"), ("آگے کیا ہوتا ہے", "What happens next")]);
    assert!(letter.text.contains("<article class=\"paper\" aria-label=\"خط\" lang=\"en\" dir=\"ltr\">"));
    assert!(letter.text.contains("formaction=\"/ur/letters/child-needs-assessment/file\""));
    let file = browser.post("/ur/letters/child-needs-assessment/file", "sender_name=Ann&format=txt").await;
    assert!(file.text.contains("Ann") && !is_in_urdu(&file.text), "a letter is in English: {}", file.text);
}

#[tokio::test]
async fn help_near_you_is_found_in_urdu_with_what_councils_say_in_english() {
    let mut browser = Browser::at(NOW);
    let page = browser.get("/ur/services").await;
    is_whole(&page, &[("آپ کے قریب مدد", "Help near you"), ("رقم", "Money")]);
    assert!(page.text.contains("<option value=\"money\">رقم – Money</option>"), "{}", page.text);
    let form = "look=forms&council=E08000037&postcode=NE8+1HH&within=40&add=law%2Fchild_benefit";
    let page = browser.post("/ur/services", form).await;
    is_whole(&page, &[("ہمیں کیا ملا", "What we found"), ("آپ کی فہرست", "Your list")]);
    assert!(page.text.contains("<span lang=\"en\" dir=\"ltr\">Child Benefit</span>"), "{}", page.text);
    let page = browser.post("/ur/services/list", "keep=law%2Fchild_benefit").await;
    is_whole(&page, &[("فہرست فائل کے طور پر محفوظ کریں", "Save the list as a file")]);
    assert_eq!(browser.get("/ur/services/list").await.header("location"), "/ur/services");
}

#[tokio::test]
async fn an_adviser_is_asked_in_urdu_and_the_answer_read() {
    let office = Office::with_clock(Clock::fixed(date(2026, 11, 26), 29_928_120)).await;
    crate::advice::team(&office).await;
    let mut rose = office.stranger();
    let page = rose.get("/ur/advice").await;
    is_whole(
        &page,
        &[
            ("مشیر سے بات کریں", "Talk to an adviser"),
            ("ابھی کھلا ہے، \u{2068}دوپہر \u{2068}3\u{2069} بجے\u{2069} تک", "Open now, until 3pm"),
        ],
    );
    assert!(page.text.contains("href=\"/ur/advice/kinship/ask\""));
    is_whole(&rose.get("/ur/advice/answers").await, &[("عام سوال", "Common questions")]);
    let form = rose.get("/ur/advice/kinship/ask").await;
    is_whole(&form, &[("آپ کا سوال", "Your question"), ("ای میل سے", "By email")]);
    let wrong = rose.post("/ur/advice/kinship/ask", &[("words", ""), ("safe_channels", "post")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let address = ("اپنا پتا دیں، یا خط نہ چنیں", "Give your address, or do not choose a letter");
    is_whole(&wrong, &[("اپنا سوال لکھیں", "Write your question"), address]);
    let sent = rose.post("/ur/advice/kinship/ask", &crate::advice::QUESTION).await;
    is_whole(&sent, &[("آپ کا کوڈ", "Your code")]);
    let (reference, code) = crate::advice::told(&sent.text);
    let wrong = rose.post("/ur/advice/question", &[("reference", &reference), ("code", "x")]).await;
    is_whole(&wrong, &[("یہ ٹھیک نہیں بیٹھا", "That did not fit")]);
    let right = rose.post("/ur/advice/question", &[("reference", &reference), ("code", &code)]).await;
    assert_eq!(right.header("location"), "/ur/advice/question/read");
    let read = rose.get("/ur/advice/question/read").await;
    is_whole(&read, &[("آپ", "You"), ("دوبارہ لکھیں", "Write again")]);
    let typed = "<p class=\"as-typed\" lang=\"\" dir=\"auto\">Can I get money for Max?</p>";
    assert!(read.text.contains(typed), "what was typed is in no language we know: {}", read.text);
    let empty = rose.post("/ur/advice/question/read", &[("do", "write"), ("words", "")]).await;
    is_whole(&empty, &[("پہلے کچھ لکھیں", "Write something first")]);
}

#[tokio::test]
async fn updates_are_asked_for_in_urdu_and_written_in_english() {
    let office = Office::new().await;
    let mut reader = office.stranger();
    let form = reader.get("/ur/updates?host=southwark").await;
    is_whole(&form, &[("ای میل سے خبریں", "Updates by email"), ("رقم", "Money")]);
    assert!(
        form.text.contains("action=\"/ur/updates\"") && form.text.contains("href=\"/updates/feed/southwark.atom\"")
    );
    assert!(form.text.contains("<option value=\"PF\">نجی فوسٹرنگ (private fostering) – Private fostering</option>"));
    let wrong = reader.post("/ur/updates", &[("host", ""), ("email", "x")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let email = ("ای میل پتا لکھیں، جیسے name@example.org", "Enter an email address, like name@example.org");
    is_whole(&wrong, &[email]);
    let fields = [("host", "southwark"), ("email", "rose@example.org"), ("topic", "money"), ("pace", "at-once")];
    is_whole(&reader.post("/ur/updates", &fields).await, &[("اپنی ای میل دیکھیں", "Look at your mail")]);
    let mail = office.store.due(office.app.clock().now(), 9).await.unwrap().remove(0);
    assert!(mail.subject == "Please confirm that you want updates" && !is_in_urdu(&mail.body), "{mail:?}");
    let html = mail.html.as_deref().unwrap();
    assert!(html.contains("Yes, send me updates") && !is_in_urdu(html), "{html}");
    let token = mail.body.split("/updates/confirm/").nth(1).unwrap().split_whitespace().next().unwrap();
    let page = reader.get(&format!("/ur/updates/confirm/{token}")).await;
    is_whole(&page, &[("کیا آپ یہ خبریں چاہتے ہیں؟", "Do you want these updates?")]);
    assert!(
        page.text.contains("about: Money.") && page.text.contains(&format!("action=\"/ur/updates/confirm/{token}\""))
    );
    let page = reader.post(&format!("/ur/updates/confirm/{token}"), &[]).await;
    is_whole(&page, &[("آپ کو خبریں ملیں گی", "You get updates")]);
    is_whole(&reader.get(&format!("/ur/updates/mine/{token}")).await, &[("آپ کی خبریں", "Your updates")]);
    let stop = ("یہ ای میل روک دیں", "Stop these emails");
    is_whole(&reader.get(&format!("/ur/updates/stop/{token}")).await, &[stop]);
    let again = ("خبریں دوبارہ مانگیں", "Ask for updates again");
    is_whole(&reader.post(&format!("/ur/updates/stop/{token}"), &[]).await, &[again]);
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
    for address in ["/ur/law/support/child_benefit", "/ur/easy/help", "/ur/about", "/ur/nothing-here"] {
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
        ("/ur/groups/met/x", "/groups/met/x"),
        ("/ur/updates/feed/southwark.atom", "/updates/feed/southwark.atom"),
        ("/ur/hosts/kinship/questions", "/hosts/kinship/questions"),
    ] {
        let page = browser.get(address).await;
        assert_eq!((page.status, page.header("location")), (StatusCode::TEMPORARY_REDIRECT, to), "{address}");
        assert_eq!((page.header("x-frame-options"), page.header("cache-control")), ("DENY", "no-store"), "{address}");
    }
    let page = browser.post("/ur/account/sign-in", "").await;
    assert_eq!(page.status, StatusCode::TEMPORARY_REDIRECT, "a door that is counted cannot be gone around");
}

/// What somebody wrote, where a page is in Urdu.
fn as_written(words: &str) -> String {
    format!("<span lang=\"en\" dir=\"ltr\">{words}</span>")
}

#[tokio::test]
async fn a_place_is_taken_and_given_back_in_urdu() {
    let office = Office::new().await;
    workshops::public(&office).await;
    let mut carer = office.stranger();
    let list = carer.get("/ur/workshops").await;
    is_urdu(&list.text);
    assert!(list.text.contains(&pair("ورکشاپس اور تقریبات", "Workshops and events")));
    assert!(list.text.contains("<form method=\"post\" action=\"/ur/workshops#found\""));
    assert!(list.text.contains("1 place left") && list.text.contains("منگل") && list.text.contains("and 2 more days"));
    assert!(list.text.contains(&as_written("Sleep and settling")), "a host's words are not said to be Urdu");
    assert!(list.text.contains("آن لائن – Online</option>"), "{}", list.text);
    let wrong = carer.post("/ur/workshops", &[("postcode", "SE15"), ("from", "soon")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("one digit and two letters") && wrong.text.contains("ایک ہندسہ"), "{}", wrong.text);
    let of_host = carer.get("/ur/workshops/southwark").await;
    assert!(of_host.text.contains(&pair("سب ورکشاپس", "All workshops")), "{}", of_host.text);

    let one = "/ur/workshops/southwark/sleep-and-settling";
    let page = carer.get(one).await;
    is_urdu(&page.text);
    assert!(page.text.contains(&pair("یہ کس کے لیے ہے", "Who it is for")), "{}", page.text);
    assert!(page.text.contains(&pair("اندر جانے کے لیے سیڑھیاں نہیں", "No steps to get in")));
    assert!(page.text.contains("آن لائن:") && page.text.contains("href=\"/ur/workshops/southwark/"));
    let book = format!("{one}/book");
    let page = carer.get(&book).await;
    assert!(page.text.contains(&pair("ہم آپ کو کس نام سے پکاریں؟", "What should we call you?")), "{}", page.text);
    let mut fields = vec![("key", "u"), ("on", "2026-12-08"), ("channel", "email"), ("email", "a@example.org")];
    fields.extend([("may_name", "yes"), ("needs", "دروازے کے پاس نشست")]);
    let wrong = carer.post(&book, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("<title>غلطی: جگہ بک کریں – Kith</title>"), "{}", wrong.text);
    assert!(wrong.text.contains("Write what we should call you. A first name is enough"));
    fields.push(("name", "Ada"));
    let sent = carer.post(&book, &fields).await;
    let mine = sent.header("location").to_owned();
    assert!(mine.starts_with("/ur/workshops/booking/"), "{mine}: {}", sent.text);
    let page = carer.get(&mine).await;
    is_urdu(&page.text);
    assert!(page.text.contains(&pair("آپ کی جگہ پکی ہے", "You have a place")), "{}", page.text);
    assert!(page.text.contains("<dd class=\"as-typed\" lang=\"\" dir=\"auto\">دروازے کے پاس نشست</dd>"));
    let mail = office.store.due(office.app.clock().now(), 9).await.unwrap();
    assert!(
        mail[0].body.starts_with("Hello Ada,") && mail[0].body.contains("Tuesday 8 December 2026, 10:00 to 12:00.")
    );
    assert!(mail[0].body.is_ascii(), "a mail is in English: {}", mail[0].body);
    let back = carer.post(&mine, &[("do", "cancel")]).await;
    assert!(back.header("location").starts_with("/ur/workshops/booking/"), "{}", back.header("location"));
    let page = carer.get(back.header("location")).await;
    assert!(page.text.contains(&pair("آپ نے اپنی جگہ واپس کر دی", "You gave your place back")), "{}", page.text);
}

#[tokio::test]
async fn groups_are_found_in_urdu() {
    let office = Office::new().await;
    let mut orla = office.signed_in("orla", &[("organiser", Some("gateshead"))]).await;
    orla.post("/hosts/gateshead/groups/new", &groups::group(&[])).await;
    let hidden =
        [("name", "Safe"), ("sensitive", "yes"), ("area", "the north"), ("phone", "0191 498 0000"), ("key", "s")];
    orla.post("/hosts/gateshead/groups/new", &groups::group(&hidden)).await;
    let mut carer = office.stranger();
    let all = carer.get("/ur/groups").await;
    is_urdu(&all.text);
    assert!(all.text.contains(&pair("سب گروپ جو ہم جانتے ہیں", "Every group we know")), "{}", all.text);
    assert!(all.text.contains("<form method=\"post\" action=\"/ur/groups#found\""));
    assert!(all.text.contains("منگل – Tuesday</option>") && all.text.contains("New here since 26 November 2026"));
    let near = carer.post("/ur/groups", &[("postcode", "NE8 1HH"), ("culture", "yes")]).await;
    assert!(near.text.contains(&pair("ایک میل سے کم", "less than a mile")), "{}", near.text);
    assert!(near.text.contains("Not stated: a culture or faith it is made for."), "{}", near.text);
    let page = carer.get("/ur/groups/gateshead/safe").await;
    is_urdu(&page.text);
    assert!(
        page.text.contains(&as_written("The north")) && page.text.contains("href=\"tel:01914980000\""),
        "{}",
        page.text
    );
    let page = carer.get("/ur/groups/gateshead/tea-and-talk").await;
    assert!(page.text.contains(&as_written("The second Tuesday of each month, 10:00 to 12:00")), "{}", page.text);
    let data = carer.get("/ur/groups/gateshead/tea-and-talk.json").await;
    assert!(data.text.contains("\"fresh\": \"New here since 26 November 2026\""), "{}", data.text);
    orla.post("/hosts/gateshead/groups/tea-and-talk", &[("do", "off"), ("why", "Shut."), ("key", "o")]).await;
    let gone = carer.get("/ur/groups/gateshead/tea-and-talk").await;
    assert_eq!(gone.status, StatusCode::GONE);
    assert!(
        gone.text.contains(&pair("یہ گروپ اب فہرست پر نہیں", "This group is not on the list now")),
        "{}",
        gone.text
    );
}

#[tokio::test]
async fn a_door_is_counted_in_every_language() {
    let office = Office::new().await;
    crate::advice::team(&office).await;
    let guess = |address: &'static str| {
        let site = office.stranger().site;
        async move {
            let request = Request::post(address)
                .header("host", "kith.test")
                .header("content-type", "application/x-www-form-urlencoded")
                .extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 4000))));
            site.oneshot(request.body(Body::from("reference=A&code=B")).unwrap()).await.unwrap().status()
        }
    };
    let mut taken = 0;
    while guess("/ur/advice/question").await == StatusCode::UNPROCESSABLE_ENTITY {
        taken += 1;
        assert!(taken < 100, "nobody counts");
    }
    for address in ["/ur/advice/question", "/advice/question", "/ur/advice/kinship/ask", "/advice/kinship/ask"] {
        assert_eq!(guess(address).await, StatusCode::TOO_MANY_REQUESTS, "{address}");
    }
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

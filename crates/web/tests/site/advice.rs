//! Advice: lines that say whether they are open, a question answered without an account, answers for all, and a call.

use crate::office::{Office, Person};
use axum::http::StatusCode;
use jiff::civil::date;
use web::Clock;

/// A Thursday, 26 November 2026, ten in the morning, in minutes since 1970.
const TEN: u32 = 29_928_120;

async fn office() -> Office {
    Office::with_clock(Clock::fixed(date(2026, 11, 26), TEN)).await
}

/// The organiser of an advice team that takes questions.
pub(crate) async fn team(office: &Office) -> Person {
    office.account("ada", &[("advice-worker", Some("kinship"))]).await;
    let mut orla = office.signed_in("orla", &[("organiser", Some("kinship"))]).await;
    let fields = [("name", "Kinship advisers"), ("within", "5"), ("helps", "Money\nSchool"), ("key", "t1")];
    let made = orla.post("/hosts/kinship/advice/new/team", &fields).await;
    assert_eq!(made.header("location"), "/hosts/kinship/advice/team?kept=1", "{}", made.text);
    orla
}

/// The letters that wait for somebody.
async fn letters(office: &Office, to: &str) -> Vec<store::Mail> {
    let now = office.app.clock().now();
    let waiting = office.store.due(now, 99).await.unwrap();
    let sent: Vec<_> = waiting.iter().map(|mail| (mail.clone(), store::Outcome::Sent)).collect();
    office.store.settle(&sent, now).await.unwrap();
    waiting.into_iter().filter(|mail| mail.to.to_string() == to).collect()
}

/// The reference and the code on a page.
pub(crate) fn told(text: &str) -> (String, String) {
    let mut strong = text
        .split("class=\"big-code\"")
        .skip(1)
        .map(|part| part.split("<strong>").nth(1).unwrap().split('<').next().unwrap().to_owned());
    (strong.next().unwrap(), strong.next().unwrap())
}

pub(crate) const QUESTION: [(&str, &str); 6] = [
    ("words", "Can I get money for Max?"),
    ("safe_channels", "email"),
    ("email", "rose@example.org"),
    ("must_not", "Do not leave a message."),
    ("code_word", "heron"),
    ("key", "q1"),
];

#[tokio::test]
async fn lines_say_whether_they_are_open() {
    let office = office().await;
    let mut anyone = office.stranger();
    let page = anyone.get("/advice").await;
    for words in ["Open now, until 3pm", "0300 123 7015", "Opening hours not stated", "Monday to Friday, 9.30am to 3pm"]
    {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    assert!(!page.text.contains("Closed now"), "a line without hours is not closed");
    let mut orla = team(&office).await;
    let line = [
        ("name", "Evening line"),
        ("phones", "0191 496 0000"),
        ("hours", "Monday to Friday | 18:00 to 20:00"),
        ("bank_holidays", "shut"),
        ("nations", "England"),
        ("key", "l1"),
    ];
    let made = orla.post("/hosts/kinship/advice/new/line", &line).await;
    assert_eq!(made.header("location"), "/hosts/kinship/advice/line-evening-line?kept=1", "{}", made.text);
    let page = anyone.get("/advice").await;
    assert!(page.text.contains("Closed now. Opens again today at 6pm") && page.text.contains("Ask Kinship advisers"));
    let wrong = orla.post("/hosts/kinship/advice/new/line", &[("hours", "always")]).await;
    assert!(wrong.text.contains("href=\"#f-hours\"") && wrong.text.contains("href=\"#f-name\""), "{}", wrong.text);
}

/// The page of the first question of an inbox.
fn first(inbox: &str) -> String {
    let id = inbox.split("/hosts/kinship/questions/").find(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    format!("/hosts/kinship/questions/{}", id.unwrap().split('"').next().unwrap())
}

#[tokio::test]
async fn a_lost_code_is_replaced() {
    let office = office().await;
    let mut rose = office.stranger();
    team(&office).await;
    let (reference, code) = told(&rose.post("/advice/kinship/ask", &QUESTION).await.text);
    rose.post("/advice/question", &[("reference", &reference), ("code", &code)]).await;
    assert!(rose.get("/advice/question/read").await.text.contains("Can I get money for Max?"));
    let mut ann = office.signed_in("ann", &[("advice-worker", Some("kinship"))]).await;
    let page = first(&ann.get("/hosts/kinship/questions").await.text);
    let renewed = told(&ann.post(&page, &[("do", "code")]).await.text);
    assert!(renewed.0 == reference && renewed.1 != code, "{renewed:?}");
    // The old code opens nothing, and what it had opened is closed.
    assert_eq!(rose.get("/advice/question/read").await.header("location"), "/advice/question");
    let old = rose.post("/advice/question", &[("reference", &reference), ("code", &code)]).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    let opened = rose.post("/advice/question", &[("reference", &reference), ("code", &renewed.1)]).await;
    assert_eq!(opened.header("location"), "/advice/question/read");
}

#[tokio::test]
async fn a_question_is_asked_answered_and_closed() {
    let office = office().await;
    let mut rose = office.stranger();
    assert!(rose.get("/advice/kinship/ask").await.text.contains("takes no questions through this site yet"));
    team(&office).await;
    let form = rose.get("/advice/kinship/ask").await;
    assert!(form.text.contains("by Thursday 3 December 2026"), "{}", form.text);
    let wrong = rose.post("/advice/kinship/ask", &[("words", ""), ("safe_channels", "post")]).await;
    assert!(wrong.text.contains("href=\"#f-words\"") && wrong.text.contains("href=\"#f-address\""), "{}", wrong.text);
    let sent = rose.post("/advice/kinship/ask", &QUESTION).await;
    let (reference, code) = told(&sent.text);
    // Sent twice it is one question, and the code told last opens it.
    let again = told(&rose.post("/advice/kinship/ask", &QUESTION).await.text);
    assert!(again.0 == reference && again.1 != code);
    let wrong = rose.post("/advice/question", &[("reference", &reference), ("code", &code)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let code = again.1.to_lowercase();
    let opened = rose.post("/advice/question", &[("reference", &reference), ("code", &code)]).await;
    assert_eq!(opened.header("location"), "/advice/question/read");
    assert!(rose.get("/advice/question/read").await.text.contains("Can I get money for Max?"));

    let mut ann = office.signed_in("ann", &[("advice-worker", Some("kinship"))]).await;
    let inbox = ann.get("/hosts/kinship/questions").await;
    assert!(inbox.text.contains(&reference) && inbox.text.contains("Thursday 3 December 2026"), "{}", inbox.text);
    let page = first(&inbox.text);
    let shown = ann.get(&page).await;
    for words in ["Do not leave a message.", "heron", "By email"] {
        assert!(shown.text.contains(words), "{words}: {}", shown.text);
    }
    let version = shown.hidden("version");
    let begun = ann.post(&page, &[("do", "begin"), ("template", "informal-care"), ("version", &version)]).await;
    assert!(begun.text.contains("even if there is no court order") && begun.text.contains("/law/provision/ca-1989/17"));
    let close = ann.post(&page, &[("do", "close"), ("closing", "Told."), ("version", &version)]).await;
    assert!(close.text.contains("Answer first"), "{}", close.text);
    let answer = [("do", "answer"), ("answer", "You may ask."), ("cites", "ca-1989/14F"), ("version", &version)];
    assert_eq!(ann.post(&page, &answer).await.status, StatusCode::SEE_OTHER);
    let stale = ann.post(&page, &answer).await;
    assert!(stale.text.contains("Something was written while you wrote"), "{}", stale.text);
    // The letter says that there is something to read, and no more.
    let mail = letters(&office, "rose@example.org").await;
    assert_eq!(mail.len(), 1);
    assert!(!mail[0].body.contains("Max") && !mail[0].body.contains("ask") && !mail[0].body.contains(&reference));

    let read = rose.get("/advice/question/read").await;
    assert!(read.text.contains("You may ask.") && read.text.contains("/law/provision/ca-1989/14F"), "{}", read.text);
    rose.post("/advice/question/read", &[("do", "write"), ("words", "And school?")]).await;
    let team = letters(&office, "ann@council.example").await;
    assert!(team.len() == 1 && team[0].body.contains("A question waits") && !team[0].body.contains("school"));
    let version = ann.get(&page).await.hidden("version");
    ann.post(&page, &[("do", "answer"), ("answer", "Ask the virtual school."), ("version", &version)]).await;
    let version = ann.get(&page).await.hidden("version");
    let closed = ann.post(&page, &[("do", "close"), ("closing", "Told of s.14F."), ("version", &version)]).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
    assert!(rose.get("/advice/question/read").await.text.contains("Told of s.14F."));
    let refused = rose.post("/advice/question/read", &[("do", "write"), ("words", "More")]).await;
    assert!(refused.text.contains("This question is closed"), "{}", refused.text);
    let mut other = office.signed_in("tom", &[("advice-worker", Some("southwark"))]).await;
    assert_eq!(other.get(&page).await.status, StatusCode::FORBIDDEN);
    let theirs = page.replace("kinship", "southwark");
    assert_eq!(other.get(&theirs).await.status, StatusCode::NOT_FOUND);
    // Exit closes it, and erasing leaves nothing.
    let mut left = rose.clone();
    left.get("/find/exit").await;
    assert_eq!(left.get("/advice/question/read").await.header("location"), "/advice/question");
    rose.post("/advice/question", &[("reference", &reference), ("code", &code)]).await;
    rose.post("/advice/question/read", &[("do", "erase")]).await;
    assert_eq!(ann.get(&page).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_question_that_was_left_opens_in_no_copy() {
    let office = office().await;
    team(&office).await;
    let mut rose = office.stranger();
    let (reference, code) = told(&rose.post("/advice/kinship/ask", &QUESTION).await.text);
    let open = async |person: &mut Person| {
        person.post("/advice/question", &[("reference", &reference), ("code", &code)]).await;
        person.get("/advice/question/read").await.status
    };
    assert_eq!(open(&mut rose).await, StatusCode::OK);
    let (mut copy, mut other) = (rose.clone(), office.stranger());
    assert_eq!(open(&mut other).await, StatusCode::OK);
    rose.post("/advice/question/read", &[("do", "leave")]).await;
    assert_eq!(copy.get("/advice/question/read").await.header("location"), "/advice/question");
    assert_eq!(other.get("/advice/question/read").await.status, StatusCode::OK, "one that was opened elsewhere stays");
}

#[tokio::test]
async fn what_is_promised_and_late_is_said() {
    let office = office().await;
    team(&office).await;
    let mut rose = office.stranger();
    let (reference, code) = told(&rose.post("/advice/kinship/ask", &[("words", "Help?"), ("key", "q2")]).await.text);
    let later = Office::on(&office, date(2026, 12, 7)).await;
    let mut ann = later.signed_in("ann", &[("advice-worker", Some("kinship"))]).await;
    let inbox = ann.get("/hosts/kinship/questions").await;
    assert!(inbox.text.contains("Late by 2 working days") && inbox.text.contains("1 is late"), "{}", inbox.text);
    let mut rose = later.stranger();
    rose.post("/advice/question", &[("reference", &reference), ("code", &code)]).await;
    let read = rose.get("/advice/question/read").await;
    assert!(read.text.contains("It is late"), "{}", read.text);
}

#[tokio::test]
async fn answers_for_all_are_dated_and_grow_stale() {
    let office = office().await;
    let mut orla = team(&office).await;
    let answer = [
        ("question", "Must I have a court order?"),
        ("words", "No. You can ask for help **without** one."),
        ("cites", "ca-1989/17(1)"),
        ("owner", "Advice lead"),
        ("review_by", "2026-12-24"),
        ("key", "a1"),
    ];
    let made = orla.post("/hosts/kinship/advice/new/answer", &answer).await;
    assert_eq!(made.header("location"), "/hosts/kinship/advice/answer-must-have-court-order?kept=1", "{}", made.text);
    let page = office.stranger().get("/advice/answers").await;
    assert!(page.text.contains("<strong>without</strong>") && page.text.contains("read through on 26 November 2026"));
    assert!(page.text.contains("/law/provision/ca-1989/17%281%29") && !page.text.contains("may be out of date"));
    let later = office.on(date(2026, 12, 25)).await;
    assert!(later.stranger().get("/advice/answers").await.text.contains("This may be out of date"));
    let mut orla = later.signed_in("olga", &[("organiser", Some("kinship"))]).await;
    let item = "/hosts/kinship/advice/answer-must-have-court-order";
    assert!(orla.get("/hosts/kinship/advice").await.text.contains("was to be read through by"));
    let wrong = orla.post(item, &[("do", "reviewed"), ("review_by", "2030-01-01"), ("key", "r1")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    orla.post(item, &[("do", "reviewed"), ("review_by", "2027-06-01"), ("key", "r2")]).await;
    let page = later.stranger().get("/advice/answers").await;
    assert!(page.text.contains("read through on 25 December 2026") && !page.text.contains("may be out of date"));
    orla.post(item, &[("do", "off"), ("why", "It is wrong."), ("key", "o1")]).await;
    assert!(!later.stranger().get("/advice/answers").await.text.contains("Must I have a court order?"));
}

#[tokio::test]
async fn a_summary_is_handed_over_the_way_the_carer_chooses() {
    let office = office().await;
    let mut ann = office.signed_in("ann", &[("advice-worker", Some("kinship"))]).await;
    let page = "/hosts/kinship/questions/call";
    assert!(ann.get(page).await.text.contains("come back to this page"));
    let none = ann.post(page, &[("do", "page"), ("note", "Told."), ("key", "c0")]).await;
    assert!(none.text.contains("There are no answers to hand over"), "{}", none.text);
    assert_eq!(ann.post(page, &[("do", "begin")]).await.header("location"), "/");
    ann.post("/", &[("postcode", "SE15 5EB")]).await;
    ann.post("/find/question", &[("fact", "order_type"), ("value", "SGO")]).await;
    assert!(ann.get(page).await.text.contains("Hand it over"));
    // No way that was not chosen, and no address that was not given.
    let refused =
        ann.post(page, &[("do", "email"), ("email", "rose@example.org"), ("note", "Told."), ("key", "c1")]).await;
    assert!(refused.text.contains("href=\"#f-email\""), "{}", refused.text);
    let email =
        [("safe_channels", "email"), ("email", "rose@example.org"), ("note", "Told of support."), ("key", "c2")];
    let kept = ann.post(page, &[&email[..], &[("do", "email")]].concat()).await;
    let (reference, code) = told(&kept.text);
    let mail = letters(&office, "rose@example.org").await;
    assert!(mail.len() == 1 && !mail[0].body.contains("guardian"), "{}", mail[0].body);
    let mut rose = office.stranger();
    rose.post("/advice/question", &[("reference", &reference), ("code", &code)]).await;
    let read = rose.get("/advice/question/read").await;
    assert!(read.text.contains("Told of support.") && read.text.contains("What we found"), "{}", read.text);
    ann.post(page, &[&email[..], &[("do", "email"), ("whole", "yes")]].concat()).await;
    let mail = letters(&office, "rose@example.org").await;
    assert!(mail.len() == 1 && mail[0].body.contains("What we found") && !mail[0].subject.contains("guardian"));
    let post = [("do", "post"), ("safe_channels", "post"), ("address", "12 Acacia Road, Borchester"), ("key", "c4")];
    let letter = ann.post(page, &post).await;
    assert!(letter.text.contains("12 Acacia Road<br>") && letter.text.contains("What we found"), "{}", letter.text);
    assert_eq!(ann.post(page, &[("do", "clear")]).await.header("location"), page);
    assert!(!ann.get(page).await.text.contains("Hand it over"));
}

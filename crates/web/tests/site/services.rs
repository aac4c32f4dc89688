//! Help near you: found by everyday words, never a dead end, and kept nowhere but in the page.

use crate::browser::{Browser, NOW, app, law, offers};
use axum::http::StatusCode;
use law::text::SourceFile;
use offer::Offers;
use std::sync::Arc;

/// What a form sends, from its fields.
fn form(fields: &[(&str, &str)]) -> String {
    let escape = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    fields.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect::<Vec<_>>().join("&")
}

async fn look(browser: &mut Browser, fields: &[(&str, &str)]) -> String {
    let page = browser.post("/services", &form(fields)).await;
    assert_eq!(page.status, StatusCode::OK, "{fields:?}");
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.text.contains("<title>Help near you – Kith</title>"));
    page.text
}

/// The titles of what was found, in the order of the page.
fn titles(page: &str) -> Vec<&str> {
    // A number of the picture may stand before the link.
    let headings = page.split("<h3>").skip(1).filter_map(|part| Some(part.split_once("</h3>")?.0));
    headings
        .filter_map(|one| one.strip_suffix("</a>")?.split_once("<a href=\"")?.1.split_once('>'))
        .map(|one| one.1)
        .collect()
}

#[tokio::test]
async fn the_form_stands_alone_until_something_is_looked_for() {
    let mut browser = Browser::at(NOW);
    let page = browser.get("/services").await.text;
    assert!(page.contains("Or choose what you need") && !page.contains("What we found"));
    assert!(page.contains("name=\"pick\" value=\"money\""));
    assert!(!page.contains("name=\"day\""), "no offer names a day yet, so none can be chosen");
    let page = browser.post("/services", "pick=money").await.text;
    assert!(page.contains("<option value=\"money\" selected>"));
}

#[tokio::test]
async fn what_is_published_shows_at_once_in_pages_and_in_the_search() {
    let app = app(NOW, false);
    let mut browser = Browser::of(web::router(app.clone()));
    let asked = [("look", "bursary"), ("council", "E09000028")];
    assert!(titles(&look(&mut browser, &asked).await).contains(&"Bursary for 16 to 19 year olds"));
    let before = app.published();

    let mut southwark = offers().by_slug("southwark").unwrap().clone();
    let bursary = southwark.services.iter_mut().find(|service| service.id.is("bursary")).unwrap();
    bursary.name = "Bursary renamed".to_owned();
    let mut newer = Offers::clone(offers());
    newer.put(Arc::new(southwark));
    app.publish(Arc::new(newer));

    let found = look(&mut browser, &asked).await;
    assert!(titles(&found).contains(&"Bursary renamed"), "{:?}", titles(&found));
    assert!(browser.get("/council/southwark").await.text.contains("Bursary renamed"));
    assert_eq!(before.offers(), offers(), "a request under way keeps what it began with");
    assert_eq!(app.published().offers().iter().count(), offers().iter().count());
}

#[tokio::test]
async fn the_council_comes_from_the_answers_and_can_be_changed() {
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    assert!(browser.get("/services").await.text.contains("<option value=\"E09000028\" selected>Southwark"));
    let page = look(&mut browser, &[("look", "guardain"), ("council", "E09000028")]).await;
    assert!(page.contains("From Southwark") && page.contains("We read “guardain” as <strong>guardian</strong>"));
    assert!(page.contains("href=\"/council/southwark#service-special-guardian-advice\""));
    assert!(page.contains("not the council’s own publication"), "an example is marked wherever it is shown");
    let page = look(&mut browser, &[("look", "contact"), ("council", "")]).await;
    assert!(page.contains("From councils") && titles(&page).contains(&"Help to keep family time going"));
    let page = look(&mut browser, &[("look", "therapy"), ("council", ""), ("postcode", "NE8 1HH")]).await;
    assert!(page.contains("Your postcode is in Gateshead"));
}

#[tokio::test]
async fn what_is_for_the_family_stands_first_with_why() {
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    let fields = [("look", "support group"), ("council", "E09000028"), ("arrangement", "SGO")];
    let page = look(&mut browser, &fields).await;
    assert!(page.contains("The page offers this group to special guardians."), "{page}");
    let plain = look(&mut browser, &fields[..2]).await;
    assert!(!plain.contains("The page offers this group"), "nothing is said of a family that told nothing");
    let fields = [("look", "nursery"), ("council", "E09000028"), ("age", "9")];
    let page = look(&mut browser, &fields).await;
    assert!(page.contains("These hours are for children who are too young for school."));
    browser.answer("order_type", "value=SGO").await;
    let page = look(&mut browser, &[("look", "support group"), ("council", "E09000028")]).await;
    assert!(page.contains("class=\"tag tag-"), "with answers, each thing says what it is for this family");
}

#[tokio::test]
async fn what_is_not_stated_is_shown_after_and_what_does_not_fit_is_counted() {
    let mut browser = Browser::at(NOW);
    let fields = [("look", ""), ("council", "E09000028"), ("how", "online")];
    let page = look(&mut browser, &fields).await;
    let may = page.find("These may fit too").unwrap();
    let sure = page.find("Help with special educational needs and disabilities</a>").unwrap();
    let open = page.find(">The virtual school</a>").unwrap();
    assert!(sure < may && may < open);
    assert!(page.contains("Not stated: how it is given."));
    let page = look(&mut browser, &[("look", "group"), ("council", "E09000028"), ("how", "online")]).await;
    assert!(page.contains("that do not fit what you chose") && page.contains("does not fit: how it is given"));
}

#[tokio::test]
async fn distance_is_told_where_a_place_is_known() {
    let mut browser = Browser::at(NOW);
    let fields = [("look", "kinship team"), ("council", "E08000037"), ("postcode", "NE8 1HH")];
    assert!(look(&mut browser, &fields).await.contains("less than a mile"));
    let fields = [("look", "kinship team"), ("council", "E08000037"), ("postcode", "SE15 5EB")];
    assert!(look(&mut browser, &fields).await.contains("about 24"), "about 247 miles");
    let page = look(&mut browser, &[("look", "therapy"), ("postcode", "NE8")]).await;
    assert!(page.contains("aria-invalid=\"true\"") && page.contains("What we found"), "half a postcode loses nothing");
}

#[tokio::test]
async fn the_list_is_kept_in_the_page() {
    let mut browser = Browser::at(NOW);
    let (door, benefit) = ("southwark/service/open-door", "law/child_benefit");
    let page = look(&mut browser, &[("look", "forms"), ("keep", benefit), ("add", door)]).await;
    for key in [door, benefit] {
        assert!(page.contains(&format!("<input type=\"hidden\" name=\"keep\" value=\"{key}\">")), "{key}");
    }
    assert!(browser.cookie.is_none(), "a list needs no cookie");
    let page = look(&mut browser, &[("look", "forms"), ("keep", benefit), ("keep", door), ("drop", door)]).await;
    assert!(page.contains("value=\"law/child_benefit\"") && !page.contains("name=\"keep\" value=\"southwark"));
    let page = look(&mut browser, &[("keep", "law/no-such"), ("keep", "<b>")]).await;
    assert!(!page.contains("no-such") && !page.contains("Your list"));
    let page = browser.post("/services/list", &form(&[("keep", door), ("keep", benefit)])).await.text;
    assert!(page.contains("<h1>Your list</h1>") && page.contains("020 7525 1762"));
    assert!(page.contains("name=\"again\"") && page.contains("name=\"keep\" value=\"law/child_benefit\""));
    let page = look(&mut browser, &[("again", "yes"), ("keep", benefit)]).await;
    assert!(page.contains("Your list") && !page.contains("What we found"), "the list goes back with its reader");
    assert_eq!(browser.get("/services/list").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn how_fresh_a_fact_is_stands_beside_it() {
    let mut browser = Browser::at(NOW);
    let page = look(&mut browser, &[("look", "group"), ("council", "E09000028")]).await;
    assert!(page.contains("checked 22 November 2026") && !page.contains("more than 90 days ago"));
}

/// The council next to Gateshead, made up, with things that have days.
const NEXT_DOOR: &str = "offer  newcastle\ncouncil  Newcastle\nauthority  E08000021\ntitle  T\nstatus  published\n\
    layout  need-led\n\npage  p\ntitle  P\naddress  https://x.example\nseen  2026-11-20\nextent  whole\n\
    \ncontact  team\nname  The Newcastle team\nphone  0191 496 0000\nsource  p\n\
    \nservice  men\nname  Men's evening\nsummary  Tea and talk; come as you are.\nplace  Civic Centre, NE1 8QH\nfrequency  once a month\n\
    schedule  monthly | last Friday | 18:00 to 19:30 | from 2026-01-01 | not on bank holidays\nwelcomes  men\n\
    accessibility  a hearing loop\nsource  p\npublished  not stated\n\
    \nservice  play\nname  Play morning\nsummary  Play for little ones.\nplace  Library, NE3 1JQ\nschedule  weekly | Saturday\n\
    source  p\npublished  not stated\n";

/// The site with the made-up council beside those of this repository.
fn with_next_door() -> Browser {
    let (mut made, faults) =
        Offers::load(&[SourceFile { path: "newcastle/offer.law".into(), text: NEXT_DOOR.into() }], law());
    assert!(faults.is_empty(), "{faults:?}");
    let app = app(NOW, false);
    offers().iter().for_each(|offer| made.put(Arc::new(offer.clone())));
    app.publish(Arc::new(made));
    Browser::of(web::router(app))
}

#[tokio::test]
async fn over_the_border_is_shown_apart_and_places_are_drawn() {
    let mut browser = with_next_door();
    let fields = [("look", ""), ("council", "E08000037"), ("postcode", "NE8 1HH")];
    let page = look(&mut browser, &fields).await;
    let (own, border) = page.split_once("From other councils near you").unwrap();
    assert!(own.contains("From Gateshead") && !titles(own).contains(&"Play morning"));
    assert!(border.contains("These may be only for families of that council."));
    assert!(titles(border).contains(&"Men’s evening") && titles(border).contains(&"Play morning"), "{border}");
    assert!(own.contains("numbered things around your postcode, north up"));
    for (number, title) in [(1, "The kinship care team"), (2, "Men")] {
        assert!(page.contains(&format!("<span class=\"num\">{number}</span>")), "{number}: {title}");
    }
    for within in ["0", "2"] {
        let fields = [&fields[..], &[("within", within)]].concat();
        let page = look(&mut browser, &fields).await;
        assert!(!page.contains("Play morning"), "not within {within} miles");
    }
    let page = look(&mut browser, &fields[..2]).await;
    assert!(!page.contains("From other councils") && !page.contains("north up"), "nothing of it without a postcode");
}

#[tokio::test]
async fn days_and_welcomes_can_be_chosen_and_misses_are_named() {
    let mut browser = with_next_door();
    let own = |more: &[(&'static str, &'static str)]| [&[("look", ""), ("council", "E08000021")], more].concat();
    let page = look(&mut browser, &own(&[("day", "Friday"), ("whom", "men"), ("access", "hearing-loop")])).await;
    assert!(page.contains("Friday 27 November 2026, 18:00 to 19:30"));
    assert!(page.contains("The last Friday of each month, 18:00 to 19:30, from 1 January 2026. Not on bank holidays"));
    assert!(page.contains("does not fit: the day"), "the play morning is on Saturdays");
    let page = look(&mut browser, &own(&[("look", "play"), ("whom", "men")])).await;
    assert!(page.contains("Not stated: who it is made for."));
    let missed = own(&[("look", "Men's evening"), ("day", "Saturday")]);
    let missed = &missed[1..];
    let page = look(&mut browser, missed).await;
    assert!(page.contains("name=\"without\" value=\"day\">Leave out the day: 1 thing<"), "{page}");
    assert!(page.contains("The Newcastle team: <a href=\"tel:01914960000\">"), "a person is named");
    let page = look(&mut browser, &[missed, &[("without", "day")]].concat()).await;
    assert!(titles(&page).contains(&"Men’s evening") && !page.contains("Leave out"));
}

#[tokio::test]
async fn what_has_a_schedule_goes_into_a_calendar() {
    let mut browser = with_next_door();
    let page = browser.get("/council/newcastle").await.text;
    assert!(page.contains("<strong>Next: Friday 27 November 2026, 18:00 to 19:30</strong>"));
    assert!(page.contains("href=\"/council/newcastle/service/men.ics\"") && page.contains("/newcastle/calendar.ics"));
    let one = browser.get("/council/newcastle/service/men.ics").await;
    assert_eq!(one.header("content-type"), "text/calendar; charset=utf-8");
    // Long lines are folded by the format.
    let lines = one.text.replace("\r\n ", "");
    for line in [
        "UID:newcastle-men-1",
        "DTSTART:20260130T180000",
        "DTEND:20260130T193000",
        "RRULE:FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR",
        "EXDATE:20261225T180000",
        "SUMMARY:Men's evening (Newcastle)",
        "LOCATION:Civic Centre\\, NE1 8QH",
    ] {
        assert!(lines.lines().any(|found| found == line), "{line} in {lines}");
    }
    let all = browser.get("/council/newcastle/calendar.ics").await.text;
    assert_eq!(all.matches("BEGIN:VEVENT").count(), 2);
    assert!(all.contains("DTSTART;VALUE=DATE:20261128") && all.contains("INTERVAL=1;BYDAY=SA"), "{all}");
    for address in ["/council/newcastle/service/no.ics", "/council/newcastle/service/men", "/council/no/calendar.ics"] {
        assert_eq!(browser.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let none = browser.get("/council/gateshead/service/kinship-care-team.ics").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND, "what is not stated is no calendar");
}

/// Words that people may type: nonsense, markup, other scripts, very long, only little words.
fn odd() -> Vec<String> {
    let mut odd: Vec<String> = [
        "",
        " ",
        "?",
        "💛",
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "%00",
        "مساعدة",
        "帮助",
        "the",
        "how do I",
        "é",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        "\u{0}",
        "\"",
        "£££",
        "16",
        "999",
    ]
    .map(str::to_owned)
    .into();
    odd.push("money ".repeat(400));
    odd.push("x".repeat(5000));
    for seed in 0_u32..190 {
        let length = 3 + seed % 9;
        let letter = |place: u32| char::from(b'a' + (seed.wrapping_mul(2_654_435_761) >> (place * 2 % 27)) as u8 % 26);
        odd.push((0..length).map(letter).collect());
    }
    odd
}

#[tokio::test]
async fn there_is_never_a_dead_end() {
    let mut browser = Browser::at(NOW);
    let odd = odd();
    assert!(odd.len() > 200);
    for (place, words) in odd.iter().enumerate() {
        // Southwark, whose offer is held; Kent, whose is not; all.
        let council = ["E09000028", "E10000016", ""][place % 3];
        let page = look(&mut browser, &[("look", words), ("council", council)]).await;
        assert!(!titles(&page).is_empty(), "nothing to go on with for {words:?}");
        assert!(page.contains("Or ask a person") && page.contains("tel:03001237015"), "{words:?}");
        assert!(page.contains("href=\"/council") && !page.contains("<script>alert"), "{words:?}");
        assert!(page.len() < 150_000, "{} bytes for {words:?}", page.len());
    }
    let page = look(&mut browser, &[("look", "xqzvw"), ("council", "E10000016")]).await;
    assert!(page.contains("We know nothing by this, so we left it out: xqzvw"));
    assert!(page.contains("We do not hold what Kent offers") && page.contains("You could begin with these"));
}

#[tokio::test]
async fn the_list_can_be_sent_to_oneself_without_an_address_given_to_us() {
    let mut browser = Browser::at(NOW);
    let keys = [("keep", "southwark/service/bursary"), ("keep", "southwark/contact/mash-day")];
    let page = browser.post("/services/list", &form(&keys)).await.text;
    let mail = page.split("href=\"mailto:?subject=List&#38;body=").nth(1);
    let body = mail.and_then(|rest| rest.split('"').next()).unwrap();
    assert!(body.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'%') && body.len() <= 1900, "{body}");
    let read = percent_encoding::percent_decode_str(body).decode_utf8().unwrap().into_owned();
    for words in
        ["1. Bursary for 16 to 19 year olds (Southwark)", "Phone: 020 7525 1921", "/council/southwark#service-bursary"]
    {
        assert!(read.contains(words), "{words} is not in {read}");
    }
    assert!(page.contains("Take care if somebody looks at your phone or your mail."));
    let file = browser.post("/services/list", &form(&[&keys[..], &[("file", "yes")]].concat())).await;
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"list.txt\"");
    assert_eq!(file.header("cache-control"), "no-store");
    assert!(file.text.starts_with("1. Bursary for 16 to 19 year olds (Southwark)\r\n"), "{}", file.text);
    assert!(file.text.contains("2. Multi Agency Safeguarding Hub, in the day"), "{}", file.text);
    let private = browser.post("/services/list", &form(&[("keep", "law/child_benefit")])).await.text;
    assert!(!private.contains("%2Ffind%2F"), "{private}");
}

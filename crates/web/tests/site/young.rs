//! The child's version of an offer, at three ages: of every council that has an offer here, of one that has none, and of an
//! edition from the database. Each page as it is served is held to the reading-age gate of its age.

use crate::browser::{Browser, NOW, ask, law, offers};
use crate::desk::published_with;
use crate::office::Office;
use axum::http::StatusCode;
use offer::reading::{FOR_CHILDREN, Terms, counted};

/// Councils whose pages are looked at: all with an offer, and one without.
fn councils() -> Vec<String> {
    let without = ["barking-and-dagenham".to_owned()];
    offers().iter().map(|offer| offer.slug().to_owned()).chain(without).collect()
}

/// What stands between two marks of a page.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page.find(from).unwrap_or_else(|| panic!("there is no {from}"));
    page[start..].split(to).next().unwrap()
}

/// Everything of a page that is said to the child, as paragraphs; headings, links onward and what the council itself wrote
/// (names, numbers) left out.
fn said(page: &str) -> String {
    let main = between(page, "<h1>", "</main>");
    let main = main.split("<p class=\"small\">For grown-ups").next().unwrap();
    let mut out = String::new();
    let mut silent = 0_usize;
    for piece in main.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap();
        let name = tag.split([' ', '>']).next().unwrap();
        match name {
            "h1" | "h2" | "nav" => silent += 1,
            "/h1" | "/h2" | "/nav" => silent -= 1,
            "ul" if silent > 0 || tag.contains("plainly") || tag.contains("ways") => silent += 1,
            "/ul" if silent > 0 => silent -= 1,
            "p" | "/p" | "li" | "/li" | "ul" | "/ul" | "div" | "/div" => out.push_str("\n\n"),
            _ => {}
        }
        if silent == 0 {
            out.push_str(words);
        }
    }
    out.replace("&#39;", "’").replace("&amp;", "&")
}

fn judge(page: &str, age: usize, what: &str) {
    let forms = law().terms.iter().flat_map(|term| std::iter::once(&term.term).chain(&term.also));
    let terms = Terms::new(forms.map(String::as_str));
    let said = said(page);
    let sentences = counted(&said, &terms);
    assert!(sentences.len() > 40, "{what}: {} sentences: {said}", sentences.len());
    assert_eq!(FOR_CHILDREN[age].too_hard(&sentences), Vec::<String>::new(), "{what}");
}

#[tokio::test]
async fn every_council_has_a_page_for_each_age_that_the_age_can_read() {
    for slug in councils() {
        let choose = ask(&format!("/council/{slug}/young")).await;
        for (place, gate) in FOR_CHILDREN.iter().enumerate() {
            let address = format!("/council/{slug}/young/{}", gate.age);
            assert!(choose.text.contains(&format!("href=\"{address}\"")), "{address} is not offered");
            let page = ask(&address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            judge(&page.text, place, &address);
            for words in ["Why do I live here?", "<strong>999</strong>", "0808 800 5000", "We keep no note", "advocate"]
            {
                assert!(page.text.contains(words), "{address} does not hold {words:?}");
            }
            assert!(page.text.contains("may have to tell someone") || page.text.contains("may have to pass it on"));
            for words in ["There is no ", "There are no ", "Not for you", "does not have a", "Sorry"] {
                assert!(!page.text.contains(words), "{address} says {words:?}");
            }
            assert!(page.text.contains("<title>For you – Kith</title>"), "{address} tells by its title what it is");
        }
    }
}

#[tokio::test]
async fn what_the_council_names_is_said_and_what_it_does_not_is_asked_for() {
    let page = |slug: &str, age: &str| format!("/council/{slug}/young/{age}");
    let youngest = ask(&page("southwark", "under-11")).await.text;
    let helps = between(&youngest, "id=\"who-helps-me\"", "</section>");
    assert!(helps.contains("people who help families like yours") && helps.contains("tel:02075251762"), "{helps}");
    let middle = ask(&page("southwark", "11-to-15")).await.text;
    let school = between(&middle, "id=\"school-and-bullying\"", "</section>");
    assert!(school.contains("virtualschool@southwark.gov.uk"), "{school}");
    let complain = between(&middle, "id=\"if-things-are-not-right\"", "</section>");
    assert!(complain.contains("tel:02075253977"), "{complain}");
    let side = between(&middle, "id=\"someone-on-your-side\"", "</section>");
    assert!(side.contains("We could not see who this is at your council. Ask"), "{side}");
    let county = ask(&page("hertfordshire", "11-to-15")).await.text;
    assert!(county.contains("tel:01442453595") && county.contains("tel:01438844247"), "both lines of the county");
    let oldest = ask(&page("hertfordshire", "16-and-over")).await.text;
    let after = between(&oldest, "id=\"help-that-can-go-on\"", "</section>");
    assert!(after.contains("Help for young people who leave care") && after.contains("Not everyone counts"), "{after}");
    let money =
        between(&ask(&page("gateshead", "16-and-over")).await.text, "id=\"if-the-council-says-no\"", "</section>")
            .to_owned();
    assert!(
        money.contains("We could not see how to complain"),
        "an appeal of carers about money is not for a child: {money}"
    );
    for text in [&youngest, &middle] {
        assert!(text.contains("For grown-ups: This is an example."), "an example is not told as one");
    }
    let without = ask(&page("barking-and-dagenham", "11-to-15")).await.text;
    assert!(without.contains("We do not have the page of London Borough of Barking and Dagenham yet"));
    assert!(!without.contains("Your council has") && !without.contains("Your council says"), "{without}");
}

#[tokio::test]
async fn nobody_is_named_for_a_council_or_an_age_that_is_not_there() {
    for address in ["/council/nowhere/young", "/council/nowhere/young/under-11", "/council/southwark/young/12"] {
        assert_eq!(ask(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

const LINE: [(&str, &str); 5] = [
    ("id", "line"),
    ("value:name", "The kinship line"),
    ("value:phone", "01632 960100"),
    ("value:answers", "offer_contact_point"),
    ("key", "line-1"),
];

const CLUB: [(&str, &str); 7] = [
    ("id", "club"),
    ("value:name", "Saturday club"),
    ("value:summary", "Children meet, play and eat."),
    ("value:welcomes", "children and young people"),
    ("value:published", "For every child in kinship care."),
    (
        "value:",
        "may when\n  child_age < 18\n  because  It is for a child.\notherwise no\n  because  The child is grown up.",
    ),
    ("key", "club-1"),
];

#[tokio::test]
async fn an_edition_from_the_database_has_its_childs_version_and_its_packs() {
    let office = Office::new().await;
    published_with(&office, &[("contact", &LINE), ("service", &CLUB)]).await;
    let mut anyone = office.stranger();
    assert!(anyone.get("/council/borsetshire").await.text.contains("href=\"/council/borsetshire/young\""));
    for (place, gate) in FOR_CHILDREN.iter().enumerate() {
        let address = format!("/council/borsetshire/young/{}", gate.age);
        let page = anyone.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        judge(&page.text, place, &address);
        for words in ["Borsetshire County Council", "The kinship line", "tel:01632960100", "Saturday club"] {
            assert!(page.text.contains(words), "{address} does not hold {words:?}");
        }
        assert!(!page.text.contains("A group for carers"), "what is for carers is not for a child");
        assert!(!page.text.contains("For grown-ups: "), "the council's own edition is told as an example");
    }
    for (pack, words) in [("school", "We could not see who this is at Borsetshire"), ("gp", "The kinship line: ")] {
        for ending in ["", ".txt"] {
            let page = anyone.get(&format!("/council/borsetshire/pack/{pack}{ending}")).await;
            let plain = page.text.replace("<strong>", "").replace("</strong>", "");
            assert!(page.status == StatusCode::OK && plain.contains(words), "{pack}{ending}: {plain}");
        }
    }
    let map = anyone.get("/sitemap.xml").await.text;
    for page in ["young", "young/under-11", "pack/school", "pack/gp"] {
        assert!(map.contains(&format!("/council/borsetshire/{page}</loc>")), "{page} is not on the map of the site");
    }
}

#[tokio::test]
async fn the_page_of_one_age_as_it_is_served() {
    let page = ask("/council/southwark/young/under-11").await.text;
    insta::assert_snapshot!(between(&page, "<div class=\"narrow\">", "</main>"));
}

#[tokio::test]
async fn a_child_who_said_where_they_live_is_led_there() {
    let mut browser = Browser::at(NOW);
    assert!(browser.get("/young").await.text.contains("href=\"/councils\""));
    browser.submit("/", "postcode=SE15+5EB").await;
    assert!(browser.get("/young").await.text.contains("href=\"/council/southwark/young\""));
    assert!(browser.get("/young/11-to-15").await.text.contains("href=\"/council/southwark/young/11-to-15\""));
}

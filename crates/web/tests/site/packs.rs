//! The packs for schools and surgeries: what is tied to status is told by the law's rules, each with its source.

use crate::browser::{Browser, NOW, ask, law, offers};
use axum::http::StatusCode;
use std::collections::BTreeMap;

/// The text of a pack.
async fn text(slug: &str, pack: &str) -> String {
    let file = ask(&format!("/council/{slug}/pack/{pack}.txt")).await;
    assert_eq!(file.status, StatusCode::OK, "{slug}: {pack}");
    file.text
}

/// The titles under each heading of a page, with the list of answers of each.
fn parts(page: &str) -> BTreeMap<String, Vec<(String, String)>> {
    let words = |html: &str| html.split("</h").next().unwrap().split_once('>').unwrap().1.to_owned();
    let of = |part: &str| {
        let items = part.split("<h3").skip(1).map(|item| {
            (
                words(item).replace("&#39;", "’"),
                item.split("<ul>").nth(1).unwrap_or_default().split("</ul>").next().unwrap().to_owned(),
            )
        });
        (words(part), items.collect())
    };
    page.split("<h2").skip(1).map(of).collect()
}

const TIED: &str = "Tied to status";
const NOT_TIED: &str = "Not tied to status";

#[tokio::test]
async fn what_is_tied_to_status_is_told_apart_from_what_is_not() {
    let title = |id: &str| law().support(id).unwrap().title.replace('\'', "’");
    let stands = |parts: &BTreeMap<String, Vec<(String, String)>>, part: &str, id: &str| {
        parts[part].iter().any(|(known, _)| *known == title(id))
    };
    let school = parts(&ask("/council/southwark/pack/school").await.text);
    for id in [
        "designated_teacher",
        "pp_plus_plac",
        "pp_plus_lac",
        "vsh_lac",
        "vsh_plac_advice",
        "admissions_priority",
        "exclusion_protection",
    ] {
        assert!(stands(&school, TIED, id), "{id}: {:?}", school.keys());
    }
    for id in ["free_school_meals", "bursary_16_19_vulnerable", "early_ed_2yo"] {
        assert!(stands(&school, "Tied to status in part", id), "{id}: status opens a way that others do not have");
    }
    for id in ["ehcp", "early_ed_3_4"] {
        assert!(stands(&school, NOT_TIED, id), "{id}");
    }
    assert!(stands(&school, "Tied to status in part", "fair_access"), "it needs no status, but status is enough");
    let surgery = parts(&ask("/council/southwark/pack/gp").await.text);
    for id in ["gp_registration", "camhs"] {
        assert!(stands(&surgery, NOT_TIED, id), "{id}");
    }
    for id in ["lac_health_assessment", "parental_responsibility"] {
        assert!(stands(&surgery, TIED, id), "{id}");
    }
}

#[tokio::test]
async fn what_is_not_tied_is_answered_once_for_every_kind_and_what_is_tied_differs_for_no_order() {
    for pack in ["school", "gp"] {
        let parts = parts(&ask(&format!("/council/southwark/pack/{pack}")).await.text);
        for (title, list) in &parts[NOT_TIED] {
            assert!(!list.contains("Not by this rule"), "{title}: {list}");
        }
        for (title, list) in &parts[TIED] {
            assert!(list.contains("Not by this rule") && list.matches("<li>").count() >= 2, "{title}: {list}");
        }
        for (title, list) in parts.iter().filter(|(part, _)| part.contains("status")).flat_map(|(_, items)| items) {
            let lines = list.matches("<li>").count();
            assert!(
                lines > 0 && list.matches("[Source: ").count() == lines,
                "{title}: a line without a source: {list}"
            );
            assert!(!list.contains("[Source: ]"), "{title}");
            let kinds = ["no order, never in care", "Every kind"];
            assert!(kinds.iter().any(|kind| list.contains(kind)), "{title} leaves out a kind: {list}");
        }
    }
}

#[tokio::test]
async fn who_can_say_yes_to_treatment_is_told_for_each_kind() {
    let text = text("southwark", "gp").await.split_whitespace().collect::<Vec<_>>().join(" ");
    let consent = text.split(&law().support("medical_consent").unwrap().title).nth(1).unwrap();
    for words in ["The carer has parental responsibility", "placement plan", "a signed letter from a parent"] {
        assert!(consent.contains(words), "{words}: {consent}");
    }
}

#[tokio::test]
async fn every_council_has_both_packs_in_every_form() {
    for slug in offers().iter().map(|offer| offer.slug()).chain(["barking-and-dagenham", "leeds"]) {
        for pack in ["school", "gp"] {
            let page = ask(&format!("/council/{slug}/pack/{pack}")).await;
            assert_eq!(page.status, StatusCode::OK, "{slug}");
            let text = text(slug, pack).await;
            for words in ["not legal advice", "not checked yet", "Our advice, not law", "The kinds of kinship care"] {
                assert!(page.text.contains(words) && text.contains(words), "{slug}: {pack}: {words}");
            }
            let word = ask(&format!("/council/{slug}/pack/{pack}.docx")).await;
            let name = format!("attachment; filename=\"{slug}-{pack}-pack.docx\"");
            assert!(word.status == StatusCode::OK && word.header("content-disposition") == name);
        }
    }
    let virtual_school = text("southwark", "school").await;
    assert!(virtual_school.contains("virtualschool@southwark.gov.uk"), "{virtual_school}");
    assert!(text("leeds", "school").await.contains("We could not see who this is at Leeds City Council"));
    let none = ask("/council/southwark/pack/school.pdf").await;
    assert!(none.status == StatusCode::SERVICE_UNAVAILABLE && none.text.contains("We cannot make a PDF just now"));
    for address in ["/council/nowhere/pack/school", "/council/southwark/pack/dentist", "/council/southwark/pack/gp.exe"]
    {
        assert_eq!(ask(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn the_packs_as_they_are() {
    insta::assert_snapshot!("school", text("southwark", "school").await);
    insta::assert_snapshot!("gp", text("southwark", "gp").await);
}

#[tokio::test]
async fn the_sheet_for_one_child_leads_to_the_pack_for_all() {
    let mut browser = Browser::at(NOW);
    assert!(!browser.get("/find/sheet/school").await.text.contains("/pack/"));
    browser.submit("/", "postcode=SE15+5EB").await;
    for sheet in ["school", "gp"] {
        let page = browser.get(&format!("/find/sheet/{sheet}")).await;
        assert!(page.text.contains(&format!("href=\"/council/southwark/pack/{sheet}\"")), "{sheet}");
    }
    assert!(!browser.get("/find/sheet/answer").await.text.contains("/pack/"));
}

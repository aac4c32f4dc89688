//! A manager sees what the yearly returns still lack, tells it, and takes the files; and it is written down that they did.

use crate::browser::Answer;
use crate::cases::{asked, between, case_of, did};
use crate::office::{Office, Person};
use axum::http::StatusCode;
use store::AuditFilter;

const PAGE: &str = "/cases/southwark/returns";
const CENSUS: &str = "/cases/southwark/returns/2027/cin.xml";
const LOOKED_AFTER: &str = "/cases/southwark/returns/2027/ssda903.zip";

/// The form by which something is told that the page says is missing.
fn form_for(page: &Answer, what: &str) -> String {
    let after = page.text.split(what).nth(1).unwrap_or_else(|| panic!("{what}: {}", page.text));
    between(after, "href=\"", "\"").replace("&amp;", "&").replace("&#38;", "&")
}

async fn tell(manager: &mut Person, what: &str, form: &[(&str, &str)]) {
    let page = manager.get(PAGE).await;
    let address = form_for(&page, what);
    let shown = manager.get(&address).await;
    assert_eq!(shown.status, StatusCode::OK, "{address}: {}", shown.text);
    let key = format!("key-{}", what.len());
    let form: Vec<(&str, &str)> = form.iter().copied().chain([("key", &*key)]).collect();
    did(&manager.post(&address, &form).await);
}

/// Everything the census asks of a child for whom nothing more was to be done.
async fn told(manager: &mut Person) {
    let decided = [("next", "nothing"), ("reason", "A neighbour helps."), ("offer_given", "yes")];
    tell(manager, "what happens next with the request", &decided).await;
    let page = manager.get(PAGE).await;
    let form = manager.get(&form_for(&page, "the child’s sex")).await;
    let child = option_of(&form, "<span>Max Field (");
    tell(manager, "day of birth, or when the baby is due", &[("person", &child), ("born", "2019-03-02")]).await;
    let details = [
        ("person", &*child),
        ("council_number", "K00001"),
        ("sex", "male"),
        ("ethnicity", "white_british"),
        ("no_upn_because", "no_further_action"),
        ("disabilities", "none"),
    ];
    tell(manager, "the child’s sex", &details).await;
}

/// The value of somebody in a form.
fn option_of(form: &Answer, name: &str) -> String {
    let before = form.text.split(name).next().unwrap();
    before.rsplit("value=\"").next().unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn what_is_missing_is_named_and_told_and_the_file_is_taken() {
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let mut manager = office.signed_in("mia", &[("manager", Some("southwark"))]).await;
    asked(&office).await;
    let case = case_of(&mut worker).await;
    let page = manager.get(PAGE).await;
    assert!(page.text.contains("<strong>0</strong> children are told in full"), "{}", page.text);
    assert!(page.text.contains("Max Field: the child’s sex") && page.text.contains(&case), "{}", page.text);
    let empty = manager.get(&format!("{CENSUS}?council=210&serial=1")).await;
    assert!(!empty.text.contains("<Child>"), "nobody is told by halves");

    told(&mut manager).await;
    let page = manager.get(PAGE).await;
    assert!(page.text.contains("<strong>1</strong> child is told in full"), "{}", page.text);
    assert!(page.text.contains("Our checks find nothing"), "{}", page.text);
    let without = manager.get(CENSUS).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.text.contains("three figures"), "{}", without.text);
    let census = manager.get(&format!("{CENSUS}?council=210&serial=2")).await;
    assert_eq!(census.status, StatusCode::OK);
    assert_eq!(census.header("content-disposition"), "attachment; filename=\"cin-2027.xml\"");
    assert_eq!(census.header("cache-control"), "no-store");
    for part in ["<LAchildID>K00001<", "<UPNunknown>UN7<", "<LEA>210<", "<SerialNo>002<", "<ReferralNFA>true<"] {
        assert!(census.text.contains(part), "{part}: {}", census.text);
    }
    assert!(!census.text.contains("Max") && !census.text.contains("Field"), "a name is in no return");

    let seen = office.store.audit("southwark", &AuditFilter::default(), 200).await.unwrap();
    let name = case.rsplit('/').next().unwrap();
    let of_case = |deed: &str, whose: bool| {
        let fits = |stream: Option<String>| stream.is_some_and(|stream| stream.ends_with(name)) == whose;
        seen.iter().filter(|entry| entry.deed == deed && fits(entry.stream.as_ref().map(ToString::to_string))).count()
    };
    let taken = "looked at the Children in Need census of 2027, taken away";
    assert_eq!(of_case(taken, true), 1, "the case’s own file");
    assert_eq!(of_case(taken, false), 2, "once for each time");
    assert!(of_case("looked at what is missing for the Children in Need census of 2027", false) >= 1);
    office.store.verify_audit("southwark").await.unwrap();
}

#[tokio::test]
async fn the_return_of_looked_after_children_is_a_zip_of_its_tables() {
    let office = Office::new().await;
    let mut manager = office.signed_in("mia", &[("manager", Some("southwark"))]).await;
    let page = manager.get(&format!("{PAGE}?census=ssda903&year=2026")).await;
    assert!(page.text.contains("Take the CSV files") && page.text.contains("1 April 2025 to 31 March 2026"));
    let bytes = manager.bytes(LOOKED_AFTER).await;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(archive.len(), 12);
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("Episodes.csv").unwrap(), &mut text).unwrap();
    assert!(text.starts_with("CHILD,DECOM,RNE,LS,CIN,PLACE"), "{text}");
}

#[tokio::test]
async fn nobody_but_a_manager_of_the_council_sees_or_takes_a_return() {
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let mut away = office.signed_in("oscar", &[("manager", Some("gateshead"))]).await;
    let mut manager = office.signed_in("mia", &[("manager", Some("southwark"))]).await;
    asked(&office).await;
    for address in [PAGE, CENSUS, LOOKED_AFTER] {
        assert_eq!(worker.get(address).await.status, StatusCode::FORBIDDEN, "{address}");
        assert_eq!(away.get(address).await.status, StatusCode::FORBIDDEN, "{address}");
    }
    for nothing in ["?census=cin&year=2025", "?census=cin&year=2028", "?census=other&year=2027", "?year=x"] {
        assert_eq!(manager.get(&format!("{PAGE}{nothing}")).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
    for file in ["2027/other.xml", "2025/cin.xml", "x/cin.xml"] {
        let address = format!("{PAGE}/{file}?council=210&serial=1");
        assert_eq!(manager.get(&address).await.status, StatusCode::NOT_FOUND, "{file}");
    }
    // Of a restricted case it is told only how much is missing.
    let case = case_of(&mut worker).await;
    let restricted = [("reason", "The mother works here."), ("key", "r1")];
    did(&manager.post(&format!("{case}/do/case_restricted"), &restricted).await);
    let page = manager.get(PAGE).await;
    assert!(page.text.contains("Open the case to see what") && !page.text.contains("Max"), "{}", page.text);
}

//! The files of open data, the documents that describe them, and the comparison.

use crate::browser::{Answer, Browser, NOW, ask, data, law, site};
use axum::body::Body;
use axum::http::Request;
use serde_json::Value;
use std::collections::BTreeSet;
use tower::ServiceExt;

/// Validates bodies against the schemas of a document.
struct Document(Value);

impl Document {
    fn check(&self, schema: &Value, body: &Value, address: &str) {
        let mut whole = schema.clone();
        whole["components"] = self.0["components"].clone();
        let validator = jsonschema::options().should_validate_formats(true).build(&whole).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(body).take(5).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{address}\n{}", faults.join("\n"));
    }

    /// Asks for an address and holds the answer against what the document says of it.
    async fn answers(&self, operation: &Value, address: &str) -> Answer {
        let page = ask(address).await;
        let said = &operation["responses"][page.status.as_u16().to_string()];
        assert!(said.is_object(), "{address} answers {} and the document does not say so", page.status);
        let kind = page.header("content-type").split(';').next().unwrap().replace("schema+json", "json");
        let media = &said["content"][&kind];
        assert!(media.is_object(), "{address} is {kind} and the document says otherwise: {said}");
        if kind == "application/json" {
            self.check(&media["schema"], &serde_json::from_str(&page.text).unwrap(), address);
        }
        page
    }
}

#[tokio::test]
async fn every_address_of_open_referral_answers_as_documented() {
    for stem in ["/open-referral/v3", "/council/gateshead/open-referral/v3"] {
        let document = Document(data(&format!("{stem}/openapi.json")).await);
        assert_eq!(document.0["openapi"], "3.1.0");
        assert!(document.0["servers"][0]["url"].as_str().unwrap().ends_with(stem));
        for (path, item) in document.0["paths"].as_object().unwrap() {
            let get = &item["get"];
            let address = match path.split_once("{id}") {
                None => format!("{stem}{path}"),
                Some((list, _)) => {
                    let list = data(&format!("{stem}{}", list.trim_end_matches('/'))).await;
                    let id = list["contents"][0]["id"].as_str().unwrap().to_owned();
                    format!("{stem}{}", path.replace("{id}", &id))
                }
            };
            assert_eq!(document.answers(get, &address).await.status.as_u16(), 200);
            assert_eq!(document.answers(get, &format!("{address}?nothing=1")).await.status.as_u16(), 400);
            for parameter in get["parameters"].as_array().into_iter().flatten().filter(|one| one["in"] == "query") {
                let name = parameter["name"].as_str().unwrap();
                let mut value =
                    parameter["example"].as_str().unwrap_or("00000000-0000-0000-0000-000000000000").to_owned();
                if name == "proximity" {
                    value.push_str("&postcode=NE8%201HH");
                }
                let page = document.answers(get, &format!("{address}?{name}={}", value.replace(' ', "+"))).await;
                assert_eq!(page.status.as_u16(), 200, "{address} with {name}");
            }
        }
    }
}

#[tokio::test]
async fn every_file_is_documented_and_is_as_documented() {
    let document = Document(data("/data/openapi.json").await);
    let paths = document.0["paths"].as_object().unwrap();
    for (path, item) in paths.iter().filter(|(path, _)| !path.contains('{')) {
        let page = document.answers(&item["get"], path).await;
        assert_eq!(page.status.as_u16(), 200, "{path}");
        if path.starts_with("/data/") {
            assert_eq!(page.header("access-control-allow-origin"), "*", "{path}");
        }
        let etag = page.header("etag").to_owned();
        let request = Request::get(path).header("if-none-match", etag).body(Body::empty()).unwrap();
        assert_eq!(site(NOW, false).oneshot(request).await.unwrap().status().as_u16(), 304, "{path}");
    }
    // Every route of data is in one of the two documents.
    let patterns: BTreeSet<String> = paths.keys().map(|path| path.replace(".json", "")).collect();
    for route in
        web::routes().iter().filter(|route| route.example.contains(".json") || route.path.starts_with("/data/"))
    {
        let example = route.example.split('?').next().unwrap();
        let is_known = paths.contains_key(example)
            || paths.contains_key(route.path)
            || patterns.contains(route.path)
            || example.contains("/open-referral/");
        assert!(is_known, "{example} is in no document");
    }
}

#[tokio::test]
async fn the_three_forms_of_a_file_say_the_same() {
    for name in
        ["offer-services", "law-rates", "stories", "compare", "compare-duties", "gaps", "councils", "offer-remarks"]
    {
        let whole = data(&format!("/data/{name}.json")).await;
        let rows = whole["rows"].as_array().unwrap();
        let lines = ask(&format!("/data/{name}.ndjson")).await;
        let lines: Vec<Value> = lines.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(&lines, rows, "{name}");
        let csv = ask(&format!("/data/{name}.csv")).await;
        assert!(csv.header("content-disposition").contains(&format!("{name}.csv")));
        let mut reader = csv::Reader::from_reader(csv.text.as_bytes());
        let header = reader.headers().unwrap().clone();
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), rows.len(), "{name}");
        for (record, row) in records.iter().zip(rows) {
            for (column, cell) in header.iter().zip(record) {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{name}: {cell}");
                if let Some(text) = row.get(column).and_then(Value::as_str) {
                    assert_eq!(offer::exchange::table::unguard(cell), text, "{name}, {column}");
                }
            }
        }
        assert_eq!(whole["count"], rows.len());
    }
}

#[tokio::test]
async fn the_services_keep_to_the_schema_of_the_format() {
    let schema = data("/data/offer.schema.json").await;
    for (kind, file) in
        [("service", "offer-services"), ("contact", "offer-contacts"), ("page", "offer-pages"), ("offer", "offers")]
    {
        let mut one = schema.clone();
        one["properties"] = serde_json::json!({});
        one["$ref"] = format!("#/$defs/{kind}").into();
        let validator = jsonschema::options().should_validate_formats(true).build(&one).unwrap();
        for row in data(&format!("/data/{file}.json")).await["rows"].as_array().unwrap() {
            let faults: Vec<String> = validator.iter_errors(row).map(|error| error.to_string()).collect();
            assert!(faults.is_empty(), "{file} {}: {faults:?}", row["id"]);
        }
    }
    let service = &schema["$defs"]["service"];
    assert_eq!(service["properties"]["basis"]["anyOf"][0]["enum"][2], "local choice");
    assert!(service["required"].as_array().unwrap().contains(&"summary".into()));
}

#[tokio::test]
async fn what_is_not_held_is_not_known_and_never_no() {
    let rows = data("/data/compare.json").await["rows"].as_array().unwrap().clone();
    let of = |slug: &str| rows.iter().filter(|row| row["council"] == slug).cloned().collect::<Vec<Value>>();
    assert_eq!(of("kent").len(), 1);
    assert_eq!((&of("kent")[0]["answer"], &of("kent")[0]["offer"]), (&"not known".into(), &"not known".into()));
    let southwark = of("southwark");
    assert!(southwark.len() > 500 && southwark.iter().all(|row| row["answer"] != "not known"));
    assert!(southwark.iter().all(|row| row["example"] == true));
    let page = ask("/compare").await;
    for words in [
        "<strong>3 of 153</strong>",
        "Not known is not a no",
        "Southwark",
        "councils: not known",
        "Some offers held are examples",
    ] {
        assert!(page.text.contains(words), "{words}");
    }
    assert_eq!(ask("/compare?family=nobody").await.status.as_u16(), 404);
    let story = ask("/compare?family=leaving-care-sgo-17").await;
    assert!(story.text.contains("/law/story/leaving-care-sgo-17") && story.text.contains("selected"));
}

#[tokio::test]
async fn duties_are_compared_by_layer_and_cannot_tell_is_kept_apart() {
    let rows = data("/data/compare-duties.json").await["rows"].as_array().unwrap().clone();
    let of = |slug: &str| rows.iter().filter(|row| row["council"] == slug).cloned().collect::<Vec<Value>>();
    assert_eq!((of("kent").len(), &of("kent")[0]["verdict"]), (1, &"not known".into()));
    let southwark = of("southwark");
    assert_eq!(southwark.len(), 46);
    let report = data("/council/southwark/checks.json").await;
    for row in &southwark {
        let findings = report["findings"].as_array().unwrap();
        let finding = findings.iter().find(|one| one["check"] == "duty" && one["id"] == row["duty"]).unwrap();
        assert_eq!((&finding["verdict"], &finding["layer"]), (&row["verdict"], &row["layer"]), "{row}");
    }
    let gaps = data("/data/gaps.json").await["rows"].as_array().unwrap().clone();
    assert_eq!(gaps.len(), 3 * 46);
    let page = ask("/compare/duties").await.text;
    for words in
        ["<strong>3 of 153</strong>", "Must: what the Act says", "are never added up", "Cannot tell", "cannot tell"]
    {
        assert!(page.contains(words), "{words}");
    }
    let one = ask("/compare/duties?duty=offer_needs_led").await.text;
    assert!(one.contains("Southwark") && one.contains("councils: not known"), "{one}");
    assert_eq!(ask("/compare/duties?duty=nothing").await.status.as_u16(), 404);
}

/// A made-up offer of a council with something for every need, each with another answer.
fn made_up(council: &offer::place::Council) -> law::text::SourceFile {
    let mut text = format!(
        "offer  {0}\ncouncil  {1}\nauthority  {2}\ntrust  none\ntitle  Kinship local offer\nexample  yes\nnotice  Made up.\n\
         status  published\nlayout  need-led\n\npage  one\ntitle  Made up\naddress  https://example.org/{0}\n\
         seen  2026-11-22\nextent  whole\n",
        council.slug, council.full_name, council.code
    );
    let needs = "money school health legal advice group respite mediation training housing leaving-care assessment";
    for (need, answer) in needs.split(' ').zip(["right", "may", "depends", "unknown_rule", "no"].into_iter().cycle()) {
        text += &format!(
            "\nservice  {need}\nname  {}\nsummary  Made up.\nprovider  council | a team\nbasis  local choice\nsource  one\n\
             published  For families.\n{answer} when\n  child_age < 18\n  because  It is made up.\notherwise may\n  \
             because  It is made up.\n",
            need.replace('-', " ")
        );
    }
    law::text::SourceFile { path: format!("{0}/{0}.law", council.slug), text }
}

/// A site that holds an offer of every council.
fn full() -> axum::Router {
    let all: Vec<_> = offer::place::Places::embedded().councils().iter().map(made_up).collect();
    let (offers, faults) = offer::Offers::load(&all, law());
    assert!(faults.is_empty(), "{}", faults[0]);
    let clock = web::Clock::fixed(jiff::civil::date(2026, 11, 22), NOW);
    let letters = crate::browser::letters().clone();
    web::router(web::App::new(law().clone(), offers.into(), letters, clock, Some([9; 32]), false).unwrap())
}

#[tokio::test]
async fn pages_that_compare_stay_light_with_every_council_held() {
    let mut browser = Browser::of(full());
    let regions = ["", "&region=london", "&region=north-west", "&region=south-east"];
    let families = regions.map(|region| format!("/compare?family=leaving-care-sgo-17{region}"));
    let duties = ["/compare/duties", "/compare/duties?duty=offer_needs_led"].map(str::to_owned);
    for address in families.iter().chain(&duties) {
        let page = browser.get(address).await;
        assert_eq!(page.status.as_u16(), 200, "{address}");
        println!("{address}: {} bytes", page.text.len());
        assert!(page.text.len() < 100_000 && page.text.contains("153 of 153"), "{address}: {} bytes", page.text.len());
    }
}

#[tokio::test]
async fn search_engines_find_the_public_pages_and_no_private_ones() {
    let map = ask("/sitemap.xml").await.text;
    for path in ["/council/kent<", "/law/support/child_benefit<", "/compare<", "/data<"] {
        assert!(map.contains(path), "{path}");
    }
    assert!(!map.contains("/find") && !map.contains("/letters") && !map.contains("/open-referral"));
    assert!(ask("/robots.txt").await.text.contains("Sitemap: http://127.0.0.1:8080/sitemap.xml"));
}

#[tokio::test]
async fn council_pages_hold_linked_data_that_nothing_can_break_out_of() {
    for (slug, services) in [("southwark", true), ("kent", false)] {
        let page = ask(&format!("/council/{slug}")).await.text;
        let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
        let block: Value = serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap();
        assert_eq!(block["@context"], "https://schema.org");
        let graph = block["@graph"].as_array().unwrap();
        assert_eq!(graph[0]["@type"], "GovernmentOrganization");
        assert_eq!(graph.len() > 1, services, "{slug}");
        for one in &graph[1..] {
            let anchor = one["@id"].as_str().unwrap().trim_start_matches('#').to_owned();
            assert!(page.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        }
    }
}

//! Every body of the eleven endpoints against the JSON Schemas of Open Referral UK 3.0, and against the rules that the
//! official validator leaves out. The schemas are not part of this repository: `KITH_OPEN_REFERRAL` names the folder that
//! holds `spec-uk-3.0/schema` and `hsds-3.0/schema`.

use crate::browser::{Browser, NOW};
use jsonschema::{Retrieve, Uri, Validator};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};

/// The schemas, by the last part of their address.
struct Schemas(PathBuf);

impl Retrieve for Schemas {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn Error + Send + Sync>> {
        let name = uri.path().as_str().rsplit('/').next().unwrap_or_default().to_owned();
        Ok(serde_json::from_str(&std::fs::read_to_string(self.0.join(name))?)?)
    }
}

fn validator(folder: &Path, name: &str) -> Validator {
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    let options = jsonschema::options()
        .with_base_uri("https://openreferraluk.org/specifications/3.0/schema/")
        .with_retriever(Schemas(folder.to_owned()))
        .should_validate_formats(true);
    options.build(&serde_json::from_str(&text).unwrap()).unwrap()
}

fn check(validator: &Validator, body: &Value, address: &str) {
    let faults: Vec<String> =
        validator.iter_errors(body).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{address}\n{}", faults.join("\n"));
}

/// A record of a kind keeps to the schemas of both standards, where they are at hand.
pub(crate) fn keeps(record: &str, body: &Value) {
    let Ok(root) = std::env::var("KITH_OPEN_REFERRAL") else {
        println!("SKIPPED the schemas of Open Referral: KITH_OPEN_REFERRAL does not say where they are");
        return;
    };
    for standard in ["spec-uk-3.0/schema", "hsds-3.0/schema"] {
        check(&validator(&Path::new(&root).join(standard), &format!("{record}.json")), body, record);
    }
    walk(body, "/record", &mut BTreeMap::new(), &mut Vec::new());
}

async fn body(browser: &mut Browser, address: &str) -> Value {
    let page = browser.get(address).await;
    assert_eq!(page.status.as_u16(), 200, "{address}: {}", page.text);
    serde_json::from_str(&page.text).unwrap()
}

/// The stems, lists and the schemas for their records.
const STEMS: [&str; 2] = ["/open-referral/v3", "/council/southwark/open-referral/v3"];
const LISTS: [(&str, &str); 5] = [
    ("services", "service"),
    ("organizations", "organization"),
    ("taxonomies", "taxonomy"),
    ("taxonomy_terms", "taxonomy_term"),
    ("service_at_locations", "service_at_location"),
];

#[tokio::test]
async fn every_body_keeps_to_the_schemas() {
    let Ok(root) = std::env::var("KITH_OPEN_REFERRAL") else {
        println!("SKIPPED the schemas of Open Referral: KITH_OPEN_REFERRAL does not say where they are");
        return;
    };
    let mut browser = Browser::at(NOW);
    for (standard, has_lists) in [("spec-uk-3.0/schema", true), ("hsds-3.0/schema", false)] {
        let folder = Path::new(&root).join(standard);
        for stem in STEMS {
            if has_lists {
                check(&validator(&folder, "api_details.json"), &body(&mut browser, &format!("{stem}/")).await, stem);
            }
            for (list, record) in LISTS {
                let one = validator(&folder, &format!("{record}.json"));
                if has_lists {
                    let many = validator(&folder, &format!("{record}_list.json"));
                    for query in ["", "?full=true", "?per_page=7&page=2", "?search=nothinglikethis"] {
                        let takes_full = !list.starts_with("taxonom");
                        if query.contains("full") && !takes_full {
                            continue;
                        }
                        let address = format!("{stem}/{list}{query}");
                        check(&many, &body(&mut browser, &address).await, &address);
                    }
                }
                for item in every(&mut browser, stem, list).await {
                    let address = format!("{stem}/{list}/{}", item["id"].as_str().unwrap());
                    check(&one, &body(&mut browser, &address).await, &address);
                }
            }
        }
    }
}

/// Every record of a list, page by page; the header of each page must be true.
async fn every(browser: &mut Browser, stem: &str, list: &str) -> Vec<Value> {
    let (mut items, mut page) = (Vec::new(), 1);
    loop {
        let address = format!("{stem}/{list}?per_page=9&page={page}");
        let found = body(browser, &address).await;
        let contents = found["contents"].as_array().unwrap().clone();
        let total = found["total_items"].as_u64().unwrap();
        assert_eq!(found["page_number"], page, "{address}");
        assert_eq!(found["size"], contents.len(), "{address}");
        assert_eq!(found["total_pages"], total.div_ceil(9), "{address}");
        assert_eq!(found["first_page"], page == 1, "{address}");
        assert_eq!(found["empty"], contents.is_empty(), "{address}");
        items.extend(contents);
        assert_eq!(found["last_page"], items.len() as u64 >= total, "{address}");
        if found["last_page"] == true {
            assert_eq!(items.len() as u64, total, "{address}");
            return items;
        }
        page += 1;
    }
}

/// Walks a value: nothing is null or empty, and what has an identifier is noted by it.
fn walk(value: &Value, path: &str, ids: &mut BTreeMap<String, BTreeSet<String>>, links: &mut Vec<(String, String)>) {
    match value {
        Value::Null => panic!("{path} is null"),
        Value::String(text) => assert!(!text.trim().is_empty(), "{path} is empty"),
        Value::Array(list) => {
            assert!(!list.is_empty() || path.ends_with("contents"), "{path} is empty");
            list.iter().for_each(|one| walk(one, path, ids, links));
        }
        Value::Object(fields) => {
            let kind = path.rsplit('/').next().unwrap_or_default().to_owned();
            if let Some(id) = fields.get("id").and_then(Value::as_str) {
                ids.entry(id.to_owned()).or_default().insert(kind);
            }
            for (key, one) in fields {
                if let (Some(kind), Some(id)) = (key.strip_suffix("_id"), one.as_str()) {
                    links.push((format!("{path}/{kind}"), id.to_owned()));
                }
                walk(one, &format!("{path}/{key}"), ids, links);
            }
        }
        _ => {}
    }
}

#[tokio::test]
async fn nothing_is_null_or_empty_and_every_link_leads_somewhere() {
    let mut browser = Browser::at(NOW);
    for stem in STEMS {
        let (mut ids, mut links) = (BTreeMap::new(), Vec::new());
        for (list, _) in LISTS {
            let mut seen = BTreeSet::new();
            for item in every(&mut browser, stem, list).await {
                let id = item["id"].as_str().unwrap();
                assert!(seen.insert(id.to_owned()), "{list} has {id} twice");
                assert_eq!(id.as_bytes()[14], b'5', "{id} is made from a name");
                let whole = body(&mut browser, &format!("{stem}/{list}/{id}")).await;
                walk(&whole, &format!("/{list}"), &mut ids, &mut links);
            }
        }
        assert!(links.len() > 500);
        for (link, id) in links.iter().filter(|(link, _)| !link.ends_with("/link")) {
            assert!(ids.contains_key(id), "{link} leads to {id}, which is nowhere");
        }
        for (link, id) in links.iter().filter(|(link, _)| link.ends_with("/link")) {
            assert!(ids.contains_key(id), "{link} tags {id}, which is nowhere");
        }
    }
}

//! How the endpoints of Open Referral behave: filters, pages, forms, faults and what everybody may read.

use crate::browser::{NOW, ask, data, site};
use crate::office::Office;
use crate::schemas::keeps;
use crate::{groups, workshops};
use axum::body::Body;
use axum::http::Request;
use serde_json::Value;
use tower::ServiceExt;

const STEM: &str = "/open-referral/v3";

/// The names of the records of a list, all on one page.
async fn names(query: &str) -> Vec<String> {
    let found = data(&format!("{STEM}/services?per_page=500&{query}")).await;
    found["contents"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

/// The identifier of a term.
async fn term(name: &str) -> String {
    let terms = data(&format!("{STEM}/taxonomy_terms?per_page=500")).await;
    let found = terms["contents"].as_array().unwrap().iter().find(|term| term["name"] == name);
    found.unwrap_or_else(|| panic!("no term {name}"))["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_service_says_what_the_profile_alone_cannot() {
    let services = data("/council/southwark/open-referral/v3/services?search=childcare&full=true").await;
    let one = &services["contents"][0];
    assert_eq!(one["name"], "Free childcare hours from age two");
    assert_eq!(one["eligibility_description"], "For children who were in care before, and for them only.");
    assert_eq!(one["application_process"], "yourself, through the Family Information Service");
    assert_eq!(one["fees_description"], "free");
    assert_eq!(one["cost_options"][0]["amount"], 0.0);
    assert_eq!((&one["minimum_age"], &one["maximum_age"]), (&2.0.into(), &4.0.into()));
    assert_eq!(one["phones"][0]["number"], "0800 013 0639");
    assert_eq!(one["assured_date"], "2026-11-22");
    assert_eq!(one["service_areas"][0]["extent"], "E09000028");
    assert_eq!(one["organization"]["name"], "London Borough of Southwark");
    assert!(one["alert"].as_str().unwrap().contains("an example"));
    assert!(one["kith"]["not_seen"].as_array().unwrap().contains(&"evidence".into()));
    assert_eq!(one["status"], "inactive", "it stands only on an earlier version of the page");
}

#[tokio::test]
async fn filters_are_joined_by_and() {
    let all = names("").await;
    let (school, sgo) = (names("search=school").await, term("Special guardianship order").await);
    let for_sgo = names(&format!("taxonomy_term_id={sgo}")).await;
    let both = names(&format!("search=school&taxonomy_term_id={sgo}")).await;
    assert!(!both.is_empty() && both.len() < school.len() && school.len() < all.len());
    let expected: Vec<&String> = school.iter().filter(|name| for_sgo.contains(name)).collect();
    assert_eq!(both.iter().collect::<Vec<_>>(), expected);
    let duty = term("Duty").await;
    let tagged = names(&format!("taxonomy_term_id={sgo}&taxonomy_term_id={duty}")).await;
    assert!(!tagged.is_empty() && tagged.iter().all(|name| for_sgo.contains(name)));
    assert_eq!(names("modified_after=2027-01-01").await.len(), 0);
    assert_eq!(names("modified_after=2026-11-22T23:00:00Z").await.len(), all.len());
    assert!(!names("minimum_age=6").await.contains(&"Free childcare hours from age two".to_owned()));
    assert!(names("maximum_age=4").await.contains(&"Free childcare hours from age two".to_owned()));
}

#[tokio::test]
async fn a_postcode_finds_services_for_its_council_and_those_near() {
    let here = names("postcode=SE5%208UB").await;
    assert!(here.contains(&"Free childcare hours from age two".to_owned()));
    let southwark = data("/council/southwark/open-referral/v3/services?per_page=500").await;
    assert_eq!(southwark["total_items"], here.len());
    assert_eq!(names("postcode=CF10%201EP").await.len(), 0, "Wales");
    let at = |query: &str| format!("{STEM}/service_at_locations?{query}");
    let near = data(&at("postcode=NE8%201HH&proximity=2000")).await;
    assert_eq!(near["total_items"], 1, "{near}");
    assert_eq!(near["contents"][0]["location"]["addresses"][0]["postal_code"], "NE8 1HH");
    assert_eq!(near["contents"][0]["location"]["addresses"][0]["city"], "Gateshead");
    assert_eq!(data(&at("postcode=NE39%201AA&proximity=100")).await["total_items"], 0);
}

#[tokio::test]
async fn each_form_of_a_list_is_as_it_says() {
    let minimal = data(&format!("{STEM}/services?minimal=true")).await;
    assert_eq!(minimal["total_pages"], 1);
    for one in minimal["contents"].as_array().unwrap() {
        let keys: Vec<&String> = one.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["id", "last_modified"]);
    }
    let lines = ask(&format!("{STEM}/services?format=ndjson&full=true")).await;
    assert!(lines.header("content-type").starts_with("application/x-ndjson"));
    let read: Vec<Value> = lines.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(minimal["total_items"], read.len());
    let one = data(&format!("{STEM}/services/{}", read[3]["id"].as_str().unwrap())).await;
    assert_eq!(one, read[3], "a full line is the record itself");
    let organisation = one["organization_id"].as_str().unwrap();
    let with = data(&format!("{STEM}/organizations/{organisation}?full_service=true")).await;
    let of = names(&format!("organization_id={organisation}")).await;
    assert_eq!(with["services"].as_array().unwrap().len(), of.len());
    let after = data(&format!("{STEM}/services?page=99")).await;
    assert_eq!((&after["empty"], &after["last_page"], &after["size"]), (&true.into(), &true.into(), &0.into()));
    let law = data(&format!("{STEM}/taxonomies?search=law%20guidance")).await;
    let law = law["contents"][0]["id"].as_str().unwrap();
    let tops = data(&format!("{STEM}/taxonomy_terms?taxonomy_id={law}&top_only=true&per_page=500")).await;
    let top = tops["contents"].as_array().unwrap().iter().find(|one| one["name"] == "Children Act 1989").unwrap();
    let under = data(&format!("{STEM}/taxonomy_terms?parent_id={}", top["id"].as_str().unwrap())).await;
    assert!(under["contents"][0]["term_uri"].as_str().unwrap().starts_with("https://www.legislation.gov.uk/"));
}

#[tokio::test]
async fn faults_say_what_where_and_what_to_do() {
    let cases = [
        ("/services?page=0", 400, "page", "a whole number from 1"),
        ("/services?per_page=501", 400, "per_page", "500"),
        ("/services?taxonomy_term_id=sgo", 400, "taxonomy_term_id", "identifier"),
        ("/services?modified_after=yesterday", 400, "modified_after", "a day"),
        ("/services?pageno=2", 400, "pageno", "no parameter"),
        ("/services?format=xml", 400, "format", "json, ndjson"),
        ("/services?minimal=perhaps", 400, "minimal", "true or false"),
        ("/services?proximity=10", 400, "proximity", "from where"),
        ("/services?postcode=SE5", 400, "postcode", "postcode"),
        ("/services?minimum_age=9&maximum_age=3", 400, "minimum_age", "no child"),
        ("/services?search=%FF", 400, "the address", "UTF-8"),
        ("/services/7", 404, "7", "not an identifier"),
        ("/services/00000000-0000-0000-0000-000000000000", 404, "00000000-0000-0000-0000-000000000000", "no service"),
        ("/servces", 404, "servces", "nothing at this address"),
        ("/services/1/2", 404, "/services/1/2", "nothing at this address"),
    ];
    for (path, status, place, what) in cases {
        let page = ask(&format!("{STEM}{path}")).await;
        assert_eq!(page.status.as_u16(), status, "{path}");
        assert_eq!(page.header("access-control-allow-origin"), "*", "{path}");
        let refusal: Value = serde_json::from_str(&page.text).unwrap();
        assert_eq!(refusal["place"], place, "{path}");
        assert!(refusal["what"].as_str().unwrap().contains(what), "{path}: {refusal}");
        assert!(refusal["do"].as_str().unwrap().len() > 10, "{path}");
    }
    let kent: Value = serde_json::from_str(&ask("/council/kent/open-referral/v3/services").await.text).unwrap();
    assert!(kent["what"].as_str().unwrap().contains("not known"), "{kent}");
    let post = Request::post(format!("{STEM}/services")).body(Body::empty()).unwrap();
    let post = site(NOW, false).oneshot(post).await.unwrap();
    assert_eq!(post.headers()["access-control-allow-origin"], "*");
    assert_eq!(post.status().as_u16(), 405);
}

#[tokio::test]
async fn what_is_known_is_not_sent_again() {
    for path in ["/services?search=school", "/services?format=ndjson", "/taxonomies", "/"] {
        let address = format!("{STEM}{path}");
        let first = ask(&address).await;
        let etag = first.header("etag").to_owned();
        assert_eq!(etag.len(), 68, "{etag}");
        for known in [etag.clone(), etag.trim_start_matches("W/").to_owned(), format!("\"x\", {etag}")] {
            let request = Request::get(&address).header("if-none-match", known).body(Body::empty()).unwrap();
            assert_eq!(site(NOW, false).oneshot(request).await.unwrap().status().as_u16(), 304, "{path}");
        }
    }
}

/// A record of a kind, as an office's site tells it.
async fn told(office: &Office, address: &str) -> Value {
    let page = office.stranger().get(&format!("{STEM}{address}")).await;
    assert_eq!(page.status.as_u16(), 200, "{address}: {}", page.text);
    serde_json::from_str(&page.text).unwrap()
}

#[tokio::test]
async fn what_hosts_run_is_told_in_the_same_way() {
    let office = Office::new().await;
    let before = told(&office, "/services").await["total_items"].clone();
    let mut oona = workshops::public(&office).await;
    let found = told(&office, "/services?search=settling&full=true").await;
    assert_eq!(found["total_items"], 1, "{found}");
    let one = &found["contents"][0];
    keeps("service", &told(&office, &format!("/services/{}", one["id"].as_str().unwrap())).await);
    assert_eq!(one["status"], "active", "it can be joined, though its first day is to come");
    let schedule = &one["schedules"][0];
    assert_eq!(
        (&schedule["freq"], &schedule["interval"], &schedule["byday"]),
        (&"WEEKLY".into(), &1.0.into(), &"TU".into())
    );
    assert_eq!((&schedule["valid_from"], &schedule["valid_to"]), (&"2026-12-08".into(), &"2026-12-22".into()));
    assert_eq!((&schedule["opens_at"], &schedule["closes_at"]), (&"10:00".into(), &"12:00".into()));
    assert!(one["url"].as_str().unwrap().ends_with("/workshops/southwark/sleep-and-settling"), "{one}");
    assert_eq!(one["organization"]["name"], "London Borough of Southwark");
    assert_eq!(one["phones"][0]["number"], "020 7946 0000");
    assert_eq!(one["cost_options"][0]["amount"], 0.0);
    assert_eq!(one["kith"]["accessibility"][0], "No steps to get in");
    assert!(one["attributes"].as_array().unwrap().iter().any(|tag| tag["link_type"] == "eligibility"));
    assert!(!found.to_string().contains("secret-room"), "only those who have a place are told where to join");
    let near = told(&office, "/service_at_locations?postcode=SE1%202QH&proximity=2000&full=true").await;
    let at = near["contents"].as_array().unwrap().iter().find(|at| at["service"]["name"] == "Sleep and settling");
    assert_eq!(at.unwrap()["location"]["addresses"][0]["postal_code"], "SE1 2QH");
    keeps("service_at_location", at.unwrap());

    // A day called off leaves single days; all called off leaves nothing.
    let desk = "/hosts/southwark/workshops/sleep-and-settling";
    let off = [("do", "call_off"), ("why", "The room is taken")];
    oona.post(&format!("{desk}/on/2026-12-15"), &[&off[..], &[("key", "o1")]].concat()).await;
    let left = told(&office, "/services?search=settling&full=true").await;
    let days: Vec<&str> = left["contents"][0]["schedules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["description"].as_str().unwrap())
        .collect();
    assert_eq!(days, ["Tuesday 8 December 2026, 10:00 to 12:00.", "Tuesday 22 December 2026, 10:00 to 12:00."]);
    oona.post(desk, &[&off[..], &[("key", "o2")]].concat()).await;
    assert_eq!(told(&office, "/services").await["total_items"], before);
}

#[tokio::test]
async fn a_charity_is_told_as_who_runs_it() {
    let office = Office::new().await;
    let mut orla = office.signed_in("orla", &[("organiser", Some("kinship"))]).await;
    let desk = "/hosts/kinship/workshops";
    orla.post(&format!("{desk}/new"), &workshops::form(&[("again", ""), ("arrangement", "SGO")])).await;
    orla.post(&format!("{desk}/sleep-and-settling"), &[("do", "publish"), ("key", "p1")]).await;
    let found = told(&office, "/services?search=settling&full=true").await;
    let one = &found["contents"][0];
    assert_eq!((&found["total_items"], &one["organization"]["name"]), (&1.into(), &"Kinship".into()), "{found}");
    assert!(one["service_areas"].is_null(), "a charity's area is not known: {one}");
    let organisation = told(&office, &format!("/organizations/{}", one["organization_id"].as_str().unwrap())).await;
    keeps("organization", &organisation);
    let page = office.stranger().get("/council/kinship/open-referral/v3/services").await;
    assert_eq!(page.status.as_u16(), 404, "a charity is no council");
}

#[tokio::test]
async fn a_group_somewhere_sensitive_is_its_area_alone() {
    let office = Office::new().await;
    let mut orla = office.signed_in("orla", &[("organiser", Some("gateshead"))]).await;
    let hidden = groups::group(&[("sensitive", "yes"), ("area", "the north of the town")]);
    orla.post("/hosts/gateshead/groups/new", &hidden).await;
    let found = told(&office, "/services?search=tea&full=true").await;
    let one = &found["contents"][0];
    keeps("service", &told(&office, &format!("/services/{}", one["id"].as_str().unwrap())).await);
    assert_eq!(one["schedules"][0]["byday"], "2TU", "{one}");
    assert_eq!(one["service_areas"][0]["name"], "the north of the town");
    assert!(one["service_at_locations"].is_null() && !one.to_string().contains("NE8"), "{one}");
}

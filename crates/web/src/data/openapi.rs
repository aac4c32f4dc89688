//! The description of the interfaces (OpenAPI 3.1), written from the tables that lead the requests.

use super::changes::{ChangeRow, ChangesHead, FEED};
use super::dataset::DATASETS;
use super::endpoint::{ENDPOINTS, Endpoint, Records};
use super::files::Head;
use super::open_referral::{ApiDetails, Page, stem};
use super::parameter::{Kind, Parameter};
use super::refusal::Refusal;
use super::schema::{self, Components, Schema};
use super::{LICENCE, answer};
use crate::App;

use axum::http::HeaderMap;
use axum::response::Response;
use offer::exchange::Shaped;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Document {
    openapi: &'static str,
    info: Info,
    servers: Vec<Server>,
    paths: BTreeMap<String, PathItem>,
    components: Schemas,
}

#[derive(Serialize)]
struct Info {
    title: &'static str,
    description: &'static str,
    version: &'static str,
    license: License,
}

#[derive(Serialize)]
struct License {
    name: &'static str,
    url: &'static str,
}

#[derive(Serialize)]
struct Server {
    url: String,
}

#[derive(Serialize)]
struct Schemas {
    schemas: Components,
}

#[derive(Serialize)]
struct PathItem {
    get: Operation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Operation {
    operation_id: String,
    summary: String,
    tags: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<Given>,
    responses: BTreeMap<&'static str, Said>,
}

#[derive(Serialize)]
struct Given {
    name: &'static str,
    #[serde(rename = "in")]
    place: &'static str,
    required: bool,
    description: &'static str,
    schema: Schema,
    #[serde(skip_serializing_if = "str::is_empty")]
    example: &'static str,
}

#[derive(Serialize)]
struct Said {
    description: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    content: BTreeMap<&'static str, Media>,
}

#[derive(Serialize)]
struct Media {
    schema: Schema,
}

/// `/open-referral/v3/openapi.json`
pub(super) fn open_referral(app: &App, council: Option<&str>, headers: &HeaderMap) -> Response {
    let mut components = components();
    schema::record("ApiDetails", &ApiDetails::fields(), &mut components);
    let mut paths = BTreeMap::new();
    let details = operation("apiDetails", "What this interface is.", "required", Schema::named("ApiDetails"), &[]);
    paths.insert("/".to_owned(), PathItem { get: details });
    for endpoint in ENDPOINTS {
        schema::record(endpoint.record, &(endpoint.fields)(), &mut components);
        describe(endpoint, &mut paths, &mut components);
    }
    let document = document(
        "Open Referral UK 3.0: kinship local offers",
        "Services of councils' kinship local offers. Filters are joined by AND. What is beyond the UK profile is HSDS 3.0; \
         `kith` is ours.",
        format!("{}{}", app.address(), stem(council)),
        paths,
        components,
    );
    answer::json(headers, &document)
}

fn describe(endpoint: &Endpoint, paths: &mut BTreeMap<String, PathItem>, components: &mut Components) {
    let tag = if endpoint.is_required { "required" } else { "optional" };
    let minimal = endpoint.list.iter().any(|parameter| parameter.name == "minimal");
    let item = if minimal { minimal_item(endpoint, components) } else { Schema::named(endpoint.record) };
    let page = page_of(endpoint, item, components);
    let list = operation(
        &format!("list_{}", endpoint.name),
        &format!("A page of the list: every {} that passes the filters.", endpoint.one),
        tag,
        page,
        endpoint.list,
    );
    paths.insert(format!("/{}", endpoint.name), PathItem { get: with_lines(list, endpoint) });
    let own = Schema::named(endpoint.record);
    let own = if endpoint.kind == Records::Organizations { with_services(own, components) } else { own };
    let summary = format!("One {}, with everything in it.", endpoint.one);
    let mut single = operation(&format!("get_{}", endpoint.name), &summary, tag, own, endpoint.single);
    single.parameters.insert(
        0,
        Given {
            name: "id",
            place: "path",
            required: true,
            description: "The identifier.",
            schema: Schema::format("uuid"),
            example: "",
        },
    );
    single.responses.insert("404", refused("There is no such record, or it is not of this council."));
    paths.insert(format!("/{}/{{id}}", endpoint.name), PathItem { get: single });
}

/// With `minimal` a record is its identifier and the day it changed.
fn minimal_item(endpoint: &Endpoint, components: &mut Components) -> Schema {
    let mut minimal = Schema { required: vec!["id".to_owned()], ..Schema::of("object") };
    minimal.properties.insert("id".to_owned(), Schema::format("uuid"));
    minimal.properties.insert("last_modified".to_owned(), Schema::format("date-time"));
    components.insert("Minimal".to_owned(), minimal.says("A record's identifier and when it last changed."));
    Schema { any_of: vec![Schema::named(endpoint.record), Schema::named("Minimal")], ..Schema::default() }
}

fn with_services(own: Schema, components: &mut Components) -> Schema {
    let service = Schema { any_of: vec![Schema::named("Service"), Schema::named("Minimal")], ..Schema::default() };
    if let Some(organization) = components.get_mut("Organization") {
        let services = Schema::list(service).says("Its services: identifiers, or with `full_service` all of each.");
        organization.properties.insert("services".to_owned(), services);
    }
    own
}

fn page_of(endpoint: &Endpoint, item: Schema, components: &mut Components) -> Schema {
    let name = format!("{}Page", endpoint.record);
    schema::record(&name, &Page::fields(), components);
    if let Some(page) = components.get_mut(&name) {
        page.properties.insert("contents".to_owned(), Schema::list(item).says("The records on this page."));
        page.required.push("contents".to_owned());
    }
    Schema::named(&name)
}

fn with_lines(mut list: Operation, endpoint: &Endpoint) -> Operation {
    if let Some(said) = list.responses.get_mut("200") {
        let words = format!("With `format=ndjson`: one {} on each line.", endpoint.one);
        said.content.insert("application/x-ndjson", Media { schema: Schema::of("string").says(words) });
    }
    list
}

fn components() -> Components {
    let mut components = Components::new();
    schema::record("Refusal", &Refusal::fields(), &mut components);
    components
}

fn document(
    title: &'static str,
    description: &'static str,
    url: String,
    paths: BTreeMap<String, PathItem>,
    components: Components,
) -> Document {
    Document {
        openapi: "3.1.0",
        info: Info {
            title,
            description,
            version: env!("CARGO_PKG_VERSION"),
            license: License { name: "Open Government Licence 3.0", url: LICENCE },
        },
        servers: vec![Server { url }],
        paths,
        components: Schemas { schemas: components },
    }
}

fn refused(words: &str) -> Said {
    Said {
        description: words.to_owned(),
        content: [("application/json", Media { schema: Schema::named("Refusal") })].into(),
    }
}

fn operation(id: &str, summary: &str, tag: &'static str, body: Schema, parameters: &[Parameter]) -> Operation {
    let content = [("application/json", Media { schema: body })].into();
    let responses = [
        ("200", Said { description: summary.to_owned(), content }),
        (
            "304",
            Said {
                description: "Nothing is new since the ETag sent in If-None-Match.".to_owned(),
                content: BTreeMap::new(),
            },
        ),
        ("400", refused("Something in the request cannot be read: what, where, and what to do.")),
    ];
    Operation {
        operation_id: id.to_owned(),
        summary: summary.to_owned(),
        tags: vec![tag],
        parameters: parameters.iter().map(given).collect(),
        responses: responses.into(),
    }
}

fn given(parameter: &Parameter) -> Given {
    let schema = match parameter.kind {
        Kind::Text | Kind::Postcode | Kind::Moment | Kind::Instant => Schema::of("string"),
        Kind::Whole(least, most) => Schema { minimum: Some(least), maximum: Some(most), ..Schema::of("integer") },
        Kind::Flag => Schema::of("boolean"),
        Kind::Uuid => Schema::format("uuid"),
        Kind::Metres | Kind::Age => Schema { minimum: Some(0), ..Schema::of("number") },
        Kind::OneOf(words) => {
            Schema { one_of: words.iter().map(|word| (*word).to_owned()).collect(), ..Schema::of("string") }
        }
    };
    Given {
        name: parameter.name,
        place: "query",
        required: false,
        description: parameter.says,
        schema,
        example: parameter.example,
    }
}

/// Data at other addresses, each about one thing: the pattern, and what it is.
const ENTRIES: &[(&str, &str)] = &[
    ("/law.json", "Where every entry of the law is found as data."),
    ("/law/support/{id}.json", "One support with its rule."),
    ("/law/provision/{instrument}/{number}.json", "One provision."),
    ("/law/instrument/{id}.json", "One instrument with its provisions."),
    ("/law/clock/{id}.json", "One clock."),
    ("/law/rate/{id}.json", "One rate."),
    ("/law/story/{id}.json", "One story with its scenes."),
    ("/council/{slug}/checks.json", "How an offer stands against the law, guidance and good practice."),
    ("/council/{slug}/editions.json", "The editions of one council's offer."),
    ("/council/{slug}/editions/{number}.json", "One edition, whole. Its ETag is the digest of its text."),
    ("/council/{slug}/editions/{number}/changes.json", "What one edition of an offer changed."),
];

/// `/data/openapi.json`
pub(super) fn files(app: &App, headers: &HeaderMap) -> Response {
    let mut components = components();
    let mut paths = BTreeMap::new();
    for set in DATASETS {
        let row = set.schema(&mut components);
        let name = format!("{}-file", set.name);
        schema::record(&name, &Head::fields(), &mut components);
        if let Some(file) = components.get_mut(&name) {
            file.properties.insert("rows".to_owned(), Schema::list(row).says("The rows."));
            file.required.push("rows".to_owned());
        }
        let whole = operation(set.name, set.says, "files", Schema::named(&name), &[]);
        paths.insert(format!("/data/{}.json", set.name), PathItem { get: whole });
        for (ending, kind, words) in
            [("ndjson", "application/x-ndjson", "One record on each line."), ("csv", "text/csv", "For a spreadsheet.")]
        {
            let mut get = operation(&format!("{}-{ending}", set.name), set.says, "files", Schema::default(), &[]);
            let media = Media { schema: Schema::of("string").says(words) };
            get.responses.insert("200", Said { description: words.to_owned(), content: [(kind, media)].into() });
            paths.insert(format!("/data/{}.{ending}", set.name), PathItem { get });
        }
    }
    let schema = operation("offer-schema", "The schema of the offer format.", "about", Schema::of("object"), &[]);
    paths.insert("/data/offer.schema.json".to_owned(), PathItem { get: schema });
    let own = operation("openapi", "This description.", "about", Schema::of("object"), &[]);
    paths.insert("/data/openapi.json".to_owned(), PathItem { get: own });
    feed(&mut paths, &mut components);
    for (path, words) in ENTRIES {
        let id = path.trim_matches('/').replace(['/', '{', '}', '.'], "-");
        let mut get = operation(&id, words, "entries", Schema::default(), &[]);
        get.responses.remove("400");
        get.parameters =
            path.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| in_path(name)).collect();
        paths.insert((*path).to_owned(), PathItem { get });
    }
    let says = "Files of everything known here, and single entries of the law. Open Referral has a description of its own \
         at /open-referral/v3/openapi.json.";
    answer::json(headers, &document("Kith: open data", says, app.address().to_owned(), paths, components))
}

/// The feed of changes, in its two forms.
fn feed(paths: &mut BTreeMap<String, PathItem>, components: &mut Components) {
    let says = "Every edition published, newest change first. One that was withdrawn stands there as withdrawn.";
    schema::record("ChangesHead", &ChangesHead::fields(), components);
    let row = schema::of_shape(ChangeRow::shape(), components);
    if let Some(head) = components.get_mut("ChangesHead") {
        head.properties.insert("changes".to_owned(), Schema::list(row).says("The changes on this page."));
        head.required.push("changes".to_owned());
    }
    let json = operation("changes", says, "files", Schema::named("ChangesHead"), FEED);
    paths.insert("/data/changes.json".to_owned(), PathItem { get: json });
    let mut get = operation("changes-atom", says, "files", Schema::default(), FEED);
    let words = "Atom (RFC 4287). In the place of an edition that was withdrawn stands a tombstone (RFC 6721).";
    let media = Media { schema: Schema::of("string").says(words) };
    get.responses
        .insert("200", Said { description: words.to_owned(), content: [("application/atom+xml", media)].into() });
    paths.insert("/data/changes.atom".to_owned(), PathItem { get });
}

fn in_path(name: &'static str) -> Given {
    let description = "The name of the entry.";
    Given { name, place: "path", required: true, description, schema: Schema::of("string"), example: "" }
}

//! The table of every route: who may use it, and an address to try it with. Tests walk it.

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody, without signing in.
    Anyone,
}

/// One route of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// The method.
    pub method: &'static str,
    /// The pattern of its address.
    pub path: &'static str,
    /// Who may use it.
    pub who: Who,
    /// An address of it that answers with a page.
    pub example: &'static str,
    /// Whether browsers and caches may keep its pages: only where they are the same for everybody.
    pub kept: bool,
}

const fn get(path: &'static str, example: &'static str) -> Route {
    Route { method: "GET", path, who: Who::Anyone, example, kept: false }
}

const fn public(path: &'static str, example: &'static str) -> Route {
    Route { kept: true, ..get(path, example) }
}

const fn post(path: &'static str) -> Route {
    Route { method: "POST", ..get(path, path) }
}

/// A route that only takes forms may lead whoever opens it as an address on to the page its form stands on.
const ROUTES: &[Route] = &[
    get("/", "/"),
    post("/"),
    get("/find/council", "/find/council"),
    post("/find/council"),
    get("/find/elsewhere", "/find/elsewhere"),
    get("/find/question", "/find/question"),
    post("/find/question"),
    get("/find/question/{fact}", "/find/question/carer_relation"),
    get("/find/more", "/find/more"),
    get("/find/answers", "/find/answers"),
    post("/find/clear"),
    get("/find/answer", "/find/answer"),
    get("/find/answer/{support}", "/find/answer/child_benefit"),
    get("/find/what-if", "/find/what-if"),
    post("/find/what-if"),
    get("/find/what-if/{fact}", "/find/what-if/order_type"),
    get("/find/orders", "/find/orders?with=SGO"),
    get("/find/dates", "/find/dates"),
    get("/find/dates.ics", "/find/dates.ics"),
    get("/find/money", "/find/money"),
    get("/find/sheet/{kind}", "/find/sheet/answer"),
    get("/find/sheet/{kind}", "/find/sheet/school"),
    get("/find/sheet/{kind}", "/find/sheet/gp"),
    get("/find/sheet/{kind}", "/find/sheet/call?size=large"),
    get("/find/sheet/{kind}", "/find/sheet/answer.txt"),
    get("/find/sheet/{kind}", "/find/sheet/answer.docx?size=large"),
    get("/find/exit", "/find/exit"),
    post("/find/exit"),
    get("/letters", "/letters"),
    get("/letters/{id}", "/letters/child-needs-assessment"),
    post("/letters/{id}"),
    post("/letters/{id}/file"),
    get("/find/placed", "/find/placed"),
    get("/find/private-fostering", "/find/private-fostering"),
    get("/arrived", "/arrived"),
    post("/arrived"),
    get("/arrived/now", "/arrived/now"),
    get("/changed", "/changed"),
    get("/changed/{what}", "/changed/money"),
    get("/young", "/young"),
    post("/young"),
    get("/young/answer", "/young/answer"),
    get("/young/{age}", "/young/11-to-15"),
    get("/families", "/families"),
    post("/families"),
    get("/services", "/services"),
    post("/services"),
    post("/services/list"),
    public("/councils", "/councils"),
    public("/council/{slug}", "/council/southwark"),
    public("/law", "/law"),
    public("/law.json", "/law.json"),
    public("/law/support/{id}", "/law/support/child_benefit"),
    public("/law/support/{id}", "/law/support/child_benefit.json"),
    public("/law/provision/{instrument}/{number}", "/law/provision/ca-1989/17%2810%29"),
    public("/law/provision/{instrument}/{number}", "/law/provision/ca-1989/17%2810%29.json"),
    public("/law/instrument/{id}", "/law/instrument/ca-1989"),
    public("/law/instrument/{id}", "/law/instrument/ca-1989.json"),
    public("/law/instruments", "/law/instruments"),
    public("/law/clocks", "/law/clocks"),
    public("/law/clock/{id}", "/law/clock/social_care_assessment"),
    public("/law/clock/{id}", "/law/clock/social_care_assessment.json"),
    public("/law/rates", "/law/rates"),
    public("/law/rate/{id}", "/law/rate/child_benefit_eldest"),
    public("/law/rate/{id}", "/law/rate/child_benefit_eldest.json"),
    public("/law/facts", "/law/facts"),
    public("/law/offer-duties", "/law/offer-duties"),
    public("/law/stories", "/law/stories"),
    public("/law/story/{id}", "/law/story/leaving-care-sgo-17"),
    public("/law/story/{id}", "/law/story/leaving-care-sgo-17.json"),
    public("/open-referral/v3", "/open-referral/v3"),
    public("/open-referral/v3/", "/open-referral/v3/"),
    public("/open-referral/v3/{*path}", "/open-referral/v3/services"),
    public("/open-referral/v3/{*path}", "/open-referral/v3/service_at_locations?full=true"),
    public("/council/{slug}/open-referral/v3", "/council/southwark/open-referral/v3"),
    public("/council/{slug}/open-referral/v3/", "/council/southwark/open-referral/v3/"),
    public("/council/{slug}/open-referral/v3/{*path}", "/council/southwark/open-referral/v3/services?full=true"),
    public("/open-referral/v3/{*path}", "/open-referral/v3/openapi.json"),
    public("/data", "/data"),
    public("/data/{file}", "/data/councils.json"),
    public("/data/{file}", "/data/offer-services.csv"),
    public("/data/{file}", "/data/offer.schema.json"),
    public("/data/{file}", "/data/openapi.json"),
    public("/compare", "/compare"),
    public("/robots.txt", "/robots.txt"),
    public("/sitemap.xml", "/sitemap.xml"),
    public("/about", "/about"),
    public("/privacy", "/privacy"),
    public("/accessibility", "/accessibility"),
    public("/safety", "/safety"),
    public("/glossary", "/glossary"),
    public("/design", "/design"),
    get("/health", "/health"),
    public("/static/{name}", "/static/kith.css"),
];

/// Every route of the site.
///
/// ```
/// assert!(web::routes().iter().any(|route| route.path == "/find/answer"));
/// ```
pub fn routes() -> &'static [Route] {
    ROUTES
}

#[cfg(test)]
pub(crate) mod tests {
    use super::ROUTES;
    use law::text::SourceFile;
    use std::path::Path;

    /// The texts of the law in this repository.
    pub(crate) fn law_texts() -> Vec<SourceFile> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
        let mut files = Vec::new();
        walk(&root, &mut |path, text| {
            let path = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
            files.push(SourceFile { path, text });
        });
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    }

    fn walk(folder: &Path, take: &mut dyn FnMut(&Path, String)) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => walk(&path, take),
                false => take(&path, std::fs::read_to_string(&path).unwrap_or_default()),
            }
        }
    }

    #[test]
    fn every_route_in_the_code_is_in_the_table() {
        let mut found = 0;
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |_, text| {
            for part in text.split(".route(\"").skip(1) {
                let path = part.split('"').next().unwrap_or_default();
                if path.starts_with('/') {
                    assert!(ROUTES.iter().any(|route| route.path == path), "{path} is not in the table");
                    found += 1;
                }
            }
        });
        assert!(found > 30);
    }
}

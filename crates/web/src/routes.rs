//! The table of every route: who may use it, and an address to try it with. Tests walk it.

use crate::account::{Deed, Reach};

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody, without signing in.
    Anyone,
    /// Anybody who has shown a password, on the way to the second step.
    HalfSignedIn,
    /// Anybody who has signed in.
    SignedIn,
    /// Those whose roles at the council in the address reach so far for a deed. A page of records that shows each only
    /// to whom it belongs asks for `Own`; one of the whole offer for `All`.
    May(Deed, Reach),
}

/// What must be there for a route to answer with its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing but the law and the offers.
    Nothing,
    /// A database.
    Database,
    /// A council's published edition.
    Edition,
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
    /// What must be there for it.
    pub needs: Needs,
}

const fn get(path: &'static str, example: &'static str) -> Route {
    Route { method: "GET", path, who: Who::Anyone, example, kept: false, needs: Needs::Nothing }
}

const fn public(path: &'static str, example: &'static str) -> Route {
    Route { kept: true, ..get(path, example) }
}

const fn post(path: &'static str) -> Route {
    Route { method: "POST", ..get(path, path) }
}

/// A page of an edition. Anybody may read it.
const fn edition(path: &'static str, example: &'static str) -> Route {
    Route { needs: Needs::Edition, ..public(path, example) }
}

/// A page about accounts.
const fn door(path: &'static str, who: Who, example: &'static str) -> Route {
    Route { who, needs: Needs::Database, ..get(path, example) }
}

/// A form about accounts.
const fn door_post(path: &'static str, who: Who, example: &'static str) -> Route {
    Route { method: "POST", ..door(path, who, example) }
}

/// A page of a council's desk.
const fn desk(path: &'static str, deed: Deed, reach: Reach, example: &'static str) -> Route {
    door(path, Who::May(deed, reach), example)
}

/// A form of a council's desk.
const fn desk_post(path: &'static str, deed: Deed, reach: Reach, example: &'static str) -> Route {
    door_post(path, Who::May(deed, reach), example)
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
    get("/groups", "/groups"),
    post("/groups"),
    get("/advice", "/advice"),
    get("/advice/answers", "/advice/answers"),
    public("/councils", "/councils"),
    public("/council/{slug}", "/council/southwark"),
    public("/council/{slug}/checks", "/council/southwark/checks"),
    public("/council/{slug}/checks.json", "/council/southwark/checks.json"),
    public("/council/{slug}/calendar.ics", "/council/southwark/calendar.ics"),
    public("/council/{slug}/young", "/council/southwark/young"),
    public("/council/{slug}/young/{age}", "/council/southwark/young/under-11"),
    public("/council/{slug}/young/{age}", "/council/southwark/young/11-to-15"),
    public("/council/{slug}/young/{age}", "/council/gateshead/young/16-and-over"),
    public("/council/{slug}/pack/{file}", "/council/southwark/pack/school"),
    public("/council/{slug}/pack/{file}", "/council/southwark/pack/gp"),
    public("/council/{slug}/pack/{file}", "/council/barking-and-dagenham/pack/school"),
    public("/council/{slug}/pack/{file}", "/council/southwark/pack/school.txt"),
    public("/council/{slug}/pack/{file}", "/council/southwark/pack/gp.docx"),
    public("/easy", "/easy"),
    public("/easy/{page}", "/easy/kinship-care"),
    public("/easy/{page}", "/easy/help"),
    public("/easy/{page}", "/easy/safety"),
    public("/easy/{page}", "/easy/complain"),
    public("/easy/{page}", "/easy/private-fostering"),
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
    public("/data/{file}", "/data/changes.json"),
    public("/data/{file}", "/data/changes.atom"),
    public("/compare", "/compare"),
    public("/compare/duties", "/compare/duties"),
    public("/compare/duties", "/compare/duties?duty=offer_needs_led"),
    public("/robots.txt", "/robots.txt"),
    public("/sitemap.xml", "/sitemap.xml"),
    public("/about", "/about"),
    public("/privacy", "/privacy"),
    public("/accessibility", "/accessibility"),
    public("/safety", "/safety"),
    public("/glossary", "/glossary"),
    public("/design", "/design"),
    edition("/council/{slug}/service/{file}", "/council/borsetshire/service/group.ics"),
    edition("/council/{slug}/offer/{date}", "/council/borsetshire/offer/2026-11-22"),
    edition("/council/{slug}/offer/{date}/{proof}", "/council/borsetshire/offer/2026-11-22/proof"),
    edition("/council/{slug}/offer/{date}/{proof}", "/council/borsetshire/offer/2026-11-22/proof.txt"),
    edition("/council/{slug}/offer/{date}/{proof}", "/council/borsetshire/offer/2026-11-22/proof.docx"),
    edition("/council/{slug}/editions.json", "/council/borsetshire/editions.json"),
    edition("/council/{slug}/editions", "/council/borsetshire/editions"),
    edition("/council/{slug}/editions/{number}", "/council/borsetshire/editions/1"),
    edition("/council/{slug}/editions/{number}", "/council/borsetshire/editions/1.law"),
    edition("/council/{slug}/editions/{number}", "/council/borsetshire/editions/1.json"),
    edition("/council/{slug}/editions/{number}/changes", "/council/borsetshire/editions/1/changes"),
    edition("/council/{slug}/editions/{number}/changes.json", "/council/borsetshire/editions/1/changes.json"),
    Route { kept: false, ..edition("/council/{slug}/feedback", "/council/borsetshire/feedback") },
    door_post("/council/{slug}/feedback", Who::Anyone, "/council/borsetshire/feedback"),
    door("/account/sign-in", Who::Anyone, "/account/sign-in"),
    door_post("/account/sign-in", Who::Anyone, "/account/sign-in"),
    door_post("/account/sign-out", Who::Anyone, "/account/sign-out"),
    door("/account/forgotten", Who::Anyone, "/account/forgotten"),
    door_post("/account/forgotten", Who::Anyone, "/account/forgotten"),
    door("/account/recovery/{token}", Who::Anyone, "/account/recovery/x"),
    door_post("/account/recovery/{token}", Who::Anyone, "/account/recovery/x"),
    door("/account/invitation/{token}", Who::Anyone, "/account/invitation/x"),
    door_post("/account/invitation/{token}", Who::Anyone, "/account/invitation/x"),
    door("/account/set-up/{token}", Who::Anyone, "/account/set-up/x"),
    door_post("/account/set-up/{token}", Who::Anyone, "/account/set-up/x"),
    #[cfg(feature = "oidc")]
    door("/account/sign-on/{provider}", Who::Anyone, "/account/sign-on/borsetshire"),
    #[cfg(feature = "oidc")]
    door_post("/account/sign-on/{provider}", Who::Anyone, "/account/sign-on/borsetshire"),
    #[cfg(feature = "oidc")]
    door("/account/sign-on/{provider}/back", Who::Anyone, "/account/sign-on/borsetshire/back"),
    door("/account/roles", Who::Anyone, "/account/roles"),
    door("/account/code", Who::HalfSignedIn, "/account/code"),
    door_post("/account/code", Who::HalfSignedIn, "/account/code"),
    door("/account/second-factor", Who::HalfSignedIn, "/account/second-factor"),
    door_post("/account/second-factor", Who::HalfSignedIn, "/account/second-factor"),
    door("/account", Who::SignedIn, "/account"),
    door("/account/password", Who::SignedIn, "/account/password"),
    door_post("/account/password", Who::SignedIn, "/account/password"),
    door_post("/account/sessions", Who::SignedIn, "/account/sessions"),
    desk("/account/installation", Deed::Installation, Reach::All, "/account/installation"),
    door("/publish", Who::SignedIn, "/publish"),
    desk_post("/publish", Deed::Found, Reach::All, "/publish"),
    desk("/publish/{slug}", Deed::Read, Reach::Own, "/publish/borsetshire"),
    desk("/publish/{slug}/team", Deed::Team, Reach::All, "/publish/borsetshire/team"),
    desk_post("/publish/{slug}/team", Deed::Team, Reach::All, "/publish/borsetshire/team"),
    desk("/publish/{slug}/new/{kind}", Deed::Write, Reach::Own, "/publish/borsetshire/new/service"),
    desk_post("/publish/{slug}/new/{kind}", Deed::Write, Reach::Own, "/publish/borsetshire/new/service"),
    desk("/publish/{slug}/record/{kind}/{id}", Deed::Read, Reach::All, "/publish/borsetshire/record/service/group"),
    desk_post(
        "/publish/{slug}/record/{kind}/{id}",
        Deed::Write,
        Reach::All,
        "/publish/borsetshire/record/service/group",
    ),
    desk("/publish/{slug}/rule/{kind}/{id}", Deed::Read, Reach::All, "/publish/borsetshire/rule/service/group"),
    desk_post("/publish/{slug}/rule/{kind}/{id}", Deed::Write, Reach::All, "/publish/borsetshire/rule/service/group"),
    desk("/publish/{slug}/changes", Deed::Read, Reach::All, "/publish/borsetshire/changes"),
    desk("/publish/{slug}/checks", Deed::Read, Reach::All, "/publish/borsetshire/checks"),
    desk("/publish/{slug}/preview", Deed::Read, Reach::All, "/publish/borsetshire/preview"),
    desk("/publish/{slug}/offer.law", Deed::Read, Reach::All, "/publish/borsetshire/offer.law"),
    desk("/publish/{slug}/services.csv", Deed::Read, Reach::All, "/publish/borsetshire/services.csv"),
    desk("/publish/{slug}/consultation", Deed::Read, Reach::All, "/publish/borsetshire/consultation"),
    desk_post("/publish/{slug}/consultation", Deed::Consult, Reach::All, "/publish/borsetshire/consultation"),
    desk("/publish/{slug}/editions", Deed::Read, Reach::All, "/publish/borsetshire/editions"),
    desk_post("/publish/{slug}/editions", Deed::Publish, Reach::All, "/publish/borsetshire/editions"),
    desk("/publish/{slug}/feedback", Deed::Read, Reach::All, "/publish/borsetshire/feedback"),
    desk_post("/publish/{slug}/feedback", Deed::Answer, Reach::All, "/publish/borsetshire/feedback"),
    desk("/publish/{slug}/families", Deed::Read, Reach::All, "/publish/borsetshire/families"),
    desk_post("/publish/{slug}/families", Deed::Reach, Reach::All, "/publish/borsetshire/families"),
    desk("/publish/{slug}/import", Deed::Arrange, Reach::All, "/publish/borsetshire/import"),
    desk_post("/publish/{slug}/import", Deed::Arrange, Reach::All, "/publish/borsetshire/import"),
    door("/cases", Who::SignedIn, "/cases"),
    door("/cases/acts", Who::Anyone, "/cases/acts"),
    desk("/cases/{slug}", Deed::Cases, Reach::All, "/cases/borsetshire"),
    desk_post("/cases/{slug}", Deed::Cases, Reach::All, "/cases/borsetshire"),
    desk("/cases/{slug}/sums", Deed::Oversee, Reach::All, "/cases/borsetshire/sums"),
    desk("/cases/{slug}/seen", Deed::Oversee, Reach::All, "/cases/borsetshire/seen"),
    desk("/cases/{slug}/overview", Deed::Oversee, Reach::All, "/cases/borsetshire/overview"),
    desk("/cases/{slug}/returns", Deed::Oversee, Reach::All, "/cases/borsetshire/returns"),
    desk(
        "/cases/{slug}/returns/{year}/{file}",
        Deed::Oversee,
        Reach::All,
        "/cases/borsetshire/returns/2027/ssda903.zip",
    ),
    desk("/cases/{slug}/retention", Deed::Oversee, Reach::All, "/cases/borsetshire/retention"),
    desk("/cases/{slug}/complaints", Deed::Complaints, Reach::All, "/cases/borsetshire/complaints?year=2026"),
    desk("/cases/{slug}/complaints/{file}", Deed::Complaints, Reach::All, "/cases/borsetshire/complaints/2026.csv"),
    desk("/cases/{slug}/new", Deed::Cases, Reach::All, "/cases/borsetshire/new"),
    desk_post("/cases/{slug}/new", Deed::Cases, Reach::All, "/cases/borsetshire/new"),
    desk("/cases/{slug}/let-in/{case}", Deed::Cases, Reach::All, "/cases/borsetshire/let-in/x"),
    desk_post("/cases/{slug}/let-in/{case}", Deed::Cases, Reach::All, "/cases/borsetshire/let-in/x"),
    desk("/cases/{slug}/case/{case}", Deed::Cases, Reach::All, "/cases/borsetshire/case/x"),
    desk("/cases/{slug}/case/{case}/do/{act}", Deed::Cases, Reach::All, "/cases/borsetshire/case/x/do/note_written"),
    desk_post(
        "/cases/{slug}/case/{case}/do/{act}",
        Deed::Cases,
        Reach::All,
        "/cases/borsetshire/case/x/do/note_written",
    ),
    desk("/cases/{slug}/case/{case}/letter/{file}", Deed::Cases, Reach::All, "/cases/borsetshire/case/x/letter/1-0"),
    desk("/cases/{slug}/case/{case}/paper/{file}", Deed::Cases, Reach::All, "/cases/borsetshire/case/x/paper/x"),
    desk("/cases/{slug}/case/{case}/chronology", Deed::Cases, Reach::All, "/cases/borsetshire/case/x/chronology"),
    desk(
        "/cases/{slug}/case/{case}/chronology/{file}",
        Deed::Cases,
        Reach::All,
        "/cases/borsetshire/case/x/chronology/chronology.txt",
    ),
    door("/hosts", Who::SignedIn, "/hosts"),
    desk("/hosts/{slug}", Deed::Host, Reach::Own, "/hosts/borsetshire"),
    door("/groups/met/{token}", Who::Anyone, "/groups/met/x"),
    door_post("/groups/met/{token}", Who::Anyone, "/groups/met/x"),
    door("/groups/{slug}/{file}", Who::Anyone, "/groups/borsetshire/x"),
    desk("/hosts/{slug}/groups", Deed::Host, Reach::All, "/hosts/borsetshire/groups"),
    desk("/hosts/{slug}/groups/new", Deed::Host, Reach::All, "/hosts/borsetshire/groups/new"),
    desk_post("/hosts/{slug}/groups/new", Deed::Host, Reach::All, "/hosts/borsetshire/groups/new"),
    desk("/hosts/{slug}/groups/{id}", Deed::Host, Reach::All, "/hosts/borsetshire/groups/x"),
    desk_post("/hosts/{slug}/groups/{id}", Deed::Host, Reach::All, "/hosts/borsetshire/groups/x"),
    door("/advice/{slug}/ask", Who::Anyone, "/advice/southwark/ask"),
    door_post("/advice/{slug}/ask", Who::Anyone, "/advice/southwark/ask"),
    door("/advice/question", Who::Anyone, "/advice/question"),
    door_post("/advice/question", Who::Anyone, "/advice/question"),
    door("/advice/question/read", Who::Anyone, "/advice/question/read"),
    door_post("/advice/question/read", Who::Anyone, "/advice/question/read"),
    desk("/hosts/{slug}/advice", Deed::Host, Reach::All, "/hosts/borsetshire/advice"),
    desk("/hosts/{slug}/advice/new/{kind}", Deed::Host, Reach::All, "/hosts/borsetshire/advice/new/line"),
    desk_post("/hosts/{slug}/advice/new/{kind}", Deed::Host, Reach::All, "/hosts/borsetshire/advice/new/line"),
    desk("/hosts/{slug}/advice/{id}", Deed::Host, Reach::All, "/hosts/borsetshire/advice/x"),
    desk_post("/hosts/{slug}/advice/{id}", Deed::Host, Reach::All, "/hosts/borsetshire/advice/x"),
    desk("/hosts/{slug}/questions", Deed::Advise, Reach::All, "/hosts/borsetshire/questions"),
    desk("/hosts/{slug}/questions/call", Deed::Advise, Reach::All, "/hosts/borsetshire/questions/call"),
    desk_post("/hosts/{slug}/questions/call", Deed::Advise, Reach::All, "/hosts/borsetshire/questions/call"),
    desk("/hosts/{slug}/questions/{id}", Deed::Advise, Reach::All, "/hosts/borsetshire/questions/x"),
    desk_post("/hosts/{slug}/questions/{id}", Deed::Advise, Reach::All, "/hosts/borsetshire/questions/x"),
    desk("/hosts/{slug}/workshops", Deed::Host, Reach::All, "/hosts/borsetshire/workshops"),
    desk("/hosts/{slug}/workshops/new", Deed::Host, Reach::All, "/hosts/borsetshire/workshops/new"),
    desk_post("/hosts/{slug}/workshops/new", Deed::Host, Reach::All, "/hosts/borsetshire/workshops/new"),
    desk("/hosts/{slug}/workshops/{id}", Deed::Host, Reach::All, "/hosts/borsetshire/workshops/x"),
    desk_post("/hosts/{slug}/workshops/{id}", Deed::Host, Reach::All, "/hosts/borsetshire/workshops/x"),
    desk("/hosts/{slug}/workshops/{id}/edit", Deed::Host, Reach::All, "/hosts/borsetshire/workshops/x/edit"),
    desk_post("/hosts/{slug}/workshops/{id}/edit", Deed::Host, Reach::All, "/hosts/borsetshire/workshops/x/edit"),
    desk(
        "/hosts/{slug}/workshops/{id}/on/{when}",
        Deed::Host,
        Reach::All,
        "/hosts/borsetshire/workshops/x/on/2026-12-08",
    ),
    desk_post(
        "/hosts/{slug}/workshops/{id}/on/{when}",
        Deed::Host,
        Reach::All,
        "/hosts/borsetshire/workshops/x/on/2026-12-08",
    ),
    get("/workshops", "/workshops"),
    post("/workshops"),
    get("/workshops/calendar.ics", "/workshops/calendar.ics?way=online"),
    get("/workshops/{host}", "/workshops/southwark"),
    get("/workshops/{host}/calendar.ics", "/workshops/southwark/calendar.ics"),
    door("/workshops/{host}/{id}", Who::Anyone, "/workshops/borsetshire/x"),
    door("/workshops/{host}/{id}/book", Who::Anyone, "/workshops/borsetshire/x/book"),
    door_post("/workshops/{host}/{id}/book", Who::Anyone, "/workshops/borsetshire/x/book"),
    door("/workshops/booking/{token}", Who::Anyone, "/workshops/booking/x"),
    door_post("/workshops/booking/{token}", Who::Anyone, "/workshops/booking/x"),
    door("/workshops/booking/{token}/{file}", Who::Anyone, "/workshops/booking/x/dates.ics"),
    desk("/hosts/{slug}/updates", Deed::Host, Reach::All, "/hosts/borsetshire/updates"),
    desk_post("/hosts/{slug}/updates", Deed::Host, Reach::All, "/hosts/borsetshire/updates"),
    get("/updates", "/updates?host=southwark"),
    door_post("/updates", Who::Anyone, "/updates"),
    door("/updates/confirm/{token}", Who::Anyone, "/updates/confirm/x"),
    door_post("/updates/confirm/{token}", Who::Anyone, "/updates/confirm/x"),
    door("/updates/mine/{token}", Who::Anyone, "/updates/mine/x"),
    door_post("/updates/mine/{token}", Who::Anyone, "/updates/mine/x"),
    door("/updates/stop/{token}", Who::Anyone, "/updates/stop/x"),
    door_post("/updates/stop/{token}", Who::Anyone, "/updates/stop/x"),
    door_post("/updates/notify", Who::Anyone, "/updates/notify"),
    public("/updates/feed/{file}", "/updates/feed/southwark.atom?topic=money"),
    door("/ask/{slug}", Who::Anyone, "/ask/southwark"),
    door_post("/ask/{slug}", Who::Anyone, "/ask/southwark"),
    door("/track", Who::Anyone, "/track"),
    door_post("/track", Who::Anyone, "/track"),
    door("/track/case", Who::Anyone, "/track/case"),
    door("/track/do/{act}", Who::Anyone, "/track/do/message_sent"),
    door_post("/track/do/{act}", Who::Anyone, "/track/do/message_sent"),
    door("/track/case/letter/{file}", Who::Anyone, "/track/case/letter/1-0"),
    door("/track/case/paper/{file}", Who::Anyone, "/track/case/paper/x"),
    door_post("/track/leave", Who::Anyone, "/track/leave"),
    // Every page that families read is there in Urdu as well: these stand for them.
    get("/ur", "/ur"),
    get("/ur/{*page}", "/ur/find/council"),
    get("/ur/{*page}", "/ur/find/question/carer_relation"),
    get("/ur/{*page}", "/ur/find/question/child_dob"),
    get("/ur/{*page}", "/ur/find/answer"),
    get("/ur/{*page}", "/ur/arrived"),
    get("/ur/{*page}", "/ur/arrived/now"),
    public("/ur/{*page}", "/ur/safety"),
    public("/ur/{*page}", "/ur/easy"),
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
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |path, text| {
            let is_built = cfg!(feature = "oidc") || !path.components().any(|part| part.as_os_str() == "sign_on");
            let text = if is_built { text } else { String::new() };
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

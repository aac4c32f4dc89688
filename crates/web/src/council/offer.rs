//! A council's whole kinship local offer: every section in the council's own order, and plainly what is missing.

use super::linked;
use super::remark::{self, RemarkView};
use super::reports;
use super::say::{self, Para, Stating};
use super::service::{self, PageLink, ThingView};
use super::who::{self, BodyView, ClockView, ComplaintView, ContactView, DistrictView};
use crate::language::{Piece, Said, date, in_english, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Shell, show};
use askama::Template;
use law::Day;
use offer::check::Report;
use offer::place::{Council, Places};
use offer::{Id, Left, LeftKind, Offer, Section, StatementKind};

#[derive(Template)]
#[template(path = "council/offer.html")]
pub(super) struct OfferPage {
    shell: Shell,
    full_name: String,
    /// What must be said above all else, such as that this is a draft or an earlier edition.
    banner: Option<Banner>,
    title: String,
    notice: Option<String>,
    seen: Option<String>,
    trust: Option<String>,
    contents: Vec<(String, Said)>,
    contacts: Vec<ContactView>,
    /// Which contact answers where, where that depends on the district.
    districts: Vec<DistrictView>,
    statements: Vec<(Said, Vec<Para>)>,
    sections: Vec<SectionView>,
    money: Vec<ThingView>,
    /// What has left: where it stood, its name, and what is said of it.
    left: Vec<(String, String, Said)>,
    bodies: Vec<BodyView>,
    clocks: Vec<ClockView>,
    complaints: Vec<ComplaintView>,
    organisations: Vec<ContactView>,
    versions: Vec<VersionsView>,
    events: Vec<(Said, String, Vec<Para>)>,
    remarks: Vec<RemarkView>,
    /// Lines that turn on legal status, or on time in care.
    fairness: Vec<Said>,
    /// Where it is told how the offer stands, for the offer as it is now.
    pub checks: Option<String>,
    /// The council's name in addresses, where pages for children, schools and surgeries stand beside this one.
    pub beside: Option<String>,
    head: Stating,
    pages: Vec<PageView>,
    /// Where this is the offer as it stands for the public: its name in addresses, and the same as linked data.
    published: Option<(String, String)>,
}

pub(super) struct SectionView {
    id: String,
    part: Option<u16>,
    /// The last of several parts that were not seen.
    last_part: Option<u16>,
    title: Said,
    nested: bool,
    is_seen: bool,
    paras: Vec<Para>,
    absent: Option<Said>,
    /// What is wrong in it.
    marks: Vec<Said>,
    /// The payments it tells of.
    payments: Option<Said>,
    /// Each service: where it is first listed in full, afterwards a link to it.
    services: Vec<(ThingView, bool)>,
    pages: Vec<PageLink>,
}

pub(super) struct VersionsView {
    title: String,
    heads: Vec<Said>,
    items: Vec<ItemView>,
}

/// One thing, and what each version of the page says of it.
pub(super) struct ItemView {
    label: String,
    cells: Vec<CellView>,
}

/// What one version says; `is_absent` where it says nothing.
pub(super) struct CellView {
    version: Said,
    words: Said,
    is_absent: bool,
}

pub(super) struct PageView {
    title: Said,
    url: String,
    /// On which day it was read, and how much of it.
    read: Said,
    notes: Vec<String>,
}

/// What must be said above all else on the page of an offer.
pub(super) struct Banner {
    /// The first words.
    pub title: Said,
    /// More.
    pub words: Said,
    /// Ways on: addresses and words.
    pub links: Vec<(String, Said)>,
}

impl OfferPage {
    /// The same page, as the offer stands for the public: with ways to it as data.
    pub(super) fn published(self, council: Option<&Council>, offer: &Offer) -> OfferPage {
        let linked = council.map(|council| linked::block(council, Some(offer))).unwrap_or_default();
        let mut page = OfferPage { published: Some((offer.slug().to_owned(), linked)), ..self };
        for (service, _) in page.sections.iter_mut().flat_map(|section| &mut section.services) {
            let id = service.id.strip_prefix("service-").unwrap_or_default();
            let address = format!("/council/{}/service/{id}.ics", show::part(offer.slug()));
            service.calendar = service.next.as_ref().map(|_| address);
        }
        page
    }

    /// The page of an offer. A council that is not in the register, such as one made up to practise with, goes by the
    /// name it gives itself.
    pub(super) fn new(offer: &Offer, day: &Day, report: &Report, banner: Option<Banner>) -> OfferPage {
        let council = offer.authority().and_then(|code| Places::embedded().council(&code));
        let mut sections = sections(offer, day);
        for (service, _) in sections.iter_mut().flat_map(|section| &mut section.services) {
            service.mark_stale(report, "service");
        }
        let mut money: Vec<ThingView> =
            offer.payments.iter().map(|payment| service::payment(day, offer, payment)).collect();
        money.iter_mut().for_each(|payment| payment.mark_stale(report, "payment"));
        OfferPage {
            shell: Shell::named(council.map_or(&offer.head.council, |council| &council.name), Part::Councils),
            full_name: council.map_or(&offer.head.council, |council| &council.full_name).clone(),
            banner,
            published: None,
            title: offer.head.title.clone(),
            notice: offer.head.notice.clone(),
            seen: offer.head.seen.clone(),
            trust: council.and_then(|council| council.delivered_by.as_ref()).map(|trust| trust.name.clone()),
            contents: (sections.iter().filter(|section| section.is_seen && !section.nested))
                .map(|section| (section.id.clone(), section.heading()))
                .collect(),
            contacts: (offer.contacts.iter())
                .map(|contact| {
                    let mut view = who::contact(offer, contact);
                    view.notes.extend(reports::stale(report, "contact", contact.id.as_str()).map(Said::from));
                    view
                })
                .collect(),
            districts: who::districts(offer),
            statements: offer
                .statements
                .iter()
                .map(|s| (say(statement_words(s.kind)), say::paras(day, &s.says)))
                .collect(),
            sections,
            money,
            left: offer.left.iter().filter_map(|left| left_view(offer, left)).collect(),
            bodies: offer.bodies.iter().map(|body| who::body(offer, body)).collect(),
            clocks: offer.clocks.iter().map(|clock| who::clock_view(day, offer, clock)).collect(),
            complaints: offer.complaints.iter().map(|complaint| who::complaint_view(offer, complaint)).collect(),
            organisations: offer.organisations.iter().map(|one| who::organisation(offer, one)).collect(),
            versions: offer.topics().into_iter().map(|topic| versions(offer, topic)).collect(),
            events: offer.events.iter().map(|event| event_view(day, event)).collect(),
            remarks: offer.remarks.iter().map(|remark| remark::view(day, remark)).collect(),
            fairness: reports::fairness(report).iter().map(fairness).collect(),
            checks: None,
            beside: None,
            head: head(offer),
            pages: offer.pages.iter().map(page).collect(),
        }
    }

    /// Whether anything has a day on which it is given next.
    fn has_dates(&self) -> bool {
        self.sections.iter().flat_map(|section| &section.services).any(|(service, _)| service.next.is_some())
    }

    /// Whether anything is said of who decides, by when, or of teams and organisations.
    fn says_who_decides(&self) -> bool {
        !(self.bodies.is_empty() && self.clocks.is_empty() && self.organisations.is_empty())
    }

    /// Whether the districts of some area are our reading and not the council's list.
    fn districts_are_read(&self) -> bool {
        self.districts.iter().any(|district| district.is_reading)
    }
}

impl SectionView {
    fn heading(&self) -> Said {
        let number = |part: u16| Piece::from(part.to_string().as_str());
        match (self.part, self.last_part) {
            (Some(part), Some(last)) => say_with("offer-some-parts", [("part", number(part)), ("last", number(last))]),
            (Some(part), None) if self.title.plain().is_empty() => say_with("offer-part", [("part", number(part))]),
            (Some(part), None) => in_english(format!("{part}. {}", self.title.english())),
            (None, _) => self.title.clone(),
        }
    }

    /// Whether nothing is known of it but its number.
    fn is_only_a_number(&self) -> bool {
        !self.is_seen && !self.nested && self.title.plain().is_empty() && self.services.is_empty()
    }
}

/// Adds a section; parts that follow one another, and of which only the number is known, become one.
fn add(views: &mut Vec<SectionView>, next: SectionView) {
    if let Some(before) = views.last_mut()
        && before.is_only_a_number()
        && next.is_only_a_number()
        && let (Some(last), Some(part)) = (before.last_part.or(before.part), next.part)
        && part == last + 1
    {
        before.last_part = Some(part);
        return;
    }
    views.push(next);
}

/// The sections as a reader meets them: each followed by those under it.
fn sections(offer: &Offer, day: &Day) -> Vec<SectionView> {
    let (mut views, mut shown) = (Vec::new(), Vec::new());
    for section in offer.sections_under(None) {
        add(&mut views, section_view(offer, day, section, &mut shown));
        under(offer, day, &section.id, &mut views, &mut shown, 0);
    }
    let rest: Vec<_> = offer.services.iter().filter(|service| !shown.contains(&service.id)).collect();
    if !rest.is_empty() {
        views.push(unlisted(offer, day, &rest, views.is_empty()));
    }
    views
}

/// The services that no section lists.
fn unlisted(offer: &Offer, day: &Day, services: &[&offer::Service], alone: bool) -> SectionView {
    SectionView {
        id: "section-services".to_owned(),
        part: None,
        last_part: None,
        title: say(if alone { "offer-services" } else { "offer-more-services" }),
        nested: false,
        is_seen: true,
        paras: Vec::new(),
        absent: None,
        marks: Vec::new(),
        payments: None,
        services: services.iter().map(|service| (service::service(day, offer, service), false)).collect(),
        pages: Vec::new(),
    }
}

fn under(offer: &Offer, day: &Day, parent: &Id, views: &mut Vec<SectionView>, shown: &mut Vec<Id>, depth: usize) {
    if depth > 8 {
        return;
    }
    for section in offer.sections_under(Some(parent)) {
        views.push(section_view(offer, day, section, shown));
        under(offer, day, &section.id, views, shown, depth + 1);
    }
}

fn section_view(offer: &Offer, day: &Day, section: &Section, shown: &mut Vec<Id>) -> SectionView {
    let services = offer::all(&offer.services, &section.services).map(|service| {
        let again = shown.contains(&service.id);
        shown.push(service.id.clone());
        (service::service(day, offer, service), again)
    });
    SectionView {
        services: services.collect(),
        id: format!("section-{}", section.id),
        part: section.part.value().copied(),
        last_part: None,
        title: in_english(section.title.value().map_or("", String::as_str)),
        nested: section.under.is_some(),
        is_seen: section.is_seen(),
        paras: say::paras(day, section.prose.value().map(Vec::as_slice).unwrap_or_default()),
        absent: say::absent(offer, &section.prose),
        marks: remark::marks(offer, |remark| remark.sections.contains(&section.id)),
        payments: say::naming("offer-money-here", "payments", &payments(offer, section)),
        pages: service::pages(offer, &section.sources),
    }
}

/// The payments a section tells of.
fn payments(offer: &Offer, section: &Section) -> Vec<(String, Said)> {
    let each = offer::all(&offer.payments, &section.payments);
    each.map(|payment| (format!("payment-{}", payment.id), in_english(&payment.name))).collect()
}

/// A service or payment whose answer turns on status, and whether national law makes it so.
fn fairness((place, name, by_law): &(String, String, bool)) -> Said {
    let key = if *by_law { "offer-fair-by-law" } else { "offer-fair-own" };
    say::leading(key, &format!("#{place}"), "service", name)
}

/// What has left, where it stood. The sums of a payment are told of beside the payment.
fn left_view(offer: &Offer, left: &Left) -> Option<(String, String, Said)> {
    let place = match left.kind {
        LeftKind::Contact => say::contact_place(&left.id),
        LeftKind::Service => format!("service-{}", left.id),
        LeftKind::Amount => return None,
    };
    Some((place, left.name.clone(), say::left(offer, left)))
}

fn versions(offer: &Offer, topic: &Id) -> VersionsView {
    let pages = offer.versions(topic);
    let name = |place: usize| {
        let number = pages.get(place).and_then(|page| page.version).unwrap_or_default().to_string();
        say_with("offer-version", [("number", number.as_str().into())])
    };
    let cell = |place: usize, says: &offer::Stated<&str>| {
        let words = says.value().map(in_english).or_else(|| say::not_there(says));
        let words = words.unwrap_or_else(|| in_english(""));
        CellView { version: name(place), words, is_absent: says.value().is_none() }
    };
    let head = |(place, page): (usize, &&offer::Page)| match page.current {
        true => say_with("offer-newest", [("version", name(place).into())]),
        false => name(place),
    };
    VersionsView {
        title: pages.first().map(|page| page.title.clone()).unwrap_or_default(),
        heads: pages.iter().enumerate().map(head).collect(),
        items: (offer.compare(topic).iter())
            .map(|row| {
                let cells = row.cells.iter().enumerate().map(|(place, says)| cell(place, says));
                ItemView { label: row.label.to_owned(), cells: cells.collect() }
            })
            .collect(),
    }
}

fn event_view(day: &Day, event: &offer::Event) -> (Said, String, Vec<Para>) {
    let when = event.on.value().map(|day| date(*day)).or_else(|| event.when.value().map(in_english));
    (when.unwrap_or_else(|| say("offer-no-date")), event.title.clone(), say::paras(day, &event.says))
}

/// The key of what a statement is called.
fn statement_words(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Principle => "offer-principle",
        StatementKind::Objective => "offer-aim",
        StatementKind::Strapline => "offer-strapline",
        StatementKind::Definition => "offer-meaning",
        StatementKind::Law => "offer-on-law",
    }
}

fn head(offer: &Offer) -> Stating {
    let head = &offer.head;
    let mut stating = Stating::of(offer);
    let day = |day: &offer::Stated<jiff::civil::Date>| day.map(|day| date(*day));
    stating.one("label-status", &offer::Stated::Is(head.status.word()));
    let layout = match head.layout {
        offer::Layout::NeedLed => "layout-need",
        offer::Layout::OrderLed => "layout-order",
    };
    stating.said("label-layout", offer::Stated::Is(say(layout)));
    stating.many("label-languages", &head.languages);
    stating.many("label-formats", &head.formats);
    stating.one("label-edition", &head.edition);
    stating.said("label-from", day(&head.effective_from));
    stating.said("label-until", day(&head.effective_to));
    stating.one("label-approved-by", &head.approved_by);
    stating.said("label-approved-on", day(&head.approved_on));
    stating.one("label-lead", &head.lead_role);
    stating.said("label-last-review", day(&head.last_review));
    stating.said("label-next-review", day(&head.next_review));
    stating.many(
        "label-addresses",
        &offer::Stated::Is(
            head.addresses
                .iter()
                .map(|address| format!("{}: {}", address.words, address.url.as_str()))
                .collect::<Vec<_>>(),
        ),
    );
    stating
}

fn page(page: &offer::Page) -> PageView {
    let extent = say(match page.extent {
        offer::Extent::Whole => "offer-page-whole",
        offer::Extent::Start => "offer-page-start",
        offer::Extent::Contents => "offer-page-contents",
        offer::Extent::Reported => "offer-page-reported",
    });
    PageView {
        title: service::page_name(page),
        url: page.url.as_str().to_owned(),
        read: match page.seen.value() {
            Some(day) => say_with("offer-page-read", [("day", date(*day).into()), ("extent", extent.into())]),
            None => say_with("offer-page-read-undated", [("extent", extent.into())]),
        },
        notes: page.notes.clone(),
    }
}

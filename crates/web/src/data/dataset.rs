//! The files: each set of data once, written as JSON, as a record on each line, and as CSV.

use super::comparison;
use super::duties::{self, DutyOfCouncil, GapRow, Standing};
use super::law_rows as rows;
use super::schema::{self, Components, Schema};
use crate::App;
use crate::published::Published;
use law::Law;
use offer::Offer;
use offer::exchange::{Field, Shaped, table};
use offer::place::Council;
use serde::Serialize;
use serde_json::{Map, Value};
use std::sync::Arc;

/// A set of data.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dataset {
    /// The name of its files.
    pub(super) name: &'static str,
    /// What a reader calls it.
    pub(super) title: &'static str,
    /// What is in it, in a line.
    pub(super) says: &'static str,
    pub(super) from: From,
}

/// Where the rows come from.
#[derive(Clone, Copy, Debug)]
pub(super) enum From {
    /// The entries of one kind in every public offer.
    Offers(&'static str),
    /// The law.
    Law(fn() -> Vec<Field>, fn(&Law) -> Vec<Map<String, Value>>),
    /// All councils, with whether an offer is held.
    Councils,
    /// The made-up families held against every offer.
    Comparison,
    /// Each duty on an offer, held against every council.
    Duties,
    /// What the checks of the duties found in each offer, in words.
    Gaps,
}

impl From {
    /// What must be made before the rows can be.
    pub(super) async fn ready(self, app: &App, published: &Arc<Published>) -> Arc<Standing> {
        match self {
            From::Comparison => {
                published.search().await;
            }
            From::Duties | From::Gaps => return published.standing(app).await,
            _ => {}
        }
        Arc::default()
    }
}

/// A row, its cells by the names of the columns.
pub(super) type Row = Map<String, Value>;

fn maps<T: Serialize>(list: Vec<T>) -> Vec<Row> {
    let map = |one| match serde_json::to_value(one) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    };
    list.into_iter().map(map).collect()
}

const fn of_offers(name: &'static str, kind: &'static str, title: &'static str, says: &'static str) -> Dataset {
    Dataset { name, title, says, from: From::Offers(kind) }
}

macro_rules! law {
    ($name:literal, $row:ident, $rows:ident, $title:literal, $says:literal) => {
        Dataset {
            name: $name,
            title: $title,
            says: $says,
            from: From::Law(rows::$row::fields, |law| maps(rows::$rows(law))),
        }
    };
}

/// Every set of data, in the order of the page.
pub(super) const DATASETS: &[Dataset] = &[
    Dataset {
        name: "councils",
        title: "Councils",
        says: "The 153 councils that answer for children in England, and whether an offer of theirs is held here.",
        from: From::Councils,
    },
    of_offers("offers", "offer", "Offers", "Each offer: whose it is, its edition, and when it is looked at again."),
    of_offers("offer-services", "service", "Services", "What councils offer, who it is for, and how to reach it."),
    of_offers("offer-payments", "payment", "Payments", "What councils pay, to whom, and how it is worked out."),
    of_offers("offer-contacts", "contact", "Contacts", "Whom to ask, by purpose, hour and area."),
    of_offers("offer-organisations", "organisation", "Teams and organisations", "Those that offers name."),
    of_offers("offer-sections", "section", "Sections", "The parts of each offer, in the council’s own order."),
    of_offers("offer-statements", "statement", "Statements", "Principles, objectives and definitions of each offer."),
    of_offers("offer-pages", "page", "Pages", "The web pages each offer was read from, and the day each was read."),
    of_offers("offer-bodies", "body", "Who decides", "Panels and others who decide, as offers name them."),
    of_offers("offer-clocks", "clock", "Periods in offers", "By when something must happen, as offers say it."),
    of_offers("offer-complaints", "complaint", "Complaints", "How to complain, as offers say it."),
    of_offers("offer-events", "event", "Events", "What happened to each offer."),
    of_offers("offer-remarks", "remark", "Remarks", "What a careful reader notices: defects, gaps and good things."),
    law!("law-supports", SupportRow, supports, "National help", "Every kind of help in national law."),
    law!("law-provisions", ProvisionRow, provisions, "Provisions", "Every piece of law and guidance that is cited."),
    law!("law-rates", RateRow, rates, "Rates", "Every figure, with the days it holds for."),
    law!("law-clocks", ClockRow, clocks, "Periods in law", "By when something must happen, in law."),
    law!("law-duties", DutyRow, duties, "Duties on an offer", "What an offer must, should or may hold."),
    law!("stories", StoryRow, stories, "Made-up families", "Families, and the answers that must follow for them."),
    Dataset {
        name: "compare",
        title: "Comparison",
        says: "The same made-up families held against every offer. A council whose offer is not held is “not known”.",
        from: From::Comparison,
    },
    Dataset {
        name: "compare-duties",
        title: "Duties compared",
        says: "Each duty on an offer held against every council, by layer. A council whose offer is not held is “not known”.",
        from: From::Duties,
    },
    Dataset {
        name: "gaps",
        title: "Gaps",
        says: "What each offer shows of each duty, what is missing, and what that was judged from.",
        from: From::Gaps,
    },
];

offer::records! {
    /// A council, and whether an offer of it is held.
    CouncilRow {
        /// Its code in national statistics.
        code: String,
        /// Its name in addresses.
        slug: String,
        /// Its name.
        name: String,
        /// Its name in letters.
        full_name: String,
        /// The region.
        region: String,
        /// The company that runs children's services for it, where one does.
        delivered_by: Option<String>,
        /// held, or not known: an offer that is not held may still be published.
        offer: &'static str,
        /// Whether the offer held is an example made from public pages, and not the council's own publication.
        example: Option<bool>,
    }
}

impl Dataset {
    /// The set of that name.
    pub(super) fn named(name: &str) -> Option<&'static Dataset> {
        DATASETS.iter().find(|set| set.name == name)
    }

    /// The names of its columns, in order.
    pub(super) fn columns(&self) -> Vec<&'static str> {
        let names = |fields: Vec<Field>| fields.iter().map(|field| field.name).collect();
        match self.from {
            From::Offers(kind) => {
                let keys = offer::keys(kind).unwrap_or_default();
                ["council", "is_example", "id"].into_iter().chain(keys.iter().map(table::column)).collect()
            }
            From::Law(fields, _) => names(fields()),
            From::Councils => names(CouncilRow::fields()),
            From::Comparison => names(comparison::CompareRow::fields()),
            From::Duties => names(DutyOfCouncil::fields()),
            From::Gaps => names(GapRow::fields()),
        }
    }

    /// The schema of a row.
    pub(super) fn schema(&self, into: &mut Components) -> Schema {
        match self.from {
            From::Offers(kind) => {
                let mut schema = super::format::entry(kind);
                let council = Schema::of("string").says("The council's name in addresses.");
                let example = Schema::of("boolean").says("Whether the offer is an example made from public pages.");
                schema.properties.extend([("council".to_owned(), council), ("is_example".to_owned(), example)]);
                schema.required.extend(["council".to_owned(), "is_example".to_owned()]);
                schema
            }
            From::Law(fields, _) => {
                let name = format!("{}-row", self.name);
                schema::record(&name, &fields(), into);
                Schema::named(&name)
            }
            From::Councils => schema::of_shape(CouncilRow::shape(), into),
            From::Comparison => schema::of_shape(comparison::CompareRow::shape(), into),
            From::Duties => schema::of_shape(DutyOfCouncil::shape(), into),
            From::Gaps => schema::of_shape(GapRow::shape(), into),
        }
    }

    /// Whether its rows take so long to work out that they are kept.
    pub(super) fn is_long(&self) -> bool {
        matches!(self.from, From::Comparison | From::Duties | From::Gaps)
    }

    /// Its rows, from what was made ready.
    pub(super) fn rows(&self, app: &App, published: &Published, standing: &Standing) -> Vec<Row> {
        let public = || published.offers().iter().filter(|offer| offer.is_public());
        match self.from {
            From::Offers(kind) => public().flat_map(|offer| entries(offer, kind, app.law())).collect(),
            From::Law(_, rows) => rows(app.law()),
            From::Councils => {
                let row = |council: &Council| {
                    council_row(council, public().find(|one| one.authority() == Some(council.code)))
                };
                maps(app.places().councils().iter().map(row).collect())
            }
            From::Comparison => {
                published.ready_search().map(|search| maps(comparison::rows(app, search))).unwrap_or_default()
            }
            From::Duties => maps(duties::rows(app, standing)),
            From::Gaps => maps(duties::gaps(app, standing)),
        }
    }
}

fn council_row(council: &Council, offer: Option<&Offer>) -> CouncilRow {
    CouncilRow {
        code: council.code.to_string(),
        slug: council.slug.clone(),
        name: council.name.clone(),
        full_name: council.full_name.clone(),
        region: council.region.as_str().to_owned(),
        delivered_by: council.delivered_by.as_ref().map(|trust| trust.name.clone()),
        offer: if offer.is_some() { "held" } else { "not known" },
        example: offer.map(|offer| offer.head.example),
    }
}

/// The entries of a kind: one value as words, several as a list.
pub(super) fn entries(offer: &Offer, kind: &'static str, law: &Law) -> Vec<Row> {
    let keys = offer::keys(kind).unwrap_or_default();
    let row = |row: table::Row| {
        let mut cells = Map::new();
        cells.insert("council".to_owned(), offer.slug().into());
        cells.insert("is_example".to_owned(), offer.head.example.into());
        cells.insert("id".to_owned(), row.id.into());
        for (key, values) in keys.iter().zip(row.cells) {
            let value = match key.many && !key.name.is_empty() {
                true => Value::from(values.clone()),
                false => values.first().cloned().into(),
            };
            if !values.is_empty() {
                cells.insert(table::column(key).to_owned(), value);
            }
        }
        cells
    };
    table::rows(offer, kind, law).into_iter().map(row).collect()
}

/// Rows as CSV: a list in one cell, a line each.
pub(super) fn csv(columns: &[&'static str], rows: Vec<Row>) -> String {
    fn cell(value: Option<&Value>) -> String {
        match value {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(Value::Array(list)) => list.iter().map(|one| cell(Some(one))).collect::<Vec<_>>().join("\n"),
            Some(other) => other.to_string(),
        }
    }
    let rows = rows.into_iter().map(|row| columns.iter().map(|name| cell(row.get(*name))).collect());
    table::csv(columns.iter().copied(), rows)
}

//! Rates: dated figures, each with its source. A year without a figure stays without one.

use super::{period, rule};
use crate::App;
use crate::language::{Piece, Said, date, say, say_with};
use crate::ui::condition;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use law::Day;
use law::rate::{Rate, RateValue, worth_words};
use serde_json::json;

#[derive(Template)]
#[template(path = "law/rates.html")]
struct ListPage {
    shell: Shell,
    rates: Vec<(String, String, Said, bool)>,
}

/// `/law/rates`
pub(super) async fn list(State(app): State<App>) -> Response {
    let day = app.today();
    let row = |rate: &Rate| {
        let (values, last_known) = rate.on(day.date);
        let low = values.iter().map(|value| value.amount).min();
        let high = values.iter().map(|value| value.amount).max();
        let text = match low.zip(high) {
            None => say("law-rate-unknown"),
            Some((low, high)) if low == high => worth_words(low, &rate.unit).into(),
            Some((low, high)) => {
                let worth = |amount| Piece::from(worth_words(amount, &rate.unit).as_str());
                say_with("law-rate-from-to", [("from", worth(low)), ("to", worth(high))])
            }
        };
        (show::part(&rate.id).into_owned(), rate.title.clone(), text, last_known)
    };
    let rates = day.law.rates.iter().map(row).collect();
    page::ok(&ListPage { shell: Shell::said(&say("law-rates"), Part::Law), rates })
}

#[derive(Template)]
#[template(path = "law/rate.html")]
struct RatePage {
    shell: Shell,
    id: String,
    title: String,
    values: Vec<ValueView>,
    is_last_known: bool,
    notes: Vec<String>,
}

struct ValueView {
    amount: String,
    period: Option<Said>,
    when: Option<String>,
    cites: Vec<CiteView>,
}

/// `/law/rate/{id}`
pub(super) async fn show(State(app): State<App>, Path(name): Path<String>) -> Response {
    let (id, as_data) = page::split_json(&name);
    let day = app.today();
    let Some(rate) = day.law.rate(id) else { return Fault::not_found().into_response() };
    if as_data {
        let value = |value: &RateValue| {
            json!({
                "amount": value.amount as f64 / 1000.0,
                "in_force": period::json(&value.period),
                "when": value.when.as_ref().map(|when| when.words(&day.law.facts)),
                "cites": rule::cites_json(&day, &value.cites),
            })
        };
        return page::json(&json!({
            "id": rate.id, "title": rate.title, "unit": rate.unit, "notes": rate.notes,
            "values": rate.values.iter().map(value).collect::<Vec<_>>(),
        }));
    }
    page::ok(&RatePage {
        shell: Shell::new(&rate.title, Part::Law),
        id: rate.id.clone(),
        title: rate.title.clone(),
        values: rate.values.iter().rev().map(|value| view(&app, &day, rate, value)).collect(),
        is_last_known: rate.on(day.date).1,
        notes: rate.notes.clone(),
    })
}

fn view(app: &App, day: &Day, rate: &Rate, value: &RateValue) -> ValueView {
    let period = match (value.period.from, value.period.to) {
        (Some(from), Some(to)) => {
            Some(say_with("law-rate-from-to", [("from", date(from).into()), ("to", date(to).into())]))
        }
        (None, None) => Some(say("law-rate-undated")),
        _ => period::words(&value.period, day.date, app.places()),
    };
    let words = value.when.as_ref().map(|when| show::sentence(&when.words(&day.law.facts), &day.law));
    ValueView {
        amount: worth_words(value.amount, &rate.unit),
        period,
        when: words,
        cites: condition::cites(day, &value.cites),
    }
}

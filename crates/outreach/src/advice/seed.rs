//! The national lines that this site knows from what it read: `places/advice-lines.law`.

use super::hours::{BankHolidays, Opening, Week};
use super::line::{Line, Nation};
use law::Fault;
use law::cite::Sureness;
use law::text::{Entry, SourceFile, read};

const KEYS: &[&str] = &[
    "name",
    "run by",
    "nation",
    "phone",
    "text phone",
    "text",
    "chat",
    "chat link",
    "form",
    "email",
    "hours",
    "bank holidays",
    "helps",
    "cannot",
    "language",
    "cost",
    "source",
    "sure",
    "checked",
    "note",
];

/// The lines of a file, each with its name in addresses, and what is wrong with them.
///
/// ```
/// let file = law::text::SourceFile {
///     path: "lines.law".into(),
///     text: "line  one\nname  One\nrun by  Us\nphone  0300 123 7015\nsource  https://a.example\nsure  seen\nchecked  2026-11-22\n".into(),
/// };
/// let (lines, faults) = outreach::advice::lines(&file);
/// assert!(faults.is_empty(), "{faults:?}");
/// assert_eq!((lines[0].0.as_str(), lines[0].1.hours.is_none()), ("one", true));
/// ```
pub fn lines(file: &SourceFile) -> (Vec<(String, Line)>, Vec<Fault>) {
    let (entries, mut faults) = read(file, &["line"]);
    let mut lines = Vec::new();
    for entry in &entries {
        faults.extend(entry.unknown_keys(KEYS));
        match line(entry) {
            Ok(line) => lines.push((entry.name.clone(), line)),
            Err(fault) => faults.push(fault),
        }
    }
    (lines, faults)
}

fn line(entry: &Entry) -> Result<Line, Fault> {
    let all = |key: &str| entry.all(key).map(law::text::Field::joined).collect::<Vec<_>>();
    let mut nations = Vec::new();
    for field in entry.all("nation") {
        let known = Nation::ALL.into_iter().find(|nation| nation.word() == field.value);
        let fault = || Fault::new(&field.spot, format!("{:?} is not a nation", field.value));
        nations.push(known.ok_or_else(|| fault().nearest(&field.value, Nation::ALL.map(Nation::word)))?);
    }
    let mut openings = Vec::new();
    for field in entry.all("hours") {
        openings.push(Opening::try_from(field.value.clone()).map_err(|why| Fault::new(&field.spot, why))?);
    }
    let bank_holidays = match entry.field("bank holidays") {
        None => BankHolidays::NotStated,
        Some(field) => BankHolidays::of(&field.value)
            .ok_or_else(|| Fault::new(&field.spot, "write one of: not stated, shut, open"))?,
    };
    let sure = entry.must("sure")?;
    if Sureness::parse(&sure).is_none() {
        let hint = "the marks are: seen, excerpt, second-hand, computed, memory, unsure";
        return Err(Fault::new(&entry.spot, format!("{sure:?} is not a mark of how sure we are")).hint(hint));
    }
    let checked = entry.must("checked")?;
    let day = checked.parse().map_err(|_| Fault::new(&entry.spot, format!("{checked:?} is not a date")))?;
    Ok(Line {
        name: entry.must("name")?,
        run_by: entry.must("run by")?,
        nations,
        phones: all("phone"),
        text_phone: entry.text("text phone"),
        text: entry.text("text"),
        chat: entry.text("chat"),
        chat_link: entry.text("chat link"),
        form: entry.text("form"),
        email: entry.text("email"),
        hours: (!openings.is_empty()).then_some(Week { openings, bank_holidays }),
        helps: all("helps"),
        cannot: all("cannot"),
        languages: all("language"),
        cost: entry.text("cost"),
        source: Some(entry.must("source")?),
        sure: Some(sure),
        checked: Some(day),
        notes: all("note"),
    })
}

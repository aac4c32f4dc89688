//! Which council answers for what when a family has moved.

use crate::asking::Asking;
use crate::value::Value;
use jiff::civil::Date;

/// The clock of the years for which the council that looked after a child answers for special guardianship services.
const FIRST_COUNCIL: &str = "special_guardianship_first_council";

/// The last day on which this council answers for services after an order for a child whom it looked after.
fn until(asking: &Asking) -> Option<Date> {
    let made = asking.values.get("order_made_on").and_then(Value::day)?;
    asking.law.clock(FIRST_COUNCIL)?.deadline(made, &asking.law.holidays)
}

/// Another council is named than the one the law names.
pub(super) fn wrong_council(asking: &Asking) -> Option<String> {
    let kept = asking.values.get("responsible_for").map(Value::choices).unwrap_or_default();
    let keeps = |what: &str| kept.iter().any(|kept| kept == what);
    if keeps("nothing") && kept.len() > 1 {
        return Some("It says “nothing” and something at once.".to_owned());
    }
    let looked_after = asking.case.of_kind("care").any(|care| care.stage == "looked_after");
    if looked_after != keeps("looked_after") {
        return Some(
            match looked_after {
                true => "The child is looked after by this council, which answers for the child wherever they live.",
                false => "Nothing here says that the child is looked after by this council.",
            }
            .to_owned(),
        );
    }
    let order = asking.choice("move_order");
    if keeps("money") && order == "none" {
        return Some("There is no order, so no money was agreed before one.".to_owned());
    }
    if order != "special_guardianship" {
        let services = keeps("services");
        return services
            .then(|| "Only after an order for a child who was looked after does this council stay.".to_owned());
    }
    let Some(until) = until(asking) else { return Some("The day of the order is missing.".to_owned()) };
    let day = crate::letter::written(until);
    match (asking.values.get("moved_on").and_then(Value::day)? <= until, keeps("services")) {
        (true, false) => Some(format!("This council answers for services until {day}.")),
        (false, true) => Some(format!("This council answered for services until {day}.")),
        _ => None,
    }
}

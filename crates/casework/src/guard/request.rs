//! What a request must have before it is made or closed.

use super::refused;
use crate::asking::Asking;
use crate::value::Value;

/// A request sent for somebody who did not agree to it.
pub(super) fn no_consent(asking: &Asking) -> Option<String> {
    refused(asking.values.get("consent").is_some_and(|consent| *consent == Value::Yes(false)))
}

/// A request closed although the family was never given the council's offer.
pub(super) fn offer_not_given(asking: &Asking) -> Option<String> {
    refused(!asking.is_yes("offer_given"))
}

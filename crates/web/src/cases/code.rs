//! The code with which a carer opens the page of their case. It is told once and kept nowhere: the database holds only what
//! proves it.

use super::caseload::{CaseId, Caseload};
use casework::{Case, PersonId};
use store::{Digest, StoreError};

/// Signs that are not mistaken for one another when they are read out on the phone.
pub(super) const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// How many signs a code has: sixty bits.
pub(crate) const LENGTH: usize = 12;

/// A new code for a carer of a case, in the place of the one before.
pub(super) async fn renew(
    caseload: &Caseload,
    id: &CaseId,
    case: &Case,
    person: PersonId,
) -> Result<String, StoreError> {
    let code = fresh::<LENGTH>()?;
    let (reference, holder) = (plain(&case.reference), person.0.to_string());
    caseload.store().set_tracking(&id.stream()?, &reference, &holder, &digest(&code)).await?;
    Ok(code)
}

/// So many signs of chance, in groups of four.
pub(crate) fn fresh<const LENGTH: usize>() -> Result<String, StoreError> {
    let mut bytes = [0_u8; LENGTH];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Invalid("no random numbers".to_owned()))?;
    let sign = |byte: &u8| SIGNS.get(usize::from(byte % 32)).map_or('2', |sign| char::from(*sign));
    let signs: Vec<char> = bytes.iter().map(sign).collect();
    Ok(signs.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}

/// What proves a code, however it was typed.
pub(crate) fn digest(typed: &str) -> Digest {
    Digest::of(plain(typed).as_bytes())
}

/// A reference or a code, however it was typed.
pub(crate) fn plain(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).take(40).collect()
}

/// How often the code of a carer was made anew: a page that an older one opened is closed.
pub(super) fn renewals(case: &Case, person: PersonId) -> usize {
    let done = case.matters.iter().flat_map(|matter| matter.each("code_renewed"));
    done.filter(|done| done.values.get("person").is_some_and(|value| value.people() == [person])).count()
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn a_code_is_taken_however_it_is_typed() {
        assert_eq!(digest("ABCD-2345-WXYZ"), digest("abcd2345 wxyz"));
        assert_ne!(digest("ABCD-2345-WXYZ"), digest("ABCD-2345-WXY2"));
    }
}

//! The code with which a carer opens the page of their case: made from the key of the installation, so that it is kept
//! nowhere, and made anew whenever that is asked for.

use crate::App;
use casework::Case;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::caseload::CaseId;

/// Signs that are not mistaken for one another when they are read out on the phone.
pub(super) const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// How many signs a code has: sixty bits.
const LENGTH: usize = 12;

/// The code of a case, in groups of four.
pub(super) fn code(app: &App, id: &CaseId, case: &Case) -> String {
    let renewed = case.matters.iter().flat_map(|matter| matter.each("code_renewed")).count();
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(app.installation_key().reveal().as_bytes()) else {
        // A key of any length is taken.
        return String::new();
    };
    mac.update(format!("tracking {}/{} {renewed}", id.council, id.case).as_bytes());
    let bytes = mac.finalize().into_bytes();
    let sign = |byte: &u8| SIGNS.get(usize::from(byte % 32)).map_or('2', |sign| char::from(*sign));
    let signs: Vec<char> = bytes.iter().take(LENGTH).map(sign).collect();
    signs.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Whether a code is the one, however it was typed. It takes as long for a wrong one as for the right one.
pub(super) fn is_right(code: &str, typed: &str) -> bool {
    let plain =
        |text: &str| text.bytes().filter(u8::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect();
    let (code, typed): (Vec<u8>, Vec<u8>) = (plain(code), plain(typed));
    let differ = code.iter().zip(&typed).fold(0, |differ, (a, b)| differ | (a ^ b));
    !code.is_empty() && code.len() == typed.len() && differ == 0
}

#[cfg(test)]
mod tests {
    use super::is_right;

    #[test]
    fn a_code_is_taken_however_it_is_typed() {
        assert!(is_right("ABCD-2345-WXYZ", "abcd2345 wxyz"));
        for wrong in ["", "ABCD-2345-WXY", "ABCD-2345-WXYZ2", "ABCD-2345-WXY2"] {
            assert!(!is_right("ABCD-2345-WXYZ", wrong), "{wrong}");
        }
        assert!(!is_right("", ""));
    }
}

//! Setting up the second factor: a secret shared with an app on the phone (RFC 6238), and codes to write down in case
//! the phone is lost. Everybody who signs in has one.

use super::form::{Field, FormPage};
use super::sign_in::Onward;
use super::signed::{HalfSignedIn, safe_onward, with_cookie};
use super::throttle;
use crate::App;
use crate::find::{Fields, Purpose};
use crate::language::say;
use crate::ui::Fault;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use qrcode::QrCode;
use qrcode::render::svg;
use store::SessionToken;
use totp_rs::{Algorithm, Secret, TOTP};

/// How long one code counts, in seconds.
const STEP: u64 = 30;
/// The length of a code to write down, without its hyphen.
pub(super) const WRITTEN_CODE: usize = 10;
const WRITTEN_CODES: usize = 8;
/// Letters that are not mistaken for one another.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

fn totp(secret: &[u8]) -> Option<TOTP> {
    TOTP::new(Algorithm::SHA1, 6, 1, STEP, secret.to_vec()).ok()
}

/// The time step a code belongs to, where it is one of now, just before or just after.
pub(super) fn step_of(secret: &[u8], code: &str, now: Timestamp) -> Option<i64> {
    let totp = totp(secret)?;
    let now = now.as_second() / STEP as i64;
    (now - 1..=now + 1).find(|step| {
        let made = totp.generate(step.unsigned_abs() * STEP);
        // Every figure is compared, so that time tells nothing.
        made.len() == code.len() && made.bytes().zip(code.bytes()).fold(0, |odd, (a, b)| odd | (a ^ b)) == 0
    })
}

/// `/account/second-factor`.
pub(super) async fn show(State(app): State<App>, half: HalfSignedIn, Query(onward): Query<Onward>) -> Response {
    let mut secret = [0; 20];
    if half.account.second_factor {
        return Redirect::to("/account").into_response();
    }
    if getrandom::fill(&mut secret).is_err() {
        return Fault::of(axum::http::StatusCode::INTERNAL_SERVER_ERROR).into_response();
    }
    form(&app, &half, &secret, safe_onward(&onward.to))
        .map_or_else(|| Fault::bad_request().into_response(), FormPage::show)
}

/// The form for a secret, which goes along sealed.
fn form(app: &App, half: &HalfSignedIn, secret: &[u8], to: &str) -> Option<FormPage> {
    let typed = Secret::Raw(secret.to_vec()).to_encoded().to_string();
    let email = crate::ui::show::part(half.account.email.as_str());
    let address = format!("otpauth://totp/Kith:{email}?secret={typed}&issuer=Kith");
    let picture = QrCode::new(address.as_bytes()).ok()?.render::<svg::Color>().min_dimensions(200, 200).build();
    // The picture stands in the page itself, so the line that begins a file of its own is left out.
    let picture = picture.split_once("?>").map_or(picture.as_str(), |(_, svg)| svg).to_owned();
    let parts: Vec<String> =
        typed.as_bytes().chunks(4).map(|part| String::from_utf8_lossy(part).into_owned()).collect();
    let lead = say("second-step-lead");
    let sealed = app.sealer().seal(
        Purpose::SecondFactor,
        &[b"second factor ", half.account.id.to_string().as_bytes(), b" ", secret].concat(),
    )?;
    Some(
        FormPage::new(say("second-step-title"), lead, "/account/second-factor", say("go-on-link"))
            .picture(picture, parts.join(" "))
            .ask([Field { hint: Some(say("second-step-hint")), ..Field::code() }])
            .carry("secret", &sealed)
            .carry("to", to),
    )
}

/// The secret that went along with the form.
fn secret(app: &App, half: &HalfSignedIn, sealed: &str) -> Option<Vec<u8>> {
    let plain = app.sealer().open(Purpose::SecondFactor, sealed)?;
    plain.strip_prefix(format!("second factor {} ", half.account.id).as_bytes()).map(<[u8]>::to_vec)
}

/// Keeps the secret once a code shows that the app has it.
pub(super) async fn take(State(app): State<App>, half: HalfSignedIn, sent: Fields) -> Result<Response, Response> {
    let to = safe_onward(sent.get("to"));
    let Some(secret) = secret(&app, &half, sent.get("secret")) else {
        return Err(Fault::bad_request().into_response());
    };
    let (id, now) = (half.account.id, app.clock().now());
    if half.account.second_factor {
        return Ok(Redirect::to("/account").into_response());
    }
    if !throttle::may_guess(&app, &half.keeper, &format!("code {id}")).await.map_err(Fault::store)? {
        return Err(Fault::of(axum::http::StatusCode::TOO_MANY_REQUESTS).into_response());
    }
    let code: String = sent.get("code").chars().filter(char::is_ascii_digit).collect();
    let Some(step) = step_of(&secret, &code, now) else {
        crate::safety::not_shown(Some(id), "a new second step");
        let words = say("second-step-wrong");
        let again = form(&app, &half, &secret, to).map(|form| form.wrong("code", words).show());
        return again.ok_or_else(|| Fault::bad_request().into_response());
    };
    let store = half.keeper.store();
    // Another browser may have set one up since this one asked.
    if !store.totp_set(id, &secret).await.map_err(Fault::store)? {
        return Ok(Redirect::to("/account/code").into_response());
    }
    store.totp_use(id, step).await.map_err(Fault::store)?;
    let codes =
        written_codes().ok_or_else(|| Fault::of(axum::http::StatusCode::INTERNAL_SERVER_ERROR).into_response())?;
    store.recovery_codes_set(id, &codes).await.map_err(Fault::store)?;
    let fresh = SessionToken::fresh();
    store.session_raise(half.session.id, &fresh, now).await.map_err(Fault::store)?;
    crate::safety::shown(id, "a new second step");
    let lead = say("codes-lead");
    let shown = codes.iter().map(|code| code.split_at(WRITTEN_CODE / 2)).map(|(a, b)| format!("{a}-{b}"));
    let page = FormPage::new(say("codes-title"), lead, to, say("codes-do")).codes(shown.collect()).show();
    Ok(throttle::know(&app, id, with_cookie(&app, &fresh, page)))
}

/// Fresh codes to write down.
fn written_codes() -> Option<Vec<String>> {
    let mut chance = [0u8; WRITTEN_CODE * WRITTEN_CODES];
    getrandom::fill(&mut chance).ok()?;
    let letter = |byte: &u8| char::from(LETTERS[usize::from(byte % 32)]);
    Some(chance.chunks(WRITTEN_CODE).map(|part| part.iter().map(letter).collect()).collect())
}

/// A key of chance for one sending of a form.
pub(crate) fn form_key() -> String {
    let mut chance = [0u8; 18];
    match getrandom::fill(&mut chance) {
        Ok(()) => URL_SAFE_NO_PAD.encode(chance),
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_counts_in_its_own_step_and_the_two_beside_it() {
        // RFC 6238, Appendix B, SHA-1: at 59 seconds the code of eight figures ends in these six.
        let secret = b"12345678901234567890";
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        assert_eq!(step_of(secret, "287082", at(59)), Some(1));
        assert_eq!(step_of(secret, "287082", at(60)), Some(1));
        assert_eq!(step_of(secret, "287082", at(119)), None);
        assert_eq!(step_of(secret, "287083", at(59)), None);
        assert_eq!(step_of(secret, "", at(59)), None);
    }

    #[test]
    fn written_codes_differ() {
        let codes = written_codes().unwrap();
        assert_eq!(codes.len(), WRITTEN_CODES);
        assert!(codes.iter().all(|code| code.len() == WRITTEN_CODE));
        assert_ne!(codes[0], codes[1]);
    }
}

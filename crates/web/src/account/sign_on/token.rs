//! What a provider says of somebody: an ID token, believed only once its signature, its maker, its reader, its time and
//! its nonce are right (OpenID Connect Core 1.0, section 3.1.3.7).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use ring::signature::{ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256};
use ring::signature::{RsaPublicKeyComponents, UnparsedPublicKey};
use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

/// How far the clocks of two machines may be apart, in seconds.
const APART: f64 = 60.0;
/// The longest subject that is kept.
const LONGEST_SUBJECT: usize = 255;

/// The keys a provider signs with.
#[derive(Deserialize)]
pub(super) struct Keys {
    /// Each as it came: one of a kind that is not known must not hide the others.
    keys: Vec<Value>,
}

#[derive(Deserialize)]
struct Key {
    kty: String,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default, rename = "use")]
    purpose: Option<String>,
    #[serde(default)]
    n: String,
    #[serde(default)]
    e: String,
    #[serde(default)]
    crv: String,
    #[serde(default)]
    x: String,
    #[serde(default)]
    y: String,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
    /// What must be understood to read it: nothing of the kind is.
    #[serde(default)]
    crit: Option<Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Readers {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Readers,
    azp: Option<String>,
    exp: f64,
    iat: f64,
    nbf: Option<f64>,
    nonce: Option<String>,
    #[serde(flatten)]
    address: Address,
    amr: Option<Vec<String>>,
    acr: Option<String>,
}

/// Somebody's address, and whether it is theirs.
#[derive(Deserialize)]
pub(super) struct Address {
    email: Option<String>,
    email_verified: Option<Value>,
    /// Microsoft's word for an address whose domain the council has proved to be its own.
    xms_edov: Option<Value>,
}

impl Address {
    /// The address, where the provider says that it is theirs.
    pub(super) fn of_theirs(self) -> Option<String> {
        let is_said = |claim: &Value| match claim {
            Value::Bool(said) => *said,
            Value::String(said) => said == "true" || said == "1",
            Value::Number(said) => said.as_i64() == Some(1),
            _ => false,
        };
        let claim = self.email_verified.as_ref().or(self.xms_edov.as_ref());
        self.email.filter(|_| claim.is_some_and(is_said))
    }
}

/// What a token must say.
pub(super) struct Expected<'a> {
    /// Who made it.
    pub(super) issuer: &'a str,
    /// For whom.
    pub(super) client: &'a str,
    /// The nonce of the sign-in it belongs to.
    pub(super) nonce: &'a str,
    /// The moment.
    pub(super) now: Timestamp,
    /// What the provider calls a sign-in with two steps (`acr`).
    pub(super) second_factor: Option<&'a str>,
}

/// Somebody, as a provider knows them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Somebody {
    /// What the provider calls them, for ever.
    pub(super) subject: String,
    /// Their address, where the provider says that it is theirs.
    pub(super) email: Option<String>,
    /// Whether they have shown a second factor there.
    pub(super) second_factor: bool,
}

/// Why a token is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(super) enum TokenFault {
    #[error("it cannot be read")]
    Unreadable,
    #[error("it is signed in a way that is not allowed")]
    Algorithm,
    #[error("no key of the provider fits it")]
    Key,
    #[error("its signature is not right")]
    Signature,
    #[error("another provider made it")]
    Maker,
    #[error("it is for another reader")]
    Reader,
    #[error("it is too old, or from the future")]
    Time,
    #[error("it belongs to another sign-in")]
    Nonce,
}

/// Reads a token.
pub(super) fn read(token: &str, keys: &Keys, expected: &Expected) -> Result<Somebody, TokenFault> {
    let (signed, signature) = token.rsplit_once('.').ok_or(TokenFault::Unreadable)?;
    let (header, claims) = signed.split_once('.').ok_or(TokenFault::Unreadable)?;
    let header: Header = part(header)?;
    let signature = bytes(signature)?;
    if header.crit.is_some() {
        return Err(TokenFault::Algorithm);
    }
    verify(&header, keys, signed.as_bytes(), &signature)?;
    let claims: Claims = part(claims)?;
    check(&claims, expected)?;
    let by_acr = expected.second_factor.is_some() && claims.acr.as_deref() == expected.second_factor;
    Ok(Somebody {
        subject: claims.sub,
        email: claims.address.of_theirs(),
        second_factor: by_acr || claims.amr.is_some_and(|ways| ways.iter().any(|way| way == "mfa")),
    })
}

fn bytes(text: &str) -> Result<Vec<u8>, TokenFault> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| TokenFault::Unreadable)
}

fn part<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, TokenFault> {
    serde_json::from_slice(&bytes(text)?).map_err(|_| TokenFault::Unreadable)
}

/// Whether some key of the provider made the signature. The kind of key goes with the way of signing, so that no public
/// key is ever taken for a shared secret; `none` is no way of signing.
fn verify(header: &Header, keys: &Keys, signed: &[u8], signature: &[u8]) -> Result<(), TokenFault> {
    let kind = match header.alg.as_str() {
        "RS256" | "PS256" => "RSA",
        "ES256" => "EC",
        _ => return Err(TokenFault::Algorithm),
    };
    let keys = keys.keys.iter().filter_map(|key| Key::deserialize(key).ok());
    let fits = |key: &Key| {
        key.kty == kind
            && key.purpose.as_deref().is_none_or(|purpose| purpose == "sig")
            && header.kid.as_ref().is_none_or(|kid| key.kid.as_ref() == Some(kid))
    };
    let mut tried = false;
    for key in keys.filter(fits) {
        tried = true;
        if is_signed(&header.alg, &key, signed, signature) {
            return Ok(());
        }
    }
    Err(if tried { TokenFault::Signature } else { TokenFault::Key })
}

fn is_signed(alg: &str, key: &Key, signed: &[u8], signature: &[u8]) -> bool {
    let number =
        |text: &str| bytes(text).map(|bytes| bytes.into_iter().skip_while(|byte| *byte == 0).collect::<Vec<_>>());
    match alg {
        "ES256" if key.crv == "P-256" => {
            let (Ok(x), Ok(y)) = (bytes(&key.x), bytes(&key.y)) else { return false };
            let point = [&[4], x.as_slice(), y.as_slice()].concat();
            UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(signed, signature).is_ok()
        }
        "RS256" | "PS256" => {
            let (Ok(n), Ok(e)) = (number(&key.n), number(&key.e)) else { return false };
            let way = if alg == "RS256" { &RSA_PKCS1_2048_8192_SHA256 } else { &RSA_PSS_2048_8192_SHA256 };
            RsaPublicKeyComponents { n, e }.verify(way, signed, signature).is_ok()
        }
        _ => false,
    }
}

fn check(claims: &Claims, expected: &Expected) -> Result<(), TokenFault> {
    if claims.iss != expected.issuer {
        return Err(TokenFault::Maker);
    }
    let (is_reader, alone) = match &claims.aud {
        Readers::One(one) => (one == expected.client, true),
        Readers::Many(many) => (many.iter().any(|one| one == expected.client), many.len() == 1),
    };
    let is_asker = match &claims.azp {
        Some(asker) => asker == expected.client,
        None => alone,
    };
    if !is_reader || !is_asker {
        return Err(TokenFault::Reader);
    }
    let now = expected.now.as_second() as f64;
    let from = claims.nbf.unwrap_or(claims.iat).max(claims.iat);
    if claims.exp + APART < now || from - APART > now || !claims.exp.is_finite() {
        return Err(TokenFault::Time);
    }
    if !claims.nonce.as_deref().is_some_and(|nonce| super::same(nonce, expected.nonce)) {
        return Err(TokenFault::Nonce);
    }
    if claims.sub.is_empty() || claims.sub.len() > LONGEST_SUBJECT {
        return Err(TokenFault::Unreadable);
    }
    Ok(())
}

#[cfg(test)]
mod tests;

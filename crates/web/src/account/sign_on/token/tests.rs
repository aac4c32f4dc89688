//! Tokens signed here, each wrong in one way.

use super::*;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::json;

const NOW: i64 = 1_795_000_000;

fn made() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let pair = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pair.as_ref(), &random).unwrap()
}

fn keys(pair: &EcdsaKeyPair, kid: &str) -> Keys {
    let point = pair.public_key().as_ref();
    let (x, y) = (URL_SAFE_NO_PAD.encode(&point[1..33]), URL_SAFE_NO_PAD.encode(&point[33..]));
    let known = json!({ "kty": "EC", "crv": "P-256", "kid": kid, "use": "sig", "x": x, "y": y });
    Keys { keys: vec![json!({ "kty": "new kind" }), json!(7), known] }
}

fn sign(pair: &EcdsaKeyPair, header: &Value, claims: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(header), part(claims));
    let signature = pair.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn header() -> Value {
    json!({ "alg": "ES256", "kid": "k1" })
}

fn claims() -> Value {
    json!({
        "iss": "https://provider.example", "sub": "ada-1", "aud": "kith", "exp": NOW + 300, "iat": NOW, "nonce": "n1",
        "email": "ada@council.example", "email_verified": true,
    })
}

fn expected() -> Expected<'static> {
    let now = Timestamp::from_second(NOW).unwrap();
    let (issuer, second_factor) = ("https://provider.example", Some("two steps"));
    Expected { issuer, client: "kith", nonce: "n1", now, second_factor }
}

/// The claims with one of them changed; null takes it out.
fn with(name: &str, value: Value) -> Value {
    let mut claims = claims();
    match value {
        Value::Null => drop(claims.as_object_mut().unwrap().remove(name)),
        value => claims[name] = value,
    }
    claims
}

#[test]
fn a_token_that_is_right_says_who_somebody_is() {
    let pair = made();
    let read = |claims: &Value| read(&sign(&pair, &header(), claims), &keys(&pair, "k1"), &expected()).unwrap();
    let ada = Somebody { subject: "ada-1".into(), email: Some("ada@council.example".into()), second_factor: false };
    assert_eq!(read(&claims()), ada);
    assert_eq!(read(&with("aud", json!(["kith"]))), ada);
    assert_eq!(read(&with("exp", json!(NOW as f64 + 9.5))), ada);
    assert!(read(&with("amr", json!(["pwd", "mfa"]))).second_factor);
    assert!(read(&with("acr", json!("two steps"))).second_factor);
    for claims in [with("amr", json!(["pwd"])), with("acr", json!("one step"))] {
        assert!(!read(&claims).second_factor, "{claims}");
    }
    for claims in
        [with("email_verified", json!(false)), with("email_verified", Value::Null), with("email", Value::Null)]
    {
        assert_eq!(read(&claims).email, None, "{claims}");
    }
    let mut microsoft = with("email_verified", Value::Null);
    microsoft["xms_edov"] = json!("1");
    assert_eq!(read(&microsoft).email, ada.email);
    microsoft["email_verified"] = json!(false);
    assert_eq!(read(&microsoft).email, None);
}

#[test]
fn a_token_that_is_wrong_in_one_way_is_not_believed() {
    let pair = made();
    let fault = |claims: &Value| read(&sign(&pair, &header(), claims), &keys(&pair, "k1"), &expected()).unwrap_err();
    for (name, value, expected) in [
        ("iss", json!("https://provider.example/"), TokenFault::Maker),
        ("aud", json!("another"), TokenFault::Reader),
        ("aud", json!(["kith", "another"]), TokenFault::Reader),
        ("azp", json!("another"), TokenFault::Reader),
        ("exp", json!(NOW - 61), TokenFault::Time),
        ("iat", json!(NOW + 61), TokenFault::Time),
        ("nbf", json!(NOW + 61), TokenFault::Time),
        ("nonce", json!("n2"), TokenFault::Nonce),
        ("nonce", Value::Null, TokenFault::Nonce),
        ("sub", json!(""), TokenFault::Unreadable),
        ("sub", json!("s".repeat(256)), TokenFault::Unreadable),
        ("exp", json!("never"), TokenFault::Unreadable),
        ("exp", Value::Null, TokenFault::Unreadable),
    ] {
        assert_eq!(fault(&with(name, value.clone())), expected, "{name} {value}");
    }
}

#[test]
fn only_the_providers_own_key_signs() {
    let (pair, other) = (made(), made());
    let read = |token: &str, keys: &Keys| read(token, keys, &expected()).unwrap_err();
    let token = sign(&pair, &header(), &claims());
    assert_eq!(read(&token, &keys(&other, "k1")), TokenFault::Signature);
    assert_eq!(read(&token, &keys(&pair, "k2")), TokenFault::Key);
    let encrypts = json!({ "keys": [{ "kty": "EC", "crv": "P-256", "use": "enc", "kid": "k1", "x": "", "y": "" }] });
    assert_eq!(read(&token, &Keys::deserialize(encrypts).unwrap()), TokenFault::Key);
    for alg in ["none", "HS256", "RS512", ""] {
        let token = sign(&pair, &json!({ "alg": alg, "kid": "k1" }), &claims());
        assert_eq!(read(&token, &keys(&pair, "k1")), TokenFault::Algorithm, "{alg}");
    }
    assert_eq!(
        read(&sign(&pair, &json!({ "alg": "RS256", "kid": "k1" }), &claims()), &keys(&pair, "k1")),
        TokenFault::Key
    );
    let critical = json!({ "alg": "ES256", "kid": "k1", "crit": ["b64"] });
    assert_eq!(read(&sign(&pair, &critical, &claims()), &keys(&pair, "k1")), TokenFault::Algorithm);
    let (head, rest) = token.split_once('.').unwrap();
    let changed = URL_SAFE_NO_PAD.encode(with("sub", json!("grace-1")).to_string());
    let signature = rest.split_once('.').unwrap().1;
    assert_eq!(read(&format!("{head}.{changed}.{signature}"), &keys(&pair, "k1")), TokenFault::Signature);
    assert_eq!(read(&format!("{head}.{changed}."), &keys(&pair, "k1")), TokenFault::Signature);
    for text in ["", ".", "..", "a.b.c", &token[..20]] {
        assert_eq!(read(text, &keys(&pair, "k1")), TokenFault::Unreadable, "{text}");
    }
}

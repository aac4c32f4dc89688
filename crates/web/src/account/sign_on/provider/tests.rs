//! Which providers are asked, and whom they may vouch for.

use super::*;

fn provider(issuer: &str, mail_domain: &str) -> Provider {
    let text = |text: &str| text.to_owned();
    Provider {
        id: text("borsetshire"),
        title: text("Borsetshire"),
        council: None,
        issuer: text(issuer),
        client: text("kith"),
        secret: text("s"),
        mail_domain: text(mail_domain),
        second_factor: None,
    }
}

#[test]
fn a_provider_is_asked_by_https_or_on_this_machine() {
    let table = [
        ("https://login.example/tenant/v2.0", "borsetshire.example", true),
        ("http://127.0.0.1:9000", "borsetshire.example", true),
        ("http://login.example", "borsetshire.example", false),
        ("https://login.example/?x=1", "borsetshire.example", false),
        ("file:///etc/passwd", "borsetshire.example", false),
        ("https://login.example", "", false),
        ("https://login.example", "ada@borsetshire.example", false),
    ];
    for (issuer, domain, fits) in table {
        assert_eq!(SignOn::new(vec![provider(issuer, domain)]).is_ok(), fits, "{issuer} {domain}");
    }
    assert!(address("http://127.0.0.1/token", "https://login.example").is_none(), "no way back into this machine");
}

#[test]
fn a_provider_vouches_for_its_own_domain_alone() {
    let provider = provider("https://login.example", "Borsetshire.example");
    for (email, fits) in [
        ("ada@borsetshire.example", true),
        ("ada@borsetshire.example.evil.example", false),
        ("ada@evil-borsetshire.example", false),
        ("ada@sub.borsetshire.example", false),
    ] {
        assert_eq!(provider.vouches_for(&email.parse().unwrap()), fits, "{email}");
    }
}

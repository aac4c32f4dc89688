//! Councils' own single sign-on: which providers there are, from the command line or from a file.

use anyhow::{Context, Result, bail};
use clap::Args;
use offer::place::Places;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use web::account::{Provider, SignOn};

/// The name of the variable that may hold the secret of the one provider.
const SECRET: &str = "KITH_OIDC_SECRET";

/// Councils' own single sign-on.
#[derive(Args, Default)]
pub(crate) struct SignOnArgs {
    /// Councils' own sign-ins (OpenID Connect), one entry a council, as SECURITY.md shows.
    #[arg(long, value_name = "FILE", conflicts_with = "oidc_issuer")]
    single_sign_on: Option<PathBuf>,
    /// One provider for everybody here: its issuer.
    #[arg(long, value_name = "URL", requires = "oidc_client", requires = "oidc_mail_domain")]
    oidc_issuer: Option<String>,
    /// What that provider calls this site.
    #[arg(long, value_name = "ID", requires = "oidc_issuer")]
    oidc_client: Option<String>,
    /// The part after the @ of the addresses it may vouch for.
    #[arg(long, value_name = "DOMAIN", requires = "oidc_issuer")]
    oidc_mail_domain: Option<String>,
    /// A file with the secret shared with it. May be set as KITH_OIDC_SECRET instead.
    #[arg(long, value_name = "FILE", requires = "oidc_issuer")]
    oidc_secret_file: Option<PathBuf>,
}

/// An entry of the file, under the council's name in addresses.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Entry {
    name: Option<String>,
    issuer: String,
    client: String,
    secret_file: PathBuf,
    mail_domain: String,
    second_factor: Option<String>,
}

impl SignOnArgs {
    /// The providers that were named; none where none was.
    pub(crate) fn read(&self) -> Result<Option<SignOn>> {
        let providers = match (&self.single_sign_on, &self.oidc_issuer) {
            (Some(file), _) => from_file(file)?,
            (None, Some(issuer)) => vec![self.one(issuer)?],
            (None, None) => return Ok(None),
        };
        Ok(Some(SignOn::new(providers)?))
    }

    fn one(&self, issuer: &str) -> Result<Provider> {
        let secret = match (&self.oidc_secret_file, std::env::var(SECRET)) {
            (Some(file), _) => secret(file)?,
            (None, Ok(secret)) => secret,
            (None, Err(_)) => bail!("the secret of the provider is missing: name --oidc-secret-file, or set {SECRET}"),
        };
        Ok(Provider {
            id: "council".to_owned(),
            title: "your council".to_owned(),
            council: None,
            issuer: issuer.to_owned(),
            client: self.oidc_client.clone().unwrap_or_default(),
            secret,
            mail_domain: self.oidc_mail_domain.clone().unwrap_or_default(),
            second_factor: None,
        })
    }
}

fn secret(file: &Path) -> Result<String> {
    let text =
        std::fs::read_to_string(file).with_context(|| format!("the secret in {} cannot be read", file.display()))?;
    Ok(text.trim().to_owned())
}

fn from_file(file: &Path) -> Result<Vec<Provider>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let entries: BTreeMap<String, Entry> = toml::from_str(&text).with_context(|| format!("{}", file.display()))?;
    let beside = file.parent().unwrap_or(Path::new("."));
    entries.into_iter().map(|(slug, entry)| provider(slug, entry, beside)).collect()
}

fn provider(slug: String, entry: Entry, beside: &Path) -> Result<Provider> {
    if slug.is_empty() || !slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        bail!("{slug:?} is not a council's name in addresses, such as southwark");
    }
    let known = Places::embedded().by_slug(&slug);
    let title = entry.name.or_else(|| known.map(|council| council.full_name.clone())).unwrap_or_else(|| slug.clone());
    Ok(Provider {
        title,
        council: Some(slug.clone()),
        id: slug,
        issuer: entry.issuer,
        client: entry.client,
        secret: secret(&beside.join(entry.secret_file))?,
        mail_domain: entry.mail_domain,
        second_factor: entry.second_factor,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_names_a_provider_for_each_council() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("secret"), "two words\n").unwrap();
        let entry = "issuer = \"https://login.example\"\nclient = \"kith\"\nsecret-file = \"secret\"\n\
                     mail-domain = \"council.example\"\n";
        let file = folder.path().join("councils.toml");
        let read = |text: &str| {
            std::fs::write(&file, text).unwrap();
            from_file(&file)
        };
        let found = read(&format!("[southwark]\n{entry}[borsetshire]\nname = \"Borsetshire\"\n{entry}")).unwrap();
        let told: Vec<_> = found.iter().map(|one| (&*one.id, one.council.as_deref(), &*one.secret)).collect();
        assert_eq!(
            told,
            [("borsetshire", Some("borsetshire"), "two words"), ("southwark", Some("southwark"), "two words")]
        );
        assert_eq!(found[0].title, "Borsetshire");
        assert!(found[1].title.contains("Southwark"), "{}", found[1].title);
        for wrong in [
            format!("[southwark]\n{entry}colour = \"red\"\n"),
            format!("[\"South wark\"]\n{entry}"),
            "[southwark]\nclient = \"kith\"\n".to_owned(),
            format!("[southwark]\n{}", entry.replace("\"secret\"", "\"nowhere\"")),
        ] {
            assert!(read(&wrong).is_err(), "{wrong}");
        }
    }
}

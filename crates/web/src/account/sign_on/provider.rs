//! A council's own sign-in, and what is asked of it: its endpoints, its keys, and a token for a code.

use super::token::{Address, Expected, Keys, Somebody, TokenFault, read};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::{Client, RequestBuilder, Url};
use serde::Deserialize;
use std::time::Duration;
use store::Email;
use thiserror::Error;

/// How long a provider may take. Shorter than a page may, so that the reader is told whose fault it is.
const LONGEST_WAIT: Duration = Duration::from_secs(4);
/// The longest answer that is read.
const LONGEST_ANSWER: usize = 256 * 1024;

/// A council's own sign-in.
pub struct Provider {
    /// Its name in addresses.
    pub id: String,
    /// Its name for people, such as the council's.
    pub title: String,
    /// The council whose people it signs in; none for every council of this installation.
    pub council: Option<String>,
    /// Where it is, exactly as it names itself.
    pub issuer: String,
    /// What it calls this site.
    pub client: String,
    /// The secret it shares with this site.
    pub secret: String,
    /// The part after the @ of the addresses it may vouch for.
    pub mail_domain: String,
    /// What it calls a sign-in with two steps (`acr`), where it has a name for that.
    pub second_factor: Option<String>,
}

/// Every provider of this installation, and the way to them.
pub struct SignOn {
    providers: Vec<Provider>,
    http: Client,
}

/// Why a provider cannot be used as it is set up.
#[derive(Debug, Error)]
pub enum SignOnFault {
    /// Its address is not one it can be asked at.
    #[error("the issuer {0} must be an https address without a query")]
    Issuer(String),
    /// Something is missing.
    #[error("the sign-in of {0} needs a client, a secret and a mail domain such as council.gov.uk")]
    Missing(String),
    /// No requests can be made.
    #[error("no secure requests can be made from this machine: {0}")]
    Http(String),
}

/// Why somebody could not be asked about.
#[derive(Debug, Error)]
pub(super) enum ProviderFault {
    #[error("the provider cannot be reached: {0}")]
    Away(String),
    #[error("the provider said something that cannot be used: {0}")]
    Odd(&'static str),
    #[error("the provider does not take the code: {0}")]
    Code(String),
    #[error("the provider's token is not believed: {0}")]
    Token(#[from] TokenFault),
}

/// A provider's endpoints (OpenID Connect Discovery 1.0).
#[derive(Deserialize)]
pub(super) struct Endpoints {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    #[serde(default)]
    userinfo_endpoint: Option<String>,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Vec<String>,
    /// Whether its answers say who it is (RFC 9207).
    #[serde(default)]
    pub(super) authorization_response_iss_parameter_supported: bool,
}

/// What it takes to swap a code for a token.
pub(super) struct Swap<'a> {
    pub(super) code: &'a str,
    pub(super) back: &'a str,
    pub(super) verifier: &'a str,
    pub(super) nonce: &'a str,
    pub(super) now: Timestamp,
}

#[derive(Deserialize)]
struct Swapped {
    id_token: String,
    #[serde(default)]
    access_token: String,
}

/// What a provider tells of somebody whose token it gave out.
#[derive(Deserialize)]
struct Told {
    sub: String,
    #[serde(flatten)]
    address: Address,
}

#[derive(Deserialize)]
struct Refused {
    error: String,
}

impl SignOn {
    /// Ready to ask these providers.
    ///
    /// # Errors
    /// Where one cannot be used as it is set up.
    pub fn new(providers: Vec<Provider>) -> Result<SignOn, SignOnFault> {
        for provider in &providers {
            let fits = address(&provider.issuer, &provider.issuer).is_some_and(|url| url.query().is_none());
            if !fits {
                return Err(SignOnFault::Issuer(provider.issuer.clone()));
            }
            let is_domain = provider.mail_domain.contains('.') && !provider.mail_domain.contains('@');
            if provider.client.is_empty() || provider.secret.is_empty() || !is_domain {
                return Err(SignOnFault::Missing(provider.title.clone()));
            }
        }
        let http = Client::builder().timeout(LONGEST_WAIT).redirect(reqwest::redirect::Policy::none());
        let http = http.build().map_err(|why| SignOnFault::Http(why.to_string()))?;
        Ok(SignOn { providers, http })
    }

    /// Every provider.
    pub(crate) fn providers(&self) -> &[Provider] {
        &self.providers
    }

    /// A provider by its name in addresses.
    pub(super) fn provider(&self, id: &str) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.id == id)
    }

    /// A provider's endpoints, as it says itself: asked anew each time, so that none is ever out of date.
    pub(super) async fn endpoints(&self, provider: &Provider) -> Result<Endpoints, ProviderFault> {
        let place = format!("{}/.well-known/openid-configuration", provider.issuer.trim_end_matches('/'));
        let endpoints: Endpoints = self.ask(self.http.get(place)).await?;
        if endpoints.issuer != provider.issuer {
            return Err(ProviderFault::Odd("it gives itself another name than the one set up here"));
        }
        Ok(endpoints)
    }

    /// Swaps a code for what the provider says of somebody.
    pub(super) async fn swap(
        &self,
        provider: &Provider,
        endpoints: &Endpoints,
        swap: &Swap<'_>,
    ) -> Result<Somebody, ProviderFault> {
        let token = door(&endpoints.token_endpoint, provider)?;
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", swap.code),
            ("redirect_uri", swap.back),
            ("code_verifier", swap.verifier),
        ];
        let methods = &endpoints.token_endpoint_auth_methods_supported;
        let has = |name: &str| methods.iter().any(|method| method == name);
        // What a provider does not say, it takes in the header (RFC 8414).
        let request = if methods.is_empty() || has("client_secret_basic") {
            let pair = format!("{}:{}", coded(&provider.client), coded(&provider.secret));
            self.http
                .post(token)
                .header("authorization", format!("Basic {}", STANDARD.encode(pair)))
                .body(form(&fields))
        } else if has("client_secret_post") {
            let own = [("client_id", &*provider.client), ("client_secret", &*provider.secret)];
            self.http.post(token).body(form(&[&fields[..], &own].concat()))
        } else {
            return Err(ProviderFault::Odd("it takes no secret"));
        };
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let swapped: Swapped = self.ask(request).await?;
        let keys: Keys = self.ask(self.http.get(door(&endpoints.jwks_uri, provider)?)).await?;
        let expected = Expected {
            issuer: &provider.issuer,
            client: &provider.client,
            nonce: swap.nonce,
            now: swap.now,
            second_factor: provider.second_factor.as_deref(),
        };
        let mut somebody = read(&swapped.id_token, &keys, &expected)?;
        // The standard lets a provider tell the address here instead of in the token.
        if let (None, Some(place)) = (&somebody.email, &endpoints.userinfo_endpoint) {
            let request = self.http.get(door(place, provider)?).bearer_auth(&swapped.access_token);
            let told: Told = self.ask(request).await?;
            if told.sub != somebody.subject {
                return Err(ProviderFault::Odd("it tells of somebody else"));
            }
            somebody.email = told.address.of_theirs();
        }
        Ok(somebody)
    }

    /// Sends a request and reads the answer, which may not be long.
    async fn ask<T: serde::de::DeserializeOwned>(&self, request: RequestBuilder) -> Result<T, ProviderFault> {
        // Without the address, which may hold what nobody else should read.
        let away = |why: reqwest::Error| ProviderFault::Away(why.without_url().to_string());
        let mut answer = request.header("accept", "application/json").send().await.map_err(away)?;
        let (status, mut bytes) = (answer.status(), Vec::new());
        while let Some(more) = answer.chunk().await.map_err(away)? {
            bytes.extend_from_slice(&more);
            if bytes.len() > LONGEST_ANSWER {
                return Err(ProviderFault::Odd("it says too much"));
            }
        }
        if !status.is_success() {
            let refused = serde_json::from_slice::<Refused>(&bytes).ok().map(|refused| refused.error);
            let plain = refused.filter(|error| error.len() < 100 && error.chars().all(|c| c.is_ascii_graphic()));
            return Err(plain.map_or_else(|| ProviderFault::Away(status.to_string()), ProviderFault::Code));
        }
        serde_json::from_slice(&bytes).map_err(|_| ProviderFault::Odd("it is not the JSON that was asked for"))
    }
}

impl Provider {
    /// Where somebody's browser goes to sign in there.
    pub(super) fn asking(&self, endpoints: &Endpoints, fields: &[(&str, &str)]) -> Result<String, ProviderFault> {
        let mut address = door(&endpoints.authorization_endpoint, self)?;
        address.query_pairs_mut().extend_pairs([
            ("response_type", "code"),
            ("client_id", &self.client),
            ("scope", "openid email"),
            ("code_challenge_method", "S256"),
        ]);
        if let Some(second_factor) = &self.second_factor {
            address.query_pairs_mut().append_pair("acr_values", second_factor);
        }
        address.query_pairs_mut().extend_pairs(fields);
        Ok(address.into())
    }

    /// Whether it may vouch for an address.
    pub(super) fn vouches_for(&self, email: &Email) -> bool {
        email.as_str().rsplit_once('@').is_some_and(|(_, domain)| domain.eq_ignore_ascii_case(&self.mail_domain))
    }
}

/// An address that may be asked: by https; or by http on this very machine, where the issuer is there too.
fn address(text: &str, issuer: &str) -> Option<Url> {
    let own = |url: &Url| url.scheme() == "http" && matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    let url = Url::parse(text).ok()?;
    let is_local = own(&url) && Url::parse(issuer).is_ok_and(|issuer| own(&issuer));
    (url.scheme() == "https" || is_local).then_some(url)
}

fn door(text: &str, provider: &Provider) -> Result<Url, ProviderFault> {
    address(text, &provider.issuer).ok_or(ProviderFault::Odd("one of its addresses is not by https"))
}

fn coded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

fn form(fields: &[(&str, &str)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", coded(name), coded(value))).collect();
    fields.join("&")
}

#[cfg(test)]
mod tests;

//! Signing in through a council's own sign-in (OpenID Connect, authorization code with PKCE). It opens accounts that
//! exist, and makes none. The first time, our own second step is asked for as well: an address alone, which may have been
//! another's before, takes no account over. From then on the account is known by what the provider calls its owner.

mod provider;
mod refusal;
mod token;

pub use provider::{Provider, SignOn, SignOnFault};

use super::sign_in::{Onward, end, session};
use super::signed::{HalfSignedIn, Open, safe_onward, without_cookie};
use crate::App;
use crate::find::{Fields, Purpose};
use crate::keeper::Keeper;
use crate::language::{Said, say, say_with};
use crate::ui::cookie::Cookie;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use provider::Swap;
use refusal::{No, failed, lost, not_done};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Account, AccountState, Email, StoreError};
use token::Somebody;

/// What a browser holds on its way to the provider and back, sealed. It comes back from another site, so it is not kept
/// to our own pages alone, and says nothing to anybody.
const COOKIE: Cookie = Cookie { name: "kith-sign-on", secure_name: "__Host-kith-sign-on", from_elsewhere: true };
/// How long the way there and back may take.
const WAY: SignedDuration = SignedDuration::from_mins(10);

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/account/sign-on/{provider}", get(show).post(leave))
        .route("/account/sign-on/{provider}/back", get(back))
}

/// A sign-in that is under way.
#[derive(Serialize, Deserialize)]
struct UnderWay {
    provider: String,
    state: String,
    nonce: String,
    verifier: String,
    to: String,
    until: i64,
}

/// What binds an account to somebody at a provider, once the second step is shown in the same session.
#[derive(Serialize, Deserialize)]
struct Bond {
    session: String,
    issuer: String,
    subject: String,
    until: i64,
}

/// What the provider sends along on the way back.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Answer {
    code: String,
    state: String,
    iss: Option<String>,
    error: String,
}

#[derive(Template)]
#[template(path = "account/go_on.html")]
struct GoOnPage {
    shell: Shell,
    title: Said,
    next: String,
}

/// A page that leads on by itself. Not a redirect: the cookie of a session is sent along only where one of our own pages leads
/// on, and a form of ours may be answered by no other site.
fn go_on(title: Said, next: &str) -> Response {
    let mut response =
        page::ok(&GoOnPage { shell: Shell::said(&say("go-on-tab"), Part::Desk), title, next: next.to_owned() });
    if let Ok(next) = HeaderValue::from_str(&format!("0; url={next}")) {
        response.headers_mut().insert("refresh", next);
    }
    response
}

/// The provider of an address, where this site has it.
fn known<'a>(app: &'a App, id: &str) -> Result<(&'a SignOn, &'a Provider), Response> {
    let found = app.sign_on().and_then(|sign_on| Some((sign_on, sign_on.provider(id)?)));
    found.ok_or_else(|| Fault::not_found().into_response())
}

/// The whole address somebody comes back to. Each provider has its own, so that none can answer for another.
fn way_back(app: &App, provider: &Provider) -> String {
    format!("{}/account/sign-on/{}/back", app.address(), provider.id)
}

/// `/account/sign-on/{provider}`, opened as an address: a link alone begins nothing, so it leads to the page with the button.
async fn show(
    State(app): State<App>,
    _: Open,
    Path(id): Path<String>,
    Query(onward): Query<Onward>,
) -> Result<Response, Response> {
    known(&app, &id)?;
    let to = crate::ui::show::part(safe_onward(&onward.to));
    Ok(Redirect::to(&format!("/account/sign-in?to={to}")).into_response())
}

/// Off to the provider.
async fn leave(
    State(app): State<App>,
    Open(keeper): Open,
    headers: HeaderMap,
    Path(id): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let (sign_on, provider) = known(&app, &id)?;
    let (Some(state), Some(nonce), Some(verifier)) = (chance(), chance(), chance()) else {
        return Err(Fault::of(StatusCode::INTERNAL_SERVER_ERROR).into_response());
    };
    let endpoints = sign_on.endpoints(provider).await.map_err(|fault| failed(provider, &fault))?;
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
    let back = way_back(&app, provider);
    let fields = [("redirect_uri", &*back), ("state", &*state), ("nonce", &*nonce), ("code_challenge", &*challenge)];
    let there = provider.asking(&endpoints, &fields).map_err(|fault| failed(provider, &fault))?;
    let to = safe_onward(sent.get("to")).to_owned();
    let way = UnderWay { provider: id, state, nonce, verifier, to, until: until(&app) };
    let sealed = seal(&app, Purpose::SignOn, &way)
        .ok_or_else(|| Fault::of(StatusCode::INTERNAL_SERVER_ERROR).into_response())?;
    // On the way back this browser does not show the session that it had, so that one ends here.
    if let Some(account) = end(&app, &keeper, &headers).await.map_err(Fault::store)? {
        crate::safety::left(account);
    }
    let response =
        without_cookie(&app, go_on(say_with("sign-on-there", [("provider", provider.title.as_str().into())]), &there));
    Ok(COOKIE.set(&app, &sealed, Some(WAY.as_secs()), response))
}

/// `/account/sign-on/{provider}/back`: somebody comes back from the provider. Whatever comes of it, the way is over.
async fn back(
    State(app): State<App>,
    Open(keeper): Open,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(answer): Query<Answer>,
) -> Response {
    match come_in(&app, &keeper, &headers, &id, &answer).await {
        Ok(response) => response,
        Err(response) => COOKIE.wipe(&app, response),
    }
}

async fn come_in(
    app: &App,
    keeper: &Keeper,
    headers: &HeaderMap,
    id: &str,
    answer: &Answer,
) -> Result<Response, Response> {
    let (sign_on, provider) = known(app, id)?;
    let way: Option<UnderWay> = unseal(app, headers, Purpose::SignOn, |way: &UnderWay| way.until);
    let way = way.filter(|way| way.provider == id && same(&way.state, &answer.state)).ok_or_else(lost)?;
    if !answer.error.is_empty() {
        return Err(not_done(provider));
    }
    let endpoints = sign_on.endpoints(provider).await.map_err(|fault| failed(provider, &fault))?;
    let says_who = answer.iss.as_ref().is_some_and(|iss| *iss == provider.issuer);
    if !says_who && (answer.iss.is_some() || endpoints.authorization_response_iss_parameter_supported) {
        return Err(lost());
    }
    let back = way_back(app, provider);
    let (code, verifier, nonce) = (&*answer.code, &*way.verifier, &*way.nonce);
    let swap = Swap { code, back: &back, verifier, nonce, now: app.clock().now() };
    let somebody = sign_on.swap(provider, &endpoints, &swap).await.map_err(|fault| failed(provider, &fault))?;
    match account_of(keeper, provider, &somebody).await.map_err(Fault::store)? {
        Ok((account, is_bound)) => {
            admit(app, keeper, headers, &Arrival { provider, somebody, account, is_bound }, &way.to)
                .await
                .map_err(Fault::store)
        }
        Err(no) => {
            tracing::warn!(provider = id, ?no, "somebody was not let in through a council's own sign-in");
            Err(no.page(provider))
        }
    }
}

/// Somebody who may come in.
struct Arrival<'a> {
    provider: &'a Provider,
    somebody: Somebody,
    account: Account,
    is_bound: bool,
}

/// The account that is meant, and whether it is bound to this somebody already.
async fn account_of(
    keeper: &Keeper,
    provider: &Provider,
    somebody: &Somebody,
) -> Result<Result<(Account, bool), No>, StoreError> {
    let store = keeper.store();
    let bound = store.account_by_identity(&provider.issuer, &somebody.subject).await?;
    let is_bound = bound.is_some();
    let account = match bound {
        Some(account) => account,
        None => {
            let Some(Ok(email)) = somebody.email.as_ref().map(|email| email.parse::<Email>()) else {
                return Ok(Err(No::Unproved));
            };
            let found = store.account_by_email(&email).await?.filter(|_| provider.vouches_for(&email));
            let Some(account) = found else { return Ok(Err(No::NotInvited)) };
            let others = store.identities(account.id).await?;
            if others.iter().any(|(issuer, _)| *issuer == provider.issuer) {
                return Ok(Err(No::AnotherPerson));
            }
            account
        }
    };
    // A council's provider vouches for that council's people: never for who runs the installation, nor for another's.
    let grants = store.grants(account.id).await?;
    let covers = |council: &Option<String>| match (&provider.council, council) {
        (_, None) => false,
        (Some(own), Some(council)) => own == council,
        (None, Some(_)) => true,
    };
    let may = !grants.is_empty() && grants.iter().all(|grant| covers(&grant.council));
    Ok(match account.state == AccountState::Active && may {
        false => Err(No::NotInvited),
        true if !is_bound && !account.second_factor => Err(No::Unshown),
        true => Ok((account, is_bound)),
    })
}

/// Opens a session. Our own second step follows, unless the account is bound and the provider had a second step itself.
async fn admit(
    app: &App,
    keeper: &Keeper,
    headers: &HeaderMap,
    arrival: &Arrival<'_>,
    to: &str,
) -> Result<Response, StoreError> {
    let Arrival { provider, somebody, account, is_bound } = arrival;
    let shown = (*is_bound && somebody.second_factor).then(|| app.clock().now());
    let (token, session) = session(app, keeper, account, headers, shown, Some(provider.title.clone())).await?;
    crate::safety::shown(account.id, "a council’s own sign-in");
    let next = match (shown, account.second_factor) {
        (Some(_), _) => to.to_owned(),
        (None, true) => format!("/account/code?to={}", crate::ui::show::part(to)),
        (None, false) => format!("/account/second-factor?to={}", crate::ui::show::part(to)),
    };
    let response = super::signed::with_cookie(app, &token, go_on(say("sign-on-known"), &next));
    let (issuer, subject) = (provider.issuer.clone(), somebody.subject.clone());
    let bond = Bond { session: session.to_string(), issuer, subject, until: until(app) };
    match seal(app, Purpose::Bond, &bond).filter(|_| !is_bound) {
        Some(sealed) => Ok(COOKIE.set(app, &sealed, Some(WAY.as_secs()), response)),
        None => Ok(COOKIE.wipe(app, response)),
    }
}

/// Binds the account to whom the provider sent, now that they have shown that it is theirs; does nothing where nobody was
/// sent in this session.
pub(super) async fn bind(
    app: &App,
    half: &HalfSignedIn,
    headers: &HeaderMap,
    response: Response,
) -> Result<Response, StoreError> {
    let bond: Option<Bond> = unseal(app, headers, Purpose::Bond, |bond: &Bond| bond.until);
    let Some(bond) = bond.filter(|bond| bond.session == half.session.id.to_string()) else { return Ok(response) };
    match half.keeper.store().identity_add(half.account.id, &bond.issuer, &bond.subject).await {
        // Bound already, by another browser of the same person.
        Ok(()) | Err(StoreError::Conflict(_)) => Ok(COOKIE.wipe(app, response)),
        Err(error) => Err(error),
    }
}

/// Whether two texts are the same; every byte is compared, so that time tells nothing.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |odd, (a, b)| odd | (a ^ b)) == 0
}

/// 32 bytes of chance, as text.
fn chance() -> Option<String> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).ok()?;
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

fn until(app: &App) -> i64 {
    app.clock().now().as_second().saturating_add(WAY.as_secs())
}

fn seal(app: &App, purpose: Purpose, value: &impl Serialize) -> Option<String> {
    app.sealer().seal(purpose, &serde_json::to_vec(value).ok()?)
}

fn unseal<T: serde::de::DeserializeOwned>(
    app: &App,
    headers: &HeaderMap,
    purpose: Purpose,
    until: impl Fn(&T) -> i64,
) -> Option<T> {
    let plain = app.sealer().open(purpose, COOKIE.read(app, headers)?)?;
    let value: T = serde_json::from_slice(&plain).ok()?;
    (until(&value) > app.clock().now().as_second()).then_some(value)
}

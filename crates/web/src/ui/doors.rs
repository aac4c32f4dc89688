//! How often one network address may knock at the doors that strangers guess at or fill: signing in, a way back in, the
//! first account, what readers say, asking a council for help, the page of a case, a question to an advice team, whether a
//! group met, a place in a workshop. Kept in memory alone, for as long as it matters, and never logged.

use super::fault::Fault;
use crate::App;
use crate::language::route_in_english;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::{Mutex, PoisonError};

/// How many knocks come at once: a whole office of a council may share one address.
const BURST: u32 = 40;
/// How many seconds it takes until there is one more.
const REFILL: i64 = 10;
/// How many addresses are remembered. Whoever sends from more than these is met by the limits of each account.
const MOST: usize = 20_000;

/// The doors, by the patterns of their routes.
const DOORS: [&str; 14] = [
    "/account/sign-in",
    "/account/code",
    "/account/forgotten",
    "/account/recovery/{token}",
    "/account/invitation/{token}",
    "/account/set-up/{token}",
    "/ask/{slug}",
    "/council/{slug}/feedback",
    "/track",
    "/advice/{slug}/ask",
    "/advice/question",
    "/groups/met/{token}",
    "/workshops/booking/{token}",
    "/workshops/{host}/{id}/book",
];
/// Doors that open without a form.
const OPEN_DOORS: [&str; 2] = ["/account/sign-on/{provider}", "/account/sign-on/{provider}/back"];

/// What is left of each network's knocks.
#[derive(Default)]
pub(crate) struct Doors {
    behind_proxy: bool,
    left: Mutex<HashMap<IpAddr, Left>>,
}

/// How many knocks are left, as at a second.
#[derive(Clone, Copy)]
struct Left {
    knocks: u32,
    at: i64,
}

impl Doors {
    /// Doors that believe `X-Forwarded-For`.
    pub(crate) fn behind_proxy() -> Doors {
        Doors { behind_proxy: true, ..Doors::default() }
    }

    /// Whether a network may knock once more at this second.
    fn may_knock(&self, network: IpAddr, now: i64) -> bool {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        if left.len() >= MOST && !left.contains_key(&network) {
            left.retain(|_, known| known.refilled(now) < BURST);
            // Every one of them knocks just now: the one that has knocked least makes room.
            if left.len() >= MOST
                && let Some(least) =
                    left.iter().max_by_key(|(_, known)| known.refilled(now)).map(|(network, _)| *network)
            {
                left.remove(&least);
            }
        }
        let known = left.entry(network).or_insert(Left { knocks: BURST, at: now });
        let knocks = known.refilled(now);
        if knocks == 0 {
            return false;
        }
        // What is on its way to the next knock is not lost.
        let at = if knocks == BURST { now } else { now - (now - known.at).rem_euclid(REFILL) };
        *known = Left { knocks: knocks - 1, at };
        true
    }

    /// Where a request came from, as far as that can be believed.
    fn network(&self, request: &Request) -> Option<IpAddr> {
        let told = self.behind_proxy.then(|| forwarded(request.headers())).flatten();
        let met = || request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        told.or_else(met).map(network)
    }
}

impl Left {
    fn refilled(self, now: i64) -> u32 {
        let more = u32::try_from((now - self.at).max(0) / REFILL).unwrap_or(u32::MAX);
        self.knocks.saturating_add(more).min(BURST)
    }
}

/// The address that our own proxy wrote: the last. What stands before it, anybody may have written.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let last = line.rsplit(',').next()?.trim();
    last.parse().ok().or_else(|| last.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// An address as one network: of IPv6, whoever has one address has all with the same first half.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into(),
        v4 => v4,
    }
}

/// Answers whoever knocks too often at one of the doors with a page that says to wait.
pub(super) async fn slow(State(app): State<App>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str).unwrap_or_default();
    // A door is the same in every language.
    let route = route_in_english(route);
    let is_door = (request.method() == Method::POST && DOORS.contains(&route)) || OPEN_DOORS.contains(&route);
    let network = if is_door { app.doors().network(&request) } else { None };
    match network.is_none_or(|network| app.doors().may_knock(network, app.clock().now().as_second())) {
        true => next.run(request).await,
        false => Fault::of(StatusCode::TOO_MANY_REQUESTS).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn knocks_run_out_and_come_back() {
        let doors = Doors::default();
        let one = ip("192.0.2.1");
        assert!((0..BURST).all(|_| doors.may_knock(one, 1000)));
        assert!(!doors.may_knock(one, 1000) && !doors.may_knock(one, 1009));
        assert!(doors.may_knock(ip("192.0.2.2"), 1009), "another network is not held up");
        assert!(doors.may_knock(one, 1010) && !doors.may_knock(one, 1010));
        assert!(doors.may_knock(one, 1025) && !doors.may_knock(one, 1029) && doors.may_knock(one, 1030));
        let much_later = 1030 + i64::from(BURST) * REFILL;
        assert!((0..BURST).all(|_| doors.may_knock(one, much_later)) && !doors.may_knock(one, much_later));
        assert!(!doors.may_knock(one, 0), "a clock that is put back gives nothing");
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let doors = Doors::default();
        let held = ip("192.0.2.1");
        assert!((0..BURST).all(|_| doors.may_knock(held, 0)));
        for number in 0..u32::try_from(MOST).unwrap() + 5 {
            assert!(doors.may_knock(IpAddr::from((0x0a00_0000 + number).to_be_bytes()), 0));
        }
        assert_eq!(doors.left.lock().unwrap().len(), MOST);
        assert!(!doors.may_knock(held, 0), "whoever knocked most is not forgotten first");
    }

    #[test]
    fn a_network_is_told_by_what_our_proxy_wrote() {
        let asked = |behind_proxy, line: Option<&str>| {
            let mut request = Request::new(axum::body::Body::empty());
            request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4000))));
            if let Some(line) = line {
                request.headers_mut().insert("x-forwarded-for", line.parse().unwrap());
            }
            Doors { behind_proxy, ..Doors::default() }.network(&request).unwrap().to_string()
        };
        for (behind_proxy, line, told) in [
            (false, Some("192.0.2.7"), "127.0.0.1"),
            (true, Some("192.0.2.7"), "192.0.2.7"),
            (true, Some("203.0.113.9, 192.0.2.7"), "192.0.2.7"),
            (true, Some("192.0.2.7:5123"), "192.0.2.7"),
            (true, Some("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::"),
            (true, Some("::ffff:192.0.2.7"), "192.0.2.7"),
            (true, Some("nonsense"), "127.0.0.1"),
            (true, None, "127.0.0.1"),
        ] {
            assert_eq!(asked(behind_proxy, line), told, "{line:?}");
        }
    }

    #[test]
    fn every_door_is_a_route() {
        let known = |door: &&str| crate::routes().iter().any(|route| route.path == *door && route.method == "POST");
        assert!(DOORS.iter().all(known));
    }
}

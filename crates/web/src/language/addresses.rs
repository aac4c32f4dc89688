//! Which addresses there are in other languages, and how those of a page are led to its own.

use language::{ENGLISH, Language, OTHERS};

/// The first parts of the addresses that are there in every language: what families read. The rest (desks, accounts, open
/// data) is in English alone. A form that is counted by network is counted as one, in whichever language it is sent.
const SPOKEN: [&str; 21] = [
    "",
    "about",
    "accessibility",
    "advice",
    "arrived",
    "changed",
    "council",
    "easy",
    "families",
    "find",
    "glossary",
    "groups",
    "law",
    "letters",
    "privacy",
    "safety",
    "services",
    "updates",
    "workshops",
    "young",
    "councils",
];

/// What is left in English alone of these: leaving in a hurry takes the shortest way, an organiser says in English that a
/// group met, and the others are for machines.
const NOT_SPOKEN: [&str; 4] = ["/find/exit", "/groups/met/", "/updates/feed", "/updates/notify"];

/// Whether an address is there in every language.
pub(super) fn is_spoken(path: &str) -> bool {
    let first = path.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
    let is_alone = NOT_SPOKEN.iter().any(|start| path.starts_with(start)) || first == "council" && is_file(path);
    SPOKEN.contains(&first) && !is_alone
}

/// Whether what stands below a council's page is a file or data, and so the same in every language.
fn is_file(path: &str) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    path.contains("/open-referral/") || path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

/// The pattern of a route without the prefix of a language: the same for all of them.
pub(crate) fn in_every(route: &str) -> &str {
    let parts = OTHERS.iter().find_map(|language| route.strip_prefix('/')?.strip_prefix(language.tag));
    parts.filter(|rest| rest.starts_with('/')).unwrap_or(route)
}

/// The address in a language.
pub(super) fn led(language: Language, path: &str) -> String {
    match path {
        "/" => format!("/{}", language.tag),
        path => format!("/{}{path}", language.tag),
    }
}

/// A page with the addresses of its links and forms led to a language. A link that says in which language its page is keeps
/// its address.
pub(super) fn lead(language: Language, page: &str) -> String {
    let keeps = format!("hreflang=\"{}\" href=\"", ENGLISH.tag);
    let mut out = String::with_capacity(page.len() + page.len() / 32);
    let mut rest = page;
    while let Some(at) = rest.find("=\"/") {
        let (before, after) = rest.split_at(at + 2);
        let is_way = ["href=\"", "action=\""].iter().any(|start| before.ends_with(start));
        let (address, after) = after.split_at(after.find('"').unwrap_or(after.len()));
        out.push_str(before);
        match is_way && is_spoken(address) && !before.ends_with(&keeps) {
            true => out.push_str(&led(language, address)),
            false => out.push_str(address),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A language in which this page, or the start, can be read.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// The language.
    pub language: Language,
    /// Where.
    pub href: String,
}

/// The other languages of a page.
pub(super) fn choices(now: Language, path: &str) -> Vec<Choice> {
    let path = if is_spoken(path) { path } else { "/" };
    let others = OTHERS.into_iter().map(|language| Choice { language, href: led(language, path) });
    let all = std::iter::once(Choice { language: ENGLISH, href: path.to_owned() }).chain(others);
    all.filter(|choice| choice.language != now).collect()
}

#[cfg(test)]
mod tests {
    use super::{choices, in_every, lead};
    use language::{ENGLISH, URDU};

    #[test]
    fn addresses_are_led_to_the_language_of_the_page() {
        let check = |page: &str, expected: &str| assert_eq!(lead(URDU, page), expected);
        check("<a href=\"/\">a</a>", "<a href=\"/ur\">a</a>");
        check(
            "<a href=\"/find/answer?a#b\"><form action=\"/arrived\">",
            "<a href=\"/ur/find/answer?a#b\"><form action=\"/ur/arrived\">",
        );
        for stays in [
            "<a href=\"/find/exit\">",
            "<a href=\"/groups/met/x\">",
            "<a href=\"/static/a.css\">",
            "<a href=\"#x\">",
            "<a href=\"/publish\">",
            "<a href=\"/updates/feed/southwark.atom\">",
            "<a href=\"/council/x/calendar.ics\">",
        ] {
            check(stays, stays);
        }
        let english = "<a hreflang=\"en-GB\" href=\"/safety\">";
        check(english, english);
        let href = |now, path| choices(now, path)[0].href.clone();
        assert_eq!(href(ENGLISH, "/find/answer"), "/ur/find/answer");
        assert_eq!(href(ENGLISH, "/council/southwark"), "/ur/council/southwark");
        assert_eq!(href(ENGLISH, "/publish"), "/ur");
        assert_eq!(href(URDU, "/safety"), "/safety");
        for (route, same) in [("/ur/track", "/track"), ("/track", "/track"), ("/urn/x", "/urn/x"), ("/ur", "/ur")] {
            assert_eq!(in_every(route), same);
        }
    }
}

//! Where the database is: a file of our own, or a PostgreSQL server, or several of which one takes writes.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::error::StoreError;

/// Signs that may stand in the address of a file as they are.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Where the database is. Shown without its password.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A file, made where it is missing.
    Sqlite(PathBuf),
    /// The address of a PostgreSQL database, `postgres://name:password@host/database`. Servers that stand in for one
    /// another are parted by commas: `postgres://name:password@one,two:5433,three/database`.
    Postgres(String),
}

impl Location {
    /// The file `kith.db` in a folder.
    pub fn in_folder(folder: &Path) -> Self {
        Self::Sqlite(folder.join("kith.db"))
    }

    /// The address in the form the driver reads.
    pub(crate) fn url(&self) -> Result<String, StoreError> {
        match self {
            Self::Postgres(url) => Ok(url.clone()),
            Self::Sqlite(path) => {
                let whole = std::path::absolute(path)
                    .map_err(|why| StoreError::Unusable(format!("{}: {why}", path.display())))?;
                let text = whole.to_str().ok_or_else(|| {
                    StoreError::Unusable(format!("{}: the path is not plain text (UTF-8)", path.display()))
                })?;
                Ok(format!("sqlite://{}?mode=rwc", utf8_percent_encode(text, PLAIN)))
            }
        }
    }

    /// The address of each server, in the form the driver reads.
    pub(crate) fn urls(&self) -> Result<Vec<String>, StoreError> {
        match self {
            Self::Postgres(url) => servers(url),
            Self::Sqlite(_) => Ok(vec![self.url()?]),
        }
    }

    /// Refuses servers on other machines that would be spoken to in clear, or without proof that they are the right ones.
    pub(crate) fn check_safe(&self) -> Result<(), StoreError> {
        match self.urls()?.iter().find(|url| matches!(self, Self::Postgres(_)) && !is_safe(url)) {
            None => Ok(()),
            Some(_) => Err(StoreError::Unusable(format!(
                "{self} is on another machine, and the address does not ask for a connection that is safe\n  \
                 Hint: add ?sslmode=verify-full to it, and &sslrootcert=FILE where the certificate is one of your own"
            ))),
        }
    }
}

/// Whether the server of an address is on this machine, or is asked for its certificate before anything is said to it.
fn is_safe(url: &str) -> bool {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let (place, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let asked: Vec<(&str, &str)> = path
        .split_once('?')
        .map_or("", |(_, asked)| asked)
        .split('&')
        .filter_map(|part| part.split_once('='))
        .collect();
    let last = |names: [&str; 2]| asked.iter().rfind(|(name, _)| names.contains(name)).map(|(_, value)| *value);
    let host = last(["host", "hostaddr"]).unwrap_or_else(|| place.rsplit('@').next().unwrap_or_default());
    is_here(host) || last(["sslmode", "ssl-mode"]) == Some("verify-full")
}

/// Whether a host, with or without its port, is this machine: a socket is a path.
fn is_here(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None if host.matches(':').count() == 1 => host.split(':').next().unwrap_or_default(),
        None => host,
    };
    let is_path = name.is_empty() || name.starts_with('/') || name.to_ascii_uppercase().starts_with("%2F");
    is_path || name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// The driver reads one server to an address. The one that takes writes is looked for anyway, so an address that asks for
/// it, as other programs need it, is read; one that asks for another is not.
fn servers(url: &str) -> Result<Vec<String>, StoreError> {
    let unfit = |why: &str| {
        let hint = "give postgres://name:password@host/database, and more servers as host,host:port";
        StoreError::Unusable(format!("{why}\n  Hint: {hint}"))
    };
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
    let (place, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (who, hosts) = place.split_at(place.rfind('@').map_or(0, |at| at + 1));
    let (database, asked) = path.split_once('?').unwrap_or((path, ""));
    let mut kept = Vec::new();
    for part in asked.split('&').filter(|part| !part.is_empty()) {
        match part.strip_prefix("target_session_attrs=") {
            None => kept.push(part),
            Some("read-write" | "primary") => {}
            Some(_) => return Err(unfit("target_session_attrs must be read-write: Kith writes")),
        }
    }
    let asked = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    let hosts: Vec<&str> = hosts.split(',').collect();
    if hosts.len() > 1 && hosts.iter().any(|host| host.is_empty()) {
        return Err(unfit("a server has no name"));
    }
    Ok(hosts.iter().map(|host| format!("{scheme}://{who}{host}{database}{asked}")).collect())
}

impl FromStr for Location {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            servers(text)?;
            return Ok(Self::Postgres(text.to_owned()));
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:")).unwrap_or(text);
        if path.is_empty() || path.contains("://") {
            return Err(StoreError::Unusable(
                "the address is not one Kith can use\n  Hint: give postgres://name:password@host/database, or the path of a file"
                    .into(),
            ));
        }
        Ok(Self::Sqlite(path.into()))
    }
}

impl fmt::Display for Location {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(out, "{}", path.display()),
            Self::Postgres(url) => {
                let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
                let rest = rest.split('?').next().unwrap_or_default();
                write!(out, "{scheme}://{}", rest.rsplit_once('@').map_or(rest, |(_, host)| host))
            }
        }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locations_are_read_and_shown_without_passwords() {
        let table = [
            ("postgres://a:b@c/d?x=y", Some("postgres://c/d")),
            ("postgresql:///d", Some("postgresql:///d")),
            ("postgres://a:b@c@h/d", Some("postgres://h/d")),
            ("postgres://a:b@one,two:5433/d?target_session_attrs=read-write", Some("postgres://one,two:5433/d")),
            ("postgres://a:b@one,,two/d", None),
            ("postgres://a:b@one,two/d?target_session_attrs=standby", None),
            ("data/kith.db", Some("data/kith.db")),
            ("sqlite://data/kith.db", Some("data/kith.db")),
            ("sqlite:kith.db", Some("kith.db")),
            ("mysql://a", None),
            ("", None),
        ];
        for (text, shown) in table {
            let read = text.parse::<Location>().ok().map(|location| format!("{location:?}"));
            assert_eq!(read.as_deref(), shown, "{text}");
        }
    }

    #[test]
    fn each_server_has_an_address() {
        let table: [(&str, &[&str]); 4] = [
            ("postgres://a:b@c/d?x=y", &["postgres://a:b@c/d?x=y"]),
            ("postgres://c?target_session_attrs=primary", &["postgres://c"]),
            (
                "postgresql://a:b,@one:1,%2Ftmp%2Ftwo,[::1]:3/d?sslmode=require&target_session_attrs=read-write&x=y",
                &[
                    "postgresql://a:b,@one:1/d?sslmode=require&x=y",
                    "postgresql://a:b,@%2Ftmp%2Ftwo/d?sslmode=require&x=y",
                    "postgresql://a:b,@[::1]:3/d?sslmode=require&x=y",
                ],
            ),
            ("postgres:///d", &["postgres:///d"]),
        ];
        for (text, expected) in table {
            assert_eq!(text.parse::<Location>().unwrap().urls().unwrap(), expected);
        }
    }

    #[test]
    fn nothing_is_said_in_clear_to_another_machine() {
        let table = [
            ("postgres:///kith", true),
            ("postgres://a:b@localhost:5433/kith", true),
            ("postgres://a@127.0.0.1/kith", true),
            ("postgres://a@[::1]:5433/kith", true),
            ("postgres://a@%2Ftmp%2Fone,%2Ftmp%2Ftwo/kith", true),
            ("postgres://a@database/kith", false),
            ("postgres://localhost@database/kith", false),
            ("postgres://a@localhost.example/kith", false),
            ("postgres://a@[2001:db8::1]:5433/kith", false),
            ("postgres://a@localhost,database/kith", false),
            ("postgres://a@localhost/kith?host=database", false),
            ("postgres://a@database/kith?sslmode=prefer", false),
            ("postgres://a@database/kith?sslmode=require", false),
            ("postgres://a@database/kith?x=sslmode=verify-full", false),
            ("postgres://a@database/kith?sslmode=verify-full&sslmode=disable", false),
            ("postgres://a@one,two:5433/kith?target_session_attrs=read-write&sslmode=verify-full", true),
            ("data/kith.db", true),
        ];
        for (text, is_safe) in table {
            assert_eq!(text.parse::<Location>().unwrap().check_safe().is_ok(), is_safe, "{text}");
        }
        let secret =
            "postgres://a:secret@database/kith".parse::<Location>().unwrap().check_safe().unwrap_err().to_string();
        assert!(!secret.contains("secret") && secret.contains("sslmode=verify-full"), "{secret}");
    }

    #[test]
    fn odd_file_names_survive_the_address() {
        let url = Location::Sqlite("/a b/c?d#e%20é.db".into()).url().unwrap();
        assert_eq!(url, "sqlite:///a%20b/c%3Fd%23e%2520%C3%A9.db?mode=rwc");
    }
}

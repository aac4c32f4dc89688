//! Passwords: how good one must be, and how it is kept (argon2id).

use super::common;
use argon2::Argon2;
use argon2::password_hash::{PasswordHash as Parsed, PasswordHasher, PasswordVerifier, SaltString};
use std::sync::LazyLock;
use store::{Account, PasswordHash};
use thiserror::Error;
use tokio::sync::Semaphore;

/// The shortest password, in letters. Three random words are longer.
pub(crate) const SHORTEST: usize = 14;
/// The longest, so that nobody can keep the machine busy with one.
pub(crate) const LONGEST: usize = 200;

/// How many passwords are hashed at once: each takes 19 MiB and one core for a moment.
static TURNS: Semaphore = Semaphore::const_new(2);
/// Checked where there is no account, so that an address nobody has takes as long as one somebody has.
static NOBODY: LazyLock<Option<PasswordHash>> = LazyLock::new(|| hash("a password that nobody ever had").ok());

/// Rows that fingers run along.
const ROWS: [&str; 3] = ["01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];

/// Why a password cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PasswordFault {
    /// It is too short.
    #[error("Choose a password of at least 14 letters. Three random words make a good one")]
    Short,
    /// It is too long.
    #[error("Choose a password of at most 200 letters")]
    Long,
    /// It can be guessed from the account or repeats itself.
    #[error(
        "Choose a password that does not repeat itself, run along the keyboard or the alphabet, or hold your name, your email address or “kith”"
    )]
    Guessable,
    /// It is made of what most people choose.
    #[error(
        "Choose a password that is not made of the words most people use, such as “welcome” or “liverpool”. Three random words make a good one"
    )]
    Common,
    /// The machine could not make it safe.
    #[error("The password could not be kept. Try again")]
    NotKept,
}

/// Whether a password is good enough for somebody.
pub(super) fn check(password: &str, email: &str, name: &str) -> Result<(), PasswordFault> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(PasswordFault::Short);
    }
    if length > LONGEST {
        return Err(PasswordFault::Long);
    }
    let low = password.to_lowercase();
    let mut letters: Vec<char> = low.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    let parts = email.split(['@', '.', '-', '_']).chain(name.split_whitespace()).chain(["kith", "password"]);
    let told = parts.filter(|part| part.chars().count() >= 4).any(|part| low.contains(&part.to_lowercase()));
    match letters.len() < 6 || told || is_run(&low) {
        true => Err(PasswordFault::Guessable),
        false if common::is_common(&low) => Err(PasswordFault::Common),
        false => Ok(()),
    }
}

/// Whether most of its letters follow one another in a row, in either direction.
fn is_run(low: &str) -> bool {
    let letters: Vec<char> = low.chars().collect();
    let follows = |pair: &&[char]| {
        let (there, back) = (String::from_iter(pair.iter()), String::from_iter(pair.iter().rev()));
        ROWS.iter().any(|row| row.contains(&there) || row.contains(&back))
    };
    letters.windows(2).filter(follows).count() * 2 > letters.len()
}

/// The hash of a password, to be kept.
///
/// # Errors
/// Where the machine gives no random numbers or too little memory.
pub fn hash(password: &str) -> Result<PasswordHash, PasswordFault> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|_| PasswordFault::NotKept)?;
    let salt = SaltString::encode_b64(&salt).map_err(|_| PasswordFault::NotKept)?;
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt).map_err(|_| PasswordFault::NotKept)?;
    PasswordHash::new(&hash.to_string()).map_err(|_| PasswordFault::NotKept)
}

/// The hash of a password good enough for somebody, made where it holds up nobody else.
pub(super) async fn make(password: &str, email: &str, name: &str) -> Result<PasswordHash, PasswordFault> {
    check(password, email, name)?;
    let password = password.to_owned();
    let turn = TURNS.acquire().await.map_err(|_| PasswordFault::NotKept)?;
    // The turn goes along: it ends with the work, also where nobody waits for it any longer.
    let make = move || {
        let _turn = turn;
        hash(&password)
    };
    tokio::task::spawn_blocking(make).await.map_err(|_| PasswordFault::NotKept)?
}

/// Whether this is the account's password; takes as long where there is no account.
pub(super) async fn is_right(account: Option<&Account>, password: &str) -> bool {
    let kept = account.and_then(|account| account.password.clone());
    let is_somebody = kept.is_some();
    let Some(kept) = kept.or_else(|| NOBODY.clone()) else { return false };
    let password: String = password.chars().take(LONGEST + 1).collect();
    let Ok(turn) = TURNS.acquire().await else { return false };
    let verify = move || {
        let _turn = turn;
        Parsed::new(kept.reveal())
            .is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok())
    };
    tokio::task::spawn_blocking(verify).await.unwrap_or(false) && is_somebody
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_not_to_be_guessed() {
        let check = |password: &str| check(password, "ada.lovelace@council.example", "Ada Lovelace");
        assert_eq!(check("lantern orchard river"), Ok(()));
        assert_eq!(check("short"), Err(PasswordFault::Short));
        assert_eq!(check("aaaaaaaaaaaaaaaaaaaa"), Err(PasswordFault::Guessable));
        assert_eq!(check("lovelace orchard river"), Err(PasswordFault::Guessable));
        assert_eq!(check("the kith orchard river"), Err(PasswordFault::Guessable));
        for run in ["12345678901234", "qwertyuiopasdfgh", "zyxwvutsrqponm", "Abcdefgh123456"] {
            assert_eq!(check(run), Err(PasswordFault::Guessable), "{run}");
        }
        assert_eq!(check(&"lantern orchard ".repeat(20)), Err(PasswordFault::Long));
        for common in ["Welcome2024!!!", "iloveyou liverpool", "W3lcome dr@gon 99", "letmeinletmeinnow"] {
            assert_eq!(check(common), Err(PasswordFault::Common), "{common}");
        }
    }
}

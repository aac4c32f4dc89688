//! One suite for both databases: every case below is run on SQLite and on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests fail loudly")]

mod accounts;
mod audits;
mod backups;
mod bookings;
mod cases;
mod damage;
mod events;
mod feedback;
mod laws;
mod letters;
mod opening;
mod outreach;
#[path = "../postgres/mod.rs"]
mod postgres;
mod rotation;
mod secrets;
mod updates;

use postgres::Server;
use std::pin::Pin;
use std::sync::Arc;
use store::{InstallationKey, Location, Store};

/// Where a case gets its databases.
#[derive(Clone)]
enum Place {
    Folder(Arc<tempfile::TempDir>),
    Server(Arc<Server>),
}

impl Place {
    /// A new and empty database.
    async fn location(&self) -> Location {
        match self {
            Self::Server(server) => server.database(),
            Self::Folder(folder) => {
                let name = store::SessionToken::fresh().reveal();
                Location::Sqlite(folder.path().join(name).join("kith.db"))
            }
        }
    }

    /// A store in a new and empty database.
    async fn store(&self) -> Store {
        open(&self.location().await).await
    }
}

/// A store with the key of these tests.
async fn open(location: &Location) -> Store {
    Store::open(location).await.unwrap().with_keys(key())
}

/// The key of these tests.
fn key() -> InstallationKey {
    "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8".parse().unwrap()
}

type Case = fn(Place) -> Pin<Box<dyn Future<Output = ()> + Send>>;

macro_rules! cases {
    ($($file:ident: $($name:ident)*;)*) => {
        const CASES: &[(&str, Case)] =
            &[$($((concat!(stringify!($file), "::", stringify!($name)), |place| Box::pin($file::$name(place))),)*)*];
    };
}

cases! {
    opening: opened_twice_is_one many_open_at_once newer_is_refused changed_steps_are_refused
        a_step_that_fails_changes_nothing a_stuck_writer_is_not_waited_for_without_end;
    events: append_then_read nothing_happens_without_events conflict_says_where_it_is a_key_answers_once
        a_key_is_for_one_thing a_key_goes_before_the_version streams_by_prefix since_of_one_kind since_has_no_gaps
        two_writers_never_mix nodes_hear_of_each_other odd_signs_survive;
    feedback: said_answered_hidden_erased;
    outreach: organisers_and_their_links questions_are_sealed_and_opened_with_a_code questions_change_in_turn
        questions_go_by_day;
    letters: one_sender_at_a_time failed_is_tried_again_and_given_up a_sender_that_dies_is_followed letters_go_with_events
        what_was_handed_over_is_not_sent_again a_busy_way_out_is_no_try messages_of_every_channel;
    updates: asked_and_confirmed left_and_forgotten spread_once refused_twice_is_forgotten nothing_personal_in_clear;
    accounts: made_found_changed_erased erased_is_gone an_email_is_taken_once roles_are_given_and_taken roles_are_in_the_chain somebody_stays_who_invites invited_once
        the_first_account_is_made_once signed_in_and_out ways_back_in second_factors codes_for_a_lost_phone
        attempts_are_counted councils_own_sign_in;
    bookings: a_thousand_for_the_last_ten who_waits_moves_up_in_order told_once_whoever_tells kept_sealed_and_not_for_long;
    backups: out_and_back_is_the_same only_into_an_empty_one what_was_changed_is_found_out damage_is_seen
        sealed_backups taken_while_others_write;
    laws: as_in_memory;
    cases: sealed_and_opened a_body_cannot_be_moved nothing_without_a_key destroyed_is_gone found_by_words
        files_come_back a_file_comes_with_its_act drafts_are_their_writers access_for_a_time tracked_with_a_code a_page_is_closed_for_good read_past_what_is_damaged;
    audits: every_append_is_in_the_chain views_are_noted many_write_one_chain;
    damage: one_changed_byte_is_found rows_taken_out_are_found false_tombstones_are_found roles_given_by_a_row_are_found access_cannot_be_stretched;
    rotation: a_new_key_without_a_pause all_have_one_key;
    secrets: nothing_secret_is_kept_in_clear blobs_are_kept_by_digest;
}

/// Runs every case, a few at a time, and names those that fail.
fn run(place: &Place) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let mut failed = Vec::new();
    runtime.block_on(async {
        for few in CASES.chunks(6) {
            let started: Vec<_> = few.iter().map(|(name, case)| (name, tokio::spawn(case(place.clone())))).collect();
            for (name, case) in started {
                if case.await.is_err() {
                    failed.push(*name);
                }
            }
        }
    });
    runtime.shutdown_timeout(std::time::Duration::from_secs(5));
    assert!(failed.is_empty(), "these fail: {failed:?}");
}

#[test]
fn on_sqlite() {
    run(&Place::Folder(Arc::new(tempfile::tempdir().unwrap())));
}

#[test]
fn on_postgres() {
    if let Some(server) = Server::start() {
        run(&Place::Server(Arc::new(server)));
    }
}

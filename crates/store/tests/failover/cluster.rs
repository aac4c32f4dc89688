//! Three servers of one database, and the manager that a council would have beside them.

use crate::postgres::Server;
use std::time::{Duration, Instant};
use store::Location;

/// Longer than anything here should ever take.
const LIMIT: Duration = Duration::from_secs(60);

/// A primary and two standbys, `s1` and `s2`.
pub(crate) struct Cluster {
    pub(crate) primary: Server,
    pub(crate) standbys: [Server; 2],
    /// The address of all three.
    pub(crate) location: Location,
    database: String,
}

impl Cluster {
    /// Starts them; none where PostgreSQL is not installed. With `quorum` the primary acknowledges what one of the standbys
    /// has on its disk, without it what it has itself.
    pub(crate) fn start(quorum: bool) -> Option<Self> {
        let primary = Server::start()?;
        if quorum {
            primary.set("synchronous_standby_names", "ANY 1 (s1, s2)");
        }
        let standbys = ["s1", "s2"].map(|name| primary.standby(name));
        wait_for("both standbys copy", || count(&primary, "select count(*) from pg_stat_replication") == 2);
        let one = primary.database().to_string();
        let database = one.rsplit_once('/').unwrap().1.to_owned();
        let hosts = [&primary, &standbys[0], &standbys[1]].map(Server::host).join(",");
        let location = format!("postgres://kith@{hosts}/{database}?target_session_attrs=read-write").parse().unwrap();
        Some(Self { primary, standbys, location, database })
    }

    /// Cuts a standby off. It is stopped: one that only falls silent is still handed what was sent to it.
    pub(crate) fn cut_off(&mut self, standby: usize) {
        self.standbys[standby].stop();
    }

    /// Which standby has received the most. Both must be asked: with one copy in two, either may be the one that has it.
    pub(crate) fn most_advanced(&self) -> usize {
        let received = self.standbys.each_ref().map(received);
        println!("received by s1 {} bytes, by s2 {} bytes", received[0], received[1]);
        usize::from(received[1] > received[0])
    }

    /// Makes a standby the primary, and has the other follow it.
    pub(crate) fn promote(&self, standby: usize) -> &Server {
        let (new, other) = (&self.standbys[standby], &self.standbys[1 - standby]);
        assert_eq!(new.sql("select pg_promote()").as_deref(), Ok("t"));
        other.follow(new, ["s1", "s2"][1 - standby]);
        new
    }

    /// How many rows of a table hold something, as the server itself sees it, past the store.
    pub(crate) fn count(&self, server: &Server, from: &str) -> i64 {
        let said = server.sql_in(&self.database, &format!("select count(*) from {from}"));
        said.unwrap().parse().unwrap()
    }
}

fn count(server: &Server, words: &str) -> i64 {
    server.sql(words).unwrap().parse().unwrap()
}

/// How far a standby has received. One that was started again knows only how far it has replayed what it had received
/// before: that is waited for.
fn received(standby: &Server) -> i64 {
    let words = "select greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()) - '0/0'";
    let mut last = count(standby, words);
    loop {
        std::thread::sleep(Duration::from_millis(100));
        let now = count(standby, words);
        if now == last {
            return now;
        }
        last = now;
    }
}

/// Waits for something that must come about.
pub(crate) fn wait_for(what: &str, mut holds: impl FnMut() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < LIMIT, "{what}: not within {LIMIT:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

//! A PostgreSQL of the test's own: in a temporary folder, on a socket in it, gone when the test is. The tests of more than
//! one crate start theirs here.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use store::Location;

/// A running server.
pub(crate) struct Server {
    folder: tempfile::TempDir,
    programs: PathBuf,
    owner: Option<(u32, u32)>,
    /// Whether it waits for the disk.
    safe: bool,
    child: Child,
    databases: AtomicUsize,
}

#[allow(dead_code, reason = "each test does something else to it")]
impl Server {
    /// Starts one that does not wait for the disk; none where PostgreSQL is not installed.
    pub(crate) fn start() -> Option<Self> {
        Self::begin(false)
    }

    /// Starts one that waits for the disk, as one does that is in use.
    pub(crate) fn start_safe() -> Option<Self> {
        Self::begin(true)
    }

    fn begin(safe: bool) -> Option<Self> {
        let Some(programs) = programs() else {
            println!("SKIPPED: PostgreSQL 15 or later is not installed; the store is tested on SQLite alone");
            return None;
        };
        Some(Self::made_by(programs, safe, "initdb", |initdb| {
            initdb.args(["--auth=trust", "--username=kith", "--encoding=UTF8", "--no-locale", "--no-sync"])
        }))
    }

    /// Starts a standby, which copies from this one under a name.
    pub(crate) fn standby(&self, name: &str) -> Self {
        Self::made_by(self.programs.clone(), self.safe, "pg_basebackup", |copy| {
            copy.args(["--write-recovery-conf", "--checkpoint=fast", "--no-sync", "-d", &self.as_source(name)])
        })
    }

    /// Has a standby copy from another server from now on.
    pub(crate) fn follow(&self, primary: &Self, name: &str) {
        self.set("primary_conninfo", &primary.as_source(name));
    }

    fn as_source(&self, name: &str) -> String {
        format!("host={} user=kith application_name={name}", self.folder.path().display())
    }

    /// Starts a server in a new folder, which a program fills with its files.
    fn made_by(programs: PathBuf, safe: bool, program: &str, say: impl FnOnce(&mut Command) -> &mut Command) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let owner = unprivileged();
        if let Some((user, group)) = owner {
            std::os::unix::fs::chown(folder.path(), Some(user), Some(group)).unwrap();
        }
        let mut make = command(&programs.join(program), owner);
        say(make.arg("-D").arg(folder.path().join("data")));
        let made = make.stdin(Stdio::null()).output().unwrap();
        assert!(made.status.success(), "{program}: {}", String::from_utf8_lossy(&made.stderr));
        let child = postmaster(&programs, folder.path(), owner, safe);
        let server = Self { folder, programs, owner, safe, child, databases: AtomicUsize::new(0) };
        server.wait_until_ready();
        server
    }

    /// A new and empty database.
    pub(crate) fn database(&self) -> Location {
        let name = format!("test_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.sql(&format!("create database {name}")).unwrap();
        self.url(&name).parse().unwrap()
    }

    /// The address of a database.
    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres://kith@{}/{database}", self.host())
    }

    /// The server's part of an address.
    pub(crate) fn host(&self) -> String {
        self.folder.path().to_str().unwrap().replace('/', "%2F")
    }

    /// Says something to it as its keeper; what it answers, or what is wrong.
    pub(crate) fn sql(&self, words: &str) -> Result<String, String> {
        self.sql_in("postgres", words)
    }

    /// The same in one of its databases.
    pub(crate) fn sql_in(&self, database: &str, words: &str) -> Result<String, String> {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args(["-X", "-q", "-A", "-t", "-U", "kith", "-d", database, "-c", words, "-h"]).arg(self.folder.path());
        let said = psql.stdin(Stdio::null()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().trim().to_owned();
        if said.status.success() { Ok(text(said.stdout)) } else { Err(text(said.stderr)) }
    }

    /// Changes a setting while it runs.
    pub(crate) fn set(&self, setting: &str, value: &str) {
        self.sql(&format!("alter system set {setting} = '{value}'")).unwrap();
        self.sql("select pg_reload_conf()").unwrap();
    }

    /// Stops it at once, as a crash would, and starts it again.
    pub(crate) fn crash(&mut self) {
        self.stop();
        self.start_again();
    }

    /// Stops it at once.
    pub(crate) fn stop(&mut self) {
        // Its guard reads the end of its input, and stops the server.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }

    /// Starts it where it was stopped or killed.
    pub(crate) fn start_again(&mut self) {
        self.stop();
        self.child = postmaster(&self.programs, self.folder.path(), self.owner, self.safe);
        self.wait_until_ready();
    }

    /// Ends one of the processes that answer clients, as the machine would when memory runs out.
    pub(crate) fn kill_a_backend(&self) {
        let words = "select pid from pg_stat_activity where datname like 'test%' and pid <> pg_backend_pid() limit 1";
        if let Ok(pid) = self.sql(words) {
            let _ = Command::new("kill").args(["-KILL", &pid]).status();
        }
    }

    /// Sends a signal to it and to all its processes at once: `KILL` as when the machine is gone, `STOP` and `CONT` as when
    /// it falls silent for a while.
    pub(crate) fn signal(&self, signal: &str) {
        let pid = std::fs::read_to_string(self.folder.path().join("data/postmaster.pid")).unwrap();
        let pid = pid.lines().next().unwrap();
        let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap();
        let all = std::iter::once(pid).chain(children.split_whitespace());
        // One may have ended by itself in the meantime.
        let _ = Command::new("kill").arg(format!("-{signal}")).args(all).stderr(Stdio::null()).status();
    }

    fn wait_until_ready(&self) {
        for _ in 0..600 {
            let mut ready = Command::new(self.programs.join("pg_isready"));
            if ready.arg("-q").arg("-h").arg(self.folder.path()).status().unwrap().success() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("PostgreSQL does not start: {}", log(self.folder.path()));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The server, and a guard that stops it at once when this process lets go of it, however this process ends.
fn postmaster(programs: &Path, folder: &Path, owner: Option<(u32, u32)>, safe: bool) -> Child {
    let script = "\"$1\" -D \"$2/data\" -k \"$2\" -c listen_addresses= -c max_connections=200 -c fsync=\"$3\" \
        >>\"$2/log\" 2>&1 & server=$!; read -r _; kill -QUIT $server; kill -CONT $server; wait $server";
    let mut guard = command(Path::new("/bin/sh"), owner);
    guard.args(["-c", script, "sh"]).arg(programs.join("postgres")).arg(folder).arg(if safe { "on" } else { "off" });
    guard.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn command(program: &Path, owner: Option<(u32, u32)>) -> Command {
    use std::os::unix::process::CommandExt;
    let mut command = Command::new(program);
    command.current_dir("/");
    if let Some((user, group)) = owner {
        command.uid(user).gid(group);
    }
    command
}

/// PostgreSQL will not run as root: then it runs as the user of that name.
fn unprivileged() -> Option<(u32, u32)> {
    let id = |words: &[&str]| -> Option<u32> {
        let said = Command::new("id").args(words).output().ok()?;
        String::from_utf8(said.stdout).ok()?.trim().parse().ok()
    };
    (id(&["-u"]) == Some(0)).then(|| Some((id(&["-u", "postgres"])?, id(&["-g", "postgres"])?)))?
}

fn programs() -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let version = path.file_name()?.to_str()?.parse().ok()?;
            path.join("bin/initdb").exists().then(|| (version, path.join("bin")))
        })
        .collect();
    found.sort();
    found.pop().filter(|(version, _)| *version >= 15).map(|(_, path)| path)
}

fn log(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("log")).unwrap_or_default()
}

//! A PostgreSQL of the test's own: in a temporary folder, on a socket in it, gone when the test is.

use sqlx::Connection;
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

impl Server {
    /// Starts one that does not wait for the disk; none where PostgreSQL is not installed.
    #[allow(dead_code, reason = "for all but what is measured")]
    pub(crate) fn start() -> Option<Self> {
        Self::begin(false)
    }

    /// Starts one that waits for the disk, as one does that is in use.
    #[allow(dead_code, reason = "for what is measured")]
    pub(crate) fn start_safe() -> Option<Self> {
        Self::begin(true)
    }

    fn begin(safe: bool) -> Option<Self> {
        let Some(programs) = programs() else {
            println!("SKIPPED: PostgreSQL 15 or later is not installed; the store is tested on SQLite alone");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let owner = unprivileged();
        if let Some((user, group)) = owner {
            std::os::unix::fs::chown(folder.path(), Some(user), Some(group)).unwrap();
        }
        let mut initdb = command(&programs.join("initdb"), owner);
        initdb.arg("-D").arg(folder.path().join("data"));
        initdb.args(["--auth=trust", "--username=kith", "--encoding=UTF8", "--no-locale", "--no-sync"]);
        let made = initdb.stdin(Stdio::null()).output().unwrap();
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let child = postmaster(&programs, folder.path(), owner, safe);
        let server = Self { folder, programs, owner, safe, child, databases: AtomicUsize::new(0) };
        server.wait_until_ready();
        Some(server)
    }

    /// A new and empty database.
    pub(crate) async fn database(&self) -> Location {
        let name = format!("test_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let mut admin = sqlx::PgConnection::connect(&self.url("postgres")).await.unwrap();
        let words = sqlx::AssertSqlSafe(format!("create database {name}"));
        sqlx::query(words).execute(&mut admin).await.unwrap();
        self.url(&name).parse().unwrap()
    }

    /// The address of a database.
    pub(crate) fn url(&self, database: &str) -> String {
        let folder = self.folder.path().to_str().unwrap().replace('/', "%2F");
        format!("postgres://kith@{folder}/{database}")
    }

    /// Stops it at once, as a crash would, and starts it again.
    #[allow(dead_code, reason = "for the tests that crash it")]
    pub(crate) fn crash(&mut self) {
        self.stop();
        self.child = postmaster(&self.programs, self.folder.path(), self.owner, self.safe);
        self.wait_until_ready();
    }

    /// Ends one of the processes that answer clients, as the machine would when memory runs out.
    #[allow(dead_code, reason = "for the tests that crash it")]
    pub(crate) async fn kill_a_backend(&self) {
        let Ok(mut admin) = sqlx::PgConnection::connect(&self.url("postgres")).await else { return };
        let words = "select pid from pg_stat_activity where datname like 'test%' and pid <> pg_backend_pid() limit 1";
        if let Ok(Some(pid)) = sqlx::query_scalar::<_, i32>(words).fetch_optional(&mut admin).await {
            let _ = Command::new("kill").args(["-KILL", &pid.to_string()]).status();
        }
    }

    fn stop(&mut self) {
        // Its guard reads the end of its input, and stops the server.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
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
        >>\"$2/log\" 2>&1 & server=$!; read -r _; kill -QUIT $server; wait $server";
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

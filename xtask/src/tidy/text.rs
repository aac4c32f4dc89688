//! What no file of ours may hold: tabs, spaces at a line's end, reminders, machine paths, package hosts.

use super::tree::File;

/// Written apart, so that this file does not hold them itself.
const REMINDERS: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];
const HOSTS: &[&str] = &[
    concat!("crates", ".io"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("npmjs", ".org"),
    concat!("deb.debian", ".org"),
    concat!("arti", "factory"),
    concat!("proxy.golang", ".org"),
];
/// Folders of a machine; an address of ours never begins so.
const PATHS: &[&str] = &[concat!("/t", "mp/"), concat!("/w", "ork/"), concat!("/ho", "me/"), concat!("/ro", "ot/")];

/// Files that a tool writes in its own form.
const WRITTEN_BY_TOOLS: &[&str] = &["Cargo.lock", "package-lock.json"];

/// Every fault of a file's text.
pub(crate) fn check(file: &File) -> Vec<String> {
    let mut faults = Vec::new();
    let by_tool = WRITTEN_BY_TOOLS.contains(&file.name());
    for (number, line) in file.text.lines().enumerate() {
        let mut say = |why: String| faults.push(format!("{}:{}: {why}", file.path, number + 1));
        if line.contains('\t') {
            say("a tab: use spaces".into());
        }
        if line.ends_with(' ') && !file.is(".snap") {
            say("spaces at the end of the line".into());
        }
        if let Some(word) = REMINDERS.iter().find(|word| holds_word(line, word)) {
            say(format!("{word}: do it, or write an issue"));
        }
        if let Some(path) = PATHS.iter().find(|path| holds_path(line, path)) {
            say(format!("{path}: a path of one machine"));
        }
        if let Some(host) = HOSTS.iter().find(|host| !by_tool && line.contains(**host)) {
            say(format!("{host}: the host of a package registry"));
        }
    }
    if file.name() == "package-lock.json" && file.text.contains("\"resolved\": \"http") {
        faults
            .push(format!("{}: holds download addresses; write it with `omit-lockfile-registry-resolved`", file.path));
    }
    if !file.text.is_empty() && !file.text.ends_with('\n') {
        faults.push(format!("{}: the last line does not end", file.path));
    }
    if file.size == 0 {
        faults.push(format!("{}: an empty file", file.path));
    }
    faults
}

fn holds_word(line: &str, word: &str) -> bool {
    let whole = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| !line[..at].ends_with(whole) && !line[at + word.len()..].starts_with(whole))
}

fn holds_path(line: &str, path: &str) -> bool {
    let within = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '}' | ')' | '*');
    line.match_indices(path).any(|(at, _)| !line[..at].ends_with(within))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_paths_are_told_from_our_own() {
        assert!(holds_path(&format!("see {}x", PATHS[0]), PATHS[0]));
        assert!(!holds_path("law/supports/work/leave.md", PATHS[1]));
    }

    #[test]
    fn each_kind_of_fault_is_found() {
        let text = format!("a\tb\nend \n{} later\nfrom https://{}/x", REMINDERS[0], HOSTS[0]);
        let file = File { path: "a.md".into(), size: text.len() as u64, text };
        let lines: Vec<String> =
            check(&file).iter().map(|fault| fault.split(' ').next().unwrap_or("").into()).collect();
        assert_eq!(lines, ["a.md:1:", "a.md:2:", "a.md:3:", "a.md:4:", "a.md:"]);
    }
}

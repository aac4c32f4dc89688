//! Files that nothing uses, and supports that are missing: what stands in the tree must be reached.

use super::tree::File;

/// Every fault.
pub(crate) fn check(files: &[File], ids: &str) -> Vec<String> {
    let mut faults: Vec<String> = files.iter().filter_map(|file| unused(file, files)).collect();
    faults.extend(supports(files, ids));
    faults
}

fn unused(file: &File, files: &[File]) -> Option<String> {
    let path = file.path.as_str();
    if file.is(".rs") && path.contains("/src/") && !is_root(path) {
        let declared =
            files.iter().filter(|other| other.is(".rs") && other.path != path).any(|other| declares(other, path));
        return (!declared).then(|| format!("{path}: no `mod` declares it"));
    }
    let in_web = ["crates/web/templates/", "crates/web/static/"].iter().find_map(|folder| path.strip_prefix(folder));
    if let Some(short) = in_web {
        let users = files
            .iter()
            .filter(|other| other.path != path && (other.is(".rs") || other.is(".html") || other.is(".css")));
        let used = users.into_iter().any(|other| other.text.contains(short) || other.text.contains(file.name()));
        return (!used).then(|| format!("{path}: no page uses it"));
    }
    None
}

fn is_root(path: &str) -> bool {
    path.ends_with("src/main.rs")
        || path.ends_with("src/lib.rs")
        || path.contains("/src/bin/")
        || path.ends_with("build.rs")
}

/// Whether the file is where the module of that path would be declared, and declares it.
fn declares(file: &File, path: &str) -> bool {
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let Some((folder, name)) = path.rsplit_once('/') else { return false };
    let beside = file.folder() == folder && ["main.rs", "lib.rs", "mod.rs"].contains(&file.name());
    let above = file.path.strip_suffix(".rs") == Some(folder);
    let at_path = file.text.contains(&format!("#[path = \"{name}.rs\"]"));
    let says =
        [format!("mod {name};"), format!("mod {name} {{")].iter().any(|words| file.text.contains(words.as_str()));
    at_path || (beside || above) && says
}

/// The supports that are in the list but not in the law, and the other way round.
fn supports(files: &[File], ids: &str) -> Vec<String> {
    let listed: Vec<&str> =
        ids.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let written: Vec<&File> =
        files.iter().filter(|file| file.path.starts_with("law/supports/") && file.is(".md")).collect();
    let name = |file: &File| file.name().trim_end_matches(".md").to_owned();
    let mut faults: Vec<String> = listed
        .iter()
        .filter(|id| !written.iter().any(|file| name(file) == **id))
        .map(|id| format!("law/supports: {id} is missing"))
        .collect();
    for file in written {
        let id = name(file);
        if !listed.contains(&id.as_str()) {
            faults.push(format!("{}: not in xtask/supports.txt; add its id there", file.path));
        }
        if !file.text.lines().any(|line| line.strip_prefix("support ").is_some_and(|rest| rest.trim() == id)) {
            faults.push(format!("{}: the support within has another name than the file", file.path));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.into(), text: text.into(), size: 1 }
    }

    #[test]
    fn a_module_nothing_declares_is_found() {
        let files = [
            file("crates/a/src/lib.rs", "mod b;\npub mod c;"),
            file("crates/a/src/b.rs", "mod d;"),
            file("crates/a/src/b/d.rs", ""),
            file("crates/a/src/c/mod.rs", ""),
            file("crates/a/src/e.rs", ""),
        ];
        assert_eq!(check(&files, ""), ["crates/a/src/e.rs: no `mod` declares it"]);
    }

    #[test]
    fn supports_and_their_list_agree() {
        let files = [file("law/supports/money/x.md", "---\nsupport   x\n")];
        assert!(check(&files, "# all\nx\n").is_empty());
        assert_eq!(check(&files, "x\ny"), ["law/supports: y is missing"]);
        assert_eq!(check(&files, "").len(), 1);
    }
}

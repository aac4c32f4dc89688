//! Whether the documents by which others judge our safety are true of the tree: `docs/asvs.md` answers every requirement of
//! OWASP ASVS 5.0.0 at levels 1 and 2 once, and every test and file that these documents name is there.

use std::collections::BTreeMap;

use super::tree::File;

/// Where the requirements are answered.
const ANSWERS: &str = "docs/asvs.md";
/// Every section of the standard, with the level of each of its requirements in order. Those of level 3 are not answered.
const SECTIONS: &[(&str, &str)] = &[
    ("V1.1", "22"),
    ("V1.2", "1111122223"),
    ("V1.3", "112222222223"),
    ("V1.4", "222"),
    ("V1.5", "123"),
    ("V2.1", "122"),
    ("V2.2", "112"),
    ("V2.3", "12223"),
    ("V2.4", "23"),
    ("V3.1", "3"),
    ("V3.2", "113"),
    ("V3.3", "12223"),
    ("V3.4", "11222233"),
    ("V3.5", "11122333"),
    ("V3.6", "3"),
    ("V3.7", "22333"),
    ("V4.1", "12233"),
    ("V4.2", "23333"),
    ("V4.3", "22"),
    ("V4.4", "1222"),
    ("V5.1", "2"),
    ("V5.2", "112333"),
    ("V5.3", "113"),
    ("V5.4", "222"),
    ("V6.1", "122"),
    ("V6.2", "111111112222"),
    ("V6.3", "11223333"),
    ("V6.4", "112233"),
    ("V6.5", "22222333"),
    ("V6.6", "2223"),
    ("V6.7", "33"),
    ("V6.8", "2222"),
    ("V7.1", "222"),
    ("V7.2", "1111"),
    ("V7.3", "22"),
    ("V7.4", "11222"),
    ("V7.5", "223"),
    ("V7.6", "22"),
    ("V8.1", "1233"),
    ("V8.2", "1123"),
    ("V8.3", "133"),
    ("V8.4", "23"),
    ("V9.1", "111"),
    ("V9.2", "1222"),
    ("V10.1", "22"),
    ("V10.2", "223"),
    ("V10.3", "22223"),
    ("V10.4", "1111122222233333"),
    ("V10.5", "22222"),
    ("V10.6", "22"),
    ("V10.7", "222"),
    ("V11.1", "2233"),
    ("V11.2", "22233"),
    ("V11.3", "11233"),
    ("V11.4", "1222"),
    ("V11.5", "23"),
    ("V11.6", "23"),
    ("V11.7", "33"),
    ("V12.1", "12233"),
    ("V12.2", "11"),
    ("V12.3", "22223"),
    ("V13.1", "2333"),
    ("V13.2", "222223"),
    ("V13.3", "2233"),
    ("V13.4", "1222233"),
    ("V14.1", "22"),
    ("V14.2", "12223333"),
    ("V14.3", "122"),
    ("V15.1", "12233"),
    ("V15.2", "12233"),
    ("V15.3", "1222222"),
    ("V15.4", "3333"),
    ("V16.1", "2"),
    ("V16.2", "22222"),
    ("V16.3", "2222"),
    ("V16.4", "222"),
    ("V16.5", "2223"),
    ("V17.1", "23"),
    ("V17.2", "22223333"),
    ("V17.3", "22"),
];
/// How a requirement may stand.
const STANDINGS: [&str; 3] = ["test", "reason", "not met"];
/// The fewest letters of an answer in words.
const FEWEST: usize = 9;

/// Every fault of the documents.
pub(crate) fn check(files: &[File]) -> Vec<String> {
    let is_ours = |file: &&File| file.path == "SECURITY.md" || (file.folder() == "docs" && file.is(".md"));
    let mut faults: Vec<String> = files.iter().filter(is_ours).flat_map(|file| names(file, files)).collect();
    match files.iter().find(|file| file.path == ANSWERS) {
        Some(file) => faults.extend(answers(file)),
        None => faults.push(format!("{ANSWERS} is missing")),
    }
    faults
}

/// The level of every requirement that is to be answered, by its number.
fn requirements() -> BTreeMap<String, char> {
    let each = SECTIONS.iter().flat_map(|(section, levels)| {
        levels.chars().enumerate().map(move |(place, level)| (format!("{section}.{}", place + 1), level))
    });
    each.filter(|(_, level)| *level != '3').collect()
}

/// Faults of the table of answers: a requirement left out, twice, of another level, or not answered.
fn answers(file: &File) -> Vec<String> {
    let mut left = requirements();
    let mut counts = STANDINGS.map(|standing| (standing, 0_usize));
    let mut faults = Vec::new();
    for (place, line) in file.text.lines().enumerate().filter(|(_, line)| line.starts_with("| V")) {
        let mut say = |why: String| faults.push(format!("{}:{}: {why}", file.path, place + 1));
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [number, level, about, standing, answer] = cells[..] else {
            say("a row has five cells".into());
            continue;
        };
        match left.remove(number) {
            None => say(format!("{number} is no requirement of levels 1 and 2, or is answered twice")),
            Some(known) if known.to_string() != level => say(format!("{number} is of level {known}")),
            Some(_) => {}
        }
        match counts.iter_mut().find(|(known, _)| *known == standing) {
            None => say(format!("{standing:?} is none of {STANDINGS:?}")),
            Some((_, count)) => *count += 1,
        }
        if standing == "test" && !answer.contains("::") {
            say(format!("{number} names no test"));
        }
        if about.is_empty() || answer.len() < FEWEST {
            say(format!("{number} has no answer in words"));
        }
    }
    faults.extend(left.keys().map(|number| format!("{}: {number} is not answered", file.path)));
    let told = counts.map(|(standing, count)| format!("{count} {standing}")).join(", ");
    if !file.text.contains(&format!("**{told}**")) {
        faults.push(format!("{}: it must say how many stand how: **{told}**", file.path));
    }
    faults
}

/// Files and tests that a document names, in backticks and by their path from the root, and that are not there.
fn names(file: &File, files: &[File]) -> Vec<String> {
    let mut faults = Vec::new();
    for (place, line) in file.text.lines().enumerate() {
        let quoted = line.split('`').skip(1).step_by(2);
        for name in quoted.filter(|name| is_path(name, files)) {
            let (path, test) = name.split_once("::").map_or((name, None), |(path, test)| (path, Some(test)));
            let fits = match test {
                Some(test) => is_test(files, path, test),
                None => {
                    let folder = format!("{}/", path.trim_end_matches('/'));
                    files.iter().any(|known| known.path == path || known.path.starts_with(&folder))
                }
            };
            if !fits {
                faults.push(format!("{}:{}: there is no {name}", file.path, place + 1));
            }
        }
    }
    faults
}

/// Whether a name begins like a path from the root.
fn is_path(name: &str, files: &[File]) -> bool {
    let first = name.split_once('/').map(|(first, _)| first);
    first.is_some_and(|first| files.iter().any(|file| file.path.split_once('/').is_some_and(|(top, _)| top == first)))
}

/// Whether a file holds a test of this name.
fn is_test(files: &[File], path: &str, name: &str) -> bool {
    let Some(file) = files.iter().find(|file| file.path == path) else { return false };
    if file.is(".mjs") {
        return ['\'', '"', '`'].iter().any(|quote| file.text.contains(&format!("test({quote}{name}{quote}")));
    }
    let Some((before, _)) = file.text.split_once(&format!("fn {name}(")) else { return false };
    let mut attributes = before.rsplit('\n').skip(1).take_while(|line| line.trim_start().starts_with("#["));
    attributes.any(|line| line.contains("test")) || is_case(files, file, name)
}

/// Whether a function is a case of the suite that one test runs on both databases.
fn is_case(files: &[File], file: &File, name: &str) -> bool {
    let main = files.iter().find(|main| main.path == format!("{}/main.rs", file.folder()));
    let cases = main.and_then(|main| Some(main.text.split_once("\ncases! {")?.1.split_once("\n}")?.0));
    let stem = file.name().trim_end_matches(".rs");
    let groups = cases.unwrap_or_default().split(';').filter_map(|group| group.split_once(':'));
    groups
        .filter(|(known, _)| known.trim() == stem)
        .any(|(_, names)| names.split_whitespace().any(|known| known == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.into(), text: text.into(), size: text.len() as u64 }
    }

    /// A table that answers everything, with the numbers of how it stands.
    fn whole() -> String {
        let rows = requirements();
        let line =
            |(number, level): (&String, &char)| format!("| {number} | {level} | about | reason | a few words |\n");
        format!("**0 test, {} reason, 0 not met**\n{}", rows.len(), rows.iter().map(line).collect::<String>())
    }

    #[test]
    fn the_standard_has_as_many_requirements_as_it_says() {
        let count =
            |wanted| SECTIONS.iter().flat_map(|(_, levels)| levels.chars()).filter(|level| *level == wanted).count();
        assert_eq!([count('1'), count('2'), count('3')], [70, 183, 92]);
        assert_eq!(requirements().len(), 253);
        assert_eq!(requirements()["V10.4.11"], '2');
    }

    #[test]
    fn the_documents_are_true_of_the_tree() {
        let files = super::super::tree::read(&crate::directory::root()).unwrap();
        assert_eq!(check(&files), [""; 0]);
    }

    #[test]
    fn a_requirement_is_answered_once_by_its_level() {
        let told = |text: &str| answers(&file(ANSWERS, text)).join("\n");
        assert_eq!(told(&whole()), "");
        let without = whole().replacen("| V1.1.1 | 2 | about | reason | a few words |\n", "", 1);
        assert!(told(&without).contains("V1.1.1 is not answered"));
        for (change, into, why) in [
            ("| V1.1.2 | 2 |", "| V1.1.1 | 2 |", "answered twice"),
            ("| V1.1.1 | 2 |", "| V1.1.1 | 1 |", "of level 2"),
            ("| V1.1.1 | 2 |", "| V3.1.1 | 3 |", "no requirement"),
            ("| V1.1.1 | 2 | about | reason |", "| V1.1.1 | 2 | about | perhaps |", "none of"),
            ("| V1.1.1 | 2 | about | reason |", "| V1.1.1 | 2 | about | test |", "names no test"),
            ("| V1.1.1 | 2 | about |", "| V1.1.1 | 2 |", "five cells"),
            ("| V1.1.1 | 2 | about | reason | a few words |", "| V1.1.1 | 2 | about | reason | yes |", "no answer"),
            ("**0 test", "**1 test", "it must say"),
        ] {
            let changed = whole().replacen(change, into, 1);
            assert!(told(&changed).contains(why), "{change}: {}", told(&changed));
        }
    }

    #[test]
    fn what_is_named_is_there() {
        let suite = "cases! {\n    one: first\n        second;\n    two: third;\n}\n";
        let files = [
            file(
                "a/b.rs",
                "#[tokio::test]\n#[ignore]\nasync fn tried() {}\n\n#[test]\nfn seen() {}\n\nfn helper() {}\n",
            ),
            file("a/c.test.mjs", "test('a day', async () => {});\n"),
            file("s/main.rs", &format!("mod one;\n{suite}")),
            file("s/one.rs", "pub(crate) async fn first() {}\npub(crate) async fn second() {}\nasync fn third() {}\n"),
        ];
        let text = "`a/b.rs` `a/` `a/b.rs::tried` `a/b.rs::seen` `a/c.test.mjs::a day` `s/one.rs::second` `/a/page` `x/y.rs` `GET`\n";
        assert_eq!(names(&file("docs/x.md", text), &files), [""; 0]);
        for wrong in
            ["a/x.rs", "a/b.rs::helper", "a/b.rs::trie", "a/c.test.mjs::a d", "s/one.rs::third", "a/x.rs::tried"]
        {
            let told = names(&file("docs/x.md", &format!("see\n`{wrong}`\n")), &files);
            assert_eq!(told, [format!("docs/x.md:2: there is no {wrong}")]);
        }
    }
}

//! How whole each translation is: what is missing, what was made from English that has changed since, what nobody uses.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use language::{English, File, Language, OTHERS, Report, Translation, fact_texts};
use law::Law;
use law::text::SourceFile;

/// Says of each language how whole its translation is; of one alone, also what is missing. Fails where something of a
/// translation cannot be used.
pub(crate) fn run(root: &Path, tag: Option<&str>) -> Result<()> {
    let english = Texts::read(root)?;
    let (mut faults, mut sums) = (Vec::new(), Vec::new());
    for language in OTHERS.into_iter().filter(|language| tag.is_none_or(|tag| tag == language.tag)) {
        let (report, more) = report(root, &english, language)?;
        faults.extend(more);
        let mut say = |what: &str, keys: &[String]| {
            faults.extend(keys.iter().map(|key| format!("content/{}: {key}: {what}", language.tag)));
        };
        say("the English has changed since; look again, then `cargo xtask words LANGUAGE draft`", &report.changed);
        say("needs other values than the English does", &report.unlike);
        say("is not in English; take it out", &report.unused);
        if tag.is_some() {
            report.missing.iter().for_each(|key| eprintln!("{key}: not translated; shown in English"));
        }
        let (checked, drafts, missing) = (report.checked.len(), report.drafts.len(), report.missing.len());
        sums.push(format!("{}: {checked} checked, {drafts} drafts, {missing} shown in English", language.tag));
    }
    ensure!(!sums.is_empty(), "no such language");
    crate::chore::finish("words", &faults, &format!("{}; {} to mend", sums.join("; "), faults.len()))
}

/// Marks all that is there, and was not checked as the English is now, as a draft.
pub(crate) fn draft(root: &Path, tag: &str) -> Result<()> {
    let Some(language) = OTHERS.into_iter().find(|language| language.tag == tag) else { bail!("no such language") };
    let (report, _) = report(root, &Texts::read(root)?, language)?;
    let path = root.join("content").join(tag).join("status.txt");
    let head = "# How far each text can be relied on: its key, the digest of the English it was made from, and `draft`, or\n\
         # `checked DATE NAME` once a person who speaks the language has read both. Written by `cargo xtask words`.\n\n";
    fs::write(&path, format!("{head}{}\n", report.status.join("\n")))?;
    eprintln!("words: {} texts in {}", report.status.len(), path.display());
    Ok(())
}

/// The English texts, held so that they can be lent.
struct Texts {
    messages: Vec<(String, String)>,
    pages: Vec<(String, String)>,
    law: Law,
}

impl Texts {
    fn read(root: &Path) -> Result<Texts> {
        let mut law = Vec::new();
        for ending in ["law", "md"] {
            for path in crate::reading::files(&root.join("law"), ending)? {
                let short = path.strip_prefix(root.join("law"))?.to_string_lossy().into_owned();
                law.push(SourceFile { path: short, text: fs::read_to_string(&path)? });
            }
        }
        law.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Texts { messages: messages(root, "en")?, pages: pages(&root.join("content/en"))?, law: Law::load(&law).0 })
    }

    fn english(&self) -> (English, Vec<language::Fault>) {
        let pages = self.pages.iter().map(|(key, text)| (key.clone(), text.as_str()));
        English::read(&lent(&self.messages), self.law.facts.iter().flat_map(|(_, fact)| fact_texts(fact)).chain(pages))
    }
}

fn report(root: &Path, texts: &Texts, language: Language) -> Result<(Report, Vec<String>)> {
    let (english, mut faults) = texts.english();
    let messages = messages(root, language.tag)?;
    let folder = root.join("content").join(language.tag);
    let pages = pages(&folder)?;
    let status = fs::read_to_string(folder.join("status.txt")).unwrap_or_default();
    let path = format!("content/{}/status.txt", language.tag);
    let lent_pages: Vec<(&str, &str)> = pages.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    let status = File { path: &path, text: &status };
    let (translation, more) = Translation::read(language, &lent(&messages), &lent_pages, status);
    faults.extend(more);
    Ok((Report::of(&english, &translation), faults.iter().map(ToString::to_string).collect()))
}

fn lent(files: &[(String, String)]) -> Vec<File<'_>> {
    files.iter().map(|(path, text)| File { path, text }).collect()
}

/// The files of messages, with their paths.
fn messages(root: &Path, tag: &str) -> Result<Vec<(String, String)>> {
    let short =
        |path: &PathBuf| format!("content/{tag}/pages/{}", path.file_name().unwrap_or_default().to_string_lossy());
    let paths = crate::reading::files(&root.join("content").join(tag).join("pages"), "ftl")?;
    paths.iter().map(|path| Ok((short(path), fs::read_to_string(path)?))).collect()
}

/// The whole pages of words, with their keys.
fn pages(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".md")) {
            pages.push((format!("page-{name}"), fs::read_to_string(&path)?));
        }
    }
    pages.sort();
    Ok(pages)
}

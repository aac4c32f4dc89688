//! Loading offers from the texts of their files, and writing them back in one canonical form.

use crate::clerk::{self, Form, Names};
use crate::offer::{KINDS, Offer, Offers};
use crate::place::Places;
use crate::stated::Stated;
use crate::written::Id;
use law::Law;
use law::fault::{Fault, Spot};
use law::text::{self, Entry, SourceFile};
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::resume_unwind;

impl Offer {
    /// Loads one offer from the texts of its files, and checks every name in it.
    ///
    /// What could be read is returned even where there are faults.
    pub fn load(files: &[SourceFile], law: &Law) -> (Offer, Vec<Fault>) {
        Offer::load_from(files, law)
    }

    fn load_from<F: Borrow<SourceFile>>(files: &[F], law: &Law) -> (Offer, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut entries = Vec::new();
        for file in files.iter().map(Borrow::borrow).filter(|file| file.path.ends_with(".law")) {
            let (read, found) = text::read(file, &KINDS);
            entries.extend(read);
            faults.extend(found);
        }
        let names = gather_names(&entries, &mut faults);
        let mut offer = Offer::default();
        for entry in &entries {
            offer.take(entry, &names, law, &mut faults);
        }
        match names.get("offer").map_or(0, Vec::len) {
            1 => {}
            0 => {
                let fault = Fault::new(&beginning(files), "there is no `offer` entry here");
                faults.push(fault.hint("begin one file with `offer` and the council's name in addresses"));
            }
            _ => {
                if let Some(second) = entries.iter().filter(|entry| entry.kind == "offer").nth(1) {
                    faults.push(Fault::new(&second.spot, "a folder holds one offer only").hint("join the two"));
                }
            }
        }
        offer.check_whole(&entries, &mut faults);
        faults.sort();
        faults.dedup();
        (offer, faults)
    }

    fn take(&mut self, entry: &Entry, names: &Names, law: &Law, faults: &mut Vec<Fault>) {
        macro_rules! push {
            ($list:expr) => {{
                let record = clerk::read(entry, names, law, faults);
                $list.push(record);
            }};
        }
        match entry.kind.as_str() {
            "offer" => self.head = clerk::read(entry, names, law, faults),
            "page" => push!(self.pages),
            "section" => push!(self.sections),
            "statement" => push!(self.statements),
            "service" => push!(self.services),
            "payment" => push!(self.payments),
            "contact" => push!(self.contacts),
            "body" => push!(self.bodies),
            "clock" => push!(self.clocks),
            "complaint" => push!(self.complaints),
            "organisation" => push!(self.organisations),
            "event" => push!(self.events),
            "remark" => push!(self.remarks),
            _ => {}
        }
    }

    /// What only the whole offer can show: an example without its sentence, versions, sections in a circle.
    fn check_whole(&self, entries: &[Entry], faults: &mut Vec<Fault>) {
        let spot = |kind: &str, id: &Id| {
            let found = entries.iter().find(|entry| entry.kind == kind && id.is(&entry.name));
            found.map(|entry| entry.spot.clone()).unwrap_or_default()
        };
        if self.head.example && self.head.notice.is_none() {
            let fault = Fault::new(&spot("offer", &self.head.id), "an example needs the sentence that says so");
            faults.push(fault.hint("add `notice` and the sentence to show wherever this offer is shown"));
        }
        for page in self.pages.iter().filter(|page| page.versions_of.is_some() && page.version.is_none()) {
            let fault = Fault::new(&spot("page", &page.id), format!("page {} is a version without a number", page.id));
            faults.push(fault.hint("add `version` and its place among the versions, counted from 1"));
        }
        for topic in self.topics() {
            let current: Vec<_> = self.versions(topic).into_iter().filter(|page| page.current).collect();
            if current.len() != 1 {
                let at = self.versions(topic).first().map(|page| spot("page", &page.id)).unwrap_or_default();
                let message = format!("{} versions of {topic} are marked current", current.len());
                faults.push(Fault::new(&at, message).hint("write `current  yes` under exactly one of them"));
            }
        }
        self.check_districts(Places::embedded(), |contact| spot("contact", &contact.id), faults);
        for section in &self.sections {
            let mut seen = vec![&section.id];
            let mut above = section.under.as_ref();
            while let Some(id) = above {
                if seen.contains(&id) {
                    let message = format!("section {} stands under itself", section.id);
                    faults.push(Fault::new(&spot("section", &section.id), message).hint("change its `under`"));
                    break;
                }
                seen.push(id);
                above = crate::offer::find(&self.sections, id).and_then(|section| section.under.as_ref());
            }
        }
        for service in &self.services {
            if service.eligibility.rule.is_some() && matches!(service.eligibility.published, Stated::NotSeen) {
                let message = format!("service {} has a rule but no published wording", service.id);
                let fault = Fault::new(&spot("service", &service.id), message);
                faults.push(fault.hint("add `published` and what the council says about who it is for"));
            }
        }
    }

    /// The offer's files in their one canonical form. Notes that begin with `#` are not kept.
    pub fn write(&self, law: &Law) -> Vec<SourceFile> {
        let mut files = vec![
            ("offer.law", clerk::write(&self.head, law)),
            ("offer.law", all(&self.statements, law)),
            ("pages.law", all(&self.pages, law)),
            ("sections.law", all(&self.sections, law)),
            ("services.law", all(&self.services, law)),
            ("money.law", all(&self.payments, law)),
            ("money.law", all(&self.bodies, law)),
            ("money.law", all(&self.clocks, law)),
            ("contacts.law", all(&self.contacts, law)),
            ("contacts.law", all(&self.organisations, law)),
            ("contacts.law", all(&self.complaints, law)),
            ("history.law", all(&self.events, law)),
            ("history.law", all(&self.remarks, law)),
        ];
        files.retain(|(_, text)| !text.is_empty());
        let mut written: BTreeMap<&str, String> = BTreeMap::new();
        for (name, text) in files {
            let file = written.entry(name).or_default();
            if !file.is_empty() {
                file.push('\n');
            }
            file.push_str(&text);
        }
        written.into_iter().map(|(name, text)| SourceFile { path: format!("{}/{name}", self.slug()), text }).collect()
    }

    /// The whole offer as one text in its canonical form: what an edition keeps and its digest is made from.
    pub fn text(&self, law: &Law) -> String {
        self.write(law).iter().map(|file| file.text.as_str()).collect::<Vec<_>>().join("\n")
    }
}

fn all<F: Form + Clone>(list: &[F], law: &Law) -> String {
    list.iter().map(|record| clerk::write(record, law)).collect::<Vec<_>>().join("\n")
}

/// The names of all entries by kind; a name written twice is a fault.
fn gather_names(entries: &[Entry], faults: &mut Vec<Fault>) -> Names {
    let mut names = Names::new();
    for entry in entries {
        let list = names.entry(entry.kind.clone()).or_default();
        if list.contains(&entry.name) {
            faults.push(Fault::new(&entry.spot, format!("{} {} is written twice", entry.kind, entry.name)));
        }
        list.push(entry.name.clone());
    }
    names
}

/// Where the first of some files begins.
fn beginning<F: Borrow<SourceFile>>(files: &[F]) -> Spot {
    let file = files.first().map(|file| file.borrow().path.as_str()).unwrap_or_default().into();
    Spot { file, line: 1, column: 1 }
}

impl Offers {
    /// Loads the offers of several councils: the files of each stand in a folder of the council's name.
    pub fn load(files: &[SourceFile], law: &Law) -> (Offers, Vec<Fault>) {
        let mut folders: BTreeMap<&str, Vec<&SourceFile>> = BTreeMap::new();
        for file in files.iter().filter(|file| file.path.ends_with(".law")) {
            let folder = file.path.split_once('/').map_or("", |(folder, _)| folder);
            folders.entry(folder).or_default().push(file);
        }
        let mut folders: Vec<(&str, Vec<&SourceFile>)> = folders.into_iter().collect();
        let load = |folders: &mut [(&str, Vec<&SourceFile>)]| -> Vec<(Offer, Vec<Fault>)> {
            folders.iter_mut().map(|(folder, files)| of_folder(folder, files, law)).collect()
        };
        // No council's offer needs another's, so each core takes its part of them.
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let part = folders.len().div_ceil(cores).max(1);
        let loaded: Vec<(Offer, Vec<Fault>)> = std::thread::scope(|scope| {
            let threads: Vec<_> = folders.chunks_mut(part).map(|part| scope.spawn(|| load(part))).collect();
            let joined = threads.into_iter().map(|thread| thread.join().unwrap_or_else(|cause| resume_unwind(cause)));
            joined.flatten().collect()
        });
        let (list, faults): (Vec<Offer>, Vec<Vec<Fault>>) = loaded.into_iter().unzip();
        (Offers::new(list), faults.into_iter().flatten().collect())
    }
}

/// Loads the offer in a folder.
fn of_folder(folder: &str, files: &mut [&SourceFile], law: &Law) -> (Offer, Vec<Fault>) {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let (offer, mut faults) = Offer::load_from(files, law);
    if !offer.head.id.is(folder) {
        let message = format!("the folder {folder:?} holds the offer named {:?}", offer.slug());
        let fault = Fault::new(&beginning(files), message);
        faults.push(fault.hint("give the folder and the offer the same name"));
    }
    (offer, faults)
}

#[cfg(test)]
mod tests;

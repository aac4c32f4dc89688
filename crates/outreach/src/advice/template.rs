//! Beginnings of answers, as data: an adviser takes one, and makes it fit.

use law::text::{Entry, SourceFile, read};
use law::{Fault, Law};

/// The beginning of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name in addresses.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// The words, with an empty line between paragraphs.
    pub words: String,
    /// The provisions it rests on; none where it says nothing of the law.
    pub cites: Vec<String>,
}

/// The templates of a file, and what is wrong with them. Each provision that one cites is in the law.
pub fn templates(file: &SourceFile, law: &Law) -> (Vec<Template>, Vec<Fault>) {
    let (entries, mut faults) = read(file, &["template"]);
    let mut list = Vec::new();
    for entry in &entries {
        faults.extend(entry.unknown_keys(&["title", "says", "cites"]));
        match template(entry, law) {
            Ok(one) => list.push(one),
            Err(fault) => faults.push(fault),
        }
    }
    (list, faults)
}

fn template(entry: &Entry, law: &Law) -> Result<Template, Fault> {
    let says: Vec<String> = entry.all("says").map(law::text::Field::joined).collect();
    let cites = entry.field("cites").map(law::text::Field::joined).unwrap_or_default();
    let cites: Vec<String> =
        cites.split(',').map(str::trim).filter(|cite| !cite.is_empty()).map(str::to_owned).collect();
    if let Some(unknown) = cites.iter().find(|cite| law.provision(cite).is_none()) {
        let fault = Fault::new(&entry.spot, format!("the law holds no provision {unknown:?}"));
        return Err(fault.hint("write it as instrument/provision, like ca-1989/14F"));
    }
    entry.must("says")?;
    Ok(Template { id: entry.name.clone(), title: entry.must("title")?, words: says.join("\n\n"), cites })
}

//! The words of the easy pages, as they are written: `picture | words`, one idea to a line.

use crate::ui::markdown;
use std::sync::LazyLock;

/// A page in easy words.
pub(super) struct Page {
    /// Its name in addresses; empty for the first.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Where the same is said with all its words.
    pub whole: &'static str,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// Some ideas under one heading.
pub(super) struct Part {
    /// The heading; none for what stands first.
    pub heading: Option<&'static str>,
    /// The ideas, in order.
    pub ideas: Vec<Idea>,
}

/// One idea.
pub(super) struct Idea {
    /// The name of its drawing.
    pub picture: &'static str,
    /// Its words, as HTML.
    pub words: String,
}

/// Each page's name, where the same is said with all its words, and its text.
const TEXTS: [(&str, &str, &str); 6] = [
    ("", "/", include_str!("../../../../content/en/easy/start.txt")),
    ("kinship-care", "/", include_str!("../../../../content/en/easy/kinship-care.txt")),
    ("help", "/law", include_str!("../../../../content/en/easy/help.txt")),
    ("safety", "/safety", include_str!("../../../../content/en/easy/safety.txt")),
    ("complain", "/law/support/complaint_and_ombudsman", include_str!("../../../../content/en/easy/complain.txt")),
    ("private-fostering", "/find/private-fostering", include_str!("../../../../content/en/easy/private-fostering.txt")),
];

static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| TEXTS.iter().map(|text| read(*text)).collect());

/// Every page; the first is the start.
pub(super) fn pages() -> &'static [Page] {
    &PAGES
}

fn read((id, whole, text): (&'static str, &'static str, &'static str)) -> Page {
    let mut page = Page { id, title: "", whole, parts: vec![Part { heading: None, ideas: Vec::new() }] };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        if let Some(title) = line.strip_prefix("title ") {
            page.title = title.trim();
        } else if let Some(heading) = line.strip_prefix("## ") {
            page.parts.push(Part { heading: Some(heading), ideas: Vec::new() });
        } else if let (Some((picture, words)), Some(part)) = (line.split_once('|'), page.parts.last_mut()) {
            part.ideas.push(Idea { picture: picture.trim(), words: markdown::render(words.trim(), 0) });
        }
    }
    page.parts.retain(|part| !part.ideas.is_empty());
    page
}

#[cfg(test)]
mod tests {
    use super::pages;

    #[test]
    fn every_page_has_a_title_and_every_idea_a_drawing_that_is_there() {
        let drawings = include_str!("../../templates/easy/pictures.html");
        for page in pages() {
            assert!(!page.title.is_empty() && !page.parts.is_empty(), "{}", page.id);
            for idea in page.parts.iter().flat_map(|part| &part.ideas) {
                let is_drawn = drawings.contains(&format!("when \"{}\"", idea.picture)) || idea.picture == "heart";
                assert!(is_drawn, "{} of {} is not drawn", idea.picture, page.id);
                assert!(idea.words.starts_with("<p>"), "{}", idea.words);
            }
        }
    }
}

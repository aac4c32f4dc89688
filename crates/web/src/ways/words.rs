//! The words of a way, cut at their headings, so that a page can list its parts, lead to each of them and put its own
//! between them.

use crate::ui::markdown;

/// The words of a page.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// What stands before the first heading.
    pub lead: String,
    /// What stands below each heading, in order.
    pub parts: Vec<Passage>,
}

/// What stands below one heading.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// The name of its place on the page.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The words.
    pub body: String,
}

impl Words {
    /// The words of a Markdown text.
    pub(crate) fn of(text: &str) -> Words {
        let mut pieces = text.split("\n## ");
        let lead = markdown::render(pieces.next().unwrap_or_default(), 0);
        let passage = |piece: &str| {
            let (title, body) = piece.split_once('\n').unwrap_or((piece, ""));
            Passage { id: anchor(title), title: title.trim().to_owned(), body: markdown::render(body, 0) }
        };
        Words { lead, parts: pieces.map(passage).collect() }
    }

    /// Takes one part out, to be put elsewhere on the page.
    pub(super) fn take(&mut self, id: &str) -> Option<Passage> {
        let place = self.parts.iter().position(|part| part.id == id)?;
        Some(self.parts.remove(place))
    }
}

fn anchor(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_are_cut_at_their_headings() {
        let mut words = Words::of("First.\n\n## Who pays\n\nThe *council*.\n\n## And then\n\n- a\n");
        assert_eq!(words.lead, "<p>First.</p>\n");
        let pays = words.take("who-pays").unwrap();
        assert_eq!((pays.title.as_str(), pays.body.as_str()), ("Who pays", "<p>The <em>council</em>.</p>\n"));
        assert_eq!(words.parts.len(), 1);
        assert!(words.take("who-pays").is_none());
    }
}

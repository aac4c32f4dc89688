//! The frame around every page: its title, its style sheet, and which part of the site it stands in.

use super::assets;
use crate::language::{self, Choice, Piece, Said};
use ::language::{ENGLISH, Language};
use askama::Template;

/// What the frame needs to know of a page.
#[derive(Clone, Debug)]
pub(crate) struct Shell {
    /// The title in the browser's tab. Pages with answers have neutral ones.
    pub title: String,
    /// Which part of the site is marked in the menu.
    pub part: Part,
    /// The address of the style sheet.
    pub css: &'static str,
    /// The address of the small script for leaving in a hurry.
    pub js: &'static str,
    /// Whether the page is as dense as those of the desk, without being one of them.
    pub dense: bool,
    /// The address of the style sheet of the desk.
    pub desk_css: &'static str,
    /// The address of the script of the desk.
    pub desk_js: &'static str,
    /// The address of the icon.
    pub icon: &'static str,
    /// The language of the page.
    pub language: Language,
    /// The other languages it can be read in.
    pub languages: Vec<Choice>,
    /// The address of the style sheet of other languages and of easy words.
    pub language_css: &'static str,
    /// Whether the title is in the language of the page, and what the page says too.
    pub is_translated: bool,
    /// Whether it is a page in easy words.
    pub is_easy: bool,
}

/// A part of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Finding support: private pages.
    Find,
    /// Councils.
    Councils,
    /// The law.
    Law,
    /// Words about the site.
    Words,
    /// Where councils write and publish: for those who have signed in.
    Desk,
}

/// What stands before the words of a page. The frame is written here once, not anew in the template of every page.
#[derive(Template)]
#[template(path = "ui/head.html")]
pub(crate) struct Head<'a> {
    shell: &'a Shell,
}

/// What stands after the words of a page.
#[derive(Template)]
#[template(path = "ui/foot.html")]
pub(crate) struct Foot<'a> {
    shell: &'a Shell,
}

impl Shell {
    /// What stands before the words of the page.
    pub(crate) fn head(&self) -> Head<'_> {
        Head { shell: self }
    }

    /// What stands after the words of the page.
    pub(crate) fn foot(&self) -> Foot<'_> {
        Foot { shell: self }
    }

    /// The frame for a page with this title.
    pub(crate) fn new(title: &str, part: Part) -> Shell {
        let assets = assets::addresses();
        Shell {
            title: format!("{title} – Kith"),
            part,
            dense: false,
            css: &assets.css,
            js: &assets.js,
            desk_css: &assets.desk_css,
            desk_js: &assets.desk_js,
            icon: &assets.icon,
            language: language::spoken(),
            languages: language::choices(),
            language_css: &assets.language_css,
            is_translated: false,
            is_easy: false,
        }
    }

    /// The frame for a page whose words are said in the language of the request.
    pub(crate) fn said(title: &Said, part: Part) -> Shell {
        Shell { is_translated: !title.is_only_english(), ..Shell::new(title.plain(), part) }
    }

    /// The frame for a page whose words are said in the language of the request, and whose title is a name.
    pub(crate) fn named(name: &str, part: Part) -> Shell {
        Shell { is_translated: true, ..Shell::new(name, part) }
    }

    /// Whether the page is in another language than English, at least its frame.
    pub(crate) fn is_other(&self) -> bool {
        self.language != ENGLISH
    }

    /// Whether all but the frame is in English, on a page that is in another language.
    pub(crate) fn is_only_english(&self) -> bool {
        self.is_other() && !self.is_translated
    }

    /// Whether the page needs the style sheet of other languages and of easy words.
    pub(crate) fn has_language_css(&self) -> bool {
        self.is_other() || self.is_easy
    }

    /// What the page is not, and who can be phoned.
    pub(crate) fn advice(&self) -> Said {
        let numbers = [("kinship", Piece::phone("0300 123 7015")), ("rights", Piece::phone("0808 801 0366"))];
        language::say_with("frame-advice", &numbers)
    }

    /// The frame for a page that is as dense as those of the desk, such as one on which a case is followed.
    pub(crate) fn dense(title: &str, part: Part) -> Shell {
        Shell { dense: true, ..Shell::new(title, part) }
    }

    /// Whether search engines and caches should stay away.
    pub(crate) fn is_private(&self) -> bool {
        matches!(self.part, Part::Find | Part::Desk)
    }

    /// Whether it is a page for those who have signed in, or are about to.
    pub(crate) fn is_desk(&self) -> bool {
        self.part == Part::Desk
    }

    /// Whether the menu marks this part.
    pub(crate) fn marks(&self, part: &str) -> bool {
        matches!((self.part, part), (Part::Find, "find") | (Part::Councils, "councils") | (Part::Law, "law"))
    }
}

//! The frame around every page: its title, its style sheet, and which part of the site it stands in.

use super::assets;

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

impl Shell {
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
        }
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

//! A text of a page in the language of the page, with its English beside it, as HTML.

use super::catalogue::{PAGES, catalogue};
use super::speaking::{note, spoken};
use crate::ui::show::capital;
use askama::filters::{Escaper, Html, HtmlSafe};
use language::{ENGLISH, Translation, Value, digest};
use std::borrow::Cow;
use std::fmt::{self, Write};

/// A text of a page. Written out as HTML it has its English beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    text: Cow<'static, str>,
    english: English,
    /// What stands for each mark in the text: links and the like.
    html: Vec<String>,
}

/// What of it is English.
#[derive(Clone, Debug, PartialEq, Eq)]
enum English {
    /// All, on a page in English.
    All,
    /// All, on a page in another language.
    Only,
    /// What stands beside it.
    Beside(Cow<'static, str>),
}

/// A value within a text.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// Words, or a number.
    Value(Value),
    /// A text with words of its own, such as a date: in each language as it is said in that.
    Said(Said),
    /// A piece of HTML, such as a link, that is the same in every language.
    Html(String),
}

impl From<&str> for Piece {
    fn from(text: &str) -> Piece {
        Piece::Value(text.into())
    }
}

impl From<usize> for Piece {
    fn from(number: usize) -> Piece {
        Piece::Value(number.into())
    }
}

impl From<u32> for Piece {
    fn from(number: u32) -> Piece {
        usize::try_from(number).unwrap_or_default().into()
    }
}

impl From<i32> for Piece {
    fn from(number: i32) -> Piece {
        i64::from(number).into()
    }
}

impl From<i64> for Piece {
    /// A count of what a database holds.
    fn from(number: i64) -> Piece {
        usize::try_from(number).unwrap_or_default().into()
    }
}

impl From<Said> for Piece {
    fn from(said: Said) -> Piece {
        Piece::Said(said)
    }
}

impl Piece {
    /// What is the same in every language, such as a name.
    pub(crate) fn words(shown: impl fmt::Display) -> Piece {
        shown.to_string().as_str().into()
    }

    /// A number to call, as a link.
    pub(crate) fn phone(shown: &str) -> Piece {
        let number: String = shown.chars().filter(char::is_ascii_digit).collect();
        Piece::Html(format!("<a href=\"tel:{number}\">{}</a>", shown.replace(' ', "&nbsp;")))
    }

    /// What somebody wrote in English, within a text: marked as English on a page that is not.
    pub(crate) fn written(text: &str) -> Piece {
        if spoken() == ENGLISH { text.into() } else { Piece::Html(in_english(text).to_string()) }
    }

    /// Where the words of a link begin within a text; they go on to the end of an `a`.
    pub(crate) fn link(href: impl fmt::Display) -> Piece {
        let href = href.to_string().replace('&', "&#38;").replace('"', "&#34;");
        Piece::Html(format!("<a href=\"{href}\">"))
    }

    /// Something to be typed as it stands.
    pub(crate) fn code(text: &str) -> Piece {
        Piece::Html(format!("<code>{text}</code>"))
    }

    /// Where the words of an element begin within a text.
    pub(crate) fn start(element: &str) -> Piece {
        Piece::Html(format!("<{element}>"))
    }

    /// Where the words of an element end within a text.
    pub(crate) fn end(element: &str) -> Piece {
        Piece::Html(format!("</{element}>"))
    }
}

/// The first of the marks that stand for pieces of HTML while a text is put together.
const MARK: u32 = 0xE000;

/// The text under a key.
pub(crate) fn say(key: &str) -> Said {
    say_with(key, [])
}

/// A text that is there in English alone.
pub(crate) fn in_english(text: impl AsRef<str>) -> Said {
    text.as_ref().into()
}

/// What marks a part of a page in which somebody typed, in whatever language, within a tag; nothing on a page in English.
pub(crate) fn typed_marks() -> &'static str {
    if spoken() == ENGLISH { "" } else { " lang=\"\" dir=\"auto\"" }
}

/// What marks a part of a page that is in English alone, within a tag; nothing on a page in English.
pub(crate) fn english_marks() -> &'static str {
    if spoken() == ENGLISH { "" } else { " lang=\"en\" dir=\"ltr\"" }
}

/// The text under a key, with its values.
pub(crate) fn say_with<'a>(key: &str, pieces: impl AsRef<[(&'a str, Piece)]>) -> Said {
    let mut html = Vec::new();
    let mut filled = |piece: &Piece, words: fn(&Said) -> &str| -> Value {
        match piece {
            Piece::Value(Value::Text(text)) => unmarked(text).as_ref().into(),
            Piece::Value(number) => number.clone(),
            Piece::Said(said) => unmarked(words(said)).as_ref().into(),
            Piece::Html(text) => mark(&mut html, text).as_str().into(),
        }
    };
    let mut values = |words: fn(&Said) -> &str| -> Vec<(&str, Value)> {
        pieces.as_ref().iter().map(|(name, piece)| (*name, filled(piece, words))).collect()
    };
    let (english, in_english) = (&catalogue().english, values(Said::english));
    let text = english.words.say(key, &in_english).or_else(|| catalogue().desk.say(key, &in_english));
    let Some(text) = text else {
        tracing::error!(key, "a text of a page is missing, or a value in it");
        return Said { text: key.to_owned().into(), english: English::All, html };
    };
    let other = translation().and_then(|other| other.say(key, english.digest(key)?, &values(Said::plain)));
    Said { html, ..of(text, other) }
}

/// Words that are filled in, without any letter that would be taken for a mark: nobody can type a link.
fn unmarked(words: &str) -> Cow<'_, str> {
    let is_mark = |letter: char| ('\u{e000}'..='\u{f8ff}').contains(&letter);
    match words.contains(is_mark) {
        true => words.replace(is_mark, "").into(),
        false => words.into(),
    }
}

/// The mark that stands for a piece of HTML while a text is put together.
fn mark(html: &mut Vec<String>, piece: &str) -> String {
    let place = html.iter().position(|known| known == piece).unwrap_or_else(|| {
        html.push(piece.to_owned());
        html.len() - 1
    });
    char::from_u32(MARK + place as u32).map_or_else(String::new, String::from)
}

/// A text that is written in English elsewhere, such as the question of a fact, under the key of its translation.
pub(crate) fn say_of(key: &str, text: &str) -> Said {
    of(text.to_owned().into(), translation().and_then(|other| other.say(key, &digest(text), &[])))
}

/// The text under a key where its English says the same as what is written elsewhere, such as in a file of words; that alone,
/// in English, where it does not.
pub(crate) fn say_same(key: Option<&str>, text: &str) -> Said {
    key.map(say).filter(|said| said.english() == text).unwrap_or_else(|| text.into())
}

fn of(text: Cow<'static, str>, other: Option<(Cow<'static, str>, language::Standing)>) -> Said {
    match other {
        Some((other, standing)) => {
            note(&standing);
            Said { text: other, english: English::Beside(text), html: Vec::new() }
        }
        None => in_one(text),
    }
}

/// The translation into the language of the page.
fn translation() -> Option<&'static Translation> {
    let language = spoken();
    catalogue().others.iter().find(|other| other.language == language)
}

/// A text that is there in English alone.
fn in_one(text: Cow<'static, str>) -> Said {
    let english = if spoken() == ENGLISH { English::All } else { English::Only };
    Said { text, english, html: Vec::new() }
}

impl From<String> for Said {
    /// A text that is there in English alone.
    fn from(text: String) -> Said {
        in_one(text.into())
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Said {
        text.to_owned().into()
    }
}

impl Said {
    /// The text alone, without its English: for the title of a page, and for names that only a screen reader reads.
    pub(crate) fn plain(&self) -> &str {
        &self.text
    }

    /// Whether it says nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// In English.
    pub(crate) fn english(&self) -> &str {
        match &self.english {
            English::All | English::Only => &self.text,
            English::Beside(english) => english,
        }
    }

    /// The text, then its English, where no HTML can tell them apart.
    pub(crate) fn both(&self) -> String {
        match &self.english {
            English::All | English::Only => self.text.clone().into_owned(),
            English::Beside(english) => format!("{} – {english}", self.text),
        }
    }

    /// The same with a capital at the front, in languages that have them.
    pub(crate) fn capital(self) -> Said {
        self.with(capital)
    }

    /// The same in small letters, as it stands within a sentence.
    pub(crate) fn small(self) -> Said {
        self.with(str::to_lowercase)
    }

    fn with(self, change: fn(&str) -> String) -> Said {
        let english = match self.english {
            English::Beside(english) => English::Beside(change(&english).into()),
            all => all,
        };
        Said { text: change(&self.text).into(), english, html: self.html }
    }

    /// Whether all of it is in English on a page that is not.
    pub(crate) fn is_only_english(&self) -> bool {
        self.english == English::Only
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
        if self.html.is_empty() {
            return Html.write_escaped_str(f, text);
        }
        for letter in text.chars() {
            let place = (letter as u32).checked_sub(MARK).and_then(|place| self.html.get(place as usize));
            match (letter, place) {
                (_, Some(html)) => f.write_str(html)?,
                ('&', _) => f.write_str("&#38;")?,
                ('<', _) => f.write_str("&#60;")?,
                ('>', _) => f.write_str("&#62;")?,
                ('"', _) => f.write_str("&#34;")?,
                ('\'', _) => f.write_str("&#39;")?,
                _ => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.english {
            English::All => self.write(f, &self.text),
            English::Only => {
                f.write_str("<span lang=\"en\" dir=\"ltr\">")?;
                self.write(f, &self.text)?;
                f.write_str("</span>")
            }
            English::Beside(english) => {
                let language = spoken();
                write!(f, "<span lang=\"{}\" dir=\"{}\">", language.tag, language.direction())?;
                self.write(f, &self.text)?;
                f.write_str("</span> <span class=\"beside\" lang=\"en\" dir=\"ltr\">")?;
                self.write(f, english)?;
                f.write_str("</span>")
            }
        }
    }
}

impl HtmlSafe for Said {}

/// A whole page of words, in English and in the language of the page.
pub(crate) struct Page {
    /// In English.
    pub english: &'static str,
    /// In the language of the page, where it is there.
    pub other: Option<&'static str>,
}

/// A whole page of words.
pub(crate) fn page(key: &str) -> Page {
    let english = PAGES.iter().find(|(known, _)| *known == key).map_or("", |(_, text)| text);
    let now = catalogue().english.digest(key).unwrap_or_default();
    let other = translation().and_then(|other| other.page(key, now)).map(|(text, standing)| {
        note(&standing);
        text
    });
    Page { english, other }
}

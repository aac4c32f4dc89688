//! Writing elements one after another: a thin hand over `quick-xml`.

use std::io;

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An XML file that is being written.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// An empty file, with its declaration.
    pub(super) fn new() -> io::Result<Self> {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        Ok(Self(writer))
    }

    /// An element with others in it.
    pub(super) fn within(&mut self, name: &str, inner: impl FnOnce(&mut Self) -> io::Result<()>) -> io::Result<()> {
        self.0.write_event(Event::Start(BytesStart::new(name)))?;
        inner(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element with words in it.
    pub(super) fn text(&mut self, name: &str, words: &str) -> io::Result<()> {
        self.0.create_element(name).write_text_content(BytesText::new(words))?;
        Ok(())
    }

    /// An element with a day in it.
    pub(super) fn date(&mut self, name: &str, day: Date) -> io::Result<()> {
        self.text(name, &day.to_string())
    }

    /// An element with a day in it, where there is one.
    pub(super) fn maybe(&mut self, name: &str, day: Option<Date>) -> io::Result<()> {
        day.map_or(Ok(()), |day| self.date(name, day))
    }

    /// An element that says yes or no.
    pub(super) fn flag(&mut self, name: &str, yes: bool) -> io::Result<()> {
        self.text(name, if yes { "true" } else { "false" })
    }

    /// The whole file.
    pub(super) fn finish(self) -> String {
        String::from_utf8_lossy(&self.0.into_inner()).into_owned()
    }
}

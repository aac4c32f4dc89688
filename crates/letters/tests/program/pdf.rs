//! What a reader finds in a PDF: its properties, and its tags in order.

use lopdf::{Dictionary, Document, Object};

/// A PDF, opened.
pub(crate) struct Read(Document);

impl Read {
    pub(crate) fn new(bytes: &[u8]) -> Read {
        Read(Document::load_mem(bytes).unwrap())
    }

    fn catalog(&self) -> &Dictionary {
        self.0.catalog().unwrap()
    }

    fn resolved<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.0.dereference(object).unwrap().1
    }

    fn entry<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a Object {
        self.resolved(dictionary.get(key.as_bytes()).unwrap())
    }

    /// Whether it says of itself that it is tagged, and has the tags.
    pub(crate) fn is_marked(&self) -> bool {
        let marked = self.entry(self.catalog(), "MarkInfo").as_dict().unwrap().get(b"Marked").unwrap();
        marked.as_bool().unwrap() && self.catalog().has(b"StructTreeRoot")
    }

    pub(crate) fn language(&self) -> String {
        String::from_utf8(self.entry(self.catalog(), "Lang").as_str().unwrap().into()).unwrap()
    }

    pub(crate) fn title(&self) -> String {
        let information = self.entry(&self.0.trailer, "Info").as_dict().unwrap();
        lopdf::decode_text_string(information.get(b"Title").unwrap()).unwrap()
    }

    /// The names of the properties the file has.
    pub(crate) fn information(&self) -> Vec<String> {
        let information = self.entry(&self.0.trailer, "Info").as_dict().unwrap();
        let mut names: Vec<_> = information.iter().map(|(name, _)| String::from_utf8(name.clone()).unwrap()).collect();
        names.sort();
        names
    }

    pub(crate) fn metadata(&self) -> String {
        let stream = self.entry(self.catalog(), "Metadata").as_stream().unwrap();
        let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        String::from_utf8(content).unwrap()
    }

    /// The kinds of all tags, in the order they are read out.
    pub(crate) fn roles(&self) -> Vec<String> {
        let mut roles = Vec::new();
        self.walk(self.entry(self.catalog(), "StructTreeRoot"), &mut roles);
        roles
    }

    fn walk(&self, object: &Object, roles: &mut Vec<String>) {
        match self.resolved(object) {
            Object::Array(kids) => kids.iter().for_each(|kid| self.walk(kid, roles)),
            Object::Dictionary(tag) => {
                if let Ok(role) = tag.get(b"S").and_then(Object::as_name) {
                    roles.push(String::from_utf8(role.to_vec()).unwrap());
                }
                if let Ok(kids) = tag.get(b"K") {
                    self.walk(kids, roles);
                }
            }
            _ => {}
        }
    }
}

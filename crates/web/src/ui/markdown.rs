//! Markdown to HTML. Raw HTML in the text is dropped, and links may only lead to safe places.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

/// The text as HTML, its headings moved down by `deeper` levels so that a page keeps one `h1`.
pub(crate) fn render(text: &str, deeper: u8) -> String {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Html(_) | Event::InlineHtml(_) => None,
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => None,
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Heading { level, .. }) => {
            let level = lower(level, deeper);
            Some(Event::Start(Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lower(level, deeper)))),
        Event::Start(Tag::Link { dest_url, title, id, .. }) => {
            let dest_url = if is_safe(&dest_url) { dest_url } else { CowStr::from("#") };
            Some(Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, id }))
        }
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

fn is_safe(address: &str) -> bool {
    ["https://", "/", "#", "tel:"].iter().any(|start| address.starts_with(start))
}

fn lower(level: HeadingLevel, deeper: u8) -> HeadingLevel {
    HeadingLevel::try_from((level as usize + usize::from(deeper)).min(6)).unwrap_or(HeadingLevel::H6)
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn raw_html_and_unsafe_links_are_dropped() {
        let out = render("## A\n\n<script>x</script> b <b>c</b> [d](javascript:e)", 1);
        assert!(out.contains("<h3>A</h3>"), "{out}");
        assert!(!out.contains("script") && !out.contains("<b>"), "{out}");
    }
}

//! The words of `content/`, built in: the English messages and pages, and each translation.

use language::{ENGLISH, English, Fault, File, Translation, URDU, Words};
use std::sync::LazyLock;

macro_rules! files {
    ($folder:literal, $($name:literal),+ $(,)?) => {
        [$(File {
            path: concat!("content/", $folder, "/", $name),
            text: include_str!(concat!("../../../../content/", $folder, "/", $name)),
        }),+]
    };
}

/// Whole pages of words, by their keys.
pub(super) const PAGES: [(&str, &str); 4] = [
    ("page-about", include_str!("../../../../content/en/about.md")),
    ("page-accessibility", include_str!("../../../../content/en/accessibility.md")),
    ("page-privacy", include_str!("../../../../content/en/privacy.md")),
    ("page-safety", include_str!("../../../../content/en/safety.md")),
];

const URDU_PAGES: [(&str, &str); 1] = [("page-safety", include_str!("../../../../content/ur/safety.md"))];

/// Everything that can be said.
pub(super) struct Catalogue {
    pub english: English,
    /// The words of desks and accounts, which are there in English alone: no translation lacks them.
    pub desk: Words,
    pub others: Vec<Translation>,
}

/// Reads everything that can be said. A test says that nothing of it is at fault.
pub(super) fn read() -> (Catalogue, Vec<Fault>) {
    let english = files!(
        "en",
        "pages/answers.ftl",
        "pages/arrived.ftl",
        "pages/dates.ftl",
        "pages/detail.ftl",
        "pages/easy.ftl",
        "pages/elsewhere.ftl",
        "pages/frame.ftl",
        "pages/money.ftl",
        "pages/now.ftl",
        "pages/orders.ftl",
        "pages/question.ftl",
        "pages/result.ftl",
        "pages/sheet.ftl",
        "pages/start.ftl",
        "pages/ways.ftl",
        "pages/what-if.ftl",
        "pages/young.ftl"
    );
    let (english, mut faults) = English::read(&english, PAGES.map(|(key, text)| (key.to_owned(), text)));
    let desk = files!(
        "en",
        "desk/account.ftl",
        "desk/advice-desk.ftl",
        "desk/call.ftl",
        "desk/cases.ftl",
        "desk/desk.ftl",
        "desk/editions.ftl",
        "desk/group-desk.ftl",
        "desk/host.ftl",
        "desk/inbox.ftl",
        "desk/oversight.ftl",
        "desk/publish.ftl",
        "desk/record.ftl",
        "desk/updates-desk.ftl",
        "desk/workshops-desk.ftl"
    );
    let (desk, more) = Words::read(&ENGLISH, &desk);
    faults.extend(more);
    let urdu = files!(
        "ur",
        "pages/answers.ftl",
        "pages/arrived.ftl",
        "pages/dates.ftl",
        "pages/detail.ftl",
        "pages/easy.ftl",
        "pages/elsewhere.ftl",
        "pages/facts.ftl",
        "pages/frame.ftl",
        "pages/money.ftl",
        "pages/now.ftl",
        "pages/orders.ftl",
        "pages/question.ftl",
        "pages/result.ftl",
        "pages/sheet.ftl",
        "pages/start.ftl",
        "pages/ways.ftl",
        "pages/what-if.ftl",
        "pages/young.ftl"
    );
    let [status] = files!("ur", "status.txt");
    let (urdu, more) = Translation::read(URDU, &urdu, &URDU_PAGES, status);
    faults.extend(more);
    (Catalogue { english, desk, others: vec![urdu] }, faults)
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let (catalogue, faults) = read();
    faults.iter().for_each(|fault| tracing::error!(%fault, "words of a page cannot be read"));
    catalogue
});

/// Everything that can be said.
pub(super) fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

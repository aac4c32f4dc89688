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

/// The messages of pages.
const PAGES_IN_ENGLISH: [File<'static>; 34] = files!(
    "en",
    "pages/advice.ftl",
    "pages/answers.ftl",
    "pages/arrived.ftl",
    "pages/booking.ftl",
    "pages/checks.ftl",
    "pages/compare.ftl",
    "pages/council.ftl",
    "pages/data.ftl",
    "pages/dates.ftl",
    "pages/detail.ftl",
    "pages/easy.ftl",
    "pages/elsewhere.ftl",
    "pages/fault.ftl",
    "pages/filters.ftl",
    "pages/frame.ftl",
    "pages/groups.ftl",
    "pages/law.ftl",
    "pages/letters.ftl",
    "pages/money.ftl",
    "pages/now.ftl",
    "pages/orders.ftl",
    "pages/question.ftl",
    "pages/result.ftl",
    "pages/services.ftl",
    "pages/sheet.ftl",
    "pages/small.ftl",
    "pages/start.ftl",
    "pages/updates.ftl",
    "pages/ways.ftl",
    "pages/what-if.ftl",
    "pages/words.ftl",
    "pages/workshop.ftl",
    "pages/workshops.ftl",
    "pages/young.ftl"
);

/// What desks, accounts and mails say.
const DESK: [File<'static>; 23] = files!(
    "en",
    "desk/account.ftl",
    "desk/advice-desk.ftl",
    "desk/ask.ftl",
    "desk/call.ftl",
    "desk/cases.ftl",
    "desk/code.ftl",
    "desk/design.ftl",
    "desk/desk.ftl",
    "desk/editions.ftl",
    "desk/families.ftl",
    "desk/group-desk.ftl",
    "desk/group-met.ftl",
    "desk/host.ftl",
    "desk/inbox.ftl",
    "desk/look.ftl",
    "desk/oversight.ftl",
    "desk/publish.ftl",
    "desk/question.ftl",
    "desk/record.ftl",
    "desk/sent.ftl",
    "desk/updates-desk.ftl",
    "desk/workshop-mail.ftl",
    "desk/workshops-desk.ftl"
);

/// The messages of pages, in Urdu.
const PAGES_IN_URDU: [File<'static>; 31] = files!(
    "ur",
    "pages/advice.ftl",
    "pages/answers.ftl",
    "pages/arrived.ftl",
    "pages/booking.ftl",
    "pages/council.ftl",
    "pages/dates.ftl",
    "pages/detail.ftl",
    "pages/easy.ftl",
    "pages/elsewhere.ftl",
    "pages/facts.ftl",
    "pages/fault.ftl",
    "pages/filters.ftl",
    "pages/frame.ftl",
    "pages/groups.ftl",
    "pages/letters.ftl",
    "pages/money.ftl",
    "pages/now.ftl",
    "pages/orders.ftl",
    "pages/question.ftl",
    "pages/result.ftl",
    "pages/services.ftl",
    "pages/sheet.ftl",
    "pages/small.ftl",
    "pages/start.ftl",
    "pages/updates.ftl",
    "pages/ways.ftl",
    "pages/what-if.ftl",
    "pages/words.ftl",
    "pages/workshop.ftl",
    "pages/workshops.ftl",
    "pages/young.ftl"
);

/// Everything that can be said.
pub(super) struct Catalogue {
    pub english: English,
    /// The words of desks, accounts and mails, which are there in English alone: no translation lacks them.
    pub desk: Words,
    pub others: Vec<Translation>,
}

/// Reads everything that can be said. A test says that nothing of it is at fault.
pub(super) fn read() -> (Catalogue, Vec<Fault>) {
    let (english, mut faults) = English::read(&PAGES_IN_ENGLISH, PAGES.map(|(key, text)| (key.to_owned(), text)));
    let (desk, more) = Words::read(&ENGLISH, &DESK);
    faults.extend(more);
    let [status] = files!("ur", "status.txt");
    let (urdu, more) = Translation::read(URDU, &PAGES_IN_URDU, &URDU_PAGES, status);
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

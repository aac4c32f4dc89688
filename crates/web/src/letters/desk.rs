//! A letter on the desk: what was sent for it, what it says for this family, and what its writer changed.

use crate::App;
use crate::find::{Fields, Picture, Session};
use crate::language::{Said, say_with};
use law::Family;
use paper::{Draft, LONGEST_FIELD, LONGEST_LETTER, Letter, Typed, TypedError, Written};

/// The names of the parts of a draft in forms.
pub(super) const RECIPIENT: &str = "letter_to";
pub(super) const SUBJECT: &str = "letter_subject";
pub(super) const BODY: &str = "letter_text";

/// One letter with everything sent for it.
pub(super) struct Desk<'a> {
    pub letter: &'a Letter,
    /// What was typed into its fields.
    pub typed: Typed,
    /// What cannot stand in it.
    pub errors: Vec<TypedError>,
    /// What it says for this family.
    pub written: Written,
    /// The words sent with the form, where they differ from those.
    pub changed: Option<Draft>,
}

impl<'a> Desk<'a> {
    /// Lays out a letter with what a form sent for it.
    pub(super) fn lay(
        app: &'a App,
        session: &Session,
        picture: &Picture,
        letter: &'a Letter,
        sent: &'a Fields,
    ) -> Self {
        let letters = app.letters();
        let (typed, errors) = Typed::take(letters.fields_of(letter), |id| sent.get(id));
        let family = Family { day: &picture.day, findings: &picture.findings, case: &picture.case };
        let council = session.council(app).map(|council| council.full_name.as_str());
        let written = letter.write(letters, &family, council, &typed);
        let changed = sent.has(BODY).then(|| Draft {
            recipient: lines(sent.get(RECIPIENT)),
            subject: lines(sent.get(SUBJECT)),
            body: lines(sent.get(BODY)),
            ..written.draft.clone()
        });
        let changed = changed.filter(|changed| !is_same(changed, &written.draft));
        Desk { letter, typed, errors, written, changed }
    }

    /// The letter with its writer's changes.
    pub(super) fn draft(&self) -> &Draft {
        self.changed.as_ref().unwrap_or(&self.written.draft)
    }

    /// What is too long in a letter, and the id of its field.
    pub(super) fn too_long(&self) -> Option<(Said, &'static str)> {
        let draft = self.draft();
        let parts = [
            ("letter-long-body", &draft.body, LONGEST_LETTER, BODY),
            ("letter-long-subject", &draft.subject, LONGEST_FIELD, SUBJECT),
            ("letter-long-recipient", &draft.recipient, LONGEST_FIELD, RECIPIENT),
        ];
        parts.into_iter().find_map(|(key, text, most, id)| {
            let many = text.chars().count();
            (many > most).then(|| (say_with(key, [("many", many.into()), ("most", most.into())]), id))
        })
    }
}

/// The text with the line ends a page was given, not those a browser sends.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Whether two drafts say the same; a page shows every apostrophe curled, and sends it back so.
fn is_same(one: &Draft, other: &Draft) -> bool {
    let plain = |text: &str| -> String { text.replace('\'', "’").split_whitespace().collect::<Vec<_>>().join(" ") };
    let parts = |draft: &Draft| [plain(&draft.recipient), plain(&draft.subject), plain(&draft.body)];
    parts(one) == parts(other)
}

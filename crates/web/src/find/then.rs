//! Where to go after an answer: on to the next question, or back to the page that asked for it.

/// A page that asks for single answers and shows what follows from them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Return {
    word: &'static str,
    /// Its address.
    pub(super) address: &'static str,
}

/// Every such page. The word stands in addresses and says nothing of any answer.
const RETURNS: [Return; 12] = [
    Return { word: "answers", address: "/find/answers" },
    Return { word: "result", address: "/find/answer" },
    Return { word: "dates", address: "/find/dates" },
    Return { word: "placed", address: "/find/placed" },
    Return { word: "fostering", address: "/find/private-fostering" },
    Return { word: "now", address: "/arrived/now" },
    Return { word: "young", address: "/young/answer" },
    Return { word: "order", address: "/changed/order" },
    Return { word: "council", address: "/changed/council" },
    Return { word: "money", address: "/changed/money" },
    Return { word: "birthday", address: "/changed/birthday" },
    Return { word: "needs", address: "/changed/needs" },
];

/// Where to go after an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Then {
    /// To the next question.
    #[default]
    Next,
    /// To the next question, small ones too.
    More,
    /// Back to a page.
    Back(&'static Return),
}

impl Then {
    /// What a word of an address or a form says; on to the next question where it says nothing known.
    pub(super) fn of(word: &str) -> Then {
        match RETURNS.iter().find(|to| to.word == word) {
            Some(to) => Then::Back(to),
            None if word == "more" => Then::More,
            None => Then::Next,
        }
    }

    /// The word a form carries.
    pub(super) fn word(self) -> &'static str {
        match self {
            Then::Next => "next",
            Then::More => "more",
            Then::Back(to) => to.word,
        }
    }
}

//! The one form of all pages about accounts: a few fields, what is wrong with them, and a button.

use crate::language::{Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Shell, html};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// A page with a form.
#[derive(Template)]
#[template(path = "account/form.html")]
pub(crate) struct FormPage {
    shell: Shell,
    title: Said,
    lead: Said,
    wrong: Vec<Wrong>,
    fields: Vec<Field>,
    hidden: Vec<(&'static str, String)>,
    action: String,
    button: Said,
    /// Other ways to the same, under the form, each a form of its own: its address, where it leads on to, and its button.
    ways: Vec<(String, String, Said)>,
    /// More to read, under the form: words and addresses.
    links: Vec<(String, Said)>,
    /// A picture of a code, for the app that makes codes, and the same to type.
    picture: Option<(String, String)>,
    /// Codes to write down.
    codes: Vec<String>,
}

/// What is wrong, and the field to go to.
#[derive(Clone, Debug)]
struct Wrong {
    words: Said,
    field: &'static str,
}

/// A field.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Its name.
    pub id: &'static str,
    /// What it asks.
    pub label: Said,
    /// More about it.
    pub hint: Option<Said>,
    /// The kind of input.
    pub kind: &'static str,
    /// What a browser may fill in.
    pub autocomplete: &'static str,
    /// What stands in it.
    pub value: String,
}

impl Field {
    /// An email address.
    pub(super) fn email(value: &str) -> Field {
        Field {
            id: "email",
            label: say("team-email"),
            hint: None,
            kind: "email",
            autocomplete: "username",
            value: value.into(),
        }
    }

    /// The password that an account has.
    pub(super) fn password() -> Field {
        let autocomplete = "current-password";
        Field {
            id: "password",
            label: say("account-form-password"),
            hint: None,
            kind: "password",
            autocomplete,
            value: String::new(),
        }
    }

    /// A password to be chosen.
    pub(super) fn new_password() -> Field {
        let hint = Some(say("account-form-new-hint"));
        let autocomplete = "new-password";
        Field { id: "new", label: say("account-form-new"), hint, kind: "password", autocomplete, value: String::new() }
    }

    /// A code of the second factor.
    pub(super) fn code() -> Field {
        Field {
            id: "code",
            label: say("account-form-code"),
            hint: Some(say("account-form-code-hint")),
            kind: "text",
            autocomplete: "one-time-code",
            value: String::new(),
        }
    }

    /// What is wrong with what somebody is called: the name stands in letters to others, so it is one line.
    pub(super) fn name_fault(name: &str) -> Option<Said> {
        match name.is_empty() {
            true => Some(say("account-form-name-wrong")),
            false if name.len() > 200 || name.chars().any(char::is_control) => Some(say("account-form-name-long")),
            false => None,
        }
    }

    /// What somebody is called.
    pub(super) fn name(value: &str) -> Field {
        let hint = Some(say("account-form-name-hint"));
        Field {
            id: "name",
            label: say("account-form-name"),
            hint,
            kind: "text",
            autocomplete: "name",
            value: value.into(),
        }
    }
}

impl FormPage {
    /// A page with a form that goes to an address.
    pub(crate) fn new(title: Said, lead: Said, action: &str, button: Said) -> FormPage {
        FormPage {
            shell: Shell::said(&title, Part::Desk),
            title,
            lead,
            wrong: Vec::new(),
            fields: Vec::new(),
            hidden: Vec::new(),
            action: action.to_owned(),
            button,
            ways: Vec::new(),
            links: Vec::new(),
            picture: None,
            codes: Vec::new(),
        }
    }

    /// With these fields.
    pub(crate) fn ask(mut self, fields: impl IntoIterator<Item = Field>) -> FormPage {
        self.fields.extend(fields);
        self
    }

    /// With a field that is not shown.
    pub(crate) fn carry(mut self, name: &'static str, value: &str) -> FormPage {
        self.hidden.push((name, value.to_owned()));
        self
    }

    /// With another way to the same.
    pub(super) fn way(mut self, address: String, to: &str, button: Said) -> FormPage {
        self.ways.push((address, to.to_owned(), button));
        self
    }

    /// With a link under the form.
    pub(crate) fn link(mut self, address: &str, words: Said) -> FormPage {
        self.links.push((address.to_owned(), words));
        self
    }

    /// With a picture for the app that makes codes, and the same to type.
    pub(super) fn picture(mut self, svg: String, words: String) -> FormPage {
        self.picture = Some((svg, words));
        self
    }

    /// With codes to write down.
    pub(super) fn codes(mut self, codes: Vec<String>) -> FormPage {
        self.codes = codes;
        self
    }

    /// With something that is wrong.
    pub(crate) fn wrong(mut self, field: &'static str, words: impl Into<Said>) -> FormPage {
        self.wrong.push(Wrong { words: words.into(), field });
        self
    }

    fn wrong_of(&self, field: &str) -> Option<&Said> {
        self.wrong.iter().find(|wrong| wrong.field == field).map(|wrong| &wrong.words)
    }

    /// The page.
    pub(crate) fn show(mut self) -> Response {
        if self.wrong.is_empty() {
            return html(StatusCode::OK, &self);
        }
        self.shell = Shell::said(&say_with("account-title-wrong", [("title", self.title.clone().into())]), Part::Desk);
        html(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }
}

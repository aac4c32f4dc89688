//! Every table and its columns, in an order in which what belongs to something comes after it.

use crate::store::Engine;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Number,
    Bytes,
}

/// One table.
#[derive(Debug)]
pub(crate) struct Table {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its columns.
    pub(crate) columns: &'static [(&'static str, Kind)],
    /// The columns that tell its rows apart, which come first.
    pub(crate) key: usize,
}

use Kind::{Bytes, Number, Text};

/// All that is kept, but for `head` and `steps`, which follow from it.
pub(crate) const TABLES: &[Table] = &[
    Table {
        name: "events",
        columns: &[
            ("position", Number),
            ("stream", Text),
            ("version", Number),
            ("kind", Text),
            ("body", Text),
            ("account", Text),
            ("at", Text),
        ],
        key: 1,
    },
    Table {
        name: "keys",
        columns: &[
            ("key", Text),
            ("digest", Text),
            ("stream", Text),
            ("version", Number),
            ("position", Number),
            ("at", Text),
        ],
        key: 1,
    },
    Table {
        name: "outbox",
        columns: &[
            ("id", Text),
            ("position", Number),
            ("recipient", Text),
            ("subject", Text),
            ("body", Text),
            ("created", Text),
            ("due", Text),
            ("tries", Number),
            ("lease", Text),
            ("holder", Text),
            ("fault", Text),
            ("sent", Text),
            ("given_up", Text),
            ("channel", Text),
            ("html", Text),
            ("subscriber", Text),
            ("letter", Text),
            ("handed", Text),
            ("way", Text),
            ("unsure", Text),
        ],
        key: 1,
    },
    Table { name: "blobs", columns: &[("digest", Text), ("bytes", Bytes)], key: 1 },
    Table {
        name: "accounts",
        columns: &[
            ("id", Text),
            ("email", Text),
            ("name", Text),
            ("password", Text),
            ("password_changed", Text),
            ("totp", Text),
            ("totp_step", Number),
            ("state", Text),
            ("created", Text),
        ],
        key: 1,
    },
    Table { name: "identities", columns: &[("issuer", Text), ("subject", Text), ("account", Text)], key: 2 },
    Table { name: "recovery_codes", columns: &[("account", Text), ("hash", Text), ("used", Text)], key: 2 },
    Table { name: "grants", columns: &[("account", Text), ("role", Text), ("council", Text)], key: 3 },
    Table {
        name: "invitations",
        columns: &[
            ("id", Text),
            ("hash", Text),
            ("email", Text),
            ("grants", Text),
            ("account", Text),
            ("created", Text),
            ("expires", Text),
            ("used", Text),
        ],
        key: 1,
    },
    Table {
        name: "sessions",
        columns: &[
            ("id", Text),
            ("hash", Text),
            ("account", Text),
            ("created", Text),
            ("last_used", Text),
            ("expires", Text),
            ("agent", Text),
            ("second_factor", Text),
            ("provider", Text),
        ],
        key: 1,
    },
    Table {
        name: "recoveries",
        columns: &[("hash", Text), ("account", Text), ("created", Text), ("expires", Text), ("used", Text)],
        key: 1,
    },
    Table { name: "setups", columns: &[("hash", Text), ("created", Text), ("expires", Text), ("used", Text)], key: 1 },
    Table { name: "attempts", columns: &[("id", Text), ("bucket", Text), ("at", Text)], key: 1 },
    Table {
        name: "feedback",
        columns: &[
            ("id", Text),
            ("council", Text),
            ("page", Text),
            ("words", Text),
            ("created", Text),
            ("state", Text),
            ("published", Text),
            ("answer", Text),
            ("answered", Text),
            ("account", Text),
        ],
        key: 1,
    },
    Table {
        name: "vaults",
        columns: &[
            ("stream", Text),
            ("sealed", Text),
            ("created", Text),
            ("destroyed", Text),
            ("account", Text),
            ("why", Text),
        ],
        key: 1,
    },
    Table {
        name: "audit",
        columns: &[
            ("council", Text),
            ("seq", Number),
            ("at", Text),
            ("account", Text),
            ("deed", Text),
            ("stream", Text),
            ("first_position", Number),
            ("last_position", Number),
            ("file", Text),
            ("digest", Text),
            ("reason", Text),
            ("hash", Text),
        ],
        key: 2,
    },
    Table { name: "words", columns: &[("word", Text), ("stream", Text)], key: 2 },
    Table {
        name: "files",
        columns: &[("id", Text), ("stream", Text), ("head", Text), ("bytes", Bytes), ("account", Text), ("at", Text)],
        key: 1,
    },
    Table {
        name: "drafts",
        columns: &[("account", Text), ("stream", Text), ("form", Text), ("sealed", Text), ("at", Text)],
        key: 3,
    },
    Table {
        name: "accesses",
        columns: &[
            ("id", Text),
            ("stream", Text),
            ("account", Text),
            ("reason", Text),
            ("granted_by", Text),
            ("starts", Text),
            ("ends", Text),
        ],
        key: 1,
    },
    Table {
        name: "trackings",
        columns: &[("reference", Text), ("holder", Text), ("stream", Text), ("code", Text)],
        key: 2,
    },
    Table {
        name: "subscribers",
        columns: &[
            ("id", Text),
            ("host", Text),
            ("address", Text),
            ("sealed", Text),
            ("token", Text),
            ("wants", Text),
            ("pace", Text),
            ("created", Text),
            ("confirmed", Text),
            ("refused", Number),
        ],
        key: 1,
    },
    Table {
        name: "bulletins",
        columns: &[
            ("id", Text),
            ("host", Text),
            ("cause", Text),
            ("subject", Text),
            ("account", Text),
            ("asked_by", Text),
            ("created", Text),
        ],
        key: 1,
    },
    Table {
        name: "bulletin_letters",
        columns: &[
            ("id", Text),
            ("bulletin", Text),
            ("wants", Text),
            ("pace", Text),
            ("subject", Text),
            ("body", Text),
            ("html", Text),
            ("list", Text),
            ("unsubscribe", Text),
            ("reached", Text),
            ("people", Number),
            ("spread", Text),
        ],
        key: 1,
    },
    Table {
        name: "occasions",
        columns: &[
            ("host", Text),
            ("workshop", Text),
            ("occasion", Text),
            ("seq", Number),
            ("taken", Number),
            ("waiting", Number),
            ("closed", Number),
            ("forget", Text),
        ],
        key: 3,
    },
    Table {
        name: "bookings",
        columns: &[
            ("id", Text),
            ("host", Text),
            ("workshop", Text),
            ("occasion", Text),
            ("seq", Number),
            ("token", Text),
            ("state", Text),
            ("sealed", Text),
            ("created", Text),
            ("reminded", Number),
            ("came", Number),
            ("asked", Number),
            ("said", Number),
        ],
        key: 1,
    },
    Table {
        name: "opinions",
        columns: &[("id", Text), ("host", Text), ("workshop", Text), ("sealed", Text), ("forget", Text)],
        key: 1,
    },
    Table {
        name: "booking_messages",
        columns: &[
            ("key", Text),
            ("host", Text),
            ("workshop", Text),
            ("occasion", Text),
            ("sent", Number),
            ("sealed", Text),
            ("account", Text),
            ("at", Text),
        ],
        key: 1,
    },
    Table { name: "organisers", columns: &[("host", Text), ("item", Text), ("sealed", Text), ("at", Text)], key: 2 },
    Table {
        name: "group_links",
        columns: &[
            ("hash", Text),
            ("host", Text),
            ("item", Text),
            ("about", Text),
            ("created", Text),
            ("expires", Text),
        ],
        key: 1,
    },
    Table {
        name: "questions",
        columns: &[
            ("id", Text),
            ("host", Text),
            ("reference", Text),
            ("form", Text),
            ("code", Text),
            ("state", Text),
            ("due", Text),
            ("version", Number),
            ("created", Text),
            ("changed", Text),
            ("sealed_key", Text),
            ("sealed", Text),
        ],
        key: 1,
    },
    Table { name: "closed_pages", columns: &[("hash", Text), ("until", Text)], key: 1 },
];

impl Table {
    /// All rows, ordered by their bytes: the same on both engines, whatever the language of the server.
    pub(crate) fn select(&self, engine: Engine) -> String {
        let order: Vec<String> = self.columns[..self.key]
            .iter()
            .map(|(name, kind)| match (engine, kind) {
                (Engine::Postgres, Text) => format!("{name} collate \"C\""),
                _ => (*name).to_owned(),
            })
            .collect();
        format!("select {} from {} order by {}", self.names(), self.name, order.join(", "))
    }

    /// One row more.
    pub(crate) fn insert(&self) -> String {
        let places: Vec<String> = (1..=self.columns.len()).map(|place| format!("${place}")).collect();
        format!("insert into {} ({}) values ({})", self.name, self.names(), places.join(", "))
    }

    fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A column added by a step and forgotten here would be missing from every backup.
    #[test]
    fn every_column_of_every_table_is_here() {
        let steps: String = crate::schema::STEPS.iter().map(|(_, words)| *words).collect();
        let mut known = Vec::new();
        for table in steps.split("create table ").skip(1) {
            let (name, rest) = table.split_once(" (").unwrap();
            let body = &rest[..rest.find("\n);").unwrap()];
            let columns = body.lines().map(str::trim).filter(|line| !line.is_empty());
            let columns = columns.filter(|line| !line.starts_with("unique (") && !line.starts_with("primary key ("));
            // One that a later step makes anew stands as that step makes it.
            known.retain(|(other, _)| *other != name);
            known.push((name, columns.map(|line| line.split(' ').next().unwrap()).collect::<Vec<_>>()));
        }
        for change in steps.split("alter table ").skip(1) {
            let (name, column) = change.split_once(" add column ").unwrap();
            known.iter_mut().find(|(known, _)| *known == name).unwrap().1.push(column.split(' ').next().unwrap());
        }
        known.retain(|(name, _)| *name != "head");
        let here: Vec<_> = TABLES
            .iter()
            .map(|table| (table.name, table.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>()))
            .collect();
        assert_eq!(here, known);
    }
}

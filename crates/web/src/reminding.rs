//! Letters that remind: written in the same breath as the event that says so, so that of several nodes one writes.

use crate::App;
use crate::account::{self, Deed};
use crate::keeper::Keeper;
use crate::ui::show;
use offer::publish::{Desk, Reminder, Stage, Told, reminders};
use std::sync::Arc;
use store::{Append, AppendError, Email, NewEvent, NewMail, StoreError, Version};

impl App {
    /// Reminds those who look after a council's offer of what must be looked at again; how many letters were written.
    ///
    /// # Errors
    /// Where the database cannot be read or written. What was not told is told the next time.
    pub async fn remind(&self) -> Result<usize, StoreError> {
        let Some(keeper) = self.keeper() else { return Ok(0) };
        keeper.catch_up().await?;
        let mut written = 0;
        for (council, desk) in keeper.desks() {
            let due = reminders(&desk, self.clock().today());
            if !due.is_empty() {
                written += self.remind_at(&keeper, &council, &desk, &due).await?;
            }
        }
        keeper.catch_up().await?;
        written += self.remind_of_workshops().await?;
        Ok(written)
    }

    async fn remind_at(
        &self,
        keeper: &Arc<Keeper>,
        council: &str,
        desk: &Desk,
        due: &[Reminder],
    ) -> Result<usize, StoreError> {
        let stream = format!("offer/{council}").parse()?;
        let (mut events, mut mail) = (Vec::new(), Vec::new());
        for one in due {
            for to in addresses(keeper, council, &one.to).await? {
                mail.push(NewMail {
                    to,
                    subject: "Something to look at again".to_owned(),
                    body: self.words(council, one),
                    due: None,
                });
            }
            let value = serde_json::to_value(one.event()).map_err(|why| StoreError::Invalid(why.to_string()))?;
            let kind = value.get("event").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned();
            events.push(NewEvent { kind, body: value.to_string() });
        }
        let (letters, expected_version) = (mail.len(), Version(i64::try_from(desk.version).unwrap_or(i64::MAX)));
        let at = self.clock().now();
        let append = Append {
            stream: &stream,
            expected_version,
            by: None,
            at,
            events,
            index: None,
            mail,
            key: None,
            form: None,
        };
        match keeper.store().append(append).await {
            Ok(_) => Ok(letters),
            // Another node was faster, or somebody is just writing: the next time is soon enough.
            Err(AppendError::Conflict { .. } | AppendError::KeyReused) => Ok(0),
            Err(AppendError::Store(error)) => Err(error),
        }
    }

    fn words(&self, council: &str, one: &Reminder) -> String {
        let (title, day) = (&one.title, show::date(one.due));
        let what = match one.stage {
            Stage::Coming => format!("“{title}” is to be looked at again by {day}."),
            Stage::Due => format!(
                "“{title}” was to be looked at again by {day}. If it is still so, write down the day you checked it."
            ),
            Stage::Late => format!(
                "“{title}” was to be looked at again by {day}. Nobody has yet, so you are told as one who answers for the offer."
            ),
        };
        format!("{what}\n\n{}/publish/{council}/record/{}/{}\n", self.address(), one.record.kind, one.record.id)
    }
}

/// Where the letters go: to whoever looks after the record, or, where nobody can be reached, to those who answer for it.
async fn addresses(keeper: &Arc<Keeper>, council: &str, to: &Told) -> Result<Vec<Email>, StoreError> {
    let store = keeper.store();
    if let Told::Keeper(officer) = to
        && let Ok(id) = officer.as_str().parse()
        && let Some(email) = account::address(store, id).await?
    {
        return Ok(vec![email]);
    }
    account::addresses(store, council, Deed::Arrange, None).await
}

//! Rows written together: one message to PostgreSQL, where each costs a way there and back; one statement after another in
//! SQLite, where that costs nothing.

use sqlx::{Any, AnyConnection, AssertSqlSafe, query::Query};

use crate::error::StoreError;
use crate::store::{Engine, Write};

/// The most statements in one message, so that there are few different ones to be prepared.
const MOST: usize = 16;

/// What stands at a place of a statement.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(Option<String>),
    Number(Option<i64>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(Some(number))
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        Self::Number(number)
    }
}

/// Statements that change rows, none of them a row that another of them changes: in one message, none sees what another
/// does.
#[derive(Default)]
pub(crate) struct Together(Vec<(&'static str, Vec<Value>)>);

impl Together {
    /// One more statement, with what stands at its places `$1`, `$2` and so on.
    pub(crate) fn add<const N: usize>(&mut self, words: &'static str, values: [Value; N]) {
        self.0.push((words, values.into()));
    }

    /// Sends them all.
    pub(crate) async fn send(self, tx: &mut Write) -> Result<(), StoreError> {
        let engine = tx.engine();
        self.send_on(tx, engine).await
    }

    /// The same where a transaction is begun otherwise.
    pub(crate) async fn send_on(self, tx: &mut AnyConnection, engine: Engine) -> Result<(), StoreError> {
        let at_once = if engine == Engine::Postgres { MOST } else { 1 };
        for some in self.0.chunks(at_once) {
            let values = some.iter().flat_map(|(_, values)| values.iter().cloned());
            values.fold(sqlx::query(AssertSqlSafe(one(some))), bind).execute(&mut *tx).await?;
        }
        Ok(())
    }
}

/// Statements as one, their places counted on.
fn one(some: &[(&'static str, Vec<Value>)]) -> String {
    let (mut whole, mut before) = (String::new(), 0);
    for (number, (words, values)) in (1..).zip(some) {
        whole.push_str(match number {
            _ if some.len() == 1 => "",
            1 => "with ",
            _ if number == some.len() => ") ",
            _ => "), ",
        });
        if number < some.len() {
            whole.push_str(&format!("part{number} as ("));
        }
        whole.push_str(&counted_on(words, before));
        before += values.len();
    }
    whole
}

fn counted_on(words: &str, before: usize) -> String {
    let mut parts = words.split('$');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(part.len());
        let (place, rest) = part.split_at(end);
        whole.push_str(&format!("${}{rest}", place.parse().unwrap_or(0) + before));
    }
    whole
}

fn bind<'q>(
    query: Query<'q, Any, <Any as sqlx::Database>::Arguments>,
    value: Value,
) -> Query<'q, Any, <Any as sqlx::Database>::Arguments> {
    match value {
        Value::Text(text) => query.bind(text),
        Value::Number(number) => query.bind(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_on() {
        let mut all = Together::default();
        all.add("insert into a (b, c) values ($1, $2)", ["b".into(), 1.into()]);
        assert_eq!(one(&all.0), "insert into a (b, c) values ($1, $2)");
        all.add("delete from d where e = $1", ["e".into()]);
        all.add("select f($2, $1)", ["g".into(), None::<i64>.into()]);
        let whole = "with part1 as (insert into a (b, c) values ($1, $2)), part2 as (delete from d where e = $3) select f($5, $4)";
        assert_eq!(one(&all.0), whole);
    }
}

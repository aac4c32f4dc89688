//! Words by which cases are found: folded, and kept as keyed hashes alone. Whoever reads the table learns no name from it,
//! nor whether a name they think of is there.

use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::BTreeSet;
use std::fmt;
use std::ops::RangeInclusive;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::error::StoreError;
use crate::event::StreamId;
use crate::seal::Secret;
use crate::sql::{places, read};
use crate::store::Store;
use crate::vault::Vault;

/// The most words a case is found by, and the most that are looked for at once.
pub const MOST_WORDS: usize = 200;

/// What stands within a name, and is left out of it.
const QUOTES: &[char] = &['\'', '’', '‘', '`'];
/// Accents, and small signs beside letters: some count as letters, and none tells one name from another.
const MARKS: RangeInclusive<char> = '\u{2b0}'..='\u{36f}';

/// A word to be found by: without case, accents or signs. `JOSÉ` and `jose` are the same.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IndexWord(String);

impl IndexWord {
    /// Each word of a text: of the names of a person. `O’Brien-Smith` is `obrien` and `smith`.
    pub fn each(text: &str) -> Vec<Self> {
        let apart = |sign: char| !sign.is_alphanumeric() && !is_combining_mark(sign) && !QUOTES.contains(&sign);
        let words: BTreeSet<Self> = text.split(apart).filter_map(Self::whole).collect();
        words.into_iter().collect()
    }

    /// All of a text as one word: of a postcode, a reference, a telephone number. None where nothing is left of it.
    pub fn whole(text: &str) -> Option<Self> {
        let folded: String = text
            .nfkd()
            .flat_map(char::to_lowercase)
            .nfkd()
            .filter(|sign| sign.is_alphanumeric() && !MARKS.contains(sign))
            .collect();
        // Letters that are no letter with a mark, as people without them on their keyboard write them.
        let plain: String = folded
            .chars()
            .map(|sign| match sign {
                'ß' => "ss".to_owned(),
                'æ' => "ae".to_owned(),
                'œ' => "oe".to_owned(),
                'þ' => "th".to_owned(),
                'ø' => "o".to_owned(),
                'ł' => "l".to_owned(),
                'đ' | 'ð' => "d".to_owned(),
                'ħ' => "h".to_owned(),
                'ı' => "i".to_owned(),
                'ς' => "σ".to_owned(),
                other => other.to_string(),
            })
            .collect();
        (!plain.is_empty() && plain.len() <= 200).then_some(Self(plain))
    }

    fn hash(&self, key: &Secret) -> String {
        key.hash("word", &self.0).to_string()
    }
}

/// It may be a name: it stands in no log.
impl fmt::Debug for IndexWord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("IndexWord(hidden)")
    }
}

/// The stream under which the key of a council's words is kept. It has no events.
pub(crate) fn key_of(council: &str) -> Result<StreamId, StoreError> {
    format!("index/{council}").parse()
}

/// Puts words in place of those a case was found by.
pub(crate) async fn replace(
    tx: &mut AnyConnection,
    key: &Secret,
    stream: &StreamId,
    words: &[IndexWord],
) -> Result<(), StoreError> {
    let words: BTreeSet<&IndexWord> = words.iter().collect();
    if words.len() > MOST_WORDS {
        return Err(StoreError::Invalid(format!("a case is found by at most {MOST_WORDS} words")));
    }
    sqlx::query("delete from words where stream = $1").bind(stream.as_str()).execute(&mut *tx).await?;
    for word in words {
        sqlx::query("insert into words (word, stream) values ($1, $2)")
            .bind(word.hash(key))
            .bind(stream.as_str())
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}

impl Store {
    /// The cases of a council that are found by every one of these words, by name. No word finds nothing.
    pub async fn find_streams(&self, council: &str, words: &[IndexWord]) -> Result<Vec<StreamId>, StoreError> {
        let key = match self.vaults.find(&self.pool, key_of(council)?.as_str()).await? {
            Vault::Open(key) => key,
            Vault::None | Vault::Gone => return Ok(Vec::new()),
        };
        let hashes: BTreeSet<String> = words.iter().map(|word| word.hash(&key)).collect();
        if hashes.len() > MOST_WORDS {
            return Err(StoreError::Invalid(format!("at most {MOST_WORDS} words are looked for at once")));
        }
        if hashes.is_empty() {
            return Ok(Vec::new());
        }
        let places = places(1, hashes.len());
        let count = hashes.len();
        let words =
            format!("select stream from words where word in ({places}) group by stream having count(*) = {count}");
        let mut query = sqlx::query(AssertSqlSafe(words));
        for hash in hashes {
            query = query.bind(hash);
        }
        let rows = query.fetch_all(&self.pool).await?;
        let mut streams = rows.iter().map(|row| read(row, "stream")).collect::<Result<Vec<StreamId>, _>>()?;
        streams.sort();
        Ok(streams)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn folding_again_changes_nothing(text in "[\\u{20}-\\u{344}\\u{346}-\\u{52f}\\u{1e00}-\\u{1eff}\\u{2010}-\\u{2040}]{0,12}") {
            let once = IndexWord::whole(&text);
            prop_assert_eq!(&once, &IndexWord::whole(&text.to_uppercase()), "{}", text);
            prop_assert_eq!(&once, &IndexWord::whole(&text.to_lowercase()), "{}", text);
            if let Some(word) = once {
                prop_assert_eq!(IndexWord::whole(&word.0), Some(word.clone()), "{}", text);
                prop_assert_eq!(IndexWord::each(&word.0), [word]);
            }
        }
    }

    #[test]
    fn words_are_the_same_however_they_are_typed() {
        let each = |text| IndexWord::each(text).into_iter().map(|word| word.0).collect::<Vec<_>>();
        assert_eq!(each("José  O’Brien-Smith"), ["jose", "obrien", "smith"]);
        assert_eq!(each("JOSE\u{301} o'brien, SMITH smith"), ["jose", "obrien", "smith"]);
        assert_eq!(each("Łukasz Æsc Straße İnci"), ["aesc", "inci", "lukasz", "strasse"]);
        assert_eq!(each("ﬁona Ａnn 王小明"), ["ann", "fiona", "王小明"]);
        assert!(each(" -- ' ").is_empty());
        assert_eq!(IndexWord::whole("se15 5eb"), IndexWord::whole("SE155EB"));
        assert_eq!(IndexWord::whole("KIN-2026/17").unwrap().0, "kin202617");
        assert!(IndexWord::whole("?!").is_none());
    }
}

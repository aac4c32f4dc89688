//! Lines of `name = value`, as `kith find --facts` reads them from a file.

/// What a line says of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// The line, counted from 1.
    pub line: usize,
    /// The fact as written.
    pub name: String,
    /// The value as files write it.
    pub value: String,
}

/// The longest name or value that is read.
const LONGEST: usize = 400;

/// Every line that says something, or the key of what is wrong with it.
pub(super) fn read(text: &str) -> impl Iterator<Item = Result<Said, (usize, &'static str)>> + '_ {
    text.lines().zip(1..).filter_map(|(text, line)| {
        let text = without_remark(text).trim();
        (!text.is_empty()).then(|| match one(text) {
            Ok((name, value)) => Ok(Said { line, name, value }),
            Err(wrong) => Err((line, wrong)),
        })
    })
}

fn one(text: &str) -> Result<(String, String), &'static str> {
    let Some((name, value)) = text.split_once('=') else {
        return Err("families-line-fact");
    };
    let (name, value) = (unquoted(name.trim())?, value.trim());
    if name.is_empty() {
        return Err("families-line-name");
    }
    if value.is_empty() {
        return Err("families-line-value");
    }
    if name.len() > LONGEST || value.len() > LONGEST {
        return Err("families-line-long");
    }
    let Some(list) = value.strip_prefix('[') else { return Ok((name, unquoted(value)?)) };
    let Some(list) = list.strip_suffix(']') else { return Err("families-line-list") };
    let items = list.split(',').map(str::trim).filter(|item| !item.is_empty());
    let items = items.map(unquoted).collect::<Result<Vec<_>, _>>()?;
    Ok((name, if items.is_empty() { "none".to_owned() } else { items.join(", ") }))
}

/// Straight quotation marks, and the curly ones that phones put in their place.
const MARKS: [char; 6] = ['"', '\'', '“', '”', '‘', '’'];

fn unquoted(text: &str) -> Result<String, &'static str> {
    let Some(inner) = text.strip_prefix(MARKS) else { return Ok(text.to_owned()) };
    inner.strip_suffix(MARKS).map(str::to_owned).ok_or("families-line-mark")
}

/// The line without a remark at its end: what follows `#` outside quotation marks.
fn without_remark(text: &str) -> &str {
    let mut is_quoted = false;
    for (place, letter) in text.char_indices() {
        match letter {
            '#' if !is_quoted => return &text[..place],
            letter if MARKS.contains(&letter) => is_quoted = !is_quoted,
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn lines_are_read_as_files_of_facts_write_them() {
        for (line, name, value) in [
            ("child_dob = 2019-03-10", "child_dob", "2019-03-10"),
            ("carer_relation = \"grandparent\"", "carer_relation", "grandparent"),
            ("carer_relation = ‘grandparent’ # a remark", "carer_relation", "grandparent"),
            ("uc_household=true", "uc_household", "true"),
            ("evidence = [\"cp_plan\", 'lac_before']", "evidence", "cp_plan, lac_before"),
            ("evidence = []", "evidence", "none"),
            ("\"order_type\" = SGO", "order_type", "SGO"),
        ] {
            let said = read(line).next().map(|said| said.map(|said| (said.name, said.value)));
            assert_eq!(said, Some(Ok((name.to_owned(), value.to_owned()))), "{line}");
        }
        assert_eq!(read("# only a remark\n\n   \n").count(), 0);
    }

    #[test]
    fn a_line_that_says_nothing_is_named_by_its_number() {
        for (text, line, key) in [
            ("\norder_type SGO", 2, "families-line-fact"),
            ("order_type =", 1, "families-line-value"),
            ("= SGO", 1, "families-line-name"),
            ("order_type = \"SGO", 1, "families-line-mark"),
            ("evidence = [\"cp_plan\",", 1, "families-line-list"),
        ] {
            let found = read(text).next();
            assert!(matches!(&found, Some(Err((at, wrong))) if *at == line && *wrong == key), "{found:?}");
        }
        assert!(matches!(read(&"x=".repeat(900)).next(), Some(Err((1, _)))));
    }
}

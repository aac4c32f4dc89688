//! The shape of Rust files: an opening sentence, few lines, short functions, nothing left undone.

use super::lexer::{self, Source};
use super::tree::File;

const LONGEST_FILE: usize = 500;
const LONG_FILE: usize = 300;
const LONGEST_FUNCTION: usize = 70;

/// Macros that leave something undone.
const UNDONE: &[&str] = &[concat!("to", "do!"), concat!("unimple", "mented!")];

/// Every fault of a Rust file.
pub(crate) fn check(file: &File, source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    let opening = file.text.lines().next().unwrap_or_default();
    let sentence = opening.strip_prefix("//! ").is_some_and(|words| words.starts_with(|c: char| !c.is_whitespace()));
    if !sentence {
        faults.push(format!("{}:1: begin with `//!` and a sentence that says what the file is for", file.path));
    }
    let lines = file.text.lines().count();
    if lines > LONGEST_FILE {
        faults.push(format!("{}: {lines} lines, at most {LONGEST_FILE}: split it by noun", file.path));
    }
    for (number, line) in source.code.lines().enumerate() {
        if let Some(word) = UNDONE.iter().find(|word| line.contains(**word)) {
            faults.push(format!("{}:{}: {word}", file.path, number + 1));
        }
    }
    for function in functions(&source.code).into_iter().filter(|function| function.lines > LONGEST_FUNCTION) {
        let Function { name, line, lines } = function;
        faults.push(format!("{}:{line}: fn {name} has {lines} lines, at most {LONGEST_FUNCTION}", file.path));
    }
    faults
}

/// Said, but no fault: a file that grows long.
pub(crate) fn remark(file: &File) -> Option<String> {
    let lines = file.text.lines().count();
    (lines > LONG_FILE && lines <= LONGEST_FILE)
        .then(|| format!("{}: {lines} lines, better under {LONG_FILE}", file.path))
}

/// A function in the code.
#[derive(Debug, PartialEq)]
struct Function {
    name: String,
    line: usize,
    lines: usize,
}

fn functions(code: &str) -> Vec<Function> {
    let starts =
        code.match_indices("fn ").filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
    starts.filter_map(|(at, _)| function(code, at)).collect()
}

fn function(code: &str, at: usize) -> Option<Function> {
    let name: String = code[at + 3..].trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let body = at + opening_brace(&code[at..])?;
    let length = closing_brace(&code[body..])?;
    let line = code[..at].matches('\n').count() + 1;
    let lines = code[at..body + length].matches('\n').count() + 1;
    (!name.is_empty()).then_some(Function { name, line, lines })
}

/// Where the body opens; none where the function is only declared, or `fn` is a type.
fn opening_brace(code: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (place, letter) in code.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' if depth == 0 => return None,
            ')' | ']' => depth -= 1,
            '{' if depth == 0 => return Some(place),
            ';' | ',' | '=' if depth == 0 && !code[..place].contains("where") => {
                let arrow = letter == '=' || (letter == ',' && code[..place].contains('<'));
                if !arrow {
                    return None;
                }
            }
            ';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

fn closing_brace(code: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (place, letter) in code.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(place);
                }
            }
            _ => {}
        }
    }
    None
}

/// The source of a file, split once for every check.
pub(crate) fn source(file: &File) -> Source {
    lexer::split(&file.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_measured_with_their_heads() {
        let code = "fn one() {}\nimpl A {\n    fn two<T, U>(a: [u8; 3], f: fn(T) -> U) -> Vec<U>\n    where\n        T: B,\n    {\n        { 1 }\n    }\n}\ntrait C {\n    fn three(&self);\n}\n";
        let found: Vec<(String, usize, usize)> =
            functions(code).into_iter().map(|found| (found.name, found.line, found.lines)).collect();
        assert_eq!(found, [("one".into(), 1, 1), ("two".into(), 3, 6)]);
    }
}

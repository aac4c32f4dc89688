//! The table of results: what was measured beside what was to be reached.

use std::fmt::Write as _;

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// What was to be reached, in words.
    pub goal: String,
    /// What was measured, in words.
    pub measured: String,
    /// How many times better than the goal; below one is missed. None where there is no goal.
    pub ratio: Option<f64>,
}

/// The table.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    rows: Vec<Row>,
}

impl Sheet {
    /// Adds a line and prints it, so that a long run can be followed.
    pub fn add(&mut self, what: &str, goal: &str, measured: String, ratio: Option<f64>) {
        let row = Row { what: what.to_owned(), goal: goal.to_owned(), measured, ratio };
        println!("{}", line(&row));
        self.rows.push(row);
    }

    /// The whole table in Markdown.
    pub fn markdown(&self) -> String {
        let mut text = String::from("| what | goal | measured | times the goal |\n|---|---|---|---|\n");
        for row in &self.rows {
            let _ = writeln!(text, "{}", line(row));
        }
        text
    }
}

fn line(row: &Row) -> String {
    let ratio = match row.ratio {
        Some(ratio) if ratio >= 1.0 => format!("{ratio:.1}"),
        Some(ratio) => format!("**{ratio:.2}, missed**"),
        None => "–".to_owned(),
    };
    format!("| {} | {} | {} | {ratio} |", row.what, row.goal, row.measured)
}

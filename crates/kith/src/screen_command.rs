//! `kith screen`: many families at once, from a table of facts to a table of findings.

use crate::files;
use crate::findings_table;
use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::civil::Date;
use law::screen::Screen;
use law::{Case, Day, Outcome};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What many families have a right to, may be given or cannot get.
#[derive(Args)]
pub(crate) struct ScreenArgs {
    /// A CSV file: a column for each fact by its name, a row for each family; `id` or `family` names the row.
    families: PathBuf,
    /// Where the findings go: a `.csv` or a `.parquet` file, a column for each support.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Print, for each rule, how many families came to each outcome.
    #[arg(long)]
    counts: bool,
    /// The day asked about; today where not given.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    /// Read this folder instead of the law built in.
    #[arg(long, value_name = "DIR")]
    law: Option<PathBuf>,
}

/// How many rows are held at once.
const CHUNK: usize = 1 << 16;
/// How many bad rows are told one by one.
const TOLD: usize = 20;

/// Runs the command.
pub(crate) fn run(args: ScreenArgs) -> Result<ExitCode> {
    if args.out.is_none() && !args.counts {
        bail!("say where the findings go with --out FILE, or ask for --counts");
    }
    let law = files::law(args.law.as_deref())?;
    let date = args.on.unwrap_or_else(|| jiff::Zoned::now().date());
    let day = Day::new(law, date).map_err(|fault| anyhow!("{fault}"))?;
    let mut rows = Rows::open(&args.families, &day)?;
    let mut table = args.out.as_deref().map(|path| findings_table::create(path, &day)).transpose()?;
    let screen = Screen::new(&day);
    let mut counts = vec![[0usize; 5]; day.law.supports.len()];
    let mut taken = 0;
    loop {
        let (mut families, mut names) = (screen.families(), Vec::new());
        while names.len() < CHUNK {
            let Some((name, case)) = rows.next(&day)? else { break };
            families.push(&day, &case);
            names.push(name);
        }
        if names.is_empty() {
            break;
        }
        taken += names.len();
        let mut written = Ok(());
        screen.run(&families, |start, block| {
            for (support, counts) in counts.iter_mut().enumerate() {
                Outcome::ALL.iter().for_each(|outcome| counts[*outcome as usize] += block.count_of(support, *outcome));
            }
            if let (Some(table), Ok(())) = (&mut table, &written) {
                written = table.write(&names[start..start + block.count], block);
            }
        });
        written?;
    }
    rows.finish();
    if let Some(table) = table {
        table.finish()?;
    }
    if args.counts {
        print_counts(&day, &counts);
    }
    eprintln!(
        "{} screened, {} left out",
        files::count(taken, "family").replace("familys", "families"),
        files::count(rows.bad, "bad row")
    );
    Ok(if rows.bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print_counts(day: &Day, counts: &[[usize; 5]]) {
    let heads: Vec<String> = Outcome::ALL.iter().map(|outcome| format!("{:>12}", outcome.word())).collect();
    println!("{:<36}{}", "support", heads.concat());
    for (support, counts) in day.law.supports.iter().zip(counts) {
        let numbers: Vec<String> = counts.iter().map(|count| format!("{count:>12}")).collect();
        println!("{:<36}{}", support.id, numbers.concat());
    }
}

/// The rows of the table of families, read one by one; bad ones are told and left out.
struct Rows {
    reader: csv::Reader<File>,
    record: csv::StringRecord,
    heads: Vec<String>,
    name: Option<usize>,
    progress: ProgressBar,
    path: String,
    bad: usize,
}

impl Rows {
    fn open(path: &Path, day: &Day) -> Result<Rows> {
        let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
        let size = file.metadata()?.len();
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(file);
        let heads: Vec<String> = reader.headers()?.iter().map(str::to_owned).collect();
        let name = heads.iter().position(|head| head == "id" || head == "family");
        for (place, head) in heads.iter().enumerate() {
            if Some(place) != name && day.law.facts.find(head).is_none() {
                let near = law::fault::nearest(head, day.law.facts.names());
                let hint = near.map(|near| format!("\n  Hint: did you mean `{near}`?")).unwrap_or_default();
                bail!("{}: column {} is `{head}`, which is not a fact{hint}", path.display(), place + 1);
            }
        }
        let progress = ProgressBar::with_draw_target(Some(size), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent}% of {total_bytes}, {eta} left") {
            progress.set_style(style);
        }
        let path = path.display().to_string();
        Ok(Rows { reader, record: csv::StringRecord::new(), heads, name, progress, path, bad: 0 })
    }

    /// The next good row: its name and its family.
    fn next(&mut self, day: &Day) -> Result<Option<(String, Case)>> {
        while self.reader.read_record(&mut self.record)? {
            let line = self.record.position().map_or(0, csv::Position::line);
            if let Some(position) = self.record.position() {
                self.progress.set_position(position.byte());
            }
            match self.family(day) {
                Ok(case) => {
                    let name = self.name.and_then(|place| self.record.get(place)).map(str::to_owned);
                    return Ok(Some((name.unwrap_or_else(|| line.to_string()), case)));
                }
                Err(message) => self.tell(line, &message),
            }
        }
        Ok(None)
    }

    fn family(&self, day: &Day) -> Result<Case, String> {
        if self.record.len() != self.heads.len() {
            return Err(format!("has {} cells, the head has {}", self.record.len(), self.heads.len()));
        }
        let mut case = Case::on(day.date);
        for (place, (head, cell)) in self.heads.iter().zip(&self.record).enumerate() {
            if Some(place) != self.name {
                case.set_text(head, cell, &day.law.facts).map_err(|error| match error.hint {
                    Some(hint) => format!("{}. Hint: {hint}", error.message),
                    None => error.message,
                })?;
            }
        }
        // Only what is worked out from other facts can clash with them.
        if case.answers().any(|(fact, _)| !matches!(day.law.facts[fact].origin, law::fact::Origin::Told))
            && let Some(clash) = day.clashes(&case).first()
        {
            return Err(clash.to_string().replace("\n  ", ". "));
        }
        case.presume(&day.law.facts);
        Ok(case)
    }

    fn tell(&mut self, line: u64, message: &str) {
        self.bad += 1;
        let path = &self.path;
        match self.bad {
            bad if bad <= TOLD => self.progress.suspend(|| eprintln!("{path}:{line}: left out: {message}")),
            bad if bad == TOLD + 1 => {
                self.progress.suspend(|| eprintln!("{path}: more bad rows follow; only counted from here"))
            }
            _ => {}
        }
    }

    fn finish(&self) {
        self.progress.finish_and_clear();
    }
}

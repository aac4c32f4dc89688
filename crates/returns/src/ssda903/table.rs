//! The tables of the return: what each is called, its columns, and its rows as CSV.

use jiff::civil::Date;

/// A table of the return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Who the child is.
    Header,
    /// Each change of law or placement.
    Episodes,
    /// Reviews.
    Reviews,
    /// Unaccompanied children seeking asylum (UASC).
    Unaccompanied,
    /// Health and behaviour of children looked after all year (OC2).
    Health,
    /// Young people who have left care (OC3).
    CareLeavers,
    /// Adoptions (AD1).
    Adoptions,
    /// Decisions that a child be placed for adoption.
    PlacedForAdoption,
    /// Orders before this time in care.
    PreviousPermanence,
    /// Times a child was missing.
    Missing,
    /// Social workers.
    Workers,
    /// Times deprived of liberty (DoLO).
    Deprivation,
}

impl Table {
    /// Every table, in the Department's order.
    pub const ALL: &'static [Self] = &[
        Self::Header,
        Self::Episodes,
        Self::Reviews,
        Self::Unaccompanied,
        Self::Health,
        Self::CareLeavers,
        Self::Adoptions,
        Self::PlacedForAdoption,
        Self::PreviousPermanence,
        Self::Missing,
        Self::Workers,
        Self::Deprivation,
    ];

    /// The name of its file.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Header => "Header.csv",
            Self::Episodes => "Episodes.csv",
            Self::Reviews => "Reviews.csv",
            Self::Unaccompanied => "UASC.csv",
            Self::Health => "OC2.csv",
            Self::CareLeavers => "OC3.csv",
            Self::Adoptions => "AD1.csv",
            Self::PlacedForAdoption => "PlacedAdoption.csv",
            Self::PreviousPermanence => "PrevPerm.csv",
            Self::Missing => "Missing.csv",
            Self::Workers => "SWEpisodes.csv",
            Self::Deprivation => "DoLo.csv",
        }
    }

    /// Its columns.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Header => &["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"],
            Self::Episodes => &[
                "CHILD",
                "DECOM",
                "RNE",
                "LS",
                "CIN",
                "PLACE",
                "PLACE_PROVIDER",
                "DEC",
                "REC",
                "REASON_PLACE_CHANGE",
                "HOME_POST",
                "PL_POST",
                "URN",
            ],
            Self::Reviews => &["CHILD", "DOB", "REVIEW", "REVIEW_CODE"],
            Self::Unaccompanied => &["CHILD", "SEX", "DOB", "DUC"],
            Self::Health => &[
                "CHILD",
                "DOB",
                "SDQ_SCORE",
                "SDQ_REASON",
                "CONVICTED",
                "HEALTH_CHECK",
                "IMMUNISATIONS",
                "TEETH_CHECK",
                "HEALTH_ASSESSMENT",
                "SUBSTANCE_MISUSE",
                "INTERVENTION_RECEIVED",
                "INTERVENTION_OFFERED",
            ],
            Self::CareLeavers => &["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"],
            Self::Adoptions => {
                &["CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"]
            }
            Self::PlacedForAdoption => &["CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"],
            Self::PreviousPermanence => &["CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"],
            Self::Missing => &["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"],
            Self::Workers => &["CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"],
            Self::Deprivation => &["CHILD", "DOB", "DOLO_START", "DOLO_END"],
        }
    }
}

/// A finished file of the return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Which table it holds.
    pub table: Table,
    /// Its text, as CSV with a line of headings.
    pub text: String,
}

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("a file of the return could not be written: {0}")]
pub struct CannotWrite(#[from] csv::Error);

/// The rows of one table while they are gathered.
pub(super) struct Rows {
    table: Table,
    rows: Vec<Vec<String>>,
}

impl Rows {
    pub(super) fn new(table: Table) -> Self {
        Self { table, rows: Vec::new() }
    }

    pub(super) fn table(&self) -> Table {
        self.table
    }

    /// Adds a row: one value for each column.
    pub(super) fn add<const N: usize>(&mut self, values: [String; N]) {
        debug_assert_eq!(N, self.table.columns().len(), "a row of {:?}", self.table);
        self.rows.push(values.into());
    }

    pub(super) fn file(self) -> Result<File, CannotWrite> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(self.table.columns())?;
        for row in self.rows {
            writer.write_record(row)?;
        }
        let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
        Ok(File { table: self.table, text: String::from_utf8_lossy(&bytes).into_owned() })
    }
}

/// A day as the return writes it.
pub(super) fn day(date: Date) -> String {
    date.strftime("%d/%m/%Y").to_string()
}

/// A day where there is one.
pub(super) fn maybe(date: Option<Date>) -> String {
    date.map(day).unwrap_or_default()
}

/// Yes or no.
pub(super) fn flag(yes: bool) -> String {
    if yes { "1" } else { "0" }.to_owned()
}

//! Both returns of a year as files in a folder.

use std::fs;
use std::path::Path;

use jiff::civil::date;
use returns::cin::{self, Census};
use returns::{Child, Year, ssda903};

/// Writes both returns of a year into a folder.
pub(crate) fn write(folder: &Path, year: Year, children: &[Child]) {
    write_each(folder, year, children, children);
}

/// Writes each return of a year into a folder, with children of its own.
pub(crate) fn write_each(folder: &Path, year: Year, in_need: &[Child], in_care: &[Child]) {
    fs::create_dir_all(folder).expect("a folder");
    let written = date(2027, 5, 4).at(9, 30, 0, 0);
    let census = Census { year, council: super::COUNCIL, release: "0.1.0", serial: 1, written };
    fs::write(folder.join("cin.xml"), cin::write(&census, in_need).expect("a census")).expect("written");
    for file in ssda903::write(year, in_care).expect("a return") {
        fs::write(folder.join(file.table.file_name()), file.text).expect("written");
    }
}

//! A table of findings: a row for each family, a column for each support, as CSV or Parquet.

use anyhow::{Context, Result, bail};
use law::Day;
use law::screen::BlockOutcomes;
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

/// Somewhere findings are written to.
pub(crate) trait FindingsTable {
    /// Writes the rows of one block.
    fn write(&mut self, names: &[String], block: &BlockOutcomes) -> Result<()>;
    /// Writes what is left and closes the file.
    fn finish(self: Box<Self>) -> Result<()>;
}

/// Creates the file; its ending says which form it has.
pub(crate) fn create(path: &Path, day: &Day) -> Result<Box<dyn FindingsTable>> {
    let file = || File::create(path).with_context(|| format!("cannot write {}", path.display()));
    let heads: Vec<String> = day.law.supports.iter().map(|support| support.id.clone()).collect();
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => {
            let mut writer = csv::Writer::from_writer(file()?);
            writer.write_record(std::iter::once("family").chain(heads.iter().map(String::as_str)))?;
            Ok(Box::new(CsvTable { writer, supports: heads.len() }))
        }
        Some("parquet") => Ok(Box::new(ParquetTable::new(file()?, heads)?)),
        _ => bail!("{} ends neither in .csv nor in .parquet", path.display()),
    }
}

struct CsvTable {
    writer: csv::Writer<File>,
    supports: usize,
}

impl FindingsTable for CsvTable {
    fn write(&mut self, names: &[String], block: &BlockOutcomes) -> Result<()> {
        for (place, name) in names.iter().enumerate() {
            let outcomes = (0..self.supports).map(|support| block.outcome(support, place).word());
            self.writer.write_record(std::iter::once(name.as_str()).chain(outcomes))?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        Ok(self.writer.flush()?)
    }
}

/// Rows gathered column by column until a row group is full.
struct ParquetTable {
    writer: SerializedFileWriter<File>,
    names: Vec<ByteArray>,
    columns: Vec<Vec<ByteArray>>,
}

/// How many rows make a row group.
const ROW_GROUP: usize = 1 << 18;

impl ParquetTable {
    fn new(file: File, heads: Vec<String>) -> Result<Self> {
        let text = |name: &str| {
            Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(LogicalType::String))
                .build()
                .map(Arc::new)
        };
        let fields = std::iter::once("family").chain(heads.iter().map(String::as_str));
        let fields = fields.map(text).collect::<Result<Vec<_>, _>>()?;
        let schema = Arc::new(Type::group_type_builder("findings").with_fields(fields).build()?);
        let writer = SerializedFileWriter::new(file, schema, Arc::new(WriterProperties::builder().build()))?;
        Ok(ParquetTable { writer, names: Vec::new(), columns: vec![Vec::new(); heads.len()] })
    }

    fn flush(&mut self) -> Result<()> {
        if self.names.is_empty() {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        for values in std::iter::once(&mut self.names).chain(&mut self.columns) {
            let Some(mut column) = group.next_column()? else { break };
            column.typed::<ByteArrayType>().write_batch(values, None, None)?;
            column.close()?;
            values.clear();
        }
        group.close()?;
        Ok(())
    }
}

impl FindingsTable for ParquetTable {
    fn write(&mut self, names: &[String], block: &BlockOutcomes) -> Result<()> {
        self.names.extend(names.iter().map(|name| ByteArray::from(name.as_str())));
        for (support, column) in self.columns.iter_mut().enumerate() {
            column.extend((0..names.len()).map(|place| ByteArray::from(block.outcome(support, place).word())));
        }
        if self.names.len() >= ROW_GROUP { self.flush() } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        self.flush()?;
        self.writer.close()?;
        Ok(())
    }
}

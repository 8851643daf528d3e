//! The grids of a workbook: XLSX, XLS, XLSB or ODS. Knows no column.

use crate::exchange::sheet::grid::{Cell, Content, Grid, Row};
use crate::exchange::{Package, Place, Remark, Unreadable};
use calamine::{Data, ExcelDateTime, Reader, SheetVisible, Sheets, open_workbook_auto_from_rs};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Beyond this no sheet of questions reaches.
const MOST_ROWS: u32 = 200_000;
const MOST_COLUMNS: u32 = 400;

/// The sheets of a workbook, and what is to be said of those that are hidden.
pub type Workbook = (Vec<Grid>, Vec<(Place, Remark)>);

/// Reads all sheets that are not hidden.
pub fn grids(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    unpacks_within_limits(bytes)?;
    // The library is sound on sound files; on damaged ones it may stop in the middle.
    catch_unwind(AssertUnwindSafe(|| read(bytes))).unwrap_or_else(|_| Err(damaged()))
}

/// Workbooks are packages: one that is a bomb is refused before the library unpacks it.
fn unpacks_within_limits(bytes: &[u8]) -> Result<(), Unreadable> {
    if !bytes.starts_with(b"PK") {
        return Ok(());
    }
    let mut file = Cursor::new(bytes);
    let mut package = Package::open(&mut file)?;
    let names: Vec<Box<str>> = package.names().map(Box::from).collect();
    for name in names.iter().filter(|name| name.ends_with(".xml") || name.ends_with(".bin")) {
        package.read(name)?;
    }
    Ok(())
}

fn read(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut remarks = Vec::new();
    let mut grids = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.visible == SheetVisible::Visible {
            // A sheet that is a chart, or damaged, has no cells to read.
            if let Some(rows) = rows(&mut workbook, &sheet.name) {
                let merged = merged(&mut workbook, &sheet.name);
                grids.push(Grid { sheet: Some(sheet.name.into()), rows, merged });
            }
        } else {
            remarks.push((Place::cell(sheet.name), Remark::Hidden));
        }
    }
    Ok((grids, remarks))
}

/// Where cells begin that reach over several. Of XLSX alone the library tells it for a sheet by its name.
fn merged(workbook: &mut Sheets<Cursor<&[u8]>>, sheet: &str) -> Vec<(u32, usize)> {
    let Sheets::Xlsx(workbook) = workbook else { return Vec::new() };
    let regions = workbook.merge_cells_by_sheet_name(sheet).unwrap_or_default();
    let start = |(row, column): (u32, u32)| (row.saturating_add(1), column as usize);
    regions.into_iter().map(|region| start(region.start)).collect()
}

/// Cells that come one by one take no more room than they are, wherever in a sheet they stand.
fn rows(workbook: &mut Sheets<Cursor<&[u8]>>, sheet: &str) -> Option<Vec<Row>> {
    let mut rows = Rows::default();
    match workbook {
        Sheets::Xlsx(workbook) => {
            let mut cells = workbook.worksheet_cells_reader(sheet).ok()?;
            while let Ok(Some(cell)) = cells.next_cell() {
                rows.put(cell.get_position(), shown(&cell.get_value().clone().into()));
            }
        }
        Sheets::Xlsb(workbook) => {
            let mut cells = workbook.worksheet_cells_reader(sheet).ok()?;
            while let Ok(Some(cell)) = cells.next_cell() {
                rows.put(cell.get_position(), shown(&cell.get_value().clone().into()));
            }
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = workbook.worksheet_range(sheet).ok()?;
            let (top, left) = range.start()?;
            for (row, column, value) in range.used_cells() {
                let place = |start: u32, offset: usize| start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
                rows.put((place(top, row), place(left, column)), shown(value));
            }
        }
    }
    Some(rows.all)
}

#[derive(Default)]
struct Rows {
    all: Vec<Row>,
}

impl Rows {
    /// Puts a cell in its place. Cells come row by row; one that does not is passed over.
    fn put(&mut self, (row, column): (u32, u32), cell: Cell) {
        if cell.is_blank() || row >= MOST_ROWS || column >= MOST_COLUMNS {
            return;
        }
        let number = row + 1;
        if self.all.last().is_none_or(|last| last.number < number) {
            self.all.push(Row { number, ..Row::default() });
        }
        let Some(last) = self.all.last_mut().filter(|last| last.number == number) else { return };
        let column = column as usize;
        if last.cells.len() <= column {
            last.cells.resize(column + 1, Cell::default());
        }
        last.cells[column] = cell;
    }
}

fn shown(value: &Data) -> Cell {
    let (text, content) = match value {
        Data::Empty => (String::new(), Content::Text),
        Data::String(text) => (text.clone(), Content::Text),
        Data::Int(number) => (number.to_string(), Content::Number),
        Data::Float(number) => (number_as_shown(*number), Content::Number),
        Data::Bool(is_true) => (if *is_true { "TRUE" } else { "FALSE" }.to_owned(), Content::Truth),
        Data::DateTime(date) => (date_as_shown(date), Content::Date),
        Data::DateTimeIso(date) | Data::DurationIso(date) => (date.clone(), Content::Date),
        Data::Error(error) => (error.to_string(), Content::Fault),
    };
    Cell { text, content }
}

/// Fifteen digits, as many as spreadsheets show: `0.1 + 0.2` is `0.3` there.
fn number_as_shown(number: f64) -> String {
    format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
}

fn date_as_shown(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match () {
        () if date.as_f64() < 1.0 => time,
        () if date.as_f64().fract() == 0.0 => format!("{year:04}-{month:02}-{day:02}"),
        () => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}

fn damaged() -> Unreadable {
    Unreadable::Damaged { line: 1, reason: "the workbook is damaged; open it in a spreadsheet and save it anew".into() }
}

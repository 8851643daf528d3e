//! Writes rows of texts as XLSX, the same rows as the same bytes. Knows no layout.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

/// A workbook of one sheet. Every cell is a text, so that a spreadsheet turns none into a date or a formula.
pub fn workbook(sheet: &str, rows: &[Vec<String>]) -> Vec<u8> {
    // Names and sizes are within what the library asks for.
    written(sheet, rows).unwrap_or_default()
}

fn written(sheet: &str, rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    const WIDE: f64 = 24.0;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let worksheet = workbook.add_worksheet();
    worksheet.set_name(sheet)?;
    for (number, row) in (0..).zip(rows) {
        for (column, text) in (0..).zip(row).filter(|(_, text)| !text.is_empty()) {
            worksheet.write_string_with_format(number, column, text, &format)?;
        }
    }
    let columns = u16::try_from(rows.iter().map(Vec::len).max().unwrap_or(0)).unwrap_or(u16::MAX);
    for column in 0..columns {
        worksheet.set_column_width(column, WIDE)?;
    }
    workbook.save_to_buffer()
}

//! Rows of a table: as they come from a spreadsheet, and as they go to one.
//!
//! [`grid`] and [`range`] read tab- or comma-separated text, [`Layout::guess`] says which column means what, and [`steps`] makes an
//! excerpt of a workshop of it that can be pasted. [`write`] is the way back.

mod columns;
mod formula;
mod steps;

pub use columns::{Column, Layout};
pub(crate) use formula::guarded;
pub use steps::{LeftOut, Steps, steps, table};

/// The longest text that is read, in bytes.
pub const LENGTH_LIMIT: usize = 8 << 20;
/// The most rows that become steps at once.
pub const ROW_LIMIT: usize = 5_000;
/// The most columns.
const COLUMN_LIMIT: usize = 256;

/// The cells of a table, row by row. Rows may differ in length.
pub type Grid = Vec<Vec<String>>;

/// Why a text was not read as rows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowsError {
    /// There is nothing in it.
    #[error("There are no rows in it.")]
    Empty,
    /// It holds more than can be added at once.
    #[error("That is too much at once: up to {ROW_LIMIT} rows of {COLUMN_LIMIT} columns can be added.")]
    TooLarge,
    /// The file holds something else than text that can be read.
    #[error("That is no table in plain text. Save it in the spreadsheet as “CSV UTF-8”, and take that.")]
    NotText,
}

/// Reads a text as rows: tab-separated as spreadsheets copy it, or separated by semicolons or commas. A cell in quotes
/// may hold the separator, line breaks and doubled quotes. Rows without any words are left out.
///
/// # Errors
/// [`RowsError`] when there is nothing in it, or too much.
pub fn grid(text: &str) -> Result<Grid, RowsError> {
    let mut rows = range(text)?;
    rows.retain(|row| row.iter().any(|it| !it.trim().is_empty()));
    if rows.is_empty() { Err(RowsError::Empty) } else { Ok(rows) }
}

/// The same with the rows without any words: each cell of a range keeps its place.
///
/// # Errors
/// As for [`grid`].
pub fn range(text: &str) -> Result<Grid, RowsError> {
    if text.len() > LENGTH_LIMIT {
        return Err(RowsError::TooLarge);
    }
    parted(text, separator(text))
}

/// The same where it is known what stands between the cells.
pub(crate) fn parted(text: &str, separator: char) -> Result<Grid, RowsError> {
    if text.len() > LENGTH_LIMIT {
        return Err(RowsError::TooLarge);
    }
    let rows = cells(text.strip_prefix('\u{feff}').unwrap_or(text), separator)?;
    if rows.is_empty() { Err(RowsError::Empty) } else { Ok(rows) }
}

/// The text of a file with a table: UTF-8, or UTF-16 that begins with its mark, as spreadsheets write them.
///
/// # Errors
/// [`RowsError`] when it is something else, or too large.
pub fn text_of(bytes: &[u8]) -> Result<String, RowsError> {
    if bytes.len() > LENGTH_LIMIT {
        return Err(RowsError::TooLarge);
    }
    let units = |of: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes[2..].chunks_exact(2).map(|pair| of([pair[0], pair[1]])).collect()
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => String::from_utf16(&units(u16::from_le_bytes)).ok(),
        [0xfe, 0xff, ..] => String::from_utf16(&units(u16::from_be_bytes)).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    };
    // No text holds a character without a body; many other files do.
    text.filter(|it| !it.contains('\0')).ok_or(RowsError::NotText)
}

/// Writes rows with tabs between, as spreadsheets take them: what a spreadsheet would take for a formula has an
/// apostrophe before it (B8). [`range`] reads the same cells again.
#[must_use]
pub fn write(rows: &[Vec<String>]) -> String {
    let cell = |it: &String| {
        let it = guarded(it);
        // A cell that begins with a quote is quoted too, since it would be taken for a quoted one.
        if it.contains(['\t', '\n', '\r', '"']) {
            format!("\"{}\"", it.replace('"', "\"\""))
        } else {
            it.into_owned()
        }
    };
    rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t") + "\n").collect()
}

/// What stands between the cells: a tab if there is any, else whichever of `;` and `,` parts every line alike.
fn separator(text: &str) -> char {
    let count = |line: &str, separator: char| {
        let mut quoted = false;
        line.chars()
            .filter(|it| {
                quoted ^= *it == '"';
                *it == separator && !quoted
            })
            .count()
    };
    if text.contains('\t') {
        return '\t';
    }
    let lines: Vec<&str> = text.split(['\n', '\r']).filter(|it| !it.trim().is_empty()).take(20).collect();
    let parts_alike = |separator: &char| {
        let mut counts = lines.iter().map(|it| count(it, *separator));
        let first = counts.next().unwrap_or(0);
        // A sentence with a comma in it is no table.
        first > 0 && lines.len() > 1 && counts.all(|it| it == first)
    };
    [';', ','].into_iter().find(parts_alike).unwrap_or('\t')
}

/// The cells of every row.
fn cells(text: &str, separator: char) -> Result<Grid, RowsError> {
    let mut rows = Grid::new();
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut characters = text.chars().peekable();
    let mut quoted = false;
    let mut at_start = true;
    while let Some(it) = characters.next() {
        match it {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if at_start => quoted = true,
            '\r' | '\n' if !quoted => {
                if it == '\r' && characters.peek() == Some(&'\n') {
                    characters.next();
                }
                row.push(formula::unguarded(std::mem::take(&mut cell)));
                rows.push(std::mem::take(&mut row));
                at_start = true;
                continue;
            }
            it if it == separator && !quoted => {
                row.push(formula::unguarded(std::mem::take(&mut cell)));
                at_start = true;
                continue;
            }
            it => cell.push(it),
        }
        at_start = false;
        if rows.len() > ROW_LIMIT || row.len() > COLUMN_LIMIT {
            return Err(RowsError::TooLarge);
        }
    }
    if !at_start || !row.is_empty() {
        row.push(formula::unguarded(cell));
        rows.push(row);
    }
    if rows.len() > ROW_LIMIT || rows.iter().any(|it| it.len() > COLUMN_LIMIT) {
        return Err(RowsError::TooLarge);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use opmap_model::generate::Dice;

    use super::{Grid, RowsError, grid, text_of, write};

    fn read(text: &str) -> Grid {
        grid(text).unwrap()
    }

    #[test]
    fn cells_are_parted_by_tabs_semicolons_or_commas() {
        let expected: Grid = vec![vec!["Lane".into(), "Step".into()], vec!["Sales".into(), "Calls".into()]];
        for text in [
            "Lane\tStep\nSales\tCalls\n",
            "Lane;Step\r\nSales;Calls",
            "Lane,Step\rSales,Calls\r",
            "\u{feff}Lane\tStep\n\n\t\nSales\tCalls",
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
        assert_eq!(read("Yes, of course\nThen; why not").len(), 2, "sentences stay whole");
        assert_eq!(read("Yes, of course")[0].len(), 1);
    }

    #[test]
    fn a_cell_in_quotes_holds_what_it_likes() {
        let read = read("Sales\t\"He said \"\"no\"\".\nThen\the left.\"\tlast\n5\" pipe\tx\t\"\"\n");
        assert_eq!(read[0], ["Sales", "He said \"no\".\nThen\the left.", "last"]);
        assert_eq!(read[1], ["5\" pipe", "x", ""], "a quote inside a cell is a quote");
    }

    #[test]
    fn a_thousand_grids_come_back_equal() {
        let words = [
            "Sales",
            "",
            "tab\there",
            "two\nlines",
            "\"quoted\"",
            "a;b,c",
            "ü €",
            "\"",
            "\r\n",
            " x ",
            "=1+1",
            "'=1",
            "-",
            "-1",
            "\t=1",
        ];
        let mut dice = Dice::new(16);
        for _ in 0..1_000 {
            let columns = 1 + dice.below(6);
            let grid_of: Grid = (0..=dice.below(12))
                .map(|_| {
                    let mut row: Vec<String> =
                        (0..columns).map(|_| words[dice.below(words.len())].to_owned()).collect();
                    // A row without words would be left out.
                    row[0].push('x');
                    row
                })
                .collect();
            // A table of one column may look like one of several; a tab says what it is.
            if columns > 1 {
                assert_eq!(read(&write(&grid_of)), grid_of);
            }
        }
    }

    #[test]
    fn a_file_is_read_in_the_encodings_of_spreadsheets() {
        let wide =
            |of: fn(u16) -> [u8; 2]| -> Vec<u8> { "\u{feff}Zoë\t3".encode_utf16().flat_map(of).collect() };
        for bytes in [wide(u16::to_le_bytes), wide(u16::to_be_bytes), "\u{feff}Zoë\t3".into()] {
            assert_eq!(read(&text_of(&bytes).unwrap()), [["Zoë", "3"]]);
        }
        for bytes in [&b"Zo\xeb;3"[..], b"PK\x03\x04\0\0", b"\xff\xfe\x00\xd8"] {
            assert_eq!(text_of(bytes), Err(RowsError::NotText));
        }
        assert_eq!(text_of(&vec![b'a'; super::LENGTH_LIMIT + 1]), Err(RowsError::TooLarge));
    }

    #[test]
    fn what_is_nothing_or_too_much_is_refused_at_once() {
        assert_eq!(grid(" \n\t\n"), Err(RowsError::Empty));
        assert_eq!(grid(&"a\tb\n".repeat(super::ROW_LIMIT + 1)), Err(RowsError::TooLarge));
        assert_eq!(grid(&"a\t".repeat(1_000_000)), Err(RowsError::TooLarge));
        assert_eq!(grid(&"a".repeat(super::LENGTH_LIMIT + 1)), Err(RowsError::TooLarge));
        assert_eq!(read("\"never closed\tand\nso on").len(), 1);
    }
}

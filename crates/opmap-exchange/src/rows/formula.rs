//! Cells that a spreadsheet would take for a formula (B8).

use std::borrow::Cow;

/// What a spreadsheet takes a cell for text by.
const APOSTROPHE: char = '\'';

/// The cell as a spreadsheet may be given it: with an apostrophe before what would be a formula. Numbers, and a sign that
/// stands alone, are none and stay as they are.
pub(crate) fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(bare(cell)) { Cow::Owned(format!("{APOSTROPHE}{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell that was [`guarded`].
pub(super) fn unguarded(mut cell: String) -> String {
    if cell.starts_with(APOSTROPHE) && is_formula(bare(&cell)) {
        cell.remove(0);
    }
    cell
}

/// Without any apostrophe before it: whatever begins with some keeps them on the way out and back.
fn bare(cell: &str) -> &str {
    cell.trim_start_matches(APOSTROPHE)
}

fn is_formula(cell: &str) -> bool {
    let Some(first) = cell.chars().next() else { return false };
    let rest = &cell[first.len_utf8()..];
    match first {
        '\t' | '\r' => true,
        '+' | '-' => !rest.is_empty() && !is_number(rest),
        // Wide signs are signs to some of them.
        '=' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}' => !rest.is_empty(),
        _ => false,
    }
}

/// Digits, with points and commas between, as numbers are written anywhere.
fn is_number(text: &str) -> bool {
    let is_end = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
    let (first, last) = (text.chars().next(), text.chars().last());
    is_end(first) && is_end(last) && text.chars().all(|it| it.is_ascii_digit() || matches!(it, '.' | ','))
}

#[cfg(test)]
mod tests {
    use opmap_model::generate::Dice;

    use super::{guarded, unguarded};

    #[test]
    fn what_would_be_a_formula_has_an_apostrophe_before_it() {
        for formula in [
            "=HYPERLINK(\"http://x\",\"y\")",
            "+1+cmd|x",
            "-2+3",
            "-1 day",
            "-a",
            "+.",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "＝1",
        ] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
        for plain in
            ["", "Calls", "-", "+", "=", "-1", "+3", "-1.5", "-1,5", "−1", "– so", "'tis", "a=b", "1-2"]
        {
            assert_eq!(guarded(plain), plain);
        }
    }

    #[test]
    fn ten_thousand_cells_come_back_as_they_were() {
        let pieces = ["'", "=", "+", "-", "@", "\t", "\r", "1", "x", ".", " ", "ü", "＝"];
        let mut dice = Dice::new(17);
        for _ in 0..10_000 {
            let cell: String = (0..dice.below(6)).map(|_| pieces[dice.below(pieces.len())]).collect();
            let out = guarded(&cell).into_owned();
            let is_dangerous = out.starts_with(['=', '@', '\t', '\r']) && out.chars().count() > 1;
            assert!(!is_dangerous, "{out:?}");
            assert_eq!(unguarded(out), cell);
        }
    }
}

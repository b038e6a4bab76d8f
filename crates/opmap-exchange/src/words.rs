//! What sentences about rows are made of.

/// How many characters of a cell a sentence repeats.
const REPEATED: usize = 40;

/// A sentence that goes on behind a colon.
pub(crate) fn lower_first(sentence: &str) -> String {
    let mut characters = sentence.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}

/// As much of a cell as a sentence repeats, in one line.
pub(crate) fn shortened(cell: &str) -> String {
    let words = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(REPEATED) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_cell_is_repeated_in_part() {
        assert_eq!(shortened(" two\nlines "), "two lines");
        assert_eq!(shortened(&"ü".repeat(41)), format!("{}…", "ü".repeat(40)));
        assert_eq!(shortened(&"ü".repeat(40)), "ü".repeat(40));
    }
}

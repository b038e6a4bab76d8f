//! Lines to words and back.

use crate::Seconds;

/// A word of a line: bare, quoted, or a key with a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Word {
    Bare(String),
    Quoted(String),
    Pair(String, String),
}

/// Splits a line into its words.
pub(super) fn words(line: &str) -> Result<Vec<Word>, String> {
    let mut found = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let word;
        if rest.starts_with('"') {
            let (text, after) = quoted(rest)?;
            word = Word::Quoted(text);
            rest = after;
        } else {
            let end = rest.find(|it: char| it.is_whitespace() || it == '=').unwrap_or(rest.len());
            let (bare, after) = rest.split_at(end);
            if let Some(value) = after.strip_prefix('=') {
                let (text, after) = if value.starts_with('"') { quoted(value)? } else { until_space(value) };
                word = Word::Pair(bare.to_owned(), text);
                rest = after;
            } else {
                word = Word::Bare(bare.to_owned());
                rest = after;
            }
        }
        found.push(word);
        rest = rest.trim_start();
    }
    Ok(found)
}

fn until_space(text: &str) -> (String, &str) {
    let (word, rest) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    (word.to_owned(), rest)
}

fn quoted(text: &str) -> Result<(String, &str), String> {
    let mut value = String::new();
    let mut characters = text.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Ok((value, &text[at + 1..])),
            '\\' => match characters.next() {
                Some((_, 'n')) => value.push('\n'),
                Some((_, it @ ('"' | '\\'))) => value.push(it),
                _ => return Err("a backslash stands before n, \" or \\".to_owned()),
            },
            other => value.push(other),
        }
    }
    Err("a quotation mark is not closed".to_owned())
}

/// The text in quotation marks.
pub(super) fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

const UNITS: [(&str, u32); 4] = [("min", 60), ("s", 1), ("h", 3_600), ("d", 86_400)];

/// A duration such as `20min` or `2h`.
pub(super) fn duration(text: &str) -> Result<Seconds, String> {
    let fault = || format!("{text} is not a duration such as 20min or 2h");
    let (unit, size) = UNITS.iter().find(|(unit, _)| text.ends_with(unit)).ok_or_else(fault)?;
    let count: u32 = text.strip_suffix(unit).and_then(|it| it.parse().ok()).ok_or_else(fault)?;
    count.checked_mul(*size).and_then(Seconds::new).ok_or_else(fault)
}

/// A duration in the largest unit that says it exactly.
pub(super) fn print_duration(duration: Seconds) -> String {
    let seconds = duration.get();
    let unit = ["d", "h", "min"].into_iter().find_map(|name| {
        let (_, size) = UNITS.iter().find(|(unit, _)| *unit == name)?;
        (seconds > 0 && seconds.is_multiple_of(*size)).then_some((name, size))
    });
    match unit {
        Some((name, size)) => format!("{}{name}", seconds / size),
        None => format!("{seconds}s"),
    }
}

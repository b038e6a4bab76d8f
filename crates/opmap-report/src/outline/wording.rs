//! Words around numbers.

use chrono::NaiveDate;
use opmap_model::{Document, Keyword, Seconds, State};

/// How the report writes a day: `18 June 2026`, or `June 18, 2026`.
pub(super) fn dates(document: &Document) -> impl Fn(NaiveDate) -> String + Copy + use<> {
    let english = document.workshop().report.english;
    move |date| english.day(date)
}

/// A number with the word for what it counts: `1 handoff`, `3 handoffs`.
pub(super) fn counted(count: usize, word: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {word}{ending}")
}

/// How many of a whole, with the word for it: `2 of 3 handoffs`, `all 3 handoffs`, `none of the 3 handoffs`, `the
/// 1 handoff`.
pub(super) fn share(part: usize, whole: usize, word: &str) -> String {
    match part {
        1 if whole == 1 => format!("the 1 {word}"),
        0 if whole == 1 => format!("0 of 1 {word}s"),
        0 => format!("none of the {whole} {word}s"),
        _ if part == whole => format!("all {whole} {word}s"),
        _ => format!("{part} of {whole} {word}s"),
    }
}

/// Which form a verb takes after [`share`]: the first for one or none.
pub(super) fn agree<'v>(part: usize, one: &'v str, many: &'v str) -> &'v str {
    if part <= 1 { one } else { many }
}

/// The words as the beginning of a sentence.
pub(super) fn sentence(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// The state before the word for a map: `as-lived`.
pub(super) fn adjective(state: State) -> &'static str {
    state.key()
}

/// The state behind a comma: `as lived`.
pub(super) fn state_words(state: State) -> String {
    state.label().to_lowercase()
}

/// A sum of durations in its two largest units.
pub(super) fn duration(seconds: u64) -> String {
    let seconds = u32::try_from(seconds).unwrap_or(u32::MAX).min(Seconds::LIMIT);
    Seconds::new(seconds).map(|it| it.to_string()).unwrap_or_default()
}

/// A share in whole percent: `57 %`.
pub(super) fn percent(permille: u32) -> String {
    format!("{}\u{2009}%", (permille + 5) / 10)
}

#[cfg(test)]
mod tests {
    use super::{agree, counted, sentence, share};

    #[test]
    fn numbers_agree_with_their_words() {
        assert_eq!(counted(1, "step"), "1 step");
        assert_eq!(counted(0, "step"), "0 steps");
        let told = |part, whole| {
            sentence(&format!("{} {} an owner", share(part, whole, "handoff"), agree(part, "has", "have")))
        };
        assert_eq!(told(0, 4), "None of the 4 handoffs has an owner");
        assert_eq!(told(1, 4), "1 of 4 handoffs has an owner");
        assert_eq!(told(4, 4), "All 4 handoffs have an owner");
        assert_eq!(told(1, 1), "The 1 handoff has an owner");
        assert_eq!(told(0, 1), "0 of 1 handoffs has an owner");
    }
}

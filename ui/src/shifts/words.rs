//! What is said of answers, in words.

use opmap_analysis::{Spread, Verdict};

use super::asking::Asking;

/// From the lowest answer to the highest.
pub(super) fn range_words(spread: &Spread) -> String {
    match spread.lowest == spread.highest {
        true => spread.lowest.to_string(),
        false => format!("{} to {}", spread.lowest, spread.highest),
    }
}

/// Where the middle half of the answers lies.
pub(super) fn middle_half_words(spread: &Spread) -> String {
    match spread.middle_quarters() {
        0 => parts(spread.lower_quarters, 4),
        _ => format!("{} to {}", parts(spread.lower_quarters, 4), parts(spread.upper_quarters, 4)),
    }
}

/// The middle answer.
pub(super) fn median_words(spread: &Spread) -> String {
    parts(spread.median_halves, 2)
}

/// A number of halves or quarters.
fn parts(number: u32, whole: u32) -> String {
    let rest = match 100 * (number % whole) / whole {
        0 => "",
        25 => ".25",
        50 => ".5",
        _ => ".75",
    };
    format!("{}{rest}", number / whole)
}

/// What is said aloud when answers are revealed.
pub(super) fn revealed_words(asking: &Asking) -> String {
    match asking.counted() {
        None => "Revealed. So few answered that nothing of it is shown.".to_owned(),
        Some(counted) => match counted.spread {
            None => "Revealed. Nobody can say.".to_owned(),
            Some(spread) => format!(
                "Revealed. {}. Answers: {}. Middle answer {}.",
                spread.verdict.label(),
                range_words(&spread),
                median_words(&spread)
            ),
        },
    }
}

/// Whether the lowest and the highest are worth hearing.
pub(super) fn should_speak(spread: &Spread) -> bool {
    spread.verdict != Verdict::Consensus
}

#[cfg(test)]
mod tests {
    use opmap_analysis::Spread;

    use super::{median_words, middle_half_words, range_words, should_speak};

    #[test]
    fn figures_are_said_as_they_are() {
        let wide = Spread::of([2, 5, 2, 4, 0]).unwrap();
        assert_eq!(
            (range_words(&wide), median_words(&wide), middle_half_words(&wide)),
            ("1 to 4".into(), "2".into(), "2 to 4".into())
        );
        assert!(should_speak(&wide));
        let halves = Spread::of([0, 1, 1, 0, 0]).unwrap();
        assert_eq!(
            (median_words(&halves), middle_half_words(&halves)),
            ("2.5".into(), "2.25 to 2.75".into())
        );
        let one = Spread::of([0, 0, 3, 0, 0]).unwrap();
        assert_eq!((range_words(&one), middle_half_words(&one)), ("3".into(), "3".into()));
        assert!(!should_speak(&one));
    }
}

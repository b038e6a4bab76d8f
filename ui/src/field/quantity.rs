//! Times, shares and counts as people write them, and as they are shown so that what is shown can be typed.

use opmap_model::{Percent, Permille, Seconds};

/// The words for units of time, and how many seconds each has. The first of a size is the one that is shown.
const UNITS: &[(&str, u32)] = &[
    ("d", 86_400),
    ("h", 3_600),
    ("min", 60),
    ("s", 1),
    ("day", 86_400),
    ("days", 86_400),
    ("hour", 3_600),
    ("hours", 3_600),
    ("hr", 3_600),
    ("hrs", 3_600),
    ("m", 60),
    ("mins", 60),
    ("minute", 60),
    ("minutes", 60),
    ("sec", 1),
    ("second", 1),
    ("seconds", 1),
    ("w", 604_800),
    ("week", 604_800),
    ("weeks", 604_800),
];

/// A duration as people write it: `12 min`, `7 h 40 min`, `1.5 h`, `3 d`; a day has 24 hours. Empty is *not set*.
pub(crate) fn duration(text: &str) -> Result<Option<Seconds>, String> {
    let fault = || "Write a time such as 12 min, 7 h 40 min or 3 d.".to_owned();
    let words = words(text);
    if words.is_empty() {
        return Ok(None);
    }
    let mut total = 0_u64;
    for pair in words.chunks(2) {
        let [count, unit] = pair else { return Err(fault()) };
        let unit = unit.to_lowercase();
        let (_, size) = UNITS.iter().find(|(word, _)| *word == unit).ok_or_else(fault)?;
        let thousandths = thousandths(count).ok_or_else(fault)? * u64::from(*size);
        // Half a second and less is nothing that anybody has measured.
        total = total.saturating_add((thousandths + 500) / 1_000);
    }
    let seconds = u32::try_from(total).ok().and_then(Seconds::new);
    seconds.map(Some).ok_or_else(|| "A time is at most ten years.".to_owned())
}

/// A duration in all its units: `1 d 4 h 30 min`.
pub(crate) fn exact(duration: Seconds) -> String {
    let mut rest = duration.get();
    let mut parts = Vec::new();
    for (unit, size) in &UNITS[..4] {
        if rest / size > 0 {
            parts.push(format!("{} {unit}", rest / size));
        }
        rest %= size;
    }
    if parts.is_empty() { "0 min".to_owned() } else { parts.join(" ") }
}

/// A share in percent, with or without its sign: `82`, `97.5 %`. Empty is *not set*.
pub(crate) fn share(text: &str) -> Result<Option<Permille>, String> {
    let fault = || "Write a share of 0 to 100 %, such as 82 % or 97.5 %.".to_owned();
    let number = text.trim().trim_end_matches('%').trim_end();
    if number.is_empty() {
        return if text.trim().is_empty() { Ok(None) } else { Err(fault()) };
    }
    let thousandths = thousandths(number).filter(|it| it % 100 == 0).ok_or_else(fault)?;
    let permille = u16::try_from(thousandths / 100).ok().and_then(Permille::new);
    permille.map(Some).ok_or_else(fault)
}

/// A share in whole percent, with or without its sign: `40`, `40 %`. Empty is *not set*.
pub(crate) fn percent(text: &str) -> Result<Option<Percent>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let percent = text.trim().trim_end_matches('%').trim_end().parse().ok().and_then(Percent::new);
    percent.map(Some).ok_or_else(|| "Write a share of 0 to 100 % without decimals, such as 40 %.".to_owned())
}

/// How often in a month: `1200`, `1,200`, `4 180 a month`. Empty is *not set*.
pub(crate) fn monthly(text: &str) -> Result<Option<u32>, String> {
    let text = text.trim().to_lowercase();
    let number = ["a month", "per month", "/ month", "/month"].iter().find_map(|it| text.strip_suffix(it));
    match number.map(str::trim) {
        Some("") => Err(NO_COUNT.to_owned()),
        number => count(number.unwrap_or(&text)),
    }
}

/// What is said of what is no whole number.
const NO_COUNT: &str = "Write a whole number, such as 1200.";

/// A whole number, its thousands apart or not. Empty is *not set*.
pub(crate) fn count(text: &str) -> Result<Option<u32>, String> {
    let fault = || NO_COUNT.to_owned();
    let number = text.trim();
    if number.is_empty() {
        return Ok(None);
    }
    let mut groups = number.split([' ', '\u{2009}', '\u{a0}', '\u{202f}', ',', '.', '\'', '’']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let digits = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    if !digits(&first) || !rest.iter().all(|it| it.len() == 3 && digits(it)) {
        return Err(fault());
    }
    let count: Result<u32, _> = format!("{first}{}", rest.concat()).parse();
    count.map(Some).map_err(|_| "The number is too large.".to_owned())
}

/// A count with its thousands apart and its unit: `4,180 a month`.
pub(crate) fn monthly_words(count: u32) -> String {
    format!("{} a month", grouped(count))
}

/// A count with its thousands apart: `4,180`.
pub(crate) fn grouped(count: u32) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Numbers and units by turns; a unit may stand right behind its number.
fn words(text: &str) -> Vec<String> {
    let is_number = |it: char| it.is_ascii_digit() || matches!(it, '.' | ',');
    let mut words: Vec<String> = Vec::new();
    for run in text.split_whitespace() {
        let mut before = None;
        for character in run.chars() {
            let number = is_number(character);
            if before == Some(number)
                && let Some(word) = words.last_mut()
            {
                word.push(character);
            } else {
                words.push(character.to_string());
            }
            before = Some(number);
        }
    }
    words
}

/// A number with at most three decimals, in thousandths; at most nine digits before its point or comma.
fn thousandths(number: &str) -> Option<u64> {
    let (whole, decimals) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    if !digits(whole) || !digits(decimals) || whole.len() > 9 || decimals.len() > 3 {
        return None;
    }
    Some(whole.parse::<u64>().ok()? * 1_000 + format!("{decimals:0<3}").parse::<u64>().ok()?)
}

#[cfg(test)]
mod tests {
    use opmap_model::{Percent, Permille, Seconds};

    use super::{duration, exact, monthly, monthly_words, share};

    fn seconds(text: &str) -> Result<Option<u32>, String> {
        duration(text).map(|it| it.map(Seconds::get))
    }

    #[test]
    fn durations_are_read_as_people_write_them() {
        assert_eq!(seconds("2 h 30 min"), Ok(Some(9_000)));
        assert_eq!(seconds("90min"), Ok(Some(5_400)));
        assert_eq!(seconds(" 1d 4h "), Ok(Some(100_800)));
        assert_eq!(seconds("1d4h"), Ok(Some(100_800)));
        assert_eq!(seconds("1.5 h"), Ok(Some(5_400)));
        assert_eq!(seconds("1,25 Hours"), Ok(Some(4_500)));
        assert_eq!(seconds("2 weeks"), Ok(Some(1_209_600)));
        assert_eq!(seconds("0 min"), Ok(Some(0)), "nothing is a time, not set is none");
        assert_eq!(seconds("  "), Ok(None));
    }

    #[test]
    fn a_duration_that_cannot_be_read_is_answered_in_words() {
        for nonsense in
            ["soon", "2", "h", "2 x", "-2 h", "1.2.3 h", ". h", "2 h 30", "h 2", "1.2345 h", "2 é"]
        {
            assert!(seconds(nonsense).unwrap_err().contains("7 h 40 min"), "{nonsense}");
        }
        for long in ["4000 d", "999999999 weeks"] {
            assert!(seconds(long).unwrap_err().contains("ten years"), "{long}");
        }
        assert!(seconds("99999999999 h").is_err());
        assert!(seconds(&"999999999 weeks ".repeat(40_000)).unwrap_err().contains("ten years"));
    }

    #[test]
    fn a_duration_is_shown_to_the_second_and_can_be_typed_as_shown() {
        let shown = |seconds| exact(Seconds::new(seconds).unwrap());
        assert_eq!(shown(27_600), "7 h 40 min");
        assert_eq!(shown(102_600), "1 d 4 h 30 min");
        assert_eq!(shown(0), "0 min");
        for count in [0, 1, 45, 720, 9_000, 86_461, 259_200, Seconds::LIMIT - 1, Seconds::LIMIT] {
            assert_eq!(seconds(&shown(count)), Ok(Some(count)));
        }
    }

    #[test]
    fn a_share_is_read_in_percent() {
        let permille = |text: &str| share(text).map(|it| it.map(Permille::get));
        assert_eq!(permille("82"), Ok(Some(820)));
        assert_eq!(permille(" 97.5 % "), Ok(Some(975)));
        assert_eq!(permille("97,5%"), Ok(Some(975)));
        assert_eq!(permille("0 %"), Ok(Some(0)));
        assert_eq!(permille(""), Ok(None));
        for nonsense in ["100.1", "-3", "%", "often", "8 2", "97.55 %", "1e2"] {
            assert!(permille(nonsense).unwrap_err().contains("0 to 100"), "{nonsense}");
        }
        for permille in 0..=1_000 {
            let permille = Permille::new(permille).unwrap();
            assert_eq!(share(&permille.to_string()), Ok(Some(permille)), "what is shown can be typed");
        }
    }

    #[test]
    fn a_share_in_whole_percent_is_read_as_it_is_shown() {
        for percent in (0..=100).filter_map(Percent::new) {
            assert_eq!(super::percent(&percent.to_string()), Ok(Some(percent)), "what is shown can be typed");
        }
        assert_eq!(super::percent(" 40%"), Ok(Percent::new(40)));
        assert_eq!(super::percent("  "), Ok(None));
        for nonsense in ["101", "-3", "%", "half", "40.5", "300 %"] {
            assert!(super::percent(nonsense).unwrap_err().contains("0 to 100"), "{nonsense}");
        }
    }

    #[test]
    fn a_count_is_read_with_its_thousands_apart() {
        for text in ["4180", "4,180", "4 180", "4.180 a month", "4\u{2009}180 per month", "4’180/month"] {
            assert_eq!(monthly(text), Ok(Some(4_180)), "{text}");
        }
        assert_eq!(monthly(" "), Ok(None));
        for nonsense in ["41,80", "many", "-4", "4.5", "a month", ",180", "4  180"] {
            assert!(monthly(nonsense).unwrap_err().contains("whole number"), "{nonsense}");
        }
        assert!(monthly("99999999999").unwrap_err().contains("too large"));
        for count in [0, 999, 1_000, 4_180, u32::MAX] {
            assert_eq!(monthly(&monthly_words(count)), Ok(Some(count)), "what is shown can be typed");
        }
        assert_eq!(monthly_words(1_234_567), "1,234,567 a month");
    }
}

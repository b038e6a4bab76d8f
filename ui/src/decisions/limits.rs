//! The limits up to which roles decide: as they are shown, typed, split and drawn (D6).

use opmap_model::{Band, Bands, RoleId, Title};

const FAULT: &str = "Write limits that rise and what is counted, such as 30, 100, 500 €.";

/// The largest amount that is taken: on their way to the shell larger ones might be rounded, since JavaScript counts exactly
/// only up to nine times as much.
const LARGEST: u64 = 1_000_000_000_000_000;

/// The limits in a cell: `below 30, 100, 500 €`.
pub(super) fn shown(bands: &Bands) -> String {
    match bands.limited() {
        [] => format!("any amount in {}", bands.unit()),
        limited => {
            let limits: Vec<String> = limited.iter().map(|it| grouped(it.below)).collect();
            format!("below {}\u{2009}{}", limits.join(", "), bands.unit())
        }
    }
}

/// The same as it is typed, without words that need not be.
pub(super) fn typed_form(bands: &Bands) -> String {
    shown(bands).replace('\u{2009}', " ").replace("below ", "").replace("any amount in ", "")
}

/// Limits as people write them; each band keeps who decided the amounts in it. Empty is none. Without a unit the one
/// that was stays.
pub(super) fn typed(text: &str, now: Option<&Bands>) -> Result<Option<Bands>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (mut limits, mut unit) = (Vec::new(), Vec::new());
    for word in text.split_whitespace() {
        for part in parts(word) {
            match number(part) {
                Some(number) => limits.push(number?),
                None => unit.push(part),
            }
        }
    }
    unit.retain(|it| !matches!(it.to_lowercase().as_str(), "below" | "from" | "and" | ""));
    let unit = match (unit.is_empty(), now) {
        (true, Some(now)) => now.unit().clone(),
        (true, None) => return Err(FAULT.to_owned()),
        (false, _) => Title::new(&unit.join(" ")).map_err(|it| it.to_string())?,
    };
    let mut from = 0;
    let limited = limits.iter().map(|below| {
        let decider = decider_at(now, from);
        from = *below;
        Band { below: *below, decider }
    });
    let limited: Vec<Band> = limited.collect();
    let beyond = decider_at(now, from);
    Bands::new(unit, limited, beyond).map(Some).ok_or_else(|| FAULT.to_owned())
}

/// Numbers and other signs apart: `€80` is `€` and `80`. Commas and dots within a number stay there.
fn parts(word: &str) -> Vec<&str> {
    let is_inside = |it: char| it.is_ascii_digit() || matches!(it, ',' | '.' | '\'');
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before: Option<bool> = None;
    for (at, character) in word.char_indices() {
        let is_number = is_inside(character);
        if before.is_some_and(|it| it != is_number) {
            parts.push(&word[start..at]);
            start = at;
        }
        before = Some(is_number);
    }
    parts.push(&word[start..]);
    parts.into_iter().map(|it| it.trim_matches([',', ';', '/'])).collect()
}

/// A whole number with or without its thousands apart; none when the word is no number at all.
fn number(word: &str) -> Option<Result<u64, String>> {
    if !word.starts_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let mut groups = word.split([',', '.', '\'']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let fits = rest.iter().all(|it| it.len() == 3) && (rest.is_empty() || first.len() <= 3);
    let digits = format!("{first}{}", rest.concat());
    let amount = digits.parse().ok().filter(|it| fits && *it <= LARGEST);
    Some(amount.ok_or_else(|| FAULT.to_owned()))
}

/// A number with its thousands apart.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// One band: where it begins and ends, and who decides in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) from: u64,
    /// The first amount that is no longer in it; none in the last.
    pub(super) below: Option<u64>,
    pub(super) decider: Option<RoleId>,
}

/// All bands, the lowest first.
pub(super) fn ranges(bands: &Bands) -> Vec<Range> {
    let from = [0].into_iter().chain(bands.limited().iter().map(|it| it.below));
    let below = bands.limited().iter().map(|it| Some(it.below)).chain([None]);
    from.zip(below)
        .zip(bands.deciders())
        .map(|((from, below), decider)| Range { from, below, decider })
        .collect()
}

/// Who decides an amount.
fn decider_at(bands: Option<&Bands>, amount: u64) -> Option<RoleId> {
    let of = |bands: &Bands| ranges(bands).into_iter().rfind(|it| it.from <= amount)?.decider;
    bands.and_then(of)
}

fn of_ranges(unit: &Title, ranges: &[Range]) -> Option<Bands> {
    let limited = ranges.iter().filter_map(|it| Some(Band { below: it.below?, decider: it.decider }));
    Bands::new(unit.clone(), limited.collect(), ranges.last().and_then(|it| it.decider))
}

/// The band cut in two in its middle; the same decides in both. None when it holds one amount only.
pub(super) fn split(bands: &Bands, index: usize) -> Option<Bands> {
    let mut all = ranges(bands);
    let band = *all.get(index)?;
    let middle = middle(band)?;
    all[index].below = Some(middle);
    all.insert(index + 1, Range { from: middle, ..band });
    of_ranges(bands.unit(), &all)
}

/// An amount in the middle of a band, a round one where there is room.
fn middle(band: Range) -> Option<u64> {
    let Some(below) = band.below else {
        return if band.from == 0 { Some(100) } else { band.from.checked_mul(2) };
    };
    let room = below - band.from;
    let exact = band.from + room / 2;
    let mut step = 1_u64;
    while step.checked_mul(10).is_some_and(|it| it <= room / 2) {
        step *= 10;
    }
    let round = exact / step * step;
    [round, exact].into_iter().find(|it| *it > band.from && *it < below)
}

/// The bands without the limit at which one ends; what was in it belongs to the next. None for the last, which has no
/// limit.
pub(super) fn merged(bands: &Bands, index: usize) -> Option<Bands> {
    let mut all = ranges(bands);
    all.get(index)?.below?;
    all.remove(index);
    of_ranges(bands.unit(), &all)
}

/// The bands where one ends at another limit. None when limits no longer rise.
pub(super) fn ended(bands: &Bands, index: usize, below: u64) -> Option<Bands> {
    let mut all = ranges(bands);
    all.get(index)?.below?;
    all[index].below = Some(below);
    of_ranges(bands.unit(), &all)
}

/// The bands where another role decides in one.
pub(super) fn decided(bands: &Bands, index: usize, decider: Option<RoleId>) -> Option<Bands> {
    let mut all = ranges(bands);
    all.get_mut(index)?.decider = decider;
    of_ranges(bands.unit(), &all)
}

/// A limit that is typed alone: `1,200`.
pub(super) fn limit(text: &str) -> Result<u64, String> {
    let fault = || "Write a whole number that is higher than the limit before, such as 100.".to_owned();
    number(text.trim()).and_then(Result::ok).ok_or_else(fault)
}

/// How wide the bands of several bars are drawn so that an amount lies at the same place in all of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Scale {
    /// Where each amount lies, in permille of the width; amounts rise, 0 lies at 0.
    marks: Vec<(u64, u32)>,
    /// Whether narrow bands had to be drawn wider to be read.
    pub(super) is_stretched: bool,
}

/// What lies beyond the last limit, in permille of the width.
const BEYOND: u32 = 180;

impl Scale {
    /// A scale that holds every limit, with no two closer than `least` permille.
    pub(super) fn of(bars: &[&Bands], least: u32) -> Self {
        let mut limits: Vec<u64> =
            bars.iter().flat_map(|it| it.limited().iter().map(|it| it.below)).collect();
        limits.sort_unstable();
        limits.dedup();
        let Some(highest) = limits.last().copied() else { return Self::default() };
        let room = u64::from(1_000 - BEYOND);
        let count = u32::try_from(limits.len()).unwrap_or(u32::MAX);
        let least = least.min((1_000 - BEYOND) / count);
        // In thousandths of a permille of the room, so that narrow ones are not rounded away.
        let share = |length: u64| u128::from(length) * u128::from(room) * 1_000 / u128::from(highest);
        let mut before = 0;
        let lengths: Vec<u128> =
            limits.iter().map(|it| share(*it - std::mem::replace(&mut before, *it))).collect();
        let floor = u128::from(least) * 1_000;
        let is_stretched = lengths.iter().any(|it| *it < floor);
        // What wide bands have above the floor gives way.
        let spare: u128 = lengths.iter().map(|it| it.saturating_sub(floor)).sum();
        let free = (u128::from(room) * 1_000).saturating_sub(floor * lengths.len() as u128);
        let width = |it: u128| {
            if !is_stretched {
                return it;
            }
            floor + it.saturating_sub(floor) * free / spare.max(1)
        };
        let mut at = 0;
        let marks = limits.iter().zip(lengths).map(|(limit, length)| {
            at += width(length);
            (*limit, u32::try_from(at / 1_000).unwrap_or(1_000))
        });
        Self { marks: marks.collect(), is_stretched }
    }

    /// Where an amount that is a limit lies.
    pub(super) fn at(&self, amount: u64) -> u32 {
        self.marks.iter().find(|it| it.0 == amount).map_or(0, |it| it.1)
    }

    /// How wide a band is, in permille.
    pub(super) fn width(&self, range: Range) -> u32 {
        range.below.map_or(1_000, |it| self.at(it)) - self.at(range.from)
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Bands, RoleId};
    use uuid::Uuid;

    use super::{LARGEST, Scale, decided, ended, limit, merged, ranges, shown, split, typed, typed_form};

    fn role(number: u128) -> Option<RoleId> {
        Some(RoleId(Uuid::from_u128(number)))
    }

    fn bands(text: &str) -> Bands {
        typed(text, None).unwrap().unwrap()
    }

    #[test]
    fn limits_are_read_as_people_write_them_and_as_they_are_shown() {
        for text in ["30, 100, 500 €", "below 30/100/500 €", "€30 100 and 500", "30;100;500€"] {
            assert_eq!(shown(&bands(text)), "below 30, 100, 500\u{2009}€", "{text}");
        }
        let large = bands("2,000, 1'000'000 lines a day");
        assert_eq!(shown(&large), "below 2,000, 1,000,000\u{2009}lines a day");
        assert_eq!(bands(&typed_form(&large)), large);
        assert_eq!(typed(" ", Some(&large)), Ok(None));
        assert_eq!(shown(&typed("50", Some(&large)).unwrap().unwrap()), "below 50\u{2009}lines a day");
        for nonsense in ["30", "100, 30 €", "0 €", "30, 30 €", "12,34 €", "99999999999999999999 €"]
        {
            assert!(typed(nonsense, None).unwrap_err().contains("such as"), "{nonsense}");
        }
        assert_eq!((limit("1,200"), limit("x").is_err(), limit("-1").is_err()), (Ok(1_200), true, true));
        assert_eq!(limit("1,000,000,000,000,000"), Ok(LARGEST));
        assert!(limit("1,000,000,000,000,001").is_err() && limit("99999999999999999999").is_err());
    }

    #[test]
    fn who_decides_an_amount_still_does_when_limits_are_typed_anew() {
        let now = bands("30, 100 €");
        let now = decided(&now, 0, role(1)).and_then(|it| decided(&it, 1, role(2))).unwrap();
        let now = decided(&now, 2, role(3)).unwrap();
        let anew = typed("30, 60, 100, 500 €", Some(&now)).unwrap().unwrap();
        let deciders: Vec<_> = anew.deciders().collect();
        assert_eq!(deciders, [role(1), role(2), role(2), role(3), role(3)]);
    }

    #[test]
    fn a_band_is_split_at_a_round_amount_and_merged_with_the_next() {
        let now = decided(&bands("30, 200 €"), 1, role(2)).unwrap();
        let cut = split(&now, 1).unwrap();
        assert_eq!(shown(&cut), "below 30, 110, 200\u{2009}€");
        assert_eq!(cut.deciders().collect::<Vec<_>>(), [None, role(2), role(2), None]);
        assert_eq!(merged(&cut, 1), Some(now.clone()));
        assert_eq!(shown(&split(&now, 2).unwrap()), "below 30, 200, 400\u{2009}€");
        assert_eq!(split(&bands("1 €"), 0), None, "nothing lies between 0 and 1");
        assert_eq!(merged(&now, 2), None, "the last has no limit to take away");
        assert_eq!(ended(&now, 0, 250), None, "limits rise");
        assert_eq!(shown(&ended(&now, 0, 50).unwrap()), "below 50, 200\u{2009}€");
    }

    #[test]
    fn an_amount_lies_at_the_same_place_in_every_bar_and_no_band_is_too_narrow() {
        let (one, other) = (bands("30, 100, 500 €"), bands("100 €"));
        let scale = Scale::of(&[&one, &other], 120);
        assert!(scale.is_stretched);
        let widths = |bands: &Bands| ranges(bands).into_iter().map(|it| scale.width(it)).collect::<Vec<_>>();
        assert!(widths(&one).iter().all(|it| *it >= 119), "{:?}", widths(&one));
        for bands in [&one, &other] {
            assert_eq!(widths(bands).iter().sum::<u32>(), 1_000);
        }
        let even = Scale::of(&[&bands("100, 200 €")], 120);
        assert!(!even.is_stretched);
        assert_eq!((even.at(100), even.at(200)), (410, 820));
        let none = Scale::of(&[], 120);
        assert_eq!(none.width(ranges(&bands("1 €"))[1]), 1_000);
    }
}

//! What is said of the result in words.

use opmap_analysis::{Overall, ShiftResult, Shifts, tenths};
use opmap_model::{Keyword, Shift};

/// Whether a shift is scored, or answers were shown.
pub(super) fn is_told(found: &Shifts) -> bool {
    found.each.iter().any(|it| {
        it.now.is_some() || it.target.is_some() || it.last_revealed().is_some() || it.earlier.is_some()
    })
}

/// A large number, what it is of, and how much of it there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) name: &'static str,
    /// None where there is nothing to count.
    pub(super) value: Option<String>,
    pub(super) of: String,
}

/// The mean of today and of what is wanted, each with the number of shifts it is of, and the lowest (M5).
pub(super) fn figures(found: &Shifts) -> [Figure; 3] {
    let overall = found.overall.as_ref();
    let targets = found.each.iter().filter_map(|it| it.target).map(|it| u32::from(it.get()));
    let (sum, with_target) = (targets.clone().sum::<u32>(), targets.count());
    let wanted = overall.map_or_else(|| mean(sum, with_target), |it| it.target_tenths);
    let of = |count: usize| format!("mean of {count} of {}", Shift::ALL.len());
    [
        Figure {
            name: "Today",
            value: overall.map(|it| tenths(it.mean_tenths)),
            of: overall.map_or_else(|| "no shift is scored".to_owned(), |it| of(it.scored)),
        },
        Figure {
            name: "Wanted",
            value: wanted.map(tenths),
            of: if with_target == 0 { "not set".to_owned() } else { of(with_target) },
        },
        Figure {
            name: "Lowest",
            value: overall.map(|it| it.lowest.to_string()),
            of: overall.map_or_else(|| "no shift is scored".to_owned(), |it| lowest(found, it)),
        },
    ]
}

/// A mean in tenths, rounded; none of nothing.
fn mean(sum: u32, count: usize) -> Option<u32> {
    let count = u32::try_from(count).ok().filter(|it| *it > 0)?;
    Some((20 * sum + count) / (2 * count))
}

fn lowest(found: &Shifts, overall: &Overall) -> String {
    let named =
        found.each.iter().filter(|it| overall.at_lowest.contains(&it.shift)).map(|it| it.name.as_str());
    match overall.at_lowest.len() {
        1 | 2 => named.collect::<Vec<_>>().join(" · "),
        several => format!("{several} shifts"),
    }
}

/// How the room was asked, who was in it, and whether it puts the shifts in one order.
pub(super) fn notes(found: &Shifts) -> Vec<String> {
    let mut notes: Vec<String> = asked(found).into_iter().collect();
    if found.each.iter().any(|it| it.last_revealed().is_some()) {
        notes.push(found.order_in_words());
    }
    notes.extend(found.voices.frontline_percent().map(|percent| {
        let people = if found.voices.all == 1 { "person" } else { "people" };
        format!(
            "{} {people} in the room, {} of them from the frontline ({percent}\u{2009}%).",
            found.voices.all, found.voices.frontline
        )
    }));
    notes
}

/// Which shifts were asked about in which way, and which of them more than once.
fn asked(found: &Shifts) -> Option<String> {
    let revealed = || found.each.iter().filter_map(|it| Some((it, it.last_revealed()?.method)));
    let mut ways: Vec<&str> = Vec::new();
    for (_, way) in revealed() {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    let numbers = |keep: &dyn Fn(&ShiftResult, &str) -> bool| {
        let kept = revealed().filter(|(it, way)| keep(it, way)).map(|(it, _)| it.shift.number().to_string());
        kept.collect::<Vec<_>>().join(", ")
    };
    let mut parts: Vec<String> =
        ways.iter().map(|way| format!("{way}: {}", numbers(&|_, it| it == *way))).collect();
    let again: Vec<String> = found
        .each
        .iter()
        .filter(|it| it.revealed() > 1)
        .map(|it| format!("shift {} in {} rounds", it.shift.number(), it.revealed()))
        .collect();
    if !again.is_empty() {
        parts.push(format!("agreed after talking: {}", again.join(", ")));
    }
    (!parts.is_empty()).then(|| format!("{}.", parts.join("; ")))
}

#[cfg(test)]
mod tests {
    use opmap_analysis::{Shifts, shifts};
    use opmap_model::notation;

    use super::{figures, is_told, notes};

    fn said(lines: &str) -> Shifts {
        let mut next = 0;
        let mut fresh = || {
            next += 1;
            uuid::Uuid::from_u128(next)
        };
        shifts(&notation::parse(&format!("workshop \"W\"\n{lines}"), &mut fresh).unwrap())
    }

    fn told(lines: &str) -> Vec<String> {
        let one =
            |it: super::Figure| format!("{} {} ({})", it.name, it.value.unwrap_or_else(|| "–".into()), it.of);
        figures(&said(lines)).map(one).to_vec()
    }

    #[test]
    fn m5_means_come_with_how_many_they_are_of_and_the_lowest() {
        assert_eq!(
            told("shift roles now=2 target=4\nshift channels now=3\nshift culture now=2"),
            [
                "Today 2.3 (mean of 3 of 7)",
                "Wanted 4.0 (mean of 1 of 7)",
                "Lowest 2 (Role and goal clarity · Culture and collaboration)"
            ]
        );
        assert_eq!(
            told("shift roles target=4\nshift metrics target=3"),
            ["Today – (no shift is scored)", "Wanted 3.5 (mean of 2 of 7)", "Lowest – (no shift is scored)"]
        );
        assert!(
            !is_told(&said("shift roles weight=3\nround roles hands\nhands 1/0/0/0/0")),
            "nothing was shown"
        );
    }

    #[test]
    fn the_room_is_told_with_how_it_was_asked() {
        let found = said(
            "participant a \"A\" frontline=yes\nparticipant b \"B\"\nround roles hands revealed=yes\nhands 0/2/0/0/0\n\
             round channels hands revealed=yes\nhands 0/2/0/0/0\nround channels blind revealed=yes\nunnamed 1 2\n\
             round metrics hands revealed=yes\nhands 0/0/1/0/0",
        );
        let notes = notes(&found);
        assert_eq!(
            notes[0],
            "Hands counted: 1, 4; Answered unseen: 2; agreed after talking: shift 2 in 2 rounds."
        );
        assert!(notes[1].contains("Kendall’s W): n/a, fewer than two shifts"), "{notes:?}");
        assert_eq!(notes[2], "2 people in the room, 1 of them from the frontline (50\u{2009}%).");
    }
}

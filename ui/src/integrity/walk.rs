//! Walking from finding to finding.

use opmap_analysis::Finding;

/// The finding that is looked at. It stays what it is when it is solved, until one goes on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Current {
    pub(super) finding: Finding,
    /// Its place among those that were listed.
    pub(super) at: usize,
}

/// Whether both say that the same rule does not hold at the same place, whatever has become of the names.
pub(super) fn is_same(one: &Finding, other: &Finding) -> bool {
    (one.rule, one.point) == (other.rule, other.point) && one.records == other.records
}

/// Where the current one is among those that are listed; none when it is solved or not listed.
pub(super) fn place(listed: &[&Finding], current: &Current) -> Option<usize> {
    let is_it = |at: &usize| listed.get(*at).is_some_and(|it| is_same(it, &current.finding));
    Some(current.at).filter(is_it).or_else(|| (0..listed.len()).find(is_it))
}

/// The one behind the current one, or before it, going round.
pub(super) fn next(listed: &[&Finding], current: Option<&Current>, forward: bool) -> Option<usize> {
    let last = listed.len().checked_sub(1)?;
    let Some(current) = current else { return Some(if forward { 0 } else { last }) };
    let next = match (place(listed, current), forward) {
        (Some(at), true) => at + 1,
        (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        // What follows has moved up into the place of what is solved.
        (None, true) => current.at,
        (None, false) => current.at.checked_sub(1).unwrap_or(last).min(last),
    };
    Some(if next > last { 0 } else { next })
}

#[cfg(test)]
mod tests {
    use opmap_analysis::{Finding, analyze};
    use opmap_model::notation;

    use super::{Current, next};

    /// Three journeys that nobody owns.
    fn findings() -> Vec<Finding> {
        let mut fresh = 0;
        let text = "workshop \"W\"\njourney a \"One\"\njourney b \"Two\"\njourney c \"Three\"\n";
        let document = notation::parse(text, &mut || {
            fresh += 1;
            uuid::Uuid::from_u128(fresh)
        });
        analyze(&document.unwrap()).findings
    }

    #[test]
    fn the_walk_goes_round_and_on_from_what_is_solved() {
        let all = findings();
        let listed: Vec<&Finding> = all.iter().collect();
        let at = |at: usize| Current { finding: all[at].clone(), at };
        assert_eq!((next(&listed, None, true), next(&listed, None, false)), (Some(0), Some(2)));
        assert_eq!(
            (next(&listed, Some(&at(2)), true), next(&listed, Some(&at(0)), false)),
            (Some(0), Some(2))
        );
        let rest: Vec<&Finding> = [&all[0], &all[2]].into();
        assert_eq!(next(&rest, Some(&at(1)), true), Some(1), "the third has moved up");
        assert_eq!(next(&rest, Some(&at(1)), false), Some(0));
        assert_eq!(next(&rest[..1], Some(&at(2)), true), Some(0));
        let moved = Current { finding: all[2].clone(), at: 0 };
        assert_eq!(next(&rest, Some(&moved), false), Some(0), "it is found where it is now");
        assert_eq!(next(&[], Some(&at(0)), true), None);
    }
}

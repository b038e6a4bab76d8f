//! Checks of the limits up to which roles decide.

use opmap_model::{Level, RoleId};

use super::Judged;
use crate::{Finding, Severity};

/// D6: each band has someone who decides in it.
pub(super) fn without_decider(it: &Judged<'_>, found: &mut Vec<Finding>) {
    let open = bands(it).into_iter().enumerate().filter(|(_, (_, decider))| decider.is_none());
    found.extend(open.map(|(place, (range, _))| {
        let sentence = format!("No one decides {} {range}.", it.name());
        it.finding("D6", Severity::Error, sentence, []).at(place)
    }));
}

/// D7: more is not decided further down. Bands whose role has no level are left out.
pub(super) fn go_down(it: &Judged<'_>, found: &mut Vec<Finding>) {
    let levels: Vec<(String, RoleId, Level)> = bands(it)
        .into_iter()
        .filter_map(|(range, id)| Some((range, id?, it.document.get(id?)?.level?)))
        .collect();
    for (place, pair) in levels.windows(2).enumerate() {
        let [(_, lower, above), (range, higher, level)] = pair else { continue };
        if level < above {
            let sentence = format!(
                "{} {range} goes to {} (level {}), and less of it to {} (level {}).",
                it.name(),
                it.names([*higher]),
                level.get(),
                it.names([*lower]),
                above.get()
            );
            found.push(it.finding("D7", Severity::Warning, sentence, [*higher, *lower]).at(place));
        }
    }
}

/// Each band in words, with its decider, the lowest first.
fn bands(it: &Judged<'_>) -> Vec<(String, Option<RoleId>)> {
    let Some(bands) = &it.decision.bands else { return Vec::new() };
    let from = [0].into_iter().chain(bands.limited().iter().map(|it| it.below));
    let below = bands.limited().iter().map(|it| Some(it.below)).chain([None]);
    let unit = bands.unit();
    let range = |(from, below): (u64, Option<u64>)| match below {
        Some(below) => format!("from {from} to below {below} {unit}"),
        None => format!("from {from} {unit} on"),
    };
    from.zip(below).map(range).zip(bands.deciders()).collect()
}

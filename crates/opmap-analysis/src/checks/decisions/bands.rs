//! Checks of the limits up to which roles decide.

use opmap_model::{Bands, Document, Level, RoleId};

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
    let Some(limits) = &it.decision.bands else { return };
    let all = bands(it);
    let level = |id: RoleId| it.document.get(id).and_then(|it| it.level).map_or(0, Level::get);
    for (lower, higher) in authority_falls(it.document, limits) {
        let (Some((_, Some(below))), Some((range, Some(above)))) = (all.get(lower), all.get(higher)) else {
            continue;
        };
        let sentence = format!(
            "{} {range} goes to {} (level {}), and less of it to {} (level {}).",
            it.name(),
            it.names([*above]),
            level(*above),
            it.names([*below]),
            level(*below)
        );
        found.push(it.finding("D7", Severity::Warning, sentence, [*above, *below]).at(lower));
    }
}

/// The pairs of bands of which the higher goes to a lower level, by their places from the lowest (D7). Bands whose role
/// has no level are left out.
#[must_use]
pub fn authority_falls(document: &Document, bands: &Bands) -> Vec<(usize, usize)> {
    let level = |id: Option<RoleId>| document.get(id?)?.level;
    let levels = bands.deciders().enumerate();
    let levels: Vec<(usize, Level)> = levels.filter_map(|(at, id)| Some((at, level(id)?))).collect();
    levels.windows(2).filter(|it| it[1].1 < it[0].1).map(|it| (it[0].0, it[1].0)).collect()
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

//! Checks of single roles over a matrix.

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{Document, RecordId, RoleId, Threshold, Thresholds};

use super::Matrix;
use crate::{Finding, Severity};

/// The fewest rows from which a share says something about a role (R8, R10).
const FEW: usize = 5;

/// On how many rows a role holds what.
#[derive(Default)]
struct Held {
    any: usize,
    answers: usize,
    does: usize,
}

/// R8, R9 and R10: roles that hold too much of a matrix. Those that answer for or do anything are `in_use` then.
pub(super) fn findings(
    matrix: &Matrix<'_>,
    thresholds: &Thresholds,
    in_use: &mut BTreeSet<RoleId>,
    found: &mut Vec<Finding>,
) {
    let rows = matrix.rows.len();
    let mut by_role: BTreeMap<RoleId, Held> = BTreeMap::new();
    for it in matrix.rows.iter().flat_map(|it| &it.held) {
        let held = by_role.entry(it.role).or_default();
        held.any += 1;
        held.answers += usize::from(it.letter.answers());
        held.does += usize::from(it.letter.does());
    }
    in_use.extend(by_role.iter().filter(|(_, it)| it.answers + it.does > 0).map(|(id, _)| *id));
    let answers: usize = by_role.values().map(|it| it.answers).sum();
    for (id, role) in matrix.document.roles_in_order() {
        let (Some(held), place) = (by_role.get(&id), matrix.place()) else { continue };
        let mut warn = |rule, sentence| {
            found.push(Finding::new(rule, Severity::Warning, sentence, vec![RecordId::Role(id)]));
        };
        if rows >= FEW && is_over(held.answers, answers, thresholds.of(Threshold::AccountableShare)) {
            let count = held.answers;
            warn(
                "R8",
                format!(
                    "“{}” is accountable for {count} of {answers} in {place}: push accountability down?",
                    role.title
                ),
            );
        }
        if rows >= FEW && is_over(held.does, rows, thresholds.of(Threshold::ResponsibleShare)) {
            warn("R9", format!("“{}” is responsible for {} of {rows} in {place}.", role.title, held.does));
        }
        if rows >= FEW && held.any == rows {
            warn(
                "R10",
                format!("“{}” has a letter on all {rows} in {place}: involved in too much?", role.title),
            );
        }
    }
}

fn is_over(part: usize, whole: usize, percent: u32) -> bool {
    part * 100 > whole * percent as usize
}

/// R11: roles that neither do nor answer for anything.
pub(super) fn without_work(
    document: &Document,
    in_use: &BTreeSet<RoleId>,
    is_discussed: bool,
    found: &mut Vec<Finding>,
) {
    let idle = document.roles_in_order().into_iter().filter(|(id, _)| !in_use.contains(id));
    found.extend(idle.filter(|_| is_discussed).map(|(id, role)| {
        Finding::new(
            "R11",
            Severity::Note,
            format!("“{}” is neither responsible nor accountable for anything: needed here?", role.title),
            vec![RecordId::Role(id)],
        )
    }));
}

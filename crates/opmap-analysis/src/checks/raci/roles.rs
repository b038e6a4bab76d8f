//! Checks of single roles over a matrix.

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{Document, RecordId, RoleId, Threshold, Thresholds};

use super::Matrix;
use crate::{Finding, Severity};

/// The fewest rows from which a share says something about a role (R8, R9, R10): of one row, anyone who does it does all.
const FEW: usize = 5;

/// On how many rows a role holds what.
#[derive(Clone, Default)]
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
    let by_role = held_by_role(matrix);
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

/// What each role holds. Letters of a row stand in the order of the roles' identities, so that one walk along both finds
/// all of them: a search for each letter would be most of the work on a large matrix.
fn held_by_role(matrix: &Matrix<'_>) -> BTreeMap<RoleId, Held> {
    let ids: Vec<RoleId> = matrix.document.roles().keys().copied().collect();
    let mut held = vec![Held::default(); ids.len()];
    for row in &matrix.rows {
        let mut roles = ids.iter().zip(&mut held);
        for it in &row.held {
            let Some((_, held)) = roles.find(|(id, _)| **id == it.role) else { break };
            held.any += 1;
            held.answers += usize::from(it.letter.answers());
            held.does += usize::from(it.letter.does());
        }
    }
    ids.into_iter().zip(held).filter(|(_, it)| it.any > 0).collect()
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

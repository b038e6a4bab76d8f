//! Checks of single rows of a matrix.

use std::collections::BTreeSet;

use opmap_model::{HeldLetter, Letter, RecordId, RoleId, Subject, Threshold, Thresholds};

use super::{Matrix, Row};
use crate::acceptances::Acceptances;
use crate::{Finding, Severity};

pub(super) fn findings(
    matrix: &Matrix<'_>,
    thresholds: &Thresholds,
    acceptances: &Acceptances<'_>,
    found: &mut Vec<Finding>,
) {
    let empty: Vec<&Row<'_>> = matrix.rows.iter().filter(|it| it.held.is_empty()).collect();
    let (accepted, open): (Vec<_>, Vec<_>) =
        empty.into_iter().partition(|it| !acceptances.of("R7", record(it.subject)).is_empty());
    unassigned(matrix, &open, found);
    unassigned(matrix, &accepted, found);
    for row in matrix.rows.iter().filter(|it| !it.held.is_empty()) {
        accountable_once(matrix, row, found);
        done_by_someone(matrix, row, found);
        too_many(matrix, row, thresholds, found);
        functions_that_do_not_talk(matrix, row, found);
        accountable_position(matrix, row, found);
        lane_and_matrix_agree(matrix, row, found);
        control_of_own_work(matrix, row, found);
    }
}

fn record(subject: Subject) -> RecordId {
    match subject {
        Subject::Step(id) => RecordId::Step(id),
        Subject::Activity(id) => RecordId::Activity(id),
        Subject::Lane(id) => RecordId::Lane(id),
    }
}

fn holding(row: &Row<'_>, holds: impl Fn(Letter) -> bool) -> impl Iterator<Item = RoleId> {
    row.held.iter().filter(move |it| holds(it.letter)).map(|it| it.role)
}

fn of_row(
    rule: &'static str,
    severity: Severity,
    sentence: String,
    row: &Row<'_>,
    roles: impl Iterator<Item = RoleId>,
) -> Finding {
    let records = std::iter::once(record(row.subject)).chain(roles.map(RecordId::Role)).collect();
    Finding::new(rule, severity, sentence, records)
}

/// R7: rows without any letter, in one finding for each matrix, so that R1 and R2 do not report them again.
fn unassigned(matrix: &Matrix<'_>, rows: &[&Row<'_>], found: &mut Vec<Finding>) {
    let place = matrix.place();
    let sentence = match rows {
        [] => return,
        [row] => format!("“{}” in {place} has no letter: nobody is assigned to it.", row.title),
        [first, ..] => format!(
            "{} of {} in {place} have no letter, the first is “{}”: nobody is assigned to them.",
            rows.len(),
            matrix.rows.len(),
            first.title
        ),
    };
    let records = rows.iter().map(|it| record(it.subject)).collect();
    found.push(Finding::new("R7", Severity::Error, sentence, records));
}

/// R1: exactly one role answers for it.
fn accountable_once(matrix: &Matrix<'_>, row: &Row<'_>, found: &mut Vec<Finding>) {
    let (title, place) = (row.title, matrix.place());
    let sentence = match holding(row, Letter::answers).count() {
        0 => format!("No one is accountable for “{title}” in {place}."),
        1 => return,
        _ => {
            let names = matrix.names(holding(row, Letter::answers));
            format!("Accountability for “{title}” in {place} is split between {names}.")
        }
    };
    found.push(of_row("R1", Severity::Error, sentence, row, holding(row, Letter::answers)));
}

/// R2: at least one role does it.
fn done_by_someone(matrix: &Matrix<'_>, row: &Row<'_>, found: &mut Vec<Finding>) {
    if holding(row, Letter::does).next().is_none() {
        let sentence = format!(
            "No one is responsible for “{}” in {}: the job may not get done.",
            row.title,
            matrix.place()
        );
        found.push(of_row("R2", Severity::Error, sentence, row, std::iter::empty()));
    }
}

/// R4 and R5: so many that one may ask whether all are needed.
fn too_many(matrix: &Matrix<'_>, row: &Row<'_>, thresholds: &Thresholds, found: &mut Vec<Finding>) {
    type Holds = fn(Letter) -> bool;
    let checks: [(&'static str, usize, Holds, u32, &str, &str); 3] = [
        (
            "R4",
            0,
            Letter::does,
            thresholds.of(Threshold::Responsible),
            "are responsible for",
            "split it into smaller activities?",
        ),
        (
            "R5",
            0,
            |it| it == Letter::Consulted,
            thresholds.of(Threshold::Consulted),
            "are consulted on",
            "do all need to be consulted?",
        ),
        (
            "R5",
            1,
            |it| it == Letter::Informed,
            thresholds.of(Threshold::Informed),
            "are informed of",
            "do all need to be informed?",
        ),
    ];
    for (rule, point, holds, limit, verb, question) in checks {
        let count = holding(row, holds).count();
        if count > limit as usize {
            let sentence = format!("{count} roles {verb} “{}” in {}: {question}", row.title, matrix.place());
            let finding = of_row(rule, Severity::Warning, sentence, row, holding(row, holds));
            found.push(finding.at(point));
        }
    }
}

/// R6: more than one function at work, and no one is consulted or informed.
fn functions_that_do_not_talk(matrix: &Matrix<'_>, row: &Row<'_>, found: &mut Vec<Finding>) {
    if row.held.iter().any(|it| matches!(it.letter, Letter::Consulted | Letter::Informed)) {
        return;
    }
    let function = |it: &HeldLetter| matrix.role(it.role)?.function.as_ref();
    let at_work: BTreeSet<_> = row.held.iter().filter_map(function).collect();
    if at_work.len().max(row.spans) > 1 {
        let sentence = format!(
            "“{}” in {} spans {} functions, and no one is consulted or informed: do these functions talk?",
            row.title,
            matrix.place(),
            at_work.len().max(row.spans)
        );
        found.push(of_row("R6", Severity::Note, sentence, row, row.held.iter().map(|it| it.role)));
    }
}

/// R13 and R14: the A is one position of the company itself.
fn accountable_position(matrix: &Matrix<'_>, row: &Row<'_>, found: &mut Vec<Finding>) {
    for id in holding(row, Letter::answers) {
        let Some(role) = matrix.role(id) else { continue };
        let subject = || format!("“{}” is accountable for “{}” in {}", role.title, row.title, matrix.place());
        if role.committee {
            let sentence = format!("{}, and is a committee: name one position.", subject());
            found.push(of_row("R13", Severity::Warning, sentence, row, [id].into_iter()));
        }
        if role.is_external() {
            let sentence = format!("{}, and belongs to another company.", subject());
            found.push(of_row("R14", Severity::Warning, sentence, row, [id].into_iter()));
        }
    }
}

/// R15: the role of the lane does the step.
fn lane_and_matrix_agree(matrix: &Matrix<'_>, row: &Row<'_>, found: &mut Vec<Finding>) {
    let Some(id) = row.lane_role else { return };
    // Where no one does it, R2 says so.
    let is_done = holding(row, Letter::does).next().is_some();
    if is_done && !holding(row, Letter::does).any(|it| it == id) {
        let sentence = format!(
            "{} performs “{}” in {}, but is not responsible for it: map and matrix disagree.",
            matrix.names([id].into_iter()),
            row.title,
            matrix.place()
        );
        found.push(of_row("R15", Severity::Warning, sentence, row, [id].into_iter()));
    }
}

/// R17: who does a control does not answer for it as well.
fn control_of_own_work(matrix: &Matrix<'_>, row: &Row<'_>, found: &mut Vec<Finding>) {
    let both = holding(row, |it| it == Letter::AccountableResponsible).filter(|_| row.control);
    found.extend(both.map(|id| {
        let sentence = format!(
            "{} does “{}” in {} and answers for it: a control is between two roles.",
            matrix.names([id].into_iter()),
            row.title,
            matrix.place()
        );
        of_row("R17", Severity::Warning, sentence, row, [id].into_iter())
    }));
}

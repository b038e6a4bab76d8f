//! Checks of the recovery matrix (D9).

use opmap_model::{
    CustomerGroup, CustomerGroupId, Disruption, DisruptionId, Document, Level, RecordId, RecoveryCell,
    Response, RoleId,
};

use super::names;
use crate::{Finding, Severity};

/// A cell of the matrix with what stands in it.
#[derive(Clone, Copy)]
struct Placed<'a> {
    group: (CustomerGroupId, &'a CustomerGroup),
    disruption: (DisruptionId, &'a Disruption),
    response: Option<&'a Response>,
}

impl Placed<'_> {
    /// Where it is, as in a sentence.
    fn name(&self) -> String {
        format!("“{}” when “{}”", self.group.1.title, self.disruption.1.title)
    }

    fn records(&self) -> [RecordId; 2] {
        [RecordId::CustomerGroup(self.group.0), RecordId::Disruption(self.disruption.0)]
    }
}

/// All checks of the recovery matrix. One in which nothing is set was not discussed.
pub(super) fn findings(document: &Document, found: &mut Vec<Finding>) {
    let rows = rows(document);
    if rows.iter().flatten().all(|it| it.response.is_none()) {
        return;
    }
    open_cells(&rows, found);
    let width = rows.first().map_or(0, Vec::len);
    let columns = (0..width).map(|at| rows.iter().map(|row| row[at]).collect::<Vec<_>>());
    for line in rows.iter().cloned().chain(columns) {
        slower(&line, found);
        lower(document, &line, found);
    }
}

/// The cells of the matrix: rows from lower to higher value, each from lower to higher severity.
fn rows(document: &Document) -> Vec<Vec<Placed<'_>>> {
    let disruptions = document.disruptions_in_order();
    let row = |group: (CustomerGroupId, _)| {
        let cell = |disruption: &(DisruptionId, _)| {
            let cell = RecoveryCell { group: group.0, disruption: disruption.0 };
            Placed { group, disruption: *disruption, response: document.response(cell) }
        };
        disruptions.iter().map(cell).collect()
    };
    document.customer_groups_in_order().into_iter().map(row).collect()
}

/// D9: the matrix is complete: each cell names who may act.
fn open_cells(rows: &[Vec<Placed<'_>>], found: &mut Vec<Finding>) {
    let all = rows.iter().flatten();
    let (count, open) =
        (all.clone().count(), all.filter(|it| it.response.is_none_or(|it| it.authority.is_none())));
    let open: Vec<&Placed<'_>> = open.collect();
    let (verb, first) = match open.as_slice() {
        [] => return,
        [one] => ("names", format!(": {}", one.name())),
        [first, ..] => ("name", format!(", the first is {}", first.name())),
    };
    let sentence =
        format!("{} of {count} cells of service recovery {verb} no one who may act{first}.", open.len());
    found.push(Finding::new("D9", Severity::Warning, sentence, open[0].records().into()));
}

/// D9: a higher value or severity does not wait longer. Cells without a time are left out.
fn slower(line: &[Placed<'_>], found: &mut Vec<Finding>) {
    let timed: Vec<_> = line.iter().filter_map(|it| Some((it, it.response?.within_secs?))).collect();
    for pair in timed.windows(2) {
        let [(before, less), (cell, more)] = pair else { continue };
        if more > less {
            let sentence =
                format!("{} waits {more}, longer than {} with {less}.", cell.name(), before.name());
            found.push(finding(sentence, cell, before, []).at(1));
        }
    }
}

/// D9: a higher value or severity is not left to a lower level. Cells whose role has no level are left out.
fn lower(document: &Document, line: &[Placed<'_>], found: &mut Vec<Finding>) {
    let held = |it: &Placed<'_>| -> Option<(RoleId, Level)> {
        let role = it.response?.authority?;
        Some((role, document.get(role)?.level?))
    };
    let levels: Vec<_> = line.iter().filter_map(|it| Some((it, held(it)?))).collect();
    for pair in levels.windows(2) {
        let [(before, (higher, above)), (cell, (lower, level))] = pair else { continue };
        if level < above {
            let sentence = format!(
                "{} is left to {} (level {}), and {} to {} (level {}).",
                cell.name(),
                names(document, [*lower]),
                level.get(),
                before.name(),
                names(document, [*higher]),
                above.get()
            );
            found.push(finding(sentence, cell, before, [*lower, *higher]).at(2));
        }
    }
}

fn finding(
    sentence: String,
    cell: &Placed<'_>,
    before: &Placed<'_>,
    roles: impl IntoIterator<Item = RoleId>,
) -> Finding {
    let mut records: Vec<RecordId> = Vec::new();
    for record in cell.records().into_iter().chain(before.records()) {
        if !records.contains(&record) {
            records.push(record);
        }
    }
    records.extend(roles.into_iter().map(RecordId::Role));
    Finding::new("D9", Severity::Warning, sentence, records)
}

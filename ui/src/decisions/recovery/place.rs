//! Where one is in the recovery matrix, and where keys lead from there.

use std::collections::BTreeMap;

use opmap_model::{CustomerGroupId, DisruptionId, Document, RecordId, RecoveryCell, Response};

use crate::keys::{OnRecovery, Way};

/// The recovery matrix as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Matrix {
    /// Its rows, from lower to higher value.
    pub(super) groups: Vec<(CustomerGroupId, String)>,
    /// Its columns, from lower to higher severity.
    pub(super) disruptions: Vec<(DisruptionId, String)>,
    /// What is set in each cell.
    pub(super) cells: BTreeMap<RecoveryCell, Said>,
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) who: Option<String>,
    /// Up to how much and within how long.
    pub(super) rest: Vec<String>,
}

/// A cell by what it is about. Without a disruption it is the head of a row, without a group that of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) group: Option<CustomerGroupId>,
    pub(super) disruption: Option<DisruptionId>,
}

impl Place {
    pub(super) fn cell(self) -> Option<RecoveryCell> {
        Some(RecoveryCell { group: self.group?, disruption: self.disruption? })
    }

    /// The identity of the cell on the page.
    pub(super) fn id(self) -> String {
        let group = self.group.map(|it| it.0.to_string()).unwrap_or_default();
        let disruption = self.disruption.map(|it| it.0.to_string()).unwrap_or_default();
        format!("recovery-{group}-{disruption}")
    }
}

fn said(document: &Document, response: &Response) -> Said {
    let name = |id| document.get(id).map(|it: &opmap_model::Role| it.title.to_string());
    let limit = response.limit.as_ref();
    let limit = limit.map(|it| format!("{}\u{2009}{}", super::super::limits::grouped(it.amount), it.unit));
    // A time is not torn from its unit.
    let within = response.within_secs.map(|it| it.to_string().replace(' ', "\u{a0}"));
    Said { who: response.authority.and_then(name), rest: limit.into_iter().chain(within).collect() }
}

impl Matrix {
    pub(super) fn of(document: &Document) -> Self {
        let groups = document.customer_groups_in_order().into_iter();
        let disruptions = document.disruptions_in_order().into_iter();
        Self {
            groups: groups.map(|(id, it)| (id, it.title.to_string())).collect(),
            disruptions: disruptions.map(|(id, it)| (id, it.title.to_string())).collect(),
            cells: document.responses().map(|(cell, it)| (cell, said(document, it))).collect(),
        }
    }

    /// What is at a row and a column, the heads being 0.
    pub(super) fn at(&self, row: usize, column: usize) -> Place {
        let id = |at: usize| at.checked_sub(1);
        Place {
            group: id(row).and_then(|it| self.groups.get(it)).map(|it| it.0),
            disruption: id(column).and_then(|it| self.disruptions.get(it)).map(|it| it.0),
        }
    }

    fn spot(&self, place: Place) -> (usize, usize) {
        let row = self.groups.iter().position(|it| Some(it.0) == place.group);
        let column = self.disruptions.iter().position(|it| Some(it.0) == place.disruption);
        (row.map_or(0, |it| it + 1), column.map_or(0, |it| it + 1))
    }

    /// The place as it is shown; the first cell where there is none such, and in the corner.
    pub(super) fn settled(&self, place: Place) -> Place {
        match self.spot(place) {
            (0, 0) => self.at(1, 1),
            (row, column) => self.at(row, column),
        }
    }

    /// Where a key leads. Nothing is to be done in the corner, so no key leads there.
    pub(super) fn led(&self, from: Place, to: OnRecovery) -> Place {
        let (row, column) = self.spot(self.settled(from));
        let (last_row, last_column) = (self.groups.len(), self.disruptions.len());
        let (to_row, to_column) = match to {
            OnRecovery::Go(Way::Left) => (row, column.saturating_sub(1)),
            OnRecovery::Go(Way::Right) => (row, (column + 1).min(last_column)),
            OnRecovery::Go(Way::Up) => (row.saturating_sub(1), column),
            OnRecovery::Go(Way::Down) => ((row + 1).min(last_row), column),
            OnRecovery::RowStart => (row, 0),
            OnRecovery::RowEnd => (row, last_column),
            OnRecovery::Start => (1, 1),
            OnRecovery::End => (last_row, last_column),
            _ => (row, column),
        };
        if (to_row, to_column) == (0, 0) { self.at(row, column) } else { self.at(to_row, to_column) }
    }
}

/// What something stands in front of once it has moved by one place, or last; none when there is no further place.
pub(super) fn beside<I: Copy + PartialEq>(all: &[(I, String)], id: I, onward: bool) -> Option<Option<I>> {
    let at = all.iter().position(|it| it.0 == id)?;
    if onward {
        (at + 1 < all.len()).then(|| all.get(at + 2).map(|it| it.0))
    } else {
        at.checked_sub(1).map(|it| all.get(it).map(|it| it.0))
    }
}

/// The cell that a finding of the matrix is about (D9).
pub(in crate::decisions) fn cell_of(records: &[RecordId]) -> Option<RecoveryCell> {
    match records {
        [RecordId::CustomerGroup(group), RecordId::Disruption(disruption), ..] => {
            Some(RecoveryCell { group: *group, disruption: *disruption })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, notation};

    use super::{Matrix, Place, beside, cell_of};
    use crate::keys::{OnRecovery, Way};

    fn document() -> Document {
        let text = "workshop \"W\"
role a \"Advisor\" level=1
role b \"Team lead\" level=2
disruption slow \"Slow\"
disruption down \"Down\"
customer-group standard \"Standard\"
customer-group alarm \"Care alarm\"
response standard/slow authority=b limit=\"1200 €\" within=8h
response standard/down authority=a within=4h
response alarm/slow authority=b
response alarm/down authority=b
";
        let mut next = 0;
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    #[test]
    fn keys_lead_to_cells_and_heads_but_not_to_the_corner() {
        let matrix = Matrix::of(&document());
        let first = matrix.settled(Place::default());
        assert_eq!(first, matrix.at(1, 1));
        let up = matrix.led(first, OnRecovery::Go(Way::Up));
        assert_eq!(up, matrix.at(0, 1));
        assert_eq!(matrix.led(up, OnRecovery::Go(Way::Left)), up, "the corner is nothing");
        assert_eq!(matrix.led(first, OnRecovery::End), matrix.at(2, 2));
        assert_eq!(matrix.led(matrix.at(2, 2), OnRecovery::RowStart), matrix.at(2, 0));
        assert_eq!(Matrix::default().led(first, OnRecovery::End), Place::default());
    }

    #[test]
    fn rows_and_columns_move_by_one_place() {
        let all = [(1, String::new()), (2, String::new()), (3, String::new())];
        assert_eq!((beside(&all, 1, true), beside(&all, 2, true)), (Some(Some(3)), Some(None)));
        assert_eq!((beside(&all, 3, true), beside(&all, 1, false)), (None, None));
        assert_eq!(beside(&all, 3, false), Some(Some(2)));
    }

    #[test]
    fn a_cell_says_who_up_to_how_much_and_how_soon_and_has_its_findings() {
        let document = document();
        let matrix = Matrix::of(&document);
        let said = &matrix.cells[&matrix.at(1, 1).cell().unwrap()];
        assert_eq!(said.who.as_deref(), Some("Team lead"));
        assert_eq!(said.rest, ["1,200\u{2009}€", "8\u{a0}h"]);
        let analysis = opmap_analysis::analyze(&document);
        let found: Vec<_> =
            analysis.findings.iter().filter(|it| it.rule == "D9").map(|it| cell_of(&it.records)).collect();
        assert_eq!(found, [matrix.at(1, 2).cell()], "worse, and left to a lower level");
    }
}

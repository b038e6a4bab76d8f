//! Where one is among the cells of the tables, and where keys lead from there.

use opmap_model::DecisionId;

use super::sheet::{Column, GroupKey, Sheet};
use crate::keys::{OnDecisions, Way};

/// A cell by what it is about, so that it stays the same when rows move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) decision: Option<DecisionId>,
    pub(super) column: Column,
}

impl Place {
    /// The identity of the cell on the page.
    pub(super) fn id(self) -> String {
        let column = match self.column {
            Column::Title => "title".to_owned(),
            Column::Place => "place".to_owned(),
            Column::Letter(letter) => format!("letter-{letter}"),
            Column::Limit => "limit".to_owned(),
            Column::Escalation => "escalation".to_owned(),
            Column::Findings => "findings".to_owned(),
        };
        format!("decision-{}-{column}", self.decision.map(|it| it.0.to_string()).unwrap_or_default())
    }
}

/// How many rows are a screen.
const PAGE: usize = 8;

impl Sheet {
    /// The place as it is shown: the first cell where its decision is not, and the column that decides where a letter
    /// is not of its framework.
    pub(super) fn settled(&self, place: Place) -> Place {
        let row = place.decision.and_then(|it| self.row(it)).or_else(|| self.rows().next());
        let Some((group, row)) = row else { return Place::default() };
        let is_same = place.decision == Some(row.id);
        let column = if is_same || place.decision.is_none() { place.column } else { Column::Title };
        Place { decision: Some(row.id), column: within(group, column) }
    }

    /// Where a key leads.
    pub(super) fn led(&self, from: Place, to: OnDecisions) -> Place {
        let from = self.settled(from);
        let rows: Vec<(GroupKey, DecisionId)> = self.rows().map(|(key, row)| (key, row.id)).collect();
        let Some(at) = rows.iter().position(|it| Some(it.1) == from.decision) else { return from };
        let columns = rows[at].0.columns();
        let column = columns.iter().position(|it| *it == from.column).unwrap_or(0);
        let (last_row, last_column) = (rows.len() - 1, columns.len() - 1);
        let (row, column) = match to {
            OnDecisions::Go(Way::Left) => (at, column.saturating_sub(1)),
            OnDecisions::Go(Way::Right) => (at, (column + 1).min(last_column)),
            OnDecisions::Go(Way::Up) => (at.saturating_sub(1), column),
            OnDecisions::Go(Way::Down) => ((at + 1).min(last_row), column),
            OnDecisions::RowStart => (at, 0),
            OnDecisions::RowEnd => (at, last_column),
            OnDecisions::Start => (0, 0),
            OnDecisions::End => (last_row, usize::MAX),
            OnDecisions::PageUp => (at.saturating_sub(PAGE), column),
            OnDecisions::PageDown => ((at + PAGE).min(last_row), column),
            _ => (at, column),
        };
        let (group, decision) = rows[row];
        let others = group.columns();
        // In the table of another framework the same sort of column is another one in number.
        let column = match columns.get(column).copied() {
            Some(same) => within(group, same),
            None => others[others.len() - 1],
        };
        Place { decision: Some(decision), column }
    }
}

/// The column of a table; for a letter that it does not have, the one that decides.
fn within(group: GroupKey, column: Column) -> Column {
    match column {
        Column::Letter(letter) if letter >= group.framework.letters().len() => {
            Column::Letter(group.framework.decides())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::{Column, Filter, tests};
    use super::Place;
    use crate::keys::{OnDecisions, Way};

    #[test]
    fn keys_lead_over_the_tables_as_far_as_there_are_cells() {
        let document = tests::document();
        let sheet = tests::sheet(&document, &Filter::default());
        let ids: Vec<_> = sheet.rows().map(|(_, row)| row.id).collect();
        let at = |row: usize, column| Place { decision: Some(ids[row]), column };
        let first = sheet.settled(Place::default());
        assert_eq!(first, at(0, Column::Title));
        assert_eq!(sheet.led(first, OnDecisions::Go(Way::Up)), first);
        assert_eq!(sheet.led(first, OnDecisions::Go(Way::Left)), first);
        let decide = at(0, Column::Letter(4));
        assert_eq!(sheet.led(decide, OnDecisions::Go(Way::Down)), at(1, Column::Letter(1)), "the approver");
        assert_eq!(sheet.led(at(1, Column::Limit), OnDecisions::Go(Way::Down)), at(2, Column::Limit));
        assert_eq!(sheet.led(first, OnDecisions::End), at(2, Column::Findings));
        assert_eq!(sheet.led(at(2, Column::Findings), OnDecisions::Go(Way::Right)), at(2, Column::Findings));
        assert_eq!(sheet.led(first, OnDecisions::PageDown), at(2, Column::Title));
    }

    #[test]
    fn who_is_where_nothing_is_shown_is_at_the_first_cell() {
        let document = tests::document();
        let all = tests::sheet(&document, &Filter::default());
        let minor = all.rows().last().unwrap().1.id;
        let material = tests::sheet(&document, &Filter { material_only: true, ..Filter::default() });
        let place = material.settled(Place { decision: Some(minor), column: Column::Limit });
        assert_eq!(place.decision, material.rows().next().map(|it| it.1.id));
        let none = super::Sheet::default();
        assert_eq!(none.settled(place), Place::default());
        assert_eq!(none.led(place, OnDecisions::End), Place::default());
    }
}

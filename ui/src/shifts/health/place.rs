//! Where one is in the health check, and where keys lead from there.

use opmap_model::{Document, HealthQuestionId, Keyword, RecordKey, Shift, Side};

use crate::keys::{OnHealth, Way};

/// How many rows a page key goes.
const PAGE: usize = 8;

/// A row: a shift, or one of the questions about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Row {
    Shift(Shift),
    Question(HealthQuestionId, Shift),
}

/// A column of a question. In the row of a shift they are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Question,
    Side(Side),
}

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: Row,
    /// Kept in the row of a shift, so that keys lead straight through it.
    pub(super) column: Column,
}

impl Row {
    pub(super) fn shift(self) -> Shift {
        match self {
            Self::Shift(shift) | Self::Question(_, shift) => shift,
        }
    }

    pub(super) fn question(self) -> Option<HealthQuestionId> {
        match self {
            Self::Shift(_) => None,
            Self::Question(id, _) => Some(id),
        }
    }
}

impl Column {
    const ALL: [Self; 3] = [Self::Question, Self::Side(Side::Commercial), Self::Side(Side::Operational)];

    fn beside(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|it| *it == self).unwrap_or(0);
        at.checked_add_signed(by).and_then(|it| Self::ALL.get(it)).copied().unwrap_or(self)
    }
}

impl Place {
    /// The identity of the cell on the page.
    pub(super) fn id(self) -> String {
        match (self.row, self.column) {
            (Row::Shift(shift), _) => format!("health-{}", shift.key()),
            (Row::Question(id, _), Column::Question) => format!("health-{}", id.uuid()),
            (Row::Question(id, _), Column::Side(side)) => format!("health-{}-{}", id.uuid(), side.key()),
        }
    }

    /// The answer that it holds, if it is that of one.
    pub(super) fn answer(self) -> Option<(HealthQuestionId, Side)> {
        match (self.row, self.column) {
            (Row::Question(id, _), Column::Side(side)) => Some((id, side)),
            _ => None,
        }
    }
}

/// The seven shifts, each with its questions below it.
pub(super) fn rows(document: &Document) -> Vec<Row> {
    let of = |shift: &Shift| {
        let questions = document.health_questions_of(*shift).into_iter();
        let questions: Vec<Row> = questions.map(|(id, _)| Row::Question(id, *shift)).collect();
        std::iter::once(Row::Shift(*shift)).chain(questions)
    };
    Shift::ALL.iter().flat_map(of).collect()
}

/// The place as it is shown; the row of its shift where the question is gone.
pub(super) fn settled(rows: &[Row], place: Place) -> Place {
    if rows.contains(&place.row) { place } else { Place { row: Row::Shift(place.row.shift()), ..place } }
}

/// Where a key leads.
pub(super) fn led(rows: &[Row], from: Place, to: OnHealth) -> Place {
    let from = settled(rows, from);
    let row = rows.iter().position(|it| *it == from.row).unwrap_or(0);
    let last = rows.len().saturating_sub(1);
    let at = |row: usize| Place { row: rows.get(row).copied().unwrap_or(from.row), ..from };
    match to {
        OnHealth::Go(Way::Up) => at(row.saturating_sub(1)),
        OnHealth::Go(Way::Down) => at((row + 1).min(last)),
        OnHealth::PageUp => at(row.saturating_sub(PAGE)),
        OnHealth::PageDown => at((row + PAGE).min(last)),
        OnHealth::Start => at(0),
        OnHealth::End => at(last),
        OnHealth::Go(Way::Left) => Place { column: from.column.beside(-1), ..from },
        OnHealth::Go(Way::Right) => Place { column: from.column.beside(1), ..from },
        OnHealth::RowStart => Place { column: Column::Question, ..from },
        OnHealth::RowEnd => Place { column: Column::Side(Side::Operational), ..from },
        _ => from,
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{HealthQuestionId, Shift, Side, notation};

    use super::{Column, Place, Row, led, rows, settled};
    use crate::keys::{OnHealth, Way};

    fn sheet() -> Vec<Row> {
        let mut next = 0;
        let text =
            "workshop \"W\"\nquestion roles \"One\"\nquestion roles \"Two\"\nquestion culture \"Three\"\n";
        let document = notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        });
        rows(&document.unwrap())
    }

    #[test]
    fn keys_lead_through_shifts_and_their_questions_and_keep_the_column() {
        let rows = sheet();
        assert_eq!(rows.len(), 10);
        let first = Place { row: rows[0], column: Column::Side(Side::Commercial) };
        let one = led(&rows, first, OnHealth::Go(Way::Down));
        assert_eq!((one.row, one.column), (rows[1], first.column));
        assert_eq!(led(&rows, one, OnHealth::Go(Way::Right)).column, Column::Side(Side::Operational));
        assert_eq!(led(&rows, one, OnHealth::RowEnd), led(&rows, one, OnHealth::Go(Way::Right)));
        assert_eq!(led(&rows, one, OnHealth::RowStart).column, Column::Question);
        assert_eq!(led(&rows, one, OnHealth::End).row, rows[9]);
        assert_eq!(led(&rows, one, OnHealth::PageDown).row, rows[9]);
        assert_eq!(led(&rows, one, OnHealth::PageUp).row, rows[0]);
        assert_eq!(led(&rows, first, OnHealth::Go(Way::Up)), first);
    }

    #[test]
    fn where_a_question_is_gone_its_shift_is_left() {
        let gone = HealthQuestionId(uuid::Uuid::from_u128(99));
        let place = Place { row: Row::Question(gone, Shift::Culture), column: Column::Question };
        assert_eq!(settled(&sheet(), place).row, Row::Shift(Shift::Culture));
    }

    #[test]
    fn only_the_answer_of_a_question_holds_one() {
        let rows = sheet();
        assert_eq!(Place { row: rows[0], column: Column::Side(Side::Commercial) }.answer(), None);
        assert_eq!(Place { row: rows[1], column: Column::Question }.answer(), None);
        let answer = Place { row: rows[1], column: Column::Side(Side::Operational) }.answer();
        assert_eq!(answer, Some((rows[1].question().unwrap(), Side::Operational)));
    }
}

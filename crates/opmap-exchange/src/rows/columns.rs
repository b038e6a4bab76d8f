//! Which column of a table means what.

use opmap_model::folded;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The stage that a step belongs to.
    Stage,
    /// The lane that does it.
    Lane,
    /// What the step is called.
    Step,
    /// What sort of step it is.
    Kind,
    /// Through what customer and company meet.
    Channel,
    /// What else is to be said.
    Note,
}

/// Which column means what, and whether the first row says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// What each column holds; `None` is not taken.
    pub columns: Vec<Option<Column>>,
    /// Whether the first row names the columns.
    pub has_header: bool,
}

impl Column {
    /// Every column, in the order in which they stand where no header says another.
    pub const ALL: &[Self] = &[Self::Stage, Self::Lane, Self::Step, Self::Kind, Self::Channel, Self::Note];

    /// The word at the top of the column.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Stage => "Stage",
            Self::Lane => "Lane",
            Self::Step => "Step",
            Self::Kind => "Kind",
            Self::Channel => "Channel",
            Self::Note => "Note",
        }
    }

    /// The column of that label.
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.label() == label)
    }

    /// The column that a word at the top of a table means.
    fn from_header(word: &str) -> Option<Self> {
        Some(match folded(word).as_str() {
            "stage" | "stages" | "phase" | "column" => Self::Stage,
            "lane" | "lanes" | "swimlane" | "role" | "actor" | "who" | "team" | "department" => Self::Lane,
            "step" | "steps" | "activity" | "task" | "title" | "name" | "touchpoint" | "what" => Self::Step,
            "kind" | "type" | "step kind" => Self::Kind,
            "channel" => Self::Channel,
            "note" | "notes" | "comment" | "description" | "remark" => Self::Note,
            _ => return None,
        })
    }
}

impl Layout {
    /// What the columns of a table probably are: by the words of its first row, else by their place. One column holds
    /// steps, two hold lane and step.
    #[must_use]
    pub fn guess(grid: &[Vec<String>]) -> Self {
        let width = grid.iter().map(Vec::len).max().unwrap_or(0);
        let header = grid.first().map(|row| row.iter().map(|it| Column::from_header(it)).collect::<Vec<_>>());
        if let Some(mut columns) = header
            && columns.contains(&Some(Column::Step))
            && columns.iter().flatten().count() >= width.min(2)
        {
            columns.resize(width, None);
            // Of two columns with the same word the first is taken.
            for index in 0..width {
                if columns[index].is_some() && columns[..index].contains(&columns[index]) {
                    columns[index] = None;
                }
            }
            return Self { columns, has_header: true };
        }
        let columns = match width {
            1 => vec![Some(Column::Step)],
            2 => vec![Some(Column::Lane), Some(Column::Step)],
            _ => (0..width).map(|index| Column::ALL.get(index).copied()).collect(),
        };
        Self { columns, has_header: false }
    }

    /// With another meaning of one column; a column that had the meaning before loses it.
    #[must_use]
    pub fn with(mut self, index: usize, column: Option<Column>) -> Self {
        for it in &mut self.columns {
            if column.is_some() && *it == column {
                *it = None;
            }
        }
        if let Some(it) = self.columns.get_mut(index) {
            *it = column;
        }
        self
    }

    /// The words of a row in one column; empty where there are none.
    pub(super) fn cell<'a>(&self, row: &'a [String], column: Column) -> &'a str {
        let index = self.columns.iter().position(|it| *it == Some(column));
        index.and_then(|index| row.get(index)).map_or("", |it| it.trim())
    }

    /// Whether a column has this meaning.
    #[must_use]
    pub fn has(&self, column: Column) -> bool {
        self.columns.contains(&Some(column))
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Layout};

    fn guess(rows: &[&[&str]]) -> Layout {
        let grid: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|it| (*it).to_owned()).collect()).collect();
        Layout::guess(&grid)
    }

    #[test]
    fn columns_are_known_by_their_words_or_else_by_their_place() {
        use Column::{Kind, Lane, Note, Stage, Step};
        let named = guess(&[&["Task", "Owner", "Phase", "WHO"], &["Call", "Ann", "Contact", "Sales"]]);
        assert_eq!(
            named,
            Layout { columns: vec![Some(Step), None, Some(Stage), Some(Lane)], has_header: true }
        );
        let placed = guess(&[&["Sales", "Call"], &["Sales", "Write"]]);
        assert_eq!(placed, Layout { columns: vec![Some(Lane), Some(Step)], has_header: false });
        assert_eq!(guess(&[&["Step"], &["Call"]]).columns, [Some(Step)]);
        assert!(guess(&[&["Step"], &["Call"]]).has_header);
        let wide = guess(&[&["a", "b", "c", "d", "e", "f", "g"]]);
        assert_eq!((wide.columns[3], wide.columns[5], wide.columns[6]), (Some(Kind), Some(Note), None));
    }

    #[test]
    fn a_meaning_belongs_to_one_column() {
        let layout = guess(&[&["Sales", "Call"]]).with(0, Some(Column::Step));
        assert_eq!(layout.columns, [Some(Column::Step), None]);
        assert_eq!(layout.with(9, Some(Column::Note)).columns, [Some(Column::Step), None]);
    }
}

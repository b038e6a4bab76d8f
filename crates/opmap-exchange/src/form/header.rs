//! Which column of a form means what.

use opmap_model::{Document, Keyword, Shift, folded, words};

use super::FormError;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Group,
    Shift(Shift),
}

/// The first row of a form.
pub(super) struct Header<'a> {
    words: &'a [String],
    columns: Vec<Option<Column>>,
}

impl Column {
    /// What the word at the top of a column means. Of a grid of questions the form says the row in brackets.
    pub(super) fn named(word: &str, document: &Document) -> Option<Self> {
        let word = word.trim();
        let inner = word.strip_suffix(']').and_then(|it| it.rsplit_once('[')).map_or(word, |(_, it)| it);
        let plain = plain(inner);
        match plain.as_str() {
            "name" | "your name" | "full name" | "participant" | "person" | "who" => Some(Self::Name),
            "group" | "your group" | "perspective" | "your perspective" | "view" => Some(Self::Group),
            _ => Shift::ALL.iter().copied().find(|it| is_called(*it, &plain, document)).map(Self::Shift),
        }
    }
}

/// Whether a shift is called so: by its number, its key, its usual or its own title, or these behind its number.
fn is_called(shift: Shift, word: &str, document: &Document) -> bool {
    let number = shift.number().to_string();
    let behind_number = |word: &str| -> Option<String> {
        let word = word.strip_prefix("shift ").unwrap_or(word);
        let rest = word.strip_prefix(number.as_str())?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim().to_owned())
    };
    let rest = behind_number(word);
    let names = [shift.key(), shift.short(), words(shift).title].map(plain);
    let own = plain(document.assessment(shift).name());
    let is_name = |it: &str| own == it || names.iter().any(|name| name == it);
    is_name(word) || rest.is_some_and(|it| it.is_empty() || is_name(&it))
}

/// Words without case, accents and punctuation.
fn plain(words: &str) -> String {
    let spaced: String =
        words.replace('&', " and ").chars().map(|it| if it.is_alphanumeric() { it } else { ' ' }).collect();
    folded(&spaced)
}

impl<'a> Header<'a> {
    pub(super) fn read(words: &'a [String], document: &Document) -> Result<Self, FormError> {
        let columns: Vec<Option<Column>> = words.iter().map(|it| Column::named(it, document)).collect();
        for (index, column) in columns.iter().enumerate() {
            if column.is_some() && columns[..index].contains(column) {
                return Err(FormError::Twice(crate::words::shortened(&words[index])));
            }
        }
        let header = Self { words, columns };
        if header.shifts().is_empty() { Err(FormError::NoShift) } else { Ok(header) }
    }

    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    pub(super) fn columns(&self) -> impl Iterator<Item = Option<Column>> + '_ {
        self.columns.iter().copied()
    }

    /// The shifts that have a column, in their own order.
    pub(super) fn shifts(&self) -> Vec<Shift> {
        Shift::ALL.iter().copied().filter(|it| self.columns.contains(&Some(Column::Shift(*it)))).collect()
    }

    /// The columns that are not known, with their words.
    pub(super) fn unknown(&self) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        let all = self.columns.iter().zip(self.words).enumerate();
        all.filter(|(_, (column, _))| column.is_none()).map(|(index, (_, word))| (index, word.trim()))
    }
}

//! Who is in the room, from names one a line or from rows of a table.

use std::collections::BTreeSet;

use opmap_model::{Document, Edit, Keyword, Participant, ParticipantId, Perspective, Title, folded};

use crate::rows::{self, LeftOut, RowsError};
use crate::words::{lower_first, shortened};

/// The most people that are added at once.
pub const PEOPLE_LIMIT: usize = 500;

/// The people of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// They, in the order of the text.
    pub participants: Vec<Participant>,
    /// What could not be taken as it stands.
    pub left_out: Vec<LeftOut>,
}

/// What a column says of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Position,
    Perspective,
    Frontline,
}

impl Column {
    fn from_header(word: &str) -> Option<Self> {
        Some(match folded(word).as_str() {
            "name" | "full name" | "participant" | "person" | "who" | "label" => Self::Name,
            "position" | "role" | "job" | "job title" | "function" => Self::Position,
            "group" | "perspective" | "view" => Self::Perspective,
            "frontline" | "front line" | "serves customers" => Self::Frontline,
            _ => return None,
        })
    }
}

/// Reads names, one a line, or a table whose first row names its columns: *Name*, and if wanted *Position*, *Group* and
/// *Frontline*. Who is in the room already is not added a second time.
///
/// # Errors
/// [`RowsError`] when there is nothing in it, or too much.
pub fn people(text: &str, document: &Document) -> Result<People, RowsError> {
    let grid = rows::range(text)?;
    let header: Vec<Option<Column>> =
        grid.first().map(|row| row.iter().map(|it| Column::from_header(it)).collect()).unwrap_or_default();
    let mut found = People::default();
    let mut known: BTreeSet<String> =
        document.participants().values().map(|it| folded(it.title.as_str())).collect();
    if header.contains(&Some(Column::Name)) {
        for (index, word) in grid[0].iter().enumerate() {
            if header[index].is_none() && !word.trim().is_empty() {
                found.leave_out(1, format!("The column “{}” is not taken.", shortened(word)));
            }
        }
        for (index, cells) in grid.iter().enumerate().skip(1) {
            let cell = |column| {
                let place = header.iter().position(|it| *it == Some(column));
                place.and_then(|it| cells.get(it)).map_or("", |it| it.trim())
            };
            if cells.iter().any(|it| !it.trim().is_empty()) {
                found.add(index + 1, cell, &mut known);
            }
        }
    } else {
        // Without a row that says so a comma is part of a name.
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let name = line.split('\t').next().unwrap_or_default();
            if name.trim() != line.trim() {
                let sentence =
                    "Only the name is taken. A first row with “Name” says what the other columns are.";
                found.leave_out(index + 1, sentence.to_owned());
            }
            if !line.trim().is_empty() {
                let cell = |column| if column == Column::Name { name.trim() } else { "" };
                found.add(index + 1, cell, &mut known);
            }
        }
    }
    if found.participants.is_empty() && found.left_out.is_empty() { Err(RowsError::Empty) } else { Ok(found) }
}

impl People {
    fn leave_out(&mut self, row: usize, sentence: String) {
        self.left_out.push(LeftOut { row, sentence });
    }

    /// Takes the person of a row.
    fn add<'a>(&mut self, row: usize, cell: impl Fn(Column) -> &'a str, known: &mut BTreeSet<String>) {
        let name = match Title::new(cell(Column::Name)) {
            Ok(name) => name,
            Err(fault) => {
                return self.leave_out(row, format!("No name: {}", lower_first(&fault.to_string())));
            }
        };
        if self.participants.len() >= PEOPLE_LIMIT {
            return self.leave_out(row, format!("Up to {PEOPLE_LIMIT} people can be added at once."));
        }
        if !known.insert(folded(name.as_str())) {
            return self.leave_out(row, format!("“{name}” is there already."));
        }
        let mut participant = Participant::new(name);
        let position = cell(Column::Position);
        if !position.is_empty() {
            match Title::new(position) {
                Ok(position) => participant.position = Some(position),
                Err(fault) => {
                    self.leave_out(row, format!("No position: {}", lower_first(&fault.to_string())));
                }
            }
        }
        match perspective_called(cell(Column::Perspective)) {
            Ok(perspective) => participant.perspective = perspective,
            Err(sentence) => self.leave_out(row, sentence),
        }
        match yes(cell(Column::Frontline)) {
            Some(frontline) => participant.frontline = frontline,
            None => {
                let said = shortened(cell(Column::Frontline));
                self.leave_out(row, format!("“{said}” is neither yes nor no, so it is no."));
            }
        }
        self.participants.push(participant);
    }
}

/// The perspective of that name; none where there are no words.
///
/// # Errors
/// A sentence when the words are none.
pub(crate) fn perspective_called(words: &str) -> Result<Option<Perspective>, String> {
    let wanted = folded(words);
    let known = match wanted.as_str() {
        "" => return Ok(None),
        "manager" | "managers" | "leadership" => Some(Perspective::Management),
        "front line" => Some(Perspective::Frontline),
        "customers" | "client" => Some(Perspective::Customer),
        "consultants" => Some(Perspective::Consultant),
        _ => Perspective::ALL.iter().copied().find(|it| it.key() == wanted),
    };
    let groups = "Management, Frontline, Customer and Consultant are";
    known.map(Some).ok_or_else(|| format!("“{}” is no group; {groups}.", shortened(words)))
}

fn yes(words: &str) -> Option<bool> {
    match folded(words).as_str() {
        "yes" | "y" | "x" | "true" | "1" | "✓" => Some(true),
        "" | "no" | "n" | "false" | "0" | "-" => Some(false),
        _ => None,
    }
}

/// That many people without a name: *Participant 1* and so on, after those that are called so already.
#[must_use]
pub fn numbered(document: &Document, count: usize) -> Vec<Participant> {
    let number = |it: &Participant| it.title.as_str().strip_prefix("Participant ")?.parse::<usize>().ok();
    let last =
        document.participants().values().filter_map(number).filter(|it| *it < 1_000_000).max().unwrap_or(0);
    let named = (last + 1..).take(count.min(PEOPLE_LIMIT)).map(|it| Title::new(&format!("Participant {it}")));
    named.flatten().map(Participant::new).collect()
}

/// The edit that adds people, all in one gesture; none when there are none. `fresh` gives the identities.
#[must_use]
pub fn added(participants: Vec<Participant>, mut fresh: impl FnMut() -> ParticipantId) -> Option<Edit> {
    let add = |participant| Edit::AddParticipant { id: fresh(), participant, before: None };
    let edits: Vec<Edit> = participants.into_iter().map(add).collect();
    (!edits.is_empty()).then_some(Edit::All(edits))
}

#[cfg(test)]
mod tests {
    use opmap_model::generate::Dice;
    use opmap_model::{Document, ParticipantId, Perspective, Title, Workshop};

    use super::{PEOPLE_LIMIT, added, numbered, people};

    fn empty() -> Document {
        Document::new(Workshop::new(Title::new("W").unwrap()))
    }

    /// Adds the people of a text; who is in the room then, and what was left out.
    fn room(document: &mut Document, text: &str) -> (Vec<String>, Vec<String>) {
        let found = people(text, document).unwrap();
        let left_out = found.left_out.iter().map(|it| format!("{}: {}", it.row, it.sentence)).collect();
        let mut dice = Dice::new(document.participants().len() as u64);
        if let Some(edit) = added(found.participants, || ParticipantId(dice.uuid())) {
            let change = edit.plan(document).unwrap();
            document.apply(&change).unwrap();
        }
        let names = document.participants_in_order().into_iter().map(|(_, it)| it.title.to_string());
        (names.collect(), left_out)
    }

    #[test]
    fn names_stand_one_a_line_and_a_comma_is_part_of_one() {
        let (names, left_out) =
            room(&mut empty(), "\u{feff}Meyer, Anna\r\nSchulz, Bernd\n\n  Çelik; Dilek \nmeyer,  anna\n");
        assert_eq!(names, ["Meyer, Anna", "Schulz, Bernd", "Çelik; Dilek"]);
        assert_eq!(left_out, ["5: “meyer,  anna” is there already."]);
    }

    #[test]
    fn a_table_says_more_of_each() {
        let text = "Group;Name;Age;Front line;Position\nManagement;Anna;40;;Head of service\nfront line;Bo;;x;\n\
            ;Cy;30;perhaps;\nIT;Di;;no;\n;;;yes;\n";
        let found = people(text, &empty()).unwrap();
        let told: Vec<_> = found
            .participants
            .iter()
            .map(|it| {
                (it.title.as_str(), it.position.as_ref().map(Title::as_str), it.perspective, it.frontline)
            })
            .collect();
        assert_eq!(
            told,
            [
                ("Anna", Some("Head of service"), Some(Perspective::Management), false),
                ("Bo", None, Some(Perspective::Frontline), true),
                ("Cy", None, None, false),
                ("Di", None, None, false),
            ]
        );
        let sentences: Vec<_> = found.left_out.iter().map(|it| (it.row, it.sentence.as_str())).collect();
        assert_eq!(
            sentences,
            [
                (1, "The column “Age” is not taken."),
                (4, "“perhaps” is neither yes nor no, so it is no."),
                (5, "“IT” is no group; Management, Frontline, Customer and Consultant are."),
                (6, "No name: the text is empty."),
            ]
        );
    }

    #[test]
    fn columns_without_a_row_that_names_them_are_not_guessed() {
        let (names, left_out) = room(&mut empty(), "Anna\tHead\nBo\n");
        assert_eq!(names, ["Anna", "Bo"]);
        assert_eq!(left_out.len(), 1, "{left_out:?}");
    }

    #[test]
    fn who_has_no_name_gets_a_number_after_the_others() {
        let mut document = empty();
        room(&mut document, "Participant 3\nParticipant x");
        let titles: Vec<_> = numbered(&document, 2).into_iter().map(|it| it.title.to_string()).collect();
        assert_eq!(titles, ["Participant 4", "Participant 5"]);
        assert_eq!(numbered(&empty(), usize::MAX).len(), PEOPLE_LIMIT);
    }

    #[test]
    fn many_people_are_one_gesture_that_says_how_many() {
        let edit = added(numbered(&empty(), 12), || ParticipantId(uuid::Uuid::nil())).unwrap();
        assert_eq!(edit.label(&empty()), "Add 12 participants");
        assert_eq!(added(Vec::new(), || ParticipantId(uuid::Uuid::nil())), None);
    }

    #[test]
    fn what_is_too_much_is_refused_in_words() {
        let long = people(&format!("Anna\n{}", "x".repeat(1_000_000)), &empty()).unwrap();
        assert_eq!(long.participants.len(), 1);
        assert_eq!(long.left_out[0].sentence, "No name: the text has 1000000 characters; 200 fit.");
        let many: String = (0..PEOPLE_LIMIT + 2).map(|it| format!("Guest {it}\n")).collect();
        assert_eq!(people(&many, &empty()).unwrap().left_out.len(), 2);
        assert!(people(" \n\t\n", &empty()).is_err());
    }
}

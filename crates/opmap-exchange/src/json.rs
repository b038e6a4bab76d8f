//! A whole workshop as JSON, for other programs.
//!
//! The outermost object says what it is: `{"format": "opmap", "version": 1, "document": …}`. In `document`, every
//! kind of record is an object from identity to record, sorted by identity; choices are their keys, as in the file.
//! Rounds that are not revealed are left out: nothing reads JSON without showing it.

use std::borrow::Cow;

use opmap_model::{Document, Table, Violation};
use serde::{Deserialize, Serialize};

/// The version that is written, and the newest that is read.
pub const VERSION: u32 = 1;

const FORMAT: &str = "opmap";
/// The longest text that is read, in bytes: ten times a workshop of ten thousand steps.
const LENGTH_LIMIT: usize = 64 << 20;

/// Why a text was not read.
#[derive(Debug, thiserror::Error)]
pub enum JsonError {
    /// It is no workshop.
    #[error("This is not a workshop in JSON.")]
    NotOpmap,
    /// It was made by a newer program.
    #[error("This was made with a newer Opmap (JSON format {found}; this one reads up to {VERSION}).")]
    Newer {
        /// Its version.
        found: u32,
    },
    /// It holds more than a workshop can.
    #[error("This is larger than any workshop can be.")]
    TooLarge,
    /// Something in it cannot be read.
    #[error("Line {line} of the JSON cannot be read: {cause}.")]
    Fault {
        /// The line, counted from 1.
        line: usize,
        /// What is wrong there.
        cause: String,
    },
    /// It can be read, but does not keep the rules of a workshop.
    #[error("The JSON holds {count} things that no workshop can hold; the first: {first}.")]
    Rules {
        /// How many.
        count: usize,
        /// The first of them.
        first: Violation,
    },
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    version: u32,
    document: &'a Document,
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Deserialize)]
struct Body {
    document: Document,
}

/// The document as JSON, indented, with a line break at the end, without the rounds that are not revealed (S1): there are
/// [`Document::sealed_rounds`] of them. Equal documents give equal bytes.
#[must_use]
pub fn write(document: &Document) -> Vec<u8> {
    let document = match document.sealed_rounds() {
        0 => Cow::Borrowed(document),
        _ => Cow::Owned(document.clone().without_sealed_rounds()),
    };
    let written = Written { format: FORMAT, version: VERSION, document: &document };
    let bytes = serde_json::to_vec_pretty(&written);
    let mut bytes = bytes.expect("keys of a document are text, and every value of it has a form in JSON");
    bytes.push(b'\n');
    bytes
}

/// The document in a JSON text.
///
/// # Errors
/// [`JsonError`] when it is no workshop, from a newer version, too large, not in order, or against the rules.
pub fn read(text: &[u8]) -> Result<Document, JsonError> {
    if text.len() > LENGTH_LIMIT {
        return Err(JsonError::TooLarge);
    }
    let head: Head = serde_json::from_slice(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => JsonError::NotOpmap,
        _ => fault(&error),
    })?;
    if head.format != FORMAT {
        return Err(JsonError::NotOpmap);
    }
    if head.version > VERSION {
        return Err(JsonError::Newer { found: head.version });
    }
    let Body { document } = serde_json::from_slice(text).map_err(|error| fault(&error))?;
    if Table::ALL.iter().any(|it| document.count(*it) > Document::RECORD_LIMIT) {
        return Err(JsonError::TooLarge);
    }
    let violations = document.violations();
    match violations.first() {
        Some(first) => Err(JsonError::Rules { count: violations.len(), first: *first }),
        None => Ok(document),
    }
}

fn fault(error: &serde_json::Error) -> JsonError {
    // The place is said once, in front.
    let cause = error.to_string();
    let cause = cause.rsplit_once(" at line ").map_or(cause.as_str(), |(cause, _)| cause);
    JsonError::Fault { line: error.line(), cause: cause.to_owned() }
}

#[cfg(test)]
mod tests {
    use opmap_model::generate::{Dice, Options, document};
    use opmap_model::{Change, Document, Swap, Title, Workshop, Workstream, WorkstreamId, notation};
    use uuid::Uuid;

    use super::{JsonError, read, write};

    fn sample() -> String {
        let document = document(&Options { steps: 30, lanes: 4, stages: 5, seed: 1 });
        String::from_utf8(write(&document)).unwrap()
    }

    #[test]
    fn what_is_written_is_read_again() {
        for seed in 0..20 {
            let document = document(&Options { steps: 30, lanes: 4, stages: 5, seed });
            let bytes = write(&document);
            assert_eq!(read(&bytes).unwrap(), document.without_sealed_rounds());
            assert_eq!(write(&read(&bytes).unwrap()), bytes, "equal documents give equal bytes");
        }
    }

    #[test]
    fn what_it_is_stands_at_the_top() {
        let text = sample();
        assert!(
            text.starts_with("{\n  \"format\": \"opmap\",\n  \"version\": 1,\n  \"document\": {\n"),
            "{text:.80}"
        );
        assert!(text.ends_with("}\n"));
    }

    fn refusal(text: &str) -> String {
        read(text.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn what_is_no_workshop_is_refused_by_name() {
        let sample = sample();
        assert_eq!(refusal("[]"), "This is not a workshop in JSON.");
        assert_eq!(refusal("{\"format\": \"bpmn\", \"version\": 1}"), "This is not a workshop in JSON.");
        assert_eq!(
            refusal(&sample.replace("\"version\": 1", "\"version\": 8")),
            "This was made with a newer Opmap (JSON format 8; this one reads up to 1)."
        );
        assert_eq!(refusal(""), "Line 1 of the JSON cannot be read: EOF while parsing a value.");
        assert_eq!(
            refusal(&sample.replace("\"kind\": \"flow\"", "\"kind\": \"river\"")).split_once(": ").unwrap().1,
            "unknown variant `river`, expected one of `flow`, `rework`, `system`."
        );
        assert!(matches!(
            read("[".repeat(1_000_000).as_bytes()),
            Err(JsonError::NotOpmap | JsonError::Fault { .. })
        ));
        let too_long = " ".repeat(super::LENGTH_LIMIT + 1);
        assert!(matches!(read(too_long.as_bytes()), Err(JsonError::TooLarge)));
    }

    #[test]
    fn s1_what_is_not_revealed_is_not_written() {
        let text = "workshop \"W\"\nparticipant ann \"Ann\"\nround roles blind\nanswer ann 2\n";
        let written = |text: &str| {
            let mut dice = Dice::new(1);
            let document = notation::parse(text, &mut || dice.uuid()).unwrap();
            (document.sealed_rounds(), read(&write(&document)).unwrap().rounds().len())
        };
        assert_eq!(written(text), (1, 0));
        assert_eq!(written(&text.replace("blind", "blind revealed=yes")), (0, 1));
        assert_eq!(written(&text.replace("blind\nanswer ann 2", "hands\nhands 0/1/0/0/0")), (1, 0));
    }

    #[test]
    fn more_records_of_a_kind_than_a_workshop_can_hold_are_refused() {
        let with = |count: usize| {
            let mut document = Document::new(Workshop::new(Title::new("W").unwrap()));
            let workstream = Workstream::new(Title::new("Work").unwrap());
            let added = (1..=count).map(|it| {
                let id = WorkstreamId(Uuid::from_u128(u128::try_from(it).unwrap()));
                (id, Swap { before: None, after: Some(workstream.clone()) })
            });
            document.apply(&Change { workstreams: added.collect(), ..Change::default() }).unwrap();
            read(&write(&document))
        };
        assert!(with(Document::RECORD_LIMIT).is_ok());
        assert!(matches!(with(Document::RECORD_LIMIT + 1), Err(JsonError::TooLarge)));
    }

    #[test]
    fn what_breaks_the_rules_is_refused() {
        let document = document(&Options { steps: 2, lanes: 1, stages: 1, seed: 1 });
        let (from, _) = document.steps().first_key_value().unwrap();
        let (to, _) = document.steps().last_key_value().unwrap();
        let text = String::from_utf8(write(&document)).unwrap();
        let connected = format!("\"to\": \"{}\"", to.0);
        let onto_itself = text.replace(&connected, &format!("\"to\": \"{}\"", from.0));
        let onto_itself =
            onto_itself.replace(&format!("\"from\": \"{}\"", to.0), &format!("\"from\": \"{}\"", from.0));
        assert!(matches!(read(onto_itself.as_bytes()), Err(JsonError::Rules { .. })));
        // Without its last line break it is still whole.
        for cut in (0..text.trim_end().len()).step_by(7) {
            assert!(read(&text.as_bytes()[..cut]).is_err(), "cut off at {cut}");
        }
    }
}

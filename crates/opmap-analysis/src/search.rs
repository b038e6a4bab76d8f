//! Finding words in a workshop: in names, notes, labels, roles and channels of every map, and in the registers.

mod lines;

use std::collections::BTreeMap;

use opmap_model::{Document, MapKey, RecordId, folded};

pub use lines::Part;

/// The words of a workshop, made ready for searching.
///
/// What is kept for a text is used for as long as the text stays the same, so that a search after an edit folds only
/// what the edit has changed.
#[derive(Debug, Clone, Default)]
pub struct Haystack {
    /// In the order in which hits are told.
    lines: Vec<Line>,
}

/// One text of a record.
#[derive(Debug, Clone)]
struct Line {
    hit: Hit,
    folded: String,
}

/// A text that holds the words that were looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Whose text it is.
    pub record: RecordId,
    /// Which of its texts.
    pub part: Part,
    /// The map it lies in; none for what is shown on no map: a journey, a role, a decision.
    pub map: Option<MapKey>,
    /// The text.
    pub text: String,
}

impl Haystack {
    /// Takes in what `document` says now. Takes time in proportion to the document, most of it for texts that are new.
    pub fn take_in(&mut self, document: &Document) {
        let mut known = Known::new(std::mem::take(&mut self.lines));
        lines::each(document, &mut |record, part, map, text| {
            let line = match known.take((record, part)) {
                Some(line) if line.hit.text == text => Line { hit: Hit { map, ..line.hit }, ..line },
                _ => Line { hit: Hit { record, part, map, text: text.to_owned() }, folded: folded(text) },
            };
            self.lines.push(line);
        });
    }

    /// The texts that hold every word of `query`, each at any place in any order and regardless of case and accents;
    /// none when the query has no word. Those of the map `first` come first, then the others by journey and state,
    /// then the registers, from roles, channels, systems and personas over evidence to the logs; within a map stages,
    /// lanes, steps and connectors, each in reading order. A record may have several hits.
    #[must_use]
    pub fn find(&self, query: &str, first: Option<MapKey>) -> Vec<&Hit> {
        let query = folded(query);
        let words: Vec<&str> = query.split(' ').filter(|it| !it.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let holds = |line: &&Line| words.iter().all(|word| line.folded.contains(word));
        let hits = self.lines.iter().filter(holds).map(|it| &it.hit);
        let (here, elsewhere): (Vec<_>, Vec<_>) = hits.partition(|it| it.map.is_some() && it.map == first);
        here.into_iter().chain(elsewhere).collect()
    }
}

/// Whose text, and which.
type Key = (RecordId, Part);

/// The lines from before. As a rule they are asked for in the order in which they are; from the first that is not,
/// they are looked up.
struct Known {
    in_order: std::iter::Peekable<std::vec::IntoIter<Line>>,
    by_key: BTreeMap<Key, Line>,
}

impl Known {
    fn new(lines: Vec<Line>) -> Self {
        Self { in_order: lines.into_iter().peekable(), by_key: BTreeMap::new() }
    }

    fn take(&mut self, key: Key) -> Option<Line> {
        let key_of = |it: &Line| (it.hit.record, it.hit.part);
        if let Some(line) = self.in_order.next_if(|it| key_of(it) == key) {
            return Some(line);
        }
        self.by_key.extend(self.in_order.by_ref().map(|it| (key_of(&it), it)));
        self.by_key.remove(&key)
    }
}

#[cfg(test)]
mod tests;

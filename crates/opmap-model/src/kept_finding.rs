//! Findings that the workshop keeps: what the checks found, what measures and scores say, or what someone wrote, put in
//! words, in an order, with what they rest on.

mod sources;

pub use sources::{Source, Sources};

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::code::{Coded, next_number};
use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{
    Acceptance, Document, EvidenceId, KeptFindingId, Keyword, Rank, RecordId, Refusal, Shift, Table, Text,
    about, register, tables,
};

/// A finding that is kept.
///
/// Whether its sources still find it, what they say today, and whether it is accepted is no part of it: that is looked up
/// each time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFinding {
    /// Where it stands among the findings, the weightiest first.
    pub rank: Rank,
    /// The number of its code, kept for good: F3 is F3 whatever else is deleted.
    pub number: u32,
    /// What it says: in its own words, or what its source said when it was kept.
    pub title: Text,
    /// Whether these are its own words, which stay whatever its sources say.
    pub reworded: bool,
    /// How much it matters.
    pub severity: Severity,
    /// What found it; empty where it was written by hand.
    pub sources: Sources,
    /// The records that it is about.
    pub about: BTreeSet<RecordId>,
    /// The shifts that it is about.
    pub shifts: BTreeSet<Shift>,
    /// What it rests on.
    pub evidence: BTreeSet<EvidenceId>,
    /// What else is to be said.
    pub note: Option<Text>,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Must be settled before the report is worth reading.
    Error,
    /// Worth a word in the room.
    Warning,
    /// Good to know.
    Note,
}

/// One part of a finding that is kept, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeptFindingField {
    /// Its own words.
    Title(Text),
    /// Whether it has words of its own; without them it says what its sources say.
    Reworded(bool),
    /// How much it matters.
    Severity(Severity),
    /// Whether it is about a record.
    About(RecordId, bool),
    /// Whether it is about a shift.
    Shift(Shift, bool),
    /// Whether it rests on a piece of evidence.
    Evidence(EvidenceId, bool),
    /// Its note.
    Note(Option<Text>),
}

impl KeptFinding {
    /// A finding in words of its own, of which nothing else is known.
    #[must_use]
    pub fn new(title: Text) -> Self {
        Self {
            rank: Rank::default(),
            number: 0,
            title,
            reworded: true,
            severity: Severity::Warning,
            sources: Sources::default(),
            about: BTreeSet::new(),
            shifts: BTreeSet::new(),
            evidence: BTreeSet::new(),
            note: None,
        }
    }

    /// Its code: `F3`.
    #[must_use]
    pub fn code(&self) -> String {
        format!("{}{}", Self::LETTER, self.number)
    }

    /// All that it is about: the shifts, as their assessments, then the records.
    pub fn links(&self) -> impl Iterator<Item = RecordId> + '_ {
        about::links(&self.about, &self.shifts)
    }

    /// Whether a finding can be about records of that kind.
    #[must_use]
    pub fn can_be_about(table: Table) -> bool {
        Table::KeptFinding.refers_to("about", table)
    }
}

impl Document {
    /// The findings about a record, in their order. Of an assessment they are those about its shift.
    #[must_use]
    pub fn findings_about(&self, record: RecordId) -> Vec<(KeptFindingId, &KeptFinding)> {
        let mut found = self.findings_in_order();
        found.retain(|(_, it)| about::holds(&it.about, &it.shifts, record));
        found
    }

    /// The findings that rest on a piece of evidence, in their order.
    #[must_use]
    pub fn findings_on(&self, evidence: EvidenceId) -> Vec<(KeptFindingId, &KeptFinding)> {
        let mut found = self.findings_in_order();
        found.retain(|(_, it)| it.evidence.contains(&evidence));
        found
    }
}

impl Ranked for KeptFinding {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Coded for KeptFinding {
    const LETTER: char = 'F';

    fn number(&self) -> u32 {
        self.number
    }
}

impl Keyword for Severity {
    const ALL: &'static [Self] = &[Self::Error, Self::Warning, Self::Note];

    fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Error => "Error",
            Self::Warning => "Warning",
            Self::Note => "Note",
        }
    }
}

impl Severity {
    /// The word for it within a sentence.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.key()
    }
}

impl KeptFindingField {
    /// Whether it is about a record; for an assessment, about its shift.
    #[must_use]
    pub fn link(record: RecordId, is_about: bool) -> Self {
        match record.shift() {
            Some(shift) => Self::Shift(shift, is_about),
            None => Self::About(record, is_about),
        }
    }

    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Reword",
            Self::Reworded(_) => "Set whose words are those of",
            Self::Severity(_) => "Set the severity of",
            Self::About(_, true) | Self::Shift(_, true) | Self::Evidence(_, true) => "Add a link to",
            Self::About(_, false) | Self::Shift(_, false) | Self::Evidence(_, false) => "Take a link from",
            Self::Note(_) => "Set the note of",
        }
    }
}

/// Adds a finding under the next number.
pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: KeptFindingId,
    finding: &KeptFinding,
    before: Option<KeptFindingId>,
) -> Result<(), Refusal> {
    finding.about.iter().try_for_each(|it| check_about(draft, *it))?;
    for source in finding.sources.iter() {
        source.check(draft)?;
    }
    for evidence in &finding.evidence {
        draft.get(*evidence)?;
    }
    let numbered = KeptFinding { number: next_number::<KeptFinding>(draft), ..finding.clone() };
    register::add(draft, id, &numbered, before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: KeptFindingId, field: &KeptFindingField) -> Result<(), Refusal> {
    match field {
        KeptFindingField::About(record, true) => check_about(draft, *record)?,
        KeptFindingField::Evidence(evidence, true) => {
            draft.get(*evidence)?;
        }
        _ => {}
    }
    draft.update(id, |finding| match field.clone() {
        KeptFindingField::Title(it) => {
            finding.title = it;
            finding.reworded = true;
        }
        KeptFindingField::Reworded(it) => finding.reworded = it,
        KeptFindingField::Severity(it) => finding.severity = it,
        KeptFindingField::About(it, true) => drop(finding.about.insert(it)),
        KeptFindingField::About(it, false) => drop(finding.about.remove(&it)),
        KeptFindingField::Shift(it, true) => drop(finding.shifts.insert(it)),
        KeptFindingField::Shift(it, false) => drop(finding.shifts.remove(&it)),
        KeptFindingField::Evidence(it, true) => drop(finding.evidence.insert(it)),
        KeptFindingField::Evidence(it, false) => drop(finding.evidence.remove(&it)),
        KeptFindingField::Note(it) => finding.note = it,
    })
}

/// Makes one finding out of several: what they rest on, are about and were found by is united, what the others say goes
/// into the note, and what names them names the one that is left. It weighs as much as the weightiest.
pub(crate) fn merge(
    draft: &mut Draft<'_>,
    from: &[KeptFindingId],
    into: KeptFindingId,
) -> Result<(), Refusal> {
    for id in from.iter().copied().filter(|it| *it != into) {
        let other = draft.get(id)?.clone();
        let mut united = draft.get(into)?.clone();
        let said = [united.note.as_ref(), Some(&other.title), other.note.as_ref()].into_iter().flatten();
        let said = said.map(Text::as_str).collect::<Vec<_>>().join("\n");
        united.note = Some(Text::new(&said).map_err(|_| Refusal::NoteTooLong)?);
        united.severity = united.severity.min(other.severity);
        united.sources.extend(other.sources);
        united.about.extend(other.about);
        united.shifts.extend(other.shifts);
        united.evidence.extend(other.evidence);
        draft.update(into, |it| *it = united)?;
        // That one of them is accepted says nothing of the other.
        let of_other = |it: &Acceptance| it.about == RecordId::KeptFinding(id);
        let accepted = draft.iter::<Acceptance>().filter(|(_, it)| of_other(it));
        let accepted: Vec<RecordId> = accepted.map(|(id, _)| RecordId::Acceptance(id)).collect();
        tables::remove_cascading(draft, &accepted)?;
        tables::redirect(draft, id, into)?;
        register::remove(draft, id)?;
    }
    Ok(())
}

/// Whether a record is there, and of a kind that findings speak of.
fn check_about(draft: &Draft<'_>, record: RecordId) -> Result<(), Refusal> {
    draft.check_there(record)?;
    if KeptFinding::can_be_about(record.table()) { Ok(()) } else { Err(Refusal::Unsound) }
}

//! Evidence: what a claim about the service rests on, and how well it is known (M4).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::code::{Coded, next_number};
use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{
    Document, EvidenceGrade, EvidenceId, Keyword, Rank, RecordId, Refusal, Shift, Table, Text, Title, about,
    register,
};

/// Something that was said, measured, seen or written, with what it is about.
///
/// What speaks of a shift names it by `shifts`, not by its assessment: that is there only once something is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Where it stands among the evidence.
    pub rank: Rank,
    /// The number of its code, kept for good: what is written on paper as E4 is E4 whatever else is deleted.
    pub number: u32,
    /// What sort of evidence it is.
    pub kind: EvidenceKind,
    /// What it says.
    pub text: Text,
    /// Who said it, where it was measured or seen, or which document it is.
    pub source: Option<Title>,
    /// Where in the document.
    pub page: Option<Title>,
    /// When it was said, measured, seen or written.
    pub date: Option<NaiveDate>,
    /// How well it is known.
    pub grade: Option<EvidenceGrade>,
    /// Whether it stays out of the report.
    pub internal: bool,
    /// The records that it is about.
    pub about: BTreeSet<RecordId>,
    /// The shifts that it is about.
    pub shifts: BTreeSet<Shift>,
}

/// What sort of evidence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// Words of a customer or of someone who serves.
    Quote,
    /// A figure.
    Data,
    /// What someone saw who looked.
    Observation,
    /// What is written somewhere.
    Document,
}

/// One part of a piece of evidence, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EvidenceField {
    /// Its sort.
    Kind(EvidenceKind),
    /// What it says.
    Text(Text),
    /// Where it is from.
    Source(Option<Title>),
    /// Where in the document.
    Page(Option<Title>),
    /// Its day.
    Date(Option<NaiveDate>),
    /// How well it is known.
    Grade(Option<EvidenceGrade>),
    /// Whether it stays out of the report.
    Internal(bool),
    /// Whether it is about a record.
    About(RecordId, bool),
    /// Whether it is about a shift.
    Shift(Shift, bool),
}

impl Evidence {
    /// Evidence that is shown in the report, and of which nothing else is known.
    #[must_use]
    pub fn new(kind: EvidenceKind, text: Text) -> Self {
        Self {
            rank: Rank::default(),
            number: 0,
            kind,
            text,
            source: None,
            page: None,
            date: None,
            grade: None,
            internal: false,
            about: BTreeSet::new(),
            shifts: BTreeSet::new(),
        }
    }

    /// Its code: `E4`.
    #[must_use]
    pub fn code(&self) -> String {
        format!("{}{}", Self::LETTER, self.number)
    }

    /// Whether it is good enough for a high score: measured, or seen by someone who looked (M4).
    #[must_use]
    pub fn is_sound(&self) -> bool {
        matches!(self.grade, Some(EvidenceGrade::Data | EvidenceGrade::Observed))
    }

    /// All that it is about: the shifts, as their assessments, then the records.
    pub fn links(&self) -> impl Iterator<Item = RecordId> + '_ {
        about::links(&self.about, &self.shifts)
    }

    /// Whether evidence can be about records of that kind.
    #[must_use]
    pub fn can_be_about(table: Table) -> bool {
        Table::Evidence.refers_to("about", table)
    }
}

impl Document {
    /// The evidence about a record, in its order. Of an assessment it is the evidence about its shift.
    #[must_use]
    pub fn evidence_about(&self, record: RecordId) -> Vec<(EvidenceId, &Evidence)> {
        let mut found = self.evidence_in_order();
        found.retain(|(_, it)| about::holds(&it.about, &it.shifts, record));
        found
    }

    /// The evidence about a shift, in its order.
    #[must_use]
    pub fn evidence_of_shift(&self, shift: Shift) -> Vec<(EvidenceId, &Evidence)> {
        self.evidence_about(RecordId::Assessment(shift.assessment_id()))
    }
}

impl Ranked for Evidence {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Coded for Evidence {
    const LETTER: char = 'E';

    fn number(&self) -> u32 {
        self.number
    }
}

impl Keyword for EvidenceKind {
    const ALL: &'static [Self] = &[Self::Quote, Self::Data, Self::Observation, Self::Document];

    fn key(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Data => "data",
            Self::Observation => "observation",
            Self::Document => "document",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Quote => "Quote",
            Self::Data => "Data",
            Self::Observation => "Observation",
            Self::Document => "Document",
        }
    }
}

impl EvidenceField {
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
            Self::Kind(_) => "Set the kind of",
            Self::Text(_) => "Reword",
            Self::Source(_) => "Set the source of",
            Self::Page(_) => "Set the page of",
            Self::Date(_) => "Set the date of",
            Self::Grade(_) => "Set the grade of",
            Self::Internal(_) => "Set who sees",
            Self::About(_, true) | Self::Shift(_, true) => "Add a link to",
            Self::About(_, false) | Self::Shift(_, false) => "Take a link from",
        }
    }
}

/// Adds evidence under the next number.
pub(crate) fn add(
    draft: &mut Draft<'_>,
    id: EvidenceId,
    evidence: &Evidence,
    before: Option<EvidenceId>,
) -> Result<(), Refusal> {
    evidence.about.iter().try_for_each(|it| check_about(draft, *it))?;
    let numbered = Evidence { number: next_number::<Evidence>(draft), ..evidence.clone() };
    register::add(draft, id, &numbered, before)
}

pub(crate) fn set(draft: &mut Draft<'_>, id: EvidenceId, field: &EvidenceField) -> Result<(), Refusal> {
    if let EvidenceField::About(record, true) = field {
        check_about(draft, *record)?;
    }
    draft.update(id, |evidence| match field.clone() {
        EvidenceField::Kind(it) => evidence.kind = it,
        EvidenceField::Text(it) => evidence.text = it,
        EvidenceField::Source(it) => evidence.source = it,
        EvidenceField::Page(it) => evidence.page = it,
        EvidenceField::Date(it) => evidence.date = it,
        EvidenceField::Grade(it) => evidence.grade = it,
        EvidenceField::Internal(it) => evidence.internal = it,
        EvidenceField::About(it, true) => drop(evidence.about.insert(it)),
        EvidenceField::About(it, false) => drop(evidence.about.remove(&it)),
        EvidenceField::Shift(it, true) => drop(evidence.shifts.insert(it)),
        EvidenceField::Shift(it, false) => drop(evidence.shifts.remove(&it)),
    })
}

/// Whether a record is there, and of a kind that evidence speaks of.
fn check_about(draft: &Draft<'_>, record: RecordId) -> Result<(), Refusal> {
    draft.check_there(record)?;
    if Evidence::can_be_about(record.table()) { Ok(()) } else { Err(Refusal::Unsound) }
}

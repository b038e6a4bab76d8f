//! A part of a workshop as a workshop of its own: what is copied.

use std::collections::BTreeSet;

use crate::tables::{refer_anew, referred};
use crate::{
    Document, Journey, JourneyId, LaneId, MapKey, OnRemoval, Record, RecordId, Reference, StageId, StepId,
    Table, Workshop,
};

/// What is copied out of a workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Some steps, with the connectors between them.
    Steps(BTreeSet<StepId>),
    /// A stage with its steps and the connectors between them.
    Stage(StageId),
    /// A lane with its steps and the connectors between them.
    Lane(LaneId),
    /// A journey with all of its maps.
    Journey(JourneyId),
}

/// Whether a kind exists once for the whole workshop: it goes away with nothing else. Such records go along when
/// something copied names them, and where they arrive they are found again. What belongs to elements of maps, as a
/// decision does, is none.
fn is_register(table: Table) -> bool {
    let goes_with = |it: &Reference| {
        it.from == table
            && match it.on_removal {
                OnRemoval::Cascade | OnRemoval::Follow => true,
                OnRemoval::Leave => it.to != table && !is_register(it.to),
                OnRemoval::Clear => false,
            }
    };
    table != Table::Journey && !Table::REFERENCES.iter().any(goes_with)
}

/// Whether a kind only speaks of others. It goes along with any of them, without what it says of the rest, and brings
/// nothing along itself.
fn speaks_of_others(table: Table) -> bool {
    table == Table::Evidence
}

/// Whether a kind is what one workshop has come to: it goes along with nothing.
fn stays(table: Table) -> bool {
    table == Table::KeptFinding
}

impl Document {
    /// A workshop that holds only `part` and what it stands in: the stages and lanes of its steps and those between
    /// them, so that distances are kept, their journey, and the roles that it names. Its charter is a title alone.
    ///
    /// A record goes along when everything that it goes away with is in the part, and a decision when all that it belongs
    /// to is: half of its places would be another decision; evidence when one thing that it is about is; findings never do. References to what does not go along
    /// are *not set*. Of what is not there nothing is copied.
    #[must_use]
    pub fn excerpt(&self, part: &Part) -> Document {
        let whole = self.whole(part);
        let mut kept = self.with_what_belongs_to(whole.clone());
        kept.extend(self.around(&kept));
        let mut excerpt = self.only(&self.with_what_is_named(kept));
        for (id, journey) in &mut excerpt.journeys {
            if !whole.contains(&RecordId::Journey(*id)) {
                *journey = Journey { rank: journey.rank, ..Journey::new(journey.title.clone()) };
            }
        }
        excerpt.without_idle_registers()
    }

    /// Without what is meant only for those who hold the workshop: internal notes, cards and evidence.
    #[must_use]
    pub fn without_internal(mut self) -> Document {
        for step in self.steps.values_mut() {
            step.internal_note = None;
        }
        self.cards.retain(|_, card| !card.internal);
        self.evidence.retain(|_, evidence| !evidence.internal);
        self
    }

    /// Without the rounds that are not revealed, of which nobody may read what was answered (S1).
    #[must_use]
    pub fn without_sealed_rounds(mut self) -> Document {
        self.rounds.retain(|_, round| round.revealed);
        self
    }

    /// How many rounds are not revealed.
    #[must_use]
    pub fn sealed_rounds(&self) -> usize {
        self.rounds.values().filter(|it| !it.revealed).count()
    }

    /// Without the notes on records, those for the report included.
    #[must_use]
    pub fn without_notes(mut self) -> Document {
        self.it_systems.values_mut().for_each(|it| it.note = None);
        self.personas.values_mut().for_each(|it| it.note = None);
        self.activities.values_mut().for_each(|it| it.note = None);
        self.steps.values_mut().for_each(|it| (it.note, it.internal_note) = (None, None));
        self.decisions.values_mut().for_each(|it| it.note = None);
        self.assessments.values_mut().for_each(|it| it.note = None);
        self.health_questions.values_mut().for_each(|it| it.note = None);
        self.findings.values_mut().for_each(|it| it.note = None);
        self.recommendations.values_mut().for_each(|it| it.note = None);
        self
    }

    /// How many records there are.
    #[must_use]
    pub fn record_count(&self) -> usize {
        let mut count = 0;
        self.for_each_record(|_| count += 1);
        count
    }

    fn whole(&self, part: &Part) -> BTreeSet<RecordId> {
        let steps = |keep: &dyn Fn(&crate::Step) -> bool| -> Vec<RecordId> {
            self.steps.iter().filter(|(_, it)| keep(it)).map(|(id, _)| RecordId::Step(*id)).collect()
        };
        let mut whole: Vec<RecordId> = match part {
            Part::Steps(ids) => ids.iter().map(|id| RecordId::Step(*id)).collect(),
            Part::Stage(id) => {
                steps(&|it| it.stage == *id).into_iter().chain([RecordId::Stage(*id)]).collect()
            }
            Part::Lane(id) => steps(&|it| it.lane == *id).into_iter().chain([RecordId::Lane(*id)]).collect(),
            Part::Journey(id) => vec![RecordId::Journey(*id)],
        };
        whole.retain(|id| self.has(*id));
        whole.into_iter().collect()
    }

    /// The stages between the first and the last in which a step is kept, and the lanes likewise.
    fn around(&self, kept: &BTreeSet<RecordId>) -> Vec<RecordId> {
        let steps: Vec<_> = kept
            .iter()
            .filter_map(|id| match id {
                RecordId::Step(id) => self.get(*id),
                _ => None,
            })
            .collect();
        let maps: BTreeSet<MapKey> =
            steps.iter().filter_map(|it| self.get(it.stage)).map(crate::Stage::map).collect();
        let mut found = Vec::new();
        for map in maps {
            let view = self.map_view(map);
            let stages: Vec<StageId> = view.stages.iter().map(|(id, _)| *id).collect();
            let lanes: Vec<LaneId> = view.lanes.iter().map(|(id, _)| *id).collect();
            found.extend(span(&stages, |id| steps.iter().any(|it| it.stage == id)).map(RecordId::Stage));
            found.extend(span(&lanes, |id| steps.iter().any(|it| it.lane == id)).map(RecordId::Lane));
        }
        found
    }
}

/// From the first to the last of `ids` that are `used`.
fn span<I: Copy>(ids: &[I], used: impl Fn(I) -> bool) -> impl Iterator<Item = I> {
    let first = ids.iter().position(|id| used(*id)).unwrap_or(ids.len());
    let last = ids.iter().rposition(|id| used(*id)).map_or(first, |it| it + 1);
    ids[first..last].iter().copied()
}

macro_rules! excerpt {
    ($($table:ident $label:literal: $Id:ident => $Record:ident {
        $($field:ident: $on:ident($Target:ident in $to:ident)),*
    })*) => {
        impl Document {
            fn has(&self, id: RecordId) -> bool {
                match id {
                    $(RecordId::$Record(id) => self.$table.contains_key(&id),)*
                }
            }

            fn for_each_record(&self, mut look: impl FnMut(RecordId)) {
                $(for id in self.$table.keys() {
                    look(crate::$Record::record_id(*id));
                })*
            }

            /// With every record that would go away with these and with nothing else.
            fn with_what_belongs_to(&self, mut kept: BTreeSet<RecordId>) -> BTreeSet<RecordId> {
                $(for (id, _record) in &self.$table {
                    // Of a register a record is named, it does not go along of itself.
                    let owners: &[Option<bool>] =
                        &[$(excerpt!(@owner $on kept, $Record, $Target, _record.$field)),*];
                    let whole = speaks_of_others(Table::$Record) || !owners.contains(&Some(false));
                    if owners.contains(&Some(true)) && whole && !stays(Table::$Record) {
                        kept.insert(RecordId::$Record(*id));
                    }
                })*
                kept
            }

            /// With what these cannot be without, and the records of registers that they name.
            fn with_what_is_named(&self, mut kept: BTreeSet<RecordId>) -> BTreeSet<RecordId> {
                // References point to kinds that stand earlier, so the last kind comes first.
                let mut passes: Vec<fn(&Document, &mut BTreeSet<RecordId>)> = vec![$(
                    |_document, _kept| {
                        for (id, _record) in &_document.$table {
                            if _kept.contains(&RecordId::$Record(*id)) {
                                $(excerpt!(@needs $on _kept, $Record, $Target, _record.$field);)*
                            }
                        }
                    }
                ),*];
                while let Some(pass) = passes.pop() {
                    pass(self, &mut kept);
                }
                kept
            }

            /// Only these, with the references to others *not set*.
            fn only(&self, kept: &BTreeSet<RecordId>) -> Document {
                let mut only = Document::new(Workshop::new(self.workshop.title.clone()));
                $(for (id, record) in &self.$table {
                    if kept.contains(&RecordId::$Record(*id)) {
                        #[allow(unused_mut)]
                        let mut record = record.clone();
                        $(excerpt!(@forget $on kept, $Target, record.$field);)*
                        only.$table.insert(*id, record);
                    }
                })*
                only
            }

            /// Without the records of registers that nothing names.
            pub(crate) fn without_idle_registers(self) -> Document {
                let mut named = BTreeSet::new();
                self.for_each_record(|id| {
                    if !is_register(id.table()) {
                        named.insert(id);
                    }
                });
                self.only(&self.with_what_is_named(named))
            }
        }
    };
    (@owner Cascade $kept:ident, $Record:ident, $Target:ident, $field:expr) => {
        (!is_register(Table::$Target)).then(|| $kept.contains(&RecordId::$Target($field)))
    };
    (@owner Follow $kept:ident, $Record:ident, $Target:ident, $field:expr) => {
        matches!($field, RecordId::$Target(_)).then(|| !is_register(Table::$Target) && $kept.contains(&$field))
    };
    (@needs Follow $kept:ident, $Record:ident, $Target:ident, $field:expr) => {
        $kept.insert($field);
    };
    (@forget Follow $kept:ident, $Target:ident, $field:expr) => {};
    (@owner Clear $kept:ident, $Record:ident, $Target:ident, $field:expr) => { None };
    (@needs Cascade $kept:ident, $Record:ident, $Target:ident, $field:expr) => {
        $kept.insert(RecordId::$Target($field));
    };
    (@needs Clear $kept:ident, $Record:ident, $Target:ident, $field:expr) => {
        if is_register(Table::$Target) && !is_register(Table::$Record) {
            $kept.extend($field.map(RecordId::$Target));
        }
    };
    (@owner Leave $kept:ident, $Record:ident, $Target:ident, $field:expr) => {{
        let mut places = referred::<crate::$Target>(&$field).map(RecordId::$Target).peekable();
        (!is_register(Table::$Target) && places.peek().is_some()).then(|| match speaks_of_others(Table::$Record) {
            true => places.any(|it| $kept.contains(&it)),
            false => places.all(|it| $kept.contains(&it)),
        })
    }};
    (@needs Leave $kept:ident, $Record:ident, $Target:ident, $field:expr) => {
        if is_register(Table::$Target) && !is_register(Table::$Record) && !speaks_of_others(Table::$Record) && !stays(Table::$Record) {
            $kept.extend(referred::<crate::$Target>(&$field).map(RecordId::$Target));
        }
    };
    (@forget Leave $kept:ident, $Target:ident, $field:expr) => {
        refer_anew::<crate::$Target>(&mut $field, |id| $kept.contains(&RecordId::$Target(id)).then_some(id));
    };
    (@forget Cascade $kept:ident, $Target:ident, $field:expr) => {};
    (@forget Clear $kept:ident, $Target:ident, $field:expr) => {
        $field = $field.filter(|id| $kept.contains(&RecordId::$Target(*id)));
    };
}

crate::tables!(excerpt);

//! The one list of record kinds. Everything that must treat every kind alike is made from it: identities,
//! [`Document`] and [`Change`] with their fields, cascades, the check for dangling
//! references, and, in the store, the rows.

mod references;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::{
    Acceptance, Activity, Assessment, Card, Channel, Choice, Concern, Connector, CustomerGroup, Decision,
    Disruption, EarlierWorkshop, Evidence, Forum, HealthQuestion, ItSystem, Journey, KeptFinding, Lane, Logo,
    Milestone, Participant, Persona, Recommendation, Refusal, Role, Round, Stage, Step, Swap, Violation,
    Workshop, Workstream, report_settings,
};

pub(crate) use references::{References, refer_anew, referred};

/// Hands the list of record kinds to the macro `$then`.
///
/// A line is `table "label": Id => Record { field: OnRemoval(Kind in table), … }`. A kind stands after the
/// kinds that it refers to, so that one pass in this order carries out a cascade. A field that refers to several kinds
/// stands once for each.
#[macro_export]
macro_rules! tables {
    ($then:ident) => {
        $then! {
            roles "role": RoleId => Role { reports_to: Clear(Role in roles) }
            channels "channel": ChannelId => Channel {}
            it_systems "system": ItSystemId => ItSystem {}
            personas "persona": PersonaId => Persona {}
            journeys "journey": JourneyId => Journey {
                owner: Clear(Role in roles), persona: Clear(Persona in personas)
            }
            stages "stage": StageId => Stage { journey: Cascade(Journey in journeys) }
            activities "activity": ActivityId => Activity { letters: Leave(Role in roles) }
            lanes "lane": LaneId => Lane {
                journey: Cascade(Journey in journeys), role: Clear(Role in roles), letters: Leave(Role in roles)
            }
            steps "step": StepId => Step {
                stage: Cascade(Stage in stages), lane: Cascade(Lane in lanes), channel: Clear(Channel in channels),
                other_channels: Leave(Channel in channels), systems: Leave(ItSystem in it_systems),
                personas: Leave(Persona in personas), letters: Leave(Role in roles)
            }
            connectors "connector": ConnectorId => Connector {
                from: Cascade(Step in steps), to: Cascade(Step in steps), owner: Clear(Role in roles)
            }
            decisions "decision": DecisionId => Decision {
                stages: Leave(Stage in stages), steps: Leave(Step in steps), rights: Leave(Role in roles),
                bands: Leave(Role in roles), escalate_to: Clear(Role in roles)
            }
            disruptions "severity": DisruptionId => Disruption {}
            customer_groups "customer group": CustomerGroupId => CustomerGroup {
                responses: Leave(Disruption in disruptions), responses: Leave(Role in roles)
            }
            cards "card": CardId => Card { step: Cascade(Step in steps) }
            participants "participant": ParticipantId => Participant {}
            assessments "shift": AssessmentId => Assessment {}
            rounds "round": RoundId => Round { answers: Leave(Participant in participants) }
            health_questions "question": HealthQuestionId => HealthQuestion {}
            evidence "piece of evidence": EvidenceId => Evidence {
                about: Leave(Role in roles), about: Leave(Channel in channels), about: Leave(ItSystem in it_systems),
                about: Leave(Persona in personas), about: Leave(Journey in journeys), about: Leave(Stage in stages),
                about: Leave(Activity in activities), about: Leave(Lane in lanes), about: Leave(Step in steps),
                about: Leave(Connector in connectors), about: Leave(Decision in decisions),
                about: Leave(Disruption in disruptions), about: Leave(CustomerGroup in customer_groups)
            }
            findings "finding": KeptFindingId => KeptFinding {
                about: Leave(Role in roles), about: Leave(Channel in channels), about: Leave(ItSystem in it_systems),
                about: Leave(Persona in personas), about: Leave(Journey in journeys), about: Leave(Stage in stages),
                about: Leave(Activity in activities), about: Leave(Lane in lanes), about: Leave(Step in steps),
                about: Leave(Connector in connectors), about: Leave(Decision in decisions),
                about: Leave(Disruption in disruptions), about: Leave(CustomerGroup in customer_groups),
                sources: Leave(Role in roles), sources: Leave(Journey in journeys), sources: Leave(Stage in stages),
                sources: Leave(Activity in activities), sources: Leave(Lane in lanes), sources: Leave(Step in steps),
                sources: Leave(Connector in connectors), sources: Leave(Decision in decisions),
                sources: Leave(Disruption in disruptions), sources: Leave(CustomerGroup in customer_groups),
                sources: Leave(Assessment in assessments), evidence: Leave(Evidence in evidence)
            }
            workstreams "workstream": WorkstreamId => Workstream {}
            recommendations "recommendation": RecommendationId => Recommendation {
                owner: Clear(Role in roles), workstream: Clear(Workstream in workstreams),
                depends_on: Leave(Recommendation in recommendations),
                addresses: Leave(KeptFinding in findings)
            }
            milestones "milestone": MilestoneId => Milestone {}
            earlier_workshops "earlier workshop": EarlierWorkshopId => EarlierWorkshop {
                actions: Leave(Recommendation in recommendations)
            }
            choices "choice": ChoiceId => Choice { decided_by: Clear(Role in roles) }
            concerns "concern": ConcernId => Concern { owner: Clear(Role in roles) }
            logos "logo": LogoId => Logo {}
            forums "forum": ForumId => Forum { owner: Clear(Role in roles), attendees: Leave(Role in roles) }
            acceptances "acceptance": AcceptanceId => Acceptance {
                about: Follow(Role in roles), about: Follow(Journey in journeys), about: Follow(Stage in stages),
                about: Follow(Activity in activities), about: Follow(Lane in lanes), about: Follow(Step in steps),
                about: Follow(Connector in connectors), about: Follow(Decision in decisions),
                about: Follow(Disruption in disruptions), about: Follow(CustomerGroup in customer_groups),
                about: Follow(Assessment in assessments), about: Follow(KeptFinding in findings),
                about: Follow(Recommendation in recommendations)
            }
        }
    };
}

/// What happens to a record when a record that it refers to is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnRemoval {
    /// It goes too.
    Cascade,
    /// It goes too. The field refers to a record of one of several kinds, and stands in the list once for each.
    Follow,
    /// Its reference becomes *not set*.
    Clear,
    /// It is taken out of the set, or of what else holds several references.
    Leave,
}

/// A field of one kind that refers to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The kind that holds the field.
    pub from: Table,
    /// The name of the field.
    pub field: &'static str,
    /// The kind that it refers to.
    pub to: Table,
    /// What happens when the record referred to is removed.
    pub on_removal: OnRemoval,
}

/// A kind of record, seen from its type.
pub trait Record: Clone + PartialEq + 'static {
    /// Its identity.
    type Id: RecordKey<Record = Self>;
    /// Which kind it is.
    const TABLE: Table;
    /// Its records in a document.
    fn table(document: &Document) -> &BTreeMap<Self::Id, Self>;
    /// What a change does to its records.
    fn swaps(change: &Change) -> &BTreeMap<Self::Id, Swap<Self>>;
    /// The same, to be filled.
    fn swaps_mut(change: &mut Change) -> &mut BTreeMap<Self::Id, Swap<Self>>;
    /// The identity together with its kind.
    fn record_id(id: Self::Id) -> RecordId;
}

/// The identity of a kind of record, seen from its type.
pub trait RecordKey: Copy + Ord + std::fmt::Debug + From<uuid::Uuid> + 'static {
    /// What it identifies.
    type Record: Record<Id = Self>;
    /// The bare identity.
    fn uuid(self) -> uuid::Uuid;
}

macro_rules! define {
    ($($table:ident $label:literal: $Id:ident => $Record:ident {
        $($field:ident: $on:ident($Target:ident in $to:ident)),*
    })*) => {
        $(
            #[doc = concat!("Identity of a ", $label, ".")]
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
            #[serde(transparent)]
            pub struct $Id(pub uuid::Uuid);

            impl Ord for $Id {
                fn cmp(&self, other: &Self) -> Ordering {
                    // Bytes as two numbers: where there is no instruction to compare bytes, as in WebAssembly, most of
                    // what a look into a table costs.
                    self.0.as_u64_pair().cmp(&other.0.as_u64_pair())
                }
            }

            impl PartialOrd for $Id {
                fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                    Some(self.cmp(other))
                }
            }

            impl From<uuid::Uuid> for $Id {
                fn from(uuid: uuid::Uuid) -> Self {
                    Self(uuid)
                }
            }

            impl RecordKey for $Id {
                type Record = $Record;

                fn uuid(self) -> uuid::Uuid {
                    self.0
                }
            }

            impl Record for $Record {
                type Id = $Id;
                const TABLE: Table = Table::$Record;

                fn table(document: &Document) -> &BTreeMap<$Id, $Record> {
                    &document.$table
                }

                fn swaps(change: &Change) -> &BTreeMap<$Id, Swap<$Record>> {
                    &change.$table
                }

                fn swaps_mut(change: &mut Change) -> &mut BTreeMap<$Id, Swap<$Record>> {
                    &mut change.$table
                }

                fn record_id(id: $Id) -> RecordId {
                    RecordId::$Record(id)
                }
            }
        )*

        /// A kind of record.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        #[serde(rename_all = "kebab-case")]
        pub enum Table {
            $(#[doc = concat!("Kind of a ", $label, ".")] $Record,)*
        }

        impl Table {
            /// Every kind; a kind stands after those that it refers to.
            pub const ALL: &[Table] = &[$(Table::$Record),*];
            /// Every field that refers to another record.
            pub const REFERENCES: &[Reference] = &[$($(
                Reference {
                    from: Table::$Record,
                    field: stringify!($field),
                    to: Table::$Target,
                    on_removal: OnRemoval::$on,
                },
            )*)*];

            /// Whether a field of this kind refers to records of another.
            #[must_use]
            pub fn refers_to(self, field: &str, to: Table) -> bool {
                Table::REFERENCES.iter().any(|it| it.from == self && it.field == field && it.to == to)
            }

            /// Its name in the plural, also the name of its table in the file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Table::$Record => stringify!($table),)*
                }
            }

            /// What people call one of its records.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self {
                    $(Table::$Record => $label,)*
                }
            }
        }

        /// The identity of a record together with its kind.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        #[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
        pub enum RecordId {
            $(#[doc = concat!("A ", $label, ".")] $Record($Id),)*
        }

        impl RecordId {
            /// Its kind.
            #[must_use]
            pub fn table(self) -> Table {
                match self {
                    $(RecordId::$Record(_) => Table::$Record,)*
                }
            }

            /// The bare identity.
            #[must_use]
            pub fn uuid(self) -> uuid::Uuid {
                match self {
                    $(RecordId::$Record(id) => id.0,)*
                }
            }

            /// The identity, if it is one of that kind.
            #[must_use]
            pub fn key<I: RecordKey>(self) -> Option<I> {
                (self.table() == I::Record::TABLE).then(|| I::from(self.uuid()))
            }
        }

        /// Everything that one workshop holds. Only [`Document::apply`] changes it.
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct Document {
            pub(crate) workshop: Workshop,
            $(pub(crate) $table: BTreeMap<$Id, $Record>,)*
            #[serde(skip)]
            pub(crate) cells: crate::cells::Cells,
        }

        /// What an edit does: for each record touched, how it was and how it will be. Turned around, it is the undo.
        #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct Change {
            /// The workshop itself; always there before and after.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub workshop: Option<Swap<Workshop>>,
            $(
                #[doc = concat!("Every ", $label, " touched.")]
                #[serde(skip_serializing_if = "BTreeMap::is_empty")]
                pub $table: BTreeMap<$Id, Swap<$Record>>,
            )*
        }

        impl Document {
            /// A workshop with nothing in it.
            #[must_use]
            pub fn new(workshop: Workshop) -> Self {
                Self { workshop, $($table: BTreeMap::new(),)* cells: crate::cells::Cells::default() }
            }

            /// The change that makes this document out of an empty one with the same charter.
            #[must_use]
            pub fn as_additions(&self) -> Change {
                Change { workshop: None, $($table: crate::change::additions(&self.$table),)* }
            }
        }

        impl Document {
            $(
                #[doc = concat!("Every ", $label, " by its identity.")]
                #[must_use]
                pub fn $table(&self) -> &BTreeMap<$Id, $Record> {
                    &self.$table
                }
            )*

            /// How many records of a kind there are.
            #[must_use]
            pub fn count(&self, table: Table) -> usize {
                match table {
                    $(Table::$Record => self.$table.len(),)*
                }
            }

            pub(crate) fn first_stale(&self, change: &Change) -> Option<RecordId> {
                $(
                    if let Some(id) = crate::change::stale_key(&self.$table, &change.$table) {
                        return Some(RecordId::$Record(id));
                    }
                )*
                None
            }

            pub(crate) fn write(&mut self, change: &Change) {
                $(crate::change::write(&mut self.$table, &change.$table);)*
                self.cells.follow(&change.steps);
            }

            pub(crate) fn dangling(&self, found: &mut Vec<Violation>) {
                $($(
                    for (id, record) in &self.$table {
                        if !define!(@present $on self.$to, $Target, record.$field) {
                            found.push(Violation::Dangling {
                                record: RecordId::$Record(*id),
                                field: stringify!($field),
                            });
                        }
                    }
                )*)*
            }
        }

        impl Draft<'_> {
            /// The refusal that says that a record is gone, if it is.
            pub(crate) fn check_there(&self, record: RecordId) -> Result<(), Refusal> {
                match record {
                    $(RecordId::$Record(id) => self.get(id).map(drop),)*
                }
            }
        }

        impl Change {
            /// Whether it does nothing.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.workshop.is_none() $(&& self.$table.is_empty())*
            }

            /// The change that takes this one back.
            #[must_use]
            pub fn inverted(self) -> Self {
                Self {
                    workshop: self.workshop.map(Swap::inverted),
                    $($table: crate::change::inverted(self.$table),)*
                }
            }

            /// This change and then `next`, as one.
            #[must_use]
            pub fn then(self, next: Self) -> Self {
                Self {
                    workshop: crate::change::then_one(self.workshop, next.workshop),
                    $($table: crate::change::then(self.$table, next.$table),)*
                }
            }

            /// Every record that it adds, changes or removes.
            pub fn touched(&self) -> impl Iterator<Item = RecordId> + '_ {
                std::iter::empty() $(.chain(self.$table.keys().map(|id| RecordId::$Record(*id))))*
            }

            pub(crate) fn without_idle_swaps(mut self) -> Self {
                self.workshop = self.workshop.filter(|swap| !swap.is_idle());
                $(self.$table.retain(|_, swap| !swap.is_idle());)*
                self
            }
        }

        /// The records that a removal takes along.
        #[derive(Default)]
        struct Removed {
            $($table: std::collections::BTreeSet<$Id>,)*
        }

        /// Removes the records named and whatever must go with them; clears the references to them.
        pub(crate) fn remove_cascading(draft: &mut Draft<'_>, roots: &[RecordId]) -> Result<(), Refusal> {
            let mut removed = Removed::default();
            for root in roots {
                match *root {
                    $(RecordId::$Record(id) => {
                        draft.get(id)?;
                        removed.$table.insert(id);
                    })*
                }
            }
            $(
                let referring: Vec<($Id, $Record)> = draft
                    .iter::<$Record>()
                    .filter(|(_id, _record)| {
                        false $(|| define!(@holds $on removed.$to, $Target, _record.$field))*
                    })
                    .map(|(id, record)| (id, record.clone()))
                    .collect();
                #[allow(unused_mut)]
                for (id, mut record) in referring {
                    if removed.$table.contains(&id) $(|| define!(@cascades $on removed.$to, $Target, record.$field))* {
                        removed.$table.insert(id);
                    } else {
                        $(define!(@clear $on removed.$to, $Target, record.$field);)*
                        draft.update(id, |it| *it = record)?;
                    }
                }
            )*
            $(
                for id in removed.$table {
                    report_settings::forget(draft, id.uuid());
                    draft.remove(id)?;
                }
            )*
            Ok(())
        }

        /// Lets every reference to `from` lead to `into` instead.
        pub(crate) fn redirect<I: RecordKey>(draft: &mut Draft<'_>, from: I, into: I) -> Result<(), Refusal> {
            let (_gone, _kept) = (I::Record::record_id(from), into.uuid());
            $(
                let referring: Vec<($Id, $Record)> = draft
                    .iter::<$Record>()
                    .filter(|(_id, _record)| {
                        false $(|| define!(@leads $on _gone, $Target, _record.$field))*
                    })
                    .map(|(id, record)| (id, record.clone()))
                    .collect();
                #[allow(unused_mut)]
                for (id, mut record) in referring {
                    $(define!(@redirect $on _gone, _kept, $Target, record.$field);)*
                    draft.update(id, |it| *it = record)?;
                }
            )*
            Ok(())
        }
    };
    (@leads Cascade $gone:expr, $Target:ident, $field:expr) => { RecordId::$Target($field) == $gone };
    (@leads Clear $gone:expr, $Target:ident, $field:expr) => { $field.map(RecordId::$Target) == Some($gone) };
    (@leads Follow $gone:expr, $Target:ident, $field:expr) => { $field == $gone };
    (@leads Leave $gone:expr, $Target:ident, $field:expr) => {
        referred::<$Target>(&$field).any(|id| RecordId::$Target(id) == $gone)
    };
    (@redirect Cascade $gone:expr, $kept:expr, $Target:ident, $field:expr) => {
        if RecordId::$Target($field) == $gone {
            $field = $kept.into();
        }
    };
    (@redirect Clear $gone:expr, $kept:expr, $Target:ident, $field:expr) => {
        $field = $field.map(|id| if RecordId::$Target(id) == $gone { $kept.into() } else { id });
    };
    (@redirect Follow $gone:expr, $kept:expr, $Target:ident, $field:expr) => {
        if $field == $gone && matches!($field, RecordId::$Target(_)) {
            $field = RecordId::$Target($kept.into());
        }
    };
    (@redirect Leave $gone:expr, $kept:expr, $Target:ident, $field:expr) => {
        refer_anew::<$Target>(&mut $field, |id| {
            Some(if RecordId::$Target(id) == $gone { $kept.into() } else { id })
        });
    };
    (@present Cascade $table:expr, $Target:ident, $field:expr) => { $table.contains_key(&$field) };
    (@present Clear $table:expr, $Target:ident, $field:expr) => { $field.is_none_or(|id| $table.contains_key(&id)) };
    (@present Follow $table:expr, $Target:ident, $field:expr) => {
        match $field {
            RecordId::$Target(id) => $table.contains_key(&id),
            _ => true,
        }
    };
    (@present Leave $table:expr, $Target:ident, $field:expr) => {
        referred::<$Target>(&$field).all(|id| $table.contains_key(&id))
    };
    (@holds Follow $set:expr, $Target:ident, $field:expr) => {
        matches!($field, RecordId::$Target(id) if $set.contains(&id))
    };
    (@cascades Follow $set:expr, $Target:ident, $field:expr) => { define!(@holds Follow $set, $Target, $field) };
    (@clear Follow $set:expr, $Target:ident, $field:expr) => {};
    (@holds Leave $set:expr, $Target:ident, $field:expr) => {
        !$set.is_empty() && referred::<$Target>(&$field).any(|id| $set.contains(&id))
    };
    (@cascades Leave $set:expr, $Target:ident, $field:expr) => { false };
    (@clear Leave $set:expr, $Target:ident, $field:expr) => {
        refer_anew::<$Target>(&mut $field, |id| (!$set.contains(&id)).then_some(id));
    };
    (@holds Cascade $set:expr, $Target:ident, $field:expr) => { $set.contains(&$field) };
    (@holds Clear $set:expr, $Target:ident, $field:expr) => { $field.is_some_and(|id| $set.contains(&id)) };
    (@cascades Cascade $set:expr, $Target:ident, $field:expr) => { $set.contains(&$field) };
    (@cascades Clear $set:expr, $Target:ident, $field:expr) => { false };
    (@clear Cascade $set:expr, $Target:ident, $field:expr) => {};
    (@clear Clear $set:expr, $Target:ident, $field:expr) => {
        if $field.is_some_and(|id| $set.contains(&id)) {
            $field = None;
        }
    };
}

tables!(define);

#[cfg(test)]
mod tests {
    use super::{OnRemoval, Table};

    #[test]
    fn a_kind_stands_after_the_kinds_it_cascades_from() {
        for reference in Table::REFERENCES {
            assert!(
                reference.to < reference.from
                    || (reference.on_removal != OnRemoval::Cascade && reference.to <= reference.from),
                "{reference:?}"
            );
        }
    }
}

//! How many others one record can name.

use crate::tables::referred;
use crate::{
    Acceptance, Activity, Assessment, Card, Change, Channel, Choice, Concern, Connector, CustomerGroup,
    Decision, Disruption, EarlierWorkshop, Evidence, Forum, HealthQuestion, ItSystem, Journey, KeptFinding,
    Lane, Logo, Milestone, Participant, Persona, Recommendation, RecordId, Refusal, Role, Round, Stage, Step,
    Workstream,
};

/// The most others that one record names, in all its fields together. With that many it can still be kept in a file twice
/// over, as it was and as it became, which is what undo needs.
pub(crate) const LINK_LIMIT: usize = 3_000;

macro_rules! define {
    ($($table:ident $label:literal: $Id:ident => $Record:ident {
        $($field:ident: $on:ident($Target:ident in $to:ident)),*
    })*) => {
        /// Refuses a change by which a record comes to name more than [`LINK_LIMIT`] others. One that names more already,
        /// as a file may hold it, can be changed, but not be given more.
        pub(crate) fn check(change: &Change) -> Result<(), Refusal> {
            $({
                let links = |side: &Option<$Record>| -> usize {
                    side.as_ref().map_or(0, |_record| 0 $(+ define!(@count $on $Target, _record.$field))*)
                };
                for (id, swap) in &change.$table {
                    let after = links(&swap.after);
                    if after > LINK_LIMIT && after > links(&swap.before) {
                        return Err(Refusal::TooManyLinks { record: RecordId::$Record(*id), limit: LINK_LIMIT });
                    }
                }
            })*
            Ok(())
        }
    };
    (@count Leave $Target:ident, $field:expr) => { referred::<$Target>(&$field).count() };
    // A reference to a single record.
    (@count $on:ident $Target:ident, $field:expr) => { 0 };
}

crate::tables!(define);

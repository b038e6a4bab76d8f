//! What would settle a finding: edits that one button can make.

mod decisions;
mod letters;
mod map;
mod roles;
mod shifts;

use opmap_model::{DecisionId, Document, Edit, RoleId};

use crate::Finding;

/// One edit that would settle a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What a button says, short: the sentence of the finding stands beside it.
    pub label: String,
    /// What the button does.
    pub edit: Edit,
}

/// The most fixes of one finding.
const MOST: usize = 3;

/// The edits that would settle a finding, at most three, the likeliest first; empty where only people can say what is
/// right. Each can be planned on `document`, changes something, and the finding is gone after it or about less. The
/// finding may be a little older than the document. `fresh` becomes the identity of a decision that is added.
///
/// Takes time in proportion to the whole document, so it is asked about the findings that are looked at.
#[must_use]
pub fn fixes(document: &Document, finding: &Finding, fresh: DecisionId) -> Vec<Fix> {
    let found = match finding.rule {
        "R1" | "B5" => letters::one_accountable(document, finding),
        "R2" => letters::someone_does(document, finding),
        "R7" => letters::assigned_to_lanes(document, finding),
        "R11" => letters::without_idle_role(document, finding),
        "R13" | "R14" => letters::another_accountable(document, finding),
        "R15" => letters::lane_does(document, finding),
        "R17" => letters::someone_else_answers(document, finding),
        "R21" => roles::made_one(document, finding),
        "R16" => map::owner_of_journey(document, finding),
        "B2" => map::lane_in_order(document, finding),
        "B4" => map::primary_channel(document, finding),
        "H5" => map::marked_as_rework(document, finding),
        "H11" => map::owner_of_handoff(document, finding),
        "D2" => decisions::rapid_holder(document, finding),
        "D3" => decisions::without_agreeing(document, finding),
        "D4" => decisions::daci_holder(document, finding),
        "D6" => decisions::decider_of_band(document, finding),
        "D8" => decisions::another_target(document, finding),
        "D10" => decisions::new_decision(document, finding, fresh),
        "M4" => shifts::evidence_for_score(document, finding),
        "D12" => decisions::framework_or_decider(document, finding),
        _ => None,
    };
    let mut found = found.unwrap_or_default();
    found.truncate(MOST);
    found
}

/// The fixes for each of some roles, each role once.
fn for_each(
    document: &Document,
    roles: impl IntoIterator<Item = RoleId>,
    label: impl Fn(&opmap_model::Title) -> String,
    edit: impl Fn(RoleId) -> Edit,
) -> Vec<Fix> {
    let mut once: Vec<RoleId> = Vec::new();
    for id in roles {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once.into_iter()
        .filter_map(|id| Some(Fix { label: label(&document.get(id)?.title), edit: edit(id) }))
        .collect()
}

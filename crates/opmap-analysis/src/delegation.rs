//! What if a decision was delegated to a lane (H13): the flow before and after, and the one edit that does it.

mod counterparts;

use std::collections::BTreeSet;

use opmap_model::{
    Band, Bands, Decision, DecisionField, DecisionId, Document, Edit, Lane, LaneId, MapKey, Refusal, Right,
    RightLetter, Rights, RightsOf, RoleId, State, StepId, Subject, Title,
};
use uuid::Uuid;

use crate::survey::Survey;
use crate::{Flow, LeadTime, flow, lead_time};

/// What delegating a decision to a lane would change. Nothing changes until `edit` is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Delegation {
    /// The map that would change: always one of what is wanted.
    pub map: MapKey,
    /// The role that would decide.
    pub role: RoleId,
    /// The flow of that map as it is; of the map that it is first copied from where it is empty.
    pub before: Measured,
    /// The same once the decision is delegated.
    pub after: Measured,
    /// What delegates it, as one step of undo.
    pub edit: Edit,
}

/// The measures of one map (H1 to H9).
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// Handoffs, their density, across functions, breaks in accountability, rework (H1 to H5).
    pub flow: Flow,
    /// Lead time, first-time-right and activity ratio (H6, H8, H9); none where no step has a time.
    pub lead_time: Option<LeadTime>,
}

/// Why a decision cannot be delegated, as sentences for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotDelegate {
    /// The decision or the lane is not there.
    #[error("That decision or lane is no longer there.")]
    Gone,
    /// The decision has no place.
    #[error("The decision belongs to no stage and no step, so there is no map to change.")]
    BelongsNowhere,
    /// The map that would change has no step.
    #[error("There is no step on the map, so there is no flow that it could change.")]
    NoStep,
    /// The lane is neither of the map of the decision nor of the one that would change.
    #[error("That lane is of another map.")]
    OtherMap,
    /// The lane is the customer's, or evidence.
    #[error("“{lane}” is not on the company’s side: only the company’s decisions are delegated.")]
    NotOfCompany {
        /// The lane.
        lane: Title,
    },
    /// No role performs the lane.
    #[error("No role performs “{lane}”: say first who does, so that there is someone to decide.")]
    NoRole {
        /// The lane.
        lane: Title,
    },
    /// The map that would change has no counterpart of the lane.
    #[error("The to-be map has no counterpart of the lane “{lane}”.")]
    NoSuchLane {
        /// The lane.
        lane: Title,
    },
    /// The map that would change has no counterpart of the decision.
    #[error(
        "The to-be map has no counterpart of “{decision}”: no decision of its own at the same stage or step."
    )]
    NoSuchDecision {
        /// The decision.
        decision: Title,
    },
    /// It is so already.
    #[error("“{role}” decides “{decision}” there already, and answers for its steps.")]
    AlreadySo {
        /// The role of the lane.
        role: Title,
        /// The decision.
        decision: Title,
    },
    /// The edit is refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// What would change if `decision` was delegated to `lane`, a lane of its map or of the one that would change.
///
/// A map of how things are is never changed: a decision of the map as designed or as lived is delegated in the to-be map
/// of its journey, where it is found by its counterpart, and an empty to-be map first becomes a copy. `fresh` gives an
/// identity for each record of that copy. A decision that is wanted, to-be or in an option, is delegated where it is.
///
/// Delegated means: the steps of the decision on the company's side move to the lane, each in its stage. The role of the
/// lane becomes the only one to decide, in the framework that the decision has: *Decide* in RAPID, *Approver* in DACI. Of
/// limits it gets the lowest band, since more is not for those further down to decide (D7). It answers for the steps
/// (R1). Nothing else changes.
///
/// Takes time in proportion to the whole document.
///
/// # Errors
/// [`CannotDelegate`], when something is missing for it, or it is so already.
pub fn delegate(
    document: &Document,
    decision: DecisionId,
    lane: LaneId,
    fresh: impl FnMut() -> Uuid,
) -> Result<Delegation, CannotDelegate> {
    let (asked, to_lane) = (document.get(decision), document.get(lane));
    let (asked, to_lane) = asked.zip(to_lane).ok_or(CannotDelegate::Gone)?;
    let from = document.map_of_decision(asked).ok_or(CannotDelegate::BelongsNowhere)?;
    let map = wanted(from);
    if to_lane.map() != from && to_lane.map() != map {
        return Err(CannotDelegate::OtherMap);
    }
    if !to_lane.kind.is_company_side() {
        return Err(CannotDelegate::NotOfCompany { lane: to_lane.title.clone() });
    }

    let mut edits = copied(document, from, map, fresh);
    let mut base = document.clone();
    apply(&mut base, &Edit::All(edits.clone()))?;
    let decision = counterparts::of_decision(&base, decision, map)
        .ok_or_else(|| CannotDelegate::NoSuchDecision { decision: asked.title.clone() })?;
    let lane = counterparts::of_lane(&base, lane, map)
        .ok_or_else(|| CannotDelegate::NoSuchLane { lane: to_lane.title.clone() })?;
    let (delegated, to_lane) = base.get(decision).zip(base.get(lane)).ok_or(CannotDelegate::Gone)?;
    let role = to_lane.role.ok_or_else(|| CannotDelegate::NoRole { lane: to_lane.title.clone() })?;

    let steps = steps_of_company(&base, delegated);
    let decided = Edit::All(decided_in_lane(&base, (decision, delegated), &steps, (lane, role)));
    let mut then = base.clone();
    apply(&mut then, &decided)?;
    let answered = Edit::All(answered_for(&then, &steps, role));
    apply(&mut then, &answered)?;
    if then == base {
        let role = base.get(role).ok_or(CannotDelegate::Gone)?.title.clone();
        return Err(CannotDelegate::AlreadySo { role, decision: delegated.title.clone() });
    }
    edits.extend([decided, answered]);
    let measured = |document| measured(document, map).ok_or(CannotDelegate::NoStep);
    Ok(Delegation { map, role, before: measured(&base)?, after: measured(&then)?, edit: Edit::All(edits) })
}

/// Where what is wanted instead of a map is said.
fn wanted(map: MapKey) -> MapKey {
    match map.state {
        State::AsDesigned | State::AsLived => MapKey { state: State::ToBe, ..map },
        State::ToBe | State::OptionB | State::OptionC => map,
    }
}

/// The edit that copies one map to another, if the other is empty.
fn copied(document: &Document, from: MapKey, to: MapKey, mut fresh: impl FnMut() -> Uuid) -> Vec<Edit> {
    if from == to || !document.map_is_empty(to) {
        return Vec::new();
    }
    let ids = (0..document.copied_record_count(from)).map(|_| fresh()).collect();
    vec![Edit::CopyState { journey: from.journey, from: from.state, to: to.state, ids }]
}

fn apply(document: &mut Document, edit: &Edit) -> Result<(), Refusal> {
    let change = edit.plan(document)?;
    let applied = document.apply(&change);
    debug_assert!(applied.is_ok(), "a change fits the document that it was planned on");
    Ok(())
}

fn measured(document: &Document, map: MapKey) -> Option<Measured> {
    let survey = Survey::new(document);
    let surveyed = survey.maps.iter().find(|it| it.map == map)?;
    let flow = flow::flow(document, &survey, surveyed)?;
    let lead_time = lead_time::lead_time(&survey, surveyed, &flow);
    Some(Measured { flow, lead_time })
}

/// The steps of a decision that the company does.
fn steps_of_company(document: &Document, decision: &Decision) -> BTreeSet<StepId> {
    let is_of_company = |id: &StepId| {
        let lane: Option<&Lane> = document.get(*id).and_then(|it| document.get(it.lane));
        lane.is_some_and(|it| it.kind.is_company_side())
    };
    decision.steps.iter().copied().filter(is_of_company).collect()
}

/// The edits that give a decision to a role, and its steps to the lane of that role.
fn decided_in_lane(
    document: &Document,
    (id, decision): (DecisionId, &Decision),
    steps: &BTreeSet<StepId>,
    (lane, role): (LaneId, RoleId),
) -> Vec<Edit> {
    let set = |field| Edit::SetDecision { id, field };
    let mut edits = vec![set(DecisionField::Rights(decided_by(&decision.rights, role)))];
    if let Some(bands) = &decision.bands {
        edits.push(set(DecisionField::Bands(lowest_decided_by(bands, role))));
    }
    for id in steps {
        let Some(step) = document.get(*id).filter(|it| it.lane != lane) else { continue };
        let before = first_that_follows(document, *id, lane, steps);
        edits.push(Edit::MoveSteps { ids: vec![*id], stage: step.stage, lane, before });
    }
    edits
}

/// The edits that let a role answer for steps, where it does not alone already.
fn answered_for(document: &Document, steps: &BTreeSet<StepId>, role: RoleId) -> Vec<Edit> {
    let answers =
        |id: &StepId| document.get(*id).is_some_and(|it| document.accountable_for_step(it) == [role]);
    let open = steps.iter().filter(|id| !answers(id));
    open.map(|id| Edit::MoveAccountable { subject: Subject::Step(*id), to: role }).collect()
}

/// The first step of the cell that a step moves to that the step leads on to: it stands in front of that.
fn first_that_follows(
    document: &Document,
    id: StepId,
    lane: LaneId,
    moving: &BTreeSet<StepId>,
) -> Option<StepId> {
    let stage = document.get(id)?.stage;
    let onward = document.connectors().values().filter(|it| it.from == id).map(|it| it.to);
    let there = onward.filter(|id| !moving.contains(id)).filter_map(|id| Some((id, document.get(id)?)));
    let in_cell = there.filter(|(_, it)| it.stage == stage && it.lane == lane);
    in_cell.min_by_key(|(id, it)| (it.rank, *id)).map(|(id, _)| id)
}

/// The same rights with one role to decide, under the words that the room had for that.
fn decided_by(rights: &Rights, role: RoleId) -> Rights {
    match rights {
        Rights::Decider(_) => Rights::Decider(Some(role)),
        Rights::Rapid(rights) => Rights::Rapid(held_by(rights, role)),
        Rights::Daci(rights) => Rights::Daci(held_by(rights, role)),
    }
}

fn held_by<L: RightLetter>(rights: &RightsOf<L>, role: RoleId) -> RightsOf<L> {
    let (deciding, others): (Vec<_>, Vec<_>) = rights.iter().cloned().partition(|it| it.letter == L::DECIDES);
    let words = deciding.into_iter().find_map(|it| it.words);
    others.into_iter().chain([Right { letter: L::DECIDES, role, words }]).collect()
}

/// The same bands with one role to decide in the lowest.
fn lowest_decided_by(bands: &Bands, role: RoleId) -> Option<Bands> {
    let mut limited = bands.limited().to_vec();
    let beyond = match limited.first_mut() {
        Some(Band { decider, .. }) => {
            *decider = Some(role);
            bands.beyond()
        }
        None => Some(role),
    };
    Bands::new(bands.unit().clone(), limited, beyond)
}

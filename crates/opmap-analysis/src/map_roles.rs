//! Who answers for each step of a map, who does it, and who decides there.

use std::collections::BTreeMap;

use opmap_model::{Document, LaneKind, MapKey, RoleId, StageId, Step, StepId, StepKind};

/// Who does what on a map, as far as it is said, and where it should be said and is not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MapRoles {
    /// By step; of what is not in it nothing is said, and nothing needs to be.
    pub steps: BTreeMap<StepId, StepRoles>,
    /// Who takes the decisions that belong to a stage.
    pub stages: BTreeMap<StageId, Vec<RoleId>>,
}

/// Who answers for a step, who does it, and who decides there; roles in the order of their identities, those who decide in
/// the order of the decisions and their limits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StepRoles {
    /// Whether someone should answer for it and someone do it (R1, R2): it is done by the company in a map in which a step
    /// has a letter.
    pub expected: bool,
    /// Who answers for it.
    pub accountable: Vec<RoleId>,
    /// Who does it.
    pub responsible: Vec<RoleId>,
    /// Who decides there.
    pub deciders: Vec<RoleId>,
}

/// Who does what on a map.
#[must_use]
pub fn map_roles(document: &Document, map: MapKey) -> MapRoles {
    let mut found = MapRoles::default();
    let mut is_discussed = false;
    for (id, step) in document.steps_of_map(map) {
        let held = document.letters_of_step(step);
        let who = |has: fn(opmap_model::Letter) -> bool| -> Vec<RoleId> {
            held.iter().filter(|it| has(it.letter)).map(|it| it.role).collect()
        };
        let expected = needs_letters_at(document, step);
        is_discussed |= expected && !held.is_empty();
        let roles = StepRoles {
            expected,
            accountable: who(opmap_model::Letter::answers),
            responsible: who(opmap_model::Letter::does),
            deciders: Vec::new(),
        };
        found.steps.insert(id, roles);
    }
    for (_, decision) in document.decisions_in_order() {
        if document.map_of_decision(decision) != Some(map) {
            continue;
        }
        let deciders = decision.deciders();
        for id in &decision.steps {
            add(&mut found.steps.entry(*id).or_default().deciders, &deciders);
        }
        for id in &decision.stages {
            add(found.stages.entry(*id).or_default(), &deciders);
        }
    }
    found.steps.values_mut().for_each(|it| it.expected &= is_discussed);
    found.steps.retain(|_, it| *it != StepRoles::default());
    found.stages.retain(|_, it| !it.is_empty());
    found
}

/// Whether letters are given to a step of this kind in a lane of that kind: the company does it. Waiting is left out,
/// nobody does that.
#[must_use]
pub fn needs_letters(kind: StepKind, lane: LaneKind) -> bool {
    lane.is_company_side() && kind != StepKind::Wait
}

fn needs_letters_at(document: &Document, step: &Step) -> bool {
    document.get(step.lane).is_some_and(|lane| needs_letters(step.kind, lane.kind))
}

/// Adds the roles that are not there yet.
fn add(roles: &mut Vec<RoleId>, more: &[RoleId]) {
    for role in more {
        if !roles.contains(role) {
            roles.push(*role);
        }
    }
}

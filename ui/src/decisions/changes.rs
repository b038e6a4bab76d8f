//! What the station's gestures become: edits, made by pure functions.

use opmap_model::{
    Bands, Decision, DecisionField, DecisionId, Document, Edit, MapKey, Rights, Role, RoleId, Seconds,
    StageId, StepId, Title,
};

use super::framework::{Framework, given, translated};
use super::picker::Item;
use super::sheet::{Column, Filter, Sheet, stage_names};
use crate::identity::fresh;
use crate::keys::Way;

pub(super) fn set(id: DecisionId, field: DecisionField) -> Edit {
    Edit::SetDecision { id, field }
}

/// Several edits as one; a single one is itself, which undo calls by its own name.
fn all(mut edits: Vec<Edit>) -> Option<Edit> {
    match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(Edit::All(edits)),
    }
}

/// A decision that is added where one is: behind `beside`, in the same framework and at the same stages, or at the stage
/// that is looked at. What is looked at holds for it, so that it is seen.
pub(super) fn added(
    document: &Document,
    id: DecisionId,
    title: Title,
    beside: Option<DecisionId>,
    filter: &Filter,
) -> Edit {
    let mut decision = Decision::new(title);
    let other = beside.and_then(|it| document.get(it));
    if let Some(other) = other {
        decision.rights = translated(&Rights::Decider(None), Framework::of(&other.rights)).rights;
        decision.material = other.material;
        decision.stages = super::sheet::stages_of(document, other);
    }
    if let Some(stage) = filter.stage {
        decision.stages = [stage].into();
    }
    decision.material |= filter.material_only;
    decision.region.clone_from(&filter.region);
    let order = document.decisions_in_order();
    let at = beside.and_then(|it| order.iter().position(|(id, _)| *id == it));
    let before = at.and_then(|it| order.get(it + 1)).map(|it| it.0);
    Edit::AddDecision { id, decision: Box::new(decision), before }
}

/// Empties a cell; in the first column the decision itself goes.
pub(super) fn cleared(document: &Document, id: DecisionId, column: Column) -> Option<Edit> {
    let decision = document.get(id)?;
    match column {
        Column::Title => Some(Edit::RemoveDecision { id }),
        Column::Place => belonging(document, id, &[]),
        Column::Letter(letter) => Some(set(id, DecisionField::Rights(given(&decision.rights, letter, &[])))),
        Column::Limit => Some(set(id, DecisionField::Bands(None))),
        Column::Escalation => escalated(id, None, None),
        Column::Findings => None,
    }
}

/// Where it goes when it is not decided in time, and after how long (D8).
pub(super) fn escalated(id: DecisionId, to: Option<RoleId>, after: Option<Seconds>) -> Option<Edit> {
    all(vec![set(id, DecisionField::EscalateTo(to)), set(id, DecisionField::EscalateAfter(after))])
}

/// Moves a decision by one place among those of its table; none when it has no further place.
pub(super) fn moved(document: &Document, sheet: &Sheet, id: DecisionId, way: Way) -> Option<Edit> {
    let (key, _) = sheet.row(id)?;
    let rows = &sheet.groups.iter().find(|it| it.key == key)?.rows;
    let at = rows.iter().position(|it| it.id == id)?;
    let before = match way {
        Way::Up => Some(rows.get(at.checked_sub(1)?)?.id),
        Way::Down => {
            // Behind the next one, whatever stands there in the register.
            let next = rows.get(at + 1)?.id;
            let order = document.decisions_in_order();
            let place = order.iter().position(|it| it.0 == next)?;
            order.get(place + 1).map(|it| it.0)
        }
        _ => return None,
    };
    Some(Edit::MoveDecision { id, before })
}

/// What a decision can belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Belongs {
    Stage(StageId),
    Step(StepId),
}

impl Belongs {
    fn key(self) -> String {
        match self {
            Self::Stage(id) => format!("stage-{}", id.0),
            Self::Step(id) => format!("step-{}", id.0),
        }
    }

    fn field(self, is: bool) -> DecisionField {
        match self {
            Self::Stage(id) => DecisionField::Stage(id, is),
            Self::Step(id) => DecisionField::Step(id, is),
        }
    }

    fn is_of(self, decision: &Decision) -> bool {
        match self {
            Self::Stage(id) => decision.stages.contains(&id),
            Self::Step(id) => decision.steps.contains(&id),
        }
    }
}

/// Everything of a map that a decision can belong to, with its words: stages first, then steps behind their stage.
fn places(document: &Document, map: MapKey) -> Vec<(Belongs, String)> {
    let stages = stage_names(document, map);
    let name = |id: StageId| stages.iter().find(|it| it.0 == id).map_or("", |it| it.1.as_str());
    let steps = document.steps_of_map(map).into_iter();
    let steps = steps.map(|(id, it)| (Belongs::Step(id), format!("{}: {}", name(it.stage), it.title)));
    let steps: Vec<_> = steps.collect();
    stages.iter().map(|(id, words)| (Belongs::Stage(*id), words.clone())).chain(steps).collect()
}

/// What a decision can belong to, as it is chosen from, and what it belongs to now.
pub(super) fn place_items(
    document: &Document,
    map: Option<MapKey>,
    id: DecisionId,
) -> (Vec<Item>, Vec<Item>) {
    let Some(decision) = document.get(id) else { return (Vec::new(), Vec::new()) };
    let map = document.map_of_decision(decision).or(map);
    let all = map.map(|it| places(document, it)).unwrap_or_default();
    let item = |(what, words): &(Belongs, String)| Item::Known(what.key(), words.clone());
    let chosen = all.iter().filter(|it| it.0.is_of(decision)).map(item).collect();
    (all.iter().map(item).collect(), chosen)
}

/// Lets a decision belong to these and nothing else. What goes is taken out first, so that another map is possible.
pub(super) fn belonging(document: &Document, id: DecisionId, wanted: &[Belongs]) -> Option<Edit> {
    let decision = document.get(id)?;
    let stages = decision.stages.iter().copied().map(Belongs::Stage);
    let now: Vec<Belongs> = stages.chain(decision.steps.iter().copied().map(Belongs::Step)).collect();
    let gone = now.iter().filter(|it| !wanted.contains(it)).map(|it| set(id, it.field(false)));
    let new = wanted.iter().filter(|it| !now.contains(it)).map(|it| set(id, it.field(true)));
    all(gone.chain(new).collect())
}

/// The same from what was chosen.
pub(super) fn belonging_to_items(
    document: &Document,
    map: Option<MapKey>,
    id: DecisionId,
    items: &[Item],
) -> Option<Edit> {
    let map = document.map_of_decision(document.get(id)?).or(map)?;
    let chosen =
        |what: &Belongs| items.iter().any(|it| matches!(it, Item::Known(key, _) if *key == what.key()));
    let wanted: Vec<Belongs> = places(document, map).into_iter().map(|it| it.0).filter(chosen).collect();
    belonging(document, id, &wanted)
}

/// The roles as they are chosen from.
pub(super) fn role_items(document: &Document) -> Vec<Item> {
    let roles = document.roles_in_order().into_iter();
    roles.map(|(id, it)| Item::Known(id.0.to_string(), it.title.to_string())).collect()
}

/// One role as it was chosen.
pub(super) fn role_item(document: &Document, role: RoleId) -> Item {
    Item::Known(role.0.to_string(), super::sheet::role_name(document, role))
}

/// The roles that were chosen, and the edits that add those that are not there yet.
pub(super) fn roles_of(items: Vec<Item>) -> (Vec<RoleId>, Vec<Edit>) {
    let mut edits = Vec::new();
    let roles = items.into_iter().filter_map(|it| match it {
        Item::Known(key, _) => key.parse().ok().map(RoleId),
        Item::New(title) => {
            let id: RoleId = fresh();
            edits.push(Edit::AddRole { id, role: Role::new(title), before: None });
            Some(id)
        }
    });
    (roles.collect(), edits)
}

/// Gives a letter to the roles that were chosen, adding those that are not there yet; one edit.
pub(super) fn lettered(document: &Document, id: DecisionId, letter: usize, items: Vec<Item>) -> Option<Edit> {
    let rights = &document.get(id)?.rights;
    let (roles, mut edits) = roles_of(items);
    edits.push(set(id, DecisionField::Rights(given(rights, letter, &roles))));
    all(edits)
}

/// Sets where it is escalated from what was chosen, adding a role that is not there yet; one edit.
pub(super) fn escalated_to_items(id: DecisionId, items: Vec<Item>, after: Option<Seconds>) -> Option<Edit> {
    let (roles, mut edits) = roles_of(items);
    edits.extend(escalated(id, roles.first().copied(), after));
    all(edits)
}

/// Sets the limits. Where a role decides already and no band says otherwise, it decides in the first one.
pub(super) fn limited(document: &Document, id: DecisionId, bands: Option<Bands>) -> Option<Edit> {
    let decision = document.get(id)?;
    let decider = decision.rights.deciders().first().copied();
    let is_open = |bands: &Bands| bands.deciders().all(|it| it.is_none());
    let bands = match bands {
        Some(bands) if decision.bands.is_none() && is_open(&bands) => {
            super::limits::decided(&bands, 0, decider).or(Some(bands))
        }
        other => other,
    };
    Some(set(id, DecisionField::Bands(bands)))
}

#[cfg(test)]
mod tests {
    use opmap_model::{DecisionId, Document, Edit, State, Title};

    use super::super::limits;
    use super::super::sheet::{Column, Filter, tests};
    use super::{Belongs, added, belonging, cleared, limited, moved};
    use crate::keys::Way;

    fn make(document: &mut Document, edit: &Edit) {
        let change = edit.plan(document).unwrap();
        document.apply(&change).unwrap();
    }

    fn titled(document: &Document, title: &str) -> DecisionId {
        let found = document.decisions_in_order().into_iter().find(|(_, it)| it.title.as_str() == title);
        found.unwrap().0
    }

    #[test]
    fn a_new_decision_is_seen_where_one_is() {
        let mut document = tests::document();
        let beside = titled(&document, "Call a partner");
        let id = DecisionId(uuid::Uuid::from_u128(999));
        let region = Title::new("North").ok();
        let filter = Filter { material_only: true, region, ..Filter::default() };
        let edit = added(&document, id, Title::new("New").unwrap(), Some(beside), &filter);
        make(&mut document, &edit);
        let sheet = tests::sheet(&document, &filter);
        let (key, row) = sheet.row(id).unwrap();
        assert_eq!(key, sheet.row(beside).unwrap().0, "in the same table");
        assert_eq!(row.place, ["2 Visit"]);
        let bare = added(&document, id, Title::new("Bare").unwrap(), None, &Filter::default());
        let Edit::AddDecision { decision, .. } = bare else { panic!("another edit") };
        assert!(decision.stages.is_empty() && !decision.material, "nothing is guessed");
    }

    #[test]
    fn a_decision_moves_among_those_of_its_table_and_not_beyond() {
        let mut document = tests::document();
        let first = titled(&document, "Declare it");
        let filter = Filter::default();
        let sheet = tests::sheet(&document, &filter);
        assert_eq!(moved(&document, &sheet, first, Way::Down), None, "it is alone in its table");
        let partner = titled(&document, "Call a partner");
        let second = DecisionId(uuid::Uuid::from_u128(999));
        let edit = added(&document, second, Title::new("Second").unwrap(), Some(partner), &filter);
        make(&mut document, &edit);
        let order = |document: &Document| {
            let sheet = tests::sheet(document, &filter);
            sheet.groups[1].rows.iter().map(|it| it.id).collect::<Vec<_>>()
        };
        assert_eq!(order(&document), [partner, second]);
        let sheet = tests::sheet(&document, &filter);
        let down = moved(&document, &sheet, partner, Way::Down).unwrap();
        make(&mut document, &down);
        assert_eq!(order(&document), [second, partner]);
        let sheet = tests::sheet(&document, &filter);
        let up = moved(&document, &sheet, partner, Way::Up).unwrap();
        make(&mut document, &up);
        assert_eq!(order(&document), [partner, second]);
    }

    #[test]
    fn a_cleared_cell_is_not_set_and_nothing_else_goes() {
        let mut document = tests::document();
        let id = titled(&document, "Declare it");
        for column in [Column::Letter(4), Column::Place, Column::Escalation, Column::Limit] {
            let edit = cleared(&document, id, column).unwrap();
            make(&mut document, &edit);
        }
        let decision = document.get(id).unwrap();
        assert!(decision.rights.deciders().is_empty() && decision.stages.is_empty());
        assert_eq!((decision.escalate_to, decision.escalate_secs), (None, None));
        assert_eq!(super::super::framework::holders(&decision.rights).len(), 1, "who recommends stays");
        let gone = cleared(&document, id, Column::Title).unwrap();
        make(&mut document, &gone);
        assert!(document.get(id).is_none());
    }

    #[test]
    fn a_decision_can_be_taken_to_another_map_in_one_edit() {
        let mut document = tests::document();
        let id = titled(&document, "Declare it");
        let to_be = tests::map(&document, State::ToBe);
        let stage = document.stages_of_map(to_be)[0].0;
        let edit = belonging(&document, id, &[Belongs::Stage(stage)]).unwrap();
        make(&mut document, &edit);
        assert_eq!(document.map_of_decision(document.get(id).unwrap()), Some(to_be));
        assert_eq!(belonging(&document, id, &[Belongs::Stage(stage)]), None, "it is so already");
    }

    #[test]
    fn who_decides_decides_in_the_first_of_new_bands() {
        let mut document = tests::document();
        let id = titled(&document, "Declare it");
        let decider = document.get(id).unwrap().rights.deciders()[0];
        let edit = limited(&document, id, limits::typed("40 homes", None).unwrap()).unwrap();
        make(&mut document, &edit);
        let bands = document.get(id).unwrap().bands.clone().unwrap();
        assert_eq!(bands.deciders().collect::<Vec<_>>(), [Some(decider), None]);
    }
}

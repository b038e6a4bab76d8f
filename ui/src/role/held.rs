//! Everything that a role holds, in words (R19): what is read before it is deleted, and what it is there for.

use std::collections::BTreeMap;

use opmap_model::{
    ConnectorId, Decision, Document, Letter, MapKey, RecoveryCell, RightLetter, Rights, RightsOf, RoleId,
    Subject,
};

use crate::map::state_words_within;

/// Everything that a role holds, a line each; empty when nothing names it. Takes time in proportion to the whole
/// document.
pub(crate) fn held_lines(document: &Document, role: RoleId) -> Vec<String> {
    let held = document.held_by_role(role);
    let mut lines = letter_lines(document, &held.letters);
    let named = |id| document.get::<RoleId>(id).map(|it| it.title.to_string());
    lines.extend(
        held.journeys
            .iter()
            .filter_map(|id| Some(format!("Owns the journey “{}”", document.get(*id)?.title))),
    );
    lines.extend(held.lanes.iter().filter_map(|id| {
        let lane = document.get(*id)?;
        Some(format!("Performs the lane “{}”, {}", lane.title, map_words(document, lane.map())))
    }));
    lines.extend(
        held.decisions.iter().filter_map(|id| Some(decision_line(document, document.get(*id)?, role))),
    );
    lines.extend(recovery_lines(document, &held.responses));
    lines.extend(handoff_lines(document, &held.handoffs));
    lines.extend(held.recommendations.iter().filter_map(|id| {
        let it = document.get(*id)?;
        Some(format!("Sees to {} “{}”", it.code(), it.title))
    }));
    lines.extend(
        held.choices.iter().filter_map(|id| Some(format!("Chose in “{}”", document.get(*id)?.title))),
    );
    lines.extend(
        held.concerns.iter().filter_map(|id| Some(format!("Keeps an eye on “{}”", document.get(*id)?.title))),
    );
    lines.extend(held.forums.iter().filter_map(|id| {
        let it = document.get(*id)?;
        let verb = if it.owner == Some(role) { "Leads" } else { "Takes part in" };
        Some(format!("{verb} the forum “{}”", it.title))
    }));
    lines.extend(held.reports.iter().filter_map(|id| Some(format!("Leads “{}”", named(*id)?))));
    lines
}

/// How many letters of each sort there are, by map; lanes by name, since a letter of theirs is one of all their steps.
fn letter_lines(document: &Document, letters: &[(Subject, Letter)]) -> Vec<String> {
    let mut of_lanes = Vec::new();
    let mut of_steps: BTreeMap<(Option<MapKey>, Letter), usize> = BTreeMap::new();
    let mut of_activities: BTreeMap<Letter, usize> = BTreeMap::new();
    for (subject, letter) in letters {
        match subject {
            Subject::Lane(id) => of_lanes.extend(document.get(*id).map(|lane| {
                let map = map_words(document, lane.map());
                format!("{} all steps of the lane “{}”, {map}", verb(*letter), lane.title)
            })),
            Subject::Step(id) => *of_steps.entry((document.map_of_step(*id), *letter)).or_default() += 1,
            Subject::Activity(_) => *of_activities.entry(*letter).or_default() += 1,
        }
    }
    let of_steps = of_steps.into_iter().map(|((map, letter), count)| {
        let map = map.map(|it| map_words(document, it)).unwrap_or_default();
        format!("{} {}, {map}", verb(letter), counted(count, "step", "steps"))
    });
    let of_activities = of_activities.into_iter().map(|(letter, count)| {
        format!("{} {} outside the journeys", verb(letter), counted(count, "activity", "activities"))
    });
    of_lanes.into_iter().chain(of_steps).chain(of_activities).collect()
}

fn verb(letter: Letter) -> &'static str {
    match letter {
        Letter::Accountable => "Accountable for",
        Letter::AccountableResponsible => "Accountable and responsible for",
        Letter::Responsible => "Responsible for",
        Letter::Consulted => "Consulted on",
        Letter::Informed => "Informed of",
    }
}

/// What a role has to do with a decision, in the words of its framework (D5).
fn decision_line(document: &Document, decision: &Decision, role: RoleId) -> String {
    let mut parts: Vec<String> = match &decision.rights {
        Rights::Decider(decider) => {
            (*decider == Some(role)).then(|| "decides".to_owned()).into_iter().collect()
        }
        Rights::Rapid(rights) => rights_words(rights, role),
        Rights::Daci(rights) => rights_words(rights, role),
    };
    let bands = decision.bands.as_ref();
    if bands.is_some_and(|it| it.deciders().any(|it| it == Some(role))) {
        parts.push("decides within a limit".to_owned());
    }
    if decision.escalate_to == Some(role) {
        parts.push("decides when it is escalated".to_owned());
    }
    let map = document.map_of_decision(decision).map(|it| format!(", {}", map_words(document, it)));
    format!("“{}”{}: {}", decision.title, map.unwrap_or_default(), parts.join(", "))
}

/// In which cells of the recovery matrix it may act or is asked, by customer group.
fn recovery_lines(document: &Document, cells: &[RecoveryCell]) -> Vec<String> {
    cells
        .chunk_by(|one, other| one.group == other.group)
        .filter_map(|cells| {
            let group = document.get(cells[0].group)?;
            let severities = cells.iter().filter_map(|it| document.get(it.disruption));
            let severities: Vec<String> = severities.map(|it| format!("“{}”", it.title)).collect();
            Some(format!("Has a part in service recovery of “{}”: {}", group.title, severities.join(", ")))
        })
        .collect()
}

fn rights_words<L: RightLetter>(rights: &RightsOf<L>, role: RoleId) -> Vec<String> {
    let held = rights.iter().filter(|it| it.role == role);
    held.map(|it| format!("{} ({})", it.letter.label(), L::FRAMEWORK)).collect()
}

fn handoff_lines(document: &Document, handoffs: &[ConnectorId]) -> Vec<String> {
    let mut of_maps: BTreeMap<MapKey, usize> = BTreeMap::new();
    for map in handoffs.iter().filter_map(|id| document.map_of_step(document.get(*id)?.from)) {
        *of_maps.entry(map).or_default() += 1;
    }
    let line = |(map, count)| {
        format!("Owns {}, {}", counted(count, "handoff", "handoffs"), map_words(document, map))
    };
    of_maps.into_iter().map(line).collect()
}

/// A map within a sentence; its journey is named only where there are several.
fn map_words(document: &Document, map: MapKey) -> String {
    let state = state_words_within(map.state);
    match document.get(map.journey).filter(|_| document.journeys().len() > 1) {
        Some(journey) => format!("{state} of “{}”", journey.title),
        None => state,
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use opmap_model::notation;

    use super::held_lines;

    #[test]
    fn a_role_is_told_by_all_that_names_it() {
        let mut next = 0;
        let text = "workshop \"W\"\nrole a \"Lead\"\nrole b \"Advisor\" reports-to=a\nrole c \"Idle\"\n\
            activity r \"Review\" letters=a:C\njourney j \"Repair\" owner=a\nmap j as-lived\nstage s \"Only\"\n\
            lane l \"Centre\" kind=frontstage role=a letters=a:I\nlane m \"Network\" kind=backstage\n\
            step one \"Answer\" at=s/l letters=a:A\nstep two \"Measure\" at=s/m letters=a:A,b:R\n\
            flow one -> two owner=a\n";
        let document = notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let role = |at: usize| document.roles_in_order()[at].0;
        assert_eq!(
            held_lines(&document, role(0)),
            [
                "Informed of all steps of the lane “Centre”, as-is",
                "Accountable for 2 steps, as-is",
                "Consulted on 1 activity outside the journeys",
                "Owns the journey “Repair”",
                "Performs the lane “Centre”, as-is",
                "Owns 1 handoff, as-is",
                "Leads “Advisor”",
            ]
        );
        assert!(held_lines(&document, role(2)).is_empty());
    }

    #[test]
    fn rights_are_told_in_the_words_of_their_framework() {
        let sample = include_str!("../../../assets/templates/halden-broadband.txt");
        let mut next = 0;
        let document = notation::parse(sample, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let lines: Vec<String> = document.roles().keys().flat_map(|id| held_lines(&document, *id)).collect();
        assert!(lines.iter().any(|it| it.contains("Decide (RAPID)")), "{lines:#?}");
        assert!(lines.iter().any(|it| it.contains("Approver (DACI)")));
        assert!(lines.iter().any(|it| it.contains("decides when it is escalated")));
    }
}

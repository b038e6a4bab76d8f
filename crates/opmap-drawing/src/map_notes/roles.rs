//! Who does what, as notes on steps and stages.

use std::collections::BTreeMap;

use opmap_analysis::{StepRoles, map_roles};
use opmap_model::{Document, MapKey, RoleId};

use crate::map_scene::HeldBy;
use crate::{Fonts, Held, MapNotes, NoteLabel, RolesNote};

/// What roles are called.
type Called = BTreeMap<RoleId, String>;

/// Adds who decides at steps and stages, who answers for each step and who does it, by the codes of their roles. Where
/// someone should be named and nobody is, that is said, too.
pub fn add_roles(notes: &mut MapNotes, document: &Document, map: MapKey, fonts: &Fonts) {
    add(notes, document, map, None, fonts);
}

/// The same by the names of the roles at steps, for a room that knows no codes; as far as a step has room.
pub fn add_named_roles(notes: &mut MapNotes, document: &Document, map: MapKey, fonts: &Fonts) {
    let names = document.roles().iter().map(|(id, it)| (*id, it.title.to_string())).collect();
    add(notes, document, map, Some(&names), fonts);
}

fn add(notes: &mut MapNotes, document: &Document, map: MapKey, names: Option<&Called>, fonts: &Fonts) {
    let codes = document.role_codes();
    let found = map_roles(document, map);
    for (id, roles) in found.steps {
        let coded = held(&roles, &codes);
        if coded.is_empty() {
            continue;
        }
        let note = match names {
            Some(names) => RolesNote::named(&held(&roles, names), &coded, fonts),
            None => RolesNote::new(&coded, fonts),
        };
        notes.steps.entry(id).or_default().roles = Some(note);
    }
    for (id, deciders) in found.stages {
        if let Some(codes) = brief(&deciders, &codes) {
            notes.deciders.insert(id, NoteLabel::new(&codes, fonts));
        }
    }
}

/// What is held at a step, in the order in which it is read; A and R of the same roles are one.
fn held(roles: &StepRoles, called: &Called) -> Vec<HeldBy> {
    let (answers, does) = (brief(&roles.accountable, called), brief(&roles.responsible, called));
    let letters = match (answers, does) {
        (None, None) if roles.expected => vec![(Held::Unassigned, None)],
        (answers, _) if answers.is_some() && roles.accountable == roles.responsible => {
            vec![(Held::Both, answers)]
        }
        (answers, does) => vec![(Held::Accountable, answers), (Held::Responsible, does)],
    };
    let decides = brief(&roles.deciders, called).map(|it| (Held::Decides, Some(it)));
    let needed = |it: &HeldBy| it.1.is_some() || roles.expected;
    decides.into_iter().chain(letters.into_iter().filter(needed)).collect()
}

/// What the first role is called; with a plus behind it where there are more.
fn brief(roles: &[RoleId], called: &Called) -> Option<String> {
    let (first, rest) = roles.split_first()?;
    let name = called.get(first)?;
    Some(if rest.is_empty() { name.clone() } else { format!("{name}+") })
}

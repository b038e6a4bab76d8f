//! Who does what, as notes on steps and stages.

use std::collections::BTreeMap;

use opmap_analysis::{StepRoles, map_roles};
use opmap_model::{Document, MapKey, RoleId};

use crate::{Fonts, Held, MapNotes, NoteLabel, RolesNote};

/// The codes of roles.
type Codes = BTreeMap<RoleId, String>;

/// Adds who decides at steps and stages, who answers for each step and who does it, by the codes of their roles. Where
/// someone should be named and nobody is, that is said, too.
pub fn add_roles(notes: &mut MapNotes, document: &Document, map: MapKey, fonts: &Fonts) {
    let codes = document.role_codes();
    let found = map_roles(document, map);
    for (id, roles) in found.steps {
        let held = held(&roles, &codes);
        if !held.is_empty() {
            notes.steps.entry(id).or_default().roles = Some(RolesNote::new(&held, fonts));
        }
    }
    for (id, deciders) in found.stages {
        if let Some(codes) = brief(&deciders, &codes) {
            notes.deciders.insert(id, NoteLabel::new(&codes, fonts));
        }
    }
}

/// What is held at a step, in the order in which it is read; A and R of the same roles are one.
fn held(roles: &StepRoles, codes: &Codes) -> Vec<(Held, Option<String>)> {
    let (answers, does) = (brief(&roles.accountable, codes), brief(&roles.responsible, codes));
    let letters = match (answers, does) {
        (None, None) if roles.expected => vec![(Held::Unassigned, None)],
        (answers, _) if answers.is_some() && roles.accountable == roles.responsible => {
            vec![(Held::Both, answers)]
        }
        (answers, does) => vec![(Held::Accountable, answers), (Held::Responsible, does)],
    };
    let decides = brief(&roles.deciders, codes).map(|it| (Held::Decides, Some(it)));
    let needed = |it: &(Held, Option<String>)| it.1.is_some() || roles.expected;
    decides.into_iter().chain(letters.into_iter().filter(needed)).collect()
}

/// The code of the first role; with a plus behind it where there are more.
fn brief(roles: &[RoleId], codes: &Codes) -> Option<String> {
    let (first, rest) = roles.split_first()?;
    let code = codes.get(first)?;
    Some(if rest.is_empty() { code.clone() } else { format!("{code}+") })
}

//! What would settle findings about the register of roles.

use opmap_model::{Document, Edit, RecordId, Role, RoleId, folded};

use super::Fix;
use crate::Finding;

/// R21: all roles of the name become one, where one of them says all that the others say. Else only people know
/// whether it is one role or two.
pub(super) fn made_one(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let RecordId::Role(first) = *finding.records.first()? else { return None };
    let name = folded(document.get(first)?.title.as_str());
    let roles = document.roles_in_order();
    let same: Vec<(RoleId, &Role)> =
        roles.into_iter().filter(|(_, it)| folded(it.title.as_str()) == name).collect();
    let others = |id: RoleId| same.iter().filter(move |it| it.0 != id);
    let (into, _) = same.iter().find(|(id, it)| others(*id).all(|other| says_all(*id, it, other.1)))?;
    let merges: Vec<Edit> =
        others(*into).map(|(from, _)| Edit::MergeRoles { from: *from, into: *into }).collect();
    let label = if merges.len() == 1 { "Make both one role" } else { "Make all one role" };
    (!merges.is_empty()).then(|| vec![Fix { label: label.to_owned(), edit: Edit::All(merges) }])
}

/// Whether a role says of itself all that another one says.
fn says_all(id: RoleId, role: &Role, other: &Role) -> bool {
    fn says<T: PartialEq>(it: Option<&T>, other: Option<&T>) -> bool {
        other.is_none() || it == other
    }
    says(role.function.as_ref(), other.function.as_ref())
        && says(role.level.as_ref(), other.level.as_ref())
        && (other.reports_to == Some(id) || says(role.reports_to.as_ref(), other.reports_to.as_ref()))
        && says(role.sourcing.as_ref(), other.sourcing.as_ref())
        && says(role.person.as_ref(), other.person.as_ref())
        && role.frontline >= other.frontline
        && role.committee >= other.committee
}

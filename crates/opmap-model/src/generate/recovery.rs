//! A made-up recovery matrix, and random edits of one.

use super::edits::{some_id, with};
use super::{Dice, put, title};
use crate::{
    Change, CustomerGroup, CustomerGroupId, Disruption, DisruptionId, Document, Edit, Limit, Rank,
    RecoveryCell, Response, ResponseField, RoleId, Seconds,
};

const GROUPS: [&str; 3] = ["Standard", "Works from home", "Care alarm on the line"];
const SEVERITIES: [&str; 3] = ["Slow line", "Drops out", "Fully down"];

/// Three customer groups and three severities with a response in most cells.
pub(super) fn made_up(dice: &mut Dice, change: &mut Change, roles: &[RoleId]) {
    let rank = |index: i64| Rank(index << 16);
    let disruptions = SEVERITIES.map(|it| (DisruptionId(dice.uuid()), Disruption::new(title(it))));
    for (index, (id, disruption)) in (1..).zip(disruptions.clone()) {
        put(change, id, Disruption { rank: rank(index), ..disruption });
    }
    for (index, name) in (1..).zip(GROUPS) {
        let filled = disruptions.iter().filter(|_| dice.below(5) > 0).map(|it| it.0).collect::<Vec<_>>();
        let responses = filled.into_iter().map(|it| (it, response(dice, roles))).collect();
        let group = CustomerGroup { rank: rank(index), responses, ..CustomerGroup::new(title(name)) };
        put(change, CustomerGroupId(dice.uuid()), group);
    }
}

fn response(dice: &mut Dice, roles: &[RoleId]) -> Response {
    Response {
        authority: dice.pick(roles).copied(),
        limit: (dice.below(2) == 0).then(|| Limit { amount: dice.below(500) as u64, unit: title("€") }),
        within_secs: Seconds::new(3_600 * u32::try_from(dice.below(48)).unwrap_or(1)),
        escalate_to: (dice.below(2) == 0).then(|| dice.pick(roles).copied()).flatten(),
    }
}

/// An edit of the recovery matrix.
pub(super) fn edit(document: &Document, dice: &mut Dice) -> Edit {
    let name = title(&format!("Sort {}", dice.below(90)));
    match dice.below(14) {
        0 | 1 => Edit::AddCustomerGroup {
            id: CustomerGroupId(dice.uuid()),
            customer_group: CustomerGroup::new(name),
            before: some_id(document, dice),
        },
        2 | 3 => Edit::AddDisruption {
            id: DisruptionId(dice.uuid()),
            disruption: Disruption::new(name),
            before: some_id(document, dice),
        },
        4 => with(some_id(document, dice), |id| Edit::RenameCustomerGroup { id, title: name }),
        5 => with(some_id(document, dice), |id| Edit::RenameDisruption { id, title: name }),
        6 => with(some_id(document, dice), |id| Edit::MoveCustomerGroup {
            id,
            before: some_id(document, dice),
        }),
        7 => with(some_id(document, dice), |id| Edit::MoveDisruption { id, before: some_id(document, dice) }),
        8 => with(some_id(document, dice), |id| Edit::RemoveCustomerGroup { id }),
        9 => with(some_id(document, dice), |id| Edit::RemoveDisruption { id }),
        _ => with(some_id(document, dice).zip(some_id(document, dice)), |(group, disruption)| {
            let cell = RecoveryCell { group, disruption };
            Edit::SetResponse { cell, field: field(document, dice) }
        }),
    }
}

fn field(document: &Document, dice: &mut Dice) -> ResponseField {
    let roles: Vec<RoleId> = document.roles().keys().copied().collect();
    let made = response(dice, &roles);
    match dice.below(6) {
        0 => ResponseField::Authority(made.authority),
        1 => ResponseField::Limit(made.limit),
        2 => ResponseField::Within(made.within_secs),
        3 => ResponseField::EscalateTo(made.escalate_to),
        4 => ResponseField::Whole(Response::default()),
        _ => ResponseField::Whole(made),
    }
}

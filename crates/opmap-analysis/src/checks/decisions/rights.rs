//! Checks of who has which right in a decision.

use opmap_model::{DaciLetter, RapidLetter, RightLetter, Rights, RightsOf, RoleId, Threshold, Thresholds};

use super::Judged;
use crate::{Finding, Severity};

/// D2, D3, D4 and D12: what a framework asks for, a material decision has; any other names at least who decides.
pub(super) fn findings(it: &Judged<'_>, thresholds: &Thresholds, found: &mut Vec<Finding>) {
    match &it.decision.rights {
        _ if !it.decision.material => decided_by_no_one(it, found),
        Rights::Decider(decider) => without_framework(it, *decider, found),
        Rights::Rapid(rights) => {
            complete_rapid(it, rights, found);
            sparing_agreement(it, rights, thresholds, found);
        }
        Rights::Daci(rights) => complete_daci(it, rights, found),
    }
}

/// D12: a choice that does not deserve a framework still has someone who decides, at least in one band.
fn decided_by_no_one(it: &Judged<'_>, found: &mut Vec<Finding>) {
    if it.decision.deciders().is_empty() {
        found.push(it.finding("D12", Severity::Warning, format!("No one decides {}.", it.name()), []));
    }
}

/// D12: a material decision has a framework.
fn without_framework(it: &Judged<'_>, decider: Option<RoleId>, found: &mut Vec<Finding>) {
    let sentence = format!("{} is material, and has no framework: choose RAPID or DACI.", it.name());
    found.push(it.finding("D12", Severity::Warning, sentence, decider));
}

/// D2: one decides, one recommends, someone performs.
fn complete_rapid(it: &Judged<'_>, rights: &RightsOf<RapidLetter>, found: &mut Vec<Finding>) {
    exactly_one("D2", it, rights, RapidLetter::Decide, ("decides", "decide"), found);
    exactly_one("D2", it, rights, RapidLetter::Recommend, ("recommends", "recommend"), found);
    if holders(rights, RapidLetter::Perform).is_empty() {
        let sentence = format!("No one performs {}.", it.name());
        found.push(it.finding("D2", Severity::Error, sentence, []).at(point(RapidLetter::Perform)));
    }
}

/// D3: few can block, and who can does not decide as well.
fn sparing_agreement(
    it: &Judged<'_>,
    rights: &RightsOf<RapidLetter>,
    thresholds: &Thresholds,
    found: &mut Vec<Finding>,
) {
    let agree = holders(rights, RapidLetter::Agree);
    if agree.len() > thresholds.of(Threshold::Agree) as usize {
        let sentence =
            format!("{} roles must agree to {}: do all need to be able to block it?", agree.len(), it.name());
        found.push(it.finding("D3", Severity::Warning, sentence, agree.iter().copied()));
    }
    for role in holders(rights, RapidLetter::Decide).into_iter().filter(|role| agree.contains(role)) {
        let sentence = format!("{} must agree to {}, and decides it as well.", it.names([role]), it.name());
        found.push(it.finding("D3", Severity::Warning, sentence, [role]).at(1));
    }
}

/// D4: one drives and one approves. Several who claim to approve are a conflict for the room to settle.
fn complete_daci(it: &Judged<'_>, rights: &RightsOf<DaciLetter>, found: &mut Vec<Finding>) {
    exactly_one("D4", it, rights, DaciLetter::Driver, ("drives", "drive"), found);
    exactly_one("D4", it, rights, DaciLetter::Approver, ("approves", "approve"), found);
}

fn exactly_one<L: RightLetter>(
    rule: &'static str,
    it: &Judged<'_>,
    rights: &RightsOf<L>,
    letter: L,
    (one, many): (&str, &str),
    found: &mut Vec<Finding>,
) {
    let held = holders(rights, letter);
    let sentence = match held.as_slice() {
        [] => format!("No one {one} {}.", it.name()),
        [_] => return,
        _ => format!(
            "{} {many} {}: {} has one “{}”.",
            it.names(held.iter().copied()),
            it.name(),
            L::FRAMEWORK,
            letter.label()
        ),
    };
    found.push(it.finding(rule, Severity::Error, sentence, held).at(point(letter)));
}

/// A letter as the point of a finding: its place in the framework.
fn point<L: RightLetter>(letter: L) -> usize {
    L::ALL.iter().position(|it| *it == letter).unwrap_or_default()
}

/// The roles that hold a letter, each once whatever the room calls its right.
fn holders<L: RightLetter>(rights: &RightsOf<L>, letter: L) -> Vec<RoleId> {
    let mut roles: Vec<RoleId> = rights.iter().filter(|it| it.letter == letter).map(|it| it.role).collect();
    roles.dedup();
    roles
}

//! What would settle findings about decisions.

use std::collections::BTreeSet;

use opmap_model::{
    Bands, DaciLetter, Decision, DecisionField, DecisionId, Document, Edit, Keyword, RapidLetter, RecordId,
    Right, RightLetter, Rights, RightsOf, RoleId,
};

use super::letters::Row;
use super::{Fix, for_each};
use crate::Finding;
use crate::checks::{NO_TARGET, TO_ITSELF};

/// The decision that a finding is about.
fn decision<'a>(document: &'a Document, finding: &Finding) -> Option<(DecisionId, &'a Decision)> {
    let RecordId::Decision(id) = *finding.records.first()? else { return None };
    Some((id, document.get(id)?))
}

fn set_rights(id: DecisionId, rights: Rights) -> Edit {
    Edit::SetDecision { id, field: DecisionField::Rights(rights) }
}

fn with<L: RightLetter>(rights: &RightsOf<L>, letter: L, role: RoleId) -> RightsOf<L> {
    rights.iter().cloned().chain([Right { letter, role, words: None }]).collect()
}

/// Who could take a decision: those who answer for its steps, or could.
fn could_decide(document: &Document, decision: &Decision) -> Vec<RoleId> {
    let steps = decision.steps.iter();
    let answer =
        steps.clone().filter_map(|id| document.get(*id)).flat_map(|it| document.accountable_for_step(it));
    let rows = steps.filter_map(|id| Row::of(document, &RecordId::Step(*id)));
    answer.chain(rows.flat_map(|row| row.could_answer())).collect()
}

/// Who could have another right in it: those who do its steps.
fn could_take_part(document: &Document, decision: &Decision) -> Vec<RoleId> {
    let steps = decision.steps.iter().filter_map(|id| document.get(*id));
    let held = steps.clone().flat_map(|it| document.letters_of_step(it));
    let does = held.filter(|it| it.letter.does()).map(|it| it.role);
    does.chain(steps.filter_map(|it| document.get(it.lane)?.role)).collect()
}

/// D2: someone who could have the letter that is missing, or one of those who share it.
pub(super) fn rapid_holder(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let (id, it) = decision(document, finding)?;
    let Rights::Rapid(rights) = &it.rights else { return None };
    let letter = *RapidLetter::ALL.get(finding.point)?;
    let verb = match letter {
        RapidLetter::Decide => "decides",
        RapidLetter::Recommend => "recommends",
        RapidLetter::Perform => "performs",
        RapidLetter::Agree | RapidLetter::Input => return None,
    };
    Some(one_holder(document, it, rights, (letter, verb), |rights| set_rights(id, Rights::Rapid(rights))))
}

/// D4: the same in DACI.
pub(super) fn daci_holder(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let (id, it) = decision(document, finding)?;
    let Rights::Daci(rights) = &it.rights else { return None };
    let letter = *DaciLetter::ALL.get(finding.point)?;
    let verb = match letter {
        DaciLetter::Approver => "approves",
        DaciLetter::Driver => "drives",
        DaciLetter::Contributor | DaciLetter::Informed => return None,
    };
    Some(one_holder(document, it, rights, (letter, verb), |rights| set_rights(id, Rights::Daci(rights))))
}

fn one_holder<L: RightLetter>(
    document: &Document,
    decision: &Decision,
    rights: &RightsOf<L>,
    (letter, verb): (L, &str),
    set: impl Fn(RightsOf<L>) -> Edit,
) -> Vec<Fix> {
    let holders: BTreeSet<RoleId> =
        rights.iter().filter(|it| it.letter == letter).map(|it| it.role).collect();
    match holders.len() {
        0 => {
            let could = if letter == L::DECIDES { could_decide } else { could_take_part };
            let edit = |role| set(with(rights, letter, role));
            for_each(document, could(document, decision), |title| format!("{title} {verb}"), edit)
        }
        1 => Vec::new(),
        _ => {
            let edit = |kept| {
                set(rights.iter().filter(|it| it.letter != letter || it.role == kept).cloned().collect())
            };
            for_each(document, holders, |title| format!("Keep {title}"), edit)
        }
    }
}

/// D3: who decides no longer has to agree.
pub(super) fn without_agreeing(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let (id, it) = decision(document, finding)?;
    let (Rights::Rapid(rights), [_, RecordId::Role(role)]) = (&it.rights, finding.records.as_slice()) else {
        return None;
    };
    let agrees = |it: &&Right<RapidLetter>| it.letter == RapidLetter::Agree && it.role == *role;
    rights.iter().find(agrees)?;
    let less = rights.iter().filter(|it| !agrees(it)).cloned().collect();
    let label = format!("{} only decides", document.get(*role)?.title);
    Some(vec![Fix { label, edit: set_rights(id, Rights::Rapid(less)) }])
}

/// D6: who decides in the next band above, or leads who decides in the one below.
pub(super) fn decider_of_band(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let (id, it) = decision(document, finding)?;
    let bands = it.bands.as_ref()?;
    let deciders: Vec<Option<RoleId>> = bands.deciders().collect();
    let open = deciders.get(finding.point)?.is_none();
    let (below, above) = deciders.split_at(finding.point);
    let above = above.iter().flatten().next().copied();
    let lead = below.iter().flatten().next_back().and_then(|id| document.get(*id)?.reports_to);
    let edit = |role| {
        let (mut limited, mut beyond) = (bands.limited().to_vec(), bands.beyond());
        match limited.get_mut(finding.point) {
            Some(band) => band.decider = Some(role),
            None => beyond = Some(role),
        }
        let bands = Bands::new(bands.unit().clone(), limited, beyond);
        Edit::SetDecision { id, field: DecisionField::Bands(bands) }
    };
    let could = above.into_iter().chain(lead);
    open.then(|| for_each(document, could, |title| format!("{title} decides"), edit))
}

/// D8: it is escalated to the lead of who decides.
pub(super) fn another_target(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let (id, it) = decision(document, finding)?;
    let is_so = match finding.point {
        NO_TARGET => it.escalate_to.is_none() && it.escalate_secs.is_some(),
        TO_ITSELF => it.escalate_to.is_some_and(|target| it.is_always_decided_by(target)),
        _ => false,
    };
    let leads = it.first_deciders().into_iter().filter_map(|id| document.get(id)?.reports_to);
    let leads = leads.filter(|id| !it.is_always_decided_by(*id));
    let edit = |lead| Edit::SetDecision { id, field: DecisionField::EscalateTo(Some(lead)) };
    is_so.then(|| for_each(document, leads, |title| format!("To {title}"), edit))
}

/// D10: a decision of the first step that has none, taken by who answers for the step.
pub(super) fn new_decision(document: &Document, finding: &Finding, fresh: DecisionId) -> Option<Vec<Fix>> {
    let decided: BTreeSet<_> =
        document.decisions().values().flat_map(|it| it.steps.iter().copied()).collect();
    let open = |it: &RecordId| match *it {
        RecordId::Step(id) if !decided.contains(&id) => Some((id, document.get(id)?)),
        _ => None,
    };
    let (id, step) = finding.records.iter().find_map(open)?;
    let mut decision = Decision::new(step.title.clone());
    decision.steps.insert(id);
    decision.rights = Rights::Decider(document.accountable_for_step(step).first().copied());
    let edit = Edit::AddDecision { id: fresh, decision: Box::new(decision), before: None };
    Some(vec![Fix { label: format!("Add “{}”", step.title), edit }])
}

/// D12: a framework for a material decision that has none, or who decides any other.
pub(super) fn framework_or_decider(document: &Document, finding: &Finding) -> Option<Vec<Fix>> {
    let (id, it) = decision(document, finding)?;
    match &it.rights {
        Rights::Decider(decider) if it.material => {
            let rapid = Rights::Rapid(decider.iter().map(|role| decides(*role)).collect());
            let daci = Rights::Daci(decider.iter().map(|role| decides(*role)).collect());
            let fix = |rights: Rights| Fix {
                label: format!("Use {}", rights.framework()),
                edit: set_rights(id, rights),
            };
            Some([rapid, daci].map(fix).into())
        }
        _ if it.material || !it.deciders().is_empty() => None,
        rights => {
            let with_decider = |role| match rights {
                Rights::Decider(_) => Rights::Decider(Some(role)),
                Rights::Rapid(rights) => Rights::Rapid(with(rights, RapidLetter::DECIDES, role)),
                Rights::Daci(rights) => Rights::Daci(with(rights, DaciLetter::DECIDES, role)),
            };
            let could = could_decide(document, it);
            let edit = |role| set_rights(id, with_decider(role));
            Some(for_each(document, could, |title| format!("{title} decides"), edit))
        }
    }
}

fn decides<L: RightLetter>(role: RoleId) -> Right<L> {
    Right { letter: L::DECIDES, role, words: None }
}

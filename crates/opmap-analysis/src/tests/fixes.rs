//! Fixes: what is offered for each rule, and that each of them settles what it is offered for.

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::generate::{self, Dice, Options, random_edit};
use opmap_model::{
    DecisionField, DecisionId, Document, Edit, Letter, LetterCell, Mark, RecordId, Rights, RightsOf,
    RoleField, RoleId, Sourcing, StepField, StepKind, Subject, notation,
};
use uuid::Uuid;

use super::parse;
use crate::{Finding, Fix, analyze, fixes};

const FRESH: DecisionId = DecisionId(Uuid::from_u128(999_999));

fn after(document: &Document, fix: &Fix) -> Document {
    let change = fix.edit.plan(document).unwrap_or_else(|it| panic!("“{}” is refused: {it}", fix.label));
    assert!(!change.is_empty(), "“{}” changes nothing", fix.label);
    let mut after = document.clone();
    after.apply(&change).unwrap();
    after
}

/// What is offered for the findings of one rule, a line each.
fn offered(rule: &str, document: &Document) -> Vec<String> {
    let found = analyze(document).findings.into_iter().filter(|it| it.rule == rule);
    let labels = found.map(|finding| {
        let labels: Vec<String> = fixes(document, &finding, FRESH).into_iter().map(|it| it.label).collect();
        labels.join(", ")
    });
    labels.collect()
}

/// One map; Dispatcher performs the lane *Dispatch* and reports to Dispatch lead, who reports to Head.
fn repair(steps: &str) -> Document {
    parse(&format!(
        "workshop \"W\"\nrole head \"Head\"\nrole lead \"Dispatch lead\" reports-to=head\n\
         role dis \"Dispatcher\" reports-to=lead\nrole board \"Board\" committee=yes\nrole crew \"Crew\" sourcing=partner\n\
         channel ph \"Phone\"\nchannel web \"Web\"\njourney j \"Repair\" owner=head\nmap j as-lived\nstage s \"One\"\n\
         lane cu \"Customer\" kind=customer\nlane di \"Dispatch\" kind=backstage role=dis\n\
         lane ne \"Network\" kind=backstage role=crew\n{steps}"
    ))
}

fn step(letters: &str) -> Document {
    repair(&format!("step x \"Credit?\" at=s/di kind=decision letters={letters}"))
}

fn decision(rest: &str) -> Document {
    repair(&format!(
        "step x \"Credit?\" at=s/di kind=decision letters=lead:A,dis:R\ndecision \"Credit\" step=x {rest}"
    ))
}

#[test]
fn r1_the_a_goes_to_who_leads_does_or_owns_and_of_several_one_is_kept() {
    assert_eq!(offered("R1", &step("dis:R")), ["A to Dispatch lead, A to Dispatcher, A to Head"]);
    assert_eq!(offered("R1", &step("crew:R")), ["A to Dispatcher, A to Head"], "no one from outside");
    assert_eq!(offered("R1", &step("head:A,lead:A,dis:R")), ["Keep Head, Keep Dispatch lead"]);
}

#[test]
fn r2_and_r15_the_role_of_the_lane_does_it() {
    assert_eq!(offered("R2", &step("lead:A")), ["R to Dispatcher, R to Dispatch lead"]);
    let split = step("lead:A,crew:R,dis:C");
    assert_eq!(offered("R15", &split), ["R to Dispatcher"]);
    let finding = analyze(&split).findings.into_iter().find(|it| it.rule == "R15").unwrap();
    let settled = after(&split, &fixes(&split, &finding, FRESH)[0]);
    let letters = settled.letters_of_step(settled.steps().values().next().unwrap());
    assert_eq!(letters.iter().filter(|it| it.letter == Letter::Responsible).count(), 2, "Crew keeps its own");
}

#[test]
fn r7_what_has_no_letter_goes_to_the_lanes() {
    let open = "step x \"X\" at=s/di letters=lead:A/R\nstep y \"Y\" at=s/di";
    assert_eq!(offered("R7", &repair(open)), ["A/R to Dispatcher"]);
    let from_outside = "step x \"X\" at=s/di letters=lead:A/R\nstep y \"Y\" at=s/ne";
    assert_eq!(offered("R7", &repair(from_outside)), [""], "no one from outside is made to answer (R14)");
}

#[test]
fn r11_a_role_that_nothing_names_can_go() {
    let idle = offered("R11", &step("head:A,lead:C,dis:R"));
    assert_eq!(idle, ["", "Delete Board", "",], "Dispatch lead is asked, and the lane of Network names Crew");
}

#[test]
fn r13_and_r14_someone_of_the_company_answers_alone() {
    assert_eq!(offered("R13", &step("board:A,dis:R")), ["A to Dispatch lead, A to Dispatcher, A to Head"]);
    assert_eq!(offered("R14", &step("crew:A/R,dis:C")), ["A to Dispatcher, A to Head"]);
}

#[test]
fn r17_someone_who_does_not_do_the_control_answers_for_it() {
    let control = |letters: &str| {
        repair(&format!(
            "step x \"Check\" at=s/di control=yes letters={letters}\nstep y \"Y\" at=s/di letters=lead:A"
        ))
    };
    assert_eq!(offered("R17", &control("dis:A/R")), ["A to Dispatch lead, A to Head"]);
    let document = control("lead:A/R");
    assert_eq!(offered("R17", &document), ["A to Head, A to Dispatcher"]);
    let finding = analyze(&document).findings.into_iter().find(|it| it.rule == "R17").unwrap();
    let settled = after(&document, &fixes(&document, &finding, FRESH)[0]);
    assert_eq!(offered("R17", &settled), [""; 0], "Dispatch lead still does it");
}

#[test]
fn r21_roles_of_one_name_become_one_where_none_says_what_the_one_does_not() {
    let twice = repair(
        "role twin \"dispatchér\"\nstep x \"X\" at=s/di letters=twin:R,lead:A\nstep y \"Y\" at=s/di letters=dis:R",
    );
    let finding = analyze(&twice).findings.into_iter().find(|it| it.rule == "R21").unwrap();
    assert_eq!(
        (finding.sentence.as_str(), finding.records.len()),
        ("2 roles are called “Dispatcher”: make them one, or give each a name of its own.", 2)
    );
    assert_eq!(offered("R21", &twice), ["Make both one role"]);
    let settled = after(&twice, &fixes(&twice, &finding, FRESH)[0]);
    assert_eq!(offered("R21", &settled), [""; 0]);
    let role = settled.roles().values().find(|it| it.title.as_str() == "Dispatcher").unwrap();
    assert!(role.reports_to.is_some(), "the role that says more stays");
    let letters = |at: usize| settled.letters_of_step(settled.steps().values().nth(at).unwrap()).len();
    assert_eq!((letters(0), letters(1)), (2, 1), "the letters of both are its own");

    let named = |more: &str| repair(&format!("role twin \"Dispatcher\" {more}\nrole thrice \"DISPATCHER\""));
    assert_eq!(
        offered("R21", &named("function=\"Sales\"")),
        [""],
        "one reports to someone, one has a function"
    );
    assert_eq!(offered("R21", &named("reports-to=lead level=2")), ["Make all one role"]);
}

#[test]
fn r16_and_h11_the_owner_is_who_is_there_already() {
    let steps =
        "step x \"X\" at=s/di letters=lead:A,dis:R\nstep y \"Y\" at=s/ne letters=lead:A,crew:R\nflow x -> y";
    let journey = parse(&notation::print(&repair(steps)).replace(" owner=r1", ""));
    assert_eq!(offered("R16", &journey), ["Owner: Dispatch lead"]);
    assert_eq!(offered("H11", &journey), ["Owner: Dispatcher, Owner: Crew"]);
    let tie = parse(&notation::print(&journey).replacen("r2:A", "r1:A", 1));
    assert_eq!(offered("R16", &tie), [""], "no one stands out");
}

#[test]
fn b2_a_lane_moves_or_changes_its_kind() {
    let low = repair("lane ce \"Centre\" kind=frontstage");
    assert_eq!(offered("B2", &low), ["Move it up, Make it backstage"]);
    let finding = analyze(&low).findings.into_iter().find(|it| it.rule == "B2").unwrap();
    let moved = after(&low, &fixes(&low, &finding, FRESH)[0]);
    let map = moved.lanes().values().next().unwrap().map();
    let lanes: Vec<_> = moved.lanes_of_map(map).into_iter().map(|(_, it)| it.title.as_str()).collect();
    assert_eq!(lanes, ["Customer", "Centre", "Dispatch", "Network"]);
}

#[test]
fn b4_and_b5_a_further_channel_comes_first_and_someone_answers() {
    let call = "step x \"Calls\" at=s/cu kind=touchpoint other-channels=web,ph moment-of-truth=yes\n\
                step y \"Y\" at=s/di letters=lead:A,dis:R";
    assert_eq!(offered("B4", &repair(call)), ["Phone first, Web first"]);
    assert_eq!(offered("B5", &repair(call)), ["A to Head"]);
}

#[test]
fn d2_d3_and_d4_each_right_has_its_holder() {
    let rapid = |rights: &str| decision(&format!("material=yes framework=rapid {rights}"));
    assert_eq!(
        offered("D2", &rapid("right=head:input")),
        [
            "Dispatch lead decides, Dispatcher decides, Head decides",
            "Dispatcher recommends",
            "Dispatcher performs"
        ]
    );
    let two = rapid("right=head:decide right=lead:decide right=dis:recommend right=dis:perform");
    assert_eq!(offered("D2", &two), ["Keep Head, Keep Dispatch lead"]);
    let both = rapid("right=head:decide right=head:agree right=dis:recommend right=dis:perform");
    assert_eq!(offered("D3", &both), ["Head only decides"]);
    let daci = decision("material=yes framework=daci right=head:approver right=lead:approver");
    assert_eq!(offered("D4", &daci), ["Dispatcher drives", "Keep Head, Keep Dispatch lead"]);
}

#[test]
fn d6_and_d8_go_up_the_line() {
    let open = decision("decider=dis unit=\"€\" band=100:dis band=500:- beyond=head");
    assert_eq!(offered("D6", &open), ["Head decides, Dispatch lead decides"]);
    assert_eq!(offered("D8", &decision("decider=dis escalate-after=1d")), ["To Dispatch lead"]);
    assert_eq!(
        offered("D8", &decision("decider=dis escalate-to=dis escalate-after=1d")),
        ["To Dispatch lead"]
    );
    let any_amount = decision("unit=\"€\" beyond=dis escalate-to=dis escalate-after=1d");
    assert_eq!(offered("D8", &any_amount), ["To Dispatch lead"]);
    assert_eq!(offered("D8", &decision("decider=dis escalate-to=lead")), [""], "how long, people say");
}

#[test]
fn d10_and_d12_a_decision_is_there_with_who_takes_it() {
    let with_other = repair(
        "step x \"Credit?\" at=s/di kind=decision letters=lead:A,dis:R\ndecision \"Other\" stage=s decider=dis",
    );
    assert_eq!(offered("D10", &decision("decider=dis")), [] as [&str; 0]);
    assert_eq!(offered("D10", &with_other), ["Add “Credit?”"]);
    let finding = analyze(&with_other).findings.into_iter().find(|it| it.rule == "D10").unwrap();
    let added = after(&with_other, &fixes(&with_other, &finding, FRESH)[0]);
    let decider = added.get(FRESH).unwrap().rights.deciders()[0];
    assert_eq!(added.get(decider).unwrap().title.as_str(), "Dispatch lead", "who answers for the step");
    assert_eq!(offered("D12", &decision("")), ["Dispatch lead decides, Dispatcher decides, Head decides"]);
    assert_eq!(offered("D12", &decision("material=yes decider=dis")), ["Use RAPID, Use DACI"]);
}

#[test]
fn h5_what_closes_a_circle_is_marked_as_rework_and_still_counts_once() {
    let circle = repair(
        "step x \"Plans\" at=s/di letters=lead:A,dis:R\nstep y \"Drives\" at=s/di letters=lead:A,dis:R\n\
         step z \"Fixes\" at=s/di letters=lead:A,dis:R\nflow x -> y\nflow y -> z\nflow z -> x\n",
    );
    assert_eq!(offered("H5", &circle), ["Mark as rework"]);
    let finding = analyze(&circle).findings.into_iter().find(|it| it.rule == "H5").unwrap();
    assert_eq!(
        finding.sentence,
        "The connector from “Fixes” back to “Plans” in the as-lived map closes a circle and is not marked as rework."
    );
    let marked = after(&circle, &fixes(&circle, &finding, FRESH)[0]);
    assert_eq!(offered("H5", &marked), [] as [&str; 0]);
    assert_eq!([&circle, &marked].map(|it| analyze(it).flows[0].rework.len()), [1, 1]);
    let back = repair("step x \"Plans\" at=s/di\nstep y \"Drives\" at=s/di\nflow y -> x\n");
    assert_eq!(offered("H5", &back), [] as [&str; 0], "what leads back alone closes no circle");
}

#[test]
fn a_finding_that_is_settled_meanwhile_is_offered_nothing() {
    let before = step("dis:R");
    let finding = analyze(&before).findings.into_iter().find(|it| it.rule == "R1").unwrap();
    let settled = after(&before, &fixes(&before, &finding, FRESH)[0]);
    assert_eq!(fixes(&settled, &finding, FRESH), []);
    assert_eq!(fixes(&parse("workshop \"W\""), &finding, FRESH), [], "its row is gone");
}

/// How much the findings are about, by what tells one from another.
fn weights(findings: &[Finding]) -> BTreeMap<Key, usize> {
    let mut weights = BTreeMap::new();
    for it in findings {
        *weights.entry(key(it)).or_default() += 1 + it.records.len();
    }
    weights
}

/// Rule, main record and point: what tells one finding from another.
type Key = (&'static str, RecordId, usize);

fn key(finding: &Finding) -> Key {
    (finding.rule, finding.records[0], finding.point)
}

/// A committee, a partner, a touchpoint with a further channel alone, a step without any letter, and a material decision
/// that nobody drives.
fn what_chance_seldom_makes(document: &Document) -> Vec<Edit> {
    let [board, crew, ..] = document.roles().keys().copied().collect::<Vec<_>>()[..] else { panic!() };
    let (step, channel) = (document.steps().keys().next(), document.channels().keys().next());
    let of_step = |field| Edit::SetSteps { ids: step.copied().into_iter().collect(), field };
    let id = document.decisions().keys().next().copied();
    let of_decision = |field| id.map(|id| Edit::SetDecision { id, field });
    let nobody_drives = [DecisionField::Material(true), DecisionField::Rights(Rights::Daci(RightsOf::new()))];
    let of_decision = nobody_drives.into_iter().filter_map(of_decision);
    let others = [
        Edit::SetRole { id: board, field: RoleField::Committee(true) },
        Edit::SetRole { id: crew, field: RoleField::Sourcing(Some(Sourcing::Partner)) },
        of_step(StepField::Kind(StepKind::Touchpoint)),
        of_step(StepField::Channel(None)),
        of_step(StepField::OtherChannel(*channel.unwrap(), true)),
        Edit::SetLetters {
            cells: document.roles().keys().map(|role| without_letter(document, *role)).collect(),
        },
    ];
    others.into_iter().chain(of_decision).collect()
}

/// Nothing for a role in the second step.
fn without_letter(document: &Document, role: RoleId) -> LetterCell {
    let step = *document.steps().keys().nth(1).expect("it has steps");
    LetterCell { subject: Subject::Step(step), role, mark: Mark::Nothing }
}

#[test]
fn every_fix_settles_what_it_is_offered_for() {
    let mut settled: BTreeSet<&str> = BTreeSet::new();
    for seed in 0..40 {
        let mut dice = Dice::new(seed);
        let mut document = generate::document(&Options { steps: 24, lanes: 6, stages: 4, seed });
        for edit in what_chance_seldom_makes(&document) {
            document.apply(&edit.plan(&document).unwrap()).unwrap();
        }
        for _ in 0..120 {
            if let Ok(change) = random_edit(&document, &mut dice).plan(&document) {
                document.apply(&change).unwrap();
            }
        }
        let findings = analyze(&document).findings;
        let before = weights(&findings);
        for finding in &findings {
            let offered = fixes(&document, finding, FRESH);
            assert!(offered.len() <= 3, "{finding:?}");
            for fix in offered {
                let now = weights(&analyze(&after(&document, &fix)).findings);
                let (was, is) = (before.get(&key(finding)), now.get(&key(finding)));
                assert!(is < was, "seed {seed}: after “{}” {finding:?} is still there", fix.label);
                settled.insert(finding.rule);
            }
        }
    }
    let all = [
        "B2", "B4", "B5", "D10", "D12", "D2", "D3", "D4", "D6", "D8", "H11", "H5", "M4", "R1", "R11", "R13",
        "R14", "R15", "R16", "R17", "R2", "R7",
    ];
    assert_eq!(settled.into_iter().collect::<Vec<_>>(), all, "the law is about these");
}

#[test]
fn m4_what_a_finding_about_the_shift_rests_on_is_linked_to_the_shift_if_it_was_seen() {
    let scored = |rest: &str| {
        parse(&format!(
            "workshop \"W\"\nshift culture now=4\nevidence E1 \"Told\" grade=reported\n\
             evidence E2 \"Seen\" grade=observed\n{rest}"
        ))
    };
    assert_eq!(offered("M4", &scored("finding F1 \"Good\" shifts=culture evidence=E1,E2")), ["Link E2"]);
    assert_eq!(offered("M4", &scored("finding F1 \"Good\" evidence=E2")), [""], "of another thing");
}

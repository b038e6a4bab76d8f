use std::collections::BTreeSet;

use expect_test::expect;
use opmap_model::{Document, State, notation};
use uuid::Uuid;

use crate::{Analysis, DifferenceKind, analyze, differences};

fn parse(text: &str) -> Document {
    let mut next = 0;
    notation::parse(text, &mut || {
        next += 1;
        Uuid::from_u128(next)
    })
    .unwrap()
}

/// A map with seven lanes in which each test writes its own steps.
fn with_steps(steps: &str) -> Document {
    parse(&format!(
        "workshop \"W\"\nrole own \"Owner\"\nchannel ph \"Phone\"\njourney j \"Repair\" owner=own\nmap j as-lived\nstage s1 \"One\"\n\
         stage s2 \"Two\"\nlane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage function=\"Service\"\n\
         lane di \"Dispatch\" kind=backstage function=\"Operations\"\n\
         lane ne \"Network\" kind=backstage function=\"Operations\"\n{steps}"
    ))
}

fn told(analysis: &Analysis) -> String {
    analysis
        .findings
        .iter()
        .map(|it| {
            format!("{} {} {} ({} records)\n", it.rule, it.severity.word(), it.sentence, it.records.len())
        })
        .collect()
}

#[test]
fn r16_a_journey_has_an_owner() {
    let without = parse("workshop \"W\"\njourney j \"Repair\"");
    expect![[r#"
        R16 error No one owns the journey “Repair” from end to end. (1 records)
    "#]]
    .assert_eq(&told(&analyze(&without)));
    assert_eq!(told(&analyze(&with_steps(""))), "", "with an owner there is nothing to say");
    assert_eq!(told(&analyze(&parse("workshop \"W\""))), "", "without a journey there is nothing to judge");
}

#[test]
fn b2_lanes_keep_the_order_of_their_kinds() {
    let turned = parse(
        "workshop \"W\"\nrole own \"Owner\"\njourney j \"Repair\" owner=own\nmap j to-be\n\
         lane back \"Dispatch\" kind=backstage\nlane front \"Centre\" kind=frontstage\nlane more \"Shop\" kind=frontstage",
    );
    expect![[r#"
        B2 warning “Centre” (frontstage) stands below “Dispatch” (backstage) in the to-be map: move it, or change its kind. (2 records)
    "#]]
    .assert_eq(&told(&analyze(&turned)));
}

#[test]
fn b3_touchpoints_are_met_by_someone() {
    let alone =
        with_steps("step call \"Calls\" at=s1/cu kind=touchpoint channel=ph\nstep log \"Logs\" at=s1/di");
    expect![[r#"
        B3 warning No one meets the customer at “Calls” in the as-lived map: its stage has no frontstage step. (1 records)
    "#]]
    .assert_eq(&told(&analyze(&alone)));
    let met = with_steps(
        "step call \"Calls\" at=s1/cu kind=touchpoint channel=ph\nstep take \"Takes call\" at=s1/ce",
    );
    assert_eq!(told(&analyze(&met)), "");
    let by_system = with_steps(
        "step call \"Calls\" at=s1/cu kind=touchpoint channel=ph\nstep route \"Routes\" at=s1/ne kind=automated fallback=\"By hand\"",
    );
    assert_eq!(told(&analyze(&by_system)), "", "a self-service system meets the customer too");
}

mod accepted;
mod compared;
mod consensus;
mod decisions;
mod delegation;
mod fixes;
mod follow_up;
mod health;
mod kept;
mod lead_times;
mod map_roles;
mod merged;
mod options;
mod overlays;
mod personas;
mod priority;
mod raci;
mod recovery;
mod rules;
mod said_of_steps;
mod schedule;
mod shifts;
mod suggestions;
mod trace;

#[test]
fn h1_handoffs_of_a_trace_are_those_of_the_test_vector_whether_the_way_back_is_marked_or_not() {
    let measured = |lanes: &str, at: [&str; 4], back: &str| {
        let [pete, mike, sue, sara] = at;
        let document = parse(&format!(
            "workshop \"W\"\njourney j \"J\"\nmap j as-lived\nstage s \"S\"\n{lanes}\
             step p \"Pete\" at=s/{pete}\nstep m \"Mike\" at=s/{mike}\nstep u \"Sue\" at=s/{sue}\n\
             step a \"Sara\" at=s/{sara}\nflow p -> u\nflow p -> m\nflow u -> a\nflow m -> a\n{back} a -> p\n"
        ));
        let flow = analyze(&document).flows.remove(0);
        (flow.company_connectors, flow.handoffs.len(), flow.rework.len())
    };
    let lane = |it: &str| format!("lane {it} \"{it}\" kind=backstage\n");
    let people: String = ["pete", "mike", "sue", "sara"].map(lane).concat();
    let roles: String = ["assistant", "expert", "manager"].map(lane).concat();
    for back in ["flow", "rework"] {
        assert_eq!(measured(&people, ["pete", "mike", "sue", "sara"], back), (5, 5, 1), "by person, {back}");
        let by_role = ["assistant", "assistant", "expert", "manager"];
        assert_eq!(measured(&roles, by_role, back), (5, 4, 1), "by role, {back}");
    }
}

#[test]
fn h1_to_h5_and_h11_measure_the_flow() {
    let document = with_steps(
        "step call \"Calls\" at=s1/cu kind=activity\nstep take \"Takes call\" at=s1/ce\nstep log \"Logs\" at=s1/ce\n\
         step plan \"Plans\" at=s2/di\nstep check \"Checks\" at=s2/ne\n\
         flow call -> take\nflow take -> log\nflow log -> plan\n\
         flow plan -> check owner=own trigger=\"t\" information=\"i\" limit=2h acknowledgement=\"a\"\n\
         flow check -> log\nsystem check -> take\nrework plan -> take",
    );
    let analysis = analyze(&document);
    let flow = &analysis.flows[0];
    assert_eq!(
        (flow.steps, flow.company_steps, flow.contacts),
        (5, 4, 1),
        "H1: customer contact is counted apart"
    );
    assert_eq!(flow.handoffs.len(), 4, "log→plan, plan→check, check→log, plan→take; not the system link");
    assert_eq!((flow.company_connectors, flow.handoff_density_permille()), (5, Some(800)), "H2");
    assert_eq!((flow.across_functions, flow.functions_known), (3, 4), "plan→check stays in Operations");
    assert_eq!(flow.cross_silo_permille(), Some(750), "H3");
    assert_eq!((flow.complete, flow.without_owner.len()), (1, 3), "H11");
    assert_eq!(flow.rework.len(), 2, "H5: the marked one, and check→log closes a circle; each once");
    expect![[r#"
        H11 warning The handoff from “Logs” to “Plans” in the as-lived map has no owner. (1 records)
        H11 warning The handoff from “Plans” to “Takes call” in the as-lived map has no owner. (1 records)
        H11 warning The handoff from “Checks” to “Logs” in the as-lived map has no owner. (1 records)
        H5 note The connector from “Checks” back to “Logs” in the as-lived map closes a circle and is not marked as rework. (1 records)
    "#]]
    .assert_eq(&told(&analysis));
}

#[test]
fn h3_without_handoffs_is_not_available() {
    let analysis = analyze(&with_steps("step take \"Takes call\" at=s1/ce"));
    assert_eq!(analysis.flows[0].cross_silo_permille(), None);
    assert_eq!(analysis.flows[0].handoff_density_permille(), None);
    assert!(analyze(&with_steps("")).flows.is_empty(), "a map without steps has no flow");
}

#[test]
fn two_states_are_compared_by_counterpart() {
    let document = with_steps(
        "step take \"Takes call\" at=s1/ce\nstep log \"Logs\" at=s1/ce\nstep plan \"Plans\" at=s2/di\n\
         flow take -> log\nflow log -> plan\n\
         map j to-be\nstage s1 \"One\"\nstage s2 \"Second\"\nlane cu \"Customer\" kind=customer\n\
         lane ce \"Centre\" kind=frontstage function=\"Service\" sourcing=outsourced others-share=60 partner-criteria=\"Speaks Danish\"\nlane di \"Dispatch\" kind=backstage function=\"Operations\"\n\
         step take \"Answers call\" at=s1/ce kind=automated\nstep plan \"Plans\" at=s1/ce\nstep sms \"Sends a text\" at=s2/ce\n\
         flow take -> plan",
    );
    let journey = *document.journeys().keys().next().unwrap();
    let told: String = differences(&document, journey, State::AsLived, State::ToBe)
        .iter()
        .map(|it| format!("{} {}; {}\n", it.kind.label(), it.name, it.words()))
        .collect();
    expect![[r#"
        Changed Second; name (was “Two”)
        Changed Centre; now set: sourcing (Outsourced), share of others (60 %), criteria for partners (“Speaks Danish”)
        Gone Network; 
        Changed Answers call; name (was “Takes call”); kind: Activity, now Automated
        Gone Logs; 
        Moved Plans; from Two, Dispatch to One, Centre
        Added Sends a text; 
        Gone Takes call → Logs; 
        Gone Logs → Plans; 
        Added Answers call → Plans; 
    "#]]
    .assert_eq(&told);
    assert_eq!(differences(&document, journey, State::ToBe, State::ToBe), []);
}

#[test]
fn what_changed_is_named_once() {
    let document = parse(include_str!("../../../assets/templates/halden-broadband.txt"));
    let (journey, _) = document.journeys_in_order()[0];
    let found = differences(&document, journey, State::AsDesigned, State::AsLived);
    let changed = found.iter().filter_map(|it| match &it.kind {
        DifferenceKind::Changed { parts } => Some(parts),
        _ => None,
    });
    let lists: Vec<_> = changed.collect();
    assert!(lists.iter().flat_map(|parts| *parts).any(|it| it.part == "letters"));
    for parts in lists {
        let each: BTreeSet<_> = parts.iter().map(|it| it.part).collect();
        assert_eq!(each.len(), parts.len(), "{parts:?}");
    }
}

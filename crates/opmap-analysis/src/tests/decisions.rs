//! Each rule of D1 to D12: it trips, it just does not, and there is nothing to judge.

use opmap_model::Document;

use super::{parse, told};
use crate::analyze;

/// One map whose steps are two decisions of the company and one of the customer. Roles: a to d, of levels 1 to 4; a
/// meets customers.
fn map(decisions: &str) -> Document {
    parse(&format!(
        "workshop \"W\"\nrole a \"A\" level=1 frontline=yes\nrole b \"B\" level=2\nrole c \"C\" level=3\nrole d \"D\" level=4\n\
         journey j \"Repair\" owner=a\nmap j as-lived\nstage s \"One\"\nstage t \"Two\"\nlane cu \"Customer\" kind=customer\n\
         lane ce \"Centre\" kind=frontstage\nlane di \"Dispatch\" kind=backstage\nstep k \"Accept?\" at=t/cu kind=decision\n\
         step x \"Credit?\" at=s/ce kind=decision\nstep y \"Extra work?\" at=t/di kind=decision\n{decisions}"
    ))
}

/// A decision of the first step, and a second one so that no step is without.
fn decision(rest: &str) -> Document {
    map(&format!("decision \"Give a credit\" step=x {rest}\ndecision \"More work\" step=y decider=d"))
}

/// A material decision with these rights in one framework.
fn with_rights(framework: &str, rights: &[&str]) -> Document {
    let rights: String = rights.iter().map(|it| format!(" right={it}")).collect();
    decision(&format!("material=yes framework={framework}{rights}"))
}

/// What one rule says, a line each.
fn says(rule: &str, document: &Document) -> String {
    let mut analysis = analyze(document);
    analysis.findings.retain(|it| it.rule == rule);
    told(&analysis)
}

const GOOD: [&str; 3] = ["a:recommend", "b:decide", "c:perform"];
const RULES: [&str; 8] = ["D1", "D2", "D3", "D4", "D6", "D7", "D8", "D12"];

#[test]
fn where_there_is_no_decision_there_is_nothing_to_judge() {
    for rule in RULES.iter().chain(&["D10"]) {
        assert_eq!(says(rule, &map("")), "", "{rule}");
        assert_eq!(says(rule, &with_rights("rapid", &GOOD)), "", "{rule}");
    }
    assert_eq!(analyze(&map("")).frontline, [], "D11: n/a");
}

#[test]
fn d1_a_decision_belongs_to_a_stage_or_a_step() {
    assert_eq!(
        says("D1", &map("decision \"Give a credit\" decider=a")),
        "D1 error “Give a credit” belongs to no stage and no step. (1 records)\n"
    );
    assert_eq!(says("D1", &map("decision \"Give a credit\" decider=a stage=s")), "");
    assert_eq!(says("D1", &map("decision \"Give a credit\" decider=a step=x")), "");
}

#[test]
fn d2_rapid_has_one_who_decides_one_who_recommends_and_someone_who_performs() {
    assert_eq!(
        says("D2", &with_rights("rapid", &["a:input"])),
        "D2 error No one decides “Give a credit” in the as-lived map. (1 records)\n\
         D2 error No one recommends “Give a credit” in the as-lived map. (1 records)\n\
         D2 error No one performs “Give a credit” in the as-lived map. (1 records)\n"
    );
    let two = ["a:recommend", "b:recommend", "b:decide", "c:decide", "c:perform", "d:perform"];
    assert_eq!(
        says("D2", &with_rights("rapid", &two)),
        "D2 error “B” and “C” decide “Give a credit” in the as-lived map: RAPID has one “Decide”. (3 records)\n\
         D2 error “A” and “B” recommend “Give a credit” in the as-lived map: RAPID has one “Recommend”. (3 records)\n"
    );
    let same = ["a:recommend", "b:decide", "b:decide:Signs", "c:perform"];
    assert_eq!(says("D2", &with_rights("rapid", &same)), "", "one role with two words for its right");
    assert_eq!(says("D2", &decision("framework=rapid right=a:decide")), "", "it is not material");
}

#[test]
fn d3_few_can_block_and_they_do_not_decide() {
    let agree = |more: &[&'static str]| with_rights("rapid", &[&GOOD[..], more].concat());
    assert_eq!(
        says("D3", &agree(&["a:agree", "c:agree", "d:agree"])),
        "D3 warning 3 roles must agree to “Give a credit” in the as-lived map: do all need to be able to block it? (4 records)\n"
    );
    assert_eq!(says("D3", &agree(&["a:agree", "c:agree"])), "");
    assert_eq!(
        says("D3", &agree(&["b:agree"])),
        "D3 warning “B” must agree to “Give a credit” in the as-lived map, and decides it as well. (2 records)\n"
    );
}

#[test]
fn d4_daci_has_one_driver_and_one_approver() {
    assert_eq!(
        says("D4", &with_rights("daci", &["a:approver", "b:approver", "c:approver"])),
        "D4 error No one drives “Give a credit” in the as-lived map. (1 records)\n\
         D4 error “A”, “B” and “C” approve “Give a credit” in the as-lived map: DACI has one “Approver”. (4 records)\n"
    );
    assert_eq!(says("D4", &with_rights("daci", &["a:driver", "b:approver"])), "");
    assert_eq!(says("D4", &decision("framework=daci right=a:driver")), "", "it is not material");
}

#[test]
fn d6_each_band_has_someone_who_decides() {
    assert_eq!(
        says("D6", &decision("decider=a unit=\"€\" band=100:a band=500:- beyond=c")),
        "D6 error No one decides “Give a credit” in the as-lived map from 100 to below 500 €. (1 records)\n"
    );
    assert_eq!(
        says("D6", &decision("decider=a unit=\"€\" band=100:a")),
        "D6 error No one decides “Give a credit” in the as-lived map from 100 € on. (1 records)\n"
    );
    assert_eq!(says("D6", &decision("decider=a unit=\"€\" band=100:a beyond=c")), "");
}

#[test]
fn d7_more_is_not_decided_further_down() {
    assert_eq!(
        says("D7", &decision("unit=\"€\" band=100:a band=500:c beyond=b")),
        "D7 warning “Give a credit” in the as-lived map from 500 € on goes to “B” (level 2), and less of it to “C” (level 3). (3 records)\n"
    );
    assert_eq!(says("D7", &decision("unit=\"€\" band=100:a band=500:c beyond=c")), "", "the same level");
    assert_eq!(says("D7", &decision("unit=\"€\" band=100:c")), "", "beyond it no one is named");
}

#[test]
fn d8_an_escalation_has_a_target_and_a_time() {
    assert_eq!(
        says("D8", &decision("decider=a escalate-to=b")),
        "D8 error “Give a credit” in the as-lived map is escalated to “B”, and nothing says after how long. (2 records)\n"
    );
    assert_eq!(
        says("D8", &decision("decider=a escalate-after=1d")),
        "D8 error “Give a credit” in the as-lived map is escalated after 1 d, and nothing says to whom. (1 records)\n"
    );
    assert_eq!(
        says("D8", &decision("decider=a escalate-to=a escalate-after=1d")),
        "D8 error “Give a credit” in the as-lived map is escalated to “A”, who decides it already. (2 records)\n"
    );
    assert_eq!(says("D8", &decision("decider=a escalate-to=b escalate-after=1d")), "");
}

#[test]
fn d8_escalations_do_not_go_in_a_circle() {
    let chain = |ends: [(&str, &str); 3]| {
        let line = |(from, to)| {
            format!("decision \"{from}\" step=x decider={from} escalate-to={to} escalate-after=1d\n")
        };
        map(&ends.map(line).concat())
    };
    assert_eq!(
        says("D8", &chain([("c", "a"), ("a", "b"), ("b", "c")])),
        "D8 error In the as-lived map “A”, “B” and “C” escalate to each other in a circle. (6 records)\n"
    );
    assert_eq!(says("D8", &chain([("a", "b"), ("b", "c"), ("c", "d")])), "");
}

#[test]
fn d8_who_decides_up_to_a_limit_is_escalated_from_like_any_other() {
    let limits = |limits: &str| decision(&format!("unit=\"€\" {limits} escalate-to=b escalate-after=1d"));
    let itself = "D8 error “Give a credit” in the as-lived map is escalated to “B”, who decides it already. (2 records)\n";
    assert_eq!(says("D8", &limits("beyond=b")), itself, "any amount");
    assert_eq!(says("D8", &limits("band=100:b beyond=b")), itself, "in every band");
    assert_eq!(says("D8", &limits("band=100:a beyond=b")), "", "the lower amounts go up");
    let two = map("decision \"One\" step=x unit=\"€\" beyond=a escalate-to=b escalate-after=1d\n\
         decision \"Two\" step=y unit=\"€\" beyond=b escalate-to=a escalate-after=1d");
    assert_eq!(
        says("D8", &two),
        "D8 error In the as-lived map “A” and “B” escalate to each other in a circle. (4 records)\n"
    );
}

#[test]
fn d8_two_maps_do_not_make_a_circle() {
    let both = map(
        "decision \"One\" step=x decider=a escalate-to=b escalate-after=1d\nmap j to-be\nstage s \"One\"\n\
         decision \"Two\" stage=s decider=b escalate-to=a escalate-after=1d",
    );
    assert_eq!(says("D8", &both), "");
}

#[test]
fn d10_a_decision_step_says_who_has_the_right() {
    assert_eq!(
        says("D10", &map("decision \"Give a credit\" step=x decider=a")),
        "D10 warning “Extra work?” in the as-lived map is decided, and nothing says who has the right to. (1 records)\n"
    );
    assert_eq!(
        says("D10", &map("decision \"Give a credit\" stage=s decider=a")),
        "D10 warning 2 of 2 decision steps in the as-lived map do not say who has the right to decide, the first is “Credit?”. (2 records)\n"
    );
    assert_eq!(says("D10", &decision("decider=a")), "", "the customer needs no right");
}

#[test]
fn d11_the_front_line_decides_a_share() {
    let shares = |decisions: &str| {
        let found = analyze(&map(decisions)).frontline;
        found.iter().map(|it| (it.by_frontline, it.at_frontstage, it.permille())).collect::<Vec<_>>()
    };
    let one = "decision \"One\" step=x decider=a\n";
    assert_eq!(shares(one), [(1, 1, Some(1_000))]);
    let two = format!("{one}decision \"Two\" stage=s decider=b\ndecision \"Three\" stage=t decider=a\n");
    assert_eq!(shares(&two), [(1, 2, Some(500))], "the third is where no one meets a customer");
    assert_eq!(shares("decision \"Three\" step=y decider=a"), [(0, 0, None)], "n/a");
    assert_eq!(shares("decision \"One\" step=x unit=\"€\" band=30:a beyond=b"), [(1, 1, Some(1_000))]);
    assert_eq!(shares("decision \"One\" step=x decider=b unit=\"€\" band=30:a beyond=b"), [(0, 1, Some(0))]);
}

#[test]
fn d12_a_material_decision_has_a_framework_and_any_other_a_decider() {
    assert_eq!(
        says("D12", &decision("material=yes decider=a")),
        "D12 warning “Give a credit” in the as-lived map is material, and has no framework: choose RAPID or DACI. (2 records)\n"
    );
    assert_eq!(
        says("D12", &decision("")),
        "D12 warning No one decides “Give a credit” in the as-lived map. (1 records)\n"
    );
    assert_eq!(says("D12", &decision("decider=a")), "");
    assert_eq!(says("D12", &decision("unit=\"€\" band=100:a")), "", "someone decides in a band");
}

use opmap_model::ValueTag;

use super::{told, with_steps};
use crate::{LeadTime, Rolled, analyze};

fn lead_time(steps: &str) -> LeadTime {
    analyze(&with_steps(steps)).lead_times.remove(0)
}

/// The titles of some steps.
fn titles(document: &opmap_model::Document, ids: &[opmap_model::StepId]) -> Vec<String> {
    ids.iter().map(|id| document.get(*id).unwrap().title.to_string()).collect()
}

#[test]
fn h8_the_longest_way_is_the_lead_time_and_the_others_have_slack() {
    let document = with_steps(
        "step a \"A\" at=s1/di work=5min\nstep b \"B\" at=s1/di work=3min\nstep c \"C\" at=s1/ne wait=8min\n\
         step d \"D\" at=s2/di work=2min\nflow a -> b owner=own\nflow b -> d owner=own\nflow a -> c owner=own\n\
         flow c -> d owner=own\nrework d -> a owner=own",
    );
    let found = &analyze(&document).lead_times[0];
    assert_eq!(found.lead_secs, 15 * 60);
    assert_eq!(titles(&document, &found.critical), ["A", "C", "D"]);
    let slack: Vec<u64> = found.slack_secs.values().copied().collect();
    assert_eq!(slack, [5 * 60], "B may be five minutes later");
    assert_eq!(found.activity_permille(), Some(467), "H9: 7 of 15 minutes are work");
}

#[test]
fn h5_going_up_a_lane_within_a_circle_does_not_lead_back() {
    let document = with_steps(
        "step a \"A\" at=s1/cu work=1h\nstep c \"C\" at=s1/ce work=1h\nstep b \"B\" at=s1/di work=1h\n\
         step d \"D\" at=s2/cu work=1h\nflow a -> b\nflow b -> c\nflow c -> d\nflow d -> a",
    );
    let found = analyze(&document);
    let back: Vec<_> = found.flows[0].rework.iter().map(|id| document.get(*id).unwrap()).collect();
    assert_eq!(back.len(), 1, "B to C goes up, and on");
    assert_eq!(titles(&document, &[back[0].from, back[0].to]), ["D", "A"]);
    assert_eq!(found.lead_times[0].lead_secs, 4 * 3_600);
}

#[test]
fn h8_circles_within_circles_leave_a_lead_time() {
    let pairs = (0..12).flat_map(|from| (0..12).map(move |to| (from, to)));
    let joined = pairs.filter(|(from, to)| from != to && (from * 5 + to * 7) % 4 == 0);
    let flows: String = joined.map(|(from, to)| format!("flow x{from} -> x{to}\n")).collect();
    let steps: String = (0..12)
        .map(|at| {
            format!("step x{at} \"X{at}\" at=s{}/{} work=1min\n", at % 2 + 1, ["ne", "ce", "di"][at % 3])
        })
        .collect();
    let found = analyze(&with_steps(&format!("{steps}{flows}")));
    assert_eq!(found.lead_times.len(), 1, "what does not lead back makes no circle");
}

#[test]
fn h8_of_equally_long_ways_all_are_critical() {
    let found = lead_time(
        "step a \"A\" at=s1/di work=1min\nstep b \"B\" at=s1/di work=3min\nstep c \"C\" at=s1/di work=3min\n\
         flow a -> b\nflow a -> c",
    );
    assert_eq!((found.lead_secs, found.critical.len()), (240, 3));
    assert!(found.slack_secs.is_empty());
}

#[test]
fn h6_what_is_right_the_first_time_is_multiplied_where_it_is_known() {
    let chain = |shares: [&str; 4]| {
        let steps: String = shares
            .iter()
            .enumerate()
            .map(|(at, share)| format!("step s{at} \"S{at}\" at=s1/di work=1min {share}\n"))
            .collect();
        lead_time(&format!("{steps}flow s0 -> s1\nflow s1 -> s2\nflow s2 -> s3")).rolled
    };
    let share = |percent: &str| format!("first-time-right={percent}%");
    let all = [share("90"), share("80"), share("95"), share("100")];
    let all = [all[0].as_str(), &all[1], &all[2], &all[3]];
    assert_eq!(chain(all), Some(Rolled { permille: 684, known: 4, of: 4 }));
    assert_eq!(chain([all[0], "", "", all[1]]), Some(Rolled { permille: 720, known: 2, of: 4 }));
    assert_eq!(chain(["", "", "", ""]), None, "nothing known is not everything right");
}

#[test]
fn h10_business_and_calendar_hours_do_not_add_up() {
    let mixed = with_steps(
        "step a \"A\" at=s1/di work=1h clock=business\nstep b \"B\" at=s1/di wait=2h clock=calendar\nflow a -> b",
    );
    let told_of = told(&analyze(&mixed));
    assert!(
        told_of.starts_with("H10 warning The lead time of the as-lived map adds business hours"),
        "{told_of}"
    );
    let one = with_steps(
        "step a \"A\" at=s1/di work=1h clock=business\nstep b \"B\" at=s1/di wait=2h\nflow a -> b",
    );
    assert_eq!(told(&analyze(&one)), "", "a clock that is not set contradicts none");
}

#[test]
fn time_is_summed_by_stage_and_by_value() {
    let document = with_steps(
        "step a \"A\" at=s1/di work=10min wait=20min value=waste\nstep b \"B\" at=s2/di work=5min value=adding\n\
         step c \"C\" at=s2/di\nstep d \"D\" at=s2/di work=1min",
    );
    let found = &analyze(&document).lead_times[0];
    let stages: Vec<u64> = found.by_stage.values().map(crate::Spent::whole).collect();
    assert_eq!(stages, [30 * 60, 6 * 60]);
    let slowest = document.get(found.slowest_stage().unwrap()).unwrap();
    assert_eq!(slowest.title.as_str(), "One");
    let of = |value| found.by_value.get(&value).map(crate::Spent::whole);
    assert_eq!(
        [of(Some(ValueTag::Waste)), of(Some(ValueTag::Adding)), of(None)],
        [Some(1_800), Some(300), Some(60)]
    );
    assert_eq!(of(Some(ValueTag::Necessary)), None);
}

#[test]
fn without_any_time_there_is_no_lead_time() {
    assert!(
        analyze(&with_steps("step a \"A\" at=s1/di\nstep b \"B\" at=s1/di\nflow a -> b"))
            .lead_times
            .is_empty()
    );
}

use expect_test::expect;

use super::{parse, told, with_steps};
use crate::analyze;

#[test]
fn b4_a_touchpoint_has_a_primary_channel() {
    let without = with_steps(
        "step call \"Calls\" at=s2/cu kind=touchpoint other-channels=ph\nstep a \"Answers\" at=s2/ce",
    );
    expect![[r#"
        B4 note “Calls” in the as-lived map is a touchpoint without a primary channel. (1 records)
    "#]]
    .assert_eq(&told(&analyze(&without)));
    let with =
        with_steps("step call \"Calls\" at=s2/cu kind=touchpoint channel=ph\nstep a \"Answers\" at=s2/ce");
    assert_eq!(told(&analyze(&with)), "");
    assert_eq!(told(&analyze(&with_steps("step a \"Answers\" at=s2/ce"))), "", "an activity needs none");
}

#[test]
fn b6_a_fail_point_has_a_recovery_and_a_wait_a_time() {
    let without = with_steps("step a \"Plans\" at=s1/di fail-point=yes\nstep b \"Waits\" at=s1/di kind=wait");
    expect![[r#"
        B6 warning “Plans” in the as-lived map is a fail point, and nothing says what puts it right. (1 records)
        B6 warning “Waits” in the as-lived map is a wait, and nothing says how long. (1 records)
    "#]]
    .assert_eq(&told(&analyze(&without)));
    let with = with_steps(
        "step a \"Plans\" at=s1/di fail-point=yes recovery=\"Plan anew\"\nstep b \"Waits\" at=s1/di kind=wait wait=0s",
    );
    assert_eq!(told(&analyze(&with)), "", "no wait at all is a time too");
}

#[test]
fn b7_an_automated_step_has_a_fallback() {
    expect![[r#"
        B7 warning “Routes” in the as-lived map is automated, and nothing says what happens when it fails. (1 records)
    "#]]
    .assert_eq(&told(&analyze(&with_steps("step a \"Routes\" at=s1/ne kind=automated"))));
    let with = with_steps("step a \"Routes\" at=s1/ne kind=automated fallback=\"By hand\"");
    assert_eq!(told(&analyze(&with)), "");
}

#[test]
fn b10_something_happens_before_and_after_the_sale() {
    let phases = |steps: &str| {
        parse(&format!(
            "workshop \"W\"\nrole own \"Owner\"\njourney j \"Buying\" owner=own\nmap j as-lived\n\
             stage pre \"Choose\" phase=pre-sale\nstage buy \"Buy\" phase=sale\nstage use \"Use\" phase=post-sale\n\
             lane ce \"Shop\" kind=frontstage\n{steps}"
        ))
    };
    let one_sided = phases("step a \"Advises\" at=pre/ce\nstep b \"Sells\" at=buy/ce");
    expect![[r#"
        B10 warning Nothing happens after the sale in the as-lived map. (2 records)
    "#]]
    .assert_eq(&told(&analyze(&one_sided)));
    let whole = phases("step a \"Advises\" at=pre/ce\nstep b \"Helps\" at=use/ce");
    assert_eq!(told(&analyze(&whole)), "", "the sale itself may be elsewhere");
    assert_eq!(told(&analyze(&phases(""))), "", "without steps there is nothing to judge");
    assert_eq!(told(&analyze(&with_steps("step a \"Answers\" at=s1/ce"))), "", "nor without phases");
}

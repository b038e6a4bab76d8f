//! How the report tells what differs between two states.

use expect_test::expect;

use super::rights::sections;

/// A journey as designed and as lived.
fn workshop(lived: &str) -> String {
    let ground = "stage s \"One\"\nlane de \"Desk\" kind=frontstage\nlane cr \"Crew\" kind=partner\n\
        step a \"Answers\" at=s/de channel=ph\nstep b \"Books, twice\" at=s/de\nstep f \"Fixes\" at=s/cr\n";
    let flows = "flow a -> b trigger=\"A call\"\nflow b -> f\n";
    format!(
        "workshop \"W\"\nchannel ph \"Phone\"\nchannel we \"Web\"\njourney j \"Repair\"\n\
         map j as-designed\n{ground}{flows}map j as-lived\n{}",
        lived.replace("GROUND", ground).replace("FLOWS", flows)
    )
}

#[test]
fn what_was_designed_is_compared_with_what_is_lived_connectors_and_all() {
    let lived = workshop(
        "stage s \"One\"\nlane de \"Desk\" kind=frontstage\nlane cr \"Crew\" kind=partner\n\
         step b \"Books, twice\" at=s/de note=\"By hand\"\nstep a \"Answers\" at=s/de channel=we\n\
         step f \"Fixes\" at=s/cr\nstep c \"Calls back\" at=s/cr\n\
         flow a -> b trigger=\"A text\" limit=2h\nflow b -> c\nflow c -> f\n",
    );
    expect![[r#"
        ## Differences, as designed and as lived: 8 differences: 3 added, 1 gone, 1 moved, 3 changed
          What | Name | Change
          - + Added 1 step | (only in the map as lived) | Calls back
          - + Added 2 connectors | (only in the map as lived) | 2 at steps that are new
          - − Gone 1 connector | (only in the map as designed) | Books, twice → Fixes
          - Δ Changed 2 steps | (what differs stands in brackets) | Answers (channel); Books, twice (note)
          - → Moved 1 step | (what differs stands in brackets) | Answers (from first place to behind “Books, twice”)
          - Δ Changed 1 connector | (what differs stands in brackets) | Answers → Books, twice (trigger, time limit)
    "#]]
    .assert_eq(&sections("Differences", &lived));
}

#[test]
fn on_the_way_to_what_is_wanted_slight_changes_stand_together() {
    let ground = "stage s \"One\"\nlane de \"Desk\" kind=frontstage\n";
    let text = format!(
        "workshop \"W\"\nchannel we \"Web\"\njourney j \"Repair\"\nmap j as-lived\n{ground}\
         step a \"Answers\" at=s/de work=1h note=\"Long\"\nstep b \"Books\" at=s/de work=2h\nstep c \"Calls\" at=s/de\n\
         map j to-be\n{ground}step a \"Answers\" at=s/de note=\"Short\"\nstep b \"Books\" at=s/de\n\
         step c \"Calls\" at=s/de channel=we\n"
    );
    expect![[r#"
        ## Differences, as lived and to be: 3 differences: 3 changed
          What | Name | Change
          - Δ Changed step | Calls | now set: channel (Web)
          - Δ Changed 2 steps | (reworded, or not set any more) | Answers (reworded: note; now not set: work); Books (now not set: work)
    "#]]
    .assert_eq(&sections("Differences", &text));
}

#[test]
fn a_journey_that_is_lived_as_designed_has_no_such_table() {
    assert_eq!(sections("Differences", &workshop("GROUNDFLOWS")), "");
}

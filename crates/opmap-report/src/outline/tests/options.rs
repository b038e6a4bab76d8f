//! How the report tells the options of what is wanted.

use expect_test::expect;

use super::rights::sections;

/// A journey as lived and with two options of what is wanted.
fn workshop(option: &str) -> String {
    let ground = "stage s \"One\"\nlane de \"Desk\" kind=frontstage\nlane cr \"Crew\" kind=backstage\n\
        step a \"Answers\" at=s/de work=5min\nstep f \"Fixes\" at=s/cr work=1h wait=2d\n";
    format!(
        "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\n{ground}flow a -> f\nmap j to-be\n{ground}\
         step c \"Checks\" at=s/de kind=automated\nflow a -> c\nflow c -> f\n{option}"
    )
}

#[test]
fn options_stand_side_by_side_with_the_one_that_is_chosen() {
    let option =
        "map j option-b\nstage s \"One\"\nlane de \"Desk\" kind=frontstage\nstep a \"Answers\" at=s/de\n";
    expect![[r#"
        ## Options of what is wanted: 2 options to choose from: the one chosen has 3 steps and 1 handoff; Option B has 1 step and 0 handoffs
          Measure | As lived | To be (chosen) | Option B
          - Steps | 2 | 3 | 1
          - Steps done by a system | 0 | 1 | 0
          - Lanes | 2 | 2 | 1
          - Contacts with the customer | 0 | 0 | 0
          - Handoffs | 1 | 1 | 0
          - Handoffs with all seven parts | 0 of 1 | 0 of 1 | (–)
          - Connectors that lead back | 0 | 0 | 0
          - Lead time | 2 d 1 h | 2 d 1 h (2 of 3 steps) | (–)
          - Work in the lead time | 2 % | 2 % | (–)
          - Differences from as lived | – | 3 added, 1 gone | 3 gone, 1 changed
          (The option that is chosen is the one to be. A dash: nothing of that is set. Accountability changes where different roles answer at the two ends of a connector (H4); the lead time is the longest way from a first step to a last (H8), and right the first time is the product along it (H6).)
    "#]].assert_eq(&sections("Options", &workshop(option)));
}

#[test]
fn one_option_has_no_such_section() {
    assert_eq!(sections("Options", &workshop("")), "");
}

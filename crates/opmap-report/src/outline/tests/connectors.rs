//! What the report tells of what leads from step to step: handoffs, changes of channel, where the work changes hands most.

use expect_test::expect;

use super::rights::sections;

const WORKSHOP: &str = r#"
workshop "W"
channel phone "Phone"
channel app "App" kind=digital
journey j "Repair"
map j as-lived
stage s "One"
lane cu "Customer" kind=customer
lane de "Desk" kind=frontstage
lane cr "Crew" kind=partner
step calls "Calls" at=s/cu kind=touchpoint channel=phone
step books "Books" at=s/cu kind=touchpoint channel=app
step logs "Logs" at=s/de
step fixes "Fixes" at=s/cr
flow calls -> books
flow books -> logs label="Today"CONTACT
flow logs -> fixesHANDOFF
rework fixes -> logs
"#;

fn workshop(contact: &str, handoff: &str) -> String {
    WORKSHOP.replace("CONTACT", contact).replace("HANDOFF", handoff)
}

#[test]
fn handoffs_say_whether_the_context_is_carried_where_one_of_them_does() {
    expect![[r#"
        ## Handoffs, as lived: None of the 2 handoffs has all 7 parts set in the as-lived map
          No. | From | To | Trigger | Information passed | Owner | Time limit | Acknowledgement | Agreement | Context carried
          - 1 | Logs / (Desk) | Fixes / (Crew) | (not set) | (not set) | Warning! not set | (not set) | (not set) | Warning! No owner / 2/7 | Warning! no
          - 2 | Fixes / (Crew) | Logs / (Desk) | (not set) | (not set) | Warning! not set | (not set) | (not set) | Warning! No owner / 2/7 | (not set)
    "#]]
    .assert_eq(&sections("Handoffs", &workshop("", " context-carried=no")));
    assert!(!sections("Handoffs", &workshop("", "")).contains("Context"));
    let carried = sections("Handoffs", &workshop("", " context-carried=yes"));
    assert!(carried.contains("2/7 | InOrder! yes"), "{carried}");
}

#[test]
fn the_table_of_a_map_says_of_each_connector_whether_the_context_is_carried_where_it_is_set() {
    let steps = sections("Steps", &workshop(" context-carried=yes", " context-carried=no"));
    assert!(steps.contains("3 (“Today”, context carried)"), "{steps}");
    assert!(steps.contains("4 (handoff 1, context not carried)"), "{steps}");
    assert_eq!(steps.matches("context").count(), 2, "{steps}");
}

#[test]
fn changes_of_channel_are_told_though_nobody_has_said_what_goes_along() {
    expect![[r"
        ## Channel changes, as lived: The as-lived map has 1 channel change; whether what is known goes along is not set
          From | Channel before | To | Channel after | What is known goes along
          - Calls | Phone | Books | App | (not set)
    "]]
    .assert_eq(&sections("Channel changes", &workshop("", "")));
}

#[test]
fn where_the_work_changes_hands_most_is_told_without_times() {
    let overview = sections("Repair", &workshop("", ""));
    let words =
        "As lived | Longest wait: not set. Lowest first-time-right: not set. Most handoffs: Logs 2, Fixes 2.";
    assert!(overview.contains(words), "{overview}");
    let alone = "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage s \"One\"\n\
        lane de \"Desk\" kind=frontstage\nstep logs \"Logs\" at=s/de\n";
    assert!(!sections("Repair", alone).contains("Bottlenecks"), "nothing is set and nothing changes hands");
}

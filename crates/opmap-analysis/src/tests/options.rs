//! The options of what is wanted, side by side.

use std::fmt::Write;

use expect_test::expect;

use super::parse;
use crate::{analyze, options};

const GROUND: &str = "stage s \"One\"\nlane cu \"Customer\" kind=customer\n\
    lane ce \"Centre\" kind=frontstage function=\"Service\"\nlane di \"Dispatch\" kind=backstage\n\
    step call \"Calls\" at=s/cu sentiment=-2\nstep take \"Takes call\" at=s/ce work=10min wait=50min\n";

fn told(maps: &[(&str, &str)]) -> String {
    let maps: String = maps.iter().map(|(state, rest)| format!("map j {state}\n{GROUND}{rest}")).collect();
    let document = parse(&format!("workshop \"W\"\njourney j \"Repair\"\n{maps}"));
    let journey = *document.journeys().keys().next().unwrap();
    let Some(table) = options(&document, &analyze(&document), journey) else { return String::new() };
    let mut told = format!("{:?}\n", table.columns);
    for row in &table.rows {
        let values = row.values.iter().map(|it| it.as_deref().unwrap_or("not known"));
        _ = writeln!(told, "{}: {}", row.measure, values.collect::<Vec<_>>().join(" | "));
    }
    told
}

#[test]
fn each_option_is_measured_and_told_against_what_is_lived() {
    let plans = "step plan \"Plans\" at=s/di first-time-right=80%\nflow call -> take\nflow take -> plan\n";
    let alone = "step book \"Books\" at=s/ce kind=automated\nflow call -> take\nflow take -> book\n";
    expect![[r#"
        [AsLived, ToBe, OptionB]
        Steps: 3 | 3 | 3
        Steps done by a system: 0 | 1 | 0
        Lanes: 3 | 3 | 3
        Contacts with the customer: 1 | 1 | 1
        Handoffs: 1 | 0 | 1
        Handoffs with all seven parts: 0 of 1 | not known | 0 of 1
        Connectors that lead back: 0 | 0 | 0
        Lead time: 1 h (1 of 3 steps) | 1 h (1 of 3 steps) | 1 h (1 of 3 steps)
        Work in the lead time: 17 % | 17 % | 17 %
        Right the first time: 80 % (1 of 3 steps) | not known | 80 % (1 of 3 steps)
        Lowest sentiment: −2 | −2 | −2
        Differences from as lived: – | 2 added, 2 gone | none
    "#]]
    .assert_eq(&told(&[("as-lived", plans), ("to-be", alone), ("option-b", plans)]));
}

#[test]
fn one_option_is_none_to_choose_from_and_what_is_lived_may_be_missing() {
    assert_eq!(told(&[("as-lived", ""), ("to-be", "")]), "");
    let wanted = told(&[("to-be", ""), ("option-c", "")]);
    assert!(wanted.starts_with("[ToBe, OptionC]\n"), "{wanted}");
    assert!(!wanted.contains("Differences"), "there is nothing lived to differ from: {wanted}");
}

//! The personas of a map, side by side.

use std::fmt::Write;

use expect_test::expect;
use opmap_model::{MapKey, State};

use super::parse;
use crate::personas;

fn told(steps: &str) -> String {
    let document = parse(&format!(
        "workshop \"W\"\nchannel ph \"Phone\"\nchannel ap \"App\"\npersona fam \"Family\"\npersona firm \"Firm\"\n\
         persona land \"Landlord\"\njourney j \"Repair\"\nmap j as-lived\nstage s \"One\"\n\
         lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage\n{steps}"
    ));
    let map = MapKey { journey: *document.journeys().keys().next().unwrap(), state: State::AsLived };
    let Some(table) = personas(&document, map) else { return String::new() };
    let titles = table.columns.iter().map(|id| document.get(*id).unwrap().title.to_string());
    let mut told = format!("{}\n", titles.collect::<Vec<_>>().join(" | "));
    for row in &table.rows {
        let values = row.values.iter().map(|it| it.as_deref().unwrap_or("not known"));
        _ = writeln!(told, "{}: {}", row.measure, values.collect::<Vec<_>>().join(" | "));
    }
    told
}

#[test]
fn each_persona_meets_what_is_for_it_and_what_is_for_everyone() {
    expect![[r#"
        Family | Firm
        Steps on its way: 3 | 3
        Touchpoints: 2 | 2
        Steps for it alone: Books in the app | Asks for one bill
        Steps for it and others: Calls back | Calls back
        Channels: Phone, App | Phone
        Lowest sentiment: −1 at “Calls” | −2 at “Asks for one bill”
    "#]]
    .assert_eq(&told(
        "step call \"Calls\" at=s/cu kind=touchpoint channel=ph sentiment=-1\n\
         step book \"Books in the app\" at=s/cu kind=touchpoint channel=ap personas=fam sentiment=2\n\
         step bill \"Asks for one bill\" at=s/cu kind=touchpoint channel=ph personas=firm sentiment=-2\n\
         step call2 \"Calls back\" at=s/ce personas=fam,firm\n",
    ));
}

#[test]
fn one_persona_is_compared_with_nobody() {
    assert_eq!(told("step call \"Calls\" at=s/cu personas=fam"), "");
    assert_eq!(told("step call \"Calls\" at=s/cu"), "");
}

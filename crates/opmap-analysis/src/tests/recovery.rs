//! D9: it trips, it just does not, and there is nothing to judge.

use super::{parse, told};
use crate::analyze;

/// What D9 says of two customer groups and two severities with these responses, a line each. Roles: a to c, of levels 1
/// to 3, and one without a level.
fn says(responses: &[&str]) -> String {
    let responses: String = responses.iter().map(|it| format!("response {it}\n")).collect();
    let document = parse(&format!(
        "workshop \"W\"\nrole a \"A\" level=1\nrole b \"B\" level=2\nrole c \"C\" level=3\nrole n \"N\"\n\
         disruption slow \"Slow\"\ndisruption down \"Down\"\n\
         customer-group home \"Home\"\ncustomer-group care \"Care\"\n{responses}"
    ));
    let mut analysis = analyze(&document);
    analysis.findings.retain(|it| it.rule == "D9");
    told(&analysis)
}

const COMPLETE: [&str; 4] = [
    "home/slow authority=a within=8h",
    "home/down authority=b within=4h",
    "care/slow authority=b within=4h",
    "care/down authority=c within=1h",
];

fn with(at: usize, response: &str) -> String {
    let mut responses = COMPLETE;
    responses[at] = response;
    says(&responses)
}

#[test]
fn d9_a_matrix_in_which_nothing_is_set_was_not_discussed() {
    assert_eq!(says(&[]), "");
}

#[test]
fn d9_the_matrix_is_complete() {
    assert_eq!(says(&COMPLETE), "");
    assert_eq!(
        says(&COMPLETE[..2]),
        "D9 warning 2 of 4 cells of service recovery name no one who may act, the first is “Care” when “Slow”. (2 records)\n"
    );
    assert_eq!(
        with(1, "home/down within=4h"),
        "D9 warning 1 of 4 cells of service recovery names no one who may act: “Home” when “Down”. (2 records)\n"
    );
}

#[test]
fn d9_a_higher_value_or_severity_does_not_wait_longer() {
    assert_eq!(
        with(3, "care/down authority=c within=5h"),
        "D9 warning “Care” when “Down” waits 5 h, longer than “Care” when “Slow” with 4 h. (3 records)\n\
         D9 warning “Care” when “Down” waits 5 h, longer than “Home” when “Down” with 4 h. (3 records)\n"
    );
    assert_eq!(with(3, "care/down authority=c within=4h"), "", "as soon as its neighbours");
    assert_eq!(with(3, "care/down authority=c"), "", "the time is not set");
}

#[test]
fn d9_a_higher_value_or_severity_is_not_left_to_a_lower_level() {
    assert_eq!(
        with(3, "care/down authority=a within=1h"),
        "D9 warning “Care” when “Down” is left to “A” (level 1), and “Care” when “Slow” to “B” (level 2). (5 records)\n\
         D9 warning “Care” when “Down” is left to “A” (level 1), and “Home” when “Down” to “B” (level 2). (5 records)\n"
    );
    assert_eq!(with(3, "care/down authority=b within=1h"), "", "as high as its neighbours");
    assert_eq!(with(3, "care/down authority=n within=1h"), "", "the level is not set");
}

#[test]
fn d9_what_is_not_set_between_two_cells_hides_nothing() {
    let document = parse(
        "workshop \"W\"\nrole a \"A\" level=1\ndisruption s \"S\"\ndisruption m \"M\"\ndisruption l \"L\"\n\
         customer-group g \"G\"\nresponse g/s authority=a within=1h\nresponse g/m authority=a\n\
         response g/l authority=a within=2h",
    );
    assert_eq!(
        told(&analyze(&document)),
        "D9 warning “G” when “L” waits 2 h, longer than “G” when “S” with 1 h. (3 records)\n"
    );
}

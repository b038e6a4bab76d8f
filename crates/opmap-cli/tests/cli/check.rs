use super::Desk;

#[test]
fn findings_are_listed_and_counted() {
    let desk = Desk::with_sample();
    let checked = desk.run(&["check", "a.opmap"]);
    // The sample has something to settle, on purpose.
    assert_eq!((checked.code, checked.err.as_str()), (1, ""));
    let text = checked.out;
    let lines: Vec<&str> = text.lines().collect();
    let (last, findings) = lines.split_last().unwrap();
    let counted = |severity: &str| findings.iter().filter(|line| line.starts_with(severity)).count();
    let (errors, warnings, notes) = (counted("error "), counted("warning "), counted("note "));
    assert_eq!(errors + warnings + notes, findings.len(), "{text}");
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    assert_eq!(
        *last,
        format!(
            "{errors} error{}, {warnings} warning{}, {notes} note{}",
            plural(errors),
            plural(warnings),
            plural(notes)
        )
    );

    let json: serde_json::Value =
        serde_json::from_str(&desk.run(&["check", "--json", "a.opmap"]).out).unwrap();
    assert_eq!(json.as_array().unwrap().len(), findings.len());
    assert!(json[0]["rule"].is_string() && json[0]["records"].is_array(), "{json}");
}

#[test]
fn the_exit_code_says_whether_something_must_be_settled() {
    let desk = Desk::new();
    // Random edits leave something behind that must be settled, sooner or later.
    desk.run(&["new", "--generate", "steps=60,seed=3", "a.opmap"]).succeeds();
    desk.run(&["soak", "--edits", "150", "--seed", "4", "a.opmap"]).succeeds();
    let checked = desk.run(&["check", "a.opmap"]);
    assert!(checked.out.contains("error "), "{}", checked.out);
    assert_eq!((checked.code, checked.err.as_str()), (1, ""));
}

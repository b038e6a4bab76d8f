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
    let accepted = counted("accepted ");
    assert_eq!(errors + warnings + notes + accepted, findings.len(), "{text}");
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    assert_eq!(
        *last,
        format!(
            "{errors} error{}, {warnings} warning{}, {notes} note{}; {accepted} accepted",
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

#[test]
fn what_is_accepted_is_said_with_its_reason_and_needs_no_settling() {
    let desk = Desk::new();
    let text = "workshop \"W\"\njourney j \"Repair\"\naccept \"R16\" \"The board names one\\nin May.\"";
    let document = opmap_model::notation::parse(text, &mut uuid::Uuid::now_v7).unwrap();
    let at = "2026-03-02T14:03:00+01:00".parse().unwrap();
    opmap_store::DocumentFile::create(&desk.path("a.opmap"), &document, at).unwrap();
    let checked = desk.run(&["check", "a.opmap"]);
    assert_eq!(
        (checked.code, checked.out.as_str()),
        (
            0,
            "accepted error R16: No one owns the journey “Repair” from end to end. Reason: The board names one in May.\n\
             0 errors, 0 warnings, 0 notes; 1 accepted\n"
        )
    );
    let json: serde_json::Value =
        serde_json::from_str(&desk.run(&["check", "--json", "a.opmap"]).out).unwrap();
    assert_eq!(json[0]["accepted"]["reason"], "The board names one\nin May.");
    assert_eq!((&json[0]["rule"], &json[0]["severity"]), (&"R16".into(), &"error".into()));
}

//! What each changed part was and is, and what stands in another order.

use expect_test::expect;
use opmap_model::State;

use super::parse;
use crate::differences;

/// What differs from the first state to the second.
fn told(text: &str) -> String {
    let document = parse(text);
    let journey = *document.journeys().keys().next().unwrap();
    let found = differences(&document, journey, State::AsLived, State::ToBe);
    found.iter().map(|it| format!("{} {}: {}\n", it.kind.label(), it.name, it.words())).collect()
}

/// Two maps of two stages and two lanes, with what each has beside.
fn two_maps(lived: &str, wanted: &str) -> String {
    let ground = "stage s1 \"One\"\nstage s2 \"Two\"\nlane cu \"Customer\" kind=customer\n\
        lane ce \"Centre\" kind=frontstage\n";
    format!(
        "workshop \"W\"\nrole ag \"Agent\"\nrole le \"Lead\"\nchannel ph \"Phone\"\nchannel we \"Web\"\n\
         it-system crm \"CRM\"\nit-system desk \"Ticket desk\"\nit-system job \"Job sheet\"\n\
         journey j \"Repair\"\nmap j as-lived\n{ground}{lived}\nmap j to-be\n{ground}{wanted}\n"
    )
}

#[test]
fn each_part_of_a_step_says_what_it_was_and_is() {
    let note = "Asks for the number of the line, then for the street, then for the floor";
    let lived = format!(
        "step a \"Asks\" at=s1/ce channel=ph systems=crm,desk,job wait=2h first-time-right=82.5% letters=ag:R,le:A \
         note=\"{note}.\"\nstep b \"Books\" at=s1/ce sentiment=-1 fail-point=yes rule=\"First come\""
    );
    let wanted = format!(
        "step a \"Asks\" at=s1/ce channel=we systems=crm wait=30min letters=ag:R,le:C note=\"{note} and bell.\"\n\
         step b \"Books\" at=s1/ce kind=automated sentiment=2 rule=\"Nearest van\" letters=le:I"
    );
    expect![[r"
        Changed Asks: channel: Phone, now Web; systems: CRM, Ticket desk and Job sheet, now CRM; waiting: 2 h, now 30 min; letters: Lead A, now Lead C; reworded: note; now not set: first time right (82.5 %)
        Changed Books: kind: Activity, now Automated; sentiment: −1, now +2; fail point: yes, now no; rule: “First come”, now “Nearest van”; now set: letters (Lead I)
    "]]
    .assert_eq(&told(&two_maps(&lived, &wanted)));
    let longer = told(&two_maps("step a \"Asks\" at=s1/ce", &wanted.replace("step b", "step x")));
    assert!(longer.contains("note (“Asks for the number of the line, then for the …”)"), "{longer}");
}

#[test]
fn fewer_words_name_texts_and_what_is_not_set_any_more() {
    let lived = "step a \"Asks\" at=s1/ce channel=ph sentiment=-1 note=\"By heart\" rule=\"Any\"";
    let wanted = "step a \"Greets\" at=s1/ce channel=we systems=crm note=\"By name\" fallback=\"By hand\"";
    let document = parse(&two_maps(lived, wanted));
    let journey = *document.journeys().keys().next().unwrap();
    let found = differences(&document, journey, State::AsLived, State::ToBe);
    assert_eq!(
        found[0].brief_words(),
        "name (was “Asks”); channel: Phone, now Web; reworded: note; now set: systems (CRM), fallback; \
         now not set: sentiment, rule"
    );
}

#[test]
fn each_end_of_a_connector_is_told_by_its_step() {
    let steps = "step a \"Calls\" at=s1/cu\nstep b \"Answers\" at=s1/ce\nstep c \"Books\" at=s2/ce\n";
    let lived = format!("{steps}flow a -> b label=\"Waits\" context-carried=no\nflow b -> c");
    let document = parse(&two_maps(&lived, &format!("{steps}flow a -> b context-carried=yes")));
    let journey = *document.journeys().keys().next().unwrap();
    let first = differences(&document, journey, State::AsLived, State::ToBe);
    let words: Vec<String> = first.iter().map(|it| format!("{} {}", it.kind.label(), it.words())).collect();
    assert_eq!(words, ["Changed context carried: no, now yes; now not set: label (“Waits”)", "Gone "]);

    // The same connector is put to another step.
    let both = parse(&two_maps(&lived, &lived));
    let map = opmap_model::MapKey { journey, state: State::ToBe };
    let view = both.map_view(map);
    let id = view.connectors[1].0;
    let (calls, books) = (view.steps[0].0, view.steps[2].0);
    let edit = opmap_model::Edit::Reconnect { id, from: calls, to: books };
    let mut moved = both.clone();
    moved.apply(&edit.plan(&both).unwrap()).unwrap();
    let found = differences(&moved, journey, State::AsLived, State::ToBe);
    assert_eq!(
        found.iter().map(crate::Difference::words).collect::<Vec<_>>(),
        ["begins at: Answers, now Calls"]
    );
}

#[test]
fn cards_are_compared_where_both_maps_have_some() {
    let steps = "step a \"Calls\" at=s1/cu\nstep b \"Waits\" at=s1/cu\nstep c \"Hopes\" at=s2/cu\n";
    let lived = format!(
        "{steps}quote a \"Nobody answers\"\npain-point a \"On hold\" pain=severe\n\
         pain-point b \"Two days off\" pain=serious\nobservation c \"Looks out of the window\"\n\
         observation c \"Known to us alone\" internal=yes"
    );
    let wanted = format!(
        "{steps}quote a \"Nobody answers\"\npain-point b \"Two days off\" pain=minor\n\
         observation c \"Looks at the phone\""
    );
    expect![[r"
        Changed Calls: cards: 1 quote and 1 severe pain point, now 1 quote
        Changed Waits: cards: 1 serious pain point, now 1 minor pain point
        Changed Hopes: cards: “Looks out of the window”, now “Looks at the phone”
    "]]
    .assert_eq(&told(&two_maps(&lived, &wanted)));
    assert_eq!(told(&two_maps(&lived, steps)), "", "of the map to be nothing was said yet");
}

#[test]
fn what_stands_in_another_order_has_moved() {
    let stages = |order: [&str; 4]| order.map(|it| format!("stage {it} \"Stage {it}\"\n")).concat();
    let text =
        |order, lanes: &str, steps: &str| format!("{}{lanes}{steps}", stages(order)).replace("AT", "at=a/x");
    let (x, y) = ("lane x \"Shop\" kind=frontstage\n", "lane y \"Depot\" kind=frontstage\n");
    let steps = ["step p \"Packs\" AT\n", "step q \"Checks\" AT\n", "step r \"Sends\" AT channel=ph\n"];
    let lived = text(["a", "b", "c", "d"], &format!("{x}{y}"), &steps.concat());
    let turned =
        format!("{}{}step n \"Greets\" AT\n{}", steps[2].replace("channel=ph", ""), steps[0], steps[1]);
    let wanted = text(["c", "d", "a", "b"], &format!("{y}{x}"), &turned);
    let both = format!(
        "workshop \"W\"\nchannel ph \"Phone\"\njourney j \"Repair\"\nmap j as-lived\n{lived}map j to-be\n{wanted}"
    );
    expect![[r"
        Moved Stage a: from first place to behind “Stage d”
        Moved Stage b: from first place to behind “Stage d”
        Moved Shop: from first place to behind “Depot”
        Moved Sends: from behind “Checks” to first place
        Changed Sends: now not set: channel (Phone)
        Added Greets: 
    "]]
    .assert_eq(&told(&both));
}

#[test]
fn what_goes_or_comes_between_moves_nothing() {
    let gone = told(&two_maps(
        "step a \"A\" at=s1/ce\nstep b \"B\" at=s1/ce\nstep c \"C\" at=s1/ce",
        "step n \"N\" at=s1/ce\nstep a \"A\" at=s1/ce\nstep c \"C\" at=s1/ce\nstep b \"B\" at=s2/ce",
    ));
    expect![[r"
        Moved B: from One to Two
        Added N: 
    "]]
    .assert_eq(&gone);
}

//! What the map of two merged states says of its elements, and that it is said without colour.

use expect_test::expect;
use opmap_analysis::{Merged, merged};
use opmap_drawing::{
    ChangeSign, Fonts, MapNotes, MapSceneOptions, Stress, difference_notes, map_layout, map_scene, svg,
};
use opmap_model::{Document, State, notation};

/// A journey in which a stage, a lane, steps and connectors have come, gone, moved and changed.
fn merged_states() -> Merged {
    let document = parse(
        "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage s1 \"One\"\nstage s2 \"Two\"\n\
         lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage\nlane di \"Dispatch\" kind=backstage\n\
         step call \"Calls\" at=s1/cu\nstep log \"Logs\" at=s1/ce\nstep plan \"Plans\" at=s2/di\nstep send \"Sends\" at=s2/ce\n\
         flow call -> log\nflow log -> plan\nflow plan -> send\n\
         map j to-be\nstage s1 \"One\"\nstage s2 \"Two\"\nstage s3 \"Three\"\n\
         lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage\n\
         step call \"Calls\" at=s1/cu\nstep log \"Logs it\" at=s1/ce kind=automated\nstep send \"Sends\" at=s3/ce wait=1h\n\
         step ask \"Asks\" at=s3/cu\nflow call -> log\nflow log -> send\nflow send -> ask",
    );
    let journey = *document.journeys().keys().next().expect("there is one journey");
    merged(&document, journey, State::AsLived, State::ToBe)
}

fn parse(text: &str) -> Document {
    let mut next = 0;
    let ids = &mut || {
        next += 1;
        uuid::Uuid::from_u128(next)
    };
    notation::parse(text, ids).expect("the text is well formed")
}

/// What is said of each element, by its name.
fn said(merged: &Merged, notes: &MapNotes) -> Vec<String> {
    let view = merged.document.map_view(merged.map);
    let sign = |change: Option<&ChangeSign>| change.map_or(' ', |it| it.sign());
    let title = |id| view.steps.iter().find(|it| it.0 == id).map_or("", |it| it.1.title.as_str());
    let stages = view.stages.iter().map(|(id, it)| format!("{} {}", sign(notes.stages.get(id)), it.title));
    let lanes = view.lanes.iter().map(|(id, it)| format!("{} {}", sign(notes.lanes.get(id)), it.title));
    let steps = view.steps.iter().map(|(id, it)| {
        let note = &notes.steps[id];
        let words = note.label.as_ref().map_or("", |it| it.text.as_str());
        let quiet = if note.stress == Stress::StepsBack { " (quiet)" } else { "" };
        format!("{} {}: {words}{quiet}", sign(note.change.as_ref()), it.title)
    });
    let connectors = view.connectors.iter().map(|(id, it)| {
        format!("{} {} → {}", sign(notes.routes[id].change.as_ref()), title(it.from), title(it.to))
    });
    stages.chain(lanes).chain(steps).chain(connectors).collect()
}

#[test]
fn each_element_is_told_by_its_sign_and_words() {
    let merged = merged_states();
    let notes = difference_notes(&merged, Fonts::shipped());
    expect![[r#"
          One
          Two
        + Three
          Customer
          Centre
        − Dispatch
          Calls:  (quiet)
        Δ Logs it: name +1
        − Plans: gone
        + Asks: new
        → Sends: from Two Δ
          Calls → Logs it
        − Logs it → Plans
        + Logs it → Sends
        − Plans → Sends
        + Sends → Asks"#]]
    .assert_eq(&said(&merged, &notes).join("\n"));
}

#[test]
fn a_state_beside_itself_says_nothing() {
    let document = merged_states().document;
    let journey = *document.journeys().keys().next().expect("there is one journey");
    let same = merged(&document, journey, State::ToBe, State::ToBe);
    assert_eq!(difference_notes(&same, Fonts::shipped()), MapNotes::default());
}

/// Every line of a picture without its colour.
fn colourless(picture: &str) -> String {
    let mut kept = String::new();
    for part in picture.split('#') {
        let is_tone = part.get(..6).is_some_and(|it| it.bytes().all(|it| it.is_ascii_hexdigit()));
        kept.push_str(if is_tone { &part[6..] } else { part });
    }
    kept
}

#[test]
fn what_became_of_bands_and_connectors_is_seen_without_colour() {
    let merged = merged_states();
    let layout = map_layout(&merged.document, merged.map, Fonts::shipped());
    let notes = difference_notes(&merged, Fonts::shipped());
    let picture = |notes: &MapNotes| {
        colourless(&svg(&map_scene(&layout, &MapSceneOptions { notes: notes.clone(), ..Default::default() })))
    };
    let without = |forget: fn(&mut MapNotes)| {
        let mut notes = notes.clone();
        forget(&mut notes);
        picture(&notes)
    };
    let whole = picture(&notes);
    assert_ne!(whole, without(|it| it.stages.clear()));
    assert_ne!(whole, without(|it| it.lanes.clear()));
    let mut pictures = vec![whole];
    for change in ChangeSign::ALL {
        let mut notes = notes.clone();
        notes.routes.values_mut().for_each(|it| it.change = it.change.map(|_| change));
        notes.stages.values_mut().for_each(|it| *it = change);
        notes.lanes.values_mut().for_each(|it| *it = change);
        let picture = picture(&notes);
        assert!(!pictures.contains(&picture), "{change:?} looks like another");
        pictures.push(picture);
    }
}

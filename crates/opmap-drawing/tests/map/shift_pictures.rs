//! Gap bars and the table of groups: what they show, and what holds for every one.

use opmap_analysis::{Shifts, shifts};
use opmap_drawing::{
    Fonts, Mark, Rect, Scene, Tone, gap_bars, gap_description, group_description, group_table, svg,
};
use opmap_model::{Keyword, Shift, notation};
use proptest::prelude::*;
use uuid::Uuid;

use crate::picture::extent;

fn said(lines: &str) -> Shifts {
    let mut number = 0;
    let mut fresh = || {
        number += 1;
        Uuid::from_u128(number)
    };
    let text = format!("workshop \"W\"\n{lines}");
    shifts(&notation::parse(&text, &mut fresh).expect("the lines are in the notation"))
}

fn texts(scene: &Scene) -> Vec<&str> {
    let texts = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Text(it) => Some(it.text.as_str()),
        Mark::Rect(_) | Mark::Path(_) | Mark::Image(_) => None,
    });
    texts.collect()
}

fn blocks(scene: &Scene) -> Vec<Tone> {
    let tone = |mark: &Mark| match mark {
        Mark::Rect(it) => it.fill,
        Mark::Path(_) | Mark::Text(_) | Mark::Image(_) => None,
    };
    scene.marks.iter().filter_map(tone).collect()
}

/// Nothing leaves the picture, and no words cover others.
fn holds(scene: &Scene) -> Result<(), TestCaseError> {
    let mut words: Vec<(Rect, &str)> = Vec::new();
    for mark in &scene.marks {
        let it = extent(mark);
        prop_assert!(it.x >= -0.5 && it.y >= -0.5, "{mark:?}");
        prop_assert!(it.right() <= scene.width + 0.5 && it.bottom() <= scene.height + 0.5, "{mark:?}");
        if let Mark::Text(text) = mark {
            if let Some((_, other)) = words.iter().find(|(taken, _)| taken.overlaps(&it)) {
                return Err(TestCaseError::fail(format!("{other:?} and {:?} cover each other", text.text)));
            }
            words.push((it, &text.text));
        }
    }
    Ok(())
}

#[test]
fn gaps_stand_in_the_order_of_weight_and_gap_with_their_figures() {
    let found = said(
        "shift roles now=2 target=4 weight=1\nshift channels now=2 target=3 weight=5\nshift resources now=4 target=3 weight=2\n\
         shift metrics now=3\nshift culture target=5",
    );
    let scene = gap_bars(&found, Fonts::shipped());
    let told = texts(&scene);
    let place = |words: &str| told.iter().position(|it| it.starts_with(words)).unwrap();
    let order = ["2 Omni", "1 Role", "3 Resource", "4 Metrics"].map(place);
    assert!(order.is_sorted(), "{told:?}");
    for words in ["+5", "+2", "−1", "−2", "wanted: not set", "today: not scored", "not scored"] {
        assert!(told.contains(&words), "{words} is missing: {told:?}");
    }
    assert!(!told.contains(&"0"), "what is not set is no 0: {told:?}");
    let bars = blocks(&scene).into_iter().filter(|it| *it == Tone::Scale2).count();
    assert_eq!(bars, 2, "a bar for each way to go, and none for less or for what is not set");
    assert!(gap_description(&found).contains("Culture and collaboration not set, wanted 5, gap not known"));
}

#[test]
fn groups_show_their_middle_answers_how_far_they_are_apart_and_what_is_hidden() {
    let found = said(
        "round roles hands revealed=yes\nhands 0/5/0/0/0 perspective=frontline\nhands 0/0/0/1/1 perspective=management\n\
         round culture blind revealed=yes\nunnamed 1 2 perspective=frontline\nunnamed 2 3 perspective=customer",
    );
    let scene = group_table(&found, Fonts::shipped());
    let told = texts(&scene);
    for words in ["Everyone", "Management", "4.5", "2.5 levels", "Frontline to Management", "hidden", "(1)"] {
        assert!(told.contains(&words), "{words} is missing: {told:?}");
    }
    assert_eq!(blocks(&scene), [Tone::Scale2, Tone::Scale5, Tone::Scale2], "hidden groups have no tint");
    assert!(group_description(&found).contains("Management 4.5"));
    assert_eq!(
        svg(&scene),
        svg(&group_table(&found, Fonts::shipped())),
        "the same input gives the same picture"
    );
}

/// Lines for a shift with that much set.
fn shift_lines(shift: Shift, levels: [Option<u8>; 3], tallies: &[[u16; 5]], name: &str) -> String {
    let pair = |key: &str, it: Option<u8>| it.map_or_else(String::new, |it| format!(" {key}={it}"));
    let [now, target, weight] = levels;
    let title = if name.is_empty() { String::new() } else { format!(" title=\"{name}\"") };
    let key = shift.key();
    let mut lines = format!(
        "shift {key}{title}{}{}{}\n",
        pair("now", now),
        pair("target", target),
        pair("weight", weight)
    );
    if !tallies.is_empty() {
        lines.push_str(&format!("round {key} hands revealed=yes\n"));
    }
    let perspectives = ["", " perspective=management", " perspective=frontline", " perspective=customer"];
    for (tally, perspective) in tallies.iter().zip(perspectives) {
        let counts = tally.map(|it| it.to_string()).join("/");
        lines.push_str(&format!("hands {counts} cant-say={}{perspective}\n", tally[0] / 2));
    }
    lines
}

proptest! {
    #[test]
    fn nothing_is_cut_and_nothing_covers_anything_whatever_was_said(
        levels in prop::collection::vec(prop::array::uniform3(prop::option::of(1_u8..=5)), 7),
        tallies in prop::collection::vec(prop::collection::vec(prop::array::uniform5(any::<u16>()), 0..=4), 7),
        name in "[A-Za-z][A-Za-z ]{0,170}",
        long in 0_usize..7,
    ) {
        let lines: String = Shift::ALL
            .iter()
            .enumerate()
            .map(|(at, shift)| {
                let name = if at == long { name.trim() } else { "" };
                shift_lines(*shift, levels[at], &tallies[at], name)
            })
            .collect();
        let found = said(&lines);
        for picture in [gap_bars(&found, Fonts::shipped()), group_table(&found, Fonts::shipped())] {
            holds(&picture)?;
        }
        prop_assert!(gap_description(&found).contains(name.trim()));
    }
}

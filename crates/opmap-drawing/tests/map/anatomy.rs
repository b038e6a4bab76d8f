//! What the box of a step shows beyond its title.

use expect_test::expect;
use opmap_drawing::{
    Detail, Face, Folded, Fonts, MapLayout, Mark, Rect, RowSign, SIGN_SIZE, STEP_REACH, Sign, StepBox, Tone,
    folded_map_layout, map_layout, selected_marks, step_marks,
};
use opmap_model::{CardKind, LaneKind, Medium, Seconds, StepKind};
use proptest::prelude::*;

use crate::laws::sketches;
use crate::picture::extent;
use crate::sample::{Sketch, broadband};

fn laid_out(sketch: &Sketch) -> MapLayout {
    map_layout(&sketch.finish(), sketch.map, Fonts::shipped())
}

/// Where a sign of the row lies, from the left end of the row.
fn span(sign: &RowSign) -> (f32, f32) {
    let face = if sign.strong { Face::SemiBold } else { Face::Regular };
    let words = sign.words.as_ref().map_or(0.0, |it| Fonts::shipped().width(face, 11.0, it));
    let drawing = if sign.sign.is_some() { SIGN_SIZE } else { 0.0 };
    let gap = if drawing > 0.0 && words > 0.0 { 2.5 } else { 0.0 };
    (sign.left, sign.left + drawing + gap + words)
}

/// The row of a step in words.
fn told(step: &StepBox) -> String {
    let one = |sign: &RowSign| {
        let drawing = sign.sign.map(|it| match it {
            Sign::Channel(Some(medium), _) => format!("{medium:?}"),
            Sign::Channel(None, kind) => format!("{kind:?}"),
            Sign::Value(value) => format!("{value:?}"),
            Sign::Evidence(grade) => format!("{grade:?}"),
            Sign::Kind(kind) => format!("{kind:?}"),
            other => format!("{other:?}"),
        });
        let words = sign.words.as_ref().map(|it| format!("“{}”", it.replace('\u{2009}', " ")));
        [drawing, words].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    step.signs.iter().map(one).collect::<Vec<_>>().join(" · ")
}

#[test]
fn what_lies_over_a_selected_step_has_its_shape_and_leaves_its_signs_to_be_seen() {
    let layout = laid_out(&broadband());
    let is_path = |it: &Mark| matches!(it, Mark::Path(_));
    let stroke = |it: &Mark| match it {
        Mark::Rect(it) => it.stroke.map(|it| it.tone),
        Mark::Path(it) => it.stroke.map(|it| it.tone),
        _ => None,
    };
    for step in &layout.boxes {
        let marks = selected_marks(step, Detail::Full, None);
        let [halo, border, signs @ ..] = &*marks else { panic!("{} has no halo", step.id.0) };
        assert_eq!((stroke(halo), stroke(border)), (Some(Tone::SelectHalo), Some(Tone::Accent)));
        assert_eq!(
            (is_path(halo), is_path(border)),
            (step.kind == StepKind::Decision, step.kind == StepKind::Decision)
        );
        let drawn = step_marks(step, Detail::Full, None);
        assert!(signs.iter().all(|it| drawn.contains(it)), "the signs are those of the step");
        assert_eq!(signs.is_empty(), !step.moment_of_truth && !step.fail_point);
        assert_eq!(selected_marks(step, Detail::Title, None).len(), 2, "from afar it has no signs");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn signs_stand_side_by_side_in_their_row(sketch in sketches()) {
        for step in &laid_out(&sketch).boxes {
            let mut spans: Vec<(f32, f32)> = step.signs.iter().map(span).collect();
            spans.sort_by(|a, b| a.0.total_cmp(&b.0));
            for pair in spans.windows(2) {
                prop_assert!(pair[0].1 + 2.0 <= pair[1].0, "{:?}", step.signs);
            }
            let room = step.chip_row().width + 0.01;
            prop_assert!(spans.iter().all(|it| it.0 >= 0.0 && it.1 <= room), "{:?}", step.signs);
        }
    }

    #[test]
    fn marks_at_the_corner_cover_no_word_and_stay_near(sketch in sketches()) {
        for step in &laid_out(&sketch).boxes {
            let marks = step_marks(step, Detail::Full, None);
            let words: Vec<Rect> = marks.iter().filter(|it| matches!(it, Mark::Text(_))).map(extent).collect();
            let reach = step.rect.grown(STEP_REACH);
            for mark in &marks {
                let covered = extent(mark);
                prop_assert!(covered.x >= reach.x && covered.y >= reach.y && covered.right() <= reach.right() && covered.bottom() <= reach.bottom());
                // What reaches beyond the box lies at the corner.
                let is_corner = covered.y < step.rect.y - 2.0;
                prop_assert!(!is_corner || words.iter().all(|it| !it.overlaps(&covered)), "{mark:?} {words:?}");
            }
        }
    }

    #[test]
    fn less_detail_draws_less_and_never_something_else(sketch in sketches()) {
        for step in &laid_out(&sketch).boxes {
            let [shape, title, full] = [Detail::Shape, Detail::Title, Detail::Full].map(|it| step_marks(step, it, None));
            prop_assert_eq!(shape.len(), 1);
            prop_assert!(title.starts_with(&shape) && full.starts_with(&title));
            let words = title.iter().filter(|it| matches!(it, Mark::Text(_))).count();
            prop_assert_eq!(words, step.title_lines.len());
        }
    }
}

#[test]
fn steps_of_a_real_map_say_what_is_known_of_them() {
    let sketch = broadband();
    let layout = laid_out(&sketch);
    let lines: String = layout
        .boxes
        .iter()
        .map(|it| {
            let corner = [(it.moment_of_truth, " [moment of truth]"), (it.fail_point, " [fail point]")];
            let corner: String = corner.iter().filter(|it| it.0).map(|it| it.1).collect();
            format!("{}{corner}: {}\n", it.title_lines.join(" "), told(it))
        })
        .collect();
    expect![[r#"
        Connection drops: Data
        Show outage notice: Web “Web” · Automated
        Detect alarm pattern: “Automated” · Automated
        Restarts the router: App “App” · Reported
        Guided line check: App “App” · Automated
        Calls support: Phone “Phone” · “+1” · Data
        Verify and log fault: Wait “24 min”
        Answers test questions: Phone “Phone” · Quotes “1” · Observed
        Run line test: 
        Check area alarms: 
        Accepts a visit window: App “App” · Data
        Send visit reminder: Sms “Text…” · Automated
        Agree visit window: “Decision” · Decision
        Assign a technician [fail point]: Wait “7.7 h” · Cards “1” · Necessary
        Waits at home [moment of truth]: OnSite · Wait “39 h” · Quotes “2”
        Trace and repair fault: OnSite · Wait “30 min”
        Re-plan late jobs: 
        Repair street cable: Partner
        Checks the connection: Observed
        Close the ticket: 
        Prove speed on site: 
        Confirm line profile: Wait “36 min” · Automated
        Rates the repair: Sms “Text…”
        Send 48 h survey: Email “E-mail” · Automated
        Call back detractors: Phone “Phone”
    "#]]
    .assert_eq(&lines);
}

#[test]
fn a_crowded_row_keeps_what_weighs_most() {
    let mut sketch = Sketch::new();
    sketch.stage("Visit");
    sketch.lane("Customer", LaneKind::Customer, None);
    let step = sketch.step(0, 0, "Waits at home", StepKind::Automated, Some(Medium::OnSite));
    sketch.say(step, |it| {
        it.wait_secs = Seconds::new(142_200);
        it.evidence = Some(opmap_model::EvidenceGrade::Assumed);
        it.value = Some(opmap_model::ValueTag::Waste);
    });
    sketch.also_by(step, Medium::Phone);
    for _ in 0..12 {
        sketch.card(step, CardKind::Quote, "Never again.", |_| {});
    }
    let layout = laid_out(&sketch);
    expect!["OnSite · Wait “39.5 h” · Automated"].assert_eq(&told(&layout.boxes[0]));
}

#[test]
fn steps_are_numbered_in_the_order_of_the_map_and_those_that_are_folded_count() {
    let sketch = broadband();
    let (document, fonts) = (sketch.finish(), Fonts::shipped());
    let in_order: Vec<_> = document.map_view(sketch.map).steps.iter().map(|(id, _)| *id).collect();
    let folded = Folded { lanes: [sketch.lanes[1]].into(), ..Folded::default() };
    let layouts =
        [map_layout(&document, sketch.map, fonts), folded_map_layout(&document, sketch.map, &folded, fonts)];
    assert!(layouts[1].boxes.len() < in_order.len());
    for layout in layouts {
        let numbers = in_order.iter().map(|id| layout.step_number(*id));
        assert!(numbers.eq((1..=in_order.len()).map(Some)));
    }
}

#[test]
fn detail_follows_the_scale() {
    let at = [0.1, 0.44, 0.45, 0.69, 0.7, 4.0].map(Detail::at_scale);
    use Detail::{Full, Shape, Title};
    assert_eq!(at, [Shape, Shape, Title, Title, Full, Full]);
}

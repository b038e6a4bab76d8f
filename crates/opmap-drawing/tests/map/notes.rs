//! What holds for what overlays say of steps and connectors.

use std::collections::BTreeSet;

use expect_test::expect;
use opmap_analysis::{Overlay, Severity};
use opmap_drawing::{
    ChangeSign, ChannelChange, Detail, Fonts, Found, Heat, Held, MapNotes, MapSceneOptions, Mark, NoteLabel,
    Rect, RolesNote, RouteClass, RouteNote, STEP_REACH, StepNote, Stress, Stroke, Tone, add_named_roles,
    add_roles, map_layout, map_scene, overlay_notes, overlay_words, route_marks, route_sign_marks,
    step_marks,
};
use opmap_model::{CardKind, LaneKind, StepKind};
use proptest::prelude::*;

use crate::laws::sketches;
use crate::picture::extent;
use crate::sample::{Sketch, broadband};

/// Every note that can be, with words long and short.
fn notes() -> impl Strategy<Value = StepNote> {
    let severity = prop_oneof![Just(Severity::Error), Just(Severity::Warning), Just(Severity::Note)];
    let found = proptest::option::of((severity, 1..40_usize));
    let stress = prop_oneof![Just(Stress::Even), Just(Stress::StandsOut), Just(Stress::StepsBack)];
    let words = proptest::option::of("[a-zA-Z0-9 ]{1,40}");
    let said = (proptest::option::of(0..4_usize), proptest::option::of(1..=Heat::MOST), words);
    (found, stress, said, proptest::option::of(roles())).prop_map(
        |(found, stress, (change, heat, words), roles)| {
            let fonts = Fonts::shipped();
            let said = match (change, heat.and_then(Heat::new), words) {
                (Some(change), _, words) => {
                    StepNote::of_change(ChangeSign::ALL[change], words.as_deref(), fonts)
                }
                (None, Some(heat), words) => StepNote::of_heat(heat, words.as_deref().unwrap_or("2"), fonts),
                (None, None, words) => {
                    StepNote { label: words.map(|it| NoteLabel::new(&it, fonts)), ..StepNote::default() }
                }
            };
            let found = found.map(|(severity, count)| Found::new(severity, count, fonts));
            StepNote { found, stress, roles, ..said }
        },
    )
}

/// Who does what, with codes short and long.
fn roles() -> impl Strategy<Value = RolesNote> {
    let code = || proptest::option::of("[A-Z]{1,3}[0-9]{0,2}\\+?");
    let decider = proptest::option::of("[A-Z]{1,3}\\+?");
    (0..4_usize, code(), code(), decider).prop_map(|(sort, one, other, decider)| {
        let letters = match sort {
            0 => vec![(Held::Accountable, one), (Held::Responsible, other)],
            1 => vec![(Held::Both, one.or(other).or(Some("IT".to_owned())))],
            2 => vec![(Held::Unassigned, None)],
            _ => Vec::new(),
        };
        let decides = decider.map(|it| (Held::Decides, Some(it)));
        let held: Vec<_> = decides.into_iter().chain(letters).collect();
        RolesNote::new(&held, Fonts::shipped())
    })
}

fn words(marks: &[Mark]) -> Vec<Rect> {
    marks.iter().filter(|it| matches!(it, Mark::Text(_))).map(extent).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_of_a_step_covers_neither_its_title_nor_its_corner(sketch in sketches(), note in notes()) {
        let layout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
        for step in &layout.boxes {
            let marks = step_marks(step, Detail::Full, Some(&note));
            let words = words(&marks);
            for (index, one) in words.iter().enumerate() {
                prop_assert!(words[index + 1..].iter().all(|it| !it.overlaps(one)), "{words:?}");
            }
            for mark in &marks {
                let covered = extent(mark);
                let reach = step.rect.grown(STEP_REACH);
                prop_assert!(covered.x >= reach.x && covered.y >= reach.y && covered.right() <= reach.right() && covered.bottom() <= reach.bottom(), "{mark:?}");
            }
            let is_words = |it: &&Mark| matches!(it, Mark::Text(_));
            let title = marks.iter().filter(is_words).take(step.title_lines.len()).map(extent).collect::<Vec<_>>();
            // What is drawn behind the last line of the title is drawn over it.
            let last = marks.iter().rposition(|it| title.last() == Some(&extent(it)));
            for over in last.iter().flat_map(|last| &marks[last + 1..]).map(extent) {
                prop_assert!(title.iter().all(|it| !it.overlaps(&over)), "{over:?} lies on {title:?}");
            }
        }
    }

    #[test]
    fn who_does_a_step_fits_its_row(sketch in sketches(), roles in roles()) {
        let layout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
        let note = StepNote { roles: Some(roles), ..StepNote::default() };
        for step in &layout.boxes {
            for mark in step_marks(step, Detail::Full, Some(&note)).iter().filter(|it| matches!(it, Mark::Text(_))) {
                let covered = extent(mark);
                prop_assert!(covered.x >= step.rect.x && covered.right() <= step.rect.right(), "{mark:?}");
            }
        }
    }

    #[test]
    fn what_is_said_is_drawn_at_every_detail(sketch in sketches(), note in notes()) {
        let layout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
        for step in &layout.boxes {
            let [shape, full] = [Detail::Shape, Detail::Full].map(|it| step_marks(step, it, Some(&note)));
            let label = note.label.as_ref().map(|it| it.text.clone());
            for marks in [&shape, &full] {
                let said = marks.iter().filter(|it| matches!(it, Mark::Text(it) if Some(&it.text) == label.as_ref()));
                prop_assert!(label.is_none() || said.count() >= 1);
            }
        }
    }
}

/// The look of a mark without its colour: how its line is drawn, and what it is made of.
fn without_colour(marks: &[Mark]) -> String {
    let line =
        |stroke: Option<Stroke>| stroke.map(|it| (it.width.to_bits(), it.dash.map(|it| it.0.to_bits())));
    let one = |mark: &Mark| match mark {
        Mark::Rect(it) => format!("{:?} {:?} {}", it.rect, line(it.stroke), it.fill.is_some()),
        Mark::Path(it) => format!("{:?} {:?} {}", it.segments, line(it.stroke), it.fill.is_some()),
        Mark::Text(it) => it.text.clone(),
        Mark::Image(it) => format!("{:?}", it.rect),
    };
    marks.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[test]
fn changes_heats_and_findings_are_told_apart_without_colour() {
    let fonts = Fonts::shipped();
    let sketch = broadband();
    let layout = map_layout(&sketch.finish(), sketch.map, fonts);
    // The words are the same, so that only shapes are left to tell.
    let changes = ChangeSign::ALL.map(|it| StepNote::of_change(it, Some("it"), fonts));
    let heats = (1..=Heat::MOST).filter_map(Heat::new).map(|it| StepNote::of_heat(it, "it", fonts));
    let found = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|it| StepNote { found: Some(Found::new(it, 1, fonts)), ..StepNote::default() });
    let stress = [Stress::Even, Stress::StandsOut].map(|stress| StepNote { stress, ..StepNote::default() });
    let notes: Vec<StepNote> = changes.into_iter().chain(heats).chain(found).chain(stress).collect();
    for step in &layout.boxes {
        let looks = notes.iter().map(|it| without_colour(&step_marks(step, Detail::Full, Some(it))));
        assert_eq!(looks.collect::<BTreeSet<_>>().len(), notes.len(), "{:?}", step.title_lines);
    }
}

#[test]
fn how_much_it_hurts_is_told_by_the_edge_where_the_row_stays_as_it_is() {
    let sketch = broadband();
    let layout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
    let heats = (1..=Heat::MOST).map(Heat::new);
    let notes: Vec<StepNote> =
        std::iter::once(None).chain(heats).map(|heat| StepNote { heat, ..StepNote::default() }).collect();
    for step in &layout.boxes {
        let drawn = notes.iter().map(|it| step_marks(step, Detail::Full, Some(it)));
        let drawn: Vec<Vec<Mark>> = drawn.collect();
        let looks: BTreeSet<_> = drawn.iter().map(|it| without_colour(it)).collect();
        assert_eq!(looks.len(), notes.len(), "{:?}", step.title_lines);
        assert!(drawn.iter().all(|it| it[1..] == drawn[0][1..]), "only the edge is another");
    }
}

#[test]
fn what_becomes_of_a_connector_is_told_without_colour() {
    let sketch = broadband();
    let layout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
    let handoff = layout.routes.iter().find(|it| it.class == RouteClass::Handoff).unwrap();
    let plain = RouteNote::default();
    let notes = [
        plain,
        RouteNote { stress: Stress::StandsOut, ..plain },
        RouteNote { broken: true, ..plain },
        RouteNote { change: Some(ChangeSign::Added), ..plain },
        RouteNote { change: Some(ChangeSign::Gone), ..plain },
        RouteNote { change: Some(ChangeSign::Moved), ..plain },
    ];
    let looks = notes.map(|it| without_colour(&route_marks(handoff, Some(&it))));
    assert_eq!(looks.iter().collect::<BTreeSet<_>>().len(), notes.len());
}

#[test]
fn a_change_of_channel_is_told_without_colour_beside_all_that_the_connector_says() {
    let sketch = broadband();
    let layout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
    let note = |channel| RouteNote { channel, ..RouteNote::default() };
    for route in &layout.routes {
        let [plain, open, lost] = [None, Some(ChannelChange::Open), Some(ChannelChange::Lost)]
            .map(|channel| route_sign_marks(route, Some(&note(channel))));
        assert!(plain.is_empty() && without_colour(&open) == without_colour(&lost));
        let Mark::Rect(ground) = &open[0] else { panic!("a ground") };
        assert_ne!(ground.fill, Some(Tone::Ink), "and filled with black only where something gets lost");
        assert!(matches!(&lost[0], Mark::Rect(it) if it.fill == Some(Tone::Ink)));
        let said = route.badge.iter().map(|it| it.rect).chain(route.label.iter().map(|it| it.rect));
        assert!(said.into_iter().all(|it| !it.overlaps(&ground.rect)), "{route:?}");
    }
}

#[test]
fn the_picture_says_what_overlays_say() {
    let fonts = Fonts::shipped();
    let sketch = broadband();
    let layout = map_layout(&sketch.finish(), sketch.map, fonts);
    let step = layout.boxes[3].id;
    let note = StepNote::of_change(ChangeSign::Changed, Some("its name"), fonts);
    let notes = MapNotes { steps: [(step, note)].into(), ..MapNotes::default() };
    let scene = map_scene(&layout, &MapSceneOptions { notes, ..MapSceneOptions::default() });
    assert!(scene.marks.iter().any(|it| matches!(it, Mark::Text(it) if it.text == "its name")));
    let empty = MapSceneOptions { notes: MapNotes::default(), ..MapSceneOptions::default() };
    assert_eq!(map_scene(&layout, &empty), map_scene(&layout, &MapSceneOptions::default()));
}

#[test]
fn overlays_say_what_they_found_and_what_is_not_set() {
    let mut sketch = broadband();
    let told = |sketch: &Sketch| {
        let document = sketch.finish();
        let words = Overlay::ALL.map(|it| overlay_words(&document, sketch.map, it).found.join("\n"));
        words.join("\n").replace('\u{2009}', " ")
    };
    expect![[r#"
        Longest wait: Waits at home 39 h, Assign a technician 7.7 h, Confirm line profile 36 min (set on 5 of 25 steps).
        Lowest first-time-right: not set.
        Most handoffs: Agree visit window 3, Trace and repair fault 3, Check area alarms 2.
        2 pain points on 2 steps; severe on 1 step.
        14 handoffs: 3 complete, 6 without an owner.
        7 changes of channel: what is known is kept on 0, lost on 0, not set on 7."#]].assert_eq(&told(&sketch));
    sketch = Sketch::new();
    sketch.stage("Visit");
    sketch.lane("Customer", LaneKind::Customer, None);
    sketch.step(0, 0, "Waits at home", StepKind::Activity, None);
    expect![[r#"
        Longest wait: not set.
        Lowest first-time-right: not set.
        Most handoffs: there are none.
        No step has a pain point.
        The work changes hands nowhere.
        The channel changes nowhere."#]]
    .assert_eq(&told(&sketch));
}

#[test]
fn what_an_overlay_is_about_stands_out_and_the_rest_steps_back() {
    let sketch = broadband();
    let (document, fonts) = (sketch.finish(), Fonts::shipped());
    let notes = overlay_notes(&document, sketch.map, Overlay::Bottlenecks, fonts);
    let view = document.map_view(sketch.map);
    assert_eq!((notes.steps.len(), notes.routes.len()), (view.steps.len(), view.connectors.len()));
    let worst = view.steps.iter().find(|(_, it)| it.title.as_str() == "Waits at home").unwrap().0;
    assert_eq!(notes.steps[&worst].stress, Stress::StandsOut);
    let label = notes.steps[&worst].label.as_ref().unwrap();
    assert_eq!(label.text.replace('\u{2009}', " "), "39 h wait");
    let quiet = notes.steps.values().filter(|it| it.stress == Stress::StepsBack).count();
    assert!(quiet > view.steps.len() / 2, "{quiet}");
    let friction = overlay_notes(&document, sketch.map, Overlay::Friction, fonts);
    let has_pain = document.cards().values().any(|it| it.kind == CardKind::PainPoint);
    assert_eq!(friction.is_empty(), !has_pain, "where nothing is said, nothing steps back");
}

/// What a map says of its roles, in words.
fn told_roles(notes: &MapNotes, document: &opmap_model::Document) -> String {
    let steps = notes.steps.iter().filter_map(|(id, it)| {
        Some(format!("{}: {}", document.get(*id)?.title, it.roles.as_ref()?.words().join(", ")))
    });
    let stages = notes
        .deciders
        .iter()
        .filter_map(|(id, it)| Some(format!("{}: {}", document.get(*id)?.title, it.text)));
    steps.chain(stages).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_map_says_who_does_what_by_codes_and_where_nobody_is_named() {
    let mut next = 0;
    let mut fresh = || {
        next += 1;
        uuid::Uuid::from_u128(next)
    };
    let text = "workshop \"W\"\nrole a \"Service advisor\"\nrole b \"Team lead\"\nrole c \"Dispatcher\"\n\
                journey j \"Repair\"\nmap j as-lived\nstage s \"One\"\nlane ce \"Centre\" kind=frontstage\n\
                step q \"Both\" at=s/ce letters=a:A/R\nstep w \"Several\" at=s/ce letters=b:A,a:R,c:R\n\
                step e \"Open\" at=s/ce letters=c:R\nstep r \"Empty\" at=s/ce\n\
                decision \"Refund\" step=q unit=\"€\" band=100:a beyond=b\ndecision \"Close\" stage=s decider=c";
    let document = opmap_model::notation::parse(text, &mut fresh).unwrap();
    let map = document.stages().values().next().unwrap().map();
    let mut notes = MapNotes::default();
    add_roles(&mut notes, &document, map, Fonts::shipped());
    expect![[r#"
        Both: decided by SA+, accountable and responsible SA
        Several: accountable TL, responsible SA+
        Open: no one accountable, responsible DIS
        Empty: unassigned
        One: DIS"#]]
    .assert_eq(&told_roles(&notes, &document));
    let mut named = MapNotes::default();
    add_named_roles(&mut named, &document, map, Fonts::shipped());
    expect![[r#"
        Both: decided by Service advi…, accountable and responsible Service a…
        Several: accountable Team lead, responsible Service adv…
        Open: no one accountable, responsible Dispatcher
        Empty: unassigned
        One: DIS"#]]
    .assert_eq(&told_roles(&named, &document));
    let layout = map_layout(&document, map, Fonts::shipped());
    let options = MapSceneOptions { notes, ..MapSceneOptions::default() };
    let scene = map_scene(&layout, &options);
    let drawn: BTreeSet<&str> = scene
        .marks
        .iter()
        .filter_map(|it| if let Mark::Text(it) = it { Some(&*it.text) } else { None })
        .collect();
    for code in ["SA", "SA+", "TL", "DIS", "?", "unassigned"] {
        assert!(drawn.contains(code), "{code} is not in {drawn:?}");
    }
    for (step, notes) in layout.boxes.iter().flat_map(|it| [(it, &options.notes), (it, &named)]) {
        let marks = step_marks(step, Detail::Full, notes.steps.get(&step.id));
        for mark in marks.iter().filter(|it| matches!(it, Mark::Text(_))) {
            let covered = extent(mark);
            assert!(
                covered.x >= step.rect.x && covered.right() <= step.rect.right(),
                "{mark:?} leaves its step"
            );
        }
    }
}

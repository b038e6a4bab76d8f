//! Laws of the roadmap as a picture.

use opmap_analysis::roadmap;
use opmap_drawing::{
    Fonts, Gantt, GanttGroup, GanttLayout, GanttRows, GanttScale, GanttShape, GanttShown, Mark, Rect, Tone,
    gantt, gantt_body_marks, gantt_by, gantt_description, gantt_links, gantt_scene,
};
use opmap_model::generate::Dice;
use opmap_model::{Document, notation};
use uuid::Uuid;

fn parse(text: &str) -> Document {
    let mut next = 0;
    notation::parse(text, &mut || {
        next += 1;
        Uuid::from_u128(next)
    })
    .unwrap_or_else(|error| panic!("{error}"))
}

/// A roadmap of as many recommendations, some of which wait for earlier ones or have no duration.
fn made_up(count: usize, dice: &mut Dice) -> Document {
    let mut text =
        "workshop \"W\"\ndate 2026-06-18\nrole lead \"Dispatch lead\"\nworkstream a \"Ownership\"\n\
                    workstream b \"Digital products, data and everything that has to do with them\"\n"
            .to_owned();
    for number in 1..=count {
        let words = [
            "Name one owner",
            "Let advisors reserve a visit while the customer is on the line",
            &"Say all that there is to say of it. ".repeat(5),
        ];
        text += &format!(
            "recommendation r{number} \"{}\" timing=wave{}",
            words[dice.below(3)],
            1 + dice.below(3)
        );
        if dice.below(4) > 0 {
            text += &format!(" duration={}", 1 + dice.below(50));
        }
        text += [" workstream=a", " workstream=b", ""][dice.below(3)];
        if dice.below(2) == 0 {
            text += " owner=lead training=yes";
        }
        if number > 1 && dice.below(3) == 0 {
            text += &format!(" depends-on=r{}", 1 + dice.below(number - 1));
        }
        text += "\n";
    }
    for day in [0, 40, 180, 400] {
        text += &format!("milestone \"All of {day} have an owner who can say what comes next\" day={day}\n");
    }
    parse(&text)
}

fn laid_out(document: &Document) -> (Gantt, GanttLayout) {
    let found = gantt(document);
    let layout = GanttLayout::new(&found, Fonts::shipped());
    (found, layout)
}

#[test]
fn bars_and_their_words_lie_in_their_row_and_cover_nothing() {
    let (mut dice, fonts) = (Dice::new(2), Fonts::shipped());
    for count in (0..40).step_by(3) {
        let document = made_up(count, &mut dice);
        let (found, layout) = laid_out(&document);
        assert_eq!(layout.bars.len(), count);
        let whole = Rect::new(0.0, 0.0, layout.width, layout.height);
        let mut boxes: Vec<Rect> = Vec::new();
        for it in &layout.bars {
            boxes.push(if it.inside { it.rect } else { it.rect.covering(it.words) });
        }
        boxes.extend(layout.milestones.iter().map(|it| it.words));
        for (at, one) in boxes.iter().enumerate() {
            assert!(one.x >= 120.0 && one.right() <= whole.right() + 0.01, "{one:?} in {whole:?}");
            assert!(layout.rows.iter().any(|it| it.top <= one.y && one.bottom() <= it.top + it.height));
            assert!(boxes[at + 1..].iter().all(|other| !one.overlaps(other)));
        }
        for mark in &gantt_scene(&found, &layout, fonts).marks {
            if let Mark::Text(it) = mark {
                let right = it.at.x + fonts.width(it.face, it.size, &it.text);
                assert!(it.at.x >= 0.0 && right <= layout.width + 0.01 && it.at.y <= layout.height, "{it:?}");
            }
        }
    }
}

#[test]
fn a_bar_too_narrow_for_its_title_carries_its_code_and_has_the_title_beside_it() {
    let document = parse(
        "workshop \"W\"\ndate 2026-06-18\nrole lead \"Dispatch lead\"\n\
         recommendation a \"Coach advisors to read line tests\" timing=wave2 duration=8 owner=lead\n\
         recommendation b \"Pay the cable partner for restored lines\" timing=wave3 duration=44 owner=lead training=yes\n\
         recommendation c \"Say it once\" timing=wave1 duration=1 owner=lead\n",
    );
    let (found, layout) = laid_out(&document);
    let marks = gantt_scene(&found, &layout, Fonts::shipped()).marks;
    let of = |words: &str| {
        let text = marks.iter().find_map(|it| match it {
            Mark::Text(it) if it.text == words => Some(it),
            _ => None,
        });
        let it = text.unwrap();
        (it.at.x, it.at.x + Fonts::shipped().width(it.face, it.size, &it.text))
    };
    let code = |at: usize| of(&found.bars().nth(at).unwrap().code);
    let bars = &layout.bars;
    let (left, right) = code(1);
    assert!(!bars[1].inside && bars[1].code_inside);
    assert!(left > bars[1].rect.x + 3.0 && right < bars[1].rect.right() - 3.0, "in the bar");
    assert!(of(&bars[1].lines[0]).0 > bars[1].rect.right(), "behind it");
    assert!(bars[2].words.right() <= layout.width - 5.0, "not at the edge of the picture");
    assert!(
        !bars[0].code_inside && code(0).0 > bars[0].rect.right(),
        "a bar of a day has no room for a code"
    );
}

#[test]
fn a_title_that_a_bar_would_cut_stands_behind_it_where_there_is_room() {
    let title = "Agree on a fallback for when the outage notice fails";
    let document = parse(&format!(
        "workshop \"W\"\ndate 2026-06-18\n\
         recommendation a \"{title}\" timing=wave1 duration=12\n\
         recommendation b \"{title}\" timing=wave3 start=170 duration=30\n\
         recommendation c \"Agree on it\" timing=wave1 duration=12\n"
    ));
    let (_, layout) = laid_out(&document);
    let bars = &layout.bars;
    assert_eq!((bars[0].inside, bars[0].lines.join(" ").as_str()), (false, title));
    assert!(bars[0].words.x > bars[0].rect.right());
    assert!(bars[2].inside, "what fits stands in the bar");
}

#[test]
fn a_place_leads_to_its_day_and_back() {
    let (_, layout) = laid_out(&made_up(12, &mut Dice::new(4)));
    let last = layout.columns().last().unwrap().last;
    for day in 0..=last {
        assert_eq!(layout.day_at(layout.x_of(day) + 0.05), Some(day));
        assert!(layout.x_of(day) < layout.x_of(day + 1));
    }
    assert_eq!(layout.day_at(0.0), None);
    assert_eq!(layout.day_at(layout.width + 1.0), None);
}

#[test]
fn bars_begin_on_their_day_and_what_waits_begins_after_what_it_waits_for() {
    let (found, layout) = laid_out(&made_up(30, &mut Dice::new(6)));
    for (bar, placed) in found.bars().zip(&layout.bars) {
        assert_eq!(placed.id, bar.planned.id);
        assert!((placed.rect.x - layout.x_of(bar.planned.first)).abs() < 0.01);
    }
    let planned = |id| found.bars().find(|it| it.planned.id == id).unwrap().planned;
    assert!(found.dependencies.len() > 3);
    for it in &found.dependencies {
        let (before, after) = (planned(it.before), planned(it.after));
        assert!(after.first > before.last.unwrap_or(0), "{before:?} {after:?}");
    }
}

#[test]
fn what_cannot_be_is_drawn_in_the_tone_of_errors_with_its_sign() {
    let document = parse(
        "workshop \"W\"\nrecommendation a \"A\" timing=wave2 duration=5\n\
         recommendation b \"B\" timing=wave1 duration=5 depends-on=a\n\
         recommendation c \"C\" timing=wave3 duration=5 depends-on=a\n",
    );
    let (found, layout) = laid_out(&document);
    let marks = gantt_scene(&found, &layout, Fonts::shipped()).marks;
    let lines = |tone: Tone| {
        let is_it = |it: &&Mark| matches!(it, Mark::Path(it) if it.fill.is_none() && it.stroke.is_some_and(|it| it.tone == tone && it.width == 2.0));
        marks.iter().filter(is_it).count()
    };
    assert_eq!((lines(Tone::Error), lines(Tone::WireInk)), (1, 1));
    let octagons = marks.iter().filter(|it| matches!(it, Mark::Path(it) if it.fill == Some(Tone::Error)));
    assert_eq!(octagons.count(), 2, "the head of the arrow and the sign");
    assert_eq!(
        gantt_description(&found),
        "No workstream: R1 A, Wave 2, day 31 to day 37; R2 B, Wave 1, day 38 to day 44; R3 C, Wave 3, day 91 to day 95. \
         R2 waits for R1, which cannot be as planned. R3 waits for R1."
    );
}

#[test]
fn what_needs_something_that_is_not_done_has_the_sign_at_its_bar() {
    let document = parse(
        "workshop \"W\"\nrecommendation a \"A\" timing=parked\n\
         recommendation b \"B\" timing=wave1 duration=5 depends-on=a\n",
    );
    let (found, layout) = laid_out(&document);
    let signs = |shown| {
        let marks = gantt_body_marks(&found, &layout, shown, Fonts::shipped());
        marks.iter().filter(|it| matches!(it, Mark::Path(it) if it.fill == Some(Tone::Error))).count()
    };
    assert_eq!(signs(GanttShown { dependencies: true, longest: false }), 1);
    assert_eq!(signs(GanttShown { dependencies: false, longest: false }), 0);
}

#[test]
fn parts_hold_every_bar_once() {
    let (found, _) = laid_out(&made_up(25, &mut Dice::new(8)));
    let whole: Vec<_> = found.bars().map(|it| it.planned.id).collect();
    let parts: Vec<_> = (0..25).step_by(7).map(|from| found.part(from, 7)).collect();
    let joined: Vec<_> = parts.iter().flat_map(|it| it.bars().map(|it| it.planned.id)).collect();
    assert_eq!(joined, whole);
    assert_eq!(parts.iter().map(|it| it.milestones.len()).sum::<usize>(), 4);
    assert!(
        parts.iter().all(|part| part
            .dependencies
            .iter()
            .all(|it| part.bars().any(|bar| bar.planned.id == it.before)))
    );
}

/// Each layout that is drawn: on paper, in the window by waves and by days, by workstream and by owner.
fn every_layout(document: &Document) -> Vec<(Gantt, GanttLayout)> {
    let (found, fonts) = (roadmap(document), Fonts::shipped());
    let mut all = vec![laid_out(document)];
    for rows in [GanttRows::Workstreams, GanttRows::Owners] {
        for scale in [GanttScale::Waves(300.0), GanttScale::Days(9.0), GanttScale::Days(3.0)] {
            let gantt = gantt_by(document, &found, rows);
            let layout =
                GanttLayout::shaped(&gantt, GanttShape { names: 132.0, scale, milestones: false }, fonts);
            all.push((gantt, layout));
        }
    }
    all
}

#[test]
fn a_line_runs_over_no_bar_and_over_no_words() {
    let mut dice = Dice::new(11);
    let mut seen = 0;
    for count in [2, 5, 9, 14, 20, 30, 45] {
        for (found, layout) in every_layout(&made_up(count, &mut dice)) {
            for link in gantt_links(&found, &layout) {
                seen += 1;
                let end = link.points.last().unwrap();
                let target = layout.bars.iter().find(|it| it.id == link.after).unwrap();
                assert!((end.x - target.rect.x).abs() < 0.01, "it ends at the left edge of what waits");
                for pair in link.points.windows(2) {
                    let (a, b) = (pair[0], pair[1]);
                    assert!(a.x == b.x || a.y == b.y, "{a:?} to {b:?} is upright or level");
                    let way = Rect::new(a.x.min(b.x), a.y.min(b.y), (b.x - a.x).abs(), (b.y - a.y).abs());
                    assert!(
                        way.x >= layout.names && way.right() <= layout.width,
                        "{way:?} is in the picture"
                    );
                    assert!(way.y >= layout.head, "{way:?} is below the heads");
                    for bar in &layout.bars {
                        let inner =
                            |it: Rect| Rect::new(it.x + 0.5, it.y + 0.5, it.width - 1.0, it.height - 1.0);
                        let mut taken = vec![inner(bar.rect)];
                        if !bar.inside {
                            taken.push(inner(bar.words));
                        }
                        for it in taken {
                            let apart = way.right() <= it.x
                                || it.right() <= way.x
                                || way.bottom() <= it.y
                                || it.bottom() <= way.y;
                            assert!(apart, "{way:?} of {:?} runs over {it:?}", link.points);
                        }
                    }
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn days_that_are_true_to_scale_are_all_as_wide_and_show_when_nobody_works() {
    let document = made_up(8, &mut Dice::new(3));
    for (_, layout) in every_layout(&document) {
        let last = layout.columns().last().unwrap().last;
        for day in 0..=last {
            assert_eq!(layout.day_at(layout.x_of(day) + 0.05), Some(day));
        }
    }
    let (found, layout) = every_layout(&document).swap_remove(2);
    let last = layout.columns().last().unwrap().last;
    for day in 0..last {
        assert!((layout.x_of(day + 1) - layout.x_of(day) - 9.0).abs() < 0.01);
    }
    assert_eq!(layout.months[0].words, "June 2026");
    assert_eq!((layout.weeks[0].day, layout.weeks[0].words.as_str()), (4, "22"));
    assert_eq!(layout.days_off[0], (2, 3), "from a Thursday it is two days to the weekend");
    let shown = GanttShown { dependencies: true, longest: true };
    let marks = gantt_body_marks(&found, &layout, shown, Fonts::shipped());
    let chained = |it: &&Mark| matches!(it, Mark::Path(it) if it.stroke.is_some_and(|it| it.width == 2.5));
    assert_eq!(marks.iter().filter(chained).count(), found.longest.len());
}

#[test]
fn rows_are_workstreams_or_owners_also_where_nothing_is_planned_yet() {
    let document = parse(
        "workshop \"W\"\nrole lead \"Lead\"\nrole other \"Other\"\nworkstream a \"Empty\"\nworkstream b \"Used\"\n\
         recommendation one \"One\" timing=wave1 workstream=b owner=lead\nrecommendation two \"Two\" owner=other\n",
    );
    let found = roadmap(&document);
    let titles = |rows| {
        let all = gantt_by(&document, &found, rows).streams;
        all.iter().map(|it| format!("{}: {}", it.title, it.bars.len())).collect::<Vec<_>>()
    };
    assert_eq!(titles(GanttRows::Workstreams), ["Empty: 0", "Used: 1"]);
    assert_eq!(titles(GanttRows::Owners), ["Lead: 1", "Other: 0"]);
    let none = parse("workshop \"W\"\n");
    let rows = gantt_by(&none, &roadmap(&none), GanttRows::Workstreams).streams;
    assert_eq!(rows.iter().map(|it| it.group).collect::<Vec<_>>(), [GanttGroup::Workstream(None)]);
    assert_eq!(gantt(&document).streams.len(), 1, "on paper only what holds something");
}

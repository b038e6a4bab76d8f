//! The executive summary: what it says, that its numbers are those of the other sections, and that it stays short.

use expect_test::expect;
use opmap_analysis::analyze;
use opmap_model::{Document, notation};
use uuid::Uuid;

use super::options;
use super::rights::sections;
use crate::outline::{Block, Cell, Outline, Section, Summary, outline, references, summary};

pub(super) fn parsed(text: &str) -> Document {
    let mut next = 0;
    let document = notation::parse(text, &mut || {
        next += 1;
        Uuid::from_u128(next)
    });
    document.unwrap()
}

pub(super) fn sample() -> Document {
    parsed(include_str!("../../../../../assets/templates/halden-broadband.txt"))
}

pub(super) fn told(document: &Document) -> Outline {
    outline(document, &analyze(document), &options())
}

fn summary_of(outline: &Outline) -> &Summary {
    match &outline.sections[0].blocks[0] {
        Block::Summary(summary) => summary,
        other => panic!("{other:?} comes first"),
    }
}

/// All words on the page: title, content, head and foot.
fn words(outline: &Outline) -> usize {
    let title = outline.sections[0].title.split_whitespace().count();
    title + summary_of(outline).words() + summary::words_of_frame(&outline.frame)
}

const SMALL: &str = r#"
workshop "W"
purpose "Homes wait too long. Find out why."
date 2026-06-18
roadmap-start 2026-07-01
role o "Owner"
journey j "Repair" owner=o
map j as-lived
stage s "One"
lane a "Desk" kind=frontstage role=o
lane b "Van" kind=backstage role=o
step x "Answers" at=s/a work=1h wait=3h
step y "Drives" at=s/b work=1h first-time-right=50%
flow x -> y
map j to-be
stage s "One"
lane a "Desk" kind=frontstage role=o
step x "Answers" at=s/a work=2h
recommendation first "Let the desk see the calendar" addresses=F1 impact=5 effort=1 timing=wave1 duration=5
recommendation second "Buy a van" impact=3 effort=5 cost=investment owner=o timing=wave1
recommendation third "Paint it" impact=3 effort=1 cost=hours owner=o timing=wave3
milestone "All can see it" day=20
milestone "Painted" day=60
choice "Which colour" options="Red\nBlue"
choice "Which van" chosen="A small one"
evidence E1 "Nobody knew." kind=quote
evidence E2 "Ours alone." internal=yes
finding F1 "The desk cannot see the calendar." severity=warning evidence=E1,E2
finding F2 "Nobody answers at night." severity=error
"#;

#[test]
fn it_tells_what_was_found_what_to_do_what_to_decide_and_what_comes_next() {
    expect![[r#"
        # Executive summary: “Repair” can take 2 h instead of 5 h: the 1 handoff needs an owner
          The workshop of 18 June 2026 mapped the journey “Repair” as lived and to be. Homes wait too long.
          [5 h] from first step to last as lived, 60 % of it waiting; to be 2 h → lead-time
          [1 of 1] handoffs have no owner, as lived → handoffs
          [50 %] right the first time all the way, by 1 of 2 steps → lead-time
          What we found:
          - F1 | The desk cannot see the calendar. E1
          - F2 | Nobody answers at night.
          Decisions wanted:
          - A | Say who sees to it: Let the desk see the calendar. R1
          - B | Say what it may cost: Let the desk see the calendar. R1
          - C | Grant the investment: Buy a van. R2
          - D | Choose: Which colour. options log
          - E | Answer or accept finding F2. F2
          What we recommend, in this order:
          - R1 | Let the desk see the calendar / no owner yet
          - R3 | Paint it / Owner
          - R2 | Buy a van / Owner
          In the next 30 days:
          - 1 July 2026 | 2 recommendations begin R1 R2
          - 7 July 2026 | Due: Let the desk see the calendar R1
          - 21 July 2026 | All can see it
    "#]]
    .assert_eq(&sections("Executive summary", SMALL));
}

#[test]
fn a_map_with_few_times_is_not_compared() {
    let few = SMALL.replace("step x \"Answers\" at=s/a work=2h", "step x \"Answers\" at=s/a work=2h\nstep z \"Z\" at=s/a\nstep w \"W\" at=s/a\nflow x -> z\nflow z -> w");
    let told = sections("Executive summary", &few);
    assert!(
        told.starts_with("# Executive summary: “Repair” takes 5 h: 60\u{2009}% of that is waiting"),
        "{told}"
    );
    assert!(!told.contains("; to be 2 h"), "{told}");
}

#[test]
fn its_numbers_are_those_of_the_sections_to_which_they_lead() {
    for text in [include_str!("../../../../../assets/templates/halden-broadband.txt"), SMALL] {
        let outline = told(&parsed(text));
        for (figure, anchor) in &summary_of(&outline).figures {
            let section = outline.sections.iter().find(|it| it.anchor == *anchor).unwrap();
            let recomputed = match anchor.split(' ').next().unwrap() {
                "lead-time" => figures(section),
                "handoffs" => vec![without_owner(section)],
                "shifts" => vec![means(section)],
                other => panic!("nothing is recomputed for {other}"),
            };
            assert!(recomputed.contains(&figure.value), "{figure:?} is not among {recomputed:?}");
        }
        assert!(summary_of(&outline).figures.len() >= 2);
    }
}

fn figures(section: &Section) -> Vec<String> {
    let figures = section.blocks.iter().filter_map(|it| match it {
        Block::Figures(figures) => Some(figures.iter().map(|it| it.value.clone())),
        _ => None,
    });
    figures.flatten().collect()
}

fn rows(section: &Section) -> Vec<Vec<Cell>> {
    let rows = section.blocks.iter().filter_map(|it| match it {
        Block::Table(table) | Block::Shifts { table, .. } => {
            Some(table.rows.iter().map(|it| it.cells.clone()))
        }
        _ => None,
    });
    rows.flatten().collect()
}

/// How many rows of handoffs have a warning for their owner, of how many.
fn without_owner(section: &Section) -> String {
    let rows = rows(section);
    let missing = rows.iter().filter(|row| matches!(row[5], Cell::Signed(..))).count();
    format!("{missing} of {}", rows.len())
}

/// The means of the columns of scores, to one decimal.
fn means(section: &Section) -> String {
    let rows = rows(section);
    let mean = |column: usize| {
        let scores = rows.iter().filter_map(|row| match &row[column] {
            Cell::Text(score) => score.parse::<u32>().ok(),
            _ => None,
        });
        let scores: Vec<u32> = scores.collect();
        let tenths = (scores.iter().sum::<u32>() * 20 + u32::try_from(scores.len()).unwrap())
            / (2 * u32::try_from(scores.len()).unwrap());
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    format!("{} → {}", mean(1), mean(2))
}

#[test]
fn its_lists_hold_no_more_than_their_sections() {
    let document = sample();
    let outline = told(&document);
    let [found, _] = &summary_of(&outline).left;
    let [recommended, _] = &summary_of(&outline).right;
    assert!((3..=5).contains(&found.points.len()), "{}", found.points.len());
    assert_eq!(found.points.len() + found.more, document.findings().len());
    for point in found.points.iter().chain(&recommended.points) {
        let place = point.anchor.clone().unwrap();
        let leads = outline.sections.iter().any(|it| is_place(it, &place));
        assert!(leads, "{} leads nowhere", point.label);
    }
}

fn is_place(section: &Section, anchor: &str) -> bool {
    section.blocks.iter().any(|it| match it {
        Block::Place(name) => name == anchor,
        Block::Table(table) => table.rows.iter().any(|it| it.anchor.as_deref() == Some(anchor)),
        _ => false,
    })
}

#[test]
fn it_has_at_most_350_words_and_leaves_out_points_not_words() {
    let sample = told(&sample());
    assert!(words(&sample) <= 350, "{}", words(&sample));
    let long = "word ".repeat(38);
    let mut text = format!(
        "workshop \"{long}\"\nclient \"{long}\"\npurpose \"{long}. More.\"\nroadmap-start 2026-07-01\n"
    );
    for number in 1..=9 {
        text += &format!("recommendation r{number} \"{number} {long}\" impact=5 effort=1 timing=wave1\n");
        text += &format!("finding F{number} \"{number} {long}\" severity=error\n");
        text += &format!("choice \"{number} {long}\"\nmilestone \"{number} {long}\" day={number}\n");
    }
    let outline = told(&parsed(&text));
    let summary = summary_of(&outline);
    assert!(words(&outline) <= 350, "{}", words(&outline));
    for list in summary.left.iter().chain(&summary.right) {
        assert!(list.more > 0, "{} does not say that there is more", list.heading);
        assert!(list.points.iter().all(|it| !it.words.contains('…')), "{list:?}");
    }
    // What is left is what weighs most.
    let first: Vec<&str> = summary.left[0].points.iter().map(|it| it.label.as_str()).collect();
    assert!(["F1", "F2", "F3"].starts_with(&first), "{first:?}");
}

#[test]
fn internal_evidence_is_no_reference() {
    let document = parsed(SMALL);
    let all = document.evidence().keys().copied().collect();
    let told: Vec<String> = references::evidence(&document, &all).into_iter().map(|it| it.words).collect();
    assert_eq!(told, ["E1"]);
}

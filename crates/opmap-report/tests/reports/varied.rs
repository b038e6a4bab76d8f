//! Fifteen reports that differ in all that can break a report. The release gate writes them to files
//! (`examples/varied_reports.rs`), and the tests read them.

use std::fmt::Write;

use chrono::DateTime;
use opmap_drawing::Fonts;
use opmap_model::generate::{self, Options};
use opmap_model::{Document, Paper, ReportScope, ReportSettings, WideMaps, notation};
use opmap_report::{DocumentInfo, Page, ReportOptions, report, role_card};
use uuid::Uuid;

use crate::hostile;

/// The pages of a report, and what it says about itself.
pub(crate) struct Report {
    pub(crate) name: &'static str,
    pub(crate) pages: Vec<Page>,
    pub(crate) info: DocumentInfo,
}

/// All of them. `large` has the made-up maps as large as a workshop gets; else they are as small as will do.
pub(crate) fn all(large: bool) -> Vec<Report> {
    let size = |large_one, small_one| if large { large_one } else { small_one };
    let sample = parse(include_str!("../../../../assets/templates/halden-broadband.txt"));
    let hostile = workshop_of(&hostile::strings());
    vec![
        whole("sample-a4", &sample, Paper::A4),
        whole("sample-letter", &sample, Paper::Letter),
        card("role-card", &sample, Paper::A4),
        card("role-card-letter", &sample, Paper::Letter),
        whole("blank", &parse(include_str!("../../../../assets/templates/blank.txt")), Paper::A4),
        whole("one-step", &workshop_of(&["Answer".to_owned()]), Paper::A4),
        whole("hostile", &hostile, Paper::A4),
        card("hostile-role-card", &hostile, Paper::A4),
        whole("long-words", &workshop_of(&long_words()), Paper::Letter),
        whole("wide-matrix", &many_roles(), Paper::A4),
        whole("made-up", &made_up(size(200, 40)), Paper::A4),
        whole("in-parts", &made_up(size(1_000, 120)), Paper::Letter),
        chosen("executive", &sample, |it| it.scope = ReportScope::Executive),
        chosen("role-cards", &sample, |it| it.scope = ReportScope::RoleCards),
        chosen("audit-checklists", &sample, |it| it.scope = ReportScope::AuditChecklists),
        chosen("anonymised-draft", &sample, |it| {
            (it.anonymised, it.draft, it.without_notes) = (true, true, true);
            it.wide_maps = WideMaps::Poster;
        }),
    ]
}

fn whole(name: &'static str, document: &Document, paper: Paper) -> Report {
    chosen(name, document, |it| it.paper = paper)
}

fn chosen(name: &'static str, document: &Document, choose: impl FnOnce(&mut ReportSettings)) -> Report {
    let mut options = options(Paper::A4);
    choose(&mut options.settings);
    let pages = report(document, &options, Fonts::shipped());
    Report { name, pages, info: options.info(document) }
}

fn card(name: &'static str, document: &Document, paper: Paper) -> Report {
    let options = options(paper);
    let (id, _) = document.roles_in_order().into_iter().next().expect("each of them has a role");
    let pages = role_card(document, id, &options, Fonts::shipped()).expect("the role is there");
    Report { name, pages, info: options.info_of_role_card(document, id) }
}

fn options(paper: Paper) -> ReportOptions {
    let printed_at = DateTime::parse_from_rfc3339("2026-06-19T09:30:00+02:00").expect("a moment");
    ReportOptions { printed_at, settings: ReportSettings { paper, ..ReportSettings::default() } }
}

fn made_up(steps: usize) -> Document {
    generate::document(&Options { steps, lanes: 8, stages: 12, seed: 3 })
}

/// A workshop whose titles are all taken from `texts`.
pub(crate) fn workshop_of(texts: &[String]) -> Document {
    let quoted = |text: &String| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let title = quoted(&texts[0]);
    let mut lines = format!("workshop {title}\nclient {title}\nrole r {title} function={title}\n");
    _ = writeln!(
        lines,
        "journey j {title} owner=r\nmap j as-lived\nstage s {title}\nlane l {title} kind=frontstage"
    );
    for (number, text) in texts.iter().enumerate() {
        _ = writeln!(lines, "step p{number} {} at=s/l", quoted(text));
    }
    for number in 1..texts.len() {
        _ = writeln!(lines, "flow p{} -> p{number}", number - 1);
    }
    parse(&lines)
}

fn long_words() -> Vec<String> {
    (0..30).map(|number| format!("{number}{}", "Wx".repeat(90))).collect()
}

/// Twelve roles, forty steps, and a letter in most of the cells.
fn many_roles() -> Document {
    let mut lines = "workshop \"Matrix\"\n".to_owned();
    for role in 0..12 {
        _ = writeln!(lines, "role r{role} \"Role number {role}\"");
    }
    lines += "journey j \"Journey\"\nmap j as-lived\nstage s \"Stage\"\nlane l \"Lane\" kind=frontstage\n";
    for step in 0..40 {
        let letter = |role: usize| match (role + step) % 12 {
            0 => Some(format!("r{role}:A")),
            1 | 2 => Some(format!("r{role}:R")),
            3..=6 => Some(format!("r{role}:C")),
            7..=9 => Some(format!("r{role}:I")),
            _ => None,
        };
        let letters: Vec<String> = (0..12).filter_map(letter).collect();
        _ = writeln!(lines, "step p{step} \"Step number {step}\" at=s/l letters={}", letters.join(","));
    }
    parse(&lines)
}

fn parse(text: &str) -> Document {
    let mut next = 0;
    let identity = &mut || {
        next += 1;
        Uuid::from_u128(next)
    };
    notation::parse(text, identity).expect("the notation of a workshop")
}

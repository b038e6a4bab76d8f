//! Whole reports as files, read back by a program that did not write them.

mod file;
mod hostile;
mod structure;
mod varied;

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::LazyLock;

use opmap_drawing::{Colours, Fonts, Mark, TextMark};
use opmap_report::{Page, Pdf, PdfWarning, pdf};
use varied::Report;

static REPORTS: LazyLock<Vec<(Report, Pdf)>> =
    LazyLock::new(|| varied::all(false).into_iter().map(with_file).collect());

fn with_file(report: Report) -> (Report, Pdf) {
    let pdf = written(&report);
    (report, pdf)
}

fn written(report: &Report) -> Pdf {
    pdf(&report.pages, &report.info, &Colours::default(), Fonts::shipped()).expect("a PDF")
}

fn hostile() -> &'static Pdf {
    let (_, pdf) = REPORTS.iter().find(|(report, _)| report.name == "hostile").expect("it is among them");
    pdf
}

fn texts(page: &Page) -> impl Iterator<Item = &TextMark> {
    page.scene.marks.iter().filter_map(|mark| match mark {
        Mark::Text(text) => Some(text),
        _ => None,
    })
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn varied_reports_have_the_structure_that_pdf_ua_asks_for() {
    assert_eq!(REPORTS.len(), 16);
    for (report, pdf) in REPORTS.iter() {
        assert_eq!(structure::violations(&pdf.bytes), [""; 0], "{}", report.name);
        assert!(*pdf == written(report), "{} is written the same each time", report.name);
    }
}

#[test]
fn every_line_lies_in_the_file_where_it_was_set_as_wide_as_it_was_measured() {
    let fonts = Fonts::shipped();
    for (report, pdf) in REPORTS.iter() {
        let file = file::read(&pdf.bytes);
        for (page, (number, id)) in report.pages.iter().zip(file.get_pages()) {
            let lines: Vec<file::Line> =
                file::pieces(&file, id).into_iter().filter_map(|piece| piece.text).collect();
            assert_eq!(lines.len(), texts(page).count(), "{} page {number}", report.name);
            for (mark, line) in texts(page).zip(lines) {
                let at = format!("{} page {number}: {:?}", report.name, mark.text);
                assert_eq!(
                    squeezed(&line.text),
                    squeezed(&mark.text.replace('\u{feff}', "\u{200b}")),
                    "{at}"
                );
                // The last word of a line is parted from the first of the next by a space.
                let goes_on = line.text.ends_with(' ') && !mark.text.ends_with(' ');
                let set = if goes_on { format!("{} ", mark.text) } else { mark.text.clone() };
                let width = fonts.width(mark.face, mark.size, &set);
                assert!((line.width - width).abs() < 0.02, "{at} is {} wide, not {width}", line.width);
                assert_eq!(line.upwards, mark.upwards, "{at}");
                assert!((line.x - mark.at.x).abs() < 0.01, "{at} lies at {}", line.x);
                assert!((page.scene.height - line.y - mark.at.y).abs() < 0.01, "{at} lies at {}", line.y);
            }
        }
    }
}

#[test]
fn two_hundred_hostile_texts_come_back_as_they_went_in() {
    let strings = hostile::strings();
    assert_eq!(strings.len(), 200);
    assert_eq!(strings.iter().collect::<BTreeSet<_>>().len(), 200);
    let file = file::read(&hostile().bytes);
    let lines = file.get_pages().into_values().flat_map(|page| file::pieces(&file, page));
    let text: String = lines.filter_map(|piece| piece.text).map(|line| squeezed(&line.text)).collect();
    for string in strings {
        assert!(text.contains(&squeezed(&string)), "{string:?} is not in the file");
    }
}

#[test]
fn another_program_reads_the_two_hundred_texts_as_they_went_in() {
    // Whatever turns text round is added and taken away by the program, and what is no character is replaced.
    let plain = |text: &str| -> String {
        let kept = text.chars().filter(|c| !c.is_whitespace() && !('\u{202a}'..='\u{202e}').contains(c));
        kept.map(|c| if matches!(c, '\u{fdd0}' | '\u{1fffe}') { '\u{fffd}' } else { c }).collect()
    };
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &hostile().bytes).unwrap();
    let mut program = Command::new("pdftotext");
    let output = program.args(["-raw", "-enc", "UTF-8"]).arg(file.path()).arg("-").output();
    let output = output.expect("pdftotext; `cargo xtask setup` installs it");
    let text = plain(&String::from_utf8(output.stdout).unwrap());
    for string in hostile::strings() {
        assert!(text.contains(&plain(&string)), "{string:?} is not in what pdftotext read");
    }
}

#[test]
fn what_no_font_has_is_a_box_with_a_warning_and_the_rest_is_not() {
    let missing: BTreeSet<char> = hostile()
        .warnings
        .iter()
        .filter_map(|warning| match warning {
            PdfWarning::MissingCharacter { character, .. } => Some(*character),
            PdfWarning::LostLink { .. } | PdfWarning::UnreadableImage => None,
        })
        .collect();
    for character in "字😀ש\u{645}हﷺ".chars() {
        assert!(missing.contains(&character), "{character:?}");
    }
    for character in "ÄßŁőΈλЖяỗ→€½\u{301}\u{2009}".chars() {
        assert!(!missing.contains(&character), "{character:?}");
    }
}

//! The report as a PDF, as other programs see it. These tests call poppler.

use std::process::Command;

use opmap_drawing::{Colours, Fonts};

use super::{options, sample, squeezed};
use crate::{Paper, pdf, report};

/// The PDF of the sample, and what `pdftotext` and `pdfinfo` say about it.
fn made() -> (Vec<u8>, String, String) {
    let (document, options) = (sample(), options(Paper::A4));
    let pages = report(&document, &options, Fonts::shipped());
    let pdf = pdf(&pages, &options.info(&document), &Colours::default(), Fonts::shipped()).unwrap();
    assert_eq!(pdf.warnings, []);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, &pdf.bytes).unwrap();
    let ask = |program: &str, before: &[&str], after: &[&str]| {
        let output = Command::new(program).args(before).arg(&file).args(after).output();
        let output = output.unwrap_or_else(|error| panic!("{program} cannot be run: {error}"));
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let text = ask("pdftotext", &["-raw", "-enc", "UTF-8"], &["-"]);
    let about = ask("pdfinfo", &[], &[]) + &ask("pdfinfo", &["-meta"], &[]);
    (pdf.bytes, text, about)
}

#[test]
fn the_sample_prints_with_every_step_and_the_same_bytes_each_time() {
    let document = sample();
    let pages = report(&document, &options(Paper::A4), Fonts::shipped()).len();
    let (bytes, text, about) = made();
    let line = |name: &str| about.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
    assert!(line("Pages:").ends_with(&format!(" {pages}")), "{about}");
    assert!(line("Tagged:").ends_with("yes"), "{about}");
    assert!(line("Title:").ends_with(document.workshop().title.as_str()), "{about}");
    assert!(about.contains("<pdfuaid:part>1</pdfuaid:part>"), "it claims to be accessible: {about}");
    let text = squeezed([text.as_str()]);
    for step in document.steps().values() {
        assert!(text.contains(&squeezed([step.title.as_str()])), "{} cannot be found", step.title);
    }
    assert!(made().0 == bytes, "a second run gives the same bytes");
}

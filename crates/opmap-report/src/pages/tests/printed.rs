//! The report as a PDF, as other programs see it. These tests call poppler.

use std::process::Command;

use opmap_drawing::{Colours, Fonts};
use opmap_model::{Edit, Logo, LogoId, Png};

use super::look::with_logo;
use super::{options, sample, squeezed};
use crate::{Paper, PdfWarning, pdf, report};

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

#[test]
fn a_logo_is_in_the_file_once_and_drawn_on_every_page() {
    let (document, options) = (with_logo(sample()), options(Paper::A4));
    let pages = report(&document, &options, Fonts::shipped());
    let pdf = pdf(&pages, &options.info(&document), &options.colours(), Fonts::shipped()).unwrap();
    assert_eq!(pdf.warnings, []);
    let file = lopdf::Document::load_mem(&pdf.bytes).unwrap();
    let images = file.objects.values().filter_map(|it| it.as_stream().ok()).filter(|it| {
        it.dict.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|name| name == b"Image")
    });
    let images: Vec<_> = images.collect();
    assert_eq!(images.len(), 2, "its colours and its mask");
    let (masked, masks): (Vec<_>, Vec<_>) =
        images.into_iter().partition::<Vec<&lopdf::Stream>, _>(|it| it.dict.has(b"SMask"));
    assert_eq!(masked[0].decompressed_content().unwrap()[6..12], [0x7a, 0x1f, 0x5c, 0x7a, 0x1f, 0x5c]);
    assert_eq!(masks[0].decompressed_content().unwrap(), [0, 0, 255, 255, 0, 0, 255, 255]);
    for (number, page) in file.get_pages() {
        assert_eq!(file.get_page_images(page).unwrap().len(), 1, "page {number}");
    }
    let again = crate::pdf(&pages, &options.info(&document), &options.colours(), Fonts::shipped()).unwrap();
    assert!(again.bytes == pdf.bytes);
}

#[test]
fn a_broken_logo_is_left_out_with_a_warning() {
    let (mut document, options) = (sample(), options(Paper::A4));
    let png = Png::new(super::look::PICTURE[..40].to_vec()).unwrap();
    let edit =
        Edit::SetLogo { id: LogoId(uuid::Uuid::from_u128(1 << 100)), logo: Some(Box::new(Logo { png })) };
    let change = edit.plan(&document).unwrap();
    document.apply(&change).unwrap();
    let pages = report(&document, &options, Fonts::shipped());
    let pdf = pdf(&pages[..2], &options.info(&document), &options.colours(), Fonts::shipped()).unwrap();
    assert!(pdf.warnings.contains(&PdfWarning::UnreadableImage), "{:?}", pdf.warnings);
}

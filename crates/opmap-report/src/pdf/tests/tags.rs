//! What is read aloud.

use expect_test::expect;
use opmap_drawing::{Colours, Fonts, TextRole};

use super::pages::{TITLE, info, page, sample, say};
use super::{ask, objects};
use crate::pdf;

#[test]
fn the_text_is_tagged_in_reading_order() {
    let said = ask("pdfinfo", &["-struct-text", "FILE"], &sample().bytes);
    expect![[r#"
        Document
          H1 (block)
            "Eleven of 23 handoffs have no owner, and six of them wait for days"
          P (block)
            "Schäden prüfen: Größe, Straße, „Ausweis“ – 53 h"
          P (block)
            "Έλεγχος αιτήματος και Ολοκλήρωση"
          P (block)
            "Kiểm tra yêu cầu bồi thường của khách hàng"
          P (block)
            "Проверка заявления"
          P (block)
            "Claim → letter (−12 %) fi ffi fl 3x4 -> => office"
          P (block)
            "AVATAR To. Wo. Ty, P.A. l I 1 | O 0"
          P (block)
            "no‑break-hyphen Δ∆ ΩΩ µμ ‘quotes’ ʼn"
          P (block)
            "back\slash (paren) <angle> [square] %"
          P (block)
            "étude Ångström"
          P (block)
            "Sent by 😀 and 字 today"
          P (block)
            "Large 42 %"
          P (block)
            "How ready are we?"
          H1 (block)
            "The claim changes hands twice"
          Figure:
             /BBox [45 355.276 795 465.276]
            "Check the claim Schaden aufnehmen"
          H1 (block)
            "Two handoffs"
          Table (block)
            TR
              TH:
                 /Scope /Column
                "From"
              TH:
                 /Scope /Column
                "To"
            TR
              TD
                "Front office"
              TD
                "Back office"
            TR
              TD
                "Field"
              TD
          P (block)
            Link (inline)
              Object 47 0
              "See the map on page 1."
          P (block)
            Link (inline)
              Object 48 0
              "Method: example.org"
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_document_that_skips_a_heading_level_does_not_claim_to_be_accessible() {
    let mut page = page("1");
    say(&mut page, 45.0, 60.0, TITLE, TextRole::Heading(1), "One");
    say(&mut page, 45.0, 160.0, TITLE, TextRole::Heading(3), "Three");
    let bytes = pdf(&[page], &info(), &Colours::default(), Fonts::shipped()).unwrap().bytes;
    assert!(!ask("pdfinfo", &["-meta", "FILE"], &bytes).contains("pdfuaid:part"));
}

#[test]
fn a_picture_is_read_as_its_words() {
    let figures = objects(&sample().bytes, "/S /Figure");
    assert_eq!(figures.len(), 1);
    assert!(figures[0].contains("/Alt (Journey map: two steps in one lane.)"), "{figures:?}");
}

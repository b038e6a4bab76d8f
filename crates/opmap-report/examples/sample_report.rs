//! Writes the report of the sample workshop: `cargo run -p opmap-report --example sample_report -- FILE [letter]`.

use chrono::DateTime;
use opmap_drawing::{Colours, Fonts};
use opmap_model::{Paper, ReportSettings, Title, notation};
use opmap_report::{ReportOptions, pdf, report};
use uuid::Uuid;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let file = arguments.first().ok_or("say where to write the report")?;
    let mut number = 0;
    let mut fresh = || {
        number += 1;
        Uuid::from_u128(number)
    };
    let document =
        notation::parse(include_str!("../../../assets/templates/halden-broadband.txt"), &mut fresh)?;
    let options = ReportOptions {
        printed_at: DateTime::parse_from_rfc3339("2026-06-19T09:30:00+02:00")?,
        settings: ReportSettings {
            paper: if arguments.iter().any(|it| it == "letter") { Paper::Letter } else { Paper::A4 },
            version: Title::new("1.0").ok(),
            ..document.workshop().report.clone()
        },
    };
    let pages = report(&document, &options, Fonts::shipped());
    let pdf = pdf(&pages, &options.info(&document), &Colours::default(), Fonts::shipped())?;
    for warning in &pdf.warnings {
        println!("{warning}");
    }
    std::fs::write(file, &pdf.bytes)?;
    println!("{} pages, {} KB", pages.len(), pdf.bytes.len() / 1024);
    Ok(())
}

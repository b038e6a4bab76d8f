//! Twelve reports that differ in all that can break one, as PDF files in a folder:
//! `cargo run --release -p opmap-report --example varied_reports -- FOLDER`.

#[path = "../tests/reports/hostile.rs"]
mod hostile;
#[path = "../tests/reports/varied.rs"]
mod varied;

use std::error::Error;
use std::path::Path;

use opmap_drawing::{Colours, Fonts};
use opmap_report::pdf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("where to?")?;
    std::fs::create_dir_all(&folder)?;
    for report in varied::all(true) {
        let bytes = pdf(&report.pages, &report.info, &Colours::default(), Fonts::shipped())?.bytes;
        println!("{}: {} pages, {} KB", report.name, report.pages.len(), bytes.len() / 1024);
        std::fs::write(Path::new(&folder).join(report.name).with_extension("pdf"), bytes)?;
    }
    Ok(())
}

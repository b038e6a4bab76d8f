//! Whether PDF files keep to PDF/UA-1, by a checker that knows nothing of Opmap: `pdf-ua FILE…`.
//!
//! Prints a line for each file and each fault, and fails when there is a fault.

use std::process::ExitCode;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf};

fn main() -> ExitCode {
    let options = ValidationOptions::default().profile(ValidationProfile::PdfUa1);
    let mut faults = 0;
    for file in std::env::args().skip(1) {
        match validate_pdf(&file, &options) {
            Ok(report) => {
                println!("{file}: {} of {} rules are broken", report.rules.failed, report.rules.total);
                for fault in &report.failures {
                    println!("  {}: {}", fault.rule_id, fault.message);
                }
                faults += report.failures.len();
            }
            Err(error) => {
                println!("{file}: {error}");
                faults += 1;
            }
        }
    }
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

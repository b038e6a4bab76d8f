//! `check`: looks for what does not hold together in a workshop.

use std::path::PathBuf;

use clap::Args;
use opmap_analysis::{Severity, analyze};

use crate::failure::Failure;
use crate::{Outcome, file};

/// Look for what does not hold together; exit code 1 when something must be settled
#[derive(Args)]
pub(crate) struct Check {
    /// As JSON: a list of findings with the records that they are about
    #[arg(long)]
    json: bool,
    /// The workshop; it is not changed
    #[arg(value_name = "FILE.opmap")]
    file: PathBuf,
}

impl Check {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let analysis = analyze(file::view(&self.file)?.document());
        if self.json {
            file::print_json(&analysis.findings)?;
        } else {
            let mut text = String::new();
            for finding in &analysis.findings {
                text += &format!("{} {}: {}\n", finding.severity.label(), finding.rule, finding.sentence);
            }
            let count = |severity| counted(analysis.count(severity), severity.label());
            text += &format!(
                "{}, {}, {}\n",
                count(Severity::Error),
                count(Severity::Warning),
                count(Severity::Note)
            );
            file::print(&text)?;
        }
        Ok(if analysis.count(Severity::Error) > 0 { Outcome::ErrorsFound } else { Outcome::Done })
    }
}

fn counted(count: usize, name: &str) -> String {
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}

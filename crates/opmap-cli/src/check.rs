//! `check`: looks for what does not hold together in a workshop.

use std::path::PathBuf;

use clap::Args;
use opmap_analysis::{Accepted, Finding, Severity, analyze};
use opmap_model::Text;

use crate::failure::Failure;
use crate::{Outcome, file};

/// Look for what does not hold together; exit code 1 when an error is found that is not accepted
#[derive(Args)]
pub(crate) struct Check {
    /// As JSON: a list of findings with rule, severity, sentence, the records that they are about, and the reason
    /// where one is accepted
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
            for Finding { rule, severity, sentence, accepted, .. } in &analysis.findings {
                text += &match accepted {
                    None => format!("{} {rule}: {sentence}\n", severity.word()),
                    Some(Accepted { reason, .. }) => {
                        format!(
                            "accepted {} {rule}: {sentence} Reason: {}\n",
                            severity.word(),
                            one_line(reason)
                        )
                    }
                };
            }
            let count = |severity| counted(analysis.count(severity), severity.word());
            let open = [Severity::Error, Severity::Warning, Severity::Note].map(count);
            text += &format!("{}; {} accepted\n", open.join(", "), analysis.accepted().count());
            file::print(&text)?;
        }
        Ok(if analysis.count(Severity::Error) > 0 { Outcome::ErrorsFound } else { Outcome::Done })
    }
}

fn one_line(text: &Text) -> String {
    text.as_str().replace('\n', " ")
}

fn counted(count: usize, name: &str) -> String {
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}

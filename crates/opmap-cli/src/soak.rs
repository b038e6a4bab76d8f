//! `soak`: puts the way an edit takes to the drive under load.

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use opmap_model::Revision;
use opmap_model::generate::{Dice, random_edit};
use opmap_store::{CommitError, DocumentFile};
use serde::Serialize;

use crate::failure::Failure;
use crate::{Outcome, file};

/// Make random edits, and say each revision once it is saved: for tests, on a workshop that nobody needs
#[derive(Args)]
pub(crate) struct Soak {
    /// How many edits to save, undo and redo included
    #[arg(long, value_name = "NUMBER")]
    edits: u64,
    /// The same seed makes the same edits on the same workshop
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// Each revision as a line of JSON, with the time that saving it took
    #[arg(long)]
    json: bool,
    /// The workshop; it IS changed
    #[arg(value_name = "FILE.opmap")]
    file: PathBuf,
}

#[derive(Serialize)]
struct Saved {
    revision: u64,
    commit_ms: f64,
}

impl Soak {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let mut file = DocumentFile::open(&self.file).map_err(Failure::to_open(&self.file))?;
        let mut dice = Dice::new(self.seed);
        let mut saved = 0;
        while saved < self.edits {
            let before = file.revision();
            let start = Instant::now();
            let after = gesture(&mut file, &mut dice).map_err(Failure::to_commit(&self.file))?;
            if after > before {
                saved += 1;
                let commit_ms = (start.elapsed().as_secs_f64() * 1_000_000.0).round() / 1_000.0;
                self.say(&Saved { revision: after.0, commit_ms })?;
            }
        }
        Ok(Outcome::Done)
    }

    /// Prints one line and hands it on at once: whoever reads it may rely on it.
    fn say(&self, saved: &Saved) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        let line = if self.json {
            serde_json::to_string(saved).map_err(|error| Failure::to_print(error.into()))?
        } else {
            saved.revision.to_string()
        };
        writeln!(out, "{line}").and_then(|()| out.flush()).map_err(Failure::to_print)
    }
}

/// One random gesture: mostly an edit, now and then an undo or a redo. Returns the revision after it, which has not
/// grown when the workshop refused the edit or there was nothing to do.
fn gesture(file: &mut DocumentFile, dice: &mut Dice) -> Result<Revision, CommitError> {
    let base = file.revision();
    let now = file::moment(None);
    let committed = match dice.below(12) {
        0 => file.undo(base, now)?.map(|step| step.committed),
        1 => file.redo(base, now)?.map(|step| step.committed),
        _ => match file.commit(base, &random_edit(file.document(), dice), now) {
            Ok(committed) => Some(committed),
            Err(CommitError::Refused(_)) => None,
            Err(error) => return Err(error),
        },
    };
    Ok(committed.map_or(base, |committed| committed.revision))
}

//! `new`: makes a workshop.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use chrono::{DateTime, FixedOffset};
use clap::Args;
use opmap_exchange::templates;
use opmap_model::generate::{self, Options};
use opmap_model::{Document, EarlierWorkshopId};
use opmap_store::DocumentFile;
use uuid::Uuid;

use crate::failure::Failure;
use crate::{Outcome, file};

/// Make a workshop from a template, or a made-up one of any size
#[derive(Args)]
pub(crate) struct New {
    #[command(flatten)]
    source: Source,
    /// The moment it is made, as in 2026-03-02T14:03:00+01:00 [default: now]
    #[arg(long, value_name = "MOMENT")]
    at: Option<DateTime<FixedOffset>>,
    /// Where to put it; nothing may be there
    #[arg(value_name = "OUT.opmap")]
    out: PathBuf,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct Source {
    /// Like this template: assisted-service, digital-first, field-service, blank or halden-broadband
    #[arg(long, value_name = "NAME")]
    template: Option<String>,
    /// The next workshop after this one: what it says is what was said last time, and the room scores anew
    #[arg(long, value_name = "LAST.opmap")]
    after: Option<PathBuf>,
    /// Made up, as in steps=200,lanes=10,stages=12,seed=1; the same numbers always give the same workshop
    #[arg(long, value_name = "SIZE")]
    generate: Option<Size>,
}

/// How large a made-up workshop is, as on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size(Options);

impl New {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let document = match &self.source {
            Source { generate: Some(Size(options)), .. } => generate::document(options),
            Source { after: Some(last), .. } => carried_forward(last)?,
            Source { template: Some(name), .. } => {
                templates::document(name, &mut Uuid::now_v7).ok_or_else(|| unknown_template(name))?
            }
            Source { .. } => return Err(Failure::Usage("Name a template or a size.".to_owned())),
        };
        DocumentFile::create(&self.out, &document, file::moment(self.at))
            .map_err(Failure::to_write(&self.out))?;
        Ok(Outcome::Done)
    }
}

fn carried_forward(last: &Path) -> Result<Document, Failure> {
    let last = file::view(last)?;
    let next = last.document().carried_forward(|| EarlierWorkshopId(Uuid::now_v7()));
    next.map_err(|refusal| Failure::Usage(format!("The next workshop was not made. {refusal}")))
}

fn unknown_template(name: &str) -> Failure {
    let known: Vec<&str> = templates::ALL.iter().map(|it| it.name).collect();
    Failure::Usage(format!("There is no template {name}. There are: {}.", known.join(", ")))
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut options = Options { steps: 60, lanes: 8, stages: 12, seed: 1 };
        for part in text.split(',') {
            let (name, value) = part.split_once('=').ok_or_else(|| format!("{part} is not name=number"))?;
            let number = |limit: usize| match value.parse() {
                Ok(number) if (1..=limit).contains(&number) => Ok(number),
                _ => Err(format!("{name} is a number of 1 to {limit}")),
            };
            match name {
                "steps" => options.steps = number(50_000)?,
                "lanes" => options.lanes = number(500)?,
                "stages" => options.stages = number(500)?,
                "seed" => options.seed = value.parse().map_err(|_| format!("{value} is not a number"))?,
                _ => return Err(format!("{name} is none of steps, lanes, stages, seed")),
            }
        }
        Ok(Self(options))
    }
}

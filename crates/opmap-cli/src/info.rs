//! `info`: says what is in a workshop.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Args;
use opmap_model::Title;
use opmap_store::{DocumentFile, SCHEMA_VERSION};
use serde::Serialize;

use crate::failure::Failure;
use crate::{Outcome, file};

/// Say what is in a workshop
#[derive(Args)]
pub(crate) struct Info {
    /// As JSON
    #[arg(long)]
    json: bool,
    /// The workshop; it is not changed
    #[arg(value_name = "FILE.opmap")]
    file: PathBuf,
}

/// What is in a workshop; records are counted over all states of all journeys.
#[derive(Serialize)]
struct Summary<'a> {
    title: &'a str,
    client: Option<&'a str>,
    schema: i32,
    revision: u64,
    saved_at: String,
    journeys: usize,
    stages: usize,
    lanes: usize,
    steps: usize,
    connectors: usize,
    cards: usize,
    evidence: usize,
    findings: usize,
    acceptances: usize,
    roles: usize,
    activities: usize,
    decisions: usize,
    responses: usize,
    workstreams: usize,
    recommendations: usize,
    earlier_workshops: usize,
    milestones: usize,
    logos: usize,
    choices: usize,
    concerns: usize,
    forums: usize,
    participants: usize,
    rounds: usize,
    health_questions: usize,
    channels: usize,
    systems: usize,
    personas: usize,
}

impl Info {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let file = file::view(&self.file)?;
        let summary = Summary::of(&file);
        if self.json { file::print_json(&summary) } else { file::print(&summary.text()) }?;
        Ok(Outcome::Done)
    }
}

impl<'a> Summary<'a> {
    fn of(file: &'a DocumentFile) -> Self {
        let document = file.document();
        Self {
            title: document.workshop().title.as_str(),
            client: document.workshop().client.as_ref().map(Title::as_str),
            // Other versions are not opened.
            schema: SCHEMA_VERSION,
            revision: file.revision().0,
            saved_at: file.saved_at().to_rfc3339(),
            journeys: document.journeys().len(),
            stages: document.stages().len(),
            lanes: document.lanes().len(),
            steps: document.steps().len(),
            connectors: document.connectors().len(),
            cards: document.cards().len(),
            evidence: document.evidence().len(),
            findings: document.findings().len(),
            acceptances: document.acceptances().len(),
            roles: document.roles().len(),
            decisions: document.decisions().len(),
            responses: document.responses().count(),
            activities: document.activities().len(),
            workstreams: document.workstreams().len(),
            recommendations: document.recommendations().len(),
            earlier_workshops: document.earlier_workshops().len(),
            milestones: document.milestones().len(),
            logos: document.logos().len(),
            choices: document.choices().len(),
            concerns: document.concerns().len(),
            forums: document.forums().len(),
            participants: document.participants().len(),
            rounds: document.rounds().len(),
            health_questions: document.health_questions().len(),
            channels: document.channels().len(),
            systems: document.it_systems().len(),
            personas: document.personas().len(),
        }
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", self.title);
        let mut line = |name: &str, value: &dyn std::fmt::Display| {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "  {name:<11}{value}");
        };
        if let Some(client) = &self.client {
            line("client", client);
        }
        line("schema", &self.schema);
        line("revision", &self.revision);
        line("saved", &self.saved_at);
        line("journeys", &self.journeys);
        line("stages", &self.stages);
        line("lanes", &self.lanes);
        line("steps", &self.steps);
        line("connectors", &self.connectors);
        line("cards", &self.cards);
        line("evidence", &self.evidence);
        line("findings", &self.findings);
        line("accepted", &self.acceptances);
        line("roles", &self.roles);
        line("activities", &self.activities);
        line("decisions", &self.decisions);
        line("responses", &self.responses);
        line("workstreams", &self.workstreams);
        line("advice", &self.recommendations);
        line("earlier workshops", &self.earlier_workshops);
        line("milestones", &self.milestones);
        line("logos", &self.logos);
        line("choices", &self.choices);
        line("concerns", &self.concerns);
        line("forums", &self.forums);
        line("people", &self.participants);
        line("rounds", &self.rounds);
        line("questions", &self.health_questions);
        line("channels", &self.channels);
        line("systems", &self.systems);
        line("personas", &self.personas);
        text
    }
}

//! Workshop to text.

mod decisions;
mod evidence;
mod findings;
mod handles;
mod logs;
mod recommendations;
mod recovery;
mod report;
mod roadmap;
mod shifts;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::parser::print_share;
use super::words::{print_duration, quote};
use crate::{
    Change, Connector, Document, Keyword, Letter, Letters, MapKey, RecordId, State, Step, StepId, Text, Title,
};
use decisions::print_decisions;
use evidence::print_evidence;
use findings::{print_findings, rule};
use handles::Handles;
use logs::print_logs;
use recommendations::print_recommendations;
use recovery::print_recovery;
use report::print_report;
use roadmap::print_roadmap;
use shifts::{print_participants, print_shifts};

/// Writes a workshop in its notation. Handles are numbered, so the handles of a text that was read are lost;
/// everything else comes back the same.
#[must_use]
pub fn print(document: &Document) -> String {
    let mut lines = Lines::new(document);
    let workshop = document.workshop();
    lines.line(format!("workshop {}", quote(workshop.title.as_str())));
    lines.quoted("client", workshop.client.as_ref().map(Title::as_str));
    lines.quoted("purpose", workshop.purpose.as_ref().map(Text::as_str));
    lines.quoted("goals", workshop.goals.as_ref().map(Text::as_str));
    lines.quoted("scope", workshop.scope.as_ref().map(Text::as_str));
    lines.quoted("facilitator", workshop.facilitator.as_ref().map(Title::as_str));
    lines.line_if(workshop.date.map(|it| format!("date {it}")));
    lines.line_if(workshop.confidentiality.map(|it| format!("confidentiality {}", it.key())));
    for (threshold, number) in workshop.thresholds.iter() {
        lines.line(format!("threshold {} {number}", threshold.key()));
    }
    print_roadmap(&workshop.roadmap, &mut lines);

    let handles = Handles::new(document);
    for (id, role) in document.roles_in_order() {
        lines.record(
            RecordId::Role(id),
            format!("role {} {}", handles.role(id), quote(role.title.as_str())),
            [
                title_pair("function", role.function.as_ref()),
                role.level.map(|it| format!("level={}", it.get())),
                role.reports_to.map(|it| format!("reports-to={}", handles.role(it))),
                keyword_pair("sourcing", role.sourcing),
                yes_pair("frontline", role.frontline),
                yes_pair("committee", role.committee),
                title_pair("person", role.person.as_ref()),
            ],
        );
    }
    print_registers(document, &handles, &mut lines);
    print_activities(document, &handles, &mut lines);
    print_recovery(document, &handles, &mut lines);
    print_participants(document, &mut lines);
    print_shifts(document, &mut lines);
    print_decisions(document, None, &handles, &mut lines);
    print_recommendations(document, &handles, &mut lines);
    print_logs(document, &handles, &mut lines);
    for (index, (id, journey)) in document.journeys_in_order().into_iter().enumerate() {
        lines.record(
            RecordId::Journey(id),
            format!("journey j{} {}", index + 1, quote(journey.title.as_str())),
            [
                journey.owner.map(|it| format!("owner={}", handles.role(it))),
                journey.persona.map(|it| format!("persona={}", handles.persona(it))),
            ],
        );
        for state in State::ALL {
            print_map(document, MapKey { journey: id, state: *state }, index + 1, &handles, &mut lines);
        }
    }
    print_evidence(document, &mut lines);
    print_findings(document, &mut lines);
    print_report(document, &handles, &mut lines);
    lines.text
}

fn print_registers(document: &Document, handles: &Handles, lines: &mut Lines<'_>) {
    for (id, channel) in document.channels_in_order() {
        lines.record(
            RecordId::Channel(id),
            format!("channel {} {}", handles.channel(id), quote(channel.title.as_str())),
            [
                Some(format!("kind={}", channel.kind.key())),
                keyword_pair("medium", channel.medium),
                text_pair("purpose", channel.purpose.as_ref()),
            ],
        );
    }
    for (id, system) in document.it_systems_in_order() {
        lines.record(
            RecordId::ItSystem(id),
            format!("it-system {} {}", handles.it_system(id), quote(system.title.as_str())),
            [text_pair("note", system.note.as_ref())],
        );
    }
    for (id, persona) in document.personas_in_order() {
        lines.record(
            RecordId::Persona(id),
            format!("persona {} {}", handles.persona(id), quote(persona.title.as_str())),
            [
                title_pair("segment", persona.segment.as_ref()),
                keyword_pair("relation", persona.relation),
                text_pair("needs", persona.needs.as_ref()),
                text_pair("note", persona.note.as_ref()),
            ],
        );
    }
}

fn print_activities(document: &Document, handles: &Handles, lines: &mut Lines<'_>) {
    for (index, (id, activity)) in document.activities_in_order().into_iter().enumerate() {
        let functions: Vec<String> =
            activity.functions.iter().map(|it| format!("function={}", quote(it.as_str()))).collect();
        lines.record(
            RecordId::Activity(id),
            format!("activity ac{} {}", index + 1, quote(activity.title.as_str())),
            [
                title_pair("group", activity.group.as_ref()),
                (!functions.is_empty()).then(|| functions.join(" ")),
                letters_pair(&activity.letters, handles),
                text_pair("note", activity.note.as_ref()),
            ],
        );
    }
}

/// Writes what a change does, one line a record: `+ kind …`, `- kind …` or `~ kind …` with its title.
#[must_use]
pub fn print_change(change: &Change, before: &Document, after: &Document) -> String {
    let mut lines = Lines::default();
    if change.workshop.is_some() {
        lines.line("~ workshop".to_owned());
    }
    for record in change.touched() {
        let name = |document: &Document| name(document, record);
        let line = match (name(before), name(after)) {
            (None, Some(new)) => format!("+ {} {new}", record.table().label()),
            (Some(old), None) => format!("- {} {old}", record.table().label()),
            (Some(old), Some(new)) if old == new => format!("~ {} {old}", record.table().label()),
            (Some(old), Some(new)) => format!("~ {} {old} => {new}", record.table().label()),
            (None, None) => continue,
        };
        lines.line(line);
    }
    lines.text
}

/// What a record is called with, for a step, its place, and for what has words of its own, those.
fn name(document: &Document, record: RecordId) -> Option<String> {
    Some(match record {
        RecordId::Step(id) => {
            let step = document.get(id)?;
            let (stage, lane) = (document.get(step.stage)?, document.get(step.lane)?);
            format!("{} in {} of {}", quote(step.title.as_str()), stage.title, lane.title)
        }
        RecordId::Connector(id) => {
            let connector = document.get(id)?;
            let (from, to) = (document.get(connector.from)?, document.get(connector.to)?);
            format!("{} -> {}", quote(from.title.as_str()), quote(to.title.as_str()))
        }
        RecordId::HealthQuestion(id) => quote(document.get(id)?.title.as_str()),
        RecordId::Workstream(id) => quote(document.get(id)?.title.as_str()),
        RecordId::Recommendation(id) => {
            let recommendation = document.get(id)?;
            format!("{} {}", recommendation.code(), quote(recommendation.title.as_str()))
        }
        RecordId::EarlierWorkshop(id) => quote(document.get(id)?.title.as_str()),
        RecordId::Milestone(id) => quote(document.get(id)?.title.as_str()),
        RecordId::Choice(id) => quote(document.get(id)?.title.as_str()),
        RecordId::Concern(id) => quote(document.get(id)?.title.as_str()),
        RecordId::Forum(id) => quote(document.get(id)?.title.as_str()),
        RecordId::Participant(id) => quote(document.get(id)?.title.as_str()),
        // A shift has a name before anything is said of it.
        RecordId::Assessment(id) => quote(document.get(id)?.name()),
        RecordId::Evidence(id) => {
            let evidence = document.get(id)?;
            format!("{} {}", evidence.code(), quote(evidence.text.as_str()))
        }
        RecordId::KeptFinding(id) => {
            let finding = document.get(id)?;
            format!("{} {}", finding.code(), quote(finding.title.as_str()))
        }
        RecordId::Acceptance(id) => {
            let acceptance = document.get(id)?;
            format!("{} {}", acceptance.rule, quote(acceptance.reason.as_str()))
        }
        RecordId::Card(id) => {
            let card = document.get(id)?;
            format!("{} on {}", quote(card.text.as_str()), quote(document.get(card.step)?.title.as_str()))
        }
        other => quote(&document.record_name(other)?),
    })
}

fn print_map(
    document: &Document,
    map: MapKey,
    journey_number: usize,
    handles: &Handles,
    lines: &mut Lines<'_>,
) {
    if document.map_is_empty(map) {
        return;
    }
    let view = document.map_view(map);
    lines.line(format!("map j{journey_number} {}", map.state.key()));
    let handle = |prefix: &'static str, counterpart| handles.element(map.journey, prefix, counterpart);
    for (id, stage) in &view.stages {
        lines.record(
            RecordId::Stage(*id),
            format!("stage {} {}", handle("stage", stage.counterpart), quote(stage.title.as_str())),
            [keyword_pair("phase", stage.phase), title_pair("question", stage.question.as_ref())],
        );
    }
    for (id, lane) in &view.lanes {
        lines.record(
            RecordId::Lane(*id),
            format!("lane {} {}", handle("lane", lane.counterpart), quote(lane.title.as_str())),
            [
                Some(format!("kind={}", lane.kind.key())),
                title_pair("function", lane.function.as_ref()),
                lane.role.map(|it| format!("role={}", handles.role(it))),
                keyword_pair("sourcing", lane.sourcing),
                keyword_pair("performer", lane.performer),
                keyword_pair("dedication", lane.dedication),
                text_pair("rationale", lane.rationale.as_ref()),
                text_pair("contract", lane.contract.as_ref()),
                lane.others_share.map(|it| format!("others-share={}", it.get())),
                text_pair("partner-criteria", lane.partner_criteria.as_ref()),
                letters_pair(&lane.letters, handles),
            ],
        );
    }
    for (id, step) in &view.steps {
        let (Some(stage), Some(lane)) = (document.get(step.stage), document.get(step.lane)) else { continue };
        let cell = format!("{}/{}", handle("stage", stage.counterpart), handle("lane", lane.counterpart));
        let line =
            format!("step {} {} at={cell}", handle("step", step.counterpart), quote(step.title.as_str()));
        lines.record(RecordId::Step(*id), line, step_pairs(step, handles));
    }
    let step = |id: StepId| document.get(id).map(|it| handle("step", it.counterpart));
    for (id, connector) in &view.connectors {
        let (Some(from), Some(to)) = (step(connector.from), step(connector.to)) else { continue };
        let line = format!("{} {from} -> {to}", connector.kind.key());
        lines.record(RecordId::Connector(*id), line, connector_pairs(connector, handles));
    }
    print_decisions(document, Some(map), handles, lines);
    let cards = document.cards_by_step();
    for (id, _) in &view.steps {
        for (card_id, card) in cards.get(id).into_iter().flatten() {
            let Some(step) = step(*id) else { continue };
            lines.record(
                RecordId::Card(*card_id),
                format!("{} {step} {}", card.kind.key(), quote(card.text.as_str())),
                [
                    keyword_pair("pain", card.pain),
                    keyword_pair("evidence", card.evidence),
                    yes_pair("internal", card.internal),
                ],
            );
        }
    }
}

fn step_pairs(step: &Step, handles: &Handles) -> [Option<String>; 23] {
    // In the order of their register: that of the identities is another one once the text is read.
    let several = |key: &str, mut names: Vec<String>| {
        names.sort_by_key(|it| (it.len(), it.clone()));
        (!names.is_empty()).then(|| format!("{key}={}", names.join(",")))
    };
    [
        Some(format!("kind={}", step.kind.key())),
        step.channel.map(|it| format!("channel={}", handles.channel(it))),
        several("other-channels", step.other_channels.iter().map(|it| handles.channel(*it)).collect()),
        several("systems", step.systems.iter().map(|it| handles.it_system(*it)).collect()),
        several("personas", step.personas.iter().map(|it| handles.persona(*it)).collect()),
        keyword_pair("performer", step.performer),
        step.sentiment.map(|it| format!("sentiment={}", it.get())),
        yes_pair("moment-of-truth", step.moment_of_truth),
        yes_pair("fail-point", step.fail_point),
        yes_pair("control", step.control),
        text_pair("recovery", step.recovery.as_ref()),
        text_pair("fallback", step.fallback.as_ref()),
        text_pair("rule", step.rule.as_ref()),
        step.work_secs.map(|it| format!("work={}", print_duration(it))),
        step.wait_secs.map(|it| format!("wait={}", print_duration(it))),
        keyword_pair("clock", step.clock),
        step.first_time_right.map(|it| format!("first-time-right={}", print_share(it))),
        step.volume_per_month.map(|it| format!("volume={it}")),
        keyword_pair("value", step.value),
        keyword_pair("evidence", step.evidence),
        letters_pair(&step.letters, handles),
        text_pair("note", step.note.as_ref()),
        text_pair("internal-note", step.internal_note.as_ref()),
    ]
}

fn connector_pairs(connector: &Connector, handles: &Handles) -> [Option<String>; 7] {
    [
        title_pair("label", connector.label.as_ref()),
        title_pair("trigger", connector.trigger.as_ref()),
        title_pair("information", connector.information.as_ref()),
        connector.owner.map(|it| format!("owner={}", handles.role(it))),
        connector.limit_secs.map(|it| format!("limit={}", print_duration(it))),
        title_pair("acknowledgement", connector.acknowledgement.as_ref()),
        connector.context_carried.map(|it| format!("context-carried={}", if it { "yes" } else { "no" })),
    ]
}

fn title_pair(key: &str, title: Option<&Title>) -> Option<String> {
    title.map(|it| format!("{key}={}", quote(it.as_str())))
}

fn text_pair(key: &str, text: Option<&Text>) -> Option<String> {
    text.map(|it| format!("{key}={}", quote(it.as_str())))
}

fn keyword_pair(key: &str, keyword: Option<impl Keyword>) -> Option<String> {
    keyword.map(|it| format!("{key}={}", it.key()))
}

/// In the order of the roles: that of the identities is another one once the text is read.
fn letters_pair(letters: &Letters, handles: &Handles) -> Option<String> {
    let mut cells: Vec<String> = letters
        .iter()
        .map(|(role, letter)| format!("{}:{}", handles.role(role), letter.map_or("-", Letter::sign)))
        .collect();
    cells.sort_by_key(|it| (it.find(':'), it.clone()));
    (!cells.is_empty()).then(|| format!("letters={}", cells.join(",")))
}

fn yes_pair(key: &str, is: bool) -> Option<String> {
    is.then(|| format!("{key}=yes"))
}

/// The lines written so far.
#[derive(Default)]
struct Lines<'a> {
    text: String,
    /// What is accepted of which record: rules with their reasons, in an order that does not come from identities.
    accepted: BTreeMap<RecordId, BTreeSet<(&'a Title, &'a Text)>>,
    /// The codes of what is about which record.
    about: BTreeMap<RecordId, Vec<String>>,
    /// The codes of what was found at which record, each with the rule.
    found: BTreeMap<RecordId, Vec<String>>,
}

impl<'a> Lines<'a> {
    fn new(document: &'a Document) -> Self {
        let mut lines = Self::default();
        for it in document.acceptances().values() {
            lines.accepted.entry(it.about).or_default().insert((&it.rule, &it.reason));
        }
        for (_, it) in document.evidence_in_order() {
            it.about.iter().for_each(|record| lines.about.entry(*record).or_default().push(it.code()));
        }
        for (_, it) in document.findings_in_order() {
            it.about.iter().for_each(|record| lines.about.entry(*record).or_default().push(it.code()));
            for source in it.sources.iter() {
                let Some(record) = source.about else { continue };
                lines.found.entry(record).or_default().push(format!("{} {}", it.code(), rule(source)));
            }
        }
        lines
    }

    fn line(&mut self, line: String) {
        self.text.push_str(&line);
        self.text.push('\n');
    }

    fn line_if(&mut self, line: Option<String>) {
        if let Some(line) = line {
            self.line(line);
        }
    }

    fn quoted(&mut self, key: &str, text: Option<&str>) {
        self.line_if(text.map(|it| format!("{key} {}", quote(it))));
    }

    /// A record, and below it what is accepted of it and what is about it.
    fn record<const N: usize>(&mut self, id: RecordId, line: String, pairs: [Option<String>; N]) {
        self.with_pairs(line, pairs);
        for (rule, reason) in self.accepted.remove(&id).into_iter().flatten() {
            self.line(format!("accept {} {}", quote(rule.as_str()), quote(reason.as_str())));
        }
        for found in self.found.remove(&id).into_iter().flatten() {
            self.line(format!("found {found}"));
        }
        self.line_if(self.about.get(&id).map(|codes| format!("about {}", codes.join(" "))));
    }

    /// A line that is left out where no pair is there.
    fn pairs<const N: usize>(&mut self, kind: &str, pairs: [Option<String>; N]) {
        if pairs.iter().any(Option::is_some) {
            self.with_pairs(kind.to_owned(), pairs);
        }
    }

    fn with_pairs<const N: usize>(&mut self, mut line: String, pairs: [Option<String>; N]) {
        for pair in pairs.into_iter().flatten() {
            // Writing to a String cannot fail.
            let _ = write!(line, " {pair}");
        }
        self.line(line);
    }
}

//! Workshop to text.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::words::{print_duration, quote};
use crate::{
    Change, CounterpartId, Document, JourneyId, Keyword, MapKey, RecordId, RoleId, State, Text, Title,
};

/// Writes a workshop in its notation. Handles are numbered, so the handles of a text that was read are lost;
/// everything else comes back the same.
#[must_use]
pub fn print(document: &Document) -> String {
    let mut lines = Lines(String::new());
    let workshop = document.workshop();
    lines.line(format!("workshop {}", quote(workshop.title.as_str())));
    lines.quoted("client", workshop.client.as_ref().map(Title::as_str));
    lines.quoted("purpose", workshop.purpose.as_ref().map(Text::as_str));
    lines.quoted("goals", workshop.goals.as_ref().map(Text::as_str));
    lines.quoted("scope", workshop.scope.as_ref().map(Text::as_str));
    lines.quoted("facilitator", workshop.facilitator.as_ref().map(Title::as_str));
    lines.line_if(workshop.date.map(|it| format!("date {it}")));
    lines.line_if(workshop.confidentiality.map(|it| format!("confidentiality {}", it.key())));

    let handles = Handles::new(document);
    for (id, role) in document.roles_in_order() {
        lines.record(
            format!("role {} {}", handles.role(id), quote(role.title.as_str())),
            [
                title_pair("function", role.function.as_ref()),
                role.level.map(|it| format!("level={}", it.get())),
                role.reports_to.map(|it| format!("reports-to={}", handles.role(it))),
                role.sourcing.map(|it| format!("sourcing={}", it.key())),
            ],
        );
    }
    for (index, (id, journey)) in document.journeys_in_order().into_iter().enumerate() {
        lines.record(
            format!("journey j{} {}", index + 1, quote(journey.title.as_str())),
            [journey.owner.map(|it| format!("owner={}", handles.role(it)))],
        );
        for state in State::ALL {
            print_map(document, MapKey { journey: id, state: *state }, index + 1, &handles, &mut lines);
        }
    }
    lines.0
}

/// Writes what a change does, one line a record: `+ kind …`, `- kind …` or `~ kind …` with its title.
#[must_use]
pub fn print_change(change: &Change, before: &Document, after: &Document) -> String {
    let mut lines = Lines(String::new());
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
    lines.0
}

/// The title of a record with, for a step, its place, and for a connector, its ends.
fn name(document: &Document, record: RecordId) -> Option<String> {
    Some(match record {
        RecordId::Role(id) => quote(document.get(id)?.title.as_str()),
        RecordId::Journey(id) => quote(document.get(id)?.title.as_str()),
        RecordId::Stage(id) => quote(document.get(id)?.title.as_str()),
        RecordId::Lane(id) => quote(document.get(id)?.title.as_str()),
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
    })
}

fn print_map(document: &Document, map: MapKey, journey_number: usize, handles: &Handles, lines: &mut Lines) {
    if document.map_is_empty(map) {
        return;
    }
    let view = document.map_view(map);
    lines.line(format!("map j{journey_number} {}", map.state.key()));
    let handle = |prefix: &'static str, counterpart| handles.element(map.journey, prefix, counterpart);
    for (_, stage) in &view.stages {
        lines.line(format!("stage {} {}", handle("stage", stage.counterpart), quote(stage.title.as_str())));
    }
    for (_, lane) in &view.lanes {
        lines.record(
            format!("lane {} {}", handle("lane", lane.counterpart), quote(lane.title.as_str())),
            [
                Some(format!("kind={}", lane.kind.key())),
                title_pair("function", lane.function.as_ref()),
                lane.role.map(|it| format!("role={}", handles.role(it))),
                lane.sourcing.map(|it| format!("sourcing={}", it.key())),
            ],
        );
    }
    for (_, step) in &view.steps {
        let (Some(stage), Some(lane)) = (document.get(step.stage), document.get(step.lane)) else { continue };
        lines.record(
            format!("step {} {}", handle("step", step.counterpart), quote(step.title.as_str())),
            [
                Some(format!(
                    "at={}/{}",
                    handle("stage", stage.counterpart),
                    handle("lane", lane.counterpart)
                )),
                Some(format!("kind={}", step.kind.key())),
                step.channel.map(|it| format!("channel={}", it.key())),
                step.note.as_ref().map(|it| format!("note={}", quote(it.as_str()))),
            ],
        );
    }
    for (_, connector) in &view.connectors {
        let (Some(from), Some(to)) = (document.get(connector.from), document.get(connector.to)) else {
            continue;
        };
        lines.record(
            format!(
                "{} {} -> {}",
                connector.kind.key(),
                handle("step", from.counterpart),
                handle("step", to.counterpart)
            ),
            [
                title_pair("label", connector.label.as_ref()),
                title_pair("trigger", connector.trigger.as_ref()),
                title_pair("information", connector.information.as_ref()),
                connector.owner.map(|it| format!("owner={}", handles.role(it))),
                connector.limit_secs.map(|it| format!("limit={}", print_duration(it))),
                title_pair("acknowledgement", connector.acknowledgement.as_ref()),
            ],
        );
    }
}

fn title_pair(key: &str, title: Option<&Title>) -> Option<String> {
    title.map(|it| format!("{key}={}", quote(it.as_str())))
}

struct Lines(String);

impl Lines {
    fn line(&mut self, line: String) {
        self.0.push_str(&line);
        self.0.push('\n');
    }

    fn line_if(&mut self, line: Option<String>) {
        if let Some(line) = line {
            self.line(line);
        }
    }

    fn quoted(&mut self, key: &str, text: Option<&str>) {
        self.line_if(text.map(|it| format!("{key} {}", quote(it))));
    }

    fn record<const N: usize>(&mut self, mut line: String, pairs: [Option<String>; N]) {
        for pair in pairs.into_iter().flatten() {
            // Writing to a String cannot fail.
            let _ = write!(line, " {pair}");
        }
        self.line(line);
    }
}

/// The numbers by which records are named in one text.
struct Handles {
    roles: BTreeMap<RoleId, usize>,
    elements: BTreeMap<(JourneyId, &'static str, CounterpartId), usize>,
}

impl Handles {
    fn new(document: &Document) -> Self {
        let roles = document
            .roles_in_order()
            .into_iter()
            .enumerate()
            .map(|(index, (id, _))| (id, index + 1))
            .collect();
        let mut elements = BTreeMap::new();
        let mut counts: BTreeMap<(JourneyId, &'static str), usize> = BTreeMap::new();
        for (journey, _) in document.journeys_in_order() {
            let mut number = |kind: &'static str, counterpart| {
                elements.entry((journey, kind, counterpart)).or_insert_with(|| {
                    let count = counts.entry((journey, kind)).or_default();
                    *count += 1;
                    *count
                });
            };
            for state in State::ALL {
                let view = document.map_view(MapKey { journey, state: *state });
                view.stages.iter().for_each(|(_, it)| number("stage", it.counterpart));
                view.lanes.iter().for_each(|(_, it)| number("lane", it.counterpart));
                view.steps.iter().for_each(|(_, it)| number("step", it.counterpart));
            }
        }
        Self { roles, elements }
    }

    fn role(&self, id: RoleId) -> String {
        format!("r{}", self.roles.get(&id).copied().unwrap_or_default())
    }

    fn element(&self, journey: JourneyId, kind: &'static str, counterpart: CounterpartId) -> String {
        let number = self.elements.get(&(journey, kind, counterpart)).copied().unwrap_or_default();
        format!("{}{number}", &kind[..2])
    }
}

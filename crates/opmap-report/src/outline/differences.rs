//! What changes from one state of a journey to another: both maps as one, and every difference in a table.

use std::collections::{BTreeMap, BTreeSet};

use opmap_analysis::{Analysis, Difference, DifferenceKind, differences};
use opmap_model::{
    ConnectorId, Document, Journey, JourneyId, Keyword, MapKey, RecordId, State, Table as Kind,
};

use super::wording::{counted, state_words};
use super::{Block, Cell, MapPicture, Row, Section, Table, anchor};

/// Two states that are compared.
#[derive(Debug, Clone, Copy)]
pub(super) struct Compared {
    before: State,
    after: State,
}

/// What is lived with what is wanted.
pub(super) const WANTED: Compared = Compared { before: State::AsLived, after: State::ToBe };

/// Each two states that are compared in a table: what was designed with what is lived, too.
pub(super) const COMPARED: [Compared; 2] =
    [Compared { before: State::AsDesigned, after: State::AsLived }, WANTED];

impl Compared {
    /// Both maps as one, if both were discussed.
    pub(super) fn map(
        self,
        document: &Document,
        analysis: &Analysis,
        id: JourneyId,
        journey: &Journey,
    ) -> Option<Section> {
        let found = self.found(document, analysis, id)?;
        let blocks = vec![Block::Map(self.picture(id))];
        let name = format!("Map of differences, {}", self.words());
        Some(section(journey, self.anchor("differences-map", id), name, self.title(&found), blocks))
    }

    /// Both maps as one.
    pub(super) fn picture(self, journey: JourneyId) -> MapPicture {
        MapPicture::Differences { journey, before: self.before, after: self.after }
    }

    /// Every difference in a table, if both maps were discussed: what is gone and new together, then what moved and changed:
    /// each element for itself on the way to what is wanted, but for slight changes; else together too, since the audit
    /// checklist tells each.
    pub(super) fn table(
        self,
        document: &Document,
        analysis: &Analysis,
        id: JourneyId,
        journey: &Journey,
    ) -> Option<Section> {
        let found = self.found(document, analysis, id)?;
        let columns = [("What", 1.6), ("Name", 3.0), ("Change", 7.4)];
        let is_whole = |it: &&Difference| matches!(it.kind, DifferenceKind::Added | DifferenceKind::Gone);
        let (whole, parts): (Vec<_>, Vec<_>) = found.iter().partition(is_whole);
        let parts = if self.after == State::ToBe {
            one_by_one(&parts)
        } else {
            together_with_parts(&parts, "what differs stands in brackets", named_parts)
        };
        let rows: Vec<Row> = self.together(document, &whole).into_iter().chain(parts).collect();
        let block = if rows.is_empty() {
            Block::Note("The two maps are the same.".to_owned())
        } else {
            Block::Table(Table::of_records(&columns, rows).dense())
        };
        let name = format!("Differences, {}", self.words());
        Some(section(journey, self.anchor("differences", id), name, counts(&found), vec![block]))
    }

    /// The differences, if both maps were discussed. That a journey is lived as it was designed is not told.
    fn found(self, document: &Document, analysis: &Analysis, journey: JourneyId) -> Option<Vec<Difference>> {
        let map = |state| MapKey { journey, state };
        analysis.flow(map(self.before)).and(analysis.flow(map(self.after)))?;
        let found = differences(document, journey, self.before, self.after);
        (self.before != State::AsDesigned || !found.is_empty()).then_some(found)
    }

    fn anchor(self, part: &str, journey: JourneyId) -> String {
        anchor::of_map(part, MapKey { journey, state: self.after })
    }

    /// The two states in words.
    fn words(self) -> String {
        format!("{} and {}", state_words(self.before), state_words(self.after))
    }

    fn title(self, found: &[Difference]) -> String {
        let steps = |keep: fn(&DifferenceKind) -> bool| {
            let kept = found.iter().filter(|it| keep(&it.kind)).filter_map(step);
            kept.collect::<BTreeSet<_>>().len()
        };
        let added = steps(|kind| *kind == DifferenceKind::Added);
        let gone = steps(|kind| *kind == DifferenceKind::Gone);
        // A step that moved and changed is one step.
        let changed =
            steps(|kind| matches!(kind, DifferenceKind::Moved { .. } | DifferenceKind::Changed { .. }));
        format!(
            "{}, {} {} gone, {added} {} new and {changed} {} changed",
            self.after.label(),
            counted(gone, "step"),
            is(gone),
            is(added),
            is(changed)
        )
    }

    /// What is added and what is gone, in a row for each sort of element. A connector of a step that is new or gone says
    /// nothing more: such are only counted.
    fn together(self, document: &Document, found: &[&Difference]) -> Vec<Row> {
        let steps: BTreeSet<RecordId> =
            found.iter().filter_map(|it| it.record()).filter(|it| it.table() == Kind::Step).collect();
        let follows = |record: RecordId| {
            let connector = record.key::<ConnectorId>().and_then(|id| document.get(id));
            connector
                .is_some_and(|it| [it.from, it.to].iter().any(|end| steps.contains(&RecordId::Step(*end))))
        };
        let mut told: BTreeMap<(Kind, &str), (Vec<&str>, usize)> = BTreeMap::new();
        for it in found {
            let Some(record) = it.record() else { continue };
            let (names, following) = told.entry((record.table(), sign(it))).or_default();
            if follows(record) {
                *following += 1;
            } else {
                names.push(&it.name);
            }
        }
        let row = |((element, sign), (names, following)): ((Kind, &str), (Vec<&str>, usize))| {
            let (word, only, steps) =
                if sign == "+" { ("Added", self.after, "new") } else { ("Gone", self.before, "gone") };
            let all = counted(names.len() + following, element.label());
            // The two ends of a connector are names that belong together.
            let mut words = names.join(if element == Kind::Connector { "; " } else { ", " });
            if following > 0 {
                let and = if names.is_empty() { "" } else { "; and " };
                words = format!("{words}{and}{following} at steps that are {steps}");
            }
            Row::new([
                Cell::Strong(format!("{sign} {word} {all}")),
                Cell::Quiet(format!("only in the map {}", state_words(only))),
                Cell::Small(words),
            ])
        };
        told.into_iter().map(row).collect()
    }
}

fn section(journey: &Journey, anchor: String, name: String, title: String, blocks: Vec<Block>) -> Section {
    Section { level: 2, upright: false, anchor, name, about: Some(journey.title.to_string()), title, blocks }
}

/// How many differences there are.
fn counts(found: &[Difference]) -> String {
    match found.len() {
        0 => "Nothing differs between the two maps".to_owned(),
        count => format!("{}: {}", counted(count, "difference"), by_kind(found)),
    }
}

/// How many there are of each kind: `2 added, 1 gone`.
fn by_kind(found: &[Difference]) -> String {
    let count = |label: &str| found.iter().filter(|it| it.kind.label() == label).count();
    let kinds = ["Added", "Gone", "Moved", "Changed"].map(|it| (count(it), it.to_lowercase()));
    let told = kinds.iter().filter(|it| it.0 > 0).map(|(count, word)| format!("{count} {word}"));
    told.collect::<Vec<_>>().join(", ")
}

fn is(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn step(difference: &Difference) -> Option<RecordId> {
    difference.before.or(difference.after).filter(|record| matches!(record, RecordId::Step(_)))
}

fn sign(difference: &Difference) -> &'static str {
    match difference.kind {
        DifferenceKind::Added => "+",
        DifferenceKind::Gone => "−",
        DifferenceKind::Moved { .. } => "→",
        DifferenceKind::Changed { .. } => "Δ",
    }
}

/// What has another place or another part, in a row for each sort of element: each by its name, with what differs.
fn together_with_parts(
    found: &[&Difference],
    note: &str,
    what_differs: fn(&Difference) -> String,
) -> Vec<Row> {
    let mut told: BTreeMap<(Kind, &str), (&str, Vec<String>)> = BTreeMap::new();
    for it in found {
        let Some(record) = it.record() else { continue };
        let (_, names) =
            told.entry((record.table(), sign(it))).or_insert_with(|| (it.kind.label(), Vec::new()));
        names.push(format!("{} ({})", it.name, what_differs(it)));
    }
    let row = |((element, sign), (word, names)): ((Kind, &str), (&str, Vec<String>))| {
        Row::new([
            Cell::Strong(format!("{sign} {word} {}", counted(names.len(), element.label()))),
            Cell::Quiet(note.to_owned()),
            Cell::Small(names.join("; ")),
        ])
    };
    told.into_iter().map(row).collect()
}

/// Which parts differ, without what they were and are.
fn named_parts(difference: &Difference) -> String {
    match &difference.kind {
        DifferenceKind::Changed { parts } => parts.iter().map(|it| it.part).collect::<Vec<_>>().join(", "),
        _ => difference.brief_words(),
    }
}

/// A row for each element; those that are only reworded or no longer say something stand together at the end.
fn one_by_one(found: &[&Difference]) -> Vec<Row> {
    let of_each = found.chunk_by(|a, b| a.record() == b.record());
    let (slight, others): (Vec<_>, Vec<_>) = of_each.partition(|it| it.iter().all(|it| is_slight(it)));
    let slight = together_with_parts(
        &slight.concat(),
        "reworded, or not set any more",
        opmap_analysis::Difference::brief_words,
    );
    others.into_iter().filter_map(row).chain(slight).collect()
}

/// Whether nothing else has changed than that texts are reworded and parts not set any more.
fn is_slight(difference: &Difference) -> bool {
    let DifferenceKind::Changed { parts } = &difference.kind else { return false };
    parts.iter().all(|it| !it.is_name() && (it.is_text && it.before.is_some() || it.after.is_none()))
}

/// What has another place or other parts, or both: then the sign is that of a move, as on the map.
fn row(of_one: &[&Difference]) -> Option<Row> {
    let first = of_one.first()?;
    let element = first.record().map_or("", |record| record.table().label());
    let words: Vec<String> = of_one.iter().map(|it| it.brief_words()).collect();
    Some(Row::new([
        Cell::Strong(format!("{} {} {element}", sign(first), first.kind.label())),
        Cell::Text(first.name.clone()),
        Cell::Small(words.join("; ")),
    ]))
}

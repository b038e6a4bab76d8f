//! Which parts of an element are not the same in two states, and what each was and is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use opmap_model::{
    Card, CardKind, Connector, Document, Keyword, Lane, Letters, Pain, Record, RecordKey, RoleId, Stage,
    Step, StepId,
};

/// A part of an element that is not the same in two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedPart {
    /// Which part, in a word or two: *channel*.
    pub part: &'static str,
    /// What it was; none was not set.
    pub before: Option<String>,
    /// What it is; none is not set.
    pub after: Option<String>,
    /// Whether it is free text, of which no more than the beginning is told.
    pub is_text: bool,
}

/// The part that says what an element is called.
const NAME: &str = "name";

/// How many characters are told of a text.
const TOLD: usize = 48;

impl ChangedPart {
    /// Whether it is what the element is called.
    #[must_use]
    pub fn is_name(&self) -> bool {
        self.part == NAME
    }

    /// A value as it is told.
    fn value(&self, value: &str) -> String {
        if self.is_text { format!("“{}”", beginning(value)) } else { value.to_owned() }
    }
}

/// What each part was and is, one after the other: `channel: Phone, now Web`; then what is set now and was not, and the
/// other way round. Free text and what is not set any more is told `in_full`, or else only named.
pub(super) fn words(parts: &[ChangedPart], in_full: bool) -> String {
    let mut told: Vec<String> = Vec::new();
    let (mut reworded, mut set, mut unset) = (Vec::new(), Vec::new(), Vec::new());
    for it in parts {
        let part = it.part;
        let beside = |value: &str| format!("{part} ({})", it.value(value));
        match (&it.before, &it.after) {
            // What it is called is said wherever it is spoken of.
            (Some(before), _) if it.is_name() => told.push(format!("{part} (was “{before}”)")),
            (Some(before), Some(after)) => {
                let [before, after] = [before, after].map(|value| it.value(value));
                if it.is_text && (before == after || !in_full) {
                    reworded.push(part.to_owned());
                } else {
                    told.push(format!("{part}: {before}, now {after}"));
                }
            }
            (None, Some(after)) if in_full || !it.is_text => set.push(beside(after)),
            (Some(before), None) if in_full => unset.push(beside(before)),
            (None, Some(_)) => set.push(part.to_owned()),
            (Some(_), None) => unset.push(part.to_owned()),
            (None, None) => told.push(part.to_owned()),
        }
    }
    for (how, parts) in [("reworded", reworded), ("now set", set), ("now not set", unset)] {
        told.extend((!parts.is_empty()).then(|| format!("{how}: {}", parts.join(", "))));
    }
    told.join("; ")
}

/// The first words of a text on one line.
fn beginning(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = words.join(" ");
    if whole.chars().count() <= TOLD {
        return whole;
    }
    let cut: String = whole.chars().take(TOLD).collect();
    let told = cut.rsplit_once(' ').map_or(&*cut, |it| it.0);
    format!("{told} …")
}

/// An element in both states.
struct Both<'a, R> {
    before: &'a R,
    after: &'a R,
}

impl<'a, R> Both<'a, R> {
    /// A part, as it is compared and as it is said.
    fn part<T: PartialEq>(
        &self,
        part: &'static str,
        get: impl Fn(&'a R) -> T,
        say: impl Fn(T) -> Option<String>,
    ) -> Option<ChangedPart> {
        let (before, after) = (get(self.before), get(self.after));
        (before != after).then(|| ChangedPart {
            part,
            before: say(before),
            after: say(after),
            is_text: false,
        })
    }

    /// A part that is one of a few words, a number or a title.
    fn value<T: PartialEq + Display>(
        &self,
        part: &'static str,
        get: impl Fn(&'a R) -> Option<T>,
    ) -> Option<ChangedPart> {
        self.part(part, get, |it| it.map(|it| it.to_string()))
    }

    /// A part that people have written.
    fn text<T: PartialEq + Display>(
        &self,
        part: &'static str,
        get: impl Fn(&'a R) -> Option<T>,
    ) -> Option<ChangedPart> {
        self.value(part, get).map(|it| ChangedPart { is_text: true, ..it })
    }

    /// A part that is chosen from a list.
    fn choice<T: Keyword>(
        &self,
        part: &'static str,
        get: impl Fn(&'a R) -> Option<T>,
    ) -> Option<ChangedPart> {
        self.part(part, get, |it| it.map(|it| it.label().to_owned()))
    }

    /// A part that holds or does not.
    fn flag(&self, part: &'static str, get: impl Fn(&'a R) -> Option<bool>) -> Option<ChangedPart> {
        self.part(part, get, |it| it.map(|it| if it { "yes" } else { "no" }.to_owned()))
    }

    /// A part that names a record.
    fn named<I: RecordKey>(
        &self,
        document: &Document,
        part: &'static str,
        get: impl Fn(&'a R) -> Option<I>,
    ) -> Option<ChangedPart> {
        self.part(part, get, |it| it.and_then(|it| name(document, it)))
    }

    /// A part that names several records.
    fn several<I: RecordKey + 'a>(
        &self,
        document: &Document,
        part: &'static str,
        get: impl Fn(&'a R) -> &'a BTreeSet<I>,
    ) -> Option<ChangedPart> {
        self.part(part, get, |it| listed(it.iter().filter_map(|it| name(document, *it)).collect()))
    }

    /// Letters, as far as they are not the same.
    fn letters(&self, document: &Document, get: impl Fn(&'a R) -> &'a Letters) -> Option<ChangedPart> {
        let (before, after) = (get(self.before), get(self.after));
        let roles: BTreeSet<RoleId> = before.iter().chain(after.iter()).map(|it| it.0).collect();
        let differing: Vec<RoleId> = roles.into_iter().filter(|it| before.of(*it) != after.of(*it)).collect();
        let told = |letters: &Letters| {
            let cell = |role: &RoleId| {
                let letter = letters.of(*role)?.map_or("no letter", opmap_model::Letter::sign);
                Some(format!("{} {letter}", name(document, *role)?))
            };
            listed(differing.iter().filter_map(cell).collect())
        };
        self.part("letters", get, told)
    }
}

pub(super) fn of_stage(before: &Stage, after: &Stage) -> Vec<ChangedPart> {
    let both = Both { before, after };
    [both.value(NAME, |it| Some(&it.title)), both.choice("phase", |it| it.phase)]
        .into_iter()
        .flatten()
        .collect()
}

pub(super) fn of_lane(document: &Document, before: &Lane, after: &Lane) -> Vec<ChangedPart> {
    let both = Both { before, after };
    [
        both.value(NAME, |it| Some(&it.title)),
        both.choice("kind", |it| Some(it.kind)),
        both.value("function", |it| it.function.as_ref()),
        both.named(document, "role", |it| it.role),
        both.choice("sourcing", |it| it.sourcing),
        both.choice("performer", |it| it.performer),
        both.choice("dedication", |it| it.dedication),
        both.text("rationale", |it| it.rationale.as_ref()),
        both.text("contract", |it| it.contract.as_ref()),
        both.value("share of others", |it| it.others_share),
        both.text("criteria for partners", |it| it.partner_criteria.as_ref()),
        both.letters(document, |it| &it.letters),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// All but its place and its cards.
pub(super) fn of_step(document: &Document, before: &Step, after: &Step) -> Vec<ChangedPart> {
    let both = Both { before, after };
    [
        both.value(NAME, |it| Some(&it.title)),
        both.choice("kind", |it| Some(it.kind)),
        both.named(document, "channel", |it| it.channel),
        both.several(document, "further channels", |it| &it.other_channels),
        both.several(document, "systems", |it| &it.systems),
        both.several(document, "personas", |it| &it.personas),
        both.choice("performer", |it| it.performer),
        both.value("sentiment", |it| it.sentiment),
        both.flag("moment of truth", |it| Some(it.moment_of_truth)),
        both.flag("fail point", |it| Some(it.fail_point)),
        both.flag("control", |it| Some(it.control)),
        both.text("recovery", |it| it.recovery.as_ref()),
        both.text("fallback", |it| it.fallback.as_ref()),
        both.text("rule", |it| it.rule.as_ref()),
        both.value("work", |it| it.work_secs),
        both.value("waiting", |it| it.wait_secs),
        both.choice("clock", |it| it.clock),
        both.value("first time right", |it| it.first_time_right),
        both.value("volume", |it| it.volume_per_month),
        both.choice("value", |it| it.value),
        both.choice("evidence", |it| it.evidence),
        both.letters(document, |it| &it.letters),
        both.text("note", |it| it.note.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Each end by its step: it is the same where that is the same in both states.
pub(super) fn of_connector(document: &Document, before: &Connector, after: &Connector) -> Vec<ChangedPart> {
    let both = Both { before, after };
    let end = |part, get: fn(&Connector) -> StepId| {
        let step = |it: &Connector| document.get(get(it));
        let moved = both.part(part, |it| step(it).map(|it| it.counterpart), |_| None)?;
        let [before, after] = [before, after].map(|it| step(it).map(|it| it.title.to_string()));
        Some(ChangedPart { before, after, ..moved })
    };
    [
        end("begins at", |it| it.from),
        end("ends at", |it| it.to),
        both.choice("kind", |it| Some(it.kind)),
        both.text("label", |it| it.label.as_ref()),
        both.text("trigger", |it| it.trigger.as_ref()),
        both.text("information", |it| it.information.as_ref()),
        both.named(document, "owner", |it| it.owner),
        both.value("time limit", |it| it.limit_secs),
        both.text("acknowledgement", |it| it.acknowledgement.as_ref()),
        both.flag("context carried", |it| it.context_carried),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What sort of card it is: its place among all sorts, and how much it hurts, the gravest first.
type CardSort = (usize, Option<Reverse<Pain>>);

/// What makes a card the same as another: it has no counterpart, so its words are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CardWords<'a> {
    sort: CardSort,
    text: &'a str,
}

impl<'a> CardWords<'a> {
    pub(super) fn of(card: &'a Card) -> Self {
        let kind = CardKind::ALL.iter().position(|it| *it == card.kind).unwrap_or_default();
        Self { sort: (kind, card.pain.map(Reverse)), text: card.text.as_str() }
    }
}

/// Cards that were added, removed, reworded or rated differently: how many of each sort there were and are, or the
/// words of those that are not the same where these numbers are.
pub(super) fn of_cards(before: &[CardWords<'_>], after: &[CardWords<'_>]) -> Option<ChangedPart> {
    let [before, after] = [before, after].map(|it| {
        let mut sorted = it.to_vec();
        sorted.sort_unstable();
        sorted
    });
    if before == after {
        return None;
    }
    let [counted_before, counted_after] = [&before, &after].map(|it| counted(it));
    if counted_before != counted_after {
        return Some(ChangedPart {
            part: "cards",
            before: counted_before,
            after: counted_after,
            is_text: false,
        });
    }
    let texts = |of: &[CardWords<'_>], other: &[CardWords<'_>]| {
        let texts = of.iter().filter(|it| !other.contains(it)).map(|it| it.text);
        Some(texts.collect::<Vec<_>>().join(" / "))
    };
    let (was, is) = (texts(&before, &after), texts(&after, &before));
    Some(ChangedPart { part: "cards", before: was, after: is, is_text: true })
}

/// How many cards of each sort there are: *2 quotes and 1 severe pain point*.
fn counted(cards: &[CardWords<'_>]) -> Option<String> {
    let mut sorts: BTreeMap<CardSort, usize> = BTreeMap::new();
    for it in cards {
        *sorts.entry(it.sort).or_default() += 1;
    }
    let told = sorts.into_iter().map(|((kind, pain), count)| {
        let kind = CardKind::ALL.get(kind).map_or("", |it| it.label());
        let pain = pain.map_or_else(String::new, |it| format!("{} ", it.0.label()));
        let ending = if count == 1 { "" } else { "s" };
        format!("{count} {}{ending}", format!("{pain}{kind}").to_lowercase())
    });
    listed(told.collect())
}

fn name<I: RecordKey>(document: &Document, id: I) -> Option<String> {
    document.record_name(I::Record::record_id(id))
}

/// Words as a list: `A, B and C`; none where there are none.
fn listed(words: Vec<String>) -> Option<String> {
    let (last, others) = words.split_last()?;
    Some(if others.is_empty() { last.clone() } else { format!("{} and {last}", others.join(", ")) })
}

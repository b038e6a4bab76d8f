//! What something is about: each link leads to its record, can be taken away, and more are added.

use leptos::prelude::*;
use opmap_model::{
    Document, Edit, Evidence, EvidenceField, EvidenceId, KeptFindingField, KeptFindingId, Keyword, MapKey,
    RecordId, Shift, State, Table, folded,
};

use crate::editor::editor;
use crate::finder;
use crate::frame::{Over, Panels};
use crate::icon::Icon;
use crate::leading::{Leading, name_of};
use crate::map::{MapState, Selection};
use crate::palette::Asked;

/// What is about records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkOf {
    Evidence(EvidenceId),
    Finding(KeptFindingId),
}

impl LinkOf {
    /// A record that is about others, if it is one.
    pub(crate) fn of(record: RecordId) -> Option<Self> {
        match record {
            RecordId::Evidence(id) => Some(Self::Evidence(id)),
            RecordId::KeptFinding(id) => Some(Self::Finding(id)),
            _ => None,
        }
    }

    /// What it is about, the shifts as their assessments first.
    fn links(self, document: &Document) -> Vec<RecordId> {
        match self {
            Self::Evidence(id) => document.get(id).map(|it| it.links().collect()).unwrap_or_default(),
            Self::Finding(id) => document.get(id).map(|it| it.links().collect()).unwrap_or_default(),
        }
    }

    /// The edit after which it is about a record, or no longer.
    pub(crate) fn link(self, record: RecordId, is_about: bool) -> Edit {
        match self {
            Self::Evidence(id) => Edit::SetEvidence { id, field: EvidenceField::link(record, is_about) },
            Self::Finding(id) => Edit::SetFinding { id, field: KeptFindingField::link(record, is_about) },
        }
    }
}

/// What something is about.
#[component]
pub(crate) fn Links(of: LinkOf) -> impl IntoView {
    let (editor, leading): (_, Leading) = (editor(), expect_context());
    let (panels, map_state): (Panels, MapState) = (expect_context(), expect_context());
    let links = Memo::new(move |_| {
        editor.read(|document| {
            let named = |it: RecordId| Some((it, kind_word(it), name_of(document, it)?));
            of.links(document).into_iter().filter_map(named).collect::<Vec<_>>()
        })
    });
    let selected = Memo::new(move |_| {
        editor.read(|document| {
            let mut records = map_state.selection.with(Selection::records);
            records.retain(|it| !of.links(document).contains(it));
            let words = match records.as_slice() {
                [] => return None,
                [record] => format!("“{}”", name_of(document, *record)?),
                several => format!("the {} steps", several.len()),
            };
            Some((records, words))
        })
    });
    view! {
        <section class="fields" aria-label="About">
            <h4>"About"</h4>
            <ul class="links">
                <For each=move || links.get() key=|it| it.clone() let((record, kind, name))>
                    <li>
                        <button class="link-to" title="Show it" on:click=move |_| leading.go(&[record])>
                            <span class="link-kind">{kind}</span>
                            {name.clone()}
                        </button>
                        <button
                            class="icon-button small"
                            aria-label=format!("No longer about {name}")
                            title="Take the link away"
                            on:click=move |_| {
                                editor.commit(of.link(record, false));
                            }
                        >
                            <Icon name="x" />
                        </button>
                    </li>
                </For>
            </ul>
            <Show when=move || links.with(Vec::is_empty)>
                <p><span class="unset">"not set"</span></p>
            </Show>
            <div class="chips">
                <button class="chip offer" on:click=move |_| panels.toggle(Over::Palette(Asked::Link(of)))>
                    <Icon name="plus" />
                    "Link…"
                </button>
                {move || selected.get().map(|(records, words)| view! {
                    <button
                        class="chip offer"
                        title="It is selected on the map"
                        on:click=move |_| {
                            editor.commit(all_linked(of, &records));
                        }
                    >
                        <Icon name="link" />
                        {format!("Link to {words}")}
                    </button>
                })}
            </div>
        </section>
    }
}

/// The edit that links several records at once.
pub(crate) fn all_linked(of: LinkOf, records: &[RecordId]) -> Edit {
    match records {
        [record] => of.link(*record, true),
        several => Edit::All(several.iter().map(|it| of.link(*it, true)).collect()),
    }
}

pub(super) fn kind_word(record: RecordId) -> &'static str {
    match record {
        RecordId::Assessment(_) => "shift",
        other => other.table().label(),
    }
}

/// What something is about, in words, as a register lists it.
pub(crate) fn link_words(document: &Document, links: impl Iterator<Item = RecordId>) -> Vec<String> {
    let words = |record: RecordId| match record.shift() {
        Some(shift) => Some(format!("{} {}", shift.number(), document.assessment(shift).name())),
        None => document.record_name(record),
    };
    links.filter_map(words).collect()
}

/// What can be linked and is called so: the record, its name and where it is. The shifts come first.
pub(crate) fn link_rows(
    document: &Document,
    of: LinkOf,
    query: &str,
    most: usize,
) -> Vec<(RecordId, String, String)> {
    let (query, linked) = (folded(query), of.links(document));
    let holds = |name: &str| {
        let name = folded(name);
        query.split(' ').all(|it| name.contains(it))
    };
    let shifts = Shift::ALL.iter().map(|it| RecordId::Assessment(it.assessment_id()));
    let others = linkable(document).into_iter();
    let row = |record: RecordId| {
        let name = name_of(document, record).filter(|it| holds(it))?;
        let place = match record.shift() {
            Some(shift) => format!("Shift {}", shift.number()),
            None => finder::place_words(document, record),
        };
        Some((record, name, place))
    };
    shifts.chain(others).filter(|it| !linked.contains(it)).filter_map(row).take(most).collect()
}

/// Every record that evidence can be about, in the order of maps and registers.
fn linkable(document: &Document) -> Vec<RecordId> {
    let mut found: Vec<RecordId> =
        document.roles_in_order().into_iter().map(|it| RecordId::Role(it.0)).collect();
    for (journey, _) in document.journeys_in_order() {
        found.push(RecordId::Journey(journey));
        for state in State::ALL {
            let view = document.map_view(MapKey { journey, state: *state });
            found.extend(view.steps.iter().map(|it| RecordId::Step(it.0)));
            found.extend(view.stages.iter().map(|it| RecordId::Stage(it.0)));
            found.extend(view.lanes.iter().map(|it| RecordId::Lane(it.0)));
            found.extend(view.connectors.iter().map(|it| RecordId::Connector(it.0)));
        }
    }
    found.extend(document.decisions_in_order().into_iter().map(|it| RecordId::Decision(it.0)));
    found.extend(document.activities_in_order().into_iter().map(|it| RecordId::Activity(it.0)));
    found.extend(document.channels_in_order().into_iter().map(|it| RecordId::Channel(it.0)));
    found.extend(document.it_systems_in_order().into_iter().map(|it| RecordId::ItSystem(it.0)));
    found.extend(document.personas_in_order().into_iter().map(|it| RecordId::Persona(it.0)));
    found.extend(document.customer_groups_in_order().into_iter().map(|it| RecordId::CustomerGroup(it.0)));
    found.extend(document.disruptions_in_order().into_iter().map(|it| RecordId::Disruption(it.0)));
    debug_assert!(
        found.iter().all(|it| Evidence::can_be_about(it.table()) || it.table() == Table::Assessment)
    );
    found
}

//! The evidence and the findings about a record or a shift, beside what else is said of it, and the way to add evidence.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_analysis::kept;
use opmap_model::{
    Edit, Evidence, EvidenceField, EvidenceGrade, EvidenceId, EvidenceKind, KeptFindingId, Keyword, RecordId,
};

use super::Grade;
use super::links::kind_word;
use crate::editor::editor;
use crate::field::{Choice, NewText, keyword_options, text};
use crate::frame::CurrentAnalysis;
use crate::icon::Icon;
use crate::identity::fresh;
use crate::leading::{Leading, name_of};

/// The same as a section of an inspector.
#[component]
pub(crate) fn EvidenceSection(record: RecordId) -> impl IntoView {
    view! {
        <section class="fields" aria-label="Evidence">
            <h4>"Evidence"</h4>
            <EvidenceAbout record />
        </section>
    }
}

/// The evidence and the findings about a record, or about the shift of an assessment; each with its code, which leads to
/// it.
#[component]
pub(crate) fn EvidenceAbout(record: RecordId) -> impl IntoView {
    let editor = editor();
    let ids = Memo::new(move |_| {
        editor.read(|document| {
            document.evidence_about(record).into_iter().map(|(id, _)| id).collect::<Vec<_>>()
        })
    });
    let writing = RwSignal::new(None::<EvidenceKind>);
    let offer = move |kind: EvidenceKind| {
        view! {
            <button type="button" class="chip offer" on:click=move |_| writing.set(Some(kind))>
                <Icon name="plus" />
                {kind.label()}
            </button>
        }
    };
    view! {
        <div class="evidence-about" role="group" aria-label="Evidence in the register">
            <ul>
                <For each=move || ids.get() key=|it| *it let(id)>
                    <Piece id />
                </For>
            </ul>
            <FindingsAbout record />
            {record.shift().map(|_| view! { <Places record /> })}
            {move || match writing.get() {
                Some(kind) => view! { <Writing record kind writing /> }.into_any(),
                None => view! {
                    <div class="chips">{EvidenceKind::ALL.iter().map(|it| offer(*it)).collect_view()}</div>
                }
                    .into_any(),
            }}
        </div>
    }
}

#[component]
fn Piece(id: EvidenceId) -> impl IntoView {
    let (editor, leading): (_, Leading) = (editor(), expect_context());
    let piece = Memo::new(move |_| editor.read(|document| document.get(id).cloned()));
    let part = move |look: fn(&Evidence) -> String| {
        move || piece.with(|it| it.as_ref().map(look).unwrap_or_default())
    };
    let grade = Signal::derive(part(|it| it.grade.map_or("", Keyword::key).to_owned()));
    view! {
        <li class="evidence-piece" class:internal=move || piece.with(|it| it.as_ref().is_some_and(|it| it.internal))>
            <div>
                <button
                    class="link code"
                    title="Show it in the register"
                    on:click=move |_| leading.go(&[RecordId::Evidence(id)])
                >
                    {part(Evidence::code)}
                </button>
                <span>{part(|it| it.kind.label().to_owned())}</span>
                {move || piece.with(|it| it.as_ref().map(|it| view! { <Grade grade=it.grade /> }))}
            </div>
            <p>{part(|it| it.text.to_string())}</p>
            <Choice
                label="Known by"
                options={keyword_options::<EvidenceGrade>()}
                optional=true
                none="not graded"
                value=grade
                choose=Callback::new(move |key: String| {
                    let field = EvidenceField::Grade(EvidenceGrade::from_key(&key));
                    editor.commit(Edit::SetEvidence { id, field });
                })
            />
        </li>
    }
}

/// The findings about a record that are kept, in what they say today.
#[component]
fn FindingsAbout(record: RecordId) -> impl IntoView {
    let (editor, leading): (_, Leading) = (editor(), expect_context());
    let analysis: CurrentAnalysis = expect_context();
    let findings = Memo::new(move |_| {
        editor.read(|document| {
            let about: BTreeSet<KeptFindingId> =
                document.findings_about(record).into_iter().map(|it| it.0).collect();
            if about.is_empty() {
                return Vec::new();
            }
            analysis.with(|analysis| {
                let kept = kept(document, analysis).into_iter().filter(|it| about.contains(&it.id));
                kept.map(|it| (it.id, it.finding.code(), it.sentence)).collect::<Vec<_>>()
            })
        })
    });
    view! {
        <ul aria-label="Findings">
            <For each=move || findings.get() key=|it| it.clone() let((id, code, sentence))>
                <li class="evidence-piece">
                    <div>
                        <button
                            class="link code"
                            title="Show it in the register"
                            on:click=move |_| leading.go(&[RecordId::KeptFinding(id)])
                        >
                            {code}
                        </button>
                        <span>"Finding"</span>
                    </div>
                    <p>{sentence}</p>
                </li>
            </For>
        </ul>
    }
}

/// The steps, roles and whatever else a shift has to do with: what its evidence and its findings are about.
#[component]
fn Places(record: RecordId) -> impl IntoView {
    let (editor, leading): (_, Leading) = (editor(), expect_context());
    let places = Memo::new(move |_| {
        editor.read(|document| {
            let evidence = document.evidence_about(record).into_iter().flat_map(|it| it.1.about.iter());
            let findings = document.findings_about(record).into_iter().flat_map(|it| it.1.about.iter());
            let all: BTreeSet<RecordId> = evidence.chain(findings).copied().collect();
            let named = |it: RecordId| Some((it, kind_word(it), name_of(document, it)?));
            all.into_iter().filter_map(named).collect::<Vec<_>>()
        })
    });
    view! {
        <ul class="links" aria-label="Where it shows">
            <For each=move || places.get() key=|it| it.clone() let((place, kind, name))>
                <li>
                    <button class="link-to" title="Show it" on:click=move |_| leading.go(&[place])>
                        <span class="link-kind">{kind}</span>
                        {name}
                    </button>
                </li>
            </For>
        </ul>
    }
}

/// A piece of evidence about the record that is being written.
#[component]
fn Writing(record: RecordId, kind: EvidenceKind, writing: RwSignal<Option<EvidenceKind>>) -> impl IntoView {
    let editor = editor();
    let take = Callback::new(move |typed: String| {
        let mut evidence = Evidence::new(kind, text(&typed)?);
        match record.shift() {
            Some(shift) => drop(evidence.shifts.insert(shift)),
            None => drop(evidence.about.insert(record)),
        }
        editor.commit(Edit::AddEvidence { id: fresh(), evidence: Box::new(evidence), before: None });
        Ok(())
    });
    let hint = match kind {
        EvidenceKind::Quote => "What they said, in their words",
        EvidenceKind::Data => "The figure, and what it counts",
        EvidenceKind::Observation => "What was seen",
        EvidenceKind::Document => "What the document says",
    };
    let label = format!("New {} for the register", kind.label().to_lowercase());
    view! { <NewText label hint take close=Callback::new(move |_| writing.set(None)) /> }
}

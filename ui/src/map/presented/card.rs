//! All about one step, large enough to be read from the last row.

use leptos::html;
use leptos::prelude::*;
use opmap_analysis::{Finding, map_roles};
use opmap_drawing::brief_duration;
use opmap_model::{CardKind, Document, Keyword, Letter, MapKey, RecordId, RoleId, StepId};

use super::Room;
use crate::dialog::focus;
use crate::editor::editor;
use crate::frame::CurrentAnalysis;
use crate::sign::Sign;

/// One line of the card: what it is about, and what is said.
type Line = (&'static str, String);

#[component]
pub(super) fn Card() -> impl IntoView {
    let room: Room = expect_context();
    move || {
        let step = room.spot.get().step.filter(|_| room.card.get())?;
        Some(view! { <Open step /> })
    }
}

#[component]
fn Open(step: StepId) -> impl IntoView {
    let (room, analysis): (Room, CurrentAnalysis) = (expect_context(), expect_context());
    let editor = editor();
    let card = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(card) = card.get() {
            focus(&card);
        }
    });
    let title = move || editor.read(|it| it.get(step).map(|it| it.title.to_string()).unwrap_or_default());
    let place = move || editor.read(|document| place(document, step));
    let lines = move || {
        let map = room.map.map.get();
        let line = |(what, said): Line| {
            view! {
                <dt>{what}</dt>
                <dd>{said}</dd>
            }
        };
        editor.read(|document| lines(document, map, step)).into_iter().map(line).collect_view()
    };
    let said = move || {
        let card = |(kind, text): (CardKind, String)| {
            view! { <li class=format!("of-{}", kind.key())><span>{kind.label()}</span> {text}</li> }
        };
        editor.read(|document| cards(document, step)).into_iter().map(card).collect_view()
    };
    let found = move || {
        let is_here = |it: &&Finding| it.records.first() == Some(&RecordId::Step(step));
        let found: Vec<Finding> = analysis.with(|it| it.open().filter(is_here).cloned().collect());
        let line =
            |it: Finding| view! { <p class="room-found"><Sign severity=it.severity /> {it.sentence}</p> };
        found.into_iter().map(line).collect_view()
    };
    view! {
        <div node_ref=card class="room-card" role="dialog" aria-label=title tabindex="-1">
            <h3>{title}</h3>
            <p class="room-card-place">{place}</p>
            {found}
            <dl>{lines}</dl>
            <ul>{said}</ul>
        </div>
    }
}

/// The lane, the stage and the kind of a step.
fn place(document: &Document, id: StepId) -> String {
    let words = document.get(id).and_then(|step| {
        let (stage, lane) = (document.get(step.stage)?, document.get(step.lane)?);
        Some(format!("{} · {} · {}", lane.title, stage.title, step.kind.label()))
    });
    words.unwrap_or_default()
}

/// Who does what at a step, and how it goes there. What is not set is not said, but for who is accountable where someone
/// should be.
fn lines(document: &Document, map: Option<MapKey>, id: StepId) -> Vec<Line> {
    let Some(step) = document.get(id) else { return Vec::new() };
    let name = |id: &RoleId| document.get(*id).map(|it| it.title.to_string());
    let names = |ids: &mut dyn Iterator<Item = RoleId>| {
        let names: Vec<String> = ids.filter_map(|it| name(&it)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let letters = document.letters_of_step(step);
    let with =
        |has: fn(Letter) -> bool| names(&mut letters.iter().filter(|it| has(it.letter)).map(|it| it.role));
    let roles = map.and_then(|map| map_roles(document, map).steps.remove(&id));
    let nobody = roles.as_ref().is_some_and(|it| it.expected).then(|| "no one".to_owned());
    let titles = |titles: Vec<String>| (!titles.is_empty()).then(|| titles.join(", "));
    let channels = step.channel.iter().chain(&step.other_channels).filter_map(|it| document.get(*it));
    let systems = step.systems.iter().filter_map(|it| document.get(*it));
    let lines = [
        ("Decides", roles.and_then(|it| names(&mut it.deciders.into_iter()))),
        ("Accountable", with(Letter::answers).or(nobody)),
        ("Responsible", with(Letter::does)),
        ("Consulted", with(|it| it == Letter::Consulted)),
        ("Informed", with(|it| it == Letter::Informed)),
        ("Channel", titles(channels.map(|it| it.title.to_string()).collect())),
        ("Systems", titles(systems.map(|it| it.title.to_string()).collect())),
        ("Waits", step.wait_secs.map(brief_duration)),
        ("Work", step.work_secs.map(brief_duration)),
        ("Right first time", step.first_time_right.map(|it| it.to_string())),
        ("When it goes wrong", step.recovery.as_ref().map(ToString::to_string)),
        ("Without the system", step.fallback.as_ref().map(ToString::to_string)),
    ];
    lines.into_iter().filter_map(|(what, said)| Some((what, said?))).collect()
}

/// The cards of a step that are not internal.
fn cards(document: &Document, id: StepId) -> Vec<(CardKind, String)> {
    let cards = document.cards_of_step(id).into_iter().filter(|(_, it)| !it.internal);
    cards.map(|(_, it)| (it.kind, it.text.to_string())).collect()
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, notation};

    use super::{cards, lines, place};

    fn document(text: &str) -> Document {
        let mut next = 0;
        let mut fresh = || {
            next += 1;
            uuid::Uuid::from_u128(next)
        };
        let head = "workshop \"W\"\nrole a \"Team lead\"\nrole b \"Advisor\"\njourney j \"Repair\"\nmap j as-lived\n\
                    stage s \"Contact\"\nlane ce \"Centre\" kind=frontstage\n";
        notation::parse(&format!("{head}{text}"), &mut fresh).unwrap()
    }

    #[test]
    fn it_says_what_is_set_and_who_is_missing() {
        let document =
            document("step q \"Answer\" at=s/ce letters=b:R\nstep r \"Close\" at=s/ce letters=a:A/R");
        let map = document.stages().values().next().map(opmap_model::Stage::map);
        let said = |title: &str| {
            let id = *document.steps().iter().find(|it| it.1.title.as_str() == title).unwrap().0;
            let lines = lines(&document, map, id).into_iter().map(|(what, said)| format!("{what}: {said}"));
            (place(&document, id), lines.collect::<Vec<_>>())
        };
        let (place, lines) = said("Answer");
        assert_eq!(place, "Centre · Contact · Activity");
        assert_eq!(lines, ["Accountable: no one", "Responsible: Advisor"]);
        assert_eq!(said("Close").1, ["Accountable: Team lead", "Responsible: Team lead"]);
    }

    #[test]
    fn what_is_internal_stays_out_of_the_room() {
        let document = document(
            "step q \"Answer\" at=s/ce\nquote q \"I called twice\"\nobservation q \"Ask Ann\" internal=yes",
        );
        let id = *document.steps().keys().next().unwrap();
        let texts: Vec<String> = cards(&document, id).into_iter().map(|it| it.1).collect();
        assert_eq!(texts, ["I called twice"]);
    }
}

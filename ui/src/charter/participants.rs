//! The participants: who is in the room (3.49).

mod several;

use leptos::prelude::*;
use opmap_analysis::{Voices, voices};
use opmap_model::{
    Document, Edit, Keyword, Participant, ParticipantField, ParticipantId, Perspective, Round,
};

pub(crate) use several::{AddSeveral, SeveralPeople, listen};

use super::register::Register;
use crate::editor::editor;
use crate::field::{Choice, TextField, keyword_options, optional_title};

pub(super) static PARTICIPANTS: Register<ParticipantId> = Register {
    title: "Participants",
    one: "Participant",
    empty: "Name who is in the room. A label such as “Agent 2” does as well as a name.",
    columns: &[
        ("Position", |document, id| document.get(id)?.position.as_ref().map(ToString::to_string)),
        ("Group", |document, id| document.get(id)?.perspective.map(|it| it.label().to_owned())),
    ],
    marks: |document, id| {
        let frontline = document.get(id).is_some_and(|it| it.frontline);
        frontline.then_some(("headset", "Front line")).into_iter().collect()
    },
    ids: |document| document.participants_in_order().into_iter().map(|(id, _)| id).collect(),
    title_of: |document, id| Some(document.get(id)?.title.to_string()),
    add: |id, title| Edit::AddParticipant { id, participant: Participant::new(title), before: None },
    rename: |id, title| Edit::SetParticipant { id, field: ParticipantField::Title(title) },
    reorder: |id, before| Edit::MoveParticipant { id, before },
    remove: |id| Edit::RemoveParticipant { id },
    uses: answers_of,
    details: |id| view! { <ParticipantDetails id /> }.into_any(),
};

/// How many speak for the front line, in words.
#[component]
pub(super) fn FrontlineVoices() -> impl IntoView {
    let editor = editor();
    let voices = Memo::new(move |_| editor.read(voices));
    view! { <p class="quiet" data-test="voices" role="status">{move || in_words(voices.get())}</p> }
}

fn in_words(voices: Voices) -> Option<String> {
    let percent = voices.frontline_percent()?;
    let (of, speak) = match (voices.all, voices.frontline) {
        (1, _) => ("1 person".to_owned(), "speaks"),
        (all, 1) => (format!("{all} people"), "speaks"),
        (all, _) => (format!("{all} people"), "speak"),
    };
    Some(format!("{} of {of} {speak} for the front line ({percent}\u{2009}%)", voices.frontline))
}

#[component]
fn ParticipantDetails(id: ParticipantId) -> impl IntoView {
    let editor = editor();
    let part = move |look: fn(&Participant) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: ParticipantField| {
        editor.commit(Edit::SetParticipant { id, field });
    };
    view! {
        <TextField
            label="Position"
            value=part(|it| it.position.as_ref().map(ToString::to_string))
            commit=Callback::new(move |text: String| {
                optional_title(&text).map(|it| set(ParticipantField::Position(it)))
            })
        />
        <Choice
            label="Group"
            options={keyword_options::<Perspective>()}
            optional=true
            value=part(|it| it.perspective.map(|it| it.key().to_owned()))
            choose=Callback::new(move |key: String| {
                set(ParticipantField::Perspective(Perspective::from_key(&key)));
            })
        />
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=move || editor.read(|document| document.get(id).is_some_and(|it| it.frontline))
                on:change=move |event| set(ParticipantField::Frontline(event_target_checked(&event)))
            />
            "Serves customers (front line)"
        </label>
    }
}

/// Which answers go along with who gave them; of a round that is not revealed, that there is one.
fn answers_of(document: &Document, id: ParticipantId) -> Vec<String> {
    let answered = |round: &Round| round.sealed().ballots().is_some_and(|it| it.named.contains_key(&id));
    let shifts = opmap_model::Shift::ALL.iter().flat_map(|shift| {
        let rounds = document.rounds_of(*shift).into_iter().enumerate();
        rounds.filter(|(_, (_, round))| answered(round)).map(move |(index, _)| (*shift, index + 1))
    });
    shifts
        .map(|(shift, round)| {
            format!("Their answer on “{}”, round {round}", document.assessment(shift).name())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use opmap_analysis::voices;
    use opmap_model::notation;

    use super::{answers_of, in_words};

    #[test]
    fn the_share_of_the_front_line_and_what_goes_along_are_said() {
        let mut next = 0;
        let text = "workshop \"W\"\nparticipant a \"Anna\" perspective=frontline\nparticipant b \"Bo\"\n\
            participant c \"Cy\"\nround roles blind revealed=yes\nanswer a 3\nround roles blind\nanswer a 2\n\
            answer b cant-say\n";
        let document = notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        assert_eq!(
            in_words(voices(&document)).as_deref(),
            Some("1 of 3 people speaks for the front line (33\u{2009}%)")
        );
        let people = document.participants_in_order();
        let anna = answers_of(&document, people[0].0);
        assert_eq!(
            anna,
            [
                "Their answer on “Role and goal clarity”, round 1",
                "Their answer on “Role and goal clarity”, round 2"
            ]
        );
        assert_eq!(answers_of(&document, people[2].0), Vec::<String>::new());
    }
}

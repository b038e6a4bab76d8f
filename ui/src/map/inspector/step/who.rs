//! Who does a step, and for whom.

use leptos::prelude::*;
use opmap_model::{Document, Keyword, Performer, PersonaId, Step, StepField};

use super::chosen::Chosen;
use crate::field::{Adding, Choice, Held, Toggles, keyword_options, title};
use crate::registers::{persona_called, persona_options};

#[component]
pub(super) fn Who(steps: Chosen) -> impl IntoView {
    let role = move || steps.common(lane_role).flatten();
    let performer = move || steps.common(performer_words).flatten();
    view! {
        <section class="fields" aria-label="Who">
            <h4>"Who"</h4>
            {move || role().map(|role| view! {
                <div class="field">
                    <span class="field-label">"Role"</span>
                    <p class="field-text">{role} <span class="quiet">" of the lane"</span></p>
                </div>
            })}
            <Choice
                label="Performer"
                options={keyword_options::<Performer>()}
                optional=true
                value=steps.key(|it| it.performer.map(|it| it.key().to_owned()))
                choose=Callback::new(move |key: String| steps.set(StepField::Performer(Performer::from_key(&key))))
            />
            {move || performer().map(|words| view! { <p class="hint">{words}</p> })}
            <Toggles
                label="Duties"
                options=vec![(String::new(), "Control or approval".to_owned())]
                open=true
                none=""
                held=Callback::new(move |_: String| steps.held(|it| it.control))
                toggle=Callback::new(move |(_, on): (String, bool)| steps.set(StepField::Control(on)))
            />
            <Toggles
                label="Personas"
                options=persona_options()
                none="all of them"
                held=Callback::new(move |key: String| {
                    let id = key.parse().map(PersonaId);
                    id.map_or(Held::None, |id| steps.held(|it| it.personas.contains(&id)))
                })
                toggle=Callback::new(move |(key, on): (String, bool)| {
                    if let Ok(id) = key.parse() {
                        steps.set(StepField::Persona(PersonaId(id), on));
                    }
                })
                add=Adding {
                    what: "persona",
                    take: Callback::new(move |text: String| {
                        let (id, added) = persona_called(steps.editor, title(&text)?);
                        steps.set_added(added, StepField::Persona(id, true));
                        Ok(())
                    }),
                }
            />
        </section>
    }
}

fn lane_role(document: &Document, step: &Step) -> Option<String> {
    Some(document.get(document.get(step.lane)?.role?)?.title.to_string())
}

/// Who does it although the step does not say so itself.
fn performer_words(document: &Document, step: &Step) -> Option<String> {
    let performer = document.performer(step).filter(|_| step.performer.is_none())?;
    let why = match step.kind {
        opmap_model::StepKind::Automated => "since it is automated",
        _ => "as its lane says",
    };
    Some(format!("{}, {why}.", performer.label()))
}

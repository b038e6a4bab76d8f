//! Beside the questions: what they propose for the shift where one is, and all about the question where one is.

use leptos::prelude::*;
use opmap_model::{
    Answer, Edit, HealthQuestion, HealthQuestionField, HealthQuestionId, Keyword, Rating, Side,
};

use super::super::state::ShiftsState;
use super::grid::GRID;
use super::key_press::{remove, set_answer};
use super::place::{Column, Place, Row};
use super::{difference_words, run};
use crate::field::{Adding, Choice, NewName, TextField, focus_later, optional_text, title};
use crate::icon::Icon;
use crate::identity::fresh;
use crate::keys::{self, Command, OnHealth, on_escape};

/// The key of an answer of those who cannot say.
const CANT_SAY: &str = "cant-say";

/// Puts the keyboard into the field of a cell.
pub(super) fn enter(place: Place) {
    let css = match place.column {
        _ if place.row.question().is_none() => return,
        Column::Question => ".health-question textarea".to_owned(),
        Column::Side(side) => format!(".health-question .health-{} select", side.key()),
    };
    request_animation_frame(move || {
        if let Some(field) = document().query_selector(&css).ok().flatten() {
            crate::dialog::focus(&field);
        }
    });
}

#[component]
pub(super) fn Aside() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let health = shifts.health;
    let question = Memo::new(move |_| health.place.get().row.question());
    view! {
        <aside
            class="health-aside"
            aria-label="Proposal and question"
            on:keydown=on_escape(|| focus_later(GRID))
        >
            <Proposal />
            {move || question.get().map(|id| view! { <QuestionFields id /> })}
            <AddQuestions />
        </aside>
    }
}

/// What the answers propose beside what the room has agreed on.
#[component]
fn Proposal() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let health = shifts.health;
    let side = move |side: Side| {
        let words = move || {
            health.result(|it| {
                let answered = it.side(side);
                let of = format!("{} of {}", answered.levels, it.questions);
                let unsaid = if answered.cant_say > 0 {
                    format!(", {} can’t say", answered.cant_say)
                } else {
                    String::new()
                };
                (level(answered.proposal), format!("{of}{unsaid}"))
            })
        };
        view! {
            <dt>{side.label()}</dt>
            <dd><strong>{move || words().0}</strong>" "<span class="quiet">{move || words().1}</span></dd>
        }
    };
    let proposal = Memo::new(move |_| health.result(|it| it.both.proposal));
    let now = Memo::new(move |_| health.result(|it| it.now));
    let other = move || proposal.get().filter(|it| Some(*it) != now.get());
    view! {
        <section aria-label="Proposal">
            <h3>{move || health.result(|it| format!("{} {}", it.shift.number(), it.name))}</h3>
            <dl class="health-facts">
                {side(Side::Commercial)}
                {side(Side::Operational)}
                <dt>"Difference"</dt>
                <dd>{move || health.result(|it| difference_words(it.difference()))}</dd>
                <dt>"Proposal"</dt>
                <dd><strong data-test="proposal">{move || level(proposal.get())}</strong></dd>
                <dt>"Agreed today"</dt>
                <dd><strong data-test="agreed">{move || level(now.get())}</strong></dd>
            </dl>
            {move || match (other(), proposal.get()) {
                (Some(level), _) => view! {
                    <button
                        class="button"
                        title=keys::tooltip(Command::Health(OnHealth::Agree))
                        on:click=move |_| run(OnHealth::Agree, shifts)
                    >
                        <Icon name="check" />
                        {format!("Use {level} as agreed score")}
                    </button>
                }
                .into_any(),
                (None, Some(_)) => view! { <p class="quiet">"The room has agreed on the proposal."</p> }.into_any(),
                (None, None) => view! { <p class="quiet">"Answers propose a score; the room agrees on one."</p> }.into_any(),
            }}
        </section>
    }
}

fn level(rating: Option<Rating>) -> String {
    rating.map_or_else(|| "not set".to_owned(), |it| it.to_string())
}

#[component]
fn QuestionFields(id: HealthQuestionId) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let editor = shifts.editor;
    let part = move |look: fn(&HealthQuestion) -> Option<String>| {
        Signal::derive(move || editor.read(|document| document.get(id).and_then(look).unwrap_or_default()))
    };
    let set = move |field: HealthQuestionField| {
        editor.commit(Edit::SetHealthQuestion { id, field });
    };
    let answer = move |side: Side| {
        let levels = Rating::ALL.iter().map(|it| (it.to_string(), it.to_string()));
        let options: Vec<_> = levels.chain([(CANT_SAY.to_owned(), "can’t say".to_owned())]).collect();
        let value = Signal::derive(move || {
            editor.read(|document| {
                document.get(id).and_then(|it| it.answer(side)).map(key_of).unwrap_or_default()
            })
        });
        view! {
            <div class=format!("health-{}", side.key())>
                <Choice
                    label=side.label()
                    options
                    optional=true
                    value
                    choose=Callback::new(move |key: String| set_answer(id, side, answer_of(&key), shifts))
                />
            </div>
        }
    };
    view! {
        <section class="health-question" aria-label="The question">
            <TextField
                label="Question"
                lines=3
                value=part(|it| Some(it.title.to_string()))
                commit=Callback::new(move |text: String| title(&text).map(|it| set(HealthQuestionField::Title(it))))
            />
            {Side::ALL.iter().map(|it| answer(*it)).collect_view()}
            <TextField
                label="Note"
                lines=2
                value=part(|it| it.note.as_ref().map(ToString::to_string))
                commit=Callback::new(move |text: String| optional_text(&text).map(|it| set(HealthQuestionField::Note(it))))
            />
            <button
                class="button"
                on:click=move |_| {
                    remove(id, shifts.health, shifts);
                    focus_later(GRID);
                }
            >
                <Icon name="trash-2" />
                "Delete the question"
            </button>
        </section>
    }
}

fn key_of(answer: Answer) -> String {
    answer.level().map_or_else(|| CANT_SAY.to_owned(), |it| it.to_string())
}

fn answer_of(key: &str) -> Option<Answer> {
    if key == CANT_SAY {
        return Some(Answer::CantSay);
    }
    key.parse().ok().and_then(Rating::new).map(Answer::Level)
}

/// The ways to ask more, or the field in which a question is worded.
#[component]
fn AddQuestions() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let (editor, health) = (shifts.editor, shifts.health);
    let missing = Memo::new(move |_| {
        let shift = health.place.get().row.shift();
        editor.read(|document| document.usual_questions_missing(shift).len())
    });
    let close = Callback::new(move |stays: bool| {
        health.naming.set(false);
        if stays {
            focus_later(GRID);
        }
    });
    let take = Callback::new(move |text: String| {
        let (id, shift) = (fresh(), health.place.get_untracked().row.shift());
        let question = HealthQuestion::new(shift, title(&text)?);
        if editor.commit(Edit::AddHealthQuestion { id, question, before: None }) {
            health.at.set(Place { row: Row::Question(id, shift), column: Column::Question });
        }
        Ok(())
    });
    let button = move |words: &'static str, command: OnHealth| {
        view! {
            <button
                class="button"
                title=keys::tooltip(Command::Health(command))
                on:click=move |_| run(command, shifts)
            >
                <Icon name="plus" />
                {words}
            </button>
        }
    };
    move || {
        if health.naming.get() {
            let adding = Adding { what: "Question", take };
            view! { <div class="field bare"><NewName adding close /></div> }.into_any()
        } else {
            view! {
                <div class="health-add">
                    {button("Question", OnHealth::Add)}
                    {(missing.get() > 0).then(|| button("Usual questions", OnHealth::Usual))}
                </div>
            }
            .into_any()
        }
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Answer, Rating};

    use super::{answer_of, key_of};

    #[test]
    fn the_key_of_an_answer_leads_back_to_it() {
        let all = Rating::ALL.map(Answer::Level).into_iter().chain([Answer::CantSay]);
        for answer in all {
            assert_eq!(answer_of(&key_of(answer)), Some(answer));
        }
        for nothing in ["", "0", "6", "x"] {
            assert_eq!(answer_of(nothing), None, "{nothing}");
        }
    }
}

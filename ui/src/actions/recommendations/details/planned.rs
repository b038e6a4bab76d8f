//! When it is done, and how far it has come.

use leptos::prelude::*;
use opmap_analysis::{MissingPart, action_words, followed};
use opmap_model::{
    Edit, RecommendationField as Field, RecommendationId, WorkingDays, Workstream, WorkstreamId,
};

use super::fields::{Fields, Lines, Word};
use super::missing::part_id;
use crate::editor::editor;
use crate::field::{Adding, Choice, TextField, optional_date, title};
use crate::identity::fresh;
use crate::registers::workstream_options;

#[component]
pub(super) fn Planned(fields: Fields, id: RecommendationId) -> impl IntoView {
    let editor = editor();
    let add = Adding {
        what: "workstream",
        take: Callback::new(move |name: String| {
            let (new, workstream) = (fresh(), Workstream::new(title(&name)?));
            let add = Edit::AddWorkstream { id: new, workstream, before: None };
            let field = Field::Workstream(Some(new));
            editor.commit(Edit::All(vec![add, Edit::SetRecommendation { id, field }]));
            Ok(())
        }),
    };
    view! {
        <section class="fields" aria-label="When">
            <h4>"When"</h4>
            <div id=part_id(MissingPart::Wave)>
                <Word fields label="Wave" value=|it| it.timing make=Field::Timing />
            </div>
            <Choice
                label="Workstream"
                options=workstream_options()
                optional=true
                add
                value=fields.part(|it| it.workstream.map(|it| it.0.to_string()))
                choose=fields.chosen_or_none(|key| key.parse().ok().map(WorkstreamId), Field::Workstream)
            />
            <TextField
                label="Working days"
                value=fields.part(|it| it.duration.map(|it| it.get().to_string()))
                commit=fields.typed(working_days, Field::Duration)
            />
        </section>
    }
}

#[component]
pub(super) fn FollowUp(fields: Fields, id: RecommendationId) -> impl IntoView {
    let editor = editor();
    let last_time = Memo::new(move |_| {
        let (followed, english) =
            editor.read(|document| Some((followed(document, id)?, document.workshop().report.english)))?;
        let words = |it| action_words(it, english);
        Some(followed.then.as_ref().map_or_else(|| "it was not there".to_owned(), words))
    });
    view! {
        <section class="fields" aria-label="Follow-up">
            <h4>"Follow-up"</h4>
            {move || last_time.get().map(|it| view! { <p class="quiet">{format!("Last time: {it}.")}</p> })}
            <Word fields label="Readiness" value=|it| it.readiness make=Field::Readiness />
            <Word fields label="Progress" value=|it| it.progress make=Field::Progress />
            <TextField
                label="Due"
                value=fields.part(|it| it.due.map(|it| it.to_string()))
                commit=fields.typed(optional_date, Field::Due)
            />
            <Lines fields label="Outcome that is expected" value=|it| it.outcome.as_ref() make=Field::Outcome />
            <Lines fields label="Note" value=|it| it.note.as_ref() make=Field::Note />
        </section>
    }
}

/// A number of working days, with or without its word. Empty is *not set*.
fn working_days(text: &str) -> Result<Option<WorkingDays>, String> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Ok(None);
    }
    let number = ["days", "day", "d"].iter().find_map(|it| text.strip_suffix(it)).unwrap_or(&text).trim();
    let days = number.parse().ok().and_then(WorkingDays::new);
    days.map(Some).ok_or_else(|| format!("Write working days from 1 to {}.", WorkingDays::LIMIT))
}

#[cfg(test)]
mod tests {
    use super::working_days;

    #[test]
    fn working_days_are_whole_and_at_least_one() {
        let days = |text| working_days(text).map(|it| it.map(opmap_model::WorkingDays::get));
        assert_eq!((days("18"), days(" 20 days "), days("1 d")), (Ok(Some(18)), Ok(Some(20)), Ok(Some(1))));
        assert_eq!(days(""), Ok(None));
        for wrong in ["0", "1.5", "soon", "-3", "2601"] {
            assert_eq!(days(wrong), Err("Write working days from 1 to 2600.".to_owned()), "{wrong}");
        }
    }
}

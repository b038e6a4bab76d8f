//! The inputs of one recommendation.

use leptos::prelude::*;
use opmap_model::{
    Confidence, Edit, Keyword, Period, PersonWeeks, Points, RecommendationField, RecommendationId, Rice,
    RiceImpact, Wsjf,
};

use crate::editor::{Editor, editor};
use crate::field::{Choice, TextField, count, grouped};

/// The edits that set one input each; the others stay.
#[derive(Clone, Copy)]
struct Of {
    editor: Editor,
    id: RecommendationId,
}

impl Of {
    fn rice(self) -> Rice {
        self.editor.peek(|document| document.get(self.id).map(|it| it.rice)).unwrap_or_default()
    }

    fn wsjf(self) -> Wsjf {
        self.editor.peek(|document| document.get(self.id).map(|it| it.wsjf)).unwrap_or_default()
    }

    fn set(self, field: RecommendationField) {
        self.editor.commit(Edit::SetRecommendation { id: self.id, field });
    }

    fn set_rice(self, put: impl FnOnce(Rice) -> Rice) {
        self.set(RecommendationField::Rice(put(self.rice())));
    }

    fn rice_part(self, look: fn(&Rice) -> Option<String>) -> Signal<String> {
        Signal::derive(move || {
            self.editor
                .read(|document| document.get(self.id).and_then(|it| look(&it.rice)).unwrap_or_default())
        })
    }

    /// Sets an input of RICE to what was chosen.
    fn chosen<K: Keyword>(self, put: fn(Rice, Option<K>) -> Rice) -> Callback<String> {
        Callback::new(move |key: String| self.set_rice(|rice| put(rice, K::from_key(&key))))
    }
}

#[component]
pub(super) fn RiceCells(id: RecommendationId) -> impl IntoView {
    let of = Of { editor: editor(), id };
    let take = move |read: fn(&str, Rice) -> Result<Rice, String>| {
        Callback::new(move |text: String| {
            read(&text, of.rice()).map(|it| of.set(RecommendationField::Rice(it)))
        })
    };
    view! {
        <td>
            <TextField
                label="Reach"
                bare=true
                value=of.rice_part(|it| it.reach.map(grouped))
                commit=take(|text, rice| Ok(Rice { reach: count(text)?, ..rice }))
            />
        </td>
        <td>
            <Choice
                label="In a"
                bare=true
                optional=true
                options=periods()
                value=of.rice_part(|it| it.period.map(|it| it.key().to_owned()))
                choose=of.chosen(|rice, period: Option<Period>| Rice { period, ..rice })
            />
        </td>
        <td>
            <Choice
                label="Impact"
                bare=true
                optional=true
                options={numbered::<RiceImpact>()}
                value=of.rice_part(|it| it.impact.map(|it| it.key().to_owned()))
                choose=of.chosen(|rice, impact: Option<RiceImpact>| Rice { impact, ..rice })
            />
        </td>
        <td>
            <Choice
                label="Confidence"
                bare=true
                optional=true
                options={numbered::<Confidence>()}
                value=of.rice_part(|it| it.confidence.map(|it| it.key().to_owned()))
                choose=of.chosen(|rice, confidence: Option<Confidence>| Rice { confidence, ..rice })
            />
        </td>
        <td>
            <TextField
                label="Person-weeks"
                bare=true
                value=of.rice_part(|it| it.effort.map(|it| grouped(it.get())))
                commit=take(|text, rice| Ok(Rice { effort: weeks(text)?, ..rice }))
            />
        </td>
    }
}

#[component]
pub(super) fn WsjfCells(id: RecommendationId) -> impl IntoView {
    let of = Of { editor: editor(), id };
    let cell = move |label: &'static str,
                     look: fn(&Wsjf) -> Option<Points>,
                     put: fn(Wsjf, Option<Points>) -> Wsjf| {
        let value = Signal::derive(move || {
            let points = of.editor.read(|document| document.get(id).and_then(|it| look(&it.wsjf)));
            points.map(|it| it.get().to_string()).unwrap_or_default()
        });
        let options: Vec<(String, String)> =
            Points::ALL.iter().map(|it| (it.get().to_string(), it.get().to_string())).collect();
        let choose = Callback::new(move |key: String| {
            let points = key.parse().ok().and_then(Points::new);
            of.set(RecommendationField::Wsjf(put(of.wsjf(), points)));
        });
        view! { <td><Choice label bare=true optional=true options value choose /></td> }
    };
    view! {
        {cell("Value", |it| it.value, |wsjf, value| Wsjf { value, ..wsjf })}
        {cell("Urgency", |it| it.urgency, |wsjf, urgency| Wsjf { urgency, ..wsjf })}
        {cell("Risk or chance", |it| it.risk, |wsjf, risk| Wsjf { risk, ..wsjf })}
        {cell("Job size", |it| it.size, |wsjf, size| Wsjf { size, ..wsjf })}
    }
}

/// The periods without their article, which the head of their column says.
fn periods() -> Vec<(String, String)> {
    let words = |it: &Period| it.label().trim_start_matches("A ").to_owned();
    Period::ALL.iter().map(|it| (it.key().to_owned(), words(it))).collect()
}

/// The choices with their number first, so that it is seen where there is little room: *3 massive*.
fn numbered<K: Keyword>() -> Vec<(String, String)> {
    let words = |label: &str| match label.trim_end_matches(')').split_once(" (") {
        Some((word, number)) => format!("{number} {}", word.to_lowercase()),
        None => label.to_owned(),
    };
    K::ALL.iter().map(|it| (it.key().to_owned(), words(it.label()))).collect()
}

/// Whole person-weeks. Empty is *not set*.
fn weeks(text: &str) -> Result<Option<PersonWeeks>, String> {
    let fault = || format!("Write person-weeks from 1 to {}.", grouped(PersonWeeks::LIMIT));
    count(text)?.map(|it| PersonWeeks::new(it).ok_or_else(fault)).transpose()
}

#[cfg(test)]
mod tests {
    use opmap_model::RiceImpact;

    use super::{numbered, weeks};

    #[test]
    fn what_is_chosen_begins_with_its_number() {
        let words: Vec<String> = numbered::<RiceImpact>().into_iter().map(|it| it.1).collect();
        assert_eq!(words, ["3 massive", "2 high", "1 medium", "0.5 low", "0.25 minimal"]);
    }

    #[test]
    fn work_is_at_least_one_week() {
        let read = |text| weeks(text).map(|it| it.map(opmap_model::PersonWeeks::get));
        assert_eq!((read(""), read("9"), read("1,200")), (Ok(None), Ok(Some(9)), Ok(Some(1200))));
        assert_eq!(read("0"), Err("Write person-weeks from 1 to 9,999.".to_owned()));
    }
}

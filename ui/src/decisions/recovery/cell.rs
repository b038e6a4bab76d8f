//! What is set where one is in the recovery matrix: a response, or the name of a row or column.

use leptos::prelude::*;
use opmap_analysis::{Finding, Severity};
use opmap_model::{Edit, Limit, RecoveryCell, Response, ResponseField, RoleId, Title};

use super::super::limits;
use super::super::state::DecisionsState;
use super::grid::GRID;
use super::place::Place;
use super::{OnRecovery, run};
use crate::field::{Choice, TextField, duration, exact, focus_later, title};
use crate::icon::Icon;
use crate::keys::on_escape;
use crate::registers::role_options;
use crate::sign::Sign;

/// Puts the keyboard into the fields of the cell.
pub(super) fn enter() {
    let css = ".recovery-here select, .recovery-here input, .recovery-here textarea";
    if let Some(field) = document().query_selector(css).ok().flatten() {
        crate::dialog::focus(&field);
    }
}

#[component]
pub(super) fn Here() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let recovery = decisions.recovery;
    view! {
        <div
            class="recovery-here"
            on:keydown=on_escape(|| focus_later(GRID))
        >
            {move || {
                let place = recovery.place.get();
                match (place.cell(), place.group.is_some() || place.disruption.is_some()) {
                    (Some(cell), _) => view! { <ResponseFields cell /> }.into_any(),
                    (None, true) => view! { <Head place /> }.into_any(),
                    (None, false) => ().into_any(),
                }
            }}
            <Verdict />
        </div>
    }
}

#[component]
fn ResponseFields(cell: RecoveryCell) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let editor = decisions.editor;
    let part = move |look: fn(&Response) -> Option<String>| {
        Signal::derive(move || editor.read(|it| it.response(cell).and_then(look).unwrap_or_default()))
    };
    let set = move |field: ResponseField| {
        editor.commit(Edit::SetResponse { cell, field });
    };
    let words = move || {
        decisions.recovery.matrix.with(|it| {
            let group = it.groups.iter().find(|it| it.0 == cell.group).map_or("", |it| it.1.as_str());
            let disruption = it.disruptions.iter().find(|it| it.0 == cell.disruption);
            format!("{group}: {}", disruption.map_or("", |it| it.1.as_str()))
        })
    };
    view! {
        <h4>{words}</h4>
        <Found cell />
        <Choice
            label="May act"
            options=role_options()
            optional=true
            none="no one"
            value=part(|it| it.authority.map(|it| it.0.to_string()))
            choose=Callback::new(move |key: String| set(ResponseField::Authority(key.parse().ok().map(RoleId))))
        />
        <div class="recovery-pair">
            <TextField
                label="Up to"
                value=part(|it| it.limit.as_ref().map(|it| format!("{} {}", limits::grouped(it.amount), it.unit)))
                commit=Callback::new(move |text: String| limit(&text).map(|it| set(ResponseField::Limit(it))))
            />
            <TextField
                label="Within"
                value=part(|it| it.within_secs.map(exact))
                commit=Callback::new(move |text: String| duration(&text).map(|it| set(ResponseField::Within(it))))
            />
        </div>
        <Choice
            label="Else goes to"
            options=role_options()
            optional=true
            value=part(|it| it.escalate_to.map(|it| it.0.to_string()))
            choose=Callback::new(move |key: String| set(ResponseField::EscalateTo(key.parse().ok().map(RoleId))))
        />
    }
}

/// The most that may be given, as people write it: `80 €`. Empty is *not set*.
fn limit(text: &str) -> Result<Option<Limit>, String> {
    let fault = || "Write how much of what, such as 80 €.".to_owned();
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_number = |it: char| it.is_ascii_digit() || matches!(it, ',' | '.' | '\'');
    let start = text.find(is_number).ok_or_else(fault)?;
    let end = text[start..].find(|it| !is_number(it)).map_or(text.len(), |it| start + it);
    let amount = limits::limit(&text[start..end]).map_err(|_| fault())?;
    let unit = format!("{} {}", text[..start].trim(), text[end..].trim());
    let unit = Title::new(&unit).map_err(|_| fault())?;
    Ok(Some(Limit { amount, unit }))
}

/// The name of a row or of a column.
#[component]
fn Head(place: Place) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let editor = decisions.editor;
    let name = Signal::derive(move || {
        editor.read(|document| {
            let group = place.group.and_then(|it| document.get(it)).map(|it| it.title.to_string());
            let disruption = place.disruption.and_then(|it| document.get(it)).map(|it| it.title.to_string());
            group.or(disruption).unwrap_or_default()
        })
    });
    let label = if place.group.is_some() { "Customers" } else { "Severity" };
    let commit = Callback::new(move |text: String| {
        let title = title(&text)?;
        let edit = match (place.group, place.disruption) {
            (Some(id), _) => Edit::RenameCustomerGroup { id, title },
            (None, Some(id)) => Edit::RenameDisruption { id, title },
            (None, None) => return Ok(()),
        };
        editor.commit(edit);
        Ok(())
    });
    view! {
        <TextField label=label value=name commit />
        <button
            class="button"
            on:click=move |_| {
                run(OnRecovery::Clear, decisions);
                focus_later(GRID);
            }
        >
            <Icon name="trash-2" />
            {if place.group.is_some() { "Delete the row" } else { "Delete the column" }}
        </button>
    }
}

/// What the checks found about a cell.
#[component]
fn Found(cell: RecoveryCell) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let here = move |all: &Vec<(RecoveryCell, Finding)>| {
        all.iter().filter(|it| it.0 == cell).map(|it| it.1.clone()).collect::<Vec<_>>()
    };
    view! {
        <For each=move || decisions.recovery_found.with(here) key=|it| it.sentence.clone() let(finding)>
            <p class=format!("finding {}", finding.severity.word())>
                <Sign severity=finding.severity />
                {finding.sentence.clone()}
            </p>
        </For>
    }
}

/// What the checks say of the whole matrix.
#[component]
fn Verdict() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    move || {
        let is_open = decisions.recovery.matrix.with(|it| it.cells.is_empty());
        let found = decisions.recovery_found.with(Vec::len);
        if is_open {
            return ().into_any();
        }
        match found {
            0 => view! {
                <p class="recovery-verdict">
                    <Icon name="check" />
                    "Complete: no cell is slower or lower than its neighbour."
                </p>
            }
            .into_any(),
            1 => view! { <p class="recovery-verdict"><Sign severity=Severity::Warning />"1 warning"</p> }.into_any(),
            many => view! {
                <p class="recovery-verdict"><Sign severity=Severity::Warning />{format!("{many} warnings")}</p>
            }
            .into_any(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::limit;

    #[test]
    fn a_limit_is_read_as_people_write_it() {
        for text in ["1,200 €", "€1200", "1200€"] {
            let read = limit(text).unwrap().unwrap();
            assert_eq!((read.amount, read.unit.as_str()), (1_200, "€"), "{text}");
        }
        assert_eq!(limit(" "), Ok(None));
        for nonsense in ["80", "€", "much €", "1,2 €"] {
            assert!(limit(nonsense).unwrap_err().contains("80 €"), "{nonsense}");
        }
    }
}

//! The line below the matrix: how large it is, how many letters there are, and the keys that set them.

use leptos::prelude::*;

use super::state::MatrixState;

#[component]
pub(super) fn Foot() -> impl IntoView {
    let matrix: MatrixState = expect_context();
    let counts = Memo::new(move |_| {
        matrix.sheet.with(|it| {
            let faults = it.rows.iter().filter(|it| it.fault().is_some()).count();
            (it.rows.len(), it.columns.len(), it.letters(), faults)
        })
    });
    let words = move || {
        let (rows, columns, (letters, inherited), faults) = counts.get();
        format!(
            "{rows} rows × {columns} roles, {letters} letters, {inherited} from lanes, {faults} rows do not add up"
        )
    };
    view! {
        <p class="matrix-foot">
            <span>{words}</span>
            <span class="grow"></span>
            <span class="quiet">
                "Arrows move, " <kbd>"R"</kbd> " " <kbd>"A"</kbd> " " <kbd>"C"</kbd> " " <kbd>"I"</kbd> " set, "
                <kbd>"Del"</kbd> " clears, " <kbd>"X"</kbd> " says none here"
            </span>
        </p>
    }
}

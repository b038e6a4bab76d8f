//! In the status bar: how large the matrix is, how many letters there are, and the keys that set them.

use leptos::prelude::*;

use super::state::MatrixState;
use crate::keys::{self, Command};

#[component]
pub(crate) fn MatrixFoot() -> impl IntoView {
    let matrix: MatrixState = expect_context();
    let counts = Memo::new(move |_| matrix.sheet.with(|it| (it.rows.len(), it.columns.len(), it.letters())));
    let many = |count: usize, one: &'static str, more: &'static str| if count == 1 { one } else { more };
    view! {
        <span>
            <strong>{move || counts.get().0}</strong>
            {move || many(counts.get().0, " row × ", " rows × ")}
            <strong>{move || counts.get().1}</strong>
            {move || many(counts.get().1, " role", " roles")}
        </span>
        <span>
            <strong>{move || counts.get().2.0}</strong>
            {move || many(counts.get().2.0, " letter, ", " letters, ")}
            <strong>{move || counts.get().2.1}</strong> " from lanes"
        </span>
        <span class="grow"></span>
        <span class="status-keys quiet">
            "Arrows move, " <kbd>"R"</kbd> " " <kbd>"A"</kbd> " " <kbd>"C"</kbd> " " <kbd>"I"</kbd> " set, "
            <kbd>"Del"</kbd> " clears, " <kbd>"X"</kbd> " none here, " <kbd>{keys::hint(Command::NextFinding)}</kbd>
            " next check"
        </span>
    }
}

//! Service recovery: who may put a disruption right, up to which limit and how soon, by the value of the customer and
//! how bad it is (D9, 3.3). A grid by keys, and below it what is set where one is.

mod cell;
mod grid;
mod place;

use leptos::prelude::*;
use opmap_model::{CustomerGroup, Disruption, Edit, RecoveryCell, Response, ResponseField, Title};

use super::state::DecisionsState;
use crate::editor::{Editor, editor};
use crate::field::{Adding, NewName, focus_later, title};
use crate::icon::Icon;
use crate::identity::fresh;
use crate::keys::{self, Command, OnRecovery, Way};
pub(super) use grid::GRID;
pub(super) use place::cell_of;
use place::{Matrix, Place};

/// What the matrix remembers beside the document; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct RecoveryState {
    /// The matrix as it is.
    matrix: Memo<Matrix>,
    at: RwSignal<Place>,
    /// Where one is.
    place: Memo<Place>,
    /// What a new row or column is being named for.
    naming: RwSignal<Option<New>>,
}

/// Something that is to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum New {
    CustomerGroup,
    Disruption,
}

impl RecoveryState {
    pub(super) fn new(editor: Editor) -> Self {
        let matrix = Memo::new(move |_| editor.read(Matrix::of));
        let at = RwSignal::new(Place::default());
        let place = Memo::new(move |_| matrix.with(|it| it.settled(at.get())));
        Self { matrix, at, place, naming: RwSignal::new(None) }
    }

    /// Goes to a cell.
    pub(super) fn show(self, cell: RecoveryCell) {
        self.at.set(Place { group: Some(cell.group), disruption: Some(cell.disruption) });
    }
}

/// Carries out a command on the matrix.
pub(super) fn run(command: OnRecovery, decisions: DecisionsState) {
    let (editor, recovery) = (decisions.editor, decisions.recovery);
    let place = recovery.place.get_untracked();
    match command {
        OnRecovery::AddCustomerGroup => recovery.naming.set(Some(New::CustomerGroup)),
        OnRecovery::AddDisruption => recovery.naming.set(Some(New::Disruption)),
        OnRecovery::Edit => cell::enter(),
        OnRecovery::Clear => {
            if let Some(edit) = cleared(place) {
                editor.commit(edit);
            }
        }
        OnRecovery::Move(way) => {
            if let Some(edit) = recovery.matrix.with_untracked(|it| moved(it, place, way)) {
                editor.commit(edit);
            }
        }
        way => recovery.at.set(recovery.matrix.with_untracked(|it| it.led(place, way))),
    }
}

/// Empties a cell; from its head a whole row or column goes.
fn cleared(place: Place) -> Option<Edit> {
    match (place.group, place.disruption) {
        (Some(group), Some(disruption)) => Some(Edit::SetResponse {
            cell: RecoveryCell { group, disruption },
            field: ResponseField::Whole(Response::default()),
        }),
        (Some(id), None) => Some(Edit::RemoveCustomerGroup { id }),
        (None, Some(id)) => Some(Edit::RemoveDisruption { id }),
        (None, None) => None,
    }
}

/// Moves the row up or down, or the column left or right, by one place.
fn moved(matrix: &Matrix, place: Place, way: Way) -> Option<Edit> {
    match way {
        Way::Up | Way::Down => {
            let id = place.group?;
            let before = place::beside(&matrix.groups, id, way == Way::Down)?;
            Some(Edit::MoveCustomerGroup { id, before })
        }
        Way::Left | Way::Right => {
            let id = place.disruption?;
            let before = place::beside(&matrix.disruptions, id, way == Way::Right)?;
            Some(Edit::MoveDisruption { id, before })
        }
    }
}

#[component]
pub(super) fn Recovery() -> impl IntoView {
    let recovery = expect_context::<DecisionsState>().recovery;
    let is_empty = move || recovery.matrix.with(|it| it.groups.is_empty() || it.disruptions.is_empty());
    view! {
        <div class="recovery">
            <p class="quiet">"Who may act, and how soon, by customer and severity. Both rise."</p>
            <Show
                when=move || !is_empty()
                fallback=|| view! {
                    <p class="quiet">"Name the customers by their value, and how bad a disruption can be."</p>
                }
            >
                <grid::Grid />
            </Show>
            <Adding />
            <cell::Here />
        </div>
    }
}

/// The ways to add a row and a column, or the field in which one is named.
#[component]
fn Adding() -> impl IntoView {
    let recovery = expect_context::<DecisionsState>().recovery;
    let close = Callback::new(move |stays: bool| {
        recovery.naming.set(None);
        if stays {
            focus_later(GRID);
        }
    });
    let button = move |words: &'static str, command: OnRecovery, new: New| {
        view! {
            <button
                class="button"
                title=keys::tooltip(Command::Recovery(command))
                on:click=move |_| recovery.naming.set(Some(new))
            >
                <Icon name="plus" />
                {words}
            </button>
        }
    };
    move || match recovery.naming.get() {
        None => view! {
            <div class="recovery-add">
                {button("Customers", OnRecovery::AddCustomerGroup, New::CustomerGroup)}
                {button("Severity", OnRecovery::AddDisruption, New::Disruption)}
            </div>
        }
        .into_any(),
        Some(new) => {
            let editor = editor();
            let take = Callback::new(move |text: String| {
                let (edit, place) = added(new, title(&text)?);
                if editor.commit(edit) {
                    recovery.at.set(place);
                }
                Ok(())
            });
            let what = if new == New::CustomerGroup { "Customer group" } else { "Severity" };
            let adding = Adding { what, take };
            view! { <div class="field bare"><NewName adding close /></div> }.into_any()
        }
    }
}

/// The edit that adds it last, and its head.
fn added(new: New, title: Title) -> (Edit, Place) {
    match new {
        New::CustomerGroup => {
            let id = fresh();
            let customer_group = CustomerGroup::new(title);
            let place = Place { group: Some(id), disruption: None };
            (Edit::AddCustomerGroup { id, customer_group, before: None }, place)
        }
        New::Disruption => {
            let id = fresh();
            let place = Place { group: None, disruption: Some(id) };
            (Edit::AddDisruption { id, disruption: Disruption::new(title), before: None }, place)
        }
    }
}

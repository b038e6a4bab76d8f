//! Roles and activities from where they stand: added, renamed, put in order, deleted.

use leptos::prelude::*;
use opmap_model::{Activity, ActivityField, ActivityId, Edit, Role, RoleField, RoleId, Subject, Title};

use super::details::Detailed;
use super::place::Place;
use super::state::{MatrixState, Naming};
use crate::dialog::Dialog;
use crate::editor::{Editor, editor};
use crate::field::{Adding, NewName, title};
use crate::icon::Icon;
use crate::identity::fresh;
use crate::keys::{self, Command, OnMatrix, Way};
use crate::role::held_lines;

/// The ways to add a role and an activity, or the field in which one is named.
#[component]
pub(super) fn AddButtons() -> impl IntoView {
    let (editor, matrix) = (editor(), expect_context::<MatrixState>());
    let close = Callback::new(move |stays: bool| {
        matrix.naming.set(None);
        if stays {
            matrix.focus_wanted.notify();
        }
    });
    let button = move |words: &'static str, command: OnMatrix, naming: Naming| {
        view! {
            <button class="button" title=keys::tooltip(Command::Matrix(command)) on:click=move |_| matrix.naming.set(Some(naming))>
                <Icon name="plus" />
                {words}
            </button>
        }
    };
    move || match matrix.naming.get() {
        None => view! {
            {button("Role", OnMatrix::AddRole, Naming::NewRole)}
            {button("Activity", OnMatrix::AddActivity, Naming::NewActivity)}
        }
        .into_any(),
        Some(naming) => {
            let what = match naming {
                Naming::NewRole | Naming::Role(_) => "Role",
                Naming::NewActivity | Naming::Activity(_) => "Activity",
            };
            let now = match naming {
                Naming::Role(id) => editor.peek(|it| it.get(id).map(|it| it.title.to_string())),
                Naming::Activity(id) => editor.peek(|it| it.get(id).map(|it| it.title.to_string())),
                _ => None,
            };
            let take = Callback::new(move |text: String| {
                name(naming, title(&text)?, editor, matrix);
                Ok(())
            });
            let adding = Adding { what, take };
            let now = now.unwrap_or_default();
            view! { <div class="field bare register-name"><NewName adding close now /></div> }.into_any()
        }
    }
}

/// Carries out what was named; something new is where one is then.
fn name(naming: Naming, title: Title, editor: Editor, matrix: MatrixState) {
    let at = matrix.at.get_untracked();
    let (edit, place) = match naming {
        Naming::NewRole => {
            let id: RoleId = fresh();
            (Edit::AddRole { id, role: Role::new(title), before: None }, Place { role: Some(id), ..at })
        }
        Naming::NewActivity => {
            let (id, subject): (ActivityId, _) = (fresh(), at.subject);
            let mut activity = Activity::new(title);
            // Beside another activity it is of the same sort.
            if let Some(Subject::Activity(other)) = subject {
                activity.group = editor.peek(|it| it.get(other).and_then(|it| it.group.clone()));
            }
            let place = Place { subject: Some(Subject::Activity(id)), ..at };
            (Edit::AddActivity { id, activity, before: None }, place)
        }
        Naming::Role(id) => (Edit::SetRole { id, field: RoleField::Title(title) }, at),
        Naming::Activity(id) => (Edit::SetActivity { id, field: ActivityField::Title(title) }, at),
    };
    if editor.commit(edit) {
        matrix.at.set(place);
        matrix.anchor.set(place);
    }
}

/// Names what the head where one is tells of: a role above its column, an activity beside its row.
pub(super) fn rename(matrix: MatrixState) {
    let naming = match matrix.at.get_untracked() {
        Place { subject: None, role: Some(id) } => Some(Naming::Role(id)),
        Place { subject: Some(Subject::Activity(id)), role: None } => Some(Naming::Activity(id)),
        _ => None,
    };
    match naming {
        Some(naming) => matrix.naming.set(Some(naming)),
        None => matrix.spoken.set("Go to the head of a role or an activity to rename it.".to_owned()),
    }
}

/// Moves the role of the column, or the activity of the row, by one place.
pub(super) fn reorder(way: Way, editor: Editor, matrix: MatrixState) {
    let at = matrix.at.get_untracked();
    let edit = match (way, at.role, at.subject) {
        (Way::Left | Way::Right, Some(id), _) => {
            let ids = editor.peek(|it| it.roles_in_order().iter().map(|(id, _)| *id).collect::<Vec<_>>());
            in_front_of(&ids, id, way == Way::Right).map(|before| Edit::MoveRole { id, before })
        }
        (Way::Up | Way::Down, _, Some(Subject::Activity(id))) => {
            let ids =
                editor.peek(|it| it.activities_in_order().iter().map(|(id, _)| *id).collect::<Vec<_>>());
            in_front_of(&ids, id, way == Way::Down).map(|before| Edit::MoveActivity { id, before })
        }
        _ => None,
    };
    if let Some(edit) = edit {
        editor.commit(edit);
    }
}

/// Puts a role in front of the column `to`, or behind the last.
pub(super) fn put_column(role: RoleId, to: usize, editor: Editor, matrix: MatrixState) {
    let before = matrix.sheet.with_untracked(|it| it.columns.get(to).map(|it| it.id));
    let last = matrix.sheet.with_untracked(|it| it.columns.last().map(|it| it.id));
    let behind_last = || {
        let ids = editor.peek(|it| it.roles_in_order().iter().map(|(id, _)| *id).collect::<Vec<_>>());
        let at = ids.iter().position(|it| Some(*it) == last)?;
        ids.get(at + 1).copied()
    };
    let before = before.or_else(behind_last);
    if before != Some(role) {
        editor.commit(Edit::MoveRole { id: role, before });
    }
}

/// What something stands in front of once it has moved by one place, or last; none when there is no further place.
fn in_front_of<I: Copy + PartialEq>(ids: &[I], id: I, onward: bool) -> Option<Option<I>> {
    let at = ids.iter().position(|it| *it == id)?;
    if onward {
        (at + 1 < ids.len()).then(|| ids.get(at + 2).copied())
    } else {
        at.checked_sub(1).map(|it| ids.get(it).copied())
    }
}

/// Deletes what the head where one is tells of; says whether it is such a head.
pub(super) fn delete(editor: Editor, matrix: MatrixState) -> bool {
    match matrix.at.get_untracked() {
        Place { subject: None, role: Some(id) } => delete_record(Detailed::Role(id), editor, matrix),
        Place { subject: Some(Subject::Activity(id)), role: None } => {
            delete_record(Detailed::Activity(id), editor, matrix);
        }
        Place { subject, role } => return subject.is_none() || role.is_none(),
    }
    true
}

/// Deletes a role or an activity. A role that is named somewhere is asked about first (R19).
pub(super) fn delete_record(detailed: Detailed, editor: Editor, matrix: MatrixState) {
    match detailed {
        Detailed::Role(id) if editor.peek(|it| it.held_by_role(id).is_empty()) => {
            editor.commit(Edit::RemoveRole { id });
        }
        Detailed::Role(id) => matrix.deleting.set(Some(id)),
        Detailed::Activity(id) => {
            editor.commit(Edit::RemoveActivity { id });
        }
    }
}

/// Says what a role holds before it is deleted.
#[component]
pub(super) fn DeleteDialog() -> impl IntoView {
    let (editor, matrix) = (editor(), expect_context::<MatrixState>());
    let keep = move || matrix.deleting.set(None);
    move || {
        matrix.deleting.get().map(|id| {
            let held = editor.peek(|document| held_lines(document, id));
            let title = editor.peek(|it| it.get(id).map(|it| it.title.to_string())).unwrap_or_default();
            view! {
                <Dialog title=format!("Delete the role “{title}”?") cancel=Callback::new(move |()| keep())>
                    <p>"It holds this, which goes away or is left open. Undo brings everything back."</p>
                    <ul class="uses">{held.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
                    <div class="dialog-foot">
                        <button class="button" data-safe="" on:click=move |_| keep()>"Keep it"</button>
                        <button
                            class="button primary"
                            on:click=move |_| {
                                keep();
                                editor.commit(Edit::RemoveRole { id });
                            }
                        >
                            "Delete the role"
                        </button>
                    </div>
                </Dialog>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::in_front_of;

    #[test]
    fn one_place_further_is_in_front_of_the_one_behind() {
        let ids = ['a', 'b', 'c'];
        assert_eq!(in_front_of(&ids, 'a', true), Some(Some('c')));
        assert_eq!(in_front_of(&ids, 'b', true), Some(None), "last");
        assert_eq!(in_front_of(&ids, 'c', true), None);
        assert_eq!(in_front_of(&ids, 'b', false), Some(Some('a')));
        assert_eq!(in_front_of(&ids, 'a', false), None);
    }
}

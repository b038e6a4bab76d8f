//! The steps whose details are shown: one, or several with what they have in common.

use leptos::prelude::*;
use opmap_model::{Document, Edit, Step, StepField, StepId};

use crate::editor::{Editor, editor};
use crate::field::{Held, MIXED};

/// One step or several; copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct Chosen {
    pub(super) editor: Editor,
    ids: StoredValue<Vec<StepId>>,
}

/// What all of them say; none where they differ.
fn common<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|it| it == first).then_some(first)
}

impl Chosen {
    pub(super) fn new(ids: Vec<StepId>) -> Self {
        Self { editor: editor(), ids: StoredValue::new(ids) }
    }

    pub(super) fn ids(self) -> Vec<StepId> {
        self.ids.get_value()
    }

    /// The step, if it is only one.
    pub(super) fn single(self) -> Option<StepId> {
        self.ids.with_value(|ids| if let [id] = ids[..] { Some(id) } else { None })
    }

    /// Looks at those that are there, tracked.
    fn look<T>(self, look: impl FnOnce(&mut dyn Iterator<Item = (&Document, &Step)>) -> T) -> T {
        self.editor.read(|document| {
            self.ids
                .with_value(|ids| look(&mut ids.iter().filter_map(|id| Some((document, document.get(*id)?)))))
        })
    }

    /// What all of them say; none where they differ. Tracked.
    pub(super) fn common<T: PartialEq>(self, of: impl Fn(&Document, &Step) -> T) -> Option<T> {
        self.look(|steps| common(steps.map(|(document, step)| of(document, step))))
    }

    /// The key of what all of them say, as a field shows it.
    pub(super) fn key(self, of: fn(&Step) -> Option<String>) -> Signal<String> {
        Signal::derive(move || {
            self.common(|_, step| of(step).unwrap_or_default()).unwrap_or_else(|| MIXED.to_owned())
        })
    }

    /// How many of them are like that. Tracked.
    pub(super) fn held(self, is: impl Fn(&Step) -> bool) -> Held {
        self.look(|steps| Held::of(steps.map(|(_, step)| is(step))))
    }

    /// Sets the same part of all of them: one edit.
    pub(super) fn set(self, field: StepField) {
        self.editor.commit(Edit::SetSteps { ids: self.ids(), field });
    }

    /// The same, behind an edit that adds what the part names.
    pub(super) fn set_added(self, added: Option<Edit>, field: StepField) {
        let set = Edit::SetSteps { ids: self.ids(), field };
        self.editor.commit(match added {
            Some(added) => Edit::All(vec![added, set]),
            None => set,
        });
    }

    /// Sets a part to what was typed, or answers why it cannot be that.
    pub(super) fn set_typed(
        self,
        read: impl Fn(&str) -> Result<StepField, String> + Send + Sync + 'static,
    ) -> Callback<String, Result<(), String>> {
        Callback::new(move |text: String| read(&text).map(|field| self.set(field)))
    }
}

#[cfg(test)]
mod tests {
    use super::common;

    #[test]
    fn what_one_says_otherwise_is_not_common() {
        assert_eq!(common([2, 2, 2].into_iter()), Some(2));
        assert_eq!(common([2, 2, 3].into_iter()), None);
        assert_eq!(common([Some(1), None].into_iter()), None, "not set is not the same as set");
        assert_eq!(common([None::<u8>, None].into_iter()), Some(None));
    }
}

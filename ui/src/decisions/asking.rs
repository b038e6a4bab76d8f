//! What becomes of the rights when a decision changes its framework: said before it is done.

use leptos::prelude::*;
use opmap_model::{DecisionField, DecisionId, Document};

use super::changes;
use super::framework::{Framework, Translated, translated};
use super::sheet::role_name;
use super::state::DecisionsState;
use crate::dialog::Dialog;

/// Changes the framework, in one edit.
pub(super) fn carry_out(id: DecisionId, framework: Framework, decisions: DecisionsState) {
    let editor = decisions.editor;
    let rights = editor.peek(|it| Some(translated(&it.get(id)?.rights, framework).rights));
    if let Some(rights) = rights
        && editor.commit(changes::set(id, DecisionField::Rights(rights)))
    {
        decisions.spoken.set(format!("{}. Undo brings the rights back as they were.", framework.in_words()));
    }
}

/// What becomes of each right, in words, and how many have no place.
fn told(
    document: &Document,
    from: Framework,
    to: Framework,
    translated: &Translated,
) -> (Vec<String>, usize) {
    let lost = translated.became.iter().filter(|it| it.1.is_none()).count();
    let line = |(holder, letter): &(super::framework::Holder, Option<usize>)| {
        let (who, was) = (role_name(document, holder.role), from.letters()[holder.letter].word);
        match letter {
            Some(letter) => format!("{who}: {was} becomes {}", to.letters()[*letter].word),
            None => format!("{who}: {was} is left out"),
        }
    };
    (translated.became.iter().map(line).collect(), lost)
}

#[component]
pub(super) fn FrameworkDialog() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let keep = move || decisions.asking.set(None);
    move || {
        let (id, framework) = decisions.asking.get()?;
        let (title, from, (lines, lost)) = decisions.editor.peek(|document| {
            let decision = document.get(id)?;
            let from = Framework::of(&decision.rights);
            let told = told(document, from, framework, &translated(&decision.rights, framework));
            Some((decision.title.to_string(), from, told))
        })?;
        let sentence = match lost {
            0 => format!(
                "Every right goes on. One that {} has no letter for keeps its word from {}.",
                framework.name(),
                from.name()
            ),
            1 => "One right has no place without a framework. Undo brings it back.".to_owned(),
            _ => format!("{lost} rights have no place without a framework. Undo brings them back."),
        };
        let verb = match framework {
            Framework::Decider => "Name the decider only".to_owned(),
            _ => format!("Use {}", framework.name()),
        };
        Some(view! {
            <Dialog
                title=format!("{} for “{title}”?", framework.name())
                cancel=Callback::new(move |()| keep())
            >
                <p>{sentence}</p>
                <ul class="uses">{lines.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
                <div class="dialog-foot">
                    <button class="button" data-safe="" on:click=move |_| keep()>
                        {format!("Keep {}", from.name())}
                    </button>
                    <button
                        class="button primary"
                        on:click=move |_| {
                            keep();
                            carry_out(id, framework, decisions);
                        }
                    >
                        {verb}
                    </button>
                </div>
            </Dialog>
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::framework::{Framework, translated};
    use super::super::sheet::tests;
    use super::told;

    #[test]
    fn it_is_said_what_becomes_of_every_right() {
        let document = tests::document();
        let (_, decision) = document.decisions_in_order()[2];
        let lines = |to| told(&document, Framework::Daci, to, &translated(&decision.rights, to));
        let (rapid, lost) = lines(Framework::Rapid);
        assert_eq!(
            (rapid, lost),
            (
                vec![
                    "Advisor: Driver becomes Recommend".to_owned(),
                    "Team lead: Approver becomes Decide".to_owned(),
                    "Director: Approver becomes Decide".to_owned(),
                ],
                0
            )
        );
        let (alone, lost) = lines(Framework::Decider);
        assert_eq!(alone[0], "Advisor: Driver is left out");
        assert_eq!((alone[1].as_str(), lost), ("Team lead: Approver becomes Decides", 2));
    }
}

//! One cell: its letters by shape and weight, and in words.

use leptos::prelude::*;
use opmap_model::{Keyword, Letter};

use super::sheet::Held;

/// The letters as they stand in a cell. Own ones have a shape each; those of the lane are in italics without one.
pub(super) fn letters(held: Option<Held>) -> AnyView {
    match held {
        None => ().into_any(),
        Some(Held::KeptOut) => view! { <span class="letter kept-out">"\u{2013}"</span> }.into_any(),
        Some(Held::Inherited(letter)) => {
            view! { <em class="letter inherited">{letter.sign()}</em> }.into_any()
        }
        Some(Held::Own(letter)) => shape(letter).into_any(),
    }
}

/// The shape of a letter: a full square, an edged one, a circle, a dashed circle.
pub(super) fn shape(letter: Letter) -> impl IntoView {
    let part = |class: &'static str, sign: &'static str| {
        view! { <b class=format!("letter {class}")>{sign}</b> }
    };
    match letter {
        Letter::Accountable => part("a", "A").into_any(),
        Letter::Responsible => part("r", "R").into_any(),
        Letter::Consulted => part("c", "C").into_any(),
        Letter::Informed => part("i", "I").into_any(),
        Letter::AccountableResponsible => {
            view! { <span class="letters">{part("a", "A")}{part("r", "R")}</span> }.into_any()
        }
    }
}

/// The same in words.
pub(super) fn words(held: Option<Held>) -> String {
    match held {
        None => "empty".to_owned(),
        Some(Held::KeptOut) => "none here, whatever the lane says".to_owned(),
        Some(Held::Inherited(letter)) => format!("{}, from the lane", said(letter, letter.sign())),
        Some(Held::Own(letter)) => said(letter, "AR"),
    }
}

/// A letter in words. Two letters are read as a word by those who see them, so what is spoken begins with it, as it is `seen`.
fn said(letter: Letter, seen: &str) -> String {
    match letter {
        Letter::AccountableResponsible => format!("{seen}, {}", letter.label()),
        _ => letter.label().to_owned(),
    }
}

//! What is said of bars and dependencies.

use opmap_analysis::{Impossible, Roadmap};
use opmap_model::{Delivery, Document, Keyword, RecommendationId};

use super::changes::{code, told};

/// What is said of a recommendation where one goes over the roadmap.
pub(super) fn bar(document: &Document, found: &Roadmap, id: RecommendationId) -> String {
    let Some(it) = document.get(id) else { return String::new() };
    let mut words = format!("{} {}", told(document, found, id), it.title);
    let owner = it.owner.and_then(|id| document.get(id));
    words += &owner.map_or_else(|| ". No owner".to_owned(), |it| format!(". {}", it.title));
    if it.training {
        words += ". With training";
    }
    if it.delivery.is_some_and(|it| it != Delivery::InHouse) {
        words += ". With a partner";
    }
    if let Some(it) = it.progress {
        words += &format!(". {}", it.label());
    }
    if let Some(slack) = slack(found, id) {
        words += &format!(". {slack}");
    }
    words
}

/// How much later it may be; that it is on the longest chain.
pub(super) fn slack(found: &Roadmap, id: RecommendationId) -> Option<String> {
    let chain = if found.longest.contains(&id) { ", on the longest chain" } else { "" };
    Some(slack_alone(found, id)? + chain)
}

/// How much later it may be.
pub(super) fn slack_alone(found: &Roadmap, id: RecommendationId) -> Option<String> {
    Some(match found.planned(id)?.slack? {
        0 => "No slack".to_owned(),
        1 => "1 working day of slack".to_owned(),
        days => format!("{days} working days of slack"),
    })
}

/// What is said of a dependency.
pub(super) fn link(
    document: &Document,
    found: &Roadmap,
    before: RecommendationId,
    after: RecommendationId,
) -> String {
    let of = found.dependencies.iter().find(|it| (it.before, it.after) == (before, after));
    let why = match of.and_then(|it| it.impossible) {
        Some(Impossible::EarlierWave) => ", which is in a later wave. That cannot be",
        Some(Impossible::Parked) => ", which is not to be done now. That cannot be",
        None => "",
    };
    format!("{} waits for {}{why}.", code(document, after), code(document, before))
}

/// `1 dependency`, `3 dependencies`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use opmap_analysis::roadmap;
    use opmap_model::{Document, RecommendationId, notation};

    fn document(text: &str) -> Document {
        let mut next = 0;
        notation::parse(&format!("workshop \"W\"\ndate 2026-06-18\n{text}"), &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    #[test]
    fn a_bar_says_all_that_is_drawn_of_it() {
        let document = document(
            "role lead \"Dispatch lead\"\n\
             recommendation a \"Name owners\" timing=wave1 duration=10 owner=lead training=yes\n\
             recommendation b \"Reserve visits\" timing=wave2 duration=3 depends-on=a delivery=mixed progress=agreed\n",
        );
        let found = roadmap(&document);
        let ids: Vec<RecommendationId> =
            document.recommendations_in_order().into_iter().map(|it| it.0).collect();
        assert_eq!(
            super::bar(&document, &found, ids[0]),
            "R1, Wave 1: 18 June to 1 July. Name owners. Dispatch lead. With training. 12 working days of slack, on the \
             longest chain"
        );
        assert_eq!(
            super::bar(&document, &found, ids[1]),
            "R2, Wave 2: 20 July to 22 July. Reserve visits. No owner. With a partner. Agreed. No slack, on the longest \
             chain"
        );
        assert_eq!(super::link(&document, &found, ids[0], ids[1]), "R2 waits for R1.");
    }

    #[test]
    fn a_dependency_that_cannot_be_says_why() {
        let document = document(
            "recommendation a \"A\" timing=wave2\nrecommendation b \"B\" timing=wave1 depends-on=a\n",
        );
        let ids: Vec<RecommendationId> =
            document.recommendations_in_order().into_iter().map(|it| it.0).collect();
        let said = super::link(&document, &roadmap(&document), ids[0], ids[1]);
        assert_eq!(said, "R2 waits for R1, which is in a later wave. That cannot be.");
    }
}

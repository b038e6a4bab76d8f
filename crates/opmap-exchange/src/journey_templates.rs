//! Journeys that many services have, to begin one's own from. They are written in the notation of the model and compiled in.

use opmap_model::{Document, Part, notation};
use uuid::Uuid;

/// A journey to begin one's own from: its map as lived, with stages, lanes, steps and connectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JourneyTemplate {
    /// What people read.
    pub title: &'static str,
    text: &'static str,
}

/// Every such journey, in the order in which they are offered.
pub const JOURNEYS: &[JourneyTemplate] = &[
    JourneyTemplate { title: "Order entry", text: include_str!("../../../assets/journeys/order-entry.txt") },
    JourneyTemplate {
        title: "Call handling",
        text: include_str!("../../../assets/journeys/call-handling.txt"),
    },
    JourneyTemplate {
        title: "Technical support",
        text: include_str!("../../../assets/journeys/technical-support.txt"),
    },
    JourneyTemplate {
        title: "On-site support",
        text: include_str!("../../../assets/journeys/on-site-support.txt"),
    },
];

impl JourneyTemplate {
    /// The journey as an excerpt that can be pasted into a workshop. `fresh` gives each record its identity.
    #[must_use]
    pub fn excerpt(&self, fresh: &mut impl FnMut() -> Uuid) -> Option<Document> {
        // The texts are part of the program, and a test reads every one of them.
        let document = notation::parse(self.text, fresh).ok()?;
        let (journey, _) = *document.journeys_in_order().first()?;
        Some(document.excerpt(&Part::Journey(journey)))
    }
}

#[cfg(test)]
mod tests {
    use opmap_analysis::{Severity, analyze};
    use opmap_model::generate::Dice;
    use opmap_model::{Edit, MapKey, Paste, PastePlace, PasteVerb, State};

    use super::JOURNEYS;
    use crate::templates;

    #[test]
    fn every_journey_can_be_pasted_and_is_whole() {
        let mut dice = Dice::new(1);
        let mut workshop = templates::document("blank", &mut || dice.uuid()).unwrap();
        let channels = workshop.channels().len();
        for template in JOURNEYS {
            let excerpt = template.excerpt(&mut || dice.uuid()).unwrap();
            let paste = Paste::new(excerpt, PastePlace::Workshop, PasteVerb::Add, || dice.uuid());
            let change = Edit::Paste(Box::new(paste)).plan(&workshop).unwrap();
            workshop.apply(&change).unwrap();
            let (journey, last) = *workshop.journeys_in_order().last().unwrap();
            assert_eq!(last.title.as_str(), template.title);
            let map = workshop.map_view(MapKey { journey, state: State::AsLived });
            assert!(
                map.stages.len() >= 4 && map.lanes.len() >= 4 && map.steps.len() >= 12,
                "{}",
                template.title
            );
            let leads = |id| map.connectors.iter().any(|(_, it)| it.from == id || it.to == id);
            assert!(map.steps.iter().all(|(id, _)| leads(*id)), "{}: a step leads nowhere", template.title);
        }
        assert_eq!(workshop.violations(), []);
        assert_eq!(workshop.channels().len(), channels, "channels are known by their names");
        let analysis = analyze(&workshop);
        let errors: Vec<_> = analysis.open().filter(|it| it.severity == Severity::Error).collect();
        assert!(errors.iter().all(|it| it.rule != "B2" && it.rule != "B3"), "{errors:?}");
    }
}

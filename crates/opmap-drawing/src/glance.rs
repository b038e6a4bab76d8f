//! What a workshop looks like to someone who is about to open it.

use opmap_analysis::{RaciIntegrity, Severity, analyze, shifts};
use opmap_model::Document;
use serde::{Deserialize, Serialize};

use crate::{Fonts, MapSketch, map_layout};

/// A workshop at a glance: a sketch of its first map, and how far it has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Glance {
    /// The title of the workshop.
    pub title: String,
    /// The map that is shown first when it is opened; none without a journey.
    pub sketch: Option<MapSketch>,
    /// How many steps that map has.
    pub steps: usize,
    /// How much of the matrix of that map is in order, in percent (R18); none where it has no letters.
    pub integrity: Option<usize>,
    /// How many of the shifts are scored, and how many there are.
    pub scored: (usize, usize),
    /// How many errors the checks find in all of the workshop, without those that are accepted.
    pub errors: usize,
}

impl Glance {
    /// Takes a glance. It costs as much as all checks and a layout of the map.
    #[must_use]
    pub fn new(document: &Document, fonts: &Fonts) -> Self {
        let analysis = analyze(document);
        let map = document.journeys_in_order().first().map(|(journey, _)| document.first_map_of(*journey));
        let raci = analysis.raci.iter().find(|it| map.is_some() && it.map == map);
        let shifts = shifts(document);
        let layout = map.map(|it| map_layout(document, it, fonts));
        Self {
            title: document.workshop().title.to_string(),
            steps: layout.as_ref().map_or(0, |it| it.boxes.len()),
            sketch: layout.as_ref().map(MapSketch::new),
            integrity: raci.and_then(RaciIntegrity::percent),
            scored: (shifts.overall.map_or(0, |it| it.scored), shifts.each.len()),
            errors: analysis.count(Severity::Error),
        }
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::notation;

    use super::Glance;
    use crate::Fonts;

    fn glance(lines: &str) -> Glance {
        let mut count = 0;
        let document = notation::parse(lines, &mut || {
            count += 1;
            uuid::Uuid::from_u128(count)
        });
        Glance::new(&document.unwrap(), Fonts::shipped())
    }

    #[test]
    fn nothing_is_told_as_nothing() {
        let empty = glance("workshop \"Blank\"");
        assert_eq!((empty.title.as_str(), empty.sketch, empty.integrity), ("Blank", None, None));
        assert_eq!((empty.steps, empty.scored, empty.errors), (0, (0, 7), 0));
    }

    #[test]
    fn what_is_there_is_told_of_the_map_that_is_shown_first() {
        let found = glance(
            "workshop \"Halden\"
role agent \"Agent\"
journey j \"Restore\"
map j as-designed
stage s \"Report\"
lane l \"Agent\" kind=frontstage
step a \"Take the call\" at=s/l kind=activity letters=agent:A/R
step b \"Test the line\" at=s/l kind=activity letters=agent:R
shift roles now=2",
        );
        assert_eq!((found.steps, found.integrity, found.scored), (2, Some(50), (1, 7)));
        assert!(found.errors > 0, "a step without A is an error");
        assert_eq!(found.sketch.map(|it| (it.lanes.len(), it.steps.matches('z').count())), Some((1, 2)));
    }
}

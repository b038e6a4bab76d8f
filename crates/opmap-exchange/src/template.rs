//! The workshops that a new one can begin as. They are written in the notation of the model and compiled in.

use opmap_model::Document;
use opmap_model::notation::{self, NotationError};
use uuid::Uuid;

/// A workshop that a new one can begin as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// What it is called on the command line: lower case, words joined by `-`.
    pub name: &'static str,
    /// What people read.
    pub title: &'static str,
    /// What is in it, in one sentence.
    pub summary: &'static str,
    text: &'static str,
}

/// Every template, in the order in which they are offered.
pub const ALL: &[Template] = &[
    Template {
        name: "blank",
        title: "Blank workshop",
        summary: "A journey from before the sale to after it, with the usual lanes and no steps.",
        text: include_str!("../../../assets/templates/blank.txt"),
    },
    Template {
        name: "halden-broadband",
        title: "Sample: Halden Broadband",
        summary: "How an internet provider restores a broken connection: as designed, as lived and to be.",
        text: include_str!("../../../assets/templates/halden-broadband.txt"),
    },
];

impl Template {
    /// The template of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|it| it.name == name)
    }

    /// A new document like it. `fresh` gives each record its identity.
    ///
    /// # Errors
    /// [`NotationError`] when the text is not in order; a test holds that every template is.
    pub fn document(&self, fresh: &mut impl FnMut() -> Uuid) -> Result<Document, NotationError> {
        notation::parse(self.text, fresh)
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::generate::Dice;
    use opmap_model::{LaneKind, MapKey, State};

    use super::{ALL, Template};

    #[test]
    fn every_template_is_in_order() {
        for template in ALL {
            let mut dice = Dice::new(1);
            let document = template.document(&mut || dice.uuid()).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(document.violations(), []);
            assert!(!document.journeys().is_empty(), "{}", template.name);
            assert_eq!(Template::named(template.name), Some(template));
        }
        assert_eq!(Template::named("no such template"), None);
    }

    #[test]
    fn the_blank_one_reaches_from_before_the_sale_to_after_it() {
        let mut dice = Dice::new(1);
        let document = Template::named("blank").unwrap().document(&mut || dice.uuid()).unwrap();
        let (journey, _) = document.journeys_in_order()[0];
        let map = document.map_view(MapKey { journey, state: State::AsLived });
        let stages: Vec<&str> = map.stages.iter().map(|(_, stage)| stage.title.as_str()).collect();
        assert_eq!(
            stages,
            ["Become aware", "Choose", "Buy", "Start using", "Use", "Get help", "Renew or leave"]
        );
        let kinds: Vec<LaneKind> = map.lanes.iter().map(|(_, lane)| lane.kind).collect();
        assert_eq!(
            kinds,
            [
                LaneKind::Customer,
                LaneKind::Frontstage,
                LaneKind::Backstage,
                LaneKind::Support,
                LaneKind::Partner
            ]
        );
        assert!(document.steps().is_empty());
    }
}

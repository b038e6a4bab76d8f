//! The workshops that a new one can begin as. They are written in the notation of the model and compiled in.

use opmap_model::{Document, MapKey, Phase, State, Title, notation};
use uuid::Uuid;

/// A workshop that a new one can begin as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// What it is called on the command line: lower case, words joined by `-`.
    pub name: &'static str,
    /// What people read.
    pub title: &'static str,
    /// What is in it, in a few words.
    pub summary: &'static str,
    text: &'static str,
}

const BLANK: &str = include_str!("../../../assets/templates/blank.txt");

/// Every template, in the order in which they are offered.
pub const ALL: &[Template] = &[
    Template {
        name: "assisted-service",
        title: "Assisted service",
        summary: "Contact centre, back office, field",
        text: include_str!("../../../assets/templates/assisted-service.txt"),
    },
    Template {
        name: "digital-first",
        title: "Digital first",
        summary: "Self-service with a way out",
        text: include_str!("../../../assets/templates/digital-first.txt"),
    },
    Template {
        name: "field-service",
        title: "Field service",
        summary: "Dispatch, visit, parts, partner",
        text: include_str!("../../../assets/templates/field-service.txt"),
    },
    Template { name: "blank", title: "Blank", summary: "Stages and lanes, nothing else", text: BLANK },
    Template {
        name: "halden-broadband",
        title: "Sample: Halden Broadband",
        summary: "Complete: a journey in three states, with its report",
        text: include_str!("../../../assets/templates/halden-broadband.txt"),
    },
];

/// What a workshop begins as to which rows of a table are added. It is offered to no one.
pub const FOR_ROWS: Template = Template {
    name: "rows",
    title: "Rows of a table",
    summary: "A journey with nothing in it",
    text: include_str!("../../../assets/templates/rows.txt"),
};

/// A new document like the template of that name; none when there is no such template. `fresh` gives each record its
/// identity.
#[must_use]
pub fn document(name: &str, fresh: &mut impl FnMut() -> Uuid) -> Option<Document> {
    let template = ALL.iter().chain([&FOR_ROWS]).find(|it| it.name == name)?;
    // The texts are part of the program, and a test reads every one of them.
    notation::parse(template.text, fresh).ok()
}

/// The stages of the blank workshop, which reach from before the sale to after it: what each is called, and its part of the
/// customer's time.
#[must_use]
pub fn usual_stages() -> Vec<(Title, Option<Phase>)> {
    let mut count = 0;
    let blank = notation::parse(BLANK, &mut || {
        count += 1;
        Uuid::from_u128(count)
    });
    // The text is part of the program, and a test reads it.
    let Ok(blank) = blank else { return Vec::new() };
    let first = blank.journeys_in_order().first().map(|it| it.0);
    let stages = first.map(|journey| blank.stages_of_map(MapKey { journey, state: State::AsLived }));
    stages.into_iter().flatten().map(|(_, it)| (it.title.clone(), it.phase)).collect()
}

#[cfg(test)]
mod tests {
    use opmap_analysis::{Finding, Knot, Severity, analyze, kept, shifts, trace};
    use opmap_model::generate::Dice;
    use opmap_model::{LaneKind, MapKey, Phase, State, notation};

    use super::{ALL, FOR_ROWS, document, usual_stages};

    #[test]
    fn every_template_is_in_order() {
        for template in ALL.iter().chain([&FOR_ROWS]) {
            let mut dice = Dice::new(1);
            let document = notation::parse(template.text, &mut || dice.uuid());
            let document = document.unwrap_or_else(|error| panic!("{}: {error}", template.name));
            assert_eq!(document.violations(), []);
            assert!(!document.journeys().is_empty(), "{}", template.name);
            let mut dice = Dice::new(1);
            assert_eq!(super::document(template.name, &mut || dice.uuid()), Some(document));
        }
        assert_eq!(super::document("no such template", &mut || unreachable!()), None);
    }

    /// Q7 and the trace: each error that is found is accepted, or kept in a finding that a recommendation answers; nothing
    /// hangs loose.
    #[test]
    fn the_trace_of_the_sample_is_whole() {
        let mut dice = Dice::new(1);
        let document = document("halden-broadband", &mut || dice.uuid()).unwrap();
        let analysis = analyze(&document);
        let (found, kept) = (trace(&document, &analysis), kept(&document, &analysis));
        let is_answered = |it: &Finding| {
            let mut keeping = kept.iter().filter(|kept| kept.found.contains(&it));
            keeping.any(|kept| found.answers(kept.id).next().is_some())
        };
        let errors = analysis.open().filter(|it| it.severity == Severity::Error);
        let open: Vec<&str> = errors.filter(|it| !is_answered(it)).map(|it| it.sentence.as_str()).collect();
        assert_eq!(open, [""; 0]);
        assert!(!document.evidence().is_empty() && !found.findings.is_empty());
        assert_eq!((found.open().count(), found.unused().count(), found.baseless().count()), (0, 0, 0));
        let thread = found.thread(Knot::Evidence(found.evidence[3]));
        assert!(
            thread.iter().any(|it| matches!(it, Knot::Recommendation(_))),
            "from the quote to what is done"
        );
    }

    #[test]
    fn a_new_workshop_can_begin_as_the_sample_is_built() {
        let mut dice = Dice::new(1);
        let sample = document("halden-broadband", &mut || dice.uuid()).unwrap();
        let begun = sample.begin_from();
        assert_eq!(begun.violations(), []);
        assert_eq!(begun.steps().len(), sample.steps().len());
        assert_eq!((begun.lanes(), begun.forums()), (sample.lanes(), sample.forums()));
        assert_eq!(shifts(&begun).overall, None);
        let said = [begun.evidence().len(), begun.findings().len(), begun.participants().len()];
        assert_eq!(said, [0; 3]);
    }

    #[test]
    fn the_blank_one_reaches_from_before_the_sale_to_after_it() {
        let mut dice = Dice::new(1);
        let document = document("blank", &mut || dice.uuid()).unwrap();
        let (journey, _) = document.journeys_in_order()[0];
        let map = document.map_view(MapKey { journey, state: State::AsLived });
        let stages: Vec<&str> = map.stages.iter().map(|(_, stage)| stage.title.as_str()).collect();
        assert_eq!(
            stages,
            ["Become aware", "Choose", "Buy", "Start using", "Use", "Get help", "Renew or leave"]
        );
        let usual: Vec<_> = map.stages.iter().map(|(_, it)| (it.title.clone(), it.phase)).collect();
        assert_eq!(usual_stages(), usual);
        assert!(
            [Phase::PreSale, Phase::PostSale].iter().all(|phase| usual.iter().any(|it| it.1 == Some(*phase)))
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

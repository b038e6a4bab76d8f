//! The decisions as they are shown: in tables by framework (D5), those that belong to nothing apart.

use std::collections::BTreeSet;
use std::sync::Arc;

use opmap_model::{Decision, DecisionId, Document, MapKey, RoleId, StageId, Title};

use super::framework::{Framework, roles_with};
use super::limits;

/// What is shown of the decisions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sheet {
    pub(super) groups: Vec<Group>,
    /// How many decisions of this map the filter hides.
    pub(super) hidden: usize,
    /// How many belong to other journeys and states.
    pub(super) elsewhere: usize,
}

/// Decisions of one framework: one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) key: GroupKey,
    pub(super) rows: Vec<Arc<Row>>,
}

/// What the decisions of a table have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct GroupKey {
    /// Whether they belong to no stage and no step (D1).
    pub(super) is_apart: bool,
    pub(super) framework: Framework,
}

/// One decision, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) id: DecisionId,
    pub(super) title: String,
    pub(super) material: bool,
    pub(super) region: Option<String>,
    /// The stages that it belongs to, itself or through a step.
    pub(super) place: Vec<String>,
    /// Who has each letter of the framework.
    pub(super) rights: Vec<Vec<String>>,
    /// How many bands of limits it has.
    pub(super) bands: usize,
    pub(super) limits: Option<String>,
    pub(super) escalation: Option<String>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Column {
    #[default]
    Title,
    Place,
    /// A letter of the framework, by its place among them.
    Letter(usize),
    Limit,
    Escalation,
    Findings,
}

/// What of the decisions is looked at; nothing set shows all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Filter {
    pub(super) material_only: bool,
    /// Those of this stage alone.
    pub(super) stage: Option<StageId>,
    /// Those for this region alone.
    pub(super) region: Option<Title>,
}

impl Filter {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn lets_through(&self, document: &Document, decision: &Decision) -> bool {
        (decision.material || !self.material_only)
            && self.stage.is_none_or(|it| stages_of(document, decision).contains(&it))
            && (self.region.is_none() || decision.region == self.region)
    }
}

impl GroupKey {
    pub(super) fn columns(self) -> Vec<Column> {
        let letters = (0..self.framework.letters().len()).map(Column::Letter);
        let ends = [Column::Limit, Column::Escalation, Column::Findings];
        [Column::Title, Column::Place].into_iter().chain(letters).chain(ends).collect()
    }

    /// The identity of its table on the page.
    pub(super) fn id(self) -> String {
        let place = if self.is_apart { "apart" } else { "here" };
        format!("decisions-{place}-{}", self.framework.key())
    }
}

impl Sheet {
    pub(super) fn of(document: &Document, map: Option<MapKey>, filter: &Filter) -> Self {
        let mut sheet = Self::default();
        for (id, decision) in document.decisions_in_order() {
            let own = document.map_of_decision(decision);
            if own.is_some() && own != map {
                sheet.elsewhere += 1;
            } else if filter.lets_through(document, decision) {
                let key = GroupKey { is_apart: own.is_none(), framework: Framework::of(&decision.rights) };
                sheet.put(key, row(document, id, decision));
            } else {
                sheet.hidden += 1;
            }
        }
        sheet.groups.sort_by_key(|it| it.key);
        sheet
    }

    fn put(&mut self, key: GroupKey, row: Row) {
        match self.groups.iter_mut().find(|it| it.key == key) {
            Some(group) => group.rows.push(Arc::new(row)),
            None => self.groups.push(Group { key, rows: vec![Arc::new(row)] }),
        }
    }

    /// Every decision in the order in which they are shown, with the table that it is in.
    pub(super) fn rows(&self) -> impl Iterator<Item = (GroupKey, &Arc<Row>)> {
        self.groups.iter().flat_map(|group| group.rows.iter().map(|row| (group.key, row)))
    }

    /// A decision that is shown, with its table.
    pub(super) fn row(&self, id: DecisionId) -> Option<(GroupKey, &Arc<Row>)> {
        self.rows().find(|(_, row)| row.id == id)
    }
}

/// The stages of a decision, itself or through its steps.
pub(super) fn stages_of(document: &Document, decision: &Decision) -> BTreeSet<StageId> {
    let of_steps = decision.steps.iter().filter_map(|id| document.get(*id)).map(|it| it.stage);
    decision.stages.iter().copied().chain(of_steps).collect()
}

/// The stages of a map with their number, as they are named everywhere here.
pub(super) fn stage_names(document: &Document, map: MapKey) -> Vec<(StageId, String)> {
    let stages = document.stages_of_map(map).into_iter().enumerate();
    stages.map(|(index, (id, it))| (id, format!("{} {}", index + 1, it.title))).collect()
}

pub(super) fn role_name(document: &Document, role: RoleId) -> String {
    document.get(role).map(|it| it.title.to_string()).unwrap_or_default()
}

fn row(document: &Document, id: DecisionId, decision: &Decision) -> Row {
    let names = document.map_of_decision(decision).map(|it| stage_names(document, it)).unwrap_or_default();
    let stages = stages_of(document, decision);
    let framework = Framework::of(&decision.rights);
    let names_of = |letter: usize| {
        let mut roles = roles_with(&decision.rights, letter);
        roles.sort_by_key(|it| document.get(*it).map(|it| it.rank));
        roles.into_iter().map(|it| role_name(document, it)).collect()
    };
    Row {
        id,
        title: decision.title.to_string(),
        material: decision.material,
        region: decision.region.as_ref().map(ToString::to_string),
        place: names.into_iter().filter(|(id, _)| stages.contains(id)).map(|it| it.1).collect(),
        rights: (0..framework.letters().len()).map(names_of).collect(),
        bands: decision.bands.as_ref().map_or(0, |it| it.limited().len() + 1),
        limits: decision.bands.as_ref().map(limits::shown),
        escalation: escalation(document, decision),
    }
}

/// Where it goes and after how long; what is missing of it is said.
fn escalation(document: &Document, decision: &Decision) -> Option<String> {
    // A time is not torn from its unit.
    let after = decision.escalate_secs.map(|it| it.to_string().replace(' ', "\u{a0}"));
    match (decision.escalate_to, after) {
        (Some(to), Some(after)) => Some(format!("{}, {after}", role_name(document, to))),
        (Some(to), None) => Some(format!("{}, no time set", role_name(document, to))),
        (None, Some(after)) => Some(format!("to no one, {after}")),
        (None, None) => None,
    }
}

impl Row {
    /// What a cell says; none where nothing is set.
    pub(super) fn words(&self, column: Column, framework: Framework) -> Option<String> {
        let joined = |names: &[String]| (!names.is_empty()).then(|| names.join(", "));
        match column {
            Column::Title => Some(self.title.clone()),
            Column::Place => joined(&self.place),
            Column::Letter(letter) => {
                let by_limit = || Some(format!("By limit, {} bands", self.bands));
                let names = self.rights.get(letter).and_then(|it| joined(it));
                names.or_else(|| by_limit().filter(|_| framework.decides() == letter && self.bands > 1))
            }
            Column::Limit => self.limits.clone(),
            Column::Escalation => self.escalation.clone(),
            Column::Findings => None,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use opmap_model::{Document, MapKey, State, Title, notation};

    use super::{Column, Filter, Framework, Sheet};

    /// Two stages as lived and one to be, and decisions of every framework.
    pub(in crate::decisions) fn document() -> Document {
        let text = "workshop \"W\"
role a \"Advisor\" level=1 frontline=yes
role b \"Team lead\" level=2
role c \"Director\" level=3
journey j \"Repair\"
map j as-lived
stage s \"Notice\"
stage t \"Visit\"
lane l \"Contact\" kind=frontstage
step one \"Credit?\" at=t/l kind=decision
decision \"Declare it\" material=yes stage=s framework=rapid right=a:recommend right=b:decide escalate-to=c escalate-after=30min
decision \"Credit it\" step=one decider=a unit=\"€\" band=30:a beyond=b
decision \"Call a partner\" material=yes stage=t framework=daci right=a:driver right=b:approver right=c:approver region=\"North\"
map j to-be
stage s \"Notice\"
decision \"Credit it\" stage=s decider=a
";
        let mut next = 0;
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    pub(in crate::decisions) fn map(document: &Document, state: State) -> MapKey {
        MapKey { journey: *document.journeys().keys().next().unwrap(), state }
    }

    pub(in crate::decisions) fn sheet(document: &Document, filter: &Filter) -> Sheet {
        Sheet::of(document, Some(map(document, State::AsLived)), filter)
    }

    fn titles(sheet: &Sheet) -> Vec<&str> {
        sheet.rows().map(|(_, row)| row.title.as_str()).collect()
    }

    #[test]
    fn letters_of_two_frameworks_never_share_a_table() {
        let document = document();
        let sheet = sheet(&document, &Filter::default());
        let frameworks: Vec<_> = sheet.groups.iter().map(|it| it.key.framework).collect();
        assert_eq!(frameworks, [Framework::Rapid, Framework::Daci, Framework::Decider]);
        assert_eq!(titles(&sheet), ["Declare it", "Call a partner", "Credit it"]);
        assert_eq!((sheet.hidden, sheet.elsewhere), (0, 1));
        let credit = sheet.rows().last().unwrap().1;
        assert_eq!(credit.place, ["2 Visit"], "the stage of its step");
        assert_eq!(credit.words(Column::Limit, Framework::Decider).as_deref(), Some("below 30\u{2009}€"));
    }

    #[test]
    fn a_decision_that_belongs_to_nothing_is_listed_apart_in_every_state() {
        let mut document = document();
        let (id, decision) = document.decisions_in_order()[0];
        let stage = *decision.stages.first().unwrap();
        let field = opmap_model::DecisionField::Stage(stage, false);
        let change = opmap_model::Edit::SetDecision { id, field }.plan(&document).unwrap();
        document.apply(&change).unwrap();
        for state in [State::AsLived, State::ToBe, State::AsDesigned] {
            let sheet = Sheet::of(&document, Some(map(&document, state)), &Filter::default());
            let (key, row) = sheet.rows().last().unwrap();
            assert_eq!((key.is_apart, row.id), (true, id), "{state:?}");
        }
        assert!(Sheet::of(&document, None, &Filter::default()).row(id).is_some(), "without a journey too");
    }

    #[test]
    fn filters_hide_what_is_not_asked_for_and_count_it() {
        let document = document();
        let material = sheet(&document, &Filter { material_only: true, ..Filter::default() });
        assert_eq!((titles(&material), material.hidden), (vec!["Declare it", "Call a partner"], 1));
        let region = Title::new("North").ok();
        let north = sheet(&document, &Filter { region, ..Filter::default() });
        assert_eq!(titles(&north), ["Call a partner"]);
        let stage = document.stages_of_map(map(&document, State::AsLived))[1].0;
        let visit = sheet(&document, &Filter { stage: Some(stage), ..Filter::default() });
        assert_eq!(titles(&visit), ["Call a partner", "Credit it"]);
    }
}

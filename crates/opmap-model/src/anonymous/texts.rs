//! Every text of a workshop, so that none is forgotten when names are replaced.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Names;
use crate::{
    Acceptance, Activity, Assessment, Bands, Card, Channel, Choice, Concern, Connector, CustomerGroup,
    Decision, Disruption, Document, EarlierWorkshop, Evidence, Forum, HealthQuestion, ItSystem, Journey,
    KeptFinding, Lane, Logo, Milestone, Participant, Persona, Recommendation, ReportSettings, Responses,
    Right, Rights, RoadmapSettings, Role, Round, Stage, Step, Text, Title, Trial, Wave, Waves, Workshop,
    Workstream,
};

/// Something with texts in it.
trait Texts {
    /// Replaces the names in each of its texts.
    fn rename(&mut self, names: &Names);
}

/// The fields of each kind that hold text.
macro_rules! texts {
    ($($Record:ident { $($field:ident),* })*) => {
        $(impl Texts for $Record {
            fn rename(&mut self, names: &Names) {
                _ = names;
                $(self.$field.rename(names);)*
            }
        })*
    };
}

texts! {
    Workshop { title, client, purpose, goals, scope, facilitator, roadmap, report }
    Role { title, function, person }
    Channel { title, purpose }
    ItSystem { title, note }
    Persona { title, segment, needs, note }
    Journey { title }
    Stage { title, question }
    Activity { title, group, functions, note }
    Lane { title, function, rationale, contract, partner_criteria }
    Step { title, recovery, fallback, rule, note, internal_note }
    Connector { label, trigger, information, acknowledgement }
    Decision { title, rights, bands, region, note }
    Disruption { title }
    CustomerGroup { title, responses }
    Card { text }
    Participant { title, position }
    Assessment { title, meaning, anchors, prompts, target_reason, note }
    Round {}
    HealthQuestion { title, note }
    Evidence { text, source, page }
    KeptFinding { title, note }
    Workstream { title }
    Recommendation {
        title, rationale, goal, estimate, measure, adoption, partner_criteria, trial, outcome, note
    }
    Trial { hypothesis, measure, stop_rule }
    Milestone { title }
    EarlierWorkshop { title }
    Choice { title, options, chosen, reason }
    Concern { title, response }
    Forum { title, frequency, agenda, inputs, decisions }
    Acceptance { reason }
    Logo {}
}

macro_rules! rename_all {
    ($($table:ident $label:literal: $Id:ident => $Record:ident { $($reference:tt)* })*) => {
        impl Document {
            /// Replaces the names in every text.
            pub(super) fn rename(&mut self, names: &Names) {
                self.workshop.rename(names);
                $(self.$table.values_mut().for_each(|it| it.rename(names));)*
            }
        }
    };
}

crate::tables!(rename_all);

impl Texts for Title {
    fn rename(&mut self, names: &Names) {
        if let Some(text) = names.replaced(self.as_str())
            && let Ok(title) = Self::new(&shortened(&text, Self::LIMIT))
        {
            *self = title;
        }
    }
}

impl Texts for Text {
    fn rename(&mut self, names: &Names) {
        if let Some(replaced) = names.replaced(self.as_str())
            && let Ok(text) = Self::new(&shortened(&replaced, Self::LIMIT))
        {
            *self = text;
        }
    }
}

/// The text, or as much of it as fits with an ellipsis behind it.
fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    text.chars().take(limit - 1).chain(['…']).collect()
}

impl<T: Texts> Texts for Option<T> {
    fn rename(&mut self, names: &Names) {
        if let Some(it) = self {
            it.rename(names);
        }
    }
}

impl<T: Texts + Ord + Clone> Texts for BTreeSet<T> {
    fn rename(&mut self, names: &Names) {
        let renamed = |mut it: T| {
            it.rename(names);
            it
        };
        *self = std::mem::take(self).into_iter().map(renamed).collect();
    }
}

impl<K: Ord, T: Texts> Texts for BTreeMap<K, T> {
    fn rename(&mut self, names: &Names) {
        self.values_mut().for_each(|it| it.rename(names));
    }
}

impl Texts for Rights {
    fn rename(&mut self, names: &Names) {
        match self {
            Self::Decider(_) => {}
            Self::Rapid(rights) => rights.rename(names),
            Self::Daci(rights) => rights.rename(names),
        }
    }
}

impl<L> Texts for Right<L> {
    fn rename(&mut self, names: &Names) {
        self.words.rename(names);
    }
}

impl Texts for Bands {
    fn rename(&mut self, names: &Names) {
        let mut unit = self.unit().clone();
        unit.rename(names);
        if let Some(bands) = Self::new(unit, self.limited().to_vec(), self.beyond()) {
            *self = bands;
        }
    }
}

impl Texts for Responses {
    fn rename(&mut self, names: &Names) {
        let mut responses: BTreeMap<_, _> = self.iter().map(|(id, it)| (id, it.clone())).collect();
        for limit in responses.values_mut().filter_map(|it| it.limit.as_mut()) {
            limit.unit.rename(names);
        }
        *self = Self::from(responses);
    }
}

impl Texts for RoadmapSettings {
    fn rename(&mut self, names: &Names) {
        self.waves.rename(names);
    }
}

impl Texts for Waves {
    fn rename(&mut self, names: &Names) {
        for wave in [Wave::First, Wave::Second, Wave::Third] {
            let mut title = self.title(wave).cloned();
            title.rename(names);
            *self = self.clone().with_title(wave, title);
        }
    }
}

impl Texts for ReportSettings {
    fn rename(&mut self, names: &Names) {
        self.titles.rename(names);
        self.version.rename(names);
        self.brand.footer.rename(names);
    }
}

//! Text to workshop.

mod decisions;
mod evidence;
mod findings;
mod logs;
mod recommendations;
mod recovery;
mod registers;
mod report;
mod roadmap;
mod shifts;
mod steps;
mod values;

use std::collections::BTreeMap;

use uuid::Uuid;

use super::NotationError;
use super::words::{Word, duration, words};
use crate::{
    Acceptance, AcceptanceId, ActivityId, CardKind, Change, ChannelId, Connector, ConnectorId, ConnectorKind,
    CounterpartId, CustomerGroupId, DisruptionId, Document, EarlierWorkshopId, ItSystemId, JourneyId,
    KeptFindingId, Keyword, Lane, LaneId, LaneKind, MapKey, ParticipantId, PersonaId, Rank, RecommendationId,
    Record, RecordId, RoadmapField, RoleId, RoundId, Source, Stage, StageId, State, StepId, Swap, Text,
    Threshold, Title, Workshop, WorkstreamId,
};
pub(super) use values::print_share;
use values::{date, keyword, letters, percent, text, title, unknown, yes};

/// Reads a workshop from its notation; `fresh` gives a new identity each time.
///
/// # Errors
/// The first line that cannot be read, with what is wrong.
pub fn parse(text: &str, fresh: &mut impl FnMut() -> Uuid) -> Result<Document, NotationError> {
    let mut parser = Parser {
        fresh,
        workshop: None,
        change: Change::default(),
        count: 0,
        roles: BTreeMap::new(),
        channels: BTreeMap::new(),
        it_systems: BTreeMap::new(),
        personas: BTreeMap::new(),
        activities: BTreeMap::new(),
        disruptions: BTreeMap::new(),
        customer_groups: BTreeMap::new(),
        participants: BTreeMap::new(),
        workstreams: BTreeMap::new(),
        recommendations: BTreeMap::new(),
        next_number: 1,
        pending_dependencies: Vec::new(),
        pending_addresses: Vec::new(),
        last_earlier: None,
        round: None,
        journeys: BTreeMap::new(),
        pending_roles: Vec::new(),
        last: None,
        pending_about: Vec::new(),
        pending_found: Vec::new(),
        pending_evidence: Vec::new(),
        map: None,
        stages: BTreeMap::new(),
        lanes: BTreeMap::new(),
        steps: BTreeMap::new(),
        counterparts: BTreeMap::new(),
    };
    let mut last = 0;
    for (index, line) in text.lines().enumerate() {
        last = index + 1;
        let line = line.trim();
        if !line.is_empty() && !line.starts_with('#') {
            parser.line(line).map_err(|message| NotationError { line: last, message })?;
        }
    }
    parser.finish().map_err(|message| NotationError { line: last, message })
}

struct Parser<'a, F> {
    fresh: &'a mut F,
    workshop: Option<Workshop>,
    change: Change,
    count: i64,
    roles: BTreeMap<String, RoleId>,
    channels: BTreeMap<String, ChannelId>,
    it_systems: BTreeMap<String, ItSystemId>,
    personas: BTreeMap<String, PersonaId>,
    activities: BTreeMap<String, ActivityId>,
    disruptions: BTreeMap<String, DisruptionId>,
    customer_groups: BTreeMap<String, CustomerGroupId>,
    participants: BTreeMap<String, ParticipantId>,
    workstreams: BTreeMap<String, WorkstreamId>,
    recommendations: BTreeMap<String, RecommendationId>,
    /// The number of the next recommendation that has none of its own.
    next_number: u32,
    /// What recommendations depend on: the one that does and the handles of the others, which may stand further down.
    pending_dependencies: Vec<(RecommendationId, String)>,
    /// The codes of the findings that recommendations answer.
    pending_addresses: Vec<(RecommendationId, String)>,
    /// The earlier workshop of the last line about one.
    last_earlier: Option<EarlierWorkshopId>,
    /// The round that answers belong to.
    round: Option<RoundId>,
    journeys: BTreeMap<String, JourneyId>,
    /// References to roles that may stand further down: the place to fill and the handle.
    pending_roles: Vec<(RoleUse, String)>,
    /// The record of the line above.
    last: Option<RecordId>,
    /// What codes that may stand further down are about.
    pending_about: Vec<(String, RecordId)>,
    /// What found findings that may stand further down.
    pending_found: Vec<(String, Source)>,
    /// What findings rest on.
    pending_evidence: Vec<(KeptFindingId, String)>,
    map: Option<MapKey>,
    stages: BTreeMap<String, StageId>,
    lanes: BTreeMap<String, LaneId>,
    steps: BTreeMap<String, StepId>,
    counterparts: BTreeMap<(JourneyId, &'static str, String), CounterpartId>,
}

enum RoleUse {
    Lead(RoleId),
    JourneyOwner(JourneyId),
    LaneRole(LaneId),
    HandoffOwner(ConnectorId),
}

/// What is left of a line after its first word.
struct Rest {
    words: std::vec::IntoIter<Word>,
}

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    fn line(&mut self, line: &str) -> Result<(), String> {
        let mut rest = Rest { words: words(line)?.into_iter() };
        match rest.bare("a kind of line")?.as_str() {
            "workshop" => self.workshop = Some(Workshop::new(rest.title()?)),
            "client" => self.charter()?.client = Some(rest.title()?),
            "purpose" => self.charter()?.purpose = Some(rest.text()?),
            "goals" => self.charter()?.goals = Some(rest.text()?),
            "scope" => self.charter()?.scope = Some(rest.text()?),
            "facilitator" => self.charter()?.facilitator = Some(rest.title()?),
            "date" => self.charter()?.date = Some(date(&rest.bare("a date")?)?),
            "confidentiality" => self.charter()?.confidentiality = Some(keyword(&rest.bare("a level")?)?),
            "threshold" => self.threshold(&mut rest)?,
            "ranking" => self.ranking(&mut rest)?,
            "roadmap-start" => self.roadmap(RoadmapField::Start(Some(date(&rest.bare("a date")?)?)))?,
            "waves" => self.waves(&mut rest)?,
            "wave" => self.wave(&mut rest)?,
            "week" => self.week(&mut rest)?,
            "holiday" => self.roadmap(RoadmapField::Holiday(date(&rest.bare("a date")?)?, true))?,
            "workstream" => self.workstream(&mut rest)?,
            "recommendation" => self.recommendation(&mut rest)?,
            "known" => self.known(&mut rest)?,
            "milestone" => self.milestone(&mut rest)?,
            "choice" => self.choice(&mut rest)?,
            "concern" => self.concern(&mut rest)?,
            "forum" => self.forum(&mut rest)?,
            "role" => self.role(&mut rest)?,
            "channel" => self.channel(&mut rest)?,
            "it-system" => self.it_system(&mut rest)?,
            "persona" => self.persona(&mut rest)?,
            "activity" => self.activity(&mut rest)?,
            "disruption" => self.disruption(&mut rest)?,
            "customer-group" => self.customer_group(&mut rest)?,
            "response" => self.response(&mut rest)?,
            "participant" => self.participant(&mut rest)?,
            "shift" => self.shift(&mut rest)?,
            "anchor" => self.anchor(&mut rest)?,
            "question" => self.question(&mut rest)?,
            "earlier" => self.earlier(&mut rest)?,
            "round" => self.round(&mut rest)?,
            "hands" => self.hands(&mut rest)?,
            "answer" => self.answer(&mut rest)?,
            "unnamed" => self.unnamed(&mut rest)?,
            "decision" => self.decision(&mut rest)?,
            "journey" => self.journey(&mut rest)?,
            "map" => self.map(&mut rest)?,
            "stage" => self.stage(&mut rest)?,
            "lane" => self.lane(&mut rest)?,
            "step" => self.step(&mut rest)?,
            "evidence" => self.evidence(&mut rest)?,
            "finding" => self.finding(&mut rest)?,
            "found" => self.found(&mut rest)?,
            "about" => self.about(&mut rest)?,
            "accept" => self.acceptance(&mut rest)?,
            "report" => self.report(&mut rest)?,
            "report-order" => self.report_order(&mut rest)?,
            "report-without" => self.report_without(&mut rest)?,
            "report-without-map" => self.report_without_map(&mut rest)?,
            "report-title" => self.report_title(&mut rest)?,
            "brand" => self.brand(&mut rest)?,
            "logo" => self.logo(&mut rest)?,
            kind => match (CardKind::from_key(kind), ConnectorKind::from_key(kind)) {
                (Some(kind), _) => self.card(kind, &mut rest)?,
                (None, Some(kind)) => self.connector(kind, &mut rest)?,
                (None, None) => return Err(format!("{kind} is not a kind of line")),
            },
        }
        rest.end()
    }

    fn charter(&mut self) -> Result<&mut Workshop, String> {
        self.workshop.as_mut().ok_or_else(|| "the workshop line comes first".to_owned())
    }

    /// `threshold responsible 4`.
    fn threshold(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (threshold, number) = (keyword::<Threshold>(&rest.bare("a threshold")?)?, rest.bare("a number")?);
        let charter = self.charter()?;
        let set = number.parse().ok().and_then(|it| charter.thresholds.clone().with(threshold, Some(it)));
        charter.thresholds = set.ok_or_else(|| {
            let range = threshold.range();
            format!("{number} is not a number from {} to {}", range.start(), range.end())
        })?;
        Ok(())
    }

    fn map(&mut self, rest: &mut Rest) -> Result<(), String> {
        let handle = rest.bare("a journey")?;
        let journey = *self.journeys.get(&handle).ok_or_else(|| format!("there is no journey {handle}"))?;
        let state: State = keyword(&rest.bare("a state")?)?;
        self.map = Some(MapKey { journey, state });
        self.stages.clear();
        self.lanes.clear();
        self.steps.clear();
        Ok(())
    }

    fn stage(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (map, handle) = (self.current_map()?, rest.bare("a handle")?);
        let id = StageId((self.fresh)());
        let mut stage = Stage::new(id, map, rest.title()?);
        stage.rank = self.next_rank();
        stage.counterpart = self.counterpart("stage", &handle, stage.counterpart)?;
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "phase" => stage.phase = Some(keyword(&value)?),
                "question" => stage.question = Some(title(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        insert_new(&mut self.stages, handle, id)?;
        self.put(id, stage);
        Ok(())
    }

    fn lane(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (map, handle) = (self.current_map()?, rest.bare("a handle")?);
        let id = LaneId((self.fresh)());
        let mut lane = Lane::new(id, map, rest.title()?, LaneKind::Backstage);
        lane.rank = self.next_rank();
        lane.counterpart = self.counterpart("lane", &handle, lane.counterpart)?;
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "kind" => lane.kind = keyword(&value)?,
                "function" => lane.function = Some(title(&value)?),
                "role" => self.pending_roles.push((RoleUse::LaneRole(id), value)),
                "sourcing" => lane.sourcing = Some(keyword(&value)?),
                "performer" => lane.performer = Some(keyword(&value)?),
                "dedication" => lane.dedication = Some(keyword(&value)?),
                "rationale" => lane.rationale = Some(text(&value)?),
                "contract" => lane.contract = Some(text(&value)?),
                "others-share" => lane.others_share = Some(percent(&value)?),
                "partner-criteria" => lane.partner_criteria = Some(text(&value)?),
                "letters" => lane.letters = letters(&self.roles, &value)?,
                _ => return Err(unknown(&key)),
            }
        }
        insert_new(&mut self.lanes, handle, id)?;
        self.put(id, lane);
        Ok(())
    }

    fn cell(&self, value: &str) -> Result<(StageId, LaneId), String> {
        let (stage, lane) = value.split_once('/').ok_or("a cell is stage/lane")?;
        let stage = self.stages.get(stage).ok_or_else(|| format!("there is no stage {stage} in this map"))?;
        let lane = self.lanes.get(lane).ok_or_else(|| format!("there is no lane {lane} in this map"))?;
        Ok((*stage, *lane))
    }

    fn connector(&mut self, kind: ConnectorKind, rest: &mut Rest) -> Result<(), String> {
        let from = rest.bare("a step")?;
        if rest.bare("an arrow")? != "->" {
            return Err("a connector is written from -> to".to_owned());
        }
        let to = rest.bare("a step")?;
        let id = ConnectorId((self.fresh)());
        let mut connector = Connector::new(id, self.step_named(&from)?, self.step_named(&to)?);
        connector.kind = kind;
        connector.counterpart =
            self.counterpart("connector", &format!("{from} -> {to}"), connector.counterpart)?;
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "label" => connector.label = Some(title(&value)?),
                "trigger" => connector.trigger = Some(title(&value)?),
                "information" => connector.information = Some(title(&value)?),
                "owner" => self.pending_roles.push((RoleUse::HandoffOwner(id), value)),
                "limit" => connector.limit_secs = Some(duration(&value)?),
                "acknowledgement" => connector.acknowledgement = Some(title(&value)?),
                "context-carried" => connector.context_carried = Some(yes(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        self.put(id, connector);
        Ok(())
    }

    fn finish(mut self) -> Result<Document, String> {
        self.resolve_codes()?;
        self.fill_recommendations()?;
        for (role_use, handle) in self.pending_roles {
            let role = *self.roles.get(&handle).ok_or_else(|| format!("there is no role {handle}"))?;
            let change = &mut self.change;
            match role_use {
                RoleUse::Lead(id) => fill(&mut change.roles, id, |it| it.reports_to = Some(role)),
                RoleUse::JourneyOwner(id) => fill(&mut change.journeys, id, |it| it.owner = Some(role)),
                RoleUse::LaneRole(id) => fill(&mut change.lanes, id, |it| it.role = Some(role)),
                RoleUse::HandoffOwner(id) => fill(&mut change.connectors, id, |it| it.owner = Some(role)),
            }
        }
        let mut document = Document::new(self.workshop.ok_or("there is no workshop line")?);
        document.apply(&self.change).map_err(|it| it.to_string())?;
        match document.violations().first() {
            None => Ok(document),
            Some(violation) => Err(violation.to_string()),
        }
    }

    fn current_map(&self) -> Result<MapKey, String> {
        self.map.ok_or_else(|| "a map line comes before its stages and lanes".to_owned())
    }

    fn next_rank(&mut self) -> Rank {
        self.count += 1;
        Rank(self.count << 16)
    }

    fn counterpart(
        &mut self,
        kind: &'static str,
        handle: &str,
        own: CounterpartId,
    ) -> Result<CounterpartId, String> {
        let journey = self.current_map()?.journey;
        Ok(*self.counterparts.entry((journey, kind, handle.to_owned())).or_insert(own))
    }

    /// `accept "R1" "Reason"`; it is about the record of the line above, or that of other such lines in between.
    fn acceptance(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (rule, reason) = (rest.title()?, rest.text()?);
        let about = self.last.ok_or("what is accepted stands below the record that it is about")?;
        let id = AcceptanceId((self.fresh)());
        self.put(id, Acceptance { rule, about, reason });
        self.last = Some(about);
        Ok(())
    }

    fn put<R: Record>(&mut self, id: R::Id, record: R) {
        self.last = Some(R::record_id(id));
        R::swaps_mut(&mut self.change).insert(id, Swap { before: None, after: Some(record) });
    }
}

impl Rest {
    fn bare(&mut self, what: &str) -> Result<String, String> {
        match self.words.next() {
            Some(Word::Bare(word)) => Ok(word),
            _ => Err(format!("{what} is missing")),
        }
    }

    fn quoted(&mut self) -> Result<String, String> {
        match self.words.next() {
            Some(Word::Quoted(text)) => Ok(text),
            _ => Err("a text in quotation marks is missing".to_owned()),
        }
    }

    fn title(&mut self) -> Result<Title, String> {
        title(&self.quoted()?)
    }

    fn text(&mut self) -> Result<Text, String> {
        text(&self.quoted()?)
    }

    fn pairs(&mut self) -> Result<Vec<(String, String)>, String> {
        self.words
            .by_ref()
            .map(|word| match word {
                Word::Pair(key, value) => Ok((key, value)),
                Word::Bare(text) | Word::Quoted(text) => Err(format!("{text} is not key=value")),
            })
            .collect()
    }

    fn end(&mut self) -> Result<(), String> {
        self.pairs().and_then(|it| match it.first() {
            None => Ok(()),
            Some((key, _)) => Err(unknown(key)),
        })
    }
}

fn insert_new<V>(handles: &mut BTreeMap<String, V>, handle: String, id: V) -> Result<(), String> {
    match handles.insert(handle.clone(), id) {
        None => Ok(()),
        Some(_) => Err(format!("the handle {handle} is taken")),
    }
}

fn fill<K: Ord, V>(swaps: &mut BTreeMap<K, Swap<V>>, id: K, set: impl FnOnce(&mut V)) {
    if let Some(record) = swaps.get_mut(&id).and_then(|swap| swap.after.as_mut()) {
        set(record);
    }
}

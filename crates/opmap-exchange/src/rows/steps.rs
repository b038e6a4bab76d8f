//! Rows made into steps, and steps into rows.

use std::collections::BTreeMap;

use opmap_model::{
    Change, Channel, ChannelId, ChannelKind, Connector, ConnectorId, Document, Journey, JourneyId, Keyword,
    Lane, LaneId, LaneKind, MapKey, MapView, Medium, Rank, Stage, StageId, State, Step, StepId, StepKind,
    Swap, Text, TextFault, Title, Workshop, folded,
};
use uuid::Uuid;

use super::{Column, Grid, Layout};
use crate::words::lower_first;

/// What rows have become.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps {
    /// A workshop with one map that holds them.
    pub excerpt: Document,
    /// What could not be taken as it stands.
    pub left_out: Vec<LeftOut>,
}

/// Something in a row that could not be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The row, from 1, header included.
    pub row: usize,
    /// What it is, in a sentence.
    pub sentence: String,
}

/// The steps that the rows of a table say. A cell that is empty in the column of stages or lanes means the same as the
/// one above. A kind that is not known is put in the note, so that nothing is lost; any words are a channel. With
/// `connect` each step leads to that of the next row. `fresh` gives the identities.
#[must_use]
pub fn steps(grid: &Grid, layout: &Layout, connect: bool, mut fresh: impl FnMut() -> Uuid) -> Steps {
    let journey = JourneyId(fresh());
    let map = MapKey { journey, state: State::AsLived };
    let mut made = Made {
        change: Change::default(),
        map,
        stages: BTreeMap::new(),
        lanes: BTreeMap::new(),
        channels: BTreeMap::new(),
    };
    add(&mut made.change.journeys, journey, Journey::new(title("Rows")));
    let mut left_out = Vec::new();
    let (mut stage_above, mut lane_above) = (title("Stage 1"), title("Lane 1"));
    let mut before: Option<StepId> = None;
    let rows = grid.iter().enumerate().skip(usize::from(layout.has_header));
    for (row, (index, cells)) in rows.enumerate() {
        let mut leave_out = |sentence: String| left_out.push(LeftOut { row: index + 1, sentence });
        let name = match Title::new(layout.cell(cells, Column::Step)) {
            Ok(name) => name,
            Err(fault) => {
                leave_out(format!("No step: {}", lower_first(&fault.to_string())));
                continue;
            }
        };
        for (column, above) in [(Column::Stage, &mut stage_above), (Column::Lane, &mut lane_above)] {
            match layout.cell(cells, column) {
                "" => {}
                words => match Title::new(words) {
                    Ok(words) => *above = words,
                    Err(fault) => {
                        leave_out(format!(
                            "{} as above: {}",
                            column.label(),
                            lower_first(&fault.to_string())
                        ));
                    }
                },
            }
        }
        let stage = made.stage(&stage_above, &mut fresh);
        let lane = made.lane(&lane_above, &mut fresh);
        let id = StepId(fresh());
        let mut step = Step { rank: rank(row), ..Step::new(id, stage, lane, name) };
        let mut said: Vec<String> = vec![layout.cell(cells, Column::Note).to_owned()];
        match known::<StepKind>(layout.cell(cells, Column::Kind)) {
            Ok(kind) => step.kind = kind.unwrap_or(step.kind),
            Err(words) => {
                leave_out(format!("“{words}” is no kind of step. It goes into the note."));
                said.push(format!("Kind: {words}"));
            }
        }
        let channel = layout.cell(cells, Column::Channel);
        match Title::new(channel) {
            Ok(name) => step.channel = Some(made.channel(&name, &mut fresh)),
            Err(TextFault::Empty) => {}
            Err(fault) => {
                leave_out(format!("No channel: {} It goes into the note.", lower_first(&fault.to_string())));
                said.push(format!("Channel: {channel}"));
            }
        }
        match Text::new(&said.join("\n")) {
            Ok(note) => step.note = Some(note),
            Err(TextFault::Empty) => {}
            Err(fault) => leave_out(format!("No note: {}", lower_first(&fault.to_string()))),
        }
        add(&mut made.change.steps, id, step);
        if let Some(from) = before.filter(|_| connect) {
            let connector = ConnectorId(fresh());
            add(&mut made.change.connectors, connector, Connector::new(connector, from, id));
        }
        before = Some(id);
    }
    let mut excerpt = Document::new(Workshop::new(title("Rows")));
    excerpt.apply(&made.change).expect("records that are all new fit an empty document");
    Steps { excerpt, left_out }
}

/// The steps of a workshop as rows in reading order, below a row with the names of the columns. What a step leads to comes
/// last; where there are several maps, each row begins with the journey and the state that it is of.
#[must_use]
pub fn table(document: &Document) -> Grid {
    let journeys = document.journeys_in_order();
    let maps = journeys
        .iter()
        .flat_map(|(journey, _)| State::ALL.iter().map(|it| MapKey { journey: *journey, state: *it }));
    let views: Vec<(MapKey, MapView)> =
        maps.map(|it| (it, document.map_view(it))).filter(|(_, view)| !view.steps.is_empty()).collect();
    let which: &[&str] = if views.len() > 1 { &["Journey", "State"] } else { &[] };
    let names = which.iter().copied().chain(Column::ALL.iter().map(|it| it.label())).chain(["Leads to"]);
    let mut rows = vec![names.map(str::to_owned).collect()];
    for (map, view) in &views {
        let journey = document.get(map.journey).map_or("", |it| it.title.as_str());
        let which = &[journey, map.state.label()][..which.len()];
        let mut leads_to: BTreeMap<StepId, Vec<String>> = BTreeMap::new();
        for (_, connector) in &view.connectors {
            leads_to.entry(connector.from).or_default().extend(leading(document, connector));
        }
        rows.extend(view.steps.iter().map(|(id, step)| {
            let cells = Column::ALL.iter().map(|it| cell(document, step, *it));
            let leads_to = leads_to.get(id).map(|it| it.join("\n")).unwrap_or_default();
            which.iter().map(|it| (*it).to_owned()).chain(cells).chain([leads_to]).collect()
        }));
    }
    rows
}

/// What stands in one column of the row of a step.
fn cell(document: &Document, step: &Step, column: Column) -> String {
    match column {
        Column::Stage => document.get(step.stage).map(|it| it.title.to_string()),
        Column::Lane => document.get(step.lane).map(|it| it.title.to_string()),
        Column::Step => Some(step.title.to_string()),
        Column::Kind => Some(step.kind.label().to_owned()),
        Column::Channel => step.channel.and_then(|id| document.get(id)).map(|it| it.title.to_string()),
        Column::Note => step.note.as_ref().map(ToString::to_string),
    }
    .unwrap_or_default()
}

/// The step that a connector leads to, and the words on the way.
fn leading(document: &Document, connector: &Connector) -> Option<String> {
    let to = &document.get(connector.to)?.title;
    Some(connector.label.as_ref().map_or_else(|| to.to_string(), |label| format!("{to} ({label})")))
}

/// The map that is being made.
struct Made {
    change: Change,
    map: MapKey,
    stages: BTreeMap<String, StageId>,
    lanes: BTreeMap<String, LaneId>,
    channels: BTreeMap<String, ChannelId>,
}

impl Made {
    fn stage(&mut self, name: &Title, fresh: &mut impl FnMut() -> Uuid) -> StageId {
        let (number, map) = (self.stages.len(), self.map);
        *self.stages.entry(folded(name.as_str())).or_insert_with(|| {
            let id = StageId(fresh());
            let stage = Stage { rank: rank(number), ..Stage::new(id, map, name.clone()) };
            add(&mut self.change.stages, id, stage);
            id
        })
    }

    fn lane(&mut self, name: &Title, fresh: &mut impl FnMut() -> Uuid) -> LaneId {
        let (number, map) = (self.lanes.len(), self.map);
        *self.lanes.entry(folded(name.as_str())).or_insert_with(|| {
            let id = LaneId(fresh());
            let lane = Lane { rank: rank(number), ..Lane::new(id, map, name.clone(), kind_of(name)) };
            add(&mut self.change.lanes, id, lane);
            id
        })
    }

    /// The channel of that name. Where the name is that of a medium, the channel goes through it.
    fn channel(&mut self, name: &Title, fresh: &mut impl FnMut() -> Uuid) -> ChannelId {
        let number = self.channels.len();
        *self.channels.entry(folded(name.as_str())).or_insert_with(|| {
            let id = ChannelId(fresh());
            let medium = known::<Medium>(name.as_str()).ok().flatten();
            let kind = medium.map_or(ChannelKind::Assisted, Medium::usual_kind);
            let channel = Channel { rank: rank(number), medium, ..Channel::new(name.clone(), kind) };
            add(&mut self.change.channels, id, channel);
            id
        })
    }
}

/// The kind of a lane of that name: the customer's is known by its name, others do their work out of sight until
/// someone says otherwise.
fn kind_of(name: &Title) -> LaneKind {
    let name = folded(name.as_str());
    if ["customer", "client", "guest", "patient", "citizen"].iter().any(|it| name.starts_with(it)) {
        LaneKind::Customer
    } else {
        LaneKind::Backstage
    }
}

/// The choice that the words mean, none where there are no words, or the words themselves.
fn known<K: Keyword>(words: &str) -> Result<Option<K>, &str> {
    if words.is_empty() {
        return Ok(None);
    }
    let wanted = folded(words);
    let same = |it: &K| wanted == it.key() || wanted == folded(it.label());
    K::ALL.iter().copied().find(same).map(Some).ok_or(words)
}

fn add<I: Ord, R>(table: &mut BTreeMap<I, Swap<R>>, id: I, record: R) {
    table.insert(id, Swap { before: None, after: Some(record) });
}

fn rank(index: usize) -> Rank {
    Rank(i64::try_from(index).unwrap_or(i64::MAX))
}

fn title(words: &str) -> Title {
    Title::new(words).expect("these words are a title")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use opmap_model::generate::{Dice, Options, document};
    use opmap_model::notation;

    use super::{Layout, steps, table};
    use crate::rows::{grid, write};

    fn told(text: &str, connect: bool) -> String {
        let grid = grid(text).unwrap();
        let mut dice = Dice::new(3);
        let steps = steps(&grid, &Layout::guess(&grid), connect, || dice.uuid());
        assert_eq!(steps.excerpt.violations(), []);
        let left: String =
            steps.left_out.iter().map(|it| format!("row {}: {}\n", it.row, it.sentence)).collect();
        notation::print(&steps.excerpt) + &left
    }

    #[test]
    fn rows_of_lane_and_step_become_connected_steps() {
        expect![[r#"
            workshop "Rows"
            journey j1 "Rows"
            map j1 as-lived
            stage st1 "Stage 1"
            lane la1 "Customer" kind=customer
            lane la2 "Dispatch" kind=backstage
            step st1 "Calls" at=st1/la1 kind=activity
            step st2 "Assigns" at=st1/la2 kind=activity
            step st3 "Confirms" at=st1/la2 kind=activity
            flow st1 -> st2
            flow st2 -> st3
        "#]]
        .assert_eq(&told("Customer\tCalls\nDispatch\tAssigns\n\tConfirms\n", true));
    }

    #[test]
    fn what_is_not_known_is_listed_and_kept_in_the_note() {
        let text = "Stage\tLane\tStep\tKind\tChannel\tNote\n\
            Contact\tCustomer\tCalls\ttouchpoint\tPHONE\t\"two\nlines\"\n\
            Contact\tSales\tThinks\tpondering\tpigeon\t\n\
            Contact\tSales\t\t\t\tno step here\n";
        expect![[r#"
            workshop "Rows"
            channel ch1 "PHONE" kind=assisted medium=phone
            channel ch2 "pigeon" kind=assisted
            journey j1 "Rows"
            map j1 as-lived
            stage st1 "Contact"
            lane la1 "Customer" kind=customer
            lane la2 "Sales" kind=backstage
            step st1 "Calls" at=st1/la1 kind=touchpoint channel=ch1 note="two\nlines"
            step st2 "Thinks" at=st1/la2 kind=activity channel=ch2 note="Kind: pondering"
            row 3: “pondering” is no kind of step. It goes into the note.
            row 4: No step: the text is empty.
        "#]]
        .assert_eq(&told(text, false));
    }

    #[test]
    fn names_are_the_same_without_regard_to_case_accents_and_gaps() {
        expect![[r#"
            workshop "Rows"
            channel ch1 "On-site" kind=physical medium=on-site
            journey j1 "Rows"
            map j1 as-lived
            stage st1 "Prise en  charge"
            lane la1 "Équipe" kind=backstage
            step st1 "Appelle" at=st1/la1 kind=touchpoint channel=ch1
            step st2 "Répond" at=st1/la1 kind=touchpoint channel=ch1
        "#]]
        .assert_eq(&told(
            "Stage\tLane\tStep\tKind\tChannel\nPrise en  charge\tÉquipe\tAppelle\tTouchpoint\tOn-site\n\
             prise en charge\tEQUIPE\tRépond\ttouchpoint\tON–SITE\n",
            false,
        ));
    }

    #[test]
    fn the_table_of_a_map_is_read_as_the_same_steps() {
        for seed in 0..20 {
            let made = document(&Options { steps: 40, lanes: 4, stages: 5, seed });
            let written = write(&table(&made));
            let grid = grid(&written).unwrap();
            let mut dice = Dice::new(seed);
            let read = steps(&grid, &Layout::guess(&grid), false, || dice.uuid());
            assert_eq!(read.left_out, []);
            // Lanes and stages come in the order of their first step. What steps lead to is not taken again.
            let rows = [&made, &read.excerpt].map(|it| {
                let mut rows = table(it);
                rows.iter_mut().for_each(|row| row.truncate(6));
                rows.sort();
                rows
            });
            assert_eq!(rows[0], rows[1]);
        }
    }

    #[test]
    fn what_a_step_leads_to_comes_last_and_several_maps_are_told_apart() {
        let text = r#"
            workshop "W"
            journey j "Repair"
            map j as-lived
            stage s "Contact"
            lane l "Customer" kind=customer
            step a "Calls" at=s/l
            step b "Asks" at=s/l
            step c "Waits" at=s/l
            flow a -> b label="if urgent"
            flow a -> c
        "#;
        let mut dice = Dice::new(5);
        let one = notation::parse(text, &mut || dice.uuid()).unwrap();
        expect![[r#"
            Stage	Lane	Step	Kind	Channel	Note	Leads to
            Contact	Customer	Calls	Activity			"Asks (if urgent)
            Waits"
            Contact	Customer	Asks	Activity			
            Contact	Customer	Waits	Activity			
        "#]]
        .assert_eq(&write(&table(&one)));
        let more = format!(
            "{text}\nmap j to-be\nstage t \"Contact\"\nlane m \"Customer\" kind=customer\nstep d \"Clicks\" at=t/m\n"
        );
        let two = notation::parse(&more, &mut || dice.uuid()).unwrap();
        let rows = table(&two);
        assert_eq!(rows[0][..3], ["Journey", "State", "Stage"]);
        assert_eq!(rows[1][..3], ["Repair", "As lived", "Contact"]);
        assert_eq!(rows.last().unwrap()[..5], ["Repair", "To be", "Contact", "Customer", "Clicks"]);
    }
}

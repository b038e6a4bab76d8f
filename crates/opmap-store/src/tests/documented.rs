//! docs/FORMAT.md is true.

use std::collections::BTreeSet;

use opmap_model::{
    Benefit, CardKind, Category, ChannelKind, Chapter, Clock, Confidence, Confidentiality, ConnectorKind,
    CostBand, CustomerRelation, DaciLetter, Dedication, Delivery, English, EvidenceGrade, EvidenceKind,
    Keyword, LaneKind, Letter, MapKey, Medium, Pain, Paper, Performer, Period, Perspective, Phase, Progress,
    Ranking, RapidLetter, Readiness, ReportScope, RiceImpact, Severity, Shift, Sourcing, State, StepKind,
    Timing, TitleFace, ValueTag, WideMaps,
};
use rusqlite::Connection;

use super::{Place, workshop};
use crate::{APPLICATION_ID, SCHEMA_VERSION};

const FORMAT: &str = include_str!("../../../../docs/FORMAT.md");

#[test]
fn it_names_the_version_and_the_mark() {
    assert!(FORMAT.starts_with(&format!("# The .opmap file, schema version {SCHEMA_VERSION}\n")));
    assert!(FORMAT.contains(&format!("| {SCHEMA_VERSION} |\n")));
    assert!(FORMAT.contains(&format!("| {APPLICATION_ID}, the letters `OPMP` |\n")));
}

/// The columns that the text describes, in the order of its tables.
fn described() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let mut table = String::new();
    let quoted = |text: &str| text.split('`').nth(1).map(str::to_owned);
    for line in FORMAT.lines() {
        if line.starts_with("### ") || line.starts_with("| Column of ") {
            table = quoted(line).unwrap();
        } else if line.starts_with("## ") {
            table.clear();
        } else if let Some(column) = line.strip_prefix("| `").and_then(|rest| rest.split('`').next())
            && !table.is_empty()
        {
            found.insert((table.clone(), column.to_owned()));
        }
    }
    found
}

#[test]
fn it_describes_every_column_and_no_other() {
    let place = Place::with_workshop();
    let connection = Connection::open(&place.path).unwrap();
    let columns = "SELECT tables.name, columns.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table'";
    let mut statement = connection.prepare(columns).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    assert_eq!(rows.collect::<Result<BTreeSet<(String, String)>, _>>().unwrap(), described());
}

#[test]
fn its_query_lists_the_steps_of_the_map() {
    let query = FORMAT.split("```sql\n").nth(1).unwrap().split("```").next().unwrap();
    let place = Place::with_workshop();
    let connection = Connection::open(&place.path).unwrap();
    let mut statement = connection.prepare(query).unwrap();
    let rows = statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?])).unwrap();
    let found: Vec<[String; 3]> = rows.map(Result::unwrap).collect();

    let document = workshop();
    let (journey, _) = document.journeys_in_order()[0];
    let view = document.map_view(MapKey { journey, state: State::AsLived });
    let mut expected = Vec::new();
    for (lane_id, lane) in &view.lanes {
        for (stage_id, stage) in &view.stages {
            let here = view.steps.iter().filter(|(_, it)| it.lane == *lane_id && it.stage == *stage_id);
            expected
                .extend(here.map(|(_, it)| [&lane.title, &stage.title, &it.title].map(ToString::to_string)));
        }
    }
    assert_eq!(found.len(), 60);
    assert_eq!(found, expected);
}

#[test]
fn it_lists_every_choice() {
    fn check<K: Keyword>() {
        for choice in K::ALL {
            assert!(FORMAT.contains(&format!("`{}`", choice.key())), "{}", choice.key());
        }
    }
    check::<Confidentiality>();
    check::<Category>();
    check::<Chapter>();
    check::<ReportScope>();
    check::<Paper>();
    check::<WideMaps>();
    check::<English>();
    check::<TitleFace>();
    check::<CostBand>();
    check::<Benefit>();
    check::<Delivery>();
    check::<Readiness>();
    check::<Progress>();
    check::<Ranking>();
    check::<Period>();
    check::<RiceImpact>();
    check::<Confidence>();
    check::<Timing>();
    check::<State>();
    check::<LaneKind>();
    check::<Sourcing>();
    check::<StepKind>();
    check::<Medium>();
    check::<ChannelKind>();
    check::<CustomerRelation>();
    check::<Phase>();
    check::<Performer>();
    check::<Dedication>();
    check::<Clock>();
    check::<ValueTag>();
    check::<EvidenceGrade>();
    check::<EvidenceKind>();
    check::<Severity>();
    check::<CardKind>();
    check::<Pain>();
    check::<Perspective>();
    check::<Shift>();
    check::<Letter>();
    check::<RapidLetter>();
    check::<DaciLetter>();
    check::<ConnectorKind>();
}

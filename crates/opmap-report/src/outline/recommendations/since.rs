//! What has become of the recommendations since the last workshop.

use opmap_analysis::{Became, FollowUp, Followed, action_words, follow_up};
use opmap_model::{Document, EarlierAction};

use super::super::wording::sentence;
use super::super::{Block, Cell, Row, Section, Table};

/// The section, if an earlier workshop is known that knew some of them.
pub(super) fn section(document: &Document) -> Option<Section> {
    let found = follow_up(document)?;
    Some(Section {
        level: 2,
        upright: false,
        anchor: "recommendations since".to_owned(),
        name: "Since last time".to_owned(),
        about: Some("Recommendations".to_owned()),
        title: sentence(&format!("Since last time: {}", found.in_words())),
        blocks: vec![
            Block::Table(table(document, &found)),
            Block::Note(format!(
                "Compared with {}: progress, wave, due date and what is measured.",
                found.source(document.workshop().report.english)
            )),
        ],
    })
}

fn table(document: &Document, found: &FollowUp) -> Table {
    let columns = [("Recommendation", 3.4), ("Last time", 2.0), ("Today", 2.0), ("Since then", 1.0)];
    let english = document.workshop().report.english;
    let row = |followed: &Followed| {
        let it = document.get(followed.id)?;
        let today = EarlierAction::of(it);
        let became = followed.became.words().to_owned();
        Some(Row::new([
            Cell::Strong(format!("{} {}", it.code(), it.title)),
            followed.then.as_ref().map_or_else(Cell::dash, |it| Cell::Text(action_words(it, english))),
            Cell::Text(action_words(&today, english)),
            if followed.became == Became::Same { Cell::Quiet(became) } else { Cell::Strong(became) },
        ]))
    };
    Table::of_records(&columns, found.each.iter().filter_map(row).collect())
}

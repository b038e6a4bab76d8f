//! In which words the shifts were scored (M7).

use std::borrow::Cow;

use opmap_analysis::shifts;
use opmap_model::{Document, Keyword, Rating, Shift};

use super::super::{Block, Cell, Column, Row, Section, Table};

/// The appendix with what can be seen at each level, if the shifts are told of.
pub(in crate::outline) fn section(document: &Document) -> Option<Section> {
    let found = shifts(document);
    super::is_told(&found).then(|| {
        let own = Shift::ALL.iter().filter(|it| !document.assessment(**it).anchors.is_empty()).count();
        let whose = match own {
            0 => String::new(),
            _ => format!(", {own} of them in words of this workshop"),
        };
        Section {
            level: 1,
            upright: false,
            anchor: "shift levels".to_owned(),
            name: "Levels of the shifts".to_owned(),
            about: None,
            title: format!("The 7 shifts were scored by what can be seen at 5 levels{whose}"),
            blocks: vec![Block::Table(table(document))],
        }
    })
}

fn table(document: &Document) -> Table {
    let level = |it: Rating| Column { head: Cow::Owned(format!("{it} {}", it.maturity())), share: 2.0 };
    let heads = [("Shift", 1.8), ("What it means", 2.2)]
        .map(|(head, share)| Column { head: Cow::Borrowed(head), share });
    let row = |shift: &Shift| {
        let assessment = document.assessment(*shift);
        let name = Cell::Strong(format!("{} {}", shift.number(), assessment.name()));
        let meaning = Cell::Small(assessment.explained().to_owned());
        let levels = Rating::ALL.map(|it| Cell::Small(assessment.anchor(it).to_owned()));
        Row::new([name, meaning].into_iter().chain(levels).collect::<Vec<_>>())
    };
    let columns = heads.into_iter().chain(Rating::ALL.map(level)).collect();
    Table::with_columns(columns, Shift::ALL.iter().map(row).collect()).dense()
}

//! The register of roles.

use std::collections::BTreeSet;

use opmap_model::{Document, Keyword, Level, Role, RoleId, Sourcing, Title};

use super::wording::counted;
use super::{Block, Cell, Row, Section, Table, anchor};

pub(super) fn section(document: &Document) -> Section {
    let codes = document.role_codes();
    let in_order = document.roles_in_order();
    let roles: Vec<&Role> = in_order.iter().map(|(_, role)| *role).collect();
    let row = |(id, role): &(RoleId, &Role)| {
        let lead = role.reports_to.and_then(|lead| document.get(lead)).map(|lead| &lead.title);
        Row::new([
            Cell::Strong(role.title.to_string()),
            Cell::optional(codes.get(id)),
            Cell::optional(role.function.as_ref()),
            Cell::optional(role.level.map(Level::get)),
            Cell::optional(lead),
            Cell::optional(role.sourcing.map(Keyword::label)),
        ])
    };
    let columns = [
        ("Role", 3.4),
        ("Code", 0.8),
        ("Function", 2.2),
        ("Level", 1.0),
        ("Reports to", 3.2),
        ("Sourcing", 1.8),
    ];
    let blocks = if roles.is_empty() {
        vec![Block::Note("Roles were not discussed.".to_owned())]
    } else {
        vec![
            Block::Table(Table::of_records(&columns, in_order.iter().map(row).collect()).dense()),
            Block::Note(
                "Codes stand for the roles on the maps. Level of authority: 1 is the front line, 9 the top."
                    .to_owned(),
            ),
        ]
    };
    Section {
        level: 1,
        upright: false,
        anchor: anchor::ROLES.to_owned(),
        name: "Roles".to_owned(),
        about: None,
        title: title(&roles),
        blocks,
    }
}

fn title(roles: &[&Role]) -> String {
    if roles.is_empty() {
        return "Roles were not discussed".to_owned();
    }
    let functions: BTreeSet<&Title> = roles.iter().filter_map(|role| role.function.as_ref()).collect();
    let outside = roles
        .iter()
        .filter(|role| matches!(role.sourcing, Some(Sourcing::Outsourced | Sourcing::Partner)))
        .count();
    let mut told = counted(roles.len(), "role");
    if !functions.is_empty() {
        told = format!("{told} in {}", counted(functions.len(), "function"));
    }
    match outside {
        0 => format!("{told} take part"),
        _ => format!("{told} take part, {outside} of them outside the company"),
    }
}

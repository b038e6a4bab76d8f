//! Random edits of what is chosen for the report.

use super::edits::some_id;
use super::{Dice, title};
use crate::{
    BrandField, Chapter, Colour, Document, Edit, English, Keyword, Logo, LogoId, MapKey, Paper, Png,
    RecordKey, ReportField, ReportScope, State, TitleFace, WideMaps, WorkshopField,
};

pub(super) fn edit(document: &Document, dice: &mut Dice) -> Edit {
    if dice.below(8) == 0 {
        let logo = (dice.below(3) > 0).then(|| logo(dice)).flatten();
        return Edit::SetLogo { id: LogoId(dice.uuid()), logo: logo.map(Box::new) };
    }
    Edit::SetWorkshop(WorkshopField::Report(field(document, dice)))
}

fn field(document: &Document, dice: &mut Dice) -> ReportField {
    let is = dice.below(2) == 0;
    let words = is.then(|| title("Work stalls where it changes hands"));
    let chapter = dice.pick(Chapter::ALL).copied().unwrap_or(Chapter::Summary);
    let map = some_id(document, dice).map(|journey| MapKey { journey, state: State::AsLived });
    match (dice.below(13), map) {
        (0, _) => ReportField::Scope(dice.pick(ReportScope::ALL).copied().unwrap_or_default()),
        (1, _) => ReportField::Paper(dice.pick(Paper::ALL).copied().unwrap_or_default()),
        (2, _) => ReportField::WideMaps(dice.pick(WideMaps::ALL).copied().unwrap_or_default()),
        (3, _) => ReportField::Order(vec![Chapter::Roadmap, chapter]),
        (4, _) => ReportField::LeaveOut(chapter, is),
        (5, Some(map)) => ReportField::LeaveOutMap(map, is),
        (6, Some(map)) => ReportField::SectionTitle(
            title(&format!("map {} {}", map.state.key(), map.journey.uuid())),
            words,
        ),
        (6, None) => ReportField::SectionTitle(title("shifts"), words),
        (7, _) => ReportField::WithoutNotes(is),
        (8, _) => ReportField::Draft(is),
        (9, _) => ReportField::Anonymised(is),
        (10, _) => ReportField::English(dice.pick(English::ALL).copied().unwrap_or_default()),
        (11, _) => ReportField::Version(is.then(|| title("1.0"))),
        _ => ReportField::Brand(brand(dice)),
    }
}

/// Some of the colours are too pale, and refused.
fn brand(dice: &mut Dice) -> BrandField {
    let colour = Colour::parse(&format!("{:06x}", dice.below(0x0100_0000)));
    match dice.below(5) {
        0 => BrandField::Accent(colour),
        1 => BrandField::Second(colour),
        2 => BrandField::Titles(dice.pick(TitleFace::ALL).copied().unwrap_or_default()),
        3 => BrandField::Footer(Some(title("Halden Broadband"))),
        _ => BrandField::WhiteCover(dice.below(2) == 0),
    }
}

/// The head of a picture, of which no more is looked at than its size.
fn logo(dice: &mut Dice) -> Option<Logo> {
    let side = |side: usize| u32::try_from(side + 1).unwrap_or(1).to_be_bytes();
    let start = *b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let (width, height) = (side(dice.below(1999)), side(dice.below(600)));
    let bytes = [start.as_slice(), &width, &height].concat();
    Png::new(bytes).ok().map(|png| Logo { png })
}

//! What edits of the report's settings do, and what they refuse.

use expect_test::expect;
use uuid::Uuid;

use super::{after, numbered};
use crate::{
    BrandField, Chapter, Colour, Document, Edit, English, Logo, LogoId, MapKey, Paper, Png, RecordKey,
    Refusal, ReportField, ReportScope, State, Title, TitleFace, WideMaps, WorkshopField, notation,
};

fn workshop() -> Document {
    let text = "workshop \"Repair\"\nrole lead \"Team lead\"\njourney j1 \"Restore\"\njourney j2 \"Move\"\n";
    notation::parse(text, &mut numbered()).unwrap()
}

fn set(field: ReportField) -> Edit {
    Edit::SetWorkshop(WorkshopField::Report(field))
}

fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

fn colour(text: &str) -> Option<Colour> {
    Some(Colour::parse(text).unwrap())
}

fn logo(id: u128, width: u8) -> Edit {
    let png = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 0, 0, width, 0, 0, 0, 9]].concat();
    Edit::SetLogo {
        id: LogoId(Uuid::from_u128(id)),
        logo: Some(Box::new(Logo { png: Png::new(png).unwrap() })),
    }
}

/// Everything that can be chosen, chosen.
fn chosen() -> Document {
    let d = workshop();
    let journey = d.journeys_in_order()[0].0;
    let map = MapKey { journey, state: State::AsLived };
    let fields = [
        ReportField::Scope(ReportScope::Executive),
        ReportField::Paper(Paper::Letter),
        ReportField::WideMaps(WideMaps::Poster),
        ReportField::Order(vec![Chapter::Roadmap, Chapter::Summary]),
        ReportField::LeaveOut(Chapter::Logs, true),
        ReportField::LeaveOutMap(map, true),
        ReportField::SectionTitle(title("shifts"), Some(title("We score 2.3 of 5"))),
        ReportField::SectionTitle(
            title(&format!("map as-lived {}", journey.uuid())),
            Some(title("It stalls")),
        ),
        ReportField::WithoutNotes(true),
        ReportField::Draft(true),
        ReportField::Anonymised(true),
        ReportField::English(English::American),
        ReportField::Version(Some(title("1.0"))),
        ReportField::Brand(BrandField::Accent(colour("#0b5563"))),
        ReportField::Brand(BrandField::Second(colour("#7a1f3d"))),
        ReportField::Brand(BrandField::Titles(TitleFace::Sans)),
        ReportField::Brand(BrandField::Footer(Some(title("Halden Broadband")))),
        ReportField::Brand(BrandField::WhiteCover(true)),
    ];
    let edits = fields.into_iter().map(set).chain([logo(900, 40)]).collect();
    after(&d, &Edit::All(edits))
}

#[test]
fn all_that_is_chosen_is_written_and_read_again() {
    let text = notation::print(&chosen());
    let (_, report) = text.split_once("report ").unwrap();
    expect![[r#"
        scope=executive paper=letter wide-maps=poster english=american version="1.0" draft=yes anonymised=yes without-notes=yes
        brand accent=#0b5563 second=#7a1f3d titles=sans footer="Halden Broadband" white-cover=yes
        logo "iVBORw0KGgoAAAANSUhEUgAAACgAAAAJ"
        report-order roadmap,summary
        report-without logs
        report-without-map j1 as-lived
        report-title "map as-lived @j1" "It stalls"
        report-title "shifts" "We score 2.3 of 5"
    "#]]
    .assert_eq(report);
    assert_eq!(notation::print(&notation::parse(&text, &mut numbered()).unwrap()), text);
    assert_eq!(notation::print(&workshop()).matches("report").count(), 0, "what is usual is not said");
}

#[test]
fn what_is_said_of_a_journey_goes_with_it() {
    let d = chosen();
    let gone = after(&d, &Edit::RemoveJourney { id: d.journeys_in_order()[0].0 });
    let report = &gone.workshop().report;
    assert!(report.maps_left_out.is_empty());
    assert_eq!(report.titles.keys().map(Title::as_str).collect::<Vec<_>>(), ["shifts"]);
}

#[test]
fn a_colour_that_cannot_be_read_is_refused_and_a_better_one_offered() {
    let pale = Colour::parse("#ffd400").unwrap();
    let refused = set(ReportField::Brand(BrandField::Accent(Some(pale)))).plan(&workshop()).unwrap_err();
    let Refusal::PaleColour { better, .. } = refused else { panic!("{refused}") };
    expect!["#ffd400 is too pale: on white it has a contrast of 1.4:1, and 4.5:1 is asked for. #8c7400 is close to it and can be read."]
        .assert_eq(&refused.to_string());
    after(&workshop(), &set(ReportField::Brand(BrandField::Accent(Some(better)))));
}

#[test]
fn there_is_one_logo() {
    let d = after(&chosen(), &logo(901, 80));
    assert_eq!((d.logos().len(), d.logo().map(|it| it.png.size())), (1, Some((80, 9))));
    let d = after(&d, &logo(901, 60));
    assert_eq!(d.logo().map(|it| it.png.size()), Some((60, 9)));
    let none = after(&d, &Edit::SetLogo { id: LogoId(Uuid::from_u128(902)), logo: None });
    assert_eq!(none.logo(), None);
    let label = |edit: &Edit| edit.label(&none);
    assert_eq!(label(&logo(1, 9)), "Set the logo of the report");
    assert_eq!(label(&set(ReportField::Draft(true))), "Mark the report as a draft");
}

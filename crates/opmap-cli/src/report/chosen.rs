//! What the command line chooses for a report in place of what the workshop says.

use std::path::PathBuf;

use clap::Args;
use opmap_model::{
    BrandField, Chapter, Colour, Document, Edit, English, Keyword, Logo, LogoId, MapKey, Paper, ReportField,
    ReportScope, State, Title, TitleFace, WideMaps, WorkshopField,
};
use opmap_report::logo;
use uuid::Uuid;

use crate::failure::Failure;
use crate::file;

/// What is chosen here holds for this report; anything else is as the workshop has it
#[derive(Args)]
#[command(next_help_heading = "In place of what the workshop says")]
pub(crate) struct Chosen {
    /// Whom it is for: full, executive, role-cards or audit-checklists
    #[arg(long, value_name = "WHOM", value_parser = keyword::<ReportScope>)]
    scope: Option<ReportScope>,
    /// The paper: a4 or letter
    #[arg(long, value_name = "PAPER", value_parser = keyword::<Paper>)]
    paper: Option<Paper>,
    /// A map that is wider than a page: in tiles, or as a poster
    #[arg(long, value_name = "HOW", value_parser = keyword::<WideMaps>)]
    wide_maps: Option<WideMaps>,
    /// The chapters in the order in which they come; the others follow where they usually do
    #[arg(long, value_name = "CHAPTER,…", value_delimiter = ',', value_parser = keyword::<Chapter>)]
    order: Option<Vec<Chapter>>,
    /// Chapters that are left out
    #[arg(long, value_name = "CHAPTER,…", value_delimiter = ',', value_parser = keyword::<Chapter>)]
    leave_out: Vec<Chapter>,
    /// Maps that are left out, each by the number of its journey and its state, as in 1:as-designed
    #[arg(long, value_name = "JOURNEY:STATE,…", value_delimiter = ',', value_parser = map)]
    leave_out_map: Vec<(usize, State)>,
    /// Whether notes on records are left out
    #[arg(long, value_name = "YES", num_args = 0..=1, default_missing_value = "true")]
    without_notes: Option<bool>,
    /// Whether every page is marked as a draft
    #[arg(long, value_name = "YES", num_args = 0..=1, default_missing_value = "true")]
    draft: Option<bool>,
    /// Whether client, people and roles have neutral names
    #[arg(long, value_name = "YES", num_args = 0..=1, default_missing_value = "true")]
    anonymised: Option<bool>,
    /// The English of its dates: british or american
    #[arg(long, value_name = "ENGLISH", value_parser = keyword::<English>)]
    english: Option<English>,
    /// Which version of the report it is, such as 1.0
    #[arg(long, value_name = "TEXT", value_parser = file::title)]
    edition: Option<Title>,
    /// The colour of links and of what stands out, as in #0b5563
    #[arg(long, value_name = "COLOUR", value_parser = colour)]
    accent: Option<Colour>,
    /// The ground of the cover
    #[arg(long, value_name = "COLOUR", value_parser = colour)]
    second: Option<Colour>,
    /// The face of titles: serif or sans
    #[arg(long, value_name = "FACE", value_parser = keyword::<TitleFace>)]
    titles: Option<TitleFace>,
    /// What stands in front of the page number
    #[arg(long, value_name = "TEXT", value_parser = file::title)]
    footer: Option<Title>,
    /// Whether the cover is white
    #[arg(long, value_name = "YES", num_args = 0..=1, default_missing_value = "true")]
    white_cover: Option<bool>,
    /// The logo on the cover and in the head of each page, as PNG or SVG
    #[arg(long, value_name = "LOGO")]
    logo: Option<PathBuf>,
}

impl Chosen {
    /// The workshop as if all this had been chosen in it.
    pub(super) fn in_place_of(&self, document: &Document) -> Result<Document, Failure> {
        let mut fields = self.fields();
        for (journey, state) in &self.leave_out_map {
            fields.push(ReportField::LeaveOutMap(map_of(document, *journey, *state)?, true));
        }
        let mut edits: Vec<Edit> =
            fields.into_iter().map(|it| Edit::SetWorkshop(WorkshopField::Report(it))).collect();
        if let Some(path) = &self.logo {
            let refused = |why: String| Failure::Refused(format!("{}: {why}", path.display()));
            let bytes = std::fs::read(path).map_err(|error| refused(error.to_string()))?;
            let png = logo(bytes).map_err(|fault| refused(fault.to_string()))?;
            edits.push(Edit::SetLogo { id: LogoId(Uuid::now_v7()), logo: Some(Box::new(Logo { png })) });
        }
        let mut chosen = document.clone();
        let change = Edit::All(edits).plan(&chosen).map_err(|it| Failure::Usage(it.to_string()))?;
        chosen.apply(&change).map_err(|it| Failure::Refused(it.to_string()))?;
        Ok(chosen)
    }

    fn fields(&self) -> Vec<ReportField> {
        let brand = [
            self.accent.map(|it| BrandField::Accent(Some(it))),
            self.second.map(|it| BrandField::Second(Some(it))),
            self.titles.map(BrandField::Titles),
            self.footer.clone().map(|it| BrandField::Footer(Some(it))),
            self.white_cover.map(BrandField::WhiteCover),
        ];
        let fields = [
            self.scope.map(ReportField::Scope),
            self.paper.map(ReportField::Paper),
            self.wide_maps.map(ReportField::WideMaps),
            self.order.clone().map(ReportField::Order),
            self.without_notes.map(ReportField::WithoutNotes),
            self.draft.map(ReportField::Draft),
            self.anonymised.map(ReportField::Anonymised),
            self.english.map(ReportField::English),
            self.edition.clone().map(|it| ReportField::Version(Some(it))),
        ];
        let left_out = self.leave_out.iter().map(|it| ReportField::LeaveOut(*it, true));
        let brand = brand.into_iter().flatten().map(ReportField::Brand);
        fields.into_iter().flatten().chain(left_out).chain(brand).collect()
    }
}

/// The map of a journey, counted from 1.
fn map_of(document: &Document, journey: usize, state: State) -> Result<MapKey, Failure> {
    let journeys = document.journeys_in_order();
    let found = journey.checked_sub(1).and_then(|index| journeys.get(index));
    let there = journeys.len();
    let (journey, _) = found
        .ok_or_else(|| Failure::Usage(format!("There is no journey {journey}; the workshop has {there}.")))?;
    Ok(MapKey { journey: *journey, state })
}

fn map(text: &str) -> Result<(usize, State), String> {
    let (journey, state) =
        text.split_once(':').ok_or("a map is a number and a state, as in 1:as-designed")?;
    let journey = journey.parse().map_err(|_| format!("{journey} is no number of a journey"))?;
    Ok((journey, keyword(state)?))
}

fn colour(text: &str) -> Result<Colour, String> {
    Colour::parse(text).ok_or_else(|| "a colour has six hexadecimal digits, as in #0b5563".to_owned())
}

/// The choice with that word; else the words that there are.
pub(crate) fn keyword<K: Keyword>(key: &str) -> Result<K, String> {
    let words = || K::ALL.iter().map(|it| it.key()).collect::<Vec<_>>().join(", ");
    K::from_key(key).ok_or_else(|| format!("the words are {}", words()))
}

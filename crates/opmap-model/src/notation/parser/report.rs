//! Lines about what is chosen for the report.

use uuid::Uuid;

use super::values::{keyword, title, unknown, yes};
use super::{Parser, Rest};
use crate::{BrandField, Colour, Logo, LogoId, MapKey, Png, RecordKey, ReportField, Title, report_settings};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    fn report_field(&mut self, field: ReportField) -> Result<(), String> {
        report_settings::set(&mut self.charter()?.report, field).map_err(|it| it.to_string())
    }

    /// `report scope=executive paper=letter draft=yes`.
    pub(super) fn report(&mut self, rest: &mut Rest) -> Result<(), String> {
        for (key, value) in rest.pairs()? {
            self.report_field(match key.as_str() {
                "scope" => ReportField::Scope(keyword(&value)?),
                "paper" => ReportField::Paper(keyword(&value)?),
                "wide-maps" => ReportField::WideMaps(keyword(&value)?),
                "english" => ReportField::English(keyword(&value)?),
                "version" => ReportField::Version(Some(title(&value)?)),
                "draft" => ReportField::Draft(yes(&value)?),
                "anonymised" => ReportField::Anonymised(yes(&value)?),
                "without-notes" => ReportField::WithoutNotes(yes(&value)?),
                _ => return Err(unknown(&key)),
            })?;
        }
        Ok(())
    }

    /// `brand accent=#0b5563 titles=sans`.
    pub(super) fn brand(&mut self, rest: &mut Rest) -> Result<(), String> {
        let colour = |value: &str| Colour::parse(value).ok_or_else(|| format!("{value} is no colour"));
        for (key, value) in rest.pairs()? {
            self.report_field(ReportField::Brand(match key.as_str() {
                "accent" => BrandField::Accent(Some(colour(&value)?)),
                "second" => BrandField::Second(Some(colour(&value)?)),
                "titles" => BrandField::Titles(keyword(&value)?),
                "footer" => BrandField::Footer(Some(title(&value)?)),
                "white-cover" => BrandField::WhiteCover(yes(&value)?),
                _ => return Err(unknown(&key)),
            }))?;
        }
        Ok(())
    }

    /// `logo "iVBORw0K…"`: a PNG file as base64.
    pub(super) fn logo(&mut self, rest: &mut Rest) -> Result<(), String> {
        let png = Png::from_base64(&rest.quoted()?).map_err(|it| it.to_string())?;
        let id = LogoId((self.fresh)());
        self.put(id, Logo { png });
        Ok(())
    }

    /// `report-order summary,journeys`.
    pub(super) fn report_order(&mut self, rest: &mut Rest) -> Result<(), String> {
        let written = rest.bare("the chapters")?;
        let order = written.split(',').map(keyword).collect::<Result<_, _>>()?;
        self.report_field(ReportField::Order(order))
    }

    /// `report-without logs`.
    pub(super) fn report_without(&mut self, rest: &mut Rest) -> Result<(), String> {
        let chapter = keyword(&rest.bare("a chapter")?)?;
        self.report_field(ReportField::LeaveOut(chapter, true))
    }

    /// `report-without-map j1 as-lived`.
    pub(super) fn report_without_map(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (handle, state) = (rest.bare("a journey")?, keyword(&rest.bare("a state")?)?);
        let journey = *self.journeys.get(&handle).ok_or_else(|| format!("there is no journey {handle}"))?;
        self.report_field(ReportField::LeaveOutMap(MapKey { journey, state }, true))
    }

    /// `report-title "map as-lived @j1" "Work stalls where it changes hands"`.
    pub(super) fn report_title(&mut self, rest: &mut Rest) -> Result<(), String> {
        let name = rest.quoted()?;
        let words = name.split(' ').map(|word| match word.strip_prefix('@') {
            None => Ok(word.to_owned()),
            Some(handle) => {
                let journey = self.journeys.get(handle).map(|it| it.uuid());
                let found = journey.or_else(|| self.roles.get(handle).map(|it| it.uuid()));
                found.map(|it| it.to_string()).ok_or_else(|| format!("{handle} is neither journey nor role"))
            }
        });
        let section: Title = title(&words.collect::<Result<Vec<String>, String>>()?.join(" "))?;
        let words = rest.title()?;
        self.report_field(ReportField::SectionTitle(section, Some(words)))
    }
}

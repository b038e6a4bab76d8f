//! Lines about the roadmap as a whole, and its workstreams.

use uuid::Uuid;

use super::values::{keyword, named, number};
use super::{Parser, Rest, insert_new};
use crate::{RoadmapDay, RoadmapField, WaveSpan, Waves, WorkingWeek, Workstream, WorkstreamId, roadmap};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    pub(super) fn roadmap(&mut self, field: RoadmapField) -> Result<(), String> {
        roadmap::set(&mut self.charter()?.roadmap, field).map_err(|it| it.to_string())
    }

    /// `ranking rice`.
    pub(super) fn ranking(&mut self, rest: &mut Rest) -> Result<(), String> {
        let method = keyword(&rest.bare("a method")?)?;
        self.roadmap(RoadmapField::Ranking(method))
    }

    /// `waves 30,90,180`: the last day of each.
    pub(super) fn waves(&mut self, rest: &mut Rest) -> Result<(), String> {
        let written = rest.bare("three days")?;
        let lasts: Vec<RoadmapDay> = written
            .split(',')
            .map(|it| number(it, "a day of the roadmap", RoadmapDay::new))
            .collect::<Result<_, _>>()?;
        let lasts: [RoadmapDay; 3] = lasts.try_into().map_err(|_| "there are three waves".to_owned())?;
        let waves = Waves::try_from(lasts.map(|last| WaveSpan { title: None, last }))?;
        self.charter()?.roadmap.waves = waves;
        Ok(())
    }

    /// `wave second "Autumn"`.
    pub(super) fn wave(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (wave, title) = (keyword(&rest.bare("a wave")?)?, rest.title()?);
        self.roadmap(RoadmapField::WaveTitle(wave, Some(title)))
    }

    /// `week mon,tue,wed`.
    pub(super) fn week(&mut self, rest: &mut Rest) -> Result<(), String> {
        let days = rest.bare("days of the week")?;
        let mut week = 0_u8;
        for day in days.split(',') {
            let day: chrono::Weekday = day.parse().map_err(|_| format!("{day} is not a day of the week"))?;
            week |= 1 << day.num_days_from_monday();
        }
        self.charter()?.roadmap.week = WorkingWeek::try_from(week)?;
        Ok(())
    }

    pub(super) fn workstream(&mut self, rest: &mut Rest) -> Result<(), String> {
        let (handle, mut workstream) = (rest.bare("a handle")?, Workstream::new(rest.title()?));
        let id = WorkstreamId((self.fresh)());
        workstream.rank = self.next_rank();
        insert_new(&mut self.workstreams, handle, id)?;
        self.put(id, workstream);
        Ok(())
    }

    pub(super) fn workstream_named(&self, handle: &str) -> Result<WorkstreamId, String> {
        named(&self.workstreams, "workstream", handle)
    }
}

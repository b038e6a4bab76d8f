//! The settings of the roadmap as lines.

use super::super::words::quote;
use super::Lines;
use crate::{Keyword, RoadmapSettings, Wave};

/// What is as usual is left out.
pub(super) fn print_roadmap(settings: &RoadmapSettings, lines: &mut Lines<'_>) {
    let usual = RoadmapSettings::default();
    lines.line_if((settings.ranking != usual.ranking).then(|| format!("ranking {}", settings.ranking.key())));
    lines.line_if(settings.start.map(|it| format!("roadmap-start {it}")));
    let lasts = |it: &RoadmapSettings| {
        Wave::ALL.iter().map(|wave| it.waves.last_day(*wave).to_string()).collect::<Vec<_>>().join(",")
    };
    lines.line_if((lasts(settings) != lasts(&usual)).then(|| format!("waves {}", lasts(settings))));
    for wave in Wave::ALL {
        let title = settings.waves.title(*wave);
        lines.line_if(title.map(|it| format!("wave {} {}", wave.key(), quote(it.as_str()))));
    }
    if settings.week != usual.week {
        let mut days = Vec::new();
        let mut day = chrono::Weekday::Mon;
        for _ in 0..7 {
            if settings.week.works(day) {
                days.push(day.to_string().to_lowercase());
            }
            day = day.succ();
        }
        lines.line(format!("week {}", days.join(",")));
    }
    for holiday in &settings.holidays {
        lines.line(format!("holiday {holiday}"));
    }
}

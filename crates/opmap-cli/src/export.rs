//! `export`: a workshop in another form.

mod actions;

use std::io::{self, Write};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use clap::Args;
use opmap_analysis::{Overlay, merged, shifts};
use opmap_drawing::{
    Fonts, MapSceneOptions, ShiftPicture, difference_notes, map_layout, map_scene, map_scene_with_strip,
    overlay_notes, sentiment_strip, stage_times, svg,
};
use opmap_exchange::json;
use opmap_model::{Document, Keyword, MapKey, Paper, Role, RoleId, State, folded};
use opmap_report::{ReportOptions, role_card};
use opmap_store::write_whole_file;

use crate::failure::Failure;
use crate::report::{keyword, written};
use crate::{Outcome, file};

/// Write a workshop as JSON, one of its maps, a picture of its shifts, its board or its roadmap as SVG, or the card of a
/// role as PDF
#[derive(Args)]
pub(crate) struct Export {
    #[command(flatten)]
    form: Form,
    /// Which journey of those in the workshop, from 1
    #[arg(long, value_name = "NUMBER", default_value_t = 1, requires = "svg")]
    journey: usize,
    /// Which state of the journey: as-designed, as-lived, to-be, option-b or option-c
    #[arg(long, value_parser = keyword::<State>, default_value = "as-lived", requires = "svg")]
    state: State,
    /// What stands out in the picture: bottlenecks, friction, handoffs or channel-changes
    #[arg(long, value_parser = overlay, value_name = "WHAT", requires = "svg")]
    show: Option<Overlay>,
    /// The state that the map is compared with: what became of each element since is shown
    #[arg(long, value_parser = keyword::<State>, value_name = "STATE", requires = "svg", conflicts_with = "show")]
    against: Option<State>,
    /// The moment that the card states, as in 2026-03-02T14:03:00+01:00; the same moment gives the same file
    /// [default: now]
    #[arg(long, value_name = "MOMENT", conflicts_with_all = ["json", "svg", "radar", "gaps", "groups", "board", "roadmap"])]
    printed_at: Option<DateTime<FixedOffset>>,
    /// The paper of the card: a4 or letter [default: as the workshop has it]
    #[arg(long, value_parser = keyword::<Paper>, conflicts_with_all = ["json", "svg", "radar", "gaps", "groups", "board", "roadmap"])]
    paper: Option<Paper>,
    /// Where to write it; what is there is replaced [default: standard output]
    #[arg(short, long, value_name = "OUT")]
    out: Option<PathBuf>,
    /// The workshop; it is not changed
    #[arg(value_name = "FILE.opmap")]
    file: PathBuf,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct Form {
    /// The whole workshop, without rounds that are not revealed
    #[arg(long)]
    json: bool,
    /// The picture of one map
    #[arg(long)]
    svg: bool,
    /// The radar of the seven shifts, as SVG
    #[arg(long)]
    radar: bool,
    /// How far the shifts are from what is wanted, by weight, as SVG
    #[arg(long)]
    gaps: bool,
    /// What each perspective answered on the shifts, as SVG
    #[arg(long)]
    groups: bool,
    /// The board of impact and effort, as SVG
    #[arg(long)]
    board: bool,
    /// The roadmap as bars, as SVG
    #[arg(long)]
    roadmap: bool,
    /// All that the role of this title holds, as PDF for a job description
    #[arg(long, value_name = "TITLE")]
    role: Option<String>,
}

impl Form {
    fn shift_picture(&self) -> Option<ShiftPicture> {
        let asked = [
            (self.radar, ShiftPicture::Radar),
            (self.gaps, ShiftPicture::Gaps),
            (self.groups, ShiftPicture::Groups),
        ];
        asked.into_iter().find_map(|(is_asked, picture)| is_asked.then_some(picture))
    }
}

impl Export {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let file = file::view(&self.file)?;
        let content = if self.form.svg {
            self.picture(file.document())?.into_bytes()
        } else if let Some(picture) = self.form.shift_picture() {
            shift_picture(file.document(), picture)?.into_bytes()
        } else if self.form.board {
            actions::board(file.document())?.into_bytes()
        } else if self.form.roadmap {
            actions::roadmap(file.document())?.into_bytes()
        } else if let Some(title) = &self.form.role {
            self.card(file.document(), title)?
        } else {
            Self::whole(file.document())
        };
        match &self.out {
            Some(out) => write_whole_file(out, &content).map_err(Failure::to_write(out))?,
            None => io::stdout().lock().write_all(&content).map_err(Failure::to_print)?,
        }
        Ok(Outcome::Done)
    }

    /// The workshop as JSON; what is left out of it is told on standard error.
    fn whole(document: &Document) -> Vec<u8> {
        let left_out = match document.sealed_rounds() {
            0 => None,
            1 => Some("1 round is not revealed yet and is left out.".to_owned()),
            count => Some(format!("{count} rounds are not revealed yet and are left out.")),
        };
        if let Some(left_out) = left_out {
            eprintln!("{left_out}");
        }
        json::write(document)
    }

    fn card(&self, document: &Document, title: &str) -> Result<Vec<u8>, Failure> {
        let (id, _) = role_of(document, title)?;
        let mut options = ReportOptions::of(document, file::moment(self.printed_at));
        options.settings.paper = self.paper.unwrap_or(options.settings.paper);
        let pages = role_card(document, id, &options, Fonts::shipped()).unwrap_or_default();
        written(&pages, &options.info_of_role_card(document, id), &options.colours())
    }

    fn picture(&self, document: &Document) -> Result<String, Failure> {
        let journeys = document.journeys_in_order();
        let index = self.journey.checked_sub(1);
        let Some((journey, _)) = index.and_then(|index| journeys.get(index)) else {
            let sentence =
                format!("There is no journey {}; the workshop has {}.", self.journey, journeys.len());
            return Err(Failure::Usage(sentence));
        };
        let map = MapKey { journey: *journey, state: self.state };
        if document.map_is_empty(map) {
            return Err(Failure::Usage(format!("There is nothing in that map, {}.", self.state.key())));
        }
        if let Some(against) = self.against {
            return against_state(document, map, against);
        }
        let layout = map_layout(document, map, Fonts::shipped());
        let strip = sentiment_strip(document, map, &layout, Fonts::shipped());
        let notes = self.show.map(|it| overlay_notes(document, map, it, Fonts::shipped()));
        let options = MapSceneOptions {
            notes: notes.unwrap_or_default(),
            times: stage_times(document, &layout, Fonts::shipped()),
            ..MapSceneOptions::default()
        };
        Ok(svg(&map_scene_with_strip(&layout, &options, &strip)))
    }
}

/// The role of this title, without regard to case and accents.
fn role_of<'d>(document: &'d Document, title: &str) -> Result<(RoleId, &'d Role), Failure> {
    let roles = document.roles_in_order();
    let is_named = |it: &Role| folded(it.title.as_str()) == folded(title);
    let found: Vec<_> = roles.iter().filter(|(_, it)| is_named(it)).collect();
    match found[..] {
        [found] => Ok(*found),
        [] if roles.is_empty() => Err(Failure::Usage("The workshop has no roles.".to_owned())),
        [] => {
            let titles: Vec<String> = roles.iter().map(|(_, it)| format!("“{}”", it.title)).collect();
            let there = titles.join(", ");
            Err(Failure::Usage(format!("There is no role “{title}”. The roles are {there}.")))
        }
        _ => Err(Failure::Usage(format!("{} roles are called “{title}”; rename one of them.", found.len()))),
    }
}

fn shift_picture(document: &Document, picture: ShiftPicture) -> Result<String, Failure> {
    let scene = picture.scene(&shifts(document), Fonts::shipped());
    scene.map(|it| svg(&it)).map_err(|nothing| Failure::Usage(nothing.to_string()))
}

/// The picture of what is in either of two states, with what became of it.
fn against_state(document: &Document, map: MapKey, against: State) -> Result<String, Failure> {
    if document.map_is_empty(MapKey { state: against, ..map }) {
        return Err(Failure::Usage(format!("There is nothing in that map, {}.", against.key())));
    }
    let merged = merged(document, map.journey, against, map.state);
    let layout = map_layout(&merged.document, map, Fonts::shipped());
    let options = MapSceneOptions {
        notes: difference_notes(&merged, Fonts::shipped()),
        times: stage_times(&merged.document, &layout, Fonts::shipped()),
        ..MapSceneOptions::default()
    };
    Ok(svg(&map_scene(&layout, &options)))
}

fn overlay(key: &str) -> Result<Overlay, String> {
    let found = Overlay::ALL.into_iter().find(|it| it.key() == key);
    found.ok_or_else(|| "there are bottlenecks, friction, handoffs and channel-changes".to_owned())
}

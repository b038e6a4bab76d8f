//! What is said once something on the map was to be moved: where it is now, or why it stays.

use opmap_model::Document;

use super::state::Band;
use crate::keys::Way;

/// Where a stage or lane stands among the others of its map.
pub(super) fn place_of(document: &Document, band: Band) -> Option<String> {
    let (word, place, count) = match band {
        Band::Stage(id) => {
            let all = document.stages_of_map(document.get(id)?.map());
            ("stage", all.iter().position(|it| it.0 == id)?, all.len())
        }
        Band::Lane(id) => {
            let all = document.lanes_of_map(document.get(id)?.map());
            ("lane", all.iter().position(|it| it.0 == id)?, all.len())
        }
    };
    Some(format!("Now {word} {} of {count}.", place + 1))
}

/// Why a stage or lane does not go that way.
pub(super) fn obstacle_of(band: Band, way: Way) -> String {
    match (band, way) {
        (Band::Stage(_), Way::Up | Way::Down) => "Stages move to the left and to the right.".to_owned(),
        (Band::Lane(_), Way::Left | Way::Right) => "Lanes move up and down.".to_owned(),
        _ => format!("There is no {}.", next(way)),
    }
}

fn next(way: Way) -> &'static str {
    match way {
        Way::Left => "stage further left",
        Way::Right => "stage further right",
        Way::Up => "lane further up",
        Way::Down => "lane further down",
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, LaneId, StageId, notation};

    use super::place_of;
    use crate::map::state::Band;

    fn document() -> Document {
        let mut next = 0;
        let text = "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage s1 \"One\"\nstage s2 \"Two\"\n\
            lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage\nlane fi \"Field\" kind=frontstage\n\
            step a \"First\" at=s1/cu\nstep b \"Second\" at=s1/ce\nstep c \"Third\" at=s1/fi\n";
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    fn stage(document: &Document, title: &str) -> StageId {
        *document.stages().iter().find(|(_, it)| it.title.as_str() == title).unwrap().0
    }

    fn lane(document: &Document, title: &str) -> LaneId {
        *document.lanes().iter().find(|(_, it)| it.title.as_str() == title).unwrap().0
    }

    #[test]
    fn it_is_said_which_of_all_a_stage_or_lane_is() {
        let document = document();
        let band = Band::Stage(stage(&document, "Two"));
        assert_eq!(place_of(&document, band).unwrap(), "Now stage 2 of 2.");
        let band = Band::Lane(lane(&document, "Customer"));
        assert_eq!(place_of(&document, band).unwrap(), "Now lane 1 of 3.");
    }
}

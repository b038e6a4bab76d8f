//! Writes the picture of a made-up map as SVG to standard output.
//!
//! `cargo run -p opmap-drawing --example map_svg -- STEPS LANES STAGES SEED`, and possibly the number of a stage and
//! that of a lane, from 1, to fold them.

use opmap_drawing::{
    Folded, Fonts, MapSceneOptions, folded_map_layout, map_layout, map_scene_with_strip, sentiment_strip, svg,
};
use opmap_model::generate::{Options, document};
use opmap_model::{MapKey, State};

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|it| it.parse().ok());
    let mut next = |default: usize| numbers.next().unwrap_or(default);
    let (steps, lanes, stages, seed) = (next(50), next(7), next(8), next(1));
    let (folded_stage, folded_lane) = (next(0), next(0));
    let document = document(&Options { steps, lanes, stages, seed: u64::try_from(seed).unwrap_or(1) });
    for (journey, _) in document.journeys_in_order() {
        let map = MapKey { journey, state: State::AsLived };
        let open = map_layout(&document, map, Fonts::shipped());
        let folded = Folded {
            stages: open.stages.iter().filter(|it| it.number == folded_stage).map(|it| it.id).collect(),
            lanes: open.lanes.iter().skip(folded_lane.wrapping_sub(1)).take(1).map(|it| it.id).collect(),
        };
        let layout = folded_map_layout(&document, map, &folded, Fonts::shipped());
        let strip = sentiment_strip(&document, map, &layout, Fonts::shipped());
        println!("{}", svg(&map_scene_with_strip(&layout, &MapSceneOptions::default(), &strip)));
    }
}

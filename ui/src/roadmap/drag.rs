//! What is dragged over the roadmap, and the edit that a release there would make.

use opmap_analysis::Roadmap;
use opmap_drawing::{Gantt, GanttGroup, GanttLayout, Point, Rect};
use opmap_model::{Document, Edit, RecommendationId};

use super::changes::{self, Place};

/// How far the pointer moves before something is dragged, in pixels.
const SLACK: f32 = 4.0;

/// How far above the pointer the place begins of what was below the picture.
const BEHIND_POINTER: f32 = 20.0;

/// Something that is held.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Drag {
    pub(super) id: RecommendationId,
    kind: Kind,
    /// Where the pointer took it, and where it is, on the picture.
    from: Point,
    pub(super) now: Point,
    /// Where the pointer is in the window.
    pub(super) pointer: (f64, f64),
    /// What the pointer is over.
    over: Over,
    /// Whether it has been moved.
    pub(super) is_moved: bool,
}

/// What is done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A bar is put elsewhere.
    Bar,
    /// What stands below in no wave is put somewhere.
    Beside,
    /// The end of a bar is moved.
    End,
    /// A line is drawn to what has to wait.
    Wire,
}

/// What the pointer is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// The picture.
    Chart,
    /// The box of what is parked.
    Parked,
    /// The box of what has no wave.
    NoWave,
    /// Anything else.
    Nothing,
}

impl Drag {
    /// Something taken hold of.
    pub(super) fn new(id: RecommendationId, kind: Kind, from: Point, pointer: (f64, f64)) -> Self {
        Self { id, kind, from, now: from, pointer, over: Over::Nothing, is_moved: false }
    }

    /// With the pointer elsewhere.
    pub(super) fn at(self, now: Point, pointer: (f64, f64), over: Over) -> Self {
        let far = (now.x - self.from.x).hypot(now.y - self.from.y) > SLACK;
        Self { now, pointer, over, is_moved: self.is_moved || far, ..self }
    }

    /// Whether a line is drawn.
    pub(super) fn is_wire(&self) -> bool {
        self.kind == Kind::Wire
    }

    /// Whether it is over something and may be put there.
    pub(super) fn is_over(&self, over: Over) -> bool {
        self.is_moved && self.over == over && matches!(self.kind, Kind::Bar | Kind::Beside)
    }

    /// How high the place stands that it would take: that of the bar while its end is moved, else where the pointer is.
    pub(super) fn ghost_top(&self, own: Option<Rect>) -> f32 {
        match own {
            Some(own) if self.kind == Kind::End => own.y,
            Some(own) => own.y + self.now.y - self.from.y,
            None => self.now.y - BEHIND_POINTER,
        }
    }

    /// What the release here would depend on: the days and the row, or the bar, that the pointer is over.
    pub(super) fn target(&self, gantt: &Gantt, layout: &GanttLayout) -> Target {
        match (self.kind, self.over) {
            (Kind::Wire, Over::Chart) => {
                let under = layout.bar_under(self.now).map(|it| it.id).filter(|it| *it != self.id);
                under.map_or(Target::Nowhere, Target::Wait)
            }
            (Kind::End, Over::Chart) => {
                self.day_at(layout, self.end(layout)).map_or(Target::Nowhere, Target::Until)
            }
            (Kind::Bar, Over::Chart) => {
                let left = layout.bars.iter().find(|it| it.id == self.id).map_or(self.from.x, |it| it.rect.x);
                let moved = self.now.x - self.from.x;
                // Held still, it keeps its day whatever the scale rounds.
                let day = if moved.abs() <= SLACK { None } else { self.day_at(layout, left + moved) };
                Target::Put(Place::On { day, row: row_at(gantt, layout, self.now.y) })
            }
            (Kind::Beside, Over::Chart) => match self.day_at(layout, self.now.x) {
                Some(day) => {
                    Target::Put(Place::On { day: Some(day), row: row_at(gantt, layout, self.now.y) })
                }
                None => Target::Nowhere,
            },
            (Kind::Bar | Kind::Beside, Over::Parked) => Target::Put(Place::Parked),
            (Kind::Bar | Kind::Beside, Over::NoWave) => Target::Put(Place::NoWave),
            _ => Target::Nowhere,
        }
    }

    fn end(&self, layout: &GanttLayout) -> f32 {
        let end = layout.bars.iter().find(|it| it.id == self.id).map_or(self.from.x, |it| it.rect.right());
        end + self.now.x - self.from.x - 1.0
    }

    fn day_at(&self, layout: &GanttLayout, x: f32) -> Option<u64> {
        layout.day_at(x.clamp(layout.names, (layout.width - 1.0).max(layout.names)))
    }
}

/// What a release would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// It is put somewhere.
    Put(Place),
    /// It ends on a day.
    Until(u64),
    /// That one waits for it.
    Wait(RecommendationId),
    /// Nothing.
    Nowhere,
}

impl Target {
    /// The edit, and the recommendation that it is about; none where nothing would be else.
    pub(super) fn edit(
        self,
        document: &Document,
        found: &Roadmap,
        id: RecommendationId,
    ) -> Option<(Edit, RecommendationId)> {
        match self {
            Self::Put(Place::On { day, row }) => {
                // What falls on a day on which nobody works begins on the next that is worked.
                let day = day.map(|it| found.calendar.worked_from(it));
                let day = day.filter(|it| found.planned(id).is_none_or(|planned| planned.first != *it));
                changes::put(document, found, id, Place::On { day, row }).map(|it| (it, id))
            }
            Self::Put(place) => changes::put(document, found, id, place).map(|it| (it, id)),
            Self::Until(day) => changes::until(document, found, id, day).map(|it| (it, id)),
            Self::Wait(after) => {
                let waits = document.get(after).is_some_and(|it| it.depends_on.contains(&id));
                (!waits).then(|| (changes::wait(id, after, true), after))
            }
            Self::Nowhere => None,
        }
    }
}

/// The row that it would go to, where that is another.
pub(super) fn row_words(document: &Document, id: RecommendationId, place: Place) -> Option<String> {
    let Place::On { row: Some(row), .. } = place else { return None };
    let it = document.get(id)?;
    let name = match row {
        _ if row.holds(it) => return None,
        GanttGroup::Workstream(Some(id)) => document.get(id)?.title.to_string(),
        GanttGroup::Owner(Some(id)) => document.get(id)?.title.to_string(),
        GanttGroup::Workstream(None) => return Some("It belongs to no workstream then.".to_owned()),
        GanttGroup::Owner(None) => return Some("Nobody sees to it then.".to_owned()),
    };
    Some(format!("It goes to “{name}”."))
}

fn row_at(gantt: &Gantt, layout: &GanttLayout, y: f32) -> Option<GanttGroup> {
    gantt.streams.get(layout.row_at(y)?).map(|it| it.group)
}

#[cfg(test)]
mod tests {
    use opmap_analysis::roadmap;
    use opmap_drawing::{Gantt, GanttLayout, GanttRows, Point, gantt_by};
    use opmap_model::{Document, Edit, RecommendationId, notation};

    use super::{Drag, Kind, Over, Target};
    use crate::fonts::tests::fonts;
    use crate::roadmap::changes::{Place, outcome};

    struct Stage {
        document: Document,
        gantt: Gantt,
        layout: GanttLayout,
    }

    impl Stage {
        fn new() -> Self {
            let mut next = 0;
            let text = "workshop \"W\"\ndate 2026-06-18\nworkstream w \"Own\"\nworkstream v \"Other\"\n\
                recommendation a \"A\" timing=wave1 duration=10 workstream=w\n\
                recommendation b \"B\" timing=wave2 duration=20 workstream=v\nrecommendation c \"C\"\n";
            let document = notation::parse(text, &mut || {
                next += 1;
                uuid::Uuid::from_u128(next)
            })
            .unwrap();
            let gantt = gantt_by(&document, &roadmap(&document), GanttRows::Workstreams);
            let layout = GanttLayout::new(&gantt, &fonts());
            Self { document, gantt, layout }
        }

        fn id(&self, at: usize) -> RecommendationId {
            self.document.recommendations_in_order()[at].0
        }

        /// The edit of a drag by some pixels, over something.
        fn edit(
            &self,
            at: usize,
            kind: Kind,
            by: (f32, f32),
            over: Over,
        ) -> Option<(Edit, RecommendationId)> {
            let id = self.id(at);
            let from = self.layout.bars.iter().find(|it| it.id == id).map(|it| it.rect.center());
            let from = from.unwrap_or(Point::new(0.0, 0.0));
            let now = Point::new(from.x + by.0, from.y + by.1);
            let drag = Drag::new(id, kind, from, (0.0, 0.0)).at(now, (0.0, 0.0), over);
            drag.target(&self.gantt, &self.layout).edit(&self.document, &roadmap(&self.document), id)
        }

        fn said(&self, (edit, about): (Edit, RecommendationId)) -> String {
            outcome(&self.document, &edit, about).unwrap().0
        }
    }

    #[test]
    fn a_drag_makes_one_edit_of_day_and_row() {
        let stage = Stage::new();
        let week = stage.layout.x_of(7) - stage.layout.x_of(0);
        let moved = stage.edit(0, Kind::Bar, (week, 0.0), Over::Chart).unwrap();
        assert_eq!(stage.said(moved), "R1, Wave 1: 25 June to 8 July.");
        let other = stage.layout.rows[1].top - stage.layout.rows[0].top;
        let both = stage.edit(0, Kind::Bar, (week, other), Over::Chart).unwrap();
        assert!(matches!(&both.0, Edit::All(edits) if edits.len() == 2), "{both:?}");
        let row = stage.edit(0, Kind::Bar, (0.0, other), Over::Chart).unwrap();
        assert!(matches!(row.0, Edit::SetRecommendation { .. }), "the day stays: {row:?}");
        assert_eq!(stage.edit(0, Kind::Bar, (0.5, 1.0), Over::Chart), None, "put back");
        assert_eq!(stage.edit(0, Kind::Bar, (week, 0.0), Over::Nothing), None);
    }

    #[test]
    fn what_is_dropped_on_a_weekend_begins_on_monday() {
        let stage = Stage::new();
        let days = stage.layout.x_of(2) - stage.layout.x_of(0) + 0.5;
        let moved = stage.edit(0, Kind::Bar, (days, 0.0), Over::Chart).unwrap();
        assert!(stage.said(moved).starts_with("R1, Wave 1: 22 June"));
    }

    #[test]
    fn ends_are_stretched_and_lines_drawn_to_other_bars_only() {
        let stage = Stage::new();
        let week = stage.layout.x_of(21) - stage.layout.x_of(14);
        let longer = stage.edit(0, Kind::End, (week, 0.0), Over::Chart).unwrap();
        assert_eq!(stage.said(longer), "R1, Wave 1: 18 June to 8 July.");
        let (one, two) = (stage.layout.bars[0].rect.center(), stage.layout.bars[1].rect.center());
        let wire = stage.edit(0, Kind::Wire, (two.x - one.x, two.y - one.y), Over::Chart).unwrap();
        assert_eq!(wire.1, stage.id(1));
        assert_eq!(stage.edit(0, Kind::Wire, (5.0, 0.0), Over::Chart), None, "not to itself");
    }

    #[test]
    fn boxes_park_and_take_out_and_what_stands_there_is_put_on_a_day() {
        let stage = Stage::new();
        let drag = Drag::new(stage.id(0), Kind::Bar, Point::new(0.0, 0.0), (0.0, 0.0));
        let over = |over| drag.clone().at(Point::new(9.0, 9.0), (0.0, 0.0), over);
        let target = |it| over(it).target(&stage.gantt, &stage.layout);
        assert_eq!(target(Over::Parked), Target::Put(Place::Parked));
        assert_eq!(target(Over::NoWave), Target::Put(Place::NoWave));
        let at = (stage.layout.x_of(31) + 1.0, stage.layout.rows[1].top + 5.0);
        let put = stage.edit(2, Kind::Beside, at, Over::Chart).unwrap();
        assert_eq!(stage.said(put), "R3, Wave 2: 20 July to an open end.");
        assert_eq!(stage.edit(2, Kind::Beside, at, Over::NoWave), None, "it is there already");
    }
}

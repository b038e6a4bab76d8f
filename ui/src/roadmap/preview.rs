//! What a release would do, while something is dragged: it is planned with the very edit, so hint and drop cannot differ.

use leptos::prelude::*;
use opmap_model::RecommendationId;

use super::bars::way;
use super::changes;
use super::drag::{Over, Target};
use super::state::RoadmapState;

/// What a release would do; copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct Preview {
    roadmap: RoadmapState,
    would: Memo<Option<Would>>,
}

/// What would be.
#[derive(Debug, Clone, PartialEq)]
struct Would {
    words: String,
    is_refused: bool,
    /// When the recommendation would be done.
    days: Option<(u64, Option<u64>)>,
}

impl Preview {
    pub(super) fn new(roadmap: RoadmapState) -> Self {
        let target = Memo::new(move |_| {
            roadmap.drag.with(|drag| {
                let drag = drag.as_ref().filter(|it| it.is_moved)?;
                let target =
                    roadmap.gantt.with(|gantt| roadmap.layout.with(|layout| drag.target(gantt, layout)));
                Some((drag.id, target))
            })
        });
        let would = Memo::new(move |_| target.get().map(|(id, target)| would(roadmap, id, target)));
        Self { roadmap, would }
    }

    /// The place that it would take, or the line that is drawn.
    pub(super) fn marks(self) -> impl IntoView + use<> {
        let roadmap = self.roadmap;
        let drag = roadmap.drag.get().filter(|it| it.is_moved);
        let (line, ghost) = match drag {
            None => (None, None),
            Some(drag) => {
                let own =
                    roadmap.layout.with(|it| it.bars.iter().find(|it| it.id == drag.id).map(|it| it.rect));
                let line = own
                    .filter(|_| drag.is_wire())
                    .map(|own| way(&[opmap_drawing::Point::new(own.right(), own.center().y), drag.now]));
                let days = self.would.with(|it| it.as_ref().and_then(|it| it.days));
                let ghost = days.filter(|_| !drag.is_wire()).map(|(first, last)| {
                    roadmap.layout.with(|layout| layout.bar_at(first, last, drag.ghost_top(own)))
                });
                (line, ghost)
            }
        };
        view! {
            {ghost.map(|it| view! {
                <rect class="gantt-ghost" x=it.x y=it.y width=it.width height=it.height rx="6" />
            })}
            {line.map(|it| view! { <path class="gantt-wire" d=it /> })}
        }
    }
}

fn would(roadmap: RoadmapState, id: RecommendationId, target: Target) -> Would {
    let nothing = |words: String| Would { words, is_refused: false, days: None };
    roadmap.found.with(|found| {
        roadmap.editor.read(|document| {
            let Some((edit, about)) = target.edit(document, found, id) else {
                return match target {
                    Target::Nowhere => nothing(String::new()),
                    _ => nothing(changes::told(document, found, id)),
                };
            };
            match changes::outcome(document, &edit, about) {
                Ok((words, after)) => {
                    let days = after.planned(id).map(|it| (it.first, it.last));
                    let row = match target {
                        Target::Put(place) => super::drag::row_words(document, id, place),
                        _ => None,
                    };
                    Would {
                        words: [Some(words), row].into_iter().flatten().collect::<Vec<_>>().join(" "),
                        is_refused: false,
                        days,
                    }
                }
                Err(words) => Would { words, is_refused: true, days: None },
            }
        })
    })
}

/// The same in words, beside the pointer.
#[component]
pub(super) fn Hint() -> impl IntoView {
    let (roadmap, preview): (RoadmapState, Preview) = (expect_context(), expect_context());
    move || {
        let (x, y) = roadmap.drag.with(|it| it.as_ref().map(|it| it.pointer))?;
        let would = preview.would.get().filter(|it| !it.words.is_empty())?;
        Some(view! {
            <p
                class="gantt-hint"
                class:refused=would.is_refused
                style:left=format!("{}px", x + 14.0)
                style:top=format!("{}px", y + 18.0)
            >
                {would.words}
            </p>
        })
    }
}

/// Whether something is dragged over a box.
pub(super) fn is_over(roadmap: RoadmapState, over: Over) -> Signal<bool> {
    Signal::derive(move || roadmap.drag.with(|it| it.as_ref().is_some_and(|it| it.is_over(over))))
}

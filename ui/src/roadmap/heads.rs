//! What stays while the chart is scrolled: the names of the columns and of the rows.

use leptos::prelude::*;
use opmap_drawing::{GanttGroup, GanttRows};
use opmap_model::{Edit, Workstream, WorkstreamId};

use super::menu::Menu;
use super::state::{Naming, RoadmapState, row_head_id};
use super::{key_press, row_head};
use crate::field::{Adding, NewName, focus_later, title};
use crate::icon::Icon;
use crate::identity::fresh;
use crate::keys::{self, Command, OnRoadmap};

/// Where rows are added.
#[component]
pub(super) fn Corner() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let adding = Adding {
        what: "workstream",
        take: Callback::new(move |text: String| {
            let id: WorkstreamId = fresh();
            let workstream = Workstream::new(title(&text)?);
            if roadmap.editor.commit(Edit::AddWorkstream { id, workstream, before: None }) {
                focus_later(&row_head_id(GanttGroup::Workstream(Some(id))));
            }
            Ok(())
        }),
    };
    let close = Callback::new(move |_| roadmap.naming.set(None));
    let command = Command::Roadmap(OnRoadmap::AddWorkstream);
    view! {
        <div class="gantt-corner">
            {move || {
                if roadmap.rows.get() == GanttRows::Owners {
                    return view! { <span class="quiet">"Owner"</span> }.into_any();
                }
                if roadmap.naming.get() == Some(Naming::NewWorkstream) {
                    return view! { <NewName adding close /> }.into_any();
                }
                view! {
                    <button
                        class="button quiet"
                        title=keys::tooltip(command)
                        on:click=move |_| roadmap.name(Naming::NewWorkstream)
                    >
                        <Icon name="plus" />
                        "Workstream"
                    </button>
                }
                .into_any()
            }}
        </div>
    }
}

/// The waves, and above the chart the months and weeks where days are true to scale.
#[component]
pub(super) fn Columns() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    view! {
        <div class="gantt-head">
            {move || roadmap.layout.with(|layout| {
                let place = |from: f32, to: f32| (format!("{}px", from - layout.names), format!("{}px", to - from));
                let columns = layout.columns().iter().zip(layout.edges.windows(2)).map(|(column, edges)| {
                    let (left, width) = place(edges[0], edges[1]);
                    view! {
                        <div class="gantt-column" style:left=left style:width=width>
                            <h3>{column.title.clone()}</h3>
                            {column.dates.clone().map(|it| view! { <p class="quiet">{it}</p> })}
                        </div>
                    }
                });
                let tick = |day: u64, words: &str, class: &'static str| {
                    let left = place(layout.x_of(day), layout.width).0;
                    view! { <span class=class style:left=left>{words.to_owned()}</span> }
                };
                view! {
                    {columns.collect_view()}
                    {layout.months.iter().map(|it| tick(it.day, &it.words, "gantt-month")).collect_view()}
                    {layout.weeks.iter().map(|it| tick(it.day, &it.words, "gantt-week")).collect_view()}
                }
            })}
        </div>
    }
}

/// The names of the rows.
#[component]
pub(super) fn Rows() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let rows = Memo::new(move |_| {
        roadmap.layout.with(|layout| {
            roadmap.gantt.with(|gantt| {
                let of = |(stream, row): (&opmap_drawing::GanttStream, &opmap_drawing::GanttRow)| {
                    let place = (format!("{}px", row.top - layout.head), format!("{}px", row.height));
                    (stream.group, stream.title.clone(), place)
                };
                gantt.streams.iter().zip(&layout.rows).map(of).collect::<Vec<_>>()
            })
        })
    });
    view! {
        <div class="gantt-names">
            <For each=move || rows.get() key=|it| it.clone() let((group, name, (top, height)))>
                <div class="gantt-name" style:top=top style:height=height>
                    <RowName group name />
                </div>
            </For>
        </div>
    }
}

/// The name of a row; a workstream is renamed, moved and deleted there. What is written for the row is written below.
#[component]
fn RowName(group: GanttGroup, name: String) -> impl IntoView {
    let (roadmap, menu): (RoadmapState, Menu) = (expect_context(), expect_context());
    let naming = Memo::new(move |_| match roadmap.naming.get() {
        Some(Naming::Item(row)) if row == group => Some(Naming::Item(row)),
        Some(Naming::Workstream(id)) if group == GanttGroup::Workstream(Some(id)) => {
            Some(Naming::Workstream(id))
        }
        _ => None,
    });
    let of_head = row_head_id(group);
    let back = of_head.clone();
    let close = Callback::new(move |stays: bool| {
        let was = roadmap.naming.get_untracked();
        roadmap.naming.set(None);
        match was {
            Some(Naming::Workstream(_)) if stays => focus_later(&back),
            _ if stays => roadmap.focus_wanted.notify(),
            _ => {}
        }
    });
    let (shown, now) = (name.clone(), name.clone());
    move || match naming.get() {
        Some(Naming::Workstream(id)) => {
            let take = Callback::new(move |text: String| {
                let title = title(&text)?;
                roadmap.editor.commit(Edit::RenameWorkstream { id, title });
                Ok(())
            });
            view! { <NewName adding=Adding { what: "workstream", take } close now=now.clone() /> }.into_any()
        }
        Some(Naming::Item(row)) => {
            let take = Callback::new(move |text: String| key_press::take(&text, row, roadmap));
            view! {
                <div class="gantt-new"><NewName adding=Adding { what: "recommendation", take } close /></div>
            }
            .into_any()
        }
        _ => match group {
            GanttGroup::Workstream(Some(id)) => {
                let (of_head, name) = (of_head.clone(), shown.clone());
                view! {
                    <button
                        id=of_head
                        class="gantt-row-name"
                        aria-haspopup="menu"
                        title="Rename, move or delete"
                        on:click=move |_| menu.turn_row(id)
                        on:keydown=move |event| row_head::on_key(&event, id, roadmap)
                    >
                        {name}
                    </button>
                }
                .into_any()
            }
            _ => view! { <span class="gantt-row-name" class:quiet={is_rest(group)}>{shown.clone()}</span> }
                .into_any(),
        },
    }
}

fn is_rest(group: GanttGroup) -> bool {
    matches!(group, GanttGroup::Workstream(None) | GanttGroup::Owner(None))
}

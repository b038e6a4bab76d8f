//! Drawings of a workshop, the same for every surface: text measured with the shipped fonts, the layout of a
//! journey map, and [`Scene`]s of plain shapes that the screen, SVG and PDF paint alike.
//!
//! This crate does not touch files, windows or the clock, and it does not know what a PDF is.

mod board;
mod colours;
mod face;
mod fonts;
mod gantt;
mod glance;
mod map_description;
mod map_layout;
mod map_notes;
mod map_scene;
mod scene;
mod sentiment;
mod shift_pictures;
mod sketch;
mod svg;
mod tone;
mod wave_sign;

pub use board::{
    BOARD_ABOVE, BOARD_BELOW, BOARD_BESIDE, BOARD_CIRCLE, BoardItem, BoardLayout, axis_marks, board_circle,
    board_description, board_items, board_layout, board_scene, circle_marks, ground_marks, wave_disc,
};
pub use colours::Colours;
pub use face::Face;
pub use fonts::{FontError, Fonts, Glyph};
pub use gantt::{
    Gantt, GanttBar, GanttColumn, GanttGroup, GanttLayout, GanttLink, GanttMilestone, GanttRow, GanttRows,
    GanttScale, GanttShape, GanttShown, GanttStream, PlacedBar, gantt, gantt_body_marks, gantt_by,
    gantt_description, gantt_links, gantt_scene,
};
pub use glance::Glance;
pub use map_description::{lane_words, map_description, stage_words};
pub use map_layout::{
    Badge, BlueprintLine, BlueprintLineKind, CELL_ROWS, CHIP_ROW_HEIGHT, Corners, Direction, DropTarget,
    FOLDED_SIZE, FUNCTION_WIDTH, Folded, FoldedCell, GUTTER_HEIGHT, GUTTER_WIDTH, HEAD_TITLE,
    LANE_HEAD_WIDTH, LaneBand, LaneGroup, MapLayout, PHASE_HEIGHT, PhaseBand, Route, RouteClass, RouteLabel,
    RowSign, SIGN_SIZE, SMALL_TEXT, STAGE_HEAD_HEIGHT, STAGE_PAD, STEP_HEIGHT, STEP_TITLE, STEP_WIDTH,
    SharedName, Sign, StageBand, StepBox, Unlike, brief_duration, folded_map_layout, map_layout,
};
pub use map_notes::{
    OverlayWords, add_channel_changes, add_findings, add_friction, add_named_roles, add_roles,
    difference_notes, overlay_notes, overlay_words,
};
pub use map_scene::{
    ChangeSign, ChannelChange, Detail, Found, Heat, Held, MapNotes, MapSceneOptions, MapWindow, NoteLabel,
    RolesNote, RouteNote, STEP_REACH, StageTime, StageTimes, StepNote, Stress, badge_marks, blueprint_marks,
    blueprint_name_marks, folded_cell_marks, label_marks, lane_head_marks, lane_marks, map_scene,
    map_scene_with_strip, route_marks, route_sign_marks, selected_marks, stage_head_marks, stage_marks,
    stage_times, step_marks, subdued,
};
pub use scene::{
    ImageMark, Mark, PathMark, Point, Rect, RectMark, Scene, Segment, Stroke, TextMark, TextRole,
};
pub use sentiment::{
    STRIP_HEIGHT, SentimentPoint, SentimentStrip, StripQuote, has_sentiments, sentiment_strip,
    sentiment_strip_at, strip_head_marks, strip_marks,
};
pub use shift_pictures::{
    AGREEMENT_SIZE, BARS_HEIGHT, BARS_WIDTH, NothingToDraw, RadarAxis, RadarLines, ShiftPicture,
    agreement_sign, answer_bars, gap_bars, gap_description, group_description, group_table, level_tone,
    radar, radar_description, shift_axes,
};
pub use sketch::{MapSketch, SketchedLane};
pub use svg::{svg, svg_in};
pub use tone::Tone;
pub use wave_sign::WaveSign;

//! Holds that whatever is done by dragging can be done without (U12).

use std::collections::BTreeSet;

use opmap_drawing::Point;
use opmap_model::{ConnectorId, LaneId, StageId, StepId};

use super::aiming::End;
use super::gesture::{BandDrag, Drag as Steps, Gesture};
use super::view::View;
use crate::keys::{Command, MenuOf, OnSmallMap, Way, entry};

/// What dragging does, and the commands that do the same.
macro_rules! drags {
    ($($drag:ident: $($command:expr),+;)+) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        enum Drag {
            $($drag),+
        }

        const DRAGS: &[(Drag, &[Command])] = &[$((Drag::$drag, &[$($command),+])),+];
    };
}

drags! {
    View: Command::Walk(Way::Right), Command::ZoomFit, Command::Minimap;
    // On the small map, which is no part of the canvas and has no gesture there.
    Overview: Command::SmallMap(OnSmallMap::Pan(Way::Right)), Command::Minimap, Command::ZoomFit;
    ToCell: Command::Move(Way::Up), Command::MoveToLane, Command::MoveToStage;
    WithinCell: Command::Earlier, Command::Later;
    OntoConnector: Command::PutOn, Command::MakeRoom;
    Copies: Command::Copy, Command::Duplicate;
    Selection: Command::Extend(Way::Right), Command::SelectAll, Command::Outline;
    Connection: Command::Connect, Command::ConnectTo;
    ConnectedStep: Command::Append, Command::Grow(Way::Right);
    Aim: Command::Aim(End::To), Command::Aim(End::From);
    Stage: Command::Move(Way::Left), Command::Move(Way::Right);
    Lane: Command::Move(Way::Up), Command::Move(Way::Down);
}

/// What a gesture drags. A new gesture does not compile here before it is said what does the same.
fn dragged(gesture: &Gesture) -> &'static [Drag] {
    match gesture {
        Gesture::None | Gesture::Press { .. } => &[],
        Gesture::Pan { .. } => &[Drag::View],
        Gesture::Drag { .. } => &[Drag::ToCell, Drag::WithinCell, Drag::OntoConnector, Drag::Copies],
        Gesture::Box { .. } => &[Drag::Selection],
        Gesture::Wire { .. } => &[Drag::Connection, Drag::ConnectedStep],
        Gesture::Aim { .. } => &[Drag::Aim],
        Gesture::Stage(_) => &[Drag::Stage],
        Gesture::Lane(_) => &[Drag::Lane],
    }
}

#[test]
fn every_drag_has_a_key_and_a_menu_way() {
    let offered: Vec<&Command> =
        MenuOf::ALL.iter().flat_map(|it| it.groups().iter().copied().flatten()).collect();
    for (drag, commands) in DRAGS {
        let rows: Vec<_> = commands.iter().filter_map(|it| entry(*it)).collect();
        assert_eq!(
            rows.len(),
            commands.len(),
            "{drag:?}: all of them stand in the table, and so in the palette"
        );
        assert!(rows.iter().any(|(_, it)| !it.keys.is_empty()), "{drag:?} has a key");
        assert!(commands.iter().any(|it| offered.contains(&it)), "{drag:?} is in a menu");
    }
}

#[test]
fn every_gesture_that_drags_is_on_the_list_and_nothing_else() {
    let (id, here) = (uuid::Uuid::nil(), Point::new(0.0, 0.0));
    let (step, connector) = (StepId(id), ConnectorId(id));
    let gestures = [
        Gesture::None,
        Gesture::Press { step, at: here },
        Gesture::Pan { from: (0.0, 0.0), view: View::default() },
        Gesture::Drag(Steps::new(BTreeSet::from([step]), step, here)),
        Gesture::Box { from: here, now: Point::new(1.0, 1.0) },
        Gesture::Wire { from: step, now: here, to: None },
        Gesture::Aim { connector, end: End::To, from: here, now: Some(here), to: None },
        Gesture::Stage(BandDrag::new(StageId(id), here)),
        Gesture::Lane(BandDrag::new(LaneId(id), here)),
    ];
    let found: Vec<Drag> = gestures.iter().flat_map(dragged).copied().collect();
    for drag in &found {
        assert!(DRAGS.iter().any(|(it, _)| it == drag), "{drag:?}");
    }
    let beside: Vec<Drag> = DRAGS.iter().map(|it| it.0).filter(|it| !found.contains(it)).collect();
    assert_eq!(beside, [Drag::Overview], "only the small map is dragged elsewhere");
}

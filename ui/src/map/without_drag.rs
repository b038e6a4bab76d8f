//! Holds that whatever is done by dragging can be done without (U12).

use super::aiming::End;
use super::gesture::Gesture;
use crate::keys::{Command, MenuOf, Way, entry};

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
    Steps: Command::Move(Way::Up), Command::MoveToLane, Command::MoveToStage;
    Selection: Command::SelectAll, Command::Outline;
    Connection: Command::Connect, Command::ConnectTo, Command::Grow(Way::Right);
    Aim: Command::Aim(End::To), Command::Aim(End::From);
    Stage: Command::Move(Way::Left), Command::Move(Way::Right);
    Lane: Command::Move(Way::Up), Command::Move(Way::Down);
}

/// What a gesture drags. A new gesture does not compile here before it is said what does the same.
fn dragged(gesture: &Gesture) -> Option<Drag> {
    match gesture {
        Gesture::None | Gesture::Press { .. } => None,
        Gesture::Pan { .. } => Some(Drag::View),
        Gesture::Drag { .. } => Some(Drag::Steps),
        Gesture::Box { .. } => Some(Drag::Selection),
        Gesture::Wire { .. } => Some(Drag::Connection),
        Gesture::Aim { .. } => Some(Drag::Aim),
        Gesture::Stage { .. } => Some(Drag::Stage),
        Gesture::Lane { .. } => Some(Drag::Lane),
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
fn every_gesture_that_drags_is_on_the_list() {
    let gestures = [
        Gesture::Pan { from: (0.0, 0.0), view: super::view::View::default() },
        Gesture::Box { from: opmap_drawing::Point::new(0.0, 0.0), now: opmap_drawing::Point::new(1.0, 1.0) },
    ];
    for gesture in gestures {
        let drag = dragged(&gesture).expect("it drags");
        assert!(DRAGS.iter().any(|(it, _)| *it == drag));
    }
    assert_eq!(dragged(&Gesture::None), None);
}

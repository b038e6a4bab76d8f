//! Which commands the menu of each thing on the map offers, in groups.

use opmap_model::ConnectorKind;

use super::{Command, Way};
use crate::map::End;

/// What a menu is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MenuOf {
    Step,
    Connector,
    Stage,
    Lane,
    /// A place where nothing is.
    Ground,
}

impl MenuOf {
    #[cfg(test)]
    pub(crate) const ALL: [Self; 5] = [Self::Step, Self::Connector, Self::Stage, Self::Lane, Self::Ground];

    /// What the menu is called.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Step => "Step",
            Self::Connector => "Connector",
            Self::Stage => "Stage",
            Self::Lane => "Lane",
            Self::Ground => "Map",
        }
    }

    /// What it offers, group by group.
    pub(crate) fn groups(self) -> &'static [&'static [Command]] {
        use Command as C;
        match self {
            Self::Step => &[
                &[C::Rename, C::Connect, C::ConnectTo, C::PutOn, C::Append, C::MakeRoom],
                &[C::Cut, C::Copy, C::Duplicate],
                &[C::MoveToLane, C::MoveToStage],
                &[C::Move(Way::Up), C::Move(Way::Down), C::Move(Way::Left), C::Move(Way::Right)],
                &[C::Earlier, C::Later],
                &[C::ShowInState, C::Join, C::Part],
                &[C::ZoomSelection],
                &[C::Delete],
            ],
            Self::Connector => &[
                &[C::FollowBack, C::FollowOn],
                &[C::Aim(End::To), C::Aim(End::From), C::MakeRoom],
                &[
                    C::Kind(ConnectorKind::Flow),
                    C::Kind(ConnectorKind::Rework),
                    C::Kind(ConnectorKind::System),
                ],
                &[C::ShowInState, C::Join, C::Part],
                &[C::Delete],
            ],
            Self::Stage => &[
                &[C::Rename, C::AddStep, C::AddStage, C::MakeRoom],
                &[C::Cut, C::Copy, C::Duplicate],
                &[C::Move(Way::Left), C::Move(Way::Right)],
                &[C::ShowInState, C::Join, C::Part],
                &[C::SelectAll, C::Fold, C::UnfoldAll],
                &[C::Delete],
            ],
            Self::Lane => &[
                &[C::Rename, C::AddStep, C::AddLane, C::MakeRoom],
                &[C::Cut, C::Copy, C::Duplicate],
                &[C::Move(Way::Up), C::Move(Way::Down)],
                &[C::ShowInState, C::Join, C::Part],
                &[C::SelectAll, C::Fold, C::UnfoldAll],
                &[C::Delete],
            ],
            Self::Ground => &[
                &[C::AddStep, C::AddStage, C::AddLane, C::Library],
                &[C::Paste, C::CopyJourney, C::CopyPicture],
                &[C::SelectAll, C::Find, C::Filter],
                &[C::ZoomFit, C::ZoomActual, C::UnfoldAll, C::Outline, C::Minimap],
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::MenuOf;
    use crate::keys::entry;

    #[test]
    fn menus_offer_what_is_in_the_table_and_each_thing_once() {
        for menu in MenuOf::ALL {
            let commands: Vec<_> = menu.groups().iter().copied().flatten().collect();
            for (index, command) in commands.iter().enumerate() {
                assert!(entry(**command).is_some(), "{command:?}");
                assert!(!commands[index + 1..].contains(command), "{command:?} twice in {menu:?}");
            }
        }
    }
}

//! A role wherever it is told of: what is known of it, what it holds, making two into one.

mod details;
mod held;
mod merging;

pub(crate) use details::RoleDetails;
pub(crate) use held::held_lines;

//! What can be done with decisions and service recovery.

use super::{Place, Section, changes, looks};
use crate::decisions::Framework;
use crate::keys::press::{alt, ctrl, plain, shift};
use crate::keys::{Command as C, Need as N, OnDecisions as D, OnRecovery as R, Way};

#[rustfmt::skip]
pub(super) const SECTIONS: &[Section] = &[
    Section { words: "Decisions", place: Place::Decisions, entries: &[
        changes(C::Decisions(D::Add), "Add a decision", "plus", N::Nothing, &[plain("n")], "new decision, make a decision, create decision, decision right"),
        changes(C::Decisions(D::Edit), "Edit the cell", "pencil", N::Decision, &[plain("Enter"), plain("F2")], "rename the decision, who decides, set the right, set the limit, set the escalation, pin to a stage"),
        changes(C::Decisions(D::Clear), "Clear the cell; in the first one delete the decision", "trash-2", N::Decision, &[plain("Delete"), plain("Backspace")], "delete the decision, drop a decision, empty the cell"),
        changes(C::Decisions(D::Material), "Mark the decision as material, or not", "flag", N::Decision, &[plain("m")], "material, minor, important decision"),
        changes(C::Decisions(D::Use(Framework::Rapid)), "Use RAPID for the decision", "scale", N::Decision, &[], "rapid, framework, recommend agree perform input decide"),
        changes(C::Decisions(D::Use(Framework::Daci)), "Use DACI for the decision", "scale", N::Decision, &[], "daci, framework, driver approver contributor informed"),
        changes(C::Decisions(D::Use(Framework::Decider)), "Name the decider only", "scale", N::Decision, &[], "no framework, decider only, one role decides"),
        changes(C::Decisions(D::Move(Way::Up)), "Move the decision up", "arrow-up", N::Decision, &[alt("ArrowUp")], "reorder decisions, decision further up"),
        changes(C::Decisions(D::Move(Way::Down)), "Move the decision down", "arrow-down", N::Decision, &[alt("ArrowDown")], "reorder decisions, decision further down"),
        looks(C::Decisions(D::Details), "Go to the details of the decision", "list", N::Decision, &[plain("d")], "limit bands, note, region, words of its own, findings about the decision"),
        looks(C::Decisions(D::WhatIf), "What if the decision was delegated…", "share-2", N::Decision, &[plain("w")], "what if, delegate to a lane, fewer handoffs, push down, empower"),
        looks(C::Decisions(D::Recovery), "Go to the recovery matrix", "table", N::Nothing, &[plain("r")], "service recovery, customer value and severity, thresholds"),
        looks(C::Decisions(D::MaterialOnly), "Show material decisions only, or all", "list-filter", N::Nothing, &[shift(plain("m"))], "filter decisions, hide minor decisions"),
    ] },
    Section { words: "Cells of decisions", place: Place::Decisions, entries: &[
        looks(C::Decisions(D::Go(Way::Left)), "Cell to the left", "arrow-left", N::Decision, &[plain("ArrowLeft")], "right before"),
        looks(C::Decisions(D::Go(Way::Right)), "Cell to the right", "arrow-right", N::Decision, &[plain("ArrowRight")], "right after"),
        looks(C::Decisions(D::Go(Way::Up)), "Decision above", "arrow-up", N::Decision, &[plain("ArrowUp")], "row above"),
        looks(C::Decisions(D::Go(Way::Down)), "Decision below", "arrow-down", N::Decision, &[plain("ArrowDown")], "row below"),
        looks(C::Decisions(D::RowStart), "First cell of the decision", "arrow-left", N::Decision, &[plain("Home")], "begin of the row"),
        looks(C::Decisions(D::RowEnd), "Last cell of the decision", "arrow-right", N::Decision, &[plain("End")], "end of the row"),
        looks(C::Decisions(D::Start), "First decision", "arrow-up", N::Decision, &[ctrl("Home")], "top, begin of the tables"),
        looks(C::Decisions(D::End), "Last decision", "arrow-down", N::Decision, &[ctrl("End")], "bottom, end of the tables"),
        looks(C::Decisions(D::PageUp), "Several decisions up", "arrow-up", N::Decision, &[plain("PageUp")], "page up"),
        looks(C::Decisions(D::PageDown), "Several decisions down", "arrow-down", N::Decision, &[plain("PageDown")], "page down"),
    ] },
    Section { words: "Service recovery", place: Place::Recovery, entries: &[
        changes(C::Recovery(R::AddCustomerGroup), "Add customers to the recovery matrix", "plus", N::Nothing, &[plain("n")], "new row of recovery, customer group, customer value"),
        changes(C::Recovery(R::AddDisruption), "Add a severity to the recovery matrix", "plus", N::Nothing, &[shift(plain("n"))], "new column of recovery, how bad, disruption"),
        changes(C::Recovery(R::Edit), "Set what is done in the cell, or rename its head", "pencil", N::Nothing, &[plain("Enter"), plain("F2")], "recovery response, who may act, rename the customers"),
        changes(C::Recovery(R::Clear), "Clear the cell of recovery; in a head delete the row or column", "trash-2", N::Nothing, &[plain("Delete"), plain("Backspace")], "delete customers, delete a severity"),
        changes(C::Recovery(R::Move(Way::Up)), "Put the customers further up", "arrow-up", N::Nothing, &[alt("ArrowUp")], "reorder customers, lower value"),
        changes(C::Recovery(R::Move(Way::Down)), "Put the customers further down", "arrow-down", N::Nothing, &[alt("ArrowDown")], "reorder customers, higher value"),
        changes(C::Recovery(R::Move(Way::Left)), "Put the severity further left", "arrow-left", N::Nothing, &[alt("ArrowLeft")], "reorder severities, less bad"),
        changes(C::Recovery(R::Move(Way::Right)), "Put the severity further right", "arrow-right", N::Nothing, &[alt("ArrowRight")], "reorder severities, worse"),
        looks(C::Recovery(R::Go(Way::Left)), "Recovery for a lower severity", "arrow-left", N::Nothing, &[plain("ArrowLeft")], "cell of recovery on the left"),
        looks(C::Recovery(R::Go(Way::Right)), "Recovery for a higher severity", "arrow-right", N::Nothing, &[plain("ArrowRight")], "cell of recovery on the right"),
        looks(C::Recovery(R::Go(Way::Up)), "Recovery for a lower value", "arrow-up", N::Nothing, &[plain("ArrowUp")], "cell of recovery above"),
        looks(C::Recovery(R::Go(Way::Down)), "Recovery for a higher value", "arrow-down", N::Nothing, &[plain("ArrowDown")], "cell of recovery below"),
        looks(C::Recovery(R::RowStart), "Head of the customers", "arrow-left", N::Nothing, &[plain("Home")], "begin of the row of recovery"),
        looks(C::Recovery(R::RowEnd), "Highest severity for the customers", "arrow-right", N::Nothing, &[plain("End")], "end of the row of recovery"),
        looks(C::Recovery(R::Start), "First cell of recovery", "arrow-up", N::Nothing, &[ctrl("Home")], "begin of the recovery matrix"),
        looks(C::Recovery(R::End), "Last cell of recovery", "arrow-down", N::Nothing, &[ctrl("End")], "end of the recovery matrix"),
    ] },
];

//! Putting a step between the two ends of a connector.

use crate::draft::Draft;
use crate::{Connector, ConnectorId, Lane, LaneId, Refusal, StepId};

/// Leads a connector over a step: from its start to the step, and from the step to its end.
///
/// What was agreed about it stays whole, with the half that is still the same agreement: the one that joins the two
/// lanes that were joined; if neither does, the first that is a handoff (H1), else the first. The other half is a
/// new connector of the same kind. The label stays where the line begins, since behind a decision it names the way.
/// A half that is there already, as a connector of its own, is left as it is and not added.
///
/// # Errors
/// When the step is one of the ends or of another map, or when both halves are there already.
pub(crate) fn between(
    draft: &mut Draft<'_>,
    step: StepId,
    connector: ConnectorId,
    onward: ConnectorId,
) -> Result<(), Refusal> {
    let whole = draft.get(connector)?.clone();
    if step == whole.from || step == whole.to {
        return Err(Refusal::ToItself);
    }
    if draft.map_of_step(step)? != draft.map_of_step(whole.from)? {
        return Err(Refusal::OtherMap);
    }
    let halves = [(whole.from, step), (step, whole.to)];
    let kept = match halves.map(|ends| is_connected(draft, ends)) {
        [true, true] => return Err(Refusal::AlreadyConnected),
        [true, false] => 1,
        [false, true] => 0,
        [false, false] => half_that_is_still_agreed(draft, &whole, halves)?,
    };
    let (from, to) = halves[kept];
    let mut old = Connector { from, to, ..whole.clone() };
    let (from, to) = halves[1 - kept];
    if !is_connected(draft, (from, to)) {
        let mut new = Connector { kind: whole.kind, ..Connector::new(onward, from, to) };
        if kept == 1 {
            new.label = old.label.take();
        }
        draft.add(onward, new)?;
    }
    draft.update(connector, |it| *it = old)
}

fn is_connected(draft: &Draft<'_>, (from, to): (StepId, StepId)) -> bool {
    draft.iter::<Connector>().any(|(_, it)| it.from == from && it.to == to)
}

/// Which of the two halves the record goes on with.
fn half_that_is_still_agreed(
    draft: &Draft<'_>,
    whole: &Connector,
    halves: [(StepId, StepId); 2],
) -> Result<usize, Refusal> {
    let lanes = |(from, to): (StepId, StepId)| Ok((draft.get(from)?.lane, draft.get(to)?.lane));
    let before = lanes((whole.from, whole.to))?;
    let after = [lanes(halves[0])?, lanes(halves[1])?];
    let is_handoff = |(from, to): (LaneId, LaneId)| {
        let is_company_side = |id| draft.get(id).is_ok_and(|it: &Lane| it.kind.is_company_side());
        from != to && is_company_side(from) && is_company_side(to)
    };
    let same = after.iter().position(|it| *it == before);
    Ok(same.or_else(|| after.iter().position(|it| is_handoff(*it))).unwrap_or(0))
}

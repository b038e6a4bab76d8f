//! A new workshop that begins as another one is built.

use crate::{Document, Workshop};

impl Document {
    /// A new workshop that begins with how the work goes here and who does it: journeys with their maps, letters, decision
    /// rights, activities and forums; roles, personas, channels and systems; how disruptions are answered; the words of the
    /// shifts and of the health check; and how the report looks.
    ///
    /// What was measured, felt, scored, found, planned or written down here, who took part and who holds a role stays
    /// behind.
    #[must_use]
    pub fn begin_from(&self) -> Self {
        let mut begun = Self::new(self.workshop.begun());
        begun.roles.clone_from(&self.roles);
        begun.channels.clone_from(&self.channels);
        begun.it_systems.clone_from(&self.it_systems);
        begun.personas.clone_from(&self.personas);
        begun.journeys.clone_from(&self.journeys);
        begun.stages.clone_from(&self.stages);
        begun.activities.clone_from(&self.activities);
        begun.lanes.clone_from(&self.lanes);
        begun.steps.clone_from(&self.steps);
        begun.connectors.clone_from(&self.connectors);
        begun.decisions.clone_from(&self.decisions);
        begun.disruptions.clone_from(&self.disruptions);
        begun.customer_groups.clone_from(&self.customer_groups);
        begun.assessments.clone_from(&self.assessments);
        begun.health_questions.clone_from(&self.health_questions);
        begun.workstreams.clone_from(&self.workstreams);
        begun.logos.clone_from(&self.logos);
        begun.forums.clone_from(&self.forums);
        begun.forget_what_was_said();
        begun
    }

    /// Takes out of what stays what was said of it in the room.
    fn forget_what_was_said(&mut self) {
        for role in self.roles.values_mut() {
            role.person = None;
        }
        for persona in self.personas.values_mut() {
            persona.note = None;
        }
        for activity in self.activities.values_mut() {
            activity.note = None;
        }
        for step in self.steps.values_mut() {
            step.sentiment = None;
            step.fail_point = false;
            step.recovery = None;
            (step.work_secs, step.wait_secs) = (None, None);
            (step.first_time_right, step.volume_per_month) = (None, None);
            (step.value, step.evidence) = (None, None);
            (step.note, step.internal_note) = (None, None);
        }
        for decision in self.decisions.values_mut() {
            decision.note = None;
        }
        for shift in self.assessments.values_mut() {
            (shift.now, shift.target, shift.target_reason) = (None, None, None);
            (shift.benchmark, shift.note, shift.stale) = (None, None, false);
        }
        for question in self.health_questions.values_mut() {
            (question.commercial, question.operational, question.note) = (None, None, None);
        }
    }
}

impl Workshop {
    /// The charter of a workshop that is still to be led.
    fn begun(&self) -> Self {
        Self {
            facilitator: self.facilitator.clone(),
            confidentiality: self.confidentiality,
            thresholds: self.thresholds.clone(),
            report: self.report.clone(),
            ..Self::new(self.title.clone())
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Document, notation};

    fn parsed(lines: &str) -> Document {
        let mut count = 0;
        let fresh = &mut || {
            count += 1;
            uuid::Uuid::from_u128(count)
        };
        notation::parse(lines, fresh).unwrap()
    }

    #[test]
    fn how_the_work_goes_stays_and_what_was_said_of_it_does_not() {
        let held = parsed(
            "workshop \"Restore\"
client \"Halden\"
date 2026-06-12
role agent \"Agent\" person=\"Ada\"
participant ada \"Ada\"
journey j \"Restore\"
map j as-lived
stage s \"Report\"
lane l \"Agent\" kind=frontstage role=agent
step a \"Take the call\" at=s/l kind=activity wait=10min sentiment=-1 letters=agent:A/R note=\"Long.\"
step b \"Test the line\" at=s/l kind=activity fail-point=yes
flow a -> b
shift roles now=2 target=4 note=\"Two owners.\"
recommendation one \"Name an owner\"",
        );
        let begun = held.begin_from();
        assert_eq!(begun.violations(), []);
        let bare = parsed(
            "workshop \"Restore\"
role agent \"Agent\"
participant ada \"Ada\"
journey j \"Restore\"
map j as-lived
stage s \"Report\"
lane l \"Agent\" kind=frontstage role=agent
step a \"Take the call\" at=s/l kind=activity letters=agent:A/R
step b \"Test the line\" at=s/l kind=activity
flow a -> b",
        );
        assert_eq!(begun.steps, bare.steps);
        assert_eq!((&begun.roles, &begun.stages, &begun.lanes), (&bare.roles, &bare.stages, &bare.lanes));
        assert_eq!((&begun.connectors, &begun.workshop), (&bare.connectors, &bare.workshop));
        assert!(begun.participants.is_empty() && begun.recommendations.is_empty());
        assert!(begun.assessments.values().all(|it| it.now.is_none() && it.target.is_none()));
        assert_eq!(begun.begin_from(), begun, "there is nothing more to leave behind");
    }
}

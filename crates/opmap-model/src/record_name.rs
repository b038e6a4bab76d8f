//! What people call a record, whatever its kind.

use crate::{Document, RecordId};

impl Document {
    /// What a record is called: its title, its code and first line, or the two ends of a connector. None where it is gone.
    #[must_use]
    pub fn record_name(&self, record: RecordId) -> Option<String> {
        Some(match record {
            RecordId::Role(id) => self.get(id)?.title.to_string(),
            RecordId::Channel(id) => self.get(id)?.title.to_string(),
            RecordId::ItSystem(id) => self.get(id)?.title.to_string(),
            RecordId::Persona(id) => self.get(id)?.title.to_string(),
            RecordId::Journey(id) => self.get(id)?.title.to_string(),
            RecordId::Stage(id) => self.get(id)?.title.to_string(),
            RecordId::Activity(id) => self.get(id)?.title.to_string(),
            RecordId::Lane(id) => self.get(id)?.title.to_string(),
            RecordId::Step(id) => self.get(id)?.title.to_string(),
            RecordId::Connector(id) => {
                let connector = self.get(id)?;
                format!("{} → {}", self.get(connector.from)?.title, self.get(connector.to)?.title)
            }
            RecordId::Decision(id) => self.get(id)?.title.to_string(),
            RecordId::Disruption(id) => self.get(id)?.title.to_string(),
            RecordId::CustomerGroup(id) => self.get(id)?.title.to_string(),
            RecordId::Card(id) => first_line(self.get(id)?.text.as_str()),
            RecordId::HealthQuestion(id) => self.get(id)?.title.to_string(),
            RecordId::Participant(id) => self.get(id)?.title.to_string(),
            RecordId::Assessment(_) => self.assessment(record.shift()?).name().to_owned(),
            RecordId::Round(id) => self.assessment(self.get(id)?.shift).name().to_owned(),
            RecordId::Evidence(id) => {
                let evidence = self.get(id)?;
                format!("{} {}", evidence.code(), first_line(evidence.text.as_str()))
            }
            RecordId::KeptFinding(id) => {
                let finding = self.get(id)?;
                format!("{} {}", finding.code(), first_line(finding.title.as_str()))
            }
            RecordId::Workstream(id) => self.get(id)?.title.to_string(),
            RecordId::Recommendation(id) => {
                let recommendation = self.get(id)?;
                format!("{} {}", recommendation.code(), recommendation.title)
            }
            RecordId::EarlierWorkshop(id) => self.get(id)?.title.to_string(),
            RecordId::Logo(id) => {
                self.get(id)?;
                "Logo".to_owned()
            }
            RecordId::Milestone(id) => self.get(id)?.title.to_string(),
            RecordId::Choice(id) => self.get(id)?.title.to_string(),
            RecordId::Concern(id) => self.get(id)?.title.to_string(),
            RecordId::Forum(id) => self.get(id)?.title.to_string(),
            RecordId::Acceptance(id) => self.get(id)?.rule.to_string(),
        })
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

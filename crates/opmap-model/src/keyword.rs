//! Closed sets of words: what is chosen from a list.

/// A choice from a closed list, with the word for people and the word for files.
pub trait Keyword: Copy + PartialEq + 'static {
    /// Every choice, in the order in which it is offered.
    const ALL: &'static [Self];

    /// The word in the file and in serialised form: lower case, words joined by `-`.
    fn key(self) -> &'static str;

    /// The word that people read.
    fn label(self) -> &'static str;

    /// The choice with that [`key`](Self::key).
    #[must_use]
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::Keyword;

    fn check<K: Keyword + serde::Serialize + std::fmt::Debug>() {
        for &keyword in K::ALL {
            assert_eq!(serde_json::to_value(keyword).unwrap(), keyword.key(), "serialised form is the key");
            assert_eq!(K::from_key(keyword.key()), Some(keyword));
        }
        assert_eq!(K::from_key("no such word"), None);
    }

    #[test]
    fn keys_are_the_serialised_words_and_lead_back() {
        check::<crate::Confidentiality>();
        check::<crate::State>();
        check::<crate::LaneKind>();
        check::<crate::Sourcing>();
        check::<crate::StepKind>();
        check::<crate::Letter>();
        check::<crate::RapidLetter>();
        check::<crate::DaciLetter>();
        check::<crate::Performer>();
        check::<crate::ValueTag>();
        check::<crate::EvidenceGrade>();
        check::<crate::EvidenceKind>();
        check::<crate::Severity>();
        check::<crate::Clock>();
        check::<crate::ChannelKind>();
        check::<crate::Medium>();
        check::<crate::CustomerRelation>();
        check::<crate::CardKind>();
        check::<crate::Pain>();
        check::<crate::Perspective>();
        check::<crate::Shift>();
        check::<crate::Dedication>();
        check::<crate::Phase>();
        check::<crate::ConnectorKind>();
        check::<crate::Threshold>();
        check::<crate::Category>();
        check::<crate::CostBand>();
        check::<crate::Benefit>();
        check::<crate::Delivery>();
        check::<crate::Readiness>();
        check::<crate::Progress>();
        check::<crate::Ranking>();
        check::<crate::Period>();
        check::<crate::RiceImpact>();
        check::<crate::Confidence>();
        check::<crate::Wave>();
        check::<crate::Timing>();
        check::<crate::ConcernKind>();
        check::<crate::Chapter>();
        check::<crate::ReportScope>();
        check::<crate::Paper>();
        check::<crate::WideMaps>();
        check::<crate::English>();
        check::<crate::TitleFace>();
    }
}

//! What is done in one cell of the recovery matrix, and all that is done for one customer group.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::tables::References;
use crate::{DisruptionId, RoleId, Seconds, Title};

/// Who puts a disruption right, up to which limit and how soon.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Response {
    /// The role that may act on its own.
    pub authority: Option<RoleId>,
    /// Up to how much it may give.
    pub limit: Option<Limit>,
    /// Within how long it is done.
    pub within_secs: Option<Seconds>,
    /// Where it goes when it is not done in time, or goes beyond the limit.
    pub escalate_to: Option<RoleId>,
}

/// The most that may be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// How much.
    pub amount: u64,
    /// Of what, such as *€*.
    pub unit: Title,
}

/// The responses for one customer group, by how bad the disruption is. A response of which nothing is set is none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "BTreeMap<DisruptionId, Response>", into = "BTreeMap<DisruptionId, Response>")]
pub struct Responses(BTreeMap<DisruptionId, Response>);

/// One part of a response, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResponseField {
    /// All of it.
    Whole(Response),
    /// Who may act.
    Authority(Option<RoleId>),
    /// Up to how much.
    Limit(Option<Limit>),
    /// Within how long.
    Within(Option<Seconds>),
    /// Where it goes when that does not help.
    EscalateTo(Option<RoleId>),
}

impl Response {
    /// Whether nothing of it is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn set(&mut self, field: &ResponseField) {
        match field.clone() {
            ResponseField::Whole(it) => *self = it,
            ResponseField::Authority(it) => self.authority = it,
            ResponseField::Limit(it) => self.limit = it,
            ResponseField::Within(it) => self.within_secs = it,
            ResponseField::EscalateTo(it) => self.escalate_to = it,
        }
    }
}

impl Responses {
    /// What is done when the disruption is that bad; none when nothing is set.
    #[must_use]
    pub fn at(&self, disruption: DisruptionId) -> Option<&Response> {
        self.0.get(&disruption)
    }

    /// Every response of which something is set.
    pub fn iter(&self) -> impl Iterator<Item = (DisruptionId, &Response)> {
        self.0.iter().map(|(id, it)| (*id, it))
    }

    pub(crate) fn set(&mut self, disruption: DisruptionId, response: Response) {
        if response.is_empty() {
            self.0.remove(&disruption);
        } else {
            self.0.insert(disruption, response);
        }
    }
}

impl ResponseField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Whole(_) => "Set the response for",
            Self::Authority(_) => "Set who may act for",
            Self::Limit(_) => "Set the limit for",
            Self::Within(_) => "Set the time for",
            Self::EscalateTo(_) => "Set the escalation for",
        }
    }
}

impl FromIterator<(DisruptionId, Response)> for Responses {
    fn from_iter<T: IntoIterator<Item = (DisruptionId, Response)>>(responses: T) -> Self {
        Self(responses.into_iter().filter(|(_, it)| !it.is_empty()).collect())
    }
}

impl From<BTreeMap<DisruptionId, Response>> for Responses {
    fn from(responses: BTreeMap<DisruptionId, Response>) -> Self {
        responses.into_iter().collect()
    }
}

impl From<Responses> for BTreeMap<DisruptionId, Response> {
    fn from(responses: Responses) -> Self {
        responses.0
    }
}

impl References<DisruptionId> for Responses {
    fn referred(&self) -> impl Iterator<Item = DisruptionId> + '_ {
        self.0.keys().copied()
    }

    fn refer_anew(&mut self, become_of: impl Fn(DisruptionId) -> Option<DisruptionId>) {
        let all = std::mem::take(&mut self.0).into_iter();
        *self = all.filter_map(|(id, it)| Some((become_of(id)?, it))).collect();
    }
}

impl References<RoleId> for Responses {
    fn referred(&self) -> impl Iterator<Item = RoleId> + '_ {
        self.0.values().flat_map(|it| it.authority.into_iter().chain(it.escalate_to))
    }

    fn refer_anew(&mut self, become_of: impl Fn(RoleId) -> Option<RoleId>) {
        let anew = |mut it: Response| {
            it.authority = it.authority.and_then(&become_of);
            it.escalate_to = it.escalate_to.and_then(&become_of);
            it
        };
        *self = std::mem::take(&mut self.0).into_iter().map(|(id, it)| (id, anew(it))).collect();
    }
}

//! What a workshop is, and every way it may change.
//!
//! A gesture becomes an [`Edit`] (what the user meant); [`Edit::plan`] turns it into a [`Change`] (which records,
//! before and after) or a [`Refusal`]; [`Document::apply`] carries a change out. Undo is [`Change::inverted`].
//! Everything here is a pure function of its arguments.
//!
//! This crate does not know that files, windows, clocks, randomness or SQL exist: identities and dates come in
//! from outside, inside the edit.

mod about;
mod acceptance;
mod activity;
mod anatomy;
mod anonymous;
mod assessment;
mod begin_from;
mod card;
mod cells;
mod change;
mod channel;
mod choice;
mod code;
mod concern;
mod connector;
mod counterparts;
mod crowded;
mod decision;
mod document;
mod draft;
mod earlier_workshop;
mod edit;
mod evidence;
mod excerpt;
mod folded;
mod forum;
pub mod generate;
mod health_question;
mod identity;
mod insert;
mod it_system;
mod journey;
mod kept_finding;
mod keyword;
mod lane;
mod letters;
mod logo;
mod milestone;
pub mod notation;
mod participant;
mod paste;
mod persona;
mod rank;
mod rating;
mod recommendation;
mod record_name;
mod recovery;
mod refusal;
mod register;
mod report_settings;
mod roadmap;
mod role;
mod role_codes;
mod round;
mod shift;
mod stage;
mod state_copy;
mod step;
mod tables;
mod text;
mod thresholds;
mod violation;
mod workshop;
mod workstream;

pub use acceptance::Acceptance;
pub use activity::{Activity, ActivityField};
pub use anatomy::{Clock, EvidenceGrade, Percent, Performer, Permille, Sentiment, ValueTag};
pub use assessment::{Assessment, ShiftField};
pub use card::{Card, CardField, CardKind, Pain};
pub use change::{Stale, Swap};
pub use channel::{Channel, ChannelField, ChannelKind, Medium};
pub use choice::{Choice, ChoiceField};
pub use code::Coded;
pub use concern::{Concern, ConcernField, ConcernKind};
pub use connector::{Connector, ConnectorField, ConnectorKind, HandoffQuality, Seconds};
pub use decision::{
    Band, Bands, DaciLetter, Decision, DecisionField, RapidLetter, Right, RightLetter, Rights, RightsOf,
};
pub use document::{MapKey, MapView};
pub use earlier_workshop::{EarlierAction, EarlierScore, EarlierWorkshop, History};
pub use edit::Edit;
pub use evidence::{Evidence, EvidenceField, EvidenceKind};
pub use excerpt::Part;
pub use folded::folded;
pub use forum::{Forum, ForumField};
pub use health_question::{HealthQuestion, HealthQuestionField, Side, usual_questions};
pub use identity::{CounterpartId, Revision};
pub use it_system::{ItSystem, ItSystemField};
pub use journey::{Journey, JourneyField, State};
pub use kept_finding::{KeptFinding, KeptFindingField, Severity, Source, Sources};
pub use keyword::Keyword;
pub use lane::{Dedication, Lane, LaneField, LaneKind, Sourcing};
pub use letters::{HeldLetter, Letter, LetterCell, Letters, Mark, Subject};
pub use logo::{Logo, Png, PngFault};
pub use milestone::{Milestone, MilestoneField};
pub use participant::{Participant, ParticipantField, Perspective};
pub use paste::{NewBands, Paste, PastePlace, PasteVerb};
pub use persona::{CustomerRelation, Persona, PersonaField};
pub use rank::Rank;
pub use rating::Rating;
pub use recommendation::{
    Benefit, Category, Confidence, CostBand, Delivery, Period, PersonWeeks, Points, Progress, Ranking,
    Readiness, Recommendation, RecommendationField, Rice, RiceImpact, Trial, Wsjf,
};
pub use recovery::{CustomerGroup, Disruption, Limit, RecoveryCell, Response, ResponseField, Responses};
pub use refusal::Refusal;
pub use report_settings::{
    Brand, BrandField, Chapter, Colour, English, Paper, ReportField, ReportScope, ReportSettings, TitleFace,
    WideMaps,
};
pub use roadmap::{
    RoadmapDay, RoadmapField, RoadmapSettings, Timing, Wave, WaveSpan, Waves, WorkingDays, WorkingWeek,
};
pub use role::{HeldByRole, Level, Role, RoleField};
pub use round::{Answer, Answers, Ballots, Hands, Round, RoundField, Tally, UnnamedBallot};
pub use shift::{Shift, ShiftWords, words};
pub use stage::{Phase, Stage, StageField};
pub use step::{Step, StepField, StepKind};
pub use tables::{
    AcceptanceId, ActivityId, AssessmentId, CardId, Change, ChannelId, ChoiceId, ConcernId, ConnectorId,
    CustomerGroupId, DecisionId, DisruptionId, Document, EarlierWorkshopId, EvidenceId, ForumId,
    HealthQuestionId, ItSystemId, JourneyId, KeptFindingId, LaneId, LogoId, MilestoneId, OnRemoval,
    ParticipantId, PersonaId, RecommendationId, Record, RecordId, RecordKey, Reference, RoleId, RoundId,
    StageId, StepId, Table, WorkstreamId,
};
pub use text::{Text, TextFault, Title};
pub use thresholds::{Threshold, Thresholds};
pub use violation::Violation;
pub use workshop::{Confidentiality, Workshop, WorkshopField};
pub use workstream::Workstream;

#[cfg(test)]
mod tests;

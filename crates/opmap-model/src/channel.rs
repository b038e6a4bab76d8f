//! A channel: one of the ways in which customer and company meet.

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::rank::Ranked;
use crate::{ChannelId, Keyword, Rank, Refusal, Text, Title};

/// A channel of the workshop's catalogue. Steps name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    /// Where it stands among the channels.
    pub rank: Rank,
    /// What it is called.
    pub title: Title,
    /// How much of it people do.
    pub kind: ChannelKind,
    /// What it goes through, which gives it its sign.
    pub medium: Option<Medium>,
    /// What it is there for.
    pub purpose: Option<Text>,
}

/// How much of a channel people do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    /// Customers serve themselves.
    Digital,
    /// People serve from afar.
    Assisted,
    /// People or things meet in one place.
    Physical,
}

/// What a channel goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Medium {
    /// Voice call.
    Phone,
    /// E-mail.
    Email,
    /// Live or bot chat.
    Chat,
    /// Text message.
    Sms,
    /// Social media.
    Social,
    /// Own pages on the web.
    Web,
    /// Own application on a phone.
    App,
    /// At the customer's.
    OnSite,
    /// In a shop or branch.
    Branch,
    /// Letter or parcel.
    Post,
}

/// One part of a channel, set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChannelField {
    /// Its name.
    Title(Title),
    /// How much of it people do.
    Kind(ChannelKind),
    /// What it goes through.
    Medium(Option<Medium>),
    /// What it is there for.
    Purpose(Option<Text>),
}

impl Channel {
    /// A channel with a title and a kind and nothing else.
    #[must_use]
    pub fn new(title: Title, kind: ChannelKind) -> Self {
        Self { rank: Rank::default(), title, kind, medium: None, purpose: None }
    }
}

impl Ranked for Channel {
    fn rank(&self) -> Rank {
        self.rank
    }

    fn set_rank(&mut self, rank: Rank) {
        self.rank = rank;
    }
}

impl Medium {
    /// The kind that a channel through it usually is.
    #[must_use]
    pub fn usual_kind(self) -> ChannelKind {
        match self {
            Self::Web | Self::App | Self::Sms => ChannelKind::Digital,
            Self::Phone | Self::Email | Self::Chat | Self::Social => ChannelKind::Assisted,
            Self::OnSite | Self::Branch | Self::Post => ChannelKind::Physical,
        }
    }
}

impl Keyword for ChannelKind {
    const ALL: &'static [Self] = &[Self::Digital, Self::Assisted, Self::Physical];

    fn key(self) -> &'static str {
        match self {
            Self::Digital => "digital",
            Self::Assisted => "assisted",
            Self::Physical => "physical",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Digital => "Digital",
            Self::Assisted => "Assisted",
            Self::Physical => "Physical",
        }
    }
}

impl Keyword for Medium {
    const ALL: &'static [Self] = &[
        Self::Phone,
        Self::Email,
        Self::Chat,
        Self::Sms,
        Self::Social,
        Self::Web,
        Self::App,
        Self::OnSite,
        Self::Branch,
        Self::Post,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Chat => "chat",
            Self::Sms => "sms",
            Self::Social => "social",
            Self::Web => "web",
            Self::App => "app",
            Self::OnSite => "on-site",
            Self::Branch => "branch",
            Self::Post => "post",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Phone => "Phone",
            Self::Email => "E-mail",
            Self::Chat => "Chat",
            Self::Sms => "Text message",
            Self::Social => "Social media",
            Self::Web => "Web",
            Self::App => "App",
            Self::OnSite => "On site",
            Self::Branch => "Branch",
            Self::Post => "Post",
        }
    }
}

impl ChannelField {
    pub(crate) fn label(&self) -> &'static str {
        match self {
            Self::Title(_) => "Rename channel",
            Self::Kind(_) => "Set the kind of channel",
            Self::Medium(_) => "Set the medium of channel",
            Self::Purpose(_) => "Set the purpose of channel",
        }
    }
}

pub(crate) fn set(draft: &mut Draft<'_>, id: ChannelId, field: &ChannelField) -> Result<(), Refusal> {
    draft.update(id, |channel| match field.clone() {
        ChannelField::Title(it) => channel.title = it,
        ChannelField::Kind(it) => channel.kind = it,
        ChannelField::Medium(it) => channel.medium = it,
        ChannelField::Purpose(it) => channel.purpose = it,
    })
}

//! What the seven shifts are called, what each means, how its levels can be told apart, and what to ask the room.

use crate::Shift;

/// The words for one shift, as every workshop begins with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShiftWords {
    /// Its name.
    pub title: &'static str,
    /// What it is about, in one or two sentences.
    pub meaning: &'static str,
    /// What can be seen at each level, from 1 to 5 (M7).
    pub anchors: [&'static str; 5],
    /// Questions that get the room talking, one a line.
    pub prompts: &'static str,
}

/// The words for a shift.
#[must_use]
pub fn words(shift: Shift) -> ShiftWords {
    match shift {
        Shift::Roles => ROLES,
        Shift::Channels => CHANNELS,
        Shift::Resources => RESOURCES,
        Shift::Metrics => METRICS,
        Shift::Collaboration => COLLABORATION,
        Shift::Rhythm => RHYTHM,
        Shift::Culture => CULTURE,
    }
}

const ROLES: ShiftWords = ShiftWords {
    title: "Role and goal clarity",
    meaning: "Everyone knows what they answer for, what they are measured by, and who does the rest.",
    anchors: [
        "People ask around to find out who does what.",
        "Main duties are written down; where they overlap is known but left.",
        "Each activity has one person who answers for it, and each role has goals it can read.",
        "Overlaps, gaps and goals reached are looked at on fixed days, and put right.",
        "Roles change with what customers go through; anyone can say what their part is for.",
    ],
    prompts: "Who is called when nobody knows who is in charge?\n\
              Which task did two teams do last month, or none?\n\
              How would a new colleague find out what is theirs?",
};

const CHANNELS: ShiftWords = ShiftWords {
    title: "Omni-channel capability",
    meaning: "A customer can change from one channel to another and goes on where they were.",
    anchors: [
        "Each channel is on its own; customers tell their story again.",
        "There are short guides, but most staff know one channel only.",
        "For each kind of request the way through the channels is agreed, and staff are trained for it.",
        "Changes of channel and cases settled at first contact are counted; skills are planned by channel.",
        "Customers move freely; which channel is offered follows from what worked.",
    ],
    prompts: "When did a customer last have to explain the same thing twice?\n\
              What can the shop see of a call, and the other way round?\n\
              Which channel do we send people away from, and why?",
};

const RESOURCES: ShiftWords = ShiftWords {
    title: "Resource allocation",
    meaning: "People, time and money go where they do most for the customer.",
    anchors: [
        "The rota is as it always was.",
        "Staffing follows last year’s numbers.",
        "There is a forecast and a plan of skills; the larger wastes of time are named.",
        "Workload, error of the forecast and wasted time are followed every week.",
        "People are moved within the day to where the customer gains most.",
    ],
    prompts: "Where does work wait for people, and where do people wait for work?\n\
              What do we do that nobody would miss?\n\
              Who may move someone to another queue today?",
};

const METRICS: ShiftWords = ShiftWords {
    title: "Metrics and service levels",
    meaning: "What is measured and promised is what matters to the customer.",
    anchors: [
        "No measures, or stories only.",
        "Each team counts its own speed and volume.",
        "Every function has a service level, with an owner and a definition.",
        "Measures follow the customer’s result, and what teams promise each other fits it.",
        "Targets move with what customers expect, ahead of time.",
    ],
    prompts: "Which number do we look at first on a Monday, and what do we do then?\n\
              Where is a target met while the customer is not helped?\n\
              How long does a customer think this should take?",
};

const COLLABORATION: ShiftWords = ShiftWords {
    title: "Marketing, sales and service",
    meaning: "What is promised, sold and delivered is one thing to the customer, and is handed over whole.",
    anchors: [
        "Nobody answers for what passes from one to the other.",
        "It works where people know each other.",
        "Each handoff has an owner, a time limit and words that both sides use alike.",
        "How well handoffs go is measured, and goals are shared across the three.",
        "The three plan together, and take handoffs out instead of mending them.",
    ],
    prompts: "What did service learn of the last campaign, and when?\n\
              Which promise do we keep hearing about that we cannot keep?\n\
              Who tells sales what customers complain of?",
};

const RHYTHM: ShiftWords = ShiftWords {
    title: "Operating rhythm",
    meaning: "The right people meet at the right time, decide, and see that it was done.",
    anchors: [
        "People meet when something burns.",
        "Teams meet regularly, each for itself.",
        "Meetings across functions have a place in the calendar, an agenda and an owner.",
        "Decisions are made on the figures of the day; how many are carried out is counted.",
        "The rhythm fits itself to the work; what the frontline raises is answered within two days.",
    ],
    prompts: "Which meeting would we not miss?\n\
              What was decided last month, and what became of it?\n\
              How does an agent’s idea reach someone who can say yes?",
};

const CULTURE: ShiftWords = ShiftWords {
    title: "Culture and collaboration",
    meaning: "People speak up, help across teams, and learn from what goes wrong.",
    anchors: [
        "When something goes wrong, someone to blame is looked for.",
        "Some teams work well together; others keep to themselves.",
        "How we treat each other is agreed, and leaders coach it.",
        "It is asked about regularly, the answers are shown, and good conduct is rewarded.",
        "Those who serve customers help to shape the service, and others learn from them.",
    ],
    prompts: "What happened the last time someone admitted a mistake?\n\
              Who was last thanked for help outside their own team?\n\
              What do agents say of us when we are not in the room?",
};

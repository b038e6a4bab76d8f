//! The matrix as it is shown: which rows and columns there are, what each cell holds, and what comes to how much.

use std::collections::BTreeSet;
use std::sync::Arc;

use opmap_model::{Document, HeldLetter, Letter, Letters, MapKey, RoleId, StageId, Subject, Title};

/// The matrix that is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sheet {
    pub(super) columns: Arc<Vec<Column>>,
    pub(super) rows: Vec<Arc<Row>>,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) id: RoleId,
    pub(super) title: String,
    /// Its short code, as on the map.
    pub(super) code: String,
    pub(super) function: Option<String>,
    /// How many of the rows it has A, R, C and I in; A/R counts for both. Lanes are not counted, their steps are.
    pub(super) counts: [usize; 4],
}

/// A step, an activity outside the journeys, or a lane with what its steps inherit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) subject: Subject,
    /// What it is one of: its stage, its sort of activity, or *Lanes*.
    pub(super) group: String,
    /// Whether it is the first of its group.
    pub(super) is_first: bool,
    pub(super) title: String,
    /// What else tells it apart: the lane of a step.
    pub(super) aside: String,
    /// What holds in each column.
    pub(super) cells: Vec<Option<Held>>,
    /// The roles that answer for it, of all there are.
    pub(super) answering: Vec<RoleId>,
    /// How many do it, of all there are.
    pub(super) doing: usize,
    /// Whether no role at all has a letter.
    pub(super) is_open: bool,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    Own(Letter),
    /// The letter of the lane (R20).
    Inherited(Letter),
    /// Nothing, although the lane has a letter.
    KeptOut,
}

/// What of the matrix is looked at; nothing set shows all of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Filter {
    /// Roles of this function alone.
    pub(super) function: Option<Title>,
    /// Steps of this stage alone.
    pub(super) stage: Option<StageId>,
    /// Rows in which this role has a letter.
    pub(super) role: Option<RoleId>,
    /// What stays within a function, or reaches across several (2.16).
    pub(super) reach: Option<Reach>,
}

/// How far the letters of a row reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// All of them are held within one function.
    Within,
    /// They are held in several functions.
    Across,
}

impl Reach {
    pub(super) const ALL: [Self; 2] = [Self::Across, Self::Within];

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Across => "across",
        }
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Within => "Within one function",
            Self::Across => "Across functions only",
        }
    }
}

impl Filter {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Held {
    pub(super) fn letter(self) -> Option<Letter> {
        match self {
            Self::Own(letter) | Self::Inherited(letter) => Some(letter),
            Self::KeptOut => None,
        }
    }
}

impl Row {
    /// Whether letters are counted in every row of this sort.
    fn needs_letters(&self) -> bool {
        !matches!(self.subject, Subject::Lane(_))
    }
}

impl Sheet {
    pub(super) fn of(document: &Document, map: Option<MapKey>, filter: &Filter) -> Self {
        let roles = document.roles_in_order();
        let is_shown =
            |function: Option<&Title>| filter.function.is_none() || function == filter.function.as_ref();
        let shown: Vec<_> = roles.into_iter().filter(|(_, it)| is_shown(it.function.as_ref())).collect();
        let ids: Vec<RoleId> = shown.iter().map(|(id, _)| *id).collect();
        let mut rows: Vec<Row> = subjects(document, map, filter.stage)
            .into_iter()
            .filter_map(|it| row(document, it, &ids, filter))
            .collect();
        for index in 0..rows.len() {
            let before = index.checked_sub(1).and_then(|it| rows.get(it)).map(|it| it.group.clone());
            rows[index].is_first = before.as_ref() != Some(&rows[index].group);
        }
        let mut codes = document.role_codes();
        let columns = shown.into_iter().enumerate().map(|(index, (id, role))| Column {
            id,
            title: role.title.to_string(),
            code: codes.remove(&id).unwrap_or_default(),
            function: role.function.as_ref().map(ToString::to_string),
            counts: counts(&rows, index),
        });
        Self { columns: Arc::new(columns.collect()), rows: rows.into_iter().map(Arc::new).collect() }
    }

    /// The place of a row, from 0.
    pub(super) fn row_of(&self, subject: Subject) -> Option<usize> {
        self.rows.iter().position(|it| it.subject == subject)
    }

    /// The place of a column, from 0.
    pub(super) fn column_of(&self, role: RoleId) -> Option<usize> {
        self.columns.iter().position(|it| it.id == role)
    }

    /// How many letters there are in the rows that are shown, and how many of them are inherited.
    pub(super) fn letters(&self) -> (usize, usize) {
        let held = || self.rows.iter().flat_map(|it| it.cells.iter().flatten());
        let inherited = held().filter(|it| matches!(it, Held::Inherited(_))).count();
        (held().filter(|it| it.letter().is_some()).count(), inherited)
    }
}

/// What is to have letters: its group, its title, and what tells it apart.
struct Named<'a> {
    subject: Subject,
    group: &'a str,
    title: &'a Title,
    aside: &'a str,
    letters: &'a Letters,
}

/// The steps by stage, the activities by their sort, and the lanes.
fn subjects<'a>(document: &'a Document, map: Option<MapKey>, stage: Option<StageId>) -> Vec<Named<'a>> {
    let view = map.map(|map| document.map_view(map));
    let (steps, lanes) = view.map(|it| (it.steps, it.lanes)).unwrap_or_default();
    let steps = steps.into_iter().filter(|(_, it)| stage.is_none_or(|stage| it.stage == stage));
    let mut named: Vec<Named<'a>> = steps
        .map(|(id, it)| Named {
            subject: Subject::Step(id),
            group: document.get(it.stage).map_or("", |it| it.title.as_str()),
            title: &it.title,
            aside: document.get(it.lane).map_or("", |it| it.title.as_str()),
            letters: &it.letters,
        })
        .collect();
    if stage.is_some() {
        return named;
    }
    let group = |it: &'a opmap_model::Activity| it.group.as_ref().map_or("Outside", Title::as_str);
    let activities = document.activities_in_order();
    let mut groups: Vec<&str> = Vec::new();
    for (_, it) in &activities {
        if !groups.contains(&group(it)) {
            groups.push(group(it));
        }
    }
    for wanted in groups {
        let of_group = activities.iter().filter(|(_, it)| group(it) == wanted);
        named.extend(of_group.map(|(id, it)| Named {
            subject: Subject::Activity(*id),
            group: wanted,
            title: &it.title,
            aside: "",
            letters: &it.letters,
        }));
    }
    named.extend(lanes.into_iter().map(|(id, it)| Named {
        subject: Subject::Lane(id),
        group: "Lanes",
        title: &it.title,
        aside: "for its steps",
        letters: &it.letters,
    }));
    named
}

/// The row, unless its letters do not reach as far as is wanted, or the role that is looked at has none in it.
fn row(document: &Document, named: Named<'_>, columns: &[RoleId], filter: &Filter) -> Option<Row> {
    let Named { subject, group, title, aside, letters } = named;
    let held = document.letters(subject);
    let holds = |role: RoleId| held.iter().any(|it| it.role == role);
    if filter.reach.is_some_and(|wanted| reach_of(document, &held) != Some(wanted))
        || filter.role.is_some_and(|it| !holds(it))
    {
        return None;
    }
    let cell = |role: &RoleId| match held.iter().find(|it| it.role == *role) {
        Some(it) if it.inherited => Some(Held::Inherited(it.letter)),
        Some(it) => Some(Held::Own(it.letter)),
        None => matches!(letters.of(*role), Some(None)).then_some(Held::KeptOut),
    };
    Some(Row {
        subject,
        group: group.to_owned(),
        is_first: false,
        title: title.to_string(),
        aside: aside.to_owned(),
        cells: columns.iter().map(cell).collect(),
        answering: held.iter().filter(|it| it.letter.answers()).map(|it| it.role).collect(),
        doing: held.iter().filter(|it| it.letter.does()).count(),
        is_open: held.is_empty(),
    })
}

/// How far letters reach; none where there are none. Roles without a function are of one that is not known.
fn reach_of(document: &Document, held: &[HeldLetter]) -> Option<Reach> {
    let function = |it: &HeldLetter| document.get(it.role).and_then(|it| it.function.as_ref());
    let functions: BTreeSet<Option<&Title>> = held.iter().map(function).collect();
    match functions.len() {
        0 => None,
        1 => Some(Reach::Within),
        _ => Some(Reach::Across),
    }
}

fn counts(rows: &[Row], column: usize) -> [usize; 4] {
    let mut counts = [0; 4];
    for row in rows.iter().filter(|it| it.needs_letters()) {
        let Some(letter) = row.cells.get(column).copied().flatten().and_then(Held::letter) else { continue };
        let says = [letter.answers(), letter.does(), letter == Letter::Consulted, letter == Letter::Informed];
        for (count, says) in counts.iter_mut().zip(says) {
            *count += usize::from(says);
        }
    }
    counts
}

#[cfg(test)]
pub(super) mod tests {
    use opmap_model::{Document, Edit, Letter, LetterCell, MapKey, Mark, RoleId, Subject, notation};

    use super::{Filter, Held, Reach, Sheet};

    /// Two steps in two lanes, and three roles of two functions.
    pub(in crate::matrix) fn document() -> Document {
        let text = "workshop \"W\"
role a \"Advisor\" function=\"Service\"
role b \"Team lead\" function=\"Service\"
role c \"Engineer\" function=\"Network\"
journey j \"Repair\"
map j as-lived
stage s \"Notice\"
lane l \"Contact\" kind=frontstage
lane m \"Network\" kind=backstage
step one \"Answer\" at=s/l
step two \"Measure\" at=s/m
";
        let mut next = 0;
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    pub(in crate::matrix) fn set(document: &mut Document, subject: Subject, role: RoleId, mark: Mark) {
        let edit = Edit::SetLetters { cells: vec![LetterCell { subject, role, mark }] };
        let change = edit.plan(document).unwrap();
        document.apply(&change).unwrap();
    }

    pub(in crate::matrix) fn sheet(document: &Document, filter: &Filter) -> Sheet {
        let map = document.stages().values().next().map(opmap_model::Stage::map);
        Sheet::of(document, map, filter)
    }

    fn titles(sheet: &Sheet) -> Vec<&str> {
        sheet.rows.iter().map(|it| it.title.as_str()).collect()
    }

    #[test]
    fn steps_come_before_lanes_and_inherit_from_them() {
        let mut document = document();
        let all = sheet(&document, &Filter::default());
        assert_eq!(titles(&all), ["Answer", "Measure", "Contact", "Network"]);
        assert!(all.rows[0].is_open);
        let role = all.columns[0].id;
        set(&mut document, all.rows[2].subject, role, Mark::Letter(Letter::AccountableResponsible));
        let all = sheet(&document, &Filter::default());
        assert_eq!(all.rows[0].cells[0], Some(Held::Inherited(Letter::AccountableResponsible)));
        assert_eq!((all.rows[0].is_open, all.rows[1].cells[0]), (false, None));
        assert_eq!((all.rows[0].answering.as_slice(), all.rows[0].doing), ([role].as_slice(), 1));
        assert_eq!(all.columns[0].counts, [1, 1, 0, 0], "the lane itself is not counted");
        assert_eq!(all.letters(), (2, 1));
        set(&mut document, all.rows[0].subject, role, Mark::Nothing);
        assert_eq!(sheet(&document, &Filter::default()).rows[0].cells[0], Some(Held::KeptOut));
    }

    #[test]
    fn filters_leave_what_reaches_that_far() {
        let mut document = document();
        let all = sheet(&document, &Filter::default());
        let [a, b, c] = [0, 1, 2].map(|it| all.columns[it].id);
        let [one, two] = [0, 1].map(|it| all.rows[it].subject);
        set(&mut document, one, a, Mark::Letter(Letter::Responsible));
        assert!(sheet(&document, &Filter::default()).rows[0].answering.is_empty());
        set(&mut document, one, b, Mark::Letter(Letter::Accountable));
        set(&mut document, two, b, Mark::Letter(Letter::Informed));
        set(&mut document, two, c, Mark::Letter(Letter::Responsible));
        let reach = |reach| sheet(&document, &Filter { reach: Some(reach), ..Filter::default() });
        assert_eq!(titles(&reach(Reach::Within)), ["Answer"]);
        assert_eq!(titles(&reach(Reach::Across)), ["Measure"]);
        let of_role = sheet(&document, &Filter { role: Some(c), ..Filter::default() });
        assert_eq!((titles(&of_role), of_role.columns.len()), (vec!["Measure"], 3));
        let function = opmap_model::Title::new("Network").ok();
        let network = sheet(&document, &Filter { function, ..Filter::default() });
        assert_eq!(network.columns.iter().map(|it| it.title.as_str()).collect::<Vec<_>>(), ["Engineer"]);
        assert_eq!(network.rows[0].answering, [b], "who answers is known of roles that are not shown");
        let none: Option<MapKey> = None;
        assert!(Sheet::of(&document, none, &Filter::default()).rows.is_empty());
    }
}

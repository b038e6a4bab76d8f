CREATE TABLE meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  cursor INTEGER NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE workshop (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  title TEXT NOT NULL,
  client TEXT,
  purpose TEXT,
  goals TEXT,
  scope TEXT,
  facilitator TEXT,
  date TEXT,
  confidentiality TEXT,
  thresholds TEXT NOT NULL,
  roadmap TEXT NOT NULL,
  report TEXT NOT NULL
) STRICT;

CREATE TABLE roles (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  function TEXT,
  level INTEGER,
  reports_to TEXT REFERENCES roles (id) DEFERRABLE INITIALLY DEFERRED,
  sourcing TEXT,
  frontline INTEGER NOT NULL,
  committee INTEGER NOT NULL,
  person TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE channels (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  medium TEXT,
  purpose TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE it_systems (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE personas (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  segment TEXT,
  relation TEXT,
  needs TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE journeys (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  owner TEXT REFERENCES roles (id) DEFERRABLE INITIALLY DEFERRED,
  persona TEXT REFERENCES personas (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE stages (
  id TEXT NOT NULL PRIMARY KEY,
  journey TEXT NOT NULL REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL,
  rank INTEGER NOT NULL,
  counterpart TEXT NOT NULL,
  title TEXT NOT NULL,
  phase TEXT,
  question TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE activities (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  group_title TEXT,
  functions TEXT NOT NULL,
  letters TEXT NOT NULL,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE lanes (
  id TEXT NOT NULL PRIMARY KEY,
  journey TEXT NOT NULL REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL,
  rank INTEGER NOT NULL,
  counterpart TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  function TEXT,
  role TEXT REFERENCES roles (id) DEFERRABLE INITIALLY DEFERRED,
  sourcing TEXT,
  performer TEXT,
  dedication TEXT,
  rationale TEXT,
  contract TEXT,
  others_share INTEGER,
  partner_criteria TEXT,
  letters TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE steps (
  id TEXT NOT NULL PRIMARY KEY,
  stage TEXT NOT NULL REFERENCES stages (id) DEFERRABLE INITIALLY DEFERRED,
  lane TEXT NOT NULL REFERENCES lanes (id) DEFERRABLE INITIALLY DEFERRED,
  rank INTEGER NOT NULL,
  counterpart TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT REFERENCES channels (id) DEFERRABLE INITIALLY DEFERRED,
  other_channels TEXT NOT NULL,
  systems TEXT NOT NULL,
  personas TEXT NOT NULL,
  performer TEXT,
  sentiment INTEGER,
  moment_of_truth INTEGER NOT NULL,
  fail_point INTEGER NOT NULL,
  control INTEGER NOT NULL,
  recovery TEXT,
  fallback TEXT,
  rule TEXT,
  work_secs INTEGER,
  wait_secs INTEGER,
  clock TEXT,
  first_time_right_permille INTEGER,
  volume_per_month INTEGER,
  value TEXT,
  evidence TEXT,
  letters TEXT NOT NULL,
  note TEXT,
  internal_note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE connectors (
  id TEXT NOT NULL PRIMARY KEY,
  from_step TEXT NOT NULL REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED,
  to_step TEXT NOT NULL REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED,
  counterpart TEXT NOT NULL,
  kind TEXT NOT NULL,
  label TEXT,
  trigger TEXT,
  information TEXT,
  owner TEXT REFERENCES roles (id) DEFERRABLE INITIALLY DEFERRED,
  limit_secs INTEGER,
  acknowledgement TEXT,
  context_carried INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  material INTEGER NOT NULL,
  stages TEXT NOT NULL,
  steps TEXT NOT NULL,
  rights TEXT NOT NULL,
  bands TEXT,
  escalate_to TEXT REFERENCES roles (id) DEFERRABLE INITIALLY DEFERRED,
  escalate_secs INTEGER,
  region TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE disruptions (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_groups (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  responses TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cards (
  id TEXT NOT NULL PRIMARY KEY,
  step TEXT NOT NULL REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED,
  rank INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  pain TEXT,
  evidence TEXT,
  internal INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE workstreams (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recommendations (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  addresses TEXT NOT NULL,
  rationale TEXT,
  goal TEXT,
  shift TEXT,
  category TEXT,
  owner TEXT REFERENCES roles (id) DEFERRABLE INITIALLY DEFERRED,
  impact INTEGER,
  effort INTEGER,
  rice TEXT NOT NULL,
  wsjf TEXT NOT NULL,
  votes INTEGER,
  cost TEXT,
  benefit TEXT,
  estimate TEXT,
  measure TEXT,
  adoption TEXT,
  training INTEGER NOT NULL,
  delivery TEXT,
  partner_criteria TEXT,
  readiness TEXT,
  hypothesis TEXT,
  trial_measure TEXT,
  stop_rule TEXT,
  timing TEXT,
  workstream TEXT REFERENCES workstreams (id) DEFERRABLE INITIALLY DEFERRED,
  start_day INTEGER,
  working_days INTEGER,
  depends_on TEXT NOT NULL,
  progress TEXT,
  due TEXT,
  outcome TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE earlier_workshops (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  date TEXT,
  scores TEXT NOT NULL,
  actions TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE milestones (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  day INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE logos (
  id TEXT NOT NULL PRIMARY KEY,
  png BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE choices (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  options TEXT,
  chosen TEXT,
  reason TEXT,
  decided_by TEXT REFERENCES roles (id) DEFERRABLE INITIALLY DEFERRED,
  decided_on TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE concerns (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  likelihood INTEGER,
  impact INTEGER,
  owner TEXT REFERENCES roles (id) DEFERRABLE INITIALLY DEFERRED,
  response TEXT,
  settled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE forums (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  frequency TEXT,
  agenda TEXT,
  owner TEXT REFERENCES roles (id) DEFERRABLE INITIALLY DEFERRED,
  attendees TEXT NOT NULL,
  inputs TEXT,
  decisions TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE participants (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  position TEXT,
  perspective TEXT,
  frontline INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE assessments (
  id TEXT NOT NULL PRIMARY KEY,
  shift TEXT NOT NULL,
  title TEXT,
  meaning TEXT,
  anchors TEXT NOT NULL,
  prompts TEXT,
  now INTEGER,
  target INTEGER,
  target_reason TEXT,
  weight INTEGER,
  benchmark INTEGER,
  note TEXT,
  stale INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rounds (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  shift TEXT NOT NULL,
  revealed INTEGER NOT NULL,
  answers TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE health_questions (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  shift TEXT NOT NULL,
  title TEXT NOT NULL,
  commercial TEXT,
  operational TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT,
  page TEXT,
  date TEXT,
  grade TEXT,
  internal INTEGER NOT NULL,
  about TEXT NOT NULL,
  shifts TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  reworded INTEGER NOT NULL,
  severity TEXT NOT NULL,
  sources TEXT NOT NULL,
  about TEXT NOT NULL,
  shifts TEXT NOT NULL,
  evidence TEXT NOT NULL,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE acceptances (
  id TEXT NOT NULL PRIMARY KEY,
  rule TEXT NOT NULL,
  about TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
  gesture INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  records INTEGER NOT NULL
) STRICT;

CREATE TABLE history_records (
  gesture INTEGER NOT NULL REFERENCES history (gesture) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (gesture, kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX roles_by_reports_to ON roles (reports_to);
CREATE INDEX journeys_by_owner ON journeys (owner);
CREATE INDEX journeys_by_persona ON journeys (persona);
CREATE INDEX stages_by_journey ON stages (journey);
CREATE INDEX lanes_by_journey ON lanes (journey);
CREATE INDEX lanes_by_role ON lanes (role);
CREATE INDEX steps_by_stage ON steps (stage);
CREATE INDEX steps_by_lane ON steps (lane);
CREATE INDEX steps_by_channel ON steps (channel);
CREATE INDEX connectors_by_from_step ON connectors (from_step);
CREATE INDEX connectors_by_to_step ON connectors (to_step);
CREATE INDEX connectors_by_owner ON connectors (owner);
CREATE INDEX cards_by_step ON cards (step);
CREATE INDEX recommendations_by_owner ON recommendations (owner);
CREATE INDEX recommendations_by_workstream ON recommendations (workstream);
CREATE INDEX choices_by_decided_by ON choices (decided_by);
CREATE INDEX concerns_by_owner ON concerns (owner);
CREATE INDEX forums_by_owner ON forums (owner);

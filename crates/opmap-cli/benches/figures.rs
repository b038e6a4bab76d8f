//! How long the work behind the window takes, for made-up workshops of several sizes. One line of JSON a figure.
//!
//! `cargo bench -p opmap-cli --bench figures -- 200 1000` measures these numbers of steps only.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

use chrono::{DateTime, FixedOffset};
use opmap_analysis::analyze;
use opmap_drawing::{Colours, Fonts, map_layout};
use opmap_model::generate::{self, Options};
use opmap_model::{Document, Edit, LaneId, MapKey, ReportSettings, StageId, State, StepField, StepId, Title};
use opmap_report::{Preview, ReportOptions, outline, pages, pdf};
use opmap_store::DocumentFile;
use serde::Serialize;

type Outcome = Result<(), Box<dyn Error>>;

/// What is measured when no numbers of steps are given.
const STEPS: [usize; 4] = [200, 1_000, 5_000, 20_000];

fn main() -> Outcome {
    // Cargo hands over words of its own, such as `--bench`.
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    for steps in if asked.is_empty() { STEPS.to_vec() } else { asked } {
        Bench::new(steps)?.run()?;
    }
    Ok(())
}

/// A made-up workshop, and what is done to it.
struct Bench {
    steps: usize,
    document: Document,
    map: MapKey,
    /// A step in the middle of the map, and a cell that is not its own.
    step: StepId,
    other_cell: (StageId, LaneId),
    now: DateTime<FixedOffset>,
}

impl Bench {
    fn new(steps: usize) -> Result<Self, Box<dyn Error>> {
        let document = generate::document(&Options { steps, lanes: 8, stages: 12, seed: 1 });
        let (journey, _) = *document.journeys_in_order().first().ok_or("no journey was made")?;
        let map = MapKey { journey, state: State::AsLived };
        let view = document.map_view(map);
        let (step, cell) = view
            .steps
            .get(steps / 2)
            .map(|(id, step)| (*id, (step.stage, step.lane)))
            .ok_or("no step was made")?;
        let other_lane = view.lanes.iter().map(|(id, _)| *id).find(|lane| *lane != cell.1);
        let other_cell = (cell.0, other_lane.ok_or("no second lane was made")?);
        let now = DateTime::parse_from_rfc3339("2026-03-02T14:03:00+01:00")?;
        Ok(Self { steps, map, step, other_cell, now, document })
    }

    fn run(&self) -> Outcome {
        self.open()?;
        self.commit()?;
        let fonts = Fonts::shipped();
        self.time("map-layout", MILLIS, self.rounds(15), || {
            map_layout(&self.document, self.map, fonts).routes.len()
        })?;
        let (rename, relocate) = (self.rename(1)?, self.relocate());
        self.time("plan-rename", MICROS, 200, || rename.plan(&self.document).is_ok())?;
        self.time("plan-move", MICROS, 200, || relocate.plan(&self.document).is_ok())?;
        self.time("analyze", MILLIS, self.rounds(15), || analyze(&self.document))?;
        self.preview(fonts)?;
        self.report(fonts)
    }

    /// From a path to a document that has been checked.
    fn open(&self) -> Outcome {
        let path = self.file("open")?;
        let mut failed = None;
        self.time("open", MILLIS, self.rounds(11), || {
            DocumentFile::open(&path).map(drop).unwrap_or_else(|error| failed = Some(error));
        })?;
        failed.map_or(Ok(()), |error| Err(error.into()))
    }

    /// From an edit to the drive, and what the process wrote for it.
    fn commit(&self) -> Outcome {
        const WARM_UP: usize = 5;
        let mut file = DocumentFile::open(&self.file("commit")?)?;
        let (mut times, mut written) = (Vec::new(), Vec::new());
        for turn in 0..100 + WARM_UP {
            let edit = self.rename(turn)?;
            let base = file.revision();
            let before = bytes_written();
            let start = Instant::now();
            file.commit(base, &edit, self.now)?;
            let time = MILLIS.since(start);
            if turn < WARM_UP {
                continue;
            }
            times.push(time);
            // Where the system does not count, there is no figure.
            written.extend(before.zip(bytes_written()).map(|(before, after)| kilobytes(after - before)));
        }
        self.print("commit", MILLIS.name, times)?;
        self.print("commit-written", "kB", written)
    }

    /// From a document to a page of its report as the window shows it: the first time, and after a step was renamed.
    fn preview(&self, fonts: &Fonts) -> Outcome {
        let options = ReportOptions { printed_at: self.now, settings: ReportSettings::default() };
        let mut renamed = self.document.clone();
        renamed.apply(&self.rename(1)?.plan(&renamed)?).map_err(|it| format!("{it:?}"))?;
        let first_page = |preview: &mut Preview, document: &Document| {
            let view = preview.update(document, &options, fonts);
            let stamp = view.pages.first().map(|it| it.stamp);
            stamp.and_then(|stamp| preview.picture(0, stamp)).is_some()
        };
        let rounds = self.rounds(11);
        self.time("preview-first", MILLIS, rounds, || first_page(&mut Preview::default(), &self.document))?;
        let mut preview = Preview::default();
        let mut documents = [&renamed, &self.document].into_iter().cycle();
        self.time("preview-changed", MILLIS, rounds, || {
            documents.next().is_some_and(|it| first_page(&mut preview, it))
        })
    }

    /// From a document to the bytes of its report, as a whole and part by part.
    fn report(&self, fonts: &Fonts) -> Outcome {
        let options = ReportOptions { printed_at: self.now, settings: ReportSettings::default() };
        let info = options.info(&self.document);
        let mut times: [Vec<f64>; 4] = Default::default();
        let (mut page_count, mut size) = (0, 0);
        for round in 0..=self.rounds(7) {
            let start = Instant::now();
            let outline = outline(&self.document, &analyze(&self.document), &options);
            let outlined = MILLIS.since(start);
            let pages = pages(&outline, &self.document, fonts);
            let laid_out = MILLIS.since(start);
            let bytes = pdf(&pages, &info, &Colours::default(), fonts)?.bytes;
            let written = MILLIS.since(start);
            (page_count, size) = (pages.len(), bytes.len());
            // The first is to warm up.
            if round > 0 {
                let parts = [written, outlined, laid_out - outlined, written - laid_out];
                times.iter_mut().zip(parts).for_each(|(times, part)| times.push(part));
            }
        }
        for (name, times) in ["report", "report-outline", "report-layout", "report-write"].iter().zip(times) {
            self.print(name, MILLIS.name, times)?;
        }
        #[allow(clippy::cast_precision_loss)] // Nowhere near 2^52.
        self.print("report-pages", "pages", vec![page_count as f64])?;
        self.print("report-size", "kB", vec![kilobytes(size as u64)])
    }

    fn rename(&self, turn: usize) -> Result<Edit, Box<dyn Error>> {
        let title = Title::new(&format!("Renamed {turn} times"))?;
        Ok(Edit::SetSteps { ids: vec![self.step], field: StepField::Title(title) })
    }

    /// The step goes to another lane of its stage.
    fn relocate(&self) -> Edit {
        let (stage, lane) = self.other_cell;
        Edit::MoveSteps { ids: vec![self.step], stage, lane, before: None }
    }

    /// A new file with the workshop. It lies on the drive that holds the build, since a temporary folder may be in
    /// memory.
    fn file(&self, name: &str) -> Result<PathBuf, Box<dyn Error>> {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("figures-{name}.opmap"));
        if path.exists() {
            fs::remove_file(&path)?;
        }
        DocumentFile::create(&path, &self.document, self.now)?;
        Ok(path)
    }

    /// Fewer for the largest, whose rounds take long.
    fn rounds(&self, usual: usize) -> usize {
        if self.steps > 5_000 { usual.div_ceil(2) } else { usual }
    }

    /// Does `work` once to warm up and then `rounds` times on the clock.
    fn time<T>(&self, name: &str, unit: Unit, rounds: usize, mut work: impl FnMut() -> T) -> Outcome {
        black_box(work());
        let mut times = Vec::with_capacity(rounds);
        for _ in 0..rounds {
            let start = Instant::now();
            let made = black_box(work());
            times.push(unit.since(start));
            drop(made);
        }
        self.print(name, unit.name, times)
    }

    fn print(&self, name: &str, unit: &str, mut values: Vec<f64>) -> Outcome {
        values.sort_by(f64::total_cmp);
        let at = |percent: usize| values.get((values.len() * percent).div_ceil(100).max(1) - 1).copied();
        let (Some(median), Some(p95)) = (at(50), at(95)) else { return Ok(()) };
        let [median, p95] = [median, p95].map(|value| (value * 1_000.0).round() / 1_000.0);
        let figure = Figure { name, steps: self.steps, unit, median, p95, n: values.len() };
        println!("{}", serde_json::to_string(&figure)?);
        Ok(())
    }
}

/// A line of the output; the same as `cargo xtask bench` prints for the window.
#[derive(Serialize)]
struct Figure<'a> {
    name: &'a str,
    steps: usize,
    unit: &'a str,
    median: f64,
    p95: f64,
    n: usize,
}

#[derive(Clone, Copy)]
struct Unit {
    name: &'static str,
    per_second: f64,
}

const MILLIS: Unit = Unit { name: "ms", per_second: 1e3 };
const MICROS: Unit = Unit { name: "µs", per_second: 1e6 };

impl Unit {
    fn since(self, start: Instant) -> f64 {
        start.elapsed().as_secs_f64() * self.per_second
    }
}

#[allow(clippy::cast_precision_loss)] // Nowhere near 2^52.
fn kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1e3
}

/// How many bytes this process has had written to drives, where the system counts them.
fn bytes_written() -> Option<u64> {
    let counted = fs::read_to_string("/proc/self/io").ok()?;
    counted.lines().find_map(|line| line.strip_prefix("write_bytes: "))?.parse().ok()
}

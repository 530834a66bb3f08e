//! The real print room: a thread that sets sheets in type, gives them to one printer and follows them.
//!
//! What is known of a job stands in a file of its own before each step that may make paper come out: so it is found
//! again after a power cut, and never sent twice. The file holds nothing of a form.

use std::{
    collections::BTreeSet,
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
};

use kaunter_paper::{Pages, PaperError, Press, Typecase};
use kaunter_printer::{
    Capabilities, Condition, Delivery, Document, DocumentFormat, IppPrinter, Job, JobFault, JobRecord, JobState,
    JobTicket, Printer, PrinterError, PrinterStatus,
};
use kaunter_store::Uuid;

use super::{
    Pace, PaperOrder, PrintRoom, PrintWishes, ProofSheet, detail_of,
    meeting::Meeting,
    pictures::Pictures,
    wishes::{Held, choices},
};
use crate::{
    keep::keep,
    view::{PaperState, PrintChoices, PrinterCard},
};

/// What the thread is asked for.
enum Wish {
    Print(Box<PaperOrder>),
    TakeUp(Uuid),
    Wishes(PrintWishes),
    TrustAnew,
}

/// What the counter and the thread share.
#[derive(Default)]
struct Board {
    printer: Mutex<Option<PrinterCard>>,
    stopped: Mutex<BTreeSet<Uuid>>,
    /// What of this kiosk's wishes the printer cannot do.
    held: Mutex<Held>,
    /// What the printer can do, while it answers.
    choices: Mutex<Option<PrintChoices>>,
}

impl Board {
    fn show(&self, card: PrinterCard) {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let card = with_held(card, held);
        *self.printer.lock().unwrap_or_else(PoisonError::into_inner) = Some(card);
    }

    fn hold(&self, held: Held) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = held;
    }

    fn offer(&self, choices: Option<PrintChoices>) {
        *self.choices.lock().unwrap_or_else(PoisonError::into_inner) = choices;
    }

    /// Whether somebody stopped it; told once.
    fn is_stopped(&self, job: Uuid) -> bool {
        self.stopped.lock().unwrap_or_else(PoisonError::into_inner).remove(&job)
    }
}

/// The press, once a first sheet was set: only then are fonts opened.
#[derive(Clone, Default)]
struct OnePress(Arc<Mutex<Option<Press>>>);

impl OnePress {
    fn set(&self, order: &PaperOrder) -> Result<Pages, PaperError> {
        self.press()?.set(&order.letterhead, &order.sheet, &order.at)
    }

    fn press(&self) -> Result<Press, PaperError> {
        let mut press = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(match &*press {
            Some(press) => press.clone(),
            None => press.insert(Press::new(Typecase::of_system()?)).clone(),
        })
    }
}

/// A press and a printer of their own.
pub struct BackRoom {
    folder: PathBuf,
    press: OnePress,
    wishes: Sender<Wish>,
    news: Receiver<(Uuid, PaperState)>,
    board: Arc<Board>,
    wished: PrintWishes,
}

impl BackRoom {
    /// With the printer at this address, or with `auto` the one that announces itself; `folder`: where the states of jobs are kept.
    ///
    /// # Errors
    /// The address is none, or no thread can be had.
    pub fn open(address: &str, wished: PrintWishes, pace: Pace, folder: PathBuf) -> Result<Self, PrinterError> {
        let meeting = Meeting::new(address, pace.limits, &folder)?;
        let (wishes, asked) = channel();
        let (told, news) = channel();
        let board = Arc::new(Board::default());
        let press = OnePress::default();
        let (kept, worker_press) = (folder.clone(), press.clone());
        let worker = Worker {
            meeting,
            printer: None,
            known: None,
            wished: wished.clone(),
            pace,
            folder,
            press: worker_press,
            told,
            board: board.clone(),
        };
        let spawned = thread::Builder::new().name("print-room".to_owned()).spawn(move || worker.work(&asked));
        spawned.map_err(|error| PrinterError::NotRecorded { cause: error.to_string() })?;
        Ok(Self { folder: kept, press, wishes, news, board, wished })
    }
}

impl PrintRoom for BackRoom {
    fn printer(&self) -> PrinterCard {
        self.board.printer.lock().unwrap_or_else(PoisonError::into_inner).clone().unwrap_or(PrinterCard::Unknown)
    }

    fn wishes(&self) -> Option<&PrintWishes> {
        Some(&self.wished)
    }

    fn choices(&self) -> Option<PrintChoices> {
        self.board.choices.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn wish(&mut self, wished: PrintWishes) {
        self.wished = wished.clone();
        let _ = self.wishes.send(Wish::Wishes(wished));
    }

    fn print(&mut self, order: PaperOrder) {
        // The thread ends only with this room.
        let _ = self.wishes.send(Wish::Print(Box::new(order)));
    }

    fn draw(&mut self, order: PaperOrder, onto: ProofSheet) {
        // Beside the worker, which may stand before a printer without paper.
        let (press, waits) = (self.press.clone(), onto.clone());
        let spawned = thread::Builder::new().name("proof".to_owned()).spawn(move || onto.set(press.set(&order)));
        if let Err(error) = spawned {
            waits.set(Err(PaperError::TypesetterFailed { reason: error.to_string() }));
        }
    }

    fn take_up(&mut self, job: Uuid) {
        let _ = self.wishes.send(Wish::TakeUp(job));
    }

    fn trust_anew(&mut self) {
        let _ = self.wishes.send(Wish::TrustAnew);
    }

    fn stop(&mut self, job: Uuid) {
        self.board.stopped.lock().unwrap_or_else(PoisonError::into_inner).insert(job);
    }

    fn forget(&mut self, job: Uuid) {
        // One that stays names a job that nobody asks after.
        let _ = fs::remove_file(place(&self.folder, job));
    }

    fn news(&mut self) -> Vec<(Uuid, PaperState)> {
        self.news.try_iter().collect()
    }
}

struct Worker {
    meeting: Meeting,
    /// None until it is found.
    printer: Option<IppPrinter>,
    /// What it can do, since it was last out of reach.
    known: Option<Capabilities>,
    wished: PrintWishes,
    pace: Pace,
    folder: PathBuf,
    press: OnePress,
    told: Sender<(Uuid, PaperState)>,
    board: Arc<Board>,
}

impl Worker {
    fn work(mut self, asked: &Receiver<Wish>) {
        loop {
            self.look();
            match asked.recv_timeout(self.pace.look) {
                Ok(Wish::Print(order)) => self.print(&order),
                Ok(Wish::TakeUp(job)) => self.take_up(job),
                Ok(Wish::Wishes(wished)) => self.wished = wished,
                Ok(Wish::TrustAnew) => {
                    self.meeting.trust_anew();
                    (self.printer, self.known) = (None, None);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn look(&mut self) {
        let card = match self.printer() {
            Ok(printer) => match printer.status() {
                Ok(status) => card(&status),
                Err(error) => PrinterCard::OutOfReach { code: error.code().to_owned() },
            },
            Err(code) => PrinterCard::OutOfReach { code },
        };
        if matches!(card, PrinterCard::OutOfReach { .. }) {
            // Who answers next may be another one.
            self.known = None;
            self.board.offer(None);
        } else {
            self.hold();
        }
        self.board.show(card);
    }

    /// What is wished here, held against a printer that has answered.
    fn hold(&mut self) {
        let Some(printer) = &self.printer else { return };
        self.meeting.met(printer);
        if self.known.is_none() {
            self.known = printer.capabilities().ok();
        }
        self.board.offer(self.known.as_ref().map(choices));
        self.board.hold(self.known.as_ref().map(|known| self.wished.held_against(known)).unwrap_or_default());
    }

    /// The printer, looked for where it was not met yet; else the code of why there is none.
    fn printer(&mut self) -> Result<&IppPrinter, String> {
        if self.printer.is_none() {
            self.printer = Some(self.meeting.meet()?);
        }
        self.printer.as_ref().ok_or_else(|| "printer-not-found".to_owned())
    }

    fn tell(&self, job: Uuid, state: PaperState) {
        let _ = self.told.send((job, state));
    }

    fn print(&mut self, order: &PaperOrder) {
        if self.board.is_stopped(order.job) {
            // Given up while another paper was before it.
            return;
        }
        let mut job = Job::new(order.job);
        if let Err(state) = self.hand_over(order, &mut job) {
            let came_through = job.state != JobState::Prepared && !job.state.is_over();
            if !came_through {
                let state = if job.state.is_over() { paper_state(&job.state) } else { state };
                return self.tell(job.id, state);
            }
        }
        self.follow(job);
    }

    /// Sets the sheet and gives it to the printer; else why nothing came of it.
    fn hand_over(&mut self, order: &PaperOrder, job: &mut Job) -> Result<(), PaperState> {
        let pages = self.press.set(order).map_err(|error| not_set(&error))?;
        let failed = |error: PrinterError| {
            tracing::warn!(code = error.code(), %error, "a paper was not handed over");
            not_printed(error.code())
        };
        self.printer().map_err(|code| not_printed(&code))?;
        let printer = self.printer.as_ref().ok_or_else(|| not_printed("printer-not-found"))?;
        let capabilities: Capabilities = printer.capabilities().map_err(failed)?;
        let ticket: JobTicket = self.wished.ticket(&order.sheet).as_far_as(&capabilities).0;
        ticket.check(&capabilities).map_err(failed)?;
        if let Some(condition) = ticket.hindrance(&capabilities) {
            return Err(not_printed(condition.code()));
        }
        let document = match DocumentFormat::for_printer(&capabilities).map_err(failed)? {
            DocumentFormat::Pdf => Document::pdf(pages.to_pdf().map_err(|error| not_set(&error))?),
            DocumentFormat::PwgRaster => Document::raster(&mut Pictures(&pages), &capabilities, &ticket),
        };
        let mut record = JobFiles { folder: &self.folder };
        let mut delivery = Delivery::new(printer, &mut record);
        delivery.hand_over(job, &capabilities, &ticket, &document.map_err(failed)?).map_err(failed)
    }

    fn take_up(&mut self, id: Uuid) {
        match read(&self.folder, id) {
            Some(job) => self.follow(job),
            // Its file is written before anything is handed over, and stays until the store knows of its end.
            None => self.tell(id, not_printed(JobFault::NotDelivered.code())),
        }
    }

    fn follow(&mut self, mut job: Job) {
        let (told, board, id) = (self.told.clone(), self.board.clone(), job.id);
        let mut cancels = false;
        if let Err(code) = self.printer() {
            // What became of it only the printer could tell.
            return self.tell(id, PaperState::Unknown { code });
        }
        let Some(printer) = &self.printer else { return };
        let mut record = JobFiles { folder: &self.folder };
        let mut delivery = Delivery::new(printer, &mut record);
        let mut watch = |state: &JobState| {
            let _ = told.send((id, paper_state(state)));
            // A printer that somebody has to see to is not shown as ready meanwhile.
            match (state, printer.status()) {
                (JobState::Stopped { conditions, .. }, _) => {
                    board.show(PrinterCard::Hindered { codes: codes(conditions) })
                }
                (_, Ok(status)) => board.show(card(&status)),
                (_, Err(_)) => {}
            }
            cancels = board.is_stopped(id);
            if cancels { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let followed = delivery.follow(&mut job, self.pace.patience, &mut watch);
        if cancels && let Err(error) = delivery.cancel(&mut job) {
            tracing::warn!(code = error.code(), %error, "a paper cannot be stopped");
        }
        if let Err(error) = followed {
            tracing::error!(code = error.code(), %error, "a paper cannot be followed");
        }
        self.tell(id, paper_state(&job.state));
        if cancels {
            // Nobody waits to hear of it, and its file was written once more.
            let _ = fs::remove_file(place(&self.folder, id));
        }
    }
}

/// The states of jobs, a file each.
struct JobFiles<'a> {
    folder: &'a Path,
}

impl JobRecord for JobFiles<'_> {
    fn keep(&mut self, job: &Job) -> Result<(), String> {
        fs::create_dir_all(self.folder).map_err(|error| error.to_string())?;
        let text = serde_json::to_string(job).map_err(|error| error.to_string())?;
        keep(&place(self.folder, job.id), &text).map_err(|error| error.to_string())
    }
}

fn place(folder: &Path, job: Uuid) -> PathBuf {
    folder.join(format!("{job}.json"))
}

fn read(folder: &Path, job: Uuid) -> Option<Job> {
    serde_json::from_slice(&fs::read(place(folder, job)).ok()?).ok()
}

fn not_printed(code: &str) -> PaperState {
    PaperState::Failed { code: code.to_owned(), detail: None }
}

fn not_set(error: &PaperError) -> PaperState {
    tracing::error!(code = error.code(), "a sheet cannot be set");
    PaperState::Failed { code: error.code().to_owned(), detail: detail_of(error) }
}

fn paper_state(state: &JobState) -> PaperState {
    match state {
        JobState::Prepared | JobState::Sent { .. } => PaperState::Sending,
        JobState::Printing { .. } => PaperState::Printing,
        JobState::Stopped { conditions, .. } => PaperState::Waiting { codes: codes(conditions) },
        JobState::Printed { .. } => PaperState::Printed,
        JobState::Failed { fault, .. } => PaperState::Failed { code: fault.code().to_owned(), detail: None },
        JobState::Unknown { fault, .. } => PaperState::Unknown { code: fault.code().to_owned() },
    }
}

/// A printer that would print other than is wished here is said to.
fn with_held(card: PrinterCard, held: Held) -> PrinterCard {
    let short = held.short.into_iter().map(str::to_owned);
    match (card, held.refused) {
        (PrinterCard::Ready { codes } | PrinterCard::Hindered { codes }, Some(why)) => {
            PrinterCard::Hindered { codes: std::iter::once(why.to_owned()).chain(codes).collect() }
        }
        (PrinterCard::Ready { codes }, None) => PrinterCard::Ready { codes: codes.into_iter().chain(short).collect() },
        (PrinterCard::Hindered { codes }, None) => {
            PrinterCard::Hindered { codes: codes.into_iter().chain(short).collect() }
        }
        (card, _) => card,
    }
}

fn codes(conditions: &[Condition]) -> Vec<String> {
    conditions.iter().map(|condition| condition.code().to_owned()).collect()
}

fn card(status: &PrinterStatus) -> PrinterCard {
    let codes = codes(&status.conditions);
    if status.is_ready() { PrinterCard::Ready { codes } } else { PrinterCard::Hindered { codes } }
}

//! A hall with a kiosk in it, and time that goes on when the test says so.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use jiff::{SignedDuration, Zoned, civil::Date};
use kaunter_clips::Clip;
use kaunter_kiosk::act::Act;
use kaunter_kiosk::clock::Clock;
use kaunter_kiosk::content::Content;
use kaunter_kiosk::library::Library;
use kaunter_kiosk::maintenance::Sticks;
use kaunter_kiosk::pin::{self, RecordedPin};
use kaunter_kiosk::post::{Condition, Days, Link, LookedUp, Post, PostStanding, StatusList};
use kaunter_kiosk::printing::{PaperOrder, PrintRoom, PrintWishes, ProofSheet};
use kaunter_kiosk::tickets::TicketFile;
use kaunter_kiosk::view::{
    PaperState, PrintChoices, PrinterCard, Problem, QuestionLink, Reply, Screen, SpeakerTest, Speech, SpeechPiece,
    View, VoiceDevice, VoiceManner,
};
use kaunter_kiosk::voice::{Decision, Heard, Turn, Voice, VoiceNews};
use kaunter_kiosk::{Acted, Counter, DataFolder, Refusal, Said, Settings, StoredRecords, Surroundings};
use kaunter_pack::model::{Notice, Pack};
use kaunter_paper::{FormSheet, Press, Sheet};
use kaunter_protocol::{Counters, Language};
use kaunter_store::{KeyFile, Uuid};
use tempfile::TempDir;

use crate::small_pack::{Simple, pack_with};

pub const PIN: &str = "246810";

/// Hashing is slow on purpose: once is enough.
static PIN_HASH: LazyLock<String> = LazyLock::new(|| pin::hash(&PIN.into()).unwrap());

/// Goes on when it is told to.
#[derive(Clone)]
pub struct HandClock(Arc<Mutex<(Duration, Zoned)>>);

impl HandClock {
    fn at(now: &str) -> Self {
        Self(Arc::new(Mutex::new((Duration::ZERO, now.parse().unwrap()))))
    }

    pub fn goes_on(&self, time: Duration) {
        let mut clock = self.0.lock().unwrap();
        clock.0 += time;
        clock.1 = &clock.1 + SignedDuration::try_from(time).unwrap();
    }

    /// Somebody sets it, forwards or backwards.
    pub fn turns(&self, by: SignedDuration) {
        let mut clock = self.0.lock().unwrap();
        clock.1 = &clock.1 + by;
    }
}

impl Clock for HandClock {
    fn elapsed(&self) -> Duration {
        self.0.lock().unwrap().0
    }

    fn now(&self) -> Zoned {
        self.0.lock().unwrap().1.clone()
    }
}

/// Holds what a test puts on it.
#[derive(Clone)]
pub struct HandLibrary(Arc<Mutex<Result<Arc<dyn Content>, Problem>>>);

impl HandLibrary {
    pub fn holds(&self, pack: Pack) {
        *self.0.lock().unwrap() = Ok(Arc::new(Simple(pack)));
    }

    pub fn fails(&self, refusal: Refusal) {
        *self.0.lock().unwrap() = Err(refusal.into());
    }
}

/// The same files as a pack for staff only, with one more question of their own.
fn staffs_own(path: &str, text: &str) -> String {
    match path {
        "pack.toml" => text.replace("\"pier\"", "\"pier-staff\"").replace("seal = \"碼\"", "internal = true"),
        "knowledge/zh-TW/faq.csv" => format!("{text}{STAFF_ROW}\n"),
        _ => text.to_owned(),
    }
}

/// A question that only the staff's own pack can answer.
pub const STAFF_ROW: &str = "annual-leave,特休有幾天？,特休,滿一年七天。,birth,,,,,";

impl Library for HandLibrary {
    fn latest(&self) -> Result<Arc<dyn Content>, Problem> {
        self.0.lock().unwrap().clone()
    }

    fn internal(&self) -> Result<Arc<dyn Content>, Problem> {
        Ok(Arc::new(Simple(pack_with(staffs_own))))
    }

    fn packs(&self) -> Vec<String> {
        vec!["pier 1.0".into(), "pier 0.9".into()]
    }
}

/// A print room whose printer does what the test says.
#[derive(Clone, Default)]
pub struct HandRoom(Arc<Mutex<Room>>);

#[derive(Default)]
struct Room {
    printer: PrinterCard,
    orders: Vec<PaperOrder>,
    taken_up: Vec<Uuid>,
    stopped: Vec<Uuid>,
    forgotten: Vec<Uuid>,
    drawn: Vec<(PaperOrder, ProofSheet)>,
    wishes: PrintWishes,
    choices: Option<PrintChoices>,
    news: Vec<(Uuid, PaperState)>,
}

impl HandRoom {
    pub fn is(&self, printer: PrinterCard) {
        self.0.lock().unwrap().printer = printer;
    }

    /// The printer has said what it can do; or it is out of reach.
    pub fn can(&self, choices: Option<PrintChoices>) {
        self.0.lock().unwrap().choices = choices;
    }

    /// How papers are printed now.
    pub fn wished(&self) -> PrintWishes {
        self.0.lock().unwrap().wishes.clone()
    }

    /// The printer says something of the paper that was ordered last.
    pub fn says(&self, state: PaperState) {
        let mut room = self.0.lock().unwrap();
        let job = room.orders.last().map(|order| order.job).or(room.taken_up.last().copied()).unwrap();
        room.news.push((job, state));
    }

    /// The sheets that were ordered so far.
    pub fn sheets(&self) -> Vec<Sheet> {
        self.0.lock().unwrap().orders.iter().map(|order| order.sheet.clone()).collect()
    }

    /// Takes away what was ordered; how much it was.
    pub fn clears(&self) -> usize {
        std::mem::take(&mut self.0.lock().unwrap().orders).len()
    }

    pub fn taken_up(&self) -> Vec<Uuid> {
        self.0.lock().unwrap().taken_up.clone()
    }

    /// Jobs whose end is in the store.
    pub fn forgotten(&self) -> usize {
        self.0.lock().unwrap().forgotten.len()
    }

    /// Sets what is to be seen on the screen, and gives it back: how many there were, and the newest.
    pub fn draws(&self, press: &Press) -> (usize, FormSheet) {
        let room = self.0.lock().unwrap();
        let (order, onto) = room.drawn.last().unwrap();
        onto.set(press.set(&order.letterhead, &order.sheet, &order.at));
        let Sheet::Form(sheet) = &order.sheet else { panic!("{:?}", order.sheet) };
        (room.drawn.len(), FormSheet::clone(sheet))
    }

    pub fn stopped(&self) -> usize {
        self.0.lock().unwrap().stopped.len()
    }
}

impl PrintRoom for HandRoom {
    fn printer(&self) -> PrinterCard {
        self.0.lock().unwrap().printer.clone()
    }

    fn choices(&self) -> Option<PrintChoices> {
        self.0.lock().unwrap().choices.clone()
    }

    fn wish(&mut self, wished: PrintWishes) {
        self.0.lock().unwrap().wishes = wished;
    }

    fn print(&mut self, order: PaperOrder) {
        self.0.lock().unwrap().orders.push(order);
    }

    fn take_up(&mut self, job: Uuid) {
        self.0.lock().unwrap().taken_up.push(job);
    }

    fn stop(&mut self, job: Uuid) {
        self.0.lock().unwrap().stopped.push(job);
    }

    fn draw(&mut self, order: PaperOrder, onto: ProofSheet) {
        self.0.lock().unwrap().drawn.push((order, onto));
    }

    fn forget(&mut self, job: Uuid) {
        self.0.lock().unwrap().forgotten.push(job);
    }

    fn news(&mut self) -> Vec<(Uuid, PaperState)> {
        std::mem::take(&mut self.0.lock().unwrap().news)
    }
}

/// An ear and a mouth that a test moves.
#[derive(Clone, Default)]
pub struct HandVoice(Arc<Mutex<Booth>>);

#[derive(Default)]
struct Booth {
    languages: Vec<String>,
    turns: Vec<Turn>,
    open: bool,
    finished: bool,
    speeches: Vec<(Speech, VoiceManner)>,
    /// Which pieces of the last one have a recording.
    recorded: Vec<bool>,
    speaks: bool,
    /// What was being said can go on.
    rests: bool,
    visitors: u32,
    /// An officer looks whether it hears and can be heard.
    checked: bool,
    speaker: SpeakerTest,
    tried: Vec<SpeechPiece>,
    news: Vec<VoiceNews>,
}

impl HandVoice {
    /// A microphone, a model and voices for these languages are there.
    pub fn knows(&self, languages: &[&str]) {
        self.0.lock().unwrap().languages = languages.iter().map(|tag| (*tag).to_owned()).collect();
    }

    /// What is listened for now.
    pub fn turn(&self) -> Option<Turn> {
        let booth = self.0.lock().unwrap();
        booth.turns.last().filter(|_| booth.open).cloned()
    }

    /// How often the ear was told that somebody else will speak.
    pub fn visitors(&self) -> u32 {
        self.0.lock().unwrap().visitors
    }

    pub fn is_finished(&self) -> bool {
        self.0.lock().unwrap().finished
    }

    /// What was told to be said last, with whether it is still being said.
    pub fn speech(&self) -> Option<(Speech, VoiceManner, bool)> {
        let booth = self.0.lock().unwrap();
        booth.speeches.last().cloned().map(|(speech, manner)| (speech, manner, booth.speaks))
    }

    /// Which pieces of what was said last are played from recordings.
    pub fn recorded(&self) -> Vec<bool> {
        self.0.lock().unwrap().recorded.clone()
    }

    /// Whether its level is measured for an officer.
    pub fn is_checked(&self) -> bool {
        self.0.lock().unwrap().checked
    }

    /// The loudspeaker was tried, and this came of it.
    pub fn tried(&self, came: SpeakerTest) -> Vec<SpeechPiece> {
        let mut booth = self.0.lock().unwrap();
        booth.speaker = came;
        booth.news.push(VoiceNews::DeviceChanged);
        std::mem::take(&mut booth.tried)
    }

    pub fn tells(&self, news: VoiceNews) {
        self.0.lock().unwrap().news.push(news);
    }

    /// The visitor says this; where there are choices, it is this one of them.
    pub fn hears(&self, words: &str, confidence: f32) {
        let turn = self.turn().expect("nobody listens");
        let of = |choice: &Vec<String>| choice.iter().any(|way| way.eq_ignore_ascii_case(words));
        let decision = match turn.choices.iter().position(of) {
            _ if turn.choices.is_empty() => None,
            Some(at) => Some(Decision::Accept(at)),
            None => Some(Decision::NoneOfThese),
        };
        self.tells(VoiceNews::SpeechBegan { turn: turn.number });
        self.tells(VoiceNews::SpeechEnded { turn: turn.number });
        let heard = Heard { text: words.into(), confidence, language: None, decision };
        self.tells(VoiceNews::Heard { turn: turn.number, heard });
    }
}

impl Voice for HandVoice {
    fn hears(&self, language: &str) -> bool {
        self.0.lock().unwrap().languages.iter().any(|known| known == language)
    }

    fn speaks(&self, language: &str) -> bool {
        Voice::hears(self, language)
    }

    fn device(&self) -> VoiceDevice {
        let booth = self.0.lock().unwrap();
        let (hears, speaks) = (booth.languages.clone(), booth.languages.clone());
        VoiceDevice { microphone: None, model: None, trouble: None, hears, speaks, speaker: booth.speaker }
    }

    fn listen(&mut self, turn: Turn) {
        let mut booth = self.0.lock().unwrap();
        booth.turns.push(turn);
        (booth.open, booth.finished) = (true, false);
    }

    fn finish(&mut self) {
        self.0.lock().unwrap().finished = true;
    }

    fn cancel(&mut self) {
        self.0.lock().unwrap().open = false;
    }

    fn say(&mut self, speech: Speech, manner: VoiceManner, clips: Vec<Option<Clip>>) {
        let mut booth = self.0.lock().unwrap();
        booth.recorded = clips.iter().map(Option::is_some).collect();
        booth.speeches.push((speech, manner));
        booth.speaks = true;
    }

    fn hush(&mut self) {
        let mut booth = self.0.lock().unwrap();
        (booth.speaks, booth.rests) = (false, false);
    }

    fn pause(&mut self) {
        let mut booth = self.0.lock().unwrap();
        (booth.rests, booth.speaks) = (booth.speaks, false);
    }

    fn go_on(&mut self) {
        let mut booth = self.0.lock().unwrap();
        (booth.speaks, booth.rests) = (booth.rests, false);
    }

    fn next_visitor(&mut self) {
        self.0.lock().unwrap().visitors += 1;
    }

    fn check_sound(&mut self, on: bool) {
        self.0.lock().unwrap().checked = on;
    }

    fn try_speaker(&mut self, sentence: SpeechPiece) {
        let mut booth = self.0.lock().unwrap();
        booth.tried.push(sentence);
        booth.speaker = SpeakerTest::Playing;
    }

    fn news(&mut self) -> Vec<VoiceNews> {
        std::mem::take(&mut self.0.lock().unwrap().news)
    }
}

/// Somebody who carries to and from the agency what the test says.
#[derive(Clone)]
pub struct HandPost(Arc<Mutex<Bag>>);

struct Bag {
    standing: PostStanding,
    notices: Vec<Notice>,
    statuses: Option<StatusList>,
    asked: Vec<(String, String)>,
    answer: Option<LookedUp>,
    sticks: Vec<PathBuf>,
    done: Vec<String>,
    told: Option<Condition>,
    counted: Days,
    changes: u64,
}

impl Default for HandPost {
    fn default() -> Self {
        let standing = PostStanding { link: Link::Reached, ..PostStanding::default() };
        let (notices, asked, sticks, done) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self(Arc::new(Mutex::new(Bag {
            standing,
            notices,
            statuses: None,
            asked,
            answer: None,
            sticks,
            done,
            told: None,
            counted: Days::new(),
            changes: 0,
        })))
    }
}

impl HandPost {
    fn changed(&self, change: impl FnOnce(&mut Bag)) {
        let mut bag = self.0.lock().unwrap();
        change(&mut bag);
        bag.changes += 1;
    }

    pub fn stands(&self, standing: PostStanding) {
        self.changed(|bag| bag.standing = standing);
    }

    pub fn brings(&self, notices: Vec<Notice>) {
        self.changed(|bag| bag.notices = notices);
    }

    /// The agency's list, as of this moment.
    pub fn lists(&self, as_of: &str) {
        self.changed(|bag| bag.statuses = Some(StatusList { as_of: Some(as_of.parse().unwrap()) }));
    }

    pub fn answers(&self, told: LookedUp) {
        self.changed(|bag| bag.answer = Some(told));
    }

    pub fn has_stick(&self, folder: &str) {
        self.changed(|bag| bag.sticks = vec![folder.into()]);
    }

    /// Reference numbers that were asked for, each with what was asked beside it.
    pub fn asked(&self) -> Vec<(String, String)> {
        self.0.lock().unwrap().asked.clone()
    }

    /// What an officer had done.
    pub fn done(&self) -> Vec<String> {
        self.0.lock().unwrap().done.clone()
    }

    /// How the kiosk fares, as it was last told.
    pub fn told(&self) -> Condition {
        self.0.lock().unwrap().told.unwrap()
    }

    /// What was counted on the day of the test, in this language.
    pub fn counted(&self, language: Language) -> Counters {
        let counted = self.0.lock().unwrap().counted.values().find_map(|day| day.get(&language).copied());
        counted.unwrap_or_default()
    }

    fn notes(&self, what: String) {
        self.0.lock().unwrap().done.push(what);
    }
}

impl Post for HandPost {
    fn changes(&self) -> u64 {
        self.0.lock().unwrap().changes
    }

    fn standing(&self) -> PostStanding {
        self.0.lock().unwrap().standing.clone()
    }

    fn notices(&self) -> Vec<Notice> {
        self.0.lock().unwrap().notices.clone()
    }

    fn statuses(&self) -> Option<StatusList> {
        self.0.lock().unwrap().statuses
    }

    fn look_up(&mut self, reference: &Said, second: &Said) {
        self.0.lock().unwrap().asked.push((reference.as_str().to_owned(), second.as_str().to_owned()));
    }

    fn looked_up(&mut self) -> Option<LookedUp> {
        self.0.lock().unwrap().answer.take()
    }

    fn letter_waits(&mut self) {
        self.notes("a letter waits".to_owned());
    }

    fn send_now(&mut self) {
        self.notes("send now".to_owned());
    }

    fn send_again(&mut self, letter: &str) {
        self.notes(format!("send letter {letter} again"));
    }

    fn enrol(&mut self, address: &str, code: &Said) {
        self.notes(format!("enrol at {address} with {}", code.as_str()));
    }

    fn sticks(&self) -> Vec<PathBuf> {
        self.0.lock().unwrap().sticks.clone()
    }

    fn export(&mut self, stick: PathBuf) {
        self.notes(format!("export to {}", stick.display()));
    }

    fn import(&mut self, stick: PathBuf) {
        self.notes(format!("import from {}", stick.display()));
    }

    fn tell(&mut self, kiosk: &Condition) {
        self.0.lock().unwrap().told = Some(*kiosk);
    }

    fn count(&mut self, day: Date, language: Language, counted: &Counters) {
        let mut bag = self.0.lock().unwrap();
        let sum = bag.counted.entry(day).or_default().entry(language).or_default();
        sum.sessions += counted.sessions;
        sum.answered += counted.answered;
        sum.refused += counted.refused;
        sum.handed_over += counted.handed_over;
        sum.forms_started += counted.forms_started;
        sum.forms_finished += counted.forms_finished;
        sum.seconds += counted.seconds;
        sum.printed += counted.printed;
        sum.print_failures += counted.print_failures;
    }
}

/// A kiosk with the small pack, on a Saturday morning.
pub struct Hall {
    pub counter: Counter,
    pub clock: HandClock,
    pub installed: HandLibrary,
    pub room: HandRoom,
    pub voice: HandVoice,
    pub post: HandPost,
    pub data: TempDir,
}

impl Hall {
    pub fn new() -> Self {
        Self::with(pack_with(|_, text| text.to_owned()))
    }

    pub fn with(pack: Pack) -> Self {
        let data = tempfile::tempdir().unwrap();
        let clock = HandClock::at("2026-11-21T09:00:00+08:00[Asia/Taipei]");
        let installed = HandLibrary(Arc::new(Mutex::new(Ok(Arc::new(Simple(pack))))));
        let (room, voice, post) = (HandRoom::default(), HandVoice::default(), HandPost::default());
        let counter = open(data.path(), &clock, &installed, &room, &voice, &post);
        Self { counter, clock, installed, room, voice, post, data }
    }

    /// Its forms do not travel by hand, but as they do in a real kiosk.
    pub fn whose_post(is: impl FnOnce(&StoredRecords, &DataFolder) -> Box<dyn Post>) -> Self {
        let mut hall = Self::new();
        let elsewhere = tempfile::tempdir().unwrap();
        hall.counter = open(elsewhere.path(), &hall.clock, &hall.installed, &hall.room, &hall.voice, &hall.post);
        hall.counter = open_with(hall.data.path(), &hall.clock, &hall.installed, &hall.room, &hall.voice, is);
        hall
    }

    /// The power goes and comes back.
    pub fn restarts(&mut self) {
        self.clock.0.lock().unwrap().0 = Duration::ZERO;
        // One program at a time holds the store: the old one is gone before the new one starts.
        let elsewhere = tempfile::tempdir().unwrap();
        self.counter =
            open(elsewhere.path(), &self.clock, &self.installed, &HandRoom::default(), &self.voice, &self.post);
        self.counter = open(self.data.path(), &self.clock, &self.installed, &self.room, &self.voice, &self.post);
    }

    /// Does something that can be done.
    pub fn does(&mut self, act: Act) -> View {
        let Acted { view, effect } = self.counter.act(act);
        assert_eq!(view.problem, None);
        assert_eq!(effect, None);
        view
    }

    /// Does several things and sees where they lead.
    pub fn does_all(&mut self, acts: impl IntoIterator<Item = Act>) -> View {
        acts.into_iter().map(|act| self.does(act)).last().unwrap()
    }

    /// Tries something that cannot be done: the code of why, and the screen that stays.
    pub fn tries(&mut self, act: Act) -> (String, View) {
        let before = self.counter.view().screen;
        let view = self.counter.act(act).view;
        let code = view.problem.clone().expect("a problem").code;
        if !matches!(view.screen, Screen::Officer(_)) {
            assert_eq!(view.screen, before, "{code}");
        }
        (code, view)
    }

    /// Lets time go on, with the shell's tick each second; the views that were pushed.
    pub fn waits(&mut self, seconds: u64) -> Vec<View> {
        let tick = |_| {
            self.clock.goes_on(Duration::from_secs(1));
            self.counter.tick()
        };
        (0..seconds).filter_map(tick).collect()
    }

    pub fn asks(&mut self, question: &str) -> Reply {
        reply(self.does(ask(question)))
    }

    pub fn speaks(&mut self, language: &str) -> View {
        self.does_all([Act::Begin, choose(language)])
    }
}

fn open(
    data: &Path,
    clock: &HandClock,
    installed: &HandLibrary,
    room: &HandRoom,
    voice: &HandVoice,
    post: &HandPost,
) -> Counter {
    open_with(data, clock, installed, room, voice, |_, _| Box::new(post.clone()))
}

fn open_with(
    data: &Path,
    clock: &HandClock,
    installed: &HandLibrary,
    room: &HandRoom,
    voice: &HandVoice,
    post: impl FnOnce(&StoredRecords, &DataFolder) -> Box<dyn Post>,
) -> Counter {
    let folder = DataFolder::new(data);
    let settings = Settings { pin_hash: Some(PIN_HASH.clone()), ..Settings::default() };
    let lock = RecordedPin::open(settings.pin_hash.clone(), folder.pin_record(), clock.elapsed());
    let key = KeyFile::new(data.join("store.key"));
    let records = StoredRecords::open(&folder.store(), key, clock.now().timestamp(), SignedDuration::from_mins(30));
    let post = post(&records, &folder);
    let around = Surroundings {
        clock: Box::new(clock.clone()),
        installed: Box::new(installed.clone()),
        tickets: Box::new(TicketFile::open(folder.tickets())),
        lock: Box::new(lock),
        records: Box::new(records),
        print_room: Box::new(room.clone()),
        voice: Box::new(voice.clone()),
        post: Some(post),
        maintenance: Box::new(Sticks::new(&folder, Some(data.join("stick")))),
    };
    Counter::open(settings, around)
}

pub fn ask(question: &str) -> Act {
    Act::Ask { question: question.into() }
}

pub fn link(id: &str) -> Act {
    Act::AskLink { id: id.into() }
}

pub fn choose(language: &str) -> Act {
    Act::ChooseLanguage { language: language.into() }
}

pub fn topic(topic: &str) -> Act {
    Act::OpenTopic { topic: topic.into() }
}

pub fn notice(id: &str) -> Act {
    Act::OpenNotice { id: id.into() }
}

pub fn pin(pin: &str) -> Act {
    Act::OfficerPin { pin: pin.into() }
}

pub fn reply(view: View) -> Reply {
    match view.screen {
        Screen::Reply(reply) => reply,
        other => panic!("no reply: {other:?}"),
    }
}

pub fn ids(links: &[QuestionLink]) -> Vec<&str> {
    links.iter().map(|link| link.id.as_str()).collect()
}

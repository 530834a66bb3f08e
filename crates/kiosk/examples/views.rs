//! Writes what a pack's screens look like, as the screens receive it: one `View` in JSON for each
//! screen and language, made by the real middle from the real pack.
//!
//! ```sh
//! cargo run -p kaunter-kiosk --example views -- content <folder>
//! ```

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::{SignedDuration, Zoned};
use kaunter_kiosk::{
    Counter, Refusal, Settings, StoredRecords, Surroundings,
    act::Act,
    clock::Clock,
    content::{Content, OpenedPack},
    library::Library,
    pin::{self, RecordedPin},
    tickets::TicketFile,
    view::{Problem, View},
};
use kaunter_knowledge::{Advice, Context, Outcome, Reply};
use kaunter_pack::model::{Pack, TopicKind};
use kaunter_store::KeyFile;

/// Any PIN will do: nobody stands at this kiosk.
const PIN: &str = "1234";

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> Done<()> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [pack, out] = arguments.as_slice() else {
        return Err("give the folder of a pack and a folder to write to".into());
    };
    let work = tempfile::tempdir()?;
    let content: Arc<dyn Content> = Arc::new(
        OpenedPack::open(Pack::read(pack)?, &env::temp_dir().join("kaunter-views")).map_err(|problem| problem.code)?,
    );
    let now: Zoned = "2026-11-21T10:24:00+08:00[Asia/Taipei]".parse()?;
    for language in &content.pack().manifest.languages {
        let stage = Stage { content: &content, language, now: &now, work: work.path(), hash: pin::hash(&PIN.into())? };
        let folder = out.join(language);
        fs::create_dir_all(&folder)?;
        for (name, view) in stage.views()? {
            fs::write(folder.join(format!("{name}.json")), serde_json::to_string_pretty(&view)? + "\n")?;
        }
    }
    Ok(())
}

/// One language of a pack at one moment.
struct Stage<'a> {
    content: &'a Arc<dyn Content>,
    language: &'a str,
    now: &'a Zoned,
    work: &'a Path,
    hash: String,
}

impl Stage<'_> {
    fn views(&self) -> Done<BTreeMap<&'static str, View>> {
        let mut views = BTreeMap::new();
        views.insert("attract", self.kiosk(true).0.view());
        views.insert("out-of-service", self.kiosk(false).0.view());
        views.insert("languages", self.after([Act::Begin]));
        for (name, acts) in self.walks() {
            let spoken = Act::ChooseLanguage { language: self.language.to_owned() };
            views.insert(name, self.after([spoken].into_iter().chain(acts)));
        }
        views.insert("countdown", self.countdown());
        Ok(views)
    }

    /// What leads to each screen once the language is chosen.
    fn walks(&self) -> Vec<(&'static str, Vec<Act>)> {
        let pack = self.content.pack();
        let topic = pack.topics.iter().filter(|topic| topic.kind == TopicKind::LifeEvent);
        let topic = topic.max_by_key(|topic| topic.entries.len());
        let notice = pack.notices.iter().max_by_key(|notice| notice.body.in_language(self.language, "").len());
        let pin = Act::OfficerPin { pin: PIN.into() };
        let wrong = Act::OfficerPin { pin: "0000".into() };
        let mut walks = vec![
            ("home", vec![]),
            ("ask", vec![Act::OpenAsk]),
            ("ask-problem", vec![Act::OpenAsk, Act::Ask { question: " ".into() }]),
            ("person", vec![Act::CallPerson]),
            ("home-called", vec![Act::CallPerson, Act::Home]),
            ("farewell", vec![Act::Leave]),
            ("officer-locked", vec![Act::OfficerGesture]),
            ("officer-wait", vec![Act::OfficerGesture, wrong.clone(), wrong.clone(), wrong]),
            ("officer-open", vec![Act::OfficerGesture, pin]),
        ];
        walks.extend(topic.map(|topic| ("topic", vec![Act::OpenTopic { topic: topic.id.clone() }])));
        walks.extend(notice.map(|notice| ("notice", vec![Act::OpenNotice { id: notice.id.clone() }])));
        let asked = self.questions().into_iter();
        walks.extend(asked.map(|(name, question)| (name, vec![Act::Ask { question: question.as_str().into() }])));
        walks
    }

    /// A question for each kind of reply, as far as the pack's own questions lead to one.
    fn questions(&self) -> BTreeMap<&'static str, String> {
        let Some(content) = self.content.pack().languages.get(self.language) else {
            return BTreeMap::new();
        };
        let known = content.entries.iter().map(|entry| &entry.question);
        let questions = known.chain(content.golden.iter().map(|golden| &golden.question));
        let mut found: BTreeMap<&'static str, (usize, String)> = BTreeMap::new();
        for question in questions {
            let Ok(reply) = self.content.ask(self.language, question, &Context::default(), self.now.date()) else {
                continue;
            };
            let (name, size) = kind(&reply);
            let longest = found.entry(name).or_default();
            if size > longest.0 {
                *longest = (size, question.clone());
            }
        }
        found.into_iter().map(|(name, (_, question))| (name, question)).collect()
    }

    fn after(&self, acts: impl IntoIterator<Item = Act>) -> View {
        let (mut counter, _) = self.kiosk(true);
        acts.into_iter().for_each(|act| drop(counter.act(act)));
        counter.view()
    }

    fn countdown(&self) -> View {
        let (mut counter, clock) = self.kiosk(true);
        drop(counter.act(Act::ChooseLanguage { language: self.language.to_owned() }));
        *clock.elapsed.lock().unwrap_or_else(PoisonError::into_inner) = Duration::from_secs(62);
        counter.view()
    }

    fn kiosk(&self, serving: bool) -> (Counter, StillClock) {
        let clock = StillClock { elapsed: Arc::default(), now: self.now.clone() };
        let latest = if serving { Ok(Arc::clone(self.content)) } else { Err(Refusal::PackNone.into()) };
        let state = self.work.join("state");
        // A kiosk of its own each time: tickets and wrong PINs begin anew.
        let _ = fs::remove_dir_all(&state);
        let key = KeyFile::new(state.join("store.key"));
        let records = StoredRecords::open(&state.join("store"), key, self.now.timestamp(), SignedDuration::ZERO);
        let around = Surroundings {
            clock: Box::new(clock.clone()),
            installed: Box::new(OnePack(latest)),
            tickets: Box::new(TicketFile::open(state.join("tickets.toml"))),
            lock: Box::new(RecordedPin::open(Some(self.hash.clone()), state.join("pin"), Duration::ZERO)),
            records: Box::new(records),
            print_room: Box::new(kaunter_kiosk::printing::NoPrinter),
            voice: Box::new(kaunter_kiosk::voice::NoVoice),
            post: None,
            maintenance: Box::new(kaunter_kiosk::maintenance::NoSticks),
        };
        (Counter::open(Settings::default(), around), clock)
    }
}

/// Which screen a reply is a sample of, and how much there is to show.
fn kind(reply: &Reply) -> (&'static str, usize) {
    let parts = &reply.parts;
    if !reply.emergencies.is_empty() {
        return ("emergency", 1);
    }
    let [part] = parts.as_slice() else {
        return ("parts", parts.len());
    };
    match &part.outcome {
        Outcome::Answer(quotation) => ("answer", quotation.text.len()),
        Outcome::Clarify(choices) => ("clarify", choices.iter().map(|choice| choice.label.len()).sum()),
        Outcome::Conflict(both) => ("conflict", both.iter().map(|quotation| quotation.text.len()).sum()),
        Outcome::Unknown(unknown) => match unknown.advice {
            None => ("unknown", unknown.topics.len() * 1000 + unknown.nearest.len()),
            Some(Advice::Health) => ("unknown-health", 1),
            Some(Advice::Legal) => ("unknown-legal", 1),
            Some(Advice::Political) => ("unknown-political", 1),
        },
    }
}

/// Stands until it is set.
#[derive(Clone)]
struct StillClock {
    elapsed: Arc<Mutex<Duration>>,
    now: Zoned,
}

impl Clock for StillClock {
    fn elapsed(&self) -> Duration {
        *self.elapsed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> Zoned {
        self.now.clone()
    }
}

struct OnePack(Result<Arc<dyn Content>, Problem>);

impl Library for OnePack {
    fn latest(&self) -> Result<Arc<dyn Content>, Problem> {
        self.0.clone()
    }

    fn packs(&self) -> Vec<String> {
        let manifest = self.0.as_ref().map(|content| &content.pack().manifest);
        manifest.map_or_else(|_| Vec::new(), |manifest| vec![format!("{} {}", manifest.id, manifest.version)])
    }
}

//! What the counter shows: the whole view, and a glance at it that tells whether time changed it.

use std::path::PathBuf;

use jiff::{SignedDuration, Zoned};
use kaunter_pack::model::{NoticeKind, Pack};
use kaunter_store::FormNumber;

use crate::{
    content::Content,
    counter::{Counter, Stage},
    draw::Drawing,
    farewell::Farewell,
    forms::{self, Filling},
    idle::{Presence, presence, whole_seconds},
    noticeboard,
    officer::{DeskDrawing, OfficerSide},
    post,
    refusal::Refusal,
    view::{
        Agency, DeviceDone, FormLink, FormWay, NoticeCard, PaperCard, Preferences, PrinterCard, Problem, Screen,
        SlipCard, SlipOf, View, VoiceCard,
    },
    visit::{Visit, first_language, servable},
};

/// What of a view can change without an act. It holds no words, so that it may outlive a visit.
#[derive(Default, PartialEq, Eq)]
pub(crate) struct Glance {
    scene: Scene,
    officer: Option<DeskGlance>,
    leaving_in: Option<u32>,
    notices: Vec<(NoticeKind, String)>,
    pack: Option<[u8; 32]>,
    out_of_service: Option<Problem>,
    papers: u64,
    proof: bool,
    post: u64,
    status: bool,
    printer: PrinterCard,
    ear: u64,
}

/// The same of the officer's side.
#[derive(PartialEq, Eq)]
struct DeskGlance {
    wait_seconds: Option<u32>,
    packs: Vec<String>,
    interrupted: usize,
    calls: usize,
    /// Forms whose copies can be read: what is shown of one goes when its time is over.
    readable: usize,
    store: Option<Problem>,
    sticks: Vec<PathBuf>,
    device: Option<DeviceDone>,
}

#[derive(Default, PartialEq, Eq)]
enum Scene {
    #[default]
    Attract,
    Visit(u32),
    Farewell,
}

/// The parts of a view that depend on who is there.
struct Front {
    screen: Screen,
    language: String,
    preferences: Preferences,
    leaving_in: Option<u32>,
    can_go_back: bool,
    call: Option<String>,
    open_form: Option<FormLink>,
    paper: Option<PaperCard>,
    slips: Vec<SlipCard>,
}

impl Counter {
    /// What is on the screen now.
    pub fn view(&self) -> View {
        let now = self.around.clock.now();
        let content = self.shown_content();
        let mut front = self.front(content, &now);
        if let Some(side) = &self.officer {
            front = self.officer_front(side, content, &now);
        }
        let posted = self.posted(&front.language, &now);
        let mut view = View {
            sequence: self.sequence,
            visit: self.visits,
            screen: front.screen,
            languages: content.map_or_else(Vec::new, |content| content.pack().manifest.languages.clone()),
            agency: agency(content.map(Content::pack), &front.language),
            notices: posted,
            language: front.language,
            preferences: front.preferences,
            leaving_in: front.leaving_in,
            can_go_back: front.can_go_back,
            call: front.call,
            open_form: front.open_form,
            printer: self.around.print_room.printer(),
            paper: front.paper,
            slips: front.slips,
            voice: VoiceCard::default(),
            problem: self.problem.clone(),
            display: self.settings.display.into(),
        };
        view.voice = self.voice_card(&view);
        view
    }

    pub(crate) fn glance(&self) -> Glance {
        let now = self.around.clock.now();
        let live = self.notices_pack(&now).map(|pack| noticeboard::live(pack, &self.sent, now.timestamp()));
        let live = live.unwrap_or_default().into_iter().map(|notice| (notice.kind, notice.id.clone()));
        Glance {
            scene: match self.stage {
                Stage::Attract => Scene::Attract,
                Stage::Visiting(_) => Scene::Visit(self.visits),
                Stage::Farewell(_) => Scene::Farewell,
            },
            officer: self.officer.as_ref().map(|side| self.desk_glance(side)),
            leaving_in: self.leaving_in(),
            notices: live.collect(),
            pack: self.shown_content().map(|content| content.pack().digest),
            out_of_service: self.out_of_service(&now),
            papers: self.papers.changes(),
            proof: self.is_proof_there(),
            post: self.around.post.as_ref().map_or(0, |post| post.changes()),
            status: self.looking_up(),
            printer: self.around.print_room.printer(),
            ear: self.ear.changes,
        }
    }

    /// Of the running visit, or what the next one will be served from.
    fn shown_content(&self) -> Option<&dyn Content> {
        match &self.stage {
            Stage::Visiting(visit) => Some(&*visit.content),
            Stage::Attract | Stage::Farewell(_) => self.newest.as_deref().ok(),
        }
    }

    fn front(&self, content: Option<&dyn Content>, now: &Zoned) -> Front {
        let idle = |screen, language: &str, preferences| Front {
            screen,
            language: language.to_owned(),
            preferences,
            leaving_in: None,
            can_go_back: false,
            call: None,
            open_form: None,
            paper: None,
            slips: Vec::new(),
        };
        match &self.stage {
            Stage::Visiting(visit) => self.visit_front(visit, now),
            Stage::Farewell(farewell) => {
                let Farewell { answers_kept, printable_minutes, .. } = *farewell;
                let receipt = farewell.receipt.is_some();
                let screen = Screen::Farewell { answers_kept, printable_minutes, receipt };
                let slip = farewell.slip.map(|job| (SlipOf::Receipt, job));
                let slips = self.slip_cards(slip.as_slice());
                let mut preferences = farewell.preferences;
                preferences.voice.aloud &= farewell.to_somebody;
                Front { slips, ..idle(screen, &farewell.language, preferences) }
            }
            Stage::Attract => {
                let language = content.map_or("und", |content| first_language(content.pack()));
                let screen = match self.out_of_service(now) {
                    Some(problem) => Screen::OutOfService { problem },
                    None => Screen::Attract,
                };
                idle(screen, language, Preferences::default())
            }
        }
    }

    /// What a visit shows now.
    pub(crate) fn screen_of(&self, visit: &Visit, now: &Zoned) -> Screen {
        self.visit_front(visit, now).screen
    }

    fn visit_front(&self, visit: &Visit, now: &Zoned) -> Front {
        let posted = self.posted(&visit.language, now);
        let drawing = Drawing {
            content: &*visit.content,
            language: &visit.language,
            now,
            posted: &posted,
            sent: &self.sent,
            statuses: self.around.post.as_ref().and_then(|post| post.statuses()),
            status: &visit.status,
            way: visit
                .filling
                .as_ref()
                .and_then(Filling::number)
                .map_or(FormWay::KeptHere, |number| self.way_of(&number)),
            call: visit.call.as_deref(),
            filling: visit.filling.as_ref(),
        };
        Front {
            screen: drawing.screen(visit.trail.front()),
            language: visit.language.clone(),
            preferences: visit.preferences,
            leaving_in: self.leaving_in(),
            can_go_back: visit.can_go_back(),
            call: visit.call.clone(),
            open_form: drawing.form_behind(visit.trail.front()),
            paper: visit.filling.as_ref().and_then(|filling| self.papers.card_called(&filling.number()?)),
            slips: self.slip_cards(&visit.slips),
        }
    }

    fn is_proof_there(&self) -> bool {
        let Stage::Visiting(visit) = &self.stage else { return false };
        let stage = visit.filling.as_ref().map(|filling| &filling.stage);
        matches!(stage, Some(forms::Stage::Proof(Some((_, sheet)))) if sheet.is_there())
    }

    fn looking_up(&self) -> bool {
        matches!(&self.stage, Stage::Visiting(visit) if visit.status.is_asked())
    }

    /// How far a finished form has come.
    pub(crate) fn way_of(&self, number: &FormNumber) -> FormWay {
        let way = self.around.records.way(number);
        post::draw_way(way, self.reaches_agency(), &self.around.clock.now())
    }

    /// What of the officer's side changes while nobody touches it.
    fn desk_glance(&self, side: &OfficerSide) -> DeskGlance {
        let wait = matches!(side, OfficerSide::Locked).then(|| self.around.lock.wait(self.around.clock.elapsed()));
        DeskGlance {
            wait_seconds: wait.map(whole_seconds),
            packs: self.around.installed.packs(),
            interrupted: self.around.records.interrupted().len(),
            calls: self.calls.open().count(),
            readable: self.readable_forms(side),
            store: self.around.records.problem(),
            sticks: self.sticks(side),
            device: self.device_done(side),
        }
    }

    /// What is plugged in, where a page shows it.
    fn sticks(&self, side: &OfficerSide) -> Vec<PathBuf> {
        if !side.looks_for_sticks() {
            return Vec::new();
        }
        let sticks = self.around.post.as_ref().map_or_else(Vec::new, |post| post.sticks());
        sticks.into_iter().chain(self.around.maintenance.packs()).collect()
    }

    fn readable_forms(&self, side: &OfficerSide) -> usize {
        if matches!(side, OfficerSide::Locked) {
            return 0;
        }
        let now = self.around.clock.now().timestamp();
        let since = now - SignedDuration::from_mins(self.settings.print_window().into());
        let forms = self.around.records.store().ok().and_then(|store| store.forms_since(since, now).ok());
        forms.unwrap_or_default().iter().filter(|form| form.readable_until.is_some()).count()
    }

    fn officer_front(&self, side: &OfficerSide, content: Option<&dyn Content>, now: &Zoned) -> Front {
        let manifest = content.map(|content| &content.pack().manifest);
        let drawn =
            side.draw(&DeskDrawing { around: &self.around, content, calls: &self.calls, papers: &self.papers, now });
        Front {
            screen: Screen::Officer(drawn),
            language: manifest.map_or_else(|| "und".to_owned(), |manifest| manifest.office_language.clone()),
            preferences: Preferences::default(),
            leaving_in: None,
            can_go_back: false,
            call: None,
            open_form: None,
            paper: None,
            slips: Vec::new(),
        }
    }

    pub(crate) fn leaving_in(&self) -> Option<u32> {
        let Stage::Visiting(visit) = &self.stage else {
            return None;
        };
        let still = self.around.clock.elapsed().saturating_sub(self.touched);
        match presence(still, self.patience(visit)) {
            Presence::Leaving(seconds) if self.officer.is_none() => Some(seconds),
            _ => None,
        }
    }

    /// Why no visit can begin, while nobody is there.
    fn out_of_service(&self, now: &Zoned) -> Option<Problem> {
        if !matches!(self.stage, Stage::Attract) {
            return None;
        }
        match &self.newest {
            Ok(content) => servable(content.pack(), now.date()).err().map(Problem::from),
            Err(problem) => Some(problem.clone()),
        }
    }

    fn posted(&self, language: &str, now: &Zoned) -> Vec<NoticeCard> {
        self.notices_pack(now).map_or_else(Vec::new, |pack| noticeboard::cards(pack, &self.sent, language, now))
    }

    /// The pack whose notices hang on the wall; a pack for staff only hangs nothing there.
    fn notices_pack(&self, now: &Zoned) -> Option<&Pack> {
        let pack = match &self.stage {
            Stage::Visiting(visit) => self.notice_source(&visit.content).pack(),
            Stage::Attract | Stage::Farewell(_) => self.newest.as_ref().ok()?.pack(),
        };
        (servable(pack, now.date()) != Err(Refusal::PackInternal)).then_some(pack)
    }
}

fn agency(pack: Option<&Pack>, language: &str) -> Agency {
    let Some(pack) = pack else {
        return Agency { name: String::new(), seal: None, pack_version: String::new() };
    };
    let manifest = &pack.manifest;
    Agency {
        name: manifest.agency.in_language(language, &manifest.office_language).to_owned(),
        seal: manifest.seal.clone(),
        pack_version: manifest.version.to_string(),
    }
}

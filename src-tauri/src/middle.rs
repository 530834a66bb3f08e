//! One thread owns the counter; everybody else asks it, in turn.
//!
//! It keeps the clock ticking, and when an act panics it ends the visit and goes on. It must never
//! know how screens are drawn, nor hand what was said to anybody but the counter.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel},
    thread,
    time::{Duration, Instant},
};

use kaunter_kiosk::{
    Acted, Counter, Effect,
    act::Act,
    view::{Problem, Speech, View, VoicePulse},
    voice::Overheard,
};

use crate::problem::ShellProblem;

/// How often the counter looks at the clock.
const TICK: Duration = Duration::from_secs(1);

/// What the thread owns. Only tests have another than the kiosk's own.
pub trait Desk {
    /// What is shown now.
    fn view(&self) -> View;
    /// Does one thing.
    fn act(&mut self, act: Act) -> Acted;
    /// What has changed by itself.
    fn tick(&mut self) -> Option<View>;
    /// Ends the visit: whoever was there sees nothing any more.
    fn screen_lost(&mut self) -> View;
    /// Says something, or falls silent.
    fn say(&mut self, speech: Option<Speech>);
    /// What came from the ear and the mouth.
    fn hear(&mut self) -> Overheard;
}

impl Desk for Counter {
    fn view(&self) -> View {
        Self::view(self)
    }

    fn act(&mut self, act: Act) -> Acted {
        Self::act(self, act)
    }

    fn tick(&mut self) -> Option<View> {
        Self::tick(self)
    }

    fn screen_lost(&mut self) -> View {
        Self::screen_lost(self)
    }

    fn say(&mut self, speech: Option<Speech>) {
        match speech {
            Some(speech) => Self::say(self, speech),
            None => Self::hush(self),
        }
    }

    fn hear(&mut self) -> Overheard {
        Self::hear(self)
    }
}

/// What the thread can do to the window.
pub trait Screens: Send {
    /// Shows what has changed by itself.
    fn show(&self, view: &View);
    /// Lets the screens feel what is not in a view.
    fn feel(&self, pulse: &VoicePulse);
    /// Draws everything anew.
    fn draw_anew(&self);
    /// Ends the program.
    fn end(&self);
}

/// The way to the thread.
#[derive(Clone)]
pub struct Middle(Sender<Request>);

enum Request {
    Screens(Box<dyn Screens>),
    View(SyncSender<View>),
    Act(Act, SyncSender<View>),
    ScreenLost(&'static str),
    Say(Option<Speech>),
    Look,
    Listen,
}

impl Middle {
    /// Starts the thread; `open` is called in it, and again when an officer restarts the kiosk. It
    /// is given the way to this thread, to be told of changes between two ticks.
    pub fn start<D: Desk>(open: impl Fn(&Self) -> D + Send + 'static) -> Result<Self, ShellProblem> {
        let (requests, inbox) = channel();
        let middle = Self(requests);
        let own = middle.clone();
        let serve = move || {
            let open = || open(&own);
            Owner { desk: open(), open: &open, screens: None }.serve(&inbox);
        };
        thread::Builder::new().name("middle".into()).spawn(serve).map_err(ShellProblem::NoThread)?;
        Ok(middle)
    }

    /// From now on changes are shown here.
    pub fn attach(&self, screens: impl Screens + 'static) {
        self.tell(Request::Screens(Box::new(screens)));
    }

    /// What is shown now.
    pub fn view(&self) -> Result<View, SilentMiddle> {
        self.ask(Request::View)
    }

    /// Does one thing and gives what is shown then.
    pub fn act(&self, act: Act) -> Result<View, SilentMiddle> {
        self.ask(|reply| Request::Act(act, reply))
    }

    /// Something changed: not to wait for the next tick.
    pub fn look(&self) {
        self.tell(Request::Look);
    }

    /// Says this instead of whatever is being said; falls silent where there is nothing to say.
    pub fn say(&self, speech: Option<Speech>) {
        self.tell(Request::Say(speech));
    }

    /// The ear or the mouth has news.
    pub fn listen(&self) {
        self.tell(Request::Listen);
    }

    /// The window's web process has ended, for the reason that the code names.
    pub fn screen_lost(&self, code: &'static str) {
        self.tell(Request::ScreenLost(code));
    }

    fn ask<T>(&self, request: impl FnOnce(SyncSender<T>) -> Request) -> Result<T, SilentMiddle> {
        let (reply, answer) = sync_channel(1);
        self.tell(request(reply));
        answer.recv().map_err(|_| SilentMiddle)
    }

    fn tell(&self, request: Request) {
        if self.0.send(request).is_err() {
            tracing::error!(code = SilentMiddle.code());
        }
    }
}

/// The middle does not answer: its thread has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the middle does not answer")]
pub struct SilentMiddle;

impl SilentMiddle {
    /// Kebab-case code.
    pub fn code(self) -> &'static str {
        "middle-silent"
    }
}

impl From<SilentMiddle> for Problem {
    fn from(silent: SilentMiddle) -> Self {
        Self { code: silent.code().to_owned() }
    }
}

/// The thread's own.
struct Owner<'a, D> {
    desk: D,
    open: &'a dyn Fn() -> D,
    screens: Option<Box<dyn Screens>>,
}

impl<D: Desk> Owner<'_, D> {
    fn serve(&mut self, inbox: &Receiver<Request>) {
        let mut due = Instant::now() + TICK;
        loop {
            match inbox.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(request) => self.answer(request),
                Err(RecvTimeoutError::Timeout) => {
                    due = Instant::now() + TICK;
                    self.tick();
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn answer(&mut self, request: Request) {
        match request {
            Request::Screens(screens) => self.screens = Some(screens),
            Request::View(reply) => {
                let view = catch_unwind(AssertUnwindSafe(|| self.desk.view())).unwrap_or_else(|_| self.wipe());
                let _ = reply.send(view);
            }
            Request::Act(act, reply) => {
                let _ = reply.send(self.act(act));
                self.hear();
            }
            Request::Look => self.tick(),
            Request::Listen => self.hear(),
            Request::Say(speech) => {
                if catch_unwind(AssertUnwindSafe(|| self.desk.say(speech))).is_err() {
                    let view = self.wipe();
                    self.on_screens(|screens| screens.show(&view));
                }
                self.hear();
            }
            Request::ScreenLost(code) => {
                tracing::error!(code);
                self.wipe();
                self.on_screens(|screens| screens.draw_anew());
            }
        }
    }

    fn act(&mut self, act: Act) -> View {
        let Ok(acted) = catch_unwind(AssertUnwindSafe(|| self.desk.act(act))) else {
            return self.wipe();
        };
        match acted.effect {
            None => acted.view,
            Some(Effect::Exit) => {
                tracing::info!(code = "officer-exit");
                self.on_screens(|screens| screens.end());
                acted.view
            }
            Some(Effect::Restart) => {
                tracing::info!(code = "officer-restart");
                self.desk = (self.open)();
                self.on_screens(|screens| screens.draw_anew());
                self.desk.view()
            }
        }
    }

    fn tick(&mut self) {
        let changed = catch_unwind(AssertUnwindSafe(|| self.desk.tick())).unwrap_or_else(|_| Some(self.wipe()));
        if let Some(view) = changed {
            self.on_screens(|screens| screens.show(&view));
        }
    }

    fn hear(&mut self) {
        let wiped = |owner: &mut Self| Overheard { view: Some(owner.wipe()), pulses: Vec::new() };
        let heard = catch_unwind(AssertUnwindSafe(|| self.desk.hear()));
        let Overheard { view, pulses } = heard.unwrap_or_else(|_| wiped(self));
        self.on_screens(|screens| pulses.iter().for_each(|pulse| screens.feel(pulse)));
        if let Some(view) = view {
            self.on_screens(|screens| screens.show(&view));
        }
    }

    /// Ends the visit whatever state the desk is in.
    fn wipe(&mut self) -> View {
        catch_unwind(AssertUnwindSafe(|| self.desk.screen_lost())).unwrap_or_else(|_| {
            self.desk = (self.open)();
            self.desk.view()
        })
    }

    fn on_screens(&self, done: impl FnOnce(&dyn Screens)) {
        if let Some(screens) = &self.screens {
            done(&**screens);
        }
    }
}

#[cfg(test)]
mod tests;

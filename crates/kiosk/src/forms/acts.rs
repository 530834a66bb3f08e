//! What a visitor does with forms: begin, answer, look through, put aside, hand in.

use std::sync::Arc;

use jiff::SignedDuration;
use kaunter_forms::{Changed, Form, Journey, Place};

use super::{
    bundle::Bundle,
    filling::{Filling, Stage, Wish},
    offered::Offered,
    records::{FIRST, Finish, InDraft, LANGUAGE, Reopened},
};
use crate::{
    act::Act,
    printing::HandedIn,
    refusal::Refusal,
    said::Said,
    trail::Page,
    view::Problem,
    visit::{Moment, Visit, servable},
};

type Done = Result<(), Problem>;

impl Visit {
    /// Does a thing with forms; other acts change nothing here.
    pub fn form_act(&mut self, act: &Act, moment: &mut Moment<'_>) -> Done {
        match act {
            Act::OpenForms => self.open_forms(),
            Act::OpenForm { form } => self.introduce(vec![form.clone()], None),
            Act::OpenEventForms { topic } => self.introduce(self.offered().of_topic(topic), Some(topic.clone())),
            Act::StartForms { forms } => {
                self.start(forms, moment)?;
                self.checks_first(false, moment)
            }
            Act::CheckFirst { form } => {
                self.start(std::slice::from_ref(form), moment)?;
                self.checks_first(true, moment)
            }
            Act::ApplyNow => self.checks_first(false, moment),
            Act::ResumeForm { code } => self.resume(code, moment),
            Act::ContinueForm => self.go_on_with_form(),
            Act::NextForm => self.next_form(moment),
            Act::PauseForm => self.pause(moment),
            Act::DiscardForm => self.discard(moment),
            Act::ProofForm => self.in_form(Filling::prove),
            Act::FinishForm => self.finish(moment),
            Act::ExplainQuestion => self.explain(moment),
            Act::ChangeAnswer { place } => self.in_form(|filling| filling.change(place)),
            Act::AddItem { section } => self.rearrange(moment, |journey| journey.add_item(section)),
            Act::RemoveItem { section, item } => self.rearrange(moment, |journey| journey.remove_item(section, *item)),
            _ => self.answer(act, moment),
        }
    }

    pub(crate) fn offered(&self) -> Offered<'_> {
        Offered { pack: self.content.pack(), language: &self.language }
    }

    fn open_forms(&mut self) -> Done {
        if self.offered().any() {
            self.trail.go(Page::Forms);
        }
        Ok(())
    }

    fn introduce(&mut self, forms: Vec<String>, event: Option<String>) -> Done {
        if forms.iter().all(|id| self.offered().form(id).is_none()) {
            return Err(Refusal::FormGone.into());
        }
        self.trail.go(Page::FormIntroduction { forms, event });
        Ok(())
    }

    fn start(&mut self, forms: &[String], moment: &mut Moment<'_>) -> Done {
        if let Some(filling) = self.open_filling() {
            // Back at the introduction and on again: the answers are still there.
            if filling.bundle.forms == forms {
                return self.go_on_with_form();
            }
            return Err(Refusal::FormOpen.into());
        }
        servable(self.content.pack(), moment.today)?;
        self.begin_form(Bundle { forms: forms.to_vec(), ..Bundle::default() }, moment)
    }

    fn begin_form(&mut self, bundle: Bundle, moment: &mut Moment<'_>) -> Done {
        let id = bundle.forms.get(bundle.at).ok_or(Refusal::FormGone)?;
        let form: Arc<Form> = Arc::clone(self.offered().form(id).ok_or(Refusal::FormGone)?);
        let draft = moment.records.begin(&form, moment.now.timestamp())?;
        let mut journey = Journey::begin(form, moment.today);
        let mut carried = journey.carry(&bundle.facts);
        carried.extend(bundle.to_keep());
        carried.push(self.language_note());
        if let Err(problem) = moment.records.keep(draft, carried) {
            // Nobody would know of the draft any more.
            moment.records.forget(draft, moment.now.timestamp()).ok();
            return Err(problem);
        }
        self.drafts.push(draft);
        self.forms_begun += 1;
        self.take_up(Filling::new(journey, draft, bundle));
        Ok(())
    }

    /// Into the check before the form, or out of it. The draft keeps which, for whoever puts it aside meanwhile; without
    /// that note it would go on with the form itself, so a disk that fails here keeps nobody from anything.
    fn checks_first(&mut self, first: bool, moment: &mut Moment<'_>) -> Done {
        let Some(filling) = self.filling.as_mut().filter(|filling| matches!(filling.stage, Stage::Open)) else {
            return Ok(());
        };
        let before = filling.journey.checks_first();
        if first {
            filling.check_first()
        } else {
            filling.apply()
        }
        let now = filling.journey.checks_first();
        if let Some(draft) = filling.draft.filter(|_| now != before) {
            let place = Place { field: FIRST.to_owned(), item: None };
            let note = Changed { place, stored: now.then(|| b"true".to_vec()) };
            moment.records.keep(draft, vec![note]).ok();
        }
        Ok(())
    }

    /// What a draft keeps of the language that is spoken, for whoever is given it back after the machine failed.
    fn language_note(&self) -> Changed {
        let place = Place { field: LANGUAGE.to_owned(), item: None };
        Changed { place, stored: Some(self.language.clone().into_bytes()) }
    }

    /// Notes another language with the draft in hand. A disk that fails here keeps nobody from changing it.
    pub(crate) fn note_language(&self, moment: &mut Moment<'_>) {
        if let Some(draft) = self.open_filling().and_then(|filling| filling.draft) {
            moment.records.keep(draft, vec![self.language_note()]).ok();
        }
    }

    /// A form comes to the front.
    pub(crate) fn take_up(&mut self, filling: Filling) {
        self.filling = Some(filling);
        self.trail.take_out(|page| matches!(page, Page::Form));
        self.trail.go(Page::Form);
    }

    fn next_form(&mut self, moment: &mut Moment<'_>) -> Done {
        let Some(filling) = &self.filling else { return Ok(()) };
        if !matches!(filling.stage, Stage::Finished { .. }) {
            return Ok(());
        }
        let mut bundle = filling.bundle.clone();
        bundle.facts.learn(&filling.journey);
        bundle.at += 1;
        self.begin_form(bundle, moment)
    }

    fn resume(&mut self, code: &Said, moment: &mut Moment<'_>) -> Done {
        if self.open_filling().is_some() {
            return Err(Refusal::FormOpen.into());
        }
        let reopened = moment.records.resume(code, moment.now.timestamp(), moment.today)?;
        self.reopen(reopened);
        self.note_language(moment);
        Ok(())
    }

    /// Takes up a draft from an officer's hands, in the language in which it was answered.
    pub(crate) fn reopen_as_it_was(&mut self, reopened: Reopened) {
        let spoken = reopened.language.as_ref().filter(|tag| self.content.pack().manifest.languages.contains(tag));
        if let Some(language) = spoken {
            self.language.clone_from(language);
            self.content.prepare(language);
        }
        self.reopen(reopened);
    }

    /// Takes up a draft that was put aside or cut off.
    fn reopen(&mut self, reopened: Reopened) {
        let Reopened { draft, journey, together, checks_first, .. } = reopened;
        let forms: Vec<&Form> = self.content.pack().forms.forms().map(|form| &**form).collect();
        let bundle = Bundle::of_draft(journey.form(), together.as_deref(), &forms);
        self.drafts.push(draft);
        let mut filling = Filling::new(journey, draft, bundle);
        if checks_first {
            filling.check_first();
        }
        self.take_up(filling);
    }

    fn go_on_with_form(&mut self) -> Done {
        if let Some(filling) = self.filling.as_mut().filter(|filling| filling.is_open()) {
            filling.stage = Stage::Open;
            self.trail.take_out(|page| matches!(page, Page::Form));
            self.trail.go(Page::Form);
        }
        Ok(())
    }

    fn pause(&mut self, moment: &mut Moment<'_>) -> Done {
        let Some(filling) = self.filling.as_mut().filter(|filling| filling.is_open()) else { return Ok(()) };
        let Some(draft) = filling.draft else { return Ok(()) };
        let now = moment.now.timestamp();
        let until = now + SignedDuration::from_hours(24 * i64::from(moment.pause_days));
        let code = moment.records.pause(draft, now, until)?;
        filling.stage = Stage::Paused { code, until: until.to_zoned(moment.now.time_zone().clone()) };
        Ok(())
    }

    fn discard(&mut self, moment: &mut Moment<'_>) -> Done {
        if let Some(draft) = self.open_filling().and_then(|filling| filling.draft) {
            moment.records.forget(draft, moment.now.timestamp())?;
        }
        self.put_away();
        Ok(())
    }

    fn finish(&mut self, moment: &mut Moment<'_>) -> Done {
        let Some(filling) = self.filling.as_mut().filter(|filling| matches!(filling.stage, Stage::Open)) else {
            return Ok(());
        };
        let Some(draft) = filling.draft else { return Ok(()) };
        if !filling.is_complete() {
            return Ok(());
        }
        let manifest = &self.content.pack().manifest;
        let how = Finish {
            journey: &filling.journey,
            language: &self.language,
            office_language: &manifest.office_language,
            recipients: &manifest.recipients,
        };
        let at = moment.now.timestamp();
        let number = moment.records.finish(draft, &how, at)?;
        self.handed_in.push(HandedIn { form: filling.journey.form().id.clone(), number: number.clone(), at });
        filling.stage = Stage::Finished { number };
        Ok(())
    }

    /// The passage that explains the question in front, else what the pack says about it when it is asked; "back"
    /// returns to the question.
    fn explain(&mut self, moment: &Moment<'_>) -> Done {
        let Some(filling) = self.open_filling() else { return Ok(()) };
        let Some(place) = filling.place() else { return Ok(()) };
        let field = filling.journey.form().field(&place.field);
        let explains = field.and_then(|(_, field)| field.explains.clone());
        let asked = filling.asked(&place, &self.language);
        let with_label = format!("{} {asked}", filling.label(&place, &self.language));
        // A draft of another pack may name an entry that this one does not have.
        match explains {
            Some(id) if self.ask_link(&id, moment.today).is_ok() => Ok(()),
            _ => self.ask_about(&asked, &with_label, moment.today),
        }
    }

    fn answer(&mut self, act: &Act, moment: &mut Moment<'_>) -> Done {
        let language = self.language.clone();
        let Some(filling) = &mut self.filling else { return Ok(()) };
        let Some(draft) = filling.draft else { return Ok(()) };
        filling.on(moment.today);
        let wish = filling.answer(act, &language, &mut InDraft { records: &mut *moment.records, draft })?;
        match wish {
            None => Ok(()),
            Some(Wish::Explain) => self.explain(moment),
            Some(Wish::Languages) => {
                self.trail.go(Page::Languages);
                Ok(())
            }
            Some(Wish::Person) => {
                self.wants_person = true;
                Ok(())
            }
            Some(Wish::Leave) => self.pause(moment),
        }
    }

    fn in_form(&mut self, change: impl FnOnce(&mut Filling)) -> Done {
        if let Some(filling) = self.filling.as_mut().filter(|filling| matches!(filling.stage, Stage::Open)) {
            change(filling);
        }
        Ok(())
    }

    fn rearrange(
        &mut self,
        moment: &mut Moment<'_>,
        change: impl FnOnce(&mut Journey) -> Result<Vec<Changed>, kaunter_forms::Refusal>,
    ) -> Done {
        let Some(filling) = self.filling.as_mut().filter(|filling| matches!(filling.stage, Stage::Open)) else {
            return Ok(());
        };
        let Some(draft) = filling.draft else { return Ok(()) };
        filling.rearrange(&mut InDraft { records: &mut *moment.records, draft }, change)
    }

    /// One step back within the form in front; false where it leads out of it.
    pub(crate) fn back_in_form(&mut self) -> bool {
        if !matches!(self.trail.front(), Page::Form) {
            return false;
        }
        match self.filling.as_mut().map(|filling| (filling.is_open(), filling)) {
            Some((true, filling)) => filling.step_back(),
            _ => false,
        }
    }

    /// The form that is still being filled in.
    pub(crate) fn open_filling(&self) -> Option<&Filling> {
        self.filling.as_ref().filter(|filling| filling.is_open())
    }

    /// A form that is put aside or handed in goes when its screen does.
    pub(crate) fn tidy_forms(&mut self) {
        let closed = self.filling.as_ref().is_some_and(|filling| !filling.is_open());
        if closed && !matches!(self.trail.front(), Page::Form) {
            self.put_away();
        }
    }

    fn put_away(&mut self) {
        self.filling = None;
        self.trail.take_out(|page| matches!(page, Page::Form | Page::FormIntroduction { .. }));
    }
}

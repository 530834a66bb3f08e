//! The counter's pages as they are drawn: today's forms, one form, the staff, calls.

use jiff::{Timestamp, Zoned};
use kaunter_forms::{Filled, FilledAnswer, FilledSection, Kind, Place};
use kaunter_store::{self as kept, FormNumber, StaffId, Store};

use super::{
    Page,
    correcting::{Correcting, both},
    fault_of,
};
use crate::{
    calls::Calls,
    catalogue::Catalogue,
    content::Content,
    counter::Surroundings,
    forms::{FormDrawing, Offered, records::Interrupted},
    printing::{PaperTray, outgrows_paper},
    refusal::Refusal,
    said::Said,
    view::{
        CallCard, Correction, DeskAnswer, DeskForm, DeskLine, DeskSection, DeskState, FormWay, InterruptedForm,
        OfficerPage, Problem, StaffCard,
    },
};

/// What the officer's pages are drawn from.
pub(crate) struct DeskDrawing<'a> {
    pub around: &'a Surroundings,
    pub content: Option<&'a dyn Content>,
    pub calls: &'a Calls,
    pub papers: &'a PaperTray,
    pub now: &'a Zoned,
}

/// Somebody's name by their number.
type Names = Vec<(StaffId, String)>;

impl DeskDrawing<'_> {
    pub fn page(&self, page: &Page) -> OfficerPage {
        match page {
            Page::Desk => OfficerPage::Desk { forms: self.today(), interrupted: self.interrupted() },
            Page::Form(number) => match self.form(number) {
                Ok(form) => OfficerPage::Form(Box::new(form)),
                Err(_) => OfficerPage::Desk { forms: self.today(), interrupted: self.interrupted() },
            },
            Page::Correct(correcting) => match self.correction(correcting) {
                Ok(correction) => OfficerPage::Correct(Box::new(correction)),
                Err(_) => self.page(&Page::Form(correcting.number.clone())),
            },
            Page::Agency => OfficerPage::Agency(Box::new(self.agency())),
            Page::Questions(asked) => OfficerPage::Questions(Box::new(self.questions(asked))),
            Page::Device(done) => OfficerPage::Device(Box::new(self.device(done.as_ref()))),
            Page::Staff => OfficerPage::Staff { members: self.staff() },
        }
    }

    /// Those who wait, the longest first.
    pub fn calls(&self) -> Vec<CallCard> {
        let card = |call: &crate::calls::Call| CallCard {
            ticket: call.ticket.clone(),
            language: call.language.clone(),
            place: call.place.clone(),
            since: self.time(call.since),
            answered: call.answered.map(|at| self.time(at)),
        };
        self.calls.open().map(card).collect()
    }

    /// RFC 3339 in the kiosk's zone.
    pub fn time(&self, at: Timestamp) -> String {
        at.to_zoned(self.now.time_zone().clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    fn store(&self) -> Result<&Store, Problem> {
        self.around.records.store()
    }

    fn today(&self) -> Vec<DeskLine> {
        let midnight = self.now.start_of_day().map_or(self.now.timestamp(), |midnight| midnight.timestamp());
        let listed = self.store().and_then(|store| {
            let forms = store.forms_since(midnight, self.now.timestamp()).map_err(|fault| fault_of(&fault))?;
            let names = self.names(store);
            Ok(forms.iter().map(|form| self.line(form, self.read(store, form).as_ref(), &names)).collect())
        });
        listed.unwrap_or_default()
    }

    fn form(&self, number: &FormNumber) -> Result<DeskForm, Problem> {
        let store = self.store()?;
        let form = store.form_called(number, self.now.timestamp()).map_err(|fault| fault_of(&fault))?;
        let filled = self.read(store, &form);
        let line = self.line(&form, filled.as_ref(), &self.names(store));
        let Some(filled) = filled else {
            return Ok(DeskForm {
                line,
                summary: None,
                sections: Vec::new(),
                documents: Vec::new(),
                slips: Vec::new(),
                outgrows_paper: false,
            });
        };
        Ok(DeskForm {
            line,
            summary: filled.summary.as_deref().map(Said::from),
            sections: filled.sections.iter().map(section).collect(),
            slips: self.slips(&form.number, &filled),
            documents: filled.documents.iter().map(|document| both(&document.title)).collect(),
            outgrows_paper: outgrows_paper(store, form.id),
        })
    }

    /// A form that is being put right, as long as it can be read here.
    fn correction(&self, correcting: &Correcting) -> Result<Correction, Problem> {
        let (store, now) = (self.store()?, self.now.timestamp());
        let form = store.form_called(&correcting.number, now).map_err(|fault| fault_of(&fault))?;
        let filled = self.read(store, &form).ok_or(Refusal::FormDamaged)?;
        let pack = self.content.ok_or(Refusal::PackNone)?.pack();
        let language = correcting.office_language();
        let drawing = FormDrawing {
            filling: &correcting.filling,
            language,
            offered: Offered { pack, language },
            catalogue: Catalogue::new(pack, language, self.now.date()),
            way: &FormWay::KeptHere,
        };
        Ok(Correction {
            line: self.line(&form, Some(&filled), &self.names(store)),
            question: correcting.filling.place().map(|place| Box::new(drawing.question(&place))),
            changes: correcting.changes(),
            outstanding: drawing.outstanding(),
        })
    }

    /// What a form says, while it can be read here.
    fn read(&self, store: &Store, form: &kept::DeskForm) -> Option<Filled> {
        form.readable_until?;
        let copy = store.printable(form.id, self.now.timestamp()).map_err(|fault| fault_of(&fault)).ok()?;
        serde_json::from_slice(&copy).ok()
    }

    fn line(&self, form: &kept::DeskForm, filled: Option<&Filled>, names: &Names) -> DeskLine {
        DeskLine {
            number: form.number.to_string(),
            title: filled.map_or_else(|| self.title(&form.form_id), |filled| filled.title.office.clone()),
            name: filled.and_then(name),
            language: form.language.clone(),
            finished: self.time(form.sealed_at),
            state: self.state(form, names),
            way: self.way(&form.number),
            prints: form.prints,
            paper: self.papers.card_of(form.id),
            corrections: form.corrections,
            duplicate_of: form.duplicate_of.as_ref().map(ToString::to_string),
            readable_until: form.readable_until.map(|until| self.time(until)),
        }
    }

    fn state(&self, form: &kept::DeskForm, names: &Names) -> DeskState {
        let by = |id: Option<StaffId>| {
            id.and_then(|id| names.iter().find(|(known, _)| *known == id)).map(|(_, name)| name.clone())
        };
        match (form.void, form.handed_over, form.signed_off) {
            (Some(why), ..) => {
                let noted = self.store().ok().and_then(|store| store.voided(form.id).ok().flatten());
                let (at, who) = noted.unzip();
                DeskState::Void { why: why.into(), at: at.map(|at| self.time(at)), by: by(who.flatten()) }
            }
            (None, Some((at, who)), _) => DeskState::HandedOver { at: self.time(at), by: by(who) },
            (None, None, Some((at, who))) => DeskState::SignedOff { at: self.time(at), by: by(who) },
            (None, None, None) => DeskState::New,
        }
    }

    fn names(&self, store: &Store) -> Names {
        store.staff().unwrap_or_default().into_iter().map(|member| (member.id, member.name)).collect()
    }

    fn staff(&self) -> Vec<StaffCard> {
        let staff = self.store().and_then(|store| store.staff().map_err(|fault| fault_of(&fault)));
        let card = |member: kept::StaffMember| StaffCard {
            id: u32::try_from(member.id.number()).unwrap_or(u32::MAX),
            name: member.name,
            role: member.role.into(),
            since: self.time(member.since),
        };
        staff.unwrap_or_default().into_iter().map(card).collect()
    }

    /// Name of a form in the office's language.
    fn title(&self, id: &str) -> String {
        let title = self.content.and_then(|content| {
            let pack = content.pack();
            Some(Offered { pack, language: &pack.manifest.office_language }.link(id)?.title)
        });
        title.unwrap_or_else(|| id.to_owned())
    }

    fn interrupted(&self) -> Vec<InterruptedForm> {
        let shown = |one: Interrupted| InterruptedForm {
            title: self.title(&one.form),
            draft: one.draft,
            since: self.time(one.begun),
        };
        self.around.records.interrupted().into_iter().map(shown).collect()
    }
}

/// The first name in a form: whose it is.
fn name(filled: &Filled) -> Option<Said> {
    let answers = filled.sections.iter().filter(|section| section.item.is_none()).flat_map(|section| &section.answers);
    let named = answers.into_iter().find(|answer| answer.kind == "name" && !answer.written.citizen.is_empty());
    named.map(|answer| answer.written.citizen.as_str().into())
}

fn section(section: &FilledSection) -> DeskSection {
    let item = section.item.map(|item| item.saturating_sub(1));
    let answer = |answer: &FilledAnswer| DeskAnswer {
        place: (!answer.computed).then(|| Place { field: answer.field.clone(), item }.to_string()),
        label: both(&answer.label),
        value: both(&answer.written),
        brought: answer.kind == Kind::Picture.name() && answer.value.is_null(),
    };
    DeskSection {
        title: both(&section.title),
        item: section.item,
        answers: section.answers.iter().map(answer).collect(),
    }
}

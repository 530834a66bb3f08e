//! The screens of a form, drawn from where the visitor stands in it, in the language of the moment.

use kaunter_forms::{Held, Identity, Kind, Lack, Place, ReviewLine, RuleFinding, Step, Value, Verdict as Found, Words};

use super::{
    control::{self, ControlDrawing},
    fault,
    filling::{Filling, Stage},
    offered::Offered,
};
use crate::{
    catalogue::Catalogue,
    printing::offered,
    said::Said,
    view::{
        FormCheck, FormEligibility, FormLine, FormLink, FormQuestion, FormReceipt, FormReview, FormRule, FormSlip,
        FormWay, Proof, ReadBack, ReviewSection, Screen, Standing, Verdict,
    },
};

/// What a form's screens are drawn with.
pub(crate) struct FormDrawing<'a> {
    pub filling: &'a Filling,
    pub language: &'a str,
    pub offered: Offered<'a>,
    pub catalogue: Catalogue<'a>,
    /// How far it has come, once it was handed in.
    pub way: &'a FormWay,
}

impl FormDrawing<'_> {
    pub fn screen(&self) -> Screen {
        match &self.filling.stage {
            Stage::Interrupted => Screen::FormInterrupted { form: self.link() },
            Stage::Paused { code, until } => {
                let picture = kaunter_paper::qr_picture(code.as_str()).unwrap_or_default().into();
                Screen::FormPaused { form: self.link(), code: code.clone(), picture, until: until.to_string() }
            }
            Stage::Finished { number } => Screen::FormFinished(self.receipt(number)),
            Stage::Proof(sheet) => {
                let proof = sheet.as_ref().map_or(Proof::Setting, |(_, sheet)| sheet.drawn());
                Screen::FormProof { form: self.link(), proof }
            }
            Stage::Open => match self.filling.place() {
                Some(place) => Screen::FormQuestion(Box::new(self.question(&place))),
                None if self.filling.journey.checks_first() => self.checked(),
                None => Screen::FormReview(Box::new(self.review())),
            },
        }
    }

    fn words(&self) -> Option<&Words> {
        self.filling.words(self.language)
    }

    fn link(&self) -> FormLink {
        self.offered.link_of(self.filling.journey.form())
    }

    fn standing(&self) -> Standing {
        let progress = self.filling.journey.progress();
        let (section, item) = self.heading();
        let Filling { bundle, .. } = self.filling;
        Standing {
            form: self.link(),
            form_number: count(bundle.at + 1),
            forms: count(bundle.forms.len().max(1)),
            section,
            item,
            answered: count(progress.answered),
            least: count(progress.least),
            most: count(progress.most - progress.further),
            open_ended: progress.further > 0,
            checks_first: self.filling.journey.checks_first(),
            shift: self.filling.shifted(self.language),
        }
    }

    /// The section and the item in front.
    fn heading(&self) -> (String, Option<String>) {
        let (section, item) = match self.filling.journey.step() {
            Step::Ask { section, item, .. } => (section, item),
            Step::Another { section, .. } => (section, None),
            Step::Eligibility | Step::Review => return (String::new(), None),
        };
        let Some(words) = self.words() else { return (section, None) };
        let item = item.map(|item| words.item(&section, item + 1));
        (words.section(&section).to_owned(), item)
    }

    /// The question at a place.
    pub fn question(&self, place: &Place) -> FormQuestion {
        let Filling { journey, asking, .. } = self.filling;
        let kind = self.filling.kind(place);
        let field = journey.form().field(&place.field).map(|(_, field)| field);
        let askable = self.filling.draft.is_some();
        let words = self.words();
        let text = |get: for<'w> fn(&'w Words, &str) -> Option<&'w str>| {
            words.and_then(|words| get(words, &place.field)).map(str::to_owned)
        };
        let drawing = ControlDrawing { filling: self.filling, place, kind: &kind, language: self.language };
        let (part, so_far) = match drawing.part() {
            Some(Lack::AddressPart { part, so_far, .. }) => (Some(part), so_far.written),
            _ => (None, String::new()),
        };
        let faults = asking.faults.iter().flat_map(|fault| fault::draw(fault, journey, place, self.language));
        FormQuestion {
            standing: self.standing(),
            place: place.to_string(),
            question: self.filling.asked(place, self.language),
            label: self.filling.label(place, self.language),
            part,
            why: text(Words::why),
            help: text(Words::help),
            hint: text(Words::hint),
            explained: askable && field.is_some_and(|field| field.explains.is_some()),
            askable,
            optional: self.filling.may_skip(place, self.language),
            together: self.together(place, so_far),
            control: drawing.control(),
            given: journey.value(place).and_then(control::given),
            entered: self.filling.entered().cloned(),
            read_back: asking.read_back.as_ref().and_then(|heard| self.read_back(heard)),
            faults: faults.collect(),
            from_review: journey.is_chosen() && !journey.checks_first(),
        }
    }

    fn read_back(&self, heard: &super::filling::ReadBack) -> Option<ReadBack> {
        let [first, others @ ..] = heard.offers.as_slice() else { return None };
        // Days and amounts are easier to check when they are also written as they are said.
        let in_words = matches!(first.value, Value::Date(_) | Value::Money { .. });
        let also = (in_words && first.said.spoken != first.said.written).then_some(first.said.spoken.as_str());
        Some(ReadBack {
            heard: heard.heard.clone(),
            value: Said::from(first.said.written.as_str()),
            also: also.map(Said::from),
            alternatives: others.iter().map(|offer| Said::from(offer.said.written.as_str())).collect(),
            unsure: heard.unsure,
        })
    }

    /// What was answered on the same screen, and what there is of an address.
    fn together(&self, place: &Place, so_far: String) -> Vec<FormLine> {
        let places = self.filling.places();
        let mut lines: Vec<FormLine> =
            places.iter().take_while(|one| *one != place).map(|one| self.line_at(one)).collect();
        if !so_far.is_empty() {
            lines.push(FormLine { value: Some(Said::from(so_far)), ..self.line_at(place) });
        }
        lines
    }

    fn line_at(&self, place: &Place) -> FormLine {
        let said = self.filling.journey.say(place, self.language, Identity::Masked).written;
        FormLine {
            place: place.to_string(),
            label: self.filling.label(place, self.language),
            value: (!said.is_empty()).then(|| Said::from(said)),
            computed: false,
            shared: false,
            brought: self.filling.journey.value(place).is_none() && self.filling.kind(place) == Kind::Picture,
            faults: Vec::new(),
        }
    }

    fn line(&self, line: &ReviewLine<'_>) -> FormLine {
        FormLine { computed: line.computed, shared: line.from_other_form.is_some(), ..self.line_at(line.place) }
    }

    fn review(&self) -> FormReview {
        FormReview {
            standing: self.standing(),
            sections: self.sections(),
            outstanding: self.outstanding(),
            eligibility: self.eligibility(),
            documents: self.documents(),
            declaration: self.words().map_or_else(String::new, |words| words.declaration().to_owned()),
        }
    }

    /// What keeps the form from being finished, in order.
    pub fn outstanding(&self) -> Vec<FormLine> {
        let journey = &self.filling.journey;
        let outstanding = journey.outstanding().into_iter().map(|one| FormLine {
            faults: fault::refused(&one.why, journey, &one.place, self.language),
            ..self.line_at(&one.place)
        });
        outstanding.collect()
    }

    fn sections(&self) -> Vec<ReviewSection> {
        let journey = &self.filling.journey;
        let review = journey.review();
        let mut sections: Vec<ReviewSection> = Vec::with_capacity(review.len());
        for (index, part) in review.iter().enumerate() {
            let items = journey.items(part.section);
            let last = review.get(index + 1).is_none_or(|next| next.section != part.section);
            let words = self.words();
            sections.push(ReviewSection {
                id: part.section.to_owned(),
                title: words.map_or_else(String::new, |words| words.section(part.section).to_owned()),
                item: part.item,
                item_title: part.item.zip(words).map(|(item, words)| words.item(part.section, item + 1)),
                removable: part.item.is_some() && items.is_some_and(|items| items.can_remove),
                addable: last && items.is_some_and(|items| items.can_add),
                lines: part.lines.iter().map(|line| self.line(line)).collect(),
            });
        }
        sections
    }

    fn documents(&self) -> Vec<String> {
        let words = self.words();
        let name = |id: &str| words.map_or_else(|| id.to_owned(), |words| words.document(id).to_owned());
        self.filling.journey.documents().iter().map(|document| name(&document.id)).collect()
    }

    /// What the rules come to, before the form; where they are gone, the review.
    fn checked(&self) -> Screen {
        match self.eligibility() {
            Some(eligibility) => Screen::FormEligibility(FormCheck { standing: self.standing(), eligibility }),
            None => Screen::FormReview(Box::new(self.review())),
        }
    }

    fn eligibility(&self) -> Option<FormEligibility> {
        let finding = self.filling.journey.eligibility()?;
        let verdict = match finding.verdict {
            Found::MayQualify => Verdict::MayQualify,
            Found::Unlikely => Verdict::Unlikely,
            Found::PersonMustLook => Verdict::PersonMustLook,
        };
        let rules = finding.rules.iter().filter(|rule| !rule.answers.is_empty() || rule.passage.is_some());
        Some(FormEligibility { verdict, rules: rules.map(|rule| self.rule(rule)).collect() })
    }

    fn rule(&self, rule: &RuleFinding) -> FormRule {
        FormRule {
            rule: self.words().map_or_else(|| rule.id.clone(), |words| words.rule(&rule.id).to_owned()),
            met: match rule.met {
                Held::Yes => Some(true),
                Held::No => Some(false),
                Held::Undecided => None,
            },
            decides: rule.decides,
            answers: rule.answers.iter().map(|place| self.deciding_line(place)).collect(),
            passage: rule.passage.as_deref().and_then(|id| self.catalogue.link(id)),
        }
    }

    fn slips(&self) -> Vec<FormSlip> {
        let journey = &self.filling.journey;
        journey.slips(self.language, &journey.form().office_language).iter().map(|slip| offered(slip, false)).collect()
    }

    /// An answer on which a rule rests; one that was worked out cannot be changed by itself.
    fn deciding_line(&self, place: &Place) -> FormLine {
        let field = self.filling.journey.form().field(&place.field);
        FormLine { computed: field.is_some_and(|(_, field)| field.value.is_some()), ..self.line_at(place) }
    }

    fn receipt(&self, number: &str) -> FormReceipt {
        let next = self.filling.bundle.forms.get(self.filling.bundle.at + 1);
        FormReceipt {
            form: self.link(),
            number: number.to_owned(),
            way: self.way.clone(),
            documents: self.documents(),
            slips: self.slips(),
            next: next.and_then(|id| self.offered.link(id)),
        }
    }
}

fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

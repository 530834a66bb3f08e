//! The staff's own questions: asked of a pack that is for staff only, behind the PIN.
//!
//! It answers as it answers citizens: quoted, or not at all. A citizen's visit never knows of this pack.

use std::sync::Arc;

use jiff::civil::Date;
use kaunter_knowledge::Context;

use super::desk::DeskDrawing;
use crate::{
    act::Act,
    answered::Answered,
    catalogue::Catalogue,
    content::Content,
    draw::Drawing,
    question,
    refusal::Refusal,
    trail,
    view::{FormWay, Problem, Screen, StaffQuestions},
};

/// What was asked last, if anything was.
pub(super) type Asked = Option<Arc<Answered>>;

/// What a question, typed or touched, leads to; other acts change nothing.
///
/// # Errors
/// Nothing for staff is installed, it holds no longer, or the question cannot be read.
pub(super) fn ask(internal: &dyn Content, before: &Asked, act: &Act, today: Date) -> Result<Asked, Problem> {
    let manifest = &internal.pack().manifest;
    let language = manifest.office_language.as_str();
    if manifest.valid_until.is_some_and(|last| last < today) {
        return Err(Refusal::PackExpired.into());
    }
    match act {
        Act::Ask { question } => {
            let asked = question::read(question)?;
            let context =
                before.as_ref().map_or_else(Context::default, |last| last.context_in(internal, language, today));
            let answer = internal.ask(language, asked.as_str(), &context, today)?;
            Ok(Some(Arc::new(Answered::in_words(asked, language, answer))))
        }
        Act::AskLink { id } => {
            let answered = Answered::by_touch(internal, language, id, today).ok_or(Refusal::EntryGone)?;
            Ok(Some(Arc::new(answered)))
        }
        Act::Back => Ok(None),
        _ => Ok(before.clone()),
    }
}

impl DeskDrawing<'_> {
    /// The page of the staff's own questions.
    pub(super) fn questions(&self, asked: &Asked) -> StaffQuestions {
        let internal = match self.around.installed.internal() {
            Ok(internal) => internal,
            Err(problem) => {
                return StaffQuestions { pack: None, examples: Vec::new(), reply: None, missing: Some(problem) };
            }
        };
        let pack = internal.pack();
        let language = pack.manifest.office_language.as_str();
        let drawing = Drawing {
            content: &*internal,
            language,
            now: self.now,
            posted: &[],
            sent: &[],
            call: None,
            statuses: None,
            status: &crate::post::Asked::default(),
            way: FormWay::KeptHere,
            filling: None,
        };
        let reply = asked.as_ref().and_then(|asked| match drawing.screen(&trail::Page::Reply(Arc::clone(asked))) {
            Screen::Reply(reply) => Some(Box::new(reply)),
            _ => None,
        });
        StaffQuestions {
            pack: Some(format!("{} {}", pack.manifest.id, pack.manifest.version)),
            examples: Catalogue::new(pack, language, self.now.date()).examples(),
            reply,
            missing: None,
        }
    }
}

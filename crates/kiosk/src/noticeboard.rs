//! Notices that are live at a moment, as they hang on the wall: emergencies first, newest first.

use std::cmp::Reverse;

use jiff::{Timestamp, Zoned};
use kaunter_pack::model::{Notice, NoticeKind, Pack};

use crate::view::NoticeCard;

/// Live notices in order: those of the pack, and those that the agency `sent` since, which take the place of the pack's
/// of the same id.
pub(crate) fn live<'a>(pack: &'a Pack, sent: &'a [Notice], now: Timestamp) -> Vec<&'a Notice> {
    let replaced = |notice: &&Notice| sent.iter().any(|newer| newer.id == notice.id);
    let all = pack.notices.iter().filter(|notice| !replaced(notice)).chain(sent);
    let mut live: Vec<&Notice> = all.filter(|notice| notice.is_live(now)).collect();
    live.sort_by_key(|notice| (notice.kind != NoticeKind::Emergency, Reverse(notice.published)));
    live
}

/// Whether a question speaks of what an emergency that the agency sent is about.
pub(crate) fn concerns(notice: &Notice, question: &str, language: &str) -> bool {
    let mut keywords = notice.keywords.get(language).into_iter().flatten();
    notice.kind == NoticeKind::Emergency && keywords.any(|word| kaunter_knowledge::speaks_of(question, word))
}

/// Live notices in a language.
pub(crate) fn cards(pack: &Pack, sent: &[Notice], language: &str, now: &Zoned) -> Vec<NoticeCard> {
    live(pack, sent, now.timestamp()).into_iter().map(|notice| card(pack, notice, language, now)).collect()
}

fn card(pack: &Pack, notice: &Notice, language: &str, now: &Zoned) -> NoticeCard {
    let office = &pack.manifest.office_language;
    let local = |moment: Timestamp| {
        let local = moment.to_zoned(now.time_zone().clone());
        moment.display_with_offset(local.offset()).to_string()
    };
    NoticeCard {
        id: notice.id.clone(),
        emergency: notice.kind == NoticeKind::Emergency,
        title: notice.title.in_language(language, office).to_owned(),
        body: notice.body.in_language(language, office).to_owned(),
        issuer: notice.issuer.in_language(language, office).to_owned(),
        published: local(notice.published),
        expires: notice.expires.map(local),
    }
}

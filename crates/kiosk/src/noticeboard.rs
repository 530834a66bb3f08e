//! Notices that are live at a moment, as they hang on the wall: emergencies first, newest first.

use std::cmp::Reverse;

use jiff::{Timestamp, Zoned};
use kaunter_pack::model::{Notice, NoticeKind, Pack};

use crate::view::NoticeCard;

/// Live notices in order.
pub(crate) fn live(pack: &Pack, now: Timestamp) -> Vec<&Notice> {
    let mut live: Vec<&Notice> = pack.notices.iter().filter(|notice| notice.is_live(now)).collect();
    live.sort_by_key(|notice| (notice.kind != NoticeKind::Emergency, Reverse(notice.published)));
    live
}

/// Live notices in a language.
pub(crate) fn cards(pack: &Pack, language: &str, now: &Zoned) -> Vec<NoticeCard> {
    live(pack, now.timestamp()).into_iter().map(|notice| card(pack, notice, language, now)).collect()
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

//! Notices that go live within seconds.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Signed, SiteId, Statement, TenantId};

/// `GET /v1/notices?after=<cursor>&wait=<seconds>`: answered when there is something after the cursor, or when the
/// time to wait, 0 to 60 seconds, is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NoticePage {
    /// Each a [`Notice`], in the order of publication. A later one of the same id takes the earlier one's place.
    pub notices: Vec<Signed>,
    /// To be asked from next time.
    pub cursor: u64,
    /// There is more already.
    pub more: bool,
}

/// One notice, as it is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Notice {
    /// Whose.
    pub tenant: TenantId,
    /// Where; everywhere unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// Names it.
    pub id: String,
    /// How it is shown.
    pub kind: NoticeKind,
    /// From when.
    pub published: Timestamp,
    /// Until when; an emergency always has an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Timestamp>,
    /// Who says it, by language.
    #[serde(default)]
    pub issuer: BTreeMap<String, String>,
    /// What it says, by language (BCP 47).
    pub texts: BTreeMap<String, NoticeText>,
    /// Words of questions that it stands ahead of, by language.
    #[serde(default)]
    pub keywords: BTreeMap<String, Vec<String>>,
}

impl Statement for Notice {
    const DOMAIN: &'static str = "kaunter notice 1";
}

/// A notice in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NoticeText {
    /// One line.
    pub title: String,
    /// The rest.
    pub body: String,
}

/// How a notice is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// Ahead of answers.
    Emergency,
    /// No longer: the earlier one of this id goes.
    Withdrawn,
    /// On the idle screen; what an older kiosk takes an unknown kind for.
    #[serde(other)]
    Bulletin,
}

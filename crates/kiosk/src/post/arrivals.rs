//! What came from the agency, as the counter takes it in.

use super::Link;
use crate::counter::{Counter, Stage};

impl Counter {
    /// Whether forms go anywhere from here.
    pub(crate) fn reaches_agency(&self) -> bool {
        self.around.post.as_ref().is_some_and(|post| post.standing().link != Link::NotEnrolled)
    }

    /// Takes in what came from the agency, and leaves what it is to hear.
    pub(crate) fn collect_post(&mut self) {
        let condition = self.condition();
        let Some(post) = &mut self.around.post else { return };
        post.tell(&condition);
        if let (Some(told), Stage::Visiting(visit)) = (post.looked_up(), &mut self.stage) {
            visit.status.told(told);
        }
        let changes = post.changes();
        if self.post_seen != Some(changes) {
            self.sent = post.notices();
            self.post_seen = Some(changes);
        }
    }
}

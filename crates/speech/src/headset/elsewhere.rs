//! Systems whose sockets are not looked at.

use super::Sockets;

pub(super) fn sockets() -> impl Sockets {
    Unknown
}

struct Unknown;

impl Sockets for Unknown {
    fn plugged(&mut self) -> usize {
        0
    }
}

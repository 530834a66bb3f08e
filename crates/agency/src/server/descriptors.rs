//! How many files and connections the system lets this process hold at once. Who takes more in than that gets nothing read
//! and nothing written any more, so connections are bounded below it.

use std::fs;

/// What is kept free beside connections: the database's own, its files, and those that come and go.
const OWN: usize = 100;
/// Connections at least, however little the system allows.
const LEAST: usize = 16;

/// As many connections of those that are wanted as there is room for, when the database takes `database` of its own. Where
/// the system does not say how many it allows, all of them.
pub(super) fn bounded(wanted: usize, database: usize) -> usize {
    let Some(allowed) = allowed() else { return wanted };
    let room = room(wanted, database, allowed);
    if room < wanted {
        tracing::warn!(
            code = "descriptors-few",
            allowed,
            wanted,
            "at most {room} connections at once: raise the limit of open files (LimitNOFILE)"
        );
    }
    room
}

fn room(wanted: usize, database: usize, allowed: usize) -> usize {
    wanted.min(allowed.saturating_sub(database + OWN).max(LEAST))
}

/// What Linux says; nothing elsewhere.
fn allowed() -> Option<usize> {
    soft_limit(&fs::read_to_string("/proc/self/limits").ok()?)
}

/// The first figure of its line, the one that counts; nothing where it is `unlimited`.
fn soft_limit(limits: &str) -> Option<usize> {
    limits.lines().find_map(|line| line.strip_prefix("Max open files"))?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_room_for_what_else_the_server_holds() {
        let limits = "Limit                     Soft Limit           Hard Limit           Units     \n\
                      Max open files            1024                 524288               files     \n";
        assert_eq!(soft_limit(limits), Some(1024));
        assert_eq!(soft_limit(&limits.replace("1024  ", "unlimited  ")), None);
        assert_eq!(room(20_000, 16, 1024), 908);
        assert_eq!(room(500, 16, 65_536), 500);
        assert_eq!(room(20_000, 16, 64), LEAST);
    }
}

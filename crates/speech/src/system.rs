//! The system's sound library, kept from talking to whoever reads the kiosk's error output.

/// From now on what it complains about in this thread stays in memory, and what was kept there before is forgotten. It
/// writes half a page each time that a machine without a sound card is looked at, and every fault comes back as a value
/// anyway.
pub(crate) fn hush() {
    #[cfg(target_os = "linux")]
    if let Err(error) = alsa::Output::local_error_handler() {
        tracing::debug!(%error, "the sound library goes on writing");
    }
}

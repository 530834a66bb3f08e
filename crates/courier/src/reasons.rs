//! The protocol's many codes, in the few groups that make a difference to an officer.

const SHUT_OUT: &[&str] = &["credential-missing", "credential-unknown", "kiosk-revoked"];
const CODE: &[&str] = &["code-unknown", "code-used", "code-expired"];
const FORM: &[&str] = &["malformed", "envelope-malformed", "too-large", "not-found", "method-not-allowed"];

/// The code whose words an officer reads for this one. What is newer than this list is a server that is busy: it is tried
/// again, or set aside, as the server said.
pub fn reason(code: &str) -> &'static str {
    match code {
        code if SHUT_OUT.contains(&code) => "agency-shut-out",
        code if CODE.contains(&code) => "agency-code-refused",
        code if FORM.contains(&code) => "agency-refuses-form",
        code if ["protocol-unsupported"].contains(&code) => "agency-other-version",
        code if ["form-conflict"].contains(&code) => "agency-has-other-form",
        code if ["agency-unreachable"].contains(&code) => "agency-unreachable",
        code if ["agency-certificate-untrusted"].contains(&code) => "agency-certificate-untrusted",
        code if ["agency-answer-unreadable"].contains(&code) => "agency-answer-unreadable",
        code if code.starts_with("receipt-") || ["agency-not-believed"].contains(&code) => "agency-not-believed",
        _ => "agency-busy",
    }
}

#[cfg(test)]
mod tests {
    use kaunter_protocol::{NextStep, ProblemCode};

    use super::*;

    #[test]
    fn what_stops_or_sets_aside_is_never_taken_for_a_busy_server() {
        for code in ProblemCode::ALL.iter().filter(|code| code.next() != NextStep::Retry) {
            assert_ne!(reason(code.code()), "agency-busy", "{code:?}");
        }
        assert_eq!(reason("forms-on-tuesdays-only"), "agency-busy");
        assert_eq!(reason("receipt-forged"), "agency-not-believed");
    }
}

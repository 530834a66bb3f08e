//! Counters in Prometheus' text format. Routes, codes and numbers; no kiosk, no agency, no person.

use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// Upper ends of the classes of durations, in seconds.
const CLASSES: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.0, 10.0];

/// What was counted since the start.
#[derive(Default)]
pub(crate) struct Metrics {
    routes: Mutex<BTreeMap<(String, &'static str, u16), u64>>,
    durations: Mutex<BTreeMap<String, Durations>>,
}

#[derive(Default)]
struct Durations {
    classes: [u64; CLASSES.len()],
    count: u64,
    seconds: f64,
}

impl Metrics {
    /// One answer.
    pub(crate) fn answered(&self, route: &str, code: &'static str, status: u16, took: Duration) {
        let mut routes = self.routes.lock().unwrap_or_else(PoisonError::into_inner);
        *routes.entry((route.to_owned(), code, status)).or_default() += 1;
        drop(routes);
        let mut durations = self.durations.lock().unwrap_or_else(PoisonError::into_inner);
        let of = durations.entry(route.to_owned()).or_default();
        let seconds = took.as_secs_f64();
        of.count += 1;
        of.seconds += seconds;
        for (class, most) in of.classes.iter_mut().zip(CLASSES) {
            *class += u64::from(seconds <= most);
        }
    }

    /// All of it, with how many forms wait for the desk.
    pub(crate) fn text(&self, waiting: Option<i64>) -> String {
        let mut text = String::new();
        let _ = self.write(&mut text, waiting);
        text
    }

    fn write(&self, text: &mut String, waiting: Option<i64>) -> std::fmt::Result {
        writeln!(text, "# HELP kaunter_requests_total Answers by route, problem and status.")?;
        writeln!(text, "# TYPE kaunter_requests_total counter")?;
        for ((route, code, status), count) in &*self.routes.lock().unwrap_or_else(PoisonError::into_inner) {
            let labels = format!("route=\"{route}\",problem=\"{code}\",status=\"{status}\"");
            writeln!(text, "kaunter_requests_total{{{labels}}} {count}")?;
        }
        writeln!(text, "# HELP kaunter_request_seconds How long answers took.")?;
        writeln!(text, "# TYPE kaunter_request_seconds histogram")?;
        for (route, of) in &*self.durations.lock().unwrap_or_else(PoisonError::into_inner) {
            for (most, count) in CLASSES.iter().zip(of.classes) {
                writeln!(text, "kaunter_request_seconds_bucket{{route=\"{route}\",le=\"{most}\"}} {count}")?;
            }
            let Durations { count, seconds, .. } = of;
            writeln!(text, "kaunter_request_seconds_bucket{{route=\"{route}\",le=\"+Inf\"}} {count}")?;
            writeln!(text, "kaunter_request_seconds_sum{{route=\"{route}\"}} {seconds}")?;
            writeln!(text, "kaunter_request_seconds_count{{route=\"{route}\"}} {count}")?;
        }
        if let Some(waiting) = waiting {
            writeln!(text, "# HELP kaunter_forms_waiting Forms that the desk has not had yet.")?;
            writeln!(text, "# TYPE kaunter_forms_waiting gauge")?;
            writeln!(text, "kaunter_forms_waiting {waiting}")?;
        }
        Ok(())
    }
}

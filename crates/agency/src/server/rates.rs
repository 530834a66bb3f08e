//! How often somebody may ask: a bucket of tokens for each, filled by and by.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, PoisonError},
    time::Instant,
};

/// Buckets beyond which the full ones are thrown away: a full one says as much as none.
const MANY: usize = 100_000;

/// Buckets by name.
pub(crate) struct Rates<K> {
    a_second: f64,
    at_once: f64,
    buckets: Mutex<HashMap<K, Bucket>>,
}

struct Bucket {
    tokens: f64,
    at: Instant,
}

impl<K: Eq + Hash + Clone> Rates<K> {
    pub(crate) fn new(a_second: u32, at_once: u32) -> Self {
        Self { a_second: a_second.into(), at_once: at_once.into(), buckets: Mutex::default() }
    }

    /// Takes a token; without one, the seconds until there is one.
    pub(crate) fn take(&self, name: &K) -> Result<(), u32> {
        self.take_at(name, Instant::now())
    }

    fn take_at(&self, name: &K, now: Instant) -> Result<(), u32> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MANY {
            buckets.retain(|_, bucket| self.filled(bucket, now) < self.at_once);
        }
        let bucket = buckets.entry(name.clone()).or_insert(Bucket { tokens: self.at_once, at: now });
        *bucket = Bucket { tokens: self.filled(bucket, now), at: now };
        if bucket.tokens >= 1.0 {
            bucket.tokens -= 1.0;
            return Ok(());
        }
        Err(((1.0 - bucket.tokens) / self.a_second).ceil().max(1.0) as u32)
    }

    fn filled(&self, bucket: &Bucket, now: Instant) -> f64 {
        let since = now.saturating_duration_since(bucket.at).as_secs_f64();
        (bucket.tokens + since * self.a_second).min(self.at_once)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn who_asks_too_often_waits_and_the_others_do_not() {
        let rates = Rates::new(2, 3);
        let start = Instant::now();
        (0..3).for_each(|_| rates.take_at(&"a", start).unwrap());
        assert_eq!(rates.take_at(&"a", start), Err(1));
        assert_eq!(rates.take_at(&"b", start), Ok(()));
        let later = start + Duration::from_millis(500);
        assert_eq!(rates.take_at(&"a", later), Ok(()));
        assert_eq!(rates.take_at(&"a", later), Err(1));
    }
}

//! When something is sent, and when not: the machine alone, without a network, a clock or a disk.

use std::{collections::BTreeMap, time::Duration};

use kaunter_courier::{Backoff, Bounds, Errand, Hours, Machine, Moment, Next, Outcome, Verdict};
use uuid::Uuid;

const BOUNDS: Bounds = Bounds { first: Duration::from_secs(5), most: Duration::from_secs(900) };
/// The longest that any draw gives.
const LONGEST: u64 = u64::MAX;

fn at(seconds: u64) -> Moment {
    Duration::from_secs(seconds)
}

fn form(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A machine that has told all that is told regularly.
fn settled() -> Machine {
    let mut machine = Machine::new(BOUNDS, Duration::ZERO, 0);
    for errand in [Errand::Beat, Errand::Credential, Errand::Statuses, Errand::Offers] {
        assert_eq!(machine.next(at(0), true, false), Next::Do(errand));
        machine.came(errand, Outcome::Done, at(0), LONGEST);
    }
    machine
}

fn retry(of_letter: bool) -> Verdict {
    Verdict::Retry { code: "internal", after: None, of_letter }
}

fn accepted(id: Uuid) -> Verdict {
    let sha256 = kaunter_protocol::Digest::of(b"");
    let tenant = "harbour".parse().unwrap();
    let expected = kaunter_protocol::Expected { form: id, sha256, tenant: &tenant };
    let key = kaunter_protocol::KeyId(String::new());
    Verdict::Accept(kaunter_protocol::Receipt::by(expected, crate::kiosk::MORNING, key, |_| Vec::new()))
}

#[test]
fn the_oldest_form_goes_first_and_the_next_follows_at_once() {
    let mut machine = settled();
    machine.waiting(&[form(1), form(2)]);
    assert_eq!(machine.next(at(1), true, true), Next::Do(Errand::Send(form(1))));
    machine.sent(form(1), &accepted(form(1)), at(1), LONGEST);
    assert_eq!(machine.next(at(1), true, true), Next::Do(Errand::Send(form(2))));
    machine.sent(form(2), &Verdict::SetAside("form-conflict"), at(1), LONGEST);
    assert_eq!(machine.next(at(1), true, true), Next::Do(Errand::Piece), "packs give way, and then have theirs");
}

#[test]
fn a_form_that_fails_on_its_own_lets_the_others_pass() {
    let mut machine = settled();
    machine.waiting(&[form(1), form(2), form(3)]);
    machine.sent(form(1), &retry(true), at(1), LONGEST);
    let Next::Wait(rests) = machine.next(at(1), true, true) else { panic!("the agency is left alone for a moment") };
    assert!(rests <= at(6) + Duration::from_millis(1));
    machine.sent(form(2), &accepted(form(2)), rests, LONGEST);
    machine.waiting(&[form(1), form(3)]);
    let mut tries = 0;
    // It fails a hundred times over an hour and keeps none of the others.
    for second in 10..3610 {
        match machine.next(at(second), true, true) {
            Next::Do(Errand::Send(id)) if id == form(1) => {
                tries += 1;
                machine.sent(id, &retry(true), at(second), LONGEST);
            }
            Next::Do(Errand::Send(id)) => machine.sent(id, &accepted(id), at(second), LONGEST),
            Next::Do(errand) => machine.came(errand, Outcome::Done, at(second), LONGEST),
            Next::Wait(_) | Next::Stopped => {}
        }
    }
    assert!((3..60).contains(&tries), "{tries}");
    machine.waiting(&[form(1), form(9)]);
    assert_eq!(machine.next(at(3611), true, true), Next::Do(Errand::Send(form(9))));
}

#[test]
fn a_form_that_always_breaks_the_line_keeps_none_of_the_others() {
    let mut machine = settled();
    machine.waiting(&[form(1), form(2)]);
    let mut tried = Vec::new();
    for second in 1..100 {
        match machine.next(at(second), false, false) {
            Next::Do(Errand::Send(id)) => {
                tried.push(id);
                // Nobody can tell it from a line that is down.
                let verdict = if id == form(1) { retry(false) } else { accepted(id) };
                machine.sent(id, &verdict, at(second), LONGEST);
            }
            Next::Do(errand) => machine.came(errand, Outcome::Done, at(second), LONGEST),
            Next::Wait(_) | Next::Stopped => {}
        }
    }
    assert_eq!(tried[..3], [form(1), form(2), form(1)]);
    // What is new goes first too.
    machine.waiting(&[form(1), form(3)]);
    assert_eq!(machine.next(at(1000), false, false), Next::Do(Errand::Beat));
    machine.came(Errand::Beat, Outcome::Done, at(1000), LONGEST);
    assert_eq!(machine.next(at(1000), false, false), Next::Do(Errand::Send(form(3))));
}

#[test]
fn a_form_that_always_breaks_the_line_is_tried_more_and_more_seldom() {
    let mut machine = settled();
    let (mut tried, mut beats, mut waits) = (Vec::new(), 0, Vec::new());
    for second in 1..4 * 3600 {
        // Each minute another citizen finishes one.
        let fresh = form(10 + u128::from(second / 60));
        if second % 60 == 0 {
            waits.push((fresh, second));
        }
        let ids: Vec<_> = [form(1)].into_iter().chain(waits.iter().map(|(id, _)| *id)).collect();
        machine.waiting(&ids);
        match machine.next(at(second), false, false) {
            Next::Do(Errand::Send(id)) if id == form(1) => {
                tried.push(second);
                machine.sent(id, &retry(false), at(second), LONGEST);
            }
            Next::Do(Errand::Send(id)) => {
                let (_, since) = waits.remove(waits.iter().position(|(waiting, _)| *waiting == id).unwrap());
                assert!(second - since < 10, "the others wait for the line's rest at most: {}", second - since);
                machine.sent(id, &accepted(id), at(second), LONGEST);
            }
            Next::Do(errand) => {
                beats += u32::from(errand == Errand::Beat);
                machine.came(errand, Outcome::Again(at(60)), at(second), LONGEST);
            }
            Next::Wait(_) | Next::Stopped => {}
        }
    }
    assert!((10..30).contains(&tried.len()), "{tried:?}");
    assert!(tried.windows(2).last().is_some_and(|last| last[1] - last[0] > 600), "{tried:?}");
    assert!(beats < 4 * 60 + 30, "{beats}");
    assert!(waits.len() <= 1);
}

#[test]
fn a_form_that_was_under_way_when_the_line_broke_goes_as_soon_as_it_is_back() {
    let mut machine = settled();
    machine.waiting(&[form(1)]);
    let (mut now, back) = (at(1), at(3600));
    loop {
        match machine.next(now, false, false) {
            Next::Wait(until) => now = until,
            Next::Stopped => panic!("nobody said so"),
            Next::Do(Errand::Send(_)) if now >= back => break,
            Next::Do(Errand::Send(id)) => machine.sent(id, &retry(false), now, LONGEST),
            Next::Do(errand) if now >= back => machine.came(errand, Outcome::Done, now, LONGEST),
            Next::Do(errand) => machine.came(errand, Outcome::Failed(None), now, LONGEST),
        }
    }
    assert!(now < back + BOUNDS.most, "a rest of the line, and none of the form's own: {now:?}");
}

#[test]
fn what_asks_nobody_says_nothing_of_the_line() {
    let mut machine = settled();
    machine.waiting(&[form(1)]);
    machine.sent(form(1), &retry(false), at(1), LONGEST);
    let rests = machine.rests();
    assert!(rests.is_some());
    machine.came(Errand::Credential, Outcome::NotAsked, at(2), LONGEST);
    assert_eq!(machine.rests(), rests, "the cable is still out");
    machine.came(Errand::Credential, Outcome::Declined, at(3), LONGEST);
    assert_eq!(machine.rests(), None);
}

#[test]
fn who_is_told_to_try_now_after_an_outage_does_not_wait_for_a_turn() {
    let spread = Duration::from_secs(300);
    let mut machine = Machine::new(BOUNDS, spread, 0);
    machine.came(Errand::Beat, Outcome::Failed(None), at(0), LONGEST);
    machine.waiting(&[form(1), form(2)]);
    machine.try_now();
    for errand in [Errand::Beat, Errand::Credential] {
        assert_eq!(machine.next(at(3600), false, false), Next::Do(errand));
        machine.came(errand, Outcome::Done, at(3600), LONGEST);
    }
    assert_eq!(machine.next(at(3600), false, false), Next::Do(Errand::Send(form(1))));
}

#[test]
fn rests_grow_to_a_bound_and_a_servers_word_counts() {
    let mut backoff = Backoff::default();
    let rests: Vec<u64> = (0..12).map(|_| backoff.failed(BOUNDS, None, LONGEST).as_secs()).collect();
    assert_eq!(rests, [4, 9, 19, 39, 79, 159, 319, 639, 899, 899, 899, 899]);
    backoff.succeeded();
    assert_eq!(backoff.failed(BOUNDS, None, 0), Duration::from_secs(1), "never at once");
    assert!(backoff.failed(BOUNDS, Some(at(120)), 0) >= at(120));
    assert!(backoff.failed(BOUNDS, Some(at(1 << 40)), 0) <= at(3700), "nor for ever");
}

#[test]
fn a_stop_is_a_stop_until_somebody_acts() {
    let mut machine = settled();
    machine.waiting(&[form(1)]);
    machine.sent(form(1), &Verdict::Stop("kiosk-revoked"), at(1), 0);
    for later in [1, 1000, 1 << 30] {
        assert_eq!(machine.next(at(later), true, true), Next::Stopped);
    }
    machine.try_now();
    assert!(matches!(machine.next(at(2000), true, true), Next::Do(_)));
}

#[test]
fn packs_wait_for_the_night_and_forms_do_not() {
    let mut machine = settled();
    assert!(matches!(machine.next(at(1), false, true), Next::Wait(_)));
    assert_eq!(machine.next(at(1), true, true), Next::Do(Errand::Piece));
    machine.waiting(&[form(1)]);
    assert_eq!(machine.next(at(1), false, true), Next::Do(Errand::Send(form(1))));
    let night: Hours = "22:00-06:30".parse().unwrap();
    let time = |hour, minute| jiff::civil::time(hour, minute, 0, 0);
    for (at, within) in
        [(time(22, 0), true), (time(3, 0), true), (time(6, 29), true), (time(6, 30), false), (time(12, 0), false)]
    {
        assert_eq!(night.contains(at), within, "{at}");
    }
    let noon: Hours = "12:00-13:00".parse().unwrap();
    assert!(noon.contains(time(12, 30)) && !noon.contains(time(13, 0)));
    assert_eq!(night.to_string(), "22:00-06:30");
    for wrong in ["", "22:00", "24:00-06:00", "2:00-06:00", "22:00-6:0", "22.00-06.00"] {
        assert!(wrong.parse::<Hours>().is_err(), "{wrong}");
    }
}

/// A small generator (splitmix64, public domain algorithm by S. Vigna): the tests' chance.
pub fn chance(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut word = *seed;
    word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

#[test]
fn after_a_days_outage_ten_thousand_kiosks_come_back_one_by_one() {
    let spread = Duration::from_secs(300);
    let (mut seed, day) = (7, 24 * 3600);
    let mut arrivals: BTreeMap<u64, u32> = BTreeMap::new();
    for _ in 0..10_000 {
        let mut machine = Machine::new(BOUNDS, spread, chance(&mut seed));
        machine.waiting(&[form(1), form(2)]);
        let (mut now, mut served) = (at(0), 0);
        while served < 5 {
            match machine.next(now, true, false) {
                Next::Wait(until) => now = until,
                Next::Stopped => panic!("nobody said so"),
                Next::Do(errand) => {
                    let back = now >= at(day);
                    let draw = chance(&mut seed);
                    if back {
                        *arrivals.entry(now.as_secs() - day).or_default() += 1;
                        served += 1;
                    }
                    match (errand, back) {
                        (Errand::Send(id), true) => machine.sent(id, &accepted(id), now, draw),
                        (Errand::Send(id), false) => machine.sent(id, &retry(false), now, draw),
                        (errand, true) => machine.came(errand, Outcome::Done, now, draw),
                        (errand, false) => machine.came(errand, Outcome::Failed(None), now, draw),
                    }
                }
            }
        }
    }
    let (busiest, last) = (arrivals.values().max().unwrap(), arrivals.keys().max().unwrap());
    println!("busiest second: {busiest} questions; the last after {last} s");
    // 50,000 questions over a quarter of an hour and the spread: some 45 a second, and no second is much worse.
    assert!(*busiest < 200, "{busiest}");
    assert!(*last <= 1300, "{last}");
}

#[test]
fn kiosks_that_hear_the_agency_at_the_same_moment_come_back_one_by_one_too() {
    let (spread, day) = (Duration::from_secs(300), at(24 * 3600));
    let mut seed = 11;
    let mut arrivals: BTreeMap<u64, u32> = BTreeMap::new();
    for _ in 0..10_000 {
        let mut machine = Machine::new(BOUNDS, spread, chance(&mut seed));
        machine.came(Errand::Beat, Outcome::Failed(None), at(100), chance(&mut seed));
        machine.heard(day, chance(&mut seed));
        let Next::Wait(turn) = machine.next(day, true, false) else { panic!("at once") };
        *arrivals.entry((turn - day).as_secs()).or_default() += 1;
        // It goes when it is its turn, and what follows waits for no second one.
        assert_eq!(machine.next(turn, true, false), Next::Do(Errand::Beat));
        machine.came(Errand::Beat, Outcome::Done, turn, chance(&mut seed));
        assert!(matches!(machine.next(turn, true, false), Next::Do(_)));
    }
    let (busiest, last) = (arrivals.values().max().unwrap(), arrivals.keys().max().unwrap());
    assert!(*busiest < 100 && (250..=300).contains(last), "{busiest} in a second, the last after {last} s");
}

#[test]
fn who_was_away_for_a_moment_goes_on_at_once_when_the_agency_is_heard() {
    let mut machine = settled();
    machine.waiting(&[form(1)]);
    machine.sent(form(1), &retry(false), at(1), LONGEST);
    machine.sent(form(1), &retry(false), at(10), LONGEST);
    assert!(matches!(machine.next(at(11), true, true), Next::Wait(_)));
    machine.heard(at(11), LONGEST);
    assert_eq!(machine.next(at(11), true, true), Next::Do(Errand::Send(form(1))));
    // One that it answers rests as it did.
    machine.sent(form(1), &retry(true), at(11), LONGEST);
    machine.came(Errand::Piece, Outcome::Done, at(11), LONGEST);
    machine.heard(at(11), LONGEST);
    assert!(matches!(machine.next(at(11), false, false), Next::Wait(_)));
}

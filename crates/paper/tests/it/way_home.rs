//! A sealed letter goes through paper and comes back byte for byte, or says what is missing.

use kaunter_paper::{Found, MOST_LETTER_BYTES, parts_of, put_together};

/// Bytes without any pattern.
pub fn sealed(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..length).map(|_| next()).collect()
}

fn strs(texts: &[String]) -> impl Iterator<Item = &str> {
    texts.iter().map(String::as_str)
}

#[track_caller]
pub fn assert_whole(found: &[Found], expected: &[u8]) {
    let [Found::Whole(sealed)] = found else { panic!("{found:?}") };
    assert_eq!(sealed.bytes, expected);
}

#[test]
fn every_third_code_may_be_lost_whichever_it_is() {
    for length in [1, 2, 3, 639, 640, 641, 1281, 5000, 9001, 20_001, 40_961, MOST_LETTER_BYTES] {
        let sealed = sealed(length, length as u64);
        let parts = parts_of(&sealed).unwrap();
        assert!(parts.len() <= 255 && parts.iter().all(|part| part.len() < 1036), "{length}");
        assert_whole(&put_together(strs(&parts)), &sealed);
        let needed = length.div_ceil(640);
        for from in [0, needed / 2, parts.len() - needed] {
            assert_whole(&put_together(strs(&parts[from..from + needed])), &sealed);
        }
        let mut backwards: Vec<String> = parts.iter().rev().step_by(1).cloned().collect();
        backwards.extend(parts.clone());
        assert_whole(&put_together(strs(&backwards)), &sealed);
    }
}

#[test]
fn what_is_missing_is_said_by_its_printed_number() {
    let parts = parts_of(&sealed(5000, 7)).unwrap();
    assert_eq!(parts.len(), 12);
    let some = [&parts[1], &parts[2], &parts[6], &parts[11]].map(|part| part.as_str());
    let found = put_together(some);
    let [Found::Lost(lost)] = &found[..] else { panic!("{found:?}") };
    assert_eq!((lost.wanting, &lost.missing[..]), (4, &[1, 4, 5, 6, 8, 9, 10, 11][..]));
}

#[test]
fn forms_that_are_mixed_are_told_apart() {
    let (one, other) = (sealed(3000, 1), sealed(3000, 2));
    let mut parts = parts_of(&one).unwrap();
    parts.extend(parts_of(&other).unwrap());
    parts.sort();
    parts.push("KAUNTER:F1:IDEAS:-:D:00000000000000000000000000000000".to_owned());
    parts.push("https://example.org".to_owned());
    let found = put_together(strs(&parts));
    let mut bytes: Vec<Vec<u8>> = found
        .iter()
        .map(|found| match found {
            Found::Whole(sealed) => sealed.bytes.clone(),
            Found::Lost(lost) => panic!("{lost:?}"),
        })
        .collect();
    bytes.sort();
    let mut expected = vec![one, other];
    expected.sort();
    assert_eq!(bytes, expected);
}

/// A part that says of itself that it is right, with other bytes.
fn forged(part: &str, change: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut bytes = base45::decode(part.strip_prefix("KAUNTER:H2:").unwrap()).unwrap();
    bytes.truncate(bytes.len() - 4);
    change(&mut bytes);
    let check = blake3::hash(&bytes);
    bytes.extend(&check.as_bytes()[..4]);
    format!("KAUNTER:H2:{}", base45::encode(&bytes))
}

#[test]
fn forged_parts_are_found_out_while_enough_true_ones_are_there() {
    let sealed = sealed(3000, 5);
    let parts = parts_of(&sealed).unwrap();
    let flip = |at: usize| move |bytes: &mut Vec<u8>| bytes[at] ^= 0x40;
    // Beside the true one; instead of it; two instead; with another length; with another number of parts.
    let beside: Vec<String> = [vec![forged(&parts[0], flip(60))], parts.clone()].concat();
    let mut instead = parts.clone();
    instead[1] = forged(&parts[1], flip(200));
    let mut two = parts.clone();
    two[0] = forged(&parts[0], flip(100));
    two[3] = forged(&parts[3], flip(101));
    let mut length = parts.clone();
    length.push(forged(&parts[0], flip(19)));
    let mut count = parts.clone();
    count.push(forged(&parts[4], |bytes| bytes[21] += 1));
    for parts in [beside, instead, two, length, count] {
        assert_whole(&put_together(strs(&parts)), &sealed);
    }
}

#[test]
fn with_too_many_forgeries_nothing_is_given_back() {
    let parts = parts_of(&sealed(3000, 5)).unwrap();
    let forged: Vec<String> = parts.iter().map(|part| forged(part, |bytes| bytes[50] ^= 1)).collect();
    let found = put_together(strs(&forged));
    let [Found::Lost(lost)] = &found[..] else { panic!("{found:?}") };
    assert_eq!((lost.wanting, lost.missing.len()), (0, 0));
}

#[test]
fn nonsense_is_no_part() {
    let part = &parts_of(&sealed(700, 3)).unwrap()[0];
    let shrunk = forged(part, |bytes| bytes.truncate(24));
    let nothing = forged(part, |bytes| bytes.truncate(23));
    let cut = &part[..part.len() - 3];
    let lower = part.to_lowercase();
    let earlier = part.replacen("H2", "H1", 1);
    let zero = forged(part, |bytes| bytes[20] = 0);
    let beyond = forged(part, |bytes| bytes[22] = 255);
    let huge = forged(part, |bytes| bytes[16] = 0xff);
    let changed = [&lower, &earlier, &zero, &beyond, &huge, &nothing, &shrunk].map(String::as_str);
    for text in ["", "KAUNTER:H2:", "KAUNTER:H2:::::", cut].into_iter().chain(changed) {
        assert_eq!(put_together([text]), [], "{text}");
    }
}

#[test]
fn what_is_too_large_for_paper_is_refused() {
    for length in [0, MOST_LETTER_BYTES + 1] {
        assert_eq!(parts_of(&vec![1; length]).unwrap_err().code(), "paper-sealed-too-large");
    }
}

//! Bytes become text: byte order marks, wrong encodings, line numbers.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use crate::fault::{FileFault, InFile};

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The bytes without a leading UTF-8 byte order mark.
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes)
}

/// A whole file as text, or a fault that says which encoding it seems to be in.
pub fn decode<'a>(bytes: &'a [u8], language: Option<&str>, faults: &mut InFile) -> Option<&'a str> {
    let bytes = without_mark(bytes);
    if is_wide(bytes) {
        faults.at(1, FileFault::NotUtf8 { encoding: guess_encoding(bytes, language) });
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            if let Some((at, kind)) = first_suspect(text) {
                faults.at(1 + count_line_ends(&text.as_bytes()[..at]), kind);
            }
            Some(text)
        }
        Err(error) => {
            let line = 1 + count_line_ends(&bytes[..error.valid_up_to()]);
            faults.at(line, FileFault::NotUtf8 { encoding: guess_encoding(bytes, language) });
            None
        }
    }
}

/// The first character that no author meant to write.
pub fn first_suspect(text: &str) -> Option<(usize, FileFault)> {
    text.char_indices().find_map(|(at, c)| match c {
        '\u{FEFF}' => Some((at, FileFault::InnerByteOrderMark {})),
        '\u{FFFD}' => Some((at, FileFault::DamagedText {})),
        '\t' | '\n' | '\r' => None,
        c if c.is_control() => Some((at, FileFault::ControlCharacter { code_point: c.into() })),
        _ => None,
    })
}

/// A human name for the encoding that bytes which are not UTF-8 seem to be in.
pub fn guess_encoding(bytes: &[u8], language: Option<&str>) -> String {
    if is_wide(bytes) {
        return "UTF-16".into();
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let home: Option<&[u8]> = match language {
        Some("zh-TW" | "zh-Hant" | "zh-HK") => Some(b"tw"),
        Some("ko") => Some(b"kr"),
        _ => None,
    };
    match detector.guess(home, Utf8Detection::Deny).name() {
        "EUC-KR" => "EUC-KR (CP949)".into(),
        name => name.into(),
    }
}

/// Whether the bytes are UTF-16: marked as such, or every few bytes a zero.
pub fn is_wide(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = sample.iter().filter(|byte| **byte == 0).count();
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || zeros * 4 > sample.len()
}

/// Line ends in `bytes`: LF, CRLF or a lone CR.
pub fn count_line_ends(bytes: &[u8]) -> u64 {
    let mut count = 0;
    let mut after_return = false;
    for byte in bytes {
        match byte {
            b'\r' => count += 1,
            b'\n' if !after_return => count += 1,
            _ => {}
        }
        after_return = *byte == b'\r';
    }
    count
}

/// Line numbers of byte offsets.
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds where the lines of a text begin.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        Self { starts: ends.map(|(at, _)| at + 1).collect() }
    }

    /// Line of a byte offset, from 1.
    pub fn at(&self, offset: usize) -> u64 {
        1 + self.starts.partition_point(|start| *start <= offset) as u64
    }
}

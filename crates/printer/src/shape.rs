//! Whether the bytes of an answer have the shape of an IPP message (RFC 8010 section 3), before anything reads them.
//!
//! What reads them afterwards trusts lengths within values and follows collections as deep as they go; a printer that
//! has gone mad, or is none, must not reach it. It must never know what an attribute means.

/// Collections within collections. `media-col` with its size and source needs three.
const DEEPEST: usize = 8;
/// Values in one message. The largest `media-col-database` seen has some ten thousand.
const MOST_VALUES: usize = 100_000;

/// Ends the attributes.
const END_OF_ATTRIBUTES: u8 = 0x03;
/// Begins a collection.
const BEGIN_COLLECTION: u8 = 0x34;
/// Ends a collection.
const END_COLLECTION: u8 = 0x37;

/// The request id of a message of the right shape, and how many of its bytes are header and attributes.
///
/// # Errors
/// What is wrong with the shape, for the log.
pub fn check(message: &[u8]) -> Result<(i32, usize), &'static str> {
    let mut rest = Rest(message);
    let major = rest.take(2)?.first().copied().unwrap_or_default();
    if !(1..=2).contains(&major) {
        return Err("not of IPP 1 or 2");
    }
    rest.take(2)?;
    let request: [u8; 4] = rest.take(4)?.try_into().map_err(|_| "cut off")?;
    let (mut depth, mut values, mut in_group) = (0_usize, 0_usize, false);
    loop {
        let tag = *rest.take(1)?.first().ok_or("cut off")?;
        match tag {
            END_OF_ATTRIBUTES if depth == 0 => break,
            0x00..=0x0f if depth > 0 => return Err("a group begins within a collection"),
            0x00 => return Err("a reserved delimiter"),
            0x01..=0x0f => in_group = true,
            _ if !in_group => return Err("a value outside of any group"),
            _ => {
                values += 1;
                rest.take_counted()?;
                let value = rest.take_counted()?;
                depth = depth_after(tag, depth)?;
                check_value(tag, value)?;
            }
        }
        if values > MOST_VALUES {
            return Err("more values than any printer has");
        }
    }
    Ok((i32::from_be_bytes(request), message.len() - rest.0.len()))
}

fn depth_after(tag: u8, depth: usize) -> Result<usize, &'static str> {
    match tag {
        BEGIN_COLLECTION if depth == DEEPEST => Err("collections too deep"),
        BEGIN_COLLECTION => Ok(depth + 1),
        END_COLLECTION => depth.checked_sub(1).ok_or("a collection ends that has not begun"),
        _ => Ok(depth),
    }
}

/// Values of a fixed size have it (RFC 8010 section 3.9), and lengths within a value stay within it.
fn check_value(tag: u8, value: &[u8]) -> Result<(), &'static str> {
    let fixed = match tag {
        // integer, enum
        0x21 | 0x23 => 4,
        // boolean
        0x22 => 1,
        // dateTime
        0x31 => 11,
        // resolution
        0x32 => 9,
        // rangeOfInteger
        0x33 => 8,
        // begCollection, endCollection
        BEGIN_COLLECTION | END_COLLECTION => 0,
        // textWithLanguage, nameWithLanguage: two counted strings
        0x35 | 0x36 => {
            let mut rest = Rest(value);
            rest.take_counted()?;
            rest.take_counted()?;
            return if rest.0.is_empty() { Ok(()) } else { Err("more than a language and a text") };
        }
        _ => return Ok(()),
    };
    if value.len() == fixed { Ok(()) } else { Err("a value of the wrong size") }
}

/// What has not been read yet.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], &'static str> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or("cut off")?;
        self.0 = rest;
        Ok(taken)
    }

    fn take_counted(&mut self) -> Result<&'a [u8], &'static str> {
        let count: [u8; 2] = self.take(2)?.try_into().map_err(|_| "cut off")?;
        self.take(usize::from(u16::from_be_bytes(count)))
    }
}

//! What stood on a display at one moment.

use std::{collections::HashSet, fs, fs::File, io::BufWriter, path::Path};

use anyhow::Result;

/// Rows of pixels, red, green and blue.
#[derive(PartialEq, Eq)]
pub struct Picture {
    pub(crate) width: u32,
    pub(crate) pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// Out of a PPM file (`P6`, 255 shades), as emulated machines write it; nothing where it is none.
    pub fn of_ppm(bytes: &[u8]) -> Option<Self> {
        let mut parts = bytes.splitn(4, |byte| byte.is_ascii_whitespace());
        let mut next = || std::str::from_utf8(parts.next()?).ok();
        let (kind, width, height) = (next()?, next()?.parse().ok()?, next()?.parse::<u32>().ok()?);
        let pixels: Vec<[u8; 3]> = parts.next()?.strip_prefix(b"255\n")?.as_chunks().0.to_vec();
        let is_whole = kind == "P6" && u32::try_from(pixels.len()).ok()? == height.checked_mul(width)?;
        is_whole.then_some(Self { width, pixels })
    }

    /// Whether it holds more than an empty window: text is drawn in many shades.
    pub fn is_drawn(&self) -> bool {
        self.pixels.iter().step_by(7).collect::<HashSet<_>>().len() > 12
    }

    /// Share of pixels, 0 to 1, that have exactly this colour.
    pub fn share_of(&self, colour: [u8; 3]) -> f64 {
        let having = self.pixels.iter().filter(|pixel| **pixel == colour).count();
        having as f64 / self.pixels.len().max(1) as f64
    }

    /// Share of pixels, 0 to 1, in which it differs from another of the same size.
    pub fn difference(&self, other: &Self) -> f64 {
        let differing = self.pixels.iter().zip(&other.pixels).filter(|(one, another)| one != another).count();
        differing as f64 / self.pixels.len().max(1) as f64
    }

    /// The same within a part of it: left, top, width and height in pixels.
    pub fn difference_within(&self, other: &Self, part: [u32; 4]) -> f64 {
        self.part(part).difference(&other.part(part))
    }

    fn part(&self, [left, top, width, height]: [u32; 4]) -> Self {
        let rows = self.pixels.chunks(self.width.max(1) as usize).skip(top as usize).take(height as usize);
        let pixels = rows.flat_map(|row| row.iter().skip(left as usize).take(width as usize)).copied().collect();
        Self { width: width.min(self.width.saturating_sub(left)), pixels }
    }

    /// The middle of all that has exactly this colour, in pixels from the upper left; none where nothing has it.
    pub fn middle_of(&self, colour: [u8; 3]) -> Option<(u32, u32)> {
        let having = self.pixels.iter().enumerate().filter(|(_, pixel)| **pixel == colour);
        let (mut count, mut across, mut down) = (0, 0, 0);
        for (at, _) in having {
            let at = at as u64;
            (count, across, down) = (count + 1, across + at % u64::from(self.width), down + at / u64::from(self.width));
        }
        let middle = |sum: u64| sum.checked_div(count).and_then(|middle| u32::try_from(middle).ok());
        Some((middle(across)?, middle(down)?))
    }

    /// Saves it as PNG.
    ///
    /// # Errors
    /// As the file system.
    pub fn save(&self, path: &Path) -> Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let height = u32::try_from(self.pixels.len())? / self.width.max(1);
        let mut encoder = png::Encoder::new(BufWriter::new(File::create(path)?), self.width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header()?.write_image_data(self.pixels.as_flattened())?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Picture;

    fn picture(pixels: Vec<[u8; 3]>) -> Picture {
        Picture { width: 100, pixels }
    }

    #[test]
    fn an_empty_window_is_not_drawn_and_text_is() {
        let paper = vec![[251, 248, 241]; 10_000];
        assert!(!picture(paper.clone()).is_drawn());
        let text = paper.iter().enumerate().map(|(at, _)| [(at % 251) as u8; 3]).collect();
        assert!(picture(text).is_drawn());
    }

    #[test]
    fn a_clock_that_goes_on_is_a_small_difference() {
        let before = picture(vec![[0; 3]; 1000]);
        let mut pixels = vec![[0; 3]; 1000];
        pixels[5] = [255; 3];
        assert!((before.difference(&picture(pixels)) - 0.001).abs() < 1e-9);
    }

    #[test]
    fn a_button_is_found_by_its_colour_and_a_field_compared_by_itself() {
        let green = [30, 91, 80];
        let mut pixels = vec![[0; 3]; 1000];
        for at in [420, 421, 422, 520, 521, 522] {
            pixels[at] = green;
        }
        let (before, after) = (picture(vec![[0; 3]; 1000]), picture(pixels));
        assert_eq!((before.middle_of(green), after.middle_of(green)), (None, Some((21, 4))));
        assert_eq!(before.difference_within(&after, [20, 4, 3, 1]), 1.0);
        assert_eq!(before.difference_within(&after, [23, 0, 50, 10]), 0.0);
    }
}

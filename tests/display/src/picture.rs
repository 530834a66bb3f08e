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
}

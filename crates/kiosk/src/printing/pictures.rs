//! Pages as pictures, for printers that take no PDF: in the printer's own dots, grey or in colour, on white.

use kaunter_paper::Pages;
use kaunter_printer::{PageShape, PixelKind};

/// Draws set pages for a printer.
pub(super) struct Pictures<'p>(pub &'p Pages);

impl kaunter_printer::Pages for Pictures<'_> {
    fn count(&self) -> u32 {
        u32::try_from(self.0.count()).unwrap_or(u32::MAX)
    }

    fn draw(&mut self, page: u32, shape: &PageShape) -> Result<Vec<u8>, String> {
        let dpi = u16::try_from(shape.dpi_x.min(shape.dpi_y)).map_err(|error| error.to_string())?;
        let page = usize::try_from(page).map_err(|error| error.to_string())?;
        let drawn = self.0.to_png(page, dpi).map_err(|error| error.to_string())?;
        let mut reader =
            png::Decoder::new(std::io::Cursor::new(drawn)).read_info().map_err(|error| error.to_string())?;
        let mut pixels = vec![0; reader.output_buffer_size().ok_or("a page too large to draw")?];
        let frame = reader.next_frame(&mut pixels).map_err(|error| error.to_string())?;
        if frame.color_type != png::ColorType::Rgba || frame.bit_depth != png::BitDepth::Eight {
            return Err("a page drawn in other colours".to_owned());
        }
        Ok(on_sheet(&pixels, (frame.width, frame.height), shape))
    }
}

/// Puts what was drawn onto a sheet of exactly the printer's size: rounding may differ by a dot, and a printer with
/// two resolutions has its lines or columns repeated.
fn on_sheet(pixels: &[u8], (width, height): (u32, u32), shape: &PageShape) -> Vec<u8> {
    let mut sheet = vec![0xff; shape.bytes()];
    let bytes = shape.kind.bytes();
    let dpi = shape.dpi_x.min(shape.dpi_y).max(1);
    for (y, line) in (0_u32..).zip(sheet.chunks_exact_mut(shape.line().max(1))) {
        let from_y = y * dpi / shape.dpi_y.max(1);
        if from_y >= height {
            break;
        }
        for (x, dot) in (0_u32..).zip(line.chunks_exact_mut(bytes)) {
            let from_x = x * dpi / shape.dpi_x.max(1);
            let at = (from_y as usize * width as usize + from_x as usize) * 4;
            let Some([red, green, blue, opacity]) = pixels.get(at..at + 4).filter(|_| from_x < width) else { break };
            let on_white = |part: &u8| 255 - (u16::from(255 - part) * u16::from(*opacity) / 255) as u8;
            let (red, green, blue) = (on_white(red), on_white(green), on_white(blue));
            match shape.kind {
                PixelKind::Rgb => dot.copy_from_slice(&[red, green, blue]),
                // ITU-R BT.709, as sRGB weighs its parts.
                PixelKind::Grey => {
                    let grey = (u32::from(red) * 213 + u32::from(green) * 715 + u32::from(blue) * 72) / 1000;
                    dot.fill(grey as u8);
                }
            }
        }
    }
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;
    use kaunter_printer::MediaSize;

    #[test]
    fn a_page_is_put_onto_the_printers_sheet_dot_by_dot() {
        // Black, white, red at half opacity; the sheet is larger than what was drawn.
        let drawn = [0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 128];
        let sheet = |kind, dpi: (u32, u32)| {
            let shape = PageShape { width: 4, height: 2, ..PageShape::of_sheet(MediaSize::A4, dpi, kind) };
            on_sheet(&drawn, (3, 1), &shape)
        };
        assert_eq!(sheet(PixelKind::Grey, (300, 300)), [0, 255, 154, 255, 255, 255, 255, 255]);
        assert_eq!(sheet(PixelKind::Rgb, (300, 300))[..9], [0, 0, 0, 255, 255, 255, 255, 127, 127]);
        assert_eq!(sheet(PixelKind::Grey, (300, 600)), [0, 255, 154, 255, 0, 255, 154, 255], "lines are repeated");
    }
}

//! A camera that is held badly, over a sheet that has been through a handbag.

use image::{GrayImage, Luma, codecs::jpeg::JpegEncoder, imageops};

/// How a photograph was taken.
#[derive(Debug, Clone, Copy)]
pub struct Shot {
    /// Longer side of the photograph in pixels.
    pub side: u32,
    /// How much of its width the far edge of the sheet loses to perspective, 0 to 0.4.
    pub tilt: f32,
    /// Turned by so many degrees.
    pub turn: f32,
    /// Out of focus: sigma of the blur in pixels.
    pub blur: f32,
    /// Standard deviation of the sensor's noise, of 255.
    pub noise: f64,
    /// How many stains of coffee and ink are on the sheet.
    pub stains: u32,
    /// How far a fold across the middle shifts what is below, in thousandths of the sheet; it throws a shadow too.
    pub fold: f32,
    /// How much darker the far corner is, 0 to 1.
    pub shade: f32,
}

/// From straight above, in good light.
pub const STRAIGHT: Shot =
    Shot { side: 3000, tilt: 0.0, turn: 0.0, blur: 0.6, noise: 2.0, stains: 0, fold: 0.0, shade: 0.0 };

impl Shot {
    /// The photograph as a JPEG.
    pub fn take(&self, sheet: &GrayImage) -> Vec<u8> {
        let stained = self.stained(sheet);
        let (width, height) = (self.side * 3 / 4, self.side);
        let mut photo = GrayImage::from_pixel(width, height, Luma([96]));
        let corners = self.corners(&stained, width as f32, height as f32);
        let plane = Plane::through(corners);
        for (x, y, pixel) in photo.enumerate_pixels_mut() {
            let (u, v) = plane.at(x as f32, y as f32);
            let (u, v) =
                self.unfolded(u * stained.width() as f32, v * stained.height() as f32, stained.height() as f32);
            if let Some(seen) = seen(&stained, u, v) {
                pixel.0[0] = seen;
            }
        }
        self.light(&mut photo);
        if self.blur > 0.0 {
            photo = imageops::blur(&photo, self.blur);
        }
        self.grain(&mut photo);
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, 80).encode_image(&photo).unwrap();
        bytes
    }

    /// Where the corners of the sheet lie on the photograph: round from the upper left.
    fn corners(&self, sheet: &GrayImage, width: f32, height: f32) -> [(f32, f32); 4] {
        let (w, h) = (sheet.width() as f32, sheet.height() as f32);
        // The sheet fills the picture as far as turning it allows.
        let radians = self.turn.to_radians();
        let (sin, cos) = (radians.sin(), radians.cos());
        let (wide, high) = (w * cos.abs() + h * sin.abs(), w * sin.abs() + h * cos.abs());
        let scale = 0.94 * (width / wide).min(height / high);
        [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(x, y): (f32, f32)| {
            let narrow = 1.0 - self.tilt * (1.0 - y);
            let (x, y) = ((x - 0.5) * w * narrow * scale, (y - 0.5) * h * (1.0 - self.tilt * 0.4) * scale);
            (x * cos - y * sin + width / 2.0, x * sin + y * cos + height / 2.0)
        })
    }

    fn unfolded(&self, x: f32, y: f32, height: f32) -> (f32, f32) {
        let below = y / height - 0.5;
        // What lies below the fold stands at another angle: it is shifted sideways, the more the farther down.
        if below > 0.0 { (x + below * self.fold / 1000.0 * height * 2.0, y) } else { (x, y) }
    }

    /// The noise of the sensor.
    fn grain(&self, photo: &mut GrayImage) {
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let mut even = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 40) as f64 / f64::from(1 << 24)
        };
        for pixel in photo.pixels_mut() {
            // Three even numbers together come close to a bell; their deviation is one half.
            let grain = (even() + even() + even() - 1.5) * 2.0 * self.noise;
            pixel.0[0] = (f64::from(pixel.0[0]) + grain).clamp(0.0, 255.0) as u8;
        }
    }

    fn stained(&self, sheet: &GrayImage) -> GrayImage {
        let mut stained = sheet.clone();
        let (w, h) = (sheet.width() as i32, sheet.height() as i32);
        for stain in 0..self.stains as i32 {
            let (x, y) = (w * (17 + stain * 37 % 71) / 100, h * (13 + stain * 53 % 79) / 100);
            let ink = if stain % 2 == 0 { 40 } else { 200 };
            blot(&mut stained, (x, y), (w / 55 + stain % 3 * 4, w / 70), ink);
        }
        stained
    }

    fn light(&self, photo: &mut GrayImage) {
        let (w, h) = (photo.width() as f32, photo.height() as f32);
        for (x, y, pixel) in photo.enumerate_pixels_mut() {
            let far = (x as f32 / w + y as f32 / h) / 2.0;
            let mut light = 1.0 - self.shade * far;
            let from_fold = (y as f32 / h - 0.5).abs();
            if self.fold > 0.0 && from_fold < 0.012 {
                light *= 0.62 + from_fold * 30.0;
            }
            pixel.0[0] = (f32::from(pixel.0[0]) * light) as u8;
        }
    }
}

/// A sheet in perspective (Heckbert 1989, "Fundamentals of texture mapping", 2.2.3).
struct Plane([f32; 9]);

impl Plane {
    /// The plane of a sheet whose corners lie there; points on it go from 0 to 1.
    fn through([(x0, y0), (x1, y1), (x2, y2), (x3, y3)]: [(f32, f32); 4]) -> Self {
        let (dx1, dx2, sx) = (x1 - x2, x3 - x2, x0 - x1 + x2 - x3);
        let (dy1, dy2, sy) = (y1 - y2, y3 - y2, y0 - y1 + y2 - y3);
        let whole = dx1 * dy2 - dx2 * dy1;
        let (g, h) = ((sx * dy2 - dx2 * sy) / whole, (dx1 * sy - sx * dy1) / whole);
        let (a, b, c) = (x1 - x0 + g * x1, x3 - x0 + h * x3, x0);
        let (d, e, f) = (y1 - y0 + g * y1, y3 - y0 + h * y3, y0);
        // The way back: from the photograph to the sheet.
        Self([
            e - f * h,
            c * h - b,
            b * f - c * e,
            f * g - d,
            a - c * g,
            c * d - a * f,
            d * h - e * g,
            b * g - a * h,
            a * e - b * d,
        ])
    }

    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f, g, h, i] = self.0;
        let depth = g * x + h * y + i;
        ((a * x + b * y + c) / depth, (d * x + e * y + f) / depth)
    }
}

/// The sheet at a point between its pixels; none beside it.
fn seen(sheet: &GrayImage, x: f32, y: f32) -> Option<u8> {
    let (left, top) = (x.floor(), y.floor());
    if left < 0.0 || top < 0.0 || left + 1.0 >= sheet.width() as f32 || top + 1.0 >= sheet.height() as f32 {
        return None;
    }
    let at = |dx: u32, dy: u32| f32::from(sheet.get_pixel(left as u32 + dx, top as u32 + dy).0[0]);
    let (fx, fy) = (x - left, y - top);
    let upper = at(0, 0) * (1.0 - fx) + at(1, 0) * fx;
    let lower = at(0, 1) * (1.0 - fx) + at(1, 1) * fx;
    Some((upper * (1.0 - fy) + lower * fy) as u8)
}

fn blot(sheet: &mut GrayImage, (x, y): (i32, i32), (wide, high): (i32, i32), ink: u8) {
    for (dx, dy) in (-wide..=wide).flat_map(|dx| (-high..=high).map(move |dy| (dx, dy))) {
        let inside = dx * dx * high * high + dy * dy * wide * wide <= wide * wide * high * high;
        if let (true, Some(pixel)) = (inside, sheet.get_pixel_mut_checked((x + dx) as u32, (y + dy) as u32)) {
            pixel.0[0] = ink;
        }
    }
}

/// What befalls sheets, each with a name.
pub fn mishaps() -> Vec<(&'static str, Shot)> {
    vec![
        ("straight", STRAIGHT),
        ("turned by 7°", Shot { turn: 7.0, ..STRAIGHT }),
        ("turned by 45°", Shot { turn: 45.0, side: 3600, ..STRAIGHT }),
        ("upside down", Shot { turn: 180.0, ..STRAIGHT }),
        ("at an angle", Shot { tilt: 0.15, ..STRAIGHT }),
        ("at a steep angle", Shot { tilt: 0.3, side: 3600, ..STRAIGHT }),
        ("out of focus", Shot { blur: 1.5, ..STRAIGHT }),
        ("noisy, in the dark", Shot { noise: 22.0, shade: 0.55, ..STRAIGHT }),
        ("stained", Shot { stains: 9, ..STRAIGHT }),
        ("folded", Shot { fold: 12.0, ..STRAIGHT }),
        ("an old camera", Shot { side: 2000, blur: 0.8, noise: 6.0, ..STRAIGHT }),
        (
            "all at once",
            Shot { side: 3400, tilt: 0.12, turn: -9.0, blur: 1.1, noise: 8.0, stains: 5, fold: 6.0, shade: 0.3 },
        ),
    ]
}

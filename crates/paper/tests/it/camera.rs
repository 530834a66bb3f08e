//! A camera that is held badly, over a sheet that has been through a handbag.

use image::{GrayImage, Luma, codecs::jpeg::JpegEncoder};
use imageproc::{
    drawing::draw_filled_ellipse_mut,
    filter::gaussian_blur_f32,
    geometric_transformations::{Border, Interpolation, Projection, warp_into_with},
    noise::gaussian_noise_mut,
};

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
        let place = self.place(&stained, width as f32, height as f32);
        warp_into_with(
            &stained,
            |x, y| self.unfolded(place * (x, y), stained.height() as f32),
            Interpolation::Bilinear,
            Border::Constant(Luma([96])),
            &mut photo,
        );
        self.light(&mut photo);
        if self.blur > 0.0 {
            photo = gaussian_blur_f32(&photo, self.blur);
        }
        gaussian_noise_mut(&mut photo, 0.0, self.noise, 7);
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, 80).encode_image(&photo).unwrap();
        bytes
    }

    /// Where a point of the photograph lies on the sheet.
    fn place(&self, sheet: &GrayImage, width: f32, height: f32) -> Projection {
        let (w, h) = (sheet.width() as f32, sheet.height() as f32);
        // The sheet fills the picture as far as turning it allows.
        let radians = self.turn.to_radians();
        let (sin, cos) = (radians.sin().abs(), radians.cos().abs());
        let scale = 0.94 * (width / (w * cos + h * sin)).min(height / (w * sin + h * cos));
        let corner = |x: f32, y: f32| {
            let narrow = 1.0 - self.tilt * (1.0 - y);
            let (x, y) = ((x - 0.5) * w * narrow * scale, (y - 0.5) * h * (1.0 - self.tilt * 0.4) * scale);
            let (x, y) = (x * radians.cos() - y * radians.sin(), x * radians.sin() + y * radians.cos());
            (x + width / 2.0, y + height / 2.0)
        };
        let photo = [corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0)];
        Projection::from_control_points(photo, [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)]).unwrap()
    }

    fn unfolded(&self, (x, y): (f32, f32), height: f32) -> (f32, f32) {
        let below = y / height - 0.5;
        // What lies below the fold stands at another angle: it is shifted sideways, the more the farther down.
        if below > 0.0 { (x + below * self.fold / 1000.0 * height * 2.0, y) } else { (x, y) }
    }

    fn stained(&self, sheet: &GrayImage) -> GrayImage {
        let mut stained = sheet.clone();
        let (w, h) = (sheet.width() as i32, sheet.height() as i32);
        for stain in 0..self.stains as i32 {
            let (x, y) = (w * (17 + stain * 37 % 71) / 100, h * (13 + stain * 53 % 79) / 100);
            let ink = if stain % 2 == 0 { 40 } else { 200 };
            draw_filled_ellipse_mut(&mut stained, (x, y), w / 55 + stain % 3 * 4, w / 70, Luma([ink]));
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

/// What befalls sheets, each with a name.
pub fn mishaps() -> Vec<(&'static str, Shot)> {
    vec![
        ("straight", STRAIGHT),
        ("turned by 7°", Shot { turn: 7.0, ..STRAIGHT }),
        ("turned by 45°", Shot { turn: 45.0, side: 3600, ..STRAIGHT }),
        ("upside down", Shot { turn: 180.0, ..STRAIGHT }),
        ("at an angle", Shot { tilt: 0.15, ..STRAIGHT }),
        ("at a steep angle", Shot { tilt: 0.3, side: 3600, ..STRAIGHT }),
        ("out of focus", Shot { blur: 2.2, ..STRAIGHT }),
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

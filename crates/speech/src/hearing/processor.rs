//! Whether this processor can run the recogniser, whose kernels are built for Haswell (2013) while the rest of the
//! program is not. It must be asked before the recogniser is called at all.

use crate::SpeechError;

/// Whether the recogniser can run here.
///
/// # Errors
/// [`SpeechError::CpuTooOld`], with the first instruction set that is missing.
#[cfg(target_arch = "x86_64")]
pub fn check() -> Result<(), SpeechError> {
    let needed = [
        ("AVX2", std::arch::is_x86_feature_detected!("avx2")),
        ("FMA", std::arch::is_x86_feature_detected!("fma")),
        ("F16C", std::arch::is_x86_feature_detected!("f16c")),
        ("BMI2", std::arch::is_x86_feature_detected!("bmi2")),
    ];
    let missing = needed.iter().find(|(_, there)| !there);
    missing.map_or(Ok(()), |(name, _)| Err(SpeechError::CpuTooOld(name)))
}

/// Whether the recogniser can run here: other processors are built for by name already.
///
/// # Errors
/// None.
#[cfg(not(target_arch = "x86_64"))]
pub fn check() -> Result<(), SpeechError> {
    Ok(())
}

//! How the kiosk becomes one of the agency's, and how it changes its secret: drawn here, kept before it is told.

use jiff::Timestamp;
use kaunter_protocol::{Credential, Enrol, Enrolled, EnrolmentCode, Rotate};
use kaunter_store::Enrolment;
use zeroize::Zeroizing;

use crate::{Agency, CourierError, Disk, Failure, Told};

/// A secret of 32 random bytes.
fn drawn() -> Result<Credential, CourierError> {
    let mut bytes = Zeroizing::new([0; 32]);
    getrandom::fill(&mut *bytes).map_err(|_| CourierError::NoRandomness)?;
    Ok(Credential::from_random(&bytes))
}

/// Enrols with a code. An answer that was lost is asked for again with the same secret.
pub(crate) fn enrol(
    disk: &impl Disk,
    agency: &impl Agency,
    address: &str,
    code: &str,
    now: Timestamp,
) -> Result<Enrolled, CourierError> {
    let fresh = drawn()?;
    let kept = Zeroizing::new(disk.with(|post| post.begin_enrolment(address, fresh.expose(), now))?);
    let credential = Credential::read(&kept).ok_or(CourierError::NotEnrolled)?;
    let enrolled = agency.enrol(&Enrol { code: EnrolmentCode::read(code), credential: credential.digest() })?;
    let kept = Enrolment {
        tenant: enrolled.tenant.to_string(),
        site: enrolled.site.to_string(),
        kiosk: enrolled.kiosk.to_string(),
        agency_key: enrolled.agency_key.0.0.clone(),
    };
    disk.with(|post| post.enrolled(&kept, now))?;
    Ok(enrolled)
}

/// Announces another secret; from then on it is shown. Gives it.
pub(crate) fn change(disk: &impl Disk, agency: &impl Agency, now: Timestamp) -> Result<Told<()>, CourierError> {
    let fresh = drawn()?;
    let kept = Zeroizing::new(disk.with(|post| post.begin_change(fresh.expose(), now))?);
    let next = Credential::read(&kept).ok_or(CourierError::NotEnrolled)?;
    match agency.rotate(&Rotate { next: next.digest() }) {
        Ok(_) => {
            disk.with(|post| post.changed_credential(now))?;
            Ok(Ok(()))
        }
        Err(failure) => Ok(Err::<(), Failure>(failure)),
    }
}

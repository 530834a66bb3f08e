# What went wrong, by code: what happened, and what to do.

## Anything else

problem-internal = Something went wrong here. Please try again, or ask a member of staff.
problem-screen-lost = This screen has to start again. Please wait a moment, or go to the counter.
problem-middle-silent = The kiosk is not answering at the moment. Please wait a moment, or go to the counter.

## While asking

problem-question-empty = There is no question yet. Please write what you would like to know.
problem-language-unknown = The kiosk does not have this language. Please choose another one.
problem-topic-gone = This topic is no longer offered. Please choose another one, or ask in your own words.
problem-entry-gone = This answer no longer holds and is not shown. Please ask in your own words, or ask a member of staff.
problem-notice-gone = This notice has expired and is no longer shown.

## The officer's PIN

problem-pin-wrong = That PIN is not right. Please enter it again.
problem-pin-wait = There were too many wrong attempts. Please wait until the time shown has passed.
problem-pin-unset = No PIN has been set on this kiosk. A technician has to set one first.
problem-pin-unrecorded = The attempt could not be recorded, so no PIN is taken. Please call a technician.
problem-pin-taken = Somebody here already has this PIN. Please choose another.
problem-pin-not-digits = A PIN has 4 to 12 digits.
problem-pin-not-hashed = The PIN could not be kept. Please call a technician.
problem-name-empty = Please enter a name.
problem-not-allowed = This needs another role. Please ask an administrator.

## Nothing to answer from

problem-pack-none = For staff: no content pack is installed on this kiosk. Please install one.
problem-pack-opening = The agency’s answers are being opened.
problem-pack-broken = For staff: the content pack cannot be opened. Please install it again.
problem-pack-expired = For staff: the content pack has passed its last day. Please install a newer one.
problem-pack-internal = For staff: this content pack is for staff only and is not shown to visitors.

## A form that was put aside or finished

problem-draft-gone = This form is no longer on this machine. Please begin it again, or ask a member of staff.
problem-pause-code-unknown = No form waits under this code. Please check the letters and digits and enter them again.
problem-pause-code-wait = There were too many wrong codes. Please wait a little and try again, or ask a member of staff.
problem-form-gone = For staff: there is no finished form with this number on this machine.
problem-print-window-closed = The time for printing this form is over, and its readable copy has been destroyed. The sealed form is safe.
problem-form-void = For staff: this form was voided; nothing more can be done with it.
problem-staff-gone = For staff: this person is no longer on the list of staff. Please sign in again.
problem-print-job-gone = For staff: this print job has already ended.

## Keeping forms

problem-seal-no-recipient = For staff: no key of the agency is set up, so forms cannot be sealed. Please call a technician.
problem-seal-recipient-malformed = For staff: a key of the agency is not valid, so forms cannot be sealed. Please call a technician.
problem-store-disk-full = For staff: the disk is full, so forms cannot be kept. Everything kept so far is safe. Please make room.
problem-store-read-only = For staff: the disk takes no changes, so forms cannot be kept. Please call a technician.
problem-store-disk-fails = For staff: the disk is failing, so forms cannot be kept. Please call a technician.
problem-store-damaged = For staff: the kept forms are damaged. Please restart the kiosk; they are then set aside and never deleted.
problem-store-already-open = For staff: another program is using the kept forms. Please close it, or restart the machine.
problem-store-too-new = For staff: the kept forms belong to a newer version of this program. Please install that version.
problem-store-missing = For staff: no forms have been kept on this machine yet.
problem-store-key-missing = For staff: the key to the kept forms is missing. Please put it back; nothing has been lost.
problem-store-key-wrong = For staff: this is not the key to the kept forms. Please put the right one back; nothing has been lost.
problem-store-key-exposed = For staff: others can read the key to the kept forms. A technician has to correct its permissions.
problem-store-key-unusable = For staff: the key to the kept forms cannot be read. Please call a technician.
problem-store-no-randomness = For staff: the system cannot make keys, so forms cannot be kept. Please call a technician.
problem-store-set-aside = For staff: the kept forms were damaged and have been set aside. What could be read was taken over. Please call a technician.
problem-store-audit-cut-off = For staff: the newest entries of the audit trail are missing. Please report this.
problem-store-clock-back = For staff: the clock of this machine has been set back. Please check the date and time.
problem-form-not-offered = This form is not available at present. Please ask a member of staff.
problem-form-open = You are already filling in a form. Please finish it, pause it or give it up first.
problem-form-damaged = This form cannot be opened again. Please ask a member of staff.

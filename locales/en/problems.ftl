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

problem-pin-wrong = That is not the PIN of this kiosk. Please enter it again.
problem-pin-wait = There were too many wrong attempts. Please wait until the time shown has passed.
problem-pin-unset = No PIN has been set on this kiosk. A technician has to set one first.
problem-pin-unrecorded = The attempt could not be recorded, so no PIN is taken. Please call a technician.

## Nothing to answer from

problem-pack-none = For staff: no content pack is installed on this kiosk. Please install one.
problem-pack-opening = The agency’s answers are being opened.
problem-pack-broken = For staff: the content pack cannot be opened. Please install it again.
problem-pack-expired = For staff: the content pack has passed its last day. Please install a newer one.
problem-pack-internal = For staff: this content pack is for staff only and is not shown to visitors.

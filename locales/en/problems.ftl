# What went wrong, by code: what happened, and what to do.

## Anything else

problem-internal = Something went wrong here. Please try again, or ask a member of staff.
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
problem-printer-none = This kiosk has no printer. Please note the number of your form, or ask a member of staff.
problem-printer-unasked = The printer has not said yet what it can do. See that it is switched on, and try again in a moment.
problem-printing-unsupported = The printer cannot print like this.
problem-paper-under-way = This paper is being printed already.

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

## Printing

problem-printer-media-empty = The printer has run out of paper. Please tell a member of staff.
problem-printer-media-low = There is little paper left in the printer. Printing still works.
problem-printer-media-needed = The printer is waiting for paper. Please tell a member of staff.
problem-printer-wrong-size = The wrong paper is in the printer. Please tell a member of staff.
problem-printer-media-jam = Paper is stuck in the printer. Please tell a member of staff, and do not pull it out.
problem-printer-cover-open = A cover of the printer is open. Please tell a member of staff.
problem-printer-door-open = A door of the printer is open. Please tell a member of staff.
problem-printer-tray-missing = The paper tray is not in the printer. Please tell a member of staff.
problem-printer-output-full = There is too much paper on the printer’s output. Please tell a member of staff.
problem-printer-ink-low = The printer is low on ink. Printing still works.
problem-printer-ink-empty = The printer has no ink left. Please tell a member of staff.
problem-printer-waste-full = The printer needs attention. Please tell a member of staff.
problem-printer-paused = The printer has been paused. Please tell a member of staff.
problem-printer-shutdown = The printer is switched off. Please tell a member of staff.
problem-printer-connecting = The printer is being contacted. Please wait a moment.
problem-printer-offline = The printer cannot be reached. Please tell a member of staff.
problem-printer-silent = The printer is not answering. Please wait a moment, or tell a member of staff.
problem-printer-spool-full = The printer has too much to do. Please wait a moment.
problem-printer-not-accepting = The printer takes nothing at the moment. Please wait a moment, or tell a member of staff.
problem-printer-stopped = The printer has stopped. Please tell a member of staff.
problem-printer-needs-service = The printer needs attention. Please tell a member of staff.
problem-printer-condition-other = The printer needs attention. Please tell a member of staff.
problem-printer-connection-lost = The connection to the printer was lost. Please tell a member of staff.
problem-printer-nonsense = The printer cannot be understood. Please tell a member of staff.
problem-printer-not-there = The printer cannot be reached. Please tell a member of staff.
problem-printer-wants-sign-in = Printing is not possible here at the moment. Please tell a member of staff.
problem-printer-wants-encryption = Printing is not possible here at the moment. Please tell a member of staff.
problem-printer-encryption-failed = Printing is not possible here at the moment. Please tell a member of staff.
problem-printer-certificate-changed = Printing is not possible here at the moment. Please tell a member of staff.
problem-printer-refused = The printer did not take this print. Please tell a member of staff.
problem-printer-address-invalid = Printing is not set up here. Please tell a member of staff.
problem-printer-discovery-failed = Printing is not set up here. Please tell a member of staff.
problem-printer-size-unsupported = This printer cannot print the form. Please tell a member of staff.
problem-printer-tray-unknown = Printing is not set up here. Please tell a member of staff.
problem-printer-option-unsupported = The printer cannot print in this way. Please tell a member of staff.
problem-printer-without-colour = The printer prints in shades of grey only.
problem-printer-without-sides = The printer prints on one side only.
problem-printer-without-copies = The printer makes fewer copies than were asked for.
problem-printer-format-unsupported = This printer cannot print the form. Please tell a member of staff.
problem-printer-pages-unusable = The pages could not be prepared. Please tell a member of staff.
problem-printer-job-unrecorded = Printing is not possible at the moment. Please tell a member of staff.
problem-printer-job-already-sent = This has already been sent to the printer. Please wait a moment.
problem-printer-job-not-delivered = Nothing was printed. Please tell a member of staff.
problem-printer-job-aborted = The printer gave up on this print. Please tell a member of staff.
problem-printer-job-cancelled = This print was cancelled. Please tell a member of staff if you still need it.
problem-printer-job-forgotten = It is not certain that your paper was printed. Please tell a member of staff.
problem-printer-job-out-of-reach = It is not certain that your paper was printed. Please tell a member of staff.
problem-printer-job-cut-short = It is not certain that all of your paper was printed. Please tell a member of staff.
problem-printer-job-with-errors = It is not certain that your paper was printed well. Please tell a member of staff.
problem-printer-not-found = No printer was found. Please ask a member of staff.
problem-printer-several-found = Several printers were found. Please ask a member of staff.
## Paper
problem-paper-fonts-missing = For staff: the fonts for printing are missing on this machine. Please call a technician.
problem-paper-glyph-missing = One of the characters cannot be printed correctly, so nothing is printed. A member of staff will help you.
problem-paper-language-unknown = For staff: there are no printing texts in this language. Please call a technician.
problem-paper-layout-broken = For staff: the layout of this form has a mistake, so it cannot be printed. Please report it to the agency.
problem-paper-layout-endless = For staff: the layout of this form never comes to an end, so it cannot be printed. Please report it to the agency.
problem-paper-too-many-pages = For staff: this form has more pages than may be printed. Please report it to the agency.
problem-paper-not-conforming = For staff: the printed form would not meet the rules for archives and accessibility. Please report it to the agency.
problem-paper-no-such-picture = For staff: there is no such page to show.
problem-paper-code-too-long = For staff: the text does not fit into one code. Please report it to the agency.
problem-paper-sealed-too-large = For staff: this form is too large to be printed as codes. It stays safe on this machine.
problem-paper-picture-unreadable = This picture cannot be opened. Please use another one.
problem-paper-picture-too-large = This picture is too large. Please use a smaller one.
problem-paper-typesetter-failed = Printing did not work. Your form is safe. Please ask a member of staff.

## Hearing

problem-voice-no-microphone = Voice does not work on this kiosk at the moment. Please touch the screen or type; everything else works.
problem-voice-model-missing = Voice does not work on this kiosk at the moment. Please touch the screen or type; everything else works.
problem-voice-model-unknown = Voice does not work on this kiosk at the moment. Please touch the screen or type; everything else works.
problem-voice-model-truncated = Voice does not work on this kiosk at the moment. Please touch the screen or type; everything else works.
problem-voice-not-a-model = Voice does not work on this kiosk at the moment. Please touch the screen or type; everything else works.
problem-voice-model-changed = Voice does not work on this kiosk at the moment. Please touch the screen or type; everything else works.
problem-voice-file-unreadable = Voice does not work on this kiosk at the moment. Please touch the screen or type; everything else works.
problem-voice-recogniser-failed = Voice does not work on this kiosk at the moment. Please touch the screen or type; everything else works.
problem-voice-processor-too-old = Voice does not work on this kiosk at the moment. Please touch the screen or type; everything else works.
problem-voice-none = This kiosk has no voice for your language. Everything is written on the screen.
problem-voice-service-silent = The kiosk cannot speak at the moment. Everything is written on the screen.
problem-not-heard-silence = Nobody was heard. Please press the button and speak, or touch your answer.
problem-not-heard-too-quiet = That was too soft to understand. Please come a little closer and say it again.
problem-not-heard-too-noisy = It is too loud here to hear you. Please come closer and say it again, or touch your answer.
problem-not-heard-only-noise = No words could be made out. Please say it again, or touch your answer.
problem-not-heard-cancelled = Listening was stopped.
problem-not-heard-failed = Listening did not work just now. Please touch your answer, or try once more.
problem-reference-empty = Please type the number first.
problem-stick-gone = The stick is no longer there. Plug it in again.

## Forms on their way to the agency

problem-form-purged = For staff: the agency has this form, and its sealed copy on this machine has been taken away.
problem-form-other-bytes = For staff: the agency’s receipt does not belong to this form. The form stays here and is kept.
problem-kiosk-not-enrolled = For staff: this kiosk belongs to no agency yet. Forms are kept here. Please enter the agency’s address and code.
problem-agency-address-unusable = For staff: this address cannot be used. It begins with https:// and has no path.
problem-agency-authority-unusable = For staff: the file of certificates cannot be read. Please call a technician.
problem-agency-not-believed = For staff: something came that the agency did not sign. It was not taken, and forms are kept here. Please call a technician.
problem-agency-unreachable = For staff: the agency cannot be reached at the moment. Forms are kept here and go when there is a connection.
problem-agency-certificate-untrusted = For staff: whoever answers at the agency’s address cannot show that it is the agency. Nothing is sent there, and forms are kept here. Please call a technician, who looks at the certificate, the address and the clock.
problem-agency-answer-unreadable = For staff: something other than the agency’s server answers. Forms are kept here. Please check the network.
problem-agency-shut-out = For staff: the agency no longer knows this kiosk, so nothing is sent. Forms are kept here. Please call the agency.
problem-agency-code-refused = For staff: this code is wrong, used or too old. Please ask the agency for a new one.
problem-agency-other-version = For staff: the agency’s server and this kiosk speak different versions. Forms are kept here until one of them is updated.
problem-agency-refuses-form = For staff: the agency’s server refuses this form. It is kept here. Please call the agency.
problem-agency-has-other-form = For staff: the agency has another form under the same id. Both are kept. Please call the agency.
problem-agency-busy = For staff: the agency’s server is busy. Forms are kept here and go by themselves.
problem-stick-unusable = For staff: the stick cannot be read or written. What was copied whole before counts. Please try again or take another stick.
problem-stick-full = For staff: the stick is full. What was copied whole before counts. Please take another stick.
problem-courier-not-started = For staff: sending forms could not be started. Forms are kept here. Please restart the machine.
## A pack or a log on a stick
problem-pack-unreadable = The pack cannot be read from the stick. Please plug the stick in again.
problem-pack-not-a-pack = This file is not a content pack.
problem-pack-cut-off = The pack is not whole: the file was cut off. Please copy it onto the stick again.
problem-pack-damaged = The pack is damaged. Please copy it onto the stick again.
problem-pack-too-large = The pack is larger than any pack may be.
problem-pack-path-escapes = The pack has files that do not belong into one. Please do not use it, and tell whoever made it.
problem-pack-faulty = The pack has mistakes in it. Please ask whoever made it for a sound one.
problem-pack-bad-key = A key of this kiosk cannot be read. Please call a technician.
problem-pack-signature-missing = The pack’s signature is missing. Please copy the file that ends in .minisig onto the stick as well.
problem-pack-signature-wrong = The pack was not signed by anybody whom this kiosk trusts. Please do not use it, and report it.
problem-pack-older = A newer version of this pack is installed already.
problem-pack-unbuildable = The pack cannot be made from its folder. Please ask whoever made it.
problem-pack-not-installed = This pack is not installed on this kiosk.
problem-pack-nothing-before = There is no earlier version of this pack to go back to.
problem-disk-full = The disk is full, so the pack cannot be kept. Please call a technician.
problem-disk-unwritable = The disk cannot be written. Please call a technician.
problem-pack-keys-none = This kiosk knows nobody’s signature yet. Please ask a technician to put the agency’s public key into its keys folder.
problem-stick-none = No stick is plugged in. Please plug one in and try again.
problem-stick-unwritable = The stick cannot be written. Please use another one.
problem-log-none = There is no log yet.

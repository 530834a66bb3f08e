# The officer's side: words for those who work here. Short; an officer reads them all day.

## Behind the PIN

officer-title = Staff only
officer-lead = Enter your PIN.
officer-no-pin = No PIN has been set on this kiosk. A technician has to set one first.
# $seconds is how long no PIN is taken.
officer-wait = { $seconds ->
    [one] Please wait one second before the next try.
   *[other] Please wait { $seconds } seconds before the next try.
}
# The same for a longer time; $minutes is at least 2.
officer-wait-minutes = Please wait { $minutes } minutes before the next try.
# $count digits have been entered; they are not shown.
officer-digits = { $count ->
    [0] No digit entered
    [one] One digit entered
   *[other] { $count } digits entered
}
officer-delete = Delete
officer-enter = Enter
officer-close = Back to visitors

## The pages, and who is signed in

officer-desk = Today’s forms
officer-agency = Agency
officer-device = Kiosk
officer-staff = Staff
# In the place of a name, for whoever used the PIN that was set on the machine itself.
officer-machine = Kiosk’s own PIN
officer-role-officer = Officer
officer-role-officer-hint = Serves at the counter
officer-role-trainer = Trainer
officer-role-trainer-hint = Also looks after answers and content packs
officer-role-admin = Administrator
officer-role-admin-hint = Also looks after the kiosk and its staff
officer-cancel = Cancel
officer-next = Next

## Calls for a person

officer-calls = Calls for a person
# Said aloud when it changes.
officer-calls-count = { $count ->
    [one] One visitor is asking for a person.
   *[other] { $count } visitors are asking for a person.
}
# Only the first calls are shown; $count is how many more there are.
officer-calls-more = { $count ->
    [one] One more call
   *[other] { $count } more calls
}
# Behind the place where they called, such as “while filling in a form · waiting for 3 minutes”.
officer-call-waits = { $minutes ->
    [0] has just called
    [one] waiting for one minute
   *[other] waiting for { $minutes } minutes
}
# Somebody has said that they are going there; $minutes is since when.
officer-call-going = { $minutes ->
    [0] somebody is on the way
    [one] somebody went one minute ago
   *[other] somebody went { $minutes } minutes ago
}
officer-call-answer = I am going
officer-call-close = Done
# Where the visitor stood when they called.
officer-place-languages = at the choice of language
officer-place-home = on the first page
officer-place-topic = at a topic
officer-place-ask = while writing a question
officer-place-reply = at an answer
officer-place-notice = at a notice
officer-place-person = at the call for a person
officer-place-forms = at the list of forms
officer-place-form-introduction = before beginning a form
officer-place-form = while filling in a form
officer-place-other = at the kiosk

## Today's forms

# The one field: a number or a code is typed there, or comes from a scanner; anything else narrows the list.
officer-find-field = Number, name or code, or scan
officer-keys = Keys
officer-keys-away = Hide keys
officer-narrow = Show only
officer-narrow-all = All
officer-narrow-empty = There are none of these today.
# How far the counter is with a form.
officer-state-new = To check
officer-state-signed-off = Checked
officer-state-handed-over = Handed over
officer-state-void = Void
# In the place of the name, when the form can no longer be read here.
officer-no-name = Name no longer readable
officer-mark-duplicate = Possibly filled in twice
officer-mark-corrected = { $count ->
    [one] corrected once
   *[other] corrected { $count } times
}
officer-mark-printed = { $count ->
    [one] printed once
   *[other] printed { $count } times
}
officer-mark-unreadable = no longer readable here
officer-desk-empty = No form has been handed in today
officer-desk-empty-lead = As soon as a visitor finishes a form at this kiosk, it stands here.
officer-find-none = Nothing fits
officer-find-none-lead = A form has a number of eight digits. The code of a paused form has six letters and digits.
officer-find-other = This form is not from today
# $number is the number of a form, such as 4821-0975.
officer-find = Look for { $number }
officer-take-over-title = This may be the code of a paused form
officer-take-over-lead = The form opens for the visitor in front of you, and this page closes. Make sure that the form is theirs.
# $code is the code in groups, such as 7KM 3PR.
officer-take-over = Take over { $code }
# Forms cut off by a failure of the kiosk. $when is a date with a time.
officer-interrupted = Forms that were cut off
officer-interrupted-since = last answered { $when }
officer-give-back = Give back

## One form

officer-finished = Finished { $when }
# $when is a time or a date with a time; $who is a name, or the words for the kiosk's own PIN.
officer-stands-signed-off = Checked { $when }, { $who }
officer-stands-handed-over = Handed over { $when }, { $who }
# Behind the reason why it is void.
officer-stands-void = { $when }, { $who }
# $number is the number of the earlier form.
officer-duplicate = The same person handed in { $number } shortly before. Ask whether both are meant.
officer-duplicate-open = Look at it
officer-summary = In short
officer-column-citizen = Visitor
officer-column-office = Office
officer-documents = Documents to bring
officer-slips = Slips
officer-slip-payment = Payment slip
officer-slip-appointment = Request for an appointment
officer-slip-queue = Number to be called by
officer-readable-until = It can be read on this kiosk until { $when }.
officer-outgrows-paper = This form is too long for codes on paper: its paper does not carry it to the agency. While there is no network, write it onto a stick on the page “Agency”.
officer-unreadable = Its answers can no longer be read here
officer-unreadable-lead = The time for that is over, and the readable copy has been destroyed. The sealed form is safe and can be opened only by the agency. By its number it can still be checked off, handed over or made void.
officer-sign-off = Sign off as checked
officer-hand-over = Paper handed over
officer-void = Make void
officer-to-desk = To today’s forms

## An answer is put right

officer-correct = Put an answer right
officer-correct-leave = Leave as it was
officer-correct-why = Why is it corrected?
officer-correct-same = Nothing is different from before
officer-correct-open = Something else has to be put right too
officer-correct-misheard = The kiosk took it down wrongly
officer-correct-misstated = The visitor said it wrongly
officer-correct-paper-differs = A document shows otherwise
officer-correct-changed-since = It has changed since
officer-correct-words = Add words
officer-correct-words-lead = In your own words, if the reason alone does not say it. They go to the agency with the sealed form.
# Beside a change that was made already.
officer-correct-again = Again
# Behind the name of an answer that the kiosk reckons by itself.
officer-correct-computed = worked out

## A form is made void

officer-void-why = Why does this form no longer hold?
officer-void-withdrawn = Withdrawn
officer-void-withdrawn-hint = The visitor takes it back
officer-void-duplicate = Filled in twice
officer-void-duplicate-hint = The other one holds
officer-void-mistaken = A mistake
officer-void-mistaken-hint = The wrong form, or of the wrong person
officer-void-sure = Make this form void?
officer-void-meaning = If it was not sent to the agency yet, it never is. Nothing more can be done with it here, and this cannot be undone.
officer-void-yes = Yes, make it void
officer-void-keep = Keep the form

## The kiosk

officer-packs = Content packs
officer-packs-none = No content pack is installed.
officer-pack-in-use = in use
officer-pack-since = here since { $day }
officer-take-pack = Take { $file } from the stick
officer-no-pack-on-stick = To bring a pack, plug in a stick with it and its signature.
officer-pack-taking = { $file } is being taken in. Please do not pull the stick out.
officer-pack-taken = { $pack } was taken. It is served within seconds.
officer-take-log = Log onto the stick
officer-take-log-hint = Times and codes only; nothing of a visitor.
officer-log-taken = The log lies on the stick as { $file }.
officer-pack-no-end = without a last day
officer-pack-until = valid until { $day }
officer-pack-over = The last day has passed
officer-pack-soon = { $days ->
    [0] Today is its last day
    [one] One day left: ask for a newer one
   *[other] { $days } days left: ask for a newer one
}
officer-machine-title = This machine
officer-clock = Date and time
officer-outbox = Forms for the agency
officer-outbox-count = { $count ->
    [0] none waiting
    [one] one waiting to be sent
   *[other] { $count } waiting to be sent
}
officer-disk = Room on the disk
officer-disk-free = { $room } GB free
officer-disk-unknown = not known
officer-disk-low = Nearly full: call a technician
officer-version = Version
officer-restart = Restart the window
officer-restart-hint = The kiosk comes back by itself within seconds.
officer-exit = End the program
officer-exit-hint = The kiosk stays dark until it is started again.

## PINs

officer-own-pin = Change my PIN
officer-new-pin = New PIN
officer-pin-first = Enter a PIN of 4 to 12 digits that nobody else here has.
officer-pin-again = Enter the same PIN once more.
officer-pin-differs = The two PINs were not the same. Please begin again.
officer-pin-changed = Your PIN has been changed.

## The staff

officer-staff-none = Nobody is on the list yet. Only the kiosk’s own PIN opens this page.
# Behind one's own name in the list.
officer-you = you
officer-since = since { $day }
officer-take-on = Add somebody
officer-take-on-name = What is their name?
officer-take-on-role = What does { $name } do here?
officer-take-on-pin = A PIN for { $name }
officer-let-go = Remove
officer-let-go-sure = Remove { $name } from the staff?
officer-let-go-meaning = Their PIN then opens nothing any more. What they have signed off stays as it is.
officer-let-go-yes = Yes, remove

## Paper

officer-print = Print
officer-print-again = Print again
officer-print-slip = Print slip
officer-give-up-paper = Give this paper up
officer-paper-sending = Being handed to the printer.
officer-paper-printing = Being printed.
officer-paper-waiting = The printer waits for you.
officer-paper-printed = Printed.
officer-paper-failed = Not printed.
officer-paper-unknown = Please look whether it came out.
officer-printer = Printer
officer-printer-none = This kiosk has none
officer-printer-unknown = It has not answered yet
officer-printer-ready = Ready
officer-printer-hindered = Something has to be done first
officer-printer-out-of-reach = It does not answer
officer-printing = Printing
officer-printing-tray = Tray “{ $tray }”
officer-printing-any-tray = Any tray
officer-printing-colour = Colour
officer-printing-grey = Shades of grey
officer-printing-both-sides = Both sides
officer-printing-one-side = One side
officer-printing-copies = { $count ->
    [one] 1 copy of a form
   *[other] { $count } copies of a form
}
officer-printing-change = Change how it prints
officer-printing-lead = For all forms from now on. Only what the printer says that it can do is offered.
officer-printing-unasked = How it prints can be changed once the printer answers.
officer-printing-which-tray = Paper from
officer-printing-which-colour = Colours
officer-printing-which-sides = Sides of a sheet
officer-printing-which-copies = Copies of each form
officer-printing-set = Print like this from now on
officer-printing-done = Forms are printed like this from now on.
officer-trust-printer = Trust the printer’s new certificate
officer-trust-printer-hint = Only when it was replaced or reset. Look at the printer first.

## Voice

officer-microphone = Microphone
# No microphone, no model, no language.
officer-voice-none = none
officer-model = Model that hears
officer-hears = Hears
officer-speaks = Speaks
officer-sound = Try microphone and loudspeaker
officer-level = How loud it is at the microphone
officer-level-speak = Say something: the bar moves. Nothing is kept of it.
officer-level-heard = It hears you. Nothing is kept of it.
officer-level-no-microphone = There is no microphone to try.
officer-speaker = Loudspeaker
officer-try-speaker = Play a sound
# Said aloud by the kiosk, so that somebody hears whether it can be heard.
officer-speaker-sentence = This is a test. Can you hear me well?
officer-speaker-untried = Not tried yet
officer-speaker-playing = Two tones are being played, then a sentence.
officer-sentence-said = Two tones and a sentence were played. If you heard nothing, turn the loudspeaker up.
officer-sentence-no-voice = Two tones were played. There is no voice for a sentence in this language. If you heard nothing, turn the loudspeaker up.
officer-sentence-starting = Two tones were played. The voice is still starting; the sentence follows.
officer-sentence-failed = Two tones were played, but the sentence was not: the voice has failed. A technician restarts the speech service.
officer-sentence-hung = Two tones were played, but the sentence never came to its end: the voice does not answer. A technician restarts the speech service.
officer-speaker-silent = Nothing could be played: no loudspeaker answers. Check its cable and whether it is switched on.

## The way to the agency

officer-link-not-enrolled = This kiosk is not connected with an agency
officer-link-reached = The agency answers
officer-link-out-of-reach = The agency does not answer. Forms are kept and go later by themselves.
officer-link-stopped = Nothing is sent until somebody has seen to this
# $when is a date with a time.
officer-link-since = Since { $when }
officer-contact = Last answer of the agency
officer-contact-never = None yet
officer-pack-coming = Pack on its way
# $pack is a name with a version.
officer-pack-coming-much = { $pack }: { $percent }%
officer-pack-refused = The last pack that came was not taken
officer-trouble = This has to be seen to
officer-set-aside = Not taken by the agency
# $count says which correction of the form it is, from 1.
officer-set-aside-correction = Correction { $count }
officer-send-now = Send now
officer-send-again = Send again
officer-stick = USB stick
officer-stick-none = No stick is plugged in.
officer-export = Write forms
officer-import = Take in
officer-stick-busy = Working. Please do not pull the stick out.
officer-stick-written = { $count ->
    [one] One form lies on the stick. You may pull it out.
   *[other] { $count } forms lie on the stick. You may pull it out.
} They count as delivered when the agency’s receipts come back.
officer-stick-taken-in = Taken in. Receipts: { $receipts }, packs: { $packs }, notices: { $notices }. You may pull the stick out.
officer-stick-models = { $count ->
    [one] One model that hears came too.
   *[other] { $count } models that hear came too.
} The kiosk uses what came once it is started again.
# Files that the agency’s list names and that are not on the stick, or not whole.
officer-stick-missing = { $count ->
    [one] One file of the agency’s list is not whole on the stick: have it written again.
   *[other] { $count } files of the agency’s list are not whole on the stick: have them written again.
}
officer-stick-refused = { $count ->
    [one] One file was refused.
   *[other] { $count } files were refused.
}
officer-enrol = Connect with an agency
officer-enrol-refused = The last try to connect did not work
officer-enrol-address = Address of the agency’s server
officer-enrol-address-lead = It begins with https://
officer-enrol-code = One-time code
officer-enrol-code-lead = The agency’s administrator gives it. It holds for a short time and once.
officer-enrol-send = Connect
officer-mark-received = received by the agency
officer-mark-set-aside = not taken by the agency
## The staff’s own questions
officer-questions = Questions
officer-questions-title = Questions of the staff
officer-questions-field = Ask about leave, rules, machines
officer-questions-none = No pack for the staff is installed on this kiosk.

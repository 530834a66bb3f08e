# Fixed words on paper: forms, slips, notices. What a form asks comes from the agency’s pack.

## The true state of a form, and what it means

paper-state-draft = DRAFT
paper-state-draft-meaning = This form has not been handed in. It has no effect until you finish it at the kiosk or at the counter.
paper-state-queued = QUEUED HERE
paper-state-queued-meaning = Your form is finished and is kept sealed in this kiosk. The agency does not have it yet: it is sent as soon as there is a connection. Please keep this sheet.
paper-state-accepted = ACCEPTED
paper-state-accepted-meaning = The agency has received your form. You do not need to hand it in again. Please keep this sheet.
# On a form that was printed before.
paper-again = Reprint
# On a form whose answers were put right by an officer; $number counts how many times.
paper-corrected = Corrected at the counter, correction { $number }

## Every page

# $page of $pages are numbers.
paper-page = Page { $page } of { $pages }
paper-number = Form number
# Read aloud instead of the code.
paper-code = Code for the office: form and state

## Answers

paper-unanswered = not answered
paper-brought = to be handed in at the counter
paper-item = No.
paper-yes = Yes
paper-no = No
paper-drawn-signature = Signature
paper-picture = Picture
paper-bring = Please bring

## Signing

paper-declaration = Declaration
paper-applicant = Applicant
paper-signature = Signature
paper-seal = Seal
paper-seal-or-signature = Please sign or use your seal. One of the two is enough.
paper-thumbprint = Thumbprint
paper-thumbprint-instead = Only for those who cannot sign
paper-thumbprint-here = Right thumb, before an officer
paper-witness = Name and signature of the witness
paper-date = Date

## The officer’s box

paper-office = For office use
paper-office-received = Received on
paper-office-checked = Checked by
paper-office-decided = Decision and remarks
paper-office-stamp = Office stamp

## The sealed form as codes

paper-home = Your sealed form, as codes
paper-home-meaning = If this kiosk gets no connection, an officer reads your form from these codes. Please hand in these pages uncut. Nobody but the agency can open what is in them.
paper-home-part = Code { $part } of { $parts }

## An answer to take along

paper-answer-title = Answer from the agency’s documents
paper-question = You asked
paper-source = Document
paper-section = Section
paper-version = Version of
paper-answer-note = Word for word from the document named here. Rules may change: please ask at the counter if this sheet is old.

## Payment

paper-payment-title = Payment slip
paper-payment-due = Pay by
paper-payment-place = Where to pay
paper-payment-reference = Reference
paper-payment-note = This is not a receipt. The cashier gives you a receipt when you pay.

## Queue

paper-ticket-title = Your number
paper-ticket-service = Service
paper-ticket-counter = Counter
paper-ticket-before = Waiting before you
paper-ticket-drawn = Taken at
paper-ticket-note = Please wait until your number is called.
paper-ticket-person = A person at the counter

## Appointment

paper-appointment-title = Request for an appointment
paper-appointment-note = This is a request. Your appointment is fixed only when the office has confirmed it.
paper-appointment-answer = How the office answers you

## Emergency notice

paper-notice-title = Notice
paper-notice-from = Valid from
paper-notice-until = Valid until
paper-notice-source = Issued by

## How far an application is

paper-status-title = Your application
paper-status-number = Reference number
paper-status-since = Since
paper-status-next = What to do next
paper-status-as-of = As of
paper-status-age-unknown = The agency did not say how old this is
paper-status-source = Source
paper-status-note = This is what the agency’s list said at the time above. It may have gone further since: please ask at the counter.

## The end of a visit

paper-receipt-title = Your visit today
paper-receipt-next = What comes next
paper-receipt-ended = Visit ended
paper-receipt-note = Nothing of what you wrote and said is left on the screens of this kiosk.
paper-receipt-form = Form handed in
paper-receipt-ticket = Your number in the queue
paper-receipt-keep = Keep the number of your form: with it the office finds it.
paper-receipt-printable = Staff can print your form here for { $minutes } more minutes. After that nobody can read it here.

# The words around forms. What a form asks is the agency’s and stands in its pack.

## All forms

forms-title = Which form would you like to fill in?
forms-lead = You are asked one thing at a time. You can stop at any moment.
form-family-jobs = Work
form-family-voting = Voting
form-family-insurance = Insurance
form-family-vehicles = Vehicles
form-family-welfare = Support and allowances
form-family-licences = Licences
form-family-appointments = Appointments
form-family-residence = Home and residence
form-family-ideas = Ideas and suggestions
# $title is the name of a form.
form-fill-in = Fill in: { $title }
# $minutes is how long a form takes.
form-minutes = { $minutes ->
    [one] about 1 minute
   *[other] about { $minutes } minutes
}
form-with-minutes = { $minutes ->
    [one] { $title }, about 1 minute
   *[other] { $title }, about { $minutes } minutes
}
form-code-open = I have a code
form-code-title = What is your code?
form-code-lead = It was shown when the form was paused. Small letters are fine too.
form-code-field = Code of the paused form
form-code-send = Go on with my form
form-code-close = All forms

## Before a form

form-before = Before you begin
form-event-lead = These forms belong together. You are asked each thing only once. Untick the forms you do not need.
form-papers = Please have these papers ready
form-minutes-pause = { $minutes ->
    [one] It takes about 1 minute. You can pause and go on later.
   *[other] It takes about { $minutes } minutes. You can pause and go on later.
}
form-start = Begin
form-check-first = See first whether you may qualify

## Where one is

form-progress = How far you are
# $number of $count forms that were begun together.
form-of-several = { $title } ({ $number } of { $count })
form-checking = { $title }: may you qualify?
form-left-none = Everything has been asked
form-left-last = This is the last question
# Still to come, the present question included.
form-left-exact = { $count } more questions
form-left-range = about { $least } to { $most } more
form-left-open = at least { $least } more, and a few for each one you list
form-stop = Pause
# $names say what they are about.
form-aside = { $count ->
    [one] One answer no longer applies: { $names }. It is kept, and comes back if you change this again.
   *[other] { $count } answers no longer apply: { $names }. They are kept, and come back if you change this again.
}
form-returned = { $count ->
    [one] One answer from before applies again: { $names }.
   *[other] { $count } answers from before apply again: { $names }.
}

## A question

form-why = Why is this asked?
form-help = What does this mean?
form-explain-more = Read what the agency says about it
form-next = Next
form-next-review = Change and go back
form-skip = Skip this question
form-type = Type it instead
form-touch = Choose it instead
form-write-here = Write here
form-characters-left = { $count ->
    [0] No more characters fit
    [one] Room for one more character
   *[other] Room for { $count } more characters
}
form-yes = Yes
form-no = No
form-chosen-before = your answer so far
form-choices-any = Choose all that apply.
form-choices-exactly = { $count ->
    [one] Choose one.
   *[other] Choose { $count }.
}
form-choices-most = Choose up to { $count }.
form-digits-empty = Use the digits below
# $number is how a long number is said, where the language has a way of its own.
form-digits-said = { $number }
# How telephone numbers are grouped: beginning:sizes.
form-digits-phone = 09:4-3-3 0:2-4-4
# Words for ten thousand and its powers, or none.
form-digits-myriads = none
form-date-year = Year
form-date-month = Month
form-date-day = Day
form-date-decades = Ten years at a time
form-date-decade = { $from }–{ $to }
form-era = How years are counted
form-era-roc = ROC years
form-era-gregory = Western years
form-time-hour = Hour
form-time-minute = Minute
form-time-less = 1 minute earlier
form-time-more = 1 minute later
form-place-path = Chosen so far
form-signature-pad = Pad to sign on: { $label }. Not signed yet.
form-signature-done = Pad to sign on: { $label }. Signed.
form-signature-here = Sign here with your finger
form-signature-undo = Undo last line
form-signature-clear = Clear all
form-signature-paper = If you would rather sign on paper, you can do that at the counter.
form-signature-person = If you cannot sign here, please call a member of staff. You can sign on paper, or with a thumbprint.
form-sign-on-paper = Sign on paper instead
form-picture-note = This kiosk takes no pictures. Please bring the picture to the counter; it is added to your form there.
form-picture-bring = I will bring it

## What was understood

form-heard = This is what was understood
form-heard-unsure = Did you mean this?
form-heard-words = Your words: “{ $text }”
form-alternatives = Or did you mean
form-right = Is that right?
form-right-yes = Yes, that is right
form-right-no = No, ask again
form-right-change = Change it

## All answers

form-review-title = Is everything right?
form-review-lead = Touch a line to change it.
form-change = Change
form-change-of = Change: { $label }
form-line-empty = not answered
form-line-brought = brought to the counter
form-line-computed = worked out for you
form-line-shared = taken from your other form
form-missing = Please answer: { $label }
# $words say what is wrong with an answer.
form-open-line = { $label }: { $words }
form-summary-title = { $count ->
    [one] One thing is still open
   *[other] { $count } things are still open
}
# $item is the heading of a person, a vehicle.
form-remove = Take out: { $item }
form-remove-sure = Take out “{ $item }” with all its answers?
form-remove-keep = Keep
form-remove-yes = Take out
form-add = Add another
form-declaration = What you declare
form-finish = Everything is right: hand it in
form-proof = See it as it will be printed
form-proof-title = This is how it will be printed
form-proof-lead = It says DRAFT until you hand it in. Nothing has been printed yet.
form-proof-setting = Your form is being laid out on paper…
form-proof-page = Page { $page } of { $pages }
form-proof-back = Back to my answers
form-verdict-may-qualify = You may qualify
form-verdict-unlikely = You probably do not qualify
form-verdict-person-must-look = An officer has to look at this
form-verdict-note = This is only a first look. You may apply in any case; the agency decides.
form-rule-met = met
form-rule-not-met = not met
form-rule-unclear = cannot be told from your answers
form-verdict-because = Because of this:
form-verdict-also = Looked at as well:
form-check-title = May you qualify?
form-check-lead = What you have answered is kept; only the rest will be asked. Do you want to go on with the form?
form-apply = Go on and apply
form-apply-anyway = Apply anyway

## Putting a form aside

form-stop-title = Would you like to stop here?
form-stop-lead = Your answers are kept until you decide.
form-stop-pause = Pause and go on later
form-stop-pause-hint = You get a code. With it you go on here or at the counter.
form-stop-discard = Give up this form
form-stop-discard-hint = All its answers are wiped and cannot be brought back.
form-stop-close = Go on with the form
form-paused-title = Your form is waiting for you
form-paused-lead = Nobody can open it without this code.
form-paused-code = Your code
form-paused-until = Kept until { $when }
form-paused-write = Please write the code down and take it with you. You can use it here or at the counter.
form-paused-picture = Or take a photo of this. At the counter it is scanned from your phone.
form-paused-go-on = Go on with it now
form-paused-leave = I have written it down
form-interrupted-title = A form was being filled in. Is it yours?
form-interrupted-lead = The kiosk had to start again. Nothing was lost. If the form is not yours, nothing of it is shown to you.
form-interrupted-yes = Yes, go on with it
form-interrupted-no = No, it is not mine

## Handed in

form-finished-title = Your form is complete
form-finished-number = Form number
form-way-kept-here = It is waiting here for the agency
form-way-kept-here-meaning = It is locked on this kiosk so that only the agency can open it. It is handed over at the next collection. If you ask about it, please give this number.
form-way-waiting = It is kept here and goes to the agency when there is a connection
form-way-waiting-meaning = It is locked so that only the agency can open it. You do not have to wait for that. If you ask about it, please give this number.
# $time is a time of day.
form-way-received = Received by the agency at { $time }
form-way-received-meaning = The agency has confirmed that it has your form. If you ask about it, please give this number.
form-way-set-aside = It is kept here; a person has to look at it
form-way-set-aside-meaning = The agency could not take it yet. Nothing is lost. Please show this number at the counter.
form-finished-home = Back to the start
form-finished-leave = Finish my visit
form-print = Print my form
form-paper-sending = Your form is being prepared for printing
form-paper-printing = Your form is being printed. Please wait for it.
form-paper-waiting = The printer needs a hand. Your form comes out as soon as it is well again.
form-paper-printed = Your form is printed. Please take it with you.
form-paper-failed = It was not printed. Your form is safe.
form-paper-unknown = We cannot tell whether it came out. Please ask a member of staff.
form-paper-character = The character is { $character }
form-no-printer = There is no printer here. You get a number, and the staff find your form by it.
form-printer-not-ready = The printer needs a hand just now. You can fill in the form all the same: it is kept safely, and printed later.
form-next-form-lead = What you have already told us is not asked again. Next:

## Something is wrong with an answer

# $argument is a bound or a part that the sentence names, or none.
form-fault-required = { $argument ->
    [none] There is no answer yet. Please choose or enter one.
   *[other] This is still needed: { $argument }.
}
form-fault-not-heard = That was not understood. Please say it in other words, or choose it instead.
form-fault-not-in-list = That is not in the list. Please choose the nearest, or write it another way.
form-fault-which = That could mean more than one thing. Please give just one answer.
form-fault-year = The year is missing. Please add it.
form-fault-month = The month is missing. Please add it.
form-fault-day = The day is missing. Please add it.
form-fault-century = The year can be read in two ways. Please give all four digits.
form-fault-calendar = Is this a day of the lunar calendar? Please give it as it stands on your papers.
form-fault-day-or-month = Day and month could be the other way round. Please write the month as a word.
form-fault-hour = The hour is missing. Please add it.
form-fault-half-of-day = Is that in the morning or in the afternoon? Please add it.
form-fault-today = It is not certain which day that is. Please give the date.
form-fault-characters = Some digits or letters are missing. Please compare with your papers.
form-fault-currency = It is not clear which currency that is. Please add it.
form-fault-no-such-day = That month has no such day. Please check the day.
form-fault-weekday-differs = That date falls on another day of the week. Please check the date.
form-fault-out-of-range = That is outside what is possible here. Please check it.
form-fault-check-digit = One of the digits cannot be right. Please compare the number with your card.
form-fault-length = { $argument ->
    [none] There are too few or too many digits. Please compare the number with your papers.
   *[other] There are too few or too many digits; there should be { $argument }. Please check it.
}
form-fault-date-within = The number contains a date of birth that does not exist. Please compare it with your card.
form-fault-place-within = The number contains a place that does not exist. Please compare it with your card.
form-fault-no-such-phone = No telephone has this number. Please check it, with the area code.
form-fault-form = It does not look like what is asked for. Please compare it with the example or with your papers.
form-fault-scheme-not-taken = This kind of number is not taken here. Please give the one that is asked for, or ask a member of staff.
form-fault-too-early = { $argument ->
    [none] That is too early. Please check it.
   *[other] That is before { $argument }. Please check it.
}
form-fault-too-late = { $argument ->
    [none] That is too late. Please check it.
   *[other] That is after { $argument }. Please check it.
}
form-fault-too-small = { $argument ->
    [none] That is too little. Please check it.
   *[other] It has to be at least { $argument }. Please check it.
}
form-fault-too-large = { $argument ->
    [none] That is too much. Please check it.
   *[other] It can be at most { $argument }. Please check it.
}
form-fault-too-short = { $argument ->
    [none] That is too short. Please write a little more.
   *[other] That is too short. Please write at least { $argument } characters.
}
form-fault-too-long = { $argument ->
    [none] That is too long. Please say it more briefly.
   *[other] That is too long. Please use at most { $argument } characters.
}
form-fault-too-few = { $argument ->
    [none] Please choose more.
   *[other] Please choose at least { $argument }.
}
form-fault-too-many = { $argument ->
    [none] Please choose fewer.
   *[other] Please choose at most { $argument }.
}
form-fault-dont-know = This has to be answered. If you do not know, press “Staff” and somebody will help you.

## Parts of an address

form-part-post_code = What is the post code?
form-part-city = Which city or county?
form-part-district = Which district?
form-part-road = Which road or street?
form-part-lane = Which lane? Skip this if there is none.
form-part-alley = Which alley? Skip this if there is none.
form-part-number = What is the house number?
form-part-floor = Which floor? Skip this if there is none.
form-part-lot = What is the lot or unit number?
form-part-street = Which street?
form-part-area = Which housing area? Skip this if there is none.
form-part-state = Which state?
form-part-detail = Building, unit or room? Skip this if there is none.

## While something else is looked at

# $title is the name of the form that is being filled in.
form-go-on = Go on with: { $title }

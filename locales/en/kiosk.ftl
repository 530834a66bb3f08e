# The words of the visitor's screens. Short, polite, in the second person.

## The line at the top

# Beside the clock: the kiosk answers without a network.
header-offline = No network needed
# Under it while a call for a person is open. $ticket is the number on the visitor's screen.
header-call = A member of staff has been called. Your number is { $ticket }.

## When the page itself fails: it stands alone, in every language

problem-screen-lost = This screen has to start again. Please wait a moment, or go to the counter.

## The dock: always there, always in the same place

dock-label = Controls
dock-back = Back
dock-language = Language
dock-text = Text
dock-leave = Finish
dock-person = Staff

## Pages longer than the screen

page-up = Back up
page-down = More below

## Languages

languages-title = Choose a language

## Home

home-title = What brings you here today?
home-lead = Choose a matter below, or ask in your own words.
home-notices = Notices
home-life-events = By what has happened in your life
home-subjects = By subject
home-ask = Ask a question
home-ask-hint = Type it in your own words
home-forms = Fill in a form
home-status = Check an application

## One topic

topic-lead = Choose a question to see the answer.
topic-empty = There are no ready questions here yet. Please ask in your own words.
topic-forms-lead = Fill in a form here, or choose a question to see the answer.
topic-forms-together = Fill in all of it together
topic-questions = Questions and answers
topic-ask = Ask something else

## Asking

ask-title = What would you like to know?
ask-field = Your question
ask-placeholder = Write here
ask-examples = For example
ask-send = Ask

## The answer

reply-asked = You asked
# The same with the question itself, where the heading says something else.
reply-asked-words = You asked “{ $text }”
# $count is the number of separate questions found in what was asked; at least 2.
reply-parts = You asked about { $count } things
reply-parts-lead = Here they are, one after the other.
# $number counts these from 1.
reply-part-number = Question { $number }
reply-emergency = Please read this first
reply-related = You may also want to know
reply-again = Ask another question
reply-again-hint = You can carry on: “And what does it cost?”
reply-home = All topics
reply-form = Back to the form

## Where an answer comes from

citation-label = Source
citation-page = page { $page }
# $date is written out by the language's habits.
citation-version = Version of { $date }
citation-valid-until = Valid until { $date }
# $language is the language's own name.
citation-other-language = The original is in { $language }.

## Why this answer

why-open = Why this answer?
why-quoted = The text above is quoted word for word from the agency’s document. Nothing was added.
why-phrasing = The agency’s own question that is nearest to yours
why-words = Words that both share
# $percent is a whole number from 0 to 100.
why-confidence = How sure the kiosk is: { $percent } out of 100

## Which of these?

clarify-title = Which of these do you mean?
clarify-lead = Choose one, and you will see its answer.

## Two documents disagree

conflict-title = Two documents do not agree
conflict-lead = Both are shown, the newer one first. Please have a member of staff confirm which one holds.
conflict-newer = Newer
conflict-older = Older
conflict-person = Ask staff

## No answer

unknown-title = There is no answer to this here
unknown-lead = Nothing in the agency’s documents answers your question, so the kiosk does not guess. This may help you further.
unknown-again = Ask in other words
unknown-person = Speak to staff
unknown-nearest = Questions close to yours
unknown-topics = Topics close to yours
unknown-offices = Where you can ask
unknown-health-title = The kiosk cannot give medical advice
unknown-health-lead = If it is urgent, call the emergency number or tell a member of staff at once. Otherwise these offices will help you.
unknown-legal-title = The kiosk cannot give legal advice
unknown-legal-lead = Every case is different. These offices can tell you where to get advice.
unknown-political-title = The kiosk gives no political advice
unknown-political-lead = The agency takes no side. It can tell you how and where to vote.

## Notices

notice-emergency = Emergency notice
notice-bulletin = Notice
# $issuer is who says so; $when is a date with a time.
notice-issued = { $issuer }, { $when }
# $when is a date with a time.
notice-until = In force until { $when }
# $date is the last day, when the notice ends at midnight.
notice-until-end-of = In force until the end of { $date }
notice-home = All topics

## A person

person-title = A member of staff is coming
person-lead = Please stay near the kiosk and watch for your number.
person-ticket = Your number
person-go-on = Carry on while you wait
person-cancel = No longer needed
person-offices = You can also go or telephone here

office-address = Address
office-counter = Counter
# $counter is as on the sign: “3” or “2–6”.
office-counter-number = Counter { $counter }
office-phone = Telephone
office-hours = Open

## Are you still there?

countdown-title = Are you still there?
countdown-lead = If you do nothing, the kiosk ends your visit and wipes everything you entered.
# Stands under the large number of seconds left.
countdown-seconds = { $seconds ->
    [one] second
   *[other] seconds
}
countdown-more = I need more time
countdown-leave = Finish now

## Small papers to take along

slip-print-answer = Print this answer
slip-print-ticket = Print my number
slip-print-notice = Print this notice
slip-print-status = Print this status
slip-print-receipt = Print what was done
slip-print-payment = Print payment slip
slip-print-appointment = Print appointment request
slip-print-queue = Print queue number
slip-again = Print again
slip-sending = Being prepared for printing
slip-printing = Being printed. Please wait for it.
slip-waiting = The printer needs attention. Please tell a member of staff; your paper comes out afterwards.
slip-printed = Printed. Please take it with you.
slip-failed = It was not printed.
slip-unknown = We cannot tell whether it came out. Please ask a member of staff.

## The visit is over

farewell-title = Everything has been wiped
farewell-lead = Thank you for coming. The next person sees nothing of yours.
farewell-questions = Your questions and their answers
farewell-typed = Everything you typed
farewell-choices = Your language, text size and colours
# Answers to forms that are still on the kiosk; 0 when nothing is left.
farewell-kept = { $count ->
    [one] One answer kept on this machine
   *[other] { $count } answers kept on this machine
}
farewell-uncounted = It could not be counted what is kept here. The staff have been told.
farewell-printable = { $minutes ->
    [one] Staff can print your form for 1 more minute. After that nobody can read it on this machine.
   *[other] Staff can print your form for { $minutes } more minutes. After that nobody can read it on this machine.
}

## Text and colours

appearance-title = Text and colours
appearance-lead = Choose what is comfortable for you. It changes at once.
appearance-text = Size of text
# One letter that shows the size of text.
appearance-sample = A
appearance-text-standard = Standard
appearance-text-large = Large
appearance-text-largest = Largest
appearance-theme = Colours
appearance-theme-paper = Light
appearance-theme-night = Dark
appearance-theme-contrast = Strongest contrast
appearance-reach = Where the buttons are
appearance-reach-whole = Whole screen
appearance-reach-left = Left hand
appearance-reach-right = Right hand
appearance-reach-low = Low down
appearance-done = Done

## Something went wrong

problem-label = Please note
problem-close = Close

out-of-service-title = This kiosk is out of service
out-of-service-lead = Please go to the counter. The staff there will be glad to help.
# While the answers are being opened, for some seconds after the start.
opening-title = One moment, please
opening-lead = The kiosk is getting ready. This takes a few seconds.

## How an application stands

status-title = How far is your application?
status-lead = Type the number that stands on your letter or receipt.
status-reference = Reference number
status-more = My letter asks for one thing more
status-less = Back to the number
status-second-title = What else does your letter ask for?
status-second-lead = For example your date of birth: type the year, the month and the day in figures.
status-second = What your letter asks for
status-send = Look it up
status-looking = Looking it up
status-looking-lead = This takes a moment.
# $number is the reference number as it was typed.
status-number = Number { $number }
status-found = Your application
status-since = Since { $day }
status-next = What to do next
status-not-found = This number is not in the list
status-not-found-lead = Please compare it with your letter. A new application can take a day to appear. A person at the counter can help.
# $when is a date with a time: when the agency made its list.
status-age = This is what the agency said on { $when }. It may have gone further since.
status-age-unknown = The agency did not say how old this is.
# $agency is the name of the agency.
status-source = Source: list of { $agency }
status-again = Another number
status-home = Back to the start

# What the kiosk writes while it listens, and what it says where it reads a screen aloud.

## The place to speak

voice-label = Speak
voice-ready = Touch and speak
# The same on a small button.
voice-short = Speak
voice-again = Speak once more
voice-listening = Please speak
voice-speech = You are being heard
voice-finish = Touch again when you are done. Nothing is recorded.
voice-thinking = One moment: working out what you said
voice-touch-instead = Touch instead
# On the first screen, beside the place to speak.
voice-type-question = Type a question

## What one may say

voice-hint-ask = Ask in your own words
voice-hint-answer = Say your answer
voice-hint-yes-no = Say “yes” or “no”
voice-hint-choice = Say which one
voice-hint-review = Say “yes”, or what is to be changed
voice-hint-change = Say what you would like to change
voice-hint-language = Say a few words in your language
voice-hint-wish = Say what you would like to do

## It was one of these

voice-which = Which of these did you say?
voice-which-one = Did you say this?
voice-which-yes = Yes, that is it
voice-which-no = No
voice-which-none = Neither
voice-say-which = Say it again
# Asked of whoever spoke it.
voice-which-language = Do you speak English?

## Nothing was heard

voice-missed-silence = Nothing was heard. Please come a little closer, touch the microphone and speak.
voice-missed-too-quiet = That was too quiet. Please come a little closer and say it once more.
voice-missed-too-noisy = It is too loud around you just now. Please come closer and say it once more, or touch your answer.
voice-missed-unclear = That was not understood. Please say it in other words, or touch your answer.
voice-missed-trouble = The microphone does not work just now. Please touch your answer.
voice-touch-first = You were misheard twice. Please touch your answer, or press “Staff”.

## Hear again, silence

dock-hear = Listen
dock-pause = Pause
dock-go-on = Go on
# Under a quotation of which only the sentence that answers was read.
voice-rest = Hear all of it

## What is read aloud besides what is on the screen

voice-choices = You can say or touch:
voice-choices-touch = You can touch:
voice-choices-more = and more.
voice-hidden = hidden
voice-kind-button = button
voice-kind-choice = one of several
voice-kind-box = box to tick
voice-kind-field = field to write in
voice-kind-more = opens more
voice-state-chosen = chosen
voice-state-not-chosen = not chosen
voice-state-open = open
voice-state-closed = closed
voice-state-empty = empty
voice-help = Arrow down and up lead from one thing to the next. Enter chooses. F12 begins and ends speaking. F10 reads the screen again, F9 pauses and goes on. Escape goes back.

## Text, colours and voice

voice-appearance-title = Text, colours and voice
voice-aloud = Reading aloud
voice-aloud-on = Read to me
voice-aloud-off = Stay silent
voice-pace = How fast
voice-pace-1 = Very slow
voice-pace-2 = Slow
voice-pace-3 = Normal
voice-pace-4 = Fast
voice-pace-5 = Very fast
voice-volume = How loud
voice-volume-1 = Very soft
voice-volume-2 = Soft
voice-volume-3 = Normal
voice-volume-4 = Loud
voice-volume-5 = Very loud
voice-sample-aloud = From now on, each screen is read to you.
voice-sample-pace = This is how fast the kiosk speaks.
voice-sample-volume = This is how loud the kiosk speaks.
voice-none = This kiosk can neither hear nor speak English. Everything can be done by touch.
voice-hears-not = This kiosk cannot hear English. Please touch or type your answers.
voice-speaks-not = This kiosk cannot speak English. Everything is written on the screen.

## For the officer

officer-voice-off = Voice is not set up on this kiosk. Everything works by touch.
officer-voice-no-speaker = No voice is found on this machine. A technician installs one; everything is written on the screen.
officer-voice-no-microphone = No microphone is found. Plug it in, or choose another in the settings; it is found within two seconds.
officer-voice-model-missing = No model for hearing is installed. A technician fetches one with “kaunter models fetch”, also from a USB stick.
officer-voice-model-unknown = The settings name a model for hearing that nobody knows. Correct “model” in kiosk.toml; “kaunter models list” names them all.
officer-voice-model-truncated = The model for hearing is cut short. Remove it and fetch it again.
officer-voice-not-a-model = The file set as model is no model for hearing. Set another, or fetch one.
officer-voice-model-changed = The model for hearing is not the one that was published. Remove it and fetch it again.
officer-voice-model-slow = This machine is too slow for the models that are installed: people wait for their words. Fetch a smaller one, then run “kaunter doctor --calibrate”.
officer-voice-file-unreadable = The model for hearing cannot be read from the disk. Call a technician.
officer-voice-recogniser-failed = Hearing failed. Restart the kiosk; if it happens again, call a technician.
officer-voice-processor-too-old = This machine is too old for hearing. Everything else works; use a machine of 2014 or later for voice.
officer-voice-service-silent = The speech service does not answer. Restart the kiosk; if it happens again, call a technician.

# What is the matter with hearing, by code, for the officer: what it is, and what to do.

officer-voice-no-microphone = No microphone is found. Plug it in, or choose another in the settings; it is found within two seconds.
officer-voice-model-missing = No model for hearing is installed. A technician fetches one with “kaunter models fetch”, also from a USB stick.
officer-voice-model-truncated = The model for hearing is cut short. Remove it and fetch it again.
officer-voice-not-a-model = The file set as model is no model for hearing. Set another, or fetch one.
officer-voice-model-changed = The model for hearing is not the one that was published. Remove it and fetch it again.
officer-voice-file-unreadable = The model for hearing cannot be read from the disk. Call a technician.
officer-voice-recogniser-failed = Hearing failed. Restart the kiosk; if it happens again, call a technician.
officer-voice-processor-too-old = This machine is too old for hearing. Everything else works; use a machine of 2014 or later for voice.

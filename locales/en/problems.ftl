# What went wrong, by code: what happened, and what to do.

problem-internal = Something went wrong here. Please try again, or ask a member of staff.
problem-question-empty = There is no question yet. Please write what you would like to know.
problem-screen-lost = This screen has to start again. Please wait a moment, or go to the counter.

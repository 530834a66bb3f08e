# What is the matter with the printer, by code, for the officer: what it is, and what to do.

## At the printer

officer-printer-media-empty = The tray is empty. Load A4 and close it; printing goes on by itself.
officer-printer-media-low = The tray is almost empty. Load paper when nobody is waiting.
officer-printer-media-needed = The printer asks for paper. Load what its panel names, and confirm there.
officer-printer-wrong-size = No tray holds the size that is needed. Load A4 and set the tray to A4 on the panel.
officer-printer-media-jam = Paper is jammed. Take it out as the panel shows, then see how many pages came out.
officer-printer-cover-open = A cover is open. Close it until it clicks.
officer-printer-door-open = A door is open. Close it until it clicks.
officer-printer-tray-missing = A tray is missing. Push it in as far as it goes.
officer-printer-output-full = The output tray is full. Take the sheets away.
officer-printer-ink-low = Ink or toner is low. Have the next cartridge ready.
officer-printer-ink-empty = Ink or toner is empty or missing. Replace the cartridge that the panel names.
officer-printer-waste-full = The waste container is full or almost full. Replace it.
officer-printer-paused = Somebody paused the printer. Resume it on its panel, or in the print queue.
officer-printer-shutdown = The printer is shutting down or asleep. Switch it on.
officer-printer-connecting = The print queue is connecting to its printer. If this lasts longer than a minute, check cable and power.
officer-printer-offline = The printer cannot be reached. Check that it is on, its cable, and its address.
officer-printer-silent = The printer took too long to answer. Look at its panel; if it hangs, switch it off and on.
officer-printer-spool-full = The printer has no room for further jobs. Let it finish, or cancel old jobs on its panel.
officer-printer-not-accepting = The printer takes no jobs at the moment. Wait; if it stays so, look at its panel or its queue.
officer-printer-stopped = The printer has stopped and does not say why. Its panel may.
officer-printer-needs-service = A part is too hot, worn out or broken. Wait ten minutes; if it stays so, call service.
officer-printer-condition-other = The printer reports something of its own. Its word for it stands beside this; its panel or handbook explains it.

## On the way to the printer

officer-printer-connection-lost = The connection broke off in the middle. Check cable and power, then ask for the print’s state again.
officer-printer-nonsense = The answer makes no sense. Switch the printer off and on; if it stays so, call a technician.
officer-printer-not-there = Something answers at this address, but it is no printer. A technician should check the address.
officer-printer-wants-sign-in = The printer asks for a user name and password. Allow the kiosk to print without, or use a print queue.
officer-printer-wants-encryption = The printer takes encrypted connections only. Enter its address with ipps://.
officer-printer-encryption-failed = No encrypted connection could be made. Update the printer, or use ipp:// on a cable of your own.
officer-printer-certificate-changed = The printer shows another certificate than before. If it was replaced or reset, have it confirmed; if not, do not print, and report it.
officer-printer-refused = The printer declined the job. Nothing was printed. See the log for its reason, then try again.
officer-printer-address-invalid = The printer’s address is not valid. It begins with ipp:// or ipps://.
officer-printer-discovery-failed = Printers cannot be looked for on this machine. Enter the address by hand, or call a technician.

## Between the document and the printer

officer-printer-size-unsupported = The printer does not know this paper size. Choose a printer for A4.
officer-printer-tray-unknown = The printer has no tray of the name that is set. Choose another tray.
officer-printer-option-unsupported = The printer cannot do what was asked: that many copies, both sides, or that paper. Ask for less.
officer-printer-without-colour = The printer has no colour: papers come out in shades of grey. Set “colour” to false, or choose another printer.
officer-printer-without-sides = The printer does not print on both sides: forms come out on one side. Set “two_sided” to false, or choose another printer.
officer-printer-without-copies = The printer does not make so many copies at once. Print the form again for a further copy.
officer-printer-format-unsupported = The printer takes neither PDF nor PWG Raster. Use a driverless printer, or a print queue.
officer-printer-pages-unusable = The document cannot be made ready for the printer. Nothing was printed. See the log.

## One print

officer-printer-job-unrecorded = The state of this print cannot be kept. Look at the disk, and at the printer before printing again.
officer-printer-job-already-sent = This print was handed over before and is not sent again by itself. See its state; print anew only if no paper came.
officer-printer-job-not-delivered = The print never reached the printer, and no paper came out. It can be printed again.
officer-printer-job-aborted = The printer gave up. Look which pages came out, take them away, and print again.
officer-printer-job-cancelled = The print was cancelled, here or at the panel. Look whether pages came out before printing again.
officer-printer-job-forgotten = The printer no longer knows this print. Look whether the paper came out. Print again only if it did not.
officer-printer-job-out-of-reach = The printer could not be asked any more. Look whether the paper came out, or ask for the state again. Print again only if it did not.
officer-printer-job-cut-short = The connection broke while sending. Check that all pages are there. Print again only if they are not.
officer-printer-job-with-errors = The printer finished with errors. Check all pages. Print again only if they are not good.
officer-printer-not-found = No printer announces itself. Look at its power and cable, or set its address.
officer-printer-several-found = Several printers announce themselves, and the kiosk cannot know which is its own. Set the address of the right one.

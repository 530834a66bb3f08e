// Generated from the Rust types of the kiosk's middle. Do not edit.

import { invoke } from "@tauri-apps/api/core";
import { listen, type UnlistenFn } from "@tauri-apps/api/event";
import type { Act } from "./Act";
import type { Compose } from "./Compose";
import type { Composed } from "./Composed";
import type { Speech } from "./Speech";
import type { View } from "./View";
import type { VoicePulse } from "./VoicePulse";

/** Pushed when something changes by itself: countdown, notices, a wipe. */
export const VIEW_EVENT = "view";

/** Pushed while the kiosk listens or speaks. */
export const VOICE_EVENT = "voice";

/** What is on the screen now. */
export const view = (): Promise<View> => invoke<View>("view");

/** Does one thing and gives what is shown then. Rejects with a `Problem`. */
export const act = (act: Act): Promise<View> => invoke<View>("act", { act });

/** Candidates for Bopomofo. */
export const compose = (input: Compose): Promise<Composed> => invoke<Composed>("compose", { input });

/** Calls `show` with each view that is pushed. */
export const onView = (show: (view: View) => void): Promise<UnlistenFn> =>
  listen<View>(VIEW_EVENT, (event) => show(event.payload));

/** Says this instead of whatever is being said. */
export const speak = (speech: Speech): Promise<void> => invoke<void>("speak", { speech });

/** Falls silent. */
export const hush = (): Promise<void> => invoke<void>("hush");

/** Calls `feel` with what is not in a view: the level of the microphone, what is being said. */
export const onVoice = (feel: (pulse: VoicePulse) => void): Promise<UnlistenFn> =>
  listen<VoicePulse>(VOICE_EVENT, (event) => feel(event.payload));

// Generated from the Rust types of the kiosk's middle. Do not edit.

import { invoke } from "@tauri-apps/api/core";
import { listen, type UnlistenFn } from "@tauri-apps/api/event";
import type { Act } from "./Act";
import type { Compose } from "./Compose";
import type { Composed } from "./Composed";
import type { View } from "./View";

/** Pushed when something changes by itself: countdown, notices, a wipe. */
export const VIEW_EVENT = "view";

/** What is on the screen now. */
export const view = (): Promise<View> => invoke<View>("view");

/** Does one thing and gives what is shown then. Rejects with a `Problem`. */
export const act = (act: Act): Promise<View> => invoke<View>("act", { act });

/** Candidates for Bopomofo. */
export const compose = (input: Compose): Promise<Composed> => invoke<Composed>("compose", { input });

/** Calls `show` with each view that is pushed. */
export const onView = (show: (view: View) => void): Promise<UnlistenFn> =>
  listen<View>(VIEW_EVENT, (event) => show(event.payload));

/** The kiosk's middle, reached through the window's commands. */
import type { Backend } from './backend';
import { act, compose, onView, view } from './bindings/commands';

export const tauriBackend: Backend = { view, act, compose, onView };

/** Whether this page runs in the kiosk's window. */
export const inWindow = (): boolean => '__TAURI_INTERNALS__' in globalThis;

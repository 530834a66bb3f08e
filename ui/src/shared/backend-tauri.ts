/** The kiosk's middle, reached through the window's commands. */
import type { Backend } from './backend';
import { act, compose, hush, onView, onVoice, speak, view } from './bindings/commands';

export const tauriBackend: Backend = { view, act, compose, onView, speak, hush, onVoice };

/** Whether this page runs in the kiosk's window. */
export const inWindow = (): boolean => '__TAURI_INTERNALS__' in globalThis;

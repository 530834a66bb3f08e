/** All that stands behind the first screen; `rest.svelte.ts` fetches it in one piece. */
import '../shared/words-behind';

export { default as Aloud } from './Aloud.svelte';
export { default as Appearance } from './Appearance.svelte';
export { default as Countdown } from './Countdown.svelte';
export { default as Dock } from './Dock.svelte';
export { default as Screen } from './Screen.svelte';
export { default as StopForm } from './forms/StopForm.svelte';

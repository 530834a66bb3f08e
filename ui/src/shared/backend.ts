/**
 * What the screens need from the kiosk's middle. There are two: the real one, reached through the
 * window, and one in memory for working on the screens and for measuring them.
 */
import type { Act } from './bindings/Act';
import type { Compose } from './bindings/Compose';
import type { Composed } from './bindings/Composed';
import type { Speech } from './bindings/Speech';
import type { View } from './bindings/View';
import type { VoicePulse } from './bindings/VoicePulse';

export interface Backend {
  /** What is on the screen now. */
  view(): Promise<View>;
  /** Does one thing and gives what is shown then. Rejects with a `Problem`. */
  act(act: Act): Promise<View>;
  /** What Bopomofo symbols may mean. */
  compose(input: Compose): Promise<Composed>;
  /** Calls `show` with every view that comes by itself. */
  onView(show: (view: View) => void): Promise<() => void>;
  /** Says this instead of whatever is being said. */
  speak(speech: Speech): Promise<void>;
  /** Falls silent. */
  hush(): Promise<void>;
  /** Calls `feel` with what is not in a view: the microphone's level, what is being said. */
  onVoice(feel: (pulse: VoicePulse) => void): Promise<() => void>;
}

/**
 * The kiosk's own words. A language is a folder of `locales`; every `.ftl` file in it is read.
 * Knows nothing of screens. Words of the agency never pass through here.
 */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

/** What is put into a message. Dates and times come formatted, from `dates.ts`. */
export type Args = Record<string, FluentVariable>;

/** Gives the words of one language by the message's name. */
export type Say = (id: string, args?: Args) => string;

/** Where one looks when a language lacks a message. */
const LAST_RESORT = 'en';

const files = import.meta.glob<string>('../../../locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const sources = new Map<string, string[]>();
for (const [path, text] of Object.entries(files)) {
  const language = path.split('/').at(-2) ?? '';
  sources.set(language, [...(sources.get(language) ?? []), text]);
}

/** Languages that have a folder. */
export const languagesWithWords: readonly string[] = [...sources.keys()];

const bundles = new Map<string, FluentBundle>();

/** The folder's bundle, read when it is first needed. */
function bundle(language: string): FluentBundle {
  const known = bundles.get(language);
  if (known) return known;
  // No isolating marks: all four scripts run from left to right, and tests read the text.
  const made = new FluentBundle(language, { useIsolating: false });
  for (const text of sources.get(language) ?? []) made.addResource(new FluentResource(text));
  bundles.set(language, made);
  return made;
}

/** `ko-KR` is served by the folder `ko`, an unknown language by the last resort. */
function folderFor(language: string): string {
  if (sources.has(language)) return language;
  const primary = language.split('-')[0] ?? '';
  return sources.has(primary) ? primary : LAST_RESORT;
}

function lookUp(folder: string, id: string, args?: Args): string | undefined {
  const [name = '', attribute] = id.split('.');
  const words = bundle(folder);
  const message = words.getMessage(name);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  return pattern ? words.formatPattern(pattern, args ?? null) : undefined;
}

const sayers = new Map<string, Say>();
/** Names of messages without arguments by language and words, as far as they were asked for. */
const ids = new Map<string, string>();
const keyOf = (language: string, words: string): string => `${language}\n${words}`;

/** Name of the message that these words are, once they were shown. */
export const idOf = (language: string, words: string): string | undefined =>
  ids.get(keyOf(folderFor(language), words));

/** The words of a language. A missing message is given in the last resort, then by its name. */
export function wordsIn(language: string): Say {
  const known = sayers.get(language);
  if (known) return known;
  const folder = folderFor(language);
  const say: Say = (id, args) => {
    const own = lookUp(folder, id, args);
    const key = keyOf(folder, own ?? '');
    if (own !== undefined && args === undefined && !ids.has(key)) ids.set(key, id);
    return own ?? lookUp(LAST_RESORT, id, args) ?? id;
  };
  sayers.set(language, say);
  return say;
}

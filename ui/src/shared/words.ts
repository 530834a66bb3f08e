/**
 * The kiosk's own words. A language is a folder of `locales`; every `.ftl` file in it is read.
 * Knows nothing of screens. Words of the agency never pass through here.
 */
import { FluentBundle, FluentResource, type FluentVariable, type Message } from '@fluent/bundle';

/** What is put into a message. Dates and times come formatted, from `dates.ts`. */
export type Args = Record<string, FluentVariable>;

/** Gives the words of one language by the message's name. */
export type Say = (id: string, args?: Args) => string;

/** Where one looks when a language lacks a message. */
const LAST_RESORT = 'en';

/** Texts of each language that nobody has needed a word of yet, by folder. */
const unread = new Map<string, string[]>();

/** Adds files of `locales`, by path. */
export function addWords(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    const language = path.split('/').at(-2) ?? '';
    unread.set(language, [...(unread.get(language) ?? []), text]);
  }
}

// What the first screen says; the rest comes with the screens behind it. The greetings go first:
// of most languages the first screen needs no other file.
addWords(
  import.meta.glob<string>('../../../locales/*/language.ftl', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
addWords(
  import.meta.glob<string>('../../../locales/*/kiosk.ftl', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

/** Languages that have a folder. */
export const languagesWithWords: readonly string[] = [...unread.keys()];

const bundles = new Map<string, FluentBundle>();

/** The folder's bundle; its files are read one after the other, as far as words are needed. */
function bundle(language: string): FluentBundle {
  const known = bundles.get(language);
  if (known) return known;
  // No isolating marks: all four scripts run from left to right, and tests read the text.
  const made = new FluentBundle(language, { useIsolating: false });
  bundles.set(language, made);
  return made;
}

function messageOf(folder: string, name: string): Message | undefined {
  const words = bundle(folder);
  for (;;) {
    const message = words.getMessage(name);
    const text = message ? undefined : unread.get(folder)?.shift();
    if (text === undefined) return message;
    words.addResource(new FluentResource(text));
  }
}

/** `ko-KR` is served by the folder `ko`, an unknown language by the last resort. */
function folderFor(language: string): string {
  if (unread.has(language)) return language;
  const primary = language.split('-')[0] ?? '';
  return unread.has(primary) ? primary : LAST_RESORT;
}

function lookUp(folder: string, id: string, args?: Args): string | undefined {
  const [name = '', attribute] = id.split('.');
  const message = messageOf(folder, name);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  return pattern ? bundle(folder).formatPattern(pattern, args ?? null) : undefined;
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

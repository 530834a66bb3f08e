/** The page for officers names buttons and headings: as they stand on the screens, in each language. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../../../../', import.meta.url);
/** How each page marks what stands on a screen. */
const MARKED: Record<string, RegExp> = {
  en: /(?<!\*)\*([^*\n]+)\*(?!\*)/gu,
  ms: /(?<!\*)\*([^*\n]+)\*(?!\*)/gu,
  // What is said to a visitor is a sentence; nothing on a button is.
  'zh-TW': /「([^」。]+)」/gu,
  ko: /‘([^’]+)’/gu,
};
/** What the officer's own page offers. */
const OFFERED = /^- \*\*([^*]+)\*\*/gmu;

function words(language: string): Set<string> {
  const folder = new URL(`locales/${language}/`, ROOT);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ftl'));
  const lines = files.flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'));
  return new Set(lines.flatMap((line) => /^[\w-]+ = (.+)$/u.exec(line)?.[1] ?? []));
}

describe.each(Object.keys(MARKED))('in %s', (language) => {
  test('whoever looks for what the page names finds it on the screen', () => {
    const page = readFileSync(new URL(`docs/officer/${language}.md`, ROOT), 'utf8');
    const marks = [MARKED[language] as RegExp, OFFERED];
    const named = marks.flatMap((mark) => [...page.matchAll(mark)].map(([, name]) => name ?? ''));
    expect(named.length).toBeGreaterThan(20);
    const shown = words(language);
    expect(named.filter((name) => !shown.has(name))).toEqual([]);
  });
});

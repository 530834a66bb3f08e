/** Digits as people of a language group them while they press them. Pure; the rules come as data. */

/** Signs of a telephone number that a pad has. */
const NO_DIGIT = /\D/g;

/** A key that can follow: a point only once, and only so many digits after it. */
export function pressed(before: string, key: string, decimals: number, longest: number): string {
  const [whole = '', part] = before.split('.');
  if (key === '.') {
    return decimals > 0 && part === undefined ? `${whole === '' ? '0' : before}.` : before;
  }
  if (part !== undefined && part.length >= decimals) return before;
  if (before.length >= longest) return before;
  return before + key;
}

/** `1234567.5` → `1,234,567.5`. */
export function inThousands(digits: string, comma: string, point: string): string {
  const [whole = '', part] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, comma);
  return part === undefined ? grouped : `${grouped}${point}${part}`;
}

/** Hangul units are written on to their number. */
const HANGUL = /\p{Script=Hangul}/u;

/** `20000` with 萬 and 億 → `2 萬`: how the amount is said. Nothing for what is small or has a point. */
export function inMyriads(digits: string, units: readonly string[]): string | undefined {
  if (units.length === 0 || !/^[1-9]\d{4,}$/.test(digits)) return undefined;
  const parts: string[] = [];
  let rest = digits;
  for (const unit of ['', ...units]) {
    const last = Number(rest.slice(-4));
    const gap = unit === '' || HANGUL.test(unit) ? '' : ' ';
    if (last > 0) parts.unshift(`${last}${gap}${unit}`);
    rest = rest.slice(0, -4);
    if (rest === '') return parts.join(' ');
  }
  return undefined;
}

/**
 * `0912345678` by the rules `09:4-3-3 0:2-4-4` → `0912-345-678`. Of the rules with the longest
 * beginning that fits, the shortest that has room; what is longer goes on behind it.
 */
export function inGroups(digits: string, rules: string): string {
  const plus = digits.startsWith('+') ? '+' : '';
  const bare = digits.replace(NO_DIGIT, '');
  const all = rules.split(/\s+/u).map((rule) => {
    const [start = '', sizes = ''] = rule.split(':');
    const groups = sizes.split('-').map(Number);
    return { start, groups, room: groups.reduce((sum, size) => sum + size, 0) };
  });
  const fitting = all.filter(({ start }) => plus === '' && bare.startsWith(start));
  const longestStart = Math.max(...fitting.map(({ start }) => start.length));
  const best = fitting
    .filter(({ start }) => start.length === longestStart)
    .sort((a, b) => a.room - b.room);
  const rule = best.find(({ room }) => room >= bare.length) ?? best.at(-1);
  if (!rule) return plus + bare;
  const found: string[] = [];
  let at = 0;
  for (const size of rule.groups) {
    if (at < bare.length) found.push(bare.slice(at, at + size));
    at += size;
  }
  return found.join('-') + bare.slice(at);
}

/** `7K3M9PQ2` → `7K3M 9PQ2`: a code is easier to write down in groups. */
export function codeGroups(code: string): string[] {
  const parts = code.split(/[\s-]+/u).filter(Boolean);
  if (parts.length > 1) return parts;
  const size = code.length % 4 === 0 ? 4 : 3;
  return code.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [];
}

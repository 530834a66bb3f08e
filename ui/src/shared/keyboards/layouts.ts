/**
 * The keyboards as data. A layout has four rows of ten columns, a corner at the end of the first
 * row and signs beside the space key; every keyboard has the keys that take back, clear and
 * switch in the same places. Which keyboards a language offers stands in its own folder:
 * `language-keyboards` in `language.ftl`.
 */
export type LayoutId = 'bopomofo' | 'hangul' | 'latin' | 'numbers';

/** A key that types. `symbol` and `jamo` go through a composer; `text` is typed as it is. */
export interface TypingKey {
  kind: 'text' | 'jamo' | 'symbol';
  text: string;
  /** What it types with shift; the same where there is none. */
  shifted?: string;
  /** Place on a physical keyboard: `KeyboardEvent.code`. */
  code?: string;
  /** Message with its name, where the text alone says nothing aloud. */
  name?: string;
  /** Columns it takes, 1 where not told. */
  columns?: number;
}

export interface ShiftKey {
  kind: 'shift';
  columns: number;
}

export type Key = TypingKey | ShiftKey;

export interface Layout {
  id: LayoutId;
  /** Message with its own name; its attribute `label` is read aloud. */
  name: string;
  /** Language of what is written on the keys. */
  language?: string;
  /** Message with the name of its shift key. */
  shift?: string;
  rows: readonly (readonly Key[])[];
  corner: TypingKey;
  signs: readonly TypingKey[];
}

const TOP_CODES = codes('1234567890', 'Digit');
const LETTER_CODES = [
  codes('QWERTYUIOP', 'Key'),
  codes('ASDFGHJKL', 'Key'),
  codes('ZXCVBNM', 'Key'),
];

function codes(keys: string, prefix: string): string[] {
  return [...keys].map((key) => prefix + key);
}

/** Messages with the names of signs that cannot be read out. */
const SIGN_NAMES = new Map<string, string>(
  Object.entries({
    '.': 'keyboard-sign-full-stop',
    '。': 'keyboard-sign-full-stop',
    ',': 'keyboard-sign-comma',
    '，': 'keyboard-sign-comma',
    '、': 'keyboard-sign-list-comma',
    '?': 'keyboard-sign-question',
    '？': 'keyboard-sign-question',
    '!': 'keyboard-sign-exclamation',
    '！': 'keyboard-sign-exclamation',
    ':': 'keyboard-sign-colon',
    '：': 'keyboard-sign-colon',
    ';': 'keyboard-sign-semicolon',
    '；': 'keyboard-sign-semicolon',
    '-': 'keyboard-sign-hyphen',
    _: 'keyboard-sign-underscore',
    '/': 'keyboard-sign-slash',
    "'": 'keyboard-sign-apostrophe',
    '"': 'keyboard-sign-quote',
    '「': 'keyboard-sign-quote-open',
    '」': 'keyboard-sign-quote-close',
    '(': 'keyboard-sign-bracket-open',
    ')': 'keyboard-sign-bracket-close',
    '（': 'keyboard-sign-bracket-open',
    '）': 'keyboard-sign-bracket-close',
    '@': 'keyboard-sign-at',
    '#': 'keyboard-sign-number',
    '%': 'keyboard-sign-percent',
    '&': 'keyboard-sign-and',
    '+': 'keyboard-sign-plus',
    '=': 'keyboard-sign-equals',
    '*': 'keyboard-sign-star',
    '~': 'keyboard-sign-tilde',
    '～': 'keyboard-sign-tilde',
    $: 'keyboard-sign-dollar',
  }),
);

const TONE_NAMES = new Map<string, string>(
  Object.entries({
    ˊ: 'keyboard-tone-2',
    ˇ: 'keyboard-tone-3',
    ˋ: 'keyboard-tone-4',
    '˙': 'keyboard-tone-neutral',
  }),
);

function sign(text: string): TypingKey {
  const name = SIGN_NAMES.get(text);
  return name === undefined ? { kind: 'text', text } : { kind: 'text', text, name };
}

const signs = (texts: string): TypingKey[] => [...texts].map(sign);

function letters(kind: 'text' | 'jamo', texts: string, shifted: string, places: string[]): Key[] {
  const upper = [...shifted];
  return [...texts].map((text, index) => {
    const key: TypingKey = { kind, text, shifted: upper[index] ?? text };
    const code = places[index];
    return code === undefined ? key : { ...key, code };
  });
}

function symbols(texts: string, places: string[]): Key[] {
  return [...texts].map((text, index) => {
    const key: TypingKey = { kind: 'symbol', text, code: places[index] ?? '' };
    const name = TONE_NAMES.get(text);
    return name === undefined ? key : { ...key, name };
  });
}

/** Digits in three wide columns, as on a telephone, and four signs beside them. */
function digitsWith(rowsOfSigns: readonly string[]): Key[][] {
  const digits = ['123', '456', '789', '-0.'];
  return digits.map((row, index) => [
    ...[...row].map((text) => ({ ...sign(text), columns: 2 })),
    ...signs(rowsOfSigns[index] ?? ''),
  ]);
}

const SHIFT: ShiftKey = { kind: 'shift', columns: 2 };
const DIGITS = signs('1234567890');
const WESTERN_SIGNS = signs(',/?');
const CHINESE_SIGNS = signs('，。？');

const latin: Layout = {
  id: 'latin',
  name: 'keyboard-latin',
  shift: 'keyboard-shift',
  rows: [
    DIGITS,
    letters('text', 'qwertyuiop', 'QWERTYUIOP', []),
    [...letters('text', 'asdfghjkl', 'ASDFGHJKL', []), sign("'")],
    [SHIFT, ...letters('text', 'zxcvbnm', 'ZXCVBNM', []), sign('.')],
  ],
  corner: sign('-'),
  signs: WESTERN_SIGNS,
};

const hangul: Layout = {
  id: 'hangul',
  name: 'keyboard-hangul',
  language: 'ko',
  shift: 'keyboard-shift-hangul',
  rows: [
    DIGITS,
    letters('jamo', 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ', 'ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖ', LETTER_CODES[0] ?? []),
    [...letters('jamo', 'ㅁㄴㅇㄹㅎㅗㅓㅏㅣ', '', LETTER_CODES[1] ?? []), sign('!')],
    [SHIFT, ...letters('jamo', 'ㅋㅌㅊㅍㅠㅜㅡ', '', LETTER_CODES[2] ?? []), sign('.')],
  ],
  corner: sign('-'),
  signs: WESTERN_SIGNS,
};

/** 大千: the places that typists in Taiwan know from every keyboard. */
const bopomofo: Layout = {
  id: 'bopomofo',
  name: 'keyboard-bopomofo',
  language: 'zh-TW',
  rows: [
    symbols('ㄅㄉˇˋㄓˊ˙ㄚㄞㄢ', TOP_CODES),
    symbols('ㄆㄊㄍㄐㄔㄗㄧㄛㄟㄣ', LETTER_CODES[0] ?? []),
    symbols('ㄇㄋㄎㄑㄕㄘㄨㄜㄠㄤ', [...(LETTER_CODES[1] ?? []), 'Semicolon']),
    symbols('ㄈㄌㄏㄒㄖㄙㄩㄝㄡㄥ', [...(LETTER_CODES[2] ?? []), 'Comma', 'Period', 'Slash']),
  ],
  corner: { kind: 'symbol', text: 'ㄦ', code: 'Minus' },
  signs: CHINESE_SIGNS,
};

const westernNumbers: Layout = {
  id: 'numbers',
  name: 'keyboard-numbers',
  rows: digitsWith(['()@#', '+%&*', `:;"'`, '!~$=']),
  corner: sign('_'),
  signs: WESTERN_SIGNS,
};

const chineseNumbers: Layout = {
  id: 'numbers',
  name: 'keyboard-numbers',
  language: 'zh-TW',
  rows: digitsWith(['（）@#', '「」、：', '；！～%', '+&*$']),
  corner: sign('/'),
  signs: CHINESE_SIGNS,
};

/** The layout of a name, beside the other keyboards of the language. */
function layout(id: LayoutId, beside: readonly LayoutId[]): Layout {
  switch (id) {
    case 'bopomofo':
      return bopomofo;
    case 'hangul':
      return hangul;
    case 'latin':
      return latin;
    case 'numbers':
      return beside.includes('bopomofo') ? chineseNumbers : westernNumbers;
  }
}

const KNOWN: readonly LayoutId[] = ['bopomofo', 'hangul', 'latin', 'numbers'];
const LAST_RESORT: readonly LayoutId[] = ['latin', 'numbers'];

/** At least one. */
export type Layouts = [Layout, ...Layout[]];

/** The keyboards of a language, the one that is shown first at the front, from their names. */
export function keyboardsNamed(names: string): Layouts {
  const named = names.split(/\s+/u);
  const known = named.flatMap((name) => KNOWN.filter((id) => id === name));
  const [first = 'latin', ...others] = known.length > 0 ? new Set(known) : LAST_RESORT;
  const ids = [first, ...others];
  return [layout(first, ids), ...others.map((id) => layout(id, ids))];
}

/** The same keyboards with the signs of addresses and numbers in the place of punctuation. */
export function forCodes([first, ...others]: Layouts): Layouts {
  const signs = [sign('@'), sign('_'), sign('/')];
  const withSigns = (one: Layout): Layout => (one.id === 'latin' ? { ...one, signs } : one);
  return [withSigns(first), ...others.map(withSigns)];
}

/** Every key of a layout that types, the corner and the signs too. */
export function typingKeys({ rows, corner, signs }: Layout): TypingKey[] {
  return [...rows.flat(), corner, ...signs].filter((key) => key.kind !== 'shift');
}

/** Signs that a physical keyboard types with shift while the letters are Bopomofo. */
const SHIFTED_SIGNS = new Map<string, string>(
  Object.entries({
    Comma: '，',
    Period: '。',
    Slash: '？',
    Digit1: '！',
    Semicolon: '：',
    Digit9: '（',
    Digit0: '）',
    BracketLeft: '「',
    BracketRight: '」',
  }),
);

/** The key of a layout at a place of a physical keyboard, and what it types there. */
export function physicalKey(
  layout: Layout,
  code: string,
  shift: boolean,
): { key: TypingKey; text: string } | undefined {
  if (layout.id === 'bopomofo' && shift) {
    const text = SHIFTED_SIGNS.get(code);
    return text === undefined ? undefined : { key: sign(text), text };
  }
  const key = typingKeys(layout).find((key) => key.code === code && key.kind !== 'text');
  return key && { key, text: shift ? (key.shifted ?? key.text) : key.text };
}

import { beforeEach, describe, expect, it } from 'vitest';

import type { Composed } from '../bindings/Composed';
import { LONGEST, type Field } from './edit';
import { keyboardsNamed, typingKeys, type LayoutId } from './layouts';
import { Typing } from './typing.svelte';

const LAYOUTS = keyboardsNamed('bopomofo hangul latin numbers');

/** A dictionary of four words. */
const WORDS: Record<string, string> = {
  ㄏㄨㄢˋ: '換',
  ㄓㄥˋ: '證',
  ㄏㄨㄢˋㄓㄥˋ: '換證',
  ㄕㄣˉ: '身',
  ㄕㄣ: '身',
  ㄏㄨㄢˋㄕㄣ: '換身',
  ㄏㄨㄢ: '歡',
};

function compose(symbols: string): Promise<Composed> {
  const typed = symbols.trim();
  const candidates = Object.entries(WORDS)
    .filter(([sound]) => typed.startsWith(sound))
    .map(([sound, text]) => ({ text, symbols: [...sound].length }))
    .sort((a, b) => b.symbols - a.symbols);
  return Promise.resolve({ sentence: WORDS[typed] ?? typed, candidates });
}

class Desk {
  field: Field = { text: '', start: 0, end: 0 };
  sent: string[] = [];
  fails = false;
  readonly typing = new Typing(
    {
      read: () => this.field,
      write: (field) => (this.field = field),
      compose: (symbols) => (this.fails ? Promise.reject(new Error('gone')) : compose(symbols)),
      submit: () => this.sent.push(this.field.text),
    },
    this.layout('latin'),
  );

  layout(id: LayoutId): (typeof LAYOUTS)[number] {
    const found = LAYOUTS.find((layout) => layout.id === id);
    if (!found) throw new Error(id);
    return found;
  }

  /** Touches the keys of a layout one after the other: ␣ is space, ⌫ takes back, ⇧ is shift. */
  async touch(id: LayoutId, keys: string): Promise<string> {
    if (this.typing.layout.id !== id) await this.typing.switchTo(this.layout(id));
    for (const face of keys) {
      if (face === '␣') await this.typing.space();
      else if (face === '⌫') await this.typing.delete();
      else if (face === '⇧') this.typing.pressShift();
      else await this.typing.press(this.key(face));
    }
    return this.shown();
  }

  key(face: string): ReturnType<typeof typingKeys>[number] {
    const found = typingKeys(this.typing.layout).find((key) => this.typing.face(key) === face);
    if (!found) throw new Error(`no key ${face}`);
    return found;
  }

  shown(): string {
    return `${this.field.text.slice(0, this.field.start)}|${this.field.text.slice(this.field.end)}`;
  }

  /** Puts text into the field with the caret at `|`, as a visitor does by touching it. */
  put(marked: string): void {
    const start = marked.indexOf('|');
    this.field = { text: marked.replace('|', ''), start, end: start };
  }
}

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});

describe('Latin', () => {
  it('types at the caret', async () => {
    desk.put('how m|ch');
    expect(await desk.touch('latin', 'u')).toBe('how mu|ch');
  });

  it('writes one capital after shift, and all after shift twice', async () => {
    expect(await desk.touch('latin', '⇧Ali⇧⇧MY⇧k')).toBe('AliMYk|');
  });

  it('takes back before the caret', async () => {
    desk.put('feee|s');
    expect(await desk.touch('latin', '⌫')).toBe('fee|s');
  });

  it('takes no more than can be read', async () => {
    desk.put(`${'a'.repeat(LONGEST)}|`);
    await desk.touch('latin', 'b');
    expect(desk.field.text).toHaveLength(LONGEST);
  });
});

describe('Hangul', () => {
  it('grows a syllable in its place', async () => {
    desk.put('여권 | 기간');
    expect(await desk.touch('hangul', 'ㅂㅏㄹㄱㅡㅂ')).toBe('여권 발급| 기간');
  });

  it('takes back a jamo, then whole syllables', async () => {
    expect(await desk.touch('hangul', 'ㅎㅏㄴㄱㅡㄹ')).toBe('한글|');
    expect(await desk.touch('hangul', '⌫')).toBe('한그|');
    expect(await desk.touch('hangul', '⌫⌫')).toBe('한|');
    expect(await desk.touch('hangul', '⌫')).toBe('|');
  });

  it('begins anew where the caret was put', async () => {
    await desk.touch('hangul', 'ㅎㅏ');
    desk.put('|하');
    expect(await desk.touch('hangul', 'ㄴㅏ')).toBe('나|하');
  });

  it('writes tense consonants with shift, for one key', async () => {
    expect(await desk.touch('hangul', '⇧ㄲㅗㅊ')).toBe('꽃|');
  });

  it('goes on after a sign or a space', async () => {
    expect(await desk.touch('hangul', 'ㄱㅏ␣ㄱㅏ.ㄱ')).toBe('가 가.ㄱ|');
  });
});

describe('Bopomofo', () => {
  it('shows characters for what is done and symbols for what is not', async () => {
    desk.put('請問|');
    expect(await desk.touch('bopomofo', 'ㄏㄨㄢ')).toBe('請問ㄏㄨㄢ|');
    expect(await desk.touch('bopomofo', 'ˋ')).toBe('請問換|');
    expect(await desk.touch('bopomofo', 'ㄕㄣ')).toBe('請問換ㄕㄣ|');
    expect(desk.typing.symbols).toBe('ㄏㄨㄢˋㄕㄣ');
  });

  it('offers the whole first, then its beginnings', async () => {
    await desk.touch('bopomofo', 'ㄏㄨㄢˋㄓㄥˋ');
    expect(desk.typing.choices.map(({ text }) => text)).toEqual(['換證', '換', '歡']);
  });

  it('goes on with the rest when a beginning was chosen', async () => {
    await desk.touch('bopomofo', 'ㄏㄨㄢˋㄓㄥˋ');
    await desk.typing.choose({ text: '患', symbols: 4 });
    expect(desk.shown()).toBe('患證|');
    expect(desk.typing.symbols).toBe('ㄓㄥˋ');
    await desk.typing.choose({ text: '証', symbols: 3 });
    expect(desk.shown()).toBe('患証|');
    expect(desk.typing.choices).toEqual([]);
  });

  it('takes space for the first tone, then for the first choice, then for a space', async () => {
    expect(await desk.touch('bopomofo', 'ㄕㄣ␣')).toBe('身|');
    expect(desk.typing.symbols).toBe('ㄕㄣˉ');
    await desk.touch('bopomofo', '␣');
    expect(desk.typing.symbols).toBe('');
    expect(await desk.touch('bopomofo', '␣')).toBe('身 |');
  });

  it('takes back a symbol, then whole characters', async () => {
    desk.put('要|');
    await desk.touch('bopomofo', 'ㄏㄨㄢˋ');
    expect(await desk.touch('bopomofo', '⌫')).toBe('要ㄏㄨㄢ|');
    expect(await desk.touch('bopomofo', '⌫⌫⌫')).toBe('要|');
    expect(await desk.touch('bopomofo', '⌫')).toBe('|');
  });

  it('leaves out a tone that has no sound', async () => {
    expect(await desk.touch('bopomofo', 'ˋˊ')).toBe('|');
  });

  it('settles when a sign follows or the keyboard is switched', async () => {
    expect(await desk.touch('bopomofo', 'ㄏㄨㄢˋㄓㄥˋ？')).toBe('換證？|');
    await desk.touch('bopomofo', 'ㄏㄨㄢˋㄕㄣ');
    expect(await desk.touch('latin', 'a')).toBe('換證？換身a|');
  });

  it('is sent as the likeliest reading when the text is taken half-way', async () => {
    await desk.touch('bopomofo', 'ㄏㄨㄢˋㄕㄣ');
    desk.typing.settle();
    expect(desk.shown()).toBe('換身|');
  });

  it('is given up where the caret was put elsewhere, and loses nothing', async () => {
    await desk.touch('bopomofo', 'ㄏㄨㄢˋ');
    desk.put('|換');
    expect(await desk.touch('bopomofo', 'ㄓㄥˋ')).toBe('證|換');
    expect(desk.typing.symbols).toBe('ㄓㄥˋ');
  });

  it('is forgotten with a text that was taken away', async () => {
    await desk.touch('bopomofo', 'ㄏㄨㄢˋ');
    desk.put('|');
    desk.typing.check();
    expect(desk.typing.choices).toEqual([]);
  });

  it('stays what was typed when nothing answers', async () => {
    desk.fails = true;
    expect(await desk.touch('bopomofo', 'ㄏㄨㄢˋ？')).toBe('ㄏㄨㄢˋ？|');
  });

  it('keeps the order of keys that come faster than answers', async () => {
    await desk.typing.switchTo(desk.layout('bopomofo'));
    const keys = [...'ㄏㄨㄢˋㄓㄥˋ'].map((face) => desk.typing.press(desk.key(face)));
    await Promise.all([...keys, desk.typing.space()]);
    expect(desk.shown()).toBe('換證|');
  });

  it('settles by itself before it grows too long', async () => {
    await desk.touch('bopomofo', 'ㄏㄨㄢˋ'.repeat(20));
    expect([...desk.typing.symbols].length).toBeLessThanOrEqual(60);
    expect(desk.field.text).not.toBe('');
  });
});

describe('the enter key of a physical keyboard', () => {
  it('takes what is composed, then sends', async () => {
    await desk.touch('bopomofo', 'ㄏㄨㄢˋㄓㄥˋ');
    await desk.typing.enter();
    expect(desk.sent).toEqual([]);
    await desk.typing.enter();
    expect(desk.sent).toEqual(['換證']);
  });
});

describe('clearing all', () => {
  it('can be taken back until the next key', async () => {
    desk.put('many wo|rds');
    await desk.typing.clear();
    expect(desk.shown()).toBe('|');
    desk.typing.restore();
    expect(desk.shown()).toBe('many words|');
    await desk.typing.clear();
    await desk.touch('latin', 'a');
    expect(desk.typing.cleared).toBe('');
  });

  it('drops what is composed', async () => {
    await desk.touch('bopomofo', 'ㄏㄨㄢˋ');
    await desk.typing.clear();
    expect([desk.typing.symbols, desk.shown()]).toEqual(['', '|']);
  });
});

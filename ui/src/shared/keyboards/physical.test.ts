import { beforeEach, describe, expect, it } from 'vitest';

import type { Composed } from '../bindings/Composed';
import type { Field } from './edit';
import { keyboardsNamed, type LayoutId } from './layouts';
import { linesOf } from './pages';
import { takePhysical } from './physical';
import { Typing } from './typing.svelte';

const CHARACTERS = '換患幻喚煥瘓奐宦豢渙漶擐';

/** Every syllable may be any of the characters. */
function compose(symbols: string): Promise<Composed> {
  return Promise.resolve({
    sentence: symbols === '' ? '' : '換',
    candidates: [...CHARACTERS].map((text) => ({ text, symbols: [...symbols].length })),
  });
}

let field: Field;
let sent: string[];
let typing: Typing;

/** Sits down at a real keyboard in front of a layout. */
async function sitDown(id: LayoutId): Promise<void> {
  field = { text: '', start: 0, end: 0 };
  sent = [];
  const layouts = keyboardsNamed('latin hangul bopomofo numbers');
  typing = new Typing(
    {
      read: () => field,
      write: (changed) => (field = changed),
      compose,
      submit: () => sent.push(field.text),
    },
    layouts[0],
  );
  await typing.switchTo(layouts.find((layout) => layout.id === id) ?? layouts[0]);
}

/** Presses keys by their places; `+` before one is shift. What is not taken is left out. */
async function press(...codes: string[]): Promise<boolean[]> {
  // Five choices on a line.
  const lines = linesOf(new Array<number>(CHARACTERS.length).fill(20), 100, 0);
  const taken: boolean[] = [];
  for (const code of codes) {
    const place = code.replace('+', '');
    const key = place.replace(/^(Key|Digit)/u, '').replace('Space', ' ');
    const shiftKey = code !== place;
    taken.push(takePhysical({ key, code: place, shiftKey, inField: true }, typing, lines));
    // Each key is done before the next is looked at.
    await typing.done;
  }
  return taken;
}

describe('in Hangul', () => {
  beforeEach(() => sitDown('hangul'));

  it('composes by the places of the keys', async () => {
    await press('KeyG', 'KeyK', 'KeyS', 'KeyR', 'KeyM', 'KeyF', '+KeyR', 'KeyH', 'KeyC');
    expect(field.text).toBe('한글꽃');
  });

  it('takes back a jamo, and leaves whole characters to the field', async () => {
    await press('KeyG', 'KeyK');
    expect(await press('Backspace', 'Backspace', 'Backspace')).toEqual([true, true, false]);
    expect(field.text).toBe('');
  });

  it('leaves digits and spaces to the field, and begins a syllable after them', async () => {
    await press('KeyR');
    expect(await press('Space', 'Digit1')).toEqual([false, false]);
    await press('KeyK');
    expect(field.text).toBe('ㄱㅏ');
  });

  it('sends with enter', async () => {
    await press('KeyR', 'KeyK', 'Enter');
    expect(sent).toEqual(['가']);
  });
});

describe('in Bopomofo', () => {
  beforeEach(() => sitDown('bopomofo'));

  it('composes by the places of 大千', async () => {
    await press('KeyC', 'KeyJ', 'Digit0', 'Digit4');
    expect(typing.symbols).toBe('ㄏㄨㄢˋ');
  });

  it('types the first tone, then takes the first choice with space', async () => {
    await press('KeyG', 'KeyP', 'Space');
    expect(typing.symbols).toBe('ㄕㄣˉ');
    await press('Space');
    expect([typing.symbols, field.text]).toEqual(['', '換']);
  });

  it('takes the sentence with enter, then sends', async () => {
    await press('KeyG', 'Digit4', 'Enter');
    expect([field.text, sent]).toEqual(['換', []]);
    await press('Enter');
    expect(sent).toEqual(['換']);
  });

  it.each([
    [['ArrowDown', 'Digit3'], '幻'],
    [['ArrowDown', 'Enter'], '換'],
    [['ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter'], '幻'],
    [['ArrowDown', 'ArrowRight', 'ArrowLeft', 'Space'], '換'],
    // From the strip to all choices, then line by line.
    [['ArrowDown', 'ArrowDown', 'ArrowDown', 'Digit2'], '奐'],
    [['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Digit1'], '瘓'],
    // The end is the end.
    [['ArrowDown', ...new Array<string>(20).fill('ArrowRight'), 'Enter'], '擐'],
  ])('chooses with %j', async (keys, text) => {
    await press('KeyC', 'KeyJ', 'Digit0', 'Digit4', ...keys);
    expect(field.text).toBe(text);
  });

  it('has digits for symbols as long as no choice is pointed at', async () => {
    await press('KeyC', 'Digit4', 'Digit1');
    expect(typing.symbols).toBe('ㄏˋㄅ');
  });

  it('steps back with escape: from the choices, then from the symbols', async () => {
    await press('KeyC', 'Digit4', 'ArrowDown', 'ArrowDown', 'Escape');
    expect([typing.picking, typing.showsAll, typing.symbols]).toEqual([null, false, 'ㄏˋ']);
    await press('ArrowDown', 'ArrowUp');
    expect(typing.picking).toBeNull();
    await press('Escape');
    expect([typing.symbols, field.text]).toEqual(['', '']);
    expect(await press('Escape')).toEqual([false]);
  });

  it('writes signs with shift and leaves capitals to the field', async () => {
    await press('KeyC', 'Digit4', '+Slash');
    expect(field.text).toBe('換？');
    expect(await press('+KeyA')).toEqual([false]);
  });
});

describe.each(['latin', 'numbers'] as const)('in %s', (id) => {
  beforeEach(() => sitDown(id));

  it('leaves everything to the field but enter', async () => {
    expect(await press('KeyA', 'Digit1', 'Space', 'Backspace', 'Enter')).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});

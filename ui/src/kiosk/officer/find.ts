/**
 * What an officer types, or a scanner that types, in the one field of the desk: the number of a
 * form, the code of a paused one, or a part of what stands in the list.
 */
import type { DeskLine } from '../../shared/bindings/DeskLine';

export type Wish =
  | { kind: 'nothing' }
  | { kind: 'number'; number: string }
  | { kind: 'words'; words: string; code: string | null };

/** Letters and digits of a pause code: those that do not look like another. */
const CODE = /^[346789ACEFHJKMPRTWXY]{6}$/u;
/** Eight digits, with or without their hyphen, also among the rest of what a scanner reads. */
const NUMBER = /(?<!\d)(\d{4})[-\s]?(\d{4})(?!\d)/u;

/** As it is compared: width, case, spaces and hyphens do not count. */
const bare = (text: string): string =>
  text.normalize('NFKC').toLocaleLowerCase('en').replace(/[\s-]/gu, '');

/** What is meant. */
export function wishOf(typed: string): Wish {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { kind: 'nothing' };
  const [, first, second] = NUMBER.exec(text) ?? [];
  if (first !== undefined && second !== undefined) {
    return { kind: 'number', number: `${first}-${second}` };
  }
  const code = bare(text).toUpperCase();
  return { kind: 'words', words: bare(text), code: CODE.test(code) ? code : null };
}

/** Whether a form of the list is meant. */
export function fits(line: DeskLine, wish: Wish): boolean {
  if (wish.kind === 'nothing') return true;
  if (wish.kind === 'number') return line.number === wish.number;
  const { words } = wish;
  return [line.number, line.name ?? '', line.title].some((text) => bare(text).includes(words));
}

export type Step =
  | { do: 'find'; number: string }
  | { do: 'take-over'; code: string }
  | { do: 'to-list' }
  | { do: 'nothing' };

/** What Enter does while these forms of the list fit. */
export function stepOf(wish: Wish, fitting: readonly DeskLine[]): Step {
  if (wish.kind === 'number') return { do: 'find', number: wish.number };
  const [first, ...others] = fitting;
  if (wish.kind === 'nothing') return { do: first ? 'to-list' : 'nothing' };
  if (first) return others.length > 0 ? { do: 'to-list' } : { do: 'find', number: first.number };
  return wish.code === null ? { do: 'nothing' } : { do: 'take-over', code: wish.code };
}

/** The state by which the list can be narrowed. */
export type Narrowing = 'all' | DeskLine['state']['is'];
export const NARROWINGS: readonly Narrowing[] = ['all', 'new', 'signed-off', 'handed-over', 'void'];

export const isOf = (line: DeskLine, narrowing: Narrowing): boolean =>
  narrowing === 'all' || line.state.is === narrowing;

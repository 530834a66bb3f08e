// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';

import { wordsIn } from '../words';
import { describe as describeControl } from './control';
import { neighbour } from './order';
import { quotation, readChoices, readFirst, readScreen, type Around } from './screen';
import { rangesOf, sentenceAt } from './spoken';

const say = wordsIn('en');
const around: Around = { say, language: 'en', hears: true };

beforeEach(() => {
  document.documentElement.lang = 'en';
});

function page(html: string): HTMLElement {
  document.body.innerHTML = `<main>${html}</main>`;
  return document.querySelector('main') as HTMLElement;
}

const texts = (html: string, how: Around = around): string[] =>
  readScreen(page(html), how).map(({ text }) => text);

describe('a screen', () => {
  test('is said block by block, white space as the page shows it', () => {
    expect(texts('<h1>What  brings\n you here?</h1><p>Choose <b>one</b>.</p>')).toEqual([
      'What brings you here?',
      'Choose one.',
    ]);
  });

  test('an emergency comes first, then what went wrong, then where one is at the end', () => {
    const html = `
      <div data-say="later">4 more questions</div>
      <p data-say="first">Please note: no answer yet.</p>
      <h1>Your name?</h1>
      <button data-say="emergency"><span>No water in Pier Road</span></button>`;
    expect(texts(html)).toEqual([
      'No water in Pier Road',
      'Please note: no answer yet.',
      'Your name?',
      '4 more questions',
    ]);
    expect(readFirst(page(html), around).map(({ text }) => text)).toHaveLength(2);
  });

  test('six choices are named, by their names alone, and then it says that there are more', () => {
    const tiles = [1, 2, 3, 4, 5, 6, 7].map(
      (n) => `<button><span data-say-name>Matter ${n}</span><span>and what it is</span></button>`,
    );
    const said = texts(`<h1>Home</h1>${tiles.join('')}`);
    expect(said.slice(0, 4)).toEqual(['Home', say('voice-choices'), 'Matter 1', 'Matter 2']);
    expect(said.at(-1)).toBe(say('voice-choices-more'));
    expect(said).toHaveLength(9);
    const touched = texts('<button>Yes</button>', { ...around, hears: false });
    expect(touched).toEqual([say('voice-choices-touch'), 'Yes']);
  });

  test('what can only be touched is told apart from what can be said', () => {
    const html = `
      <button data-act="form-stop">Pause</button>
      <button data-act="home">All topics</button>`;
    expect(texts(html)).toEqual([
      say('voice-choices'),
      'All topics',
      say('voice-choices-touch'),
      'Pause',
    ]);
    expect(readChoices(page(html), { ...around, hears: false }).map(({ text }) => text)).toEqual([
      say('voice-choices-touch'),
      'Pause',
      'All topics',
    ]);
  });

  test('what is hidden, closed, masked or a PIN is never said', () => {
    const said = texts(`
      <p hidden>one</p><p aria-hidden="true">two</p><div inert>three</div>
      <p data-say="never">four</p><details><summary>Why</summary><p>five</p></details>
      <input type="password" value="4711"><p>A12****789</p>`).join(' ');
    expect(said).toContain(say('voice-hidden'));
    expect(said).not.toMatch(/one|two|three|four|five|4711|\*/);
  });

  test('another language is a piece of its own, and the kiosk’s words have their names', () => {
    say('home-title');
    const said = readScreen(
      page(`<h1>${say('home-title')}</h1><p>It says <q lang="ko">안녕하십니까</q> there.</p>`),
      around,
    );
    expect(said.map(({ language }) => language)).toEqual(['en', 'en', 'ko', 'en']);
    expect(said[0]?.clip).toBe('home-title');
    expect(said[1]?.clip).toBeNull();
  });
});

describe('a quotation', () => {
  const html = (before: string): string =>
    `<blockquote lang="ms" data-say="answer" data-say-clip="faq/fee"><p>${before}<mark>Bayaran RM30.</mark></p></blockquote><footer>Manual</footer>`;

  test('begins with the sentence that answers, and then comes the source', () => {
    const said = readScreen(page(html('Sila datang. ')), around);
    expect(said.map(({ text }) => text)).toEqual(['Bayaran RM30.', 'Manual']);
    expect(said[0]).toMatchObject({ language: 'ms', clip: null });
  });

  test('is a recording only where all of it is said', () => {
    const quote = page(html('')).querySelector('blockquote') as Element;
    expect(quotation(quote, false, '')[0]?.clip).toBe('faq/fee');
    const whole = page(html('Sila datang. ')).querySelector('blockquote') as Element;
    expect(quotation(whole, true, '')[0]).toMatchObject({
      text: 'Sila datang. Bayaran RM30.',
      clip: 'faq/fee',
    });
  });
});

describe('what is being said', () => {
  test('is found again on the page, whatever white space lies between', () => {
    const [said] = readScreen(page('<p>One \n <b>two</b>\n three</p>'), around);
    expect(said?.text).toBe('One two three');
    const marked = said ? rangesOf(said, 4, 13).map(String) : [];
    expect(marked.join('|').replace(/\s/gu, '')).toBe('two|three');
  });

  test('is marked by the sentence', () => {
    expect(sentenceAt('One. Two three. Four.', 'en', 8)).toEqual([5, 16]);
    expect(sentenceAt('第一句。第二句。', 'zh-TW', 5)).toEqual([4, 8]);
  });
});

describe('a control', () => {
  const one = (html: string): string => {
    const control = page(html).querySelector('button, summary, textarea') as Element;
    return describeControl(control, say, 'en')
      .map(({ text }) => text)
      .join(', ');
  };

  test('says its name, its kind and how it stands', () => {
    expect(one('<button aria-pressed="true">Largest</button>')).toBe('Largest, button, chosen');
    expect(one('<button role="radio" aria-checked="false">Son</button>')).toContain('not chosen');
    expect(one('<textarea aria-label="Your name"></textarea>')).toBe(
      'Your name, field to write in, empty',
    );
    expect(one('<details><summary>Why?</summary></details>')).toBe('Why?, opens more, closed');
  });

  test('is reached from its neighbour, and after the last comes the first', () => {
    page('<button>One</button><button inert>No</button><button>Two</button>');
    const [one] = document.querySelectorAll('button');
    one?.focus();
    expect(neighbour(document, 1)?.textContent).toBe('Two');
    expect(neighbour(document, -1)?.textContent).toBe('Two');
    neighbour(document, 1)?.focus();
    expect(neighbour(document, 1)?.textContent).toBe('One');
  });
});

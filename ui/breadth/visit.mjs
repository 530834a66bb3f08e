/**
 * One visitor after the other uses the screens in headless Chromium: by touch, by keyboard, and by
 * trying to get out. Each story starts with a kiosk that nobody uses.
 */
import assert from 'node:assert/strict';

/** @typedef {import('playwright-core').Page} Page */

const act = (/** @type {string} */ name) => `[data-act="${name}"]`;
const onScreen = (/** @type {Page} */ page, /** @type {string} */ name) =>
  page.locator(`.kiosk[data-screen="${name}"]`).waitFor();
const focused = (/** @type {Page} */ page) =>
  page.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? '');
const acts = (/** @type {Page} */ page) => page.evaluate(() => window.kaunter?.acts ?? []);

/** @param {Page} page @param {string} [language] */
async function begin(page, language = 'en') {
  await page.locator('main').click({ position: { x: 500, y: 400 } });
  await onScreen(page, 'languages');
  await page.locator(`[data-language="${language}"]`).click();
  await onScreen(page, 'home');
}

/** To the counter's list, by the officer's chord and PIN. @param {Page} page */
async function signIn(page) {
  await begin(page);
  await page.keyboard.press('Control+Alt+Shift+O');
  await onScreen(page, 'officer');
  await page.keyboard.type('1234\n');
  await page.locator('[data-page="desk"]').waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('[data-field="find"]'));
}

const onForm = (/** @type {Page} */ page, /** @type {string} */ number) =>
  page.locator(`[data-page="form"] [data-number="${number}"]`).waitFor();
const inState = (/** @type {Page} */ page, /** @type {string} */ state) =>
  page.locator(`[data-page="form"] [data-state="${state}"]`).waitFor();

/** @type {Record<string, (page: Page) => Promise<void>>} */
const STORIES = {
  async 'a visitor asks, reads why, and asks again'(page) {
    await begin(page, 'ko');
    assert.equal(await page.locator('html').getAttribute('lang'), 'ko');
    assert.equal(await focused(page), 'h1');
    await page.locator(act('open-ask')).click();
    await onScreen(page, 'ask');
    await page.locator('[data-field="question"]').fill('운전면허 갱신');
    await page.locator(act('ask')).click();
    await onScreen(page, 'reply');
    assert.equal(await page.locator('h1').textContent(), '운전면허 갱신');
    assert.equal(await focused(page), 'h1');
    await page.locator(act('why')).first().click();
    assert.ok(await page.locator('details[open]').isVisible());
    await page.locator(act('open-ask')).click();
    assert.equal(await page.locator('[data-field="question"]').inputValue(), '');
  },

  async 'a visitor with real keys never needs the screen'(page) {
    await page.keyboard.press('Enter');
    await onScreen(page, 'languages');
    while ((await page.evaluate(() => document.activeElement?.getAttribute('lang'))) !== 'en') {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await onScreen(page, 'home');
    await page.locator(act('open-ask')).focus();
    await page.keyboard.press('Enter');
    await onScreen(page, 'ask');
    await page.keyboard.type('how much is it');
    await page.keyboard.press('Enter');
    await onScreen(page, 'reply');
    await page.keyboard.press('Escape');
    await onScreen(page, 'ask');
    await page.keyboard.press('Escape');
    await onScreen(page, 'home');
  },

  async 'what was typed survives another language, and dies with the visit'(page) {
    await begin(page);
    await page.locator(act('open-ask')).click();
    await page.locator('[data-field="question"]').fill('my secret');
    await page.locator(act('open-languages')).click();
    await page.locator('[data-language="ms"]').click();
    await onScreen(page, 'ask');
    assert.equal(await page.locator('[data-field="question"]').inputValue(), 'my secret');
    await page.locator(act('leave')).click();
    await onScreen(page, 'farewell');
    await onScreen(page, 'attract');
    assert.ok(!(await page.content()).includes('my secret'));
  },

  async 'text, colours and place of the buttons change at once'(page) {
    await begin(page);
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    const before = await size();
    await page.locator(act('appearance')).click();
    await onScreen(page, 'appearance');
    await page.locator('[data-value="largest"]').click();
    await page.waitForFunction(
      (was) => parseFloat(getComputedStyle(document.body).fontSize) > was,
      before,
    );
    await page.locator('[data-value="night"]').click();
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'night');
    const dock = () => page.locator('nav').boundingBox();
    const whole = await dock();
    await page.locator('[data-value="right"]').click();
    await page.locator('.kiosk[data-reach="right"]').waitFor();
    assert.ok(((await dock())?.x ?? 0) > (whole?.x ?? 0) + 100);
    await page.locator(act('appearance-done')).click();
    await onScreen(page, 'home');
  },

  async 'a visitor fills in a form by touch and by words, and hands it in'(page) {
    const given = (/** @type {string} */ value) =>
      page.locator(`${act('give')}[data-value="${value}"]`);
    const pick = (/** @type {string} */ part, /** @type {number} */ value) =>
      page.locator(`[data-part="${part}"] [data-value="${value}"]`).click();
    await begin(page);
    await page.locator(act('open-forms')).click();
    await page.locator('[data-form="old-age-allowance"]').click();
    await page.locator(act('start-forms')).click();
    await page.locator('[data-field="answer"]').fill('Margaret Tan');
    await page.locator(act('open-languages')).click();
    await page.locator('[data-language="ko"]').click();
    assert.equal(await page.locator('[data-field="answer"]').inputValue(), 'Margaret Tan');
    await page.locator(act('open-languages')).click();
    await page.locator('[data-language="en"]').click();
    await page.locator(act('give')).click();
    assert.equal(await page.locator('[data-read-back] [data-value]').textContent(), 'Margaret Tan');
    assert.equal(await focused(page), 'h1');
    await page.locator(act('confirm-read-back')).click();
    await pick('decade', 5);
    await pick('year', 1953);
    await pick('month', 3);
    await pick('day', 5);
    await page.locator('[data-day="1953-03-05"]').waitFor();
    await page.locator(act('give')).click();
    await given('yes').click();
    await page.locator('[data-value="pension"]').click();
    await page.locator(act('give')).click();
    for (const digit of '0912345678') await page.locator(`[data-key="${digit}"]`).click();
    assert.ok((await page.locator('[data-digits]').textContent())?.includes('0912-345-678'));
    await page.locator(act('form-stop')).click();
    await onScreen(page, 'form-stop');
    await page.locator(act('back')).click();
    await page.locator('[data-digits="0912345678"]').waitFor();
    await page.locator(act('give')).click();
    await page.locator(act('confirm-read-back')).click();
    await page.locator(act('give')).click();
    await page.locator('[data-fault="required"]').waitFor();
    await page.locator(act('form-help')).click();
    await page.locator(act('explain-question')).click();
    await onScreen(page, 'reply');
    await page.locator(act('back-to-form')).click();
    await page.keyboard.type('4200');
    await page.keyboard.press('Enter');
    await page.locator(act('confirm-read-back')).click();
    await pick('hour', 9);
    await pick('minute', 15);
    await page.locator(act('give')).click();
    await page
      .locator(`${act('form-place')}`)
      .first()
      .click();
    await page.locator('[data-field="answer"]').fill('A roof over the bench');
    await page.locator(act('give')).click();
    await page.locator(act('confirm-read-back')).click();
    const pad = await page.locator('[data-field="signature"]').boundingBox();
    assert.ok(pad);
    await page.mouse.move(pad.x + 100, pad.y + 100);
    await page.mouse.down();
    await page.mouse.move(pad.x + 300, pad.y + 180, { steps: 5 });
    await page.mouse.up();
    await page.locator('[data-strokes="1"]').waitFor();
    await page.locator(act('give')).click();
    await onScreen(page, 'form-review');
    await page.locator('[data-place="birth"]').click();
    await page.locator('[data-day="1953-03-05"]').waitFor();
    await page.locator(act('back')).click();
    await page.locator(act('proof-form')).click();
    await page.locator('[data-proof="drawn"] img').first().waitFor();
    await page.locator(act('proof-back')).click();
    await page.locator(act('finish-form')).click();
    await page.locator('[data-receipt]').waitFor();
    await page.locator(act('leave')).first().click();
    await onScreen(page, 'farewell');
    assert.ok(!(await page.content()).includes('Margaret'));
  },

  async 'a paused form is found again by its code'(page) {
    await begin(page);
    await page.locator(act('open-forms')).click();
    await page.locator('[data-form="senior-pass"]').click();
    await page.locator(act('start-forms')).click();
    await page.locator(act('form-stop')).click();
    await page.locator(act('pause-form')).click();
    const code = (await page.locator('[data-code]').getAttribute('data-code')) ?? '';
    await page.locator('nav').locator(act('leave')).click();
    await onScreen(page, 'attract');
    await begin(page);
    await page.locator(act('open-forms')).click();
    await page.locator(act('form-code')).click();
    await page.keyboard.type(code.toLowerCase());
    await page.keyboard.press('Enter');
    await onScreen(page, 'form-question');
  },

  async 'a person is called, and stays called while the visitor goes on'(page) {
    await begin(page);
    await page.locator(act('call-person')).click();
    await onScreen(page, 'person');
    const ticket = (await page.locator('[data-ticket]').textContent()) ?? '';
    await page.locator(act('go-on')).click();
    await onScreen(page, 'home');
    assert.ok((await page.locator('header').textContent())?.includes(ticket));
    await page.locator(act('call-person')).click();
    await page.locator(act('cancel-call')).click();
    await onScreen(page, 'home');
    assert.ok(!(await page.locator('header').textContent())?.includes(ticket));
  },

  async 'nobody there is asked once more, and only the buttons answer'(page) {
    await page.evaluate(() => window.kaunter?.show('countdown', 'en', {}));
    const dialog = page.getByRole('alertdialog');
    await dialog.waitFor();
    const sent = (await acts(page)).length;
    await page.mouse.move(300, 1700);
    assert.equal((await acts(page)).length, sent);
    for (let press = 0; press < 6; press += 1) {
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => !document.activeElement?.closest('.kiosk')));
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual((await acts(page)).slice(sent), ['still-here']);
  },

  async 'somebody there is reported, but not with every touch'(page) {
    await begin(page);
    await page.mouse.move(300, 500);
    for (let step = 0; step < 20; step += 1) await page.mouse.move(300, 500 + step);
    const reported = (await acts(page)).filter((name) => name === 'still-here');
    assert.ok(reported.length <= 1, `${reported.length} reports`);
  },

  async 'the officer holds the seal, touches the corners and gives the PIN'(page) {
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    await page.locator('[data-seal]').hover();
    await page.mouse.down();
    await page.waitForTimeout(3050);
    await page.mouse.up();
    await page.mouse.click(15, 15);
    await page.mouse.click(width - 15, 15);
    await page.mouse.click(width - 15, height - 15);
    await onScreen(page, 'attract');
    await page.mouse.click(15, height - 15);
    await onScreen(page, 'officer');
    for (const digit of '9999') await page.locator(`[data-key="${digit}"]`).click();
    await page.locator(act('officer-pin')).click();
    await page.locator('[data-problem="pin-wrong"]').waitFor();
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    await page.locator('[data-page="desk"]').waitFor();
    await page.locator(act('officer-go-device')).click();
    await page.locator(act('officer-exit')).waitFor();
    await page.locator(act('officer-close')).click();
    await onScreen(page, 'attract');
  },

  async 'an officer serves from the keyboard alone'(page) {
    await signIn(page);
    assert.equal(await focused(page), 'input');
    const gone = page.locator('[data-problem="form-gone"]');
    await page.keyboard.type('11112222\n');
    await gone.waitFor();
    // The next scan takes the place of the one that led nowhere.
    await page.keyboard.type('KAUNTER:4821-0975\n', { delay: 2 });
    await onForm(page, '4821-0975');
    await page.keyboard.press('F7');
    await inState(page, 'signed-off');
    await page.keyboard.press('F8');
    await inState(page, 'handed-over');
    // One answer is put right: F6 leads to the first, Enter opens it, and says yes to what is read back.
    await page.keyboard.press('F6');
    await page.keyboard.press('Enter');
    await page.locator('[data-page="correct"] [data-field="answer"]').waitFor();
    await page.keyboard.type('x');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Right Name\n', { delay: 2 });
    await page.locator('[data-read-back]').waitFor();
    await page.keyboard.press('Enter');
    await page.locator(act('officer-correct-misheard')).waitFor();
    await page.keyboard.press('F5');
    await inState(page, 'new');
    assert.equal(await page.locator('h1').textContent(), 'Right Name');
    // A scanner types into an opened form too, wherever the focus is.
    await page.keyboard.type('39175524\n', { delay: 2 });
    await onForm(page, '3917-5524');
    await page.keyboard.press('F9');
    await page.locator(act('officer-void-why-duplicate')).waitFor();
    await page.keyboard.press('Escape');
    await inState(page, 'new');
    await page.keyboard.press('F9');
    await page.locator(act('officer-void-why-duplicate')).click();
    await page.locator(act('officer-void')).click();
    await inState(page, 'void');
    await page.keyboard.press('F2');
    await page.locator('[data-page="desk"]').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await onForm(page, '7304-1186');
    await page.keyboard.press('F9');
    await page.locator(act('officer-void-why-duplicate')).waitFor();
    // One key, whatever lies over the page.
    await page.keyboard.press('F10');
    await onScreen(page, 'home');
    assert.ok(!(await page.content()).includes('Ahmad'));
  },

  async 'an officer narrows the list, and finds nothing, kindly'(page) {
    await signIn(page);
    const rows = page.locator('[data-number]');
    assert.equal(await rows.count(), 8);
    await page.locator('[data-act="officer-narrow"][data-value="void"]').click();
    assert.equal(await rows.count(), 1);
    await page.keyboard.press('ArrowLeft');
    assert.equal(await rows.count(), 2);
    await page.keyboard.type('ahmad');
    assert.equal(await rows.count(), 2);
    await page.locator('[data-field="find"]').fill('nobody');
    await page.locator('[data-offer="none"]').waitFor();
    await page.locator('[data-field="find"]').fill('7km 3pr');
    await page.keyboard.press('Enter');
    await page.locator('[data-problem="pause-code-unknown"]').waitFor();
    await page.locator('[data-field="find"]').fill('');
    await page.locator(act('officer-keys')).click();
    for (const key of '4821') await page.locator(`[data-key="${key}"]`).click();
    assert.equal(await rows.count(), 1);
  },

  async 'somebody who calls is gone to, and the call is closed'(page) {
    await signIn(page);
    await page.locator('[data-call="A-017"]').waitFor();
    await page.keyboard.press('F1');
    await page.locator(`[data-call="A-018"] ${act('officer-answer-call')}`).click();
    await page.locator(`[data-call="A-016"] ${act('officer-close-call')}`).click();
    await page.locator(`[data-call="A-016"]`).waitFor({ state: 'detached' });
    await page.locator(`[data-call="A-017"] ${act('officer-close-call')}`).waitFor();
  },

  async 'an administrator adds somebody, with a PIN that nobody has, and removes them'(page) {
    await signIn(page);
    await page.keyboard.press('F4');
    const people = page.locator('[data-member]');
    assert.equal(await people.count(), 3);
    await page.keyboard.press('F6');
    await page.keyboard.type('Mei Ling\n');
    await page.locator(act('officer-take-on-officer')).click();
    await page.keyboard.type('2468\n2469\n');
    await page.locator('[data-fault="pins-differ"]').waitFor();
    await page.keyboard.type('9876\n9876\n');
    await page.locator('[data-problem="pin-taken"]').waitFor();
    await page.keyboard.type('2468\n2468\n');
    await page.locator('[data-member="5"]').waitFor();
    await page.locator(`[data-member="5"] ${act('officer-let-go-open')}`).click();
    await page.keyboard.press('Escape');
    assert.equal(await people.count(), 4);
    await page.locator(`[data-member="5"] ${act('officer-let-go-open')}`).click();
    await page.locator(act('officer-let-go')).click();
    await page.locator('[data-member="5"]').waitFor({ state: 'detached' });
    await page.keyboard.press('F3');
    await page.locator(act('officer-own-pin')).click();
    await page.keyboard.type('8642\n8642\n');
    await page.locator('p.done[role="status"]').waitFor();
    await page.locator('[data-fact="disk"]').waitFor();
    await page.keyboard.press('F8');
    await page.locator('[data-fact="speaker"][data-is="played"]').waitFor();
    await page.keyboard.press('F9');
    await page.locator(`${act('printing-copies')}[aria-checked="true"]`).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F9');
    await page.locator('[data-done="printing-set"]').waitFor();
    assert.match(String(await page.locator('[data-fact="printing"]').textContent()), /2/);
  },

  async 'there is no way out'(page) {
    await begin(page);
    const prevented = await page.evaluate(() => {
      const tries = [
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
        new Event('selectstart', { bubbles: true, cancelable: true }),
        new DragEvent('dragstart', { bubbles: true, cancelable: true }),
        new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true }),
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: 'F5' }),
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: 'p', ctrlKey: true }),
      ];
      return tries.map((event) => !document.querySelector('h1')?.dispatchEvent(event));
    });
    assert.deepEqual(prevented, [true, true, true, true, true, true]);
    assert.equal(await page.locator('a').count(), 0);
  },

  async 'a page that fails is loaded anew, once'(page) {
    await begin(page);
    const again = page.waitForEvent('load');
    await page.evaluate(() => setTimeout(() => Promise.reject(new Error('inner'))));
    await again;
    await page.waitForFunction(() => window.kaunter !== undefined);
    await onScreen(page, 'attract');
    await page.evaluate(() => setTimeout(() => Promise.reject(new Error('inner'))));
    await page.getByRole('alert').waitFor();
    assert.ok(!(await page.content()).includes('inner'));
  },

  async 'where a part of the page does not come, a sentence says so'(page) {
    await page.route(/behind-[^/]*\.js$/, (route) => route.abort());
    await page.reload();
    await page.getByRole('alert').waitFor();
    assert.equal(await page.locator('.lost p').filter({ hasText: /\p{L}/u }).count(), 4);
  },
};

/** Plays every story; gives back the names of those that went wrong, and why. */
export async function playStories(
  /** @type {import('playwright-core').Browser} */ browser,
  /** @type {string} */ address,
) {
  /** @type {{ name: string, faults: string[] }[]} */
  const bad = [];
  for (const [name, story] of Object.entries(STORIES)) {
    const context = await browser.newContext({
      viewport: { width: 1080, height: 1920 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    try {
      await page.goto(address);
      await onScreen(page, 'attract');
      await story(page);
    } catch (error) {
      bad.push({ name, faults: [error instanceof Error ? error.message : String(error)] });
    }
    await context.close();
  }
  return bad;
}

/**
 * Shows every screen in headless Chromium, measures it, asks axe-core about it and keeps a picture.
 * `npm run breadth -- --screen=home,ask --language=ko --text=largest --viewport=small --no-axe`
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { RESULTS, serveScreens } from './app.mjs';
import { measureBreaks } from './breaks.mjs';
import { measurePage } from './measure.mjs';
import { BY_HAND, caseName, narrowed, VIEWPORTS, wholePlan } from './plan.mjs';
import { playStories } from './visit.mjs';

const CHROMIUM = process.env['KAUNTER_CHROMIUM'] ?? '/usr/bin/chromium';
const NOON = new Date('2026-11-21T14:15:00+08:00');
const PAGES = 2;

const { values } = parseArgs({
  options: {
    screen: { type: 'string' },
    language: { type: 'string' },
    text: { type: 'string' },
    theme: { type: 'string' },
    reach: { type: 'string' },
    viewport: { type: 'string' },
    stories: { type: 'boolean' },
    'no-axe': { type: 'boolean' },
    'no-pictures': { type: 'boolean' },
  },
});
const {
  stories = process.argv.length <= 2,
  'no-axe': noAxe = false,
  'no-pictures': noPictures = false,
  ...wishes
} = values;

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./plan.mjs').Case} Case */

/** @param {Page} page @param {Case} one */
async function show(page, { screen, language, preferences }) {
  const { screen: name, touch, type, see } = BY_HAND[screen] ?? { screen };
  await showView(page, name, language, preferences);
  for (const one of [touch ?? []].flat()) await page.locator(one).first().click();
  if (type) await page.keyboard.type(type);
  if (see)
    await page
      .locator(see)
      .first()
      .evaluate((there) => there.scrollIntoView());
  await settle(page);
}

/** What does not fit beside, or needs ways up and down, is found out one frame after the other. */
async function settle(/** @type {Page} */ page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let settling = 0; settling < 6; settling += 1) await frame();
  });
}

/**
 * @param {Page} page
 * @param {string} screen
 * @param {string} language
 * @param {import('./plan.mjs').Preferences} preferences
 */
async function showView(page, screen, language, preferences) {
  await page.evaluate(async ([name, tag, wanted]) => {
    window.kaunter?.show(/** @type {never} */ (name), tag, /** @type {never} */ (wanted));
    document.documentElement.dataset['text'] = /** @type {{ text: string }} */ (wanted).text;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await document.fonts.ready;
    do await frame();
    while (document.querySelector('.coming'));
  }, /** @type {const} */ ([screen, language, preferences]));
}

/** @param {Page} page @param {Case} one @returns {Promise<string[]>} */
async function askAxe(page, one) {
  const enhanced = one.preferences.theme === 'paper';
  return page.evaluate(async (strict) => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'color-contrast-enhanced': { enabled: strict } },
    });
    return violations.flatMap((/** @type {any} */ violation) =>
      violation.nodes.map(
        (/** @type {any} */ node) => `axe ${violation.id}: ${node.target} ${node.failureSummary}`,
      ),
    );
  }, enhanced);
}

/** @param {Page} page @param {Case} one @returns {Promise<string[]>} */
async function lookAt(page, one) {
  await show(page, one);
  if (!noPictures) {
    const path = `${RESULTS}${one.viewport.name}/${caseName(one)}.png`;
    await page.screenshot({ path });
  }
  const faults = await page.evaluate(measurePage);
  faults.push(...(await page.evaluate(measureBreaks, one.preferences.text === 'largest')));
  if (!noAxe) faults.push(...(await askAxe(page, one)));
  return faults;
}

/** @param {import('playwright-core').Browser} browser @param {string} address @param {Case[]} cases */
async function lookAtAll(browser, address, cases) {
  /** @type {{ name: string, faults: string[] }[]} */
  const bad = [];
  for (const viewport of VIEWPORTS) {
    const queue = cases.filter((one) => one.viewport === viewport);
    if (queue.length === 0) continue;
    // A window each: of two pages in one window, only the one in front is drawn.
    const worker = async () => {
      const context = await browser.newContext({
        viewport: { width: viewport.width, height: viewport.height },
        reducedMotion: 'reduce',
        timezoneId: 'Asia/Taipei',
      });
      await context.clock.setFixedTime(NOON);
      const page = await context.newPage();
      page.on('pageerror', (error) => bad.push({ name: 'page', faults: [String(error)] }));
      await page.goto(address);
      await page.locator('.kiosk[data-whole="true"]').waitFor();
      await page.evaluate(axe);
      for (let one = queue.shift(); one; one = queue.shift()) {
        const faults = await lookAt(page, one);
        if (faults.length > 0) bad.push({ name: `${viewport.name} ${caseName(one)}`, faults });
      }
      await context.close();
    };
    await Promise.all(Array.from({ length: PAGES }, worker));
  }
  return bad;
}

/** @param {import('playwright-core').Browser} browser @param {string} address */
async function whatThereIs(browser, address) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.kaunter !== undefined);
  const { names, languages } = await page.evaluate(() => ({
    names: window.kaunter?.names ?? [],
    languages: window.kaunter?.languages ?? [],
  }));
  await page.close();
  return wholePlan(names, languages);
}

const started = Date.now();
await mkdir(RESULTS, { recursive: true });
if (process.argv.length <= 2) {
  for (const { name } of VIEWPORTS) await rm(RESULTS + name, { recursive: true, force: true });
}
const { address, stop } = await serveScreens();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
try {
  const cases = values.stories ? [] : narrowed(await whatThereIs(browser, address), wishes);
  const bad = stories ? await playStories(browser, address) : [];
  bad.push(...(await lookAtAll(browser, address, cases)));
  for (const { name, faults } of bad) {
    console.error(`\n${name}`);
    for (const fault of faults) console.error(`  ${fault.replace(/\s+/g, ' ')}`);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n${cases.length} looked at in ${seconds} s, ${bad.length} with faults`);
  process.exitCode = bad.length > 0 || (cases.length === 0 && !stories) ? 1 : 0;
} finally {
  await browser.close();
  await stop();
}

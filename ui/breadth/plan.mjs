/**
 * What is looked at: every screen in every language, size and orientation; every screen in every
 * theme; every screen with the controls in every place.
 */

/** @typedef {{ name: string, width: number, height: number }} Viewport */
/** @typedef {{ text: string, theme: string, reach: string }} Preferences */
/** @typedef {{ viewport: Viewport, screen: string, language: string, preferences: Preferences }} Case */

/** @type {Viewport[]} */
export const VIEWPORTS = [
  { name: 'portrait', width: 1080, height: 1920 },
  { name: 'landscape', width: 1920, height: 1080 },
  { name: 'small', width: 768, height: 1366 },
];
/**
 * What a visitor has opened or typed on a screen, or gone down to: it is in no view, so it is done
 * by hand.
 * @type {Record<string, { screen: string, touch?: string | string[], type?: string, see?: string }>}
 */
export const BY_HAND = {
  appearance: { screen: 'home', touch: '[data-act="appearance"]' },
  'answer-why': { screen: 'answer', touch: '[data-act="why"]' },
  'ask-typing': { screen: 'ask', type: 'rup wu0 ' },
  'status-second': { screen: 'status', touch: '[data-act="status-more"]', type: '1953-03-05' },
  'form-stop': { screen: 'form-yes-no', touch: '[data-act="form-stop"]' },
  'form-code': { screen: 'forms', touch: '[data-act="form-code"]' },
  'form-date-year': { screen: 'form-date', touch: '[data-part="decade"] [data-value="4"]' },
  'form-typed': { screen: 'form-choice', touch: '[data-act="form-type"]' },
  'form-why': { screen: 'form-date', touch: '[data-act="form-why"]' },
  'form-review-eligibility': { screen: 'form-review', see: '[data-verdict]' },
  'form-papers': { screen: 'form-finished', see: '.papers' },
  'form-remove': { screen: 'form-review', touch: '[data-act="form-remove"] >> nth=0' },
  'officer-keys': { screen: 'officer-desk', touch: '[data-act="officer-keys"]' },
  'officer-take-over': { screen: 'officer-desk', type: '7km3pr' },
  'officer-find-other': { screen: 'officer-desk', type: '11112222' },
  'officer-find-none': { screen: 'officer-desk', type: 'xyz' },
  'officer-form-slips': { screen: 'officer-form', see: '[data-slip]' },
  'officer-form-void': { screen: 'officer-form', touch: '[data-act="officer-void-open"]' },
  'officer-form-void-sure': {
    screen: 'officer-form',
    touch: ['[data-act="officer-void-open"]', '[data-act="officer-void-why-mistaken"]'],
  },
  'officer-enrol': {
    screen: 'officer-agency-none',
    touch: '[data-act="officer-enrol"]',
    type: 'https',
  },
  'officer-own-pin': { screen: 'officer-device', touch: '[data-act="officer-own-pin"]' },
  'officer-printing': {
    screen: 'officer-device-admin',
    touch: '[data-act="officer-printing-open"]',
  },
  'officer-take-on': {
    screen: 'officer-staff',
    touch: '[data-act="officer-take-on-open"]',
    type: 'Mei',
  },
  'officer-take-on-role': {
    screen: 'officer-staff',
    touch: '[data-act="officer-take-on-open"]',
    type: 'Mei\n',
  },
  'officer-let-go': { screen: 'officer-staff', touch: '[data-act="officer-let-go-open"]' },
};
const TEXTS = ['standard', 'large', 'largest'];
const OTHER_THEMES = ['night', 'contrast'];
const OTHER_REACHES = ['left', 'right', 'low'];

/** The officer's side knows no other text, theme or place: they are the visitor's to choose. */
const forOfficers = (/** @type {string} */ screen) => screen.startsWith('officer-');

/**
 * @param {readonly string[]} screens
 * @param {readonly string[]} languages
 * @returns {Case[]}
 */
export function wholePlan(screens, languages) {
  /** @type {Case[]} */
  const cases = [];
  for (const viewport of VIEWPORTS) {
    for (const [index, screen] of [...screens, ...Object.keys(BY_HAND)].entries()) {
      const add = (
        /** @type {string} */ language,
        /** @type {Partial<Preferences>} */ preferences,
      ) =>
        cases.push({
          viewport,
          screen,
          language,
          preferences: { text: 'standard', theme: 'paper', reach: 'whole', ...preferences },
        });
      if (forOfficers(screen)) {
        const some = [languages[index % languages.length] ?? 'en'];
        for (const language of viewport.name === 'small' ? some : languages) add(language, {});
        continue;
      }
      const texts = viewport.name === 'small' ? ['standard', 'largest'] : TEXTS;
      for (const language of languages) for (const text of texts) add(language, { text });
      // Themes and places change no words: one language after the other is enough.
      let turn = index;
      const next = () => languages[turn++ % languages.length] ?? 'en';
      for (const theme of OTHER_THEMES) add(next(), { theme });
      for (const reach of OTHER_REACHES) {
        add(next(), { reach, text: viewport.name === 'small' ? 'largest' : 'standard' });
      }
    }
  }
  return cases;
}

/**
 * Only what is asked for: `--screen=home,ask --language=ko --text=largest --viewport=small`.
 * @param {Case[]} cases
 * @param {Record<string, string | undefined>} wishes
 */
export function narrowed(cases, wishes) {
  const allowed = (/** @type {string} */ key, /** @type {string} */ value) =>
    wishes[key] === undefined || wishes[key].split(',').includes(value);
  return cases.filter(
    ({ viewport, screen, language, preferences }) =>
      allowed('viewport', viewport.name) &&
      allowed('screen', screen) &&
      allowed('language', language) &&
      allowed('text', preferences.text) &&
      allowed('theme', preferences.theme) &&
      allowed('reach', preferences.reach),
  );
}

/** @param {Case} one */
export function caseName({ screen, language, preferences: { text, theme, reach } }) {
  const rest = [theme === 'paper' ? '' : theme, reach === 'whole' ? '' : reach].filter(Boolean);
  return [screen, language, text, ...rest].join('.');
}

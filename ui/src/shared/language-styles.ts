/**
 * Fonts and line breaking of each language, from its own folder of `locales`, so that a new
 * language needs no line of CSS.
 */
import { languagesWithWords, wordsIn } from './words';

/** CSS that says how each language with words is set. */
export function languageRules(): string {
  return languagesWithWords
    .map((language) => {
      const say = wordsIn(language);
      return `:lang(${language}) {
        --sans: ${say('language-type.sans')};
        --serif: ${say('language-type.serif')};
        --leading-body: ${say('language-type.leading')};
        word-break: ${say('language-type.word-break')};
      }`;
    })
    .join('\n');
}

/** Puts the rules on the page. */
export function applyLanguageRules(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(languageRules());
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

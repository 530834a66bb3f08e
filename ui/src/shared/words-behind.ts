/** The words of all screens behind the first one. */
import { addWords } from './words';

addWords(
  import.meta.glob<string>(
    ['../../../locales/*/*.ftl', '!../../../locales/*/{language,kiosk}.ftl'],
    { query: '?raw', import: 'default', eager: true },
  ),
);

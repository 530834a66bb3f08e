/**
 * Words on the screen come from `locales`, never from markup. This rule finds letters that stand
 * in a component's markup or in an attribute that is read aloud.
 */
const SPOKEN_ATTRIBUTES = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'placeholder',
  'title',
]);
const LETTER = /\p{L}/u;

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    messages: { literal: 'Words belong in locales/<language>/*.ftl: "{{text}}"' },
    schema: [],
  },
  create(context) {
    /** @param {any} node @param {string} text */
    const report = (node, text) => {
      if (LETTER.test(text)) {
        context.report({ node, messageId: 'literal', data: { text: text.trim().slice(0, 40) } });
      }
    };
    /** @type {Record<string, (node: any) => void>} */
    const visitors = {
      SvelteText(node) {
        const element = node.parent?.name?.name ?? '';
        if (element !== 'style' && element !== 'script') report(node, node.value);
      },
      SvelteAttribute(node) {
        if (!SPOKEN_ATTRIBUTES.has(node.key?.name)) return;
        for (const value of node.value ?? []) {
          if (value.type === 'SvelteLiteral') report(value, value.value);
        }
      },
    };
    return visitors;
  },
};

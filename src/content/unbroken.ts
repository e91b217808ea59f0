import type { satteri } from '@astrojs/markdown-satteri';

type Plugins = NonNullable<NonNullable<Parameters<typeof satteri>[0]>['hastPlugins']>;

const SIGN = /(§§?|stk\.|nr\.|litra|art\.|kapitel) (?=[\da-z])/g;
const AFTER_NUMBER = /(?<=\d) (?=(?:[a-z]|ff\.)(?![a-zæøå]))/g;

/** Words with the parts of a citation held together: a number stays on the line of its sign, a letter on that of its number. */
export function unbroken(words: string): string {
  return words.replace(SIGN, '$1\u00a0').replace(AFTER_NUMBER, '\u00a0');
}

/** Holds the citations of a text together. */
export const unbrokenCitations: Plugins[number] = {
  name: 'unbroken-citations',
  text(node, ctx) {
    const value = unbroken(node.value);
    if (value !== node.value) ctx.replaceNode(node, { type: 'text', value });
  },
};

/** Longer words may need to break themselves on a narrow phone. */
const LONGEST_KEPT = 22;
const SIGNS_AFTER = /^[.,;:!?)»]+/;

/** Keeps the sign after a word of the glossary on its line: the word is a button, and a line may break after one. */
export const signsAfterTerms: Plugins[number] = {
  name: 'signs-after-terms',
  mdxJsxTextElement: {
    filter: ['Term'],
    visit(term, ctx) {
      const place = ctx.indexOf(term);
      const next = place === undefined ? undefined : ctx.parent(term).children[place + 1];
      const signs = next?.type === 'text' ? SIGNS_AFTER.exec(next.value)?.[0] : undefined;
      if (next?.type !== 'text' || signs === undefined || ctx.textContent(term).length > LONGEST_KEPT) return;
      const children = [{ type: 'text' as const, value: signs }];
      ctx.wrapNode(term, { type: 'element', tagName: 'span', properties: { className: ['whole'] }, children });
      ctx.replaceNode(next, { type: 'text', value: next.value.slice(signs.length) });
    },
  },
};

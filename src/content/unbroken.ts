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

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, difference, type Vision } from '#tests/support/colour.ts';

const css = readFileSync(new URL('../../../src/components/layouts/look/tokens.css', import.meta.url), 'utf8');

/** The colour tokens of the first rule that follows `selector`. */
function colours(selector: string): Record<string, string> {
  const from = css.indexOf(selector);
  const rule = css.slice(css.indexOf('{', from), css.indexOf('}', from));
  return Object.fromEntries(
    [...rule.matchAll(/--([a-z0-9-]+):(#[0-9A-F]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
const light = colours(':root{');
const dark = { ...light, ...colours(':root:not([data-theme=light]){') };
const token = (theme: Record<string, string>, name: string) => {
  const value = theme[name];
  if (!value) throw new Error(`No token --${name}`);
  return value;
};

/** Token, ground, measured contrast in light and dark as docs/decisions/0006-look.md gives them, least allowed. */
const MEASURED: readonly (readonly [string, string, number, number, 4.5 | 3])[] = [
  ['edge', 'paper', 3.9, 5.7, 3],
  ['edge', 'sheet', 4.3, 5.2, 3],
  ['ink', 'paper', 15.2, 15.0, 4.5],
  ['ink-2', 'paper', 7.3, 9.3, 4.5],
  ['ink-2', 'well', 6.6, 7.2, 4.5],
  ['accent', 'paper', 8.2, 9.7, 4.5],
  ['accent', 'accent-tint', 7.1, 6.8, 4.5],
  ['accent-deep', 'on-accent', 12.6, 11.8, 4.5],
  ['on-accent', 'accent', 8.9, 9.4, 4.5],
  ['ink', 'accent-tint', 13.2, 10.4, 4.5],
  ['error', 'paper', 6.7, 8.7, 4.5],
  ['error', 'error-tint', 6.1, 7.2, 4.5],
  ['politi', 'paper', 6.7, 7.9, 4.5],
  ['politi', 'politi-tint', 6.0, 6.4, 4.5],
  ['kommune', 'paper', 5.5, 8.8, 4.5],
  ['kommune', 'kommune-tint', 5.2, 6.9, 4.5],
  ['psykiatri', 'paper', 5.5, 6.9, 4.5],
  ['psykiatri', 'psykiatri-tint', 5.0, 5.8, 4.5],
  ['kif', 'paper', 13.6, 15.6, 4.5],
  ['kif', 'kif-tint', 11.8, 10.6, 4.5],
];
const AUTHORITIES = ['politi', 'kommune', 'psykiatri', 'kif'];

describe.each([
  ['light', light, 2],
  ['dark', dark, 3],
] as const)('tokens in %s', (_, theme, column) => {
  test.each(MEASURED)('--%s on --%s can be read', (...row) => {
    const measured = contrast(token(theme, row[0]), token(theme, row[1]));
    expect(measured).toBeGreaterThanOrEqual(row[4]);
    expect(Math.abs(measured - row[column])).toBeLessThan(0.1);
  });

  test('text can be read on every ground that it stands on', () => {
    for (const ground of ['paper', 'sheet', 'well', 'accent-tint'])
      for (const text of ['ink', 'ink-2', 'accent', 'error'])
        expect(contrast(token(theme, text), token(theme, ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test('the focus ring is seen on every ground', () => {
    for (const ground of ['paper', 'sheet', 'well', 'accent-tint'])
      expect(contrast(token(theme, 'focus'), token(theme, ground))).toBeGreaterThanOrEqual(3);
  });

  test('an authority can be read on a chosen row and on a white sheet', () => {
    for (const name of AUTHORITIES) {
      expect(contrast(token(theme, name), token(theme, 'accent-tint')), name).toBeGreaterThanOrEqual(4.8);
      expect(contrast(token(theme, name), token(theme, 'sheet')), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each([
    ['normal', 54, 47],
    ['protanopia', 21, 30],
    ['deuteranopia', 32, 26],
    ['tritanopia', 30, 24],
  ] as const)('the authorities differ for %s vision', (vision: Vision, ...least) => {
    const pairs = AUTHORITIES.flatMap((one, index) =>
      AUTHORITIES.slice(index + 1).map((other) => [one, other] as const),
    );
    const smallest = Math.min(
      ...pairs.map(([one, other]) => difference(token(theme, one), token(theme, other), vision)),
    );
    expect(Math.round(smallest)).toBe(least[column - 2]);
  });
});

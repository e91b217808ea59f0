import { expect, test } from 'vitest';
import { unbroken } from '#src/content/unbroken.ts';

test.each([
  ['efter § 115, stk. 2, nr. 1', 'efter §_115, stk._2, nr._1'],
  ['Psykiatriloven § 13 a', 'Psykiatriloven §_13_a'],
  ['Serviceloven § 124 ff.', 'Serviceloven §_124_ff.'],
  ['Barnets lov §§ 136–137', 'Barnets lov §§_136–137'],
  ['art. 5, stk. 1, litra a–c', 'art._5, stk._1, litra_a–c'],
  // A word after a number is no letter of a paragraph.
  ['i 2013 fik en, 5 år, 2 af 3', 'i 2013 fik en, 5 år, 2 af 3'],
])('»%s« holds together', (words, held) => {
  expect(unbroken(words).replaceAll('\u00a0', '_')).toBe(held);
});

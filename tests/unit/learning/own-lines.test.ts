import { expect, test } from 'vitest';
import { createOwnLines } from '#src/learning/own-lines.ts';

const lines = createOwnLines('en hemmelighed på mindst toogtredive tegn');
const sealed = lines.seal('Fordi fristen løber.', 'kursist', 'forløb');

test('an own line is read again by the same key, learner and run', () => {
  expect(lines.open(sealed, 'kursist', 'forløb')).toBe('Fordi fristen løber.');
  expect(sealed).not.toContain('frist');
});

test('the same words are never sealed alike', () => {
  expect(lines.seal('Fordi fristen løber.', 'kursist', 'forløb')).not.toBe(sealed);
});

/** One letter in the middle is another one; the last letters of base64 hold bits that do not count. */
const letter = Math.floor(sealed.length / 2);
const changed = `${sealed.slice(0, letter)}${sealed[letter] === 'A' ? 'B' : 'A'}${sealed.slice(letter + 1)}`;

test.each([
  ['another learner', () => lines.open(sealed, 'en anden', 'forløb')],
  ['another run', () => lines.open(sealed, 'kursist', 'et andet')],
  ['another key', () => createOwnLines('en helt anden hemmelighed').open(sealed, 'kursist', 'forløb')],
  ['a changed letter', () => lines.open(changed, 'kursist', 'forløb')],
  ['clear text', () => lines.open('Fordi fristen løber.', 'kursist', 'forløb')],
  ['nothing', () => lines.open('', 'kursist', 'forløb')],
])('it is lost for %s', (_, open) => {
  expect(open()).toBeNull();
});

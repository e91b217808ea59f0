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

test.each([
  ['another learner', () => lines.open(sealed, 'en anden', 'forløb')],
  ['another run', () => lines.open(sealed, 'kursist', 'et andet')],
  ['another key', () => createOwnLines('en helt anden hemmelighed').open(sealed, 'kursist', 'forløb')],
  ['a changed letter', () => lines.open(`${sealed.slice(0, -2)}AA`, 'kursist', 'forløb')],
  ['clear text', () => lines.open('Fordi fristen løber.', 'kursist', 'forløb')],
  ['nothing', () => lines.open('', 'kursist', 'forløb')],
])('it is lost for %s', (_, open) => {
  expect(open()).toBeNull();
});

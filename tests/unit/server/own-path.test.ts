import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath } from '#src/server/own-path.ts';

const ORIGIN = 'https://akademi.example.dk';

test('IN-2: whatever is asked for, the way leads to our own house', () => {
  const hostile = fc.constantFrom(
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '\\\\evil.example',
    '/%09/evil.example',
    '///evil.example',
    ' /x',
    '/x\r\nset-cookie: a=b',
    '/.//evil.example',
    '/..//evil.example',
    '@evil.example',
    '/@evil.example',
    '',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        hostile,
        fc.webUrl(),
        fc.string(),
        fc.string().map((text) => `/${text}`),
      ),
      (asked) => {
        const path = ownPath(asked, '/min-laering');
        return (
          new URL(path, ORIGIN).origin === ORIGIN &&
          path.startsWith('/') &&
          !/[\r\n\t\\]/.test(path) &&
          new URL(`${ORIGIN}${path}`).host === new URL(ORIGIN).host
        );
      },
    ),
    { numRuns: 2000 },
  );
});

test('an own path is kept', () => {
  for (const path of ['/', '/min-laering', '/moduler/maa-jeg-dele/forloeb/3', '/scenarier/x/spil/019?a=b&c=%C3%A6'])
    expect(ownPath(path, '/else')).toBe(path);
});

test('nothing asked for gives the fallback', () => {
  for (const none of [null, undefined, '']) expect(ownPath(none, '/min-laering')).toBe('/min-laering');
});

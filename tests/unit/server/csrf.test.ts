import { describe, expect, test } from 'vitest';
import { csrfVerdict } from '#src/server/csrf.ts';

const ORIGIN = 'https://akademi.example.dk';
const FORM = 'application/x-www-form-urlencoded';
const verdict = (method: string, headers: Record<string, string>) =>
  csrfVerdict({ method, headers: new Headers(headers) }, ORIGIN);

describe('CSRF-1', () => {
  test.each(['GET', 'HEAD', 'OPTIONS'])('%s changes nothing and passes', (method) => {
    expect(verdict(method, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe('pass');
  });

  const unsafe = ['POST', 'PUT', 'PATCH', 'DELETE', 'post', 'MOVE', 'QUERY'];
  test.each(unsafe)('%s passes from our own pages only', (method) => {
    const from = (headers: Record<string, string>) => verdict(method, { 'content-type': FORM, ...headers });
    expect(from({ 'sec-fetch-site': 'same-origin' })).toBe('pass');
    expect(from({ origin: ORIGIN })).toBe('pass');
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'Same-Origin' },
      { 'sec-fetch-site': '' },
      { 'sec-fetch-site': 'cross-site', origin: ORIGIN },
      { 'sec-fetch-site': 'same-origin, cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: '' },
      { origin: `${ORIGIN}.evil.example` },
      { origin: `${ORIGIN}:8443` },
      { origin: ORIGIN.replace('https', 'http') },
      { referer: `${ORIGIN}/min-laering` },
      {},
    ])
      expect(from(headers), JSON.stringify(headers)).toBe('foreign');
  });

  test('a method override in a header overrides nothing', () => {
    expect(verdict('POST', { 'content-type': FORM, 'x-http-method-override': 'GET' })).toBe('foreign');
  });

  test.each([
    'text/plain',
    'application/json',
    'application/xml',
    'application/x-www-form-urlencoded-not',
    'multipart/mixed',
    '',
    'form',
  ])('content type "%s" is refused', (type) => {
    expect(verdict('POST', { 'sec-fetch-site': 'same-origin', ...(type ? { 'content-type': type } : {}) })).toBe(
      'unsupported-type',
    );
  });

  test.each([FORM, `${FORM}; charset=UTF-8`, 'multipart/form-data; boundary=x', 'Application/X-WWW-Form-Urlencoded'])(
    'content type "%s" is a form',
    (type) => {
      expect(verdict('POST', { 'sec-fetch-site': 'same-origin', 'content-type': type })).toBe('pass');
    },
  );
});

import { expect, test } from 'vitest';
import { PROBLEMS } from '#src/server/problem.da.ts';
import { problemAnswer, wantsJson } from '#src/server/problem.ts';

const asking = (accept: string) => ({ headers: new Headers({ accept }) });

test('a browser is shown a page, a script is told in JSON', () => {
  expect(wantsJson('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8')).toBe(false);
  expect(wantsJson('application/json')).toBe(true);
  expect(wantsJson('application/problem+json, application/json')).toBe(true);
  expect(wantsJson('text/html, application/json')).toBe(false);
  expect(wantsJson('*/*')).toBe(false);
  expect(wantsJson(null)).toBe(false);
});

test('RFC 9457: each problem says type, title, status and what to do, in Danish, and nothing of the inside', async () => {
  for (const [code, { status, title }] of Object.entries(PROBLEMS)) {
    const answer = problemAnswer(asking('application/json'), code as keyof typeof PROBLEMS);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const body = (await answer.json()) as Record<string, unknown>;
    expect(Object.keys(body).toSorted()).toEqual(['detail', 'status', 'title', 'type']);
    expect(body).toMatchObject({ type: `/problemer/${code}`, title, status });
  }
});

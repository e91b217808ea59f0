import { formWith, Visitor } from '#tests/support/http-client.ts';
import { expect, test } from './fixtures.ts';

const CASE = '/scenarier/tre-gange-paa-to-maaneder';

test.describe('bad input and faults', () => {
  async function inScene(address: string, name: string, seat = 'kommune') {
    const visitor = new Visitor(address);
    await visitor.signIn(name);
    const intro = await visitor.get(CASE);
    const started = await visitor.submit(CASE, formWith(intro.text, 'scenario'), { seat });
    expect(started.status).toBe(303);
    const path = started.location ?? '';
    const scene = await visitor.get(path);
    return { visitor, path, form: formWith(scene.text, 'node') };
  }

  test('DUR-3: the same post again is a success that stores nothing twice', async ({ baseURL }) => {
    const { visitor, path, form } = await inScene(baseURL ?? '', 'Mette');
    const option = form.choices.option?.[0] ?? '';
    const answers = [await visitor.submit(path, form, { option }), await visitor.submit(path, form, { option })];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  });

  test('DUR-3: another answer under the same id is refused with a sentence', async ({ baseURL }) => {
    const { visitor, path, form } = await inScene(baseURL ?? '', 'Mette');
    const [first = '', second = ''] = form.choices.option ?? [];
    expect((await visitor.submit(path, form, { option: first })).status).toBe(303);
    const refused = await visitor.submit(path, form, { option: second });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Du har allerede svaret her');
  });

  test('a stale form of an earlier scene is refused, and the page shows where one is', async ({ baseURL }) => {
    const { visitor, path, form } = await inScene(baseURL ?? '', 'Mette');
    const [first = '', second = ''] = form.choices.option ?? [];
    await visitor.submit(path, form, { option: first });
    const stale = await visitor.submit(
      path,
      { ...form, hidden: { ...form.hidden, id: '01990000-0000-7000-8000-000000000001' } },
      { option: second },
    );
    expect(stale.status).toBe(409);
    expect(formWith(stale.text, 'node').hidden.node).not.toBe(form.hidden.node);
  });

  test('AUTHZ-5: unknown and forged fields are refused', async ({ baseURL }) => {
    const { visitor, path, form } = await inScene(baseURL ?? '', 'Mette');
    const option = form.choices.option?.[0] ?? '';
    for (const forged of [{ rating: 'best' }, { learner: 'x' }, { received_at: '0' }, { __proto__x: '1' }]) {
      const answer = await visitor.submit(path, form, { option, ...forged });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Formularen kunne ikke læses');
    }
    expect(formWith((await visitor.get(path)).text, 'node').hidden.node).toBe(form.hidden.node);
  });

  test('forged choices: unknown, of another scene, of another seat, foreign attempt', async ({ baseURL }) => {
    const { visitor, path, form } = await inScene(baseURL ?? '', 'Mette');
    for (const option of ['findes-ikke', 'a', 'constructor']) {
      const answer = await visitor.submit(path, form, { option });
      expect([404, 409, 422]).toContain(answer.status);
    }
    const other = await inScene(baseURL ?? '', 'Henrik');
    const foreign = await other.visitor.submit(path, form, { option: form.choices.option?.[0] ?? '' });
    expect(foreign.status).toBe(404);
    expect(formWith((await visitor.get(path)).text, 'node').hidden.node).toBe(form.hidden.node);
  });

  test('CSRF-1: a post from elsewhere changes nothing', async ({ baseURL }) => {
    const { visitor, path, form } = await inScene(baseURL ?? '', 'Mette');
    const fields = { ...form.hidden, option: form.choices.option?.[0] ?? '' };
    const action = `${path}${form.action}`;
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ] as Record<string, string>[]) {
      const answer = await visitor.post(action, fields, headers);
      expect(answer.status, JSON.stringify(headers)).toBe(403);
    }
    expect(formWith((await visitor.get(path)).text, 'node').hidden.node).toBe(form.hidden.node);
  });

  test('IN-1: an over-long text and an over-large body are refused, each with its sentence', async ({ baseURL }) => {
    const { visitor, path, form } = await inScene(baseURL ?? '', 'Mette');
    const option = form.choices.option?.[0] ?? '';
    const long = await visitor.submit(path, form, { option, ownLine: 'å'.repeat(1001) });
    expect(long.status).toBe(422);
    expect(long.text).toContain('Din begrundelse er for lang');
    const large = await visitor.submit(path, form, { option, ownLine: 'å'.repeat(100_000) });
    expect(large.status).toBe(413);
  });

  test('a sign-in that ran out meanwhile: said, nothing stored, and the way back', async ({ baseURL }) => {
    const { visitor, path, form } = await inScene(baseURL ?? '', 'Mette');
    visitor.cookies.clear();
    const answer = await visitor.submit(path, form, { option: form.choices.option?.[0] ?? '' });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('logget ud');
    expect(answer.text).toContain('/log-ind?naeste=');
    await visitor.signIn('Mette');
    expect(formWith((await visitor.get(path)).text, 'node').hidden.node).toBe(form.hidden.node);
  });

  test('SESS-2: after signing out the old cookie is dead', async ({ baseURL }) => {
    const { visitor } = await inScene(baseURL ?? '', 'Mette');
    const stolen = new Map(visitor.cookies);
    const page = await visitor.get('/min-laering');
    const out = /<form[^>]*action="([^"]*)"[^>]*>\s*<button[^>]*>\s*Log ud/.exec(page.text)?.[1] ?? '';
    const answer = await visitor.post(
      new URL(out.replaceAll('&amp;', '&'), `${visitor.address}/min-laering`).href.slice(visitor.address.length),
      {},
    );
    expect(answer.headers.get('clear-site-data')).toContain('"cookies"');
    for (const [name, value] of stolen) visitor.cookies.set(name, value);
    const again = await visitor.get('/min-laering');
    expect([302, 303]).toContain(again.status);
    expect(again.location).toContain('/log-ind');
  });

  test('XSS-2: every kind of response carries the security headers', async ({ baseURL }) => {
    const visitor = new Visitor(baseURL ?? '');
    await visitor.signIn('Mette');
    for (const path of [
      '/',
      '/moduler',
      '/min-laering',
      '/findes-ikke',
      '/api/health',
      '/favicon.svg',
      '/styregruppe',
      '/log-ind',
    ]) {
      const { headers } = await visitor.get(path);
      const csp = headers.get('content-security-policy') ?? '';
      expect(csp, path).toContain("frame-ancestors 'none'");
      expect(csp, path).not.toContain('unsafe');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
    }
    expect((await visitor.get('/min-laering')).headers.get('cache-control')).toContain('no-store');
  });

  test('AUTHZ-1: the steering pages are not there without a steering grant', async ({ baseURL }) => {
    const visitor = new Visitor(baseURL ?? '');
    await visitor.signIn('Sofie');
    expect((await visitor.get('/styregruppe')).status).toBe(404);
    expect((await visitor.get('/styregruppe/tal.csv')).status).toBe(404);
  });
});

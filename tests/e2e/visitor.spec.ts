import { loadContent } from '#src/content/load.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { expect, test } from './fixtures.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('The content breaks its rules');
const { modules, scenarios, provisions } = loaded.content;
/** One provision of each shape that its page can have. */
const shapes = new Map(
  Object.values(provisions).map((one) => [
    [
      one.certainty,
      one.redField,
      Boolean(one.quote),
      Boolean(one.note),
      Boolean(one.validFrom),
      Boolean(one.validTo),
    ].join(),
    one.id,
  ]),
);

const PUBLIC = [
  '/',
  '/moduler',
  ...modules.map(({ id }) => `/moduler/${id}`),
  '/bestemmelser',
  ...new Set(['rpl-115-2', ...shapes.values()].map((id) => `/bestemmelser/${id}`)),
  '/ordliste',
  '/scenarier',
  ...Object.keys(scenarios).map((id) => `/scenarier/${id}`),
  '/indikatorer',
  '/indikatorer/i01',
  '/aabne-spoergsmaal',
  '/maa-jeg-dele',
  '/soeg',
  '/fejl',
  '/uden-konto',
  '/hvor-sikre',
  '/privatliv',
  '/tilgaengelighed',
  '/smaa-tal',
  '/log-ind',
];

test.describe('a visitor', () => {
  for (const address of PUBLIC) {
    test(`reads ${address} without signing in, in every width and with no violation`, async ({
      page,
      expectNoViolations,
    }) => {
      const outside: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin))
          outside.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      const response = await page.goto(address);
      expect(response?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        // A late face may still be on its way; what stays is what counts.
        await expect.poll(overflow, { message: `${address} at ${width} px`, timeout: 5000 }).toBeLessThanOrEqual(0);
      }
      await expectNoViolations();
      expect(outside, 'the site contacts nobody').toEqual([]);
      expect(errors).toEqual([]);
    });
  }

  test('XSS-2: a prerendered page holds nothing personal and sets no cookie', async ({ page, request }) => {
    const response = await request.get('/moduler/maa-jeg-dele');
    expect(response.headers()['set-cookie']).toBeUndefined();
    expect(response.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    await page.goto('/moduler/maa-jeg-dele');
    await expect(page.getByText('Ikke gennemset').first()).toBeVisible();
  });

  test('a page that the browser has kept looks as it did the first time', async ({ page }) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto('/moduler/maa-jeg-dele');
    const first = await paper();
    await page.goto('/moduler/maa-jeg-dele');
    expect(await paper()).toBe(first);
    await page.reload();
    expect(await paper()).toBe(first);
  });

  test('a personal page asks for sign-in and comes back to where one was going', async ({ page }) => {
    await page.goto('/min-laering');
    await expect(page).toHaveURL(/\/log-ind\?naeste=/);
    await page.getByRole('radio', { name: /^Sofie/ }).check();
    await page.getByRole('button', { name: 'Log ind' }).click();
    await expect(page).toHaveURL(/\/min-laering$/);
    // An open page still says "Log ind"; who follows it is led on.
    await page.goto('/log-ind');
    await expect(page).toHaveURL(/\/min-laering$/);
  });

  test('a page that does not exist says so in Danish', async ({ page }) => {
    const response = await page.goto('/findes-ikke');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('findes ikke');
  });
});

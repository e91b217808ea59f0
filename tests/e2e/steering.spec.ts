import { expect, PEOPLE, test } from './fixtures.ts';

test('a steering member sees the district’s published figures, each with its definition, and the same rows as CSV', async ({
  page,
  signInAs,
  expectNoViolations,
}) => {
  await signInAs(PEOPLE.steering);
  await page.goto('/styregruppe');
  await expect(page).toHaveURL(/\/styregruppe\/[a-z-]+$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Er grupperne klædt på?' })).toBeVisible();
  await expect(page.getByText('Opdigtede tal').first()).toBeVisible();
  await expect(page.getByText(/^Offentliggjort /)).toBeVisible();
  const cards = page.locator('.ind');
  expect(await cards.count()).toBeGreaterThanOrEqual(3);
  await expect(cards.filter({ hasText: 'Grundforløb' }).first()).toContainText(/\d+–\d+ %/);
  await expectNoViolations();

  // STAT-4: bands only; STAT-7: the file says what the page says.
  const shown = await page.getByRole('main').textContent();
  expect(shown).not.toMatch(/\b(0|100) %(?!\w)|(?<!–)\b\d+,\d+ %/);
  const csv = await page.request.get(`${new URL(page.url()).pathname}/tal.csv`);
  expect(csv.status()).toBe(200);
  expect(csv.headers()['content-type']).toContain('text/csv');
  const lines = (await csv.text()).trim().split('\r\n');
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) expect(line).toMatch(/^﻿?("([^"]|"")*";)*"([^"]|"")*"$/);

  // Every figure opens its definition.
  await cards
    .first()
    .getByRole('link', { name: /^Sådan er tallet lavet/ })
    .click();
  await expect(page).toHaveURL(/\/indikatorer\/i\d\d$/);
  await expect(page.getByText('Konstrueret').or(page.getByText('forslag')).first()).toBeVisible();
});

test('STAT-2: in a district that is too small the figures are hidden, with the reason', async ({
  page,
  signInAs,
  expectNoViolations,
}) => {
  await signInAs(PEOPLE.smallSteering);
  await page.goto('/styregruppe');
  await expect(page.locator('.ind').filter({ hasText: 'Skjult' }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Derfor er nogle tal skjult' })).toBeVisible();
  await expectNoViolations();
});

test('AUTHZ-1: a foreign district gives the same page as one that does not exist', async ({ page, signInAs }) => {
  await signInAs(PEOPLE.steering);
  await page.goto('/styregruppe');
  const own = new URL(page.url()).pathname;
  const foreign = own.includes('eksempel') ? '/styregruppe/lillekredsen' : '/styregruppe/eksempelkredsen';
  const answers = await Promise.all(
    [foreign, '/styregruppe/findes-ikke'].map(async (path) => {
      const [html, csv] = await Promise.all([page.request.get(path), page.request.get(`${path}/tal.csv`)]);
      return { status: html.status(), body: await html.text(), csv: csv.status() };
    }),
  );
  expect(answers[0]).toMatchObject({ status: 404, csv: 404 });
  expect(answers[1]).toEqual(answers[0]);
});

test('AUTHZ-3: the steering pages hold no person, pseudonym or event', async ({ page, signInAs }) => {
  await signInAs(PEOPLE.steering);
  await page.goto('/styregruppe');
  const html = await page.content();
  const csv = await (await page.request.get(`${new URL(page.url()).pathname}/tal.csv`)).text();
  for (const text of [html, csv]) {
    for (const name of ['Sofie', 'Henrik', 'Mette', 'Amir']) expect(text).not.toContain(name);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
  }
});

test('everyone lands where they belong: a steering member at the figures, an administrator at what readers report', async ({
  page,
  signInAs,
}) => {
  await signInAs(PEOPLE.steering);
  await expect(page).toHaveURL(/\/styregruppe\//);
  await page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Min læring' }).click();
  await expect(page).toHaveURL(/\/styregruppe\//);
  await page.context().clearCookies();
  await signInAs(PEOPLE.admin);
  await expect(page).toHaveURL(/\/redaktion$/);
});

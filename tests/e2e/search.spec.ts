import { expect, test } from './fixtures.ts';

test('a search finds a provision, a word and a heading, with and without scripts', async ({
  page,
  javaScriptEnabled,
  expectNoViolations,
}) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Søg' }).click();
  const field = page.getByRole('searchbox');
  const ask = async (query: string) => {
    await field.fill(query);
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Søg' }).click();
  };
  const first = page.locator('#resultater li a').first();

  await ask('§ 115, stk. 2');
  await expect(first).toHaveText('Retsplejeloven § 115, stk. 2');
  // What is searched stands in no address.
  expect(page.url()).toMatch(/\/soeg$/);
  await expectNoViolations();

  await ask('kif');
  await expect(first).toContainText('Kriminalforsorgen i Friheden');
  await expect(page.locator('#resultater mark').first()).toBeVisible();

  await ask('hvornår § 115 åbner');
  await expect(first).toHaveText('Hvornår § 115 åbner');
  await first.click();
  await expect(page).toHaveURL(/\/moduler\/maa-jeg-dele#betingelser$/);

  await page.goto('/soeg');
  await ask('<img src=x onerror=alert(1)> a:b ^~*');
  await expect(page.locator('#resultater img')).toHaveCount(0);
  await ask('xyzzyqvw');
  await expect(page.locator('#resultater').getByText('Der er ikke fundet noget på »xyzzyqvw«.')).toBeVisible();
});

test('a search has an address that can be passed on, and no server sees it', async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'what stands after the # is read by a script');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto('/soeg');
  await page.getByRole('searchbox').fill('brudaftale');
  const link = page.getByRole('link', { name: 'Link til denne søgning' });
  await expect(link).toHaveAttribute('href', '/soeg#q=brudaftale');
  // Until the link is taken, what is typed stands in no address.
  expect(page.url()).toMatch(/\/soeg$/);
  await link.click();
  await expect(page).toHaveURL(/\/soeg#q=brudaftale$/);

  await page.goto('about:blank');
  await page.goto('/soeg#q=tavshedspligt');
  await expect(page.getByRole('searchbox')).toHaveValue('tavshedspligt');
  await expect(page.locator('#resultater li a').first()).toHaveText('Tavshedspligt');
  expect(asked.filter((line) => /brudaftale|tavshedspligt/.test(line.replace(/#.*?( |$)/, ' ')))).toEqual([]);
});

test('what is only near is called so, and nothing found leads on', async ({ page, javaScriptEnabled }) => {
  await page.goto('/soeg');
  const ask = async (query: string) => {
    await page.getByRole('searchbox').fill(query);
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Søg' }).click();
  };
  await ask('tavshedsplight');
  await expect(page.getByRole('heading', { name: 'Ligner det, du søgte' })).toBeVisible();
  await ask('xyzzyqvw');
  const results = page.locator('#resultater');
  await expect(results.getByRole('link', { name: 'Se alle ord i ordlisten' })).toBeVisible();
  await expect(results.getByRole('link', { name: 'Få hjælp til, om du må dele' })).toBeVisible();
  await expect(results.getByRole('link', { name: 'Har du fundet en fejl?' })).toBeVisible();
});

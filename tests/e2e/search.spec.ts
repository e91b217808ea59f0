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
  await expect(page.getByText('Der er ikke fundet noget på »xyzzyqvw«.')).toBeVisible();
});

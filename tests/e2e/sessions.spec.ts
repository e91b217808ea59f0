import { expect, test } from './fixtures.ts';

test('SESS-1: a person sees where they are signed in, and ends it elsewhere', async ({
  page,
  browser,
  signInAs,
  javaScriptEnabled,
  baseURL,
  expectNoViolations,
}) => {
  // A person of its own, so that no other test's sign-ins stand in the list.
  const name = javaScriptEnabled ? 'Lone' : 'Amir';
  await signInAs(name);
  const other = await browser.newContext({ javaScriptEnabled: javaScriptEnabled ?? true, baseURL: baseURL ?? '' });
  const second = await other.newPage();
  await second.goto('/log-ind');
  await second.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
  await second.getByRole('button', { name: 'Log ind' }).click();
  await expect(second).not.toHaveURL(/log-ind/);

  await page.goto('/mine-logind');
  await expect(page.getByRole('heading', { level: 1, name: 'Her er du logget ind' })).toBeVisible();
  await expect(page.getByText('Denne browser')).toHaveCount(1);
  await expectNoViolations();
  const others = page.getByRole('button', { name: /^Log ud dér/ });
  const before = await others.count();
  expect(before).toBeGreaterThanOrEqual(1);
  await others.first().click();
  await expect(others).toHaveCount(before - 1);
  await second.goto('/mine-logind');
  await expect(second).toHaveURL(/log-ind/);
  await page.goto('/mine-logind');
  await expect(page.getByText('Denne browser')).toHaveCount(1);
  await other.close();
});

import { loadContent } from '#src/content/load.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { expect, islandsReady, test } from './fixtures.ts';
import { playOut } from './playing.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('The content breaks its rules');
const cases = Object.values(loaded.content.scenarios).map(({ scenario }) => scenario);

for (const { id, title, twinOf } of cases) {
  test(`»${title}« is played to an end from two seats, by the first and by the last of what is offered`, async ({
    page,
    signInAs,
    expectNoViolations,
    javaScriptEnabled,
  }) => {
    test.slow();
    await signInAs('Henrik');
    for (const [seat, pick] of [
      [0, 'first'],
      [1, 'last'],
    ] as const) {
      await page.goto(`/scenarier/${id}`);
      await expect(page.getByText('Hverken en jurist eller en kliniker har gennemset den endnu')).toBeVisible();
      await islandsReady(page, javaScriptEnabled);
      await page.getByRole('radio').nth(seat).check();
      await page.getByRole('button', { name: 'Begynd sagen' }).click();
      await expect(page).toHaveURL(/\/spil\//);
      expect(await playOut(page, javaScriptEnabled, pick)).toBeGreaterThanOrEqual(3);
      await expect(page).toHaveURL(/\/gennemgang\//);
      await expectNoViolations();
      // No slot of an edition is left open, and the twin is named only now.
      await expect(page.getByText('{{')).toHaveCount(0);
      if (twinOf) await expect(page.getByText('En anden sag med de samme tegn')).toBeVisible();
    }
  });
}

import { loadContent } from '#src/content/load.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { choicesTo } from '#tests/support/scenarios.ts';
import { expect, islandsReady, test } from './fixtures.ts';
import { playChoices } from './playing.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('The content breaks its rules');
const cases = Object.values(loaded.content.scenarios).map(({ scenario }) => scenario);
const ENDS = { good: 'Godt udfald', bad: 'Dårligt udfald' } as const;

for (const scenario of cases) {
  const { id, title, twinOf, roles } = scenario;
  const playable = Object.keys(roles).filter((seat) => roles[seat]?.playable);
  /** Two seats that can end badly, one for either end. */
  const seats = playable.filter((seat) => choicesTo(scenario, seat, 'bad')).slice(0, 2);

  test(`»${title}« is played from two seats, to a good end and to a bad one`, async ({
    page,
    signInAs,
    expectNoViolations,
    javaScriptEnabled,
  }) => {
    test.slow();
    expect(seats).toHaveLength(2);
    await signInAs('Henrik');
    // Without scripts the seats change ends, so that each is played to both.
    const ends = javaScriptEnabled ? (['good', 'bad'] as const) : (['bad', 'good'] as const);
    for (const [index, seat] of seats.entries()) {
      const end = ends[index] ?? 'good';
      const choices = choicesTo(scenario, seat, end);
      if (!choices) throw new Error(`${seat} cannot reach a ${end} end`);
      await page.goto(`/scenarier/${id}`);
      await expect(page.getByText('Hverken en jurist eller en kliniker har gennemset den endnu')).toBeVisible();
      await islandsReady(page, javaScriptEnabled);
      await page.locator(`input[name=seat][value="${seat}"]`).check();
      await page.getByRole('button', { name: 'Begynd sagen' }).click();
      await expect(page).toHaveURL(/\/spil\//);
      await playChoices(page, javaScriptEnabled, choices);
      await expect(page).toHaveURL(/\/gennemgang\//);
      await expect(page.getByText(ENDS[end], { exact: true })).toBeVisible();
      // Only who did not end well is told what would have helped.
      await expect(page.getByRole('heading', { name: 'Den mindste ændring' })).toHaveCount(end === 'good' ? 0 : 1);
      await expectNoViolations();
      // No slot of an edition is left open, and the twin is named only now.
      await expect(page.getByText('{{')).toHaveCount(0);
      if (twinOf) await expect(page.getByText('En anden sag med de samme tegn')).toBeVisible();
    }
  });
}

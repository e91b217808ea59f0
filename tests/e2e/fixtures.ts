import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

/** The demonstration's people, by what they come to do. */
export const PEOPLE = {
  newMember: 'Sofie',
  police: 'Henrik',
  steering: 'Birgit',
  smallSteering: 'Jens',
  admin: 'Lone',
} as const;

interface Fixtures {
  /** Signs in as a visitor would: picks the fictional person. */
  signInAs(name: string): Promise<void>;
  /** WCAG 2.2 A and AA and best practice; only where scripts run, since axe is one. */
  expectNoViolations(page?: Page): Promise<void>;
}

export const test = base.extend<Fixtures>({
  signInAs: async ({ page }, use) => {
    await use(async (name) => {
      await page.goto('/log-ind');
      await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
      await page.getByRole('button', { name: 'Log ind' }).click();
      await expect(page).not.toHaveURL(/log-ind/);
    });
  },
  expectNoViolations: async ({ page, javaScriptEnabled }, use) => {
    await use(async (other = page) => {
      if (!javaScriptEnabled) return;
      const { violations } = await new AxeBuilder({ page: other })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      ).toEqual([]);
    });
  },
});

/** Waits for the islands of a page, so that a click is not lost between delivery and hydration. */
export async function islandsReady(page: Page, javaScriptEnabled: boolean | undefined): Promise<void> {
  if (javaScriptEnabled) await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
}

import type { Page } from '@playwright/test';
import type { Question } from '#src/content/question-schema.ts';
import { extremes, fieldsFor } from '#tests/support/answering.ts';
import { expect, islandsReady } from './fixtures.ts';

/** Fills in the question on the page as a strong learner would. */
export async function answerStrongly(page: Page, question: Question): Promise<void> {
  const form = page.locator('main form').filter({ has: page.getByRole('button', { name: 'Svar', exact: true }) });
  for (const [name, value] of Object.entries(fieldsFor(question, extremes(question).strong))) {
    const field = form.locator(`[name="${name}"]`);
    if ((await field.first().evaluate(({ tagName }) => tagName)) === 'SELECT') await field.selectOption(value);
    else await form.locator(`[name="${name}"][value="${value}"]`).check();
  }
}

/** Goes through a module from where one is to its end: answers strongly, reads every part. */
export async function completeModule(
  page: Page,
  module: string,
  questions: Readonly<Record<string, Question>>,
  javaScriptEnabled: boolean | undefined,
): Promise<void> {
  await page.goto(`/moduler/${module}/forloeb`);
  for (let steps = 0; steps < 40 && !page.url().endsWith('/faerdig'); steps += 1) {
    await islandsReady(page, javaScriptEnabled);
    const read = page.getByRole('button', { name: 'Jeg har læst det – videre' });
    const here = page.url();
    if (await read.isVisible()) await read.click();
    else {
      const asked = questions[(await page.locator('main input[name=question]').inputValue()) ?? ''];
      if (!asked) throw new Error(`No question at ${here}`);
      await answerStrongly(page, asked);
      await page.getByRole('button', { name: 'Svar', exact: true }).click();
      await page.getByRole('link', { name: /^(Næste spørgsmål|Læs videre|Afslut modulet)$/ }).click();
    }
    await expect(page).not.toHaveURL(here);
  }
  await expect(page).toHaveURL(/\/faerdig$/);
}

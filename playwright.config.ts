import { defineConfig } from '@playwright/test';

/** Set by scripts/test.mjs: the Chromium of the system, of Debian, or of @sparticuz/chromium. */
const executablePath = process.env.PSP_CHROMIUM ?? '/usr/bin/chromium';
const args = JSON.parse(
  process.env.PSP_CHROMIUM_ARGS ??
    '["--no-sandbox","--disable-background-networking","--disable-component-update","--disable-sync","--no-first-run"]',
) as string[];

/** Tests that speak HTTP without a browser: once is enough. */
const PLAIN_HTTP = /(curriculum|durability|faults|links)\.spec\.ts$/;
/** What only scripts do (without them nothing is kept in the browser), and the long way that is walked once. */
const SCRIPTS_ONLY = /(axe|member|outbox)\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '.cache/reports/e2e.json' }]],
  globalSetup: './tests/support/e2e-server.ts',
  use: {
    ...(process.env.PSP_E2E_ADDRESS ? { baseURL: process.env.PSP_E2E_ADDRESS } : {}),
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    launchOptions: { executablePath, args },
  },
  projects: [
    { name: 'http', testMatch: PLAIN_HTTP },
    { name: 'with-scripts', testIgnore: PLAIN_HTTP, use: { javaScriptEnabled: true } },
    { name: 'without-scripts', testIgnore: [PLAIN_HTTP, SCRIPTS_ONLY], use: { javaScriptEnabled: false } },
  ],
});

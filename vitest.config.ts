import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
    projects: [
      // Reads files only, so that `npm run check` needs no database.
      { test: { name: 'structure', include: ['tests/unit/structure/**/*.test.ts'] } },
      {
        test: {
          name: 'code',
          include: ['tests/{unit,property,integration}/**/*.test.ts'],
          exclude: ['tests/unit/structure/**'],
          globalSetup: ['tests/support/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

import type { Migration } from 'kysely/migration';
import * as identity from './0001-identity.ts';
import * as signInLimits from './0002-sign-in-limits.ts';
import * as reminders from './0003-reminders.ts';

/** Listed by hand: a bundled server has no folder to scan. Frozen once merged. */
export const identityMigrations: Record<string, Migration> = {
  '0001-identity': identity,
  '0002-sign-in-limits': signInLimits,
  '0003-reminders': reminders,
};

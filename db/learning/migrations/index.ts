import type { Migration } from 'kysely/migration';
import * as learning from './0001-learning.ts';
import * as publication from './0002-publication.ts';
import * as scenarioReleases from './0003-scenario-releases.ts';
import * as visitors from './0004-visitors.ts';
import * as feedback from './0005-feedback.ts';
import * as certificates from './0006-certificates.ts';

/** Listed by hand: a bundled server has no folder to scan. Frozen once merged. */
export const learningMigrations: Record<string, Migration> = {
  '0001-learning': learning,
  '0002-publication': publication,
  '0003-scenario-releases': scenarioReleases,
  '0004-visitors': visitors,
  '0005-feedback': feedback,
  '0006-certificates': certificates,
};

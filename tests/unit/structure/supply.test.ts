import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#tests/support/imports.ts';

interface LockEntry {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  optional?: boolean;
  link?: boolean;
  os?: string[];
}
const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as Record<
  string,
  Record<string, string>
> & { allowScripts: Record<string, boolean> };
const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockEntry>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Optional binaries for platforms that we do not run on; a registry may not have them, so they carry no integrity (stack 1.2). */
const FOREIGN_BINARIES = /^node_modules\/(@astrojs\/compiler-binding|@biomejs\/cli)-(?!linux-x64(-gnu)?$)/;

describe('SUPPLY-1', () => {
  test('every package carries its integrity, but for the named foreign binaries', () => {
    const bare = packages.filter(([, { integrity }]) => !integrity).map(([path]) => path);
    expect(bare.filter((path) => !FOREIGN_BINARIES.test(path))).toEqual([]);
  });

  test('a package without integrity is optional and for another platform', () => {
    for (const [path, entry] of packages.filter(([, { integrity }]) => !integrity)) {
      expect(entry.optional, path).toBe(true);
      expect(entry.os, path).toBeDefined();
    }
  });

  test('no download addresses, git sources or links', () => {
    expect(packages.filter(([, { resolved, link }]) => resolved !== undefined || link).map(([path]) => path)).toEqual(
      [],
    );
  });

  test('every direct dependency names one exact version', () => {
    const ranges = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([]);
  });

  test('install scripts only from the named list', () => {
    const scripted = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  });

  test('the lock is complete, so that npm ci takes it', () => {
    expect(
      execFileSync(process.execPath, ['scripts/complete-lock.mjs', '--check'], { cwd: projectRoot, encoding: 'utf8' }),
    ).toContain('0 entries');
  });
});

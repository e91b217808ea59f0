// npm run check: everything that can be said without running the site. All checks run, then the verdict.
import { install, projectNode, run } from './setup.mjs';

install();
const node = projectNode();
const checks = [
  ['Form og lint', 'biome', ['check', '.', '--error-on-warnings']],
  ['Indhold', node, ['scripts/check-content.ts']],
  ['Typer', node, ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'error']],
  ['Importer og pakker', node, ['node_modules/vitest/vitest.mjs', 'run', 'tests/unit/structure', '--silent']],
];
const failed = checks.filter(([title, command, args]) => {
  console.log(`\n== ${title}`);
  return run(command, args) !== 0;
});
console.log(failed.length === 0 ? '\nAlt er i orden.' : `\nFejl i: ${failed.map(([title]) => title).join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { projectRoot } from '#tests/support/imports.ts';
import { buildLargeScenario } from '#tests/support/large-scenario.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import type { Overrides } from '#tests/support/scenarios.ts';

const folder = mkdtempSync(join(tmpdir(), 'psp-sager-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run scenarios -- …` as an author runs it. */
function scenarios(...args: string[]) {
  return spawnSync(process.execPath, ['scripts/scenarios.ts', ...args], { cwd: projectRoot, encoding: 'utf8' });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const rich = (changes: Overrides = {}) => stringify(buildRichScenario(changes));

test('a case without faults: what was walked, and exit code 0', () => {
  const { stdout, status } = scenarios('check', file('god.yaml', rich()));
  expect(stdout).toMatch(/god\.yaml: kommune: alle \d+ tilstande er gennemgået, 3–3 valg/);
  expect(stdout).toContain('0 fejl, 0 advarsler.');
  expect(status).toBe(0);
});

test('a fault is told with file, line, the shortest way there and what to do, and the exit code is 1', () => {
  const change = {
    nodes: {
      skidt: { unlucky: false },
      slut: {
        parts: {
          responsible: [
            {
              id: 'alle',
              text: 'Alle tre.',
              rating: 'acceptable',
              missing: 'Hvad mangler der?',
              why: 'Så er det ingen.',
            },
            { id: 'kommune', text: 'Kommunen.', set: { ansvar: 'kommune' }, rating: 'best', why: 'Fristen er deres.' },
          ],
        },
      },
    },
  };
  const { stdout, status } = scenarios('check', file('uretfaerdig.yaml', rich(change)));
  expect(stdout).toMatch(/uretfaerdig\.yaml:\d+: fejl uretfaerdig-slutning \(skidt\): Den dårlige slutning/);
  expect(stdout).toMatch(/vej dertil som kommune: »Hvad gør I først\?«: Jeg ringer .+ → »Runden« → »Inden I går«/);
  expect(stdout).toContain('skriv unlucky: true');
  expect(status).toBe(1);
});

test('what breaks the format is told with its line, for people and for programs', () => {
  const broken = file('brudt.yaml', rich().replace('type: sharing', 'type: deling'));
  const text = scenarios('check', broken);
  expect(text.stdout).toMatch(/brudt\.yaml:\d+: fejl /);
  expect(text.status).toBe(1);
  const json = scenarios('check', '--json', broken);
  const { findings } = JSON.parse(json.stdout) as { findings: { file: string; line: number; message: string }[] };
  expect(findings[0]).toMatchObject({ file: expect.stringContaining('brudt.yaml'), line: expect.any(Number) });
  expect(findings[0]?.line).toBeGreaterThan(10);
  expect(json.status).toBe(1);
});

test('past the budget the report says that plays were drawn instead', () => {
  const large = buildLargeScenario({ scenes: 150, variables: 9, values: 4, seed: 2 });
  const { stdout } = scenarios('check', '--json', file('stor.yaml', stringify(large)));
  const { coverage } = JSON.parse(stdout) as { coverage: object[] };
  expect(coverage).toEqual([expect.objectContaining({ kind: 'sampled', places: 200_000, plays: 10_000 })]);
}, 180_000);

test('without a file it reads the library', () => {
  const { stdout, status } = scenarios('check');
  expect(stdout).toContain('tre-gange-paa-to-maaneder.yaml: kommune:');
  expect(stdout).toContain('0 fejl, 0 advarsler.');
  expect(status).toBe(0);
}, 180_000);

test('a file that is not there, and a word that is no command, say what to do', () => {
  expect(scenarios('check', join(folder, 'ingen.yaml'))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('kan ikke læses'),
  });
  for (const args of [[], ['nej'], ['check', '--fart']])
    expect(scenarios(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('Brug: npm run scenarios') });
});

test('the schema is printed as JSON', () => {
  expect(JSON.parse(scenarios('schema').stdout)).toMatchObject({ $id: 'psp-scenario/1' });
});

test('every kind of finding is listed, for people and for programs', () => {
  const { stdout, status } = scenarios('findings');
  expect(stdout).toMatch(/^mangler \(mangler\): Et felt mangler\.\n {4}Skriv det\.$/m);
  expect(status).toBe(0);
  const listed: unknown = JSON.parse(scenarios('findings', '--json').stdout);
  expect(listed).toContainEqual(
    expect.objectContaining({ code: 'kif-efter-115', kind: 'error', help: expect.any(String) }),
  );
});

test('what is missing is counted apart from what is wrong, and gives exit code 1', () => {
  const { stdout, status } = scenarios(
    'check',
    file('mangler.yaml', rich().replace(/ +follows: Der går en uge\.\n/, '')),
  );
  expect(stdout).toMatch(/mangler\.yaml:\d+: mangler mangler \(valget\): Feltet follows mangler\./);
  expect(stdout).toContain('0 fejl, 1 mangler, 0 advarsler.');
  expect(status).toBe(1);
});

test('a file that is not UTF-8 is told as that, with its line', () => {
  const path = join(folder, 'latin.yaml');
  writeFileSync(path, Buffer.from(rich().replace('En rig sag', 'Børnesagen'), 'latin1'));
  const { stdout, status } = scenarios('check', path);
  expect(stdout).toMatch(/latin\.yaml:\d+: fejl ikke-utf8: Filen er ikke gemt som UTF-8/);
  expect(status).toBe(1);
});

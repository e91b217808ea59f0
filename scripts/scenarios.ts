// npm run scenarios -- check [--json] [file…]: reads scenario files by the format and walks every play of them; without a
// file, the whole library. Exit code 1 when there is an error or something is missing. npm run scenarios -- schema: the
// format as JSON Schema. npm run scenarios -- findings: every kind of finding, and what to do about it.
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkContext } from '#src/content/check-context.ts';
import { formatFindings, loadContent, scenarioFiles } from '#src/content/load.ts';
import {
  type Coverage,
  checkText,
  decodeUtf8,
  type ListedFinding,
  type LocatedFinding,
  listFindings,
  notUtf8,
  type TextReport,
} from '#src/scenarios/engine/index.ts';
import { scenarioJsonSchema } from '#src/scenarios/engine/json-schema.ts';

const USAGE = 'Brug: npm run scenarios -- check [--json] [fil …]   eller   -- findings [--json]   eller   -- schema';
const root = fileURLToPath(new URL('..', import.meta.url));
const [command, ...rest] = process.argv.slice(2);

const KINDS = { error: 'fejl', missing: 'mangler', warning: 'advarsel' } as const;

if (command === 'schema') console.log(JSON.stringify(scenarioJsonSchema(), null, 2));
else if (command === 'findings') process.exitCode = list(rest);
else if (command === 'check') process.exitCode = check(rest);
else {
  console.error(USAGE);
  process.exitCode = 2;
}

interface Options {
  readonly values: { readonly json?: boolean | undefined };
  readonly positionals: readonly string[];
}

/** Undefined when the command was given otherwise than it can be. */
function optionsFrom(args: string[]): Options | undefined {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true });
  } catch {
    console.error(USAGE);
    return undefined;
  }
}

/** @returns the exit code */
function list(args: string[]): number {
  const options = optionsFrom(args);
  if (!options) return 2;
  const findings = listFindings();
  if (options.values.json) console.log(JSON.stringify(findings, null, 2));
  else for (const one of findings) console.log(asLine(one));
  return 0;
}

function asLine({ code, kind, title, remedy }: ListedFinding): string {
  return `${code} (${KINDS[kind]}): ${title}.\n    ${remedy}`;
}

/** @returns the exit code */
function check(args: string[]): number {
  const options = optionsFrom(args);
  if (!options) return 2;
  const { values, positionals } = options;
  const loaded = loadContent(root, new Date().toISOString().slice(0, 10));
  if (!loaded.ok) {
    console.error(
      `Projektets eget indhold bryder reglerne, så intet kan kontrolleres:\n${formatFindings(loaded.findings)}`,
    );
    return 2;
  }
  const { content } = loaded;
  const files = positionals.length > 0 ? positionals.map((file) => resolve(file)) : scenarioFiles(root);
  const findings: LocatedFinding[] = [];
  const coverage: ({ readonly file: string } & Coverage)[] = [];
  const played: { readonly file: string; readonly played: TextReport['played'] }[] = [];
  for (const path of files) {
    const file = relative(process.cwd(), path);
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(path);
    } catch {
      console.error(`Filen ${file} kan ikke læses. Ret navnet.`);
      return 2;
    }
    const decoded = decodeUtf8(bytes);
    const report = decoded.ok
      ? checkText(decoded.text, file, (scenario) => checkContext(content, scenario))
      : notUtf8(file, decoded.line);
    findings.push(...report.findings);
    coverage.push(...report.coverage.map((one) => ({ file, ...one })));
    played.push({ file, played: report.played });
  }
  if (values.json) console.log(JSON.stringify({ findings, coverage, played }, null, 2));
  else print(findings, coverage, played);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function print(
  findings: readonly LocatedFinding[],
  coverage: readonly ({ readonly file: string } & Coverage)[],
  played: readonly { readonly file: string; readonly played: TextReport['played'] }[],
): void {
  for (const { file, line, kind, code, node, message, way, seat, suggestion } of findings) {
    console.log(`${file}:${line}: ${KINDS[kind]} ${code}${node === null ? '' : ` (${node})`}: ${message}`);
    if (way.length > 0) console.log(`    vej dertil${seat ? ` som ${seat}` : ''}: ${way.join(' → ')}`);
    if (suggestion) console.log(`    ${suggestion}`);
  }
  for (const one of coverage) {
    const extent =
      one.kind === 'all'
        ? `alle ${one.places.toLocaleString('da-DK')} tilstande er gennemgået`
        : `over ${one.places.toLocaleString('da-DK')} tilstande; ${one.plays.toLocaleString('da-DK')} tilfældige gennemspilninger i stedet`;
    const decisions = one.decisions ? `, ${one.decisions.fewest}–${one.decisions.most} valg` : '';
    console.log(`${one.file}: ${one.seat}: ${extent}${decisions}`);
  }
  for (const { file, played: extent } of played)
    if (extent === 'part') console.log(`${file}: kun spillet der, hvor filen er hel. Ret fejlene, og kør igen.`);
    else if (extent === 'none') console.log(`${file}: ikke spillet. Ret fejlene, og kør igen.`);
  const count = (kind: LocatedFinding['kind']) => findings.filter((one) => one.kind === kind).length;
  const missing = count('missing') > 0 ? `${count('missing')} mangler, ` : '';
  console.log(`${count('error')} fejl, ${missing}${count('warning')} advarsler.`);
}

// npm run scenarios -- check [--json] [file…]: reads scenario files by the format and walks every play of them; without a
// file, the whole library. Exit code 1 when there is an error. npm run scenarios -- schema: the format as JSON Schema.
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkContext } from '#src/content/check-context.ts';
import { formatFindings, loadContent, scenarioFiles } from '#src/content/load.ts';
import { type CheckFinding, type Coverage, checkScenario, parseScenario } from '#src/scenarios/engine/index.ts';
import { scenarioJsonSchema } from '#src/scenarios/engine/json-schema.ts';

const USAGE = 'Brug: npm run scenarios -- check [--json] [fil …]   eller   npm run scenarios -- schema';
const root = fileURLToPath(new URL('..', import.meta.url));
const [command, ...rest] = process.argv.slice(2);

if (command === 'schema') console.log(JSON.stringify(scenarioJsonSchema(), null, 2));
else if (command === 'check') process.exitCode = check(rest);
else {
  console.error(USAGE);
  process.exitCode = 2;
}

/** A finding as it is printed: where in which file, what, how one comes there, what to do. */
interface Printed extends Omit<CheckFinding, 'at'> {
  readonly file: string;
  readonly line: number;
}

/** @returns the exit code */
function check(args: string[]): number {
  let options: { values: { json?: boolean }; positionals: string[] };
  try {
    options = parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true });
  } catch {
    console.error(USAGE);
    return 2;
  }
  const { values, positionals } = options;
  const loaded = loadContent(root, new Date().toISOString().slice(0, 10));
  if (!loaded.ok) {
    console.error(
      `Projektets eget indhold bryder reglerne, så intet kan kontrolleres:\n${formatFindings(loaded.findings)}`,
    );
    return 2;
  }
  const files = positionals.length > 0 ? positionals.map((file) => resolve(file)) : scenarioFiles(root);
  const findings: Printed[] = [];
  const coverage: ({ readonly file: string } & Coverage)[] = [];
  for (const path of files) {
    const file = relative(process.cwd(), path);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      console.error(`Filen ${file} kan ikke læses. Ret navnet.`);
      return 2;
    }
    const parsed = parseScenario(text, file);
    if (!parsed.ok) {
      for (const { line, path: at, code, message } of parsed.findings)
        findings.push({
          file,
          line,
          code,
          severity: 'error',
          node: null,
          message: at === '' ? `${message}.` : `${at}: ${message}.`,
          path: [],
          suggestion: null,
        });
      continue;
    }
    const { scenario, lineOf } = parsed;
    const report = checkScenario(scenario, checkContext(loaded.content, scenario));
    for (const { at, ...finding } of report.findings)
      findings.push({ file, line: lineOf(at ?? (finding.node === null ? [] : ['nodes', finding.node])), ...finding });
    coverage.push(...report.coverage.map((one) => ({ file, ...one })));
  }
  if (values.json) console.log(JSON.stringify({ findings, coverage }, null, 2));
  else print(findings, coverage);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function print(findings: readonly Printed[], coverage: readonly ({ readonly file: string } & Coverage)[]): void {
  for (const { file, line, severity, code, node, message, path, seat, suggestion } of findings) {
    console.log(
      `${file}:${line}: ${severity === 'error' ? 'fejl' : 'advarsel'} ${code}${node === null ? '' : ` (${node})`}: ${message}`,
    );
    if (path.length > 0) console.log(`    vej dertil${seat ? ` som ${seat}` : ''}: ${path.join(' → ')}`);
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
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  console.log(`${errors} fejl, ${findings.length - errors} advarsler.`);
}

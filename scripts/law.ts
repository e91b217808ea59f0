// npm run law -- changed rpl-115 --what "…": lists everything that rests on the provision and marks it on the site.
// npm run law -- reviewed rpl-115 module:maa-jeg-dele …: takes off what has been looked at; the change goes with the last.
// npm run law -- open: what is left.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { keysOf, toReview } from '#src/content/law-changes.ts';
import { formatFindings, loadContent } from '#src/content/load.ts';
import { isUnder, restsOn } from '#src/content/rests-on.ts';
import type { Content, LawChange } from '#src/content/schema.ts';

const USAGE = `Brug: npm run law -- changed <bestemmelse> --what "hvad der er ændret"
      npm run law -- reviewed <bestemmelse> <module:id …>
      npm run law -- open`;
const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'src/content/law-changes.yaml');
const today = new Date().toISOString().slice(0, 10);

class Refused extends Error {}

try {
  run();
} catch (error) {
  const isArguments = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof Refused || isArguments)) throw error;
  console.error(isArguments ? USAGE : error.message);
  process.exitCode = 1;
}

function run(): void {
  const { values, positionals } = parseArgs({ options: { what: { type: 'string' } }, allowPositionals: true });
  const [command, provision, ...keys] = positionals;
  const loaded = loadContent(root, today);
  if (!loaded.ok) throw new Refused(`Indholdet bryder reglerne:\n${formatFindings(loaded.findings)}`);
  const { content } = loaded;
  if (command === 'open') {
    printOpen(content);
    return;
  }
  if (!provision) throw new Refused(USAGE);
  if (!Object.keys(content.provisions).some(isUnder(provision)))
    throw new Refused(`Bestemmelsen ${provision} findes ikke i registeret. Se src/content/law/.`);
  if (command === 'changed') changed(content, provision, values.what);
  else if (command === 'reviewed') reviewed(content, provision, keys);
  else throw new Refused(USAGE);
}

function changed(content: Content, provision: string, what: string | undefined): void {
  const keys = keysOf(restsOn(content, isUnder(provision)));
  console.log(keys.length === 0 ? `Intet bygger på ${provision}.` : `På ${provision} bygger:\n${lines(content, keys)}`);
  if (!what) {
    console.log('\nIntet er markeret. Skriv --what "hvad der er ændret" for at markere det på siderne.');
    return;
  }
  if (content.lawChanges.some((change) => change.provision === provision))
    throw new Refused(`${provision} er allerede markeret som ændret. Gør den færdig først: npm run law -- open`);
  write([...content.lawChanges, { provision, on: today, what, reviewed: [] }]);
  console.log(`\nMarkeret: ${keys.length} steder siger nu, at bestemmelsen er ændret. Byg siden igen.`);
}

function reviewed(content: Content, provision: string, keys: readonly string[]): void {
  const change = content.lawChanges.find((one) => one.provision === provision);
  if (!change) throw new Refused(`${provision} er ikke markeret som ændret.`);
  const open = toReview(content, change);
  const unknown = keys.filter((key) => !open.includes(key));
  if (keys.length === 0 || unknown.length > 0)
    throw new Refused(
      `${unknown.length > 0 ? `Det venter ikke: ${unknown.join(', ')}. ` : ''}Skriv et eller flere af:\n${lines(content, open)}`,
    );
  const left = open.filter((key) => !keys.includes(key));
  const others = content.lawChanges.filter((one) => one !== change);
  write(left.length === 0 ? others : [...others, { ...change, reviewed: [...change.reviewed, ...keys] }]);
  console.log(
    left.length === 0
      ? `Alt er set efter. ${provision} er ikke længere markeret.`
      : `Tilbage:\n${lines(content, left)}`,
  );
}

function printOpen(content: Content): void {
  if (content.lawChanges.length === 0) console.log('Ingen ændringer venter.');
  for (const change of content.lawChanges)
    console.log(`${change.provision} (${change.on}): ${change.what}\n${lines(content, toReview(content, change))}\n`);
}

function lines({ modules, scenarios }: Content, keys: readonly string[]): string {
  const titles = new Map<string, string>([
    ...modules.map(({ id, title }) => [`module:${id}`, title] as const),
    ...Object.values(scenarios).map(({ scenario }) => [`scenario:${scenario.id}`, scenario.title] as const),
  ]);
  return keys.map((key) => `  ${key}${titles.has(key) ? `  ${titles.get(key)}` : ''}`).join('\n');
}

/** Keeps the comment at the top of the file. */
function write(changes: readonly LawChange[]): void {
  const document = parseDocument(readFileSync(file, 'utf8'));
  document.set('changes', changes);
  writeFileSync(file, document.toString());
}

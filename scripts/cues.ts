// npm run cues [-- group …]: how well somebody who reads nothing but the options finds the key, in each bank and group. With
// the names of modules or cases also each of their sets: what the two readers take, and which words made them. With --table
// the figures of every module and case as docs/content-quality.md has them.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { answerSets } from '#src/content/cues/answer-sets.ts';
import { type BankReport, cueFindings, readBanks } from '#src/content/cues/check-cues.ts';
import { formatFindings, loadContent } from '#src/content/load.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { positionals: wanted, values } = parseArgs({ allowPositionals: true, options: { table: { type: 'boolean' } } });
const loaded = loadContent(root, new Date().toISOString().slice(0, 10));
if (!loaded.ok) {
  console.error(formatFindings(loaded.findings));
  process.exit(1);
}
const reports = readBanks(answerSets(loaded.content));
if (values.table) console.log(reports.map(table).join('\n\n'));
else {
  for (const report of reports) print(report);
  const findings = cueFindings(reports);
  if (wanted.length === 0) console.log(findings.length === 0 ? '\nIntet røber svarene.' : `\n${findings.join('\n')}`);
}

function table({ bank, readers }: BankReport): string {
  const rows = (readers[0]?.groups ?? []).map(({ group, sets, expected }) => {
    const hits = readers.map(({ groups }) => groups.find((one) => one.group === group)?.hits ?? 0);
    return `| ${[group, sets, expected.toFixed(1), ...hits].join(' | ')} |`;
  });
  return [
    `| ${[bank, 'sets', 'chance', ...readers.map(({ reader }) => reader)].join(' | ')} |`,
    `| --- | ${['sets', 'chance', ...readers].map(() => '---:').join(' | ')} |`,
    ...rows,
  ].join('\n');
}

function print({ bank, readers, cues, pattern }: BankReport): void {
  console.log(`\n== ${bank}  (mønster ${pattern.pattern}: ${Math.round(pattern.share * 100)} %)`);
  for (const { reader, sets, hits, expected, limit, groups, guesses } of readers) {
    console.log(`${reader}: ${hits} af ${sets} (tilfældigt ${expected.toFixed(1)}, højst ${limit})`);
    console.log(
      `  ${groups.map((one) => `${one.group} ${one.hits}/${one.sets}${one.isReadable ? ' !' : ''}`).join(', ')}`,
    );
    for (const { set, chances, taken, told } of guesses.filter((one) => wanted.includes(one.set.group))) {
      console.log(`  ${set.id}${set.options[taken]?.isKey ? '  GÆTTET' : ''}`);
      for (const [index, { id, text, isKey }] of set.options.entries()) {
        const why = (told[index] ?? [])
          .filter(({ weight }) => Math.abs(weight) > 0.15)
          .map(({ cue, weight }) => `${cue} ${weight > 0 ? '+' : ''}${weight.toFixed(2)}`);
        console.log(
          `    ${isKey ? '*' : ' '} ${Math.round((chances[index] ?? 0) * 100)} % ${id}: ${text}  [${why.join(', ')}]`,
        );
      }
    }
  }
  for (const { cue, options, keys, expected, ratio, isTelling } of cues)
    if (options > 0)
      console.log(
        `  ${isTelling ? '!' : ' '} ${cue}: ${options} svar, ${keys} rigtige mod ${expected.toFixed(1)} (${ratio.toFixed(2)})`,
      );
}

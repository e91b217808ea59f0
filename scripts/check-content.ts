// The content checks at the command line: file, line and reason of each broken rule; exit code 1 when there is one.
import { fileURLToPath } from 'node:url';
import { authoredTexts } from '#src/content/authored-text.ts';
import { checkCalendar, checkDated, checkProvisionDays } from '#src/content/check-calendar.ts';
import { checkMaxims } from '#src/content/check-maxims.ts';
import { checkMinutes } from '#src/content/check-minutes.ts';
import { checkProse } from '#src/content/check-prose.ts';
import { misspellings, ownWords } from '#src/content/check-spelling.ts';
import { answerSets } from '#src/content/cues/answer-sets.ts';
import { cueFindings, readBanks } from '#src/content/cues/check-cues.ts';
import { danishDictionary } from '#src/content/danish-dictionary.ts';
import { formatFindings, loadContent } from '#src/content/load.ts';
import { REGIONS } from '#src/organisation/geography.ts';
import { checkRobots, editionsOf } from '#src/scenarios/engine/index.ts';
import { searchRecords } from '#src/search/documents.ts';
import { checkSynonyms } from '#src/search/synonyms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The calendar day in Denmark. */
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date());
const loaded = loadContent(root, today, { plays: true });
if (!loaded.ok) {
  console.error(formatFindings(loaded.findings));
  process.exit(1);
}
const { content } = loaded;
const prose = checkProse(root, content);
const maxims = checkMaxims(root);
const minutes = checkMinutes(root, content);
const own = ownWords(root);
const texts = authoredTexts(root);
const calendar = checkCalendar(texts, REGIONS, today);
const dated = checkDated(root, today);
const spelling = misspellings(texts, await danishDictionary(), own.words);
const errors = [
  ...prose.errors,
  ...calendar.errors,
  ...dated.errors,
  ...own.findings,
  ...checkSynonyms(root, searchRecords(content, root)),
  ...maxims.findings,
  ...spelling,
  ...minutes.findings,
];
const warnings = [
  ...loaded.warnings,
  ...prose.warnings,
  ...calendar.warnings,
  ...dated.warnings,
  ...checkProvisionDays(root, content, today),
];
if (warnings.length > 0) console.log(`${formatFindings(warnings)}\n`);
const cues = cueFindings(readBanks(answerSets(content)));
const editions = Object.values(content.scenarios).flatMap(({ scenario }) => editionsOf(scenario).slice(0, 1));
const robots = checkRobots(editions.map(({ scenario }) => scenario)).map(
  ({ message, suggestion }) => `${message} ${suggestion}`,
);
const guessed = [...cues, ...robots];
if (errors.length + guessed.length > 0) {
  console.error([...(errors.length > 0 ? [formatFindings(errors)] : []), ...guessed].join('\n'));
  process.exit(1);
}
console.log(`LIX: ${prose.lix.map(({ module, lix }) => `${module} ${lix}`).join(', ')}.`);
console.log(`Minutter: ${minutes.counted.map((one) => `${one.module} ${one.minutes.toFixed(1)}`).join(', ')}.`);
console.log(`Mottoer: ${maxims.counts.map(({ module, places }) => `${module} ${places.length}`).join(', ')}.`);
console.log(
  `${content.modules.length} moduler, ${Object.keys(content.questions).length} spørgsmål, ${Object.keys(content.provisions).length} bestemmelser, ` +
    `${content.terms.length} ord, ${Object.keys(content.scenarios).length} sager. ${warnings.length} advarsler, ingen fejl.`,
);

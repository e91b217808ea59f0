// The content checks at the command line: file, line and reason of each broken rule; exit code 1 when there is one.
import { fileURLToPath } from 'node:url';
import { checkProse } from '#src/content/check-prose.ts';
import { formatFindings, loadContent } from '#src/content/load.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const loaded = loadContent(root, new Date().toISOString().slice(0, 10), { plays: true });
if (!loaded.ok) {
  console.error(formatFindings(loaded.findings));
  process.exit(1);
}
const prose = checkProse(root, loaded.content);
const warnings = [...loaded.warnings, ...prose.warnings];
if (warnings.length > 0) console.log(`${formatFindings(warnings)}\n`);
if (prose.errors.length > 0) {
  console.error(formatFindings(prose.errors));
  process.exit(1);
}
const { content } = loaded;
console.log(`LIX: ${prose.lix.map(({ module, lix }) => `${module} ${lix}`).join(', ')}.`);
console.log(
  `${content.modules.length} moduler, ${Object.keys(content.questions).length} spørgsmål, ${Object.keys(content.provisions).length} bestemmelser, ` +
    `${content.terms.length} ord, ${Object.keys(content.scenarios).length} sager. ${warnings.length} advarsler, ingen fejl.`,
);

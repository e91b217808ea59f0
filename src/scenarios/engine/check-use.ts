import type { Notes, Path } from './findings.ts';
import { neverHolds, type Possible, possibleIn } from './never-holds.ts';
import { isDeciding, isDecision } from './options.ts';
import type { Scenario } from './schema.ts';
import { questionsIn } from './state.ts';
import { conditionsIn, waysOut } from './texts.ts';

/** What stands in a case and does nothing, can never come, or gives more away than it may. */
export function checkUse(scenario: Scenario, { fail }: Notes): void {
  const possible = possibleIn(scenario);
  const asked = conditionsIn(scenario).flatMap(({ when }) => questionsIn(when));
  checkFactsUsed();
  checkVariablesUsed();
  checkSeats();
  // A choice that is never open is found by playing, with the way there.
  for (const { at, when } of conditionsIn(scenario))
    if (!isOfChoice(at) && at[0] === 'nodes' && neverHolds(when, possible))
      fail('aldrig-opfyldt', at, { what: placeName(at) });
  for (const [id, node] of Object.entries(scenario.nodes)) if (isDecision(node)) checkLoops(id);
  for (const [name, { text, short }] of Object.entries(scenario.facts))
    if (short !== undefined && saysMore(short, text)) fail('kort-er-laengst', ['facts', name], { name });
  checkQuotes(possible);

  function checkFactsUsed() {
    const used = new Set(asked.flatMap((one) => ('knows' in one ? [one.knows.fact] : [])));
    for (const node of Object.values(scenario.nodes)) {
      if (node.type === 'sharing') for (const fact of node.facts) used.add(fact);
      if (!isDecision(node)) continue;
      for (const { reliesOn, discloses } of node.choices)
        for (const fact of [...reliesOn, ...discloses.map((one) => one.fact)]) used.add(fact);
    }
    for (const name of Object.keys(scenario.facts))
      if (!used.has(name)) fail('ubrugt-oplysning', ['facts', name], { name });
  }

  function checkVariablesUsed() {
    const read = new Set(asked.flatMap((one) => ('var' in one ? [one.var] : [])));
    for (const name of Object.keys(scenario.vars)) {
      if (!read.has(name)) fail('ubrugt-variabel', ['vars', name], { name });
      else if (possible.values.get(name)?.size === 1) fail('fast-variabel', ['vars', name], { name });
    }
  }

  function checkSeats() {
    const decided = Object.values(scenario.nodes).filter(isDeciding);
    for (const [seat, { playable }] of Object.entries(scenario.roles)) {
      const own = decided.some(
        (node) => node.seat === seat || (node.seat === 'table' && (node.present?.includes(seat) ?? true)),
      );
      if (playable && !own) fail('uden-valg', ['roles', seat], { name: seat });
    }
  }

  function checkLoops(id: string) {
    const node = scenario.nodes[id];
    if (!isDecision(node)) return;
    for (const [index, choice] of node.choices.entries()) {
      const at = ['nodes', id, 'choices', index];
      const ways = waysOut(id, { ...node, choices: [choice] });
      const changes =
        Object.keys(choice.set).length > 0 ||
        choice.discloses.length > 0 ||
        asked.some((one) => 'chose' in one && one.chose === `${id}/${choice.id}`);
      if (!changes && ways.some(({ goto }) => goto === id)) fail('valg-til-sig-selv', at, { choice: choice.id });
    }
  }

  /** A text in six or more of a fact's own words, heard by a seat that nobody ever tells it. */
  function checkQuotes({ known }: Possible) {
    for (const [id, node] of Object.entries(scenario.nodes)) {
      if (node.type === 'outcome' || !node.present) continue;
      const hearers = node.present.filter(
        (seat) => Object.hasOwn(scenario.roles, seat) && scenario.roles[seat]?.playable,
      );
      for (const [index, passage] of node.passages.entries()) {
        const text = 'say' in passage ? passage.say.text : passage.text;
        for (const [name, fact] of Object.entries(scenario.facts)) {
          const seat = hearers.find((one) => !known.has(`${one}:${name}`));
          const words = seat === undefined ? undefined : sharedWords(text, fact.text);
          if (seat !== undefined && words !== undefined)
            fail('citerer-uhoert', ['nodes', id, 'passages', index], { name, seat, words });
        }
      }
    }
  }
}

/** Whether a short form is the whole text and more; one that says something else, and milder, may be longer. */
function saysMore(short: string, text: string): boolean {
  const words = (one: string) => one.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const held = words(text);
  const said = new Set(words(short));
  return short.length >= text.length && held.filter((word) => said.has(word)).length * 2 >= held.length;
}

const QUOTED_WORDS = 6;

/** The first six words in a row that two texts have in common. */
export function sharedWords(text: string, other: string): string | undefined {
  const words = (one: string) => one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const told = ` ${words(text).join(' ')} `;
  const held = words(other);
  for (let from = 0; from + QUOTED_WORDS <= held.length; from += 1) {
    const run = held.slice(from, from + QUOTED_WORDS).join(' ');
    if (told.includes(` ${run} `)) return run;
  }
  return undefined;
}

/** Whether a condition opens or closes a choice: `nodes/x/choices/0/when`. */
function isOfChoice(at: Path): boolean {
  return at.at(-3) === 'choices';
}

function placeName(at: Path): string {
  if (at.includes('passages')) return 'passagen';
  if (at.includes('goto')) return 'linjen i goto';
  if (at.includes('auto')) return 'linjen i auto';
  if (at.includes('consent')) return 'samtykket';
  return at.at(-1) === 'danger' ? 'faren' : 'scenen';
}

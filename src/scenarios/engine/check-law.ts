import type { CheckContext } from './check-report.ts';
import type { Notes, Path } from './findings.ts';
import { lawNamedIn } from './names-law.ts';
import { isDecision } from './options.ts';
import type { Choice, DecisionNode, Scenario, SharingNode } from './schema.ts';

/** What the rules of a co-operation under § 115 are called in the register; the third number is for released persons. */
const UNDER_115 = /^rpl-115-(?:1|1-1|1-2|2|3)$/;
const RELEASED = /^rpl-115-1-3(?:-|$)/;
/** Consent and its form: the acts of administration and of health, and the GDPR. */
const CONSENT = /^(?:dbf-(?:6|7-3|9)|fvl-28(?:-2|-3)?|sul-43)$/;
/** A yes that was given: not one that is lacking, asked for, or only thought of. */
const SAYS_YES =
  /(?<!uden |intet |ikke |om |(?:hvis|om|når) \p{L}+ )(?<!\p{L})(?:siger ja|sagt ja|sagde ja|samtykke(?:t|r|de)?|med (?:hans|hendes|borgerens) ja)(?!\p{L})/iu;

type Authority = Scenario['roles'][string]['authority'];

/** What the law asks of a written choice and its reasons. */
export function checkLaw(scenario: Scenario, { provisions }: CheckContext, { fail }: Notes): void {
  for (const [id, node] of Object.entries(scenario.nodes)) {
    const at = ['nodes', id];
    if (node.type === 'sharing') checkRoundYes(at, node);
    if (node.type === 'commit')
      for (const [part, options] of Object.entries(node.parts))
        for (const [index, option] of options.entries()) {
          const what = `Begrundelsen for svaret ${option.id}`;
          checkNamed([...at, 'parts', part, index], what, [option.why, option.missing], option.basis);
        }
    if (!isDecision(node)) continue;
    for (const [index, choice] of node.choices.entries()) checkChoice([...at, 'choices', index], node, choice);
  }

  function checkChoice(at: Path, node: DecisionNode, choice: Choice) {
    if (choice.verdict && choice.basis.length === 0) fail('verdict-uden-basis', at, { choice: choice.id });
    const reasons = (choice.reasons ?? []).map(({ why }) => why);
    checkNamed(at, `Begrundelsen for valget ${choice.id}`, [choice.why, choice.missing, ...reasons], choice.basis);
    if (choice.discloses.length === 0) return;
    checkKif(at, node, choice);
    if (SAYS_YES.test(choice.text) && !choice.basis.some((one) => CONSENT.test(one)))
      fail('ja-uden-samtykke', at, { what: `Valget ${choice.id}` });
  }

  /**
   * § 115 names police, social services and psychiatry; whether KiF may give or get under it is not settled. With police
   * and municipality there is no. 3 for released persons, with psychiatry there is none (retsgrundlag.md 2.5).
   */
  function checkKif(at: Path, node: DecisionNode, choice: Choice) {
    if (choice.verdict !== 'lawful' || choice.contestable) return;
    const isUnder115 = choice.basis.some((id) => UNDER_115.test(id) || RELEASED.test(id));
    if (!isUnder115 || choice.basis.some((id) => CONSENT.test(id))) return;
    const givers = node.seat === 'table' ? playableSeats() : [node.seat];
    for (const { fact: name, to } of choice.discloses) {
      const fact = Object.hasOwn(scenario.facts, name) ? scenario.facts[name] : undefined;
      // What a seat offers everybody is nothing about a person.
      if (!fact || fact.kind === 'almindelig') continue;
      for (const giver of givers)
        for (const receiver of to) {
          const pair = [authorityOf(giver), authorityOf(receiver)];
          const other = pair[0] === 'kif' ? pair[1] : pair[0];
          if (!pair.includes('kif') || pair.every((one) => one === 'kif')) continue;
          const byOther = [fact.otherGround, fact.duty].some((ground) => ground?.to.includes(receiver));
          const isReleased =
            choice.basis.some((id) => RELEASED.test(id)) && (other === 'politi' || other === 'kommune');
          if (byOther || isReleased) continue;
          fail('kif-efter-115', at, { choice: choice.id, giver, receiver });
          return;
        }
    }
  }

  function authorityOf(seat: string): Authority | undefined {
    return Object.hasOwn(scenario.roles, seat) ? scenario.roles[seat]?.authority : undefined;
  }

  function playableSeats(): string[] {
    return Object.entries(scenario.roles).flatMap(([seat, { playable }]) => (playable ? [seat] : []));
  }

  /** A reason that names an act or a paragraph rests on a provision of it: the register says where it stands, and whether it is sure. */
  function checkNamed(at: Path, what: string, texts: readonly (string | undefined)[], basis: readonly string[]) {
    const cited = basis.flatMap((id) => provisions.get(id) ?? []);
    for (const found of lawNamedIn(texts.filter((one) => one !== undefined).join('\n'))) {
      const covers = cited.some(({ statute, section }) =>
        found.startsWith('§')
          ? section === undefined || new RegExp(`${found}(?!\\d)`).test(section.toLowerCase())
          : statute === undefined || statute.toLowerCase() === found,
      );
      if (!covers) fail('lov-uden-basis', at, { found, what });
    }
  }

  /** A yes that is told in a round, or the same day before it, counts only where the round has it as consent (S3). */
  function checkRoundYes(at: Path, round: SharingNode) {
    if (round.consent) return;
    const { day } = round;
    const sameDay = Object.values(scenario.nodes).filter((node) => day !== undefined && node.day === day);
    const told = [round, ...sameDay].flatMap((node) => (node.type === 'outcome' ? [] : node.passages));
    const texts = told.map((passage) => ('say' in passage ? passage.say.text : passage.text));
    if ([...texts, round.question].some((text) => SAYS_YES.test(text)))
      fail('ja-uden-samtykke', at, { what: 'Runden eller en scene samme dag' });
  }
}

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { GIVER_NAMES, NOTE, OUTCOME_TEXTS, reminders, road, SHORT } from '#src/components/guide/guide.da.ts';
import { decisionStepFileSchema } from '#src/content/schema.ts';
import { readWalk, writeWalk } from '#src/scenarios/guide/address.ts';
import { GIVERS, type Giver } from '#src/scenarios/guide/givers.ts';
import {
  ANSWERS,
  type Answer,
  answersTo,
  basisOf,
  compileGuide,
  isLast,
  replyTo,
  type Walk,
  walk,
} from '#src/scenarios/guide/machine.ts';
import { projectRoot } from '#tests/support/imports.ts';

const { steps } = decisionStepFileSchema.parse(
  parse(readFileSync(`${projectRoot}/src/content/decision-steps.yaml`, 'utf8')),
);
const giverOf = (id: Giver['id']): Giver => {
  const giver = GIVERS.find((one) => one.id === id);
  if (!giver) throw new Error(`no giver ${id}`);
  return giver;
};
const [police, kif] = [giverOf('politi'), giverOf('kif')];
const guides = new Map([true, false].map((isOutside) => [isOutside, compileGuide(steps, { isOutside })]));
const walkAs = (giver: Giver, answers: readonly Answer[]) => {
  const guide = guides.get(giver.isOutside);
  return guide ? walk(guide, answers) : null;
};
/** Answers without who gives them. */
const letters = (answers: readonly Answer[]) => writeWalk(police, answers).slice(1);
const stepOf = (id: string) => {
  const step = steps.find((one) => one.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
};
/** The walk of an address without its giver. */
function at(text: string, giver = police): Walk {
  const asked = readWalk(`${giver.letter}${text}`);
  const found = asked?.giver && walkAs(asked.giver, asked.answers);
  if (!found) throw new Error(`no walk ${text}`);
  return found;
}
const ended = (text: string, giver = police) =>
  `${at(text, giver).isDone ? 'end' : at(text, giver).at.id} ${at(text, giver).outcome}`;

/** Every walk from the beginning to its end, and every place on the way. */
function everyWalk(giver: Giver, answers: readonly Answer[] = []): { places: Walk[]; ends: Walk[] } {
  const here = walkAs(giver, answers);
  if (!here) throw new Error(`an offered answer led nowhere: ${letters(answers)}`);
  if (here.isDone || answers.length === 16) return { places: [here], ends: here.isDone ? [here] : [] };
  const onward = answersTo(here.at).map((answer) => everyWalk(giver, [...answers, answer]));
  return { places: [here, ...onward.flatMap(({ places }) => places)], ends: onward.flatMap(({ ends }) => ends) };
}
const { places, ends } = everyWalk(police);
/** Whether the citizen was asked and said yes, so that it is asked what to. */
const asksWhatFor = ({ given }: Walk) => given.some(({ step, answer }) => step.id === 's3' && answer === 'yes');
const outside = everyWalk(kif);

describe('the steps', () => {
  test('are S0 to S14, danger first and duty second', () => {
    expect(steps.map(({ id }) => id).filter((id) => !id.endsWith('a'))).toEqual(
      Array.from({ length: 15 }, (_, index) => `s${index}`),
    );
    expect(steps.map(({ id }) => id).filter((id) => id.endsWith('a'))).toEqual(['s3a', 's11a']);
    expect(stepOf('s0').no).toEqual({ next: 's1', text: expect.any(String) });
    expect(at('n').at.id).toBe('s1');
    expect(at('').at.question).toContain('i fare');
  });

  test('every answer leads to a step, and forward', () => {
    const order = new Map(steps.map(({ id }, index) => [id, index]));
    for (const step of steps.filter((one) => !isLast(one)))
      for (const answer of answersTo(step)) {
        const { next } = replyTo(step, answer);
        expect(order.get(next ?? ''), `${step.id} ${answer}`).toBeGreaterThan(order.get(step.id) ?? 99);
      }
  });

  test('only the note is last, and every step can be come to', () => {
    expect(steps.filter(isLast).map(({ id }) => id)).toEqual(['s14']);
    const seen = new Set([...places, ...outside.places].map((place) => place.at.id));
    expect(steps.filter(({ id }) => !seen.has(id))).toEqual([]);
  });

  test('each has its few words in the list of answers', () =>
    expect(Object.keys(SHORT)).toEqual(steps.filter((step) => !isLast(step)).map(({ id }) => id)));

  test('a list without steps is no guide', () => expect(() => compileGuide([])).toThrow('no steps'));
});

describe('every walk', () => {
  test('of up to fifteen answers ends, with an outcome that something decided', () => {
    expect(ends.length).toBeGreaterThan(400);
    for (const place of places) {
      expect(place.isDone || place.given.length < 15, letters(place.given.map(({ answer }) => answer))).toBe(true);
      expect(place.longest).toBeLessThanOrEqual(15 - place.given.length);
      expect(place.longest === 0).toBe(place.isDone);
    }
    for (const end of ends) {
      expect(end.outcome).not.toBeNull();
      expect(end.decidedBy.length).toBeGreaterThan(0);
      expect(basisOf(end).length).toBeGreaterThan(0);
    }
  });

  test('together they end in everything that the list says', () => {
    const listed = new Set(
      steps.flatMap((step) => answersTo(step).flatMap((answer) => replyTo(step, answer).outcome ?? [])),
    );
    listed.delete('SLUT');
    expect(new Set(ends.map(({ outcome }) => outcome))).toEqual(listed);
    expect(Object.keys(OUTCOME_TEXTS).sort()).toEqual([...listed].sort());
  });

  test('is its own address, and no other walk has it', () => {
    const addresses = places.map(({ given }) =>
      writeWalk(
        kif,
        given.map(({ answer }) => answer),
      ),
    );
    expect(new Set(addresses).size).toBe(places.length);
    for (const address of addresses) {
      const asked = readWalk(address);
      expect(asked?.giver && writeWalk(asked.giver, asked.answers)).toBe(address);
    }
  });

  test('S0: danger is acted on before anything else is asked, also when one is not sure', () => {
    expect(['j', 'v'].map((text) => ended(text))).toEqual(['end HANDL', 'end HANDL']);
    expect(ends.filter(({ outcome }) => outcome === 'HANDL').every(({ given }) => given.length === 1)).toBe(true);
  });

  test('S1: only S0 comes before a duty', () => expect(ended('njjj')).toBe('end PLIGT'));

  test('S6: investigation never ends in PSP, nor does "both" or not knowing', () => {
    for (const end of ends) {
      const answer = end.given.find(({ step }) => step.id === 's6')?.answer;
      if (answer !== 'no') expect(end.outcome === 'PSP', letters(end.given.map((one) => one.answer))).toBe(false);
    }
  });

  test('S6: "both" is a yes', () => {
    const [yes, both] = [at('nnnnjjj'), at('nnnnjjb')];
    expect(both.at).toBe(yes.at);
    expect([both.at.id, both.outcome]).toEqual(['s11', 'IKKE']);
    expect(stepOf('s6').help).toContain('tæller som et ja');
  });

  test('PSP is only reached past every condition of § 115', () => {
    for (const end of ends.filter(({ outcome }) => outcome === 'PSP'))
      expect(end.given.map(({ step }) => step.id)).toEqual(
        steps
          .map(({ id }) => id)
          .filter((id) => !['s11', 's11a', 's14'].includes(id) && (id !== 's3a' || asksWhatFor(end))),
      );
  });

  test('PSP is never said to KiF, doctors, housing or job centres, whatever they answer', () => {
    expect(outside.ends.length).toBeGreaterThan(400);
    expect(outside.ends.filter(({ outcome }) => outcome === 'PSP')).toEqual([]);
    expect(GIVERS.filter(({ isOutside }) => !isOutside).map(({ id }) => id)).toEqual([
      'politi',
      'kommune',
      'psykiatri',
      'institution',
    ]);
  });

  test('who gives counts as much: past § 115 the ways out are another rule, a yes, or a lawyer', () => {
    expect(at('nnnnjjnj', kif).at.id).toBe('s11a');
    expect(['nnnnjjnjn', 'nnnnjjnjv'].map((text) => ended(text, kif))).toEqual(['end JURIST', 'end JURIST']);
    expect(ended('nnnnjjnjj', kif)).toBe('s12 ANDEN');
    expect(ended('nnnjj', kif)).toBe('s12 SAMTYKKE');
    expect(road(at('nnnnjjnjn', kif)).map(({ step }) => step.id)).toEqual(['s7', 's11a']);
  });

  test('S3: a yes to something else is no yes', () => {
    expect(ended('nnnjj')).toBe('s12 SAMTYKKE');
    expect([at('nnnjn').at.id, at('nnnjn').outcome, at('nnnjv').at.id]).toEqual(['s4', null, 's4']);
    for (const end of [...ends, ...outside.ends].filter(({ outcome }) => outcome === 'SAMTYKKE'))
      expect(end.given.find(({ step }) => step.id === 's3a')?.answer).toBe('yes');
  });

  test('S12: what is wrong or out of date is not shared as it is, save where there is a duty', () => {
    expect(ended('nnnnjjnjjnnnn')).toBe('end VENT');
    expect(ended('nnnjjnn')).toBe('end VENT');
    expect(ended('njnn')).toBe('end PLIGT');
    for (const end of [...ends, ...outside.ends]) {
      const answer = end.given.find(({ step }) => step.id === 's12')?.answer;
      expect(end.outcome === 'VENT').toBe(answer === 'no' && end.given[1]?.answer !== 'yes');
    }
  });
});

describe('where walks end', () => {
  test.each([
    ['nnj', 'ANONYMT', ['dbf-5', 'fvl-28']],
    ['nv', 'JURIST', ['bl-16']],
    ['nnnjjjn', 'SAMTYKKE', ['dbf-7-3', 'sul-43']],
    ['nnnnjjnjjnnjn', 'PSP', ['rpl-115-1-2', 'rpl-115-2', 'rpl-115-3', 'rpl-115-1', 'rpl-115-4']],
    ['nnnnjjnjn', 'IKKE', ['rpl-115-1', 'dbf-5']],
    ['nnnnjjnjv', 'IKKE', ['rpl-115-1', 'dbf-5']],
    ['nnnnjjnv', 'JURIST', ['rpl-115-2', 'rpl-115-3']],
    ['nnnnjjnjjnj', 'JURIST', ['rpl-115-4']],
    ['nnnnnn', 'IKKE', ['rpl-115-1-2', 'sul-41', 'sul-43', 'psl-13-c', 'fvl-28', 'rpl-115-1-3', 'rpl-115-1-1']],
    ['nnnnjjjjjj', 'ANDEN', ['rpl-115-2', 'sul-41', 'sul-43', 'psl-13-c', 'fvl-28', 'rpl-115-1-3', 'rpl-115-1-1']],
  ])('%s: %s', (text, outcome, basis) => {
    expect(ended(text)).toBe(`end ${outcome}`);
    expect(basisOf(at(text))).toEqual(basis);
  });

  test('what is decided stands: a doubt about telling the citizen is no doubt about sharing', () => {
    const end = at('nnnnjjnjjnnjv');
    expect([end.outcome, end.decidedBy.at(-1)?.step.id]).toEqual(['PSP', 's10']);
    expect(reminders(end).at(-1)).toEqual({ about: 'Borgeren', line: 'Spørg, hvem af jer der skal sige det.' });
  });

  test('advice from the way is kept where something is told, and only there', () => {
    expect(reminders(at('nnnnjjnjjjnvj'))).toEqual([
      { about: 'Omfanget', line: 'Skær til, og gå videre med det, der er tilbage.' },
      { about: 'Oplysningen', line: 'Sig højt, at den er usikker, og hvor gammel den er.' },
      { about: 'Borgeren', line: 'Fortæl det så snart som muligt, og aftal, hvem der gør det.' },
    ]);
    expect(reminders(at('nnnnjjnjjnnjn'))).toEqual([]);
    expect(reminders(at('nnnnjjnjn'))).toEqual([]);
    expect(reminders(at(''))).toEqual([]);
  });

  test('the road is told where several lead to the same outcome', () => {
    expect(road(at('nnnnjjbj')).map(({ step, answer }) => `${step.id} ${answer}`)).toEqual(['s6 both', 's11 yes']);
    expect(road(at('nnnnjjbn')).map(({ step }) => step.id)).toEqual(['s6', 's11']);
    expect(road(at('nv')).map(({ step }) => step.id)).toEqual(['s1']);
    expect([road(at('')), road(at('j')), road(at('nnnnjjnjjnnjn'))]).toEqual([[], [], []]);
  });

  test('what an answer turns the walk to is settled only on the way to S12', () => {
    expect(['nnnnjjb', 'nnnnjjbj', 'nnnnjjbn', 'nnnjj', 'n'].map((text) => at(text).isSettled)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  test('a note says what, to whom, why, when, by which rule and who acts', () => expect(NOTE.length).toBe(6));
});

describe('an address', () => {
  test('holds who gives, answers, and nothing else', () => {
    expect(readWalk('')).toEqual({ giver: null, answers: [] });
    expect(readWalk('F')).toEqual({ giver: kif, answers: [] });
    expect(readWalk('Pjbnv')).toEqual({ giver: police, answers: ANSWERS });
    for (const text of ['x', 'X', 'nnn', 'PJ', 'Pnn n', 'Pnn1', `P${'n'.repeat(17)}`, 'Torben', '%00'])
      expect(readWalk(text), text).toBeNull();
    expect(new Set(GIVERS.map(({ letter }) => letter)).size).toBe(GIVERS.length);
    expect(Object.keys(GIVER_NAMES)).toEqual(GIVERS.map(({ id }) => id));
  });

  test('that goes on after the end, or says "both" where it is not asked, is none', () => {
    expect(walkAs(police, ['yes', 'no'])).toBeNull();
    expect(walkAs(police, ['both'])).toBeNull();
  });
});

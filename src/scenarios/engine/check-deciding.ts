import type { Names } from './check-names.ts';
import { dutiesLeft } from './duties.ts';
import type { Notes, Path } from './findings.ts';
import { type DecidingNode, optionsOf } from './options.ts';
import type { Choice, CommitNode, DecisionNode, Scenario, SharingNode } from './schema.ts';

/** What a scene in which somebody decides refers to, and whether its parts fit together. */
export function checkDeciding(
  scenario: Scenario,
  competences: ReadonlySet<string>,
  names: Names,
  { fail }: Notes,
  [id, node]: readonly [string, DecidingNode],
): void {
  const at: Path = ['nodes', id];
  const { seats, facts, known, rests, condition, goto, lines, sets, unique } = names;
  if (node.seat !== 'table') {
    known('ukendt-plads', at, [node.seat], seats);
    if (node.present && !node.present.includes(node.seat)) fail('ikke-til-stede', at, { name: node.seat });
  }
  const deciders = node.seat === 'table' ? Object.keys(scenario.roles) : [node.seat];
  const others = Object.entries(scenario.roles).some(([seat, { playable }]) => playable && seat !== node.seat);
  if (node.seat !== 'table' && others && node.auto === undefined) fail('uden-auto', at, {});
  if (node.type === 'commit') commit(node);
  else if (node.type === 'sharing') sharing(node);
  else decision(node);

  function decision({ auto, choices, panel }: DecisionNode) {
    const ids = new Set(choices.map((choice) => choice.id));
    unique(
      at,
      choices.map((choice) => choice.id),
      'valg',
    );
    const autos = typeof auto === 'string' ? [{ choice: auto }] : (auto ?? []);
    known(
      'ukendt-valg',
      [...at, 'auto'],
      autos.map(({ choice }) => choice),
      ids,
    );
    lines([...at, 'auto'], 'auto', autos);
    if (choices.every(({ rating }) => rating === 'poor')) fail('kun-svage-valg', at, { kind: 'scene' });
    const reasoned = choices.filter(({ reasons }) => reasons);
    if (reasoned.length > 0 && reasoned.length < choices.length) fail('begrundelser', at, {});
    if (panel) known('ukendt-valg', [...at, 'panel'], Object.keys(panel.votes), ids);
    if (panel && !Object.values(panel.votes).some((votes) => votes > 0)) fail('panel', [...at, 'panel'], {});
    for (const [index, choice] of choices.entries()) {
      oneChoice([...at, 'choices', index], choice);
      // Whatever the author writes: a duty that is left undone is not right, and not half right.
      const left = deciders.flatMap((seat) => dutiesLeft(scenario, { choices }, choice.id, seat));
      for (const { fact } of choice.rating === 'poor' ? [] : left)
        fail('pligt-ikke-opfyldt', [...at, 'choices', index], { choice: choice.id, name: fact });
    }
  }

  function oneChoice(here: Path, choice: Choice) {
    condition([...here, 'when'], choice.when);
    goto(here, choice.goto);
    sets([...here, 'set'], choice.set);
    known('ukendt-oplysning', here, [...choice.reliesOn, ...choice.discloses.map(({ fact }) => fact)], facts);
    known(
      'ukendt-plads',
      here,
      choice.discloses.flatMap(({ to }) => to),
      seats,
    );
    for (const { fact, form } of choice.discloses)
      if (form === 'short' && facts.has(fact) && !scenario.facts[fact]?.short)
        fail('kort-form', here, { name: fact, choice: choice.id });
    // The debrief counts it as told too much: nobody is to be blamed for the best choice.
    for (const { fact, to, form } of choice.rating === 'best' ? choice.discloses : []) {
      const { need, recipients, short } = (facts.has(fact) ? scenario.facts[fact] : undefined) ?? {
        need: 'yes',
        recipients: to,
      };
      const isTooMuch = need === 'no' || need === 'later' || (need === 'part' && short && form !== 'short');
      if (isTooMuch || !to.every((seat) => recipients.includes(seat)))
        fail('staerkt-deler-for-meget', here, { choice: choice.id, name: fact });
    }
    const isRight = choice.rating === 'best' && !choice.contestable && choice.verdict !== 'contestable';
    rests([...here, 'basis'], choice.basis, isRight);
    known('ukendt-kompetence', [...here, 'evidence'], Object.keys(choice.evidence), competences);
    if (choice.fault && choice.rating === 'best') fail('fejlkode', here, { choice: choice.id });
    unique(
      here,
      (choice.reasons ?? []).map((reason) => reason.id),
      'begrundelser',
    );
  }

  function commit(meeting: CommitNode) {
    for (const [part, options] of Object.entries(meeting.parts)) {
      const here = [...at, 'parts', part];
      unique(
        here,
        options.map((option) => option.id),
        'svar',
      );
      if (options.every(({ rating }) => rating === 'poor')) fail('kun-svage-valg', here, { kind: 'part' });
      for (const [index, option] of options.entries()) {
        sets([...here, index, 'set'], option.set);
        rests([...here, index, 'basis'], option.basis, option.rating === 'best');
        known('ukendt-kompetence', [...here, index], Object.keys(option.evidence), competences);
      }
    }
    if (meeting.auto !== undefined && !optionsOf(meeting).has(meeting.auto))
      fail('ukendt-valg', [...at, 'auto'], { name: meeting.auto });
    goto(at, meeting.goto);
  }

  function sharing(round: SharingNode) {
    known('ukendt-oplysning', [...at, 'facts'], round.facts, facts);
    known('ukendt-plads', [...at, 'recipients'], round.recipients, seats);
    known('ukendt-kompetence', [...at, 'evidence'], Object.keys(round.evidence), competences);
    rests([...at, 'basis'], round.basis, false);
    condition([...at, 'consent'], round.consent?.when);
    for (const [index, { facts: yes, to }] of (round.consent?.covers ?? []).entries())
      if (!yes.every((fact) => round.facts.includes(fact)) || !to.every((seat) => round.recipients.includes(seat)))
        fail('samtykke', [...at, 'consent', 'covers', index], {});
    condition([...at, 'danger'], round.danger);
    unique(
      at,
      round.aims.map(({ aim }) => aim),
      'formål',
    );
    unique(
      at,
      round.grounds.map(({ ground }) => ground),
      'grundlag',
    );
    const { auto } = round;
    const isOffered =
      auto === undefined ||
      (round.aims.some(({ aim }) => aim === auto.aim) &&
        round.grounds.some(({ ground }) => ground === auto.ground) &&
        auto.shares.every(
          ({ fact, to }) =>
            round.facts.includes(fact) && to.every((seat) => round.recipients.includes(seat) && seat !== round.seat),
        ));
    if (!isOffered) fail('auto-delinger', [...at, 'auto'], {});
    goto(at, round.goto);
  }
}

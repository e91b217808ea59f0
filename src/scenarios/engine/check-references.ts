import type { CheckContext, CheckFinding } from './check-report.ts';
import { isDeciding, isDecision, optionsOf } from './options.ts';
import type { Choice, CommitNode, Condition, DecisionNode, Scenario, SharingNode } from './schema.ts';
import { slotsIn } from './variants.ts';

type Path = readonly (string | number)[];

/** Everything that a scenario names exists, is in force, and can have the value it is given. */
export function checkReferences(scenario: Scenario, { provisions, competences, twin }: CheckContext): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const seats = new Set(Object.keys(scenario.roles));
  const facts = new Set(Object.keys(scenario.facts));
  const nodes = new Set(Object.keys(scenario.nodes));

  known('Scenen', 'ukendt-scene', ['start'], [scenario.start], nodes);
  known('Kompetencen', 'ukendt-kompetence', ['competences'], scenario.competences, competences);
  if (!Object.values(scenario.roles).some(({ playable }) => playable))
    fail('ingen-plads', ['roles'], 'Ingen plads kan spilles.', 'Skriv playable: true ved mindst én rolle.');
  for (const [name, { playable, intro }] of Object.entries(scenario.roles))
    if (playable && !intro)
      fail('uden-intro', ['roles', name], `Pladsen ${name} siger ikke, hvem man er.`, 'Skriv intro.');
  for (const [name, variable] of Object.entries(scenario.vars)) {
    if (variable.type === 'int' && variable.min > variable.max)
      fail('vaerdi', ['vars', name], `Variablen ${name} har en nedre grænse over den øvre.`);
    else if (!isInRange(name, variable.init))
      fail('vaerdi', ['vars', name, 'init'], `Variablen ${name} begynder uden for sine grænser.`);
  }
  for (const [name, fact] of Object.entries(scenario.facts)) {
    const at = ['facts', name];
    known('Pladsen', 'ukendt-plads', at, [fact.holder, ...fact.recipients], seats);
    known('Scenen', 'ukendt-scene', at, fact.arises ?? [], nodes);
    for (const ground of [fact.duty, fact.otherGround]) {
      known('Pladsen', 'ukendt-plads', at, ground?.to ?? [], seats);
      rests(at, ground?.basis ?? [], false);
    }
    if (fact.need === 'part' && !fact.short)
      fail('kort-form', at, `Oplysningen ${name} skal kun deles delvist, men har ingen kort form.`, 'Skriv short.');
    if ((fact.need === 'yes' || fact.need === 'part') && fact.recipients.length === 0)
      fail('uden-modtager', at, `Oplysningen ${name} er nødvendig, men ingen skal have den.`, 'Skriv recipients.');
    if (fact.need === 'no' && fact.recipients.length > 0)
      fail('uden-behov', at, `Oplysningen ${name} har modtagere, men need er no.`, 'Ret need, eller fjern recipients.');
  }
  for (const [index, { that }] of scenario.assert.entries()) condition(['assert', index], that);
  checkSlots();
  if (scenario.twinOf && !twin)
    fail('ukendt-tvilling', ['twinOf'], `Sagen ${scenario.twinOf}, som denne spejler, findes ikke.`, "Ret id'et.");
  for (const [id, node] of Object.entries(scenario.nodes)) {
    const at = ['nodes', id];
    if (node.type === 'outcome') continue;
    known('Pladsen', 'ukendt-plads', at, node.present ?? [], seats);
    for (const [index, passage] of node.passages.entries()) {
      condition([...at, 'passages', index], passage.when);
      if ('say' in passage) known('Pladsen', 'ukendt-plads', [...at, 'passages', index], [passage.say.seat], seats);
    }
    if (!isDeciding(node)) {
      goto(at, node.goto);
      if (node.type === 'inject') {
        condition([...at, 'when'], node.when);
        sets(at, node.set);
      }
      continue;
    }
    if (node.seat !== 'table') {
      known('Pladsen', 'ukendt-plads', at, [node.seat], seats);
      if (node.present && !node.present.includes(node.seat))
        fail('ikke-til-stede', at, `Pladsen ${node.seat} bestemmer i en scene, hvor den ikke er.`, 'Ret present.');
    }
    const others = Object.entries(scenario.roles).some(([seat, { playable }]) => playable && seat !== node.seat);
    if (node.seat !== 'table' && others && node.auto === undefined)
      fail(
        'uden-auto',
        at,
        'Scenen hører til en plads, men siger ikke, hvad sagen vælger, når en anden plads spilles.',
        'Skriv auto.',
      );
    if (node.type === 'commit') commit(at, node);
    else if (node.type === 'sharing') sharing(at, node);
    else decision(at, node);
  }
  return findings;

  function fail(code: string, at: Path, message: string, suggestion: string | null = null) {
    const node = at[0] === 'nodes' ? String(at[1]) : null;
    findings.push({ code, severity: 'error', node, message, path: [], suggestion, at });
  }

  function known(kind: string, code: string, at: Path, names: Iterable<string>, all: ReadonlySet<string>) {
    for (const name of names)
      if (!all.has(name)) fail(code, at, `${kind} ${name} findes ikke.`, "Ret id'et, eller opret den.");
  }

  /** @param isRight whether a right answer rests on it */
  function rests(at: Path, ids: readonly string[], isRight: boolean) {
    for (const id of ids) {
      const provision = provisions.get(id);
      if (!provision) fail('ukendt-bestemmelse', at, `Bestemmelsen ${id} findes ikke.`, "Ret id'et, eller opret den.");
      else if (
        (provision.validFrom !== null && provision.validFrom > scenario.lawDate) ||
        (provision.validTo !== null && provision.validTo < scenario.lawDate)
      )
        fail('ikke-i-kraft', at, `Bestemmelsen ${id} gælder ikke på sagens retsdato ${scenario.lawDate}.`);
      else if (isRight && !provision.isFirm)
        fail(
          'usikkert-grundlag',
          at,
          `Et stærkt valg bygger på ${id}, som ikke er verificeret i en kilde eller står i det røde felt.`,
          'Skriv contestable: true, eller lad valget bygge på en sikker bestemmelse.',
        );
    }
  }

  function condition(at: Path, one: Condition | undefined): void {
    if (!one) return;
    if ('var' in one) {
      const variable = Object.hasOwn(scenario.vars, one.var) ? scenario.vars[one.var] : undefined;
      if (!variable) fail('ukendt-variabel', at, `Variablen ${one.var} findes ikke.`, 'Opret den under vars.');
      else if ('is' in one && !isInRange(one.var, one.is))
        fail('vaerdi', at, `Variablen ${one.var} kan aldrig være ${String(one.is)}.`);
      else if (!('is' in one) && variable.type !== 'int')
        fail('vaerdi', at, `Variablen ${one.var} er ikke et tal og kan ikke være større eller mindre.`, 'Skriv is.');
    } else if ('knows' in one) {
      known('Pladsen', 'ukendt-plads', at, [one.knows.seat], seats);
      known('Oplysningen', 'ukendt-oplysning', at, [one.knows.fact], facts);
    } else if ('visited' in one) known('Scenen', 'ukendt-scene', at, [one.visited], nodes);
    else if ('chose' in one) {
      const [scene = '', choice = ''] = one.chose.split('/');
      const node = Object.hasOwn(scenario.nodes, scene) ? scenario.nodes[scene] : undefined;
      if (!isDecision(node) || !optionsOf(node).has(choice))
        fail('ukendt-valg', at, `Valget ${one.chose} findes ikke.`, 'Ret det, eller brug en variabel.');
    } else if ('all' in one) for (const part of one.all) condition(at, part);
    else if ('any' in one) for (const part of one.any) condition(at, part);
    else condition(at, one.not);
  }

  function goto(at: Path, target: Choice['goto']) {
    const lines = typeof target === 'string' ? [{ goto: target }] : target;
    const names = lines.map((line) => line.goto);
    known('Scenen', 'ukendt-scene', [...at, 'goto'], names, nodes);
    for (const line of lines) if ('when' in line) condition([...at, 'goto'], line.when);
    if (typeof target !== 'string' && target.at(-1)?.when)
      fail(
        'intet-ellers',
        [...at, 'goto'],
        'Den sidste linje i goto har en betingelse, så vejen kan ende blindt.',
        'Lad den sidste linje stå uden when.',
      );
  }

  function sets(at: Path, set: Choice['set']) {
    for (const [name, value] of Object.entries(set)) {
      if (!Object.hasOwn(scenario.vars, name))
        fail('ukendt-variabel', at, `Variablen ${name} findes ikke.`, 'Opret den under vars.');
      else if (!isInRange(name, value))
        fail('vaerdi', at, `${name} sættes til ${String(value)}, som ligger uden for variablens grænser.`);
    }
  }

  function unique(at: Path, ids: readonly string[], what: string) {
    if (new Set(ids).size !== ids.length) fail('dobbelt-valg', at, `To ${what} har samme id.`, 'Giv hver sit id.');
  }

  function decision(at: Path, node: DecisionNode) {
    const ids = new Set(node.choices.map((choice) => choice.id));
    unique(
      at,
      node.choices.map((choice) => choice.id),
      'valg',
    );
    const autos = typeof node.auto === 'string' ? [{ choice: node.auto }] : (node.auto ?? []);
    known(
      'Valget',
      'ukendt-valg',
      [...at, 'auto'],
      autos.map(({ choice }) => choice),
      ids,
    );
    for (const line of autos) if ('when' in line) condition([...at, 'auto'], line.when);
    if (Array.isArray(node.auto) && node.auto.at(-1)?.when)
      fail(
        'intet-ellers',
        [...at, 'auto'],
        'Den sidste linje i auto har en betingelse.',
        'Lad den sidste linje stå uden when.',
      );
    if (node.choices.every(({ rating }) => rating === 'poor'))
      fail('kun-svage-valg', at, 'Alle valg i scenen er svage.', 'Giv mindst ét rimeligt valg.');
    const reasoned = node.choices.filter(({ reasons }) => reasons);
    if (reasoned.length > 0 && reasoned.length < node.choices.length)
      fail(
        'begrundelser',
        at,
        'Kun nogle af valgene spørger hvorfor, og det røber dem.',
        'Giv alle valg reasons, eller ingen.',
      );
    if (node.panel) known('Valget', 'ukendt-valg', [...at, 'panel'], Object.keys(node.panel.votes), ids);
    if (node.panel && !Object.values(node.panel.votes).some((votes) => votes > 0))
      fail('panel', [...at, 'panel'], 'Panelet har ingen svar.', 'Fjern panelet, eller skriv svarene.');
    for (const [index, choice] of node.choices.entries()) {
      const here = [...at, 'choices', index];
      condition([...here, 'when'], choice.when);
      goto(here, choice.goto);
      sets([...here, 'set'], choice.set);
      known(
        'Oplysningen',
        'ukendt-oplysning',
        here,
        [...choice.reliesOn, ...choice.discloses.map(({ fact }) => fact)],
        facts,
      );
      known(
        'Pladsen',
        'ukendt-plads',
        here,
        choice.discloses.flatMap(({ to }) => to),
        seats,
      );
      for (const { fact, form } of choice.discloses)
        if (form === 'short' && scenario.facts[fact] && !scenario.facts[fact].short)
          fail('kort-form', here, `Valget ${choice.id} deler ${fact} i kort form, men der er ingen.`, 'Skriv short.');
      // The debrief counts it as told too much: nobody is to be blamed for the best choice.
      for (const { fact, to, form } of choice.rating === 'best' ? choice.discloses : []) {
        const { need, recipients, short } = scenario.facts[fact] ?? { need: 'yes', recipients: to };
        const isTooMuch = need === 'no' || need === 'later' || (need === 'part' && short && form !== 'short');
        if (isTooMuch || !to.every((seat) => recipients.includes(seat)))
          fail(
            'staerkt-deler-for-meget',
            here,
            `Valget ${choice.id} er stærkt, men deler ${fact} med nogen, som ikke skal bruge det hele.`,
            'Del mindre eller med færre, eller ret need og recipients på oplysningen.',
          );
      }
      rests(
        [...here, 'basis'],
        choice.basis,
        choice.rating === 'best' && !choice.contestable && choice.verdict !== 'contestable',
      );
      known('Kompetencen', 'ukendt-kompetence', [...here, 'evidence'], Object.keys(choice.evidence), competences);
      if (choice.fault && choice.rating === 'best')
        fail('fejlkode', here, `Valget ${choice.id} er stærkt og har en fejlkode.`, 'Fjern fault, eller ret rating.');
      unique(
        here,
        (choice.reasons ?? []).map(({ id }) => id),
        'begrundelser',
      );
    }
  }

  function commit(at: Path, node: CommitNode) {
    for (const [part, options] of Object.entries(node.parts)) {
      const here = [...at, 'parts', part];
      unique(
        here,
        options.map(({ id }) => id),
        'svar',
      );
      if (options.every(({ rating }) => rating === 'poor'))
        fail('kun-svage-valg', here, 'Alle svar er svage.', 'Giv mindst ét rimeligt svar.');
      for (const [index, option] of options.entries()) {
        sets([...here, index, 'set'], option.set);
        rests([...here, index, 'basis'], option.basis, option.rating === 'best');
        known('Kompetencen', 'ukendt-kompetence', [...here, index], Object.keys(option.evidence), competences);
      }
    }
    if (node.auto !== undefined && !optionsOf(node).has(node.auto))
      fail(
        'ukendt-valg',
        [...at, 'auto'],
        `${node.auto} er ikke fire svar, der findes.`,
        'Skriv et id for hver del med punktum mellem.',
      );
    goto(at, node.goto);
  }

  function sharing(at: Path, node: SharingNode) {
    known('Oplysningen', 'ukendt-oplysning', [...at, 'facts'], node.facts, facts);
    known('Pladsen', 'ukendt-plads', [...at, 'recipients'], node.recipients, seats);
    known('Kompetencen', 'ukendt-kompetence', [...at, 'evidence'], Object.keys(node.evidence), competences);
    rests([...at, 'basis'], node.basis, false);
    condition([...at, 'consent'], node.consent?.when);
    for (const [index, { facts: yes, to }] of (node.consent?.covers ?? []).entries())
      if (!yes.every((fact) => node.facts.includes(fact)) || !to.every((seat) => node.recipients.includes(seat)))
        fail(
          'samtykke',
          [...at, 'consent', 'covers', index],
          'Samtykket gælder noget eller nogen, som ikke er med i scenen.',
          'Brug oplysninger fra facts og pladser fra recipients.',
        );
    condition([...at, 'danger'], node.danger);
    unique(
      at,
      node.aims.map(({ aim }) => aim),
      'formål',
    );
    unique(
      at,
      node.grounds.map(({ ground }) => ground),
      'grundlag',
    );
    const { auto } = node;
    if (auto) {
      const isOffered =
        node.aims.some(({ aim }) => aim === auto.aim) &&
        node.grounds.some(({ ground }) => ground === auto.ground) &&
        auto.shares.every(
          ({ fact, to }) =>
            node.facts.includes(fact) && to.every((seat) => node.recipients.includes(seat) && seat !== node.seat),
        );
      if (!isOffered)
        fail(
          'auto-delinger',
          [...at, 'auto'],
          'Sagen deler noget, som scenen ikke byder på.',
          'Ret auto, facts eller recipients.',
        );
    }
    goto(at, node.goto);
  }

  function checkSlots() {
    const { variants, ...rest } = scenario;
    const used = slotsIn(rest);
    const intros = Object.values(scenario.roles).map(({ intro }) => intro);
    for (const slot of variants ? slotsIn([scenario.title, scenario.summary, intros]) : [])
      fail(
        'aaben-plads-i-hovedet',
        [],
        `{{${slot}}} står i title, summary eller intro, som vises, før en udgave er valgt.`,
        'Skriv det uden ordet.',
      );
    if (!variants) {
      for (const slot of used)
        fail('aaben-plads-i-teksten', [], `{{${slot}}} bliver aldrig fyldt ud.`, 'Skriv variants, eller skriv ordet.');
      return;
    }
    unique(
      ['variants'],
      variants.map(({ id }) => id),
      'udgaver',
    );
    for (const [index, { id, slots }] of variants.entries()) {
      for (const slot of used)
        if (!Object.hasOwn(slots, slot))
          fail(
            'aaben-plads-i-teksten',
            ['variants', index],
            `Udgaven ${id} fylder ikke {{${slot}}} ud.`,
            'Skriv ordet under slots.',
          );
      for (const slot of Object.keys(slots))
        if (!used.includes(slot))
          fail(
            'ubrugt-ord',
            ['variants', index, 'slots', slot],
            `Ordet ${slot} står ikke i sagen.`,
            'Fjern det, eller brug det.',
          );
    }
  }

  function isInRange(name: string, value: string | number | boolean): boolean {
    const variable = scenario.vars[name];
    if (!variable) return false;
    if (variable.type === 'bool') return typeof value === 'boolean';
    if (variable.type === 'enum') return typeof value === 'string' && variable.values.includes(value);
    return typeof value === 'number' && value >= variable.min && value <= variable.max;
  }
}

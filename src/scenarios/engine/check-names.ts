import type { CheckContext } from './check-report.ts';
import { didYouMean } from './closest.ts';
import { MISSING_ID } from './draft.ts';
import type { Notes, Path } from './findings.ts';
import { isDecision, optionsOf } from './options.ts';
import type { Choice, Condition, Scenario } from './schema.ts';

type Kind = 'ukendt-scene' | 'ukendt-plads' | 'ukendt-oplysning' | 'ukendt-valg' | 'ukendt-kompetence';

/** What the rules of references ask about a name, wherever it stands. */
export interface Names {
  readonly seats: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
  known(code: Kind, at: Path, names: Iterable<string>, all: ReadonlySet<string>): void;
  /** @param isRight whether a right answer rests on it */
  rests(at: Path, ids: readonly string[], isRight: boolean): void;
  condition(at: Path, one: Condition | undefined): void;
  goto(at: Path, target: Choice['goto']): void;
  /** Lines of which the first that holds is taken. */
  lines(at: Path, list: 'goto' | 'auto', lines: readonly { readonly when?: Condition | undefined }[]): void;
  sets(at: Path, set: Choice['set']): void;
  unique(at: Path, ids: readonly string[], what: string): void;
  isInRange(name: string, value: string | number | boolean): boolean;
}

export function namesOf(scenario: Scenario, { provisions }: CheckContext, { fail }: Notes): Names {
  const seats = new Set(Object.keys(scenario.roles));
  const facts = new Set(Object.keys(scenario.facts));
  const nodes = new Set(Object.keys(scenario.nodes));
  return { seats, facts, nodes, known, rests, condition, goto, lines, sets, unique, isInRange };

  function known(code: Kind, at: Path, names: Iterable<string>, all: ReadonlySet<string>) {
    // Where a name is missing in the file, an unknown one may be just that.
    if (all.has(MISSING_ID)) return;
    for (const name of names) if (!all.has(name)) fail(code, at, { name }, didYouMean(name, all));
  }

  function variable(at: Path, name: string) {
    fail('ukendt-variabel', at, { name }, didYouMean(name, Object.keys(scenario.vars)));
  }

  function rests(at: Path, ids: readonly string[], isRight: boolean) {
    for (const id of ids) {
      const provision = provisions.get(id);
      if (!provision) fail('ukendt-bestemmelse', at, { name: id }, didYouMean(id, provisions.keys()));
      else if (
        (provision.validFrom !== null && provision.validFrom > scenario.lawDate) ||
        (provision.validTo !== null && provision.validTo < scenario.lawDate)
      )
        fail('ikke-i-kraft', at, { name: id, day: scenario.lawDate });
      else if (isRight && !provision.isFirm) fail('usikkert-grundlag', at, { name: id });
    }
  }

  function condition(at: Path, one: Condition | undefined): void {
    if (!one) return;
    if ('var' in one) {
      const asked = Object.hasOwn(scenario.vars, one.var) ? scenario.vars[one.var] : undefined;
      if (!asked) variable(at, one.var);
      else if ('is' in one && !isInRange(one.var, one.is))
        fail('vaerdi', at, { what: `Variablen ${one.var} kan aldrig være ${String(one.is)}.` });
      else if (!('is' in one) && asked.type !== 'int')
        fail('vaerdi', at, { what: `Variablen ${one.var} er ikke et tal og kan ikke være større eller mindre.` });
    } else if ('knows' in one) {
      known('ukendt-plads', at, [one.knows.seat], seats);
      known('ukendt-oplysning', at, [one.knows.fact], facts);
    } else if ('visited' in one) known('ukendt-scene', at, [one.visited], nodes);
    else if ('chose' in one) chosen(at, one.chose);
    else if ('all' in one) for (const part of one.all) condition(at, part);
    else if ('any' in one) for (const part of one.any) condition(at, part);
    else condition(at, one.not);
  }

  function chosen(at: Path, name: string) {
    const [scene = '', choice = ''] = name.split('/');
    const node = Object.hasOwn(scenario.nodes, scene) ? scenario.nodes[scene] : undefined;
    if (isDecision(node) && (optionsOf(node).has(choice) || optionsOf(node).has(MISSING_ID))) return;
    const near = isDecision(node)
      ? didYouMean(choice, optionsOf(node).keys())
      : didYouMean(
          scene,
          [...nodes].filter((id) => isDecision(scenario.nodes[id])),
        );
    fail('ukendt-valg', at, { name }, near);
  }

  function goto(at: Path, target: Choice['goto']) {
    const all = typeof target === 'string' ? [{ goto: target }] : target;
    const here = [...at, 'goto'];
    known(
      'ukendt-scene',
      here,
      all.map((line) => line.goto),
      nodes,
    );
    lines(here, 'goto', all);
  }

  function lines(at: Path, list: 'goto' | 'auto', all: readonly { readonly when?: Condition | undefined }[]) {
    for (const { when } of all) condition(at, when);
    if (all.at(-1)?.when) fail('intet-ellers', at, { list });
    const open = all.findIndex(({ when }) => when === undefined);
    if (open >= 0 && open < all.length - 1) fail('linje-uden-virkning', at, { list, count: all.length - 1 - open });
  }

  function sets(at: Path, set: Choice['set']) {
    for (const [name, value] of Object.entries(set)) {
      if (!Object.hasOwn(scenario.vars, name)) variable(at, name);
      else if (!isInRange(name, value))
        fail('vaerdi', at, { what: `${name} sættes til ${String(value)}, som ligger uden for variablens grænser.` });
    }
  }

  function unique(at: Path, ids: readonly string[], what: string) {
    const named = ids.filter((id) => id !== MISSING_ID);
    if (new Set(named).size !== named.length) fail('dobbelt-valg', at, { what });
  }

  function isInRange(name: string, value: string | number | boolean): boolean {
    const asked = Object.hasOwn(scenario.vars, name) ? scenario.vars[name] : undefined;
    if (!asked) return false;
    if (asked.type === 'bool') return typeof value === 'boolean';
    if (asked.type === 'enum') return typeof value === 'string' && asked.values.includes(value);
    return typeof value === 'number' && value >= asked.min && value <= asked.max;
  }
}

import { expect, test } from 'vitest';
import { createActor, createMachine, initialTransition, transition } from 'xstate';
import { compileScenario } from '#src/scenarios/engine/index.ts';
import { buildScenario, buildTableScenario, libraryEditions } from '#tests/support/scenarios.ts';

test.each([buildScenario(), ...libraryEditions()])('$id: the configuration survives JSON', (scenario) => {
  const { machine } = compileScenario(scenario);
  expect(JSON.parse(JSON.stringify(machine.config))).toEqual(machine.config);
});

test('a machine read back from JSON plays as the compiled one', () => {
  const { machine } = compileScenario(buildTableScenario());
  const again = createMachine(JSON.parse(JSON.stringify(machine.config)), machine.implementations as never);
  const events = ['continue', 'noedvendigt', 'kort', 'datoer', 'kommunen'].map((type) => ({
    type,
    by: 'kommune',
    own: true,
  }));
  const [first, second] = [createActor(machine).start(), createActor(again).start()];
  for (const event of events) {
    first.send(event);
    second.send(event);
  }
  expect(first.getSnapshot().value).toBe('godt');
  expect(JSON.stringify(second.getSnapshot().toJSON())).toBe(JSON.stringify(first.getSnapshot().toJSON()));
});

const toSpoerg = ['continue', 'noedvendigt'];

test('a choice stays closed until its seat has been told the fact', () => {
  const { machine } = compileScenario(buildScenario());
  const kort = { type: 'kort', by: 'psykiatri', own: true };
  const at = (types: readonly string[]) =>
    types.reduce(
      (snapshot, type) => transition(machine, snapshot, { type, by: 'kommune', own: true })[0],
      initialTransition(machine)[0],
    );
  expect(at(['continue', 'intet']).can(kort)).toBe(false);
  expect(at(toSpoerg).can(kort)).toBe(true);
});

test('a conditional goto is judged by what the choice itself has changed', () => {
  const { machine } = compileScenario(buildScenario());
  const end = (types: readonly string[]) =>
    types.reduce(
      (snapshot, type) => transition(machine, snapshot, { type, by: 'kommune', own: true })[0],
      initialTransition(machine)[0],
    ).value;
  expect(end([...toSpoerg, 'tier', 'datoer', 'kommunen'])).toBe('godt');
  expect(end(['continue', 'intet', 'tier', 'datoer', 'kommunen'])).toBe('blandet');
});

test('an outcome is final: nothing follows it', () => {
  const { machine } = compileScenario(buildScenario());
  const snapshot = machine.resolveState({ value: 'skidt', context: initialTransition(machine)[0].context });
  expect(snapshot.status).toBe('done');
  expect(snapshot.can({ type: 'venter', by: 'kommune', own: true })).toBe(false);
});

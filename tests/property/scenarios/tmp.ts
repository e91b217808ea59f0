import { stringify } from 'yaml';
import { checkScenario } from '#src/scenarios/engine/check.ts';
import { parseScenario } from '#src/scenarios/engine/parse.ts';
import { buildScenario, knownElsewhere } from '#tests/support/scenarios.ts';

const s = buildScenario();
console.log(checkScenario(s, knownElsewhere));
const y = stringify(s);
const go = (t: string) => {
  try {
    const p = parseScenario(t, 'f.yaml');
    console.log(p.ok ? 'ok' : p.findings);
  } catch (e) {
    console.log('THROWS', String(e));
  }
};
go(y);
go(y.replace('minutes: 5', 'minutes: fem'));
go(y.replace('minutes: 5', 'minutes: 500'));
go(y.replace('minutes: 5', 'minutes: 5.5'));
go(y.replace('minutes: 5', 'minutes: *x'));
go(
  'a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n',
);
go(y.replace(/^ {2}brevet:/m, '  BREVET Æ:'));
go(y.replace(/competences:\n.*\n/, 'competences: []\n'));
go('');
go('- 1');
go('{');
go('a: &a\n  b: *a\n');
go('%FOO\n---\n? [a,b]\n: 1\n');

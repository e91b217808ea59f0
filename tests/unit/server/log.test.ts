import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectRoot } from '#tests/support/imports.ts';

const CANARY = 'kanariefugl';

/** What a piece of code logs, line by line. Pino writes to standard output itself, so the code runs in a process of its own. */
function logged(code: string): Record<string, unknown>[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `import * as log from './src/server/log.ts';\n${code}`],
    { cwd: projectRoot, encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('LOG-1: a request is one JSON line: pattern, status, time taken, id; in UTC, without host or process', () => {
  const [line] = logged(
    `log.logRequest({ id: 'abc', method: 'POST', route: '/scenarier/[scenario]/spil/[attempt]', status: 303, ms: 12 });`,
  );
  expect(line).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    id: 'abc',
    method: 'POST',
    route: '/scenarier/[scenario]/spil/[attempt]',
    status: 303,
    ms: 12,
    msg: 'request',
  });
});

test('LOG-1: a fault is its kind and the places in our code; never its message, its cause, or where the platform lies', () => {
  const lines = logged(`
    class Broken extends Error { name = 'Broken'; }
    log.logFault('abc', '/min-laering', new Broken('${CANARY} at /${CANARY}/x.ts:1:1', { cause: '${CANARY}' }));
    log.logFault('abc', '/min-laering', Object.assign(new Error('one\\nat ${CANARY} (file:///a/${CANARY}/b.ts:1:2)'), { ${CANARY}: 1 }));
    log.logFault('abc', '/min-laering', '${CANARY}');
    log.logFault('abc', '/min-laering', { ${CANARY}: 1 });
  `);
  expect(lines.map(({ code }) => code)).toEqual(['Broken', 'Error', 'string', 'object']);
  expect(JSON.stringify(lines)).not.toContain(CANARY);
  expect(JSON.stringify(lines)).not.toContain(projectRoot);
});

test('LOG-1: control characters cannot begin a line of their own', () => {
  const lines = logged(`log.logRequest({ id: 'a\\nb\\r\\u001b[31m', method: 'GET', route: '/', status: 200, ms: 1 });`);
  expect(lines).toHaveLength(1);
});

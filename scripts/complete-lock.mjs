// Completes package-lock.json after `npm install`: a registry may lack optional binaries of other platforms, npm then
// leaves them out of the lock, and `npm ci` refuses the lock that npm itself wrote (npm/cli issue 9846). The added
// entries are never installed on the platforms that we run on; tests/unit/supply.test.ts knows the list.
// Run: node scripts/complete-lock.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';

const OSES = ['darwin', 'win32', 'linux', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'android', 'openharmony'];
const CPUS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  if (path === '') continue;
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (
      !/^\d+\.\d+\.\d+/.test(range) ||
      lock.packages[`node_modules/${name}`] ||
      lock.packages[`${path}/node_modules/${name}`]
    )
      continue;
    const words = name.split(/[-/]/);
    lock.packages[`node_modules/${name}`] = {
      version: range,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      os: [OSES.find((os) => words.includes(os)) ?? 'none'],
      cpu: [CPUS.find((cpu) => words.includes(cpu)) ?? 'none'],
    };
    added += 1;
  }
}
console.log(`${added} entries added`);
if (process.argv.includes('--check')) process.exitCode = added === 0 ? 0 : 1;
else if (added > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}

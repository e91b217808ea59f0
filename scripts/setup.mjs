// The first steps of `npm start` and `npm test`. Plain JavaScript without dependencies, because nothing is installed
// yet and the host's Node may be 20; everything after this runs on the Node that the project brings.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules/.psp-installed');
const built = join(root, 'dist/.psp-built');

/** Says what to do and ends. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function sha256(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Runs a command in the project with the project's own Node first; ends with its sentence when it fails. */
export function run(command, args, { env = {}, quiet = false, sentence } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...env,
    },
  });
  if (result.status !== 0 && sentence) {
    if (quiet) console.error(String(result.stdout ?? '') + String(result.stderr ?? ''));
    stop(sentence);
  }
  return result.status ?? 1;
}

/** The Node that the project brings on Linux; elsewhere the host's own, which must be 24 or newer. */
export function projectNode() {
  const own = join(root, 'node_modules/.bin/node');
  return existsSync(own) ? own : process.execPath;
}

/** Installs from the lock file unless node_modules already is what the lock file says. */
export function install() {
  const wanted = sha256(readFileSync(lock));
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  console.log('Installerer pakker …');
  const major = Number(process.versions.node.split('.')[0]);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const ci = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const sentence = 'Pakkerne kunne ikke installeres. Tjek netforbindelsen, og kør kommandoen igen.';
  // NODE_ENV=production would leave out what builds and tests the site.
  const env = { NODE_ENV: 'development' };
  if (major >= 24) run(npm, ci, { env, sentence });
  else if (process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch)) {
    const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies[
      `node-linux-${process.arch}`
    ];
    run(npm, ['exec', '--yes', `--package=node-linux-${process.arch}@${version}`, '--', 'npm', ...ci], {
      env,
      sentence,
    });
  } else stop(`PSP Akademi kræver Node 24 eller nyere her. Denne maskine har ${process.versions.node}.`);
  writeFileSync(installed, wanted);
}

/** What the built site is made of. */
const BUILT_FROM = [
  'src',
  'db',
  'public',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  'scripts/precompress.mjs',
];

/** A file, or all files below a folder; paths from the project's root. (Node 20 has no glob.) */
function filesIn(path) {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true })
    .map((name) => join(path, name))
    .filter((name) => statSync(join(root, name)).isFile());
}

/** Builds the site unless the last build was made from the same files. */
export function build() {
  const sources = BUILT_FROM.flatMap(filesIn).sort();
  const wanted = sha256(...sources.flatMap((file) => [file, readFileSync(join(root, file))]));
  if (existsSync(built) && readFileSync(built, 'utf8') === wanted) return;
  console.log('Bygger siden …');
  run(projectNode(), ['node_modules/astro/bin/astro.mjs', 'build'], {
    sentence: 'Siden kunne ikke bygges. Årsagen står ovenfor.',
  });
  run(projectNode(), ['scripts/precompress.mjs'], { sentence: 'Filerne kunne ikke pakkes.' });
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(built, wanted);
}

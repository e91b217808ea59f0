import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { projectRoot } from './imports.ts';

export interface RunningServer {
  readonly address: string;
  readonly folder: string;
  readonly process: ChildProcess;
  /** Everything that the server has written so far, standard output and error together. */
  output(): string;
  /** Ends the server and, unless told otherwise, its data. */
  stop(options?: { keepData?: boolean; signal?: NodeJS.Signals }): Promise<void>;
}

interface House {
  readonly folder: string;
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
  /** A file that says how many days its clock is ahead of ours; it may change while the house runs. */
  readonly clock?: string;
}

/** What a process of the house is started with: the server, or a command of its operator. */
export function processEnvironment({ folder, port, env = {}, clock }: House) {
  const shifted = new URL('./shifted-clock.mjs', import.meta.url).href;
  return {
    ...cleanEnvironment(),
    PSP_DATA_DIR: folder,
    PSP_PORT: String(port),
    PSP_PUBLIC_ORIGIN: `http://localhost:${port}`,
    ...(clock === undefined ? {} : { TEST_CLOCK: clock, NODE_OPTIONS: `--import=${shifted}` }),
    ...env,
  };
}

/** A clock for houses in a folder; it stands at today. `ahead` moves it. */
export function movableClock(folder: string): { readonly file: string; ahead(days: number): void } {
  const file = join(folder, 'clock');
  const ahead = (days: number) => writeFileSync(file, String(days));
  ahead(0);
  return { file, ahead };
}

/** The built server with a demonstration of its own in a folder of its own. @throws when it is not ready within 30 s */
export async function startServer({
  folder = mkdtempSync(join(tmpdir(), 'psp-e2e-')),
  port,
  env = {},
  clock,
}: Partial<House> = {}): Promise<RunningServer> {
  const chosen = port ?? (await freePort());
  const address = `http://localhost:${chosen}`;
  const environment = processEnvironment({ folder, port: chosen, env, ...(clock === undefined ? {} : { clock }) });
  const prepared = spawnSync(process.execPath, ['scripts/prepare-data.ts'], {
    cwd: projectRoot,
    env: environment,
    encoding: 'utf8',
  });
  if (prepared.status !== 0) throw new Error(`prepare-data: ${prepared.stdout}${prepared.stderr}`);
  const child = spawn(process.execPath, ['server.mjs'], {
    cwd: projectRoot,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const started = Date.now();
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${chosen}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) break;
    if (child.exitCode !== null || Date.now() - started > 30_000) {
      child.kill('SIGKILL');
      throw new Error(`The server did not start:\n${output.slice(0, 2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    address,
    folder,
    process: child,
    output: () => output,
    async stop({ keepData = false, signal = 'SIGTERM' } = {}) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
      if (!keepData) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Our environment without what would configure the server otherwise. */
function cleanEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('PSP_') && name !== 'NODE_ENV'),
  );
}

/** Playwright's global set-up: one server for all end-to-end tests. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = await startServer();
  process.env.PSP_E2E_ADDRESS = server.address;
  return () => server.stop();
}

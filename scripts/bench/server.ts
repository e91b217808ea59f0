import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '#tests/support/free-port.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningServer {
  readonly address: string;
  /** Resident memory in bytes; NaN where the system does not tell. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts the built server on a folder of data. @throws when it is not ready within 30 s */
export async function startServer(folder: string): Promise<RunningServer> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('PSP_') && name !== 'NODE_ENV'),
  );
  const child = spawn(process.execPath, ['server.mjs'], {
    cwd: root,
    env: { ...inherited, PSP_DATA_DIR: folder, PSP_PORT: String(port), PSP_PUBLIC_ORIGIN: address },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };
  for (const limit = Date.now() + 30_000; ; ) {
    if (
      await fetch(`${address}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { address, memory: () => memoryOf(child.pid), stop };
    if (child.exitCode !== null || Date.now() > limit) {
      await stop();
      throw new Error(`The server did not start:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function memoryOf(pid: number | undefined): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return Number.NaN;
  }
}

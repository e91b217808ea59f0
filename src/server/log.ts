import pino from 'pino';

/**
 * One JSON line an entry, UTC (security.md LOG-1): route pattern, status, duration, random request id, error code. Never
 * a name, mail, address, token, query, free text or body; who adds a field here reads that rule first.
 */
export const log = pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
});

export interface RequestLine {
  readonly id: string;
  readonly method: string;
  /** The pattern, never the address: `/scenarier/[scenario]/spil/[attempt]`. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export function logRequest(line: RequestLine): void {
  log.info(line, 'request');
}

/** A browser kept a page from doing something. @param directive of the policy, e.g. `script-src-elem` */
export function logBlocked(directive: string): void {
  log.warn({ directive }, 'blocked');
}

/** @param error its name and the place in our code, not its message: messages may quote what a person wrote */
export function logFault(id: string, route: string, error: unknown): void {
  const stack =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8)
          .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\/(?=[^/]+:\d+:\d+\)?$)/, '('))
      : [];
  log.error({ id, route, code: error instanceof Error ? error.name : typeof error, stack }, 'fault');
}

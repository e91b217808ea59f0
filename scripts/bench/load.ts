import autocannon, { type Request } from 'autocannon';

/** What one run under load gave. Times are milliseconds from the request's first byte to the answer's last. */
export interface LoadResult {
  readonly what: string;
  readonly connections: number;
  /** Answers that count, a second. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly counted: number;
  /** Answers with another status, errors and time-outs. */
  readonly failed: number;
}

export interface LoadRun {
  readonly what: string;
  readonly address: string;
  readonly connections: number;
  /** Seconds of asking. With `bodies` it ends sooner when they are used up. */
  readonly seconds: number;
  /** The one status that counts. */
  readonly status: number;
  /** Asked again and again by every connection … */
  readonly request?: Request;
  /** … or a list of requests, each asked once by one connection. */
  readonly once?: readonly Request[];
}

/** Puts the server under load and measures the answers that count. */
export async function load({
  what,
  address,
  connections,
  seconds,
  status,
  request,
  once,
}: LoadRun): Promise<LoadResult> {
  const times: number[] = [];
  let others = 0;
  let next = 0;
  const share = once ? Math.floor(once.length / connections) : 0;
  const started = performance.now();
  let last = started;
  const run = autocannon({
    url: address,
    connections,
    timeout: 10,
    ...(once ? { amount: share * connections } : { duration: seconds }),
    ...(request ? { requests: [request] } : {}),
    setupClient(client) {
      if (once) client.setRequests(once.slice(next * share, ++next * share));
    },
  });
  const limit = setTimeout(() => run.stop(), seconds * 1000);
  run.on('response', (_client, answered, _bytes, milliseconds) => {
    last = performance.now();
    if (answered === status) times.push(milliseconds);
    else others++;
  });
  const { errors, timeouts } = await run;
  clearTimeout(limit);
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.ceil(times.length * part) - 1)] ?? Number.NaN;
  return {
    what,
    connections,
    perSecond: times.length / ((last - started) / 1000),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    counted: times.length,
    failed: others + errors + timeouts,
  };
}

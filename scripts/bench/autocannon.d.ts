/** The part of autocannon that the benchmark uses; the package brings no types. */
declare module 'autocannon' {
  export interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
  }
  export interface Client {
    setRequests(requests: readonly Request[]): void;
  }
  export interface Options {
    /** Its path is asked for unless `requests` say otherwise. */
    url: string;
    requests?: readonly Request[];
    connections: number;
    /** Seconds. */
    duration?: number;
    /** Requests altogether; takes precedence over the duration. */
    amount?: number;
    /** Seconds before a request counts as failed. */
    timeout?: number;
    setupClient?: (client: Client) => void;
  }
  export interface Result {
    errors: number;
    timeouts: number;
    /** Seconds. */
    duration: number;
  }
  export interface Instance extends PromiseLike<Result> {
    on(event: 'response', heard: (client: Client, status: number, bytes: number, milliseconds: number) => void): this;
    stop(): void;
  }
  export default function autocannon(options: Options): Instance;
}

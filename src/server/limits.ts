/** Largest body of any of our forms, in bytes (security.md IN-1). */
export const BODY_LIMIT = 64 * 1024;

/** How long and how much a connection may take (security.md IN-3); options of node:http's createServer. */
export const SERVER_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16 * 1024,
  /** Node looks for overdue connections this often; its own 30 s would make 10 s into 40. */
  connectionsCheckingInterval: 2_000,
};

export const MAX_CONNECTIONS = 2_000;
/** After SIGTERM, what is under way may take this long; a second is left for closing the stores. */
export const DRAIN = 9_000;

// The front door. Plain JavaScript, because it must say what is wrong on an old Node before anything native is loaded.
// Duties: configuration, stores, the public origin, limits, security headers, static files, compression, a calm end.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `PSP Akademi kræver Node 24 eller nyere, men kører på ${process.versions.node}. Start med npm start, så bruges projektets egen Node.`,
  );
  process.exit(1);
}
const { existsSync } = await import('node:fs');
const { createServer } = await import('node:http');
const { fileURLToPath } = await import('node:url');
const { readConfiguration } = await import('./src/server/configuration.ts');
const { createFront } = await import('./src/server/front.ts');
const { DRAIN, MAX_CONNECTIONS, SERVER_LIMITS } = await import('./src/server/limits.ts');
const { openIdentityStore, openLearningStore } = await import('./db/open.ts');

const root = fileURLToPath(new URL('.', import.meta.url));
process.chdir(root);
const entry = new URL('./dist/server/entry.mjs', import.meta.url);
let configuration;
try {
  configuration = readConfiguration(process.env, root);
  if (!existsSync(entry))
    throw Object.assign(new Error('Siden er ikke bygget. Kør npm run build, eller start med npm start.'), {
      name: 'ConfigurationError',
    });
  // Opens, updates and tests both stores before anyone is let in; the application opens its own handles.
  await openAndCloseStores();
} catch (error) {
  const isOurs = error instanceof Error && ['ConfigurationError', 'StoreError'].includes(error.name);
  console.error(
    isOurs ? error.message : `Platformen kunne ikke starte: ${error instanceof Error ? error.message : error}`,
  );
  process.exit(1);
}

process.env.ASTRO_NODE_AUTOSTART = 'disabled';
// React checks and warns in every other mode, at twice the cost.
process.env.NODE_ENV = 'production';
const { handler } = await import(entry.href);
const front = createFront(configuration, handler, root);
const server = createServer(SERVER_LIMITS, front.handle);
server.maxConnections = MAX_CONNECTIONS;
server.once('error', (error) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Porten ${configuration.port} er i brug. Vælg en anden med PSP_PORT.`
      : `Serveren kunne ikke lytte: ${error.message}`,
  );
  process.exit(1);
});
server.listen(configuration.port, configuration.host, () => {
  console.log(`PSP Akademi kører på ${configuration.origin}`);
  if (configuration.isDemo) console.log('Prøveudgave: Gå til /log-ind, og vælg en opdigtet person. Ingen adgangskode.');
});

// Not ready for the proxy, a moment for those who are already at the door, then finish what is under way, fold the
// write-ahead log in, and go.
const GRACE = 500;
let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT'])
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    front.stop();
    // Who is not done by then is cut, so that the stores are still closed in good order.
    setTimeout(() => server.closeAllConnections(), DRAIN).unref();
    setTimeout(() => process.exit(0), DRAIN + 1_000).unref();
    setTimeout(() => {
      server.close(async () => {
        await openAndCloseStores();
        process.exit(0);
      });
      server.closeIdleConnections();
    }, GRACE);
  });

/** Opening updates and tests a store; closing folds its write-ahead log into the file. */
async function openAndCloseStores() {
  await (await openIdentityStore(configuration.identity)).destroy();
  await (await openLearningStore(configuration.learning)).destroy();
}

// npm start: installs, builds, fills the demonstration and starts; the second time only what has changed.
import { spawn } from 'node:child_process';
import { build, install, projectNode, root, run } from './setup.mjs';

install();
build();
run(projectNode(), ['scripts/prepare-data.ts'], { sentence: 'Platformen er ikke startet.' });
const server = spawn(projectNode(), ['server.mjs'], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));

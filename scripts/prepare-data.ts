// Creates both stores, and fills the demonstration once: the second start keeps what is there. Nothing half-filled is
// ever used: the demonstration is made in a folder of its own and moved into place when it is whole.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openIdentityStore, openLearningStore, StoreError } from '#db/open.ts';

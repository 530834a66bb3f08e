/** Builds the screens with the backend in memory and serves them on this machine. */
import { fileURLToPath } from 'node:url';

import { build, preview } from 'vite';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const RESULTS = fileURLToPath(new URL('../test-results/', import.meta.url));

/** @returns {Promise<{ address: string, stop: () => Promise<void> }>} */
export async function serveScreens() {
  const outDir = `${RESULTS}app`;
  await build({
    root: ROOT,
    mode: 'breadth',
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
  const server = await preview({
    root: ROOT,
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('the screens are not served');
  return { address, stop: () => server.close() };
}

import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Nothing that stands in for the kiosk's middle may reach a kiosk. */
function realOnly(): Plugin {
  const pretending = /\/(fixtures|backend-memory|start-memory)\b/;
  return {
    name: 'kaunter-real-only',
    apply: (_, { mode }) => mode === 'production',
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        const pretender = part.type === 'chunk' && part.moduleIds.find((id) => pretending.test(id));
        if (pretender) this.error(`${pretender} must not be part of the kiosk`);
      }
    },
  };
}

// The window is WebKitGTK 2.44 or later: no older browser has to be served.
export default defineConfig({
  plugins: [svelte(), realOnly()],
  // Tests mount the screens themselves, not what a server would make of them.
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  base: './',
  clearScreen: false,
  server: {
    port: 5173,
    strictPort: true,
    // The words lie beside this folder, in ../locales.
    fs: { allow: ['..'] },
  },
  build: {
    target: 'safari17',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Only the icon set is as large, and it is loaded when the first topic is shown.
    chunkSizeWarningLimit: 600,
  },
  test: {
    include: ['src/**/*.test.ts'],
    // Tests begin behind the first screen.
    setupFiles: ['src/shared/words-behind.ts'],
  },
});

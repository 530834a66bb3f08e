import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// The window is WebKitGTK 2.44 or later: no older browser has to be served.
export default defineConfig({
  plugins: [svelte()],
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
  },
  test: {
    include: ['src/**/*.test.ts'],
  },
});

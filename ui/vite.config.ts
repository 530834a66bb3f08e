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
    // Only the icon set is as large, and it is loaded when the first topic is shown.
    chunkSizeWarningLimit: 600,
  },
  test: {
    include: ['src/**/*.test.ts'],
  },
});

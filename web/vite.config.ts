import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import icons from 'unplugin-icons/vite'
import { defineConfig } from 'vite'
import { contractWithoutSchemas } from './build/contract-plugin.ts'
import { iconCompiler } from './build/icon-compiler.ts'

/** The desk: dist/web, served under /app. The server puts a fresh nonce where `__NONCE__` stands. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/app/',
  plugins: [contractWithoutSchemas(), icons({ compiler: iconCompiler }), react()],
  html: { cspNonce: '__NONCE__' },
  server: { proxy: { '/api': 'http://localhost:3000' } },
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
  },
})

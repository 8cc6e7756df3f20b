/** Writes `schemas/` anew from the zod schemas: `npm run schemas`. */
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';

const bundle = 'dist/json-schemas.mjs';
await build({
  entryPoints: ['src/inputs/schemas/json-schemas.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
});
const { jsonSchemas } = await import(`./${bundle}`);
mkdirSync('schemas', { recursive: true });
for (const { path, text } of jsonSchemas()) writeFileSync(path, text);

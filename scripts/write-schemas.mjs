/** Writes `schemas/` anew from the zod schemas: `npm run schemas`. */
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';

const bundle = 'dist/json-schemas.mjs';
await build({
  stdin: {
    contents: `export * from './src/inputs/json-schemas.ts'; export * from './src/archive/manifest-json-schema.ts';`,
    resolveDir: '.',
  },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
});
const { jsonSchemas, makeManifestSchema } = await import(`../${bundle}`);
mkdirSync('schemas', { recursive: true });
for (const { path, text } of [...jsonSchemas(), makeManifestSchema()]) writeFileSync(path, text);

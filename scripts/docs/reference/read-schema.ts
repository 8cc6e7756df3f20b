import { readdirSync, readFileSync } from 'node:fs';
import type { JsonSchema } from './json-schema.js';

const ENDING = '.schema.json';

/** Lists the schemas that `npm run schemas` writes. */
export function listSchemas(): string[] {
  return readdirSync('schemas')
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length));
}

export function readSchema(name: string): JsonSchema {
  return JSON.parse(readFileSync(`schemas/${name}${ENDING}`, 'utf8')) as JsonSchema;
}

import type * as z from 'zod';

/** Parses JSON in UTF-8. Returns undefined if the bytes are anything else. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Describes the first place at which a value does not fit its schema: " at outputs.0.name: Invalid input". */
export function describeMismatch({ issues: [first] }: z.ZodError): string {
  const { path = [], message = '' } = first ?? {};
  return `${path.length > 0 ? ` at ${path.join('.')}` : ''}: ${message}`;
}

import type { ServedPage } from './serve-pages.js';

/** Makes the response with a value as JSON. */
export function toJsonPage(value: unknown): ServedPage {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

import { isFigure, type Figure } from '../model/figure.js';

/**
 * What a name can stand for is known by samples: the values that it has in the paper at hand. These functions say what a template
 * reaches from one of them.
 */

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What is said of some figures and not of others: a template can ask for it of any. */
const OF_FIGURES = ['reason', 'qualifier', 'base', 'period', 'formula', 'assumed', 'interval'];

/** The value under a key, where there is one of the sample's own: the prototype is out of reach. */
export function valuesAt(value: unknown, key: string): unknown[] {
  if (isFigure(value) && OF_FIGURES.includes(key)) return [value[key as keyof Figure]];
  return isObject(value) && Object.hasOwn(value, key) ? [(value as Record<string, unknown>)[key]] : [];
}

/** What `each` walks over. */
export function itemsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value) : [];
}

export function keysOf(value: unknown): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

/** What `each` would walk over letter by letter, part by part, or not at all. */
export function isNoList(value: unknown): boolean {
  return isFigure(value) || (value !== null && value !== undefined && typeof value !== 'object');
}

import { isFigure, type Figure } from '../model/figure.js';

/**
 * The name checker knows names by samples: the values that they have in the paper at hand. These functions return what a
 * template can reach from a sample.
 */

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Fields that only some figures have. A template can ask any figure for them. */
const OPTIONAL_FIELDS = [
  'reason',
  'qualifier',
  'base',
  'period',
  'formula',
  'assumed',
  'interval',
] as const satisfies (keyof Figure)[];

/** Returns the value under a key of the sample; none if there is no such key. Inherited properties do not count. */
export function listValuesAt(value: unknown, key: string): unknown[] {
  const field = isFigure(value) ? OPTIONAL_FIELDS.find((name) => name === key) : undefined;
  if (isFigure(value) && field) return [value[field]];
  return isObject(value) && Object.hasOwn(value, key) ? [Reflect.get(value, key)] : [];
}

/** Returns the items that `each` visits. */
export function listItems(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value) : [];
}

export function listKeys(value: unknown): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

/** Returns true if `each` would visit letters or parts of a figure, or nothing. */
export function isNoList(value: unknown): boolean {
  return isFigure(value) || (value !== null && value !== undefined && typeof value !== 'object');
}

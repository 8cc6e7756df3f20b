import { isFigure } from '../model/figure.js';
import type { Value } from '../model/fragment.js';
import { makeError, type Checked, type Place, type Problem } from '../model/problem.js';
import { makeFigureInline } from './helpers/figure-values.js';
import { HelperOutput } from './helpers/helper.js';

/** Turns a value of the context, or the result of a helper, into a value of the manuscript. `name` is its name as typed. */
export function printValue(value: unknown, name: string, place: Place): Checked<Value> {
  const printed = findPrintable(value);
  if (printed) return { value: printed, problems: [] };
  return { value: { kind: 'inlines', content: [] }, problems: [makeUnprintableError(value, name, place)] };
}

function findPrintable(value: unknown): Value | null {
  if (value instanceof HelperOutput) return value.value;
  if (isFigure(value)) return { kind: 'inlines', content: [makeFigureInline(value)] };
  const isText = (typeof value === 'string' && value !== '') || typeof value === 'number';
  return isText ? { kind: 'inlines', content: [{ kind: 'value', text: String(value), figure: null }] } : null;
}

function makeUnprintableError(value: unknown, name: string, place: Place): Problem {
  if (value === null || value === undefined || value === '')
    return makeError('value-is-printable', place, `"${name}" has no value here`, {
      hint: `If the value may be missing, write {{#if ${name}}}…{{/if}} around it.`,
    });
  return makeError('value-is-printable', place, `${describeValue(value)} cannot be printed`, {
    expected: 'a figure, a text or a number',
    hint: suggestPrintable(value),
  });
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'boolean' ? String(value) : 'a group of values';
}

function suggestPrintable(value: unknown): string | undefined {
  if (Array.isArray(value)) return 'Use {{names …}}, or {{#each …}}.';
  if (typeof value === 'object' && value !== null)
    return `Add one of these names: ${Object.keys(value).slice(0, 12).join(', ')}.`;
  return undefined;
}

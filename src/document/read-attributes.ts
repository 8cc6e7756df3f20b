import type { Fragment } from '../model/fragment.js';
import { findPlace, sliceOrigins } from '../model/origin.js';
import { makeError, type Checked, type Problem } from '../model/problem.js';
import { suggestName } from '../model/suggest-name.js';

/** The attributes of a picture: `{#fig-map fig-alt="…" width="60%"}`. */
export interface PictureAttributes {
  label: string | null;
  alternative: Fragment | null;
  /** A share of the text's width, from 0 to 1. Null for the picture's own width. */
  width: number | null;
  /** True if an attribute could not be read. */
  isIncomplete: boolean;
}

/** Matches one attribute: a label, or a name and a value in quotes. */
const ATTRIBUTE = /\s*(?:#([^\s{}"=]+)|([\w-]+)\s*=\s*"((?:\\[\s\S]|[^"\\])*)"|(\S[^\s}]*))/y;

const NAMES = ['fig-alt', 'width'];
const LABEL = /^[a-z][a-z0-9-]*$/;

/** Reads attributes in braces. Without braces, there are none. */
export function readAttributes(fragment: Fragment): Checked<PictureAttributes> {
  const attributes: PictureAttributes = { label: null, alternative: null, width: null, isIncomplete: false };
  const problems: Problem[] = [];
  const { markdown, values, origins } = fragment;
  const start = markdown.indexOf('{') + 1;
  const end = markdown.lastIndexOf('}');
  const report = (at: number, message: string, expected: string, hint?: string): void => {
    attributes.isIncomplete = true;
    problems.push(makeError('picture-is-complete', findPlace(origins, at), message, { expected, hint }));
  };
  ATTRIBUTE.lastIndex = start;
  while (start > 0 && ATTRIBUTE.lastIndex < end && markdown.slice(ATTRIBUTE.lastIndex, end).trim() !== '') {
    const match = ATTRIBUTE.exec(markdown);
    if (!match) break;
    const [whole, label, name, value = '', other] = match;
    const at = match.index + whole.length - whole.trimStart().length;
    if (label !== undefined) {
      if (LABEL.test(label)) attributes.label = label;
      else report(at, `"${label}" cannot be a label`, 'small letters, digits and hyphens: #fig-map');
    } else if (name === 'fig-alt') {
      const from = match.index + whole.length - 1 - value.length;
      attributes.alternative = {
        markdown: value.replaceAll('\\"', '"'),
        values,
        origins: sliceOrigins(origins, from, from + value.length),
      };
    } else if (name === 'width') {
      attributes.width = parseWidth(value);
      if (attributes.width === null)
        report(at, `the width "${value}" is no share of the text's width`, 'width="60%", from 10% to 100%');
    } else if (name !== undefined)
      report(
        at,
        `a picture has no ${name}`,
        'a label such as #fig-map, fig-alt="…" and width="…"',
        suggestName(name, NAMES),
      );
    else
      report(
        at,
        `"${other ?? ''}" cannot be read`,
        '{#fig-map fig-alt="What it shows" width="60%"}',
        /[“”‘’]/.test(other ?? '')
          ? 'Write straight quotes: "…".'
          : 'Put each value between straight quotes: "…".',
      );
  }
  return { value: attributes, problems };
}

function parseWidth(text: string): number | null {
  const [, number] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text.trim()) ?? [];
  const share = Number(number) / 100;
  return share >= 0.1 && share <= 1 ? share : null;
}

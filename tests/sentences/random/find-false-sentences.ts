import { formatValue } from '../../../src/format/figures.js';
import { toPercent } from '../../../src/format/numbers.js';
import { NUMBER_WORDS } from '../../../src/format/words.js';
import { listInlineRuns } from '../../../src/model/blocks/block.js';
import type { Change } from '../../../src/model/change.js';
import type { Figure } from '../../../src/model/figure.js';
import type { Indicators } from '../../../src/model/indicators.js';
import { toPlainText, walkInlines, type Inline } from '../../../src/model/inline.js';
import { listSections } from '../../../src/model/list-sections.js';
import type { RandomPaper } from './random-papers.js';

/** A printed value with its figure, and the text on both sides of it within its run of text. */
interface Printed {
  text: string;
  figure: Figure | null;
  before: string;
  after: string;
}

/** A sentence on the change of a measure between two periods. */
interface Statement {
  change: Change;
  words: string;
  printed: Printed;
}

/**
 * Finds printed sentences that contradict the figures behind them. It reads the words of the document, and compares them with
 * the values that the document traces.
 */
export function findFalseSentences({ document, indicators }: RandomPaper): string[] {
  const runs = [
    ...document.header.fields.map(({ value }) => value),
    ...listSections(document).flatMap(({ blocks }) => blocks.flatMap(listInlineRuns)),
  ];
  const printed = runs.flatMap(listPrinted);
  const statements = printed.flatMap((value) => readStatement(value, indicators));
  return [
    ...printed.flatMap(checkNumber),
    ...printed.flatMap(checkNoun),
    ...statements.flatMap(checkDirection),
    ...statements.flatMap(checkVerdict),
    ...findDisagreements(statements),
    ...runs.map(toPlainText).flatMap(checkGrammar),
  ];
}

function listPrinted(run: Inline[]): Printed[] {
  const leaves = [...walkInlines(run)].filter((inline) => !('content' in inline));
  const texts = leaves.map((leaf) => toPlainText([leaf]));
  return leaves.flatMap((leaf, index) =>
    leaf.kind === 'value'
      ? [
          {
            text: leaf.text,
            figure: leaf.figure,
            before: texts.slice(0, index).join(''),
            after: texts.slice(index + 1).join(''),
          },
        ]
      : [],
  );
}

const quote = ({ before, text, after }: Printed): string =>
  `“${before.slice(-120)}⟦${text}⟧${after.slice(0, 120)}”`;

/** Reads a printed number: "27 + 3 + 2 = 32" gives 32. Returns null for words, intervals and missing values. */
function readNumber(text: string): number | null {
  const words = ['no', ...NUMBER_WORDS].findIndex((word) => word === text.toLowerCase());
  if (words >= 0) return words;
  const last = text.split(' = ').at(-1) ?? '';
  if (text.startsWith('less than ')) return null;
  const match = /^(?:[a-z]+ )*([+−-]?)£?([\d,]+(?:\.\d+)?)(?:%| percentage points?| before rounding)*$/.exec(
    last,
  );
  if (!match) return null;
  const [, sign = '', digits = ''] = match;
  return Number(digits.replaceAll(',', '')) * (sign === '' || sign === '+' ? 1 : -1);
}

/** A printed number is its figure's value or the size of it, as far as its places show. */
function checkNumber(printed: Printed): string[] {
  const { text, figure } = printed;
  const number = readNumber(text);
  if (!figure || number === null || number === figure.base) return [];
  if (figure.value === null) return [`a number for a missing figure: ${quote(printed)}`];
  const isShare = figure.unit === 'percent' || figure.unit === 'points';
  const value = isShare ? toPercent(figure.value) : figure.value;
  const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const isEqual = Math.abs(Math.abs(number) - Math.abs(value)) <= 0.5 * 10 ** -places + 1e-9;
  const hasSign = number === 0 || number > 0 || value < 0;
  return isEqual && hasSign ? [] : [`${figure.id} is ${value}: ${quote(printed)}`];
}

/** The nouns that the papers count. Their plural adds "s" or "es". */
const NOUNS =
  /^ (?:(?!(?:in|of|on|to|the|and|for|gave) )[A-Za-z][a-z-]* ){0,3}?(site|team|sergeant|PC|PCSO|constable|officer|delegate|driver|phase|BOCU|borough|volunteer|role|base|year|month|school|unit|district|arrest|measure|area|quarter|wave|bench|bin)(e?s|)\b/i;

function checkNoun(printed: Printed): string[] {
  const number = readNumber(printed.text);
  const match = NOUNS.exec(printed.after);
  if (number === null || !match || /%|point/.test(printed.text)) return [];
  const isPlural = match[2] !== '';
  return isPlural === (number !== 1) ? [] : [`singular or plural: ${quote(printed)}`];
}

const DIRECTION = /\b(?:probably )?(rose|fell|widened|narrowed|reversed) by $/;
const NO_SIZE = /\b(did not change|hardly changed), at $/;

function readStatement(printed: Printed, { measures }: Indicators): Statement[] {
  const { figure, before } = printed;
  const [id = '', part] = figure?.id.split('.') ?? [];
  const measure = Object.hasOwn(measures, id) ? measures[id] : undefined;
  const words = DIRECTION.exec(before)?.[1] ?? NO_SIZE.exec(before)?.[1];
  const isSized = part === 'change' || part === 'recent';
  const change = part === 'recent' ? measure?.recent : measure?.change;
  if (!change || words === undefined || isSized !== DIRECTION.test(before)) return [];
  return [{ change, words, printed }];
}

function checkDirection({ change, words, printed }: Statement): string[] {
  const [from, to] = [change.from.value, change.to.value];
  if (from === null || to === null) return [`a change of a missing figure: ${quote(printed)}`];
  const isTrue = {
    rose: to > from,
    fell: to < from,
    widened: Math.abs(to) > Math.abs(from),
    narrowed: Math.abs(to) < Math.abs(from),
    reversed: to * from < 0,
    'did not change': Math.abs(to - from) < 1e-9,
    'hardly changed': !/[1-9]/.test(formatValue(change.figure)),
  }[words];
  return isTrue === true ? [] : [`from ${from} to ${to}: ${quote(printed)}`];
}

const CLAIMS = /larger than chance alone would explain|(?<!not )a statistically significant/;
const DENIALS = /not a statistically significant|chance alone could explain|too close to call|not be tested/;
const GOOD = /\b(?:an improvement|significant improvement)/;
const BAD = /\b(?:a deterioration|significant deterioration)/;

/** Returns the words on the test behind a change: those up to the end of its sentence, or of its bracket. */
const readTestWords = ({ after }: Printed): string =>
  /^.*?(?=[.;](?:\s|$)| \(and | \(but |\)|$)/.exec(after)?.[0] ?? '';

function checkVerdict({ change, printed }: Statement): string[] {
  const said = readTestWords(printed);
  const { outcome, significant } = change.verdict;
  const faults = [
    CLAIMS.test(said) && !significant,
    DENIALS.test(said) && significant,
    GOOD.test(said) && outcome !== 'better',
    BAD.test(said) && outcome !== 'worse',
    significant && (change.test.adjusted ?? 1) >= 0.05,
  ];
  return faults.includes(true) ? [`the verdict is ${outcome}: ${quote(printed)}${said}`] : [];
}

/** Statements on the same measure and periods have the same words and the same number. */
function findDisagreements(statements: Statement[]): string[] {
  const first = new Map<string, string>();
  return statements.flatMap(({ change, words, printed }) => {
    const key = change.figure.formula ?? '';
    const said = `${words} ${printed.text}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, said);
    return before === undefined || before === said ? [] : [`first “${before}”, then ${quote(printed)}`];
  });
}

const MISTAKES: Record<string, RegExp> = {
  'a gap': / [,;.)]|\( | {2}|,,|\.\.|;\.|\( ?\)/,
  'a value glued to a word': /[\w%]\[|\]\w/,
  'no space after a sentence': /[a-z%)]\.[A-Z]/,
  'a sentence that starts small': /[a-z%)\]][.!?] (?!e\.g|i\.e)[a-z]/,
  'a repeated word': /\b([A-Za-z]+) \1\b/,
  'a value of the program': /\b(?:NaN|undefined|null|Infinity)\b|\[object/,
  'a name without value': /\b(?:by|from|to|at|of|in|since|and) [.,;]/,
  'an odd count':
    /\b(?:the|except|than|each of) no (?=\w+ ?\w*s\b)|\b1 (?:are|were|have)\b|\bone (?:are|were|have)\b/,
};

function checkGrammar(text: string): string[] {
  return Object.entries(MISTAKES).flatMap(([name, pattern]) => {
    const match = pattern.exec(text);
    return match ? [`${name}: “${text.slice(Math.max(0, match.index - 80), match.index + 80)}”`] : [];
  });
}

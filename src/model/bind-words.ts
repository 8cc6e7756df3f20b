import { MONTHS } from '../format/dates.js';
import type { Inline } from './inline.js';

const MONTH_NAMES = [...MONTHS, ...MONTHS.map((month) => month.slice(0, 3)), 'Sept'].join('|');

const UNITS =
  'thousand|million|billion|trillion|per cent|percentage points?|points?|pence|km²?|m²?|cm|mm|miles?|mph|kg|g|mg|tonnes?|ha|hectares?|litres?|ml|kWh|MWh|GWh|kW|MW|°C|am|pm|a\\.m\\.|p\\.m\\.|noon|midnight';

/** Words before a number that names a thing. */
const NUMBERED =
  'tables?|figures?|charts?|maps?|diagrams?|appendix|appendices|annex|annexes|sections?|paragraphs?|paras?|pages?|parts?|items?|chapters?|schedules?|articles?|clauses?|recommendations?|reports?|questions?|options?|phases?|stages?|nos?|pp?|vol|reg|ss?';

/** Words before a letter that names a thing. */
const LETTERED = 'table|figure|appendix|annex|section|part|option|schedule|plan|grade|band|class|block|ward';

const TITLES =
  'Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|St|Rev|Revd|PC|Sgt|Insp';

/** The words around a space at which a line should not end. Each expression looks back over the space. */
const BOUND = [
  `(?<=\\d )(?=(?:${UNITS})(?![\\p{L}\\d]))`,
  `(?<=(?<![\\p{L}\\d])\\d{1,2} )(?=(?:${MONTH_NAMES})(?![\\p{L}\\d]))`,
  `(?<=(?<![\\p{L}\\d])(?:${eitherCase(NUMBERED)})\\.? )(?=[\\d£])`,
  `(?<=(?<![\\p{L}\\d])(?:${eitherCase(LETTERED)}) )(?=[A-Z](?![\\p{L}\\d]))`,
  `(?<=(?<![\\p{L}\\d])(?:${TITLES})\\.? )(?=\\p{Lu})`,
  '(?<=(?<![\\p{L}\\d.])\\p{Lu}\\. )(?=\\p{Lu})', // J. Smith
  '(?=[–—] )', // a line does not start with a dash
  '(?=[×<>=≤≥±] ?[\\d−])',
  '(?<= [×<>=≤≥±] )(?=[\\d−])',
  '(?<=\\d [+−] )(?=[\\d£])', // a line does not end with a plus
  '(?<=\\d/\\d\\d )(?=[QHM]\\d)', // 2030/31 Q1
  '(?<=(?<![\\p{L}\\d])[QH]\\d )(?=\\d{4}(?!\\d))', // Q1 2030
  '(?<=(?<![\\p{L}\\d])0\\d{2,4} )(?=\\d{3,4}(?!\\d))', // 020 7946 0000
  '(?<=(?<![\\p{L}\\d])0\\d{2,4} \\d{3,4} )(?=\\d{3,4}(?!\\d))',
  '(?<=(?:^|[.,;] )[=▲▼△▽↔●✓] )(?=\\p{L})', // a key: "= no clear change"
];
/** The space comes first, so that the search jumps from space to space. */
const BOUND_SPACE = new RegExp(` (?:${BOUND.join('|')})`, 'gu');

/** A sum such as "27 + 3 + 2 = 32", and the most characters of one that must not be divided. */
const SUM = /(?<![\d,.])(?<![+−] £?)£?\d[\d,.]*(?: [+−] £?\d[\d,.]*)+ = /gu;
const LONGEST_SUM = 20;

/** The most letters of a last word that must not stand alone on its line. */
const SHORT = 8;
/** A text of fewer words usually fits on one line. */
const MIN_WORDS = 6;
/** The most letters of the word before it. A longer one would leave a hole in the line above. */
const LONGEST_BEFORE = 14;

const NO_BREAK_SPACE = '\u00a0';

/**
 * Returns a text with no-break spaces in place of the spaces at which its lines should not end: in dates and names, between numbers and
 * units, and before a short last word. The length stays the same.
 */
export function bindWords(text: string): string {
  return bindLastWord(bindSums(text).replace(BOUND_SPACE, NO_BREAK_SPACE));
}

/** A long sum has to be divided. Its lines then start with a plus. */
function bindSums(text: string): string {
  return text.replace(SUM, (sum) => (sum.length > LONGEST_SUM ? sum : sum.replaceAll(' ', NO_BREAK_SPACE)));
}

/** Does what `bindWords` does for text in several pieces, such as a number and the unit after it. */
export function bindInlines(content: readonly Inline[]): Inline[] {
  const bound = bindWords(listTexts(content).join(''));
  let start = 0;
  const take = (text: string): string => bound.slice(start, (start += text.length));
  const map = (inline: Inline): Inline => {
    switch (inline.kind) {
      case 'emphasis':
      case 'strong':
      case 'link':
        return { ...inline, content: inline.content.map(map) };
      case 'text':
      case 'value':
      case 'reference':
        return { ...inline, text: take(inline.text) };
      case 'term':
        return { ...inline, expansion: take(inline.expansion), text: take(` (${inline.text})`).slice(2, -1) };
      case 'break':
      case 'footnote':
        take(SEPARATOR[inline.kind]);
        return inline;
      default:
        return inline satisfies never;
    }
  };
  return content.map(map);
}

/** A mark such as the circle of a rating, at the start of a text. */
const MARK = /^[^\s\p{L}\p{N}] (?=\p{L})/u;

/** Keeps a mark on the line of the word after it: "● Amber". */
export function bindMark(content: Inline[]): Inline[] {
  const [first, ...rest] = content;
  if (!first || !('text' in first) || first.kind === 'term' || !MARK.test(first.text)) return content;
  return [{ ...first, text: first.text.replace(' ', NO_BREAK_SPACE) }, ...rest];
}

/** The text in place of a piece without words. A raised number belongs to the word before it. */
const SEPARATOR = { break: '\n', footnote: '' } as const;

function listTexts(content: readonly Inline[]): string[] {
  return content.flatMap((inline) => {
    switch (inline.kind) {
      case 'emphasis':
      case 'strong':
      case 'link':
        return listTexts(inline.content);
      case 'text':
      case 'value':
      case 'reference':
        return [inline.text];
      case 'term':
        return [inline.expansion, ` (${inline.text})`];
      case 'break':
      case 'footnote':
        return [SEPARATOR[inline.kind]];
      default:
        return inline satisfies never;
    }
  });
}

function bindLastWord(text: string): string {
  const end = text.trimEnd();
  const last = end.lastIndexOf(' ');
  const before = end.lastIndexOf(' ', last - 1);
  const isShort = end.length - last - 1 <= SHORT && last - before - 1 <= LONGEST_BEFORE;
  if (last < 0 || !isShort || end.split(' ').length < MIN_WORDS) return text;
  return `${text.slice(0, last)}${NO_BREAK_SPACE}${text.slice(last + 1)}`;
}

/** Lets each word start with a capital. */
function eitherCase(words: string): string {
  return words
    .split('|')
    .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
    .join('|');
}

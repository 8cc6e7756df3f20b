import { ATTRIBUTES, GEOMETRY, STYLE_PROPERTIES } from './svg-allowed.js';
import { Unusable } from './unusable.js';

/** The largest number that a drawing needs. PDF has no larger ones than 32,767 on a page, after scaling. */
const LARGEST_NUMBER = 1_000_000;

const AS_PNG = 'Export the drawing as a PNG, or without it.';

/** Refuses something in a line of a drawing. */
export function refuseInSvg(what: string, line: number, hint = AS_PNG): never {
  throw new Unusable(`${what} in line ${line}`, hint);
}

/**
 * Returns the attributes of a drawing that are allowed. Leaves out the notes of drawing programs. Refuses scripts, other files
 * and effects: the drawing would be different without them.
 */
export function selectAttributes(all: Record<string, string>, line: number): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(all)) {
    if (/^on/i.test(name)) refuseInSvg(`runs a script (${name})`, line);
    if (/^(?:xlink:)?href$/i.test(name) && !/^#[^\s#]+$/.test(value)) refuseInSvg('loads another file', line);
    if (name === 'spreadMethod' && value !== 'pad') refuseInSvg('has a repeated gradient', line);
    checkValue(name, value, line);
    if (ATTRIBUTES.has(name)) kept[name] = name === 'style' ? selectStyle(value, line) : value;
  }
  return kept;
}

/** Returns the declarations of a style that are allowed. */
function selectStyle(style: string, line: number): string {
  return style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(';')
    .flatMap((declaration) => {
      const [name = '', ...rest] = declaration.split(':');
      const property = name.trim().toLowerCase();
      const value = rest.join(':').trim();
      checkValue(property, value, line);
      return STYLE_PROPERTIES.has(property) ? [`${property}:${value}`] : [];
    })
    .join(';');
}

const SIMPLE_SELECTOR = /^(?:\*|[a-z]+)?(?:[.#][\w-]+)*$/i;

/** Returns the rules of a style sheet that are allowed. */
export function selectRules(css: string, line: number): string {
  const plain = css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '');
  if (/[@\\]/.test(plain)) refuseInSvg('has a style sheet that loads or nests others', line);
  return [...plain.matchAll(/([^{}]*)\{([^{}]*)\}/g)]
    .map(([, selectors = '', style = '']) => {
      const names = selectors.split(',').map((selector) => selector.trim());
      if (!names.every((name) => name !== '' && SIMPLE_SELECTOR.test(name)))
        refuseInSvg('has a style for elements within others', line);
      return `${names.join(',')}{${selectStyle(style, line)}}`;
    })
    .join('');
}

const LENGTH = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?(?:px|pt|mm|cm|in|em|ex|rem|%)?$/i;
const NUMBERS = String.raw`[\d\s,.+\-e]*`;
const PATH = new RegExp(`^\\s*(?:none|(?:[mzlhvcsqta]${NUMBERS})*)$`, 'i');
const POINTS = new RegExp(`^${NUMBERS}$`, 'i');
const TRANSFORM = new RegExp(
  String.raw`^\s*(?:none|(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\(${NUMBERS}\)[\s,]*)*)$`,
  'i',
);
const WORDS_OR_LENGTHS = /^[\s\w.,%+-]*$/;

const isTransform = (value: string): boolean => TRANSFORM.test(value);
const isWordOrLength = (value: string): boolean => WORDS_OR_LENGTHS.test(value);
const isPositive = (value: string): boolean => LENGTH.test(value.trim()) && parseFloat(value) > 0;

/** The forms of attributes that are not lists of lengths. The PDF library stops at some other forms. */
const FORMS: Partial<Record<string, (value: string) => boolean>> = {
  d: (value) => PATH.test(value),
  points: (value) => POINTS.test(value),
  transform: isTransform,
  gradientTransform: isTransform,
  patternTransform: isTransform,
  viewBox: (value) => {
    const [x, y, width = 0, height = 0, ...rest] = splitList(value).map(Number);
    return [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0 && rest.length === 0;
  },
  markerWidth: isPositive,
  markerHeight: isPositive,
  orient: isWordOrLength,
  'stroke-dasharray': isWordOrLength,
  'font-size': isWordOrLength,
  'letter-spacing': isWordOrLength,
  'word-spacing': isWordOrLength,
  refX: isWordOrLength,
  refY: isWordOrLength,
};

function isLengths(value: string): boolean {
  return splitList(value).every((length) => LENGTH.test(length));
}

function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}

/** Refuses a value that loads a file, has an effect or is out of range. */
function checkValue(name: string, value: string, line: number): void {
  const links = [...value.matchAll(/url\(\s*['"]?([^'")\s]*)/gi)];
  if (links.some(([, link = '']) => !link.startsWith('#'))) refuseInSvg('loads another file', line);
  if (name === 'filter' && value.trim() !== 'none') refuseInSvg('has a filter effect', line);
  if (name === 'font') refuseInSvg('has a font in short', line, 'Write font-size and font-weight instead.');
  if (!GEOMETRY.has(name)) return;
  if (!hasUsualNumbers(value)) refuseInSvg('has a number out of range', line);
  if (!(FORMS[name] ?? isLengths)(value)) refuseInSvg(`has an invalid ${name}`, line);
}

function hasUsualNumbers(value: string): boolean {
  if (/nan|infinity/i.test(value)) return false;
  return [...value.matchAll(/(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].every(
    ([number]) => Number(number) <= LARGEST_NUMBER,
  );
}

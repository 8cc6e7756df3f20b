import type { Inline } from 'pdfmake/js/LayoutBuilder.js';
import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import module, { type MeasuredText, type StyleStack } from 'pdfmake/js/TextInlines.js';
import { noCache, type Cache } from '../../model/cache.js';
import { breakRuns } from './break-runs.js';
import { joinTerms } from './join-terms.js';
import { HYPHENATION_POINT } from './hyphenation-point.js';
import { Word, type WordStyle } from './word.js';

const { default: TextInlines } = module;

/** pdfmake's size of raised text, as a multiple of the size of the text about it. */
const SUPERSCRIPT_SIZE = 0.58;

/** The properties of text that our nodes and runs have. Runs inherit them from their text and the nodes around it. */
interface TextStyle extends Omit<WordStyle, 'font' | 'height'> {
  /** The name of a typeface. */
  font: string;
  bold: boolean;
  italics: boolean;
  /** A multiple of the typeface's own distance between lines. */
  lineHeight: number;
}

const DEFAULTS: TextStyle = {
  font: '',
  bold: false,
  italics: false,
  fontSize: 12,
  lineHeight: 1,
  alignment: 'left',
  color: 'black',
  decoration: null,
  link: null,
  linkToDestination: null,
  noWrap: null,
  sup: false,
};

type Run = Partial<TextStyle> & { text: string };

const PROPERTIES = Object.keys(DEFAULTS) as (keyof TextStyle)[];

/** A word of a run, by the run's index, with its widths. It has no font of a PDF, so that later PDFs can use it. */
interface MeasuredWord {
  readonly text: string;
  readonly run: number;
  readonly width: number;
  readonly leadingCut: number;
  readonly trailingCut: number;
  readonly lineEnd: boolean;
  readonly noNewLine: boolean;
}

/**
 * pdfmake's measuring of words, for the styles that our nodes have. It finds the style once for each run of text. pdfmake searches
 * all nodes around a word for each of 22 properties, which took longer than the rest of the layout. A preview keeps the measured
 * words of each text.
 */
export class FastTextInlines extends TextInlines {
  constructor(
    pdf: PDFDocumentClass | null,
    private readonly cache: Cache = noCache,
  ) {
    super(pdf);
  }

  override buildInlines(text: string | Run | Run[], styles: StyleStack): MeasuredText {
    const inherited = findStyle(styles);
    const runs = (Array.isArray(text) ? text : [text]).map((run) =>
      typeof run === 'string' ? { text: run } : run,
    );
    const runStyles = runs.map((run) => this.makeStyle(run, inherited));
    const items = this.measureWords(runs, runStyles).map(
      ({ text, run, width, leadingCut, trailingCut, lineEnd, noNewLine }) =>
        new Word(text, findRunStyle(runStyles, run), width, leadingCut, trailingCut, lineEnd, noNewLine),
    );
    const { minWidth, maxWidth } = measureLines(items);
    return { items, minWidth: inherited.noWrap ? maxWidth : minWidth, maxWidth };
  }

  /** The key has all that decides the words and their widths, except the faces, on which the words depend. */
  private measureWords(runs: readonly Run[], styles: readonly WordStyle[]): readonly MeasuredWord[] {
    if (this.cache === noCache) return measureRuns(runs, styles);
    const keys = runs.map(({ text, noWrap = null }, index) => {
      const { font, fontSize } = findRunStyle(styles, index);
      return `${font.id} ${fontSize} ${noWrap} ${text.length} ${text}`;
    });
    const faces = styles.map(({ font }) => font.metrics);
    return this.cache.compute(`words ${keys.join(' ')}`, faces, () => measureRuns(runs, styles));
  }

  private makeStyle(run: Run, inherited: TextStyle): WordStyle {
    const {
      alignment = inherited.alignment,
      color = inherited.color,
      decoration = inherited.decoration,
      link = inherited.link,
      linkToDestination = inherited.linkToDestination,
      noWrap = inherited.noWrap,
      sup = inherited.sup,
      font: family = inherited.font,
      bold = inherited.bold,
      italics = inherited.italics,
      fontSize: size = inherited.fontSize,
      lineHeight = inherited.lineHeight,
    } = run;
    const font = this.pdfDocument.provideFont(family, bold, italics);
    const fontSize = size * (sup ? SUPERSCRIPT_SIZE : 1);
    const height = font.lineHeight(fontSize) * lineHeight;
    return { font, fontSize, height, alignment, color, decoration, link, linkToDestination, noWrap, sup };
  }
}

function findStyle(styles: StyleStack): TextStyle {
  const style: Record<keyof TextStyle, unknown> = { ...DEFAULTS };
  for (const property of PROPERTIES) style[property] = styles.getProperty(property) ?? style[property];
  return style as TextStyle; // each property was found under its own name
}

function findRunStyle(styles: readonly WordStyle[], run: number): WordStyle {
  const style = styles[run];
  if (!style) throw new Error('internal error: a word belongs to no run');
  return style;
}

/** Splits runs of text where a line may break, and measures the words. */
function measureRuns(runs: readonly Run[], styles: readonly WordStyle[]): MeasuredWord[] {
  return joinTerms(breakRuns(runs)).map(({ text, run, lineEnd, noNewLine }) => {
    const { font, fontSize } = findRunStyle(styles, run);
    const measure = (part: string): number => (part === '' ? 0 : font.widthOfString(part, fontSize));
    return {
      text,
      run,
      width: measure(text.endsWith(HYPHENATION_POINT) ? text.slice(0, -1) : text),
      leadingCut: measure(findLeadingSpaces(text)),
      trailingCut: measure(findTrailingSpaces(text)),
      lineEnd,
      noNewLine,
    };
  });
}

function findLeadingSpaces(text: string): string {
  return mayBeSpace(text, 0) ? text.slice(0, text.length - text.trimStart().length) : '';
}

function findTrailingSpaces(text: string): string {
  let start = text.length;
  while (text[start - 1] === ' ') start--;
  return mayBeSpace(text, start - 1) ? text.slice(text.trimEnd().length) : text.slice(start);
}

/** Returns false for letters, digits and marks of ASCII. Trimming a word takes longer than this look at its ends. */
function mayBeSpace(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return code <= 0x20 || code >= 0x7f;
}

/** Returns the width of the widest word, and that of the widest line if a line ends only where the text says so. */
function measureLines(words: readonly Inline[]): Omit<MeasuredText, 'items'> {
  let minWidth = 0;
  let maxWidth = 0;
  let lineWidth = 0;
  let isNewLine = true;
  for (const { width, leadingCut, trailingCut, lineEnd } of words) {
    minWidth = Math.max(minWidth, width - leadingCut - trailingCut);
    lineWidth = (isNewLine ? -leadingCut : lineWidth) + width;
    maxWidth = Math.max(maxWidth, lineWidth - trailingCut);
    isNewLine = lineEnd;
  }
  return { minWidth, maxWidth };
}

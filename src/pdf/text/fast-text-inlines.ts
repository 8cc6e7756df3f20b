import type { Inline } from 'pdfmake/js/LayoutBuilder.js';
import breakerModule from 'pdfmake/js/TextBreaker.js';
import module, { type MeasuredText, type StyleStack } from 'pdfmake/js/TextInlines.js';
import { joinTerms } from './join-terms.js';
import { HYPHENATION_POINT } from './hyphenation-point.js';
import { Word, type WordStyle } from './word.js';

const { default: TextInlines } = module;
const { default: TextBreaker } = breakerModule;

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

/**
 * pdfmake's measuring of words, for the styles that our nodes have. It finds the style once for each run of text. pdfmake searches
 * all nodes around a word for each of 22 properties, which took longer than the rest of the layout.
 */
export class FastTextInlines extends TextInlines {
  override buildInlines(text: string | Run | Run[], styles: StyleStack): MeasuredText {
    const inherited = findStyle(styles);
    const runs = (Array.isArray(text) ? text : [text]).map((run) =>
      typeof run === 'string' ? { text: run } : run,
    );
    const runStyles = runs.map((run) => this.makeStyle(run, inherited));
    const pieces = joinTerms(
      new TextBreaker().getBreaks(
        runs.map(({ text, noWrap }, run) => ({ text, noWrap, run })),
        null,
      ),
    );
    const items = pieces.map(({ text, run, lineEnd = false, noNewLine = false }) =>
      makeWord(text, runStyles[run], { lineEnd, noNewLine }),
    );
    const { minWidth, maxWidth } = measureLines(items);
    return { items, minWidth: inherited.noWrap ? maxWidth : minWidth, maxWidth };
  }

  private makeStyle(run: Run, inherited: TextStyle): WordStyle {
    const style = { ...inherited, ...run };
    const { alignment, color, decoration, link, linkToDestination, noWrap, sup } = style;
    const font = this.pdfDocument.provideFont(style.font, style.bold, style.italics);
    const fontSize = style.fontSize * (sup ? SUPERSCRIPT_SIZE : 1);
    const height = font.lineHeight(fontSize) * style.lineHeight;
    return { font, fontSize, height, alignment, color, decoration, link, linkToDestination, noWrap, sup };
  }
}

function findStyle(styles: StyleStack): TextStyle {
  const style: Record<string, unknown> = { ...DEFAULTS };
  for (const property of Object.keys(DEFAULTS))
    style[property] = styles.getProperty(property) ?? style[property];
  return style as unknown as TextStyle; // each property was found under its own name
}

function makeWord(
  text: string,
  style: WordStyle | undefined,
  { lineEnd, noNewLine }: { lineEnd: boolean; noNewLine: boolean },
): Word {
  if (!style) throw new Error('internal error: a word belongs to no run');
  const measure = (part: string): number =>
    part === '' ? 0 : style.font.widthOfString(part, style.fontSize);
  const leading = text.slice(0, text.length - text.trimStart().length);
  const trailing = text.slice(text.trimEnd().length);
  return new Word(
    text,
    style,
    measure(text.endsWith(HYPHENATION_POINT) ? text.slice(0, -1) : text),
    measure(leading),
    measure(trailing),
    lineEnd,
    noNewLine,
  );
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

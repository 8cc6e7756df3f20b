import type { Inline } from 'pdfmake/js/LayoutBuilder.js';
import module, { type StyleStack } from 'pdfmake/js/TextInlines.js';

const { default: TextInlines } = module;

/** pdfmake's size of raised text, as a multiple of the size of the text about it. */
const SUPERSCRIPT_SIZE = 0.58;

/** The style that words inherit from their text and from the nodes around it. */
interface Style {
  font: string;
  bold: boolean;
  italics: boolean;
  fontSize: number;
  lineHeight: number;
  alignment: string;
  color: string;
  decoration: string | null;
  link: string | null;
  linkToDestination: string | null;
  noWrap: boolean | null;
  sup: boolean;
}

const DEFAULTS: Style = {
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

/** A word before it is measured: its text, and the style of its own run of text. */
type Word = Pick<Inline, 'text'> & Partial<Omit<Style, 'font'>>;

/**
 * pdfmake's measuring of words, for the styles that our nodes have. It finds the inherited style once for each text. pdfmake
 * searches all nodes around a word for each of 22 properties, which took longer than the rest of the layout.
 */
export class FastTextInlines extends TextInlines {
  override measure(words: Word[], styles: StyleStack): Inline[] {
    const inherited = findStyle(styles);
    return words.map((word) => this.measureWord(word, inherited));
  }

  private measureWord(word: Word, inherited: Style): Inline {
    const sup = word.sup ?? inherited.sup;
    const font = this.pdfDocument.provideFont(
      inherited.font,
      word.bold ?? inherited.bold,
      word.italics ?? inherited.italics,
    );
    const fontSize = (word.fontSize ?? inherited.fontSize) * (sup ? SUPERSCRIPT_SIZE : 1);
    const { text } = word;
    const measure = (part: string): number => (part === '' ? 0 : font.widthOfString(part, fontSize));
    return Object.assign(word, {
      font,
      fontSize,
      sup,
      alignment: word.alignment ?? inherited.alignment,
      color: word.color ?? inherited.color,
      decoration: word.decoration ?? inherited.decoration,
      link: word.link ?? inherited.link,
      linkToDestination: word.linkToDestination ?? inherited.linkToDestination,
      noWrap: word.noWrap ?? inherited.noWrap,
      width: measure(text),
      height: font.lineHeight(fontSize) * (word.lineHeight ?? inherited.lineHeight),
      leadingCut: measure(text.slice(0, text.length - text.trimStart().length)),
      trailingCut: measure(text.slice(text.trimEnd().length)),
      x: 0,
    });
  }
}

function findStyle(styles: StyleStack): Style {
  const style: Record<string, unknown> = { ...DEFAULTS };
  for (const property of Object.keys(DEFAULTS))
    style[property] = styles.getProperty(property) ?? style[property];
  return style as unknown as Style; // each property was found under its own name
}

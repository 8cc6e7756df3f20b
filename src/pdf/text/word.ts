import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js';

/** The style that all words of a run of text share. */
export interface WordStyle {
  font: EmbeddedFont;
  fontSize: number;
  /** The height of a line of this style, in points. */
  height: number;
  alignment: string;
  color: string;
  decoration: string | null;
  link: string | null;
  linkToDestination: string | null;
  noWrap: boolean | null;
  sup: boolean;
}

/**
 * A measured word: what pdfmake calls an inline. Its style is shared, because a long paper has hundreds of thousands of words. A
 * copy with all properties takes four times the memory.
 */
export class Word {
  x = 0;
  /** The width of the hyphen that is drawn after it, where its line ends within a word. */
  hyphenWidth = 0;

  constructor(
    public text: string,
    readonly style: WordStyle,
    public width: number,
    /** The widths of the spaces at the ends, which count only inside a line. */
    public leadingCut: number,
    public trailingCut: number,
    readonly lineEnd: boolean,
    readonly noNewLine: boolean,
  ) {}

  get font(): EmbeddedFont {
    return this.style.font;
  }
  get fontSize(): number {
    return this.style.fontSize;
  }
  get height(): number {
    return this.style.height;
  }
  get alignment(): string {
    return this.style.alignment;
  }
  get color(): string {
    return this.style.color;
  }
  get decoration(): string | null {
    return this.style.decoration;
  }
  get link(): string | null {
    return this.style.link;
  }
  get linkToDestination(): string | null {
    return this.style.linkToDestination;
  }
  get noWrap(): boolean | null {
    return this.style.noWrap;
  }
  get sup(): boolean {
    return this.style.sup;
  }
}

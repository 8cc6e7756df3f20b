import type { Template } from '../model/template.js';
import { formatLetters } from '../model/letters.js';
import { formatInScheme, getHeadingLevel } from './number-schemes.js';
import type { SectionRef } from './target.js';

/** Counts sections, headings, paragraphs and captions by the template's scheme. */
export class Counters {
  private section: number;
  private appendix: number;
  private paragraph: number;
  /** The numbers of the headings above the current text, from the outermost inwards. */
  private headings: number[] = [];
  /** The last number of each word: charts and diagrams that are both called "Figure" share a count. */
  private captions = new Map<string, number>();
  /** The shared number of each group of charts, by its leader, and how many of its charts are placed. */
  private sharedNumbers = new Map<string, { number: string; placed: number }>();
  private footnote = 0;

  constructor(private readonly template: Template) {
    const { sections, appendices, paragraphs } = template.numbering.start;
    this.section = sections - 1;
    this.appendix = appendices - 1;
    this.paragraph = paragraphs - 1;
  }

  /** Returns the number of a section: "C" or "3". Returns null when it has none. */
  startSection(isLettered: boolean): string | null {
    this.startParagraphs();
    if (!isLettered) return null;
    return formatInScheme(++this.section, this.template.numbering.sections);
  }

  startAppendix(): string | null {
    this.startParagraphs();
    return formatInScheme(++this.appendix, this.template.numbering.appendices);
  }

  private startParagraphs(): void {
    this.headings = [];
    if (this.template.numbering.paragraphs !== 'continuous') this.paragraph = 0;
  }

  /**
   * Returns "1.1" in a section with a number, and "1.1.1" one level below. Nested paragraphs take the third level. They
   * restart under each heading of the second level, and deeper headings have no number.
   */
  nextHeading(depth: number, section: SectionRef): string | null {
    const { headings, paragraphs } = this.template.numbering;
    if (headings === 'none' || section.number === null || section.isAppendix) return null;
    const level = getHeadingLevel(depth);
    if (paragraphs === 'nested' && level > 1) return null;
    const outer = Array.from({ length: level - 1 }, (_, index) => this.headings[index] ?? 1);
    this.headings = [...outer, (this.headings[level - 1] ?? 0) + 1];
    if (paragraphs === 'nested') this.paragraph = 0;
    return this.joinNumbers(section.number);
  }

  /** Returns "12", or "1.2" for nested paragraphs. */
  nextParagraph(section: SectionRef): string | null {
    const { paragraphs } = this.template.numbering;
    const count = ++this.paragraph;
    if (paragraphs === 'none') return null;
    if (paragraphs !== 'nested' || section.number === null) return String(count);
    return `${this.joinNumbers(section.number)}.${count}`;
  }

  /** Joins the numbers of a section and of the headings above the current text. */
  private joinNumbers(section: string): string {
    return [section, ...this.headings].join('.');
  }

  /** Returns "2", or "2a" and "2b" for charts that share a number. */
  nextChart(id: string): string {
    const { charts, words } = this.template;
    const leader = charts.find((chart) => chart.id === id)?.sharesNumberWith ?? id;
    const isShared = leader !== id || charts.some((chart) => chart.sharesNumberWith === id);
    if (!isShared) return this.nextCaption(words.chart);
    const shared = this.sharedNumbers.get(leader) ?? { number: this.nextCaption(words.chart), placed: 0 };
    const placed = shared.placed + 1;
    this.sharedNumbers.set(leader, { ...shared, placed });
    return `${shared.number}${formatLetters(placed).toLowerCase()}`;
  }

  /** Returns the next number of a footnote. They run through the paper. */
  nextFootnote(): string {
    return String(++this.footnote);
  }

  /** Takes the number of a footnote that is left out. */
  skipFootnote(number: string): void {
    this.footnote = Math.max(this.footnote, Number.parseInt(number, 10) || 0);
  }

  /** Takes the number of a table or figure that is left out: "5", or "5b" of charts that share a number. */
  skipCaption(word: string, number: string): void {
    this.captions.set(word, Math.max(this.captions.get(word) ?? 0, Number.parseInt(number, 10) || 0));
  }

  /** Returns the next number after a word such as "Table". */
  nextCaption(word: string): string {
    const count = (this.captions.get(word) ?? 0) + 1;
    this.captions.set(word, count);
    return String(count);
  }
}

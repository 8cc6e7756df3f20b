import type { NumberingDefinition } from 'docx';
import type { Numbered, ParsedNumber } from './parse-number.js';

interface UsedLevel {
  kind: Numbered;
  before: string;
  after: string;
}

/** A list whose numbers Word counts. It simulates that count, so that each number is known to be the printed one. */
export class NumberedList {
  private readonly starts: ParsedNumber['parts'];
  /** The last number of each level. A level that was not used has none. */
  private counts: number[] = [];
  private readonly used = new Map<number, UsedLevel>();

  constructor(
    private readonly id: number,
    private readonly first: ParsedNumber,
  ) {
    this.starts = first.parts;
  }

  /** Returns true if Word counts to the number next. */
  canContinue(number: ParsedNumber): boolean {
    const { level, kind, parts } = number;
    // A list of paragraphs without sections has its own count, and so has a list that starts at an inner level.
    if (level < this.first.level || (level === 0 && kind !== this.first.kind)) return false;
    if (level > 0 && this.first.level === 0 && this.first.kind !== 'heading') return false;
    const used = this.used.get(level);
    if (used && (used.kind !== kind || used.before !== number.before || used.after !== number.after))
      return false;
    return parts.every(
      ({ count, isLetter }, index) =>
        isLetter === (this.starts[index]?.isLetter ?? false) && count === this.countAt(index, level),
    );
  }

  take({ kind, before, after, level, parts }: ParsedNumber): void {
    this.counts = parts.map(({ count }) => count);
    if (!this.used.has(level)) this.used.set(level, { kind, before, after });
  }

  /** Returns the count that an inner or outer level shows when the next item is at `level`. */
  private countAt(index: number, level: number): number {
    const last = this.counts[index];
    const start = this.starts[index]?.count ?? 1;
    if (index < level) return last ?? start;
    return last === undefined ? start : last + 1;
  }

  /** Returns the definition of the list. `indent` is the width in which numbers hang, in twips. */
  define(indent: number, colour: string): NumberingDefinition {
    const deepest = Math.max(...this.used.keys());
    return {
      reference: `numbers-${this.id}`,
      levels: Array.from({ length: deepest + 1 }, (_, level) => {
        const { kind = 'heading', before = '', after = '' } = this.used.get(level) ?? {};
        const digits = Array.from({ length: level + 1 }, (__, index) => `%${index + 1}`).join('.');
        return {
          level,
          format: this.starts[level]?.isLetter ? ('upperLetter' as const) : ('decimal' as const),
          text: `${before}${digits}${after}`,
          start: this.starts[level]?.count ?? 1,
          alignment: 'left' as const,
          suffix: kind === 'appendix' ? ('space' as const) : ('tab' as const),
          style: {
            ...(kind === 'paragraph' && { run: { color: colour } }),
            paragraph: { indent: { left: indent, hanging: kind === 'appendix' ? 0 : indent } },
          },
        };
      }),
    };
  }
}

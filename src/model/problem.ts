import { formatCellName } from './cell-name.js';
import type { RuleId } from './rules.js';
import type { Severity } from './rule.js';

/** A position in an author's file. Lines and columns count from 1. In a sheet of a workbook they are its rows and columns. */
export interface Place {
  file: string;
  line: number;
  column: number;
  /** The name of the sheet. Empty if only the rows of the workbook are kept. Absent in other files. */
  sheet?: string;
  /** The part of a document without lines: "page 3, paragraph 18". The line is then the number of the block. */
  part?: string;
}

/**
 * Formats a place so that editors and terminals recognise it: "data/meetings.yaml:12:7". A place in a file without lines is
 * written as "data/2025-26-q1/complaints.xlsx, sheet Q1, cell D7" or "report.docx, paragraph 18".
 */
export function formatPlace(place: Place): string {
  const { file, line, column } = place;
  const part = formatPart(place);
  return part === null ? `${file}:${line}:${column}` : `${file}, ${part}`;
}

/** Formats a place in a file without lines: "sheet Q1, cell D7", "paragraph 18". Returns null for other files. */
export function formatPart({ line, column, sheet, part }: Place): string | null {
  if (part !== undefined) return part;
  if (sheet === undefined) return null;
  return `${sheet === '' ? '' : `sheet ${sheet}, `}cell ${formatCellName(line, column)}`;
}

/**
 * A mistake in an author's file. A stage collects its problems instead of throwing, so that the author sees
 * them all.
 */
export interface Problem {
  severity: Severity;
  /** The rule that is broken, named for what must be true: `reference-resolves`, `key-is-known`. */
  rule: RuleId;
  message: string;
  place?: Place;
  expected?: string;
  hint?: string;
}

/** The result of a stage, and the problems it found. */
export interface Checked<T> {
  value: T;
  problems: Problem[];
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

/** Removes problems that are equal to an earlier one. */
export function removeDuplicates(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Makes an error. `place` is undefined when a whole file is missing. */
export function makeError(
  rule: RuleId,
  place: Place | undefined,
  message: string,
  advice: { expected?: string | undefined; hint?: string | undefined } = {},
): Problem {
  return {
    severity: 'error',
    rule,
    message,
    ...(place && { place }),
    ...(advice.expected && { expected: advice.expected }),
    ...(advice.hint && { hint: advice.hint }),
  };
}

/** Makes a warning. The paper can still be built. */
export function makeWarning(...[rule, place, message, advice]: Parameters<typeof makeError>): Problem {
  return { ...makeError(rule, place, message, advice), severity: 'warning' };
}

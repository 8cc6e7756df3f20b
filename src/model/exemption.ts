import type { Meeting } from './meeting.js';
import type { Place } from './problem.js';

/** A part of a paper that the public must not read: exempt information under one paragraph of the law. */
export interface Exemption {
  /** The paragraph of the law's schedule as typed. Undefined until the author names it. */
  paragraph: string | undefined;
  /** The reason why the public interest keeps it exempt, in a sentence. Undefined until the author states it. */
  publicInterest: string | undefined;
  /** The names of what is exempt, by kind. All of them are empty if the whole paper is. */
  parts: Record<ExemptKind, ExemptName[]>;
  place: Place;
}

/** The kinds of what can be exempt, by the key of the paper's file. */
export const EXEMPT_KINDS = ['paragraphs', 'appendices', 'data-sets', 'figures'] as const;
export type ExemptKind = (typeof EXEMPT_KINDS)[number];

/** The name of an exempt part, with its place in the author's list. */
export interface ExemptName {
  name: string;
  place: Place;
}

/** The edition of a paper: the public one leaves out what is exempt. */
export type Access = 'public' | 'exempt';

/** The `reason` of a figure, and the mark of a cell, that the public edition leaves out. */
export const EXEMPT = 'exempt';

/** The words that stand for an exempt text, cell or number. */
export const EXEMPT_SYMBOL = '[exempt]';

/** Returns true if an entry exempts the whole paper: it lists nothing. */
export function isWhole({ parts }: Exemption): boolean {
  return EXEMPT_KINDS.every((kind) => parts[kind].length === 0);
}

/** Returns true if a paper as a whole is exempt. */
export function isWhollyExempt(exemptions: readonly Exemption[]): boolean {
  return exemptions.some(isWhole);
}

/** Lists the names of one kind, of all entries. */
export function listExempt(exemptions: readonly Exemption[], kind: ExemptKind): ExemptName[] {
  return exemptions.flatMap(({ parts }) => parts[kind]);
}

/** Formats the law with a space before it: " under paragraph 3 of Schedule 12A to the …". Empty if the law has no schedule. */
export function formatUnder({ paragraph }: Pick<Exemption, 'paragraph'>, schedule: string | null): string {
  return schedule === null ? '' : ` under paragraph ${paragraph ?? '[to come]'} of ${schedule}`;
}

/**
 * Writes the sentence that stands for an exempt part. `what` names it: "paragraph", "appendix". `schedule` is that of the committee's
 * law; null if it has none.
 */
export function writeExemptSentence(what: string, exemption: Exemption, schedule: string | null): string {
  return `This ${what} is not published: it is exempt${formatUnder(exemption, schedule)}.${writeReason(exemption)}`;
}

/** Writes the public interest as a sentence with a space before it. Empty until it is stated. */
export function writeReason({ publicInterest }: Pick<Exemption, 'publicInterest'>): string {
  const reason = publicInterest?.trim() ?? '';
  if (reason === '') return '';
  const sentence = `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}`;
  return ` ${/[.!?]$/.test(sentence) ? sentence : `${sentence}.`}`;
}

/** Writes the mark on every page of the exempt edition: "NOT FOR PUBLICATION: paragraphs 1 and 3 of Schedule 12A". */
export function writeExemptMark(exemptions: readonly Exemption[], schedule: string | null): string {
  if (schedule === null) return 'NOT FOR PUBLICATION: exempt information';
  const paragraphs = [...new Set(exemptions.map(({ paragraph }) => paragraph ?? '[to come]'))].sort();
  const last = paragraphs.pop() ?? '';
  const names =
    paragraphs.length > 0 ? `paragraphs ${paragraphs.join(', ')} and ${last}` : `paragraph ${last}`;
  return `NOT FOR PUBLICATION: ${names} of ${schedule.split(' to the ')[0] ?? schedule}`;
}

/** Finds the exemption of a part by its name. An exemption of the whole paper is not one of its parts. */
export function findExemption(
  exemptions: readonly Exemption[],
  kind: ExemptKind,
  name: string,
): Exemption | null {
  return exemptions.find(({ parts }) => parts[kind].some((part) => part.name === name)) ?? null;
}

/** Formats the mark before an exempt text in the exempt edition: "[Exempt: paragraph 3]". */
export function formatExemptMark({ paragraph }: Pick<Exemption, 'paragraph'>): string {
  return paragraph === undefined ? '[Exempt]' : `[Exempt: paragraph ${paragraph}]`;
}

/** Returns the schedule of the committee's law that lists exempt matters. Null if the law has none. */
export function getSchedule({ committee }: Pick<Meeting, 'committee'>): string | null {
  return committee.law.law.exemption?.schedule ?? null;
}

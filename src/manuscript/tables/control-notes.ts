import { capitalise, joinNames, uncapitalise } from '../../format/words.js';
import type { Control, Variation } from '../../model/control.js';
import { isToCome } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { AssuranceStatus } from '../../statistics/assurance.js';
import { joinNotes } from '../table-notes.js';

interface JudgedMeasure {
  name: string;
  control: Control;
  /** True if the latest month has no count, so that an earlier one is judged. */
  isEarlier: boolean;
}

/** Writes what the columns on variation and assurance mean, and what each result rests on. */
export function writeControlNote(
  measures: readonly Indicator[],
  shows: { variation: boolean; assurance: boolean },
): string | null {
  const judged = measures.flatMap(({ label, control, value }): JudgedMeasure[] =>
    control && !isToCome(value)
      ? [{ name: uncapitalise(label), control, isEarlier: value.value === null }]
      : [],
  );
  const trials = judged.filter(({ control }) => control.trial && control.upper.value !== null);
  return joinNotes([
    shows.variation ? writeVariations(judged) : null,
    shows.assurance ? writeAssurances(judged) : null,
    trials.length > 0 && (shows.variation || shows.assurance)
      ? `Provisional, with fewer than 12 months: ${joinNames(trials.map(({ name }) => name))}.`
      : null,
  ]);
}

function writeVariations(judged: readonly JudgedMeasure[]): string | null {
  const has = (isKind: (kind: Variation['kind']) => boolean): boolean =>
    judged.some(({ control }) => isKind(control.variation.kind));
  const explained = judged.filter(
    ({ control, isEarlier }) => isEarlier || control.variation.kind !== 'common-cause',
  );
  return joinNotes([
    has((kind) => kind === 'common-cause')
      ? 'Common cause: only the usual variation from month to month.'
      : null,
    has(isSpecialCause) ? 'Special cause: more than the usual variation from month to month.' : null,
    explained.length > 0
      ? `Variation: ${explained.map(({ name, control }) => `${name}, ${control.variation.detail}`).join('; ')}.`
      : null,
  ]);
}

function isSpecialCause(kind: Variation['kind']): boolean {
  return kind !== 'common-cause' && kind !== 'not-available';
}

const MEANINGS = {
  'consistently met': 'if nothing changes, every month can be expected to meet its target',
  'hit and miss': 'by usual variation alone, a month may meet its target or miss it',
  'consistently missed': 'if nothing changes, no month can be expected to meet its target',
} as const satisfies Record<AssuranceStatus, string>;

const STATUSES = [
  'consistently met',
  'hit and miss',
  'consistently missed',
] as const satisfies AssuranceStatus[];

function writeAssurances(judged: readonly JudgedMeasure[]): string | null {
  const used = STATUSES.filter((status) =>
    judged.some(({ control }) => control.assurance?.status === status),
  );
  const unknown = judged.filter(({ control }) => control.assurance?.status === 'not available');
  return joinNotes([
    ...used.map((status) => `${capitalise(status)}: ${MEANINGS[status]}.`),
    unknown.length > 0
      ? `No assurance: ${unknown.map(({ name, control }) => `${name}, ${control.assurance?.detail ?? ''}`).join('; ')}.`
      : null,
  ]);
}

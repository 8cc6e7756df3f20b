import { formatFigure } from '../../format/figures.js';
import { capitalise, joinFirstNames } from '../../format/words.js';
import type { Figure } from '../../model/figure.js';
import { isSameNumber } from './is-same-number.js';
import type { Cause } from './span.js';

/** The most figures that a reason names. */
const MAX_NAMES = 3;

/**
 * States why a figure changed, in a sentence without a stop: the line and source of a new value, the figures that a computed one
 * follows from, or the new formula. An author's reason for a revision comes first.
 */
export function findReason(before: Figure, after: Figure, causes: readonly Cause[]): string {
  const revised = after.revised !== undefined && after.revised !== before.revised ? after.revised : '';
  const reasons = [revised, findOrigin(before, after, causes)];
  return capitalise(reasons.filter((reason) => reason !== '').join('; '));
}

function findOrigin(before: Figure, after: Figure, causes: readonly Cause[]): string {
  if (causes.length === 0 || causes.includes('wording')) return 'written in another way';
  if (after.value === null && after.reason !== undefined) return `not known: ${after.reason}`;
  if (causes.includes('rule') && before.period !== after.period && after.period !== undefined)
    return `now of ${after.period}, before of ${before.period ?? 'no period'}`;
  const inputs = listChangedInputs(before, after);
  if (inputs.length > 0) return `follows from ${joinFirstNames(inputs, MAX_NAMES)}`;
  if (after.formula !== before.formula && after.formula !== undefined)
    return `computed in another way: ${after.formula}`;
  if (after.formula === undefined && !isSameNumber(before.value, after.value)) return describeLine(after);
  return causes.includes('rule') ? 'rounded or computed in another way' : describeLine(after);
}

function describeLine({ place, source }: Figure): string {
  const line = `new value in ${place.file}, line ${place.line}`;
  return source === '' ? line : `${line} (${source})`;
}

/** Names the figures of a computation that changed, with their old and new values. */
function listChangedInputs(before: Figure, after: Figure): string[] {
  const old = new Map(before.inputs?.map((figure) => [nameFigure(figure), figure]));
  return (after.inputs ?? []).flatMap((figure, index) => {
    const earlier = old.get(nameFigure(figure)) ?? findAt(before, index, figure);
    if (!earlier || isSameNumber(earlier.value, figure.value)) return [];
    return [`${nameFigure(figure)} (${formatFigure(earlier)} → ${formatFigure(figure)})`];
  });
}

/** Finds the same figure of another period, which has the same place in the formula. */
function findAt({ inputs }: Figure, index: number, { id }: Figure): Figure | undefined {
  const figure = inputs?.[index];
  return figure?.id === id ? figure : undefined;
}

function nameFigure({ label, period }: Figure): string {
  return period === undefined ? label : `${label}, ${period}`;
}

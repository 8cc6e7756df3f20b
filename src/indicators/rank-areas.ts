import type { Figure } from '../model/figure.js';
import type { RankedArea, Ranking } from '../model/indicator.js';
import type { AreaFigures, Measure, Organisation } from '../model/inputs.js';

type Published = AreaFigures['published'][number];

/**
 * Both ends of a league table in standard competition ranking (1 2 2 4). The bottom is ranked from the worst, so that it is
 * right where the areas between are not published. A tie at the cut shows more areas than asked for, never fewer.
 */
export function rankAreas(measure: Measure, areas: AreaFigures, words: Organisation['areas']): Ranking {
  const ends = measure.ends ?? 5;
  const sign = measure.betterWhen === 'lower' ? -1 : 1;
  const score = (one: Published): number => sign * (one.figure.value ?? 0);
  const sorted = [...areas.published].sort((a, b) => score(b) - score(a) || (a.name < b.name ? -1 : 1));
  const all = sorted.length === areas.of;
  const ranked = sorted.map((one) => {
    const above = sorted.filter((other) => score(other) > score(one)).length;
    const below = sorted.filter((other) => score(other) < score(one)).length;
    const same = sorted.length - above - below;
    return { one, fromTop: above + 1, fromBottom: below + 1, same };
  });
  const top = ranked.filter(({ fromTop }) => fromTop <= ends);
  const bottom = ranked.filter((area) => area.fromBottom <= ends && !top.includes(area));
  const show = (end: 'top' | 'bottom') => (area: (typeof ranked)[number]) => {
    const rank = end === 'top' || all ? area.fromTop : areas.of + 2 - area.fromBottom - area.same;
    return rankedArea(area.one, rank, area.same > 1, end);
  };
  const shown = { top: top.map(show('top')), bottom: bottom.map(show('bottom')) };
  return {
    id: measure.id,
    label: measure.label,
    of: areas.of,
    ...shown,
    between: areas.of - shown.top.length - shown.bottom.length,
    gap: gapBetween(measure, sorted, words),
  };
}

function rankedArea(one: Published, rank: number, tied: boolean, end: 'top' | 'bottom'): RankedArea {
  return { ...one, rank, rankText: tied ? `${rank}=` : String(rank), tied, end };
}

function gapBetween(measure: Measure, sorted: Published[], words: Organisation['areas']): Figure {
  const best = sorted[0]?.figure;
  const worst = sorted.at(-1)?.figure;
  const known = best && worst && best.value !== null && worst.value !== null;
  return {
    id: `${measure.id}.gap`,
    label: `${measure.label}: best ${words.singular} less worst`,
    value: known ? Number(Math.abs((best.value ?? 0) - (worst.value ?? 0)).toPrecision(12)) : null,
    unit: measure.unit === 'percent' ? 'points' : measure.unit,
    place: best?.place ?? measure.place,
    source: best?.source ?? measure.source,
    formula: `${sorted[0]?.name ?? ''} − ${sorted.at(-1)?.name ?? ''}`,
    ...(best?.period && { period: best.period }),
    ...(!known && { reason: `no ${words.singular} is published` }),
  };
}

import type * as z from 'zod';
import type { QuarterData } from '../../model/quarter-data.js';
import { quarterLabel } from '../../model/quarter.js';
import { findMeasure, type QuarterContext } from './find-measure.js';
import { makeFigure } from './make-figure.js';
import type { sharesSchema } from './quarter-files.js';
import type { ReadYaml } from '../source-reader.js';

/** Parts of one whole, in percent. */
export function readShares(
  { data, file }: ReadYaml<z.infer<typeof sharesSchema>>,
  context: QuarterContext,
): QuarterData['shares'] {
  return Object.fromEntries(
    Object.entries(data.shares).flatMap(([id, parts]) => {
      const measure = findMeasure(id, ['shares'], file, ['shares', id], context);
      if (!measure) return [];
      const figures = Object.entries(parts).map(([part, { label, percent }]) => {
        const at = ['shares', id, part, 'percent'];
        const defaults = { source: data.source, period: data.period ?? quarterLabel(context.quarter) };
        const name = `${measure.label}: ${label}`;
        return {
          id: part,
          name: label,
          figure: makeFigure(`${id}.${part}`, name, 'percent', percent, file, at, defaults),
        };
      });
      return [[id, figures]];
    }),
  );
}

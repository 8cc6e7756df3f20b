import type * as z from 'zod';
import type { UnitParts } from '../../model/unit.js';
import type { Indicator } from '../../model/indicator.js';
import type { Ranking } from '../../model/ranking.js';
import type { Shares } from '../../model/shares.js';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureFields, MeasureKind, MeasureOf } from '../../model/measure.js';
import type { Checked } from '../../model/problem.js';
import type { MeasureResultName } from '../../model/shown-measures.js';
import type { MeasureContext } from './measure-context.js';

/** Everything that the program knows about one kind of measure. `Raw` is a measure as `measures.yaml` has it. */
export type MeasureKindDefinition<K extends MeasureKind, Raw> = Computation<K> & {
  /** The fields that `measures.yaml` takes. Fields that the kind needs are not optional. */
  schema: z.ZodType<Raw>;
  /** The kinds of unit that the measure can be in. */
  units: readonly UnitParts['kind'][];
  /** Turns a measure that fits the schema into a trusted one. */
  normalise: (raw: Raw, fields: MeasureFields, context: MeasureContext) => Checked<MeasureOf<K>>;
};

/** The computation of a kind, and the name of its result. */
type Computation<K extends MeasureKind> = {
  [Result in MeasureResultName]: { result: Result; compute: Compute<K, ResultOf[Result]> };
}[MeasureResultName];

interface ResultOf {
  'single value': { indicator: Indicator };
  ranking: { ranking: Ranking };
  shares: { shares: Shares | null };
}

type Compute<K extends MeasureKind, Result> = (measure: MeasureOf<K>, inputs: Inputs) => Result;

/** The values that templates read of a measure: `measures.<id>`, `rankings.<id>` or `shares.<id>`. */
export interface MeasureResult {
  indicator?: Indicator;
  ranking?: Ranking;
  /** Null if the period has no shares on file. */
  shares?: Shares | null;
}

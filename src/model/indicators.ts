import type { DataSet } from './data-set.js';
import type { Indicator } from './indicator.js';
import type { PeriodKind } from './period.js';
import type { Ranking } from './ranking.js';
import type { Shares } from './shares.js';
import type { TestFamily } from './test-family.js';

/** Everything that is computed for a paper, by the id of the measure. Plain objects, because templates read them. */
export interface Indicators {
  measures: Record<string, Indicator>;
  /**
   * The measures as the paper of the latest period of another length has them, by that length. Charts show their series. Only lengths on
   * file are here, and the paper's own.
   */
  measuresOver: Partial<Record<PeriodKind, Record<string, Indicator>>>;
  rankings: Record<string, Ranking>;
  shares: Record<string, Shares>;
  tests: Record<string, TestFamily>;
  /** The data sets of the paper's own period, by name. */
  dataSets: Record<string, DataSet>;
  /** The data sets of all periods up to the paper's own, by name, oldest first. */
  dataSetHistory: Record<string, DataSet[]>;
}

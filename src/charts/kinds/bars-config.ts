import type { BarChart } from '../../model/drawing.js';
import type { Theme } from '../../model/theme.js';
import type { ConfiguredChart, Frame } from '../configured-chart.js';
import { configureAcross } from './bars-across.js';
import { configureUp, haveNamesRoom } from './bars-up.js';

/** Configures bars from zero. Columns whose names do not fit below them are drawn as bars. */
export function configureBars(data: BarChart, theme: Theme, width: number, frame: Frame): ConfiguredChart {
  return data.direction === 'up' && haveNamesRoom(data, width)
    ? configureUp(data, theme, width, frame)
    : configureAcross(data, theme, width, frame);
}

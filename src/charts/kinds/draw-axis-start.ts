import type { Plugin } from 'chart.js';
import type { Theme } from '../../model/theme.js';
import { drawAside, prepareText } from '../canvas-drawing.js';
import { SMALL_STYLE } from '../chart-style.js';
import type { ValueScale } from '../value-scale.js';

/** The room below the axis for the words on its start, in points. */
export const START_HEIGHT = 14;

/** Says where an axis starts that does not start at zero. `below` is the height of what follows, in points. */
export function drawAxisStart({ ticks }: ValueScale, { colours }: Theme, below = 0): Plugin {
  return {
    id: 'start',
    afterDatasetsDraw: ({ ctx, height }) => {
      drawAside(ctx, () => {
        prepareText(ctx, SMALL_STYLE);
        ctx.fillStyle = colours.soft;
        ctx.fillText(
          `The axis starts at ${ticks[0]?.text ?? ''}, not at 0.`,
          0,
          height - below - START_HEIGHT / 2,
        );
      });
    },
  };
}

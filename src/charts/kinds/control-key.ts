import type { Plugin } from 'chart.js';
import type { ControlBadge, ControlChart, ControlLine, SpecialCause } from '../../model/drawing.js';
import { nameValue } from '../../model/name-value.js';
import { getSignalColour, type Theme } from '../../model/theme.js';
import { drawAside, prepareText, strokeLine } from '../canvas-drawing.js';
import { NAME_STYLE, PAPER, SMALL_STYLE, VALUE_STYLE } from '../chart-style.js';
import { wrapText } from '../fit-text.js';
import { measureTextWidth } from '../measure-text.js';
import { LINE_DASHES, LINE_WIDTHS } from './control-lines.js';
import { drawControlIcon, ICON_SIZE } from './draw-control-icon.js';

const ROW_HEIGHT = 14;
const SWATCH_WIDTH = 20;
const SWATCH_GAP = 5;
const ENTRY_GAP = 16;
const BADGE_GAP = 18;
const TEXT_LINE = 12;
/** The space below the icons, in points. */
const BELOW = 8;
/** The space above the key and above the badges. */
const SPACE = 12;

interface Entry {
  swatch: 'usual' | SpecialCause | ControlLine['kind'];
  text: string;
}

interface PlacedEntry extends Entry {
  x: number;
  row: number;
}

interface PlacedBadge extends ControlBadge {
  x: number;
  titleLines: string[];
  detailLines: string[];
}

/** The key and the icons under a control chart, placed within the chart's width. */
export interface ControlFoot {
  entries: PlacedEntry[];
  badges: PlacedBadge[];
  badgesTop: number;
  height: number;
}

/** Places the key in rows, and the icons side by side below it. */
export function placeControlFoot(data: ControlChart, width: number): ControlFoot {
  const entries = flowEntries(listEntries(data), width);
  const badges = placeBadges(data.badges, width);
  const badgesTop = SPACE + ((entries.at(-1)?.row ?? -1) + 1) * ROW_HEIGHT + SPACE;
  const tallest = Math.max(
    ...badges.map(({ titleLines, detailLines }) =>
      Math.max(ICON_SIZE + 2, (titleLines.length + detailLines.length) * TEXT_LINE),
    ),
  );
  return { entries, badges, badgesTop, height: badgesTop + tallest + BELOW };
}

const CAUSE_TEXTS = {
  improvement: 'special cause of improvement',
  concern: 'special cause of concern',
  neither: 'special cause',
} as const satisfies Record<SpecialCause, string>;

/** Lists what the drawing has, so that the key explains nothing that is absent. */
function listEntries({ points, phases, target, limitsName, unit }: ControlChart): Entry[] {
  const causes = (['improvement', 'concern', 'neither'] as const).filter((cause) =>
    points.some(({ signal }) => signal === cause),
  );
  const kinds = phases.flatMap(({ lines }) => lines.map(({ kind }) => kind));
  return [
    { swatch: 'usual', text: kinds.length > 0 ? 'usual variation' : `${nameValue(unit)} of a month` },
    ...causes.map((cause) => ({ swatch: cause, text: CAUSE_TEXTS[cause] })),
    ...(kinds.includes('mean') ? [{ swatch: 'mean' as const, text: 'mean' }] : []),
    ...(kinds.includes('limit') ? [{ swatch: 'limit' as const, text: limitsName }] : []),
    ...(target ? [{ swatch: 'target' as const, text: 'target' }] : []),
  ];
}

function flowEntries(entries: readonly Entry[], width: number): PlacedEntry[] {
  let x = 0;
  let row = 0;
  return entries.map((entry) => {
    const entryWidth = SWATCH_WIDTH + SWATCH_GAP + measureTextWidth(entry.text, SMALL_STYLE);
    if (x > 0 && x + entryWidth > width) [x, row] = [0, row + 1];
    const placed = { ...entry, x, row };
    x += entryWidth + ENTRY_GAP;
    return placed;
  });
}

function placeBadges(badges: readonly ControlBadge[], width: number): PlacedBadge[] {
  const column = (width - BADGE_GAP * (badges.length - 1)) / badges.length;
  const textWidth = column - ICON_SIZE - 10;
  return badges.map((badge, index) => ({
    ...badge,
    x: index * (column + BADGE_GAP),
    titleLines: wrapText(badge.title, textWidth, VALUE_STYLE),
    detailLines: wrapText(badge.detail, textWidth, NAME_STYLE),
  }));
}

/** Draws the key and the icons below the axis. */
export function drawControlFoot({ entries, badges, badgesTop, height }: ControlFoot, theme: Theme): Plugin {
  return {
    id: 'foot',
    afterDatasetsDraw: ({ ctx, height: chartHeight }) => {
      const top = chartHeight - height;
      drawAside(ctx, () => {
        for (const entry of entries)
          drawEntry(ctx, entry, top + SPACE + (entry.row + 0.5) * ROW_HEIGHT, theme);
        for (const badge of badges) drawBadge(ctx, badge, top + badgesTop, theme);
      });
    },
  };
}

function drawEntry(
  ctx: CanvasRenderingContext2D,
  { swatch, text, x }: PlacedEntry,
  y: number,
  theme: Theme,
): void {
  const { colours } = theme;
  switch (swatch) {
    case 'mean':
    case 'limit':
    case 'target':
      ctx.strokeStyle = swatch === 'target' ? colours.ink : colours.soft;
      ctx.lineWidth = LINE_WIDTHS[swatch];
      ctx.setLineDash([...LINE_DASHES[swatch]]);
      strokeLine(ctx, [x, y], [x + SWATCH_WIDTH, y]);
      ctx.setLineDash([]);
      break;
    default:
      drawMark(ctx, swatch, [x + SWATCH_WIDTH / 2, y], theme);
  }
  prepareText(ctx, SMALL_STYLE);
  ctx.fillStyle = colours.ink;
  ctx.fillText(text, x + SWATCH_WIDTH + SWATCH_GAP, y);
}

/** Draws a piece of the line with a mark as the plot has it. */
function drawMark(
  ctx: CanvasRenderingContext2D,
  mark: 'usual' | SpecialCause,
  [x, y]: readonly [number, number],
  theme: Theme,
): void {
  ctx.strokeStyle = theme.colours.accent;
  ctx.lineWidth = 1.6;
  strokeLine(ctx, [x - SWATCH_WIDTH / 2, y], [x + SWATCH_WIDTH / 2, y]);
  ctx.beginPath();
  for (const [index, [right, down]] of MARK_SHAPES[mark].entries()) {
    if (index === 0) ctx.moveTo(x + right, y + down);
    else ctx.lineTo(x + right, y + down);
  }
  if (mark === 'usual') ctx.arc(x, y, 2.6, 0, 2 * Math.PI);
  ctx.closePath();
  ctx.fillStyle = mark === 'usual' ? theme.colours.accent : PAPER;
  ctx.fill();
  if (mark === 'usual') return;
  ctx.strokeStyle = getSignalColour(mark, theme);
  ctx.lineWidth = 1.8;
  ctx.stroke();
}

/** The corners of the marks, as Chart.js draws them at the radius 4.4. */
const MARK_SHAPES: Record<'usual' | SpecialCause, [number, number][]> = {
  usual: [],
  concern: [
    [0, -4.4],
    [4.4, 0],
    [0, 4.4],
    [-4.4, 0],
  ],
  improvement: [
    [-3.1, -3.1],
    [3.1, -3.1],
    [3.1, 3.1],
    [-3.1, 3.1],
  ],
  neither: [
    [0, -4.4],
    [3.8, 2.2],
    [-3.8, 2.2],
  ],
};

function drawBadge(ctx: CanvasRenderingContext2D, badge: PlacedBadge, top: number, theme: Theme): void {
  const { icon, letter, x, titleLines, detailLines } = badge;
  drawControlIcon(ctx, icon, [x + ICON_SIZE / 2 + 1, top + ICON_SIZE / 2 + 1], letter, theme);
  const left = x + ICON_SIZE + 10;
  ctx.fillStyle = theme.colours.ink;
  prepareText(ctx, VALUE_STYLE);
  for (const [index, line] of titleLines.entries()) ctx.fillText(line, left, top + (index + 0.5) * TEXT_LINE);
  prepareText(ctx, NAME_STYLE);
  for (const [index, line] of detailLines.entries())
    ctx.fillText(line, left, top + (titleLines.length + index + 0.5) * TEXT_LINE);
}

import type { ControlIcon } from '../../model/drawing.js';
import { getSignalColour, type Theme } from '../../model/theme.js';
import { drawAside, strokeLine } from '../canvas-drawing.js';
import { formatCanvasFont, PAPER } from '../chart-style.js';
import { measureFont, type TextStyle } from '../measure-text.js';

/** The size of an icon, in points. */
export const ICON_SIZE = 24;

const LETTER_STYLE: TextStyle = { size: 12, bold: true };
const RING_WIDTH = 1.2;
const SIGN_WIDTH = 2.2;

type Context = CanvasRenderingContext2D;
type Centre = readonly [x: number, y: number];
type Letter = 'H' | 'L' | null;

/**
 * Draws an icon. Its shape carries the meaning without colour: a special cause is the shape of its marks in the plot with a letter,
 * and the assurance is a sign in two rings.
 */
export function drawControlIcon(
  ctx: Context,
  icon: ControlIcon,
  centre: Centre,
  letter: Letter,
  theme: Theme,
): void {
  drawAside(ctx, () => {
    ICONS[icon](ctx, centre, theme, letter);
  });
}

const ICONS: Record<ControlIcon, (ctx: Context, centre: Centre, theme: Theme, letter: Letter) => void> = {
  concern: (ctx, centre, theme, letter) => {
    traceShape(ctx, centre, DIAMOND);
    fillWithLetter(ctx, centre, getSignalColour('concern', theme), letter);
  },
  improvement: (ctx, centre, theme, letter) => {
    traceShape(ctx, centre, SQUARE);
    fillWithLetter(ctx, centre, getSignalColour('improvement', theme), letter);
  },
  neither: (ctx, [x, y], theme, letter) => {
    traceShape(ctx, [x, y], TRIANGLE);
    fillWithLetter(ctx, [x, y + 3], getSignalColour('neither', theme), letter);
  },
  'common-cause': (ctx, centre, { colours }) => {
    drawRing(ctx, centre, 11, colours.soft);
    drawWave(ctx, centre, colours.soft);
  },
  'consistently-met': (ctx, centre, { colours }) => {
    drawDisc(ctx, centre, colours.accent);
    drawSign(ctx, centre, [
      [
        [-3.8, 0.4],
        [-1.2, 3],
        [4, -2.8],
      ],
    ]);
  },
  'consistently-missed': (ctx, centre, theme) => {
    drawDisc(ctx, centre, getSignalColour('concern', theme));
    drawSign(ctx, centre, [
      [
        [-3, -3],
        [3, 3],
      ],
      [
        [-3, 3],
        [3, -3],
      ],
    ]);
  },
  'hit-and-miss': (ctx, centre, { colours }) => {
    drawRing(ctx, centre, 11, colours.soft);
    drawRing(ctx, centre, 8, colours.soft);
    drawLetter(ctx, centre, '?', colours.ink);
  },
  'not-available': (ctx, [x, y], { colours }) => {
    ctx.setLineDash([2, 2]);
    drawRing(ctx, [x, y], 11, colours.soft);
    ctx.setLineDash([]);
    ctx.lineWidth = SIGN_WIDTH;
    strokeLine(ctx, [x - 3.5, y], [x + 3.5, y]);
  },
};

type Corner = readonly [x: number, y: number];

const DIAMOND: Corner[] = [
  [0, -12.5],
  [12.5, 0],
  [0, 12.5],
  [-12.5, 0],
];
const SQUARE: Corner[] = [
  [-10, -10],
  [10, -10],
  [10, 10],
  [-10, 10],
];
const TRIANGLE: Corner[] = [
  [0, -12],
  [13, 10.5],
  [-13, 10.5],
];

function traceShape(ctx: Context, [x, y]: Centre, corners: readonly Corner[]): void {
  ctx.beginPath();
  for (const [index, [right, down]] of corners.entries()) {
    if (index === 0) ctx.moveTo(x + right, y + down);
    else ctx.lineTo(x + right, y + down);
  }
  ctx.closePath();
}

function fillWithLetter(ctx: Context, centre: Centre, colour: string, letter: Letter): void {
  ctx.fillStyle = colour;
  ctx.fill();
  if (letter !== null) drawLetter(ctx, centre, letter, PAPER);
}

/** Centres a capital on its own height rather than on that of the font. */
function drawLetter(ctx: Context, [x, y]: Centre, letter: string, colour: string): void {
  ctx.font = formatCanvasFont(LETTER_STYLE);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = colour;
  ctx.fillText(letter, x, y + measureFont(LETTER_STYLE).capital / 2);
}

function drawRing(ctx: Context, [x, y]: Centre, radius: number, colour: string): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.strokeStyle = colour;
  ctx.lineWidth = RING_WIDTH;
  ctx.stroke();
}

function drawDisc(ctx: Context, [x, y]: Centre, colour: string): void {
  drawRing(ctx, [x, y], 11, colour);
  ctx.beginPath();
  ctx.arc(x, y, 8.6, 0, 2 * Math.PI);
  ctx.fillStyle = colour;
  ctx.fill();
}

/** Draws a level wave: months that go up and down within their limits. */
function drawWave(ctx: Context, [x, y]: Centre, colour: string): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.8;
  ctx.beginPath();
  ctx.moveTo(x - 7, y);
  ctx.bezierCurveTo(x - 4.5, y - 6, x - 2.5, y - 6, x, y);
  ctx.bezierCurveTo(x + 2.5, y + 6, x + 4.5, y + 6, x + 7, y);
  ctx.stroke();
}

function drawSign(ctx: Context, [x, y]: Centre, strokes: readonly (readonly Corner[])[]): void {
  ctx.strokeStyle = PAPER;
  ctx.lineWidth = SIGN_WIDTH;
  for (const corners of strokes) {
    ctx.beginPath();
    for (const [index, [right, down]] of corners.entries()) {
      if (index === 0) ctx.moveTo(x + right, y + down);
      else ctx.lineTo(x + right, y + down);
    }
    ctx.stroke();
  }
}

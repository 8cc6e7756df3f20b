import type { DiagramArrow, DiagramData } from '../../model/drawing.js';
import type { PlacedBox } from './place-boxes.js';

export type Position = readonly [x: number, y: number];

/** Tests whether an arrow would cross a row. Such an arrow runs along the right-hand side, in a lane of its own. */
export function needsLane({ from, to }: DiagramArrow, { rows }: DiagramData): boolean {
  const rowOf = (id: string): number => rows.findIndex((row) => row.some((box) => box.id === id));
  return Math.abs(rowOf(from) - rowOf(to)) > 1;
}

/** Returns the corners of an arrow between two boxes. `laneX` is the position of its lane, if it needs one. */
export function routeArrow(from: PlacedBox, to: PlacedBox, laneX: number): Position[] {
  if (from.row === to.row) return routeAcross(from, to);
  if (Math.abs(from.row - to.row) > 1) return routeAlongLane(from, to, laneX);
  return routeDown(from, to);
}

function routeAcross(from: PlacedBox, to: PlacedBox): Position[] {
  const isRightwards = to.x > from.x;
  return [
    [isRightwards ? from.x + from.width : from.x, getMiddle(from)[1]],
    [isRightwards ? to.x : to.x + to.width, getMiddle(to)[1]],
  ];
}

function routeAlongLane(from: PlacedBox, to: PlacedBox, laneX: number): Position[] {
  const [start, end] = [getMiddle(from)[1], getMiddle(to)[1]];
  return [
    [from.x + from.width, start],
    [laneX, start],
    [laneX, end],
    [to.x + to.width, end],
  ];
}

/** Routes an arrow to the next row, or to the row before. It turns half way unless the boxes are in line. */
function routeDown(from: PlacedBox, to: PlacedBox): Position[] {
  const isDownwards = to.y > from.y;
  const startX = getMiddle(from)[0];
  const endX = getMiddle(to)[0];
  const startY = isDownwards ? from.y + from.height : from.y;
  const endY = isDownwards ? to.y : to.y + to.height;
  const half = (startY + endY) / 2;
  const isStraight = Math.abs(startX - endX) < 1;
  const turns: Position[] = isStraight
    ? []
    : [
        [startX, half],
        [endX, half],
      ];
  return [[startX, startY], ...turns, [endX, endY]];
}

function getMiddle({ x, y, width, height }: PlacedBox): Position {
  return [x + width / 2, y + height / 2];
}

import type { DiagramArrow, DiagramData, Drawing } from '../../model/drawing.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import { renderSvg } from '../svg.js';
import { drawArrow } from './draw-arrow.js';
import { drawBox } from './draw-box.js';
import { placeBoxes, type PlacedBox } from './place-boxes.js';
import { needsLane, routeArrow } from './route-arrow.js';

/** The width of a lane on the right-hand side, for an arrow that would cross a row. Points. */
const LANE_WIDTH = 16;

/** The distance from a lane's right edge to its arrow, in points. */
const LANE_MARGIN = 4;

/** Draws boxes in rows, and the arrows between them. */
export function drawDiagram(id: string, data: DiagramData, theme: Theme): Drawing {
  const width = computeTextWidth(theme);
  const inLanes = data.arrows.filter((arrow) => needsLane(arrow, data));
  const boxes = placeBoxes(data, width - inLanes.length * LANE_WIDTH);
  const arrows = data.arrows.map((arrow) => {
    const lanesRight = inLanes.length - (inLanes.indexOf(arrow) + 1);
    const laneX = width - lanesRight * LANE_WIDTH - LANE_MARGIN;
    const corners = routeArrow(findBox(arrow.from, boxes), findBox(arrow.to, boxes), laneX);
    return drawArrow(arrow, corners, theme.colours.soft);
  });
  const body = [
    ...arrows.map(({ line }) => line),
    ...boxes.map((box) => drawBox(box, theme)),
    ...arrows.map(({ label }) => label),
  ];
  const size = { width, height: Math.max(...boxes.map(({ y, height }) => y + height)) + 2 };
  return { svg: renderSvg(size, size, `<g id="${id}">${body.join('')}</g>`), ...size };
}

/** Finds the box at an end of an arrow. Every box exists, because the template has been checked. */
function findBox(id: DiagramArrow['from'], boxes: PlacedBox[]): PlacedBox {
  const placed = boxes.find(({ box }) => box.id === id);
  if (!placed) throw new Error(`an arrow leads to "${id}", which is not a box`);
  return placed;
}

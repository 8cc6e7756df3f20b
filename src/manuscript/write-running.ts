import type { Fragment } from '../model/fragment.js';
import type { Inputs } from '../model/inputs.js';
import type { Manuscript } from '../model/manuscript.js';
import { EDITION, PAGE_COUNT, PAGE_NUMBER } from '../model/running.js';
import type { Template } from '../model/template.js';
import { joinRendered, joinRenderedFields, mapRendered, type Rendered } from './rendered.js';
import type { Renderer } from './renderer.js';

/** The names that only running texts know. Their values are filled in later. */
const NAMES = { page: { number: PAGE_NUMBER, count: PAGE_COUNT }, edition: EDITION };

/** Writes the texts of the running head and foot that the template sets. */
export function writeRunning({ template }: Inputs, renderer: Renderer): Rendered<Manuscript['running']> {
  return joinRenderedFields<Manuscript['running']>({
    head: writeLine(template.running.head, renderer),
    foot: writeLine(template.running.foot, renderer),
  });
}

function writeLine(
  texts: Template['running']['head'],
  { render }: Renderer,
): Rendered<Manuscript['running']['head']> {
  const written = Object.entries(texts).map(([side, markup]) =>
    mapRendered(render(markup, NAMES), (fragment): [string, Fragment] => [side, fragment]),
  );
  return mapRendered(joinRendered(written), (entries) => Object.fromEntries(entries));
}

import type { Inputs } from '../model/inputs.js';
import { makePlainFragment } from '../model/fragment.js';
import type { Manuscript, ManuscriptSection } from '../model/manuscript.js';
import type { TemplateAppendix, TemplateSection } from '../model/template.js';
import { joinRendered, mapRendered, type Rendered } from './rendered.js';
import type { Renderer } from './renderer.js';
import { formatRestricted, formatToFollow, makeStatusLines } from './status-lines.js';

/** Writes the lines of the header: the template's fields, as the paper fills them in, and the lines on its status. */
export function writeHeader(
  { template, paper, meeting }: Inputs,
  { render }: Renderer,
): Rendered<Manuscript['header']> {
  const fields = template.headerFields.flatMap(({ id, name, value }) => {
    const markup = paper.header[id] ?? value;
    return markup ? [mapRendered(render(markup), (fragment) => ({ name, value: fragment }))] : [];
  });
  return mapRendered(joinRendered(fields), (lines) => [
    ...lines,
    ...makeStatusLines(paper, meeting.committee.law.law),
  ]);
}

export function writeSection(
  section: TemplateSection,
  { renderSection }: Renderer,
): Rendered<ManuscriptSection> {
  const { id, title, isLettered, isNumbered, isMandatory, markup } = section;
  const { place } = markup;
  return mapRendered(renderSection(markup), (body) => ({
    id,
    title,
    isLettered,
    isNumbered,
    isMandatory,
    body,
    place,
  }));
}

/**
 * Writes an appendix. If it is to follow or restricted, a sentence replaces its text. A text that is to follow is still rendered,
 * so that its problems are reported.
 */
export function writeAppendix(
  appendix: TemplateAppendix,
  { template }: Inputs,
  { renderSection }: Renderer,
): Rendered<ManuscriptSection> {
  const { id, title, markup, toFollow, restricted } = appendix;
  const word = template.words.appendix;
  const replacement = restricted
    ? makePlainFragment(formatRestricted(restricted.reason, word), restricted.place)
    : toFollow && makePlainFragment(formatToFollow(toFollow.date, word), toFollow.place);
  return mapRendered(renderSection(markup), (body) => ({
    id,
    title,
    isLettered: true,
    isNumbered: true,
    isMandatory: false,
    body: replacement ?? body,
    place: markup.place,
  }));
}

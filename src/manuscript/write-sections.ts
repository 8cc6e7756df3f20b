import type { Inputs } from '../model/inputs.js';
import { makePlainFragment } from '../model/fragment.js';
import type { Manuscript, ManuscriptSection } from '../model/manuscript.js';
import type { TemplateSection } from '../model/template.js';
import { joinRendered, mapRendered, type Rendered } from './rendered.js';
import type { Renderer } from './renderer.js';
import { formatToFollow, makeStatusLines } from './status-lines.js';

/** Writes the lines of the header: the template's fields, as the paper fills them in, and the lines on its status. */
export function writeHeader(
  { template, paper }: Inputs,
  { render }: Renderer,
): Rendered<Manuscript['header']> {
  const fields = template.headerFields.flatMap(({ id, name, value }) => {
    const markup = paper.header[id] ?? value;
    return markup ? [mapRendered(render(markup), (fragment) => ({ name, value: fragment }))] : [];
  });
  return mapRendered(joinRendered(fields), (lines) => [...lines, ...makeStatusLines(paper)]);
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
 * Writes an appendix. If it is to follow, a sentence with its date replaces its text. The text is still rendered, so that
 * its problems are reported.
 */
export function writeAppendix(
  section: TemplateSection,
  { paper, template }: Inputs,
  renderer: Renderer,
): Rendered<ManuscriptSection> {
  const appendix = writeSection(section, renderer);
  const toFollow = paper.toFollow.find(({ id }) => id === section.id);
  if (!toFollow) return appendix;
  const text = formatToFollow(toFollow.date, template.words.appendix);
  return mapRendered(appendix, (value) => ({ ...value, body: makePlainFragment(text, toFollow.place) }));
}

import type { Inputs } from '../model/inputs.js';
import { findExemption, formatExemptMark, writeReason, type Exemption } from '../model/exemption.js';
import { makePlainFragment, type Fragment } from '../model/fragment.js';
import type { Inline } from '../model/inline.js';
import { makePlaceholder } from '../model/placeholder.js';
import type { Manuscript, ManuscriptSection } from '../model/manuscript.js';
import type { TemplateAppendix, TemplateSection } from '../model/template.js';
import { joinRendered, mapRendered, type Rendered } from './rendered.js';
import type { Renderer } from './renderer.js';
import { formatRestricted, formatToFollow, makeStatusLines } from './status-lines.js';

/** Writes the lines of the header: the template's fields, as the paper fills them in, and the lines on its status. */
export function writeHeader(inputs: Inputs, { render }: Renderer): Rendered<Manuscript['header']> {
  const { template, paper } = inputs;
  const fields = template.headerFields.flatMap(({ id, name, value }) => {
    const markup = paper.header[id] ?? value;
    return markup ? [mapRendered(render(markup), (fragment) => ({ name, value: fragment }))] : [];
  });
  return mapRendered(joinRendered(fields), (lines) => [...lines, ...makeStatusLines(inputs)]);
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
  { template, paper, access }: Inputs,
  { renderSection }: Renderer,
): Rendered<ManuscriptSection> {
  const { id, title, markup, toFollow, restricted } = appendix;
  const word = template.words.appendix;
  const replacement = restricted
    ? makePlainFragment(formatRestricted(restricted.reason, word), restricted.place)
    : toFollow && makePlainFragment(formatToFollow(toFollow.date, word), toFollow.place);
  const exemption = access === 'exempt' ? findExemption(paper.exempt, 'appendices', id) : null;
  return mapRendered(renderSection(markup), (body) => ({
    id,
    title,
    isLettered: true,
    isNumbered: true,
    isMandatory: false,
    body: replacement ?? (exemption ? markExempt(body, exemption) : body),
    place: markup.place,
  }));
}

/** Puts a paragraph before the text of an exempt appendix that says that it is exempt. */
function markExempt({ markdown, values, origins }: Fragment, exemption: Exemption): Fragment {
  const opening = `${makePlaceholder(values.length)}\n\n`;
  const text = `${formatExemptMark(exemption)} Not for publication.${writeReason(exemption)}`;
  const content: Inline[] = [{ kind: 'strong', content: [{ kind: 'text', text }] }];
  return {
    markdown: opening + markdown,
    values: [...values, { kind: 'inlines', content }],
    origins: origins.map(({ offset, place }, index) => ({
      offset: index === 0 ? 0 : offset + opening.length,
      place,
    })),
  };
}

import { capitalise } from '../../format/words.js';
import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { Location, MovedAway, Part, SectionComparison } from '../describe/comparison.js';
import { describeKinds } from '../describe/describe-kinds.js';
import type { Signpost, Signposts } from './make-signposts.js';
import { renderOldNumber } from './render-old-number.js';
import { renderPart } from './render-part.js';
import { renderSpans } from './render-spans.js';

/** Renders a section with its changes. */
export function renderSection(section: SectionComparison, signposts: Signposts): Html {
  return markup`<section>
${addSignpost(renderHeading(section), signposts.get(section))}
${section.parts.map((part) => markup`${renderPlacedPart(part, signposts)}\n`)}</section>
`;
}

function renderHeading(section: SectionComparison): Html {
  const number = (section.after ?? section.before)?.number ?? null;
  const label = number === null ? null : markup`${number}${renderOldNumber(section, 'without a number')}. `;
  return makeElement('h2', { id: section.after?.anchor ?? null }, [label, renderSpans(section.title)]);
}

function renderPlacedPart(part: Part, signposts: Signposts): Html {
  return part.kind === 'moved-away'
    ? renderMovedAway(part)
    : addSignpost(renderPart(part), signposts.get(part));
}

/** Renders a note at the old place of a part that has moved: "Paragraph 3 was here. It is now paragraph 5." */
function renderMovedAway({ what, before, after }: MovedAway): Html {
  const oldName = before.number === null ? `A ${what}` : capitalise(formatName(what, before));
  const target = `#${after.anchor}`;
  const note =
    after.number === null
      ? markup`It has moved: <a href="${target}">go to its new place</a>.`
      : markup`It is now <a href="${target}">${formatName(what, after)}</a>.`;
  return markup`<p class="moved-away">${oldName} was here. ${note}</p>`;
}

function formatName(what: MovedAway['what'], { number }: Location): string {
  return what === 'paragraph' ? `paragraph ${number ?? ''}` : (number ?? '');
}

/** Puts a label above a changed part, with links to the changes before and after it. */
function addSignpost(content: Html, signpost: Signpost | undefined): Html {
  if (!signpost || signpost.isQuiet) return content;
  const { change, id, previous, next } = signpost;
  const [kind] = change.how;
  const label = `${capitalise(change.name)} ${describeKinds(change)}`;
  const links = markup`${renderStep(previous, 'Previous change')}${renderStep(next, 'Next change')}`;
  return makeElement(
    'div',
    { class: kind === 'added' || kind === 'removed' ? `change ${kind}` : 'change', id },
    [
      markup`\n<p class="label-line"><span class="what">${label}</span><span class="steps">${links}</span></p>\n`,
      content,
      markup`\n`,
    ],
  );
}

function renderStep(id: string | null, words: string): Html | null {
  return id === null ? null : markup` <a href="#${id}">${words}</a>`;
}

import { createHash } from 'node:crypto';
import { capitalise } from '../../format/words.js';
import { markup, makeElement, trustHtml, type Html } from '../../markup/markup.js';
import type { Theme } from '../../model/theme.js';
import {
  type Comparison,
  type Location,
  type MovedAway,
  type Part,
  type SectionComparison,
} from '../describe/comparison.js';
import { listChanges } from '../describe/list-changes.js';
import { partHtml } from './redline-part.js';
import { redlineStyle } from './redline-style.js';
import { figuresHtml, summaryHtml } from './redline-summary.js';
import { signposts, type Guide, type Signpost } from './signposts.js';
import { spansHtml } from './spans-html.js';
import { describeKinds } from '../describe/describe-kinds.js';
import { isIdentical } from '../describe/is-identical.js';

/**
 * The whole new version as one HTML page with every change in its place, what changed on top. It asks for no other file, and its
 * policy lets nothing in but its own style, by hash. Ids of the page's own hold an underscore, which anchors do not.
 */
export function renderRedline(
  comparison: Comparison,
  names: { before: string; after: string },
  theme: Theme,
): string {
  const { paper, sections } = comparison;
  const changes = listChanges(comparison);
  const guide = signposts(changes);
  const style = redlineStyle(theme);
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  const marking = paper.marking === null ? null : markup`<p class="marking">${paper.marking}</p>\n`;
  return markup`<!DOCTYPE html>
<html lang="${paper.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Changes: ${paper.title}, from ${names.before} to ${names.after}</title>
<meta name="generator" content="Committee Papers">
<style>${trustHtml(style)}</style>
</head>
<body>
<a class="skip" href="#_paper">Skip to the paper</a>
<header id="_top">
${marking}<p class="masthead">${paper.authority} · ${paper.committee} · ${paper.meeting}</p>
<h1>${paper.title}</h1>
<p class="versions-named">From <strong>${names.before}</strong> to <strong>${names.after}</strong></p>
${isIdentical(comparison) ? markup`<p>Nothing has changed.</p>\n` : KEY}</header>
${summaryHtml(changes, guide)}${figuresHtml(changes, guide)}<main id="_paper">
<h2>The paper with its changes</h2>
${frontHtml(comparison, guide)}${sections.map((section) => sectionHtml(section, guide))}</main>
<footer><p><a href="#_top">Back to the top</a></p></footer>
</body>
</html>
`.html;
}

const KEY = markup`<p class="key"><span class="removed-words">Removed words</span> are struck through, <span class="added-words">added words</span> underlined. A bar
and a line of text mark each part that changed. Behind a figure stands why it changed: <span class="why">data</span> its value in
the data; <span class="why">rule</span> how it is worked out or rounded; <span class="why">wording</span> how it is put.</p>
`;

/** What the paper says of itself, and its header block. */
function frontHtml({ metadata, header }: Comparison, guide: Guide): Html {
  const properties = metadata.map((item) => {
    const edited = spansHtml([
      {
        kind: 'changed',
        before: [{ text: item.before, marks: {} }],
        after: [{ text: ` ${item.after}`, marks: {} }],
        cause: 'wording',
      },
    ]);
    return markup`\n<div id="${guide.get(item)?.id ?? ''}"><dt>${item.name}</dt> <dd>${edited}</dd></div>`;
  });
  const fields = header.map((item) =>
    makeElement('div', { id: guide.get(item)?.id ?? null }, [
      markup`<dt>${item.name}</dt> `,
      makeElement('dd', {}, spansHtml(item.text)),
    ]),
  );
  return markup`${[properties, fields].map((all) => (all.length > 0 ? markup`<dl>${all}\n</dl>\n` : null))}`;
}

function sectionHtml(section: SectionComparison, guide: Guide): Html {
  const { before, after, title } = section;
  const number = (after ?? before)?.number ?? null;
  const was =
    before && after && before.number !== after.number
      ? markup` <span class="was">(was ${before.number ?? 'without a letter'})</span>`
      : null;
  const label = number === null ? null : markup`${number}${was}. `;
  const heading = makeElement('h2', { id: after?.anchor ?? null }, [label, spansHtml(title)]);
  return markup`<section>
${signposted(heading, guide.get(section))}
${section.parts.map((part) => markup`${placedHtml(part, guide)}\n`)}</section>
`;
}

function placedHtml(part: Part, guide: Guide): Html {
  return part.kind === 'moved-away' ? movedHtml(part) : signposted(partHtml(part), guide.get(part));
}

function movedHtml({ what, before, after }: MovedAway): Html {
  const name = ({ number }: Location): string =>
    what === 'paragraph' ? `paragraph ${number ?? ''}` : (number ?? '');
  const was = before.number === null ? `A ${what}` : `The old ${name(before)}`;
  const now = after.number === null ? 'see where it stands now' : `it is ${name(after)} now`;
  return markup`<p class="moved-away">${was} stood here. It has moved: <a href="#${after.anchor}">${now}</a>.</p>`;
}

/** A changed part under a line that says what happened to it, with the way to the changes before and after it. */
function signposted(content: Html, post: Signpost | undefined): Html {
  if (!post || post.quiet) return content;
  const { change, id, previous, next } = post;
  const what = `${capitalise(change.name)} ${describeKinds(change)}`;
  const step = (to: string | null, words: string): Html | null =>
    to === null ? null : markup` <a href="#${to}">${words}</a>`;
  const [kind] = change.how;
  return makeElement(
    'div',
    { class: kind === 'added' || kind === 'removed' ? `change ${kind}` : 'change', id },
    [
      markup`\n<p class="label-line"><span class="what">${what}</span><span class="steps">${step(previous, 'Previous change')}${step(next, 'Next change')}</span></p>\n`,
      content,
      markup`\n`,
    ],
  );
}

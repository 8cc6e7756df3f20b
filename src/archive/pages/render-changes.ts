import { formatCount, joinNames } from '../../format/words.js';
import { makeElement, markup, type Html } from '../../markup/markup.js';
import { formatVersion } from '../../model/edition.js';
import type { Manifest } from '../manifest.js';
import type { ArchivedVersion } from '../read-archive.js';
import { nameReport } from '../version-folder.js';

type Changes = NonNullable<Manifest['changes']>;
type Figure = Changes['figures']['listed'][number];

/** The most figures that the index shows for a version. The page of changes has all. */
const MAX_SHOWN = 3;

/** Renders the changes of a version: its counts of changes, its first changed figures and the link to all changes. */
export function renderChanges(version: ArchivedVersion): Html | null {
  const { changes } = version.manifest;
  if (!changes) return null;
  const { listed, count } = changes.figures;
  const shown = listed.slice(0, MAX_SHOWN);
  const rest = count - shown.length;
  return markup`<div class="changes">${renderSummary(changes)}
${shown.length > 0 ? markup`<ul>${shown.map(renderFigure)}\n</ul>\n` : null}<p>${rest > 0 ? `${formatCount(rest, 'more figure')} changed. ` : null}${renderLink(version, changes)}</p></div>`;
}

/** Renders a link to the page of changes of a public version. `way` leads from the page to the paper's folder: "", or "../…/". */
export function renderChangesLink(
  { folder, manifest, withdrawal }: ArchivedVersion,
  way: string,
): Html | null {
  const { changes, version } = manifest;
  if (!changes || withdrawal) return null;
  const href = `${way}${folder.slice(folder.lastIndexOf('/') + 1)}/${changes.page}`;
  return markup` <a href="${href}">What changed in ${formatVersion(version)}</a>`;
}

function renderLink({ folder, manifest }: ArchivedVersion, { since, page }: Changes): Html {
  return makeElement('a', { href: `${folder}/${page}` }, [
    `All changes since ${since}`,
    markup`<span class="visually-hidden"> in ${formatVersion(manifest.version)} of ${nameReport(manifest.paper)}</span>`,
  ]);
}

function renderSummary({ summary }: Changes): Html {
  return markup`<p>${summary.length === 0 ? 'A reader finds no difference.' : `${joinNames(summary)}.`}</p>`;
}

/** Renders "Satisfaction, 2008/09 Q3: 64% → 63% (paragraph 3). New value in …". */
function renderFigure({ label, period, before, after, reason, where }: Figure): Html {
  const name = period === null ? label : `${label}, ${period}`;
  return markup`
<li>${name}: <del>${before}</del> → <ins>${after}</ins> (${joinNames(where)}). <span class="reason">${reason}.</span></li>`;
}

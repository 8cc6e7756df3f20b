import { formatDate } from '../../format/dates.js';
import { makeElement, markup } from '../../markup/markup.js';
import { formatVersion } from '../../model/edition.js';
import type { ArchivedVersion } from '../read-archive.js';
import { renderSealedPage } from './render-sealed-page.js';

/** A page in the place of a withdrawn HTML edition. */
interface WithdrawnStub {
  /** The path below the archive: that of the HTML edition. */
  name: string;
  html: string;
}

/** Renders the page that leads from the address of a withdrawn HTML edition to its notice. */
export function renderWithdrawnStubs({ folder, manifest, withdrawal }: ArchivedVersion): WithdrawnStub[] {
  if (!withdrawal) return [];
  const { paper, version, outputs } = manifest;
  const notice = `../notice-v${version}.html`;
  const title = `Withdrawn: ${paper.title}, ${formatVersion(version)}`;
  const html = renderSealedPage({
    language: paper.language,
    title,
    register: null,
    script: null,
    hasFrames: false,
    leadsTo: notice,
    body: markup`<main>
<h1>${title}</h1>
<p>This version was withdrawn on ${formatDate(withdrawal.withdrawnOn)}. ${makeElement('a', { href: notice }, 'Read the notice')}</p>
</main>`,
  });
  return outputs
    .filter(({ name }) => name.endsWith('.html'))
    .map(({ name }) => ({ name: `${folder}/${name}`, html }));
}

import { formatDate } from '../../format/dates.js';
import { makeElement, markup, type Html } from '../../markup/markup.js';
import { formatVersion } from '../../model/edition.js';
import { MANIFEST } from '../manifest.js';
import type { ArchivedVersion } from '../read-archive.js';
import { formatStatementName } from '../statement/render-statement-page.js';
import { STATEMENT } from '../statement/statement-schema.js';
import { renderChanges } from './render-changes.js';
import { formatNoticeName } from './render-notice-page.js';

/** Renders a version as a row of the index's table. `hasNotice` links its HTML edition through the notice page. */
export function renderVersionRow(
  version: ArchivedVersion,
  newest: ArchivedVersion,
  hasNotice: boolean,
): Html {
  const { manifest, withdrawal } = version;
  const isOld = withdrawal !== null || version !== newest;
  return markup`
<tr id="${formatRowId(version)}"${isOld ? markup` class="old"` : null}><th scope="row">${manifest.version}</th>${renderStatus(version, newest)}<td>${formatDate(manifest.madeAt.slice(0, 10))}</td><td>${manifest.note ?? (manifest.changes ? null : '–')}${withdrawal ? null : renderChanges(version)}</td><td>${renderFiles(version, hasNotice)}</td></tr>`;
}

function renderStatus(version: ArchivedVersion, newest: ArchivedVersion): Html {
  const { manifest, withdrawal } = version;
  if (withdrawal)
    return markup`<td class="withdrawn"><strong>Withdrawn</strong> on ${formatDate(withdrawal.withdrawnOn)}: ${withdrawal.reason}</td>`;
  if (version === newest) return markup`<td>${manifest.status === 'draft' ? 'Draft' : 'Final'}</td>`;
  return markup`<td>Superseded by <a href="#${formatRowId(newest)}">${newest.manifest.version}</a></td>`;
}

function formatRowId({ folder }: ArchivedVersion): string {
  return folder.replaceAll('/', '_');
}

/** The names of the files for readers, in the order of the links. */
const FILE_KINDS = [
  { ending: '.html', label: 'Web page' },
  { ending: '.pdf', label: 'PDF' },
  { ending: 'figures.csv', label: 'Figures' },
  { ending: 'figures.csv-metadata.json', label: 'Meaning of the columns' },
  { ending: 'sources.zip', label: 'Sources' },
  { ending: 'document.json', label: 'Paper as data' },
];

function renderFiles(version: ArchivedVersion, hasNotice: boolean): Html {
  const { outputs, paper, changes, version: number } = version.manifest;
  const kinds = [
    ...FILE_KINDS,
    { ending: formatStatementName(number), label: 'Standards and checks' },
    { ending: STATEMENT, label: 'Standards as data' },
  ];
  const files = kinds.flatMap(({ ending, label }) =>
    outputs
      .filter(({ name }) => (ending === '.html' ? name === `${paper.id}.html` : name.endsWith(ending)))
      .map(({ name, sha256 }) => ({ name, sha256, label })),
  );
  const links = version.withdrawal
    ? [renderLink(version, `${paper.id}.html`, 'Notice', true)]
    : files.map(({ name, label }, index) => [
        index > 0 ? ', ' : null,
        renderLink(version, name, label, hasNotice),
      ]);
  const changesPage = outputs.filter(({ name }) => name === changes?.page);
  const hashes = [...files, ...changesPage, { name: MANIFEST, sha256: version.sha256 }].map(
    ({ name, sha256 }) => markup`<dt>${name}</dt><dd><code>${sha256}</code></dd>`,
  );
  return markup`${links}<details><summary>SHA-256</summary><dl>${hashes}</dl></details>`;
}

function renderLink(version: ArchivedVersion, name: string, label: string, hasNotice: boolean): Html {
  const { folder, manifest } = version;
  const href =
    hasNotice && name === `${manifest.paper.id}.html` ? formatNoticeName(version) : `${folder}/${name}`;
  const description = `${label}: ${formatVersion(manifest.version)} of ${manifest.paper.number.trim() === '' ? manifest.paper.title : `report ${manifest.paper.number}`}`;
  return makeElement('a', { href, 'aria-label': description }, label);
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The terms of a library whose package names the MIT licence and has no copy of it. */
const MIT = (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
(the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge,
publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do
so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE
FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The profile that pdfkit brings is a copy of one that the International Color Consortium publishes. */
const COLOUR_PROFILE = `sRGB2014, the colour profile sRGB_IEC61966_2_1.icc
Copyright International Color Consortium, 2015

This profile is made available by the International Color Consortium, and may be copied, distributed, embedded, made, used, and sold
without restriction. Altered versions of this profile shall have the original identification and copyright information removed and
shall not be misrepresented as the original profile.`;

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const RULE = '\n\n' + '-'.repeat(80) + '\n\n';

/**
 * Writes what the package says about other people's work. `metafiles` are esbuild's, and `files` are those copied beside the
 * bundles: where they come `from`, and the `work` that they are of, if its licence is not that of the package.
 *
 * - `third-party-notices.txt`: each bundled library with its version and its licence.
 * - `libraries.json`: the version of each library that our code imports. Manifests of issued versions record them.
 */
export function writeNotices(folder, metafiles, files) {
  const bundled = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => listUsed(inputs)),
  );
  const ofPackages = files.filter(({ work }) => !work).map(({ from }) => from);
  const packages = new Map([
    ...[...bundled, ...ofPackages].flatMap(describePackage),
    ...files.filter(({ work }) => work).map(describeWork),
  ]);
  const libraries = [...packages.values()].sort((a, b) => compare(a.id, b.id));
  writeFileSync(join(folder, 'third-party-notices.txt'), renderNotices(libraries));

  const direct = metafiles
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([path]) => path.startsWith('src/'))
    .flatMap(([, { imports }]) => imports.map(({ path }) => path));
  const versions = new Map(
    [...direct, ...files.map(({ from }) => from)]
      .flatMap(describePackage)
      .map(([, { name, version }]) => [name, version]),
  );
  const sorted = Object.fromEntries([...versions].sort(([a], [b]) => compare(a, b)));
  writeFileSync(join(folder, 'libraries.json'), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Lists the files of which a bundle contains anything. */
function listUsed(inputs) {
  return Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0);
}

/** Returns an entry for the package of a file, under the package's folder. Returns nothing for our own files. */
function describePackage(path) {
  const folder = PACKAGE.exec(path.replaceAll('\\', '/'))?.[1];
  if (!folder) return [];
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const id = `${name} ${version}`;
  return [[id, { id, name, version, license, text: readLicence(folder, license, author?.name ?? author) }]];
}

/** Returns an entry for a work that a package contains under a licence of its own. */
function describeWork({ from, work }) {
  const [[packageId]] = describePackage(from);
  const id = `${work.name}, from ${packageId}`;
  const text = readFileSync(work.file, 'utf8').replaceAll('\r\n', '\n').trim();
  return [id, { id, name: work.name, license: work.licence, text }];
}

/** Reads a package's licence, and the notice that the Apache licence asks to pass on. Throws if there is none. */
function readLicence(folder, license, author) {
  const texts = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length > 0) return texts.join('\n\n');
  if (license === 'MIT' && author) return MIT(author.replace(/\s*<.*/, ''));
  throw new Error(`${folder} has no licence text`);
}

/** Prints each licence once, after the list of the libraries that it covers. */
function renderNotices(libraries) {
  const byText = new Map(
    libraries.map(({ text }) => [text, libraries.filter((library) => library.text === text)]),
  );
  const parts = [...byText].map(
    ([text, covered]) => `${covered.map(({ id, license }) => `${id} (${license})`).join('\n')}\n\n${text}`,
  );
  const introduction = 'Committee Papers contains these libraries, fonts and colour profiles.';
  return `${[introduction, ...parts, COLOUR_PROFILE].join(RULE)}\n`;
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

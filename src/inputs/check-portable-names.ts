import { groupBy } from '../model/group-by.js';
import { makeError, type Place, type Problem } from '../model/problem.js';

/** The names of devices, which Windows reserves with any ending: `aux.yaml` cannot be made there. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** Characters that Windows refuses in names. */
const REFUSED = /[<>:"|?*\\\u0000-\u001f]/;

/**
 * Checks that the names of files, and of committees' folders in the archive, are possible on every system. Otherwise a colleague
 * on Windows cannot check out the project, or one file overwrites another there.
 */
export function checkPortableNames(
  paths: readonly string[],
  committees: readonly { id: string; place: Place }[],
): Problem[] {
  return [
    ...paths.flatMap((path) => checkPath(path)),
    ...findCaseTwins(paths),
    ...committees
      .filter(({ id }) => RESERVED.test(id))
      .map(({ id, place }) =>
        makeError('name-is-portable', place, `Windows cannot make a folder called "${id}"`, {
          hint: 'Choose another name for the committee: its folder in the archive has this name.',
        }),
      ),
  ];
}

function checkPath(path: string): Problem[] {
  const reason = path
    .split('/')
    .map(explainName)
    .find((text) => text !== null);
  if (reason === undefined) return [];
  return [report(path, reason, 'Rename it.')];
}

/** Explains why Windows refuses a name. Returns null if it does not. */
function explainName(name: string): string | null {
  if (RESERVED.test(name)) return `Windows reserves the name "${name}" for a device`;
  if (/[. ]$/.test(name))
    return `Windows drops the ${name.endsWith('.') ? 'dot' : 'space'} at the end of "${name}"`;
  const [character] = REFUSED.exec(name) ?? [];
  return character === undefined ? null : `Windows refuses ${JSON.stringify(character)} in a name`;
}

/** Finds files whose names differ only in capitals. Windows and macOS keep one of them. */
function findCaseTwins(paths: readonly string[]): Problem[] {
  return [...groupBy([...new Set(paths)], (path) => path.toLowerCase()).values()].flatMap(
    ([first, ...others]) =>
      others.map((other) =>
        report(
          other,
          `its name differs from ${first} only in capitals`,
          'Rename one: Windows and macOS keep only one of them.',
        ),
      ),
  );
}

function report(path: string, message: string, hint: string): Problem {
  return makeError('name-is-portable', { file: path, line: 1, column: 1 }, message, { hint });
}

import * as os from 'node:os';

const DISK_ERRORS: Record<string, string> = {
  EACCES: 'cannot be opened: ask for permission to read and write there',
  EPERM: 'cannot be written: is it open in another program?',
  EROFS: 'is on a read-only disk',
  ENOSPC: 'cannot be written: the disk is full',
  EDQUOT: 'cannot be written: your disk quota is used up',
  EFBIG: 'cannot be written: the file is larger than this disk allows',
  ENOTDIR: '(or a folder above it) is a file, but a folder is needed there',
  EEXIST: 'already exists and is in the way',
  EISDIR: 'is a folder, but a file is needed there',
  EBUSY: 'is open in another program',
};

/** The calls that fail on Windows while another program has the file open. */
const CALLS_ON_OPEN_FILES = ['rename', 'copyfile', 'unlink', 'rm'];
/** The codes that Windows gives then. It gives the last two without permission as well. */
const OPEN_ON_WINDOWS = ['EBUSY', 'EPERM', 'EACCES'];

/** Explains a disk error, such as a full disk, in a sentence. Returns null for other errors. */
export function explainDiskError(error: unknown, platform: string = os.platform()): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const code = String(error.code);
  const path = findPath(error, platform);
  const isOpen = OPEN_ON_WINDOWS.includes(code) && CALLS_ON_OPEN_FILES.includes(String(error.syscall));
  if (platform === 'win32' && isOpen && path !== null) return explainOpenFile(path, code);
  const words = DISK_ERRORS[code];
  return words === undefined ? null : `${path ?? 'the output'} ${words}. Existing files are unchanged.`;
}

function explainOpenFile(path: string, code: string): string {
  const isPdf = path.endsWith('.pdf');
  const advice = isPdf
    ? `Close ${path} in your PDF viewer and build again. Your last PDF is unchanged.`
    : `Close ${path} in the program that has it open, and try again. Existing files are unchanged.`;
  if (code === 'EBUSY') return advice;
  return `${advice}\nIf no program has it open, ask for permission to write there.`;
}

/** The temporary folder that output is written to first, and locks. Users do not know them, so messages omit them. */
const TEMPORARY_NAME = /[\\/]\.(?:[^\\/]*-\w{6}(?:[\\/].*)?|lock-[0-9a-f]+\.json)$/;

/** Finds the path that the user knows. A rename has two, of which one may be in the temporary folder. */
function findPath(error: Error, platform: string): string | null {
  const paths = ['dest' in error ? error.dest : null, 'path' in error ? error.path : null].filter(
    (path) => typeof path === 'string',
  );
  const path = paths.find((candidate) => !TEMPORARY_NAME.test(candidate)) ?? paths[0];
  if (path === undefined) return null;
  const visible = path.replace(TEMPORARY_NAME, '');
  return platform === 'win32' ? visible.replaceAll('\\', '/') : visible;
}

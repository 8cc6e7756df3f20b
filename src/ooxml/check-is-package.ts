import { UnreadablePackage } from './unreadable-package.js';

/** Throws `UnreadablePackage` for a file that is no zip file, and says what it is instead. */
export function checkIsPackage(bytes: Uint8Array): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  if (bytes.length === 0) throw new UnreadablePackage('empty');
  if (!isOleContainer(bytes)) throw new UnreadablePackage('not a package');
  // Names in the container are UTF-16.
  const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw new UnreadablePackage(isEncrypted ? 'encrypted' : 'old');
}

function isOleContainer(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

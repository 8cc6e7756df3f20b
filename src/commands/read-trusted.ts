import { resolve } from 'node:path';
import { parseCertificates } from '../archive/seal/parse-certificates.js';
import { readIfPresent } from '../disk/read-if-present.js';
import { readOrganisation } from '../inputs/project/read-organisation.js';
import { UsageError, type Options } from './command.js';

interface TrustOptions extends Options {
  /** A file that goes before the project's own setting. */
  certificate?: string;
}

/**
 * Reads the certificates that seals are checked with: of the file that the user names, or else of the one that the project names.
 * Returns null if neither does. Throws UsageError for a file that is missing or has no certificate.
 */
export function readTrusted({ root, certificate }: TrustOptions): Uint8Array[] | null {
  const setting = readOrganisation(root).value?.timeStamping?.certificate;
  if (certificate === undefined && setting === undefined) return null;
  const path = certificate === undefined ? resolve(root, setting ?? '') : resolve(certificate);
  const where =
    certificate === undefined
      ? `data/organisation.yaml names ${setting ?? ''} under time-stamping:`
      : `you named ${certificate} with --certificate`;
  const bytes = readIfPresent(path);
  if (!bytes)
    throw new UsageError(
      `${where}, but there is no such file\nSave the authority's certificate there, as PEM.`,
    );
  const certificates = parseCertificates(bytes.toString('latin1'));
  if (certificates.length === 0)
    throw new UsageError(
      `${where}, but the file has no certificate that can be read\nA PEM file begins with -----BEGIN CERTIFICATE-----.`,
    );
  return certificates;
}

import { createHash } from 'node:crypto';

/** Hashes an inline style or script for a content security policy: "sha256-…". */
export function hashForPolicy(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

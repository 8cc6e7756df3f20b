import * as z from 'zod';

/** The SHA-256 of a file or program. */
export const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('a SHA-256, in lower-case hexadecimal digits')
  .meta({ examples: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'] });

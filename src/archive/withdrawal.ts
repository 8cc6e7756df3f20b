import * as z from 'zod';
import { day } from '../schema/iso-day.js';
import { hash } from '../schema/hash.js';
import { describeMismatch, parseJson } from '../schema/parse-json.js';

/** The schema of `withdrawal.json`, which stays in the folder of a withdrawn version beside its manifest. */
export const withdrawalSchema = z
  .strictObject({
    format: z.literal('committee-papers-withdrawal-1').describe('the format of this file'),
    folder: z
      .string()
      .describe("the version's folder in the archive")
      .meta({ examples: ['performance/2009-04-02/8-performance-report/v1.0'] }),
    manifest: hash.describe("the SHA-256 of the version's manifest.json"),
    withdrawnOn: day.describe('the day of the withdrawal'),
    reason: z
      .string()
      .min(1)
      .describe('the reason, as the notice and the index show it')
      .meta({ examples: ['Table 2 names a person.'] }),
    register: hash.describe(
      'the SHA-256 of the register before the withdrawal; no earlier line can be removed or changed without a trace',
    ),
  })
  .describe('The withdrawal of an issued version: its files are no longer public');

/** The facts of a withdrawal, as `withdrawal.json` states them. */
export type Withdrawal = z.infer<typeof withdrawalSchema>;

export const WITHDRAWAL = 'withdrawal.json';

/** Encodes a withdrawal. Equal withdrawals have equal bytes. */
export function encodeWithdrawal(withdrawal: Withdrawal): Uint8Array {
  return Buffer.from(`${JSON.stringify(withdrawalSchema.parse(withdrawal), null, 2)}\n`, 'utf8');
}

/** Parses a withdrawal. Returns null and one sentence that says why if the bytes are not a valid one. */
export function parseWithdrawal(
  bytes: Uint8Array,
): { withdrawal: Withdrawal; error: null } | { withdrawal: null; error: string } {
  const value = parseJson(bytes);
  if (value === undefined)
    return { withdrawal: null, error: 'the record of a withdrawal is incomplete or not JSON' };
  const result = withdrawalSchema.safeParse(value);
  if (result.success) return { withdrawal: result.data, error: null };
  return {
    withdrawal: null,
    error: `the record of a withdrawal does not match its schema${describeMismatch(result.error)}`,
  };
}

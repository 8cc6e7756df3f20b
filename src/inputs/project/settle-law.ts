import type * as z from 'zod';
import { LAWS } from '../../laws/index.js';
import type { CommitteeLaw, RequiredNotice } from '../../model/committee-law.js';
import type { ValidYaml } from '../source-reader.js';
import type { organisationSchema } from './organisation-schema.js';

type RawOrganisation = z.infer<typeof organisationSchema>;
type RawNotice = NonNullable<RawOrganisation['notice']>;

/**
 * Settles the law of a committee: its own, or else that of its organisation. A setting goes before the law that is stated at the
 * same level. What a committee states goes before all that its organisation states.
 */
export function settleLaw(id: string, { data, file }: ValidYaml<RawOrganisation>): CommitteeLaw {
  const committee = readCommittee(data.committees[id]);
  const stated = committee.law ?? data.law ?? null;
  const law = LAWS[stated ?? 'england-local-authority'];
  const bankHolidays = data['bank-holidays'] ?? [];
  const toNotice = (notice: RawNotice, path: string[]): RequiredNotice => ({
    days: notice.days,
    calendar: { workingDaysOnly: notice['working-days'], bankHolidays },
    setting: file.keyPlaceOf(path),
  });
  const findNotice = (): RequiredNotice | null => {
    if (committee.notice) return toNotice(committee.notice, ['committees', id, 'notice']);
    if (data.notice && committee.law === undefined) return toNotice(data.notice, ['notice']);
    if (stated === null || !law.notice) return null;
    const { days, workingDaysOnly } = law.notice;
    return { days, calendar: { workingDaysOnly, bankHolidays }, setting: null };
  };
  return { stated, law, notice: findNotice(), inspection: findInspection(data, stated, law.inspection) };
}

function readCommittee(
  committee: RawOrganisation['committees'][string] | undefined,
): Partial<Exclude<RawOrganisation['committees'][string], string>> {
  return typeof committee === 'object' ? committee : {};
}

function findInspection(
  { 'open-to-inspection': terms }: RawOrganisation,
  stated: CommitteeLaw['stated'],
  inspection: CommitteeLaw['law']['inspection'],
): CommitteeLaw['inspection'] {
  if (terms) return { reports: terms.reports, backgroundPapers: terms['background-papers'] };
  if (stated === null || !inspection) return null;
  return { reports: inspection.reports.years, backgroundPapers: inspection.backgroundPapers.years };
}

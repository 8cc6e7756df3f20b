import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findLatestPublicationDay,
  countClearDays,
  type NoticeCalendar,
} from '../../src/model/count-clear-days.js';

const offices: NoticeCalendar = { workingDaysOnly: true, bankHolidays: ['2009-04-10', '2009-04-13'] };
const everyDay: NoticeCalendar = { workingDaysOnly: false, bankHolidays: ['2009-04-10', '2009-04-13'] };

describe('clear days before a meeting', () => {
  it.each([
    ['a Thursday: Wednesday back to Thursday count', '2009-04-02', '2009-03-25'],
    [
      'a Monday: the week before counts, and the issue is on the Friday before that',
      '2009-03-30',
      '2009-03-20',
    ],
    ['Easter: neither Good Friday nor Easter Monday counts', '2009-04-16', '2009-04-06'],
    ['on New Year: the year turns', '2009-01-02', '2008-12-25'],
  ])('of working days: %s', (_what, meeting, deadline) => {
    expect(findLatestPublicationDay(meeting, 5, offices)).toBe(deadline);
  });

  it('counts every day where the settings say so', () => {
    expect(findLatestPublicationDay('2009-04-16', 5, everyDay)).toBe('2009-04-10');
    expect(findLatestPublicationDay('2008-03-03', 5, everyDay)).toBe('2008-02-26'); // over 29 February
  });

  it('counts neither the day of issue nor the day of the meeting', () => {
    expect(countClearDays('2009-04-01', '2009-04-02', offices)).toBe(0);
    expect(countClearDays('2009-03-31', '2009-04-02', offices)).toBe(1);
    expect(countClearDays('2009-04-02', '2009-04-02', offices)).toBe(0);
    expect(countClearDays('2009-04-03', '2009-04-02', offices)).toBe(0);
  });

  it('leaves exactly so many clear days, whatever the meeting', () => {
    const days = fc
      .integer({ min: 0, max: 20000 })
      .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 12 }), fc.boolean(), (meeting, notice, workingDays) => {
        const calendar = { ...offices, workingDays };
        const last = findLatestPublicationDay(meeting, notice, calendar);
        expect(countClearDays(last, meeting, calendar)).toBe(notice);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findLatestPublicationDay,
  countClearDays,
  type NoticeCalendar,
} from '../../src/model/count-clear-days.js';

const workingDays: NoticeCalendar = { workingDaysOnly: true, bankHolidays: ['2009-04-10', '2009-04-13'] };
const everyDay: NoticeCalendar = { workingDaysOnly: false, bankHolidays: ['2009-04-10', '2009-04-13'] };

describe('count-clear-days', () => {
  it.each([
    ['for a Thursday: counts from Wednesday back to Thursday', '2009-04-02', '2009-03-25'],
    [
      'for a Monday: counts the week before, so publication is on the Friday before that',
      '2009-03-30',
      '2009-03-20',
    ],
    ['after Easter: skips Good Friday and Easter Monday', '2009-04-16', '2009-04-06'],
    ['after New Year: counts back into the old year', '2009-01-02', '2008-12-25'],
  ])('finds the latest publication day %s', (_case, meeting, deadline) => {
    expect(findLatestPublicationDay(meeting, 5, workingDays)).toBe(deadline);
  });

  it('counts weekends and bank holidays unless only working days count', () => {
    expect(findLatestPublicationDay('2009-04-16', 5, everyDay)).toBe('2009-04-10');
    expect(findLatestPublicationDay('2008-03-03', 5, everyDay)).toBe('2008-02-26'); // over 29 February
  });

  it('counts neither the day of publication nor the day of the meeting', () => {
    expect(countClearDays('2009-04-01', '2009-04-02', workingDays)).toBe(0);
    expect(countClearDays('2009-03-31', '2009-04-02', workingDays)).toBe(1);
    expect(countClearDays('2009-04-02', '2009-04-02', workingDays)).toBe(0);
    expect(countClearDays('2009-04-03', '2009-04-02', workingDays)).toBe(0);
  });

  it('leaves exactly the required number of clear days before any meeting', () => {
    const days = fc
      .integer({ min: 0, max: 20000 })
      .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 12 }), fc.boolean(), (meeting, notice, workingDaysOnly) => {
        const calendar: NoticeCalendar = { ...workingDays, workingDaysOnly };
        const last = findLatestPublicationDay(meeting, notice, calendar);
        expect(countClearDays(last, meeting, calendar)).toBe(notice);
      }),
    );
  });
});

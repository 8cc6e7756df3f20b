import { randomBytes } from 'node:crypto';

/** The most tickets that are valid at once, by default. An author has a few editors open. Older ones lapse first. */
const MAX_TICKETS = 500;

/** Permissions to write, each for one write. A request that is sent again, or that a page has made up, has none. */
export interface Tickets<T> {
  issue: (value: T) => string;
  /** Returns what a ticket is for, and keeps it valid. */
  read: (ticket: string) => T | null;
  /** Returns what a ticket is for. From then on it is not valid. */
  take: (ticket: string) => T | null;
}

export function createTickets<T>(max = MAX_TICKETS): Tickets<T> {
  const valid = new Map<string, T>();
  const read = (ticket: string): T | null => valid.get(ticket) ?? null;
  return {
    issue: (value) => {
      const ticket = randomBytes(16).toString('base64url');
      valid.set(ticket, value);
      const [oldest] = valid.keys();
      if (valid.size > max && oldest !== undefined) valid.delete(oldest);
      return ticket;
    },
    read,
    take: (ticket) => {
      const value = read(ticket);
      valid.delete(ticket);
      return value;
    },
  };
}

import { makeError, type Problem } from '../model/problem.js';
import type { NamesChecked } from './check-names.js';

/** Partials that lead back to themselves, and so never end. One Problem for each call that closes a circle. */
export function findPartialCircles(calls: Record<string, NamesChecked['calls']>): Problem[] {
  const done = new Set<string>();
  const problems: Problem[] = [];
  const follow = (name: string, way: string[]): void => {
    for (const { partial, place } of calls[name] ?? []) {
      const start = way.indexOf(partial);
      if (start >= 0) {
        const circle = [...way.slice(start), partial].map((one) => `"${one}"`).join(' calls ');
        problems.push(makeError('partial-ends', place, `the partials lead in a circle: ${circle}`));
      } else if (!done.has(partial)) follow(partial, [...way, partial]);
    }
    done.add(name);
  };
  for (const name of Object.keys(calls)) if (!done.has(name)) follow(name, [name]);
  return problems;
}

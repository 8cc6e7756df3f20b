import { makeError, type Problem } from '../model/problem.js';
import type { PartialCall } from './check-names.js';

/** Finds partials that call themselves, directly or through others. Reports each call that closes a cycle. */
export function findPartialCycles(calls: Readonly<Record<string, PartialCall[]>>): Problem[] {
  const visited = new Set<string>();
  const problems: Problem[] = [];
  const follow = (name: string, path: string[]): void => {
    for (const { partial, place } of calls[name] ?? []) {
      const start = path.indexOf(partial);
      if (start >= 0) {
        const cycle = [...path.slice(start), partial].map((part) => `"${part}"`).join(' calls ');
        problems.push(makeError('partial-ends', place, `the partials call each other without end: ${cycle}`));
      } else if (!visited.has(partial)) follow(partial, [...path, partial]);
    }
    visited.add(name);
  };
  for (const name of Object.keys(calls)) if (!visited.has(name)) follow(name, [name]);
  return problems;
}

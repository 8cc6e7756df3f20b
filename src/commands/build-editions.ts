import type { BuildRequest, BuiltPaper, UnreadPaper, UnsoundPaper } from '../build-paper.js';
import type { Problem } from '../model/problem.js';
import { joinEditionProblems } from '../report/join-edition-problems.js';

/** The editions of a paper. The exempt one is null for a paper that is public as a whole. */
export interface BuiltEditions {
  state: 'built';
  publicEdition: BuiltPaper;
  exemptEdition: BuiltPaper | null;
  /** The problems of both, each of them once. */
  problems: Problem[];
}

/** A failed build, with the problems to print. */
export type FailedBuild = (UnreadPaper | UnsoundPaper) & { publicEdition?: undefined };

/** Builds the public edition of a paper and, if that leaves something out, the exempt edition. */
export async function buildEditions(request: BuildRequest): Promise<BuiltEditions | FailedBuild> {
  const { buildPaper } = await import('../build-paper.js');
  const publicEdition = await buildPaper({ ...request, access: 'public' });
  if (publicEdition.state !== 'built') return publicEdition;
  const { problems } = publicEdition;
  if (!publicEdition.leavesOut) return { state: 'built', publicEdition, exemptEdition: null, problems };
  const exemptEdition = await buildPaper({ ...request, access: 'exempt' });
  if (exemptEdition.state !== 'built') return exemptEdition;
  return {
    state: 'built',
    publicEdition,
    exemptEdition,
    problems: joinEditionProblems(exemptEdition.problems, publicEdition.problems),
  };
}

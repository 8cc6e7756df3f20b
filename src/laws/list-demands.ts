import type { Law, Rule } from './law.js';

/** A rule of a law, with its topic. */
export interface Demand extends Rule {
  topic: string;
}

/** Lists everything that a law demands, in the order of a paper's life. */
export function listDemands(law: Law): Demand[] {
  const { keyDecisions, privateMeetings, notice, urgency, backgroundPapers, exemption, inspection } = law;
  const rules: [topic: string, rule: Rule | null | undefined][] = [
    ['Key decisions', keyDecisions],
    ['Private meetings', privateMeetings],
    ['Notice', notice],
    ['Late papers', urgency],
    ['Background papers', backgroundPapers],
    ['Exempt matters', exemption],
    ['Public interest', exemption?.publicInterest],
    ['Inspection of reports', inspection?.reports],
    ['Inspection of background papers', inspection?.backgroundPapers],
    ...law.others.map((rule): [string, Rule] => ['Not checked by the program', rule]),
  ];
  return rules.flatMap(([topic, rule]) => (rule ? [{ topic, ...rule }] : []));
}

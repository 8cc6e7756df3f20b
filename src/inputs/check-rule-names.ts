import { CHECK_RULES, isCheckRule } from '../model/check-rules.js';
import { makeError, type Place, type Problem } from '../model/problem.js';
import { RULES } from '../model/rules.js';
import { suggestName } from '../model/suggest-name.js';
import type { YamlFile } from './yaml/yaml-file.js';

/** Checks the names of the rules that a file sets or switches off under `key`. */
export function checkRuleNames(settings: object | undefined, file: YamlFile, key: string): Problem[] {
  return Object.keys(settings ?? {})
    .filter((name) => !isCheckRule(name))
    .map((name) => reportRule(name, file.keyPlaceOf([key, name])));
}

function reportRule(name: string, place: Place): Problem {
  if (RULES.some(({ id }) => id === name))
    return makeError(
      'rule-can-be-set',
      place,
      `the rule "${name}" cannot be changed: every paper must meet it`,
      { hint: 'Fix what it reports. `papers check --rules` lists the rules that can be changed.' },
    );
  return makeError('rule-exists', place, `no rule is called "${name}"`, {
    expected: 'a rule that `papers check --rules` lists',
    hint: suggestName(name, Object.keys(CHECK_RULES)),
  });
}

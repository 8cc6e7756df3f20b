import { suggestName } from '../../model/suggest-name.js';
import { makeError, type Problem } from '../../model/problem.js';
import { RULES } from '../../model/rules.js';
import { CHECK_RULES, isCheckRule } from '../../model/check-rules.js';
import type { YamlFile } from '../yaml/yaml-file.js';

/** What is wrong with the names of the rules that a file sets or switches off under `key`. */
export function ruleFaults(rules: object | undefined, file: YamlFile, key: string): Problem[] {
  return Object.keys(rules ?? {})
    .filter((name) => !isCheckRule(name))
    .map((name) => {
      const place = file.keyPlaceOf([key, name]);
      if (RULES.some(({ id }) => id === name))
        return makeError(
          'rule-can-be-set',
          place,
          `"${name}" holds for every paper: without it none can be built`,
          {
            hint: 'Mend what it complains of. `papers check --rules` says which rules can be set.',
          },
        );
      return makeError('rule-exists', place, `no rule is called "${name}"`, {
        expected: 'a rule that `papers check --rules` lists',
        hint: suggestName(name, Object.keys(CHECK_RULES)),
      });
    });
}

/** Mutants of a database of the operator's own: keys that are invented, passwords that are changed, half of a load that is used. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const RULES = "test/e2e/operator-rules.test.ts";
const KEYS = { file: RULES, name: "the keys of imported records" };
const ROLE = { file: RULES, name: "a role that is there" };
const LOAD = { file: RULES, name: "half of a load" };

export const OPERATOR_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("infra/local/child-environment.ts", { file: "test/unit/local/child-environment.test.ts" }, [
    ["processes of npm start get each other's secrets", "processes.includes(owner)", "true"],
    ["processes of npm start get the keys of commands", "!OF_COMMANDS.has(name)", "true"],
  ]),
  ...mutantsOf("commands/command-variables.ts", KEYS, [
    [
      "keys are invented for databases that are given",
      "GOVGRAPH_RECORD_KEYS || state?.recordKeys;",
      'GOVGRAPH_RECORD_KEYS || state?.recordKeys || `k1:${"a".repeat(43)}`;',
    ],
    [
      "a key of persons is invented",
      'GOVGRAPH_SUBJECT_KEY === "" ? {} : { subjectKey: GOVGRAPH_SUBJECT_KEY }',
      "{ subjectKey: GOVGRAPH_SUBJECT_KEY || state?.recordKeys }",
    ],
  ]),
  ...mutantsOf("platform/database/provision.ts", ROLE, [
    ["passwords of roles that are there are changed", "if (known && !resetPassword) return false;", ""],
  ]),
  ...mutantsOf("commands/databases.ts", LOAD, [
    ["commands use half of a load", "if (!half) checkUnbroken(marks);", ""],
  ]),
  ...mutantsOf("commands/contents.ts", LOAD, [
    ["a service whose load has not ended counts as whole", "mark?.whole && mark.content", "mark?.content"],
  ]),
  ...mutantsOf("platform/database/load-marks.ts", LOAD, [
    ["a load is marked whole when it begins", "content, whole: false,", "content, whole: true,"],
  ]),
];

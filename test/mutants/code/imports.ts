/** Mutants of imports: a rule of the scrubber switched off, a field that is not scrubbed, an unknown age that is published. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const SCRUBBER = { file: "test/unit/domain/scrubber.test.ts" };
const PERSONS = { file: "test/unit/credit/persons.test.ts" };
const CANARIES = { file: "test/security/import-canaries.test.ts" };

const PENALTIES = { file: "test/subgraph/credit-import.test.ts", name: "import of penalties" };

export const IMPORT_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/import/survey-file.ts", PENALTIES, [
    ["a file of persons is half loaded without their key", "if (hashesPerson(kind, row)) subjectKeyOf(context);", ""],
  ]),
  ...mutantsOf("platform/import/subject-key.ts", PENALTIES, [
    ["an empty key hashes persons", "if (subjectKey) return", "if (subjectKey !== undefined) return"],
  ]),
  ...mutantsOf("platform/domain/scrubber/scrubber.ts", SCRUBBER, [
    ["identity numbers stay in texts", "  identityRule,\n", ""],
    ["accounts stay in texts", "  accountRule,\n", ""],
    ["phones stay in texts", "  phoneRule,\n", ""],
    ["mail addresses stay in texts", "  contactRule,\n", ""],
    ["homes stay in texts", "  addressRule,\n", ""],
    ["names stay in texts", "  nameRule,\n", ""],
  ]),
  ...mutantsOf("platform/domain/scrubber/identity-rules.ts", SCRUBBER, [
    [
      "a credit code that is also an identity number leaves its column",
      "if (creditCode && isValidUscc(written)) return false;",
      "",
    ],
    ["mistyped numbers stay", "mistyped && age >= 16", "false && age >= 16"],
    ["fifteen digits stay", "if (!isOldResidentId(number, today)) continue;", "continue;"],
  ]),
  ...mutantsOf("platform/domain/scrubber/name-rule.ts", SCRUBBER, [
    ["an ordinary word is taken for a name", "if (covering.segment.length > name.length) return true;", ""],
  ]),
  ...mutantsOf("platform/import/scrub-row.ts", CANARIES, [
    [
      "a code that is a person's number stays",
      'if (holdsIdentityNumber(value, today, { creditCode: holds === "BODY_CODE", natural }))',
      "if (false)",
    ],
    [
      "quarantine repeats names",
      "if (subject.natural && looksLikePersonName(value.trim())) return maskName(value.trim());",
      "",
    ],
  ]),
  ...mutantsOf("platform/import/report-row.ts", CANARIES, [
    ["reports repeat values as they were written", "value === undefined ? undefined : clean(value)", "value"],
  ]),
  ...mutantsOf("subgraphs/credit/counterparty/counterparty.resolution.ts", PERSONS, [
    [
      "a person of unknown age is published",
      "counterpartyMinor: item.ageUnknown === true,",
      "counterpartyMinor: false,",
    ],
  ]),
  ...mutantsOf("subgraphs/credit/counterparty/counterparty.import.ts", PERSONS, [
    [
      "the name of a person is not looked for",
      "return { natural: true, names: name };",
      "return { natural: true, names: [] };",
    ],
  ]),
];

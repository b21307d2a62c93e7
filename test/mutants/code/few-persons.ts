/** Mutants of what tells of few persons: reconciliations, notices of small batches, beneficiaries. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const READERS = { file: "test/security/reconciliation-readers.test.ts" };
const RULES = { file: "test/subgraph/funds-rules.test.ts" };
const FEW = { file: "test/subgraph/funds-few-households.test.ts" };

export const FEW_PERSONS_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("subgraphs/funds/access/entitled.policy.ts", READERS, [
    ["one household's double payment is told", 'atLeast("persons", MIN_GROUP)', 'atLeast("persons", 0)'],
    ["the agency is not told", 'anyOf(atLeast("persons", MIN_GROUP), OF_MONEY)', 'atLeast("persons", MIN_GROUP)'],
  ]),
  ...mutantsOf("subgraphs/funds/access/batch-groups.repository.ts", READERS, [
    [
      "a batch of several is one household's",
      "case when count(distinct l.recipient_hash) = 1 then",
      "case when true then",
    ],
  ]),
  ...mutantsOf("subgraphs/funds/reconciliation/rule-result.ts", READERS, [
    ["counts are of what is hidden too", "comparisons.filter(({ group }) => isToldOf(viewer, group))", "comparisons"],
    ["offenders are those that are hidden too", "offences.filter(({ group }) => isToldOf(viewer, group))", "offences"],
    ["one household among many is told of as all of them", "group: offence.group ?? group", "group"],
    [
      "what is wrong about a hidden batch decides what is told",
      "known.length < comparisons.length ||",
      "shown.length < offences.length ||",
    ],
  ]),
  ...mutantsOf("subgraphs/funds/reconciliation/rule-result.ts", RULES, [
    ["a rule seems kept where few break it", "&& !isToldOf(viewer, group));", "&& false);"],
  ]),
  ...mutantsOf("subgraphs/funds/reconciliation/batch-evidence.repository.ts", READERS, [
    [
      "wrong lines of several are one household's",
      "row.wrong_persons === 1 ? row.wrong_subject : null",
      "row.wrong_subject",
    ],
    ["double payments of several are one household's", "case when count(*) = 1 then", "case when true then"],
  ]),
  ...mutantsOf("subgraphs/funds/reconciliation/evidence-rules.ts", RULES, [
    [
      "payments that nobody may know of are counted as published",
      "paymentNo === undefined || isToldOf(viewer, group)",
      "true",
    ],
  ]),
  ...mutantsOf("subgraphs/funds/publication/fund-publication.service.ts", FEW, [
    ["a notice tells of one household for good", "(endsOn !== undefined && day <= endsOn)", "true"],
    ["a notice that is posted does not say its amount", "|| (endsOn !== undefined && day <= endsOn)", ""],
  ]),
  ...mutantsOf("subgraphs/funds/fund-project/fund-project.policy.ts", FEW, [
    ["four poor households of a village are told", 'hidden.has("poor") ? undefined :', ""],
    ["what all others are gives the few away", "count: othersOf(households, poorHouseholds)", "count: 0"],
    ["persons of few households are told", "persons: isFew ? undefined : persons", "persons"],
    ["its unit is not told", "if (isEntitled(viewer, facts)) return", "if (false) return"],
  ]),
];

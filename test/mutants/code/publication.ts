/** Mutants of what may be published: minor penalties, records that a law seals, duties that are not performed. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const PUBLISHED = { file: "test/subgraph/credit-published.test.ts" };
const SEALED = { file: "test/subgraph/credit-sealed.test.ts" };
const FEED = { file: "test/unit/database/whose.test.ts", name: "PENALTY" };
const STATUS = { file: "test/subgraph/credit-status.test.ts" };

export const PUBLICATION_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("subgraphs/credit/penalty/penalty.policy.ts", PUBLISHED, [
    ["a minor penalty is everybody's once a day of publication is stored", '      unless("rule_seals"),\n', ""],
    ["a sealed penalty is its parties'", "  UNSEALED,\n", ""],
  ]),
  ...mutantsOf("subgraphs/credit/licence/licence.policy.ts", PUBLISHED, [
    ["a sealed licence is everybody's", "  UNSEALED,\n", ""],
  ]),
  ...mutantsOf("subgraphs/credit/repair-case/repair-case.policy.ts", PUBLISHED, [
    ["the repair of a sealed record is its parties'", "allOf(UNSEALED, OF_PARTIES)", "allOf(OF_PARTIES)"],
  ]),
  ...mutantsOf("subgraphs/credit/objection/objection.policy.ts", PUBLISHED, [
    ["an objection to a sealed record is its parties'", "allOf(UNSEALED, OF_PARTIES)", "allOf(OF_PARTIES)"],
  ]),
  ...mutantsOf("subgraphs/credit/penalty/penalty.repository.ts", PUBLISHED, [
    ["not publishing a minor penalty is late", "and r.max_months > 0 and (p.withdrawn_on", "and (p.withdrawn_on"],
    [
      "an unpaid fine leaves publicity by time",
      "when r.when_unperformed = 'UNTIL_PERFORMED' and not p.duty_performed then null",
      "when false then null",
    ],
    [
      "what is not performed may be repaired",
      "case when p.duty_performed is not false then greatest(",
      "case when true then greatest(",
    ],
  ]),
  ...mutantsOf("subgraphs/credit/statistics/statistics.repository.ts", PUBLISHED, [
    ["objections to minor penalties make a rate", " or r.max_months = 0", ""],
    [
      "objections to sealed records make a rate",
      "p.counterparty_minor or p.sealed_by is not null",
      "p.counterparty_minor",
    ],
  ]),
  ...mutantsOf("subgraphs/credit/migrations/20261129090000_decide_what_is_published.ts", FEED, [
    ["the feed tells of minor penalties", "(select r.max_months > 0 and case", "(select case"],
    ["the feed forgets what is not performed", "and not duty_performed then true", "and not duty_performed then false"],
  ]),
  ...mutantsOf("subgraphs/credit/penalty/penalty.status.ts", STATUS, [
    ["a minor penalty is published", "!sealed && maxMonths > 0;", "!sealed;"],
    [
      "time ends what is not performed",
      "if (facts.performance === DutyPerformance.NOT_PERFORMED) return undefined;\n  return facts.dutyPerformedOn !== undefined && facts.dutyPerformedOn > until",
      "return facts.dutyPerformedOn !== undefined && facts.dutyPerformedOn > until",
    ],
  ]),
  ...mutantsOf("subgraphs/credit/counterparty/reconsider.repository.ts", SEALED, [
    ["what the police fined stays open until its export is loaded again", ", authorityName }, today)", " }, today)"],
  ]),
  ...mutantsOf(
    "subgraphs/credit/severity-rule/other-rule.ts",
    { file: "test/subgraph/credit-severity-rules.test.ts" },
    [
      [
        "what a regulator publishes no more stays open",
        "&& narrows(rule, row) ? rule : undefined",
        "? undefined : undefined",
      ],
      ["what a source classified is classified again", "row.severity_by_rule ? classify(", "row ? classify("],
      ["what the rules classified stays as it was", "row.severity_by_rule ? classify(", "!row ? classify("],
      ["a rule that changes prolongs what is stored", "rule.maxMonths <= row.max_months &&", "true &&"],
      ["a rule that changes opens what is stored", "|| row.max_months === 0) return", ") return"],
    ],
  ),
  ...mutantsOf("subgraphs/credit/counterparty/proceedings.repository.ts", PUBLISHED, [
    [
      "the commitment for the repair of a sealed record is its parties'",
      "m.repair_no and not ${SEALED})",
      "m.repair_no)",
    ],
  ]),
  ...mutantsOf("subgraphs/credit/counterparty/sealed.ts", SEALED, [
    ["a law seals nothing that cites it", "if (cites(facts, law.citedAs)) return { law, unclear: false };", ""],
    [
      "what can not be shown to be open is open",
      "byPolice && !cites(facts, law.policeUnless) ? { law, unclear: true } : undefined",
      "undefined",
    ],
    ["detention is ordered by the police by name alone", " || (facts.kinds ?? []).includes(PenaltyKind.DETENTION)", ""],
  ]),
  ...mutantsOf("platform/domain/law/sealing-laws.ts", SEALED, [
    ["a law seals before its first day", "versions.inForce(id, day)", "versions.of(id)[0]"],
    ["a title may seal and open", "open.includes(title) || title.includes(open)", "false"],
    ["the law that every decision cites opens", "EVERYWHERE.includes(open)", "false"],
    ["a loaded file opens what is sealed", "!citedAs.includes(title)", "false"],
  ]),
  ...mutantsOf("subgraphs/credit/counterparty/police.ts", SEALED, [
    ["blanks and brackets make another law", 'text.normalize("NFKC").replace(/[^\\p{L}\\p{N}]/gu, "")', "text"],
  ]),
  ...mutantsOf("subgraphs/credit/counterparty/counterparty.resolution.ts", SEALED, [
    ["reference hears of bodies of sealed rows", "code !== undefined && !sealed[index] && ", "code !== undefined && "],
    [
      "a minor penalty has a day of publication",
      "item.ageUnknown || item.ruleSeals ? undefined",
      "item.ageUnknown ? undefined",
    ],
  ]),
  ...mutantsOf("platform/import/run-import.ts", SEALED, [
    [
      "what was loaded of a sealed row stays open",
      "if (sealed.length > 0) await kind.seal?.(trx, sealed, context);",
      "",
    ],
  ]),
  ...mutantsOf("subgraphs/credit/migrations/20261129091000_seal_public_security.ts", SEALED, [
    ["what is stored stays open", "    await sealPenalties(knex);\n", ""],
  ]),
];

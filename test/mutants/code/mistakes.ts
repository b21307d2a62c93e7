/** The fifteen mistakes of the field (docs/reference/mistakes.md), each made once: the test that is named for it must notice. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const FILE = "test/e2e/fifteen-mistakes.test.ts";

const mistake = (number: number, file: string, changes: Parameters<typeof mutantsOf>[2]): CodeMutant[] =>
  mutantsOf(file, { file: FILE, name: `^${number}:` }, changes);

export const MISTAKES: readonly CodeMutant[] = [
  ...mistake(1, "platform/domain/law/work-calendar.ts", [
    ["weekends count as working days", "return !isWeekend(day);", "return true;"],
  ]),
  ...mistake(1, "platform/domain/working-days.ts", [
    [
      "the first day counts",
      "let day = start;\n  for (let left = count;",
      "let day = addDays(start, -1);\n  for (let left = count;",
    ],
  ]),
  ...mistake(2, "subgraphs/reference/organization/organization.resolver.ts", [
    [
      "a place is read from the credit code",
      `@Root() { divisionCode }: Organization,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Division | undefined> | undefined {
`,
      `@Root() { uscc }: Organization,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Division | undefined> | undefined {
    const divisionCode = uscc?.slice(2, 8);
`,
    ],
  ]),
  ...mistake(3, "subgraphs/intermediary/finding/finding.of-services.repository.ts", [
    ["a service that is on no list is no finding", "where s.code is null or not (", "where not ("],
  ]),
  ...mistake(4, "subgraphs/credit/penalty/penalty.policy.ts", [
    ["a repaired penalty is everybody's", 'anyOf(before("repaired_on"), since("republished_on")),', ""],
  ]),
  ...mistake(4, "subgraphs/credit/penalty/penalty.service.ts", [
    [
      "a repaired penalty is found by its key",
      "(await findPenalties(db, ids)).filter((row) => canRead(WHOSE_PENALTY, { viewer, today }, row))",
      "(await findPenalties(db, ids))",
    ],
  ]),
  ...mistake(4, "subgraphs/credit/penalty/penalty.repository.ts", [
    [
      "a repaired penalty is listed",
      "readableRows(ruledPenalties(db), WHOSE_PENALTY, { viewer, today })",
      "ruledPenalties(db)",
    ],
  ]),
  ...mistake(5, "subgraphs/funds/ledger/ledger.repository.ts", [
    [
      "totals are compared by division, without lineage",
      "(select id from allocations where parent_id = tree.id offset 0) as below",
      `(select b.id from allocations b where b.parent_id = tree.id or (tree.is_root and b.parent_id is null and b.id <> tree.id
         and b.recipient_division in (select peer.recipient_division from allocations peer, allocations top
           where top.id = tree.id and peer.lineage = top.lineage)) offset 0) as below`,
    ],
  ]),
  ...mistake(6, "platform/graphql/scalars/scalars.ts", [
    [
      "money is a double",
      "serialize: (value) => yuanFromFen(BigInt(value as bigint)),",
      "serialize: (value) => (Number(value as bigint) / 100).toFixed(2),",
    ],
  ]),
  ...mistake(7, "subgraphs/matters/matter/matter.policy.ts", [
    [
      "a draft is everybody's",
      'oneOf("status", [EditorialStatus.PUBLISHED])',
      'oneOf("status", Object.values(EditorialStatus))',
    ],
  ]),
  ...mistake(7, "subgraphs/matters/matter/matter.service.ts", [
    ["a draft is found by its key", "rows.filter((row) => canRead(WHOSE_MATTER, { viewer }, row))", "rows"],
  ]),
  ...mistake(7, "subgraphs/matters/matter/matter.repository.ts", [
    [
      "drafts are listed",
      'readableRows(db("service_matters").select(COLUMNS), WHOSE_MATTER, { viewer })',
      'db("service_matters").select(COLUMNS)',
    ],
  ]),
  ...mistake(8, "platform/subgraph/server.ts", [
    [
      "subgraphs leave closed fields to the gateway",
      "enforceDisclosure(schema, {",
      "((..._ignored: unknown[]) => undefined)(schema, {",
    ],
  ]),
  ...mistake(9, "subgraphs/credit/penalty/penalty.service.ts", [
    [
      "penalties are joined by name",
      "ofBody(penaltiesQuery(db, viewer, today, filter), parent)",
      'penaltiesQuery(db, viewer, today, filter).whereRaw("counterparty_name = (select max(named.counterparty_name) from penalties named where named.counterparty_id = ?)", [parent])',
    ],
  ]),
  ...mistake(10, "platform/domain/time-limit.ts", [
    [
      "lateness does not depend on the day",
      'return today <= deadline.dueOn ? "RUNNING" : "LATE";',
      'return "RUNNING";',
    ],
  ]),
  ...mistake(11, "subgraphs/credit/penalty/penalty.resolver.ts", [
    [
      "a penalty stands where the division is today",
      "return { code: divisionCode, on: decisionDate };",
      'return { code: divisionCode, on: "2026-09-28" };',
    ],
  ]),
  ...mistake(12, "platform/database/search/search.ts", [
    ["people's words are no official ones", "of synonymTable().entries)", "of synonymTable().entries.slice(0, 0))"],
  ]),
  ...mistake(13, "platform/domain/law/work-calendar.ts", [
    ["a year without a calendar has weekends alone", "if (!published.has(day.slice(0, 4))) return undefined;", ""],
  ]),
  ...mistake(14, "subgraphs/funds/subsidy/subsidy.policy.ts", [
    ["a roster is shown after its days", "publicityFrom <= today && today <= publicityTo", "publicityFrom <= today"],
  ]),
  ...mistake(14, "subgraphs/funds/subsidy/subsidy.service.ts", [
    [
      "a roster is shown above its village",
      "roster.villageCode === villageCode ?",
      'roster.villageCode.startsWith(villageCode.replace(/0+$/, "")) ?',
    ],
  ]),
  ...mistake(15, "platform/domain/text.ts", [["无 is a value", '  "无",\n', ""]]),
];

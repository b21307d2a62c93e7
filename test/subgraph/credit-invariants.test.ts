/** C1 to C6 (docs/reference/rules.md#credit) over the demonstration data and at the API, each with SQL or rules of its own. */
import { INVARIANTS } from "../support/invariants.js";
import { VIEWERS } from "../support/viewers.js";
import {
  ENTERPRISE,
  PUBLIC_PENALTIES,
  startCredit,
  type CreditUnderTest,
  type Row,
  type ViewerName,
} from "./support/credit.js";

let credit: CreditUnderTest;
beforeAll(async () => {
  credit = await startCredit();
});
afterAll(() => credit.stack.stop());

/** Both checks of a credit code, written from GB 32100 and GB 11714. */
const isCreditCode = (code: string): boolean => {
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const sum = [...code.slice(0, 17)].reduce(
    (total, character, index) => total + alphabet.indexOf(character) * (3 ** index % 31),
    0,
  );
  const inner = [3, 7, 9, 10, 5, 8, 4, 2].reduce(
    (total, weight, index) => total + weight * "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(code[8 + index]!),
    0,
  );
  const rest = 11 - (inner % 11);
  return (
    code.length === 18 &&
    alphabet[(31 - (sum % 31)) % 31] === code[17] &&
    (rest === 10 ? "X" : rest === 11 ? "0" : String(rest)) === code[16]
  );
};

/** Asks one thing after the other. */
const inTurn = async <Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (const item of items) answers.push(await ask(item));
  return answers;
};

const TABLES = ["licences", "penalties", "list_entries", "commitments", "repair_cases", "objections"];

describe("every table", () => {
  it.each(INVARIANTS["credit"]!)("%s", async (_sentence, broken) => expect(await credit.rows(broken)).toEqual([]));
});

describe("C1", () => {
  it("every credit code checks", async () => {
    expect([
      isCreditCode("91440300708461136T"),
      isCreditCode("91440300708461136U"),
      isCreditCode("91350100M000100Y4Z"),
    ]).toEqual([true, false, false]);
    const codes = await credit.rows(
      TABLES.flatMap((table) => [
        `select counterparty_uscc as code from ${table}`,
        `select authority_uscc from ${table}`,
      ]).join(" union ") +
        " union select organization_uscc from evaluations union select authority_uscc from evaluations",
    );
    const wrong = codes.filter(({ code }) => code !== null && !isCreditCode(code));
    expect([codes.length > 100, wrong]).toEqual([true, []]);
  });
});

describe("C2", () => {
  it("numbers are not used twice, and readers see number and authority", async () => {
    for (const [table, column] of [
      ["licences", "doc_no"],
      ["penalties", "doc_no"],
      ["list_entries", "decision_doc_no"],
    ] as const) {
      const repeated = await credit.rows(
        `select ${column} from ${table} group by authority_uscc, ${column} having count(*) > 1`,
      );
      expect([table, repeated]).toEqual([table, []]);
    }
    const { penalties } = await credit.ask(`{ penalties(first: 100) { nodes { docNo authority { id name } } } }`);
    expect(
      penalties.nodes.every(({ docNo, authority }: Row) => /^.+〔\d{4}〕\d+号$/.test(docNo) && authority.name),
    ).toBe(true);
  });
});

describe("C3", () => {
  const MONTHS: Record<string, [number, number]> = { MINOR: [0, 3], GENERAL: [3, 12], SERIOUS: [12, 36] };

  it("every rule lies within the national bounds", async () => {
    for (const { severity, min_months: min, max_months: max, regulator_id: regulator } of await credit.rows(
      "select * from severity_rules",
    )) {
      const [least, most] = MONTHS[severity]!;
      expect([severity, min >= least, max <= most]).toEqual([severity, true, true]);
      // Minor ones are published by a regulator's own rule alone.
      if (severity === "MINOR") expect(max > 0).toBe(regulator !== null);
    }
    expect(await credit.rows("select id from penalties where publicity_until is not null")).not.toEqual([]);
  });

  it("and so is every last day that the API tells", async () => {
    for (const { severity, decisionDate, publicityUntil, repairEligibleOn } of await credit.all(
      "penalties",
      "severity decisionDate publicityUntil repairEligibleOn",
      "supervisor-1",
    )) {
      if (publicityUntil === null) continue;
      const [least, most] = MONTHS[severity]!;
      const months = (Date.parse(publicityUntil) - Date.parse(decisionDate)) / (30.44 * 86_400_000);
      expect(months).toBeGreaterThan(least - 0.1);
      expect(months).toBeLessThan(most + 0.1);
      if (repairEligibleOn !== null) expect(repairEligibleOn <= publicityUntil).toBe(true);
    }
  });
});

describe("C4", () => {
  it("after repair no answer to the public or to a partner holds id, number or proceeding of the record", async () => {
    const gone = await credit.rows(
      `select p.id, p.doc_no as "docNo" from penalties p where p.repaired_on <= '2026-09-28' and (p.republished_on is null or p.republished_on > '2026-09-28')`,
    );
    expect(gone.length).toBeGreaterThan(3);
    const bodies = await credit.rows(
      `select distinct counterparty_id as id from penalties where counterparty_id is not null and repaired_on is not null`,
    );
    const paths = [
      `creditOverview { penalties } penalties(first: 100) { nodes { id docNo repairCases(first: 5) { nodes { no } } } }`,
      `repairable(first: 100) { nodes { id } } listEntries(first: 100) { nodes { id } } commitments(first: 100) { nodes { id type text } }`,
      `repairCases(first: 100) { nodes { no } } objections(first: 100) { nodes { no } }`,
      `creditReport { sections { lines { id docNo text } } }`,
    ];
    const references = bodies.map(({ id }) => ({ __typename: "Organization", id: id as string, name: "演示机构" }));
    for (const viewer of ["anonymous", "app-open", "app-partner", "citizen-2", "officer-2", "auditor-1"] as const) {
      const answers = JSON.stringify([
        ...(await inTurn(paths, (path) => credit.entities(references, `... on Organization { ${path} }`, viewer))),
        await credit.all("penalties", "id docNo", viewer),
        await credit.all("creditCommitments", "id type", viewer),
        await credit.entities(
          ["220000", "222400", "222401"].map((code) => ({ __typename: "Division", code })),
          `... on Division { a: penaltyStats(year: 2024) { late(overWorkdays: 0) { byAuthority { samples { id docNo } } } } b: penaltyStats(year: 2026) { late(overWorkdays: 0) { byAuthority { samples { id docNo } } } } }`,
          viewer,
        ),
        await credit.entities(
          gone.map(({ id }) => ({ __typename: "AdministrativePenalty", id })),
          "... on AdministrativePenalty { id docNo }",
          viewer,
        ),
        await credit.entities(
          gone.map(({ id }) => ({ __typename: "RepairCase", no: `XF-${id}` })),
          "... on RepairCase { no }",
          viewer,
        ),
      ]);
      for (const { id, docNo } of gone) {
        expect([
          viewer,
          id,
          answers.includes(`"${id}"`),
          answers.includes(docNo),
          answers.includes(`XF-${id}"`),
        ]).toEqual([viewer, id, false, false, false]);
      }
      expect(answers).not.toContain("CREDIT_REPAIR");
    }
  });
});

describe("C5", () => {
  it.each(Object.keys(VIEWERS) as ViewerName[])(
    "counts of the overview equal the rows that %s gets",
    async (viewer) => {
      const bodies = await credit.rows(
        `select counterparty_id as id from penalties where counterparty_id is not null group by 1 order by count(*) desc, 1 limit 20`,
      );
      const references = bodies.map(({ id }) => ({ __typename: "Organization", id: id as string, name: "演示机构" }));
      const overviews = await credit.entities(
        references,
        "... on Organization { id creditOverview { licences penalties listEntries commitments } }",
        viewer,
      );
      for (const kind of ["licences", "penalties", "listEntries", "commitments"]) {
        const lists = await credit.entities(
          references,
          `... on Organization { ${kind}(first: 100) { totalCount nodes { id } } }`,
          viewer,
        );
        const counted = overviews.map((body) => body!["creditOverview"][kind] as number);
        expect([viewer, kind, lists.map((body) => body![kind].nodes.length)]).toEqual([viewer, kind, counted]);
        expect([viewer, kind, lists.map((body) => body![kind].totalCount)]).toEqual([viewer, kind, counted]);
      }
      const enterprise = overviews.find((body) => body!["id"] === ENTERPRISE);
      expect(enterprise!["creditOverview"].penalties).toBe(
        ["agent-1", "officer-1", "publisher-1", "supervisor-1"].includes(viewer) ? 10 : 4,
      );
    },
  );

  it("the public list has as many rows as SQL counts", async () => {
    const [expected] = await credit.rows(`select count(*)::int as n from ${PUBLIC_PENALTIES}`);
    expect(await credit.all("penalties", "id")).toHaveLength(expected!["n"] as number);
  });
});

describe("C6", () => {
  it("records of two bodies with one name stay apart, and a person's name joins nothing", async () => {
    const [row] = await credit.rows(
      `select counterparty_name as name from licences where counterparty_id is not null and counterparty_id <> '${ENTERPRISE}' limit 1`,
    );
    await credit.db.raw(`update licences set counterparty_name = ? where id = 'XK-LEGACY'`, [row!["name"]]);
    const { organization } = await credit.ask(
      `{ organization(id: "CN-ORG-MB9000031") { licences(first: 100) { totalCount nodes { id } } } }`,
    );
    expect(organization.licences).toEqual({ totalCount: 1, nodes: [{ id: "XK-LEGACY" }] });
    await credit.db.raw(
      `update penalties set counterparty_name = '延边白山松餐饮有限公司（演示）' where id = 'CF-PERSON-1'`,
    );
    const { organization: enterprise } = await credit.ask(
      `{ organization(id: "${ENTERPRISE}") { penalties(first: 100) { nodes { id } } } }`,
      "supervisor-1",
    );
    expect(enterprise.penalties.nodes.map(({ id }: Row) => id)).not.toContain("CF-PERSON-1");
  });

  it("no column of a record joins by name: bodies have ids of their codes", async () => {
    const unjoined = await credit.rows(
      TABLES.map(
        (table) =>
          `select '${table}' as t, counterparty_id as id from ${table} where counterparty_uscc is not null and counterparty_id <> 'CN-USCC-' || counterparty_uscc`,
      ).join(" union all "),
    );
    expect(unjoined).toEqual([]);
  });
});

/** Penalties through the gateway and directly: publicity by the day, repaired means gone everywhere, counts equal rows, names masked. */
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

const idsOf = (nodes: Row[]): string[] => nodes.map(({ id }) => id as string);

describe("penalties of a body", () => {
  it("are those in publicity on the day, for the public", async () => {
    const data = await credit.ask(`{ organization(id: "${ENTERPRISE}") { penalties(first: 100) { nodes { id } } } }`);
    expect(idsOf(data["organization"].penalties.nodes).filter((id) => id.startsWith("CF-GOLDEN"))).toEqual([
      "CF-GOLDEN-8",
      "CF-GOLDEN-1",
      "CF-GOLDEN-6",
      "CF-GOLDEN-4",
    ]);
  });

  it("are in all the ones that independent SQL finds", async () => {
    const expected = await credit.rows(`select p.id from ${PUBLIC_PENALTIES} order by p.decision_date desc, p.id`);
    expect(idsOf(await credit.all("penalties", "id"))).toEqual(idsOf(expected));
    const [hidden] = await credit.rows(
      `select count(*)::int as n from penalties where id not in (select p.id from ${PUBLIC_PENALTIES})`,
    );
    expect(hidden!["n"]).toBeGreaterThan(15);
  });

  it("show each state to who is entitled, with its days", async () => {
    const nodes = await credit.all(
      "penalties| filter: { mine: true }",
      "id publicityState archived republishedOn withdrawReason",
      "agent-1",
    );
    const golden = nodes.filter(({ id }) => id.startsWith("CF-GOLDEN"));
    expect(
      Object.fromEntries(golden.map(({ id, publicityState }) => [id.slice("CF-GOLDEN-".length), publicityState])),
    ).toEqual({
      1: "PUBLISHED",
      2: "REPAIRED",
      3: "NOT_PUBLISHED",
      4: "PUBLISHED",
      5: "WITHDRAWN",
      6: "PUBLISHED",
      7: "SHIELDED",
      8: "PUBLISHED",
      9: "NOT_PUBLISHED",
      10: "EXPIRED",
    });
    for (const { publicityState, archived } of golden) expect(archived).toBe(publicityState !== "PUBLISHED");
    expect(golden.find(({ id }) => id === "CF-GOLDEN-6")!["republishedOn"]).toBe("2026-07-01");
    expect(golden.find(({ id }) => id === "CF-GOLDEN-5")!["withdrawReason"]).toMatch(/撤销/);
  });

  it("are found by the number of the decision, however it is written", async () => {
    const [known] = await credit.rows("select id, doc_no from penalties where id = 'CF-GOLDEN-1'");
    const written = `第 ${known!["doc_no"].replace("〔", "[").replace("〕", "]")}`.replace("第 ", "");
    const query = `query($n: String) { administrativePenalty(docNo: $n) { id } }`;
    expect((await credit.ask(query, "anonymous", { n: written }))["administrativePenalty"]).toEqual({
      id: "CF-GOLDEN-1",
    });
  });

  it("ask for a key", async () => {
    const { body } = await credit.stack.ask(`{ administrativePenalty { id } }`);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", rule: "ONE_KEY_REQUIRED" });
  });
});

describe("a penalty that is no longer public", () => {
  const GONE = ["CF-GOLDEN-2", "CF-GOLDEN-3", "CF-GOLDEN-5", "CF-GOLDEN-7", "CF-GOLDEN-9", "CF-GOLDEN-10"];
  const number = async (id: string): Promise<string> =>
    (await credit.rows(`select doc_no from penalties where id = '${id}'`))[0]!["doc_no"] as string;

  /** Whether the viewer meets the penalty on each path. */
  const pathsOf = async (viewer: ViewerName, id: string): Promise<Record<string, boolean>> => {
    const docNo = await number(id);
    const root = await credit.ask(
      `query($id: ID, $n: String) { a: administrativePenalty(id: $id) { id } b: administrativePenalty(docNo: $n) { id } }`,
      viewer,
      { id, n: docNo },
    );
    const [entity] = await credit.entities(
      [{ __typename: "AdministrativePenalty", id }],
      "... on AdministrativePenalty { id }",
      viewer,
    );
    const { organization } = await credit.ask(
      `{ organization(id: "${ENTERPRISE}") { penalties(first: 100) { nodes { id } } repairable(first: 100) { nodes { id } }
        repairCases(first: 100) { nodes { record { ... on AdministrativePenalty { id } } } }
        objections(first: 100) { nodes { record { ... on AdministrativePenalty { id } } } }
        creditReport { sections { lines { id } } } } }`,
      viewer,
    );
    const listed = await credit.all("penalties", "id", viewer);
    const year = Number(
      (await credit.rows(`select extract(year from decision_date)::int as y from penalties where id = '${id}'`))[0]![
        "y"
      ],
    );
    const { division } = await credit.ask(
      `{ division(code: "222401") { penaltyStats(year: ${year}) { late(overWorkdays: 0) { byAuthority { samples { id } } } } } }`,
      viewer,
    );
    const records = (connection: Row): string[] =>
      (connection["nodes"] as Row[]).flatMap(({ record }) => (record?.id === undefined ? [] : [record.id as string]));
    return {
      id: root["a"] !== null,
      docNo: root["b"] !== null,
      entity: entity !== null,
      organization: idsOf(organization.penalties.nodes).includes(id),
      list: idsOf(listed).includes(id),
      repairable: idsOf(organization.repairable.nodes).includes(id),
      proceedings: [...records(organization.repairCases), ...records(organization.objections)].includes(id),
      report: (organization.creditReport.sections as Row[]).some(({ lines }) => idsOf(lines).includes(id)),
      samples: (division.penaltyStats.late.byAuthority as Row[]).some(({ samples }) => idsOf(samples).includes(id)),
    };
  };

  it.each(["anonymous", "citizen-1", "citizen-2", "officer-2", "auditor-1", "app-open", "app-partner"] as const)(
    "is on no path for %s (C4)",
    async (viewer) => {
      for (const id of GONE)
        expect([id, ...Object.values(await pathsOf(viewer, id))]).toEqual([id, ...Array(9).fill(false)]);
    },
  );

  it.each(["agent-1", "officer-1", "publisher-1", "supervisor-1"] as const)(
    "is archived for %s, and still in no report and no offer of repair",
    async (viewer) => {
      const paths = await pathsOf(viewer, "CF-GOLDEN-2");
      expect(paths).toMatchObject({
        id: true,
        docNo: true,
        entity: true,
        organization: true,
        list: true,
        proceedings: true,
        repairable: false,
        report: false,
      });
    },
  );

  it("gives exactly what an unknown one gives", async () => {
    const query = `query($id: ID!) { administrativePenalty(id: $id) { id personName publicityState } }`;
    const [hidden, unknown] = [
      await credit.stack.ask(query, { variables: { id: "CF-GOLDEN-2" } }),
      await credit.stack.ask(query, { variables: { id: "CF-NONE" } }),
    ];
    expect(hidden.body).toEqual(unknown.body);
  });

  it("leaves every public count at the moment of its repair", async () => {
    const query = `{ organization(id: "${ENTERPRISE}") { creditOverview { penalties } penalties(first: 100) { totalCount } creditReport { counts { penalties } hash } }
      division(code: "222401") { penaltyStats(year: 2026) { total bySeverity { severity count } } } }`;
    const before = await credit.ask(query, "app-partner");
    await credit.db.raw(`update penalties set repaired_on = '2026-09-28' where id = 'CF-GOLDEN-1'`);
    const after = await credit.ask(query, "app-partner");
    await credit.db.raw(`update penalties set repaired_on = null where id = 'CF-GOLDEN-1'`);
    const figures = ({ organization, division }: Row): number[] => [
      organization.creditOverview.penalties,
      organization.penalties.totalCount,
      organization.creditReport.counts.penalties,
      division.penaltyStats.total,
      division.penaltyStats.bySeverity.find(({ severity }: Row) => severity === "GENERAL").count,
    ];
    expect(figures(after)).toEqual(figures(before).map((figure) => figure - 1));
    expect(after["organization"].creditReport.hash).not.toBe(before["organization"].creditReport.hash);
  });
});

describe("the clocks of publicity", () => {
  it("follow severity, and lateness counts working days", async () => {
    const data = await credit.ask(
      `{ a: administrativePenalty(id: "CF-GOLDEN-1") { severity publicityUntil repairEligibleOn publishedLate fine publicityState objectionPending
        publicationDeadline { dueOn state } publicityRule { id minMonths maxMonths regulator { id } } counterparty { name } authority { name } division { name } }
      b: administrativePenalty(id: "CF-GOLDEN-4") { publicityUntil publishedLate publicationDeadline { state } division { code name } }
      c: administrativePenalty(id: "CF-GOLDEN-6") { repairEligibleOn republishedOn publicityUntil }
      d: administrativePenalty(id: "CF-GOLDEN-8") { publicityUntil objectionPending } }`,
    );
    expect(data).toEqual({
      a: {
        severity: "GENERAL",
        publicityUntil: "2027-05-06",
        repairEligibleOn: "2026-08-06",
        publishedLate: false,
        fine: "12345.67",
        publicityState: "PUBLISHED",
        objectionPending: false,
        // 2026-05-06 + 7 working days (docs/reference/time-limits.md#golden-days).
        publicationDeadline: { dueOn: "2026-05-14", state: "MET" },
        publicityRule: { id: "L23-GENERAL", minMonths: 3, maxMonths: 12, regulator: null },
        counterparty: { name: "延边白山松餐饮有限公司（演示）" },
        authority: { name: "延吉市市场监督管理局（演示）" },
        division: { name: "延吉市" },
      },
      b: {
        publicityUntil: "2027-07-01",
        publishedLate: true,
        publicationDeadline: { state: "LATE" },
        division: { code: "222401", name: "延吉市" },
      },
      // A false repair bars another one.
      c: { repairEligibleOn: null, republishedOn: "2026-07-01", publicityUntil: "2027-01-05" },
      d: { publicityUntil: "2027-02-20", objectionPending: true },
    });
  });

  it("show an ended one to its subject as EXPIRED, though nothing stored says so", async () => {
    const data = await credit.ask(
      `{ administrativePenalty(id: "CF-GOLDEN-10") { publicityState publicityUntil } }`,
      "agent-1",
    );
    expect(data["administrativePenalty"]).toEqual({ publicityState: "EXPIRED", publicityUntil: "2026-03-10" });
    const columns = await credit.rows(
      `select column_name from information_schema.columns where table_schema = 'credit' and table_name = 'penalties' and column_name ~ 'state|late|overdue|eligible'`,
    );
    expect(columns).toEqual([]);
  });

  it("follow a regulator's own rule where it has one", async () => {
    await credit.db.raw(`update penalties set severity_rule_id = '222404-GENERAL' where id = 'CF-GOLDEN-1'`);
    const data = await credit.ask(
      `{ administrativePenalty(id: "CF-GOLDEN-1") { repairEligibleOn publicityUntil publicityRule { id minMonths } } }`,
    );
    await credit.db.raw(`update penalties set severity_rule_id = 'L23-GENERAL' where id = 'CF-GOLDEN-1'`);
    expect(data["administrativePenalty"]).toEqual({
      repairEligibleOn: "2026-11-06",
      publicityUntil: "2027-05-06",
      publicityRule: { id: "222404-GENERAL", minMonths: 6 },
    });
  });

  it("keep publicity through its last day and end it on the next", async () => {
    const seen = async (until: string): Promise<boolean> => {
      await credit.db.raw(`update penalties set publicity_until = ? where id = 'CF-GOLDEN-8'`, [until]);
      return (
        (await credit.ask(`{ administrativePenalty(id: "CF-GOLDEN-8") { id } }`))["administrativePenalty"] !== null
      );
    };
    expect([await seen("2026-09-28"), await seen("2026-09-27"), await seen("2027-02-20")]).toEqual([true, false, true]);
  });
});

describe("a natural person", () => {
  it.each([
    ["anonymous", "张**"],
    ["citizen-2", "张**"],
    ["agent-1", "张**"],
    ["officer-2", "张**"],
    ["auditor-1", "张**"],
    ["app-open", "张**"],
    ["app-partner", "张**"],
    ["citizen-1", "张示例"],
    ["officer-1", "张示例"],
    ["publisher-1", "张示例"],
    ["supervisor-1", "张示例"],
  ] as const)("is for %s: %s", async (viewer, name) => {
    const data = await credit.ask(
      `{ administrativePenalty(id: "CF-PERSON-1") { personName counterpartyName legalRepName counterparty { id } } }`,
      viewer,
    );
    expect(data["administrativePenalty"]).toEqual({
      personName: name,
      counterpartyName: null,
      legalRepName: null,
      counterparty: null,
    });
  });

  it("finds the own penalties, the repaired one too, and nobody else's", async () => {
    const own = async (viewer: ViewerName): Promise<string[]> =>
      idsOf(await credit.all("penalties| filter: { mine: true }", "id", viewer));
    expect(await own("citizen-1")).toEqual(["CF-PERSON-1", "CF-PERSON-4"]);
    expect(await own("citizen-2")).toEqual(["CF-PERSON-2"]);
    expect(await own("anonymous")).toEqual([]);
    expect(await own("supervisor-1")).toEqual([]);
  });

  it("whose age is not known is on no public path, though a day of publication is stored", async () => {
    expect(await credit.rows(`select published_on from penalties where id = 'CF-AGE-UNKNOWN-1'`)).toEqual([
      { published_on: "2026-06-15" },
    ]);
    for (const viewer of ["anonymous", "citizen-1", "agent-1", "officer-2", "app-partner"] as const) {
      expect(
        (await credit.ask(`{ administrativePenalty(id: "CF-AGE-UNKNOWN-1") { id } }`, viewer))["administrativePenalty"],
      ).toBeNull();
      expect(
        (await credit.ask(`{ administrativeLicence(id: "XK-MINOR") { id } }`, viewer))["administrativeLicence"],
      ).toBeNull();
      expect(idsOf(await credit.all("penalties", "id", viewer))).not.toContain("CF-AGE-UNKNOWN-1");
      expect(
        idsOf(
          await credit.all('licences| filter: { validToFrom: "2029-04-08", validToUntil: "2029-04-08" }', "id", viewer),
        ),
      ).not.toContain("XK-MINOR");
    }
    const data = await credit.ask(`{ administrativePenalty(id: "CF-AGE-UNKNOWN-1") { publicityState } }`, "officer-1");
    expect(data["administrativePenalty"]).toEqual({ publicityState: "NOT_PUBLISHED" });
  });

  it("can not be searched by name, and no hash is a field", async () => {
    const { body } = await credit.stack.ask(`{ penalties(filter: { personName: "张示例" }) { nodes { id } } }`);
    expect(body.errors?.[0]?.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
    for (const viewer of Object.keys(VIEWERS) as ViewerName[]) {
      const everything = JSON.stringify([
        await credit.direct(
          `{ administrativePenalty(id: "CF-PERSON-1") { id docNo personName content facts violationType publicityState } }`,
          viewer,
        ),
        await credit.direct(`{ repairCase(no: "XF-CF-PERSON-4") { no state decision record { __typename } } }`, viewer),
      ]);
      expect(everything).not.toContain("demo-subject");
    }
  });
});

describe("200 organisations at once", () => {
  it.each([
    [
      "its records",
      `creditOverview { licences } penalties(first: 5) { totalCount nodes { id } } licences(first: 3) { nodes { id } } creditEvaluation { level }`,
    ],
    [
      "its lists and promises",
      `listEntries(first: 3) { totalCount nodes { measures { name } } } commitments(first: 3) { nodes { id } } repairable(first: 3) { nodes { id } }`,
    ],
    [
      "its proceedings",
      `repairCases(first: 20) { nodes { no record { __typename } } } objections(first: 20) { nodes { no record { __typename } } }`,
    ],
    ["its report", `creditReport { hash counts { licences } }`],
  ])("cost as many statements as two: %s", async (_name, fields) => {
    const ids = await credit.rows(
      `select distinct counterparty_id as id from licences where counterparty_id is not null order by 1 limit 199`,
    );
    expect(ids.length).toBeGreaterThan(100);
    // The first two have everything: the enterprise of agent-1, and one that stands on a list.
    const [listed] = await credit.rows(
      `select counterparty_id as id from list_entries where removed_on is null and expires_on > '2026-09-28' limit 1`,
    );
    const references = [ENTERPRISE, listed!["id"] as string, ...ids.map(({ id }) => id as string)]
      .concat(Array.from({ length: 200 }, (_, index) => `CN-NONE-${index}`))
      .slice(0, 200)
      .map((id) => ({ __typename: "Organization", id, name: "演示机构" }));
    const cost = (count: number): Promise<number> =>
      credit.statementsDuring(() =>
        credit.entities(references.slice(0, count), `... on Organization { ${fields} }`, "supervisor-1"),
      );
    const [many, few] = [await cost(200), await cost(2)];
    expect([many <= few, many]).toEqual([true, expect.any(Number)]);
    expect(many).toBeGreaterThan(3);
    expect(many).toBeLessThan(14);
  });

  it("and lists of 100 cost as many as lists of 10", async () => {
    const query = (first: number): string =>
      `{ penalties(first: ${first}) { nodes { id repairCases(first: 2) { nodes { no } } counterparty { id creditOverview { penalties } } } }
        creditCommitments(first: ${first}) { nodes { id } } licences(first: ${first}) { nodes { id } } listEntries(first: ${first}) { nodes { measures { code } } }
        repairCases(first: ${first}) { nodes { record { __typename } } } objections(first: ${first}) { nodes { no } } }`;
    const ten = await credit.statementsDuring(() => credit.direct(query(10), "supervisor-1"));
    const hundred = await credit.statementsDuring(() => credit.direct(query(100), "supervisor-1"));
    expect(hundred).toBe(ten);
  });
});

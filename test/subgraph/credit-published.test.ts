/** What may not be published: a minor penalty is on no path of anybody but its parties, whatever days are stored; one that is not performed stays. */
import { VIEWERS } from "../support/viewers.js";
import { drainFeed } from "../support/feed.js";
import { penaltyPaths } from "./support/penalty-paths.js";
import { ENTERPRISE, startCredit, type CreditUnderTest, type Row, type ViewerName } from "./support/credit.js";

const AUTHORITY = "CN-USCC-11990101MB9000015E";
/** The year of the records of this test, in which there are no others. */
const YEAR = 2019;

let credit: CreditUnderTest;
/** Penalties of the enterprise by officer-1's agency, like one in publicity. */
const told = (viewer: ViewerName, id: string, docNo: string): Promise<Row> =>
  penaltyPaths(credit, viewer, { id, docNo, year: YEAR, counterparty: ENTERPRISE, authority: AUTHORITY });
const insert = async (...rows: readonly Row[]): Promise<void> => {
  const [model] = (await credit.db("penalties").where("id", "CF-GOLDEN-1")) as Row[];
  await credit
    .db("penalties")
    .insert(rows.map((row) => ({ ...model, doc_no: `公罚〔${YEAR}〕${row["id"]}号`, ...row })));
};
const objection = (id: string): Row => ({
  no: `YY-${id}`,
  counterparty_id: ENTERPRISE,
  counterparty_uscc: "91990101MA9000011P",
  authority_id: AUTHORITY,
  authority_uscc: "11990101MB9000015E",
  division_code: "222401",
  record_kind: "PENALTY",
  record_id: id,
  state: "NOTIFIED",
  statement: "演示",
  filed_on: `${YEAR}-03-02`,
  accepted_on: `${YEAR}-03-03`,
  decided_on: `${YEAR}-03-10`,
  outcome: "CORRECTED",
});
beforeAll(async () => {
  credit = await startCredit();
});
afterAll(() => credit.stack.stop());

const LATE = `late(overWorkdays: 0) { count provisional byAuthority { samples { id } } }`;
const OTHERS = ["anonymous", "citizen-1", "officer-2", "auditor-1", "app-open", "app-partner"] as const;
/** Every class of viewer. */
const VIEWER_NAMES = Object.keys(VIEWERS) as ViewerName[];
const PARTIES = ["agent-1", "officer-1", "publisher-1", "supervisor-1"] as const;

describe("a minor penalty under the national rule", () => {
  const ID = "CF-SMALL";
  const DOC_NO = `公罚〔${YEAR}〕1号`;
  const before: Record<string, Row> = {};
  beforeAll(async () => {
    for (const viewer of [...OTHERS, ...PARTIES]) before[viewer] = await told(viewer, ID, DOC_NO);
    // As it may stand in a database from before: published, with a last day that is far away, enough objections for a rate.
    await insert({
      id: ID,
      doc_no: DOC_NO,
      severity: "MINOR",
      severity_rule_id: "L23-MINOR",
      decision_date: `${YEAR}-03-01`,
      published_on: `${YEAR}-06-01`,
      publicity_until: "2030-01-01",
      kinds: ["WARNING"],
    });
    await credit
      .db("objections")
      .insert(
        [1, 2, 3, 4, 5].map((number) => ({ ...objection(ID), no: number === 1 ? `YY-${ID}` : `YY-${ID}-${number}` })),
      );
  });
  afterAll(async () => {
    await credit.db("objections").where("record_id", ID).delete();
    await credit.db("penalties").where("id", ID).delete();
  });

  it.each(OTHERS)("changes nothing that %s is told, on any path", async (viewer) => {
    expect(await told(viewer, ID, DOC_NO)).toEqual(before[viewer]);
  });

  it.each(PARTIES)("is told to %s, in no report, no offer of repair, no rate and no lateness", async (viewer) => {
    const [was, now] = [before[viewer]!, await told(viewer, ID, DOC_NO)];
    expect(now["root"]).toEqual({ a: { id: ID }, b: { id: ID } });
    const [{ organization }, { organization: authority, division }, { penalties }, { penalties: archived }] =
      now["lists"];
    const [{ organization: wasBody }] = was["lists"];
    expect(penalties.nodes).toEqual([{ id: ID, docNo: DOC_NO }]);
    expect(archived.nodes).toEqual([{ id: ID }]);
    const stats = { year: YEAR, total: 1, correctionRate: null, late: { count: 0, provisional: 0, byAuthority: [] } };
    expect([division.penaltyStats, authority.penaltyDecisionStats]).toEqual(
      Array(2).fill(expect.objectContaining(stats)),
    );
    expect(organization.creditOverview.penalties).toBe(wasBody.creditOverview.penalties + 1);
    for (const path of ["repairable", "repairSchedule"]) expect(organization[path]).toEqual(wasBody[path]);
    expect([now["report"], now["feed"]]).toEqual([was["report"], was["feed"]]);
  });

  it("says to its parties that it is not published, and is late for nobody", async () => {
    const { administrativePenalty } = await credit.ask(
      `{ administrativePenalty(id: "${ID}") { publicityState publicityUntil publishedOn publishedLate publicationDeadline { state } repairEligibleOn archived
        performance publicityRule { id maxMonths whenUnperformed } } }`,
      "officer-1",
    );
    expect(administrativePenalty).toEqual({
      publicityState: "NOT_PUBLISHED",
      publicityUntil: null,
      publishedOn: null,
      publishedLate: null,
      publicationDeadline: null,
      repairEligibleOn: null,
      archived: true,
      performance: "UNKNOWN",
      publicityRule: { id: "L23-MINOR", maxMonths: 0, whenUnperformed: "ENDS" },
    });
  });

  it("is not late where it was never published either", async () => {
    await credit.db("penalties").where("id", ID).update({ published_on: null });
    const { division } = await credit.ask(
      `{ division(code: "222401") { penaltyStats(year: ${YEAR}) { total ${LATE} } } }`,
      "supervisor-1",
    );
    await credit
      .db("penalties")
      .where("id", ID)
      .update({ published_on: `${YEAR}-06-01` });
    expect(division.penaltyStats).toEqual({ total: 1, late: { count: 0, provisional: 0, byAuthority: [] } });
  });
});

describe("a record that a law seals", () => {
  const ID = "CF-SEALED";
  const DOC_NO = `公罚〔${YEAR}〕2号`;
  const before: Record<string, Row> = {};
  beforeAll(async () => {
    for (const viewer of VIEWER_NAMES) before[viewer] = await told(viewer, ID, DOC_NO);
    await insert({
      id: ID,
      doc_no: DOC_NO,
      decision_date: `${YEAR}-03-01`,
      published_on: `${YEAR}-06-01`,
      duty_performed: false,
      sealed_by: "PUBLIC_SECURITY",
    });
    await credit
      .db("objections")
      .insert(
        [1, 2, 3, 4, 5].map((number) => ({ ...objection(ID), no: number === 1 ? `YY-${ID}` : `YY-${ID}-${number}` })),
      );
    const [model] = (await credit.db("repair_cases").where("no", "XF-CF-GOLDEN-4")) as Row[];
    await credit
      .db("repair_cases")
      .insert({ ...model, evidence: JSON.stringify(model!["evidence"]), no: `XF-${ID}`, record_id: ID });
    const [letter] = (await credit.db("commitments").where("type", "CREDIT_REPAIR").limit(1)) as Row[];
    await credit.db("commitments").insert({
      ...{ ...letter, id: `CN-${ID}`, repair_no: `XF-${ID}`, counterparty_id: ENTERPRISE },
      ...{ counterparty_uscc: "91990101MA9000011P", authority_uscc: "11990101MB9000015E", division_code: "222401" },
    });
  });
  afterAll(async () => {
    await credit.db("commitments").where("id", `CN-${ID}`).delete();
    for (const table of ["objections", "repair_cases"]) await credit.db(table).where("record_id", ID).delete();
    await credit.db("penalties").where("id", ID).delete();
  });

  it("takes the commitment for its repair with it, and only while it is sealed", async () => {
    const commitments = async (viewer: ViewerName): Promise<unknown> => {
      const { one, all } = await credit.ask(
        `{ one: creditCommitment(id: "CN-${ID}") { id } all: creditCommitments(first: 100, filter: { type: CREDIT_REPAIR }) { nodes { id } } }`,
        viewer,
      );
      return [one !== null, (all.nodes as { id: string }[]).some(({ id }) => id === `CN-${ID}`)];
    };
    for (const viewer of VIEWER_NAMES) expect([viewer, await commitments(viewer)]).toEqual([viewer, [false, false]]);
    await credit.db("penalties").where("id", ID).update({ sealed_by: null });
    const open = [await commitments("agent-1"), await commitments("anonymous")];
    await credit.db("penalties").where("id", ID).update({ sealed_by: "PUBLIC_SECURITY" });
    expect(open).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it.each(VIEWER_NAMES)("changes nothing that %s is told, with its proceedings, on any path", async (viewer) => {
    expect(await told(viewer, ID, DOC_NO)).toEqual(before[viewer]);
  });

  it("is told of its end to readers of the feed that had it, and a licence likewise", async () => {
    await credit.db("penalties").where("id", ID).update({ sealed_by: null });
    const { items, cursor } = await drainFeed(credit.stack, { types: ["PENALTY", "LICENCE"] });
    expect(items).toContainEqual(expect.objectContaining({ key: ID, op: "UPSERT" }));
    await credit.db("penalties").where("id", ID).update({ sealed_by: "PUBLIC_SECURITY" });
    await credit.db("licences").where("id", "XK-B1").update({ sealed_by: "MINOR_LICENSED" });
    const query = `{ administrativeLicence(id: "XK-B1") { id } }`;
    const seen = [await credit.ask(query), await credit.ask(query, "agent-1"), await credit.ask(query, "supervisor-1")];
    const ends = (await drainFeed(credit.stack, { since: cursor, types: ["PENALTY", "LICENCE"] })).items;
    await credit.db("licences").where("id", "XK-B1").update({ sealed_by: null });
    expect(ends.map(({ op, key }) => `${op} ${key}`).sort()).toEqual([`DELETE ${ID}`, "DELETE XK-B1"]);
    expect(seen).toEqual(Array(3).fill({ administrativeLicence: null }));
  });
});

describe("a regulator's own rule", () => {
  it("publishes minor penalties for its months, and repair waits for the performance alone", async () => {
    const minor = { severity: "MINOR", severity_rule_id: "222404-MINOR", kinds: ["WARNING"], publicity_until: null };
    await insert(
      {
        id: "CF-OWN-1",
        ...minor,
        decision_date: "2026-09-01",
        published_on: "2026-09-02",
        duty_performed: true,
        duty_performed_on: "2026-09-20",
      },
      { id: "CF-OWN-2", ...minor, decision_date: "2026-09-01", published_on: "2026-09-02", duty_performed: false },
      { id: "CF-OWN-3", ...minor, decision_date: "2026-08-01", published_on: "2026-08-02", duty_performed: false },
    );
    const field = (id: string): string =>
      `administrativePenalty(id: "${id}") { publicityState publicityUntil repairEligibleOn performance dutyPerformedOn }`;
    const asked = `{ a: ${field("CF-OWN-1")} b: ${field("CF-OWN-2")} c: ${field("CF-OWN-3")} }`;
    const [open, own] = [await credit.ask(asked), await credit.ask(asked, "agent-1")];
    await credit.db("penalties").whereLike("id", "CF-OWN-%").delete();
    const expected = {
      a: {
        publicityState: "PUBLISHED",
        publicityUntil: "2026-10-01",
        repairEligibleOn: "2026-09-20",
        performance: "PERFORMED",
        dutyPerformedOn: "2026-09-20",
      },
      b: {
        publicityState: "PUBLISHED",
        publicityUntil: "2026-10-01",
        repairEligibleOn: null,
        performance: "NOT_PERFORMED",
        dutyPerformedOn: null,
      },
      // At most means at most: the duty is not performed, and publicity ended.
      c: {
        publicityState: "EXPIRED",
        publicityUntil: "2026-09-01",
        repairEligibleOn: null,
        performance: "NOT_PERFORMED",
        dutyPerformedOn: null,
      },
    };
    expect(open).toEqual({ ...expected, c: null });
    expect(own).toEqual(expected);
  });

  it.each([
    [
      "a national one that publishes minor penalties",
      { severity: "MINOR", min_months: 0, max_months: 3, when_unperformed: "ENDS" },
    ],
    [
      "four months",
      {
        regulator_uscc: "11990101MB9000015E",
        severity: "MINOR",
        min_months: 0,
        max_months: 4,
        when_unperformed: "ENDS",
      },
    ],
    [
      "a least of its own",
      {
        regulator_uscc: "11990101MB9000015E",
        severity: "MINOR",
        min_months: 1,
        max_months: 3,
        when_unperformed: "ENDS",
      },
    ],
    [
      "no end",
      {
        regulator_uscc: "11990101MB9000015E",
        severity: "MINOR",
        min_months: 0,
        max_months: 3,
        when_unperformed: "UNTIL_PERFORMED",
      },
    ],
  ])("is refused by the table with %s", async (_case, rule) => {
    const row = { id: "R-BROKEN", kinds: [], simple_procedure: false, basis: "演示", ...rule };
    await expect(credit.db("severity_rules").insert(row)).rejects.toThrow(/severity_rules_minor/);
  });
});

describe("a duty that is not performed", () => {
  // General: 12 months from 2025-06-02, so its last day by time alone is 2026-06-02.
  const decided = {
    severity: "GENERAL",
    severity_rule_id: "L23-GENERAL",
    decision_date: "2025-06-02",
    published_on: "2025-06-05",
  };
  const cases: Record<string, Row> = {
    "CF-DUTY-UNKNOWN": {},
    "CF-DUTY-OPEN": { duty_performed: false },
    "CF-DUTY-OPEN-DAY": { duty_performed: false, publicity_until: "2026-01-01" },
    "CF-DUTY-ENDS": { duty_performed: false, severity_rule_id: "R-ENDS" },
    "CF-DUTY-LATE": { duty_performed: true, duty_performed_on: "2026-09-28" },
    "CF-DUTY-LATE-PAST": { duty_performed: true, duty_performed_on: "2026-09-27" },
    "CF-DUTY-EARLY": { duty_performed: true, duty_performed_on: "2025-07-01" },
  };
  beforeAll(async () => {
    await credit.db("severity_rules").insert({
      id: "R-ENDS",
      regulator_id: AUTHORITY,
      regulator_uscc: "11990101MB9000015E",
      severity: "GENERAL",
      min_months: 3,
      max_months: 12,
      when_unperformed: "ENDS",
      kinds: [],
      simple_procedure: false,
      basis: "演示",
    });
    await insert(...Object.entries(cases).map(([id, more]) => ({ id, ...decided, ...more })));
  });
  afterAll(async () => {
    await credit.db("penalties").whereLike("id", "CF-DUTY-%").delete();
    await credit.db("severity_rules").where("id", "R-ENDS").delete();
  });

  it("keeps the record public beyond the longest period, and says that there is no end yet", async () => {
    const nodes = await credit.all(
      "penalties| filter: { mine: true }",
      "id publicityState publicityUntil performance dutyPerformedOn archived",
      "agent-1",
    );
    const found = Object.fromEntries(
      nodes
        .filter(({ id }) => id in cases)
        .map((node) => [node["id"], [node["publicityState"], node["publicityUntil"], node["performance"]]]),
    );
    expect(found).toEqual({
      "CF-DUTY-UNKNOWN": ["EXPIRED", "2026-06-02", "UNKNOWN"],
      "CF-DUTY-OPEN": ["PUBLISHED", null, "NOT_PERFORMED"],
      "CF-DUTY-OPEN-DAY": ["PUBLISHED", null, "NOT_PERFORMED"],
      "CF-DUTY-ENDS": ["EXPIRED", "2026-06-02", "NOT_PERFORMED"],
      "CF-DUTY-LATE": ["PUBLISHED", "2026-09-28", "PERFORMED"],
      "CF-DUTY-LATE-PAST": ["EXPIRED", "2026-09-27", "PERFORMED"],
      "CF-DUTY-EARLY": ["EXPIRED", "2026-06-02", "PERFORMED"],
    });
    for (const node of nodes) expect(node["archived"]).toBe(node["publicityState"] !== "PUBLISHED");
  });

  it("says the same in lists, by id and in the feed", async () => {
    const open = ["CF-DUTY-LATE", "CF-DUTY-OPEN", "CF-DUTY-OPEN-DAY"];
    const ours = (ids: string[]): string[] => ids.filter((id) => id in cases).sort();
    expect(ours((await credit.all("penalties", "id")).map(({ id }) => id as string))).toEqual(open);
    const entities = await credit.entities(
      Object.keys(cases).map((id) => ({ __typename: "AdministrativePenalty", id })),
      "... on AdministrativePenalty { id }",
    );
    expect(ours(entities.flatMap((entity) => (entity === null ? [] : [entity["id"] as string])))).toEqual(open);
    const { items } = await drainFeed(credit.stack, { types: ["PENALTY"] });
    expect(ours(items.map(({ key }) => key))).toEqual(open);
  });

  it("may not be repaired until it is performed", async () => {
    const query = `{ organization(id: "${ENTERPRISE}") { repairable(first: 100) { nodes { id repairEligibleOn } } repairSchedule(first: 100) { nodes { id } } } }`;
    const { organization } = await credit.ask(query, "agent-1");
    const ours = ({ nodes }: Row): Row[] => (nodes as Row[]).filter(({ id }) => id in cases);
    expect(ours(organization.repairable)).toEqual([{ id: "CF-DUTY-LATE", repairEligibleOn: "2026-09-28" }]);
    expect(ours(organization.repairSchedule)).toEqual([{ id: "CF-DUTY-LATE" }]);
  });

  it.each([
    ["a day before the decision", { duty_performed: true, duty_performed_on: "2025-06-01" }],
    ["a day of what is not performed", { duty_performed: false, duty_performed_on: "2025-07-01" }],
    ["a day of what is not known", { duty_performed: null, duty_performed_on: "2025-07-01" }],
  ])("has not %s", async (_case, facts) => {
    await expect(credit.db("penalties").where("id", "CF-DUTY-OPEN").update(facts)).rejects.toThrow(
      /penalties_performed/,
    );
  });
});

it("every viewer is one of those who are told, or of the others", () => {
  expect(Object.keys(VIEWERS).filter((name) => ![...OTHERS, ...PARTIES].includes(name as never))).toEqual([
    "citizen-2",
  ]);
});

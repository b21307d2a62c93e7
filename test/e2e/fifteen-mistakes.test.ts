/** The fifteen mistakes that such systems make (docs/reference/mistakes.md), one test each, at the API. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Knex } from "knex";
import { runImport } from "../../platform/import/index.js";
import { matterImport } from "../../subgraphs/matters/matter/matter.import.js";
import { insertCase, insertProcedure } from "../subgraph/support/matters.js";
import { startStack, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

type Row = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
type ViewerName = keyof typeof VIEWERS;

const ENTERPRISE = "91990101MA9000011P";
const AGENCY = "11990101MB9000015E";
const TODAY = "2026-09-28";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const database = (service: string): Knex => stack.databases[service]!;

const rows = async (service: string, sql: string, bindings: unknown[] = []): Promise<Row[]> =>
  ((await database(service).raw(sql, bindings as never)) as { rows: Row[] }).rows;

const ask = async (query: string, viewer: ViewerName = "anonymous", variables: object = {}): Promise<Row> => {
  const { body } = await stack.ask(query, { viewer, variables });
  expect(body.errors).toBeUndefined();
  return body.data as Row;
};

/** Every node of a list, page by page; `list` has $after, as in `penalties(first: 100, after: $after)`. */
const all = async (list: string, selection: string, viewer: ViewerName = "anonymous"): Promise<Row[]> => {
  const nodes: Row[] = [];
  let after: string | null = null;
  do {
    const data: Row = await ask(
      `query($after: String) { list: ${list} { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
      viewer,
      { after },
    );
    nodes.push(...(data["list"].nodes as Row[]));
    after = data["list"].pageInfo.hasNextPage ? (data["list"].pageInfo.endCursor as string) : null;
  } while (after !== null);
  return nodes;
};

/** Cursor of an application that has copied all public records. */
const endOfFeed = async (): Promise<string> => {
  let since: string | null = null;
  for (;;) {
    const { changes }: Row = await ask(
      `query($since: String) { changes(since: $since, first: 500) { cursor hasMore } }`,
      "app-open",
      { since },
    );
    since = changes.cursor as string;
    if (changes.hasMore !== true) return since;
  }
};

/** What the feed says of a record; transactions of other databases of the server hold it back for a while. */
const changesOf = async (key: string, since: string): Promise<string[]> => {
  for (let attempt = 0; attempt < 3_000; attempt++) {
    const { changes }: Row = await ask(
      `query($since: String) { changes(since: $since, first: 500) { items { key op } } }`,
      "app-open",
      { since },
    );
    const found = (changes.items as Row[]).filter((item) => item["key"] === key);
    if (found.length > 0) return found.map(({ op }) => op as string);
    await setTimeout(100);
  }
  return [];
};

/** A case of citizen-1 with days and limit of its own. */
const insertLimited = async (
  caseNo: string,
  days: { accepted: string; workingDays: number; suspended?: readonly [string, string] },
): Promise<void> => {
  const db = database("matters");
  await insertCase(db, caseNo, {
    opened_on: days.accepted,
    applied_on: days.accepted,
    accepted_on: days.accepted,
    promised_amount: days.workingDays,
    statutory_amount: days.workingDays,
  });
  if (days.suspended)
    await insertProcedure(db, caseNo, {
      kind: "BIDDING",
      reason: "依法需要招标",
      from_on: days.suspended[0],
      to_on: days.suspended[1],
    });
};

const dueOn = async (caseNo: string): Promise<Row> =>
  (await ask(`{ serviceCase(caseNo: "${caseNo}") { deadline { dueOn state } } }`, "citizen-1"))["serviceCase"]
    .deadline as Row;

describe("1: a promise longer than the law allows, weekends for a calendar, or the first day counted", () => {
  it("counts working days by the calendar from the day after, and names promises that exceed the statute", async () => {
    await insertLimited("22240120260210900001", { accepted: "2026-02-10", workingDays: 20 });
    await insertLimited("22240120260210900002", {
      accepted: "2026-02-10",
      workingDays: 20,
      suspended: ["2026-02-25", "2026-03-04"],
    });
    await insertLimited("22240120260928910001", { accepted: "2026-09-28", workingDays: 5 });
    await insertLimited("22240120260918900001", { accepted: "2026-09-18", workingDays: 1 });
    await insertLimited("22240120260506900001", { accepted: "2026-05-06", workingDays: 7 });
    expect(await dueOn("22240120260210900001")).toMatchObject({ dueOn: "2026-03-16" });
    expect(await dueOn("22240120260210900002")).toMatchObject({ dueOn: "2026-03-25" });
    expect(await dueOn("22240120260928910001")).toMatchObject({ dueOn: "2026-10-10" });
    expect(await dueOn("22240120260918900001")).toMatchObject({ dueOn: "2026-09-20" });
    expect(await dueOn("22240120260506900001")).toMatchObject({ dueOn: "2026-05-14" });

    const id = "CN-TASK-11990101MB9000015E4220131001000";
    await database("matters").raw(
      `update service_matters set content = jsonb_set(content, '{promised,amount}', to_jsonb((content->'statutory'->>'amount')::int + 1)) where id = ?`,
      [id],
    );
    const { serviceMatter } = await ask(`{ serviceMatter(id: "${id}") { qualityIssues { rule } } }`, "officer-1");
    expect(serviceMatter.qualityIssues).toContainEqual({ rule: "PROMISE_EXCEEDS_STATUTORY" });
  });
});

describe("2: a place taken from the credit code", () => {
  it("is the place on record, whatever region the code was first registered in", async () => {
    const bodies = await rows(
      "reference",
      `select id, division_code from organizations where uscc is not null and substr(uscc, 3, 6) <> division_code order by id limit 20`,
    );
    expect(bodies.length).toBe(20);
    for (const { id, division_code } of bodies) {
      const { organization } = await ask(`{ organization(id: "${id}") { division { code } } }`);
      expect(organization.division.code).toBe(division_code);
    }
  });
});

describe("3: a matter that requires an unlisted intermediary service", () => {
  it("is a finding of its division from the next refresh after the matter asks for it", async () => {
    const query =
      '{ division(code: "222401") { intermediaryFindings(rule: UNLISTED_DEMAND, first: 100) { nodes { matter { id } } } } }';
    const [matter] = await rows(
      "matters",
      `select id, dept_id from service_matters where division_code = '222401' and status = 'PUBLISHED' order by id desc limit 1`,
    );
    const found = async (): Promise<boolean> =>
      (await ask(query))["division"].intermediaryFindings.nodes.some(
        (node: Row) => node["matter"]?.id === matter!["id"],
      );
    expect(await found()).toBe(false);
    await database("intermediary").raw(
      `insert into matter_demands (matter_id, material_name, service_code, dept_id, division_code) values (?, '名录外评估报告（演示）', null, ?, '222401')`,
      [matter!["id"], matter!["dept_id"]],
    );
    await stack.refresh("intermediary");
    expect(await found()).toBe(true);
  });
});

describe("4: a repaired penalty that shows on another path", () => {
  it("is gone everywhere, and from every count, on the day of its repair", async () => {
    const [{ docNo } = { docNo: "" }] = await rows(
      "credit",
      `select doc_no as "docNo" from penalties where id = 'CF-GOLDEN-1'`,
    );
    const shown = async (): Promise<Row> => {
      const data = await ask(
        `query($uscc: USCC!) {
          one: administrativePenalty(id: "CF-GOLDEN-1") { docNo }
          byNumber: administrativePenalty(docNo: "${docNo}") { docNo }
          penalties(first: 100, filter: { division: "222401" }) { nodes { docNo } }
          organization(uscc: $uscc) {
            penalties(first: 100) { totalCount nodes { docNo } }
            creditOverview { penalties }
            creditReport { sections { kind total lines { docNo } } }
          }
          division(code: "222401") { penaltyStats(year: 2026) { total bySeverity { count } late { count byAuthority { samples { docNo } } } } }
        }`,
        "anonymous",
        { uscc: ENTERPRISE },
      );
      const { body } = await stack.askSubgraph(
        "credit",
        `query($r: [_Any!]!) { _entities(representations: $r) { ... on AdministrativePenalty { docNo } } }`,
        { variables: { r: [{ __typename: "AdministrativePenalty", id: "CF-GOLDEN-1" }] } },
      );
      return {
        text: JSON.stringify([data, body]),
        listed: data["penalties"].nodes.length,
        counts: [
          data["organization"].penalties.totalCount,
          data["organization"].creditOverview.penalties,
          data["division"].penaltyStats.total,
          data["division"].penaltyStats.bySeverity.reduce((sum: number, { count }: Row) => sum + Number(count), 0),
        ],
      };
    };
    const before = await shown();
    expect(before["text"]).toContain(docNo);
    const synchronised = await endOfFeed();
    await database("credit").raw(`update penalties set repaired_on = ? where id = 'CF-GOLDEN-1'`, [TODAY]);
    const after = await shown();
    expect(after["text"]).not.toContain(docNo);
    expect(after["listed"]).toBe(before["listed"] - 1);
    expect(await changesOf("CF-GOLDEN-1", synchronised)).toEqual(["DELETE"]);
    expect(after["counts"]).toEqual(before["counts"].map((count: number) => count - 1));
    await database("credit").raw(`update penalties set repaired_on = null where id = 'CF-GOLDEN-1'`);
  });
});

describe("5: totals of money compared without lineage", () => {
  it("keeps the county's own money out of the lineage that it matches", async () => {
    const { lineage, own, project } = await ask(`{
      lineage: budgetAllotment(allotmentNo: "吉财农指〔2026〕35号") { amount reconciliation { issued difference rules { id ok } } }
      own: budgetAllotment(allotmentNo: "敦财农指〔2026〕18号") { amount reconciliation { issued difference } }
      project: fundProject(projectCode: "XM-222403-2026-001") { assigned funding { level amount } }
    }`);
    // 222403 was given 25 million and added 2 million: downstream exceeds upstream and nothing is wrong.
    expect(lineage).toMatchObject({
      amount: "80000000.00",
      reconciliation: { issued: "80000000.00", difference: "0.00" },
    });
    expect(own).toMatchObject({ amount: "2000000.00", reconciliation: { issued: "2000000.00", difference: "0.00" } });
    expect(project.assigned).toBe("17000000.00");
    expect(lineage.reconciliation.rules.filter(({ ok }: Row) => ok !== true)).toEqual([]);
  });
});

describe("6: money in floating point", () => {
  it("keeps fen that no double can hold, and adds them exactly", async () => {
    const [first, second] = await rows(
      "funds",
      `select payment_no from payments where payee_subject = '${ENTERPRISE}' and extract(year from paid_on) = 2026 order by payment_no limit 2`,
    );
    await database("funds").raw(`update payments set amount_fen = 9007199254740993 where payment_no = ?`, [
      first!["payment_no"],
    ]);
    await database("funds").raw(`update payments set amount_fen = 10 where payment_no = ?`, [second!["payment_no"]]);
    const { payment, organization } = await ask(
      `query($no: ID!) { payment(paymentNo: $no) { amount } organization(uscc: "${ENTERPRISE}") { fundsReceived(year: 2026) { totalAmount } } }`,
      "anonymous",
      { no: first!["payment_no"] },
    );
    expect(payment.amount).toBe("90071992547409.93");
    const [sum] = await rows(
      "funds",
      `select sum(amount_fen - coalesce(returned_fen, 0))::text as fen from payments where payee_subject = '${ENTERPRISE}' and extract(year from paid_on) = 2026 and paid_on <= '${TODAY}'`,
    );
    expect(organization.fundsReceived.totalAmount.replace(".", "")).toBe(sum!["fen"]);
  });
});

describe("7: a record that is not public and shows in counts, errors, order or suggestions", () => {
  it("makes a draft exactly what does not exist", async () => {
    const [draft] = await rows(
      "matters",
      `select id, task_name, division_code from service_matters where status = 'DRAFT' and division_code = '222404' order by id limit 1`,
    );
    const answers = async (): Promise<unknown> => {
      const found = await stack.ask(
        `query($id: ID!, $name: String!) {
          serviceMatter(id: $id) { taskName }
          serviceMatters(search: $name, first: 50) { totalCount nodes { id } pageInfo { hasNextPage } }
          division(code: "222404") { serviceMatters(first: 50) { totalCount nodes { id } pageInfo { hasNextPage } } }
        }`,
        { variables: { id: draft!["id"], name: draft!["task_name"] } },
      );
      return { status: found.status, body: found.body };
    };
    const there = await answers();
    await database("matters").raw(`delete from service_matter_versions where matter_id = ?`, [draft!["id"]]);
    await database("matters").raw(`delete from service_matters where id = ?`, [draft!["id"]]);
    expect(await answers()).toEqual(there);
    const listed = await all('serviceMatters(filter: { division: "222404" }, first: 100, after: $after)', "id");
    const published = await rows(
      "matters",
      `select id from service_matters where division_code = '222404' and status = 'PUBLISHED'`,
    );
    expect(listed.map(({ id }) => id as string).sort()).toEqual(published.map(({ id }) => id as string).sort());
  });
});

describe("8: authorisation at the gateway alone", () => {
  it("is decided again by the service, and an unsigned request is nobody's", async () => {
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { contact } ... on ServiceCase { applicantName } } }`;
    const byService = [
      ["reference", { __typename: "Organization", id: `CN-USCC-${AGENCY}` }],
      ["matters", { __typename: "ServiceCase", caseNo: "22240120260302000001" }],
    ] as const;
    for (const [service, reference] of byService) {
      const selection = query.replace(
        service === "reference" ? " ... on ServiceCase { applicantName }" : " ... on Organization { contact }",
        "",
      );
      const variables = { r: [reference] };
      const entitled = await stack.askSubgraph(service, selection, { viewer: VIEWERS["officer-1"], variables });
      expect(Object.values(entitled.body.data._entities[0] as Row)).toEqual([expect.stringMatching(/./)]);
      const other = await stack.askSubgraph(service, selection, { viewer: VIEWERS["citizen-2"], variables });
      expect(Object.values((other.body.data._entities[0] as Row | null) ?? {}).filter(Boolean)).toEqual([]);
      const unsigned = await stack.askSubgraph(service, selection, { variables, signed: false });
      expect([unsigned.status, unsigned.body.data]).toEqual([401, undefined]);
    }
  });
});

describe("9: records joined by name without a code", () => {
  it("leaves a record with a body's name and no code outside that body's records", async () => {
    const query = `{ organization(uscc: "${ENTERPRISE}") { name penalties(first: 100) { totalCount } creditOverview { penalties } } }`;
    const before = await ask(query);
    await database("credit").raw(
      `insert into penalties select (jsonb_populate_record(p, '{"id": "CF-NAMESAKE", "doc_no": "演罚〔2026〕901号", "counterparty_id": null, "counterparty_uscc": null}')).* from penalties p where id = 'CF-GOLDEN-1'`,
    );
    expect(await ask(query)).toEqual(before);
    const { administrativePenalty } = await ask(
      `{ administrativePenalty(id: "CF-NAMESAKE") { counterpartyName counterparty { id } } }`,
    );
    expect(administrativePenalty).toEqual({
      counterpartyName: before["organization"].name,
      counterparty: null,
    });
  });
});

describe("10: lateness that is stored", () => {
  it("is a matter of the day on which one asks", async () => {
    await insertLimited("22240120260901900001", { accepted: "2026-09-01", workingDays: 10 });
    const on = async (day: string): Promise<Row> => {
      const { body } = await stack.askSubgraph(
        "matters",
        '{ serviceCase(caseNo: "22240120260901900001") { light deadline { dueOn state } } }',
        { viewer: VIEWERS["citizen-1"], asOf: new Date(`${day}T10:00:00+08:00`) },
      );
      return body.data.serviceCase as Row;
    };
    expect(await on("2026-09-10")).toEqual({ light: "GREEN", deadline: { dueOn: "2026-09-15", state: "RUNNING" } });
    expect(await on("2026-09-15")).toEqual({ light: "YELLOW", deadline: { dueOn: "2026-09-15", state: "RUNNING" } });
    expect(await on("2026-09-16")).toMatchObject({ light: "BLACK", deadline: { dueOn: "2026-09-15", state: "LATE" } });
  });
});

describe("11: lists without a past", () => {
  it("shows the version, the division and the name that were valid on the day", async () => {
    await database("credit").raw(
      `insert into penalties select (jsonb_populate_record(p, '{"id": "CF-OLD-PLACE", "doc_no": "演罚〔2020〕902号", "decision_date": "2020-03-02", "published_on": "2020-03-05", "publicity_until": "2027-03-01", "division_code": "220381"}')).* from penalties p where id = 'CF-GOLDEN-1'`,
    );
    const { administrativePenalty, old, serviceCase } = await ask(
      `{
        administrativePenalty(id: "CF-OLD-PLACE") { divisionThen { name division { code } } division { code name parent { name } replacedBy { code } } }
        old: division(code: "220184") { code parent { name } }
        serviceCase(caseNo: "22240120260907000001") { matterVersion matter { version versions { version validFrom validTo } } }
      }`,
      "supervisor-1",
    );
    expect(administrativePenalty.divisionThen).toEqual({ name: "公主岭市", division: { code: "220381" } });
    expect(administrativePenalty.division).toEqual({
      code: "220381",
      name: "公主岭市",
      parent: { name: "四平市" },
      replacedBy: { code: "220184" },
    });
    expect(old).toEqual({ code: "220184", parent: { name: "长春市" } });
    const then = serviceCase.matter.versions.find(({ version }: Row) => version === serviceCase.matterVersion);
    expect(then.validFrom <= "2026-09-07" && (then.validTo ?? "9999") >= "2026-09-07").toBe(true);
  });
});

describe("12: Chinese search by exact substring", () => {
  it("finds the official name by the word that people use", async () => {
    for (const [word, name] of [
      ["低保", "最低生活保障"],
      ["餐馆", "食品经营"],
      ["环评", "环境影响"],
    ] as const) {
      const { serviceMatters } = await ask(
        `query($word: String!) { serviceMatters(search: $word, first: 5) { nodes { taskName } } }`,
        "anonymous",
        { word },
      );
      expect([word, serviceMatters.nodes[0]?.taskName]).toEqual([word, expect.stringContaining(name)]);
      expect(serviceMatters.nodes[0].taskName).not.toContain(word);
    }
  });
});

describe("13: a year without a holiday calendar", () => {
  it("is said, and no day is given for certain", async () => {
    await insertLimited("22240120261220900001", { accepted: "2026-09-25", workingDays: 90 });
    const deadline = await dueOn("22240120261220900001");
    expect(deadline["state"]).toBe("PROVISIONAL");
    const { workCalendar } = await ask("{ workCalendar(year: 2027) { published holidays } }");
    expect(workCalendar).toEqual({ published: false, holidays: [] });
  });
});

describe("14: rosters of persons above the village, or after their days", () => {
  it("shows names of a roster in its village in its days alone", async () => {
    const roster = async (batch: string, village: string, policy = "FP-GD"): Promise<Row | null> =>
      (
        await stack.ask(
          `query($batch: ID!, $village: ID!, $policy: ID!) { villageRoster(batchNo: $batch, villageCode: $village, policyCode: $policy) { lines(first: 1) { nodes { recipientName } } } }`,
          { variables: { batch, village, policy } },
        )
      ).body.data?.villageRoster as Row | null;
    expect((await roster("GD-2026-222401101201", "222401101201"))!["lines"].nodes[0].recipientName).toMatch(/./);
    for (const above of ["222401101000", "222401000000", "222401"])
      expect((await roster("GD-2026-222401101201", above)) ?? null).toBeNull();
    expect(await roster("GD-2025-222401101201", "222401101201")).toBeNull();
    expect(await all("subsidyPayments(first: 100, after: $after)", "amount")).toEqual([]);
    const notices = await ask(
      `{ fundPolicy(policyCode: "FP-GD") { publications(first: 100) { nodes { level isOpen roster { villageCode } } } } }`,
    );
    const others = (notices["fundPolicy"].publications.nodes as Row[]).filter(
      ({ level, isOpen }) => level !== "VILLAGE" || !isOpen,
    );
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ roster: posted }) => posted !== null)).toEqual([]);
  });
});

describe("15: 无 stored as a value", () => {
  it("is nothing: null where there may be nothing, and quarantined where there must be something", async () => {
    const directory = mkdtempSync(join(tmpdir(), "govgraph-nothing-"));
    const file = join(directory, "matters.csv");
    writeFileSync(
      file,
      "事项名称,事项编码,事项类型,实施主体编码,实施主体名称,行政区划,受理条件,咨询方式,收费依据\n" +
        `无值事项,LOCAL-NOTHING-1,20,${AGENCY},演示机关,222401,无,无,无\n` +
        `无,LOCAL-NOTHING-2,20,${AGENCY},演示机关,222401,有条件,0433-0000000,无\n`,
    );
    const call = stack.batchCall;
    const summary = await runImport(
      matterImport,
      { today: TODAY, source: "test", call, db: database("matters") },
      { file, mapping: {}, dryRun: false, chunkSize: 10 },
    );
    rmSync(directory, { recursive: true });
    expect([summary.accepted, summary.quarantined.length]).toEqual([1, 1]);
    const { serviceMatters } = await ask(
      `{ serviceMatters(search: "无值事项", first: 1) { nodes { taskName acceptCondition consultPhone } } }`,
      "officer-1",
    );
    expect(serviceMatters.nodes).toEqual([{ taskName: "无值事项", acceptCondition: null, consultPhone: null }]);
  });
});

/** Lists of powers, duties and what is barred: versions, differences and findings beside independent SQL; an adjustment under way is told to nobody who may not know of it. */
import { showcaseRequest } from "../support/showcase.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const BUREAU = "11990101MB9000015E";
const POWERS = `QD-${BUREAU}-POWER`;
const rows = async <Row>(service: string, sql: string): Promise<Row[]> =>
  ((await stack.databases[service]!.raw(sql)) as { rows: Row[] }).rows;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed */
const ask = async (query: string, viewer = "anonymous", variables = {}): Promise<any> => {
  const { body } = await stack.ask(query, { viewer, variables });
  expect(body.errors).toBeUndefined();
  return body.data;
};
const ofList = async (selection: string, viewer?: string, id = POWERS) =>
  (await ask(`{ agencyList(id: "${id}") { ${selection} } }`, viewer)).agencyList;

/** Codes of the items of a version, as independent SQL reads them. */
const codesOf = async (id: string, version: number): Promise<string[]> =>
  (
    await rows<{ code: string }>(
      "openness",
      `select code from agency_list_items where list_id = '${id}' and int4range(since, until) @> ${version} order by code collate "C"`,
    )
  ).map(({ code }) => code);

describe("a list", () => {
  it.each([1, 2, 3])("has the items of version %i that independent SQL finds", async (version) => {
    const { items } = await ofList(`items(version: ${version}, first: 100) { totalCount nodes { code } }`);
    const expected = await codesOf(POWERS, version);
    expect(expected.length).toBeGreaterThan(5);
    expect(items).toEqual({ totalCount: expected.length, nodes: expected.map((code) => ({ code })) });
  });

  it("shows the version in force where none is named", async () => {
    const { inForce, items } = await ofList("inForce items(first: 100) { nodes { code } }");
    expect(inForce).toBe(3);
    expect(items.nodes).toEqual((await codesOf(POWERS, 3)).map((code) => ({ code })));
  });

  it("words an item of duties with bounds and accountability, one of a negative list with its restriction", async () => {
    const duties = await ofList(
      "items(first: 10) { nodes { code content accountability } }",
      "anonymous",
      `QD-${BUREAU}-DUTY`,
    );
    expect(duties.items.nodes[1]).toEqual({
      code: "ZR-002",
      content: "生产、经营、使用环节由本局负责；事故调查由应急管理部门组织。",
      accountability: "接到举报不查处的，依法追究责任。",
    });
    const barred = await ofList(
      "items(first: 10) { nodes { code restriction catalogCode } }",
      "anonymous",
      `QD-${BUREAU}-NEGATIVE-1`,
    );
    expect(barred.items.nodes).toEqual([
      { code: "FM-001", restriction: "PROHIBITED", catalogCode: null },
      { code: "FM-002", restriction: "LICENSED", catalogCode: "220119004000" },
      { code: "FM-004", restriction: "PROHIBITED", catalogCode: null },
    ]);
  });

  it("is listed by kind and division, and of its body", async () => {
    const { agencyLists, organization } = await ask(`{
      agencyLists(first: 100, filter: { kind: POWER, division: "222401" }) { totalCount nodes { id } }
      organization(uscc: "${BUREAU}") { agencyLists { kind organ { name } } } }`);
    const expected = await rows<{ id: string }>(
      "openness",
      `select id from agency_lists where kind = 'POWER' and division_code like '222401%' and published_on <= '2026-09-28' order by id`,
    );
    expect(expected.length).toBeGreaterThan(10);
    expect(agencyLists.nodes).toEqual(expected);
    const organ = { name: "延吉市市场监督管理局（演示）" };
    expect(organization.agencyLists).toEqual(["DUTY", "NEGATIVE", "POWER"].map((kind) => ({ kind, organ })));
  });
});

describe("the difference of two versions", () => {
  it.each([
    [1, 2],
    [1, 3],
    [2, 3],
    [3, 1],
    [2, 2],
  ])("from %i to %i is what a full join of both finds", async (from, to) => {
    const { difference } = await ofList(`difference(from: ${from}, to: ${to}) {
      addedCount removedCount changedCount added { code } removed { code } changed { before { name } after { name } } }`);
    const joined = await rows<{ code: string; before: string | null; after: string | null }>(
      "openness",
      `select code, a.name as before, b.name as after
       from (select * from agency_list_items where list_id = '${POWERS}' and int4range(since, until) @> ${from}) a
       full join (select * from agency_list_items where list_id = '${POWERS}' and int4range(since, until) @> ${to}) b using (code)
       where a.since is distinct from b.since order by code collate "C"`,
    );
    const [added, removed] = [
      joined.filter(({ before }) => before === null),
      joined.filter(({ after }) => after === null),
    ];
    const changed = joined.filter(({ before, after }) => before !== null && after !== null);
    expect(difference).toEqual({
      ...{ addedCount: added.length, removedCount: removed.length, changedCount: changed.length },
      added: added.map(({ code }) => ({ code })),
      removed: removed.map(({ code }) => ({ code })),
      changed: changed.map(({ before, after }) => ({ before: { name: before }, after: { name: after } })),
    });
    expect(joined.length > 0).toBe(from !== to);
  });
});

describe("an adjustment that is under way", () => {
  const asked =
    "versions { number stage causedOn appliedOn publishedOn applicationDeadline { dueOn state confirmed } }";

  it.each(["officer-1", "supervisor-1", "publisher-1"])("is told to %s with its clock", async (viewer) => {
    const { versions } = await ofList(asked, viewer);
    // L25 from 24 August 2026: the Sunday of 20 September is worked. The figure is one city's and not confirmed: nobody is late by it.
    expect(versions[0]).toEqual({
      ...{ number: 4, stage: "APPLIED", causedOn: "2026-08-24", appliedOn: "2026-09-24", publishedOn: null },
      applicationDeadline: { dueOn: "2026-09-20", state: "PROVISIONAL", confirmed: false },
    });
    const { difference } = await ofList("difference(from: 3, to: 4) { changed { after { name } } }", viewer);
    expect(difference.changed).toEqual([{ after: { name: "对未取得食品生产经营许可的处罚" } }]);
  });

  it.each(["anonymous", "citizen-1", "officer-2", "app-partner"])("is not told to %s, by no way", async (viewer) => {
    const { versions, items } = await ofList(`${asked} items(first: 100) { nodes { name } }`, viewer);
    expect(versions.map(({ number }: { number: number }) => number)).toEqual([3, 2, 1]);
    expect(JSON.stringify(items)).not.toContain("对未取得食品生产经营许可的处罚");
    for (const way of [
      "items(version: 4, first: 5) { totalCount }",
      "difference(from: 3, to: 4) { addedCount }",
      "difference(from: 4, to: 3) { addedCount }",
    ]) {
      const { body } = await stack.ask(`{ agencyList(id: "${POWERS}") { ${way} } }`, { viewer });
      expect(body.errors).toHaveLength(1);
      expect(body.errors![0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT", rule: "LIST_VERSION" } });
    }
  });

  it.each([
    "items(version: 0, first: 5) { totalCount }",
    "items(version: 9, first: 5) { totalCount }",
    "difference(from: -1, to: 2) { addedCount }",
  ])("and a version that never was is refused: %s", async (way) => {
    const { body } = await stack.ask(`{ agencyList(id: "${POWERS}") { ${way} } }`, { viewer: "officer-1" });
    expect(body.errors![0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
  });
});

interface Finding {
  readonly kind: string;
  readonly catalogCode: string | null;
  readonly matters: readonly { readonly id: string }[];
}

/** What is wrong with a body, from the rows of both services. */
const expectedOf = async (dept: string): Promise<string[]> => {
  const handled = await rows<{ code: string }>(
    "matters",
    `select distinct substr(task_code, 20, 12) as code from service_matters where dept_id = '${dept}' and status = 'PUBLISHED'
       and task_state <> 'CANCELLED' and task_code is not null and substr(task_code, 22, 2) between '01' and '10'`,
  );
  const listed = await rows<{ code: string; kind: string; current: boolean }>(
    "openness",
    `select catalog_code as code, power_kind as kind, bool_or(int4range(since, until) @> version) as current
       from agency_list_items join agency_lists l on l.id = list_id
       join (select list_id as of, max(number) as version from agency_list_versions where published_on <= '2026-09-28' group by 1) v on v.of = list_id
       where l.kind = 'POWER' and organ_id = '${dept}' and since <= version group by 1, 2`,
  );
  const lists = await rows("openness", `select 1 from agency_lists where kind = 'POWER' and organ_id = '${dept}'`);
  if (lists.length === 0) return handled.length === 0 ? [] : ["null LIST_MISSING"];
  const power = new Map(listed.map((row) => [row.code, row]));
  const ofMatters = handled.flatMap(({ code }) => {
    const found = power.get(code);
    return found?.current === true ? [] : [`${code} ${found === undefined ? "MATTER_NOT_LISTED" : "POWER_WITHDRAWN"}`];
  });
  const unused = listed
    .filter(
      ({ code, kind, current }) =>
        code &&
        current &&
        !["PENALTY", "COERCION", "LEVY", "INSPECTION"].includes(kind) &&
        !handled.some((one) => one.code === code),
    )
    .map(({ code }) => `${code} POWER_WITHOUT_MATTER`);
  return [...ofMatters, ...unused].sort();
};

/** A finding as the operation asks for it. */
interface GoldenFinding {
  readonly kind: string;
  readonly catalogCode: string;
  readonly power: { readonly name: string } | null;
  readonly matters: readonly { readonly taskName: string }[];
}

describe("findings", () => {
  it("of the golden bureau are a power that was taken off, a matter never listed and a power that nobody can apply for", async () => {
    const { query, variables } = showcaseRequest("powers-and-matters");
    const { organization, agencyList } = await ask(query, "anonymous", variables);
    expect(
      organization.powerListFindings.map(({ kind, catalogCode, power, matters }: GoldenFinding) => [
        ...[kind, catalogCode, power?.name ?? null, matters[0]?.taskName ?? null],
      ]),
    ).toEqual([
      ["MATTER_NOT_LISTED", "220131004000", null, "特种设备使用登记"],
      ["POWER_WITHDRAWN", "220131005000", "计量标准器具核准", "计量标准器具核准"],
      ["POWER_WITHOUT_MATTER", "220731001000", "股权出质登记", null],
    ]);
    expect(agencyList.difference.removed).toEqual([{ code: "220131005000", name: "计量标准器具核准" }]);
    expect(agencyList.items.nodes[0].basis[0].lawName).toBe("中华人民共和国食品安全法");
  });

  it("of every body with matters are what SQL over both services finds", async () => {
    const depts = await rows<{ id: string }>(
      "matters",
      "select distinct dept_id as id from service_matters where status = 'PUBLISHED' order by 1",
    );
    const kinds = new Set<string>();
    for (const { id } of depts) {
      const { organization } = await ask(
        `{ organization(id: "${id}") { powerListFindings { kind catalogCode matters { id } } } }`,
      );
      const found = (organization.powerListFindings as Finding[]).map(
        ({ kind, catalogCode }) => `${catalogCode} ${kind}`,
      );
      expect([id, [...found].sort()]).toEqual([id, await expectedOf(id)]);
      for (const { kind } of organization.powerListFindings as Finding[]) kinds.add(kind);
    }
    expect([...kinds].sort()).toEqual(["LIST_MISSING", "MATTER_NOT_LISTED", "POWER_WITHDRAWN", "POWER_WITHOUT_MATTER"]);
  });

  it("follow the matters: one that is cancelled or not published is no matter", async () => {
    const only = `{ organization(uscc: "${BUREAU}") { powerListFindings { kind catalogCode matters { id } } } }`;
    const before = (await ask(only)).organization.powerListFindings as Finding[];
    const [{ matters }] = before.filter(({ kind }) => kind === "MATTER_NOT_LISTED") as [Finding];
    expect(matters.length).toBeGreaterThan(1);
    const db = stack.databases["matters"]!;
    const like = `${matters[0]!.id}%`;
    const states = await rows<{ id: string; task_state: string }>(
      "matters",
      `select id, task_state from service_matters where id like '${like}'`,
    );
    try {
      await db.raw("update service_matters set task_state = 'CANCELLED' where id like ?", [like]);
      expect((await ask(only)).organization.powerListFindings.map(({ kind }: Finding) => kind)).toEqual([
        "POWER_WITHDRAWN",
        "POWER_WITHOUT_MATTER",
      ]);
    } finally {
      for (const { id, task_state: state } of states)
        await db.raw("update service_matters set task_state = ? where id = ?", [state, id]);
    }
    expect((await ask(only)).organization.powerListFindings).toEqual(before);
  });

  it("a matter names its power, and none where it is not listed, was taken off or has a local code", async () => {
    const { listed, item, never, off, local } = await ask(`{
      listed: serviceMatter(id: "CN-TASK-${BUREAU}4220131001000") { powerListItem { name powerKind since } }
      item: serviceMatter(id: "CN-TASK-${BUREAU}422013100100001") { powerListItem { code } }
      never: serviceMatter(id: "CN-TASK-${BUREAU}4220131004000") { powerListItem { name } }
      off: serviceMatter(id: "CN-TASK-${BUREAU}4220131005000") { powerListItem { name } }
      local: serviceMatters(first: 1) { nodes { powerListItem { code } } } }`);
    expect(listed.powerListItem).toEqual({ name: "食品经营许可", powerKind: "LICENSING", since: 1 });
    expect(item.powerListItem).toEqual({ code: "220131001000" });
    expect([never.powerListItem, off.powerListItem]).toEqual([null, null]);
    expect(local.nodes).toHaveLength(1);
  });
});

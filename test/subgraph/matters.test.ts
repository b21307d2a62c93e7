/** Service matters through the gateway and directly: lists, search, drafts, quality, batches. */
import type { Knex } from "knex";
import { VIEWERS } from "../support/viewers.js";
import { plainRank } from "../support/plain-rank.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
});
afterAll(() => stack.stop());

const rows = async (sql: string): Promise<Record<string, string>[]> =>
  ((await db.raw(sql)) as { rows: Record<string, string>[] }).rows;

const statementsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const onQuery = (): void => void (count += 1);
  db.on("query", onQuery);
  await work();
  db.off("query", onQuery);
  return count;
};

describe("matters of a division", () => {
  const query = `query($first: Int!, $after: String) { division(code: "222401") { serviceMatters(first: $first, after: $after) {
    nodes { id dept { name } legalBases { lawName } catalogue { taskName } } pageInfo { hasNextPage endCursor } } } }`;

  it("are all published ones, by name, without gaps", async () => {
    const ids: string[] = [];
    for (let after: string | undefined; ;) {
      const { body } = await stack.ask(query, { variables: { first: 20, after } });
      const { nodes, pageInfo } = body.data.division.serviceMatters;
      ids.push(...nodes.map(({ id }: { id: string }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const expected = await rows(
      `select id from service_matters where division_code like '222401%' and status = 'PUBLISHED' order by task_name, id`,
    );
    expect(ids).toEqual(expected.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(20);
  });

  it("cost the same number of statements for 10 and for 50", async () => {
    const ten = await statementsDuring(() => stack.ask(query, { variables: { first: 10 } }));
    const fifty = await statementsDuring(() => stack.ask(query, { variables: { first: 50 } }));
    expect([ten, fifty]).toEqual([2, 2]);
  });

  it("keep their place when a row is inserted before it", async () => {
    const first = await stack.ask(query, { variables: { first: 5 } });
    const cursor = first.body.data.division.serviceMatters.pageInfo.endCursor;
    const before = await stack.ask(query, { variables: { first: 5, after: cursor } });
    await db.raw(`insert into service_matters select 'CN-LOCAL-test-0', null, null, 'TEST-0', catalog_code, ' ' || task_name, task_type, task_state, 'PUBLISHED', 1, dept_id,
      dept_uscc, '222401', use_level, serves, handling_type, visits, is_fee, is_online, legal_basis_ids, content, content_hash, search from service_matters limit 1`);
    const after = await stack.ask(query, { variables: { first: 5, after: cursor } });
    await db("service_matters").where("id", "CN-LOCAL-test-0").delete();
    const idsOf = (answer: typeof before): string[] =>
      answer.body.data.division.serviceMatters.nodes.map(({ id }: { id: string }) => id);
    expect(idsOf(after)).toEqual(idsOf(before));
  });

  it("refuses a cursor of another list", async () => {
    const { body } = await stack.ask(query, { variables: { first: 5 } });
    const after = body.data.division.serviceMatters.pageInfo.endCursor;
    const other = await stack.ask(`query($after: String) { serviceMatters(after: $after) { nodes { id } } }`, {
      variables: { after },
    });
    expect(other.body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", rule: "CURSOR" });
  });
});

describe("search", () => {
  const names = async (search: string): Promise<string[]> => {
    const { body } = await stack.ask(
      `query($search: String!) { serviceMatters(search: $search, first: 100) { nodes { taskName } } }`,
      { variables: { search } },
    );
    return body.data.serviceMatters.nodes.map(({ taskName }: { taskName: string }) => taskName);
  };

  it.each([
    ["保障", "保障"],
    ["环境影响", "环境影响"],
    ["低保", "最低生活保障"],
    ["环评", "环境影响评价"],
    ["食品经营许可", "食品经营许可"],
    ["经营许", "经营许可"],
    ["食品 许可", "食品"],
  ])("of %s finds names with %s", async (search, part) => {
    const found = await names(search);
    expect(found.length).toBeGreaterThan(0);
    for (const name of found) expect(name).toContain(part);
  });

  it.each([
    ["医保", /医疗保障局/],
    ["公积金", /住房公积金管理中心/],
    ["结婚", /民政局/],
    ["离婚", /民政局/],
    ["落户", /公安局/],
    ["低保", /街道办事处|[镇乡]人民政府/],
  ])("of %s, as people say it, finds matters of the body that handles them", async (search, body) => {
    const { body: answer } = await stack.ask(
      `query($search: String!) { serviceMatters(search: $search, first: 100) { nodes { dept { name } } } }`,
      { variables: { search } },
    );
    const depts = answer.data.serviceMatters.nodes.map(({ dept }: { dept: { name: string } }) => dept.name);
    expect(depts.length).toBeGreaterThan(0);
    for (const dept of depts) expect(dept).toMatch(body);
  });

  it.each(["保障", "登记", "许可", "低保", "医保", "结婚", "公积金"])(
    "of %s comes in the order that a second implementation gives: the better match first, then by name",
    async (search) => {
      const found = await names(search);
      const ranked = found.map((name) => [plainRank(search, name), name] as const);
      expect(ranked.length).toBeGreaterThan(1);
      const wrong = ranked.slice(1).filter(([rank, name], index) => {
        const [before, other] = ranked[index]!;
        // Ranks are whole millionths in the search.
        return rank > before + 1 || (Math.abs(rank - before) < 0.001 && name < other);
      });
      expect(wrong).toEqual([]);
    },
  );

  it("finds as many as the names that hold the word", async () => {
    const [expected] = await rows(
      `select count(*)::int as n from service_matters where task_name like '%最低生活保障%' and status = 'PUBLISHED'`,
    );
    expect(await names("低保")).toHaveLength(Number(expected!["n"]));
  });

  it("finds by the beginning of a code, in either width", async () => {
    const [row] = await rows(
      `select local_task_code, task_name from service_matters where status = 'PUBLISHED' order by id limit 1`,
    );
    expect(await names(row!["local_task_code"]!.slice(0, 25))).toContain(row!["task_name"]);
    expect(await names("１１９９０１０１ＭＢ９０００")).not.toHaveLength(0);
  });

  it.each(["%", "'; drop table service_matters; --", "():*!&|<->", "不存在的事项名称甲乙丙"])(
    "finds nothing and breaks nothing for %p",
    async (search) => {
      expect(await names(search)).toEqual([]);
    },
  );
});

describe("a draft", () => {
  let draft: Record<string, string>;
  beforeAll(async () => {
    await db.raw(
      `update service_matters set status = 'DRAFT' where id = (select min(id) from service_matters where dept_uscc = '11990101MB9000015E')`,
    );
    [draft] = (await rows(
      `select id, task_code from service_matters where status = 'DRAFT' and dept_uscc = '11990101MB9000015E'`,
    )) as [Record<string, string>];
  });

  it.each([
    ["anonymous", false],
    ["citizen-1", false],
    ["officer-1", true],
    ["officer-2", false],
    ["supervisor-1", true],
    ["app-partner", false],
  ] as const)("is for %s: %s, on every path", async (viewer, known) => {
    const byId = await stack.ask(`query($id: ID!) { serviceMatter(id: $id) { id } }`, {
      viewer,
      variables: { id: draft["id"] },
    });
    const byCode = await stack.ask(`query($code: String!) { serviceMatter(taskCode: $code) { id } }`, {
      viewer,
      variables: { code: draft["task_code"] },
    });
    const entity = await stack.askSubgraph(
      "matters",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on ServiceMatter { id } } }`,
      {
        viewer: VIEWERS[viewer],
        variables: { r: [{ __typename: "ServiceMatter", id: draft["id"] }] },
      },
    );
    const listed = await stack.ask(
      `{ organization(uscc: "11990101MB9000015E") { serviceMatters(first: 100) { nodes { id } } } }`,
      { viewer },
    );
    const ids = listed.body.data.organization.serviceMatters.nodes.map(({ id }: { id: string }) => id);
    expect([
      byId.body.data.serviceMatter !== null,
      byCode.body.data.serviceMatter !== null,
      entity.body.data._entities[0] !== null,
      ids.includes(draft["id"]),
    ]).toEqual([known, known, known, known]);
    if (!known) expect(byId.body).toEqual({ data: { serviceMatter: null } });
  });
});

describe("quality findings", () => {
  const query = `query($id: ID!) { serviceMatter(id: $id) { promised { amount } statutory { amount } qualityIssues { rule severity } } }`;

  it("name a promise beyond the law to those who may see them", async () => {
    const [faulty] =
      await rows(`select id from service_matters where status = 'PUBLISHED' and (content->'promised'->>'unit') = 'WORKING_DAY'
      and (content->'promised'->>'amount')::int > (content->'statutory'->>'amount')::int limit 1`);
    const { body } = await stack.ask(query, { viewer: "supervisor-1", variables: { id: faulty!["id"] } });
    expect(body.data.serviceMatter.qualityIssues).toContainEqual({
      rule: "PROMISE_EXCEEDS_STATUTORY",
      severity: "ERROR",
    });
    const closed = await stack.ask(query, { variables: { id: faulty!["id"] } });
    expect(closed.body.data.serviceMatter.qualityIssues).toBeNull();
    expect(closed.body.extensions?.["withheld"]).toHaveLength(1);
  });

  it("are told in the language that the reader asked for, and in no other", async () => {
    const told = `{ serviceMatters(first: 100) { nodes { qualityIssues { rule message } } } }`;
    const messages = async (language: "en" | "zh"): Promise<Map<string, string>> => {
      const { body } = await stack.ask(told, { viewer: "supervisor-1", headers: { "accept-language": language } });
      const issues = body.data.serviceMatters.nodes.flatMap(
        (node: Record<string, unknown[]>) => node["qualityIssues"] ?? [],
      ) as Record<string, string>[];
      return new Map(issues.map(({ rule, message }) => [rule!, message!]));
    };
    const [english, chinese] = [await messages("en"), await messages("zh")];
    expect(english.size).toBeGreaterThan(2);
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    for (const message of english.values()) expect(message).not.toMatch(/\p{Script=Han}/u);
    for (const message of chinese.values()) expect(message).not.toMatch(/[A-Za-z]/);
  });
});

describe("a matter", () => {
  it("shows materials of a situation alone", async () => {
    const { body } = await stack.ask(
      `{ serviceMatters(search: "食品经营许可", first: 1) { nodes { all: materials { name } change: materials(situation: ["CHANGE"]) { name } versions { version } } } }`,
    );
    const [matter] = body.data.serviceMatters.nodes;
    expect(matter.all).toHaveLength(4);
    expect(matter.change.map(({ name }: { name: string }) => name)).toEqual(["食品经营许可申请表", "变更证明材料"]);
  });

  it("is implemented in the same way across divisions of a catalogue item", async () => {
    const { body } = await stack.ask(
      `{ catalogueItem(catalogCode: "220131001000") { taskName byLaw { lawName inForce } implementations(division: "220000", first: 100) { nodes { dept { division { name } } } } } }`,
    );
    const [count] = await rows(
      `select count(*)::int as n from service_matters where catalog_code = '220131001000' and status = 'PUBLISHED'`,
    );
    expect(body.data.catalogueItem).toMatchObject({
      taskName: "食品经营许可",
      byLaw: [{ lawName: "中华人民共和国食品安全法", inForce: true }],
    });
    expect(body.data.catalogueItem.implementations.nodes).toHaveLength(Number(count!["n"]));
  });

  it("refuses a wrong implementation code by its rule", async () => {
    const { body } = await stack.ask(`{ serviceMatter(taskCode: "11440300007542785T4440709003000") { id } }`);
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      argument: "taskCode",
      rule: "TASK_CODE_USCC",
    });
  });
});

describe("what a matter says of itself", () => {
  const PARTICULARS = `id deptType entrustName powerSource themes onlineDepth handleArea limitExplain jointDepts { name }
    channels { link mobileLink appointment terminal singleSignOn } materials { name type format blankForm sample fillExplain }`;

  it("is title, source of the power, themes, depth online, joint bodies and forms", async () => {
    const { body } = await stack.ask(
      `{ division(code: "222401") { serviceMatters(search: "建筑工程施工许可证核发", first: 1) { nodes { ${PARTICULARS} } } } }`,
    );
    const [matter] = body.data.division.serviceMatters.nodes;
    const [row] = await rows(
      `select content->>'deptType' as title, content->>'powerSource' as source, content->>'handleArea' as area, themes[1] as theme,
         content->'materials'->0->>'blankFormAddress' as form from service_matters where id = '${matter.id}'`,
    );
    expect(matter).toMatchObject({
      deptType: row!["title"],
      powerSource: row!["source"],
      handleArea: row!["area"],
      themes: [row!["theme"], "住房保障"],
      jointDepts: [{ name: "延吉市生态环境局（演示）" }, { name: "延吉市水利局（演示）" }],
    });
    expect(matter.materials[0]).toMatchObject({ type: "ORIGINAL", format: "BOTH", blankForm: row!["form"] });
    expect(row!["form"]).toMatch(/^https:/);
  });

  it("shows no address that is no web address, and tells the agency of it", async () => {
    const [faulty] = await rows(
      `select id from service_matters where content->'channels'->>'webAddress' not like 'http%' and status = 'PUBLISHED' order by id limit 1`,
    );
    for (const address of ["javascript:alert(1)", "见窗口公告", "data:text/html,x", "HTTPS://a b"]) {
      await db.raw(
        `update service_matters set content = jsonb_set(content, '{channels,webAddress}', ?::jsonb) where id = ?`,
        [JSON.stringify(address), faulty!["id"]!],
      );
      const { body } = await stack.ask(
        `query ($id: ID!) { serviceMatter(id: $id) { channels { link mobileLink } qualityIssues { rule } } }`,
        { viewer: "supervisor-1", variables: { id: faulty!["id"] } },
      );
      expect([address, body.data.serviceMatter.channels.link]).toEqual([address, null]);
      expect(body.data.serviceMatter.channels.mobileLink).toMatch(/^https:/);
      if (!address.startsWith("HTTPS"))
        expect(body.data.serviceMatter.qualityIssues).toContainEqual({ rule: "LINK_IS_NO_WEB_ADDRESS" });
    }
  });

  it("must not ask for a visit where all is done online", async () => {
    const [faulty] = await rows(
      `select id from service_matters where content->'onlineDepth' @> '["RECEIPT", "ACCEPTANCE", "HANDLING", "RESULT"]' and visits > 0 and status = 'PUBLISHED' order by id limit 1`,
    );
    const { body } = await stack.ask(`query ($id: ID!) { serviceMatter(id: $id) { visits qualityIssues { rule } } }`, {
      viewer: "supervisor-1",
      variables: { id: faulty!["id"] },
    });
    expect(body.data.serviceMatter.visits).toBeGreaterThan(0);
    expect(body.data.serviceMatter.qualityIssues).toContainEqual({ rule: "FULLY_ONLINE_NEEDS_NO_VISIT" });
  });

  it.each([
    ["{ fee: true }", "is_fee"],
    [`{ theme: "社会救助" }`, "'社会救助' = any(themes)"],
    [
      `{ licenceType: "BUSINESS_LICENCE" }`,
      "exists (select 1 from jsonb_array_elements(content->'materials') m where m->>'licenceType' = 'BUSINESS_LICENCE')",
    ],
    [
      "{ promiseExceedsStatutory: true }",
      "content->'promised'->>'unit' = 'WORKING_DAY' and (content->'promised'->>'amount')::int > (content->'statutory'->>'amount')::int",
    ],
    [
      "{ promiseExceedsStatutory: false, fee: false }",
      "not is_fee and not (content->'promised'->>'unit' = 'WORKING_DAY' and (content->'promised'->>'amount')::int > (content->'statutory'->>'amount')::int)",
    ],
    [`{ theme: "没有的主题" }`, "false"],
  ])("is what lists are narrowed by: %s", async (filter, condition) => {
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { body }: Awaited<ReturnType<TestStack["ask"]>> = await stack.ask(
        `query ($after: String) { serviceMatters(filter: ${filter}, first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { variables: { after } },
      );
      found.push(...body.data.serviceMatters.nodes.map(({ id }: { id: string }) => id));
      ({ endCursor: after, hasNextPage: more } = body.data.serviceMatters.pageInfo);
    }
    const expected = await rows(
      `select id from service_matters where status = 'PUBLISHED' and (${condition}) order by task_name, id`,
    );
    expect(found).toEqual(expected.map(({ id }) => id));
    expect(found.length > 0).toBe(condition !== "false");
  });
});

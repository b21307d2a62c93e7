/** Bundles: what they ask for and promise by independent SQL, drafts that nobody finds in them, lists, search and batches. */
import type { Knex } from "knex";
import { countStatements } from "../../platform/database/index.js";
import { startStack, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";
import { select, type Row } from "./support/matters.js";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
});
afterAll(() => stack.stop());

const BUNDLE = `code name theme serves division { code name } matters { id } materials { name sharedBy }
  savedMaterials limit { amount unit } visits`;

const MATTERS = `select b.bundle_code, b.position, b.matter_id, m.content, m.visits from service_bundle_matters b
  join service_matters m on m.id = b.matter_id where m.status = 'PUBLISHED'`;

/** What SQL says of every bundle; promises of the seed are in working days or on the spot. */
const expectedBundles = async (): Promise<Row[]> =>
  select(
    db,
    `with m as (${MATTERS}),
       asked as (select bundle_code, x->>'name' as name, count(distinct matter_id)::int as shared
         from m, jsonb_array_elements(content->'materials') x group by 1, 2)
     select b.code, b.name, b.theme, b.serves, b.division_code,
       (select array_agg(matter_id order by position) from m where bundle_code = b.code) as matters,
       (select jsonb_object_agg(name, shared) from asked where bundle_code = b.code) as materials,
       (select sum(shared - 1)::int from asked where bundle_code = b.code) as saved,
       (select max((content->'promised'->>'amount')::int) from m where bundle_code = b.code) as days,
       (select max(visits) from m where bundle_code = b.code) as visits
     from service_bundles b order by b.name, b.code`,
  );

const everyPage = async (field: string, selection: string, filter = ""): Promise<Row[]> => {
  const nodes: Row[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { body }: Awaited<ReturnType<TestStack["ask"]>> = await stack.ask(
      `query ($after: String) { ${field}(first: 7, after: $after ${filter}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
      { variables: { after } },
    );
    expect(body.errors).toBeUndefined();
    nodes.push(...body.data[field].nodes);
    ({ endCursor: after, hasNextPage: more } = body.data[field].pageInfo);
  }
  return nodes;
};

describe("bundles of the seed", () => {
  it.each([
    ["has fewer than two matters", "(select count(*) from service_bundle_matters m where m.bundle_code = b.code) < 2"],
    [
      "holds a matter of another division than its own",
      `exists (select from service_bundle_matters x join service_matters m on m.id = x.matter_id
        where x.bundle_code = b.code and b.division_code is not null and m.division_code <> b.division_code)`,
    ],
    [
      "holds two matters of one catalogue item",
      `exists (select from service_bundle_matters x join service_matters m on m.id = x.matter_id
        where x.bundle_code = b.code group by m.catalog_code having count(*) > 1)`,
    ],
    [
      "does not number its matters from one without gaps",
      `(select count(*) from service_bundle_matters m where m.bundle_code = b.code)
        <> (select max(position) from service_bundle_matters m where m.bundle_code = b.code)`,
    ],
    ["has a code of another division", "b.code not like 'YJS-' || coalesce(b.division_code, '220000') || '-%'"],
  ])("none %s", async (_case, condition) =>
    expect(await select(db, `select code from service_bundles b where ${condition}`)).toEqual([]),
  );

  it("hold drafts too, one is for the whole province, and every county with all of its matters has one to open a restaurant", async () => {
    const [row] = await select(
      db,
      `select (select count(*)::int from service_bundle_matters b join service_matters m on m.id = b.matter_id where m.status = 'DRAFT') as drafts,
         (select count(*)::int from service_bundles where division_code is null) as provincial,
         (select count(*)::int from service_bundles where name = '开餐饮店') as restaurants,
         (select count(*)::int from (select division_code from service_matters
            where task_name in ('个体工商户设立登记', '食品经营许可', '公共场所卫生许可', '城镇污水排入排水管网许可')
            group by 1 having count(distinct task_name) = 4) as divisions) as divisions`,
    );
    expect(row!["drafts"]).toBeGreaterThan(0);
    expect(row!["provincial"]).toBe(1);
    expect(row!["restaurants"]).toBe(row!["divisions"]);
    expect(row!["restaurants"]).toBeGreaterThan(3);
  });
});

describe("a bundle", () => {
  it("says of its published matters what SQL says of them", async () => {
    const found = await everyPage("serviceBundles", BUNDLE);
    const expected = await expectedBundles();
    const materialsOf = ({ materials }: Row): Row =>
      Object.fromEntries(materials.map(({ name, sharedBy }: Row) => [name, sharedBy]));
    expect(
      found.map((bundle) => ({
        ...bundle,
        division: bundle["division"]?.code ?? null,
        materials: materialsOf(bundle),
      })),
    ).toEqual(
      expected.map((row) => ({
        code: row["code"],
        name: row["name"],
        theme: row["theme"],
        serves: row["serves"],
        division: row["division_code"],
        matters: row["matters"].map((id: string) => ({ id })),
        materials: row["materials"],
        savedMaterials: row["saved"],
        limit: { amount: row["days"], unit: row["days"] === 0 ? "IMMEDIATE" : "WORKING_DAY" },
        visits: row["visits"],
      })),
    );
    expect(found.some(({ materials }) => materials.length > 1)).toBe(true);
    for (const { materials } of found) {
      const shared = materials.map(({ sharedBy }: Row) => sharedBy);
      expect(shared).toEqual([...shared].sort((a: number, b: number) => b - a));
    }
    expect(new Set(found.map(({ limit }) => limit.unit)).size).toBe(2);
  });

  it("is known by code, and an unknown code gives nothing", async () => {
    const query = `query ($code: ID!) { serviceBundle(code: $code) { name division { name } matters { taskName dept { name } bundles { code } } } }`;
    const known = await stack.ask(query, { variables: { code: "YJS-222401-01" } });
    expect(known.body.data.serviceBundle).toMatchObject({ name: "开餐饮店", division: { name: "延吉市" } });
    expect(known.body.data.serviceBundle.matters.length).toBeGreaterThan(1);
    for (const { bundles } of known.body.data.serviceBundle.matters)
      expect(bundles).toContainEqual({ code: "YJS-222401-01" });
    const unknown = await stack.ask(query, { variables: { code: "YJS-000000-01" } });
    expect(unknown.body).toEqual({ data: { serviceBundle: null } });
  });

  it("is named by each published matter in it, by name", async () => {
    const [matter] = await select(
      db,
      `select matter_id as id, array_agg(b.code order by b.name, b.code) as codes from service_bundle_matters x
         join service_bundles b on b.code = x.bundle_code join service_matters m on m.id = x.matter_id
       where m.status = 'PUBLISHED' group by 1 having count(*) > 1 order by 1 limit 1`,
    );
    const { body } = await stack.ask(`query ($id: ID!) { serviceMatter(id: $id) { bundles { code } } }`, {
      variables: { id: matter!["id"] },
    });
    expect(body.data.serviceMatter.bundles).toEqual(matter!["codes"].map((code: string) => ({ code })));
  });
});

describe("a draft in a bundle", () => {
  it.each(["anonymous", "officer-1", "supervisor-1"] as const)("is there for nobody: %s", async (viewer) => {
    const [draft] = await select(
      db,
      "select matter_id, bundle_code from service_bundle_matters b join service_matters m on m.id = b.matter_id where m.dept_id = 'CN-USCC-11990101MB9000015E' order by 2, 1 limit 1",
    );
    await db("service_matters").where("id", draft!["matter_id"]).update({ status: "DRAFT" });
    const ask = async (): Promise<Row> => {
      const { body } = await stack.ask(
        `query ($code: ID!, $id: ID!) { serviceBundle(code: $code) { ${BUNDLE} } serviceMatter(id: $id) { bundles { code } } }`,
        { viewer, variables: { code: draft!["bundle_code"], id: draft!["matter_id"] } },
      );
      expect(body.errors).toBeUndefined();
      return body.data as Row;
    };
    const { serviceBundle: bundle, serviceMatter: matter } = await ask();
    await db("service_matters").where("id", draft!["matter_id"]).update({ status: "PUBLISHED" });
    const { serviceBundle: published } = await ask();
    const expected = (await expectedBundles()).find(({ code }) => code === draft!["bundle_code"])!;
    expect(published.matters.map(({ id }: Row) => id)).toEqual(expected["matters"]);
    expect(bundle.matters).toEqual(published.matters.filter(({ id }: Row) => id !== draft!["matter_id"]));
    expect(bundle.materials.length).toBeLessThan(published.materials.length);
    expect(matter).toEqual(viewer === "anonymous" ? null : { bundles: [] });
  });
});

describe("lists of bundles", () => {
  it.each([
    [`{ theme: "准营准办" }`, "theme = '准营准办'"],
    ["{ serves: [ENTERPRISE] }", "'ENTERPRISE' = any(serves)"],
    [`{ division: "222403" }`, "division_code = '222403' or division_code is null"],
    [`{ division: "222400", theme: "社会救助" }`, "division_code like '2224%' and theme = '社会救助'"],
    [`{ theme: "没有的主题" }`, "false"],
  ])("are narrowed by %s", async (filter, condition) => {
    const found = await everyPage("serviceBundles", "code", `, filter: ${filter}`);
    const expected = await select(db, `select code from service_bundles where ${condition} order by name, code`);
    expect(found).toEqual(expected);
    expect(found.length > 0).toBe(condition !== "false");
  });

  it.each([
    ["餐饮店", "餐饮"],
    ["餐饮", "餐饮"],
    ["新生儿", "新生儿"],
    ["企业", "企业"],
    ["企业开办", "企业开办"],
    ["社会救助", "救助"],
  ])("find %s by words of the name", async (search, part) => {
    const found = await everyPage("serviceBundles", "code name", `, search: "${search}"`);
    const expected = await select(db, `select code from service_bundles where name like '%${part}%' order by code`);
    expect(found.map(({ code }) => code).sort()).toEqual(expected.map(({ code }) => code));
    expect(found.length).toBeGreaterThan(0);
  });

  it("find by the beginning of a code, and nothing for what is not there", async () => {
    const found = await everyPage("serviceBundles", "code", `, search: "yjs-222401"`);
    expect(found).toEqual(
      await select(db, "select code from service_bundles where starts_with(code, 'YJS-222401') order by name, code"),
    );
    for (const search of ["%", "不存在的一件事", "'; drop table service_bundles; --"])
      expect(await everyPage("serviceBundles", "code", `, search: ${JSON.stringify(search)}`)).toEqual([]);
  });

  it("of a division hold its own, those below it and the provincial one, in one statement for many divisions", async () => {
    const codes = ["222400", "222401", "222403", "110000"];
    const counter = countStatements(db);
    const { body } = await stack.askSubgraph(
      "matters",
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Division { serviceBundles(first: 100) { nodes { code } } } } }`,
      { variables: { r: codes.map((code) => ({ __typename: "Division", code })) } },
    );
    expect(counter.count()).toBe(1);
    for (const [index, code] of codes.entries())
      expect([code, body.data._entities[index].serviceBundles.nodes]).toEqual([
        code,
        await select(
          db,
          "select code from service_bundles where division_code is null or division_code like ? || '%' order by name, code",
          [code.replace(/(00)+$/, "")],
        ),
      ]);
  });

  it("refuse a cursor of another list", async () => {
    const { body } = await stack.ask("{ serviceBundles(first: 2) { pageInfo { endCursor } } }");
    const other = await stack.ask(
      `query ($after: String) { serviceBundles(first: 2, after: $after, filter: { theme: "投资审批" }) { nodes { code } } }`,
      { variables: { after: body.data.serviceBundles.pageInfo.endCursor } },
    );
    expect(other.body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", rule: "CURSOR" });
  });
});

describe("bundles by key", () => {
  it("cost three statements for 1 and for 200, whatever is computed of them", async () => {
    await db.raw(
      "insert into service_bundles select 'TEST-' || n, name, theme, serves, division_code, search from service_bundles, generate_series(1, 200) n where code = 'YJS-222401-01'",
    );
    await db.raw(
      "insert into service_bundle_matters select 'TEST-' || n, position, matter_id from service_bundle_matters, generate_series(1, 200) n where bundle_code = 'YJS-222401-01'",
    );
    const counter = countStatements(db);
    const ask = async (keys: number): Promise<Row[]> => {
      counter.reset();
      const { body } = await stack.askSubgraph(
        "matters",
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ServiceBundle { code matters { id } materials { name sharedBy } savedMaterials limit { amount } visits } } }`,
        {
          viewer: VIEWERS.anonymous,
          variables: {
            r: Array.from({ length: keys }, (_, index) => ({ __typename: "ServiceBundle", code: `TEST-${index + 1}` })),
          },
        },
      );
      expect(body.errors).toBeUndefined();
      return body.data._entities as Row[];
    };
    const [one] = await ask(1);
    expect(counter.count()).toBe(3);
    const many = await ask(200);
    expect(counter.count()).toBe(3);
    expect(many).toHaveLength(200);
    for (const [index, bundle] of many.entries()) expect(bundle).toEqual({ ...one, code: `TEST-${index + 1}` });
    await db("service_bundles").whereLike("code", "TEST-%").delete();
  });
});

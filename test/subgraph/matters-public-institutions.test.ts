/** Services of public enterprises and institutions: every field against the row, links, lists by body, division and sector, search, batches. */
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

const everyPage = async (field: string, selection: string, filter = ""): Promise<Row[]> => {
  const nodes: Row[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { body }: Awaited<ReturnType<TestStack["ask"]>> = await stack.ask(
      `query ($after: String) { ${field}(first: 9, after: $after ${filter}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
      { variables: { after } },
    );
    expect(body.errors).toBeUndefined();
    nodes.push(...body.data[field].nodes);
    ({ endCursor: after, hasNextPage: more } = body.data[field].pageInfo);
  }
  return nodes;
};

const SECTORS = [
  "EDUCATION",
  "ENVIRONMENTAL_PROTECTION",
  "GAS_SUPPLY",
  "HEALTH",
  "HEATING",
  "POWER_SUPPLY",
  "PUBLIC_TRANSPORT",
  "WATER_SUPPLY",
];

describe("the seed", () => {
  it("has every sector in every division that has one, from institutions of that division under an agency of it", async () => {
    const rows = await select(
      db,
      "select division_code, array_agg(distinct sector order by sector) as sectors, array_agg(distinct institution_id) as institutions, array_agg(distinct competent_dept_id) as depts from public_institution_services group by 1",
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) {
      expect(row["sectors"]).toEqual(SECTORS);
      const bodies = await select(
        stack.databases["reference"]!,
        "select kind, count(*)::int as n from organizations where id = any(?) and division_code = ? group by 1 order by 1",
        [[...row["institutions"], ...row["depts"]], row["division_code"]],
      );
      expect(bodies).toEqual([
        { kind: "AGENCY", n: row["depts"].length },
        { kind: "INSTITUTION", n: row["institutions"].length },
      ]);
    }
  });

  it("has prices that vary, are free and name a law in force, and services with and without a limit", async () => {
    const [row] = await select(
      db,
      `select count(*) filter (where price_fen is null)::int as varying, count(*) filter (where price_fen = 0)::int as free,
         count(*) filter (where content->'timeLimit' is null)::int as unlimited, count(*) filter (where content->'timeLimit' is not null)::int as limited,
         array_agg(distinct content->'price'->>'legalBasisId') filter (where content->'price'->>'legalBasisId' is not null) as laws,
         count(*) filter (where jsonb_array_length(content->'infoItems') = 0)::int as silent from public_institution_services`,
    );
    expect(row).toMatchObject({ laws: ["PRICE-1997-18"], silent: 0 });
    for (const kind of ["varying", "free", "unlimited", "limited"]) expect(row![kind]).toBeGreaterThan(0);
  });
});

describe("a service of a public institution", () => {
  const FIELDS = `id sector serviceName serviceTarget standard price { amount unit explain basis legalBasis { id lawName } } hotline
    timeLimit { amount unit } infoItems { title content disclosureTerm } institution { id } competentDept { id } division { code }`;

  it("says what its row says, for everybody", async () => {
    const found = await everyPage("publicInstitutionServices", FIELDS);
    const expected = await select(
      db,
      `select id, sector, service_name, round(price_fen / 100.0, 2)::text as yuan, content, institution_id, competent_dept_id, division_code
         from public_institution_services order by service_name, id`,
    );
    expect(found).toEqual(
      expected.map(({ content, ...row }) => ({
        id: row["id"],
        sector: row["sector"],
        serviceName: row["service_name"],
        serviceTarget: content.serviceTarget,
        standard: content.standard,
        price: {
          amount: row["yuan"],
          unit: content.price.unit ?? null,
          explain: content.price.explain ?? null,
          basis: content.price.basis,
          legalBasis:
            content.price.legalBasisId === undefined
              ? null
              : { id: content.price.legalBasisId, lawName: "中华人民共和国价格法" },
        },
        hotline: content.hotline,
        timeLimit: content.timeLimit ?? null,
        infoItems: content.infoItems.map((item: Row) => ({ disclosureTerm: null, ...item })),
        institution: { id: row["institution_id"] },
        competentDept: { id: row["competent_dept_id"] },
        division: { code: row["division_code"] },
      })),
    );
  });

  it("may have no price, no agency and no hotline", async () => {
    await db.raw(
      "insert into public_institution_services (id, institution_id, division_code, sector, service_name, content, search) values ('GGFW-TEST', 'CN-LOCAL-none', '222401', 'HEATING', '甲', '{\"infoItems\": []}', '')",
    );
    const { body } = await stack.ask(
      `{ publicInstitutionService(id: "GGFW-TEST") { price { amount } competentDept { name } hotline timeLimit { amount } infoItems { title } } }`,
    );
    await db("public_institution_services").where("id", "GGFW-TEST").delete();
    expect(body).toEqual({
      data: {
        publicInstitutionService: { price: null, competentDept: null, hotline: null, timeLimit: null, infoItems: [] },
      },
    });
    const gone = await stack.ask(`{ publicInstitutionService(id: "GGFW-TEST") { id } }`);
    expect(gone.body).toEqual({ data: { publicInstitutionService: null } });
  });
});

describe("lists of services of public institutions", () => {
  it.each([
    ["{ sectors: [WATER_SUPPLY, HEATING] }", "sector in ('WATER_SUPPLY', 'HEATING')"],
    [`{ division: "222403" }`, "division_code = '222403'"],
    [`{ division: "222400", sectors: [EDUCATION] }`, "division_code like '2224%' and sector = 'EDUCATION'"],
    [`{ division: "110000" }`, "false"],
  ])("are narrowed by %s", async (filter, condition) => {
    const found = await everyPage("publicInstitutionServices", "id", `, filter: ${filter}`);
    const expected = await select(
      db,
      `select id from public_institution_services where ${condition} order by service_name, id`,
    );
    expect(found).toEqual(expected);
    expect(found.length > 0).toBe(condition !== "false");
  });

  it.each(["用水", "供热", "燃气", "病历"])("find %s by words of the name", async (search) => {
    const found = await everyPage("publicInstitutionServices", "id", `, search: "${search}"`);
    const expected = await select(
      db,
      "select id from public_institution_services where service_name like '%' || ? || '%' order by id",
      [search],
    );
    expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id));
    expect(found.length).toBeGreaterThan(0);
  });

  it.each(["%", "不存在的服务", "'; drop table public_institution_services; --"])(
    "find nothing and break nothing for %p",
    async (search) =>
      expect(await everyPage("publicInstitutionServices", "id", `, search: ${JSON.stringify(search)}`)).toEqual([]),
  );

  it("of a division take one sector, in one statement for many divisions", async () => {
    const codes = ["222400", "222401", "222403", "110000"];
    const counter = countStatements(db);
    const { body } = await stack.askSubgraph(
      "matters",
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Division { publicInstitutionServices(first: 100, sector: WATER_SUPPLY) { nodes { id } } } } }`,
      { variables: { r: codes.map((code) => ({ __typename: "Division", code })) } },
    );
    expect(counter.count()).toBe(1);
    for (const [index, code] of codes.entries())
      expect([code, body.data._entities[index].publicInstitutionServices.nodes]).toEqual([
        code,
        await select(
          db,
          "select id from public_institution_services where division_code like ? || '%' and sector = 'WATER_SUPPLY' order by service_name, id",
          [code.replace(/(00)+$/, "")],
        ),
      ]);
  });

  it("of a body are its own, page after page", async () => {
    const [{ id } = { id: "" }] = await select(
      db,
      "select institution_id as id from public_institution_services group by 1 having count(*) > 1 order by 1 limit 1",
    );
    const query = `query ($id: ID!, $after: String) { organization(id: $id) { publicServices(first: 1, after: $after) { nodes { id institution { id } } pageInfo { hasNextPage endCursor } } } }`;
    const first = await stack.ask(query, { variables: { id } });
    const { endCursor, hasNextPage } = first.body.data.organization.publicServices.pageInfo;
    const second = await stack.ask(query, { variables: { id, after: endCursor } });
    const nodes = [first, second].flatMap(({ body }) => body.data.organization.publicServices.nodes as Row[]);
    expect(hasNextPage).toBe(true);
    expect(nodes).toEqual(
      (
        await select(
          db,
          "select id from public_institution_services where institution_id = ? order by service_name, id limit 2",
          [id],
        )
      ).map((row) => ({ id: row["id"], institution: { id } })),
    );
  });
});

describe("services of public institutions by key", () => {
  it("cost one statement for 1 and for 200", async () => {
    await db.raw(
      "insert into public_institution_services select 'TEST-' || n, institution_id, competent_dept_id, division_code, sector, service_name, price_fen, content, search from public_institution_services, generate_series(1, 200) n where id = 'GGFW-222401-05'",
    );
    const counter = countStatements(db);
    const ask = async (keys: number): Promise<Row[]> => {
      counter.reset();
      const { body } = await stack.askSubgraph(
        "matters",
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on PublicInstitutionService { id serviceName price { amount legalBasis { id } } institution { id } division { code } } } }`,
        {
          viewer: VIEWERS.anonymous,
          variables: {
            r: Array.from({ length: keys }, (_, index) => ({
              __typename: "PublicInstitutionService",
              id: `TEST-${index + 1}`,
            })),
          },
        },
      );
      expect(body.errors).toBeUndefined();
      return body.data._entities as Row[];
    };
    const [one] = await ask(1);
    expect(counter.count()).toBe(1);
    const many = await ask(200);
    expect(counter.count()).toBe(1);
    expect(one).toMatchObject({ serviceName: "居民生活用水", price: { amount: "2.80" } });
    for (const [index, service] of many.entries()) expect(service).toEqual({ ...one, id: `TEST-${index + 1}` });
    await db("public_institution_services").whereLike("id", "TEST-%").delete();
  });
});

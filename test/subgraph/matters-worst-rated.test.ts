/** Matters from the worst average of ratings: in the graph, of an agency and of a division, stable over pages, with five ratings at least. */
import type { Knex } from "knex";
import { countStatements } from "../../platform/database/index.js";
import { startStack, type TestStack } from "../support/stack.js";
import { OWN_AGENCY, select, type Row } from "./support/matters.js";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
  // Every matter but one in seven has figures: 3 to 10 ratings, averages that tie often, drafts among them.
  await db("rating_statistics").delete();
  await db.raw(
    `insert into rating_statistics (matter_id, ratings, stars)
     select id, 3 + n % 8, (3 + n % 8) * 2 + n % (1 + (3 + n % 8) * 2) from (select id, row_number() over (order by id) as n from service_matters) m where n % 7 <> 0`,
  );
});
afterAll(() => stack.stop());

/** Ids by exact averages. */
const expected = async (condition: string, viewerKnows = "m.status = 'PUBLISHED'"): Promise<string[]> =>
  (
    await select(
      db,
      `select m.id from service_matters m join rating_statistics r on r.matter_id = m.id where r.ratings >= 5 and (${viewerKnows}) and (${condition})
       order by r.stars::numeric / r.ratings, m.task_name, m.id`,
    )
  ).map(({ id }) => id);

/** Ids of all pages; `parent` wraps the list, and its alias is p. */
const everyPage = async (parent: string, filter = "", viewer = "anonymous"): Promise<string[]> => {
  const found: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const list = `serviceMatters(orderBy: RATING, first: 11, after: $after ${filter}) { nodes { id } pageInfo { hasNextPage endCursor } }`;
    const { body }: Awaited<ReturnType<TestStack["ask"]>> = await stack.ask(
      `query ($after: String) { ${parent === "" ? list : `p: ${parent} { ${list} }`} }`,
      { viewer, variables: { after } },
    );
    expect(body.errors).toBeUndefined();
    const page = (parent === "" ? body.data : body.data.p).serviceMatters;
    found.push(...page.nodes.map(({ id }: Row) => id));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  return found;
};

describe("matters by rating", () => {
  it.each([
    ["in the graph", "", "", "true"],
    ["narrowed by a filter", "", ", filter: { fee: true }", "m.is_fee"],
    ["of a search", "", `, search: "许可"`, "m.task_name like '%许可%'"],
    ["of a county", `division(code: "222403")`, "", "m.division_code = '222403'"],
    ["of a prefecture", `division(code: "222400")`, "", "m.division_code like '2224%'"],
    ["of an agency", `organization(id: "${OWN_AGENCY.id}")`, "", `m.dept_id = '${OWN_AGENCY.id}'`],
  ])("begin with the worst %s", async (_case, parent, filter, condition) => {
    const found = await everyPage(parent, filter);
    expect(found).toEqual(await expected(condition));
    expect(found.length).toBeGreaterThan(2);
    expect(new Set(found).size).toBe(found.length);
  });

  it("leave out those with fewer than five ratings or none, and the average falls nowhere", async () => {
    const { body } = await stack.ask("{ serviceMatters(orderBy: RATING, first: 100) { nodes { id ratingAverage } } }");
    const nodes = body.data.serviceMatters.nodes as Row[];
    const few = await select(
      db,
      "select m.id from service_matters m left join rating_statistics r on r.matter_id = m.id where coalesce(r.ratings, 0) < 5",
    );
    expect(few.length).toBeGreaterThan(50);
    const left = new Set(few.map(({ id }) => id));
    expect(nodes.filter(({ id }) => left.has(id))).toEqual([]);
    const averages = nodes.map(({ ratingAverage }) => ratingAverage);
    expect(averages).toEqual([...averages].sort((a, b) => a - b));
    expect(averages[0]).toBeLessThan(averages.at(-1));
  });

  it("show a draft to its own agency alone", async () => {
    await db("service_matters")
      .where("id", (await expected(`m.dept_id = '${OWN_AGENCY.id}'`))[0])
      .update({ status: "DRAFT" });
    const agency = `organization(id: "${OWN_AGENCY.id}")`;
    const all = await expected(`m.dept_id = '${OWN_AGENCY.id}'`, "true");
    const published = await expected(`m.dept_id = '${OWN_AGENCY.id}'`);
    expect(published.length).toBeLessThan(all.length);
    expect(await everyPage(agency, "", "officer-1")).toEqual(all);
    expect(await everyPage(agency)).toEqual(published);
  });

  it("keep their place when another matter becomes the worst", async () => {
    const query = `query ($after: String) { serviceMatters(orderBy: RATING, first: 5, after: $after) { nodes { id } pageInfo { endCursor } } }`;
    const { body } = await stack.ask(query);
    const after = body.data.serviceMatters.pageInfo.endCursor;
    const idsAfter = async (): Promise<string[]> =>
      (await stack.ask(query, { variables: { after } })).body.data.serviceMatters.nodes.map(({ id }: Row) => id);
    const before = await idsAfter();
    const best = (await expected("true")).at(-1)!;
    await db("rating_statistics").where("matter_id", best).update({ ratings: 9, stars: 9 });
    expect((await expected("true"))[0]).toBe(best);
    expect(await idsAfter()).toEqual(before);
  });

  it("refuse a cursor of the list by name", async () => {
    const { body } = await stack.ask("{ serviceMatters(orderBy: NAME, first: 2) { pageInfo { endCursor } } }");
    const other = await stack.ask(
      `query ($after: String) { serviceMatters(orderBy: RATING, after: $after) { nodes { id } } }`,
      { variables: { after: body.data.serviceMatters.pageInfo.endCursor } },
    );
    expect(other.body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", rule: "CURSOR" });
  });

  it("cost one statement for many divisions, and the orders of one division do not mix", async () => {
    const ask = (orders: string): ReturnType<TestStack["askSubgraph"]> =>
      stack.askSubgraph(
        "matters",
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Division { ${orders} } } }`,
        { variables: { r: ["222401", "222403", "222404"].map((code) => ({ __typename: "Division", code })) } },
      );
    const counter = countStatements(db);
    const worst = "worst: serviceMatters(orderBy: RATING, first: 5) { nodes { id } }";
    const alone = await ask(worst);
    expect(counter.count()).toBe(1);
    const both = await ask(`${worst} names: serviceMatters(orderBy: NAME, first: 5) { nodes { id } }`);
    expect(both.body.data._entities).toHaveLength(3);
    for (const [index, { worst: list, names }] of both.body.data._entities.entries()) {
      expect(list).toEqual(alone.body.data._entities[index].worst);
      expect(list).not.toEqual(names);
    }
  });
});

/** Versions of a matter by their state: one that was never published stays with its agency and supervisors, on every path. */
import type { Knex } from "knex";
import { startStack, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";
import { OWN_AGENCY, select, type Row } from "./support/matters.js";

let stack: TestStack;
let db: Knex;
const MATTER = "T-MATTER-VERSIONS";
const SECRET = "未公开承诺";

/** A matter of officer-1's agency at version 3; the second one was drafted and thrown away. */
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
  const [model] = await select(
    db,
    "select * from service_matters where dept_id = ? and status = 'PUBLISHED' order by id limit 1",
    [OWN_AGENCY.id],
  );
  const content = (name: string): string => JSON.stringify({ ...model!["content"], limitExplain: name });
  const codes = { task_code: null, handling_item_code: null, local_task_code: null };
  await db("service_matters").insert({ ...model, ...codes, id: MATTER, version: 3, content: content("第三版") });
  await db("service_matter_versions").insert(
    [
      ["PUBLISHED", "第一版", "2025-01-01", "2025-12-31"],
      ["DRAFT", SECRET, null, null],
      ["PUBLISHED", "第三版", "2026-01-01", null],
    ].map(([status, name, from, to], index) => ({
      matter_id: MATTER,
      version: index + 1,
      task_name: name,
      status,
      valid_from: from,
      valid_to: to,
      content: content(name!),
    })),
  );
});
afterAll(() => stack.stop());

const ASKED = `versions { version taskName }
  a: versionDifference(from: 1, to: 2) { changes { oldValue newValue } } b: versionDifference(from: 2, to: 3) { changes { oldValue newValue } }
  c: versionDifference(from: 2, to: 2) { changes { field } } d: versionDifference(from: 1, to: 3) { changes { newValue } }`;

const answer = async (viewer: string): Promise<{ matter: Row; text: string }> => {
  const { body } = await stack.ask(`{ serviceMatter(id: "${MATTER}") { ${ASKED} } }`, { viewer });
  expect(body.errors).toBeUndefined();
  return { matter: body.data.serviceMatter, text: JSON.stringify(body) };
};

describe("a version that was never published", () => {
  it.each(["anonymous", "citizen-1", "agent-1", "officer-2", "auditor-1", "app-open", "app-partner"])(
    "is not there for %s, though a later one is public",
    async (viewer) => {
      const { matter, text } = await answer(viewer);
      expect(matter["versions"].map(({ version }: Row) => version)).toEqual([3, 1]);
      expect([matter["a"], matter["b"], matter["c"]]).toEqual([null, null, null]);
      expect(matter["d"].changes).toContainEqual({ newValue: "第三版" });
      expect(text).not.toContain(SECRET);
    },
  );

  it.each(["officer-1", "publisher-1", "supervisor-1"])("is there for %s", async (viewer) => {
    const { matter } = await answer(viewer);
    expect(matter["versions"].map(({ version, taskName }: Row) => [version, taskName])).toEqual([
      [3, "第三版"],
      [2, SECRET],
      [1, "第一版"],
    ]);
    expect(matter["b"].changes).toContainEqual({ oldValue: SECRET, newValue: "第三版" });
  });

  it("is not there by key at the service either, nor by the way of a list, a comparison or a search", async () => {
    const direct = await stack.askSubgraph(
      "matters",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on ServiceMatter { ${ASKED} } } }`,
      { viewer: VIEWERS.anonymous, variables: { r: [{ __typename: "ServiceMatter", id: MATTER }] } },
    );
    const listed = await stack.ask(
      `{ organization(uscc: "${OWN_AGENCY.uscc}") { serviceMatters(first: 100) { nodes { id ${ASKED} } } }
        found: serviceMatters(search: "${SECRET}", first: 10) { nodes { id } } }`,
    );
    expect([direct.body.errors, listed.body.errors]).toEqual([undefined, undefined]);
    expect(direct.body.data._entities[0].versions).toHaveLength(2);
    expect(listed.body.data.organization.serviceMatters.nodes.map(({ id }: Row) => id)).toContain(MATTER);
    expect(JSON.stringify([direct.body, listed.body])).not.toContain(SECRET);
    expect(listed.body.data.found.nodes.map(({ id }: Row) => id)).not.toContain(MATTER);
  });
});

describe("the version that a matter stands at", () => {
  it("follows the matter when it is taken back and published, the others keep their state", async () => {
    const states = async (): Promise<unknown[]> =>
      (
        await select(db, "select status from service_matter_versions where matter_id = ? order by version", [MATTER])
      ).map(({ status }) => status);
    await db("service_matters").where("id", MATTER).update({ status: "IN_REVIEW" });
    expect(await states()).toEqual(["PUBLISHED", "DRAFT", "IN_REVIEW"]);
    await db("service_matters").where("id", MATTER).update({ status: "PUBLISHED" });
    expect(await states()).toEqual(["PUBLISHED", "DRAFT", "PUBLISHED"]);
  });
});

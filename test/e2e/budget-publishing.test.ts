/** Publishing final accounts through the gateway: public from the day on, by the unit alone, where the tables agree. */
import { findTableLines } from "../../subgraphs/funds/budget-disclosure/budget-disclosure.repository.js";
import { disagreements } from "../../subgraphs/funds/budget-publishing/agreements.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { newDisclosure } from "../support/verbs/funds.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const publish = (viewer: string, id: string, expectedVersion = 1): Promise<Answer> =>
  stack.ask(
    "mutation ($input: PublishBudgetInput!) { done: publishBudgetDisclosure(input: $input) { disclosure { publishedOn publishedLate version } } }",
    { viewer, variables: { input: { id, expectedVersion } } },
  );

const read = async (id: string, viewer = "anonymous"): Promise<unknown> => {
  const { body } = await stack.ask(
    "query ($id: ID!) { budgetDisclosure(id: $id) { publishedOn state history { event part agency } } }",
    { viewer, variables: { id } },
  );
  return body.data.budgetDisclosure;
};

const refusal = ({ body }: Answer): unknown => ({ done: body.data?.done, ...body.errors?.[0]?.extensions });

it("is known to the unit alone before, and to everyone from the day on", async () => {
  const id = await newDisclosure(stack);
  expect(await read(id)).toBeNull();
  expect(await read(id, "publisher-1")).toEqual({ publishedOn: null, state: "REPLIED", history: [] });
  const { body } = await publish("publisher-1", id);
  expect(body.errors).toBeUndefined();
  expect(body.data.done.disclosure).toEqual({ publishedOn: "2026-09-28", publishedLate: false, version: 2 });
  expect(await read(id)).toEqual({
    ...{ publishedOn: "2026-09-28", state: "PUBLISHED" },
    history: [{ event: "PUBLISH", part: "PUBLISHER", agency: "11990101MB9000015E" }],
  });
  expect(refusal(await publish("publisher-1", id, 2))).toMatchObject({ reason: "STATE", state: "PUBLISHED" });
});

it("is told to be late after twenty days, and published all the same", async () => {
  const id = await newDisclosure(stack);
  await stack.databases["funds"]!("budget_disclosures").where({ id }).update({ replied_on: "2026-08-20" });
  const { body } = await publish("publisher-1", id);
  expect(body.data.done.disclosure).toMatchObject({ publishedOn: "2026-09-28", publishedLate: true });
});

it("is refused where the tables disagree by a fen, both cells named, or nothing explains them, and stays unpublished", async () => {
  const wrong = await newDisclosure(stack);
  await stack.databases["funds"]!("budget_table_lines")
    .where({ disclosure_id: wrong, table_no: 3, code: "2080505" })
    .increment("amount_fen", 1);
  expect(refusal(await publish("publisher-1", wrong))).toMatchObject({
    ...{ code: "RULE_VIOLATION", reason: "TABLES_DISAGREE", basis: "预算法 第十四条第二款", state: "REPLIED" },
    missing: ["表1 本年支出合计 2050.00 ≠ 表3 各项支出 2050.01"],
  });
  const bare = await newDisclosure(stack);
  await stack.databases["funds"]!("budget_disclosures").where({ id: bare }).update({ narrative: "[]" });
  expect(refusal(await publish("publisher-1", bare))).toMatchObject({ reason: "NARRATIVE_NEEDED" });
  for (const id of [wrong, bare]) expect(await read(id)).toBeNull();
});

it("finds nothing wrong in any budget or final accounts of the demonstration", async () => {
  const db = stack.databases["funds"]!;
  const ids = (await db("budget_disclosures").whereNot("id", "like", "BD-T-%").pluck("id")) as string[];
  const lines = await findTableLines(db, ids);
  const wrong = ids.flatMap((id) => disagreements(lines.filter(({ disclosureId }) => disclosureId === id)));
  expect(wrong).toEqual([]);
  expect(ids.length).toBeGreaterThan(100);
});

/** Publishing final accounts through the gateway: public from the day on, by the unit alone, where the tables agree. */
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

it("is refused where the tables disagree by a fen, or nothing explains them, and stays unpublished", async () => {
  const wrong = await newDisclosure(stack, 99);
  expect(refusal(await publish("publisher-1", wrong))).toMatchObject({
    ...{ code: "RULE_VIOLATION", reason: "TABLES_DISAGREE", basis: "预算法 第十四条第二款", state: "REPLIED" },
  });
  const bare = await newDisclosure(stack);
  await stack.databases["funds"]!("budget_disclosures").where({ id: bare }).update({ narrative: "[]" });
  expect(refusal(await publish("publisher-1", bare))).toMatchObject({ reason: "NARRATIVE_NEEDED" });
  for (const id of [wrong, bare]) expect(await read(id)).toBeNull();
});

/** Every verb of the graph × every viewer, typed by hand: who is denied before anything is planned, to whom the record is unknown, whom the rules refuse. */
import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLInputObjectType } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import { startStack, TEST_NOW, type Answer, type TestStack } from "../support/stack.js";
import { VERBS } from "../support/verbs/index.js";
import { VIEWER_ORDER } from "../support/visibility.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

/** D denied before planning · H as if there were no such record · R refused by a rule · Y done. */
const letterOf = ({ body }: Answer): string => {
  const [error] = body.errors ?? [];
  if (error?.extensions["code"] === "NOT_FOUND") return "H";
  if (error?.extensions["code"] === "RULE_VIOLATION") return "R";
  if (error) return JSON.stringify(error);
  const withheld = body.extensions?.["withheld"] as { rule: string }[] | undefined;
  if (body.data.done === null) return withheld?.some(({ rule }) => rule.startsWith("Mutation.")) ? "D" : "?";
  return "Y";
};

it.each(Object.entries(VERBS))(
  "%s is done by whom the law lets, and by nobody else",
  async (verb, { input, prepare, letters, selects }) => {
    let shown = "";
    for (const viewer of VIEWER_ORDER) {
      const given = await prepare(stack);
      shown += letterOf(
        await stack.ask(`mutation ($input: ${input}!) { done: ${verb}(input: $input) { ${selects} } }`, {
          viewer,
          variables: { input: given },
        }),
      );
    }
    expect(shown).toBe(letters.replaceAll(" ", ""));
  },
);

/** The gateway on the next day, within the 24 hours for which keys are kept. */
const nextDay = async (): Promise<TestStack["ask"]> =>
  (await stack.another({ clock: () => new Date(TEST_NOW.getTime() + 23 * 3_600_000) })).ask;

it("an equal request with the same key is answered as before, though the day has changed and what it needs is no more as it was", async () => {
  const later = await nextDay();
  const refused: unknown[] = [];
  for (const [verb, { input, prepare, letters, selects }] of Object.entries(VERBS)) {
    const viewer = VIEWER_ORDER[letters.replaceAll(" ", "").indexOf("Y")];
    if (viewer === undefined) continue;
    const variables = { input: { ...(await prepare(stack)), idempotencyKey: `again-${verb}` } };
    const query = `mutation ($input: ${input}!) { done: ${verb}(input: $input) { ${selects} } }`;
    const first = await stack.ask(query, { viewer, variables });
    const again = await later(query, { viewer, variables });
    if (JSON.stringify(first.body) !== JSON.stringify(again.body)) refused.push([verb, first.body, again.body]);
  }
  expect(refused).toEqual([]);
});

const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));

/** Verbs that begin a record, or mark what is the viewer's alone: there is no version that they could have seen. */
const BEGINNING = [
  ...["draftCase", "askConsultation", "draftMatter"],
  ...["draftProcurement", "placeBid", "applyForEntry", "giveSanctionNotice"],
  ...["makeCommitment", "giveListingNotice", "raiseObjection", "applyForRepair"],
  ...["draftAllotment", "requestPayment", "enterFundProject", "objectToRoster"],
  ...["requestDisclosure", "submitOpinion", "registerApp", "markNoticesRead"],
];

it("every verb that changes a record takes the version that was seen", () => {
  const withoutVersion = Object.entries(VERBS)
    .filter(([, { input }]) => !("expectedVersion" in (schema.getType(input) as GraphQLInputObjectType).getFields()))
    .map(([verb]) => verb);
  expect(withoutVersion.sort()).toEqual(BEGINNING.sort());
});

it("the table has every verb", () => {
  expect(Object.keys(VERBS).sort()).toEqual(Object.keys(schema.getMutationType()!.getFields()).sort());
});

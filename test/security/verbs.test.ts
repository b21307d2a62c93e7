/** Every verb of the graph × every viewer, typed by hand: who is denied before anything is planned, to whom the record is unknown, whom the rules refuse. */
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
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

it("the table has every verb", () => {
  const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));
  expect(Object.keys(VERBS).sort()).toEqual(Object.keys(schema.getMutationType()!.getFields()).sort());
});

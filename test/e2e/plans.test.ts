/** At the size of a prefecture every showcase operation and every list of the graph is read by index. */
import { buildSchema, getNamedType, isNonNullType, type GraphQLField } from "graphql";
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { growTables, keepStatements, problemsOfPlans, type SentStatement } from "../support/plans/plans.js";
import { SHOWCASE, showcaseRequest } from "../support/showcase.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
let sent: SentStatement[];
beforeAll(async () => {
  stack = await startStack();
  await growTables(stack.database);
  sent = keepStatements(stack.databases);
});
afterAll(() => stack.stop());

const plansOf = async (ask: () => Promise<unknown>): Promise<{ statements: number; problems: string[] }> => {
  sent.length = 0;
  await ask();
  const statements = [...sent];
  return { statements: statements.length, problems: await problemsOfPlans(stack.database, statements) };
};

describe("a showcase operation", () => {
  it.each(SHOWCASE.map(({ name, viewer }) => [name, viewer]))("%s as %s reads no table whole", async (name, viewer) => {
    const { query, variables } = showcaseRequest(name);
    const { statements, problems } = await plansOf(async () => {
      const { body } = await stack.ask(query, { viewer, variables });
      expect(body.errors).toBeUndefined();
    });
    expect(statements).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });
});

/** Lists of the graph that can be asked for without another argument than how many. */
const lists = Object.values(
  buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"), { assumeValid: true })
    .getQueryType()!
    .getFields(),
)
  .filter(
    ({ type, args }: GraphQLField<unknown, unknown>) =>
      getNamedType(type).name.endsWith("Connection") &&
      args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined),
  )
  .map(({ name }) => name);

describe("a list of the graph", () => {
  it.each(lists.flatMap((name) => [[name, "anonymous"] as const, [name, "supervisor-1"] as const]))(
    "%s as %s reads no table whole, and sorts no more than a page",
    async (name, viewer) => {
      const { problems } = await plansOf(async () => {
        const { status } = await stack.ask(`{ ${name}(first: 20) { nodes { __typename } } }`, { viewer });
        expect(status).toBe(200);
      });
      expect(problems).toEqual([]);
    },
  );
});

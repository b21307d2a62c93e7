/** One service that does not answer takes its own part of an answer with it and nothing else. */
import { readFileSync } from "node:fs";
import { buildSchema, parse } from "graphql";
import { projectPath, registeredServices } from "../../platform/config/index.js";
import { leavesWithout, valueAt } from "../support/kept.js";
import { SHOWCASE, showcaseRequest } from "../support/showcase.js";
import { startStack, type TestStack } from "../support/stack.js";

const SERVICES = registeredServices();
const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

interface Question {
  readonly name: string;
  readonly viewer: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const plain = (name: string, query: string): Question => ({ name, viewer: "anonymous", query, variables: {} });

/** Beside the showcase: roots of every service side by side, and entities of each that others add to. */
const QUESTIONS: readonly Question[] = [
  ...SHOWCASE.filter(({ name }) => name !== "follow-the-changes").map(({ name, viewer }) => ({
    name,
    viewer,
    ...showcaseRequest(name),
  })),
  plain(
    "lists of every service",
    `{ organizations(first: 2) { nodes { id name } } serviceMatters(first: 2) { nodes { id taskName } }
       intermediaryServices(first: 2) { nodes { code name } } penalties(first: 2) { nodes { id docNo } }
       fundPolicies(first: 2) { nodes { policyCode name } } }`,
  ),
  plain(
    "documents and their issuers",
    `{ publicDocuments(first: 2) { nodes { indexNo title issuer { id name } } } organizations(first: 2) { nodes { name documents(first: 1) { nodes { title } } } } }`,
  ),
  plain(
    "one value of every service",
    `{ divisions(search: "延吉") { code name code12 level } assistanceStandards { category } negativeList(first: 2) { nodes { type field } }
       marketStatistics(division: "222400", year: 2026) { year total } verifyCreditReport(number: "XYBG-20260101-0", hash: "0", code: "0") }`,
  ),
  plain(
    "a listed body in every service",
    `{ listEntries(first: 3) { nodes { kind subject { id name kind status formerNames { name } creditOverview { licences }
       fundsReceived(year: 2026) { totalAmount } intermediaryProfile { name } documents(first: 2) { nodes { title } } } } } }`,
  ),
  plain(
    "matters of services, and services of matters",
    `{ intermediaryServices(first: 3) { nodes { code name listState linkedMatters { id taskName taskType version dept { id name } } legalBases { id lawName inForce } } } }`,
  ),
  plain(
    "divisions of penalties",
    `{ penalties(first: 3) { nodes { docNo division { code name level } divisionThen { code on name } authority { id name } } } }`,
  ),
];

describe.each(SERVICES)("while %s is down", (down) => {
  let [kept, lost] = [0, 0];

  it.each(QUESTIONS.map((question) => [question.name, question] as const))(
    "%s: what others give stands",
    async (_name, { query, variables, viewer }) => {
      const whole = await stack.ask(query, { viewer, variables });
      expect(whole.body.errors).toBeUndefined();
      const leaves = leavesWithout(down, { schema, document: parse(query), data: whole.body.data });
      const { status, body } = await stack.askWithout(down, query, { viewer, variables });
      expect(status).toBe(200);
      const stands = Object.fromEntries(Object.keys(leaves.kept).map((path) => [path, valueAt(body.data, path)]));
      expect(stands).toEqual(leaves.kept);
      // What the service gives is null: nothing is made up.
      expect(leaves.lost.filter((path) => valueAt(body.data, path) != null)).toEqual([]);
      if (leaves.lost.length > 0)
        expect(body.errors?.map(({ extensions }) => extensions)).toContainEqual({
          code: "UPSTREAM_UNAVAILABLE",
          service: down,
        });
      kept += Object.keys(leaves.kept).length;
      lost += leaves.lost.length;
    },
  );

  it("something was kept, and something was lost", () => expect([kept > 100, lost > 10]).toEqual([true, true]));
});

it("a credit report is not made for a body that nobody can name", async () => {
  const { body } = await stack.askWithout(
    "reference",
    `{ listEntries(first: 1) { nodes { subject { id creditReport { number } } } } }`,
  );
  expect(body.data.listEntries.nodes[0].subject).toEqual({ id: expect.any(String), creditReport: null });
});

it("a field that needs another service's answer names that one, also where its own service has answered for others", async () => {
  const { body } = await stack.askWithout(
    "credit",
    `{ organization(uscc: "91990101MA9000011P") { name intermediaryProfile { name } creditGate { mayBid bars } } }`,
  );
  expect(body.data.organization).toEqual({
    name: expect.any(String),
    intermediaryProfile: { name: expect.any(String) },
    creditGate: null,
  });
  expect(body.errors).toEqual([
    {
      message: expect.any(String),
      path: ["organization", "creditGate"],
      extensions: { code: "UPSTREAM_UNAVAILABLE", service: "credit" },
    },
  ]);
});

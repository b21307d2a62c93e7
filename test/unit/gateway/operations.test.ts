/** Pages of operations: what each says of variables, cost and closed fields is what the schema and the policy table say. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { buildSchema } from "graphql";
import { createRuleIndex } from "../../../gateway/disclosure/rule-index.js";
import { readCostDirectives } from "../../../gateway/document/cost-directives.js";
import type { Generation } from "../../../gateway/generation/generation.js";
import { operationIn } from "../../../gateway/web/client/share.js";
import { operationFacts } from "../../../gateway/web/operations/operation-facts.js";
import { createOperationRoutes } from "../../../gateway/web/operations/operation-routes.js";
import { readShippedOperations } from "../../../gateway/web/operations/operations.js";
import { projectPath } from "../../../platform/config/index.js";
import { loadPolicy } from "../../../platform/disclosure/table/index.js";

const textOf = (file: string): string => readFileSync(projectPath(file), "utf8");
const schema = buildSchema(textOf("schema/public.graphql"));
const table = loadPolicy();
const generation = {
  schema,
  rules: createRuleIndex(table, schema),
  costs: { schema, directives: readCostDirectives(textOf("schema/supergraph.graphql")) },
  policy: { table },
} as unknown as Generation;
const operations = readShippedOperations();

let server: Server;
let url: string;
beforeAll(async () => {
  const app = express();
  app.use(createOperationRoutes({ generation: () => generation, explorer: true }));
  server = createServer(app);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const page = async (path: string, language = "en"): Promise<string> =>
  (await fetch(`${url}${path}`, { headers: { "accept-language": language } })).text();

/** Text of HTML, about. */
const read = (html: string): string =>
  html.replace(/<[^>]+>/g, " ").replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe("the operations that ship", () => {
  it("have names of their own, questions, and Chinese for no other", () => {
    const names = operations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { question } of operations) expect(question.en).toMatch(/\w{3}/);
    const chinese = Object.keys(JSON.parse(textOf("schema/operations/questions.zh.json")) as object);
    expect(names).toEqual(expect.arrayContaining(chinese));
    for (const { kind, question } of operations)
      if (kind === "showcase") expect(question.zh).toMatch(/\p{Script=Han}/u);
  });

  it("are left out where the schema has them not", () => {
    const narrow = {
      ...generation,
      schema: buildSchema("type Query { me: Me } type Me { kind: String username: String roles: [String] }"),
    };
    expect([...operationFacts(narrow, operations).keys()]).toEqual(["me"]);
  });
});

describe("what a page says", () => {
  const facts = operationFacts(generation, operations);

  it("of variables is what the operation declares and the argument's description says", () => {
    expect(facts.get("red-lights")!.variables).toEqual([
      { name: "division", type: "DivisionCode!", description: expect.stringContaining("区划") },
      { name: "first", type: "Int!", fallback: "20", description: expect.stringMatching(/\d/) },
    ]);
  });

  it("of closed fields is what the policy table closes, at its places", () => {
    const alerts = facts.get("red-lights")!.closed;
    expect(alerts.length).toBeGreaterThan(3);
    for (const { rule } of alerts) expect(table.fields).toContain(rule);
    expect(facts.get("late-publication")!.closed).toEqual([]);
    const cases = facts.get("my-cases")!.closed.map(({ path, rule }) => [path, `${rule.type}.${rule.field}`]);
    expect(cases).toContainEqual(["me.cases.nodes[].steps[].opinion", "CaseStep.opinion"]);
  });

  it("of cost follows the example's variables", () => {
    const operation = { ...operations.find(({ name }) => name === "red-lights")! };
    const nodesOf = (first: number): number => {
      const variables = JSON.stringify({ division: "222401", first });
      return operationFacts(generation, [{ ...operation, variables }]).get("red-lights")!.cost.nodes;
    };
    expect(nodesOf(20)).toBe(2 * nodesOf(10));
  });
});

describe("/operations", () => {
  it("lists all, in the language of the reader or the one that is asked for", async () => {
    const english = await page("/operations");
    for (const { name, question } of operations) {
      expect(english).toContain(`href="/operations/${name}?lang=en"`);
      expect(read(english)).toContain(question.en);
    }
    expect(await page("/operations", "zh-CN")).toMatch(/<html lang="zh-CN">[^]*<h1>查询目录<\/h1>/);
    expect(await page("/operations?lang=zh")).toContain("查询目录");
  });

  it.each(operations.map(({ name }) => name))(
    "%s has a page that search engines read and that loads nothing",
    async (name) => {
      for (const language of ["zh", "en"]) {
        const response = await fetch(`${url}/operations/${name}?lang=${language}`);
        const html = await response.text();
        expect(response.status).toBe(200);
        expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
        expect(response.headers.get("link")).toContain(
          `</operations/${name}?lang=zh>; rel="alternate"; hreflang="zh-CN"`,
        );
        expect(html).toMatch(/<meta name="description" content="[^"]{20,}">/);
        expect(html).not.toMatch(/<script|<img|<link|src=|undefined|\[object/i);
      }
    },
  );

  it("links to the explorer with the operation and its variables", async () => {
    const operation = operations.find(({ name }) => name === "restaurant-in-yanji")!;
    const [, link] = /href="\/(#operation=[^"]+)"/.exec(await page("/operations/restaurant-in-yanji"))!;
    expect(operationIn(read(link!))).toEqual({ query: operation.query, variables: operation.variables });
  });

  it("shows the example answer of a clause, who reads what is closed, and on which basis", async () => {
    const powers = operations.find(({ name }) => name === "powers")!;
    expect(read(await page("/operations/powers"))).toContain(powers.answer!.slice(0, 200));
    expect(read(await page("/operations/my-cases", "zh"))).toMatch(/me 指登录的读者本人[^]*me\.cases[^]*第.+条/);
    expect(await page("/operations/powers", "zh")).not.toContain("me 指登录的读者本人");
  });

  it("has no page of what is none", async () => {
    for (const name of ["nothing", "..%2Fpolicy", "__proto__"])
      expect((await fetch(`${url}/operations/${name}`)).status).toBe(404);
  });
});

/** One call of a tool: its result is the graph's answer however that is kept, and nothing of what broke inside. */
import { buildSchema } from "graphql";
import type { AppDoorOptions } from "../../../gateway/doors/app-door.js";
import { answerMcp } from "../../../gateway/doors/mcp/mcp-server.js";
import type { GraphAnswer } from "../../../gateway/request/ask-graph.js";
import { documentIdOf } from "../../../platform/documents/index.js";

const SCHEMA = buildSchema("type Query { topics: [String!] }");
const TYPES = "query Types { __schema { queryType { name } } }";

const call = async (
  ask: () => Promise<Partial<GraphAnswer["answer"]>>,
  headers: Record<string, string> = {},
): Promise<unknown> => {
  const options = {
    door: { schema: () => SCHEMA },
    findDocument: async (parameters: unknown) => parameters,
    ask: async () => ({ answer: { headers: new Map(), ...(await ask()) } }),
  } as unknown as AppDoorOptions;
  const answer = await answerMcp(
    {
      app: "portal",
      named: [{ operation: "Types", id: documentIdOf(TYPES), text: TYPES }],
      body: { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "Types", arguments: {} } },
      request: {
        method: "POST",
        headers: { accept: "application/json, text/event-stream", ...headers },
      } as never,
      response: {} as never,
    },
    options,
  );
  const [, told] = /^data: (.*)$/m.exec(await answer.text())!;
  return (JSON.parse(told!) as { result: { structuredContent: unknown } }).result.structuredContent;
};

it("tells an answer that is kept as it is sent", async () => {
  const data = { __schema: { queryType: { name: "Query" } } };
  const encoded = Buffer.from(JSON.stringify({ data }));
  expect(await call(async () => ({ body: { data: {} }, encoded }))).toEqual({ data });
});

it("tells nobody outside what broke inside", async () => {
  const broken = new Error("connect ECONNREFUSED 10.0.0.7:5432");
  await expect(call(() => Promise.reject(broken))).rejects.toBe(broken);
});

it("gives no receipt that it would not tell, and asks nothing for one", async () => {
  let asked = 0;
  const ask = async () => ({ body: { data: { asked: (asked += 1) } } });
  expect(await call(ask, { "x-receipt": "sign" })).toMatchObject({
    data: null,
    errors: [{ extensions: { code: "BAD_USER_INPUT", reason: "RECEIPT" } }],
  });
  expect(asked).toBe(0);
});

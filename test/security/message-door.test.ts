/** The door of messages opens to the sender of the topic alone: not to the gateway, not to another service, and not twice. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import {
  createGatewayKey,
  deriveMessageKeys,
  parseGatewayKeys,
  parseMessageKeys,
  parseSenders,
  printSenders,
  signContext,
  type ContextKeys,
} from "../../platform/auth/index.js";
import { createDatabase } from "../../platform/database/index.js";
import { createCodeKey, parseCodeKeys } from "../../platform/domain/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { startSubgraph, type RunningSubgraph } from "../../platform/subgraph/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { cloneDatabase, PATIENT, type TestDatabase } from "../support/database.js";
import { receiverDefinition, RECEIVER, RECEIVER_TABLES, SENDER, TOPIC } from "../support/messages/fixture-services.js";

const GATEWAY_KEY = createGatewayKey("test");
const keysOf = (service: string): ContextKeys => parseMessageKeys(deriveMessageKeys(GATEWAY_KEY, service), service);
const PATH = `/messages/${SENDER}.${TOPIC}`;

let database: TestDatabase;
let receiver: RunningSubgraph;

beforeAll(async () => {
  database = await cloneDatabase();
  const db = createDatabase({ url: database.urlOf(RECEIVER), applicationName: "test", schema: RECEIVER, ...PATIENT });
  await db.raw(RECEIVER_TABLES);
  receiver = await startSubgraph(receiverDefinition, {
    host: "127.0.0.1",
    port: 0,
    db,
    contextKeys: parseGatewayKeys(GATEWAY_KEY)(RECEIVER),
    cursorSecret: "test",
    codeKeys: parseCodeKeys(createCodeKey("test")),
    policy: loadPolicy(),
    messages: {
      databaseUrl: database.urlOf(RECEIVER),
      keys: new Map(),
      routes: new Map(),
      receivers: new Map(),
      senders: parseSenders(`${printSenders(keysOf(SENDER))},${printSenders(keysOf("funds"))}`, [SENDER, "funds"]),
    },
    log: createLogger({ name: "test", level: "silent" }),
  });
});
afterAll(async () => {
  await receiver.stop();
  await database.drop();
});

const messageBody = (more: object = {}): object => ({
  id: randomUUID(),
  record: "thing/1",
  version: 1,
  payload: {},
  ...more,
});

/** Makes a call as a sender makes it, but for what is changed. */
const call = async (
  given: { keys?: ContextKeys; path?: string; body?: object | string; subgraph?: string; sentBody?: string } = {},
): Promise<{ status: number; body: unknown; again: () => Promise<number> }> => {
  const { keys = keysOf(SENDER), path = PATH, subgraph = RECEIVER } = given;
  const body = typeof given.body === "string" ? given.body : JSON.stringify(given.body ?? messageBody());
  const context = {
    subgraph,
    viewer: { kind: "client", roles: [], scopes: [], agreements: [], clientId: "govgraph:message" } as const,
    asOf: "2026-09-28T01:00:00.000Z",
    requestId: "test",
  };
  const headers = signContext({ context, method: "POST", path, body }, keys);
  const post = (): Promise<Response> =>
    fetch(new URL(path, receiver.url), { method: "POST", headers, body: given.sentBody ?? body });
  const response = await post();
  const text = await response.text();
  return {
    status: response.status,
    body: text === "" ? undefined : JSON.parse(text),
    again: async () => (await post()).status,
  };
};

const applied = async (): Promise<number> => {
  const db = createDatabase({ url: database.urlOf(RECEIVER), applicationName: "test", schema: RECEIVER, ...PATIENT });
  const [row] = (await db("told").count({ n: "*" })) as unknown as { n: bigint }[];
  await db.destroy();
  return Number(row!.n);
};

describe("the door of messages", () => {
  it("lets the sender's own message in, once, however often it is signed anew", async () => {
    const before = await applied();
    const body = messageBody();
    expect(await call({ body })).toMatchObject({ status: 200, body: { applied: true } });
    expect(await call({ body })).toMatchObject({ status: 200, body: { applied: false } });
    expect(await applied()).toBe(before + 1);
  });

  it("applies one message once where it comes many times at the same time", async () => {
    const before = await applied();
    const body = messageBody();
    const answers = await Promise.all(Array.from({ length: 12 }, () => call({ body })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
    expect(answers.filter((answer) => (answer.body as { applied: boolean }).applied)).toHaveLength(1);
    expect(await applied()).toBe(before + 1);
  });

  it.each([
    ["the key of another sender", { keys: keysOf("funds") }],
    ["the key of a service that sends nothing here", { keys: keysOf("intermediary") }],
    ["the gateway's key of the receiver", { keys: parseGatewayKeys(GATEWAY_KEY)(RECEIVER) }],
    [
      "a key that somebody else derived",
      { keys: parseMessageKeys(deriveMessageKeys(createGatewayKey("test"), SENDER), SENDER) },
    ],
    ["a signature for another receiver", { subgraph: "funds" }],
    ["another body than was signed", { sentBody: JSON.stringify(messageBody({ version: 9 })) }],
    ["a sender that nobody knows", { path: `/messages/nobody.${TOPIC}` }],
    ["no sender", { path: "/messages/" }],
    ["a sender by the name of what every object has", { path: "/messages/constructor.name" }],
  ])("refuses %s, and applies nothing", async (_what, given) => {
    const before = await applied();
    expect((await call(given)).status).toBe(401);
    expect(await applied()).toBe(before);
  });

  it("refuses a call that comes again as it was", async () => {
    const first = await call();
    expect(first.status).toBe(200);
    expect(await first.again()).toBe(401);
  });

  it("refuses what is not signed", async () => {
    const response = await fetch(new URL(PATH, receiver.url), { method: "POST", body: JSON.stringify(messageBody()) });
    expect(response.status).toBe(401);
  });

  it.each([
    ["a topic that the service does not receive", { path: `/messages/${SENDER}.other` }],
    ["a topic by the name of what every object has", { path: `/messages/${SENDER}.constructor` }],
    ["a topic of a sender that sends another here", { path: `/messages/funds.${TOPIC}`, keys: keysOf("funds") }],
    ["a body that is no message", { body: { id: "1" } }],
    ["a body with more than a message", { body: messageBody({ sender: "funds" }) }],
    ["a body that is no JSON", { body: "{" }],
    ["a query behind the path", { path: `${PATH}?trial` }],
  ])("does not take %s", async (_what, given) => {
    const before = await applied();
    expect((await call(given)).status).toBeGreaterThanOrEqual(400);
    expect(await applied()).toBe(before);
  });

  it("is the only door that a sender's key opens", async () => {
    const keys = keysOf(SENDER);
    expect((await call({ keys, path: "/graphql", body: { query: "{ __typename }" } })).status).toBe(401);
    expect((await call({ keys, path: "/batch/named", body: {} })).status).toBe(401);
  });
});

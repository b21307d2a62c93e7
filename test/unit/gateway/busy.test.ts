/** A gateway that is asked too much, over HTTP: whose bucket is charged, who is refused and how it is told, and who is answered meanwhile. */
import "reflect-metadata";
import type { GatewayOptions, RunningGateway } from "../../../gateway/gateway.js";
import { SLOT_LIMITS } from "../../../gateway/upstream/subgraph-slots.js";
import { NO_TOKENS, startFixtureGateway } from "../../support/fixture-gateway.js";
import { startFixtureSubgraph, type FixtureSubgraph, type HeldRequests } from "../../support/fixture-subgraphs.js";
import { VIEWERS } from "../../support/viewers.js";

let shops: FixtureSubgraph;
let ratings: FixtureSubgraph;
const running: RunningGateway[] = [];

const start = async (options: Partial<GatewayOptions>): Promise<RunningGateway> => {
  const gateway = await startFixtureGateway([shops, ratings], {
    verifier: { ...NO_TOKENS, verify: async () => VIEWERS["citizen-1"] },
    ...options,
  });
  running.push(gateway);
  return gateway;
};

beforeAll(async () => {
  [shops, ratings] = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
});
afterEach(async () => {
  for (const gateway of running.splice(0)) await gateway.stop();
});
afterAll(() => Promise.all([shops.stop(), ratings.stop()]));

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}

let serial = 0;

const ask = async (
  { url }: RunningGateway,
  query: string,
  { headers = {}, signal }: { headers?: Record<string, string>; signal?: AbortSignal } = {},
) => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    // No two are alike: those that are would be executed once.
    body: JSON.stringify({ query, variables: { serial: (serial += 1) } }),
    headers: { "content-type": "application/json", ...headers },
    ...(signal ? { signal } : {}),
  });
  const { data, errors } = (await response.json()) as Body;
  return { status: response.status, headers: response.headers, data, errors };
};

const plansOf = async ({ adminUrl }: RunningGateway): Promise<number> =>
  Number(/^govgraph_plans_total\{[^}]*\} (\d+)/m.exec(await (await fetch(`${adminUrl}/metrics`)).text())?.[1]);

describe("the rate of a client", () => {
  const rateOf = async (gateway: RunningGateway, headers: Record<string, string> = {}) => {
    const { status, headers: given } = await ask(gateway, "{ topics }", { headers });
    return [status, /r=(\d+)/.exec(given.get("ratelimit") ?? "")?.[1]];
  };

  it("is told with every answer; where it is used up, 429 says when to come again, and in which language it may", async () => {
    const gateway = await start({ rate: { quotas: { anonymous: 2, signedIn: 2 } } });
    const first = await ask(gateway, "{ topics }");
    expect([first.status, first.headers.get("ratelimit-policy")]).toEqual([200, `"anonymous";q=2;w=60`]);
    expect(first.headers.get("ratelimit")).toMatch(/^"anonymous";r=1;t=\d+$/);
    // What is refused before it costs anything is charged too.
    expect((await ask(gateway, "{ topics", { headers: { "x-cost": "never" } })).status).toBe(400);
    const asked = ratings.requests();
    const refused = await ask(gateway, "{ topics }", { headers: { "accept-language": "zh-CN" } });
    expect([refused.status, refused.errors, refused.data]).toEqual([
      429,
      [{ message: "一分钟内的请求量过大，请稍后再试。", extensions: { code: "RATE_LIMITED", reason: "RATE" } }],
      undefined,
    ]);
    expect(refused.headers.get("ratelimit-policy")).toBe(`"anonymous";q=2;w=60`);
    expect(refused.headers.get("ratelimit")).toMatch(/^"anonymous";r=0;t=\d+$/);
    const seconds = Number(refused.headers.get("retry-after"));
    expect([Number.isInteger(seconds), seconds >= 1, seconds <= 30]).toEqual([true, true, true]);
    expect((await ask(gateway, "{ topics }")).errors![0]!.message).toBe(
      `Too much was asked for in a minute: try again in ${seconds} seconds.`,
    );
    expect(ratings.requests()).toBe(asked);
    // A person has a bucket of their own.
    expect(await rateOf(gateway, { authorization: "Bearer good.test.token" })).toEqual([200, "1"]);
  });

  it("is of the address that the trusted proxy tells, whatever the client wrote before it", async () => {
    const gateway = await start({ trustedProxies: 1, rate: { quotas: { anonymous: 1, signedIn: 1 } } });
    const from = (addresses: string): Record<string, string> => ({ "x-forwarded-for": addresses });
    expect(await rateOf(gateway, from("192.0.2.1"))).toEqual([200, "0"]);
    expect(await rateOf(gateway, from("192.0.2.2"))).toEqual([200, "0"]);
    expect(await rateOf(gateway, from("192.0.2.3, 192.0.2.1"))).toEqual([429, "0"]);
  });

  it("is of the connection's address where no proxy is trusted", async () => {
    const gateway = await start({ rate: { quotas: { anonymous: 1, signedIn: 1 } } });
    expect(await rateOf(gateway, { "x-forwarded-for": "192.0.2.1" })).toEqual([200, "0"]);
    expect(await rateOf(gateway, { "x-forwarded-for": "192.0.2.2" })).toEqual([429, "0"]);
  });
});

it("a document that cannot be planned in time is 503 with reason PLANNING, and no service is asked", async () => {
  const gateway = await start({ deadlines: { callMs: 1, requestMs: 0 } });
  const asked = [shops.requests(), ratings.requests()];
  const { status, headers, errors } = await ask(gateway, "{ shops { name stars } topics }");
  expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
  expect(errors!.map(({ extensions }) => extensions)).toEqual([{ code: "SERVICE_UNAVAILABLE", reason: "PLANNING" }]);
  expect([await plansOf(gateway), shops.requests(), ratings.requests()]).toEqual([0, ...asked]);
});

describe("heavy documents", () => {
  /** Each asks its service for something else: those that are alike would be one request. */
  const heavy = (): string => `{ some(first: ${SLOT_LIMITS.heavyNodes + (serial += 1)}) { name } }`;
  const PLACES = SLOT_LIMITS.heavyAtOnce + SLOT_LIMITS.waiting.heavy;
  const holdHeavy = (): HeldRequests => shops.hold((body) => body.includes("some"));
  /** Waits until as many are held, and some round trips longer: who would be asked for too is there by then. */
  const until = async (gateway: RunningGateway, held: HeldRequests, count: number): Promise<void> => {
    while (held.count() < count) await ask(gateway, "{ topics }");
    for (let round = 0; round < 5; round++) await ask(gateway, "{ topics }");
  };
  const patient = (): Promise<RunningGateway> => start({ deadlines: { callMs: 60_000, requestMs: 60_000 } });

  it("hold few places of a service: a light one is answered meanwhile, those beyond the queue are 503 with reason BUSY", async () => {
    const held = holdHeavy();
    const gateway = await patient();
    const before = shops.requests();
    const many = Array.from({ length: PLACES + 3 }, () => ask(gateway, heavy()));
    await until(gateway, held, SLOT_LIMITS.heavyAtOnce);
    const light = await ask(gateway, `{ shop(id: "1") { name } }`);
    expect([light.status, light.data]).toEqual([200, { shop: { name: "Shop 1" } }]);
    expect([held.count(), shops.requests() - before]).toEqual([SLOT_LIMITS.heavyAtOnce, SLOT_LIMITS.heavyAtOnce + 1]);
    held.release();
    const answers = await Promise.all(many);
    expect(answers.filter(({ status }) => status === 200).map(({ data }) => data)).toEqual(
      Array.from({ length: PLACES }, () => ({ some: [{ name: "Shop 1" }] })),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(({ status, headers, errors }) => [status, headers.get("retry-after"), errors])).toEqual(
      Array.from({ length: 3 }, () => [
        503,
        "2",
        [
          {
            message: "The service is not available at the moment.",
            path: ["some"],
            extensions: { code: "SERVICE_UNAVAILABLE", reason: "BUSY", service: "shops" },
          },
        ],
      ]),
    );
    expect(shops.requests() - before).toBe(PLACES + 1);
  });

  it("of clients that have left wait no longer, and the service is not asked for them", async () => {
    const held = holdHeavy();
    const gateway = await patient();
    const before = shops.requests();
    const client = new AbortController();
    const stays = Array.from({ length: SLOT_LIMITS.heavyAtOnce }, () => ask(gateway, heavy()));
    await until(gateway, held, SLOT_LIMITS.heavyAtOnce);
    const leaves = Array.from({ length: SLOT_LIMITS.waiting.heavy }, () =>
      ask(gateway, heavy(), { signal: client.signal }).catch(() => "left"),
    );
    await until(gateway, held, SLOT_LIMITS.heavyAtOnce);
    client.abort();
    expect(await Promise.all(leaves)).toEqual(leaves.map(() => "left"));
    await until(gateway, held, SLOT_LIMITS.heavyAtOnce);
    const later = ask(gateway, heavy());
    await until(gateway, held, SLOT_LIMITS.heavyAtOnce);
    held.release();
    expect((await Promise.all([...stays, later])).map(({ status }) => status)).toEqual(
      Array.from({ length: SLOT_LIMITS.heavyAtOnce + 1 }, () => 200),
    );
    expect(shops.requests() - before).toBe(SLOT_LIMITS.heavyAtOnce + 1);
  });
});

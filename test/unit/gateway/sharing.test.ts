/** Queries that are the same for the same viewer at the same time are executed once; whatever differs, nothing is shared. */
import type { Viewer } from "../../../platform/auth/index.js";
import type { GatewayContext } from "../../../gateway/context.js";
import type { RunningGateway } from "../../../gateway/gateway.js";
import type { Generation } from "../../../gateway/generation/generation.js";
import { hashOf } from "../../../gateway/request/known-documents.js";
import { sharingKey } from "../../../gateway/request/sharing-key.js";
import { createSharing, type Coming, type Joining, type Sharing } from "../../../gateway/sharing.js";
import { Waiters } from "../../../gateway/waiters.js";
import { parse } from "graphql";
import { logTo, NO_TOKENS, NOTHING_CLOSED, startFixtureGateway } from "../../support/fixture-gateway.js";
import { fixtureSupergraph, startFixtureSubgraph, type FixtureSubgraph } from "../../support/fixture-subgraphs.js";
import { VIEWERS } from "../../support/viewers.js";

describe("the key of what may be shared", () => {
  /** Every field of a viewer: one that is added does not compile until it stands here. */
  const OTHER: Required<{ [Field in keyof Viewer]: Viewer[Field] }> = {
    kind: "client",
    roles: ["supervisor"],
    username: "other",
    clientId: "other",
    subjectHash: "other",
    subjectUscc: "other",
    agencyUscc: "other",
    divisionCode: "220000",
    scopes: ["other"],
    agreements: ["other"],
    acr: "strong",
    purpose: "other",
  };
  const context = {
    viewer: VIEWERS["citizen-1"],
    asOf: new Date("2026-09-28T04:00:00Z"),
    today: "2026-09-28",
    language: "zh",
    access: "report",
    showsCost: false,
  } as unknown as GatewayContext;
  const known = { queryHash: "a", generation: { number: 1 } as Generation };
  const key = sharingKey(known, { variables: { id: "1" } }, context);

  it.each(Object.entries(OTHER))("differs by the viewer's %s", (field, value) => {
    const other = { ...context, viewer: { ...context.viewer, [field]: value } };
    expect(sharingKey(known, { variables: { id: "1" } }, other)).not.toBe(key);
  });

  it.each([
    ["language", { language: "en" }],
    ["mode of access", { access: "preview" }],
    ["wish to know the cost", { showsCost: true }],
    ["day", { today: "2026-09-29" }],
    ["contract", { contract: "shops" }],
  ])("differs by the %s", (_name, other) => {
    expect(sharingKey(known, { variables: { id: "1" } }, { ...context, ...other } as GatewayContext)).not.toBe(key);
  });

  it("differs by variables, by what is asked and by the generation of the schema", () => {
    expect(sharingKey(known, { variables: { id: "2" } }, context)).not.toBe(key);
    expect(sharingKey({ ...known, queryHash: "b" }, { variables: { id: "1" } }, context)).not.toBe(key);
    const reloaded = { ...known, generation: { number: 2 } as Generation };
    expect(sharingKey(reloaded, { variables: { id: "1" } }, context)).not.toBe(key);
  });

  it("is the same at another time of the day, under another request id and from another address", () => {
    const other = { ...context, asOf: new Date("2026-09-28T05:00:00Z"), requestId: "other", client: "address other" };
    expect(sharingKey(known, { variables: { id: "1" } }, other)).toBe(key);
  });

  it("does not go by white space, comments and the operation's name, and goes by every alias and argument", () => {
    const hash = hashOf(parse(`query A { shops { id name } }`));
    expect(hashOf(parse(`query Other {\n  # which\n  shops { id, name }\n}`))).toBe(hash);
    expect(hashOf(parse(`{ shops { id name } }`))).toBe(hash);
    expect(hashOf(parse(`{ shops { id label: name } }`))).not.toBe(hash);
    expect(hashOf(parse(`{ some(first: 1) { id } }`))).not.toBe(hashOf(parse(`{ some(first: 2) { id } }`)));
  });
});

describe("an execution that is under way", () => {
  const held = (): { execute: () => Promise<string>; end: (text: string) => void; count: () => number } => {
    let end!: (text: string) => void;
    let count = 0;
    const execute = (): Promise<string> => {
      count += 1;
      return new Promise((resolve) => (end = resolve));
    };
    return { execute, end: (text) => end(text), count: () => count };
  };

  const run = (
    sharing: Sharing<string>,
    request: Joining,
    execute: () => Promise<string>,
  ): Promise<{ answer: string; joined: boolean }> => settled(sharing.run(request, execute));
  const settled = async ({ answer, joined }: Coming<string>): Promise<{ answer: string; joined: boolean }> => ({
    answer: await answer,
    joined,
  });

  it("is joined until a second has passed, and not after it has ended", async () => {
    const sharing = createSharing<string>();
    const { execute, end, count } = held();
    const first = run(sharing, { key: "a", asOf: 0, waiters: new Waiters() }, execute);
    const second = run(sharing, { key: "a", asOf: 999, waiters: new Waiters() }, execute);
    expect(count()).toBe(1);
    const late = run(sharing, { key: "a", asOf: 1_000, waiters: new Waiters() }, async () => "later");
    end("first");
    expect([await first, await second, await late]).toEqual([
      { answer: "first", joined: false },
      { answer: "first", joined: true },
      { answer: "later", joined: false },
    ]);
    const after = run(sharing, { key: "a", asOf: 1_000, waiters: new Waiters() }, async () => "after");
    expect(await after).toEqual({ answer: "after", joined: false });
  });

  it("is joined by nobody once it is forgotten, as it is when a mutation has ended", async () => {
    const sharing = createSharing<string>();
    const { execute, end } = held();
    const first = run(sharing, { key: "a", asOf: 0, waiters: new Waiters() }, execute);
    sharing.forget();
    const second = run(sharing, { key: "a", asOf: 0, waiters: new Waiters() }, async () => "sees the effect");
    expect(await second).toEqual({ answer: "sees the effect", joined: false });
    end("first");
    expect(await first).toEqual({ answer: "first", joined: false });
  });

  it("goes on until the last who waits for it has left, and is not joined then", async () => {
    const sharing = createSharing<string>();
    const { execute, end } = held();
    const [first, second, third] = [new Waiters(), new Waiters(), new Waiters()];
    void run(sharing, { key: "a", asOf: 0, waiters: first }, execute);
    void run(sharing, { key: "a", asOf: 0, waiters: second }, execute);
    first.leave();
    expect(first.gone.aborted).toBe(false);
    second.leave();
    expect(first.gone.aborted).toBe(true);
    const next = run(sharing, { key: "a", asOf: 0, waiters: third }, async () => "anew");
    expect(await next).toEqual({ answer: "anew", joined: false });
    end("for nobody");
  });

  it("fails for all who wait for it, and for nobody after them", async () => {
    const sharing = createSharing<string>();
    const failing = async (): Promise<string> => {
      await Promise.resolve();
      throw new Error("failed");
    };
    const first = run(sharing, { key: "a", asOf: 0, waiters: new Waiters() }, failing);
    const second = run(sharing, { key: "a", asOf: 0, waiters: new Waiters() }, failing);
    expect((await Promise.allSettled([first, second])).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const third = run(sharing, { key: "a", asOf: 0, waiters: new Waiters() }, async () => "good");
    expect(await third).toEqual({ answer: "good", joined: false });
  });
});

/** The graph of the fixtures with a mutation of the first. */
const supergraphWithMutation = (): string => {
  const supergraph = fixtureSupergraph();
  const mutation = supergraph
    .replace("  query: Query\n", "  query: Query\n  mutation: Mutation\n")
    .concat("\ntype Mutation @join__type(graph: SHOPS) {\n  rename: Boolean\n}\n");
  expect(mutation).toContain("mutation: Mutation");
  return mutation;
};

/** A contract without the mutation. */
const SHOPS = {
  name: "shops",
  description: { zh: "商铺", en: "Shops" },
  schema: "type Query { shop(id: ID!): Shop } type Shop { id: ID! name: String }",
};

describe("a gateway", () => {
  const lines: string[] = [];
  let shops: FixtureSubgraph;
  let gateway: RunningGateway;
  beforeAll(async () => {
    shops = await startFixtureSubgraph("shops");
    gateway = await startFixtureGateway([shops, { name: "ratings", url: shops.url }], {
      edition: () => ({ supergraph: supergraphWithMutation(), policy: NOTHING_CLOSED, contracts: [SHOPS] }),
      log: logTo(lines),
      deadlines: { callMs: 600_000, requestMs: 600_000 },
      rate: { quotas: { anonymous: 0, signedIn: 0 } },
      slots: {
        atOnce: 1_000,
        writesAtOnce: 1_000,
        heavyAtOnce: 1_000,
        heavyNodes: 2_000,
        waiting: { light: 1_000, write: 1_000, heavy: 1_000 },
      },
      // Who has a token is who it says.
      verifier: {
        ...NO_TOKENS,
        verify: async (token) => ({ ...VIEWERS["citizen-1"], username: token.split(".")[0]! }),
      },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await shops.stop();
  });
  afterEach(() => shops.fail(undefined));

  const QUERY = `query ($id: ID!) { shop(id: $id) { name } }`;
  const post = (query: string, init: RequestInit = {}, variables: object = { id: "1" }): Promise<Response> =>
    fetch(`${gateway.url}/graphql`, {
      method: "POST",
      body: JSON.stringify({ query, variables }),
      ...init,
      headers: { "content-type": "application/json", ...(init.headers as Record<string, string>) },
    });
  const joined = async (): Promise<number> => {
    const text = await (await fetch(`${gateway.adminUrl}/metrics`)).text();
    return Number(/^govgraph_joined_requests_total\S* (\d+)$/m.exec(text)![1]);
  };
  const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  /** Answers with the viewer's own name, as the signed context says it, once it is let. */
  const answerWithNames = (): { names: () => string[]; release: () => void } => {
    const waiting: (() => void)[] = [];
    const names: string[] = [];
    shops.fail((response, { headers }) => {
      const told = Buffer.from(String(headers["govgraph-viewer"]), "base64url").toString("utf8");
      const viewer = JSON.parse(told) as Viewer;
      const name = viewer.username ?? "nobody";
      names.push(name);
      waiting.push(() => {
        response.setHeader("content-type", "application/json");
        response.end(
          JSON.stringify({ data: { shop: { __typename: "Shop", name }, gg_0: { __typename: "Shop", name } } }),
        );
      });
    });
    return { names: () => names, release: () => waiting.splice(0).forEach((answer) => answer()) };
  };

  it("executes once what each of 20 viewers asks 50 times at once, and gives each their own answer", async () => {
    const { names, release } = answerWithNames();
    const viewers = Array.from({ length: 20 }, (_, index) => `viewer-${index}`);
    // Once alone: the document is known from then on, and each viewer's unshared answer is too.
    const alone = new Map<string, string>();
    for (const name of viewers) {
      const reply = post(QUERY, { headers: { authorization: `Bearer ${name}.a.b` } });
      await until(() => names().includes(name));
      release();
      alone.set(name, await (await reply).text());
      expect(alone.get(name)).toContain(name);
    }
    names().length = 0;
    const before = await joined();
    const replies = viewers.flatMap((name) =>
      Array.from({ length: 50 }, async () => {
        const text = await (await post(QUERY, { headers: { authorization: `Bearer ${name}.a.b` } })).text();
        return text === alone.get(name);
      }),
    );
    await until(() => names().length >= 20);
    await until(async () => (await joined()) - before === 980);
    release();
    expect((await Promise.all(replies)).filter((isOwn) => isOwn)).toHaveLength(1_000);
    expect([...names()].sort()).toEqual([...viewers].sort());
    expect((await joined()) - before).toBe(980);
  });

  it("asks the services as long as one of those who wait for the answer is there, and no longer", async () => {
    let isGone = false;
    let answer: () => void = () => undefined;
    let isAsked = false;
    shops.fail((response) => {
      isAsked = true;
      response.once("close", () => (isGone = !response.writableEnded));
      answer = () => void response.end(`{"data":{"gg_0":{"__typename":"Shop","name":"held"}}}`);
    });
    const ask = async (signal: AbortSignal): Promise<string> => (await post(QUERY, { signal }, { id: "held" })).text();
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
    const before = await joined();
    const left = ask(first.signal).catch(() => "left");
    await until(() => isAsked);
    const stayed = ask(second.signal);
    await until(async () => (await joined()) - before === 1);
    first.abort();
    expect(await left).toBe("left");
    answer();
    expect(await stayed).toContain("held");
    expect(isGone).toBe(false);
    isAsked = false;
    const lastLeft = ask(third.signal).catch(() => "left");
    await until(() => isAsked);
    third.abort();
    expect(await lastLeft).toBe("left");
    await until(() => isGone);
  });

  it.each([
    ["the whole graph", "/graphql"],
    ["a contract", "/contracts/shops/graphql"],
  ])("lets nobody who asks %s after a mutation join what was begun before it", async (_door, path) => {
    const ask = (): Promise<Response> =>
      fetch(`${gateway.url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: QUERY, variables: { id: "renamed" } }),
      });
    // Known from now on.
    await (await ask()).text();
    const answers: (() => void)[] = [];
    shops.fail((response, { body }) => {
      const answer = (data: object) => (): void => void response.end(JSON.stringify({ data }));
      if (body.includes("mutation")) answer({ rename: true })();
      else answers.push(answer({ gg_0: { __typename: "Shop", name: `answer ${answers.length + 1}` } }));
    });
    const before = await joined();
    const first = ask();
    await until(() => answers.length === 1);
    for (let round = 0; round < 3; round++) expect(await (await post("mutation { rename }")).text()).toContain("true");
    const second = ask();
    await until(() => answers.length === 2);
    for (const answer of answers) answer();
    expect([await (await first).json(), await (await second).json()]).toMatchObject(
      ["answer 1", "answer 2"].map((name) => ({ data: { shop: { name } } })),
    );
    expect((await joined()) - before).toBe(0);
  });

  it("executes each mutation", async () => {
    shops.fail((response) => void response.end('{"data":{"rename":true}}'));
    const asked = shops.requests();
    await Promise.all([1, 2, 3].map(() => post("mutation { rename }")));
    expect(shops.requests() - asked).toBe(3);
  });

  it("leaves one line for each request, and says which joined another", async () => {
    const renamed = QUERY.replace("query", "query Renamed");
    shops.fail((response) => void response.end(`{"data":{"gg_0":null}}`));
    // Both texts are found valid, and known from then on.
    for (const query of [QUERY, renamed]) await post(query, {}, { id: "line" });
    const answers: (() => void)[] = [];
    shops.fail((response) => void answers.push(() => void response.end(`{"data":{"gg_0":null}}`)));
    const before = await joined();
    const replies = [post(QUERY, {}, { id: "line" })];
    await until(() => answers.length === 1);
    replies.push(post(renamed, {}, { id: "line" }));
    await until(async () => (await joined()) - before === 1);
    lines.length = 0;
    answers[0]!();
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 200]);
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told).toHaveLength(2);
    expect(told.find((line) => !("joined" in line))).toMatchObject({ subgraphRequests: 1, failed: false });
    expect(told.find((line) => "joined" in line)).toMatchObject({
      operation: "Renamed",
      joined: true,
      subgraphRequests: 0,
      failed: false,
    });
  });
});

/** Webhooks: an app declares an address, what changes is posted there and signed, and what is not taken is tried again, set aside and replayed. */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  createPartnerKey,
  FEED_READER_HEADER,
  parsePartnerKeys,
  parseSignerKeys,
  parseTextSigner,
  publicKeys,
  publicKeySet,
  signFeedReader,
  type TextSigner,
  WEBHOOK_KEYS_PATH,
} from "../../platform/auth/index.js";
import { projectPath } from "../../platform/config/index.js";
import { isPublicAddress } from "../../platform/http/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import {
  createPost,
  openFeed,
  shareFeed,
  startPusher,
  type Feed,
  type Post,
  type PushPlaces,
  type Pusher,
  type ReadFeed,
} from "../../platform/webhooks/index.js";
import { othersSettled } from "../support/feed.js";
import { until } from "../support/one-subgraph.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { appWith } from "../support/verbs/apps.js";

const run = promisify(execFile);
const KEYS = parsePartnerKeys(createPartnerKey("w1"));
const URL_OF_APP = "https://hooks.example.invalid/in/changes?app=1";
const PAUSES = { idleMs: 20, firstMs: 10, longestMs: 40, mostTries: 3 };
const log = createLogger({ name: "test", level: "silent" });

interface Received {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: {
    readonly app: string;
    readonly since: string;
    readonly cursor: string;
    readonly changes: readonly { key: string; op: string }[];
  };
}

let stack: TestStack;
let receiver: Server;
let port: number;
let received: Received[] = [];
let answer: (response: ServerResponse) => void;
const took = (response: ServerResponse): void => void response.writeHead(204).end();
const started: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  stack = await startStack();
  receiver = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      received.push({ path: request.url!, headers: request.headers, body: JSON.parse(text) as Received["body"] });
      answer(response);
    });
  });
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  port = (receiver.address() as AddressInfo).port;
});
beforeEach(() => {
  [received, answer] = [[], took];
});
afterEach(async () => {
  for (const each of started.splice(0)) await each.stop();
  await stack.databases["reference"]!("webhooks").delete();
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await stack.stop();
});

/** Posts to the receiver alone, whatever the address says. */
const local = (timeoutMs?: number): { readonly post: Post; close(): Promise<void> } =>
  createPost({ keys: KEYS, allows: (address) => address === "127.0.0.1", now: Date.now, timeoutMs });
const here = (address: string): URL => {
  const { pathname, search } = new URL(address);
  return new URL(`http://127.0.0.1:${port}${pathname}${search}`);
};
const feedOf = (url: string, signer?: TextSigner): Feed =>
  openFeed(new URL(`${url}/graphql`), signer && (() => signFeedReader(signer, Date.now())));
const push = ({
  read,
  timeoutMs,
  places,
}: { readonly read?: ReadFeed; readonly timeoutMs?: number; readonly places?: PushPlaces } = {}): Pusher => {
  const { post, close } = local(timeoutMs);
  const pusher = startPusher({
    ...{ db: stack.databases["reference"]!, post, log, pauses: PAUSES, lookMs: 10, urlOf: here },
    ...(places ? { places } : {}),
    read: read ?? shareFeed(feedOf(stack.url), { times: { freshMs: 20, ownMs: 3_600_000 } }),
  });
  const both = {
    async stop() {
      await pusher.stop();
      await close();
    },
  };
  started.push(both);
  return both;
};

const set = (input: object, viewer = "integrator-1"): Promise<Answer> =>
  stack.ask(
    "mutation ($input: SetAppWebhookInput!) { setAppWebhook(input: $input) { app { clientId version webhook { url } } } }",
    {
      ...{ viewer, variables: { input } },
    },
  );
const webhookOf = async (clientId: string, viewer = "integrator-1") => {
  const { body } = await stack.ask(
    `query ($id: ID!) { registeredApp(clientId: $id) { clientId webhook {
      url kinds cursor tries failure failingSince nextTryAt setAside { since cursor changes tries failure setAsideAt } } } }`,
    { viewer, variables: { id: clientId } },
  );
  expect(body.errors).toBeUndefined();
  return body.data.registeredApp.webhook;
};
const endOfFeed = async (types: string[]): Promise<string> => {
  await othersSettled(stack);
  for (let since: string | undefined; ;) {
    const { body } = await stack.ask(
      "query ($since: String, $types: [RecordKind!]) { changes(since: $since, types: $types, first: 500) { cursor hasMore } }",
      { variables: { since, types } },
    );
    since = body.data.changes.cursor as string;
    if (!body.data.changes.hasMore) return since;
  }
};
const declared = async (more: object = {}): Promise<{ clientId: string; expectedVersion: number }> => {
  const app = await appWith(stack, "APPROVED");
  const { body } = await set({ ...app, url: URL_OF_APP, since: "0", ...more });
  expect(body.errors).toBeUndefined();
  return { ...app, expectedVersion: 2 };
};
/** Status of a bare request that says this of the length of its body, sends none and waits. */
const statusOf = async ({ hostname, port: to }: URL, length: string | undefined): Promise<number> => {
  const socket = connect(Number(to), hostname);
  const said = length === undefined ? "" : `content-length: ${length}\r\n`;
  socket.write(`POST /in HTTP/1.1\r\nhost: x\r\n${said}\r\n`);
  const [head] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  return Number(/^HTTP\/1\.\d (\d{3})/.exec(head.toString())![1]);
};
/** Pieces 1 to n, one change each. */
const pieces =
  (count: number): ReadFeed =>
  async ({ cursor }) => {
    const at = Number(cursor);
    const next = Math.min(at + 1, count);
    return {
      cursor: String(next),
      hasMore: next < count,
      isWhole: true,
      items: next > at ? [{ key: `k${next}`, op: "UPSERT" }] : [],
    };
  };

describe("what changed", () => {
  it("is posted as the pull feed tells it, from the cursor on, signed for the app", async () => {
    const kinds = ["INTERMEDIARY_SERVICE"];
    const { clientId } = await declared({ since: await endOfFeed(kinds), kinds });
    push();
    const services = stack.databases["intermediary"]!("intermediary_services");
    const code = (await services.clone().first("code"))!.code as string;
    await services.clone().where({ code }).update({ version: 77 });
    await until(() => received.length > 0);
    const [first] = received;
    expect(first).toMatchObject({
      path: "/in/changes?app=1",
      headers: { "content-type": "application/json", "govgraph-audience": clientId },
      body: { app: clientId, changes: [{ kind: "INTERMEDIARY_SERVICE", key: code, op: "UPSERT" }] },
    });
    expect(first!.headers["signature-input"]).toMatch(
      /^sig1=\("@method" "@path" "@query" "content-type" "content-digest" "govgraph-audience" "govgraph-request-id"\);created=\d+;expires=\d+;nonce="[\w-]{22}";keyid="w1";tag="govgraph"$/,
    );
    await until(async () => (await webhookOf(clientId)).cursor === first!.body.cursor);
    expect(await webhookOf(clientId)).toMatchObject({ url: URL_OF_APP, kinds, tries: 0, failure: null, setAside: [] });
  });

  it("comes piece by piece in order, each once where it is taken", async () => {
    const { clientId } = await declared();
    push({ read: pieces(30) });
    await until(async () => (await webhookOf(clientId)).cursor === "30");
    expect(received.map(({ body }) => [body.since, body.cursor])).toEqual(
      Array.from({ length: 30 }, (_each, at) => [String(at), String(at + 1)]),
    );
  });

  it("is tried again where it is not taken, under the same id and another nonce, then set aside, and what follows is pushed", async () => {
    const { clientId } = await declared();
    answer = (response) =>
      void response.writeHead(received.at(-1)!.body.since === "0" ? 500 : 204).end("words of the receiver");
    push({ read: pieces(2) });
    await until(async () => (await webhookOf(clientId)).cursor === "2");
    const { setAside } = await webhookOf(clientId);
    expect(setAside).toEqual([
      { since: "0", cursor: "1", changes: 1, tries: 3, failure: "HTTP_500", setAsideAt: expect.any(String) },
    ]);
    expect(received.map(({ body }) => body.since)).toEqual(["0", "0", "0", "1"]);
    const of = (name: string): Set<unknown> => new Set(received.slice(0, 3).map(({ headers }) => headers[name]));
    expect([of("govgraph-request-id").size, of("signature").size]).toEqual([1, 3]);
  });

  it("is pushed again from a cursor, as the app's admin asks", async () => {
    const app = await declared();
    push({ read: pieces(3) });
    await until(async () => (await webhookOf(app.clientId)).cursor === "3");
    expect((await set({ ...app, url: URL_OF_APP, since: "1" })).body.errors).toBeUndefined();
    await until(() => received.length === 5);
    expect(received.map(({ body }) => body.since)).toEqual(["0", "1", "2", "1", "2"]);
  });

  it("waits no longer than its time for a receiver that hangs, or whose answer never ends", async () => {
    const { clientId } = await declared();
    const held: ServerResponse[] = [];
    answer = (response) => void held.push(response);
    push({ read: pieces(1), timeoutMs: 200 });
    await until(async () => (await webhookOf(clientId)).setAside.length === 1);
    expect((await webhookOf(clientId)).setAside[0]).toMatchObject({ failure: "TIMEOUT", tries: 3 });
    for (const response of held) response.destroy();
  });

  it("waits for no other's receiver: those that hang have places of their own, one host two of them", async () => {
    const quick = await declared({ url: "https://quick.example.invalid/quick" });
    const hanging = new Set<ServerResponse>();
    let most = 0;
    answer = (response) => {
      const path = received.at(-1)!.path;
      if (path === "/quick") return took(response);
      hanging.add(response);
      most = Math.max(most, hanging.size);
      response.once("close", () => hanging.delete(response));
    };
    let last = 1;
    const places = { all: 6, ofKind: 4, ofReceiver: 2 };
    push({ read: (webhook) => pieces(last)(webhook), timeoutMs: 3_600_000, places });
    const isAt = async (cursor: string): Promise<boolean> => (await webhookOf(quick.clientId)).cursor === cursor;
    await until(() => isAt("1"));
    for (let each = 0; each < 4; each += 1) await declared({ url: "https://one.example.invalid/hang" });
    await until(() => hanging.size === 2);
    // One host has two places, whatever waits for it; others have what is left to those that are not known to be quick.
    for (let each = 0; each < 4; each += 1) await declared({ url: `https://h${each}.example.invalid/hang` });
    await until(() => hanging.size === 4);
    last = 5;
    await until(() => isAt("5"));
    expect([most, received.filter(({ body }) => body.app === quick.clientId).length]).toEqual([4, 5]);
    // Turns end with what they wait for.
    for (const response of hanging) response.destroy();
    answer = (response) => void response.writeHead(500).end();
  });

  it("does not follow where a receiver sends it", async () => {
    const { clientId } = await declared();
    answer = (response) => void response.writeHead(307, { location: `http://127.0.0.1:${port}/elsewhere` }).end();
    push({ read: pieces(1) });
    await until(async () => (await webhookOf(clientId)).setAside.length === 1);
    expect((await webhookOf(clientId)).setAside[0].failure).toBe("HTTP_307");
    expect(new Set(received.map(({ path }) => path))).toEqual(new Set(["/in/changes?app=1"]));
  });

  it("stops where the feed refuses the cursor, until the admin gives another", async () => {
    const app = await declared({ since: "nonsense" });
    push();
    await until(async () => (await webhookOf(app.clientId)).setAside.length === 1);
    expect(await webhookOf(app.clientId)).toMatchObject({ failure: "CURSOR", nextTryAt: null });
    expect(received).toEqual([]);
    const since = await endOfFeed([]);
    expect((await set({ ...app, url: URL_OF_APP, since })).body.errors).toBeUndefined();
    await until(async () => (await webhookOf(app.clientId)).failure === null);
  });

  it("is not pushed for an app that is suspended, even in the middle of a turn, and goes on when it is let go on", async () => {
    const { clientId } = await declared();
    const apps = stack.databases["reference"]!("apps").where({ client_id: clientId });
    let suspended = false;
    const read: ReadFeed = async (webhook) => {
      if (!suspended) await apps.clone().update({ state: "SUSPENDED" });
      suspended = true;
      return pieces(1)(webhook);
    };
    push({ read });
    await until(() => suspended);
    for (const each of started.splice(0)) await each.stop();
    expect(received).toEqual([]);
    const { version } = (await apps.clone().first("version")) as { version: number };
    const refused = await set({ clientId, expectedVersion: version, url: URL_OF_APP, since: "0" });
    expect(refused.body.errors?.[0]?.extensions).toMatchObject({ code: "RULE_VIOLATION" });
    await apps.clone().update({ state: "APPROVED" });
    await stack.databases["reference"]!("webhooks").update({ next_at: new Date(0) });
    push({ read: pieces(1) });
    await until(() => received.length === 1);
  });
});

describe("who pushes", () => {
  const signer = parseTextSigner(createPartnerKey("w1"));
  const kinds = ["INTERMEDIARY_SERVICE"];

  it("reads on an allowance of its own, what nobody in particular reads", async () => {
    const quotas = { anonymous: 1_000, signedIn: 1_000_000 };
    const { gateway, ask } = await stack.another({
      ...{ rate: { quotas, store: undefined }, webhookSigners: parseSignerKeys(signer.publicKey) },
    });
    const cursor = await endOfFeed(kinds);
    const nobody = feedOf(gateway.url);
    const spent = async (): Promise<boolean> =>
      nobody.read({ cursor, kinds }).then(
        () => false,
        (error: Error) => error.message.includes("RATE_LIMITED"),
      );
    await until(spent);
    const own = feedOf(gateway.url, signer);
    for (let each = 0; each < 5; each += 1) expect(await own.read({ cursor, kinds })).toMatchObject({ isWhole: true });
    expect(await spent()).toBe(true);
    const headers = { [FEED_READER_HEADER]: await signFeedReader(signer, Date.now()) };
    const me = await ask("{ me { username roles } }", { headers });
    expect(me.headers.get("ratelimit-policy")).toBe('"signed-in";q=1000000;w=60');
    expect(me.body.data).toEqual((await stack.ask("{ me { username roles } }")).body.data);
    // A token goes before it: nobody is two.
    const both = await ask("{ me { username } }", { viewer: "app-open", headers });
    expect(both.headers.get("ratelimit-policy")).toMatch(/^"app-minute"/);
  });

  it("is refused where its key is none of the gateway's, and what was signed is old or something else", async () => {
    const { gateway, ask } = await stack.another({ webhookSigners: parseSignerKeys(signer.publicKey) });
    const other = parseTextSigner(createPartnerKey("w1"));
    const cursor = await endOfFeed(kinds);
    await expect(feedOf(gateway.url, other).read({ cursor, kinds })).rejects.toThrow("UNAUTHENTICATED");
    for (const signed of [
      await signFeedReader(signer, Date.now() - 61_000),
      await signFeedReader(signer, Date.now() + 61_000),
      await signer.sign(String(Date.now()), "govgraph-receipt"),
      await signer.sign("now", FEED_READER_HEADER),
      "x.y.z",
      "",
    ]) {
      const { status, body } = await ask("{ me { username } }", { headers: { [FEED_READER_HEADER]: signed } });
      expect([signed, status, body.errors?.[0]?.extensions["code"]]).toEqual([signed, 401, "UNAUTHENTICATED"]);
    }
    // A gateway that knows no signer takes it for anybody.
    expect(await feedOf(stack.url, signer).read({ cursor, kinds })).toMatchObject({ items: [] });
  });
});

describe("an address", () => {
  it.each([
    "http://hooks.example.invalid/",
    "https://127.0.0.1/",
    "https://10.1.2.3/hook",
    "https://169.254.169.254/latest/meta-data",
    "https://2130706433/",
    "https://localhost/hook",
    "https://[::1]/",
    "https://user:secret@hooks.example.invalid/",
    "https://hooks.example.invalid/%2F",
    "https://hooks.example.invalid/#x",
    "https://hooks.example.invalid/变更",
    "ftp://hooks.example.invalid/",
    "hooks.example.invalid",
  ])("is refused where it is %s, and nothing is written", async (url) => {
    const app = await appWith(stack, "APPROVED");
    const { body } = await set({ ...app, url, since: "0" });
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      argument: "url",
      rule: "WEBHOOK_ADDRESS",
    });
    expect(await webhookOf(app.clientId)).toBeNull();
  });

  it("is looked up for who may set it alone: others are refused the same, wherever its name leads", async () => {
    const app = await appWith(stack, "APPROVED");
    const refused = async (url: string): Promise<unknown> =>
      (
        await stack.ask(
          "mutation ($input: SetAppWebhookInput!) { setAppWebhook(input: $input) { app { clientId } } }",
          { viewer: "agent-1", variables: { input: { ...app, url, since: "0" } } },
        )
      ).body.errors?.[0]?.extensions;
    const inside = await refused("https://localhost/");
    expect(inside).toMatchObject({ code: "RULE_VIOLATION", reason: "ACTOR" });
    expect(await refused("https://hooks.example.invalid/")).toEqual(inside);
  });

  it.each([
    [{ since: undefined }, "CURSOR"],
    [{ kinds: ["no kind"] }, "WEBHOOK_KIND"],
    [{ kinds: Array(51).fill("A") }, "MAX"],
  ])("is not declared with %j", async (more, rule) => {
    const app = await appWith(stack, "APPROVED");
    const { body } = await set({ ...app, url: URL_OF_APP, since: "0", ...more });
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", rule });
  });

  it("is declared for an approved app, taken back, and shown to its side alone", async () => {
    const app = await appWith(stack, "REQUESTED");
    const early = await set({ ...app, url: URL_OF_APP, since: "0" });
    expect(early.body.errors?.[0]?.extensions).toMatchObject({ code: "RULE_VIOLATION" });
    const { clientId, expectedVersion } = await declared();
    expect(await webhookOf(clientId, "officer-1")).toMatchObject({ url: URL_OF_APP });
    expect(await webhookOf(clientId, "anonymous")).toBeNull();
    expect((await set({ clientId, expectedVersion })).body.errors).toBeUndefined();
    expect(await webhookOf(clientId)).toBeNull();
  });

  it("[E13] is looked at again when it is connected to: a name that stands for this machine by then is not asked", async () => {
    const { post, close } = createPost({ keys: KEYS, allows: isPublicAddress, now: Date.now });
    const posted = { clientId: "app", deliveryId: "d", body: "{}" };
    for (const host of ["localhost", "127.0.0.1", "[::1]"])
      expect(await post({ ...posted, address: new URL(`http://${host}:${port}/`) })).toBe("ADDRESS_REFUSED");
    expect(received).toEqual([]);
    await close();
  });
});

it("the recipe in Python takes what the gateway's keys sign for its app, once, and nothing else", async () => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-webhook-"));
  let child: ChildProcess | undefined;
  const { gateway } = await stack.another({ webhookSigners: publicKeys(KEYS) });
  try {
    cpSync(projectPath("clients/recipes/python-webhook"), directory, { recursive: true });
    const served = (await (await fetch(`${gateway.url}${WEBHOOK_KEYS_PATH}`)).json()) as object;
    expect(served).toEqual(publicKeySet(publicKeys(KEYS)));
    writeFileSync(join(directory, "keys.json"), JSON.stringify(served));
    await run("python3", ["-m", "venv", ".venv"], { cwd: directory });
    await run(join(directory, ".venv/bin/pip"), ["install", "-q", "-r", "requirements.txt"], { cwd: directory });
    child = spawn(join(directory, ".venv/bin/python"), ["receiver.py", "keys.json", "app-1", "0"], {
      cwd: directory,
      stdio: "pipe",
    });
    let output = "";
    child.stdout!.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr!.on("data", (chunk: Buffer) => (output += chunk.toString()));
    await until(() => /listening at \d+/.test(output) || child!.exitCode !== null);
    const at = new URL(`http://127.0.0.1:${/listening at (\d+)/.exec(output)![1]!}/in?x=1`);
    const body = JSON.stringify({ app: "app-1", since: "0", cursor: "1", changes: [{ key: "k" }] });
    const { post, close } = local();
    expect(await post({ clientId: "app-1", address: at, deliveryId: "d1", body })).toBeUndefined();
    expect(output).toContain('{"cursor": "1", "changes": 1}');
    expect(await post({ clientId: "app-2", address: at, deliveryId: "d1", body })).toBe("HTTP_401");
    const others = createPost({ keys: parsePartnerKeys(createPartnerKey("w1")), allows: () => true, now: Date.now });
    expect(await others.post({ clientId: "app-1", address: at, deliveryId: "d1", body })).toBe("HTTP_401");
    const late = createPost({ keys: KEYS, allows: () => true, now: () => Date.now() - 120_000 });
    expect(await late.post({ clientId: "app-1", address: at, deliveryId: "d1", body })).toBe("HTTP_401");
    for (const length of ["-1", "+5", "5x", "", undefined]) expect(await statusOf(at, length)).toBe(411);
    expect(await statusOf(at, "99999999999")).toBe(413);
    // What was sent once is sent again as it was, and with another body.
    answer = took;
    await post({ clientId: "app-1", address: new URL(`http://127.0.0.1:${port}/in?x=1`), deliveryId: "d2", body });
    const ofConnection = ["host", "connection", "content-length"];
    const headers = Object.fromEntries(
      Object.entries(received[0]!.headers as Record<string, string>).filter(([name]) => !ofConnection.includes(name)),
    );
    const send = async (text: string): Promise<number> =>
      (await fetch(at, { method: "POST", headers, body: text })).status;
    expect([await send(body.replace("k", "l")), await send(body), await send(body)]).toEqual([401, 204, 401]);
    for (const each of [{ close }, others, late]) await each.close();
  } finally {
    child?.kill();
    rmSync(directory, { recursive: true, force: true });
  }
});

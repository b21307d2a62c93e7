/** Public keys of the gateway as a partner's process follows them: kept, fetched again when one is missing, given up after an hour. */
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import {
  createPartnerKey,
  followKeys,
  keyDirectory,
  KEY_DIRECTORY_PATH,
  parsePartnerKeys,
  type ContextKeys,
} from "../../../platform/auth/index.js";

const input = (id: string): string =>
  `sig1=("@method");created=1796083200;expires=1796083230;nonce="AAAAAAAAAAAAAAAAAAAAAA";keyid="${id}";tag="govgraph"`;

const setOf = (keys: ContextKeys) => keyDirectory(keys) as { keys: { kty: string; kid: string }[] };

describe("keys of a directory", () => {
  const [old, young] = ["old", "young"].map((id) => parsePartnerKeys(createPartnerKey(id))) as [
    ContextKeys,
    ContextKeys,
  ];
  let now = 0;
  let served: () => Promise<ReturnType<typeof setOf>>;
  let loads: number;
  const failures: unknown[] = [];
  const follow = () =>
    followKeys("http://gateway.invalid", {
      now: () => now,
      onFailure: (error) => failures.push(error),
      load: () => {
        loads += 1;
        return served();
      },
    });
  beforeEach(() => {
    [now, loads] = [1_000_000, 0];
    served = async () => setOf(old);
    failures.length = 0;
  });

  it("are fetched once for many requests, and kept for five minutes", async () => {
    const followed = follow();
    expect(followed.ready()).toBe(false);
    await Promise.all(Array.from({ length: 20 }, () => followed.lookFor(input("old"))));
    now += 300_000;
    await followed.lookFor(input("old"));
    expect([loads, [...followed.keys.keys()], followed.ready()]).toEqual([1, ["old"], true]);
    now += 1;
    await followed.lookFor(input("old"));
    expect(loads).toBe(2);
  });

  it("are fetched again for one that is missing, once a minute whatever is asked for", async () => {
    const followed = follow();
    await followed.lookFor(input("old"));
    served = async () => setOf(young);
    await followed.lookFor(input("young"));
    expect([loads, followed.keys.has("young")]).toEqual([1, false]);
    now += 60_001;
    await followed.lookFor(input("young"));
    for (const id of ["a", "b", "c"]) await followed.lookFor(input(id));
    expect([loads, [...followed.keys.keys()]]).toEqual([2, ["young"]]);
  });

  it.each([undefined, "", "sig1=()", ["x"], input("Not-An-Id")])("are not fetched for %j", async (given) => {
    await follow().lookFor(given);
    expect(loads).toBe(0);
  });

  it("are there before the first request, where somebody asks whether the process is ready", async () => {
    const followed = follow();
    served = () => Promise.reject(new Error("away"));
    await Promise.all([followed.warm(), followed.warm()]);
    await followed.warm();
    expect([followed.ready(), loads]).toEqual([false, 1]);
    now += 1_001;
    served = async () => setOf(old);
    await followed.warm();
    await followed.warm();
    expect([followed.ready(), loads]).toEqual([true, 2]);
  });

  it("that can not be fetched again are good for an hour, and each failure is told", async () => {
    const followed = follow();
    await followed.lookFor(input("old"));
    served = () => Promise.reject(new Error("away"));
    now += 59 * 60_000;
    await followed.lookFor(input("old"));
    expect([followed.keys.has("old"), failures.length]).toEqual([true, 1]);
    now += 2 * 60_000;
    await followed.lookFor(input("old"));
    expect([followed.keys.has("old"), followed.ready(), failures.length]).toEqual([false, false, 2]);
  });

  it("of another kind are none", async () => {
    served = async () => ({
      keys: [
        { kty: "RSA", kid: "old", n: "AQAB", e: "AQAB" },
        { kty: "oct", kid: "young", k: "AAAA" },
      ],
    });
    const followed = follow();
    await followed.lookFor(input("old"));
    expect([...followed.keys]).toEqual([]);
  });

  it("are read from where a gateway serves them, and from nowhere that it sends us", async () => {
    let isMoved = false;
    const server = createServer((request, response) => {
      if (isMoved) return void response.writeHead(302, { location: "/elsewhere" }).end();
      response.statusCode = request.url === KEY_DIRECTORY_PATH ? 200 : 404;
      response.end(JSON.stringify(setOf(old)));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const followed = followKeys(url, { now: () => now, onFailure: (error) => failures.push(error) });
    await followed.lookFor(input("old"));
    expect([[...followed.keys.keys()], failures]).toEqual([["old"], []]);
    isMoved = true;
    now += 600_000;
    await followed.lookFor(input("old"));
    expect(failures).toHaveLength(1);
    server.close();
  });
});

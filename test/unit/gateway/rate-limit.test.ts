/** The rate of one client, told by its bucket: in this process, and shared through a real PostgreSQL. */
import type { Knex } from "knex";
import { createDatabase } from "../../../platform/database/index.js";
import { createSharedBuckets } from "../../../gateway/request/rate-buckets.repository.js";
import { createMemoryBuckets, type RateBuckets } from "../../../gateway/request/rate-buckets.js";
import { networkOf } from "../../../gateway/request/client-of.js";
import { createRateLimit } from "../../../gateway/request/rate-limit.js";
import type { AppInForce } from "../../../platform/subgraph/wire.js";
import type { Viewer } from "../../../platform/auth/index.js";
import { cloneDatabase, type TestDatabase } from "../../support/database.js";
import { VIEWERS } from "../../support/viewers.js";

const QUOTAS = { anonymous: 100, signedIn: 1_000 };

const ask = async (
  limit: ReturnType<typeof createRateLimit>,
  cost: number,
  { viewer, app, ip = "192.0.2.1" }: { viewer?: Viewer; app?: AppInForce; ip?: string } = {},
) => {
  const headers: Record<string, string> = {};
  const refused = await limit
    .charge(
      { address: ip, registered: app, ...(viewer ? { viewer } : {}) },
      { setHeader: (name: string, value: string) => (headers[name] = value) } as never,
      cost,
    )
    .then(
      () => undefined,
      (error: { code: string; http: { headers: Record<string, string> } }) => [
        error.code,
        error.http.headers["retry-after"],
      ],
    );
  return { refused, left: /r=(\d+)/.exec(headers["ratelimit"] ?? "")?.[1], headers };
};

describe("a bucket of this process", () => {
  let now = 0;
  const limitAt = (): ReturnType<typeof createRateLimit> =>
    createRateLimit({ quotas: QUOTAS, buckets: createMemoryBuckets(() => now) });
  beforeEach(() => void (now = 1_000_000));

  it("gives what a minute gives, refuses what is more, and says when there is enough", async () => {
    const limit = limitAt();
    expect((await ask(limit, 60)).headers).toEqual({
      "ratelimit-policy": `"anonymous";q=100;w=60`,
      ratelimit: `"anonymous";r=40;t=36`,
    });
    expect((await ask(limit, 50)).refused).toEqual(["RATE_LIMITED", "6"]);
    now += 6_000;
    expect(await ask(limit, 50)).toMatchObject({ refused: undefined, left: "0" });
  });

  it("takes nothing where it refuses", async () => {
    const limit = limitAt();
    await ask(limit, 90);
    for (let tries = 0; tries < 5; tries++) expect((await ask(limit, 20)).refused).toEqual(["RATE_LIMITED", "6"]);
    expect((await ask(limit, 10)).refused).toBeUndefined();
  });

  it("charges one unit at least and a full bucket at most, so that what is allowed at all is answered once", async () => {
    const limit = limitAt();
    expect((await ask(limit, 0)).left).toBe("99");
    now += 60_000;
    expect(await ask(limit, 5_000)).toMatchObject({ refused: undefined, left: "0" });
  });

  it("is the address's without a token, and the person's or client's with one, wherever they ask from", async () => {
    const limit = limitAt();
    await ask(limit, 100);
    expect((await ask(limit, 1)).refused).toBeDefined();
    expect((await ask(limit, 1, { ip: "192.0.2.2" })).refused).toBeUndefined();
    expect((await ask(limit, 1_000, { viewer: VIEWERS["citizen-1"] })).left).toBe("0");
    expect((await ask(limit, 1, { viewer: VIEWERS["citizen-1"], ip: "192.0.2.3" })).refused).toBeDefined();
    expect((await ask(limit, 1, { viewer: VIEWERS["citizen-2"] })).refused).toBeUndefined();
    expect((await ask(limit, 1, { viewer: VIEWERS["app-open"] })).refused).toBeUndefined();
  });

  it("has no bound where the quota is 0", async () => {
    const limit = createRateLimit({ quotas: { anonymous: 0, signedIn: 1 } });
    expect(await ask(limit, 1e9)).toEqual({ refused: undefined, left: undefined, headers: {} });
  });

  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:0DB8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", ""],
  ])("takes %s for %s", (address, network) => expect(networkOf(address)).toBe(network));
});

describe("a registered app", () => {
  const app = { isOpen: true, quota: { aMinute: 100, aDay: 150 } };
  const viewer = VIEWERS["app-open"];

  it("has a bucket of a minute and one of a day, and is told of both", async () => {
    let now = 1_000_000;
    const limit = createRateLimit({ quotas: QUOTAS, buckets: createMemoryBuckets(() => now) });
    expect((await ask(limit, 60, { viewer, app })).headers).toEqual({
      "ratelimit-policy": `"app-minute";q=100;w=60, "app-day";q=150;w=86400`,
      ratelimit: `"app-minute";r=40;t=36, "app-day";r=90;t=34560`,
    });
    expect((await ask(limit, 60, { viewer, app })).refused).toEqual(["RATE_LIMITED", "12"]);
    now += 60_000;
    expect((await ask(limit, 90, { viewer, app })).refused).toBeUndefined();
    now += 60_000;
    // Of the minute there is enough, of the day there is not.
    expect((await ask(limit, 30, { viewer, app })).refused?.[0]).toBe("RATE_LIMITED");
    // A person who uses the app has what persons have.
    expect((await ask(limit, 500, { viewer: VIEWERS["citizen-1"], app })).refused).toBeUndefined();
  });

  it("is told what a request cost and what is left where there is least", async () => {
    const limit = createRateLimit({ quotas: QUOTAS, buckets: createMemoryBuckets(() => 0) });
    const answer = { setHeader: () => undefined };
    expect(await limit.charge({ viewer, registered: app }, answer, 0)).toEqual({
      requested: 0,
      actual: 1,
      remaining: 99,
    });
    // Looking takes nothing.
    for (let at = 0; at < 2; at += 1)
      expect(await limit.usedOf(viewer.clientId!, app.quota!)).toEqual({ ofMinute: 1, ofDay: 1 });
    expect(await limit.usedOf("another", app.quota!)).toEqual({ ofMinute: 0, ofDay: 0 });
    expect(
      await limit.charge({ viewer, registered: { ...app, quota: { aMinute: 100, aDay: 30 } } }, answer, 5),
    ).toEqual({
      ...{ requested: 5, actual: 5 },
      remaining: expect.any(Number) as number,
    });
  });
});

describe("buckets that gateways share", () => {
  let database: TestDatabase;
  let dbs: Knex[];
  let shared: RateBuckets[];
  beforeAll(async () => {
    database = await cloneDatabase();
    dbs = [1, 2].map(() =>
      createDatabase({
        url: database.ownerUrl,
        applicationName: "test",
        schema: "public",
        connectTimeoutMs: 10_000,
        statementTimeoutMs: 20_000,
      }),
    );
    shared = dbs.map((db) => createSharedBuckets(db));
  });
  afterAll(async () => {
    for (const buckets of shared) await buckets.close();
    await database.drop();
  });

  it("begin at once in an empty database, however many gateways start", async () => {
    for (let round = 0; round < 5; round++) {
      await dbs[0]!.raw("drop table if exists rate_buckets");
      const gateways = Array.from({ length: 12 }, (_, index) => createSharedBuckets(dbs[index % 2]!));
      const taken = await Promise.all(gateways.map((buckets) => buckets.take("first", 1, 60_000)));
      expect(taken.map(({ allowed }) => allowed)).toEqual(Array(12).fill(true));
    }
  });

  it("never give a unit away twice, whoever asks at once", async () => {
    // An hour's window: what refills while the test runs is less than one taking.
    const taken = await Promise.all(
      Array.from({ length: 30 }, (_, index) => shared[index % 2]!.take("at once", 360_000, 3_600_000)),
    );
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(10);
    const { allowed, fullInMs } = await shared[0]!.take("at once", 360_000, 3_600_000);
    expect([allowed, fullInMs > 3_240_000, fullInMs <= 3_600_000]).toEqual([false, true, true]);
    expect((await shared[1]!.take("another", 360_000, 3_600_000)).allowed).toBe(true);
  });

  it("give an app its day's points exactly, asked at two gateways at once", async () => {
    const limits = shared.map((buckets) => createRateLimit({ quotas: QUOTAS, buckets }));
    const app = { isOpen: true, quota: { aMinute: 60_000_000, aDay: 10_000 } };
    const asked = await Promise.all(
      Array.from({ length: 240 }, (_, index) => ask(limits[index % 2]!, 50, { viewer: VIEWERS["app-partner"], app })),
    );
    // 200 fit. What refills while the test runs is a point in nine seconds.
    const given = asked.filter(({ refused }) => refused === undefined).length;
    expect([given >= 200, given <= 202]).toEqual([true, true]);
  });

  it("hold no name and no address", async () => {
    await shared[0]!.take("address 192.0.2.77", 1, 60_000);
    const { rows } = await dbs[0]!.raw<{ rows: { client: Buffer }[] }>("select client from rate_buckets");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ client }) => client.length === 32 && !client.toString().includes("192.0.2.77"))).toBe(true);
  });

  it("are replaced by this process's own while the database does not answer", async () => {
    const down = createSharedBuckets(
      createDatabase({ url: "postgresql://nobody@127.0.0.1:1/none", applicationName: "test", schema: "public" }),
    );
    const failures: unknown[] = [];
    const limit = createRateLimit({ quotas: QUOTAS, buckets: down, onFailure: (error) => failures.push(error) });
    expect([(await ask(limit, 100)).refused, (await ask(limit, 50)).refused?.[0]]).toEqual([undefined, "RATE_LIMITED"]);
    expect(failures).toHaveLength(2);
    await down.close();
  });
});

/** One request must not stop a service: its work ends with its limits, and what it asked of PostgreSQL ends with it. */
import pg from "pg";
import { createDatabase, createRequestWork, runWork } from "../../platform/database/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";
import { startOneSubgraph, until, type LogLine, type OneSubgraph } from "../support/one-subgraph.js";

let copy: TestDatabase;
let owner: pg.Client;
let matterId: string;
let service: OneSubgraph;

/** Ratings of a matter of the test's own choice: a hundred, with a text of the given length each. */
const rate = async (length: number): Promise<void> => {
  await owner.query("delete from matters.service_ratings where matter_id = $1", [matterId]);
  await owner.query(
    `insert into matters.service_ratings (id, case_no, service_number, matter_id, subject, dept_id, dept_uscc, division_code,
       stars, stage, channel, tags, comment, shown_comment, moderation, by_default, rated_on)
     select 'WORK-' || n, 'WORK-' || n, 1, $1, 'nobody', 'CN-USCC-11990101MB9000015E', '11990101MB9000015E', '222401',
       5, 'APPLICATION', 'PORTAL', array[repeat('好', $2)], null, null, 'PASSED', false, date '2026-01-01'
     from generate_series(1, 100) n`,
    [matterId, length],
  );
};

/** While it holds, every reading of ratings takes ten minutes, or so many seconds. */
const whileSlow = async (run: () => Promise<void>, seconds = 600): Promise<void> => {
  await owner.query("alter table matters.service_ratings rename to kept_ratings");
  await owner.query(
    `create view matters.service_ratings as select kept_ratings.* from matters.kept_ratings, pg_sleep(${seconds})`,
  );
  await owner.query("grant select on matters.service_ratings to public");
  try {
    await run();
  } finally {
    await owner.query("drop view matters.service_ratings");
    await owner.query("alter table matters.kept_ratings rename to service_ratings");
  }
};

beforeAll(async () => {
  copy = await cloneDatabase();
  owner = new pg.Client({ connectionString: copy.ownerUrl });
  await owner.connect();
  service = await startOneSubgraph("matters", copy);
  const { body } = await service.ask("{ serviceMatters(first: 1) { nodes { id } } }");
  matterId = body.data.serviceMatters.nodes[0].id;
  await rate(1);
});
afterAll(async () => {
  await service.stop();
  await owner.end();
  await copy.drop();
});

const refusal = (code: string, reason: string): object => ({
  data: null,
  errors: [{ message: expect.any(String), extensions: { code, reason } }],
});
const lastRequest = (one = service): LogLine => one.lines.filter(({ code }) => code === "REQUEST").at(-1)!;
const ratings = (): string => `{ serviceMatter(id: "${matterId}") { ratings(first: 100) { nodes { id } } } }`;
const idle = (one: OneSubgraph): Promise<void> =>
  until(async () => (await one.busy()) === 0 && one.pool().used === 0 && one.pool().waiting === 0);

describe("a document that multiplies", () => {
  const bomb = (): string => {
    let selection = "id";
    for (let level = 0; level < 3; level++) selection = `matter { ratings(first: 100) { nodes { ${selection} } } }`;
    return `{ serviceMatter(id: "${matterId}") { ratings(first: 100) { nodes { ${selection} } } } }`;
  };

  it("is stopped at the limit of nodes", async () => {
    const { status, body } = await service.ask(bomb());
    expect([status, body]).toEqual([200, refusal("LIMIT_EXCEEDED", "NODES")]);
    const { nodes, outcome } = lastRequest();
    expect(outcome).toBe("LIMIT_EXCEEDED");
    // One list too many, and not one more.
    expect(nodes).toBe(50_100);
    await idle(service);
  });

  it("lets the loop turn for every five hundred nodes, so that others are answered meanwhile", async () => {
    const lists = ["a", "b", "c", "d"].map((name, index) => `${name}: ratings(first: ${97 + index}) { nodes { id } }`);
    const query = `{ serviceMatter(id: "${matterId}") { ratings(first: 100) { nodes { matter { ${lists.join(" ")} } } } } }`;
    let [turns, alive, done] = [0, 0, false];
    const count = (): void => {
      turns += 1;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    const asked = service.ask(query).finally(() => (done = true));
    while (!done) {
      expect((await fetch(new URL("/livez", service.url))).status).toBe(200);
      if (!done) alive += 1;
    }
    expect((await asked).body.errors).toBeUndefined();
    expect(lastRequest()["nodes"]).toBe(100 + 100 * (97 + 98 + 99 + 100));
    expect(turns).toBeGreaterThanOrEqual(70);
    expect(alive).toBeGreaterThanOrEqual(3);
  });

  it("is answered as far as its limit goes, and not one node further", async () => {
    const [fits, lacks] = await Promise.all(
      [10_100, 10_099].map((nodes) => startOneSubgraph("matters", copy, { limits: { nodes } })),
    );
    const query = `{ serviceMatter(id: "${matterId}") { ratings(first: 100) { nodes { matter { ratings(first: 100) { nodes { id } } } } } } }`;
    const { body } = await fits!.ask(query);
    expect(body.errors).toBeUndefined();
    const inner = body.data.serviceMatter.ratings.nodes.flatMap(
      (node: { matter: { ratings: { nodes: unknown[] } } }) => node.matter.ratings.nodes,
    );
    expect(inner).toHaveLength(10_000);
    expect(lastRequest(fits)["nodes"]).toBe(10_100);
    expect((await lacks!.ask(query)).body).toEqual(refusal("LIMIT_EXCEEDED", "NODES"));
    await Promise.all([fits!.stop(), lacks!.stop()]);
  });

  it("is stopped when its time is over, while it resolves", async () => {
    const { body } = await service.ask(bomb(), { timeoutMs: 20 });
    expect(body).toEqual(refusal("UPSTREAM_TIMEOUT", "DEADLINE"));
    expect(lastRequest()["nodes"]).toBeLessThan(50_000);
  });

  it("twenty times at once stops twenty times, and leaves nothing behind", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => service.ask(bomb(), { timeoutMs: 1_000 })));
    for (const { body } of answers) {
      // On a busy machine the time is over first.
      const [{ extensions }] = body.errors as unknown as [{ extensions: { reason: string } }];
      expect([body.data, ["NODES", "DEADLINE"].includes(extensions.reason)]).toEqual([null, true]);
    }
    await idle(service);
  });
});

describe("an answer", () => {
  it("is refused where it is made when it is larger than eight MiB, and one below is sent", async () => {
    const query = `{ serviceMatter(id: "${matterId}") { ratings(first: 100) { nodes { tags } } } }`;
    await rate(29_000); // Three bytes a character: 8.7 million.
    expect((await service.ask(query)).body).toEqual(refusal("LIMIT_EXCEEDED", "ANSWER_SIZE"));
    await rate(27_000);
    const { body } = await service.ask(query);
    expect(body.errors).toBeUndefined();
    expect(body.data.serviceMatter.ratings.nodes[99].tags[0]).toHaveLength(27_000);
    await rate(1);
  });
});

describe("a deadline", () => {
  it.each([0, -5_000])("of %i ms stops the request before it asks anything", async (timeoutMs) => {
    const { status, body } = await service.ask(ratings(), { timeoutMs });
    expect([status, body]).toEqual([200, refusal("UPSTREAM_TIMEOUT", "DEADLINE")]);
    expect(lastRequest()["nodes"]).toBe(0);
    expect(
      await service.metric('govgraph_requests_total{outcome="UPSTREAM_TIMEOUT",process="matters"}'),
    ).toBeGreaterThan(0);
  });

  it.each([1e12, Number.MAX_VALUE, undefined])("of %s ms is no longer than the service allows", async (timeoutMs) => {
    const short = await startOneSubgraph("matters", copy, { limits: { longestMs: 150 } });
    await whileSlow(async () => {
      const { body } = await short.ask(ratings(), timeoutMs === undefined ? {} : { timeoutMs });
      expect(body).toEqual(refusal("UPSTREAM_TIMEOUT", "DEADLINE"));
      await idle(short);
    });
    await short.stop();
  });

  it("cancels what PostgreSQL does for the request, and the connection serves the next one", async () => {
    await whileSlow(async () => {
      const asked = service.ask(ratings(), { timeoutMs: 1_000 });
      await until(async () => (await service.busy()) === 1);
      expect((await asked).body).toEqual(refusal("UPSTREAM_TIMEOUT", "DEADLINE"));
      await idle(service);
    });
    const { body } = await service.ask(ratings());
    expect(body.data.serviceMatter.ratings.nodes).toHaveLength(100);
  });

  it("of twenty requests at once frees all connections, those that waited for one included", async () => {
    await whileSlow(async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => service.ask(ratings(), { timeoutMs: 1_000 })));
      expect(answers.map(({ body }) => body)).toEqual(Array(20).fill(refusal("UPSTREAM_TIMEOUT", "DEADLINE")));
      await idle(service);
      expect(service.pool()).toMatchObject({ used: 0, waiting: 0 });
    });
    expect((await service.ask(ratings())).body.errors).toBeUndefined();
  });

  it("ends nobody else's statement, however short it is and however often it passes", async () => {
    const LEAST_MS = 40;
    await whileSlow(async () => {
      // Deadlines pass before a statement is sent, while it runs, and just as it ends and its connection goes to the next.
      const asked = Array.from({ length: 120 }, (_, index) => {
        const timeoutMs = index % 2 === 0 ? (index / 2) * 1.5 : undefined;
        return { timeoutMs, answer: service.ask(ratings(), timeoutMs === undefined ? {} : { timeoutMs }) };
      });
      const cut: number[] = [];
      for (const { timeoutMs, answer } of asked) {
        const { body } = await answer;
        if (body.errors) {
          expect([timeoutMs !== undefined, body]).toEqual([true, refusal("UPSTREAM_TIMEOUT", "DEADLINE")]);
          cut.push(timeoutMs!);
        } else expect(body.data.serviceMatter.ratings.nodes).toHaveLength(100);
      }
      // Nobody has an answer before a reading is over: whose time is shorter was cut.
      const shorter = asked.flatMap(({ timeoutMs = LEAST_MS }) => (timeoutMs < LEAST_MS ? [timeoutMs] : []));
      expect(cut).toEqual(expect.arrayContaining(shorter));
      expect(shorter).toHaveLength(27);
      await idle(service);
    }, LEAST_MS / 1_000);
  });
});

describe("a caller that hangs up", () => {
  it("takes its statements with it", async () => {
    await whileSlow(async () => {
      const controller = new AbortController();
      const asked = service.ask(ratings(), { signal: controller.signal }).catch((error: unknown) => error);
      await until(async () => (await service.busy()) === 1);
      controller.abort();
      await asked;
      await idle(service);
    });
    expect(lastRequest()).toMatchObject({ outcome: "UPSTREAM_TIMEOUT" });
    expect((await service.ask(ratings())).body.errors).toBeUndefined();
  });
});

describe("a transaction of a request that ended", () => {
  it("is rolled back, and its connection goes back without it", async () => {
    const db = createDatabase({
      url: copy.urlOf("matters"),
      applicationName: "one-transaction",
      schema: "matters",
      poolMax: 1,
      statementTimeoutMs: 0,
    });
    const work = createRequestWork({ timeoutMs: 60_000, nodes: 1 });
    const reason = new ServiceError("UPSTREAM_TIMEOUT");
    const transaction = runWork(work, () =>
      db.transaction(async (trx) => {
        await trx.raw("create table left_behind (id int)");
        work.stop(reason);
        await trx.raw("select 1");
      }),
    );
    await expect(transaction).rejects.toBe(reason);
    const [session] = await copy.select(
      "select state from pg_stat_activity where application_name = 'one-transaction'",
    );
    expect(session).toEqual({ state: "idle" });
    expect((await db.raw("select to_regclass('left_behind') as name")).rows).toEqual([{ name: null }]);
    await db.destroy();
  });
});

describe("a request's id", () => {
  it("stands in every line that the service logs of it", async () => {
    await service.ask(ratings(), { requestId: "id-of-the-gateway" });
    expect(lastRequest()).toMatchObject({ requestId: "id-of-the-gateway", outcome: "ok", nodes: 100 });
  });
});

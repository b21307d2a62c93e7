/** Sealed bids from the envelope to the selection: nobody reads a price before bids are opened, neither in the graph nor in the database. */
import type { Viewer } from "../../platform/auth/index.js";
import { commitmentOf } from "../../subgraphs/intermediary/sealed-bid/envelope.js";
import { logTo } from "../support/fixture-gateway.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";
import {
  AGENT_FIRM,
  INTERMEDIARY_VERBS,
  creditPass,
  draftInput,
  providedService,
} from "../support/verbs/intermediary.js";

let stack: TestStack;
const lines: string[] = [];
let now = "2026-09-28T04:00:00.000Z";
let ask: TestStack["ask"];
/** Firms that bid beside that of agent-1, by the names of their agents. */
const firms: Record<string, string> = { "agent-1": AGENT_FIRM };
const viewers: Record<string, Viewer> = {};
beforeAll(async () => {
  stack = await startStack({ viewers, log: logTo(lines) });
  const { rows } = (await stack.databases["intermediary"]!.raw(
    `select i.uscc from intermediaries i where i.uscc is not null and i.uscc <> ? and not exists (
       select from intermediary_sanctions s where s.intermediary_id = i.organization_id) and not exists (
       select from intermediary_relations r where r.body_id = i.organization_id and r.related_id = 'CN-USCC-11990101MB9000015E')
     order by i.uscc limit 8`,
    [AGENT_FIRM],
  )) as { rows: { uscc: string }[] };
  const clear: { uscc: string }[] = [];
  for (const row of rows) {
    const { body } = await stack.ask(`{ organization(uscc: "${row.uscc}") { onSeriousList } }`);
    if (body.data?.organization?.onSeriousList === false) clear.push(row);
  }
  for (const [index, name] of ["agent-2", "agent-3"].entries()) {
    firms[name] = clear[index]!.uscc;
    const provided = {
      intermediary_id: `CN-USCC-${clear[index]!.uscc}`,
      service_code: await providedService(stack),
    };
    await stack.databases["intermediary"]!("provided_services").insert(provided).onConflict().ignore();
    viewers[name] = { ...VIEWERS["agent-1"], username: name, subjectUscc: clear[index]!.uscc };
  }
  ask = (await stack.another({ clock: () => new Date(now) })).ask;
});
beforeEach(() => void (now = "2026-09-28T04:00:00.000Z"));
afterAll(() => stack.stop());

const SHOWN: Readonly<Record<string, string>> = {
  procurement:
    "procurement { projectNo version state selected { id } bids(first: 9) { totalCount nodes { price accepted refusal } } }",
  bid: "bid { state version price commitment accepted refusal }",
};

const act = (viewer: string, verb: string, input: object): Promise<Answer> => {
  const { input: type, selects } = INTERMEDIARY_VERBS[verb]!;
  return ask(`mutation ($input: ${type}!) { done: ${verb}(input: $input) { ${SHOWN[selects.split(" ")[0]!]} } }`, {
    viewer,
    variables: { input },
  });
};

const done = ({ body }: Answer): Record<string, never> => {
  if (body.errors) throw new Error(JSON.stringify(body));
  return body.data.done.procurement ?? body.data.done.bid;
};

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

const passOf = async (viewer: string): Promise<string> => creditPass({ ...stack, ask }, viewer, firms[viewer]!);

const offer = (projectNo: string, viewer: string, fen: bigint) => {
  const sealed = {
    projectNo,
    firmUscc: firms[viewer]!,
    priceFen: fen,
    contentHash: "c".repeat(64),
    nonce: "d".repeat(64),
  };
  const { contentHash, nonce } = sealed;
  return {
    commitment: commitmentOf(sealed),
    reveal: { projectNo, price: `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`, contentHash, nonce },
  };
};

/** A project for prices that takes bids until the ninth of October. */
const noticed = async (more: object = {}): Promise<string> => {
  const at = done(
    await act("officer-1", "draftProcurement", await draftInput(stack, { selection: "BID_PRICE", ...more })),
  );
  done(
    await act("officer-1", "publishProcurement", {
      projectNo: at["projectNo"],
      expectedVersion: 1,
      closesOn: "2026-10-09",
    }),
  );
  return at["projectNo"]!;
};

const place = async (projectNo: string, viewer: string, fen: bigint): Promise<Answer> =>
  act(viewer, "placeBid", {
    projectNo,
    commitment: offer(projectNo, viewer, fen).commitment,
    creditPass: await passOf(viewer),
  });

const bidRows = (projectNo: string) =>
  stack.databases["intermediary"]!("bids").where("project_no", projectNo).orderBy("id");

it("are told after bids closed, opened after all had their time, and the lowest wins, of equal ones the earlier", async () => {
  const projectNo = await noticed();
  const prices = { "agent-1": 3_650_000n, "agent-2": 3_600_000n, "agent-3": 3_600_000n };
  for (const [viewer, fen] of Object.entries(prices)) {
    expect(done(await place(projectNo, viewer, fen))).toMatchObject({ state: "SEALED", price: null, accepted: false });
    now = new Date(new Date(now).getTime() + 1_000).toISOString();
  }
  // Neither the project's version nor its history tells of bids, and the database has no price.
  const row = await stack.databases["intermediary"]!("intermediary_procurements")
    .first("version")
    .where("project_no", projectNo);
  expect(row).toEqual({ version: 2 });
  expect((await bidRows(projectNo)).map(({ price_fen, content_hash }) => [price_fen, content_hash])).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ]);
  for (const viewer of ["anonymous", "officer-1", "agent-2", "supervisor-1"]) {
    const { body } = await ask(
      `query ($no: ID!) { intermediaryProcurement(projectNo: $no) { bids(first: 9) { totalCount nodes { price } } } }`,
      {
        viewer,
        variables: { no: projectNo },
      },
    );
    expect([viewer, body.data.intermediaryProcurement.bids]).toEqual([
      viewer,
      viewer === "agent-2" ? { totalCount: 1, nodes: [{ price: null }] } : { totalCount: 0, nodes: [] },
    ]);
  }
  const told = (viewer: keyof typeof prices, more: object = {}): Promise<Answer> =>
    act(viewer, "revealBid", { ...offer(projectNo, viewer, prices[viewer]).reveal, expectedVersion: 1, ...more });
  expect(refusal(await told("agent-1"))).toMatchObject({ code: "RULE_VIOLATION", reason: "BIDDING_RUNS" });

  now = "2026-10-10T04:00:00.000Z";
  expect(refusal(await place(projectNo, "agent-1", 1n))).toMatchObject({
    code: "RULE_VIOLATION",
    reason: "BIDDING_CLOSED",
  });
  expect(refusal(await act("agent-1", "withdrawBid", { projectNo, expectedVersion: 1 }))).toMatchObject({
    reason: "BIDDING_CLOSED",
  });
  const before = await bidRows(projectNo);
  for (const more of [{ price: "36499.99" }, { nonce: "e".repeat(64) }, { contentHash: "e".repeat(64) }])
    expect(refusal(await told("agent-1", more))).toMatchObject({
      code: "RULE_VIOLATION",
      reason: "NOT_WHAT_WAS_SEALED",
    });
  for (const price of ["-1", "0", "36500.001"])
    expect(refusal(await told("agent-1", { price }))).toMatchObject({ code: "BAD_USER_INPUT" });
  expect(await bidRows(projectNo)).toEqual(before);
  for (const viewer of ["agent-1", "agent-2", "agent-3"] as const)
    expect(done(await told(viewer))).toMatchObject({ state: "REVEALED", accepted: true, refusal: null });
  expect(refusal(await act("officer-1", "openBids", { projectNo, expectedVersion: 2 }))).toMatchObject({
    reason: "REVEALS_RUN",
  });

  now = "2026-10-12T04:00:00.000Z";
  expect(done(await act("officer-1", "openBids", { projectNo, expectedVersion: 2 }))).toMatchObject({
    bids: { totalCount: 3, nodes: expect.arrayContaining([{ price: "36500.00", accepted: true, refusal: null }]) },
  });
  // Everybody reads the bids; what a firm did with its own, that firm alone.
  const histories = async (viewer: string): Promise<unknown[]> => {
    const query = `query ($no: ID!) { intermediaryProcurement(projectNo: $no) { bids(first: 9) { nodes { history { event } } } } }`;
    const { body } = await ask(query, { viewer, variables: { no: projectNo } });
    const { nodes } = body.data.intermediaryProcurement.bids;
    return nodes.map(({ history }: { history: { event: string }[] | null }) => history?.map(({ event }) => event));
  };
  expect((await histories("agent-1")).filter((history) => history !== undefined)).toEqual([["BEGIN", "REVEAL"]]);
  for (const viewer of ["anonymous", "officer-1", "supervisor-1", "citizen-1"])
    expect(new Set(await histories(viewer))).toEqual(new Set([undefined]));
  expect(done(await act("officer-1", "selectIntermediary", { projectNo, expectedVersion: 3 }))).toMatchObject({
    state: "SELECTED",
    selected: { id: `CN-USCC-${firms["agent-2"]}` },
  });
});

/** Tables of all services of which a row holds one of the texts. */
const tablesWith = async (texts: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const [service, db] of Object.entries(stack.databases)) {
    const { rows } = (await db.raw(
      "select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'",
    )) as { rows: { table_name: string }[] };
    for (const { table_name: table } of rows) {
      const row = await db(table)
        .first(db.raw("1"))
        .whereRaw("??::text like any (?)", [table, texts.map((text) => `%${text}%`)]);
      if (row !== undefined) found.push(`${service}.${table}`);
    }
  }
  return found;
};

it("no table of any service and no line of a log holds a price, a file's hash or a nonce before it is told, whatever was tried", async () => {
  const projectNo = await noticed();
  const secret = { priceFen: 3_654_321n, contentHash: "7e".repeat(32), nonce: "5b".repeat(32) };
  const texts = ["3654321", "36543.21", secret.contentHash, secret.nonce];
  const commitment = commitmentOf({ projectNo, firmUscc: AGENT_FIRM, ...secret });
  const { contentHash, nonce } = secret;
  const told = { projectNo, price: "36543.21", contentHash, nonce };
  const bid = { projectNo, creditPass: await passOf("agent-1") };
  const key = { idempotencyKey: "sealed-bids-attack" };
  done(await act("agent-1", "placeBid", { ...bid, commitment, ...key }));
  done(await act("agent-1", "replaceBid", { ...bid, expectedVersion: 1, commitment }));
  // Told too early, and by an input that is refused where the gateway reads it.
  const early = { ...told, expectedVersion: 2, idempotencyKey: "sealed-bids-early" };
  expect(refusal(await act("agent-1", "revealBid", early))).toMatchObject({ reason: "BIDDING_RUNS" });
  expect((await act("agent-1", "revealBid", { ...told, expectedVersion: "36543.21" })).body.errors).toHaveLength(1);
  expect(
    refusal(await act("agent-1", "placeBid", { ...bid, commitment: contentHash, price: "36543.21" })),
  ).toBeDefined();
  expect(await tablesWith(texts)).toEqual([]);
  expect(await tablesWith([commitment])).toEqual(["intermediary.bids"]);

  now = "2026-10-10T04:00:00.000Z";
  done(await act("agent-1", "revealBid", { ...told, expectedVersion: 2 }));
  expect(await tablesWith(texts)).toEqual(["intermediary.bids"]);
  expect(await tablesWith([nonce])).toEqual([]);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => texts.some((text) => line.includes(text)))).toEqual([]);
});

it("what is not told in time does not count, and neither does what is above the ceiling", async () => {
  const projectNo = await noticed();
  for (const viewer of ["agent-1", "agent-2", "agent-3"]) done(await place(projectNo, viewer, 5_000_001n));
  now = "2026-10-10T04:00:00.000Z";
  const told = { ...offer(projectNo, "agent-1", 5_000_001n).reveal, expectedVersion: 1 };
  expect(done(await act("agent-1", "revealBid", told))).toMatchObject({ accepted: false, refusal: "ABOVE_CEILING" });
  now = "2026-10-13T04:00:00.000Z";
  const late = { ...offer(projectNo, "agent-2", 5_000_001n).reveal, expectedVersion: 1 };
  expect(refusal(await act("agent-2", "revealBid", late))).toMatchObject({ reason: "REVEALS_OVER" });
  expect(refusal(await act("officer-1", "openBids", { projectNo, expectedVersion: 2 }))).toMatchObject({
    reason: "TOO_FEW_BIDS",
  });
  expect(done(await act("officer-1", "failProcurement", { projectNo, expectedVersion: 2 }))).toMatchObject({
    state: "FAILED",
    bids: { totalCount: 0 },
  });
});

it("may be replaced and taken back while bids come, and are made once", async () => {
  const projectNo = await noticed();
  const placed = await Promise.all(Array.from({ length: 10 }, () => place(projectNo, "agent-1", 3_650_000n)));
  expect(placed.filter(({ body }) => !body.errors)).toHaveLength(1);
  expect(refusal(placed.find(({ body }) => body.errors)!)).toMatchObject({
    code: "RULE_VIOLATION",
    reason: "BID_PLACED",
  });
  const commitment = "a".repeat(64);
  const replaced = await act("agent-1", "replaceBid", {
    projectNo,
    expectedVersion: 1,
    commitment,
    creditPass: await passOf("agent-1"),
  });
  expect(done(replaced)).toMatchObject({ version: 2, commitment });
  expect(done(await act("agent-1", "withdrawBid", { projectNo, expectedVersion: 2 }))).toMatchObject({
    state: "WITHDRAWN",
  });
  const again = await act("agent-1", "replaceBid", {
    projectNo,
    expectedVersion: 3,
    commitment,
    creditPass: await passOf("agent-1"),
  });
  expect(done(again)).toMatchObject({ state: "SEALED", version: 4 });
  for (const wrong of [undefined, "", "A".repeat(64), "a".repeat(63)])
    expect(
      refusal(await act("agent-2", "placeBid", { projectNo, commitment: wrong, creditPass: await passOf("agent-2") })),
    ).toMatchObject({ code: "BAD_USER_INPUT", rule: "HASH" });
});

describe("the credit gate is asked when a bid comes in (N5)", () => {
  const bar = { code: "RULE_VIOLATION", reason: "BIDDER_BARRED" };

  it("without its pass, with another's, a forged or an old one, nobody bids", async () => {
    const projectNo = await noticed();
    const { commitment } = offer(projectNo, "agent-1", 3_650_000n);
    const pass = await passOf("agent-1");
    const bid = (creditPass: string): Promise<Answer> =>
      act("agent-1", "placeBid", { projectNo, commitment, creditPass });
    for (const wrong of [
      "",
      "x",
      await passOf("agent-2"),
      pass.replace(/.$/, "2").replace(/.$/, (c) => (c === pass.at(-1) ? "3" : c)),
      pass.replace(/^\d+/, (s) => String(Number(s) + 60)),
    ])
      expect(refusal(await bid(wrong))).toMatchObject(bar);
    now = "2026-09-28T04:10:01.000Z";
    expect(refusal(await bid(pass))).toMatchObject(bar);
    now = "2026-09-28T04:10:00.000Z";
    done(await bid(pass));
  });

  it("gives none to who is listed or suspended, to who acts for nobody there, and where credit does not answer", async () => {
    const query = "query ($uscc: USCC!) { organization(uscc: $uscc) { creditGate { mayBid pass } } }";
    const options = { viewer: "agent-1", variables: { uscc: AGENT_FIRM } };
    const gateOf = async (answer: Promise<Answer>): Promise<unknown> =>
      (await answer).body.data.organization.creditGate;
    expect(await gateOf(stack.ask(query, { ...options, viewer: "citizen-1" }))).toMatchObject({
      mayBid: true,
      pass: null,
    });
    const [down] = [await stack.askWithout("credit", query, options)];
    expect(down.body.data?.organization?.creditGate?.pass ?? null).toBeNull();
    const db = stack.databases["intermediary"]!;
    const sanction = await db("intermediary_sanctions").first("*").where("id", "CJ-GOLDEN-1");
    const projectNo = await noticed();
    const pass = await passOf("agent-1");
    await db("intermediary_sanctions").insert({
      ...sanction,
      ...{ id: "T-1", intermediary_id: `CN-USCC-${AGENT_FIRM}`, firm_uscc: AGENT_FIRM, decided_on: "2026-09-28" },
    });
    expect(await gateOf(stack.ask(query, options))).toMatchObject({ mayBid: false, pass: null });
    // A pass of before the suspension opens nothing: sanctions are read with the bid.
    const { commitment } = offer(projectNo, "agent-1", 3_650_000n);
    expect(refusal(await act("agent-1", "placeBid", { projectNo, commitment, creditPass: pass }))).toMatchObject(bar);
    await db("intermediary_sanctions").where("id", "T-1").delete();
  });
});

it("are refused to who must keep out, and to who does not provide the service", async () => {
  const avoided = await noticed({ avoid: [`CN-USCC-${AGENT_FIRM}`] });
  expect(refusal(await place(avoided, "agent-1", 1n))).toMatchObject({ reason: "BIDDER_AVOIDED" });
  const projectNo = await noticed();
  const db = stack.databases["intermediary"]!;
  const provided = { intermediary_id: `CN-USCC-${AGENT_FIRM}`, service_code: await providedService(stack) };
  await db("provided_services").where(provided).delete();
  expect(refusal(await place(projectNo, "agent-1", 1n))).toMatchObject({ reason: "SERVICE_NOT_PROVIDED" });
  await db("provided_services").insert(provided);
});

it("of a lottery are entered without a price, and the draw is one that anybody recomputes", async () => {
  const at = done(await act("officer-1", "draftProcurement", await draftInput(stack, { selection: "LOTTERY" })));
  const projectNo = at["projectNo"]!;
  const randomSource = { name: "公共随机源（演示）", reference: "第2026118期", knownOn: "2026-10-12" };
  done(
    await act("officer-1", "publishProcurement", {
      projectNo,
      expectedVersion: 1,
      closesOn: "2026-10-09",
      randomSource,
    }),
  );
  for (const viewer of ["agent-1", "agent-2", "agent-3"])
    expect(done(await act(viewer, "placeBid", { projectNo, creditPass: await passOf(viewer) }))).toMatchObject({
      accepted: true,
    });
  now = "2026-10-10T04:00:00.000Z";
  const drawn = { projectNo, expectedVersion: 3, sourceValue: "03 11 17 22 28 31 + 09" };
  expect(refusal(await act("officer-1", "selectIntermediary", { ...drawn, expectedVersion: 2 }))).toMatchObject({
    reason: "BIDS_SEALED",
  });
  done(await act("officer-1", "openBids", { projectNo, expectedVersion: 2 }));
  expect(refusal(await act("officer-1", "selectIntermediary", drawn))).toMatchObject({
    reason: "RANDOM_VALUE_NOT_KNOWN",
  });
  now = "2026-10-12T04:00:00.000Z";
  expect(refusal(await act("officer-1", "selectIntermediary", { ...drawn, sourceValue: " " }))).toMatchObject({
    rule: "STATED",
  });
  done(await act("officer-1", "selectIntermediary", drawn));
  const { body } = await ask(
    `query ($no: ID!) { intermediaryProcurement(projectNo: $no) { selected { id } drawProof { verified position candidates { id } } } }`,
    { variables: { no: projectNo } },
  );
  const { selected, drawProof } = body.data.intermediaryProcurement;
  expect([drawProof.verified, drawProof.candidates.length]).toEqual([true, 3]);
  expect(drawProof.candidates[drawProof.position]).toEqual(selected);
});

/** Intermediary procurements through the gateway: clocks, draws, and who may know of drafts, sealed bids and linked cases. */
import { useLimits } from "../../platform/domain/index.js";
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";
import { confirmLimits } from "../support/confirmed-limits.js";

type ViewerName = keyof typeof VIEWERS;
const ALL = Object.keys(VIEWERS) as ViewerName[];
const AGENT_FIRM = "91990101MA9000011P";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["intermediary"]!;
});
afterAll(() => stack.stop());

const rows = async (sql: string, bindings: unknown[] = []): Promise<Record<string, unknown>[]> =>
  ((await db.raw(sql, bindings as never)) as { rows: Record<string, unknown>[] }).rows;

const ask = async (query: string, viewer: ViewerName = "anonymous", variables: object = {}): Promise<Answer["body"]> =>
  (await stack.ask(query, { viewer, variables })).body;

const askDirectly = async (query: string, viewer: ViewerName, variables: object = {}): Promise<Answer["body"]> =>
  (await stack.askSubgraph("intermediary", query, { viewer: VIEWERS[viewer], variables })).body;

const statements = async (run: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const onQuery = (): void => void (count += 1);
  db.on("query", onQuery);
  await run();
  db.off("query", onQuery);
  return count;
};

describe("a project", () => {
  it("shows its whole life", async () => {
    const { data, errors } = await ask(`{ intermediaryProcurement(projectNo: "XM-GOLDEN-2") {
      name state selection fundSource ceiling sealed publicNoticeAt closesAt openedAt selectedAt service { code payer } owner { name } selected { id } division { name }
      contract { no amount signedAt dueAt } deliverable { fileHash deliveredAt acceptedAt } evaluation { timeliness quality price attitude compliance evaluatedAt }
      randomSource { name reference chosenAt } bids { totalCount nodes { price accepted creditCheck intermediary { name } } } } }`);
    expect(errors).toBeUndefined();
    const project = data.intermediaryProcurement;
    expect(project).toMatchObject({
      state: "EVALUATED",
      selection: "LOTTERY",
      fundSource: "FISCAL",
      ceiling: "50000.00",
      sealed: false,
      service: { code: "ZJ-001" },
      owner: { name: "延吉市市场监督管理局（演示）" },
      division: { name: "延吉市" },
      contract: { no: "HT-XM-GOLDEN-2", amount: "50000.00" },
      evaluation: { timeliness: 5, quality: 5, price: 4, attitude: 5, compliance: 4 },
      randomSource: { reference: "第2026061期" },
      bids: { totalCount: 4 },
    });
    expect(project.deliverable.fileHash).toMatch(/^[0-9a-f]{64}$/);
    expect(project.bids.nodes.map(({ price }: { price: null }) => price)).toEqual([null, null, null, null]);
    expect(project.randomSource.chosenAt < project.closesAt).toBe(true);
  });

  describe("whose place has confirmed its limits", () => {
    beforeAll(() => confirmLimits("M-PUBLIC-NOTICE", "M-CONTRACT", "M-EVALUATION"));
    afterAll(() => useLimits());

    it.each([
      // Registered 24 September, public notice after Mid-Autumn; 29, 30 September, 8 October.
      ["XM-GOLDEN-1", "publicNoticeDeadline", { dueOn: "2026-10-08", state: "RUNNING", remaining: 3 }],
      ["XM-GOLDEN-8", "publicNoticeDeadline", { dueOn: null, state: "SUSPENDED", remaining: null }],
      ["XM-GOLDEN-11", "publicNoticeDeadline", { dueOn: "2026-05-27", state: "MET", remaining: null }],
      // Selected 28 May, signed 16 June; the Dragon Boat holiday is later.
      ["XM-GOLDEN-11", "contractDeadline", { dueOn: "2026-06-11", state: "LATE", remaining: null }],
      // Accepted 16 July, evaluated 3 August.
      ["XM-GOLDEN-11", "evaluationDeadline", { dueOn: "2026-07-30", state: "LATE", remaining: null }],
      ["XM-GOLDEN-7", "contractDeadline", { dueOn: null, state: "SUSPENDED", remaining: null }],
      // Accepted 18 August; 19 working days have passed since 1 September.
      ["XM-GOLDEN-15", "evaluationDeadline", { dueOn: "2026-09-01", state: "LATE", remaining: -19 }],
    ])("%s has %s %j", async (projectNo, field, expected) => {
      const { data } = await ask(
        `{ intermediaryProcurement(projectNo: "${projectNo}") { ${field} { dueOn state remaining confirmed } } }`,
      );
      expect(data.intermediaryProcurement[field]).toEqual({ ...expected, confirmed: true });
    });

    it.each([
      ["XM-GOLDEN-11", true],
      ["XM-GOLDEN-2", false],
      ["XM-GOLDEN-8", null],
    ])("%s was under public notice too short: %s", async (projectNo, expected) => {
      const { data } = await ask(`{ intermediaryProcurement(projectNo: "${projectNo}") { publicNoticeTooShort } }`);
      expect(data.intermediaryProcurement.publicNoticeTooShort).toBe(expected);
    });
  });

  it("is never late by a value for demonstration", async () => {
    const { data } = await ask(`{
      done: intermediaryProcurement(projectNo: "XM-GOLDEN-11") { publicNoticeTooShort contractDeadline { ...d } evaluationDeadline { ...d } }
      open: intermediaryProcurement(projectNo: "XM-GOLDEN-15") { evaluationDeadline { ...d } } }
      fragment d on Deadline { dueOn state remaining light confirmed basis }`);
    const basis = "中介服务超市地方管理规定（各地不同）（演示用值）";
    const unknown = { state: "PROVISIONAL", remaining: null, confirmed: false, basis };
    expect(data).toEqual({
      done: {
        publicNoticeTooShort: null,
        contractDeadline: { ...unknown, dueOn: "2026-06-11", light: null },
        evaluationDeadline: { ...unknown, dueOn: "2026-07-30", light: null },
      },
      open: { evaluationDeadline: { ...unknown, dueOn: "2026-09-01", light: "PROVISIONAL" } },
    });
  });

  it("says why a bid does not count, and selects the price nearest to the average of those that do", async () => {
    const { data } = await ask(
      `{ intermediaryProcurement(projectNo: "XM-GOLDEN-13") { selected { id } bids { nodes { price accepted refusal creditCheck intermediary { id } } } avoidList { id } } }`,
    );
    const { bids, selected, avoidList } = data.intermediaryProcurement;
    const shown = bids.nodes.map((bid: Record<string, unknown>) => [bid["price"], bid["accepted"], bid["refusal"]]);
    expect(shown.sort()).toEqual(
      [
        ["30000.00", true, null],
        ["33000.00", true, null],
        ["42000.00", true, null],
        ["34900.00", false, "AVOIDED"],
        ["60000.00", false, "ABOVE_CEILING"],
        ["34800.00", false, "BARRED"],
      ].sort(),
    );
    // The average is 35,000: 33,000 is nearest.
    const winner = bids.nodes.find(({ price }: { price: string }) => price === "33000.00");
    expect(selected.id).toBe(winner.intermediary.id);
    expect(avoidList).toEqual([
      bids.nodes.find(({ refusal }: { refusal: string }) => refusal === "AVOIDED").intermediary,
    ]);
  });
});

describe("a draw", () => {
  const query = `query($no: ID!) { intermediaryProcurement(projectNo: $no) { projectNo selected { id } drawProof {
    algorithm algorithmDescription candidates { id } candidateListHash sourceValue seed position drawnAt verified } } }`;

  it("is recomputed by anyone from what is published", async () => {
    const lotteries = await rows(
      `select project_no as no from intermediary_procurements where draw is not null order by 1`,
    );
    expect(lotteries.length).toBeGreaterThan(5);
    const hex = (text: string): string => createHash("sha256").update(text).digest("hex");
    for (const { no } of lotteries) {
      const { data } = await ask(query, "anonymous", { no });
      const { drawProof: proof, selected, projectNo } = data.intermediaryProcurement;
      const ids = proof.candidates.map(({ id }: { id: string }) => id) as string[];
      // Ids are ASCII: the order of code units is the order of bytes.
      expect(ids).toEqual([...ids].sort());
      expect(proof.candidateListHash).toBe(hex(ids.join("\n")));
      expect(proof.seed).toBe(hex(`${proof.sourceValue}\n${projectNo}\n${proof.candidateListHash}`));
      let rest = 0;
      for (const digit of proof.seed as string) rest = (rest * 16 + Number.parseInt(digit, 16)) % ids.length;
      expect([ids[rest], rest, proof.verified]).toEqual([selected.id, proof.position, true]);
      const accepted = await rows(`select intermediary_id as id from bids where project_no = ? and accepted`, [no]);
      expect(accepted.map(({ id }) => id).sort()).toEqual(ids);
    }
  });

  it("is worked in the README as it is answered", async () => {
    const readme = readFileSync(projectPath("subgraphs/intermediary/README.md"), "utf8");
    const { data } = await ask(query, "anonymous", { no: "XM-GOLDEN-2" });
    const { candidates, candidateListHash, seed, position, sourceValue } = data.intermediaryProcurement.drawProof;
    const example = /```sh\n([^`]*)```/.exec(readme)![1]!;
    for (const part of [...candidates.map(({ id }: { id: string }) => id), candidateListHash, seed, `'${sourceValue}'`])
      expect(example).toContain(part);
    expect(example).toMatch(
      new RegExp(`% ${candidates.length}n"\n# ${position}n: .*${data.intermediaryProcurement.selected.id}`),
    );
  });

  it("that was tampered with says so", async () => {
    await db.transaction(async (trx) => {
      await trx.raw(`update intermediary_procurements set selected_id = (draw->'candidates'->>((position + 1) % jsonb_array_length(draw->'candidates')))
        from (select ordinality::int - 1 as position from intermediary_procurements p, jsonb_array_elements_text(p.draw->'candidates') with ordinality as c(id, ordinality)
          where p.project_no = 'XM-GOLDEN-2' and c.id = p.selected_id) as was where project_no = 'XM-GOLDEN-2'`);
    });
    const { data } = await ask(query, "anonymous", { no: "XM-GOLDEN-2" });
    expect(data.intermediaryProcurement.drawProof.verified).toBe(false);
  });

  it("has no proof before it is drawn, and its source is named", async () => {
    const { data } = await ask(
      `{ intermediaryProcurement(projectNo: "XM-GOLDEN-14") { selected { id } drawProof { seed } randomSource { reference chosenAt } closesAt } }`,
    );
    expect(data.intermediaryProcurement).toMatchObject({
      selected: null,
      drawProof: null,
      randomSource: { reference: "第2026113期" },
    });
    expect(data.intermediaryProcurement.randomSource.chosenAt < data.intermediaryProcurement.closesAt).toBe(true);
  });

  it("stays unknown until its day", async () => {
    await db("intermediary_procurements")
      .where("project_no", "XM-GOLDEN-2")
      .update({ drawn_on: "2026-09-29", selected_on: "2026-09-29" });
    const { data } = await ask(query, "supervisor-1", { no: "XM-GOLDEN-2" });
    expect(data.intermediaryProcurement).toMatchObject({ drawProof: null, selected: null });
  });
});

describe("sealed bids", () => {
  const query = `query($no: ID!, $first: Int!) { intermediaryProcurement(projectNo: $no) { sealed bids(first: $first) { totalCount nodes { price intermediary { id } } edges { cursor } pageInfo { hasNextPage } } } }`;
  const entity = `query($no: ID!, $first: Int!) { _entities(representations: [{ __typename: "IntermediaryProcurement", projectNo: $no }]) { ... on IntermediaryProcurement {
    sealed bids(first: $first) { totalCount nodes { price intermediary { id } } edges { cursor } pageInfo { hasNextPage } } } } }`;
  const nothing = { totalCount: 0, nodes: [], edges: [], pageInfo: { hasNextPage: false } };

  // Typed by hand from docs/reference/visibility.md#the-matrix: of all viewers, the agent sees that there is the own bid, whose price nobody can read here; the owner's officer and the supervisor see nothing.
  const SEES: Readonly<Record<ViewerName, true | undefined>> = {
    anonymous: undefined,
    "citizen-1": undefined,
    "citizen-2": undefined,
    "agent-1": true,
    "officer-1": undefined,
    "officer-2": undefined,
    "supervisor-1": undefined,
    "auditor-1": undefined,
    "publisher-1": undefined,
    "app-open": undefined,
    "app-partner": undefined,
  };

  it.each(ALL)("of a running project: what %s sees", async (viewer) => {
    const variables = { no: "XM-GOLDEN-1", first: 1 };
    const throughGateway = (await ask(query, viewer, variables)).data.intermediaryProcurement;
    const [direct] = (await askDirectly(entity, viewer, variables)).data._entities;
    for (const project of [throughGateway, direct]) {
      expect(project.sealed).toBe(true);
      if (SEES[viewer] === undefined) expect(project.bids).toEqual(nothing);
      else
        expect(project.bids).toMatchObject({
          totalCount: 1,
          nodes: [{ price: null, intermediary: { id: `CN-USCC-${AGENT_FIRM}` } }],
          pageInfo: { hasNextPage: false },
        });
    }
  });

  it.each([
    ["XM-GOLDEN-5", "failed"],
    ["XM-GOLDEN-6", "cancelled"],
    ["XM-GOLDEN-8", "suspended"],
    ["XM-GOLDEN-14", "awaiting its draw"],
  ])("of %s, which is %s, stay sealed", async (no) => {
    for (const viewer of ALL.filter((name) => name !== "agent-1"))
      expect((await ask(query, viewer, { no, first: 100 })).data.intermediaryProcurement).toEqual({
        sealed: true,
        bids: nothing,
      });
  });

  it("are open on the day of opening, and not the day before", async () => {
    const bids = db("bids").where("project_no", "XM-GOLDEN-6");
    const prices = [3_650_000, 3_800_000, 4_100_000];
    for (const [index, { id }] of (await bids.clone().select("id")).entries())
      await db("bids").where({ id }).update({ state: "REVEALED", price_fen: prices[index]! });
    await db("intermediary_procurements").where("project_no", "XM-GOLDEN-6").update({ opened_on: "2026-09-29" });
    expect(
      (await ask(query, "anonymous", { no: "XM-GOLDEN-6", first: 100 })).data.intermediaryProcurement.bids,
    ).toEqual(nothing);
    await db("intermediary_procurements").where("project_no", "XM-GOLDEN-6").update({ opened_on: "2026-09-28" });
    const { sealed, bids: read } = (await ask(query, "anonymous", { no: "XM-GOLDEN-6", first: 100 })).data
      .intermediaryProcurement;
    expect([sealed, read.nodes.map(({ price }: { price: string }) => price).sort()]).toEqual([
      false,
      ["36500.00", "38000.00", "41000.00"],
    ]);
    await db("intermediary_procurements").where("project_no", "XM-GOLDEN-6").update({ opened_on: null });
    await bids.update({ state: "SEALED", price_fen: null });
  });

  it.each(ALL)("do not show through the bidder's own list to %s", async (viewer) => {
    const { data } = await ask(
      `query($uscc: USCC!) { organization(uscc: $uscc) { intermediaryProcurements(role: BIDDER, first: 100) { totalCount nodes { projectNo } } } }`,
      viewer,
      { uscc: AGENT_FIRM },
    );
    const { totalCount, nodes } = data.organization.intermediaryProcurements;
    const sealed = ["XM-GOLDEN-1", "XM-GOLDEN-5"];
    const open = ["XM-GOLDEN-13"];
    expect(nodes.map(({ projectNo }: { projectNo: string }) => projectNo).sort()).toEqual(
      viewer === "agent-1" ? [...sealed, ...open].sort() : open,
    );
    expect(totalCount).toBe(nodes.length);
  });

  it("of another intermediary do not show to an agent who bid too", async () => {
    const { data } = await ask(
      `{ organization(uscc: "91990101MA900002XF") { intermediaryProcurements(role: BIDDER, first: 100) { nodes { projectNo sealed } } } }`,
      "agent-1",
    );
    const { nodes } = data.organization.intermediaryProcurements;
    expect(nodes.length).toBeGreaterThan(3);
    expect(nodes.every(({ sealed }: { sealed: boolean }) => !sealed)).toBe(true);
  });
});

describe("a draft", () => {
  const READERS: readonly ViewerName[] = ["officer-1", "publisher-1", "supervisor-1"];
  const byKey = `query($no: ID!) { intermediaryProcurement(projectNo: $no) { name } }`;
  const byEntity = `query($no: ID!) { _entities(representations: [{ __typename: "IntermediaryProcurement", projectNo: $no }]) { ... on IntermediaryProcurement { name } } }`;
  const lists = `{ intermediaryProcurements(filter: { states: [DRAFT] }) { nodes { projectNo } pageInfo { hasNextPage } }
    organization(uscc: "11990101MB9000015E") { intermediaryProcurements(first: 100) { totalCount nodes { projectNo } } } }`;

  it.each(ALL)(
    "of officer-1's intermediary is known to those entitled and else is exactly not found: %s",
    async (viewer) => {
      const known = READERS.includes(viewer);
      const [keyed, unknown] = [
        await ask(byKey, viewer, { no: "XM-GOLDEN-4" }),
        await ask(byKey, viewer, { no: "XM-NONE" }),
      ];
      const direct = await askDirectly(byEntity, viewer, { no: "XM-GOLDEN-4" });
      const listed = (await ask(lists, viewer)).data;
      const owned = listed.organization.intermediaryProcurements;
      expect(listed.intermediaryProcurements.nodes).toEqual(known ? [{ projectNo: "XM-GOLDEN-4" }] : []);
      expect(owned.nodes.some(({ projectNo }: { projectNo: string }) => projectNo === "XM-GOLDEN-4")).toBe(known);
      expect(owned.totalCount).toBe(owned.nodes.length);
      if (known) {
        expect(keyed.data.intermediaryProcurement.name).toBe("塔式起重机检验检测（拟公告）（演示）");
        expect(direct.data._entities[0].name).toBe(keyed.data.intermediaryProcurement.name);
      } else {
        expect(keyed).toEqual(unknown);
        expect(direct).toEqual(await askDirectly(byEntity, viewer, { no: "XM-NONE" }));
      }
    },
  );
});

describe("the case for which a service was commissioned", () => {
  // The agent's own project, handled by officer-1's intermediary; and another enterprise's in another county.
  const MAY: Readonly<Record<string, readonly ViewerName[]>> = {
    "XM-GOLDEN-3": ["agent-1", "officer-1", "publisher-1", "supervisor-1"],
    "XM-GOLDEN-12": ["supervisor-1"],
  };

  it.each(Object.keys(MAY).flatMap((no) => ALL.map((viewer) => [no, viewer] as const)))(
    "of %s for %s",
    async (no, viewer) => {
      const [{ case: caseNo }] = (await rows(
        `select linked_case_no as case from intermediary_procurements where project_no = ?`,
        [no],
      )) as [{ case: string }];
      const entitled = MAY[no]!.includes(viewer);
      const forward = await ask(
        `query($no: ID!) { intermediaryProcurement(projectNo: $no) { projectNo linkedCase { caseNo } } }`,
        viewer,
        { no },
      );
      expect(forward.data.intermediaryProcurement.linkedCase).toEqual(entitled ? { caseNo } : null);
      const backward = `query($case: ID!) { _entities(representations: [{ __typename: "ServiceCase", caseNo: $case }]) { ... on ServiceCase { intermediaryProcurements { nodes { projectNo } } } } }`;
      const known = await askDirectly(backward, viewer, { case: caseNo });
      expect(known.data._entities[0].intermediaryProcurements.nodes).toEqual(entitled ? [{ projectNo: no }] : []);
      if (!entitled) expect(known).toEqual(await askDirectly(backward, viewer, { case: "000000000000" }));
    },
  );

  it("leaves the same trace where there is none", async () => {
    const query = `query($no: ID!) { intermediaryProcurement(projectNo: $no) { linkedCase { caseNo } } }`;
    const withCase = await ask(query, "anonymous", { no: "XM-GOLDEN-12" });
    const without = await ask(query, "anonymous", { no: "XM-GOLDEN-2" });
    expect(withCase).toEqual(without);
  });
});

describe("lists of projects", () => {
  it("filter, and contradicting filters give an empty page", async () => {
    const { data, errors } = await ask(
      `{ some: intermediaryProcurements(filter: { states: [UNDER_PUBLIC_NOTICE], selection: LOTTERY, division: "222404" }) { nodes { projectNo } }
         none: intermediaryProcurements(filter: { states: [FAILED], division: "110000" }) { nodes { projectNo } pageInfo { hasNextPage } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.none).toEqual({ nodes: [], pageInfo: { hasNextPage: false } });
    const expected = await rows(
      `select project_no from intermediary_procurements where state = 'UNDER_PUBLIC_NOTICE' and selection = 'LOTTERY' and division_code = '222404' order by registered_on desc, project_no limit 20`,
    );
    expect(data.some.nodes.map(({ projectNo }: { projectNo: string }) => projectNo)).toEqual(
      expected.map(({ project_no }) => project_no),
    );
  });

  it("page newest first without gaps", async () => {
    const numbers: string[] = [];
    for (let after: string | undefined; ;) {
      const { data } = await ask(
        `query($after: String) { intermediaryProcurements(first: 70, after: $after) { nodes { projectNo } pageInfo { hasNextPage endCursor } } }`,
        "anonymous",
        { after },
      );
      numbers.push(...data.intermediaryProcurements.nodes.map(({ projectNo }: { projectNo: string }) => projectNo));
      if (!data.intermediaryProcurements.pageInfo.hasNextPage) break;
      after = data.intermediaryProcurements.pageInfo.endCursor;
    }
    const expected = await rows(
      `select project_no from intermediary_procurements where state <> 'DRAFT' order by registered_on desc, project_no`,
    );
    expect(numbers).toEqual(expected.map(({ project_no }) => project_no));
  });

  it("cost the same number of statements for 10 and for 100 rows, bids and all", async () => {
    const query = `query($first: Int!) { intermediaryProcurements(first: $first) { nodes { name service { name } selected { id } bids(first: 5) { totalCount nodes { price } } contractDeadline { state } drawProof { seed } } } }`;
    const run = (first: number): Promise<number> =>
      statements(async () => {
        const { data, errors } = await ask(query, "agent-1", { first });
        expect([errors, data.intermediaryProcurements.nodes.length]).toEqual([undefined, first]);
      });
    // The first one also opens connections, which takes its time on a busy machine.
    await ask(query, "agent-1", { first: 100 });
    const few = await run(10);
    const many = await run(100);
    expect([few, many]).toEqual([4, 4]);
  });

  it.each([
    [
      "IntermediaryProcurement",
      `select project_no as key from intermediary_procurements order by project_no desc limit 200`,
      `name service { name } bids(first: 3) { totalCount nodes { price } } linkedCase { caseNo } drawProof { seed }`,
      4,
    ],
    [
      "Organization",
      `select organization_id as key from intermediaries order by 1 limit 200`,
      `intermediaryProcurements(role: BIDDER, first: 3) { totalCount nodes { name } } intermediaryProfile { entryState avgDays }`,
      4,
    ],
    [
      "Organization",
      `select organization_id as key from intermediaries order by 1 limit 200`,
      `intermediaryProfile { sanctions(first: 2) { totalCount nodes { state } } staff(first: 2) { totalCount nodes { name } } relatedApprovalDepts { id } }`,
      6,
    ],
    [
      "ServiceCase",
      `select linked_case_no as key from intermediary_procurements where linked_case_no is not null order by 1 limit 200`,
      `intermediaryProcurements(first: 3) { nodes { name } }`,
      1,
    ],
    [
      "IntermediarySanction",
      `select id as key from intermediary_sanctions order by 1 limit 200`,
      `state intermediary { id }`,
      1,
    ],
  ])("cost the same for 10 and for 200 keys of %s", async (type, sql, fields, most) => {
    const known = (await rows(sql)).map(({ key }) => key as string);
    // What is missing to 200 are keys that nothing has.
    const keys = [...known, ...Array.from({ length: 200 }, (_, index) => `NONE-${index}`)].slice(0, 200);
    const keyField = { IntermediaryProcurement: "projectNo", ServiceCase: "caseNo" }[type] ?? "id";
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`;
    const run = (count: number): Promise<number> =>
      statements(async () => {
        const representations = keys.slice(0, count).map((key) => ({ __typename: type, [keyField]: key }));
        const body = await askDirectly(query, "supervisor-1", { r: representations });
        expect([body.errors, body.data._entities.length]).toEqual([undefined, count]);
      });
    await askDirectly(query, "supervisor-1", { r: keys.map((key) => ({ __typename: type, [keyField]: key })) });
    const few = await run(10);
    expect([await run(200), few <= most]).toEqual([few, true]);
  });
});

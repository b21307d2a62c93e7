/** A project of the market from its draft to its archive, with the clock moved: who does what, what is refused with which rule. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { endInTime } from "../../subgraphs/intermediary/procurement-handling/end-in-time.js";
import {
  INTERMEDIARY_VERBS,
  AGENT_FIRM,
  COLUMNS,
  OBJECTED,
  draftInput,
  enterBid,
  projectWith,
} from "../support/verbs/intermediary.js";

let stack: TestStack;
let day = "2026-09-28";
let ask: TestStack["ask"];
beforeAll(async () => {
  stack = await startStack();
  ask = (await stack.another({ clock: () => new Date(`${day}T04:00:00.000Z`) })).ask;
});
beforeEach(() => void (day = "2026-09-28"));
afterAll(() => stack.stop());

const PROJECT = `procurement { projectNo name state version allowedActions closesAt revealsUntil openedAt selected { id } stateReason
  suspensions { from to } contract { no amount } deliverable { fileHash acceptedAt } evaluation { quality reply repliedAt } }`;

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  ask(`mutation ($input: ${INTERMEDIARY_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { ${PROJECT} } }`, {
    viewer,
    variables: { input },
  });

type Project = { projectNo: string; version: number; [key: string]: unknown };

const projectOf = ({ body }: Answer): Project => {
  if (body.errors) throw new Error(JSON.stringify(body));
  return body.data.done.procurement;
};

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

/** All that a refused step must leave. */
const kept = async (projectNo: string): Promise<unknown> => {
  const db = stack.databases["intermediary"]!;
  return {
    row: await db("intermediary_procurements").first("*").where("project_no", projectNo),
    journal: await db("transitions").where("key", projectNo).orderBy("version"),
  };
};

/** The step is refused for this reason, and nothing is written. */
const refuses = async (viewer: string, verb: string, input: { projectNo: string }, wanted: object): Promise<void> => {
  const before = await kept(input.projectNo);
  expect([verb, input, refusal(await act(viewer, verb, input))]).toMatchObject([verb, input, wanted]);
  expect(await kept(input.projectNo)).toEqual(before);
};

const rule = (reason: string): object => ({ code: "RULE_VIOLATION", reason, basis: expect.stringContaining("中介") });
const buttons = async (viewer: string, no: string): Promise<unknown> =>
  (
    await ask("query ($no: ID!) { intermediaryProcurement(projectNo: $no) { allowedActions } }", {
      viewer,
      variables: { no },
    })
  ).body.data.intermediaryProcurement.allowedActions;
const next = ({ projectNo, version }: Project, more: object = {}) => ({ projectNo, expectedVersion: version, ...more });

/** Events of the project after which something waits for officer-1. */
const dueOf = async (projectNo: string): Promise<string[]> => {
  const { body } = await ask("{ notices(first: 50, due: true) { items { key event } } }", { viewer: "officer-1" });
  const items = body.data.notices.items as { key: string; event: string }[];
  return items.filter(({ key }) => key === projectNo).map(({ event }) => event);
};

it("goes from its draft to its archive, each step by whom it belongs to, and its history tells how", async () => {
  let at = projectOf(await act("officer-1", "draftProcurement", await draftInput(stack)));
  expect(at).toMatchObject({ state: "DRAFT", version: 1, allowedActions: ["EDIT", "GIVE_PUBLIC_NOTICE", "CANCEL"] });
  await refuses("officer-1", "editProcurement", next(at, { name: " " }), { code: "BAD_USER_INPUT", rule: "STATED" });
  await refuses("officer-1", "editProcurement", next(at, { ceiling: "-1" }), { code: "BAD_USER_INPUT" });
  await refuses("officer-1", "editProcurement", next(at, { serviceCode: "ZJ-NONE" }), { code: "NOT_FOUND" });
  at = projectOf(await act("officer-1", "editProcurement", next(at, { name: "演示采购项目（更正）" })));
  expect(at).toMatchObject({ state: "DRAFT", version: 2, name: "演示采购项目（更正）" });
  at = projectOf(await act("officer-1", "publishProcurement", next(at, { closesOn: "2026-10-09" })));
  expect(at).toMatchObject({
    state: "UNDER_PUBLIC_NOTICE",
    closesAt: "2026-10-09",
    allowedActions: ["SUSPEND", "CANCEL"],
  });
  await refuses("officer-1", "editProcurement", next(at, { ceiling: "60000.00" }), { reason: "STATE" });
  const shownTo = (viewer: string): Promise<unknown> => buttons(viewer, at.projectNo);
  expect([await shownTo("agent-1"), await shownTo("citizen-1"), await shownTo("anonymous")]).toEqual([["BID"], [], []]);
  await enterBid(stack, at.projectNo);
  expect(await shownTo("agent-1")).toEqual([]);
  await refuses("officer-1", "openBids", next(at), rule("BIDDING_RUNS"));
  expect(await dueOf(at.projectNo)).toEqual([]);
  await refuses("officer-1", "selectIntermediary", next(at, { selected: AGENT_FIRM }), rule("BIDS_SEALED"));
  day = "2026-10-10";
  expect(await dueOf(at.projectNo)).toEqual(["GIVE_PUBLIC_NOTICE"]);
  at = projectOf(await act("officer-1", "openBids", next(at)));
  expect(at).toMatchObject({ openedAt: "2026-10-10", allowedActions: ["SUSPEND", "SELECT", "CANCEL"] });
  await refuses("officer-1", "openBids", next(at), rule("BIDS_OPENED"));
  const stranger = next(at, { selected: "91990101MA00026942" });
  await refuses("officer-1", "selectIntermediary", stranger, rule("COUNTED_BID_NEEDED"));
  at = projectOf(await act("officer-1", "selectIntermediary", next(at, { selected: AGENT_FIRM })));
  expect(at).toMatchObject({ state: "SELECTED", selected: { id: `CN-USCC-${AGENT_FIRM}` } });
  at = projectOf(await act("officer-1", "publishSelection", next(at)));
  const contract = { contractNo: "HT-1", amount: "40000.00", dueOn: "2026-12-01" };
  await refuses(
    "officer-1",
    "signProcurementContract",
    next(at, { ...contract, amount: "50000.01" }),
    rule("ABOVE_CEILING"),
  );
  await refuses(
    "officer-1",
    "signProcurementContract",
    next(at, { ...contract, contractNo: " " }),
    rule("CONTRACT_NEEDED"),
  );
  for (const amount of ["40000.001", "-1", "0"])
    await refuses("officer-1", "signProcurementContract", next(at, { ...contract, amount }), {
      code: "BAD_USER_INPUT",
    });
  await refuses("agent-1", "signProcurementContract", next(at, contract), rule("ACTOR"));
  at = projectOf(await act("officer-1", "signProcurementContract", next(at, contract)));
  expect(at).toMatchObject({ state: "CONTRACTED", contract: { no: "HT-1", amount: "40000.00" } });
  at = projectOf(await act("agent-1", "beginProcuredService", next(at)));
  expect(at).toMatchObject({ state: "IN_SERVICE", allowedActions: ["DELIVER", "DISPUTE"] });
  await refuses("agent-1", "deliverProcuredService", next(at, { fileHash: "" }), rule("DELIVERABLE_NEEDED"));
  await refuses("agent-1", "deliverProcuredService", next(at, { fileHash: "AB" }), {
    code: "BAD_USER_INPUT",
    rule: "HASH",
  });
  day = "2026-10-20";
  at = projectOf(await act("agent-1", "deliverProcuredService", next(at, { fileHash: "b".repeat(64) })));
  at = projectOf(await act("officer-1", "acceptProcuredService", next(at)));
  expect(at).toMatchObject({ state: "ACCEPTED", deliverable: { fileHash: "b".repeat(64), acceptedAt: "2026-10-20" } });
  const stars = { timeliness: 5, quality: 4, price: 5, attitude: 3, compliance: 5 };
  await refuses("officer-1", "evaluateProcuredService", next(at, { ...stars, quality: 6 }), {
    code: "BAD_USER_INPUT",
    rule: "MAX",
  });
  for (const viewer of ["agent-1", "officer-2"])
    await refuses(viewer, "evaluateProcuredService", next(at, stars), rule("ACTOR"));
  at = projectOf(await act("officer-1", "evaluateProcuredService", next(at, stars)));
  await refuses("officer-1", "evaluateProcuredService", next(at, stars), { reason: "STATE" });
  expect(at).toMatchObject({ state: "EVALUATED", evaluation: { quality: 4 }, allowedActions: ["ARCHIVE"] });
  await refuses("officer-1", "replyToEvaluation", next(at, { reply: "-" }), { data: { done: null } });
  await refuses("agent-1", "replyToEvaluation", next(at, { reply: " " }), rule("STATEMENT_NEEDED"));
  at = projectOf(await act("agent-1", "replyToEvaluation", next(at, { reply: "已按意见改进" })));
  expect(at).toMatchObject({ evaluation: { quality: 4, reply: "已按意见改进", repliedAt: "2026-10-20" } });
  await refuses("agent-1", "replyToEvaluation", next(at, { reply: "补充" }), rule("REPLIED_BEFORE"));
  at = projectOf(await act("officer-1", "archiveProcurement", next(at)));
  expect(at).toMatchObject({ state: "ARCHIVED", version: 13, allowedActions: [] });

  const { body } = await ask(
    `query ($no: ID!) { intermediaryProcurement(projectNo: $no) { history { event part to agency } } }`,
    { viewer: "officer-1", variables: { no: at.projectNo } },
  );
  expect(
    body.data.intermediaryProcurement.history.map((e: Record<string, string>) => `${e["event"]} ${e["part"]}`),
  ).toEqual([
    ...[
      "BEGIN OWNER",
      "EDIT OWNER",
      "GIVE_PUBLIC_NOTICE OWNER",
      "OPEN_BIDS OWNER",
      "SELECT OWNER",
      "OPEN_PUBLICITY OWNER",
      "SIGN OWNER",
    ],
    ...["BEGIN FIRM", "DELIVER FIRM", "ACCEPT OWNER", "EVALUATE OWNER", "REPLY FIRM", "ARCHIVE OWNER"],
  ]);
  const engagement = await stack.databases["intermediary"]!("engagements").where("project_no", at.projectNo);
  expect(engagement).toMatchObject([{ price_fen: 4_000_000n, working_days: 7, completed_on: "2026-10-20" }]);
});

describe("public notice", () => {
  const drafted = async (more: object): Promise<Project> =>
    projectOf(await act("officer-1", "draftProcurement", await draftInput(stack, more)));

  it("is as long as the least of the place: three working days, and not shorter over holidays", async () => {
    const at = await drafted({});
    // The first to the seventh of October are holidays: two working days are left before them.
    for (const closesOn of ["2026-09-27", "2026-09-28", "2026-09-30", "2026-10-07"])
      await refuses("officer-1", "publishProcurement", next(at, { closesOn }), rule("NOTICE_TOO_SHORT"));
    expect(projectOf(await act("officer-1", "publishProcurement", next(at, { closesOn: "2026-10-08" })))).toMatchObject(
      {
        state: "UNDER_PUBLIC_NOTICE",
      },
    );
  });

  it("of public money needs a ceiling below the threshold: above it the law of government procurement applies", async () => {
    const closesOn = "2026-10-09";
    for (const ceiling of [null, "1000000.00"])
      await refuses(
        "officer-1",
        "publishProcurement",
        next(await drafted({ ceiling }), { closesOn }),
        rule("PUBLIC_TENDER_NEEDED"),
      );
    for (const more of [{ ceiling: "999999.99" }, { ceiling: null, fundSource: "SOCIAL" }])
      projectOf(await act("officer-1", "publishProcurement", next(await drafted(more), { closesOn })));
  });

  it("of a draw names its source, whose value becomes known after bids close", async () => {
    const at = await drafted({ selection: "LOTTERY" });
    const closesOn = "2026-10-09";
    const source = { name: "公共随机源（演示）", reference: "第2026118期", knownOn: "2026-10-10" };
    await refuses("officer-1", "publishProcurement", next(at, { closesOn }), rule("RANDOM_SOURCE_NEEDED"));
    const early = next(at, { closesOn, randomSource: { ...source, knownOn: closesOn } });
    await refuses("officer-1", "publishProcurement", early, rule("RANDOM_VALUE_TOO_EARLY"));
    projectOf(await act("officer-1", "publishProcurement", next(at, { closesOn, randomSource: source })));
  });

  it("of a service that is listed no more is refused", async () => {
    const at = await drafted({});
    const db = stack.databases["intermediary"]!;
    const { service_code: code } = await db("intermediary_procurements")
      .first("service_code")
      .where("project_no", at.projectNo);
    await db("intermediary_services").where({ code }).update({ list_state: "REMOVED" });
    await refuses("officer-1", "publishProcurement", next(at, { closesOn: "2026-10-09" }), rule("SERVICE_NOT_LISTED"));
    await db("intermediary_services").where({ code }).update({ list_state: "KEPT" });
  });
});

it("stands still and goes on; what the department suspended, the owner does not resume", async () => {
  const { projectNo, version } = await projectWith(stack, {
    ...COLUMNS.noticed,
    department_uscc: "12990101MB90000236",
  });
  let at: Project = { projectNo, version };
  await refuses("officer-1", "suspendProcurement", next(at, { reasons: " " }), rule("REASONS_NEEDED"));
  at = projectOf(await act("officer-2", "suspendProcurement", next(at, { reasons: "公告内容更正" })));
  expect(at).toMatchObject({ state: "SUSPENDED", stateReason: "公告内容更正", suspensions: [{ from: day, to: null }] });
  await refuses("officer-1", "resumeProcurement", next(at), rule("SUSPENSION_LEFT"));
  expect([await buttons("officer-1", projectNo), await buttons("officer-2", projectNo)]).toEqual([
    ["CANCEL"],
    ["RESUME"],
  ]);
  await refuses("officer-2", "resumeProcurement", next(at, { closesOn: "2026-10-08" }), {
    code: "BAD_USER_INPUT",
    rule: "CLOSING_DAY_EARLIER",
  });
  day = "2026-09-30";
  at = projectOf(await act("officer-2", "resumeProcurement", next(at, { closesOn: "2026-10-12" })));
  expect(at).toMatchObject({ state: "UNDER_PUBLIC_NOTICE", closesAt: "2026-10-12", suspensions: [{ to: day }] });
});

it("a draft that is cancelled stays its parties', one of which notice was given stays everybody's", async () => {
  const seen = async (viewer: string, projectNo: string): Promise<unknown> =>
    (
      await ask("query ($no: ID!) { intermediaryProcurement(projectNo: $no) { state } }", {
        viewer,
        variables: { no: projectNo },
      })
    ).body.data.intermediaryProcurement;
  const told = { state: "CANCELLED" };
  for (const [columns, others] of [
    [{}, null],
    [COLUMNS.noticed, told],
  ] as const) {
    const { projectNo, version } = await projectWith(stack, columns);
    projectOf(
      await act("officer-1", "cancelProcurement", { projectNo, expectedVersion: version, reasons: "建设计划调整" }),
    );
    for (const viewer of ["anonymous", "citizen-1", "officer-2"]) expect(await seen(viewer, projectNo)).toEqual(others);
    expect(await seen("officer-1", projectNo)).toEqual(told);
  }
});

it("is contracted within its limit, and at the price that was bid", async () => {
  const { projectNo, version } = await projectWith(stack, {
    ...COLUMNS.selected,
    state: "IN_PUBLICITY",
    selection: "BID_PRICE",
  });
  const db = stack.databases["intermediary"]!;
  await enterBid(stack, projectNo);
  await db("bids").where("project_no", projectNo).update({ state: "REVEALED", price_fen: 3_650_000 });
  const at = { projectNo, version };
  const contract = { contractNo: "HT-2", amount: "36500.00", dueOn: "2026-12-01" };
  await refuses(
    "officer-1",
    "signProcurementContract",
    next(at, { ...contract, amount: "36500.01" }),
    rule("PRICE_NOT_AS_BID"),
  );
  // Ten working days after the twenty-fifth of September, without the holidays of October.
  day = "2026-10-16";
  await refuses("officer-1", "signProcurementContract", next(at, contract), rule("CONTRACT_LATE"));
  day = "2026-10-15";
  projectOf(await act("officer-1", "signProcurementContract", next(at, contract)));
});

it("is shown for signing in its limit alone, and while its winner is not suspended", async () => {
  const { projectNo } = await projectWith(stack, { ...COLUMNS.selected, state: "IN_PUBLICITY" });
  expect(await buttons("officer-1", projectNo)).toEqual(["SIGN", "CANCEL"]);
  day = "2026-10-16";
  expect(await buttons("officer-1", projectNo)).toEqual(["CANCEL"]);
  day = "2026-09-28";
  const db = stack.databases["intermediary"]!;
  const [sanction] = await db("intermediary_sanctions").where({ level: "SUSPENSION" }).limit(1);
  const id = "CJ-BUTTONS";
  const suspended = { ...sanction, id, intermediary_id: `CN-USCC-${AGENT_FIRM}`, firm_uscc: AGENT_FIRM };
  await db("intermediary_sanctions").insert({ ...suspended, decided_on: day, months: 3, revoked_on: null });
  expect(await buttons("officer-1", projectNo)).toEqual(["CANCEL"]);
  await db("intermediary_sanctions").where({ id }).delete();
});

describe("time alone", () => {
  const db = () => stack.databases["intermediary"]!;
  const endOn = async (on: string): Promise<number> => {
    const { taken, failures } = await endInTime(db(), new Date(`${on}T00:00:00+08:00`));
    expect(failures).toEqual([]);
    return taken;
  };
  const stateOf = async (projectNo: string): Promise<unknown> =>
    (await db()("intermediary_procurements").first("state").where("project_no", projectNo)).state;

  it("fails a project for which too few firms bid, once, and nobody is said to have done it", async () => {
    const few = await projectWith(stack, { ...COLUMNS.closed, selection: "BID_PRICE", reveals_until: "2026-09-28" });
    const enough = await projectWith(stack, COLUMNS.closed);
    await enterBid(stack, enough.projectNo);
    await endOn("2026-09-28");
    expect(await stateOf(few.projectNo)).toBe("UNDER_PUBLIC_NOTICE");
    // Two jobs at once do it once.
    const [one, other] = await Promise.all([endOn("2026-09-29"), endOn("2026-09-29")]);
    expect(one + other).toBeGreaterThan(0);
    expect(await endOn("2026-09-29")).toBe(0);
    expect([await stateOf(few.projectNo), await stateOf(enough.projectNo)]).toEqual(["FAILED", "UNDER_PUBLIC_NOTICE"]);
    const { journal, row } = (await kept(few.projectNo)) as { journal: object[]; row: object };
    expect(row).toMatchObject({ version: 2, state_reason: "有效报价不足", opened_on: null });
    expect(journal.slice(1)).toMatchObject([{ event: "FAIL", part: "TIME", actor: null, agency: null }]);
    const { body } = await ask("{ notices(first: 50) { items { key event state } } }", { viewer: "officer-1" });
    expect(body.data.notices.items).toContainEqual({ key: few.projectNo, event: "FAIL", state: "FAILED" });
  });

  it("ends a project whose contract was not signed within its limit, unless an objection stops the clock", async () => {
    const selected = await projectWith(stack, COLUMNS.selected);
    const late = await projectWith(stack, { ...COLUMNS.selected, state: "IN_PUBLICITY" });
    const disputed = await projectWith(stack, OBJECTED);
    await endOn("2026-10-15");
    expect(await stateOf(late.projectNo)).toBe("IN_PUBLICITY");
    await endOn("2026-10-16");
    expect(await stateOf(disputed.projectNo)).toBe("DISPUTED");
    for (const { projectNo } of [selected, late])
      expect(await kept(projectNo)).toMatchObject({
        row: { state: "CANCELLED", state_reason: "逾期未签订合同", version: 2 },
        journal: [{}, { event: "LAPSE", part: "TIME" }],
      });
  });
});

it("a step is done once: a stale version is told the present one, of fifty at once one wins", async () => {
  const { projectNo } = await projectWith(stack, COLUMNS.noticed);
  const once = await Promise.all(
    Array.from({ length: 50 }, () =>
      act("officer-1", "cancelProcurement", { projectNo, expectedVersion: 1, reasons: "建设计划调整" }),
    ),
  );
  expect(once.filter(({ body }) => !body.errors)).toHaveLength(1);
  expect(once.filter(({ body }) => body.errors?.[0]?.extensions["reason"] === "STALE_VERSION")).toHaveLength(49);
});

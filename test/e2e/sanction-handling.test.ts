/** Sanctions of the market through the gateway, with the clock moved: notice, defence and decision, each in its time; what becomes of open bids; the appeal. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import {
  AGENT_FIRM,
  COLUMNS,
  creditPass,
  projectWith,
  providedService,
  sealOf,
} from "../support/verbs/intermediary.js";
import { AGENTS, IN_FORCE, OFFICE, sanctionWith, SANCTION_VERBS, supervisedFirm } from "../support/verbs/sanctions.js";

let stack: TestStack;
let day = "2026-09-28";
let ask: TestStack["ask"];
beforeAll(async () => {
  stack = await startStack();
  ask = (await stack.another({ clock: () => new Date(`${day}T04:00:00.000Z`) })).ask;
  await stack.databases["intermediary"]!("intermediary_sanctions").where("firm_uscc", AGENT_FIRM).delete();
});
beforeEach(() => void (day = "2026-09-28"));
afterAll(() => stack.stop());

const SANCTION = `sanction { id version state level months docNo defence defenceUntil decisionUntil appeal appealUntil expiresOn allowedActions
  history { event from to part reason } }`;

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  ask(`mutation ($input: ${SANCTION_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { ${SANCTION} } }`, {
    viewer,
    variables: { input },
  });

type Sanction = { id: string; version: number; [key: string]: unknown };
const sanctionOf = ({ body }: Answer): Sanction => {
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  return body.data.done.sanction;
};
const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });
const rule = (reason: string): object => ({ code: "RULE_VIOLATION", reason, basis: expect.stringContaining("中介") });

/** All that a refused step must leave. */
const kept = async (): Promise<unknown> => {
  const db = stack.databases["intermediary"]!;
  return [
    await db("intermediary_sanctions").orderBy("id"),
    await db("transitions").orderBy(["kind", "key", "version"]),
    await db("bids").orderBy("id"),
  ];
};
const refuses = async (viewer: string, verb: string, input: object, wanted: object): Promise<void> => {
  const before = await kept();
  expect([verb, refusal(await act(viewer, verb, input))]).toMatchObject([verb, wanted]);
  expect(await kept()).toEqual(before);
};
const next = ({ id, version }: Sanction, more: object = {}) => ({ id, expectedVersion: version, ...more });
const notice = { level: "REMINDER", reason: "交付超期", evidence: "项目交付记录" };
const decision = { docNo: "演惩〔2026〕91号", statement: "事实清楚，申辩不成立" };

const isPublic = async (id: string): Promise<boolean> =>
  (await ask("query ($id: ID!) { intermediarySanction(id: $id) { id } }", { variables: { id } })).body.data
    .intermediarySanction !== null;

it("goes through notice, defence and decision, and climbs level by level", async () => {
  const { id: intermediaryId } = await supervisedFirm(stack);
  await refuses("officer-2", "giveSanctionNotice", { intermediaryId, ...notice }, { reason: "ACTOR" });
  await refuses("officer-1", "giveSanctionNotice", { intermediaryId: "CN-X", ...notice }, { code: "NOT_FOUND" });
  const interview = { intermediaryId, ...notice, level: "INTERVIEW" };
  await refuses("officer-1", "giveSanctionNotice", interview, rule("LEVEL_BELOW_NEEDED"));
  let at = sanctionOf(await act("officer-1", "giveSanctionNotice", { intermediaryId, ...notice }));
  expect(at).toMatchObject({
    ...{ version: 1, state: "PRIOR_NOTICE_GIVEN", defenceUntil: "2026-10-10", allowedActions: ["DROP"] },
    history: [{ event: "BEGIN", to: "PRIOR_NOTICE_GIVEN", part: "OFFICER" }],
  });
  expect(await isPublic(at.id)).toBe(false);
  await refuses("officer-1", "giveSanctionNotice", { intermediaryId, ...notice }, { reason: "NOTICE_RUNS" });
  // The last day for the defence is the firm's to its end.
  day = "2026-10-10";
  await refuses("officer-1", "decideSanction", next(at, decision), {
    ...rule("DEFENCE_NEEDED"),
    earliest: "2026-10-11",
  });
  day = "2026-10-11";
  await refuses("officer-1", "decideSanction", next(at, { ...decision, months: 3 }), rule("MONTHS_NOT_ALLOWED"));
  at = sanctionOf(await act("officer-1", "decideSanction", next(at, decision)));
  expect(at).toMatchObject({ state: "IN_FORCE", version: 2, docNo: decision.docNo, allowedActions: [] });
  expect(await isPublic(at.id)).toBe(true);
  day = "2026-10-12";
  at = sanctionOf(await act("officer-1", "giveSanctionNotice", interview));
  at = sanctionOf(await act("officer-1", "dropSanction", next(at, { statement: "已整改" })));
  expect(at).toMatchObject({ state: "DROPPED", allowedActions: [] });
  expect(await isPublic(at.id)).toBe(false);
});

it("hears the firm once and in time; a notice that nobody decided in time lapses", async () => {
  const told = await sanctionWith(stack, AGENTS, { prior_notice_on: "2026-09-28" });
  const says = { ...told, statement: "业主未按期提供资料" };
  await refuses("agent-1", "defendAgainstSanction", { ...says, statement: " " }, rule("STATEMENT_NEEDED"));
  day = "2026-10-11";
  await refuses("agent-1", "defendAgainstSanction", says, rule("DEFENCE_OVER"));
  day = "2026-10-10";
  const at = sanctionOf(await act("agent-1", "defendAgainstSanction", says));
  expect(at).toMatchObject({ defence: says.statement, version: 2, allowedActions: [] });
  await refuses("agent-1", "defendAgainstSanction", next(at, { statement: "补充" }), rule("DEFENDED_BEFORE"));
  day = "2027-03-01";
  await refuses("supervisor-1", "decideSanction", next(at, decision), rule("NOTICE_LAPSED"));
  // Another authority has told it, too: neither keeps the next one back.
  const { id: intermediaryId, uscc } = await supervisedFirm(stack);
  const others = { authority_id: "CN-USCC-12990101MB90000236", authority_uscc: "12990101MB90000236" };
  await sanctionWith(stack, { id: intermediaryId, uscc });
  await sanctionWith(stack, { id: intermediaryId, uscc }, { ...others, prior_notice_on: "2027-02-26" });
  const again = sanctionOf(await act("officer-1", "giveSanctionNotice", { intermediaryId, ...notice }));
  expect(again).toMatchObject({ state: "PRIOR_NOTICE_GIVEN", version: 1 });
  await stack.databases["intermediary"]!("intermediary_sanctions").where("firm_uscc", uscc).delete();
});

it("is never decided by the owner whom the firm worked for alone: the supervisor of the division decides", async () => {
  await projectWith(stack, COLUMNS.selected);
  const told = await sanctionWith(stack, AGENTS, { defence: "无异议", defended_on: "2026-09-22" });
  await refuses("officer-1", "decideSanction", { ...told, ...decision }, rule("OWN_CAUSE"));
  await refuses("officer-1", "dropSanction", { ...told, statement: "不予惩戒" }, rule("OWN_CAUSE"));
  expect(sanctionOf(await act("supervisor-1", "decideSanction", { ...told, ...decision }))).toMatchObject({
    state: "IN_FORCE",
    history: [{ event: "DECIDE", part: "SUPERVISOR", reason: decision.statement }],
  });
  // Whoever decided does not uphold it, too.
  const decided = { id: told.id, expectedVersion: 2 };
  const at = sanctionOf(await act("agent-1", "appealSanction", { ...decided, statement: "已按期交付" }));
  await refuses("supervisor-1", "rejectSanctionAppeal", next(at, { statement: "事实清楚" }), rule("OWN_CAUSE"));
  expect(await act("supervisor-1", "revokeSanction", next(at, { statement: "有误" })).then(sanctionOf)).toMatchObject({
    state: "REVOKED",
  });
});

it("is told to the firm with its time, to whoever decides with theirs, and its appeal to the supervisors", async () => {
  const db = stack.databases["intermediary"]!;
  await db("intermediary_sanctions").where("firm_uscc", AGENT_FIRM).delete();
  await db("intermediary_services")
    .where({ code: await providedService(stack) })
    .update({ approval_dept_id: `CN-USCC-${OFFICE}` });
  await projectWith(stack, COLUMNS.selected);
  const due = async (viewer: string, key: string): Promise<unknown[]> => {
    const query = "{ notices(first: 50, due: true) { items { key event dueOn } } }";
    const { items } = (await ask(query, { viewer })).body.data.notices;
    return items
      .filter((item: { key: string }) => item.key === key)
      .map(({ event, dueOn }: Record<string, string>) => [event, dueOn]);
  };
  let at = sanctionOf(await act("officer-1", "giveSanctionNotice", { intermediaryId: AGENTS.id, ...notice }));
  const { id } = at;
  expect(await due("agent-1", id)).toEqual([["BEGIN", "2026-10-10"]]);
  // The firm worked for the department: it does not decide.
  expect([await due("officer-1", id), await due("officer-2", id), await due("citizen-1", id)]).toEqual([[], [], []]);
  expect(await due("supervisor-1", id)).toEqual([["BEGIN", at["decisionUntil"]]]);
  at = sanctionOf(await act("agent-1", "defendAgainstSanction", next(at, { statement: "无异议" })));
  expect(await due("agent-1", id)).toEqual([]);
  at = sanctionOf(await act("supervisor-1", "decideSanction", next(at, decision)));
  expect([await due("agent-1", id), await due("supervisor-1", id)]).toEqual([[], []]);
  at = sanctionOf(await act("agent-1", "appealSanction", next(at, { statement: "已按期交付" })));
  expect(await due("supervisor-1", id)).toEqual([["APPEAL", null]]);
  sanctionOf(await act("supervisor-1", "revokeSanction", next(at, { statement: "有误" })));
  expect(await due("supervisor-1", id)).toEqual([]);
  const { body } = await ask("{ notices(first: 50) { items { key event } } }", { viewer: "agent-1" });
  const events = body.data.notices.items.filter(({ key }: { key: string }) => key === id);
  expect(events.map(({ event }: { event: string }) => event)).toEqual(["REVOKE", "DECIDE", "BEGIN"]);

  const other = sanctionOf(
    await act("officer-1", "giveSanctionNotice", { intermediaryId: (await supervisedFirm(stack)).id, ...notice }),
  );
  expect(await due("officer-1", other.id)).toEqual([["BEGIN", other["decisionUntil"]]]);
  expect([await due("supervisor-1", other.id), await due("agent-1", other.id)]).toEqual([[], []]);
  await db("intermediary_sanctions").whereIn("id", [id, other.id]).delete();
});

describe("a suspension", () => {
  const suspension = { level: "SUSPENSION", months: 6, defence: "无异议", defended_on: "2026-09-22" };
  const bidOf = (projectNo: string) =>
    stack.databases["intermediary"]!("bids")
      .first("state", "accepted", "refusal", "version")
      .where({ project_no: projectNo, firm_uscc: AGENT_FIRM });
  const bid = async (projectNo: string): Promise<Answer> =>
    ask("mutation ($input: PlaceBidInput!) { placeBid(input: $input) { bid { version } } }", {
      viewer: "agent-1",
      variables: {
        input: { projectNo, commitment: sealOf(projectNo), creditPass: await creditPass({ ...stack, ask }) },
      },
    });

  it("takes the open bids of the firm out, lets no contract be signed, and is lifted by an appeal", async () => {
    const { projectNo: open } = await projectWith(stack, COLUMNS.noticed, { selection: "BID_PRICE" });
    const done = await projectWith(stack, { ...COLUMNS.selected, state: "IN_PUBLICITY" });
    expect((await bid(open)).body.errors).toBeUndefined();
    const told = await sanctionWith(stack, AGENTS, suspension);
    const heavier = { ...told, ...decision, months: 12 };
    await refuses("supervisor-1", "decideSanction", heavier, rule("NOTICE_EXCEEDED"));
    let at = sanctionOf(await act("supervisor-1", "decideSanction", { ...told, ...decision, months: 3 }));
    expect(at).toMatchObject({ state: "IN_FORCE", months: 3, expiresOn: "2026-12-28" });
    expect(await bidOf(open)).toEqual({ state: "EXCLUDED", accepted: false, refusal: "BARRED", version: 2 });
    expect(
      await stack.databases["intermediary"]!("transitions")
        .select("event", "from_state", "to_state", "part")
        .where({ kind: "Bid", key: `${open}:${AGENT_FIRM}`, version: 2 }),
    ).toEqual([{ event: "EXCLUDE", from_state: "SEALED", to_state: "EXCLUDED", part: "SUPERVISOR" }]);
    const { projectNo: another } = await projectWith(stack, COLUMNS.noticed, { selection: "BID_PRICE" });
    // The gate gives no pass to a firm that is suspended.
    await expect(bid(another)).rejects.toThrow("pass");
    const sign = { projectNo: done.projectNo, expectedVersion: 1, contractNo: "HT-1", amount: "40000.00" };
    const signed = await ask(
      "mutation ($input: SignProcurementContractInput!) { signProcurementContract(input: $input) { procurement { state } } }",
      { viewer: "officer-1", variables: { input: { ...sign, dueOn: "2026-12-01" } } },
    );
    expect(refusal(signed)).toMatchObject(rule("BIDDER_BARRED"));
    const appeal = { statement: "已按期交付" };
    await refuses("supervisor-1", "revokeSanction", next(at, appeal), rule("APPEAL_NEEDED"));
    day = "2026-10-12";
    at = sanctionOf(await act("agent-1", "appealSanction", next(at, appeal)));
    expect(at).toMatchObject({ state: "IN_FORCE", appeal: appeal.statement });
    await refuses("agent-1", "appealSanction", next(at, appeal), rule("APPEALED_BEFORE"));
    at = sanctionOf(await act("supervisor-1", "revokeSanction", next(at, { statement: "交付记录有误" })));
    expect(at).toMatchObject({ state: "REVOKED", allowedActions: [] });
    expect(await isPublic(at.id)).toBe(false);
    day = "2026-09-28";
    expect(await bidOf(open)).toMatchObject({ state: "EXCLUDED" });
  });

  it("is appealed against in time; a rejected appeal leaves it", async () => {
    const told = await sanctionWith(stack, AGENTS, { ...IN_FORCE, level: "SUSPENSION", months: 3 });
    day = "2026-11-20";
    await refuses("agent-1", "appealSanction", { ...told, statement: "申诉" }, rule("APPEAL_LATE"));
    day = "2026-09-29";
    let at = sanctionOf(await act("agent-1", "appealSanction", { ...told, statement: "申诉" }));
    at = sanctionOf(await act("supervisor-1", "rejectSanctionAppeal", next(at, { statement: "事实清楚" })));
    expect(at).toMatchObject({ state: "IN_FORCE" });
    await refuses("supervisor-1", "revokeSanction", next(at, { statement: "-" }), rule("APPEAL_NEEDED"));
    await stack.databases["intermediary"]!("intermediary_sanctions").where("id", at.id).delete();
  });

  it("and eight bids at once: none of them counts once it is decided", async () => {
    const projects = await Promise.all(
      Array.from({ length: 8 }, () => projectWith(stack, COLUMNS.noticed, { selection: "BID_PRICE" })),
    );
    await stack.databases["intermediary"]!("intermediary_sanctions").where("firm_uscc", AGENT_FIRM).delete();
    const pass = await creditPass({ ...stack, ask });
    const told = await sanctionWith(stack, AGENTS, suspension);
    const placed = projects.map(({ projectNo }) =>
      ask("mutation ($input: PlaceBidInput!) { placeBid(input: $input) { bid { version } } }", {
        viewer: "agent-1",
        variables: { input: { projectNo, commitment: sealOf(projectNo), creditPass: pass } },
      }),
    );
    const [decided, ...bids] = await Promise.all([
      act("supervisor-1", "decideSanction", { ...told, ...decision }),
      ...placed,
    ]);
    expect(sanctionOf(decided!)).toMatchObject({ state: "IN_FORCE" });
    for (const { body } of bids)
      if (body.errors) expect(body.errors[0]!.extensions).toMatchObject({ reason: "BIDDER_BARRED" });
    const states = await Promise.all(projects.map(({ projectNo }) => bidOf(projectNo)));
    expect(states.filter((row) => row !== undefined && row.state !== "EXCLUDED")).toEqual([]);
  });
});

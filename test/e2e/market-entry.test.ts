/** Entry into the intermediary market through the gateway: application, check, admission; declared relations bind at once. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { closeEntries, ENTRY_VERBS, entryInput } from "../support/verbs/entries.js";
import { AGENT_FIRM, COLUMNS, creditPass, projectWith, sealOf } from "../support/verbs/intermediary.js";
import { OFFICE, sanctionWith, AGENTS } from "../support/verbs/sanctions.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
  await stack.databases["intermediary"]!("intermediary_sanctions").where("firm_uscc", AGENT_FIRM).delete();
});
beforeEach(async () => void (await closeEntries(stack)));
afterAll(() => stack.stop());

const SHOWN =
  "application { no version state firmName deadline { dueOn } reasons allowedActions history { event part } }";
const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  stack.ask(`mutation ($input: ${ENTRY_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { ${SHOWN} } }`, {
    viewer,
    variables: { input },
  });
type Application = { no: string; version: number; [key: string]: unknown };
const done = ({ body }: Answer): Application => {
  if (body.errors || !body.data.done) throw new Error(JSON.stringify(body));
  return body.data.done.application;
};
const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });
const kept = async (): Promise<unknown> => {
  const db = stack.databases["intermediary"]!;
  return Promise.all([
    ...["entry_applications", "transitions"].map((table) => db(table).orderBy("version")),
    ...["intermediaries", "provided_services", "intermediary_relations"].map((table) => db(table).orderByRaw("1, 2")),
  ]);
};
const refuses = async (viewer: string, verb: string, input: object, wanted: object): Promise<void> => {
  const before = await kept();
  expect([verb, input, refusal(await act(viewer, verb, input))]).toMatchObject([verb, input, wanted]);
  expect(await kept()).toEqual(before);
};
const next = ({ no, version }: Application, more: object = {}) => ({ no, expectedVersion: version, ...more });

it("is asked for by the firm, checked and decided by the department, and makes the firm a provider", async () => {
  const input = (await entryInput(stack)) as { serviceCodes: string[] };
  const at = done(await act("agent-1", "applyForEntry", input));
  expect(at).toMatchObject({
    ...{ version: 1, state: "SUBMITTED", deadline: { dueOn: "2026-10-10" }, allowedActions: ["WITHDRAW"] },
    history: [{ event: "BEGIN", part: "FIRM" }],
  });
  await refuses("agent-1", "applyForEntry", input, { code: "RULE_VIOLATION", reason: "ENTRY_RUNS" });
  const admitted = done(await act("officer-1", "admitIntermediary", next(at)));
  expect(admitted).toMatchObject({ state: "ADMITTED", version: 2, allowedActions: [] });
  const { body } = await stack.ask(
    `{ organization(uscc: "${AGENT_FIRM}") { intermediaryProfile { qualifications { name certNo } services { code } } } }`,
  );
  expect(body.data.organization.intermediaryProfile).toMatchObject({
    qualifications: expect.arrayContaining([{ name: "检验检测机构资质认定证书", certNo: "CMA-演-1" }]),
    services: expect.arrayContaining([{ code: input.serviceCodes[0] }]),
  });
  await refuses("officer-1", "refuseEntry", next(admitted, { reasons: "-" }), { reason: "STATE" });
});

it.each([
  ["serviceCodes", { serviceCodes: [] }, { code: "BAD_USER_INPUT", rule: "MIN" }],
  ["serviceCodes", { serviceCodes: ["ZJ-NONE"] }, { code: "RULE_VIOLATION", reason: "SERVICE_NOT_LISTED" }],
  ["department", { department: "12990101MB90000236" }, { code: "RULE_VIOLATION", reason: "SERVICE_NOT_LISTED" }],
  ["department", { department: "1" }, { code: "BAD_USER_INPUT" }],
  ["qualifications", { qualifications: [] }, { code: "BAD_USER_INPUT", rule: "MIN" }],
  ["name", { name: " " }, { code: "BAD_USER_INPUT", rule: "STATED" }],
  ["related", { related: ["91350100M000100Y4Z"] }, { code: "BAD_USER_INPUT" }],
  ["related", { related: Array.from({ length: 21 }, () => OFFICE) }, { code: "BAD_USER_INPUT", rule: "MAX" }],
])("is refused for its %s: %j", async (_, more, wanted) => {
  await refuses("agent-1", "applyForEntry", await entryInput(stack, more), wanted);
});

it("is not granted with a qualification that is over, nor to who is removed; a refusal says why", async () => {
  const over = { qualifications: [{ name: "检验检测机构资质认定证书", validTo: "2026-09-27" }] };
  let at = done(await act("agent-1", "applyForEntry", await entryInput(stack, over)));
  const told = async (viewer: string, due: boolean): Promise<unknown[]> => {
    const query = "query ($due: Boolean) { notices(first: 50, due: $due) { items { key event dueOn } } }";
    const { items } = (await stack.ask(query, { viewer, variables: { due } })).body.data.notices;
    return items.filter(({ key }: { key: string }) => key === at.no);
  };
  const { no: key } = at;
  expect(await told("officer-1", true)).toEqual([{ key, event: "BEGIN", dueOn: "2026-10-10" }]);
  expect([await told("agent-1", true), await told("officer-2", true)]).toEqual([[], []]);
  await refuses("officer-1", "admitIntermediary", next(at), { reason: "QUALIFICATION_NEEDED" });
  await refuses("officer-1", "refuseEntry", next(at, { reasons: " " }), { reason: "REASONS_NEEDED" });
  at = done(await act("officer-1", "refuseEntry", next(at, { reasons: "资质已过有效期" })));
  expect(at).toMatchObject({ state: "REFUSED", reasons: "资质已过有效期" });
  expect([await told("officer-1", true), await told("agent-1", false)]).toEqual([
    [],
    [{ key, event: "REFUSE", dueOn: null }],
  ]);
  at = done(await act("agent-1", "applyForEntry", await entryInput(stack)));
  const removal = { level: "REMOVAL", months: 12, decided_on: "2026-09-25" };
  const { id } = await sanctionWith(stack, AGENTS, removal);
  await refuses("officer-1", "admitIntermediary", next(at), { reason: "ENTRY_BARRED" });
  await stack.databases["intermediary"]!("intermediary_sanctions").where({ id }).delete();
  at = done(await act("agent-1", "withdrawEntry", next(at)));
  expect(at).toMatchObject({ state: "WITHDRAWN" });
});

describe("a declared relation", () => {
  const bid = async (projectNo: string): Promise<unknown> =>
    refusal(
      await stack.ask("mutation ($input: PlaceBidInput!) { placeBid(input: $input) { bid { version } } }", {
        viewer: "agent-1",
        variables: { input: { projectNo, commitment: sealOf(projectNo), creditPass: await creditPass(stack) } },
      }),
    );

  it("keeps the firm from bidding for the body's projects at once, and an application that does not name it takes it not back", async () => {
    const other = "12990101MB90000236";
    const { projectNo } = await projectWith(
      stack,
      { ...COLUMNS.noticed, owner_uscc: other },
      { selection: "BID_PRICE" },
    );
    const at = done(await act("agent-1", "applyForEntry", await entryInput(stack, { related: [other] })));
    expect(await bid(projectNo)).toMatchObject({ code: "RULE_VIOLATION", reason: "BIDDER_AVOIDED" });
    done(await act("officer-1", "admitIntermediary", next(at)));
    done(await act("agent-1", "applyForEntry", await entryInput(stack)));
    expect(await bid(projectNo)).toMatchObject({ reason: "BIDDER_AVOIDED" });
    await stack.databases["intermediary"]!("intermediary_relations").where("related_uscc", other).delete();
    expect(await bid(projectNo)).toMatchObject({ data: { placeBid: { bid: { version: 1 } } } });
  });

  it("to the department itself keeps the firm from being admitted there", async () => {
    const at = done(await act("agent-1", "applyForEntry", await entryInput(stack, { related: [OFFICE] })));
    await refuses("officer-1", "admitIntermediary", next(at), { reason: "RELATED_TO_DEPARTMENT" });
    await stack.databases["intermediary"]!("intermediary_relations").where("related_uscc", OFFICE).delete();
  });
});

/** 告知承诺: committed to at submission, granted on the spot, verified, annulled where it was broken; credit holds the commitment, its outcome and the licence's end. */
import { until } from "../support/one-subgraph.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import {
  CASE_VERBS,
  COMMITMENT,
  committedCase,
  draftWithoutLater,
  forgetBroken,
  LATER,
} from "../support/verbs/cases.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());
beforeEach(() => forgetBroken(stack));

const CASE = `case { caseNo state version allowedActions acceptedOn acceptanceNo result { outcome decidedOn }
  commitment { materials { name text verifyWithinDays } madeOn verifyBy verifiedOn outcome remedy }
  history { event reason } electronicLicence { certificateNumber state } }`;

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  stack.ask(`mutation ($input: ${CASE_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { ${CASE} } }`, {
    viewer,
    variables: { input },
  });

const caseOf = ({ body }: Answer): { caseNo: string; version: number; [key: string]: unknown } => {
  if (body.errors) throw new Error(JSON.stringify(body));
  return body.data.done.case;
};
const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

const told = { documentNo: "撤2026-1", reasons: "未取得健康证明", remedy: "可申请行政复议" };

/** What anybody reads in credit of the commitment of a case; null until it is told. */
const inCredit = async (caseNo: string): Promise<Record<string, unknown> | undefined> => {
  const row = (await stack.databases["credit"]!("commitments").first("*").where("case_no", caseNo)) as
    { id: string } | undefined;
  if (row === undefined) return undefined;
  const { body } = await stack.ask(
    "query ($id: ID!) { creditCommitment(id: $id) { type text counterpartyName signerName signedOn fulfilment verifiedOn } }",
    { viewer: "anonymous", variables: { id: row.id } },
  );
  return body.data.creditCommitment as Record<string, unknown>;
};
const isInCredit = (caseNo: string, fulfilment: string): Promise<void> =>
  until(async () => (await inCredit(caseNo))?.["fulfilment"] === fulfilment);

it("stands for the material it may stand for, is granted on the spot, and credit holds it without a person's name", async () => {
  const { caseNo, version } = await committedCase(stack);
  expect(await inCredit(caseNo)).toBeUndefined();
  const granted = caseOf(
    await act("officer-1", "grantOnCommitment", { caseNo, expectedVersion: version, acceptanceNo: "受2026-9" }),
  );
  expect(granted).toMatchObject({
    state: "DECIDED",
    acceptedOn: "2026-09-28",
    acceptanceNo: "受2026-9",
    result: { outcome: "GRANTED", decidedOn: "2026-09-28" },
    commitment: {
      materials: [{ name: LATER, ...COMMITMENT }],
      madeOn: "2026-09-28",
      verifyBy: "2026-10-28",
      verifiedOn: null,
      outcome: null,
    },
    allowedActions: ["CONFIRM_COMMITMENT", "ANNUL", "COMPLETE"],
  });
  await isInCredit(caseNo, "PENDING");
  expect(await inCredit(caseNo)).toEqual({
    type: "CERTIFICATE_NOTICE",
    text: `${LATER}：${COMMITMENT.text}`,
    counterpartyName: null,
    signerName: null,
    signedOn: "2026-09-28",
    fulfilment: "PENDING",
    verifiedOn: null,
  });
  const confirmed = caseOf(
    await act("officer-1", "confirmCaseCommitment", { caseNo, expectedVersion: granted.version }),
  );
  expect(confirmed).toMatchObject({
    state: "DECIDED",
    commitment: { outcome: "KEPT", verifiedOn: "2026-09-28" },
    allowedActions: ["ANNUL", "COMPLETE"],
  });
  await isInCredit(caseNo, "FULFILLED");
  expect(
    refusal(await act("officer-1", "confirmCaseCommitment", { caseNo, expectedVersion: confirmed.version })),
  ).toMatchObject({ code: "RULE_VIOLATION", reason: "COMMITMENT_VERIFIED" });
});

it("waits for its agency by the day by which it is to be verified, until it is", async () => {
  const granted = await committedCase(stack, "grantOnCommitment");
  const due = async (viewer: string): Promise<unknown[]> => {
    const { body } = await stack.ask("{ notices(first: 50, due: true) { items { key state dueOn } } }", { viewer });
    return body.data.notices.items.filter(({ key }: { key: string }) => key === granted.caseNo);
  };
  let at = granted;
  const step = async (verb: string): Promise<void> => {
    at = caseOf(await act("officer-1", verb, { caseNo: at.caseNo, expectedVersion: at.version }));
  };
  await step("completeCase");
  expect(await due("officer-1")).toEqual([{ key: at.caseNo, state: "COMPLETED", dueOn: "2026-10-28" }]);
  await step("deliverCase");
  expect(await due("officer-1")).toEqual([{ key: at.caseNo, state: "DELIVERED", dueOn: "2026-10-28" }]);
  expect(await due("officer-2")).toEqual([]);
  await step("confirmCaseCommitment");
  expect(await due("officer-1")).toEqual([]);
});

it("broken, it annuls the decision and revokes the licence in both services, also after it was found kept", async () => {
  const steps = ["grantOnCommitment", "confirmCaseCommitment", "completeCase", "deliverCase"] as const;
  const { caseNo, version } = await committedCase(stack, ...steps);
  const annulled = caseOf(await act("officer-1", "annulCase", { caseNo, expectedVersion: version, ...told }));
  expect(annulled).toMatchObject({
    state: "ANNULLED",
    commitment: { outcome: "BROKEN", remedy: told.remedy },
    allowedActions: [],
    history: expect.arrayContaining([{ event: "ANNUL", reason: told.reasons }]),
  });
  const licences = await stack.databases["matters"]!("electronic_licences").where("case_no", caseNo);
  expect(licences.map(({ revoked_on }: { revoked_on: string }) => revoked_on)).toEqual(
    licences.map(() => "2026-09-28"),
  );
  await isInCredit(caseNo, "BROKEN");
  const db = stack.databases["credit"]!;
  expect(
    (await db("licences").where("case_no", caseNo)).map((row: Record<string, unknown>) => [
      row["revoked"],
      row["revoked_on"],
      row["revocation_no"],
    ]),
  ).toEqual(licences.map(() => [true, "2026-09-28", told.documentNo]));
  const { id } = await db("commitments").first("id").where("case_no", caseNo);
  const journal = await db("transitions").where({ kind: "CreditCommitment", key: id }).orderBy("version");
  expect(journal.map(({ event, part }: { event: string; part: string }) => [event, part])).toEqual([
    ["BEGIN", "TIME"],
    ["KEEP", "OFFICER"],
    ["REOPEN", "OFFICER"],
    ["BREAK", "OFFICER"],
  ]);
});

it("whose commitment was broken hands in the material itself", async () => {
  const first = await committedCase(stack, "grantOnCommitment");
  caseOf(await act("officer-1", "annulCase", { caseNo: first.caseNo, expectedVersion: first.version, ...told }));
  const { caseNo, version } = await draftWithoutLater(stack);
  const at = { caseNo, expectedVersion: version };
  expect(refusal(await act("citizen-1", "submitCase", { ...at, committedMaterials: [LATER] }))).toMatchObject({
    code: "RULE_VIOLATION",
    reason: "COMMITMENT_BROKEN_BEFORE",
    next: ["EDIT", "VOID"],
  });
  // Another applicant may still commit, and this one may promise to bring it.
  expect(caseOf(await act("citizen-1", "submitCase", { ...at, promisedMaterials: [LATER] })).state).toBe("SUBMITTED");
});

it("refuses a commitment for what nothing but the material will do, and a grant or annulment without one", async () => {
  const draft = await draftWithoutLater(stack);
  const at = { caseNo: draft.caseNo, expectedVersion: draft.version };
  for (const wrong of [["申请表"], [LATER, "清单外材料"]])
    expect(refusal(await act("citizen-1", "submitCase", { ...at, committedMaterials: wrong }))).toMatchObject({
      ...{ code: "BAD_USER_INPUT", rule: "MATERIAL_NOT_COMMITTED", data: { done: null } },
    });
  expect(refusal(await act("citizen-1", "submitCase", { ...at, committedMaterials: [] }))).toMatchObject({
    ...{ reason: "MATERIALS_MISSING", missing: [LATER] },
  });
  const handedIn = caseOf(await act("citizen-1", "submitCase", { ...at, promisedMaterials: [LATER] }));
  const { caseNo, version: expectedVersion } = handedIn;
  expect(handedIn).toMatchObject({ commitment: null });
  expect(
    refusal(await act("officer-1", "grantOnCommitment", { caseNo, expectedVersion, acceptanceNo: "受2026-9" })),
  ).toMatchObject({ code: "RULE_VIOLATION", reason: "NOTHING_COMMITTED" });
  const committed = await committedCase(stack, "grantOnCommitment");
  for (const [wrong, answer] of [
    [{ documentNo: " " }, { code: "BAD_USER_INPUT", rule: "STATED" }],
    [{ reasons: " " }, { code: "RULE_VIOLATION", reason: "REASONS_NEEDED" }],
    [{ remedy: "" }, { code: "RULE_VIOLATION", reason: "REMEDY_NEEDED" }],
  ] as const)
    expect(
      refusal(
        await act("officer-1", "annulCase", {
          ...{ caseNo: committed.caseNo, expectedVersion: committed.version, ...told, ...wrong },
        }),
      ),
    ).toMatchObject(answer);
});

it("a refusal rests on no commitment: nothing is told to credit, and there is nothing to annul", async () => {
  const { caseNo, version } = await committedCase(stack, "receiveCase", "acceptCase");
  const decision = { caseNo, expectedVersion: version, outcome: "REFUSED", reasons: "不符合条件", remedy: "可复议" };
  const refused = caseOf(await act("officer-1", "decideCase", decision));
  expect(refused).toMatchObject({ commitment: { verifyBy: null }, allowedActions: ["COMPLETE"] });
  expect(
    refusal(await act("officer-1", "annulCase", { caseNo, expectedVersion: refused.version, ...told })),
  ).toMatchObject({ reason: "NOTHING_RESTS_ON_COMMITMENT" });
  const { rows } = await stack.databases["matters"]!.raw(
    "select 1 from outbox where topic = 'case-commitment' and payload->>'caseNo' = ?",
    [caseNo],
  );
  expect(rows).toEqual([]);
});

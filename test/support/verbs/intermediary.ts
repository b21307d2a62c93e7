/** Verbs of the intermediary market: of a project of officer-1's agency, for which the firm of agent-1 is selected. */
import type { TestStack } from "../stack.js";
import { commitmentOf } from "../../../subgraphs/intermediary/sealed-bid/envelope.js";
import type { VerbEntry, Verbs } from "./index.js";

/** The firm of agent-1. */
export const AGENT_FIRM = "91990101MA9000011P";
const OFFICE = "11990101MB9000015E";

/** A listed service that the firm of agent-1 provides. */
export const providedService = async (stack: Pick<TestStack, "databases">): Promise<string> => {
  const { rows } = (await stack.databases["intermediary"]!.raw(
    `select s.code from intermediary_services s join provided_services p on p.service_code = s.code
     where p.intermediary_id = 'CN-USCC-${AGENT_FIRM}' and s.list_state = 'KEPT' order by s.code limit 1`,
  )) as { rows: { code: string }[] };
  return rows[0]!.code;
};

/** What a draft says. */
export const draftInput = async (stack: Pick<TestStack, "databases">, more: object = {}): Promise<object> => ({
  name: "演示采购项目",
  serviceCode: await providedService(stack),
  fundSource: "FISCAL",
  selection: "DIRECT",
  ceiling: "50000.00",
  department: OFFICE,
  division: "222401",
  ...more,
});

/** Columns of a project of which notice was given, whose bids were opened and whose firm was selected. */
export const COLUMNS = {
  noticed: { state: "UNDER_PUBLIC_NOTICE", public_notice_on: "2026-09-14", closes_on: "2026-10-09" },
  closed: { state: "UNDER_PUBLIC_NOTICE", public_notice_on: "2026-09-14", closes_on: "2026-09-24" },
  opened: {
    ...{ state: "UNDER_PUBLIC_NOTICE", public_notice_on: "2026-09-14", closes_on: "2026-09-24" },
    opened_on: "2026-09-25",
  },
  selected: {
    ...{ state: "SELECTED", public_notice_on: "2026-09-14", closes_on: "2026-09-24", opened_on: "2026-09-25" },
    ...{ selected_on: "2026-09-25", selected_id: `CN-USCC-${AGENT_FIRM}`, selected_uscc: AGENT_FIRM },
  },
} as const;
/** Another firm that provides services. */
const RIVAL = "91990101MA00026942";
/** The selection of a rival is in publicity; another department approves with the result, which is no party. */
export const PUBLICISED = {
  ...COLUMNS.selected,
  ...{ state: "IN_PUBLICITY", selected_id: `CN-USCC-${RIVAL}`, selected_uscc: RIVAL },
  department_uscc: "12990101MB90000236",
};
/** It is objected to. */
export const OBJECTED = {
  ...PUBLICISED,
  ...{ state: "DISPUTED", disputed_from: "IN_PUBLICITY", disputed_on: "2026-09-28" },
};
export const SIGNED = {
  ...COLUMNS.selected,
  ...{
    state: "CONTRACTED",
    contract_no: "HT-1",
    contract_fen: 4_000_000,
    signed_on: "2026-09-25",
    due_on: "2026-12-01",
  },
};
export const DELIVERED = {
  ...SIGNED,
  state: "DELIVERED",
  delivered_on: "2026-09-28",
  deliverable_hash: "a".repeat(64),
};
export const ACCEPTED = { ...DELIVERED, state: "ACCEPTED", accepted_on: "2026-09-28" };

/** A project of officer-1's agency with these columns. */
export const projectWith = async (
  stack: TestStack,
  columns: object = {},
  more: object = {},
): Promise<{ projectNo: string; version: number }> => {
  const { body } = await stack.ask(
    "mutation ($input: DraftProcurementInput!) { done: draftProcurement(input: $input) { procurement { projectNo version } } }",
    { viewer: "officer-1", variables: { input: await draftInput(stack, more) } },
  );
  if (body.errors) throw new Error(JSON.stringify(body));
  const { projectNo, version } = body.data.done.procurement;
  const db = stack.databases["intermediary"]!;
  if (Object.keys(columns).length > 0)
    await db("intermediary_procurements").where("project_no", projectNo).update(columns);
  return { projectNo, version };
};

/** A bid of the firm of agent-1 that counts: who enters where no price is bid. */
export const enterBid = async (stack: TestStack, projectNo: string): Promise<void> => {
  await stack.databases["intermediary"]!("bids").insert({
    ...{ project_no: projectNo, intermediary_id: `CN-USCC-${AGENT_FIRM}`, firm_uscc: AGENT_FIRM },
    ...{ state: "SEALED", submitted_on: "2026-09-15", accepted: true, credit_check: "CLEAR" },
  });
};

const entry = (
  input: string,
  letters: string,
  { columns = {}, bid = false, ...more }: { columns?: object; bid?: boolean; more?: object } = {},
): VerbEntry => ({
  input,
  selects: "procurement { projectNo }",
  async prepare(stack) {
    const { projectNo, version } = await projectWith(stack, columns);
    if (bid) await enterBid(stack, projectNo);
    return { projectNo, expectedVersion: version, ...more.more };
  },
  letters,
});

/** A pass of the credit gate for the firm of agent-1. */
export const creditPass = async (stack: TestStack, viewer = "agent-1", uscc = AGENT_FIRM): Promise<string> => {
  const { body } = await stack.ask("query ($uscc: USCC!) { organization(uscc: $uscc) { creditGate { pass } } }", {
    viewer,
    variables: { uscc },
  });
  if (!body.data?.organization?.creditGate?.pass) throw new Error(JSON.stringify(body));
  return body.data.organization.creditGate.pass;
};

/** What the firm of agent-1 sealed, with its envelope's secrets. */
export const OFFER = { price: "36500.00", contentHash: "c".repeat(64), nonce: "d".repeat(64) };
export const sealOf = (projectNo: string): string =>
  commitmentOf({
    projectNo,
    firmUscc: AGENT_FIRM,
    priceFen: 3_650_000n,
    contentHash: OFFER.contentHash,
    nonce: OFFER.nonce,
  });

/** A project for prices, and a bid of the firm of agent-1 for it. */
export const sealedBid = async (
  stack: TestStack,
  columns: object,
): Promise<{ projectNo: string; expectedVersion: number }> => {
  const { projectNo } = await projectWith(stack, columns, { selection: "BID_PRICE" });
  await stack.databases["intermediary"]!("bids").insert({
    ...{ project_no: projectNo, intermediary_id: `CN-USCC-${AGENT_FIRM}`, firm_uscc: AGENT_FIRM },
    ...{ state: "SEALED", submitted_on: "2026-09-15", accepted: false, refusal: "NOT_REVEALED", credit_check: "CLEAR" },
    commitment: sealOf(projectNo),
  });
  return { projectNo, expectedVersion: 1 };
};

const bidEntry = (input: string, letters: string, prepare: VerbEntry["prepare"]): VerbEntry => ({
  ...{ input, selects: "bid { commitment }", prepare, letters },
});

/** By officer-1, of what is no draft: others are told who does it. */
const OWNER = "DRRR YRDDR DD";
const OF_DRAFT = "DHHH YHDDR DD";
const FIRM = "DRRY DDDDD DD";
/** By a department that is no party, and by supervisors. */
const JUDGE = "DDDD RYYDR DD";
/** A bid is unknown to everybody but its firm. */
const BIDDER = "DHHY DDDDD DD";

/** Verbs of the market. */
export const INTERMEDIARY_VERBS: Verbs = {
  draftProcurement: {
    input: "DraftProcurementInput",
    selects: "procurement { projectNo }",
    prepare: (stack) => draftInput(stack),
    letters: "DRRY YYDDR DD",
  },
  editProcurement: entry("EditProcurementInput", OF_DRAFT, { more: { name: "演示采购项目（更正）" } }),
  publishProcurement: entry("PublishProcurementInput", OF_DRAFT, { more: { closesOn: "2026-10-09" } }),
  suspendProcurement: entry("ReasonedProcurementInput", OWNER, {
    columns: COLUMNS.noticed,
    more: { reasons: "公告内容更正" },
  }),
  resumeProcurement: entry("ResumeProcurementInput", OWNER, {
    columns: {
      ...{ ...COLUMNS.noticed, state: "SUSPENDED" },
      suspensions: JSON.stringify([{ v: 1, from: "2026-09-21", reason: "公告内容更正" }]),
    },
  }),
  openBids: entry("ProcurementStepInput", OWNER, { columns: COLUMNS.closed, bid: true }),
  failProcurement: {
    ...entry("ReasonedProcurementInput", OWNER),
    async prepare(stack) {
      const { projectNo, version } = await projectWith(stack, { ...COLUMNS.closed, selection: "BID_PRICE" });
      return { projectNo, expectedVersion: version };
    },
  },
  selectIntermediary: entry("SelectIntermediaryInput", OWNER, {
    columns: COLUMNS.opened,
    bid: true,
    more: { selected: AGENT_FIRM },
  }),
  publishSelection: entry("ProcurementStepInput", OWNER, { columns: COLUMNS.selected }),
  signProcurementContract: entry("SignProcurementContractInput", OWNER, {
    columns: { ...COLUMNS.selected, state: "IN_PUBLICITY" },
    more: { contractNo: "HT-1", amount: "40000.00", dueOn: "2026-12-01" },
  }),
  beginProcuredService: entry("ProcurementStepInput", FIRM, { columns: SIGNED }),
  deliverProcuredService: entry("DeliverProcuredServiceInput", FIRM, {
    columns: { ...SIGNED, state: "IN_SERVICE" },
    more: { fileHash: "a".repeat(64) },
  }),
  acceptProcuredService: entry("ProcurementStepInput", OWNER, { columns: DELIVERED }),
  evaluateProcuredService: entry("EvaluateProcuredServiceInput", OWNER, {
    columns: ACCEPTED,
    more: { timeliness: 5, quality: 4, price: 5, attitude: 3, compliance: 5 },
  }),
  replyToEvaluation: entry("ReplyToEvaluationInput", FIRM, {
    columns: { ...ACCEPTED, state: "EVALUATED", evaluated_on: "2026-09-28", stars: [5, 4, 5, 3, 5] },
    more: { reply: "已按意见改进" },
  }),
  archiveProcurement: entry("ProcurementStepInput", OWNER, {
    columns: { ...ACCEPTED, state: "EVALUATED", evaluated_on: "2026-09-28", stars: [5, 4, 5, 3, 5] },
  }),
  placeBid: bidEntry("PlaceBidInput", "DRRY DDDDD DD", async (stack) => {
    const { projectNo } = await projectWith(stack, COLUMNS.noticed, { selection: "BID_PRICE" });
    return { projectNo, commitment: sealOf(projectNo), creditPass: await creditPass(stack) };
  }),
  replaceBid: bidEntry("ReplaceBidInput", BIDDER, async (stack) => {
    const bid = await sealedBid(stack, COLUMNS.noticed);
    return { ...bid, commitment: "e".repeat(64), creditPass: await creditPass(stack) };
  }),
  withdrawBid: bidEntry("WithdrawBidInput", BIDDER, (stack) => sealedBid(stack, COLUMNS.noticed)),
  revealBid: bidEntry("RevealBidInput", BIDDER, async (stack) => ({
    ...(await sealedBid(stack, { ...COLUMNS.closed, reveals_until: "2026-09-28" })),
    ...OFFER,
  })),
  objectToSelection: entry("ReasonedProcurementInput", FIRM, {
    columns: PUBLICISED,
    bid: true,
    more: { reasons: "中选机构不具备资质" },
  }),
  rejectObjection: entry("ReasonedProcurementInput", JUDGE, { columns: OBJECTED, more: { reasons: "资质有效" } }),
  upholdObjection: entry("ReasonedProcurementInput", JUDGE, { columns: OBJECTED, more: { reasons: "资质已失效" } }),
  disputeContract: entry("ReasonedProcurementInput", "DRRY YRDDR DD", {
    columns: SIGNED,
    more: { reasons: "未按约定提供资料" },
  }),
  settleDispute: entry("ReasonedProcurementInput", JUDGE, {
    columns: {
      ...{ ...SIGNED, state: "DISPUTED", disputed_from: "CONTRACTED", disputed_on: "2026-09-28" },
      department_uscc: "12990101MB90000236",
    },
    more: { reasons: "双方同意继续履行" },
  }),
  cancelProcurement: entry("ReasonedProcurementInput", OF_DRAFT, { more: { reasons: "建设计划调整" } }),
};

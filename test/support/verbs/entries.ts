/** Verbs of applications to enter the intermediary market: of the firm of agent-1, checked by officer-1's agency. */
import type { TestStack } from "../stack.js";
import type { VerbEntry, Verbs } from "./index.js";
import { AGENT_FIRM } from "./intermediary.js";
import { OFFICE } from "./sanctions.js";

/** A kept service with whose result officer-1's agency approves. */
export const approvedService = async (stack: TestStack): Promise<string> => {
  const db = stack.databases["intermediary"]!;
  const { code } = await db("intermediary_services").first("code").where("list_state", "KEPT").orderBy("code", "desc");
  await db("intermediary_services")
    .where({ code })
    .update({ approval_dept_id: `CN-USCC-${OFFICE}` });
  return code;
};

/** What an application says. */
export const entryInput = async (stack: TestStack, more: object = {}): Promise<object> => ({
  ...{ name: "延边白山松餐饮有限公司（演示）", division: "222401", department: OFFICE, related: [] },
  serviceCodes: [await approvedService(stack)],
  qualifications: [{ name: "检验检测机构资质认定证书", certNo: "CMA-演-1", validTo: "2027-12-31" }],
  ...more,
});

/** Ends what the firm of agent-1 applied for. */
export const closeEntries = async (stack: TestStack): Promise<void> =>
  void (await stack.databases["intermediary"]!("entry_applications")
    .where({ firm_uscc: AGENT_FIRM, state: "SUBMITTED" })
    .update({ state: "WITHDRAWN" }));

let last = 0;

/** An application of the firm of agent-1 with these columns. */
export const applicationWith = async (
  stack: TestStack,
  columns: object = {},
): Promise<{ no: string; expectedVersion: number }> => {
  const db = stack.databases["intermediary"]!;
  const no = `RZ-TEST-${(last += 1)}`;
  await closeEntries(stack);
  await db("entry_applications").insert({
    ...{ no, firm_uscc: AGENT_FIRM, firm_name: "演示机构", division_code: "222401", department_uscc: OFFICE },
    ...{ service_codes: [await approvedService(stack)], related_usccs: [], submitted_on: "2026-09-25" },
    qualifications: JSON.stringify([{ v: 1, name: "检验检测机构资质认定证书" }]),
    ...columns,
  });
  return { no, expectedVersion: 1 };
};

const entry = (input: string, letters: string, prepare: VerbEntry["prepare"]): VerbEntry => ({
  ...{ input, selects: "application { no }", prepare, letters },
});

/** Verbs of entry. */
export const ENTRY_VERBS: Verbs = {
  applyForEntry: entry("ApplyForEntryInput", "DRRY DDDDD DD", async (stack) => {
    await closeEntries(stack);
    return entryInput(stack);
  }),
  withdrawEntry: entry("EntryStepInput", "DHHY DDDDD DD", (stack) => applicationWith(stack)),
  admitIntermediary: entry("EntryStepInput", "DDDD YHDDR DD", (stack) => applicationWith(stack)),
  refuseEntry: entry("RefuseEntryInput", "DDDD YHDDR DD", async (stack) => ({
    ...(await applicationWith(stack)),
    reasons: "资质不符",
  })),
};

/** Verbs of sanctions of the intermediary market: by officer-1's agency, which the firm never worked for, or against the firm of agent-1. */
import type { TestStack } from "../stack.js";
import { AGENT_FIRM } from "./intermediary.js";
import type { VerbEntry, Verbs } from "./index.js";

export const OFFICE = "11990101MB9000015E";

/** A firm that never worked for officer-1's agency, which supervises it: it approves with a service of the firm. */
export const supervisedFirm = async (stack: TestStack): Promise<{ id: string; uscc: string }> => {
  const db = stack.databases["intermediary"]!;
  const { rows } = (await db.raw(
    `select i.organization_id as id, i.uscc, min(p.service_code) as code from intermediaries i
       join provided_services p on p.intermediary_id = i.organization_id
     where i.uscc <> '${AGENT_FIRM}' and not exists (select from intermediary_procurements o
         where o.owner_uscc = '${OFFICE}' and o.selected_uscc = i.uscc)
       and not exists (select from intermediary_sanctions x where x.intermediary_id = i.organization_id and x.id not like 'CJ-TEST-%' and x.decided_on is not null)
     group by i.organization_id, i.uscc order by i.uscc desc limit 1`,
  )) as { rows: { id: string; uscc: string; code: string }[] };
  const { code, ...firm } = rows[0]!;
  await db("intermediary_services")
    .where({ code })
    .update({ approval_dept_id: `CN-USCC-${OFFICE}` });
  return firm;
};

let last = 0;

/** A sanction of officer-1's agency with these columns; notice was given on 21 September 2026. */
export const sanctionWith = async (
  stack: TestStack,
  firm: { readonly id: string; readonly uscc: string },
  columns: object = {},
): Promise<{ id: string; expectedVersion: number }> => {
  const id = `CJ-TEST-${(last += 1)}`;
  await stack.databases["intermediary"]!("intermediary_sanctions").insert({
    ...{ id, intermediary_id: firm.id, firm_uscc: firm.uscc, level: "REMINDER", reason: "超期", evidence: "交付记录" },
    ...{ prior_notice_on: "2026-09-21", authority_id: `CN-USCC-${OFFICE}`, authority_uscc: OFFICE },
    division_code: "222401",
    ...columns,
  });
  return { id, expectedVersion: 1 };
};

/** The firm of agent-1. */
export const AGENTS = { id: `CN-USCC-${AGENT_FIRM}`, uscc: AGENT_FIRM };
/** Columns of a sanction that was decided on 25 September. */
export const IN_FORCE = { decided_on: "2026-09-25", doc_no: "演惩〔2026〕90号" };
const APPEALED = { ...IN_FORCE, appeal: "已按期交付", appealed_on: "2026-09-26" };

const entry = (input: string, letters: string, prepare: VerbEntry["prepare"]): VerbEntry => ({
  ...{ input, selects: "sanction { id }", prepare, letters },
});

/** Before the decision nobody but the parties knows of it. */
const DECIDER = "DDDD YHYDR DD";
const SUPERVISOR = "DDDD DDYDD DD";

/** Verbs of sanctions. */
export const SANCTION_VERBS: Verbs = {
  giveSanctionNotice: entry("GiveSanctionNoticeInput", "DDDD YRDDR DD", async (stack) => {
    const { id } = await supervisedFirm(stack);
    await stack.databases["intermediary"]!("intermediary_sanctions")
      .where({ intermediary_id: id, decided_on: null })
      .update({ dropped_on: "2026-09-25" });
    return { intermediaryId: id, level: "REMINDER", reason: "交付超期", evidence: "项目交付记录" };
  }),
  defendAgainstSanction: entry("SanctionStatementInput", "DHHY DDDDD DD", async (stack) => ({
    ...(await sanctionWith(stack, AGENTS)),
    statement: "业主未按期提供资料",
  })),
  decideSanction: entry("DecideSanctionInput", DECIDER, async (stack) => ({
    ...(await sanctionWith(stack, await supervisedFirm(stack), { defence: "无异议", defended_on: "2026-09-22" })),
    ...{ docNo: "演惩〔2026〕91号", statement: "事实清楚" },
  })),
  dropSanction: entry("SanctionStatementInput", DECIDER, async (stack) => ({
    ...(await sanctionWith(stack, await supervisedFirm(stack))),
    statement: "申辩成立",
  })),
  appealSanction: entry("SanctionStatementInput", "DRRY DDDDD DD", async (stack) => ({
    ...(await sanctionWith(stack, AGENTS, IN_FORCE)),
    statement: "已按期交付",
  })),
  rejectSanctionAppeal: entry("SanctionStatementInput", SUPERVISOR, async (stack) => ({
    ...(await sanctionWith(stack, AGENTS, APPEALED)),
    statement: "交付记录属实",
  })),
  revokeSanction: entry("SanctionStatementInput", SUPERVISOR, async (stack) => ({
    ...(await sanctionWith(stack, AGENTS, APPEALED)),
    statement: "交付记录有误",
  })),
};

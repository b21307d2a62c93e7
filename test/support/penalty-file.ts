/** Penalties as an agency's export, imported into a stack: for tests that need records of their own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Knex } from "knex";
import { runImport, type ImportSummary, type RecordKeys } from "../../platform/import/index.js";
import { penaltyImport } from "../../subgraphs/credit/penalty/penalty.import.js";
import type { TestStack } from "./stack.js";

/** Authority of the records. */
export const AUTHORITY = "11990101MB9000015E";
/** Body of the records, which is nobody (docs/reference/identifiers.md#numbers-that-belong-to-nobody). */
export const BODY = "91990101MA900002XF";
/** Name of the exporting system. */
export const SOURCE = "ids";

/** What a row says beside its number. */
export interface PenaltyLine {
  readonly docNo: string;
  /** Day of the decision. @default 2026-08-03 */
  readonly decided?: string;
  /** Day of publication. @default the day of the import */
  readonly published?: string;
  /** Last day of publicity. @default by the rule */
  readonly until?: string;
  /** In units of 10,000 yuan. @default 0.2 */
  readonly fineWan?: string;
  /** Credit code of the authority. @default AUTHORITY */
  readonly authority?: string;
  /** 失信严重程度; empty where the rules are to say. @default 一般 */
  readonly severity?: string;
}

const HEADER =
  "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_GSJZQ,CF_CFJGDM,失信严重程度,公示日期";

/** Imports the lines, on the day of the tests. */
export const importPenalties = async (
  stack: TestStack,
  lines: readonly PenaltyLine[],
  recordKeys: RecordKeys,
  { db = stack.databases["credit"]!, source = SOURCE }: { readonly db?: Knex; readonly source?: string } = {},
): Promise<ImportSummary> => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-penalties-"));
  const file = join(directory, "penalties.csv");
  const rows = lines.map(({ docNo, decided = "2026-08-03", published = "", until = "", fineWan = "0.2", ...more }) => {
    const { authority = AUTHORITY, severity = "一般" } = more;
    const decision = [docNo, "违规", "罚款", "罚款", fineWan, decided, until, authority, severity, published];
    return ["导入甲公司", "02", BODY, ...decision].join(",");
  });
  writeFileSync(file, `${HEADER}\n${rows.join("\n")}\n`);
  try {
    const context = { db, today: "2026-09-28", source, call: stack.batchCall, recordKeys };
    return await runImport(penaltyImport, context, { file, mapping: {}, dryRun: false });
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** How a row of a list is read as an intermediary service (中介服务事项清单). */
import { createHash } from "node:crypto";
import { classifyTaskCode, foldText, parseDivisionCode } from "../../../platform/domain/index.js";
import type { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import {
  RowRefused,
  coded,
  damagedCodeNotice,
  everyField,
  required,
  yesNo,
  type Citation,
  type MappedRow,
  type RowContext,
} from "../../../platform/import/index.js";
import { ListState, type FeeNature, type Party } from "./intermediary-service.enums.js";
import type { MattersOfRow } from "./intermediary-service.linked-matters.js";
import {
  LIST_STATES,
  acceptedBases,
  acceptedFee,
  acceptedParty,
  listOf,
  readTimeLimit,
} from "./intermediary-service.list-rules.js";
import type { BasisPeriod } from "./intermediary-service.list.repository.js";

/** A checked row; the body, the division and the laws are resolved by reference. */
export interface ServiceItem extends MattersOfRow {
  readonly code: string;
  readonly name: string;
  readonly deptCode?: string;
  readonly deptName?: string;
  readonly citations: readonly Citation[];
  readonly timeLimit?: { readonly amount: number; readonly unit: LimitUnit };
  readonly timeLimitExplain?: string;
  readonly feeNature: FeeNature;
  readonly feeBasis?: string;
  readonly feeStandard?: string;
  readonly commissionedBy: Party;
  readonly resultName?: string;
  readonly resultValidity?: string;
  readonly removalDocument?: string;
  readonly qualification: readonly string[];
  readonly applicantMayDoItself: boolean;
  readonly deptId?: string;
  readonly bases?: readonly BasisPeriod[];
}

/** A list without codes knows a service by its name, which is one service's in a division: a service of another name is another one. */
const codeOfName = ({ name, division }: MappedRow, { hasColumn, notice }: RowContext): string => {
  if (hasColumn("code") || name === undefined || division === undefined)
    throw new RowRefused(
      "code",
      "CODE_MISSING",
      "Give the code of the service; of a list without a column of codes, the name of the service and the division, which can be said for all rows: --set division=….",
    );
  notice({
    field: "name",
    rule: "CODE_OF_NAME",
    remedy:
      "The list gives the service no code: it is known by its name in its division, and renaming it makes another one.",
  });
  return `NAME-${parseDivisionCode(division, "division")}-${createHash("sha256").update(foldText(name).replaceAll(/\s/g, "")).digest("hex").slice(0, 16).toUpperCase()}`;
};

const codeOf = (row: MappedRow, context: RowContext): string => {
  if (row["code"] === undefined) return codeOfName(row, context);
  const code = row["code"].normalize("NFKC").trim().toUpperCase();
  if (code.length > 64) throw new RowRefused("code", "CODE_LENGTH", "A code has at most 64 characters.");
  return code;
};

const matterCodesOf = (row: MappedRow): string[] => [
  ...new Set(listOf(row["matterCodes"]).map((value) => classifyTaskCode(value, "matterCodes").code)),
];

/** A row, checked by itself. Throws RowRefusals with all that is to be corrected. */
export const acceptService = (row: MappedRow, context: RowContext): ServiceItem => {
  const { division } = row;
  const { code, name, listState, timeLimit, matterCodes, divisionCode, citations, fee, commissionedBy, byApplicant } =
    everyField({
      name: () => required(row, "name", "NAME_MISSING", "Give the name of the service."),
      code: () => codeOf(row, context),
      listState: () => coded(LIST_STATES, "listState", row["listState"], "LIST_STATE_UNKNOWN") ?? ListState.KEPT,
      timeLimit: () => readTimeLimit(row["timeLimit"]),
      matterCodes: () => matterCodesOf(row),
      divisionCode: () => (division === undefined ? undefined : parseDivisionCode(division, "division")),
      citations: () => acceptedBases(row["legalBasis"]),
      fee: () => acceptedFee(row),
      commissionedBy: () => acceptedParty(row),
      byApplicant: () => yesNo("selfService", row["selfService"]) ?? false,
    });
  const damaged = row["deptCode"] === undefined ? undefined : damagedCodeNotice("deptCode", row["deptCode"]);
  if (damaged) context.notice(damaged);
  return {
    code,
    name,
    matterNames: listOf(row["matters"]),
    ...(matterCodes.length === 0 ? {} : { matterCodes }),
    deptCode: row["deptCode"],
    deptName: row["dept"],
    ...(divisionCode === undefined ? {} : { divisionCode }),
    citations,
    ...(timeLimit ? { timeLimit } : { timeLimitExplain: row["timeLimit"] }),
    ...fee,
    commissionedBy,
    resultName: row["resultName"],
    resultValidity: row["resultValidity"],
    removalDocument: row["removalDocument"],
    qualification: listOf(row["qualification"]),
    applicantMayDoItself: byApplicant,
    listState,
  };
};

/** Import of a list of intermediary services, as prefectures publish it (国办发〔2015〕31号). */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { classifyTaskCode, parseDivisionCode, type LocalDate } from "../../../platform/domain/index.js";
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import {
  RowRefused,
  coded,
  damagedCodeNotice,
  everyField,
  otherNameNotice,
  required,
  yesNo,
  type Citation,
  type ImportContext,
  type ImportKind,
  type MappedRow,
  type RegisteredBody,
  type ResolveContext,
  type RowContext,
} from "../../../platform/import/index.js";
import {
  LIST_STATES,
  acceptedBases,
  acceptedFee,
  acceptedParty,
  listOf,
  readTimeLimit,
} from "./intermediary-service.list-rules.js";
import { noticesOfMatters, resolveMatters, type MattersOfRow } from "./intermediary-service.linked-matters.js";
import { SERVICE_FIELDS } from "./intermediary-service.fields.js";
import { replaceLinks } from "./intermediary-service.links.repository.js";
import {
  keepPeriods,
  upsertServices,
  type BasisPeriod,
  type ListedService,
} from "./intermediary-service.list.repository.js";
import { ListState, type FeeNature, type Party } from "./intermediary-service.enums.js";

/** A checked row; the body, the division and the laws are resolved by reference. */
interface ServiceItem extends MattersOfRow {
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

/** Rows of a list of intermediary services. */
export const intermediaryServiceImport: ImportKind<ServiceItem> = {
  kind: "intermediary-services",
  fields: SERVICE_FIELDS,
  keyOf: ({ code }) => code?.normalize("NFKC").toUpperCase(),
  accept: acceptRow,
  resolve: resolveItems,
  noticesOf: noticesOfMatters,
  write: writeItems,
};

const codeOf = (row: MappedRow): string => {
  const code = required(row, "code", "CODE_MISSING", "Give the code of the service.")
    .normalize("NFKC")
    .trim()
    .toUpperCase();
  if (code.length > 64) throw new RowRefused("code", "CODE_LENGTH", "A code has at most 64 characters.");
  return code;
};

const matterCodesOf = (row: MappedRow): string[] => [
  ...new Set(listOf(row["matterCodes"]).map((value) => classifyTaskCode(value, "matterCodes").code)),
];

function acceptRow(row: MappedRow, { notice }: RowContext): ServiceItem {
  const { division } = row;
  const { code, name, listState, timeLimit, matterCodes, divisionCode, citations, fee, commissionedBy, byApplicant } =
    everyField({
      name: () => required(row, "name", "NAME_MISSING", "Give the name of the service."),
      code: () => codeOf(row),
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
  if (damaged) notice(damaged);
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
}

/** Asks reference which divisions exist, and for the bodies and laws that the rows cite; matters for the matters of codes. */
async function resolveItems(
  items: readonly ServiceItem[],
  { call, source, notice }: ResolveContext<ServiceItem>,
): Promise<(ServiceItem | Error)[]> {
  const codes = [...new Set(items.flatMap(({ divisionCode }) => divisionCode ?? []))];
  const known = new Set(codes.length === 0 ? [] : await call<string[]>("reference", "knownDivisions", codes));
  const accepted = items.filter(({ divisionCode }) => divisionCode === undefined || known.has(divisionCode));
  const departments = new Map(
    accepted.flatMap(({ deptCode, deptName, divisionCode }) =>
      deptCode === undefined ? [] : [[deptCode, { code: deptCode, name: deptName ?? deptCode, divisionCode, source }]],
    ),
  );
  const organizations =
    departments.size === 0
      ? []
      : await call<RegisteredBody[]>("reference", "registerOrganizations", [...departments.values()]);
  const bodyOf = new Map([...departments.keys()].map((code, index) => [code, organizations[index]!]));
  const citations = accepted.flatMap((item) => item.citations);
  const bases = citations.length === 0 ? [] : await call<BasisPeriod[]>("reference", "registerLegalBases", citations);
  const basisOf = new Map(citations.map((citation, index) => [citation, bases[index]!]));
  const linked = await resolveMatters(accepted, call);
  return items.map((item) => {
    if (item.divisionCode !== undefined && !known.has(item.divisionCode))
      return new RowRefused("division", "DIVISION_UNKNOWN", "Use a division of the national table (GB/T 2260).");
    const cited = item.citations.map((citation) => basisOf.get(citation)!);
    const dept = item.deptCode === undefined ? undefined : bodyOf.get(item.deptCode);
    const otherName = dept && otherNameNotice("dept", item.deptName, dept);
    if (otherName) notice(item, otherName);
    return {
      ...item,
      deptId: dept?.id,
      bases: [...new Map(cited.map((basis) => [basis.id, basis])).values()],
      ...(item.matterCodes === undefined ? {} : { matters: linked(item) }),
    };
  });
}

/** Inserts new services; a changed one becomes the next version; an equal one is left alone, but for links to matters that came since. */
async function writeItems(
  trx: Knex.Transaction,
  items: readonly ServiceItem[],
  { today }: ImportContext,
): Promise<{ accepted: number; unchanged: number }> {
  // One row per service: the last of equal rows of a file.
  const last = [...new Map(items.map((item) => [item.code, item])).values()];
  await keepPeriods(
    trx,
    items.flatMap(({ bases = [] }) => bases),
  );
  const accepted = await upsertServices(
    trx,
    last.map((item) => toRecord(item, today)),
  );
  await replaceLinks(
    trx,
    last.flatMap(({ code, listState, matters }) => {
      // Cleared away: nothing refers to it (N3). Without codes the row says nothing of links.
      if (listState === ListState.REMOVED) return [{ code, matters: [] }];
      return matters === undefined ? [] : [{ code, matters: [...matters.values()].flat() }];
    }),
  );
  return { accepted, unchanged: items.length - accepted };
}

const toRecord = ({ matters: _links, ...item }: ServiceItem, today: LocalDate): ListedService => {
  const bases = (item.bases ?? []).map(({ id }) => id);
  return {
    code: item.code,
    name: item.name,
    divisionCode: item.divisionCode,
    timeLimitDays: item.timeLimit?.amount,
    timeLimitUnit: item.timeLimit?.unit ?? LimitUnit.WORKING_DAY,
    timeLimitExplain: item.timeLimitExplain,
    feeNature: item.feeNature,
    feeBasis: item.feeBasis,
    feeStandard: item.feeStandard,
    commissionedBy: item.commissionedBy,
    resultName: item.resultName,
    resultValidity: item.resultValidity,
    qualification: [...item.qualification],
    applicantMayDoItself: item.applicantMayDoItself,
    listState: item.listState,
    version: 1,
    effectiveFrom: today,
    effectiveTo: undefined,
    removalDocument: item.removalDocument,
    approvalDeptId: item.deptId,
    approvalDeptName: item.deptName,
    linkedMatterNames: [...item.matterNames],
    legalBasisIds: bases,
    contentHash: createHash("sha256")
      .update(JSON.stringify({ ...item, bases }))
      .digest("hex"),
  };
};

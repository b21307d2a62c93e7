/** Import of a list of intermediary services, as prefectures publish it (国办发〔2015〕31号). */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import type { LocalDate } from "../../../platform/domain/index.js";
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import {
  RowRefused,
  otherNameOf,
  type ImportContext,
  type ImportKind,
  type RegisteredBody,
  type ResolveContext,
} from "../../../platform/import/index.js";
import { acceptService, type ServiceItem } from "./accept-service.js";
import { ListState } from "./intermediary-service.enums.js";
import { SERVICE_FIELDS } from "./intermediary-service.fields.js";
import { noticesOfMatters, resolveMatters } from "./intermediary-service.linked-matters.js";
import { replaceLinks } from "./intermediary-service.links.repository.js";
import {
  heldByOtherBodies,
  keepPeriods,
  upsertServices,
  type BasisPeriod,
  type ListedService,
} from "./intermediary-service.list.repository.js";

/** Rows of a list of intermediary services. */
export const intermediaryServiceImport: ImportKind<ServiceItem> = {
  kind: "intermediary-services",
  fields: SERVICE_FIELDS,
  keyOf: ({ code, division, name }) => code?.normalize("NFKC").toUpperCase() ?? `${division} ${name}`,
  accept: acceptService,
  owner: {
    field: "deptCode",
    nameField: "dept",
    codeOf: ({ deptCode }) => deptCode,
    heldByOthers: (items, db) => heldByOtherBodies(db, items),
  },
  resolve: resolveItems,
  undo: {
    table: "intermediary_services",
    key: "code",
    sets: [{ table: "service_matter_links", of: "service_code" }],
    namedBy: ["provided_services", "engagements", "intermediary_procurements", "matter_demands"].map((table) => ({
      table,
      column: "service_code",
      mayChange: true,
    })),
  },
  noticesOf: noticesOfMatters,
  write: writeItems,
};

/** Asks reference which divisions exist, and for the bodies and laws that the rows cite; matters for the matters of codes. */
async function resolveItems(
  items: readonly ServiceItem[],
  { call, source, notice, bodies }: ResolveContext<ServiceItem>,
): Promise<(ServiceItem | Error)[]> {
  const codes = [...new Set(items.flatMap(({ divisionCode }) => divisionCode ?? []))];
  const known = new Set(codes.length === 0 ? [] : await call<string[]>("reference", "knownDivisions", codes));
  const accepted = items.filter(({ divisionCode }) => divisionCode === undefined || known.has(divisionCode));
  const withCode = accepted.flatMap(({ deptCode, ...item }) => (deptCode === undefined ? [] : [{ ...item, deptCode }]));
  for (const { deptCode, deptName } of withCode) bodies.first(deptCode, deptName);
  const departments = new Map(
    withCode.map(({ deptCode: code, divisionCode }) => [
      code,
      { code, name: bodies.first(code) ?? code, divisionCode, source },
    ]),
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
    const otherName = dept && otherNameOf(namedCodeOf(item, bodies), dept);
    if (otherName instanceof RowRefused) return otherName;
    if (otherName) notice(item, otherName);
    return {
      ...item,
      deptId: dept?.id,
      bases: [...new Map(cited.map((basis) => [basis.id, basis])).values()],
      ...(item.matterCodes === undefined ? {} : { matters: linked(item) }),
    };
  });
}

const namedCodeOf = (
  { deptCode = "", deptName }: ServiceItem,
  bodies: ResolveContext<ServiceItem>["bodies"],
): Parameters<typeof otherNameOf>[0] => ({
  field: "deptCode",
  nameField: "dept",
  code: deptCode,
  name: deptName,
  firstName: bodies.first(deptCode),
});

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

/** What is kept of a matter's content as JSON, in service_matters and in every version; SQL that looks into it stands here too (decision 33). */
import { storedShape } from "../../../platform/database/index.js";
import type { DeptType, HandleArea, OnlineDepth, PowerSource } from "./competence.enums.js";
import type { MatterContent, ProcessStep } from "./matter.js";
import {
  channelsOf,
  feeOf,
  limitOfStored,
  materialOf,
  resultOf,
  stepOf,
  storedLimit,
  storedMaterial,
  type StoredChannelsV1,
  type StoredFeeV1,
  type StoredLimitV1,
  type StoredMaterialV1,
  type StoredMaterialV2,
  type StoredMatterStepV1,
  type StoredResultV1,
} from "./matter-parts.stored.js";

/** A matter's content, version 1. */
export interface StoredMatterV1 {
  readonly statutory?: StoredLimitV1;
  readonly promised?: StoredLimitV1;
  readonly deptType?: "STATUTORY_BODY" | "AUTHORISED_ORGANIZATION" | "ENTRUSTED_ORGANIZATION";
  readonly entrustName?: string;
  readonly powerSource?:
    | "OWN_LEVEL"
    | "DELEGATED_FROM_ABOVE"
    | "AUTHORISED_FROM_ABOVE"
    | "AUTHORISED_BY_PEER"
    | "ENTRUSTED_FROM_ABOVE"
    | "ENTRUSTED_BY_PEER";
  readonly jointDeptIds?: readonly string[];
  readonly onlineDepth?: readonly (
    "CONSULTATION" | "RECEIPT" | "PRE_EXAMINATION" | "ACCEPTANCE" | "HANDLING" | "RESULT" | "LICENCE" | "OTHER"
  )[];
  readonly handleArea?:
    "NATION" | "ACROSS_PROVINCES" | "ACROSS_CITIES" | "ACROSS_COUNTIES" | "ACROSS_TOWNS" | "ACROSS_VILLAGES";
  readonly limitExplain?: string;
  /** Called visitReason since. */
  readonly limitSceneExplain?: string;
  readonly acceptCondition?: string;
  readonly conditions: readonly { readonly id: string; readonly name: string }[];
  readonly materials: readonly StoredMaterialV1[];
  readonly steps: readonly StoredMatterStepV1[];
  readonly fees: readonly StoredFeeV1[];
  readonly result?: StoredResultV1;
  readonly channels?: StoredChannelsV1;
  readonly faqs: readonly { readonly question: string; readonly answer: string }[];
  readonly consultPhone?: string;
  readonly complaintPhone?: string;
}

/** A matter's content, version 2: with commitments that may stand for materials. */
export interface StoredMatterV2 extends Omit<StoredMatterV1, "materials"> {
  readonly materials: readonly StoredMaterialV2[];
}

/** A matter's content. */
export const STORED_MATTER = storedShape<MatterContent, StoredMatterV2>({
  places: ["service_matters.content", "service_matter_versions.content", "matter_drafts.content"],
  upgrades: [(older: StoredMatterV1): StoredMatterV2 => older],
  toStored: (content) => ({
    statutory: content.statutory && storedLimit(content.statutory),
    promised: content.promised && storedLimit(content.promised),
    deptType: content.deptType,
    entrustName: content.entrustName,
    powerSource: content.powerSource,
    jointDeptIds: content.jointDeptIds,
    onlineDepth: content.onlineDepth,
    handleArea: content.handleArea,
    limitExplain: content.limitExplain,
    limitSceneExplain: content.visitReason,
    acceptCondition: content.acceptCondition,
    conditions: content.conditions.map(({ id, name }) => ({ id, name })),
    materials: content.materials.map(storedMaterial),
    steps: content.steps.map(stepOf),
    fees: content.fees.map(feeOf),
    result: content.result && resultOf(content.result),
    channels: content.channels && channelsOf(content.channels),
    faqs: content.faqs.map(({ question, answer }) => ({ question, answer })),
    consultPhone: content.consultPhone,
    complaintPhone: content.complaintPhone,
  }),
  toDomain: (stored) => ({
    statutory: stored.statutory && limitOfStored(stored.statutory),
    promised: stored.promised && limitOfStored(stored.promised),
    deptType: stored.deptType as DeptType | undefined,
    entrustName: stored.entrustName,
    powerSource: stored.powerSource as PowerSource | undefined,
    jointDeptIds: stored.jointDeptIds && [...stored.jointDeptIds],
    onlineDepth: stored.onlineDepth as OnlineDepth[] | undefined,
    handleArea: stored.handleArea as HandleArea | undefined,
    limitExplain: stored.limitExplain,
    visitReason: stored.limitSceneExplain,
    acceptCondition: stored.acceptCondition,
    conditions: stored.conditions.map(({ id, name }) => ({ id, name })),
    materials: stored.materials.map(materialOf),
    steps: stored.steps.map(stepOf),
    fees: stored.fees.map(feeOf),
    result: stored.result && resultOf(stored.result),
    channels: stored.channels && channelsOf(stored.channels),
    faqs: stored.faqs.map(({ question, answer }) => ({ question, answer })),
    consultPhone: stored.consultPhone,
    complaintPhone: stored.complaintPhone,
  }),
});

/** What an export has no columns for. */
const PARTS: readonly (keyof StoredMatterV2)[] = [
  ...(["conditions", "materials", "steps", "fees", "faqs", "jointDeptIds"] as const),
];

/** SQL of the content of an export with the parts that are there and of which it can say nothing; columns as SQL names them. */
export const withStoredParts = (exported: string, stored: string): string =>
  `(${exported} || coalesce((select jsonb_object_agg(part.key, part.value) from jsonb_each(${stored}) part where part.key in (${PARTS.map((part) => `'${part}'`).join(", ")})), '{}'::jsonb))`;

/** SQL condition: a material can be replaced by this type of licence; bind what `materialsWith` gives. Served by an index. */
export const MATERIALS_HOLD_SQL = "content->'materials' @> ?::jsonb";

/** Binding of MATERIALS_HOLD_SQL. */
export const materialsWith = (licenceType: string): string =>
  JSON.stringify([{ licenceType }] satisfies Partial<StoredMaterialV2>[]);

/** SQL of whether the promise is longer than the law allows; false where units differ or one of them is not there. */
export const PROMISE_EXCEEDS_SQL = `coalesce(content#>>'{promised,unit}' = content#>>'{statutory,unit}'
        and (content#>>'{promised,amount}')::int > (content#>>'{statutory,amount}')::int, false)`;

/** SQL of the promise in days, null where there is none. */
export const PROMISED_DAYS_SQL = `case content->'promised'->>'unit' when 'IMMEDIATE' then 0 when 'MONTH' then 30 * (content->'promised'->>'amount')::numeric when 'HOUR' then round((content->'promised'->>'amount')::numeric / 24, 2)
  else (content->'promised'->>'amount')::numeric end`;

/** SQL of a version's steps as JSON, for `stepsOfStored`; needs `service_matter_versions as v`. */
export const VERSION_STEPS_SQL = "v.content->'steps'";

/** SQL of a version's steps as rows `l` with "workingDays"; needs `service_matter_versions as v`. */
export const VERSION_STEP_ROWS_SQL = `jsonb_to_recordset(${VERSION_STEPS_SQL}) as l(name text, "workingDays" numeric)`;

/** The steps that VERSION_STEPS_SQL read; none where there is no version. */
export const stepsOfStored = (kept: readonly StoredMatterStepV1[] | null): ProcessStep[] => (kept ?? []).map(stepOf);

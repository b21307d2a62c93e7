/** Import of the basic catalogue that agencies implement, from the national exchange tables (up_task_directory) or a list. */
import { createHash } from "node:crypto";
import { parseCatalogCode } from "../../../platform/domain/index.js";
import {
  RowRefused,
  citationsIn,
  coded,
  dayOf,
  endOf,
  everyField,
  required,
  type Citation,
  type ImportContext,
  type ImportKind,
  type MappedRow,
  type RowContext,
  type RowNotice,
  type WriteResult,
} from "../../../platform/import/index.js";
import { acceptedLevels, acceptedState, acceptedType } from "../matter/matter.words.js";
import { TaskState, type TaskType, type UseLevel } from "../matter/matter.enums.js";
import { writeItems, type ImportedItem } from "./catalogue-import.repository.js";

/** A checked row; the laws are resolved by reference. */
interface CatalogueRow {
  readonly catalogCode: string;
  readonly taskName: string;
  readonly taskType: TaskType;
  readonly useLevels: readonly UseLevel[];
  readonly recordedState: TaskState;
  readonly effectiveFrom?: string;
  readonly cancelledOn?: string;
  /** Cancelled without a day: since the day of the import that says so first. */
  readonly cancelled: boolean;
  readonly citations: readonly Citation[];
  /** True where laws are named in a form that can not be read. */
  readonly unreadable: boolean;
  readonly legalBasisIds?: readonly string[];
}

/** Of what the exchange does with a row, only the end of an item is another state: nothing is ever dropped. */
const OPERATIONS: Readonly<Record<string, boolean>> = {
  I: false,
  U: false,
  D: true,
  新增: false,
  修改: false,
  删除: true,
};

/** Rows of the basic catalogue. */
export const catalogueImport: ImportKind<CatalogueRow> = {
  kind: "catalogue",
  fields: {
    catalogCode: {
      doc: "Code of 12 characters; local codes of other lengths are no catalogue codes.",
      columns: ["CATALOG_CODE", "基本编码", "目录编码"],
      required: true,
      holds: "CODE",
    },
    taskName: { doc: "Name of the item.", columns: ["TASK_NAME", "事项名称"], required: true },
    taskType: {
      doc: "Type: two-digit national code or its Chinese name.",
      columns: ["TASK_TYPE", "事项类型"],
      required: true,
      holds: "CODE",
    },
    legalBasis: {
      several: true,
      doc: "Laws on which it rests, each as 《law》第…条; anything else is a notice.",
      columns: ["BY_LAW", "设定依据"],
    },
    useLevel: {
      several: true,
      doc: "Levels that may implement it: 1 national to 6 village, or 国家级, 省级 and so on, separated by comma or ^.",
      columns: ["USE_LEVEL", "行使层级"],
      holds: "CODE",
    },
    taskState: {
      assumed: "在用",
      doc: "State: 1 在用, 2 暂停, 3 取消. A cancelled item stays, with its last version.",
      columns: ["TASK_STATE", "事项状态"],
      holds: "CODE",
    },
    planEffectiveDate: {
      doc: "First day on which it is in force.",
      columns: ["PLAN_EFFECTIVE_DATE", "计划生效日期", "生效日期"],
      holds: "CODE",
    },
    planCancelDate: {
      doc: "First day on which it is no more in force. Of a cancelled item without it, the day of the import that says so first.",
      columns: ["PLAN_CANCEL_DATE", "计划取消日期", "取消日期"],
      holds: "CODE",
    },
    operation: {
      doc: "What the exchange does with the row: I, U or D (新增, 修改, 删除). What it deletes is cancelled, and stays.",
      columns: ["CD_OPERATION", "同步类型"],
      holds: "CODE",
    },
  },
  keyOf: ({ catalogCode }) => catalogCode?.normalize("NFKC").trim().toUpperCase(),
  accept: acceptRow,
  resolve: resolveRows,
  noticesOf,
  write: writeRows,
};

function acceptRow(row: MappedRow, { today, notice }: RowContext): CatalogueRow {
  const { catalogCode, taskName, taskType, useLevels, state, deleted, effectiveFrom, cancelledOn } = everyField({
    catalogCode: () =>
      parseCatalogCode(
        required(row, "catalogCode", "CODE_MISSING", "Give the catalogue code of 12 characters (基本编码)."),
        "catalogCode",
      ),
    taskName: () => required(row, "taskName", "NAME_MISSING", "Give the name of the item."),
    taskType: () => acceptedType(row["taskType"]),
    useLevels: () => acceptedLevels(row["useLevel"]),
    state: () => acceptedState(row["taskState"]),
    deleted: () => coded(OPERATIONS, "operation", row["operation"], "OPERATION_UNKNOWN") ?? false,
    effectiveFrom: () => dayOf("planEffectiveDate", row["planEffectiveDate"]),
    cancelledOn: () => endOf("planCancelDate", row["planCancelDate"], notice),
  });
  if (effectiveFrom !== undefined && cancelledOn !== undefined && cancelledOn < effectiveFrom)
    throw new RowRefused("planCancelDate", "DATES_OUT_OF_ORDER", "It can not end before it begins: correct the days.");
  const cancelled = deleted || state === TaskState.CANCELLED;
  if (cancelled && cancelledOn !== undefined && cancelledOn > today)
    throw new RowRefused(
      "planCancelDate",
      "CANCELLED_IN_FUTURE",
      "It is cancelled, and the day of it is to come: correct the one or the other.",
    );
  const citations = citationsIn(row["legalBasis"] ?? "");
  return {
    catalogCode,
    taskName,
    taskType,
    useLevels,
    recordedState: state === TaskState.SUSPENDED ? state : TaskState.IN_USE,
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(cancelledOn === undefined ? {} : { cancelledOn }),
    cancelled,
    citations,
    unreadable: row["legalBasis"] !== undefined && citations.length === 0,
  };
}

/** Asks reference for the laws that the rows cite. */
async function resolveRows(items: readonly CatalogueRow[], { call }: ImportContext): Promise<CatalogueRow[]> {
  const citations = items.flatMap((item) => item.citations);
  const bases =
    citations.length === 0 ? [] : await call<{ id: string }[]>("reference", "registerLegalBases", citations);
  const idOf = new Map(citations.map((citation, index) => [citation, bases[index]!.id]));
  return items.map((item) => ({
    ...item,
    legalBasisIds: [...new Set(item.citations.map((citation) => idOf.get(citation)!))],
  }));
}

function noticesOf({ unreadable }: CatalogueRow): RowNotice[] {
  return unreadable
    ? [
        {
          field: "legalBasis",
          rule: "LEGAL_BASIS_UNREADABLE",
          remedy: "Cite each law as 《name》第…条: the item is loaded without a basis.",
        },
      ]
    : [];
}

/** One row per item: the last of equal rows of a file. */
async function writeRows(
  trx: Parameters<typeof writeItems>[0],
  items: readonly CatalogueRow[],
  { today }: ImportContext,
): Promise<WriteResult> {
  const last = new Map(items.map((item) => [item.catalogCode, toItem(item)]));
  const accepted = await writeItems(trx, [...last.values()], today);
  return { accepted, unchanged: items.length - accepted };
}

const toItem = ({ citations: _citations, unreadable: _unreadable, ...item }: CatalogueRow): ImportedItem => ({
  catalogCode: item.catalogCode,
  taskName: item.taskName,
  taskType: item.taskType,
  useLevels: [...item.useLevels],
  legalBasisIds: [...(item.legalBasisIds ?? [])],
  recordedState: item.recordedState,
  effectiveFrom: item.effectiveFrom,
  cancelledOn: item.cancelledOn,
  cancelled: item.cancelled,
  contentHash: createHash("sha256").update(JSON.stringify(item)).digest("hex"),
});

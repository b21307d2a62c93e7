/** Import of service matters from the national exchange tables (up_task_general_basic) or a simple Chinese list. */
import { createHash } from "node:crypto";
import {
  RowRefused,
  extended,
  otherNameOf,
  type ImportContext,
  type ImportKind,
  type MappedRow,
  type RegisteredBody,
  type ResolveContext,
  type WriteResult,
} from "../../../platform/import/index.js";
import { acceptMatter, type MatterItem } from "./accept-matter.js";
import { MATTER_FIELDS } from "./matter-fields.js";
import { findMatterIds } from "./matter-ids.repository.js";
import { heldByOtherBodies, writeMatters, type ImportedMatter } from "./matter-import.repository.js";
import { STORED_MATTER } from "./matter.stored.js";

/** Rows of a list of matters. */
export const matterImport: ImportKind<MatterItem> = {
  kind: "matters",
  fields: MATTER_FIELDS,
  keyOf: keyOfRow,
  accept: acceptMatter,
  owner: {
    field: "deptCode",
    nameField: "deptName",
    codeOf: ({ deptCode }) => deptCode,
    heldByOthers: (items, db) =>
      heldByOtherBodies(
        db,
        items.map(({ id, deptId }) => ({ id: id!, deptId })),
      ),
  },
  undo: {
    table: "service_matters",
    key: "id",
    versions: { table: "service_matter_versions", of: "matter_id", columns: ["task_name", "status", "content"] },
    namedBy: ["service_cases", "service_ratings", "electronic_licences", "service_bundle_matters", "matter_drafts"].map(
      (table) => ({
        table,
        column: "matter_id",
        mayChange: true,
      }),
    ),
    namedElsewhere: { batch: "namedMatters", services: ["credit", "funds", "intermediary"] },
  },
  resolve: resolveItems,
  write: writeItems,
};

/** Lengths of national codes: of an implementation, and of a handling item. */
const NATIONAL: ReadonlySet<number> = new Set([31, 33]);

/** The code, and beside a local one its body, by the organisation code in whichever code it has (GB 32100-2015: characters 9 to 17). */
function keyOfRow({ handlingItem, taskCode, deptCode }: MappedRow): string | undefined {
  const fold = (code: string | undefined): string => code?.normalize("NFKC").trim().toUpperCase() ?? "";
  const code = fold(handlingItem ?? taskCode);
  if (code === "") return undefined;
  const body = fold(deptCode).replace("-", "");
  return NATIONAL.has(code.length) ? code : `${code} ${body.length === 18 ? body.slice(8, 17) : body}`;
}

/** The name beside the code, where the row has one. */
const nameOfBody = ({ deptCode, deptName }: MatterItem): string | undefined =>
  deptName === deptCode ? undefined : deptName;

/** Asks reference which divisions exist, and which organisations the codes stand for. */
async function resolveItems(
  items: readonly MatterItem[],
  { call, source, db, notice, bodies }: ResolveContext<MatterItem>,
): Promise<(MatterItem | Error)[]> {
  const known = new Set(
    await call<string[]>("reference", "knownDivisions", [...new Set(items.map(({ divisionCode }) => divisionCode))]),
  );
  const accepted = items.filter(({ divisionCode }) => known.has(divisionCode));
  for (const item of accepted) bodies.first(item.deptCode, nameOfBody(item));
  const registrations = new Map(
    accepted.map(({ deptCode, divisionCode }) => [
      deptCode,
      { code: deptCode, name: bodies.first(deptCode) ?? deptCode, divisionCode, source },
    ]),
  );
  const organizations = await call<RegisteredBody[]>("reference", "registerOrganizations", [...registrations.values()]);
  const byCode = new Map([...registrations.keys()].map((code, index) => [code, organizations[index]!]));
  const bodyOf = ({ deptCode }: MatterItem): RegisteredBody => byCode.get(deptCode)!;
  const ids = await findMatterIds(
    db,
    accepted.map((item) => extended(item, { deptId: bodyOf(item).id })),
  );
  return items.map((item) => {
    if (!known.has(item.divisionCode))
      return new RowRefused("division", "DIVISION_UNKNOWN", "Use a division of the national table (GB/T 2260).");
    const dept = bodyOf(item);
    const named = { field: "deptCode", nameField: "deptName", code: item.deptCode, name: nameOfBody(item) };
    const otherName = otherNameOf({ ...named, firstName: bodies.first(item.deptCode) }, dept);
    if (otherName instanceof RowRefused) return otherName;
    if (otherName) notice(item, otherName);
    const deptId = dept.id;
    return { ...item, id: ids({ ...item, deptId }), deptId, deptUscc: dept.uscc };
  });
}

/** One row per matter: the last of equal rows of a file. */
async function writeItems(
  trx: Parameters<typeof writeMatters>[0],
  items: readonly MatterItem[],
  { today }: ImportContext,
): Promise<WriteResult> {
  const last = new Map(items.map((item) => [item.id, toImported(item)]));
  const accepted = await writeMatters(trx, [...last.values()], today);
  return { accepted, unchanged: items.length - accepted };
}

const toImported = (item: MatterItem): ImportedMatter => ({
  id: item.id!,
  taskCode: item.taskCode,
  handlingItemCode: item.handlingItemCode,
  localTaskCode: item.localTaskCode,
  catalogCode: item.catalogCode,
  taskName: item.taskName,
  taskType: item.taskType,
  taskState: item.taskState,
  deptId: item.deptId!,
  deptUscc: item.deptUscc,
  divisionCode: item.divisionCode,
  useLevel: item.useLevel,
  serves: [...item.serves],
  handlingType: item.handlingType,
  visits: item.visits,
  isFee: item.isFee,
  isOnline: item.isOnline,
  themes: [...(item.themes ?? [])],
  content: STORED_MATTER.write(item.content),
  contentHash: createHash("sha256").update(JSON.stringify(item)).digest("hex"),
});

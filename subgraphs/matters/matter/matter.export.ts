/** Exchange file of published matters (国家政务服务平台 C0109, up_task_general_basic). */
import { division12 } from "../../../platform/domain/index.js";
import type { ExportedRow, ExportKind } from "../../../platform/export/index.js";
import { matterCells, partsWithoutColumns } from "./matter-cells.js";
import { MATTER_FIELDS } from "./matter-fields.js";
import { publicMattersQuery, toMatter } from "./matter.repository.js";
import type { MatterRow } from "./matter.rows.js";
import { webAddress } from "./web-address.js";

/** How reference names a body. */
interface CodedBody {
  readonly code: string;
  /** Undefined where the register is not asked: a code is enough to load the row again. */
  readonly name?: string;
}

/** Rows of the table: every field that the import knows has its column. */
export const matterExport: ExportKind<MatterRow> = {
  kind: "matters",
  fields: MATTER_FIELDS,
  written: Object.keys(MATTER_FIELDS),
  reasons: {
    CODE_UNKNOWN: "the register has no code of the implementing body, or the matter has none.",
    BODY_NAME: "the name of the implementing body is the register's; its code is in the row.",
    ADDRESS: "an address is no web address and is shown to nobody.",
    PARTS:
      "materials, conditions, steps, fees, questions or bases have no columns in this table; loaded over them, the file leaves them as they are.",
  },
  publicRows: publicMattersQuery,
  async toRows(rows, { call }) {
    const ids = [...new Set(rows.map(({ dept_id: id }) => id))];
    const found = await call<(CodedBody | null)[]>("reference", "organizationCodes", ids);
    const bodies = new Map(ids.map((id, index) => [id, found[index] ?? undefined]));
    return rows.map((row) => toRow(row, bodies.get(row.dept_id) ?? codeOfRow(row)));
  },
};

/** The credit code that a matter keeps of its body. */
const codeOfRow = ({ dept_uscc: code }: MatterRow): CodedBody | undefined => (code === null ? undefined : { code });

const toRow = (row: MatterRow, body: CodedBody | undefined): ExportedRow => {
  const matter = toMatter(row);
  const code = matter.taskCode ?? matter.handlingItemCode?.slice(0, 31) ?? matter.localTaskCode;
  if (body === undefined || code === undefined) return { withheld: "CODE_UNKNOWN" };
  const { webAddress: link, mobileAddress: mobile } = matter.channels ?? {};
  const [linkAddr, mobileTerminalUrl] = [webAddress(link), webAddress(mobile)];
  return {
    cells: {
      ...matterCells(matter),
      taskCode: code,
      handlingItem: matter.handlingItemCode,
      deptCode: body.code,
      deptName: body.name,
      division: division12(matter.divisionCode),
      linkAddr,
      mobileTerminalUrl,
    },
    leftOut: [
      ...(body.name === undefined ? ["BODY_NAME"] : []),
      ...(link === linkAddr && mobile === mobileTerminalUrl ? [] : ["ADDRESS"]),
      ...(partsWithoutColumns(matter) ? ["PARTS"] : []),
    ],
  };
};

/** What exchange files of licences and penalties have alike: a body, a decision, an authority (双公示, XK_* and CF_*); no person. */
import { codeOf, type ExportedCells, type ExportedRow, type ExportContext } from "../../../platform/export/index.js";
import type { LicenceRow } from "../licence/licence.repository.js";
import type { PenaltyRow } from "../penalty/penalty.js";
import { namesOf } from "./counterparty.js";
import { TYPES } from "./counterparty.words.js";

/** Our fields of both tables that are written, before those of each. */
export const RECORD_WRITTEN = [
  ...["name", "type", "uscc", "orgCode", "legalRep", "docNo"],
  ...["decisionDate", "publishedOn", "authorityUscc", "division", "sourceUnit"],
] as const;

/** Why a record, or a value of one, is not in the file. */
export const RECORD_REASONS = {
  PERSON: "they are about natural persons, of whom the public sees the surname alone.",
  CODE_UNKNOWN: "the register has no code of the body, and bodies are never matched by name.",
} as const;

type RecordRow = LicenceRow | PenaltyRow;

/** How reference names a body without credit code. */
interface CodedBody {
  readonly code: string;
  readonly scheme: string;
}

/** Organisation codes of the bodies that have no credit code, by id. */
const organizationCodesOf = async (
  rows: readonly RecordRow[],
  { call }: ExportContext,
): Promise<ReadonlyMap<string, string>> => {
  const ids = [
    ...new Set(rows.flatMap(({ counterparty_uscc: uscc, counterparty_id: id }) => (uscc === null && id ? [id] : []))),
  ];
  if (ids.length === 0) return new Map();
  const bodies = await call<(CodedBody | null)[]>("reference", "organizationCodes", ids);
  return new Map(
    ids.flatMap((id, index) => {
      const body = bodies[index];
      return body?.scheme === "ORG9" ? [[id, body.code] as const] : [];
    }),
  );
};

/** The rows of a page, with what `more` says of each beside what all records have. */
export const recordRows = async <Row extends RecordRow>(
  rows: readonly Row[],
  context: ExportContext,
  more: (row: Row) => { readonly cells: ExportedCells; readonly leftOut?: readonly string[] },
): Promise<ExportedRow[]> => {
  const codes = await organizationCodesOf(rows, context);
  return rows.map((row) => {
    const { counterpartyName, legalRepName } = namesOf(row);
    if (counterpartyName === undefined) return { withheld: "PERSON" };
    const uscc = row.counterparty_uscc ?? undefined;
    const orgCode = uscc === undefined ? codes.get(row.counterparty_id ?? "") : undefined;
    if (uscc === undefined && orgCode === undefined) return { withheld: "CODE_UNKNOWN" };
    const { cells, ...others } = more(row);
    return {
      ...others,
      cells: {
        name: counterpartyName,
        type: codeOf(TYPES, row.counterparty_type),
        uscc,
        orgCode,
        legalRep: legalRepName,
        docNo: row.doc_no,
        decisionDate: row.decision_date,
        publishedOn: row.publication_day_known ? (row.published_on ?? undefined) : undefined,
        authorityUscc: row.authority_uscc,
        division: row.division_code,
        sourceUnit: row.source_unit ?? undefined,
        ...cells,
      },
    };
  });
};

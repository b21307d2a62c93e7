/** Public free texts of every service, by table and column, and the check of persons (decision 137) over what is stored in them: seeds and imports alike. */
import { privacyFindings, type PrivacyKind } from "../platform/domain/index.js";
import { eachRow, type DataRule } from "../platform/subgraph/index.js";
import type { DemonstrationWorld } from "./demonstration.js";

/** Columns of a table that everybody reads once their row is public; `natural` where citizens wrote or are written of. */
interface PublicTexts {
  readonly key: string;
  readonly columns: readonly string[];
  readonly natural?: true;
}

/** By service and table. Closed columns do not stand here: persons belong into them. */
export const PUBLIC_TEXTS: Readonly<Record<string, Readonly<Record<string, PublicTexts>>>> = {
  reference: { apps: { key: "client_id", columns: ["name", "purpose"] } },
  matters: {
    consultations: { key: "id", columns: ["public_question", "public_answer"], natural: true },
    service_ratings: { key: "id", columns: ["shown_comment", "measures"], natural: true },
    service_matters: { key: "id", columns: ["task_name"] },
  },
  intermediary: {
    intermediary_procurements: { key: "project_no", columns: ["state_reason"] },
    intermediary_sanctions: { key: "id", columns: ["reason"] },
    intermediary_services: { key: "code", columns: ["fee_basis"] },
  },
  credit: {
    licences: { key: "id", columns: ["content", "withdraw_reason"] },
    penalties: { key: "id", columns: ["violation_type", "facts", "content", "withdraw_reason"] },
    list_entries: { key: "id", columns: ["reason"] },
    commitments: { key: "id", columns: ["text"] },
  },
  funds: {
    fund_projects: { key: "project_code", columns: ["content", "targets", "results", "acceptance"] },
    performance_evaluations: { key: "id", columns: ["budget_consequence"] },
    fund_publications: { key: "id", columns: ["title"] },
  },
  openness: {
    public_documents: { key: "index_no", columns: ["title", "summary", "body"] },
    policy_interpretations: { key: "id", columns: ["title", "text"] },
    decisions: { key: "id", columns: ["title", "draft", "explanation"] },
    opinions: { key: "id", columns: ["text", "reason"], natural: true },
    agency_list_items: { key: "code", columns: ["name", "content", "supervision", "accountability"] },
    enforcement_bodies: { key: "organ_id", columns: ["remedy"] },
    discretion_benchmarks: { key: "id", columns: ["violation", "circumstance"] },
    enforcement_records: { key: "doc_no", columns: ["content"] },
    regulatory_notices: { key: "id", columns: ["title", "body"] },
    random_inspections: { key: "no", columns: ["title"] },
    cleanup_rounds: { key: "id", columns: ["title", "scope"] },
    cleanup_outcomes: { key: "index_no", columns: ["title", "reason"] },
  },
};

/** A text, where it stands, and whether citizens wrote it or are written of. */
export interface TextRow {
  readonly what: string;
  readonly text: string;
  readonly natural: boolean;
}

/** SQL of the public texts of a service, a row for each: where it stands, and what it says. */
const textsOf = (service: string): string =>
  Object.entries(PUBLIC_TEXTS[service] ?? {})
    .flatMap(([table, { key, columns, natural = false }]) =>
      columns.map(
        (column) =>
          `select '${table} ' || ${key} || ' ${column}' as what, ${column} as text, ${natural} as natural from ${table} where ${column} is not null`,
      ),
    )
    .join(" union all ");

/** A text in which something of a person stands: its place and the kinds, never the words. */
export interface TextWithPersons {
  readonly what: string;
  readonly kinds: readonly PrivacyKind[];
}

const findingOf = ({ what, text, natural }: TextRow, today: string): TextWithPersons | undefined => {
  const kinds = [...new Set(privacyFindings(text, { today, natural }).map(({ kind }) => kind))].sort();
  return kinds.length === 0 ? undefined : { what, kinds };
};

/** The public texts of a service in which something of a person stands, and how many were looked at. */
export const textsWithPersons = async (
  read: (sql: string) => Promise<readonly TextRow[]>,
  service: string,
  today: string,
): Promise<{ readonly texts: number; readonly found: readonly TextWithPersons[] }> => {
  const rows = await read(textsOf(service));
  return { texts: rows.length, found: rows.flatMap((row) => findingOf(row, today) ?? []) };
};

/** The rule that no public text of a service's demonstration holds anything of a person. */
export const holdsNoPersons = (service: string): DataRule<DemonstrationWorld> =>
  eachRow<TextRow, DemonstrationWorld>({
    name: "no-public-text-holds-a-person",
    holds: "No text that everybody reads holds numbers, homes, illness, welfare or childhood of a person.",
    reason: "Free text is where secrets hide, and what was published once is not taken back.",
    source: "政府信息公开条例 第十五条 (国令第711号), 个人信息保护法 第二十八条",
    rows: textsOf(service),
    breach: ({ today }) => {
      return (row) => {
        const found = findingOf(row, today);
        return found === undefined ? undefined : `${found.what}: ${found.kinds.join(", ")}`;
      };
    },
  });

/** Rules of the field that the demonstration's matters obey. */
import { eachRow, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";

interface DemandedRow {
  readonly task_name: string;
  readonly serves: readonly string[];
  readonly material: string;
}

interface FeeRow {
  readonly task_name: string;
  readonly fee: string;
  readonly standard: string | null;
  readonly basis: string | null;
}

/** All of them. */
export const mattersRules: readonly DataRule<DemonstrationWorld>[] = [
  eachRow<DemandedRow, DemonstrationWorld>({
    name: "materials-fit-the-applicant",
    holds: "No business licence is demanded for what only natural persons apply for.",
    reason: "Whoever asks for a subsistence allowance has no business licence.",
    source: "行政许可法 第三十一条, 社会救助暂行办法 第十一条",
    rows: `select m.task_name, m.serves, material->>'name' as material
      from service_matters m, jsonb_array_elements(m.content->'materials') material`,
    breach:
      () =>
      ({ task_name, serves, material }) =>
        material === "营业执照" && serves.every((type) => type === "NATURAL_PERSON")
          ? `${task_name}: ${material}`
          : undefined,
  }),
  eachRow<FeeRow, DemonstrationWorld>({
    name: "fees-have-a-lawful-basis",
    holds: "Every fee names its standard and a document that sets it; a licence costs nothing unless a law says so.",
    reason: "Article 12 says what may be licensed, and sets no fee; 证照工本费 for licences is gone.",
    source: "行政许可法 第五十八条",
    rows: `select v.task_name, fee->>'name' as fee, fee->>'standard' as standard, fee->>'legalBasisId' as basis
      from service_matter_versions v, jsonb_array_elements(v.content->'fees') fee`,
    breach: ({ legalBases }) => {
      const known = new Set(legalBases.map(({ id }) => id));
      return ({ task_name, fee, standard, basis }) =>
        fee === "证照工本费" || standard === null || !known.has(basis ?? "") || basis?.startsWith("LICENSING-")
          ? `${task_name}: ${fee} by ${basis ?? "no document"}`
          : undefined;
    },
  }),
];

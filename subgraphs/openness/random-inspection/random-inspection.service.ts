/** Finds and lists random inspections for one viewer; what was drawn is told once the results are. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { comeBy, DRAW_ALGORITHM, listHashOf, localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { followsFrom } from "./inspection-draw.js";
import type { RandomInspectionFilter } from "./random-inspection.input.js";
import { WHOSE_INSPECTION_RESULTS } from "./random-inspection.policy.js";
import { drawnObjects, findInspections, visibleInspections } from "./random-inspection.repository.js";
import { INSPECTED_OBJECTS, RANDOM_INSPECTIONS, type RandomInspectionRow } from "./random-inspection.rows.js";
import type { InspectedObject, InspectionDraw, RandomInspection } from "./random-inspection.type.js";

/** An inspection of which the service knows whether the viewer may know what was drawn. */
export type ShownInspection = RandomInspection & { readonly readsDraw: boolean };

/** Service of random inspections. */
export interface RandomInspectionService {
  find(no: string): Promise<ShownInspection | undefined>;
  list(filter: RandomInspectionFilter, page: PageArgs): Promise<Page<ShownInspection>>;
  /** Undefined before the draw, and for whoever may not know of it yet. */
  draw(inspection: ShownInspection): Promise<InspectionDraw | undefined>;
  /** In the order of the draw; none for whoever may not know of them yet. */
  objects(no: string): Promise<InspectedObject[]>;
}

const LATEST_FIRST = [
  { column: "planned_from", direction: "desc" },
  { column: "no", direction: "asc" },
] as const;

/** In the language of its readers; the schema says the same in English. */
const DESCRIPTION =
  "对每户企业各按GOVGRAPH-DRAW-1抽取一次，项目编号为“编号/序号”，序号从1起，已抽中的不再参加；" +
  "每户的检查人员同法抽取，项目编号为“编号/序号/人员序号”，该户已抽中的不再参加。";

const shown = RANDOM_INSPECTIONS.to<ShownInspection>()("publishedOn", "drawnOn", "resultsOn");

/** Creates the service for one request. */
export const createRandomInspectionService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): RandomInspectionService => {
  const day = localDateOf(asOf);
  const asked = { viewer, day };
  const toNode = (row: RandomInspectionRow): ShownInspection =>
    shown(row, {
      ...{ publishedOn: comeBy(row.published_on, day), drawnOn: comeBy(row.drawn_on, day) },
      ...{ resultsOn: comeBy(row.results_on, day), candidateCount: row.candidate_ids.length },
      ...{ candidateListHash: listHashOf(row.candidate_ids), inspectorListHash: listHashOf(row.inspector_numbers) },
      readsDraw: canRead(WHOSE_INSPECTION_RESULTS, { viewer, today: day }, row),
    });
  const byNo = createKeyLoader(
    async (numbers) => (await findInspections(db, asked, numbers)).map(toNode),
    ({ no }) => no,
  );
  const objects = createGroupLoader(
    async (numbers) => (await drawnObjects(db, asked, numbers)).map(INSPECTED_OBJECTS.toRecord),
    ({ inspectionNo }) => inspectionNo,
  );
  return {
    find: (no) => byNo.load(no),
    list: (filter, page) =>
      readPage<RandomInspectionRow, ShownInspection>({
        ...{ orderBy: LATEST_FIRST, ordering: "randomInspections", filter, page, cursors, toNode },
        query: visibleInspections(db, asked, filter),
      }),
    objects: (no) => objects.load(no),
    async draw(inspection) {
      const { drawnOn, sourceValue, candidateIds, inspectorNumbers } = inspection;
      if (!inspection.readsDraw || drawnOn === undefined || sourceValue === undefined) return undefined;
      return {
        ...{
          algorithm: DRAW_ALGORITHM,
          algorithmDescription: DESCRIPTION,
          sourceValue,
          candidateIds,
          inspectorNumbers,
        },
        verified: followsFrom({ ...inspection, sourceValue }, await objects.load(inspection.no)),
      };
    },
  };
};

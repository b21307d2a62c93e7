/** Finds measures by code and lists the catalogue. */
import { createKeyLoader, readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { findMeasures, measuresQuery, toMeasure } from "./measure.repository.js";
import type { Measure } from "./measure.type.js";

/** Service of measures. */
export interface MeasureService {
  /** In the order of the codes; a code that the catalogue does not have is left out. */
  ofCodes(codes: readonly string[]): Promise<Measure[]>;
  list(page: PageArgs): Promise<Page<Measure>>;
}

/** Creates the service for one request. */
export const createMeasureService = ({ db, cursors }: ServiceDependencies): MeasureService => {
  const byCode = createKeyLoader(
    (codes) => findMeasures(db, codes),
    ({ code }) => code,
  );
  return {
    async ofCodes(codes) {
      const found = await Promise.all(codes.map((code) => byCode.load(code)));
      return found.filter((measure) => measure !== undefined);
    },
    list: (page) =>
      readPage({
        query: measuresQuery(db),
        orderBy: [{ column: "code", direction: "asc" }],
        ordering: "measures",
        filter: {},
        page,
        cursors,
        toNode: toMeasure,
      }),
  };
};

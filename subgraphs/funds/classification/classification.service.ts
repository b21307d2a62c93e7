/** Lists the codes of a year's classification. */
import { readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { codesOf, type NamedCode } from "./classification.js";
import { codesQuery } from "./classification.repository.js";
import type { ClassificationCode, ClassificationKind } from "./classification.type.js";

/** Service of classifications. */
export interface ClassificationService {
  /** Codes in order; none for a year whose table is not there. */
  list(year: number, kind: ClassificationKind, page: PageArgs): Promise<Page<ClassificationCode>>;
}

/** Creates the service for one request. */
export const createClassificationService = ({ db, cursors }: ServiceDependencies): ClassificationService => ({
  list(year, kind, page) {
    return readPage<NamedCode, ClassificationCode>({
      query: codesQuery(db, codesOf(kind, year)),
      orderBy: [{ column: "code", direction: "asc" }],
      ordering: "classifications",
      filter: { year, kind },
      page,
      cursors,
      toNode: ({ code, name }) => ({ year, kind, code, name }),
    });
  },
});

/** Lists the codes of a year's classification. */
import { readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { classificationCode, codeAbove, codesBelow, type ClassificationCode } from "./classification.js";
import type { ClassificationKind } from "./classification.enums.js";
import { codesQuery } from "./classification.repository.js";

/** Service of classifications. */
export interface ClassificationService {
  /** Codes in order, those that begin with `under` alone where it is given; none for a year whose table is not there. */
  list(
    year: number,
    kind: ClassificationKind,
    under: string | undefined,
    page: PageArgs,
  ): Promise<Page<ClassificationCode>>;
  /** The nearest code above that the year's table has. */
  above(code: ClassificationCode): ClassificationCode | undefined;
}

/** Creates the service for one request. */
export const createClassificationService = ({ db, cursors }: ServiceDependencies): ClassificationService => ({
  list(year, kind, under, page) {
    const codes = new Map(codesBelow(kind, year, under).map((entry) => [entry.code, entry]));
    return readPage<{ code: string }, ClassificationCode>({
      query: codesQuery(db, [...codes.keys()]),
      orderBy: [{ column: "code", direction: "asc" }],
      ordering: "classifications",
      filter: { year, kind, under },
      page,
      cursors,
      toNode: ({ code }) => classificationCode(year, kind, codes.get(code)!),
    });
  },
  above({ year, kind, code }) {
    const entry = codeAbove(kind, year, code);
    return entry && classificationCode(year, kind, entry);
  },
});

/** Finds interpretations for one viewer, and the documents that are without one. */
import { badInput } from "../../../platform/errors/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { toDocument } from "../public-document/public-document.repository.js";
import type { PublicDocumentRow } from "../public-document/public-document.rows.js";
import type { PublicDocument } from "../public-document/public-document.type.js";
import type { MissingInterpretationArgs, PolicyInterpretationFilter } from "./policy-interpretation.input.js";
import {
  documentsWithout,
  findInterpretations,
  findQuestions,
  interpretationsOf,
  toInterpretation,
  publishedInterpretations,
  type StoredQuestion,
} from "./policy-interpretation.repository.js";
import type { PolicyInterpretationRow } from "./policy-interpretation.rows.js";
import { lastDayOverdue, limitWorkdays } from "./policy-interpretation.js";
import type { PolicyInterpretation } from "./policy-interpretation.type.js";

/** Service of interpretations. */
export interface PolicyInterpretationService {
  find(id: string): Promise<PolicyInterpretation | undefined>;
  /** Published ones. */
  list(filter: PolicyInterpretationFilter, page: PageArgs): Promise<Page<PolicyInterpretation>>;
  /** Those of a document, at most 20. */
  ofDocument(indexNo: string): Promise<PolicyInterpretation[]>;
  /** At most 50. */
  questions(id: string): Promise<StoredQuestion[]>;
  /**
   * Normative documents that are without one after so many working days. Throws BAD_USER_INPUT (CALENDAR_UNPUBLISHED) across a year
   * without published calendar.
   */
  documentsMissing(args: MissingInterpretationArgs): Promise<Page<PublicDocument>>;
}

const LATEST_FIRST = [
  { column: "published_on", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;
const LATEST_DOCUMENT_FIRST = [
  { column: "published_on", direction: "desc" },
  { column: "index_no", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createPolicyInterpretationService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): PolicyInterpretationService => {
  const day = localDateOf(asOf);
  const asked = { viewer, day };
  const byId = createKeyLoader(
    (ids) => findInterpretations(db, asked, ids),
    ({ id }) => id,
  );
  const ofDocument = createGroupLoader(
    (keys) => interpretationsOf(db, asked, keys),
    ({ indexNo }) => indexNo,
  );
  const questions = createGroupLoader(
    (ids) => findQuestions(db, ids),
    ({ interpretationId }) => interpretationId,
  );
  return {
    find: (id) => byId.load(id),
    list: (filter, page) =>
      readPage<PolicyInterpretationRow, PolicyInterpretation>({
        query: publishedInterpretations(db, asked, filter),
        orderBy: LATEST_FIRST,
        ordering: "policyInterpretations",
        filter,
        page,
        cursors,
        toNode: toInterpretation(day),
      }),
    ofDocument: (indexNo) => ofDocument.load(indexNo),
    questions: (id) => questions.load(id),
    async documentsMissing({ olderThanWorkdays, filter: given, ...page }) {
      const workdays = olderThanWorkdays ?? limitWorkdays(day);
      const lastDay = lastDayOverdue(day, workdays);
      if (lastDay === undefined)
        throw badInput(
          "olderThanWorkdays",
          "CALENDAR_UNPUBLISHED",
          "No work calendar is published of a year that would have to be counted through.",
        );
      const filter = given ?? {};
      return readPage<PublicDocumentRow, PublicDocument>({
        query: documentsWithout(db, asked, { lastDay, filter }),
        orderBy: LATEST_DOCUMENT_FIRST,
        ordering: "documentsMissingInterpretation",
        filter: { workdays, filter },
        page,
        cursors,
        toNode: toDocument(day),
      });
    },
  };
};

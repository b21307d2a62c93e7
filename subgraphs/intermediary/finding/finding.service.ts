/** Lists findings for one viewer, as they were last computed. */
import { divisionPrefix } from "../../../platform/auth/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { standsSince, type StandingEntry } from "../bid/bid.policy.js";
import { findingsQuery, listOfStanding, toFinding } from "./finding.repository.js";
import type { FindingRow } from "./finding.rows.js";
import type { FindingRule } from "./finding.enums.js";
import type { IntermediaryFinding } from "./finding.type.js";

/** What a list of findings is asked for. */
export interface FindingQuery {
  readonly division?: string;
  readonly rule?: FindingRule;
}

/** Service of findings. */
export interface FindingService {
  list(query: FindingQuery, page: PageArgs): Promise<Page<IntermediaryFinding>>;
  listOfDivision(code: string, rule: FindingRule | undefined, page: PageArgs): Promise<Page<IntermediaryFinding>>;
  /** What everybody may know of findings that rest on a serious list; none for anything but credit's exact answer. */
  ofSeriousList(intermediaryId: string, standing: StandingEntry): Promise<IntermediaryFinding[]>;
}

/** By rule, then by what it is about. */
const ORDER = [
  { column: "rule", direction: "asc" },
  { column: "finding_id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createFindingService = ({ db, viewer, asOf, cursors }: ServiceDependencies): FindingService => {
  const today = localDateOf(asOf);
  const ofDivision = createParentPages<{ rule?: FindingRule }, FindingRow, IntermediaryFinding>(db, ({ rule }) => ({
    orderBy: ORDER,
    ordering: "findings.division",
    filter: { rule },
    cursors,
    toNode: toFinding,
    counted: true,
    // The parent is the prefix that the division's code stands for.
    query: (parent) => findingsQuery(db, { viewer, today }, { rule, prefix: parent }),
  }));
  // A body has one answer of credit within a request.
  const standing = new Map<string, string>();
  const ofBody = createGroupLoader(
    (bodies) => listOfStanding(db, today, new Map(bodies.map((body) => [body, standing.get(body)!]))),
    ({ intermediaryId = "" }) => intermediaryId,
  );
  return {
    async ofSeriousList(intermediaryId, entry) {
      const since = standsSince(entry);
      if (since === undefined) return [];
      standing.set(intermediaryId, since);
      return ofBody.load(intermediaryId);
    },
    list({ division, rule }, page) {
      const prefix = division === undefined ? undefined : divisionPrefix(division);
      const query = findingsQuery(db, { viewer, today }, { rule, prefix });
      return readPage<FindingRow, IntermediaryFinding>({
        query,
        orderBy: ORDER,
        ordering: "findings",
        filter: { division, rule },
        page,
        cursors,
        toNode: toFinding,
      });
    },
    listOfDivision: (code, rule, page) => ofDivision.load(divisionPrefix(code), { rule }, page),
  };
};

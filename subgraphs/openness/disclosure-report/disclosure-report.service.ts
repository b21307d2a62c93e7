/** Annual reports of requests for information, for everybody alike. */
import { localDateOf } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { countRequests, listClocks } from "./disclosure-report.repository.js";
import type { DisclosureReport, DisclosureTimeliness } from "./disclosure-report.type.js";
import { disclosureTable, type DisclosureReportRow } from "./disclosure-table.js";
import { timelinessOn } from "./disclosure-timeliness.js";

/** The year in which the regulation came into force. */
const FIRST_YEAR = 2008;

/** Service of annual reports. */
export interface DisclosureReportService {
  /** That of the year, to its end or to today; undefined for a body without an openness office. Throws BAD_USER_INPUT (YEAR) for a year before 2008 or to come. */
  find(agencyId: string, year: number): Promise<DisclosureReport | undefined>;
  rows(report: DisclosureReport): Promise<DisclosureReportRow[]>;
  timeliness(report: DisclosureReport): Promise<DisclosureTimeliness>;
}

/** Creates the service for one request. */
export const createDisclosureReportService = (
  { db, asOf }: ServiceDependencies,
  services: OpennessServices,
): DisclosureReportService => {
  const today = localDateOf(asOf);
  return {
    async find(agencyId, year) {
      if (year < FIRST_YEAR || year > Number(today.slice(0, 4)))
        throw badInput("year", "YEAR", `The year is one from ${FIRST_YEAR} to this one.`);
      if ((await services.opennessOffices.findOf(agencyId)) === undefined) return undefined;
      const [from, last] = [`${year}-01-01`, `${year}-12-31`];
      const until = last < today ? last : today;
      return { year, until, span: { agencyId, from, to: until } };
    },
    rows: async ({ span }) => disclosureTable(await countRequests(db, span)),
    timeliness: async ({ span }) => timelinessOn(await listClocks(db, span), span.to),
  };
};

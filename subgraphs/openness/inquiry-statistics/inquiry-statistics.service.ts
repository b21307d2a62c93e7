/** Statistics of inquiries, for everybody alike. */
import { localDateOf } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { listCounted } from "./inquiry-statistics.repository.js";
import { figuresOf } from "./inquiry-statistics.js";
import type { InquiryStatistics } from "./inquiry-statistics.type.js";

/** The year of the Opinions. */
const FIRST_YEAR = 2016;

/** Service of statistics of inquiries. */
export interface InquiryStatisticsService {
  /** Of what the division and those below it received in the year. Throws BAD_USER_INPUT (YEAR) for a year before 2016 or to come. */
  of(division: string, year: number): Promise<InquiryStatistics>;
}

/** Creates the service for one request. */
export const createInquiryStatisticsService = ({ db, asOf }: ServiceDependencies): InquiryStatisticsService => {
  const today = localDateOf(asOf);
  return {
    async of(division, year) {
      if (year < FIRST_YEAR || year > Number(today.slice(0, 4)))
        throw badInput("year", "YEAR", `The year is one from ${FIRST_YEAR} to this one.`);
      const counted = await listCounted(db, { division, from: `${year}-01-01`, to: `${year}-12-31` });
      const { kinds, ...figures } = figuresOf(counted, today);
      return { year, until: today, ...figures, kinds: [...kinds] };
    },
  };
};

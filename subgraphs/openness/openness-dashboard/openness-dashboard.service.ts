/** The dashboard of openness, for everybody alike. */
import { localDateOf } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { shareOf, yearUntil } from "./openness-dashboard.js";
import { OpennessFigure } from "./openness-dashboard.enums.js";
import { countDocuments, countFigures } from "./openness-dashboard.repository.js";
import type { OpennessDashboard } from "./openness-dashboard.type.js";

/** The year of the regulation on open government information. */
const FIRST_YEAR = 2008;

/** Service of dashboards. */
export interface OpennessDashboardService {
  /** That of the year, to its end or to today. Throws BAD_USER_INPUT (YEAR) for a year before 2008 or to come. */
  find(division: string, year: number): Promise<OpennessDashboard>;
}

/** Creates the service for one request. */
export const createOpennessDashboardService = ({ db, asOf }: ServiceDependencies): OpennessDashboardService => ({
  async find(division, year) {
    const today = localDateOf(asOf);
    if (year < FIRST_YEAR || year > Number(today.slice(0, 4)))
      throw badInput("year", "YEAR", `The year is one from ${FIRST_YEAR} to this one.`);
    const days = yearUntil(year, today);
    const span = { division, year, ...days };
    const [documents, others] = await Promise.all([countDocuments(db, span), countFigures(db, span, today)]);
    const byFigure = new Map([documents, ...others].map((counted) => [counted.figure, counted]));
    return {
      ...{ year, until: days.until },
      figures: Object.values(OpennessFigure).map((figure) => {
        const { count, total } = byFigure.get(figure)!;
        return { figure, count, total, share: shareOf(count, total) };
      }),
    };
  },
});

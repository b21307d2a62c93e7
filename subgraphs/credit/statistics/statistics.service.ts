/** A year's records in figures, counted by the queries that list them, so that counts equal rows for every viewer (C4, C5). */
import type DataLoader from "dataloader";
import { createBatchLoader } from "../../../platform/database/index.js";
import { divisionPrefix } from "../../../platform/auth/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { licencesQuery } from "../licence/licence.repository.js";
import { Severity } from "../penalty/penalty.enums.js";
import { penaltiesQuery } from "../penalty/penalty.repository.js";
import { latenessByParent } from "../publication/publication.repository.js";
import type { PublicationLateness } from "../publication/publication.type.js";
import {
  countByAuthority,
  countBySeverity,
  countLicences,
  countObjections,
  objectionsQuery,
  rowsBy,
  type RowsOf,
} from "./statistics.repository.js";
import type {
  AuthorityPenalties,
  LicenceStats,
  PenaltyStats,
  SeverityCount,
  StatisticsScope,
} from "./statistics.type.js";

/** Service of statistics. */
export interface StatisticsService {
  penaltiesOf(scope: StatisticsScope): Promise<PenaltyStats>;
  penaltiesByAuthority(scope: StatisticsScope): Promise<AuthorityPenalties[]>;
  licencesOf(scope: StatisticsScope): Promise<LicenceStats>;
  latePenalties(scope: StatisticsScope, overWorkdays?: number): Promise<PublicationLateness>;
  lateLicences(scope: StatisticsScope, overWorkdays?: number): Promise<PublicationLateness>;
}

/** Fewer decided objections than this say too much of each. */
const SMALLEST_GROUP = 5;

const MOST_AUTHORITIES = 100;

const bySeverity = (rows: readonly SeverityCount[]): SeverityCount[] =>
  Object.values(Severity).map((severity) => ({
    severity,
    count: rows.find((row) => row.severity === severity)?.count ?? 0,
  }));

/** Loads figures of parents: those with the same other arguments in one batch. */
const createFigureLoader = <Figure>(
  load: (
    scope: StatisticsScope,
    argument: number | undefined,
    parents: readonly string[],
  ) => Promise<readonly Figure[]>,
): ((scope: StatisticsScope, argument?: number) => Promise<Figure>) => {
  const loaders = new Map<string, DataLoader<string, Figure>>();
  return (scope, argument) => {
    const key = JSON.stringify([scope.by, scope.year, argument]);
    let loader = loaders.get(key);
    if (!loader) {
      loader = createBatchLoader((parents) => load(scope, argument, parents));
      loaders.set(key, loader);
    }
    return loader.load(scope.by === "division" ? divisionPrefix(scope.of) : scope.of);
  };
};

/** Creates the service for one request. */
export const createStatisticsService = ({ db, viewer, asOf }: ServiceDependencies): StatisticsService => {
  const today = localDateOf(asOf);
  const penaltyRows = ({ by, year }: StatisticsScope): RowsOf =>
    rowsBy(by, penaltiesQuery(db, viewer, today, { year }));
  const licenceRows = ({ by, year }: StatisticsScope): RowsOf => rowsBy(by, licencesQuery(db, viewer, today, { year }));
  const penalties = createFigureLoader(async (scope, _argument, parents) => {
    const [counts, objections] = await Promise.all([
      countBySeverity(db, parents, penaltyRows(scope)),
      countObjections(db, parents, rowsBy(scope.by, objectionsQuery(db)), { year: scope.year, today }),
    ]);
    return parents.map((id) => {
      const own = counts.filter(({ parent }) => parent === id);
      const { decided = 0, corrected = 0 } = objections.find(({ parent }) => parent === id) ?? {};
      return {
        total: own.reduce((sum, { count }) => sum + count, 0),
        bySeverity: bySeverity(own),
        correctionRate: decided < SMALLEST_GROUP ? undefined : corrected / decided,
      };
    });
  });
  const authorities = createFigureLoader(async (scope, _argument, parents) => {
    const rows = await countByAuthority(db, parents, penaltyRows(scope));
    return parents.map((parent) => {
      const own = rows.filter((row) => row.parent === parent);
      return [...new Set(own.map(({ authorityId }) => authorityId))].slice(0, MOST_AUTHORITIES).map((id) => {
        const counted = own.filter(({ authorityId }) => authorityId === id);
        return { authority: { id }, count: counted[0]!.total, bySeverity: bySeverity(counted) };
      });
    });
  });
  const licences = createFigureLoader(async (scope, _argument, parents) => {
    const rows = new Map((await countLicences(db, parents, licenceRows(scope), today)).map((row) => [row.parent, row]));
    return parents.map((parent) => rows.get(parent) ?? { total: 0, valid: 0, revoked: 0 });
  });
  const lateness = (
    rowsOf: (scope: StatisticsScope) => RowsOf,
  ): ReturnType<typeof createFigureLoader<PublicationLateness>> =>
    createFigureLoader(async (scope, overWorkdays, parents) => {
      const found = await latenessByParent(db, parents, rowsOf(scope), { year: scope.year, overWorkdays, today });
      return parents.map((parent) => found.get(parent)!);
    });
  return {
    penaltiesOf: async (scope) => ({ ...(await penalties(scope)), year: scope.year, scope }),
    penaltiesByAuthority: (scope) => authorities(scope),
    licencesOf: async (scope) => ({ ...(await licences(scope)), year: scope.year, scope }),
    latePenalties: lateness(penaltyRows),
    lateLicences: lateness(licenceRows),
  };
};

/** What credit adds to organisations. */
import { Arg, Args, Ctx, Directive, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import {
  NeverCached,
  DateScalar,
  ListSize,
  PageArgs,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import { CommitmentFilter } from "../commitment/commitment.input.js";
import { CreditCommitmentConnection, type CreditCommitment } from "../commitment/commitment.type.js";
import type { CreditContext } from "../context.js";
import { CreditEvaluation } from "../evaluation/evaluation.type.js";
import { LicenceFilter } from "../licence/licence.input.js";
import { AdministrativeLicenceConnection, type AdministrativeLicence } from "../licence/licence.type.js";
import { ListKind } from "../list-entry/list-entry.enums.js";
import { ListEntryConnection, type ListEntry } from "../list-entry/list-entry.type.js";
import { ObjectionConnection, type Objection } from "../objection/objection.type.js";
import { CreditOverview } from "../overview/overview.type.js";
import { DecidedFine } from "../penalty/decided-fine.type.js";
import { Severity } from "../penalty/penalty.enums.js";
import { AdministrativePenaltyConnection, type AdministrativePenalty } from "../penalty/penalty.type.js";
import { RepairCaseConnection, type RepairCase } from "../repair-case/repair-case.type.js";
import { CreditReport } from "../report/report.type.js";
import { LicenceStats, PenaltyStats, YearArgs } from "../statistics/statistics.type.js";
import { Organization } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @NeverCached()
  @FieldResolver(() => CreditOverview, { nullable: true, description: "Counts of its records (信用概要)." })
  creditOverview(@Root() { id }: Organization, @Ctx() { services }: CreditContext): Promise<CreditOverview> {
    return services.overview.find(id);
  }

  @Directive('@requires(fields: "name uscc")')
  @NeverCached()
  @FieldResolver(() => CreditReport, { nullable: true, description: "Snapshot of what is on record (信用报告)." })
  creditReport(@Root() body: Organization, @Ctx() { services }: CreditContext): Promise<CreditReport> {
    return services.reports.find(body);
  }

  @NeverCached()
  @FieldResolver(() => CreditEvaluation, {
    nullable: true,
    description: "Composite evaluation; never public (公共信用综合评价).",
  })
  creditEvaluation(@Root() { id }: Organization, @Ctx() { services }: CreditContext): Promise<CreditEvaluation> {
    return services.evaluations.find(id);
  }

  @NeverCached()
  @FieldResolver(() => AdministrativeLicenceConnection, {
    nullable: true,
    description: "Licences it holds or held (行政许可).",
  })
  async licences(
    @Root() { id }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => LicenceFilter, { nullable: true, description: "Which licences (筛选)." })
    filter?: LicenceFilter,
  ): Promise<ConnectionShape<AdministrativeLicence>> {
    return toConnection(await services.licences.listOfCounterparty(id, filter ?? {}, page));
  }

  @NeverCached()
  @FieldResolver(() => AdministrativePenaltyConnection, {
    nullable: true,
    description: "Penalties in publicity; for its agent, authority and supervisors also those that ended (行政处罚).",
  })
  async penalties(
    @Root() { id }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("severity", () => Severity, { nullable: true, description: "Of this severity (失信严重程度)." })
    severity?: Severity,
  ): Promise<ConnectionShape<AdministrativePenalty>> {
    return toConnection(await services.penalties.listOfCounterparty(id, { severity: severity ?? undefined }, page));
  }

  @NeverCached()
  @ListSize(200)
  @FieldResolver(() => [DecidedFine], {
    nullable: true,
    description:
      "Its latest decisions of a fine that everybody may know of, as an authority, the latest first, at most 200 (作出的罚款决定).",
  })
  decidedFines(@Root() { id }: Organization, @Ctx() { services }: CreditContext): Promise<DecidedFine[]> {
    return services.penalties.publicFinesOf(id);
  }

  @NeverCached()
  @FieldResolver(() => AdministrativePenaltyConnection, {
    nullable: true,
    description:
      "Penalties whose repair may be applied for now, for its agent, the authority and supervisors; none for others (可修复的行政处罚).",
  })
  async repairable(
    @Root() { id }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<AdministrativePenalty>> {
    return toConnection(await services.penalties.listRepairable(id, page));
  }

  @NeverCached()
  @FieldResolver(() => AdministrativePenaltyConnection, {
    nullable: true,
    description:
      "Penalties that may be repaired now or later, by `repairEligibleOn`, soonest first, for its agent, the authority and supervisors; none for others (可修复记录及可申请日期).",
  })
  async repairSchedule(
    @Root() { id }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<AdministrativePenalty>> {
    return toConnection(await services.penalties.listRepairSchedule(id, page));
  }

  @NeverCached()
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "True where it stands on a list of the seriously dishonest (是否在严重失信主体名单).",
  })
  async onSeriousList(@Root() { id }: Organization, @Ctx() { services }: CreditContext): Promise<boolean> {
    return (await services.listEntries.seriousListSince(id)) !== undefined;
  }

  @NeverCached()
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "First day of the oldest serious entry that stands; null where none does: one removed or over is told of no more (列入严重失信主体名单起始日期).",
  })
  seriousListSince(@Root() { id }: Organization, @Ctx() { services }: CreditContext): Promise<string | undefined> {
    return services.listEntries.seriousListSince(id);
  }

  @NeverCached()
  @FieldResolver(() => ListEntryConnection, { nullable: true, description: "Credit lists it stands on (名单记录)." })
  async listEntries(
    @Root() { id }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("kind", () => ListKind, { nullable: true, description: "Of this kind of list (名单类型)." }) kind?: ListKind,
  ): Promise<ConnectionShape<ListEntry>> {
    return toConnection(await services.listEntries.listOfSubject(id, { kind: kind ?? undefined }, page));
  }

  @NeverCached()
  @FieldResolver(() => PenaltyStats, {
    nullable: true,
    description: "Penalties that it decided in a year, as an authority (作出的行政处罚统计).",
  })
  penaltyDecisionStats(
    @Root() { id: of }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<PenaltyStats> {
    return services.statistics.penaltiesOf({ by: "authority", of, year });
  }

  @NeverCached()
  @FieldResolver(() => LicenceStats, {
    nullable: true,
    description: "Licences that it decided in a year, as an authority (作出的行政许可统计).",
  })
  licenceDecisionStats(
    @Root() { id: of }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<LicenceStats> {
    return services.statistics.licencesOf({ by: "authority", of, year });
  }

  @NeverCached()
  @FieldResolver(() => CreditCommitmentConnection, { nullable: true, description: "What it promised (信用承诺)." })
  async commitments(
    @Root() { id }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => CommitmentFilter, { nullable: true, description: "Which commitments (筛选)." })
    filter?: CommitmentFilter,
  ): Promise<ConnectionShape<CreditCommitment>> {
    return toConnection(await services.commitments.listOfCounterparty(id, { ...filter }, page));
  }

  @NeverCached()
  @FieldResolver(() => RepairCaseConnection, {
    nullable: true,
    description: "Its repair cases, for its agent, the authority and supervisors; none for others (信用修复办理).",
  })
  async repairCases(
    @Root() { id }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<RepairCase>> {
    return toConnection(await services.repairCases.listOfCounterparty(id, page));
  }

  @NeverCached()
  @FieldResolver(() => ObjectionConnection, {
    nullable: true,
    description: "Its objections, for its agent, the authority and supervisors; none for others (信用信息异议).",
  })
  async objections(
    @Root() { id }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Objection>> {
    return toConnection(await services.objections.listOfCounterparty(id, page));
  }
}

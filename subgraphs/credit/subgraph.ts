/** The credit subgraph: licences and penalties in publicity, credit lists, commitments, evaluation and repair (公共信用信息). */
import "reflect-metadata";
import { RecordKind } from "../../platform/graphql/index.js";
import type { SubgraphDefinition } from "../../platform/subgraph/index.js";
import { CommitmentResolver } from "./commitment/commitment.resolver.js";
import { createServices, type CreditServices } from "./context.js";
import { rehashRecordKeys } from "./counterparty/record-keys.repository.js";
import { DivisionResolver } from "./division/division.resolver.js";
import { licenceImport } from "./licence/licence.import.js";
import { LicenceResolver } from "./licence/licence.resolver.js";
import { ListEntryResolver } from "./list-entry/list-entry.resolver.js";
import { MeasureResolver } from "./measure/measure.resolver.js";
import { migrations } from "./migrations/index.js";
import { ObjectionResolver } from "./objection/objection.resolver.js";
import { OrganizationResolver } from "./organization/organization.resolver.js";
import { penaltyImport } from "./penalty/penalty.import.js";
import { PenaltyResolver } from "./penalty/penalty.resolver.js";
import { ReportResolver } from "./report/report.resolver.js";
import { RepairCaseResolver } from "./repair-case/repair-case.resolver.js";
import { referenceData } from "./seeds/measures.js";
import { clearCredit, seedCredit } from "./seeds/seed.js";
import { ServiceCaseResolver } from "./service-case/service-case.resolver.js";
import { ServiceMatterResolver } from "./service-matter/service-matter.resolver.js";
import { LicenceStatsResolver, PenaltyStatsResolver } from "./statistics/statistics.resolver.js";

/** Definition of the subgraph. */
export const credit: SubgraphDefinition<CreditServices> = {
  name: "credit",
  owns: ["AdministrativeLicence", "AdministrativePenalty", "ListEntry", "CreditCommitment", "RepairCase", "Objection"],
  resolvers: [
    LicenceResolver,
    PenaltyResolver,
    ListEntryResolver,
    MeasureResolver,
    CommitmentResolver,
    RepairCaseResolver,
    ObjectionResolver,
    ReportResolver,
    PenaltyStatsResolver,
    LicenceStatsResolver,
    OrganizationResolver,
    DivisionResolver,
    ServiceMatterResolver,
    ServiceCaseResolver,
  ],
  references: {
    AdministrativeLicence: ({ id }, { licences }) => licences.find(String(id)),
    AdministrativePenalty: ({ id }, { penalties }) => penalties.find(String(id)),
    ListEntry: ({ id }, { listEntries }) => listEntries.find(String(id)),
    CreditCommitment: ({ id }, { commitments }) => commitments.find(String(id)),
    RepairCase: ({ no }, { repairCases }) => repairCases.find(String(no)),
    Objection: ({ no }, { objections }) => objections.find(String(no)),
    Organization: ({ id, name, uscc }) => ({ id, name, uscc }),
    Division: ({ code }) => ({ code }),
    DivisionAsOf: ({ code, on }) => ({ code, on }),
    ServiceMatter: ({ id }) => ({ id }),
    ServiceCase: ({ projectNo }) => ({ projectNo }),
  },
  createServices,
  imports: [licenceImport, penaltyImport],
  migrations,
  codes: "the codes by which credit reports are verified (核验码)",
  changes: [{ kind: RecordKind.LICENCE }, { kind: RecordKind.PENALTY }, { kind: RecordKind.LIST_ENTRY }],
  referenceData,
  clear: clearCredit,
  rehash: rehashRecordKeys,
  seed: seedCredit,
};

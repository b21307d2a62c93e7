/** Makes credit reports from what the other services give the viewer; what is no longer in publicity is left out for everybody (C4). */
import { createHash } from "node:crypto";
import { mayRead } from "../../../platform/disclosure/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import type { Page, PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { CommitmentService } from "../commitment/commitment.service.js";
import type { EvaluationService } from "../evaluation/evaluation.service.js";
import { EVALUATION_CLOSURE, type CreditEvaluation } from "../evaluation/evaluation.type.js";
import type { LicenceService } from "../licence/licence.service.js";
import type { ListEntryService } from "../list-entry/list-entry.service.js";
import type { PenaltyService } from "../penalty/penalty.service.js";
import { ReportSectionKind, type CreditReport, type ReportLine, type ReportSection } from "./report.type.js";

/** Service of reports. */
export interface ReportService {
  find(organizationId: string): Promise<CreditReport>;
}

/** Services that a report is made from. */
export interface ReportSources {
  readonly licences: LicenceService;
  readonly penalties: PenaltyService;
  readonly listEntries: ListEntryService;
  readonly commitments: CommitmentService;
  readonly evaluations: EvaluationService;
}

const WHOLE: PageArgs = { first: 100 };

const SCOPE =
  "Licences, penalties in publicity, credit lists, commitments; the composite evaluation for those who may read it. " +
  "Repaired, ended and withdrawn records are left out; judicial and contract records are not held here " +
  "(本报告不含已修复、公示期满和已撤回的记录，不含司法和合同信息).";

const sectionOf = <Node>(
  kind: ReportSectionKind,
  { edges, totalCount = 0 }: Page<Node>,
  lineOf: (node: Node) => ReportLine,
): ReportSection => ({ kind, total: totalCount, lines: edges.map(({ node }) => lineOf(node)) });

/** Creates the service for one request. */
export const createReportService = ({ viewer, asOf }: ServiceDependencies, sources: ReportSources): ReportService => {
  const today = localDateOf(asOf);

  const evaluationSection = (organizationId: string, evaluation: CreditEvaluation): ReportSection[] => {
    const { level, score, asOf: date, subject, authorityUscc: agency, divisionCode: division } = evaluation;
    if (level === undefined || date === undefined) return [];
    if (!mayRead(EVALUATION_CLOSURE.tier, viewer, { subject, agency, division })) return [];
    const line = { id: organizationId, date, text: `${level} ${score ?? ""}`.trim() };
    return [{ kind: ReportSectionKind.EVALUATION, total: 1, lines: [line] }];
  };

  const sectionsOf = async (id: string): Promise<ReportSection[]> => {
    const [licences, penalties, entries, commitments, evaluation] = await Promise.all([
      sources.licences.listOfCounterparty(id, { archived: false }, WHOLE),
      sources.penalties.listOfCounterparty(id, { archived: false }, WHOLE),
      sources.listEntries.listOfSubject(id, { archived: false }, WHOLE),
      sources.commitments.listOfCounterparty(id, { published: true }, WHOLE),
      sources.evaluations.find(id),
    ]);
    return [
      sectionOf(ReportSectionKind.LICENCES, licences, (licence) => ({
        id: licence.id,
        docNo: licence.docNo,
        date: licence.decisionDate,
        text: `${licence.certName ?? licence.content} ${licence.state}`,
      })),
      sectionOf(ReportSectionKind.PENALTIES, penalties, (penalty) => ({
        id: penalty.id,
        docNo: penalty.docNo,
        date: penalty.decisionDate,
        text: `${penalty.violationType} ${penalty.content}`,
      })),
      sectionOf(ReportSectionKind.LISTS, entries, (entry) => ({
        id: entry.id,
        docNo: entry.decisionDocNo,
        date: entry.listedOn,
        text: entry.list,
      })),
      sectionOf(ReportSectionKind.COMMITMENTS, commitments, (commitment) => ({
        id: commitment.id,
        date: commitment.signedOn,
        text: `${commitment.type} ${commitment.fulfilment}`,
      })),
      ...evaluationSection(id, evaluation),
    ];
  };

  return {
    async find(organizationId) {
      const sections = await sectionsOf(organizationId);
      const [licences = 0, penalties = 0, listEntries = 0, commitments = 0] = sections.map(({ total }) => total);
      const hash = createHash("sha256")
        .update(JSON.stringify([organizationId, today, sections]))
        .digest("hex");
      return {
        number: `XYBG-${today.replaceAll("-", "")}-${hash.slice(0, 12).toUpperCase()}`,
        queryTime: asOf.toISOString(),
        scope: SCOPE,
        counts: { licences, penalties, listEntries, commitments },
        sections,
        hash,
      };
    },
  };
};

/** Every entity by every key: known ones resolve, unknown ones are null, and a batch of any size costs statements, not rows. */
import { readFileSync } from "node:fs";
import { Kind, parse, valueFromASTUntyped, type ObjectTypeDefinitionNode } from "graphql";
import type { Viewer } from "../../platform/auth/index.js";
import { countStatements } from "../../platform/database/index.js";
import { projectPath } from "../../platform/config/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { startStack, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

/** Keys that exist, as SQL of the owning schema; `viewer` where the public may not know of them. */
const KNOWN: Readonly<Record<string, { readonly sql: string; readonly viewer?: Viewer }>> = {
  "reference Organization id": { sql: "select id as key from organizations order by id limit 2" },
  "reference Organization uscc": {
    sql: "select uscc as key from organizations where uscc is not null order by id limit 2",
  },
  "reference Division code": { sql: "select code as key from divisions order by code limit 2" },
  "reference LegalBasis id": { sql: "select id as key from legal_bases order by id limit 2" },
  "reference LegalTimeLimit id": { sql: "select unnest(array['L12', 'L24-FEEDBACK']) as key" },
  "reference WorkCalendar year": { sql: "select generate_series(2025, 2026) as key" },
  "matters CatalogueItem catalogCode": { sql: "select catalog_code as key from catalogue_items order by 1 limit 2" },
  "matters ServiceMatter id": {
    sql: "select id as key from service_matters where status = 'PUBLISHED' order by 1 limit 2",
  },
  "matters ServiceBundle code": { sql: "select code as key from service_bundles order by 1 limit 2" },
  "matters PublicInstitutionService id": {
    sql: "select id as key from public_institution_services order by 1 limit 2",
  },
  "intermediary IntermediaryService code": { sql: "select code as key from intermediary_services order by 1 limit 2" },
  "credit AdministrativeLicence id": {
    sql: "select id as key from licences where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "credit AdministrativePenalty id": {
    sql: "select id as key from penalties where id in ('CF-GOLDEN-1', 'CF-GOLDEN-4')",
  },
  "credit ListEntry id": {
    sql: "select id as key from list_entries where removed_on is null and expires_on >= '2026-09-28' order by 1 limit 2",
  },
  // Of two fields: resolved with history in test/subgraph/reference-divisions.test.ts.
  "reference DivisionAsOf code on": { sql: "" },
  "matters ServiceCase caseNo": {
    sql: "select case_no as key from service_cases where dept_uscc = '11990101MB9000015E' and state <> 'DRAFT' order by 1 limit 2",
    viewer: VIEWERS["officer-1"],
  },
  "matters MatterDraft id": {
    sql: "select id as key from matter_drafts order by id limit 2",
    viewer: VIEWERS["officer-1"],
  },
  "matters MonitorAlert id": {
    sql: "select id as key from monitor_alerts where kind <> 'TIME_LIMIT' order by 1 limit 2",
    viewer: VIEWERS["supervisor-1"],
  },
  "matters ElectronicLicence certificateNumber": {
    sql: "select certificate_number as key from electronic_licences order by 1 limit 2",
    viewer: VIEWERS["supervisor-1"],
  },
  "matters Consultation id": {
    sql: "select id as key from consultations where subject = 'demo-subject-1' order by 1 limit 2",
    viewer: VIEWERS["citizen-1"],
  },
  "matters ServiceRating id": {
    sql: "select id as key from service_ratings where moderation = 'PASSED' order by 1 limit 2",
  },
  "intermediary IntermediaryProcurement projectNo": {
    sql: "select project_no as key from intermediary_procurements where project_no in ('XM-GOLDEN-3', 'XM-GOLDEN-12')",
  },
  "intermediary IntermediarySanction id": {
    sql: "select id as key from intermediary_sanctions order by 1 limit 2",
    viewer: VIEWERS["supervisor-1"],
  },
  "credit CreditCommitment id": {
    sql: "select id as key from commitments order by 1 limit 2",
    viewer: VIEWERS["supervisor-1"],
  },
  "credit RepairCase no": {
    sql: "select no as key from repair_cases order by 1 limit 2",
    viewer: VIEWERS["supervisor-1"],
  },
  "credit ListingCase no": {
    sql: "select no as key from listing_cases order by 1 limit 2",
    viewer: VIEWERS["supervisor-1"],
  },
  "credit Objection no": {
    sql: "select no as key from objections order by 1 limit 2",
    viewer: VIEWERS["supervisor-1"],
  },
  "funds FundProject projectCode": {
    sql: "select project_code as key from fund_projects order by 1 limit 2",
    viewer: VIEWERS["supervisor-1"],
  },
  "funds Payment paymentNo": {
    sql: "select payment_no as key from payments order by 1 limit 2",
    viewer: VIEWERS["supervisor-1"],
  },
  "openness PublicDocument indexNo": {
    sql: "select index_no as key from public_documents where published_on is not null order by 1 limit 2",
  },
  "openness PolicyInterpretation id": {
    sql: "select id as key from policy_interpretations where published_on is not null order by 1 limit 2",
  },
  "openness ImplementationTask id": {
    sql: "select id as key from implementation_tasks where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness InspectionFinding id": {
    sql: "select id as key from inspection_findings where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness AccountabilityDecision id": {
    sql: "select id as key from accountability_decisions where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness PlanTarget id": {
    sql: "select id as key from plan_targets where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness PolicyEvaluation id": {
    sql: "select id as key from policy_evaluations where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness EmergencyEvent id": {
    sql: "select id as key from emergency_events where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness TrainingPlan id": {
    sql: "select id as key from training_plans where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness Decision id": {
    sql: "select id as key from decisions where opened_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness StaffCertificate number": { sql: "select number as key from staff_certificates order by 1 limit 2" },
  "openness EnforcementRecord docNo": {
    sql: "select doc_no as key from enforcement_records where published_on <= '2026-09-28' and public_until >= '2026-09-28' order by 1 limit 2",
  },
  "openness RegulatoryNotice id": {
    sql: "select id as key from regulatory_notices where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness RandomInspection no": {
    sql: "select no as key from random_inspections where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness CleanupRound id": {
    sql: "select id as key from cleanup_rounds where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness AgencyList id": {
    sql: "select id as key from agency_lists where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness ContractingProcess id": {
    sql: "select id as key from contracting_processes where published_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness Opinion id": {
    sql: "select id as key from opinions where answered_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness OpinionEvent id": {
    sql: "select id as key from opinion_events where responded_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness PressEvent id": {
    sql: "select id as key from press_events where announced_on <= '2026-09-28' order by 1 limit 2",
  },
  "openness Inquiry inquiryNo": {
    sql: "select inquiry_no as key from inquiries where published_on is not null order by 1 limit 2",
  },
  "openness ParticipationChannel id": { sql: "select id as key from participation_channels order by 1 limit 2" },
  "openness DisclosureRequest requestNo": {
    sql: "select request_no as key from disclosure_requests where agency_uscc = '11990101MB9000015E' order by 1 limit 2",
    viewer: VIEWERS["officer-1"],
  },
  "funds BudgetDisclosure id": {
    sql: "select id as key from budget_disclosures order by 1 limit 2",
    viewer: VIEWERS["supervisor-1"],
  },
  "funds PerformanceEvaluation id": {
    sql: "select id as key from performance_evaluations order by 1 limit 2",
    viewer: VIEWERS["supervisor-1"],
  },
  "funds FundPolicy policyCode": { sql: "select policy_code as key from fund_policies order by 1 limit 2" },
  "funds BudgetAllotment allotmentNo": {
    sql: "select allotment_no as key from allotments where state <> 'DRAFT' order by 1 limit 2",
  },
  "funds FundAllocation id": {
    sql: "select a.id as key from allocations a join allotments i using (allotment_no) where i.state <> 'DRAFT' order by 1 limit 2",
  },
};

interface Entity {
  readonly subgraph: string;
  readonly type: string;
  readonly key: string;
}

/** The entities that each subgraph owns, with their keys, as its committed SDL says. */
const entities: Entity[] = SUBGRAPHS.flatMap(({ name, owns }) =>
  parse(readFileSync(projectPath(`schema/subgraphs/${name}.graphql`), "utf8"))
    .definitions.filter((node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter((node) => owns.includes(node.name.value))
    .flatMap((node) =>
      (node.directives ?? [])
        .filter((directive) => directive.name.value === "key")
        .map((directive) => ({
          subgraph: name,
          type: node.name.value,
          key: String(valueFromASTUntyped(directive.arguments![0]!.value)),
        })),
    ),
);

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const nameOf = ({ subgraph, type, key }: Entity): string => `${subgraph} ${type} ${key}`;

const resolve = async (
  { subgraph, type, key }: Entity,
  keys: readonly unknown[],
  viewer?: Viewer,
): Promise<unknown[]> => {
  const { body } = await stack.askSubgraph(
    subgraph,
    `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on ${type} { ${key} } } }`,
    { viewer, variables: { r: keys.map((value) => ({ __typename: type, [key]: value })) } },
  );
  expect(body.errors).toBeUndefined();
  return body.data._entities as unknown[];
};

describe("entities", () => {
  it("are all in the table of this test", () => expect(Object.keys(KNOWN).sort()).toEqual(entities.map(nameOf).sort()));

  it.each(entities.filter(({ key }) => !key.includes(" ")).map((entity) => [nameOf(entity), entity] as const))(
    "%s",
    async (name, entity) => {
      const { sql, viewer = VIEWERS.anonymous } = KNOWN[name]!;
      const db = stack.databases[entity.subgraph]!;
      const known = ((await db.raw(sql)) as { rows: { key: string | number }[] }).rows.map(({ key }) => key);
      expect(known).toHaveLength(2);
      const [first, second] = known as [string | number, string | number];
      const shown = (key: unknown): unknown => ({ __typename: entity.type, [entity.key]: key });
      const unknown = typeof first === "number" ? 1900 : "91990101MA900055XX";
      expect(await resolve(entity, [second, unknown, first, second], viewer)).toEqual([
        shown(second),
        null,
        shown(first),
        shown(second),
      ]);
      // 250 keys are read in chunks of 200: twice the statements of one key at most.
      const counter = countStatements(db);
      await resolve(entity, [first], viewer);
      const single = counter.count();
      counter.reset();
      const many = Array.from({ length: 250 }, (_, index) => (typeof first === "number" ? 1650 + index : `X-${index}`));
      expect((await resolve(entity, many, viewer)).every((found) => found === null)).toBe(true);
      expect(counter.count()).toBeLessThanOrEqual(2 * single);
    },
  );
});

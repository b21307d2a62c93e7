/** Columns of intermediary_findings, once: row, select list and mapping come from here. */
import { day, defineTable, integer, type RowOf, text } from "../../../platform/database/index.js";
import type { FindingRule, Ground } from "./finding.enums.js";

const PARTY = "it says who is a party to the ground";

/** What the rules found, a row per ground (规范性问题). */
export const INTERMEDIARY_FINDINGS = defineTable("intermediary_findings", {
  rule: text("rule").of<FindingRule>(),
  id: text("finding_id"),
  position: integer("position").unread("of the grounds that a reader may know of the first is taken"),
  ground: text("ground").of<Ground>(),
  detail: text("detail"),
  divisionCode: text("division_code").nullable(),
  serviceCode: text("service_code").nullable(),
  otherServiceCode: text("other_service_code").nullable(),
  matterId: text("matter_id").nullable(),
  intermediaryId: text("intermediary_id").nullable(),
  deptId: text("dept_id").nullable(),
  projectNo: text("project_no").nullable(),
  legalBasisId: text("basis_id").nullable(),
  bidderUscc: text("bidder_uscc").nullable().unread(PARTY),
  ownerUscc: text("owner_uscc").nullable().unread(PARTY),
  departmentUscc: text("department_uscc").nullable().unread(PARTY),
  sanctionId: text("sanction_id").nullable().unread("queries ask whether the sanction still stands"),
  submittedOn: day("submitted_on").nullable().unread("queries ask whether the listing stood on that day"),
  foundOn: day("found_on"),
});

/** A finding by the first ground that the viewer may know of. */
export type FindingRow = RowOf<typeof INTERMEDIARY_FINDINGS>;

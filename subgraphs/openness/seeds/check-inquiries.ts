/** Rules of the field that the demonstration's inquiries obey. */
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import { DeadlineState } from "../../../platform/graphql/deadline-state.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { onWorkingDays } from "../../demonstration-rules.js";
import { replyDeadline } from "../inquiry/inquiry-clock.js";
import type { InquiryKind } from "../inquiry/inquiry.enums.js";
import { InquiryState } from "../inquiry/inquiry.machine.js";

const SOURCE = "关于进一步优化地方政务服务便民热线的指导意见 (国办发〔2020〕53号)";

/** All of them. */
export const inquiryRules: readonly DataRule<DemonstrationWorld>[] = [
  onWorkingDays(
    "inquiries-are-handled-on-working-days",
    ["replied", "called_back", "closed", "published"]
      .map((step) => `select inquiry_no || ' ${step}' as what, ${step}_on::text as day from inquiries`)
      .join(" union all "),
  ),
  eachRow<{ no: string; other: boolean }, DemonstrationWorld>({
    name: "what-is-merged-is-of-the-same-asker",
    holds: "An inquiry is merged into another one of the same asker to the same body.",
    reason: "A reply is written to one person: two who ask the same are told each.",
    source: SOURCE,
    rows: `select i.inquiry_no as no, i.subject <> o.subject or i.intake_uscc <> o.intake_uscc as other
      from inquiries i join inquiries o on o.inquiry_no = i.merged_into`,
    breach:
      () =>
      ({ no, other }) =>
        other ? no : undefined,
  }),
  shareOfRows<{ kind: InquiryKind; received: string; replied: string }, DemonstrationWorld>({
    name: "some-replies-come-after-their-limit",
    holds: "Of a hundred replies three to twenty-five come after their limit.",
    reason: "A register in which nothing is ever late is invented.",
    source: `${SOURCE}; limit and share are those of the demonstration`,
    rows: "select kind, received_on::text as received, replied_on::text as replied from inquiries where replied_on is not null",
    so:
      () =>
      ({ kind, received, replied }) =>
        replyDeadline({ kind, state: InquiryState.REPLIED, receivedOn: received, repliedOn: replied }, replied)
          ?.state !== DeadlineState.MET,
    from: 0.03,
    to: 0.25,
  }),
];

/** Rules of the field that the demonstration's requests for information obey. */
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { onWorkingDays } from "../../demonstration-rules.js";
import { answerInTime } from "../disclosure-request/disclosure-clock.js";
import { DisclosureState } from "../disclosure-request/disclosure-request.machine.js";

/** All of them. */
export const requestRules: readonly DataRule<DemonstrationWorld>[] = [
  onWorkingDays(
    "requests-are-handled-on-working-days",
    `select request_no || ' unclear' as what, correction_asked_on::text as day from disclosure_requests
      union all select request_no || ' extended', extended_on::text from disclosure_requests
      union all select request_no || ' answered', ended_on::text from disclosure_requests where state = 'ANSWERED'
      union all select request_no || ' third party', asked_on::text from disclosure_consultations`,
  ),
  eachRow<{ no: string; missing: boolean }, DemonstrationWorld>({
    name: "an-answer-that-discloses-names-a-public-document",
    holds: "Whoever is told that information is disclosed is told in which document.",
    reason: "An answer without the information answers nothing.",
    source: "政府信息公开条例 第三十六条 (国令第711号)",
    rows: `select request_no as no, not exists (select 1 from public_documents d
        where d.index_no = disclosure_requests.index_no and d.published_on <= ended_on) as missing
      from disclosure_requests where outcome in ('DISCLOSED', 'ALREADY_PUBLIC', 'PARTLY_DISCLOSED')`,
    breach:
      () =>
      ({ no, missing }) =>
        missing ? no : undefined,
  }),
  shareOfRows<{ received: string; ended: string }, DemonstrationWorld>({
    name: "some-answers-are-late",
    holds: "Of a hundred requests that went straight to an answer three to twenty were answered too late.",
    reason: "A register in which nothing is ever late is invented.",
    source: "政府信息公开条例 第三十三条 (国令第711号); the share is one of experience",
    rows: `select received_on::text as received, ended_on::text as ended from disclosure_requests
      where state = 'ANSWERED' and correction_asked_on is null and extended_on is null
        and request_no not in (select request_no from disclosure_consultations)`,
    so:
      () =>
      ({ received, ended }) =>
        !answerInTime({ state: DisclosureState.ANSWERED, receivedOn: received, consultations: [] }, ended),
    from: 0.03,
    to: 0.2,
  }),
];

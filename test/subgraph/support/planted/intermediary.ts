/** What is planted against the rules of the intermediary service: a statement for each, by the rule's name. */

const all = (change: string): string => `update intermediary_procurements set ${change}`;

/** By the rule's name. */
export const planted: Readonly<Record<string, string>> = {
  "no-public-text-holds-a-person": "update intermediary_sanctions set reason = '负责人身份证号11010119900307745X'",
  "listed-services-rest-on-law":
    "update intermediary_services set legal_basis_ids = '{LICENSING-LIST-2023}' where code = 'ZJ-003'",
  "decisions-of-the-market-fall-on-working-days":
    "update intermediary_sanctions set decided_on = '2026-02-17' where id = 'CJ-GOLDEN-2'",
  "sanction-numbers-grow-with-time":
    "update intermediary_sanctions set doc_no = '演惩〔2026〕99号' where id = 'CJ-GOLDEN-2'",
  "sanctions-climb-their-ladder": "delete from intermediary_sanctions where level = 'INTERVIEW'",
  "intermediaries-do-what-their-trade-is":
    "insert into provided_services (service_code, intermediary_id) select 'ZJ-010', organization_id from intermediaries on conflict do nothing",
  "some-projects-fail": all("state = 'FAILED'"),
  "projects-are-awarded-by-bid-price": all("selection = 'BID_PRICE'"),
  "projects-are-awarded-by-lottery": all("selection = 'DIRECT' where selection = 'LOTTERY'"),
  "projects-are-awarded-by-average": all("selection = 'DIRECT' where selection = 'AVERAGE'"),
  "projects-are-awarded-by-best-value": all("selection = 'BID_PRICE' where selection = 'BEST_VALUE'"),
  "projects-are-awarded-by-direct": all("selection = 'BID_PRICE' where selection = 'DIRECT'"),
};

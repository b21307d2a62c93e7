/** What is planted against the rules of the matters service: a statement for each, by the rule's name. */

const first = (table: string, key: string, where = "true"): string =>
  `${key} = (select ${key} from ${table} where ${where} order by ${key} limit 1)`;
const matter = (where: string): string => first("service_matters", "id", where);

/** By the rule's name. */
export const planted: Readonly<Record<string, string>> = {
  "no-public-text-holds-a-person":
    "update consultations set public_answer = '请拨打13900001234' where public_answer is not null",
  "powers-stand-at-their-level": `update service_matters set use_level = 'PROVINCE' where ${matter("task_name = '内地居民婚姻登记'")}`,
  "matters-stand-with-the-right-body": `update service_matters set dept_id = 'CN-USCC-11990101MB9000015E' where ${matter("task_name = '住房公积金提取'")}`,
  "codes-hold-the-catalogue-code": `update service_matters set catalog_code = '220131009000' where ${matter("handling_item_code is not null")}`,
  "handling-items-keep-the-limit-of-the-law": `update service_matters set content = jsonb_set(content, '{statutory,amount}', '90') where ${matter("handling_item_code is not null")}`,
  "matters-name-the-law-that-sets-them": `update service_matters set legal_basis_ids = '{LICENSING-2019-12}' where ${matter("true")}`,
  "materials-fit-the-applicant": `update service_matters set content = jsonb_set(content, '{materials,0,name}', '"营业执照"')
    where ${matter("task_name = '临时救助金给付'")}`,
  "results-are-what-is-handed-out": `update service_matters set content = jsonb_set(content, '{result,name}', '"排污许可证核发证"') where ${matter("task_name = '排污许可证核发'")}`,
  "phones-have-the-area-code-of-their-place": `update service_matters set content = jsonb_set(content, '{consultPhone}', '"0433-8010001"') where ${matter("division_code = '220000'")}`,
  "situations-are-those-of-the-matter": `update service_matters set content = jsonb_set(content, '{conditions,0,name}', '"新办"') where ${matter("task_name = '内地居民婚姻登记'")}`,
  "fees-have-a-lawful-basis": `update service_matter_versions set content = jsonb_set(content, '{fees}',
    '[{"name": "证照工本费", "standard": "每证10元", "legalBasisId": "LICENSING-2019-12"}]')
    where (matter_id, version) = (select matter_id, version from service_matter_versions order by 1, 2 limit 1)`,
  "applicants-fit-the-matter": `update service_matters set serves = '{ENTERPRISE}'
    where id = (select matter_id from service_cases where applicant_type = 'NATURAL_PERSON' order by case_no limit 1)`,
  "decisions-fall-on-working-days": `update service_cases set completed_on = '2026-02-17' where ${first("service_cases", "case_no", "completed_on is not null")}`,
  "licence-numbers-grow-with-time": `update electronic_licences set issued_on = '2027-01-04' where ${first("electronic_licences", "certificate_number")}`,
  "most-cases-are-on-time":
    "update service_cases set completed_on = '2026-09-28' where accepted_on < '2026-01-01' and completed_on is not null",
  "most-ratings-are-content": "update service_ratings set stars = 1 where right(id, 1) = '7'",
  "counties-serve-their-own": "update service_cases set division_code = '222426' where division_code = '222401'",
};

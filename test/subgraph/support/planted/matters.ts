/** What is planted against the rules of the matters service: a statement for each, by the rule's name. */
const FIRST_OF = (name: string): string =>
  `id = (select id from service_matters where task_name = '${name}' order by id limit 1)`;

/** By the rule's name. */
export const planted: Readonly<Record<string, string>> = {
  "materials-fit-the-applicant": `update service_matters set content = jsonb_set(content, '{materials,0,name}', '"营业执照"')
    where ${FIRST_OF("临时救助金给付")}`,
  "fees-have-a-lawful-basis": `update service_matter_versions set content = jsonb_set(content, '{fees}',
    '[{"name": "证照工本费", "standard": "每证10元", "legalBasisId": "LICENSING-2019-12"}]')
    where (matter_id, version) = (select matter_id, version from service_matter_versions order by 1, 2 limit 1)`,
};

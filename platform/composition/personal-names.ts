/** Names of fields that look like personal data and therefore need a decision. Pure. */
const PERSONAL_LOOKING =
  /^(legal(Rep|Person)|contact|applicant|applyer|recipient|payee|handler|signer|person|household)(Name|No|Number|Id|Card|Code|Mobile|Phone)?$|(idNumber|idCard|mobile|birthDate|birthday|homeAddress|bankAccount|accountNo|realName|phone)$/i;

/** True for the name of a field that looks like personal data. */
export const looksPersonal = (field: string): boolean => PERSONAL_LOOKING.test(field);

/** English names of fields that look personal. Pure. */

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that are about a person in whatever name they stand. */
const ALWAYS = set(`
  ssn idcard passport phone telephone tel cellphone fax email wechat weixin qq
  dob birthday birthdate birthplace gender sex ethnicity ethnic nationality religion religious marital spouse kinship
  surname nickname maiden fingerprint iris voiceprint face portrait avatar biometric biometrics
  diagnosis illness disease pregnancy hiv disability psychiatric
  salary wage iban alipay imei vin password username householder realname fullname residence criminal occupation employer
`);

/** Words for someone whose name, number or code is a person's. */
const PERSONS = set(`
  person people legalrep representative applicant applyer contact linkman inspector manager owner handler approver signer
  creator reporter complainant patient student employee staff emp doctor nurse teacher driver witness resident citizen
  director responsible principal agent consignee beneficiary parent father mother child guardian buyer seller tenant
  landlord worker engineer supervisor reviewer auditor investigator officer official operator author victim suspect
  petitioner recipient payee payer holder household member judge lawyer clerk user login customer client donor heir
  borrower guarantor visitor caller
`);

/** What a person has and an organisation has too. */
const OF_PERSONS = set("name names account");
/** Of these words the number is a person's as well. */
const NUMBERED = set(
  "person resident citizen patient student employee emp staff user national legalrep household payee",
);
const NUMBERS = set("no number id card code");

/** Alone they are the person. */
const BARE = set(`
  person legalrep applicant applyer contact recipient payee handler signer household linkman householder
  avatar photo age address signature kinship
`);

/** Words one after the other. */
const PHRASES = [
  /\b(id|identity|identification|national) (card|no|number|num|id|photo)\b/,
  /\bidentity card\b|\bpersonal id\b|\btaxpayer id\b/,
  /\bcert(ificate)? (no|number|num)\b/,
  /\b(first|last|given|middle|full|real|former|family) names?\b/,
  /^legal (rep|person|representative)\b/,
  /^contact (person|phone|mobile|tel|email|address|name|no|number|id|card|code)\b/,
  /\bemergency contact\b/,
  /\b(date|place|year|month) of birth\b|\bbirth (date|day|place|year|month)\b|\bnative place\b/,
  /\bsocial (security|insurance) (no|number|card|id)\b|\bmedical (insurance no|insurance number|record|records|history)\b/,
  /\bdriv(er|ers|ing) licen[cs]e\b/,
  /\b(licen[cs]e|car|vehicle) plate\b|\bplate (no|number)\b/,
  /\b(bank|debit|credit) (account|card)\b|\baccount (no|number|holder|name)\b|^card (no|number)$/,
  /\bhousehold (no|register|income|head|members?)\b|\bfamily members?\b/,
  /\b(ip|mac) address\b|\b(client|login) ip\b|\bdevice id\b|\b(open|union) id\b/,
  /\bblood type\b|\bhealth (condition|status|record)\b/,
  /\b(monthly|annual|yearly|personal|family) income\b/,
  /\beducation level\b|\bpolitical status\b|\bparty membership\b/,
  /\b(gps|location) (track|trace)\b|\bhome (location|phone|address)\b|\bof home$/,
  /\bmobile\b(?! (app|link|site|page|url|version)\b)/,
  /\bperson in charge\b|\bresponsible person\b|\bhandled by\b|\blink phone\b/,
  /\b(id|face|head|personal) photo\b|\bsignature image\b|\bhandwritten signature\b/,
  /\b(home|residential|mailing|contact|postal|living|permanent|current|dwelling|street|delivery|domicile) address\b/,
  /\bvoice print\b|\bcell phone\b|\be mail\b|\breligious belief\b/,
];

/** The same where nothing parts the words. */
const COMPACT =
  /(idnumber|idcard|idcardno|identitycard|mobilephone|phonenumber|mobile|emailaddress|birthdate|birthday|dateofbirth|homeaddress|bankaccount|bankcard|accountno|realname|fullname|phone)$/;

/** Figures about many. */
const FIGURES = set("count rate total average ratio percentage hours");

/** Words of a name in small letters: `idCardNo` and `id_card_no` are id, card and no. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z\d]+/)
    .flatMap((part) => part.split(" "))
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());

/** True for an English name that looks personal. */
export const isPersonalInEnglish = (name: string): boolean => {
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  if (FIGURES.has(last)) return false;
  const text = words.join(" ");
  const of = words.slice(0, -1);
  return (
    words.some((word) => ALWAYS.has(word)) ||
    BARE.has(words.join("")) ||
    (OF_PERSONS.has(last) && of.some((word) => PERSONS.has(word))) ||
    (NUMBERS.has(last) && of.some((word) => NUMBERED.has(word))) ||
    PHRASES.some((phrase) => phrase.test(text)) ||
    COMPACT.test(words.join(""))
  );
};

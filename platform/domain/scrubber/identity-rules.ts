/** Identity numbers in texts and codes: 18 digits that check, 15 digits of the older form, what stands behind a label, masked ones (GB 11643). */
import { isLocalDate, type LocalDate } from "../local-date.js";
import { isValidResidentId } from "../resident-id.js";
import { isValidUscc } from "../uscc.js";
import { PUBLIC_NUMBER_LABEL } from "./number-rules.js";
import { spansOf, type Span, type TextRule } from "./text-rule.js";

/** Whatever is no letter, no digit and no Chinese character may stand between the digits of a number: its check character tells it from other numbers. */
const SEPARATORS = /[^\p{L}\p{N}]/gu;
/** 18 digits with up to six separators between two of them; before and behind it no other digit, but a phone number or a year may touch it. */
const EIGHTEEN =
  /(?<=^|\D|(?:^|\D)1[3-9]\d{9})[1-9](?:[^\p{L}\p{N}]{0,6}\d){16}[^\p{L}\p{N}]{0,6}(?:[x×х]|\d(?=$|\D|1[3-9]\d{9}(?!\d)|(?:19|20)\d\d年))/iu;
/** 15 digits in a row, or in the groups of the number: division, birth, sequence. */
const FIFTEEN = /(?<![\dA-Za-z])[1-9]\d{5}[\s\-._·/]{0,3}\d{6}[\s\-._·/]{0,3}\d{3}(?![\dA-Za-z])/dg;
/** Digits and stars that make the length of an identity number. */
const STARRED = /(?<![\dA-Za-z*])[1-9]\d{0,9}[*#●○×xX]{4,14}[\dXx]{0,6}(?![\dA-Za-z*])/dg;
/** What follows the name of a paper that has a person's number. */
const LABELLED =
  /(?:身份证(?:件|明)?|身份号码|证件号码?|证件编号|驾驶证|驾驶执照|驾照|档案编号|护照|(?:港澳|台湾|大陆|内地)(?:居民)?(?:来往|往来)?(?:内地|大陆)?通行证|居留证|居住证|军官证|士兵证|警官证|社保(?:卡|号)|医保卡|\bID(?:\s*card)?\b|identity (?:card|number)|passport)(?:号码|编号|证号|档案|号|为|是|系|no\.?|number|[a-z]\d(?=[,，、])|[\s:：()（）、,，.“”"'：为])*(?!(?:19|20)\d\d-\d{1,2}-\d{1,2}\b)(?<value>[0-9A-Za-z*](?:[ -]?[0-9A-Za-z*]){5,17})(?![0-9A-Za-z*])/dgiu;

const compact = (text: string): string => text.replace(/[×х]$/iu, "X").replaceAll(SEPARATORS, "").toUpperCase();

/** Whole years that a person would be old whose number has this birth; undefined where the number has none. */
const ageOf = (number: string, today: LocalDate): number | undefined => {
  const digits = number.length === 15 ? `19${number.slice(6, 12)}` : number.slice(6, 14);
  const birth = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  if (!/^(?:18[5-9]|19|20)/.test(birth) || !isLocalDate(birth) || birth > today) return undefined;
  return Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
};

/** True for an identity number of 18 characters; one that is mistyped counts, unless it is a credit code or as young as a serial number with a date in it. */
const isResidentId = (number: string, today: LocalDate, mistyped: boolean): boolean => {
  const age = ageOf(number, today);
  if (age === undefined) return false;
  return isValidResidentId(number, today) || (mistyped && age >= 16 && !isValidUscc(number));
};

/** Business registration numbers (工商注册号, GS 15-2006) have 15 digits too, the last one a check (ISO 7064 MOD 11,10). */
const isRegistrationNumber = (number: string): boolean => {
  let product = 10;
  for (const digit of number.slice(0, 14)) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
  return (product + Number(number[14])) % 10 === 1;
};

const isOldResidentId = (number: string, today: LocalDate): boolean =>
  /^[1-9]\d{14}$/.test(number) && ageOf(number, today) !== undefined;

function* eighteens(text: string, today: LocalDate, mistyped: boolean): Generator<Span> {
  if (!EIGHTEEN.test(text)) return;
  const pattern = new RegExp(EIGHTEEN, "giu");
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    // Digits in groups may begin an identity number at any group.
    pattern.lastIndex = match.index + 1;
    const whole = compact(match[0]);
    const spelled = whole.length === match[0].length;
    if (!isResidentId(whole, today, mistyped && spelled && !PUBLIC_NUMBER_LABEL.test(text.slice(0, match.index))))
      continue;
    yield { start: match.index, end: match.index + match[0].length };
    pattern.lastIndex = match.index + match[0].length;
  }
}

/** Identity numbers in free text. */
export const identityRule: TextRule = {
  kind: "IDENTITY_NUMBER",
  *find({ digits }, { natural, today }) {
    if (!/[\d*](?:[^\d*]*[\d*]){4}/.test(digits)) return;
    const labelled = /证|护照|档案|身份|驾照|社保|医保|\bID|identity|passport/i.test(digits);
    for (const { start, end, found } of labelled ? spansOf(digits, LABELLED) : []) {
      if ((found.match(/[\d*]/g) ?? []).length >= 5) yield { start, end };
    }
    yield* eighteens(digits, today, true);
    for (const { start, end, found } of spansOf(digits, FIFTEEN)) {
      const number = compact(found);
      if (!isOldResidentId(number, today)) continue;
      const isPublic = PUBLIC_NUMBER_LABEL.test(digits.slice(0, start)) || (!natural && isRegistrationNumber(number));
      if (!isPublic) yield { start, end };
    }
    for (const { start, end, found } of spansOf(digits, STARRED)) {
      if (found.length === 15 || found.length === 18) yield { start, end };
    }
  },
  replacement: () => "[证件号码已隐去]",
};

/** What may stand in a code beside a person's number. */
export interface CodeKind {
  /** True where a credit code is expected: a number that also checks as one stays. */
  readonly creditCode: boolean;
  /** True where the record is about a natural person. */
  readonly natural: boolean;
}

/**
 * True where a code is, or holds between other characters, a resident identity number: 18 characters that check, or 15 digits of the
 * older form that are no business registration number. Numbers as young as ten years are serial numbers with a date in them.
 */
export const holdsIdentityNumber = (code: string, today: LocalDate, { creditCode, natural }: CodeKind): boolean => {
  const written = code.normalize("NFKC").trim();
  if (creditCode && isValidUscc(written)) return false;
  const isPersons = (number: string): boolean => (ageOf(number, today) ?? 0) >= 10;
  for (const { start, end } of eighteens(written, today, false)) {
    // Inside a longer code of letters and digits, such as a task code, eighteen characters are a part of it.
    const closed = !/[0-9A-Za-z]/.test(written[end] ?? "") || !/[Xx]/.test(written[end - 1] ?? "");
    if (closed && isPersons(compact(written.slice(start, end)))) return true;
  }
  const whole = compact(written);
  return isOldResidentId(whole, today) && isPersons(whole) && (natural || !isRegistrationNumber(whole));
};

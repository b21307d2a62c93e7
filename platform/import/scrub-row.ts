/** Takes what is personal out of a row before anything looks at it: by what each field holds, for the person or body that the row is about. */
import {
  PERSONAL_RULES,
  givesNoName,
  holdsIdentityNumber,
  labelledHomeRule,
  looksLikePersonName,
  maskName,
  namesIn,
  scrubPersonal,
  scrubWith,
  type PersonalKind,
  type TextRule,
  type TextSubject,
} from "../domain/index.js";
import { createRememberedTexts, type RememberedTexts } from "./remembered-texts.js";
import type { FieldContent, ImportField, MappedRow } from "./mapping.js";

/** Of whom a row speaks. */
export type RowSubject = Omit<TextSubject, "today">;

/** What was taken out of one field. */
export interface ScrubbedField {
  readonly field: string;
  readonly kinds: readonly PersonalKind[];
  /** True where the whole value left: a code that is a person's number. */
  readonly removed: boolean;
}

/** A row without what is personal. */
export interface ScrubbedRow {
  readonly row: MappedRow;
  readonly scrubbed: readonly ScrubbedField[];
}

const only = (...kinds: readonly PersonalKind[]): readonly TextRule[] =>
  PERSONAL_RULES.filter(({ kind }) => kinds.includes(kind));

/** Which rules hold in a field: what agencies say of themselves keeps their places and mail addresses. */
const RULES: Readonly<Partial<Record<FieldContent, readonly TextRule[]>>> = {
  TEXT: PERSONAL_RULES,
  CONTACT: [...only("IDENTITY_NUMBER", "ACCOUNT", "PHONE", "NAME"), labelledHomeRule],
  INTERNAL: only("IDENTITY_NUMBER", "ACCOUNT"),
  PERSON_NAME: only("IDENTITY_NUMBER", "ACCOUNT", "PHONE", "CONTACT", "ADDRESS"),
};

/** What a field holds in this row: the name of who it is about is a person's or a body's. */
const contentOf = ({ holds = "TEXT" }: Pick<ImportField, "holds">, { natural }: RowSubject): FieldContent =>
  holds === "NAME" ? (natural ? "PERSON_NAME" : "TEXT") : holds;

/** True where values of the field are a person's and never repeated. */
export const isPersonal = (field: Pick<ImportField, "holds">, subject: RowSubject): boolean =>
  ["PERSON", "PERSON_NAME", "INTERNAL"].includes(contentOf(field, subject));

/** The name before what an export appends to it, such as （身份证号…）. */
const nameAlone = (text: string): string =>
  text
    .replace(/[\s([（【,，;；:：\d*].*$/su, (rest) => (/^\s*[\p{Script=Han}A-Za-z·.\s]+$/u.test(rest) ? rest : ""))
    .replace(/(?:居民|公民)?(?:身份证?|证件|联系|手机)?(?:号码?|电话)?$/u, "")
    .trim();

const scrubCode = (
  value: string,
  holds: FieldContent,
  subject: TextSubject,
): { text?: string; kinds: PersonalKind[] } => {
  const { natural, today } = subject;
  // Most codes are short, and no number of a person is.
  if (value.length < 11 && !PROSE.test(value) && subject.names.length === 0) return { text: value, kinds: [] };
  if (holdsIdentityNumber(value, today, { creditCode: holds === "BODY_CODE", natural }))
    return { kinds: ["IDENTITY_NUMBER"] };
  if (natural && scrubWith(only("PHONE"), value, subject).text === PHONE_ALONE) return { kinds: ["PHONE"] };
  // Words and blanks in a code are a text that slipped into its column; a code says nothing of others than the row's persons.
  const { text, kinds } = scrubWith(PROSE.test(value) ? PERSONAL_RULES : only("NAME"), value, subject);
  return { text, kinds: [...kinds] };
};

const PHONE_ALONE = only("PHONE")[0]!.replacement("");
const PROSE = /\p{Script=Han}|\s|@/u;

/** Memories by all else that an answer hangs on. */
const memories = new Map<string, RememberedTexts>();
const memoryOf = (about: string): RememberedTexts => {
  const memory = memories.get(about) ?? createRememberedTexts();
  memories.set(about, memory);
  return memory;
};

/** Codes are hardly said twice, and most are short. */
const CODES: ReadonlySet<FieldContent> = new Set(["CODE", "BODY_CODE"]);

const scrubField = (value: string, holds: FieldContent, subject: TextSubject): ReturnType<typeof scrubCode> => {
  const rules = RULES[holds];
  if (!rules) return scrubCode(value, holds, subject);
  const { text, kinds } = scrubWith(rules, value, subject);
  return { text, kinds: [...kinds] };
};

/** True where a text gives no name, and holds nothing of a person beside names that other fields may give. */
const isClean = (value: string, holds: FieldContent, { natural, today }: TextSubject): boolean => {
  const ask = (): boolean =>
    givesNoName(value) && scrubField(value, holds, { natural, names: [], today }).kinds.length === 0;
  return CODES.has(holds) ? ask() : memoryOf(`${holds} ${natural} ${today}`).of(value, ask);
};

/** A value of a row, what it holds, and whether names alone can stand in it. */
interface Entry {
  readonly field: string;
  readonly value: string;
  readonly holds: FieldContent;
  readonly clean: boolean;
}

const entriesOf = (
  row: MappedRow,
  fields: Readonly<Record<string, ImportField>>,
  about: TextSubject,
): readonly Entry[] => {
  const entries: Entry[] = [];
  // Made for every row of a file: no list of pairs is.
  for (const field of Object.keys(row)) {
    const value = row[field];
    if (value === undefined) continue;
    const holds = contentOf(fields[field] ?? {}, about);
    if (holds !== "PERSON") entries.push({ field, value, holds, clean: isClean(value, holds, about) });
  }
  return entries;
};

const NAMES_ALONE = only("NAME");
const WITHOUT_NAMES: ReadonlySet<FieldContent> = new Set(["INTERNAL", "PERSON_NAME"]);

const scrubEntry = ({ value, holds, clean }: Entry, subject: TextSubject): ReturnType<typeof scrubCode> => {
  if (!clean) return scrubField(value, holds, subject);
  if (subject.names.length === 0 || WITHOUT_NAMES.has(holds)) return { text: value, kinds: [] };
  const { text, kinds } = scrubWith(NAMES_ALONE, value, subject);
  return { text, kinds: [...kinds] };
};

/** Scrubs every field of a row. */
export const scrubRow = (
  row: MappedRow,
  fields: Readonly<Record<string, ImportField>>,
  about: TextSubject,
): ScrubbedRow => {
  const entries = entriesOf(row, fields, about);
  // A name that one text gives is looked for in all of them.
  const given = entries.flatMap(({ field, value, clean }) =>
    clean || isPersonal(fields[field] ?? {}, about) ? [] : namesIn(value, about),
  );
  const subject = given.length === 0 ? about : { ...about, names: [...about.names, ...given] };
  const changed: Record<string, string | undefined> = {};
  const scrubbed: ScrubbedField[] = [];
  for (const entry of entries) {
    const { field, holds } = entry;
    const { text, kinds } = scrubEntry(entry, subject);
    if (kinds.length === 0) continue;
    changed[field] = holds === "PERSON_NAME" ? nameAlone(text ?? "") || undefined : text;
    scrubbed.push({ field, kinds, removed: changed[field] === undefined });
  }
  return { row: scrubbed.length === 0 ? row : { ...row, ...changed }, scrubbed };
};

/** Digits that have the birth of a grown person where an identity number has it, whatever their number and check. */
const LIKE_A_NUMBER = /[1-9]\d{5}(?:19\d\d|200\d|201[0-5])(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\dXx]{0,4}/g;

/** What may be repeated of a row that was refused: stricter than a text that is loaded, since columns may have slipped. */
export const repeatable = (value: string, subject: TextSubject): string => {
  if (subject.natural && looksLikePersonName(value.trim())) return maskName(value.trim());
  const { text } = scrubPersonal(value, { ...subject, natural: true, publicNames: [] });
  return text.replaceAll(LIKE_A_NUMBER, only("IDENTITY_NUMBER")[0]!.replacement(""));
};

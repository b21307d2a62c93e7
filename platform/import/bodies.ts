/** Codes of bodies that look damaged, and names that are another body's: told, never mended and never joined. Pure. */
import { isValidUscc, usccCheckCharacter } from "../domain/index.js";
import type { RowNotice } from "./import-kind.js";
import { RowRefused } from "./violation.js";

/** First two characters of credit codes: the register and the kind of body (GB 32100-2015, table 1). */
const CREDIT_CODE = /^(?:1[1239]|[2-8][19]|5[1239]|3[1-59]|4[1-9]|9[123]|A[19]|N[1239]|Y1)[0-9A-Z]{13,17}$/;

/** Letters that credit codes do not have, and the characters that they are taken for. */
const LOOK_ALIKE: Readonly<Record<string, string>> = { O: "0", I: "1", S: "5", Z: "2", V: "U" };

const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d+$/i;

/** A credit code that the damaged one may have been: letters that look alike, or another check character. */
const nearTo = (code: string): string | undefined => {
  const spelled = code.replaceAll(/[OISZV]/g, (letter) => LOOK_ALIKE[letter]!);
  const first17 = spelled.slice(0, 17);
  const check = code.length < 17 || code.length > 18 ? undefined : usccCheckCharacter(first17);
  return [spelled, ...(check === undefined ? [] : [`${first17}${check}`])].find(isValidUscc);
};

/** A notice of a code that looks like a credit code and is none; undefined for a good one, and for one of the source's own. */
export const damagedCodeNotice = (field: string, value: string): RowNotice | undefined => {
  const code = value.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
  if (isValidUscc(code) || !(SCIENTIFIC.test(code) || CREDIT_CODE.test(code))) return undefined;
  const near = nearTo(code);
  return {
    field,
    rule: "BODY_CODE_DAMAGED",
    remedy: `It looks like a damaged credit code and is kept as a code of the source's own, of a body by itself${
      near === undefined ? "" : `; ${near} is near to it`
    }: correct it at the source.`,
  };
};

/** What a register says of the body that a code stands for. */
export interface RegisteredBody {
  readonly id: string;
  readonly uscc?: string;
  /** Names by which a body is known that was there before: the present one first. */
  readonly names?: readonly string[];
}

const folded = (name: string): string => name.normalize("NFKC").replaceAll(/[\s()·]/g, "");

/** True where a name is one of these, or a short form of one. */
const isOneOf = (given: string, names: readonly string[]): boolean => {
  const name = folded(given);
  return names.map(folded).some((known) => known.includes(name) || name.includes(known));
};

/** A notice where the register knows the code's body by another name; one that is part of the other is a short form. */
export const otherNameNotice = (
  field: string,
  given: string | undefined,
  { names = [] }: RegisteredBody,
): RowNotice | undefined =>
  given === undefined || names.length === 0 || isOneOf(given, names)
    ? undefined
    : {
        field,
        rule: "BODY_OF_ANOTHER_NAME",
        remedy: `The register has the code as ${names[0]}: correct the code, or load the new name with the list of organisations.`,
      };

/** A code of a body as a row has it, with the name beside it. */
export interface NamedCode {
  readonly field: string;
  readonly nameField: string;
  readonly code: string;
  readonly name: string | undefined;
  /** The first name that the file gives to the code. */
  readonly firstName: string | undefined;
}

/**
 * What is said where a code stands for a body of another name, in the register or in the rows before: a notice; of a damaged code a refusal,
 * since several codes become the same one by being damaged, and two bodies are never made one.
 */
export const otherNameOf = (
  { field, nameField, code, name, firstName }: NamedCode,
  { names = [] }: RegisteredBody,
): RowNotice | RowRefused | undefined => {
  const known = names.length > 0 ? names : firstName === undefined ? [] : [firstName];
  const given = known.filter((text) => text !== code);
  const notice = otherNameNotice(nameField, name, { id: "", names: given });
  if (notice === undefined || damagedCodeNotice(field, code) === undefined) return notice;
  return new RowRefused(
    field,
    "BODY_CODE_OF_SEVERAL",
    "The damaged code stands for bodies of different names, which are not taken for one: correct it at the source.",
  );
};

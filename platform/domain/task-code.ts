/** Codes of service matters (事项编码): catalogue 12, implementation 31, handling item 33 characters, and local forms. */
import type { ReasonName } from "../errors/reason-messages.js";
import { badInput } from "../errors/service-error.js";
import { foldCode } from "./text.js";
import { isValidUscc } from "./uscc.js";

/** Task types that the national dictionary knows. */
const TASK_TYPES = new Set(["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20", "99"]);

/** Longest local code that is accepted (real exports exceed the 50 characters of the standard). */
export const LOCAL_CODE_LENGTH = 128;

/** A catalogue code of 12 characters (基本编码). Throws BAD_USER_INPUT. */
export const parseCatalogCode = (value: string, argument = "catalogCode"): string => {
  const code = foldCode(value);
  if (!/^[0-9A-Z]{12}$/.test(code))
    throw badInput(argument, "CATALOG_CODE_LENGTH", "A catalogue code has 12 characters.");
  return code;
};

const taskCodeRule = (code: string): { rule: ReasonName; message: string } | undefined => {
  if (!/^[0-9A-Z]{31}$/.test(code))
    return { rule: "TASK_CODE_LENGTH", message: "An implementation code has 31 characters." };
  if (!isValidUscc(code.slice(0, 18))) {
    return {
      rule: "TASK_CODE_USCC",
      message: "The first 18 characters of an implementation code are a valid credit code.",
    };
  }
  if (!/[1-6]/.test(code[18] ?? ""))
    return { rule: "TASK_CODE_LEVEL", message: "Character 19 of an implementation code is a level, 1 to 6." };
  return undefined;
};

/** An implementation code of 31 characters (实施编码). Throws BAD_USER_INPUT naming the broken rule. */
export const parseTaskCode = (value: string, argument = "taskCode"): string => {
  const code = foldCode(value);
  const broken = taskCodeRule(code);
  if (broken) throw badInput(argument, broken.rule, broken.message);
  return code;
};

/** True for a valid implementation code. */
export const isValidTaskCode = (value: string): boolean => taskCodeRule(foldCode(value)) === undefined;

/** What a code of a source is. */
export interface ClassifiedTaskCode {
  readonly scheme: "TASK" | "HANDLE_ITEM" | "LOCAL";
  /** The code, normalised. */
  readonly code: string;
  /** The 31-character code inside, where there is one. */
  readonly taskCode?: string;
  /** Catalogue code inside, where there is one. */
  readonly catalogCode?: string;
  /** Things to look at that do not refuse the code, such as an unknown task type. */
  readonly warnings: readonly string[];
}

/** Says which form a code has; anything of at most 128 characters that is no national code is local. Throws BAD_USER_INPUT. */
export const classifyTaskCode = (value: string, argument = "taskCode"): ClassifiedTaskCode => {
  const code = foldCode(value);
  if (code.length === 0 || code.length > LOCAL_CODE_LENGTH) {
    throw badInput(argument, "TASK_CODE_LENGTH", `A code has 1 to ${LOCAL_CODE_LENGTH} characters.`);
  }
  const taskCode = code.slice(0, 31);
  if ((code.length === 31 || /^.{31}\d{2}$/.test(code)) && isValidTaskCode(taskCode)) {
    const type = code.slice(21, 23);
    return {
      scheme: code.length === 31 ? "TASK" : "HANDLE_ITEM",
      code,
      taskCode,
      catalogCode: code.slice(19, 31),
      warnings: TASK_TYPES.has(type) ? [] : ["TASK_TYPE_UNKNOWN"],
    };
  }
  return { scheme: "LOCAL", code, warnings: code.length === 31 ? ["TASK_CODE_NOT_VALID"] : [] };
};

/** What is said of files that are not taken. */
import { ServiceError } from "../errors/index.js";

const mib = (bytes: number): string => `${Math.floor((bytes / 1_024 ** 2) * 100) / 100} MiB`;

/** Larger than is allowed. */
export const tooLarge = (mostBytes: number): ServiceError =>
  new ServiceError("LIMIT_EXCEEDED", `The file is larger than ${mib(mostBytes)}.`, { reason: "FILE_SIZE" });

/** None of the types. */
export const wrongType = (): ServiceError =>
  new ServiceError("BAD_USER_INPUT", "The file is no PDF, OFD, JPEG, PNG, DOCX or XLSX, whatever its name says.", {
    reason: "FILE_TYPE",
  });

/** Holds what runs when it is opened, or what nobody can look into. */
export const closedContent = (): ServiceError =>
  new ServiceError("BAD_USER_INPUT", "The file holds macros or is protected by a password.", {
    reason: "FILE_CONTENT",
  });

/** Without its end. */
export const cutOff = (): ServiceError =>
  new ServiceError("BAD_USER_INPUT", "The file is empty, damaged or cut off: its end is missing.", {
    reason: "FILE_CUT_OFF",
  });

/** Other bytes than the sender said. */
export const otherBytes = (): ServiceError =>
  new ServiceError("BAD_USER_INPUT", "The bytes that came are not those of Content-Digest.", {
    reason: "FILE_DIGEST",
  });

/** Found by the scanner. */
export const infected = (): ServiceError =>
  new ServiceError("RULE_VIOLATION", "The virus scanner refuses the file.", { reason: "FILE_INFECTED" });

/** Not scanned: nothing is taken that was not. */
export const notScanned = (cause: unknown): ServiceError =>
  new ServiceError(
    "SERVICE_UNAVAILABLE",
    "The virus scanner does not answer: nothing is taken until it does.",
    { reason: "FILE_SCANNER" },
    { cause },
  );

/** What a request may choose about disclosure by its headers: the mode of access and the language of what it is told. */
import type { Language } from "../../platform/disclosure/vocabulary/index.js";
import { ServiceError } from "../../platform/errors/index.js";

/** Header that chooses the mode. */
export const ACCESS_HEADER = "x-access";

const MODES = ["enforce", "preview", "reject"] as const;

/**
 * enforce: what is not open to the viewer is null and listed. preview: it is listed, and nothing is executed. reject: an
 * answer that would lack anything is refused.
 */
export type AccessMode = (typeof MODES)[number];

/** The mode of a header. Throws BAD_USER_INPUT for an unknown one. */
export const accessModeOf = (header: string | undefined): AccessMode => {
  const mode = MODES.find((name) => name === (header ?? "enforce").trim().toLowerCase());
  if (!mode)
    throw new ServiceError("BAD_USER_INPUT", `${ACCESS_HEADER} is one of ${MODES.join(", ")}.`, {
      reason: "ACCESS_MODE",
    });
  return mode;
};

/** The language that an Accept-Language header prefers. @default English, as messages of errors are */
export const languageOf = (header: string | undefined): Language => {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((parameter) => /^\s*q=([0-9.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => (language === "zh" || language === "en") && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.language === "zh" ? "zh" : "en";
};

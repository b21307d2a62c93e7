/** Texts that a write makes public: what of persons is in them still, once they were blotted out, is refused. */
import { privacyFindings, type PublicTextSubject } from "../domain/index.js";
import { ServiceError } from "../errors/index.js";

/**
 * Throws RULE_VIOLATION (PERSONAL_DATA) where a text holds what of a person may not be published, with the kinds in `found` and never the words.
 * `names` were looked at by whoever publishes: each was blotted out, or is an ordinary word there (政府信息公开条例 第十五条, 个人信息保护法 第二十八条).
 */
export const checkPublishable = (argument: string, text: string | undefined, about: PublicTextSubject): void => {
  if (text === undefined) return;
  const { names = [], ...rest } = about;
  const left = privacyFindings(text, rest).filter(({ start, end }) => !names.includes(text.slice(start, end)));
  if (left.length === 0) return;
  throw new ServiceError("RULE_VIOLATION", "The text holds what of a person may not be published.", {
    ...{ argument, reason: "PERSONAL_DATA", basis: "政府信息公开条例 第十五条" },
    found: [...new Set(left.map(({ kind }) => kind))].sort(),
  });
};

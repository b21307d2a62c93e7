/** Names that look personal and therefore need a decision: in English, in pinyin and in Chinese. Pure. */
import { isPersonalInChinese } from "./chinese.js";
import { isPersonalInEnglish } from "./english.js";
import { isPersonalInPinyin } from "./pinyin.js";

/** True for the name of a field, or of a column, that looks like personal data. */
export const looksPersonal = (name: string): boolean =>
  isPersonalInEnglish(name) || isPersonalInPinyin(name) || isPersonalInChinese(name);

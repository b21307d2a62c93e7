/** The language of an error's message: English as it was thrown, or Chinese by its rule, its reason or its code. */
import type { GraphQLFormattedError } from "graphql";
import { ERROR_CODES, isErrorCode } from "./error-codes.js";
import { GRAPHQL_PATTERNS } from "./graphql-messages.js";
import { REASON_MESSAGES } from "./reason-messages.js";

/** Languages in which clients are told what went wrong. */
export type ErrorLanguage = "en" | "zh";

/** The error with its message in the language; code, path and everything else stay. */
export const inLanguage = (error: GraphQLFormattedError, language: ErrorLanguage): GraphQLFormattedError =>
  language === "en" ? error : { ...error, message: inChinese(error) };

const inChinese = ({ message, extensions }: GraphQLFormattedError): string => {
  const { code, rule, reason, argument } = extensions ?? {};
  // What graphql-js says is more than the name of the rule that it broke.
  for (const [pattern, chinese] of GRAPHQL_PATTERNS) {
    const match = pattern.exec(message);
    if (match) return chinese(match.slice(1));
  }
  const known = textOf(rule) ?? textOf(reason);
  if (known !== undefined) return typeof argument === "string" ? `参数 ${argument}：${known}` : known;
  if (code === "GRAPHQL_PARSE_FAILED") return "查询语句有语法错误。";
  if (code === "GRAPHQL_VALIDATION_FAILED") return "查询语句不符合图的定义。";
  return ERROR_CODES[isErrorCode(code) ? code : "INTERNAL_SERVER_ERROR"].message.zh;
};

const textOf = (name: unknown): string | undefined =>
  typeof name === "string" && Object.hasOwn(REASON_MESSAGES, name)
    ? REASON_MESSAGES[name as keyof typeof REASON_MESSAGES]
    : undefined;
